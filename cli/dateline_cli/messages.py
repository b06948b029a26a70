"""Lines on stderr, and text made safe for a terminal."""

from __future__ import annotations

import sys
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dateline.articles import Failure

# Reordering marks can make a line show other than it is.
BIDI_CONTROLS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def plain(text: str) -> str:
    """Return text on one line, without control characters, for a terminal that would obey them."""
    return " ".join(printable(text).split())


def printable(text: str) -> str:
    """Return text with its line breaks and tabs, without the other control characters."""
    return "".join(letter for letter in text if letter in "\n\t" or not _is_control(letter))


def complain(line: str) -> None:
    """Write one line on stderr, led by the program's name."""
    sys.stderr.write(f"dateline: {plain(line)}\n")
    sys.stderr.flush()


def describe_failure(source: str, message: str) -> str:
    """Return "SOURCE: fault; way out", the source once even where the message names it too."""
    return message if message.startswith(f"{source}:") else f"{source}: {message}"


def complain_of(failure: Failure) -> None:
    """Write the line of an article that could not be read or extracted."""
    complain(describe_failure(failure.source, failure.message))


def pluralise(number: int, noun: str) -> str:
    """Return "1 article", "2 articles"."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def _is_control(letter: str) -> bool:
    return letter in BIDI_CONTROLS or unicodedata.category(letter) == "Cc"
