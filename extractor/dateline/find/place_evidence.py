"""Weighs whether capitalised words are the name of a place here, by what stands around them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dateline.analysis.recasing import load_words
from dateline.find.place_chunks import tokens_of
from dateline.find.place_words import PlaceWords, load_place_words
from dateline.gazetteer import Gazetteer, PlaceKind, Toponym, name_key

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from dateline.spans import Span

ENOUGH = 2.0  # evidence above which the words are taken for a place
PLACE_LABELS = {"GPE": 3.0, "LOC": 2.5, "FAC": 1.5}
OTHER_LABELS = {"PERSON": -2.0, "ORG": -1.5, "NORP": -2.5, "DATE": -4.0, "TIME": -4.0, "CARDINAL": -3.0, "ORDINAL": -3.0}
STRONG_LEADS = frozenset("in near outside throughout across around inside within toward towards via into".split())  # noqa: SIM905
WEAK_LEADS = frozenset("at from to of over through along between on off leaving above beyond".split())  # noqa: SIM905
# "30 km west of", "north of": the words before "of" belong to the relation.
_BEARING = r"(?:(?:north|south|east|west)(?:[-\s]?(?:east|west))?|outside|inside|upstream|downstream|ahead|short)"
_LEAD = re.compile(
    rf"\b(?P<bearing>{_BEARING})\s+(?:of|from)\s+(?:the\s+)?$"
    r"|\b(?P<lead>close to|next to|north|south|[a-z]+)\s+$",
    re.IGNORECASE,
)
# What may stand between the preposition and the name: "in the heavily fortified", "in the northern city of".
_FILLER = re.compile(r"(?:(?:the|a|an|its|their|his|her|our|this|that|nearby|neighbou?ring|[a-z]+ly|[a-z]+(?:ern|al|ed|an|ic|ar|ish|en|ile|est|ous)|[a-z]+-[a-z]+|north|south|east|west|[\w-]+,?)\s+){0,4}$")  # fmt: skip  # noqa: E501
_OWNED = re.compile(
    r"\b(?:embassy|consulate|ambassador|bank|university|church|bishop|archbishop|duke|duchess|prince|king|queen|earl|"
    r"islamic state|republic|army|party|front|government|president|college|institute|voice)\s+(?:of|to)\s+(?:the\s+)?$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What stands around a candidate name."""

    lead: str | None  # preposition or bearing that leads to it
    feature: str | None  # kind word printed with it, singular
    feature_kind: str | None  # the list that word stands in
    feature_end: int  # end of a feature word behind the name; the name's own end without one
    left: str  # the sentence up to the name
    before: str | None  # capitalised word of the same run right before it
    behind: str | None  # capitalised word of the same run right behind it, None when that is its feature word


def weigh(
    doc: Doc, span: Span, around: Surroundings, places: tuple[Toponym, ...], surnames: frozenset[str], *, opens: bool
) -> float:
    """Return the evidence that the words of `span` name a place; `ENOUGH` and above are taken."""
    words = load_place_words()
    name = span.of(doc.text)
    label, whole = _label(doc, span)
    score = PLACE_LABELS.get(label, OTHER_LABELS.get(label, 0.0 if not label else -2.0))
    if label and label not in PLACE_LABELS and not whole:
        score -= 1.5
    score += _of_lead(around)
    if around.feature is not None:
        score += 3.0 if around.feature_kind != "site" or places else 2.0
    score += _of_fame(name, places)
    score += _of_neighbours(around, words, label)
    if name in surnames and label not in PLACE_LABELS:
        score -= 4.0
    if " " not in name and label not in PLACE_LABELS and name.casefold() in load_words():
        score -= 2.5
    if opens and not label and " " not in name and around.feature is None:
        score -= 0.5
    if len(name_key(name)) <= 3 and not label and around.feature is None and not name.isupper():
        score -= 2.0
    return score


def _label(doc: Doc, span: Span) -> tuple[str, bool]:
    """Return the entity label over the span, "" without one, and whether the entity goes no further than the span."""
    tokens = tokens_of(doc, span)
    labels = [token.ent_type_ for token in tokens if token.ent_type_]
    if not labels:
        return "", True
    label = max(set(labels), key=lambda one: (labels.count(one), one))
    start, end = tokens.start, tokens.end
    goes_on = (end < len(doc) and doc[end].ent_iob_ == "I" and not doc[end].text.startswith(("'", "’"))) or (
        doc[start].ent_iob_ == "I" and doc[start - 1].text.casefold() not in ("the", "a")
    )
    return label, not goes_on


