"""The words of number phrases, and texts cut into pieces for reading them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from dateline.lexicon.files import load_file

PIECE = re.compile(r"\d{1,3}(?:,\d{3})+(?!\d)|\d+(?:\.\d+)?|\b[AaPp]\.[Mm]\b|[^\W\d_]+(?:['’][^\W\d_]+)?|[^\w\s]")


# fmt: off
UNITS = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)
# fmt: on


# fmt: on
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


CARDINALS = {word: value for value, word in enumerate(UNITS)} | {w: 20 + 10 * i for i, w in enumerate(TENS)}


CARDINALS |= {"fourty": 40, "nil": 0}


SCALES = {"hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9}


GROUPS = {"dozen": 12, "couple": 2, "pair": 2, "score": 20, "trio": 3, "quartet": 4}


NOBODY = frozenset(("none", "nobody"))


# fmt: off
MONTHS = frozenset((
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec",
))
# fmt: on
SHORT_MONTHS = frozenset(month for month in MONTHS if len(month) < 5) - {"may", "june", "july"}  # printed with a stop
# Before a number with a stop of their own: "No. 5", "Dec. 3", not the last word of a sentence: "in the area. Six men".
SHORTENED = SHORT_MONTHS | {"no", "nos", "apt", "rs", "art", "sec", "vol", "ch", "fig", "cl", "su", "sr"}


DASHES = frozenset("-–—‐‑")


HYPHENS = frozenset("-‐‑")


MONEY = frozenset("$€£¥₹")


# fmt: off
STREETS = frozenset((
    "street", "st", "road", "rd", "avenue", "ave", "boulevard", "blvd", "lane", "drive", "highway", "place", "court",
    "way",
))
# fmt: on


# fmt: on
# A number may follow these capitalised words without being part of a name.
# fmt: off
OPENERS = frozenset((
    "the", "in", "at", "on", "of", "and", "but", "with", "after", "when", "while", "about", "some", "killed",
    "killing", "wounded", "least", "over", "than",
))
# fmt: on


# fmt: off
FUNCTION_WORDS = frozenset((
    "and", "or", "but", "in", "at", "on", "of", "to", "from", "by", "for", "with", "as", "after", "before", "when",
    "while", "was", "were", "is", "are", "has", "had", "have", "that", "who", "which", "said", "crashed", "landed",
    "departed",
))
# fmt: on


RUNNING = frozenset(("ran", "run", "runs", "running", "drove", "driven", "driving", "rode", "rolled", "knocked"))


@dataclass(frozen=True, slots=True)
class Words:
    """The number lexicon, made for look-up."""

    vague: dict[tuple[str, ...], int]
    qualifiers: dict[tuple[str, ...], str]
    units: frozenset[str]
    designators: frozenset[str]


@cache
def load_words() -> Words:
    """Read numbers.toml."""
    vague: dict[tuple[str, ...], int] = {}
    qualifiers: dict[tuple[str, ...], str] = {}
    units: set[str] = set()
    designators: set[str] = set()
    for entry in load_file("numbers"):
        phrases = [phrase.lower() for phrase, _ in entry.phrases()]
        kind = entry.text("kind")
        if kind == "vague":
            vague |= {tuple(phrase.split()): int(entry.text("value") or 0) for phrase in phrases}
        elif kind == "qualifier":
            qualifiers |= {tuple(phrase.split()): entry.text("sense") or "" for phrase in phrases}
        else:
            (units if kind == "unit" else designators).update(phrases)
    return Words(vague, qualifiers, frozenset(units), frozenset(designators))


@dataclass(frozen=True, slots=True)
class Pieces:
    """A text cut up: printed and lower-case pieces with their offsets."""

    text: str
    printed: list[str]
    lower: list[str]
    starts: list[int]
    ends: list[int]

    def word(self, index: int) -> str:
        """Return the lower-case piece at `index`, empty outside the text."""
        return self.lower[index] if 0 <= index < len(self.lower) else ""

    def tight(self, index: int) -> bool:
        """Whether no space stands between piece `index` and the next."""
        return 0 <= index < len(self.starts) - 1 and self.ends[index] == self.starts[index + 1]

    def is_run_over(self, index: int) -> bool:
        """Whether the "over" at piece `index` goes with the verb before it: "the car ran over six people"."""
        return self.word(index) == "over" and self.word(index - 1) in RUNNING


def cut(text: str) -> Pieces:
    """Cut `text` into words, numerals and symbols."""
    found = list(PIECE.finditer(text))
    printed = [match.group() for match in found]
    return Pieces(text, printed, [p.lower() for p in printed], [m.start() for m in found], [m.end() for m in found])
