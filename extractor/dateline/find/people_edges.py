"""Finds where a person's name starts and ends of which the tagger sees a part."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.records import VictimCategory

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

    from dateline.find.people_phrases import Scene

PLACE_WORDS = frozenset(("region", "province", "district", "city", "town", "village", "street", "county", "avenue"))
SHORTEST_NAME = 3  # letters
# Who may hold an office of a place, and those who hold none of anything else: "the bishop of Achi".
OFFICES = frozenset((
    VictimCategory.POLITICIAN, VictimCategory.GOVERNMENT, VictimCategory.DIPLOMAT, VictimCategory.CLERGY,
    VictimCategory.JUDICIAL,
))  # fmt: skip
PLACED_OFFICES = frozenset(
    ("mayor", "governor", "bishop", "archbishop", "vicar", "prefect", "councilman", "councillor")
)
PARTS_OF_TOWNS = frozenset(("san", "santa", "santo", "la", "el", "los", "las", "puerto", "villa", "new", "saint", "st"))
LONGEST = 4  # words of a place
# Before a town beside a name: "in Houston Ana Ruiz was killed".
PLACING = frozenset(("in", "at", "near", "from", "to", "outside", "around", "through", "into"))


def name_start(scene: Scene, name: Span) -> int:
    """Return the token where the name starts of which the tagger saw `name`: "Senator Ana Ruiz Cano"."""
    first = name.start
    while first and (word := scene.doc[first - 1]).dep_ == "compound":
        told = word.tag_ == "NNP" and not word.ent_type_
        if not told and not _is_first_name(scene, word, name):
            break
        if word.i in scene.roles or not word.text.istitle() or word.head.i < first or len(word) < SHORTEST_NAME:
            break
        first -= 1
    return first


def _is_first_name(scene: Scene, word: Token, name: Span) -> bool:
    """Whether a name of several words shows what the tagger takes for a town or a people to be its first name.

    "The kidnapping of Orlando Cueller Osorio"; not "the mayor of Orlando Ana Ruiz Cano".
    """
    before = scene.doc[word.i - 1] if word.i else None
    if before is None or word.tag_ != "NNP" or word.ent_type_ not in ("NORP", "GPE"):
        return False
    # "A driver, Emeka Okoro, died".
    if before.text == "," and word.i - 2 in scene.roles:
        return True
    if len(name) < 2 or word.ent_type_ != "GPE" or not word.is_alpha:
        return False
    return before.lower_ not in PLACING and not (before.lower_ == "of" and before.i and before.i - 1 in scene.roles)


def name_behind_place(scene: Scene, office: Token) -> tuple[int, int] | None:
    """Return the first and last token of the name behind an office and its place: "the mayor of Achi Ana Ruiz Paz"."""
    doc, placed = scene.doc, scene.roles.get(office.i)
    if placed is None or placed.role.category not in OFFICES or office.i + 2 >= len(doc):
        return None
    if doc[office.i + 1].lower_ not in ("of", "in", "to"):
        return None
    start = office.i + 2
    index = start
    while index < len(doc) and doc[index].tag_ == "NNP" and index not in scene.person_at and index - start < LONGEST:
        index += 1
    named = scene.person_at.get(index) if index < len(doc) else None
    if named is None or named[0] != index:
        return None
    first, last = named
    if index == start:  # the tagger takes the place into the name
        first += 2 if doc[index].lower_ in PARTS_OF_TOWNS else 1
        if office.lower_ not in PLACED_OFFICES:
            return None
    elif doc[index - 1].lower_ in PARTS_OF_TOWNS:
        first += 1  # "San Salvador Ana Ruiz"
    said = last + 1 < len(doc) and doc[last + 1].lower_ in ("said", "says", "told")
    return None if said or last <= first else (first, last)


def name_end(scene: Scene, name: Span) -> int:
    """Return the last token of a name whose surname the tagger takes for a town: "Ana Elena Lima"."""
    last = name.end - 1
    if len(name) < 2 or name.end >= len(scene.doc) or scene.doc[last].dep_ != "compound":
        return last
    surname = scene.doc[name.end]
    alone = surname.i + 1 >= len(scene.doc) or scene.doc[surname.i + 1].ent_iob_ != "I"
    town = surname.ent_type_ == "GPE" and surname.ent_iob_ == "B" and alone
    return surname.i if town and scene.doc[last].head.i == surname.i and surname.lower_ not in PLACE_WORDS else last
