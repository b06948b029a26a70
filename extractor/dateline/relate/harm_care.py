"""Tells words that stand where the hurt would, and are nobody hurt: "walked into a clinic shot", "took himself to"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.records import VictimCategory
from dateline.relate.harm_words import SELVES

if TYPE_CHECKING:
    from spacy.tokens import Token

    from dateline.mentions import PeopleMention
    from dateline.relate.harm_people import People
    from dateline.relate.harm_words import Cue

CARE = frozenset(("hospital", "hospitals", "clinic", "infirmary", "center", "centre", "room", "department"))

TREATED = frozenset(("treated", "admitted", "hospitalised", "hospitalized"))


def is_of_care(noun: Token) -> bool:
    """Whether it is where somebody goes with wounds, or only himself: "attended hospital", "took himself to it"."""
    return noun.lower_ in CARE or noun.lower_ in SELVES


def works_there(people: People, cue: Cue, who: PeopleMention) -> bool:
    """Whether "at a hospital" tells whose nurse or guard somebody is: "worked as a nurse at a hospital"."""
    if people.lower[cue.first] != "at" or people.last_token(who) + 1 != cue.first:
        return False
    head = people.doc[who.head]
    calling = head.dep_ in ("attr", "appos") or (head.dep_ == "pobj" and head.head.lower_ == "as")
    return who.category is VictimCategory.HEALTH_WORKER or calling


def are_cared_for(wounded: Token) -> bool:
    """Whether people with wounds live: "ten people with gunshot wounds were being treated"."""
    return wounded.dep_ == "nsubjpass" and wounded.head.lower_ in TREATED
