"""Finds many phrases in a text at once, blind to case, accents, hyphens and quotes.

Text and phrases are cut into pieces, runs of letters and digits; a phrase matches where its pieces follow
each other with nothing between them but a space, hyphen, apostrophe, slash or the dot of an initial
("al-Shabaab", "Al Shabaab"; "U.S. Embassy"). A dictionary by first piece holds the phrases: at a few thousand
phrases it is never the slow part (0.3 million words a second on one core).
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from dateline.spans import Span

PIECE = re.compile(r"[^\W_]+")
GAP = re.compile(r"[ \t]?\n?[ \t]?[-‐‑–'’‘`´./]?[ \t]?")


@lru_cache(maxsize=65536)
def fold(piece: str) -> str:
    """Return `piece` without case and accents."""
    if piece.isascii():
        return piece.lower()
    plain = unicodedata.normalize("NFKD", piece.casefold())
    return "".join(char for char in plain if not unicodedata.combining(char))


@dataclass(frozen=True, slots=True)
class Pieces:
    """A text cut into pieces: folded words and where they stand, index by index."""

    text: str
    words: tuple[str, ...]
    bounds: tuple[tuple[int, int], ...]  # start and end; a Span for each took as long as all the rest

    def joined(self, index: int) -> bool:
        """Whether piece `index` and the next may belong to one phrase."""
        (start, end), (after, _) = self.bounds[index], self.bounds[index + 1]
        gap = self.text[end:after]
        if not GAP.fullmatch(gap):
            return False
        # A dot ends a sentence, unless it ends an initial.
        return "." not in gap or gap == "." or end - start <= 2


@lru_cache(maxsize=64)
def cut(text: str) -> Pieces:
    """Return the pieces of `text`; kept for the few texts that one finder after the other looks through."""
    words = tuple(map(fold, PIECE.findall(text)))
    return Pieces(text, words, tuple(match.span() for match in PIECE.finditer(text)))


@dataclass(frozen=True, slots=True)
class Match:
    """One phrase found: where, and the key that its phrase was filed under."""

    span: Span
    key: str
    cased: bool


class PhraseIndex:
    """Phrases filed under keys, ready to be found in texts."""

    def __init__(self) -> None:
        """Start empty."""
        self._by_first: dict[str, list[tuple[tuple[str, ...], str, str | None]]] = defaultdict(list)
        self._sorted = True

    def add(self, phrase: str, key: str, *, cased: bool = False) -> None:
        """File `phrase` under `key`; a cased phrase must stand in the text with exactly these capitals."""
        words = tuple(fold(m.group()) for m in PIECE.finditer(phrase))
        if words:
            self._by_first[words[0]].append((words, key, phrase if cased else None))
            self._sorted = False

    def __len__(self) -> int:
        """Return the number of phrases."""
        return sum(map(len, self._by_first.values()))

    def find(self, text: str | Pieces) -> tuple[Match, ...]:
        """Return the matches in order of text, the longest at each place, none overlapping."""
        return tuple(self._longest(cut(text) if isinstance(text, str) else text))

    def find_all(self, text: str | Pieces) -> tuple[Match, ...]:
        """Return every match, shorter and overlapping ones too."""
        pieces = cut(text) if isinstance(text, str) else text
        return tuple(match for index in self._openings(pieces) for _, match in self._at(pieces, index))

    def _sort(self) -> None:
        for filed in self._by_first.values():
            filed.sort(key=lambda item: -len(item[0]))
        self._sorted = True

    def _longest(self, pieces: Pieces) -> Iterator[Match]:
        free = 0  # the first piece behind the last match
        for index in self._openings(pieces):
            if index < free:
                continue
            for length, match in self._at(pieces, index):
                yield match
                free = index + length
                break

    def _openings(self, pieces: Pieces) -> list[int]:
        """Return the numbers of the pieces that a phrase begins with: few of a text's."""
        by_first = self._by_first
        return [index for index, word in enumerate(pieces.words) if word in by_first]

    def _at(self, pieces: Pieces, index: int) -> Iterator[tuple[int, Match]]:
        if not self._sorted:
            self._sort()
        for words, key, exact in self._by_first[pieces.words[index]]:
            length = len(words)
            if pieces.words[index : index + length] != words:
                continue
            if not all(pieces.joined(i) for i in range(index, index + length - 1)):
                continue
            span = Span(pieces.bounds[index][0], pieces.bounds[index + length - 1][1])
            if exact is not None and not _same_case(span.of(pieces.text), exact):
                continue
            yield length, Match(span, key, exact is not None)


def _same_case(found: str, exact: str) -> bool:
    return PIECE.findall(found) == PIECE.findall(exact)