def _of_lead(around: Surroundings) -> float:
    if _OWNED.search(around.left) and around.feature is None:
        return -4.0
    lead = (around.lead or "").split(" ")[-1]
    if around.lead and " " in around.lead:
        return 2.5
    return 2.5 if lead in STRONG_LEADS else 1.2 if lead in WEAK_LEADS else 0.0


def _of_fame(name: str, places: tuple[Toponym, ...]) -> float:
    if not places:
        return -1.5
    best = places[0]
    if best.kind in (PlaceKind.COUNTRY, PlaceKind.ADMIN1) and best.fame > 4.5:
        return 2.0
    if best.kind in (PlaceKind.FEATURE, PlaceKind.QUARTER):
        return 2.0 if " " in name else 1.0
    return 1.5 if best.fame >= 6 else 1.0 if best.fame >= 5 else 0.6 if best.fame >= 4 else 0.3


def _of_neighbours(around: Surroundings, words: PlaceWords, label: str) -> float:
    score = 0.0
    if around.before is not None:
        small = around.before.casefold().rstrip(".")
        if small in words.title:
            score -= 5.0
        elif small not in words.direction:
            score -= 1.0 if label in PLACE_LABELS else 3.0
    elif re.search(r"\b(?:Mr|Mrs|Ms|Dr|Gen|Lt|Col|Capt|Sgt|Maj|Rev|Sen|Rep|Gov|President|Judge|Officer)\.?\s$", around.left):
        score -= 5.0
    if around.behind is not None:
        small = around.behind.casefold().rstrip(".")
        score -= 3.5 if small in words.organisation else 1.0 if label in PLACE_LABELS else 2.5
    return score


def find_lead(left: str) -> str | None:
    """Return the preposition that leads to a name at the end of `left`, None without one.

    A bearing keeps its word: "west of". Determiners, adjectives and "city of" in between are skipped.
    """
    match = _LEAD.search(left)
    if match and match["bearing"]:
        return f"{match['bearing'].casefold()} of"
    near = re.search(
        r"\b(in|near|at|from|to|into|outside|inside|within|around|across|throughout|towards?|of|over|through|along|between|"
        r"on|off|via|above|beyond|close to|next to|for|by|with|against)\s+((?:[\w’'-]+,?\s+){0,4})$",
        left,
        re.IGNORECASE,
    )
    if near is None:
        return None
    # The nearest preposition counts, unless it is the "of" of "the city of".
    inner = list(re.finditer(r"\b(in|near|at|from|to|into|outside|inside|within|around|across|throughout|towards?|of|over|through|along|between|on|off|via|above|beyond|for|by|with|against)\s", near[0], re.IGNORECASE))  # fmt: skip  # noqa: E501
    last = inner[-1] if inner else None
    if last is None:
        return near[1].casefold()
    between = near[0][last.end() :]
    if between and not _is_filler(between):
        return None
    word = last[1].casefold()
    bearing = re.search(rf"({_BEARING})\s+of\s+(?:the\s+)?$", near[0][: last.end()], re.IGNORECASE) if word == "of" else None
    if bearing:
        return f"{bearing[1].casefold()} of"
    if word == "of" and len(inner) > 1 and _names_kind(near[0][: last.start()]):
        return inner[-2][1].casefold()
    if near[1].casefold() in ("close to", "next to") and word == "to":
        return near[1].casefold()
    return word


def _names_kind(left: str) -> bool:
    """Whether the text ends in a word like "city" or "parts", after which "of" leads to the place itself."""
    tail = re.search(r"([A-Za-z-]+)\s*$", left)
    if tail is None:
        return False
    kind = load_place_words().kind(tail[1])
    small = tail[1].casefold()
    return kind is not None or small in {"part", "parts", "outskirts", "center", "centre", "heart", "middle", "side", "edge", "capital"}


_ADJECTIVE = re.compile(r"(?:the|a|an|its|their|his|her|our|nearby|[a-z]+ly|[a-z’'-]+)")


def _is_filler(between: str) -> bool:
    """Whether the words between preposition and name are only determiners, adjectives and kind words."""
    found = between.replace(",", " ").split()
    return len(found) <= 4 and all(_ADJECTIVE.fullmatch(word) for word in found) and not re.search(
        r"\b(?:and|or|who|which|that|was|were|is|are|has|had|said|when|while|after|before|as|but)\b", between
    )
