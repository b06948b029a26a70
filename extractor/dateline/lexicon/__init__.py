"""Knowledge as data: word lists with proofs, and the matcher that finds them in text."""

from dateline.lexicon.entries import Entry, load_entries
from dateline.lexicon.phrases import Match, PhraseIndex

__all__ = ["Entry", "Match", "PhraseIndex", "load_entries"]
