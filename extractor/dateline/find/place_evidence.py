"""Weighs whether capitalised words are the name of a place here, by what stands around them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dateline.analysis.recasing import load_words
from dateline.analysis.texts import text_of
from dateline.find.place_chunks import tokens_of
from dateline.find.place_unlisted import HEADED, OF_DISTANCE, is_told_as_town, weigh_unlisted
from dateline.gazetteer import PlaceKind, Toponym, name_key
from dateline.gazetteer.place_words import PlaceWords, load_place_words

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from dateline.find.place_persons import Persons
    from dateline.spans import Span

OF_SURNAME = 7.0  # evidence against the surname of who is named with an age, and against a church's saint
FAMOUS = 5.0  # towns of 100,000 people
SECOND_FAME = 4.0  # about 10,000 people
STRAY = frozenset({"WORK_OF_ART", "EVENT", "LAW", "LANGUAGE", "PRODUCT", "DATE", "CARDINAL", "TIME", "QUANTITY"})
ENOUGH = 2.0  # evidence above which the words are taken for a place
POLICED_FAME = 3.5  # about 3,000 people
OF_POLICE = 3.5  # evidence of a town's police, beside that of what else stands behind towns
PLACE_LABELS = {"GPE": 3.0, "LOC": 2.5, "FAC": 1.5}
OTHER_LABELS = {
    "PERSON": -2.0,
    "ORG": -1.5,
    "NORP": -2.5,
    "DATE": -4.0,
    "TIME": -4.0,
    "CARDINAL": -3.0,
    "ORDINAL": -3.0,
}
STRONG_LEADS = frozenset("in near outside throughout across around inside within toward towards via into".split())  # noqa: SIM905
WEAK_LEADS = frozenset(
    "at from to of over through along between linking connecting on off leaving above beyond".split()  # noqa: SIM905
)
LEADS = STRONG_LEADS | WEAK_LEADS | frozenset(("for", "by", "with", "against"))
WAYS = frozenset(("road", "highway", "motorway", "way"))  # "on the road to X" is not in X
REACH = 120  # code points before a name that are looked at
# "30 km west of", "north of": the words before "of" belong to the relation.
_BEARING = re.compile(
    r"(?:\b\d[\d.,]*\s?(?:km|kilomet(?:er|re)s?|miles?|mi)\s(?:\([^()]{1,20}\)\s)?(?:to the\s)?)?"
    r"\b(?:(?:north|south|east|west)(?:[-\s]?(?:east|west))?|outside)\s$",
    re.IGNORECASE,
)
_IN_A_PART = re.compile(r"\b(in|across|throughout) the (?:far |extreme |deep )?$", re.IGNORECASE)  # "south of Junin"
_WORDS = re.compile(r"\S+")
# What may stand between the preposition and the name: "in the heavily fortified", "in the northern city".
_ADJECTIVE = re.compile(r"(?:[a-z][a-z’'-]*,?|\d+(?:st|nd|rd|th))", re.IGNORECASE)
_NO_FILLERS = frozenset(
    (
        *("and", "or", "who", "that", "was", "were", "is", "are", "has", "had", "have", "said", "when", "while"),
        *("after", "before", "as", "but", "it", "he", "she", "not", "today", "yesterday", "tonight", "night"),
        *("morning", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
    )
)
_PARTS = frozenset("part parts outskirts center centre heart middle side edge capital".split())  # noqa: SIM905
_OWNED = re.compile(
    r"\b(?:embassy|consulate|ambassador|bank|university|church|bishop|archbishop|duke|duchess|prince|king|queen|earl|"
    r"islamic state|republic|army|party|front|government|president|college|institute|voice)\s+(?:of|to)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
# "At the university of Toliara": in small letters, a house of that town.
_AT_HOUSE = re.compile(r"\b(?:at|in|inside|outside|near) the (?:university|college|institute|consulate|bank) of\s+$")
_MIDST = re.compile(r"\b(?:central|downtown|suburban|inner[ -]city)\s$", re.IGNORECASE)  # what towns alone have
OF_MIDST = 2.0
WIDE_KM = 30.0  # radius of lands rather than houses: "the Pantanal", not "the White House"
NAMES = r"[A-Z][\w’'-]*(?: [A-Z][\w’'-]*){0,3}"  # words that may be the name of a place
_CALLED = re.compile(  # "the village of ", "the communities, Dan Geza and "
    rf"\b(?:(?:village|town|hamlet|settlement|township|community|municipality|commune) of"
    rf"|(?:villages|towns|hamlets|settlements|communities)(?: of|,)?) (?:{NAMES}(?:,|,? and) )*$"
)
_HALLOWED = re.compile(
    r"\b(?:church|chapel|cathedral|basilica|shrine|abbey|convent|monastery|parish|feast|statue|tomb|mosque|order|school"
    r"|university|hospital|college) of\s+$",
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
    clear: bool  # whether nothing capitalised but a direction stands before it in its run
    behind: str | None  # capitalised word of the same run right behind it, None when that is its feature word


def weigh(
    doc: Doc,
    span: Span,
    around: Surroundings,
    places: tuple[Toponym, ...],
    persons: Persons,
    *,
    opens: bool,
    held: bool = False,
) -> float:
    """Return the evidence that the words of `span` name a place; `ENOUGH` and above are taken.

    What the tagger takes for something else is none against a name that is `held` by a place, or called a village.
    """
    words = load_place_words()
    name = span.of(text_of(doc))
    label, whole = _label(doc, span)
    if places and whole and label in STRAY and around.lead is not None and " " not in name:
        # What the tagger does not know at all it takes for a work of art or a day: "in Songea".
        label = "" if name.casefold() not in load_words() else label
    score = PLACE_LABELS.get(label, OTHER_LABELS.get(label, 0.0 if not label else -2.0))
    if label and label not in PLACE_LABELS and not whole:
        score -= 1.5
    named = words.opening.get(name.split(" ")[0]) == "site"  # "Avenida Central", a body or a person to the tagger
    called = held or (not places and (named or _CALLED.search(around.left) is not None))
    score = max(score, 0.0) if called else score
    score += _of_lead(around) + _of_standing(name, label, around, places)
    if around.feature is not None:
        # A kind word is near to proof for a name that no gazetteer lists: what else is "the X neighborhood"?
        score += 3.0 if places or named else 2.0 if around.feature_kind == "site" else 5.0
    score += _of_fame(name, places)
    score += _of_neighbours(around, words, label)
    if places:
        score += _of_land(around, places)
        score += _of_use(text_of(doc), span, around) + (OF_MIDST if _MIDST.search(around.left) else 0.0)
        if label in ("", "ORG") and around.before is None and around.behind is None:
            score += _of_pair(text_of(doc), span, around, places)
    else:
        alone = around.before is None and around.behind is None
        score += weigh_unlisted(text_of(doc), span, around.left, alone=alone, label=label)
    if name in persons.aged:
        score -= OF_SURNAME
    elif label not in PLACE_LABELS and name in persons.tagged and not called:
        score -= 4.0
    if name.startswith(("St ", "St. ", "Sts ", "Saint ")) and _HALLOWED.search(around.left):
        score -= OF_SURNAME
    policed = is_policed(text_of(doc), span, places)
    if policed:
        score += OF_POLICE
    elif " " not in name and label not in PLACE_LABELS and name.casefold() in load_words():
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


# "Garland police have arrested ...", "Hoover PD: ...", "Waycross Police": to the tagger often a person's or a body's.
_POLICE = re.compile(
    r"\s(?:police(?=\s(?:department|officers?|chief|spokes\w+|say|said|are|were|have|has|had|arrested?|identified|responded"
    r"|found|confirmed|told|believe|announced|released|continue|investigat\w+|detectives?)\b)|Police\b|PD\b)"
)


def is_policed(text: str, span: Span, places: tuple[Toponym, ...]) -> bool:
    """Whether the words name a town of some size by its police."""
    if not places or places[0].fame < POLICED_FAME or span.of(text).casefold() in load_place_words().force:
        return False
    return _POLICE.match(text, span.end) is not None


# "A Chapin man", "Roselle police", "Newberry home invasion": people and services of a town.
_OF_TOWN = re.compile(
    r"\s(?:man|woman|men|women|boy|girl|teen|teenager|couple|family|families|residents?|native|police|firefighters?|officials?|"
    r"officers?|authorities|mayor|councilman|home|house|business|attorney|lawyer|student|students|school|hospital|jail|"
    r"fire|shooting|bombing|blast|attack|attacks|killings?|murder|massacre|airport|suburbs?|court|native|prosecutors?|"
    r"Police|PD|Fire|Firefighters|Sheriff['’]?s?|Mayor|Airport)\b"
)
_OPENING = re.compile(r"\s*(?:\([A-Z][\w/ ]+\)|[-–—]{1,2}\s|:\s+(?=[A-Z]))")
_DASH = re.compile(r"\s(?:—|–|--)\s(?=[A-Z\"“])")
_HEADING = re.compile(r"\.\s+(?=[A-Z\"“])")  # "LEBANON. A bomb ..."
# "Khalis lies about 60 kilometres north of Baghdad", "had left Hameln on its way to Hanover", "the mayor of Khalis".
_SITUATED = re.compile(
    r"\s(?:lies|is|is located|is situated|sits)\s(?:about|some|around|roughly|just|nearly)?\s?\d+\s?(?:km|kilomet|mi)"
)
_LEFT = re.compile(r"\b(?:left|leaving|departed|departing)\s+$")
_BOUND = re.compile(r"\s(?:on (?:its|their|the) way|for\b|bound|heading|headed|toward)")
_AGED = re.compile(r"(?:\b\d{1,2}|[A-Z]\w+),? of\s+$")


def _of_standing(name: str, label: str, around: Surroundings, places: tuple[Toponym, ...]) -> float:
    """Weigh a preposition right before the name, and capitals that look like an acronym."""
    if name.isupper() and len(name) <= 5 and label not in PLACE_LABELS:
        return 0.0 if places and places[0].is_region and places[0].fame > 6 else -3.0
    if label in ("DATE", "TIME", "EVENT", "LAW", "WORK_OF_ART") or around.before or around.behind:
        return 0.0
    if places and _BESIEGED.search(around.left):
        return 3.0
    if label in ("LANGUAGE", "NORP") and not (places and places[0].fame >= FAMOUS):
        town = label == "NORP" and places and places[0].kind is PlaceKind.LOCALITY and places[0].fame >= SECOND_FAME
        return 3.0 if town and _RIGHT_BEFORE.search(around.left) else 0.0
    if _RIGHT_BEFORE.search(around.left):
        # The tagger takes many a foreign town for a person or a body, but things happen in towns.
        return 3.0 if label or not places else 1.0
    if places and around.feature is None and label in ("PERSON", "ORG", "") and _RIGHT_FROM.search(around.left):
        return 2.0
    return 1.5 if _OF_REGION.search(around.left) else 0.0


_RIGHT_BEFORE = re.compile(r"\b(?:in|near|nearby|through|In|Near|Nearby|Through|(?:road|highway|motorway) to)\s+$")
_RIGHT_FROM = re.compile(r"(?:\b(?:[Ff]rom|[Oo]utside)|, of|\d of)\s+$")
_BESIEGED = re.compile(r"\b(?:shelling|bombardment|siege|battle)s? (?:of|for|on)\s+$", re.IGNORECASE)
_OF_REGION = re.compile(
    r"\b(?:districts?|provinces?|areas?|outskirts|suburbs?|neighbou?rhoods?|parts?|city|towns?|villages?|port|resort|island"
    r"|municipalit(?:y|ies)|communes?|prefectures?|governorates?|count(?:y|ies))"
    r" of\s+$"
)


_SIDED = re.compile(
    r"\b(?:(?:north|south)(?:-?(?:east|west))?|east|west|central)(?:ern)?\s$|\b(?:rural|mainland|occupied|neighbou?ring)\s$"
)


def _of_land(around: Surroundings, places: tuple[Toponym, ...]) -> float:
    """Weigh words that only lands have before them: "north-east Victoria", "the Pantanal"."""
    if around.before is not None or around.behind is not None:
        return 0.0
    if places[0].kind is PlaceKind.FEATURE and places[0].radius >= WIDE_KM and around.left.endswith(("the ", "The ")):
        return OF_MIDST
    return OF_MIDST if places[0].is_region and _SIDED.search(around.left) else 0.0


def _of_use(text: str, span: Span, around: Surroundings) -> float:
    """Weigh uses that only towns have: at the head of a report, behind an age, in front of "man" or "police"."""
    if _OF_TOWN.match(text, span.end) is not None:
        return 2.5
    if not around.left.strip(" \"“'(") and _OPENING.match(text, span.end):
        return 4.5 if span.of(text).isupper() or _DASH.match(text, span.end) else 3.0
    if not around.left.strip(" \"“'(") and span.of(text).isupper() and _HEADING.match(text, span.end):
        return 3.0
    if _SITUATED.match(text, span.end) is not None or is_told_as_town(text, span.end):
        return 4.0
    if _LEFT.search(around.left) and _BOUND.match(text, span.end) is not None:
        return 4.0
    if text.startswith(", where ", span.end) and around.lead is not None:
        return 2.0
    return 1.5 if _AGED.search(around.left) else 2.0 if HEADED.search(around.left) else 0.0


_FIRST_OF_TWO = re.compile(rf" and {NAMES}")
_BETWEEN = re.compile(rf"\bbetween {NAMES} and $")
_IN_ANOTHER = re.compile(rf"\b(?:in|at|near|from) (?:the )?{NAMES}, $")
_ENDS_THERE = re.compile(r"[,.;]|\s(?:on|after|when|where|last|early|late|yesterday|today|this)\b")


def _of_pair(text: str, span: Span, around: Surroundings, places: tuple[Toponym, ...]) -> float:
    """Weigh "between A and B", and "in A, B" where no list goes on, for what the tagger does not know as a place."""
    if around.left.endswith("between ") and _FIRST_OF_TWO.match(text, span.end):
        return 2.0
    if _BETWEEN.search(around.left):
        return 4.0
    known = places[0].fame >= SECOND_FAME
    return 3.5 if known and _IN_ANOTHER.search(around.left) and _ENDS_THERE.match(text, span.end) else 0.0


_RIGHT_OF = re.compile(r"\d[^,]*\bof\s+$")  # "58 km northeast of"


def _of_lead(around: Surroundings) -> float:
    if _OWNED.search(around.left) and around.feature is None and not _AT_HOUSE.search(around.left):
        return -4.0
    lead = (around.lead or "").split(" ")[-1]
    if around.lead and " " in around.lead:
        return OF_DISTANCE if around.lead[-2:] == "of" and _RIGHT_OF.search(around.left) else 2.5
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
    elif re.search(
        r"\b(?:Mr|Mrs|Ms|Dr|Gen|Lt|Col|Capt|Sgt|Maj|Rev|Sen|Rep|Gov|President|Judge|Officer)\.?\s$", around.left
    ):
        score -= 5.0
    if around.behind is not None:
        small = around.behind.casefold().rstrip(".")
        score -= 3.5 if small in words.organisation else 1.0 if label in PLACE_LABELS else 2.5
    return score


def find_lead(left: str) -> str | None:
    """Return the preposition that leads to a name at the end of `left`, None without one.

    Determiners, adjectives and "city of" in between are skipped; a bearing keeps its words: "30 km west of".
    """
    tail = left[-REACH:]
    words = [(match.group(), match.start()) for match in _WORDS.finditer(tail)]
    skipped = 0
    before_kind = False
    for number in range(len(words) - 1, -1, -1):
        word, start = words[number]
        small = word.casefold().rstrip(",")
        if small in LEADS:
            if small in ("of", "from"):
                bearing = _BEARING.search(tail[:start])
                part = _IN_A_PART.search(tail, 0, bearing.start()) if bearing is not None else None
                if bearing is not None:
                    return part[1].casefold() if part is not None else f"{bearing[0].strip().casefold()} of"
            if small == "of" and skipped <= 5 and _names_kind(tail[:start]):
                continue
            before = words[number - 1][0].casefold() if small == "to" and number else ""
            if before in ("close", "next") or before in WAYS:
                return f"{before} to"
            return small
        skipped += 1
        # "The Israeli town of": of words with a capital, those that say whose town it is.
        if skipped > 5 or not (before_kind or _ADJECTIVE.fullmatch(word)) or small in _NO_FILLERS:
            return None
        before_kind = load_place_words().area(small) is not None
    return None


def _names_kind(left: str) -> bool:
    """Whether the text ends in a word like "city" or "parts", after which "of" leads to the place itself."""
    tail = re.search(r"([A-Za-z-]+)\s*$", left)
    if tail is None:
        return False
    kind = load_place_words().kind(tail[1])
    small = tail[1].casefold()
    return kind is not None or small in _PARTS
