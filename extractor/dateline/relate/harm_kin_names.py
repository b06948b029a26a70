"""Gives relatives told harmed without a name the one that another sentence tells: "his wife Sunita Devi (32)"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from dateline.records import exactly
from dateline.relate.harm_identified import speaks
from dateline.relate.harm_people import KINSHIP

if TYPE_CHECKING:
    from spacy.tokens import Token

    from dateline.mentions import HarmMention, PeopleMention
    from dateline.relate.harm_people import People

OTHERS = frozenset(("another", "other", "second", "third", "elder", "older", "younger", "eldest", "youngest", "late"))


def name_relatives(people: People, harms: Sequence[HarmMention]) -> list[HarmMention]:
    """Return `harms`, a relative without a name given that of the only one whom the text calls by the same word.

    "He killed his wife and daughter. He had quarrelled with his wife Sunita Devi (32)."
    """
    if not any(_is_nameless(harm.people) for harm in harms):
        return list(harms)
    bearers: dict[str, list[PeopleMention]] = {}
    for mention in people.mentions:
        token = people.doc[mention.head]
        if mention.rule in KINSHIP and mention.name is not None and mention.count == exactly(1) and _is_met(token):
            bearers.setdefault(token.lower_, []).append(mention)
    return [_with_bearer(people, harm, bearers) for harm in harms]


def _with_bearer(people: People, harm: HarmMention, bearers: dict[str, list[PeopleMention]]) -> HarmMention:
    who = harm.people
    if who is None or not _is_nameless(who) or _is_told_apart(people.doc[who.head]):
        return harm
    found = bearers.get(people.lower[who.head], [])
    if len({mention.name for mention in found}) != 1 or any(_is_told_apart(people.doc[m.head]) for m in found):
        return harm
    return replace(harm, people=replace(who, name=found[0].name, calling=found[0].span))


def _is_nameless(who: PeopleMention | None) -> bool:
    return who is not None and who.name is None and who.rule in KINSHIP and who.count == exactly(1)


def _is_met(kin: Token) -> bool:
    """Whether the relative is somebody's of the story, who does not only say what happened."""
    owned = any(child.dep_ == "poss" for child in kin.lefts)
    return owned and not speaks(kin) and kin.dep_ != "appos" and kin.head.head.lower_ != "according"


def _is_told_apart(kin: Token) -> bool:
    """Whether the words tell it from another of the same kind: "his elder brother"."""
    return any(child.lower_ in OTHERS for child in kin.lefts)
