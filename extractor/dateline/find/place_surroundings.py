"""Reads what stands around a run of capitalised words: what leads to it, and the kind word with it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dateline.analysis.texts import text_of
from dateline.find.place_evidence import NAMES, REACH, Surroundings, find_lead
from dateline.gazetteer.place_words import load_place_words, singular

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from dateline.find.place_chunks import Chunk

_SMALL_WORDS = re.compile(r"(?:[a-z][\w-]*\s+){0,4}")
_LAST_NAME = re.compile(r"[A-Z][\w.-]*(?: [A-Z][\w.-]*){0,2}$")
_LIST_BEFORE = re.compile(rf"\b([a-z-]{{4,20}}s)(?: of|,)? (?:{NAMES}(?:,|,? and) ){{1,8}}$")
_LIST_BEHIND = re.compile(rf"(?:, {NAMES}){{0,8}},? and {NAMES} ([a-z]+s)\b")
_LIST_GOES_ON = re.compile(r"(?:,|,? and|,? or)? (?:[a-z]{1,3}-)?[A-Z]|/")  # "the districts of al-Sur and Cizre"
_KIND_BEFORE = re.compile(r"\b((?:[a-z-]+ )?(?!of\b)[A-Za-z-]+)(\s+of)?\s+(?:the\s+)?$")  # "northern city of the "
_PARTS = frozenset(("district", "quarter", "suburb", "neighborhood", "neighbourhood"))
_ONE_OF = re.compile(r"\b(?:an?|another|one)\s+(?:[\w-]+,?\s+){0,3}[a-z]+$", re.IGNORECASE)
_KIND_REACH = 80  # code points that it takes at most
_FOUR_WORDS = re.compile(r"(?:\s[A-Za-zé-]+){1,4}")
_CIVIC = frozenset(
    ("Council", "Police", "Court", "Manager", "Attorney", "Commission", "Governor", "Patrol", "Authority")
)


def find_surroundings(doc: Doc, chunk: Chunk, i: int, j: int) -> Surroundings:
    """Return what stands around the words of `chunk` from `i` up to `j`."""
    words = chunk.words
    text = text_of(doc)
    left = _left_of(text, chunk, words[i].start)
    feature, kind, end = _feature_behind(text, words[j - 1].end, chunk.sentence.end)
    if feature is None and j - i > 1 and words[i].of(text) in load_place_words().opening:
        feature, kind = words[i].of(text).casefold(), load_place_words().opening[words[i].of(text)]
    if feature is None:
        feature, kind = _feature_before(left, text[words[j - 1].end : chunk.sentence.end])
    if feature is None:
        feature, kind = _feature_of_list(left, text[words[j - 1].end : chunk.sentence.end])
    behind = (
        words[j].of(text) if j < len(words) and words[j].start >= end and text[end : words[j].start] == " " else None
    )
    before = words[i - 1].of(text) if i > 0 and text[words[i - 1].end : words[i].start] == " " else None
    start = i
    while start > 0 and words[start - 1].of(text).casefold() in load_place_words().direction:
        start -= 1
    lead = find_lead(_before_owner(_left_of(text, chunk, words[start].start)))
    return Surroundings(lead, feature, kind, end, left, before, start == 0, behind)


def _left_of(text: str, chunk: Chunk, end: int) -> str:
    return text[max(chunk.sentence.start, end - REACH) : end]


def _before_owner(left: str) -> str:
    """Return the text up to an owner at its end: "in " of "in Baghdad's heavily fortified "."""
    cut = max(left.rfind("'s "), left.rfind("’s "))
    if cut < 0 or not _SMALL_WORDS.fullmatch(left, cut + 3):
        return left
    return _LAST_NAME.sub("", left[:cut])


def _feature_behind(text: str, end: int, limit: int) -> tuple[str | None, str | None, int]:
    """Return the feature word right behind a name, its list and its end: "province" of "Helmand province"."""
    table = load_place_words()
    match = _FOUR_WORDS.match(text, end, min(limit, end + 60))
    if match is None:
        return None, None, end
    parts = match[0].split()
    for count in range(min(table.longest, len(parts)), 0, -1):
        word = " ".join(parts[:count])
        kind = table.kind(word)
        if kind is not None and parts[0][0].isupper() and " ".join(parts[count : count + 1]) in _CIVIC:
            # "Leeds City Council" is no city of Leeds.
            return None, None, end
        if kind is not None:
            return singular(word), kind, end + len(word) + 1
    return None, None, end


def _feature_before(left: str, right: str) -> tuple[str | None, str | None]:
    """Return the feature word in front of a name and its list: "city" of "the northern city of".

    "Rebel-held districts of Aleppo" are parts of the one town; "the districts of Sur and Cizre" bear the names.
    """
    table = load_place_words()
    match = _KIND_BEFORE.search(left, max(0, len(left) - _KIND_REACH))
    if match is None:
        return None, None
    two = match[1]
    for word in (two, two.split()[-1]):
        area = table.area(word)
        if area is not None and match[2] and singular(word) != word.casefold() and not _LIST_GOES_ON.match(right):
            return None, None
        if area is not None and match[2] and word in _PARTS and _ONE_OF.search(left, 0, match.start(2)):
            return None, None  # "a crowded district of Aleppo" is a part of the town
        if area is not None and (match[2] or word.islower()):
            return singular(word), area
        if area is None and match[2] and table.kind(word) is not None:
            return None, None  # "the streets of Kabul" speaks of Kabul, not of a street
    return None, None


def _feature_of_list(left: str, right: str) -> tuple[str | None, str | None]:
    """Return the kind word of a list that the name stands in: "the villages of A, B and C", "A and B provinces"."""
    table = load_place_words()
    for match in (_LIST_BEFORE.search(left), _LIST_BEHIND.match(right)):
        if match is not None and (area := table.area(match[1])) is not None:
            return singular(match[1]), area
    return None, None
