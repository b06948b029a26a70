"""Tells the sex and age of a person by the words for him or her: "a 17-year-old girl", "Ana Ruiz, 42"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from dateline.lexicon.files import load_phrases

WORD = re.compile(r"[a-z]+(?:-[a-z]+)*", re.IGNORECASE)
MONTHS = re.compile(r"\b(?:\d{1,2}|[a-z]+)[- ](?:months?|weeks?|days?)[- ]old\b", re.IGNORECASE)
OLDEST = 120  # years


@dataclass(frozen=True, slots=True)
class Traits:
    """What words tell of one person: nothing where they tell nothing."""

    male: bool | None = None
    youngest: int = 0  # years, inclusive
    oldest: int = OLDEST  # years, inclusive

    def differ(self, other: Traits) -> bool:
        """Whether the two cannot be one person."""
        if self.male is not None and other.male is not None and self.male is not other.male:
            return True
        return self.oldest < other.youngest or other.oldest < self.youngest


UNKNOWN = Traits()

# Entries of persons.toml, the sex they tell and the years that they span.
ENTRIES = (
    ("man", True, 16, OLDEST),
    ("woman", False, 16, OLDEST),
    ("boy", True, 0, 25),
    ("girl", False, 0, 25),
    ("male", True, 0, OLDEST),
    ("female", False, 0, OLDEST),
    ("male_or_name", True, 0, OLDEST),
    ("female_or_name", False, 0, OLDEST),
    ("infant", None, 0, 2),
    ("kid", None, 0, 25),
    ("minor", None, 0, 17),
    ("teenager", None, 11, 20),
    ("adult", None, 16, OLDEST),
)
# Entries whose words are parts of names too: "a King County deputy", "Nguyen Van Son".
NAMES = ("male_or_name", "female_or_name")
DETERMINERS = frozenset(("the", "a", "an", "his", "her", "their"))


@cache
def _load() -> dict[str, Traits]:
    """Return what each word tells."""
    return {
        word: Traits(male, low, high) for entry, male, low, high in ENTRIES for word in load_phrases("persons", entry)
    }


@cache
def _load_names() -> frozenset[str]:
    """Return the words that may be parts of names."""
    return frozenset(word for entry in NAMES for word in load_phrases("persons", entry))


def _told(words: str) -> list[Traits]:
    known, names = _load(), _load_names()
    printed = WORD.findall(words)
    lower = [word.lower() for word in printed]
    return [
        known[word]
        for at, word in enumerate(lower)
        if word in known and not (word in names and _is_of_name(printed, at))
    ]


def _is_of_name(printed: Sequence[str], at: int) -> bool:
    """Whether the word is of a name as it is printed: in small letters, or as all that is said ("the King"), not."""
    if printed[at].islower():
        return False
    before = printed[at - 1] if at else "the"
    return at + 1 < len(printed) or not (before.islower() or before.lower() in DETERMINERS)


def is_male(words: str) -> bool | None:
    """Return whether the words are for a man or boy rather than a woman or girl; None where they do not tell."""
    sexes = {traits.male for traits in _told(words)} - {None}
    return sexes.pop() if len(sexes) == 1 else None


def read_traits(words: str, age: int | None) -> Traits:
    """Return what the words for one person, and the age in years that is told, say of him or her."""
    male = is_male(words)
    if age is not None:
        return Traits(male, age, age)
    if MONTHS.search(words):
        return Traits(male, 0, 2)
    told = _told(words)
    low, high = max((one.youngest for one in told), default=0), min((one.oldest for one in told), default=OLDEST)
    return Traits(male, low, high) if low <= high else Traits(male)
