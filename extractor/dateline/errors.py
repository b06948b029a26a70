"""The errors that dateline raises: each names the thing, the fault and the way out."""

from __future__ import annotations


class DatelineError(Exception):
    """Base of all errors that dateline raises on purpose."""


class InputError(DatelineError):
    """An article that cannot be read or used: missing, empty, binary, too large, malformed."""


class ConfigurationError(DatelineError):
    """Something of the installation or the settings is unusable: pipeline, lexicon, gazetteer, option."""


class LexiconError(ConfigurationError):
    """A lexicon file breaks its own rules; the message names file and entry."""


class PipelineError(ConfigurationError):
    """No usable spaCy pipeline; the message says what to install."""


class GazetteerError(ConfigurationError):
    """The gazetteer file is missing or of another version."""
