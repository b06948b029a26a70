"""Tells the sex and age of a person by the words for him or her: "a 17-year-old girl", "Ana Ruiz, 42"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from dateline.lexicon.files import load_phrases

WORD = re.compile(r"[a-z]+(?:-[a-z]+)*")
AGE = re.compile(
    r"\b(\d{1,3})[- ]years?[- ]olds?\b|\baged? (\d{1,3})\b|, (\d{1,2})(?=[,.;)]|$)|\((\d{1,2})\)", re.IGNORECASE
)
AGE_BEHIND = re.compile(
    r",? \(?(?:ages?|aged|also) (\d{1,3})\b|, (\d{1,2})(?=[,.;)]| and |$)| \((\d{1,2})\)", re.IGNORECASE
)
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
    ("boy", True, 0, 17),
    ("girl", False, 0, 17),
    ("male", True, 0, OLDEST),
    ("female", False, 0, OLDEST),
    ("infant", None, 0, 2),
    ("minor", None, 0, 17),
    ("teenager", None, 13, 19),
    ("adult", None, 16, OLDEST),
)


@cache
def _load() -> dict[str, Traits]:
    """Return what each word tells."""
    return {
        word: Traits(male, low, high) for entry, male, low, high in ENTRIES for word in load_phrases("persons", entry)
    }


def _told(words: str) -> list[Traits]:
    known = _load()
    return [known[word] for word in WORD.findall(words.lower()) if word in known]


def is_male(words: str) -> bool | None:
    """Return whether the words are for a man or boy rather than a woman or girl; None where they do not tell."""
    sexes = {traits.male for traits in _told(words)} - {None}
    return sexes.pop() if len(sexes) == 1 else None


def read_traits(text: str, start: int, end: int) -> Traits:
    """Return what the words from `start` to `end`, and an age right behind them, tell of one person."""
    words = text[start:end]
    male = is_male(words)
    match = AGE.search(text, start, end) or AGE_BEHIND.match(text, end)
    if match is not None:
        age = int(next(group for group in match.groups() if group))
        return Traits(male, age, age)
    if MONTHS.search(words):
        return Traits(male, 0, 2)
    told = _told(words)
    low, high = max((one.youngest for one in told), default=0), min((one.oldest for one in told), default=OLDEST)
    return Traits(male, low, high) if low <= high else Traits(male)
