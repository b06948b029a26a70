"""Reads who met the same fate in another way, the verb not said again: "12 died at the scene and two in hospital"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from dateline.find.people_phrases import make_bare_mention
from dateline.mentions import HarmMention
from dateline.records import VictimStatus
from dateline.relate.harm_words import HURT

if TYPE_CHECKING:
    from dateline.mentions import PeopleMention
    from dateline.relate.harm_people import People

DYING = frozenset(("died", "die"))
# What tells of the way: where they died, how badly they are hurt.
WHERE = frozenset(("in", "at", "later", "during", "on"))
PLACES = frozenset(("hospital", "hospitals", "clinic", "clinics", "later", "way", "surgery", "scene", "ambulance"))
HOW = frozenset(("slightly", "lightly", "seriously", "severely", "critically", "gravely", "badly"))
JOINTS = frozenset(("and", "while"))
ANOTHER = "people.another"  # rule of "another", "a third"
MORE = frozenset(("more", "others"))
REACH = 12  # tokens behind the verb
CLAUSE = 7  # tokens in which those counted may have a verb of their own


def complete_ellipses(people: People, harms: Sequence[HarmMention]) -> list[HarmMention]:
    """Return `harms`, with those of whom only the other way is told, and not as hurt whom "in hospital" tells dead."""
    found: list[HarmMention] = []
    for harm in harms:
        verb = people.lower[harm.head]
        ways = WHERE if verb in DYING else HOW if verb in HURT else frozenset[str]()
        counted = harm.count is not None and harm.count.best and not harm.part
        mention = _read_other(people, harm, ways) if counted and ways and harm.people is not None else None
        if mention is not None:
            rule = f"{harm.rule.rpartition('.')[0]}.elliptic"
            found.append(replace(harm, rule=rule, people=mention, count=mention.count))
    told = {harm.people.head for harm in found if harm.people is not None}
    kept = [
        harm
        for harm in harms
        if harm.people is None or harm.people.head not in told or harm.status is not VictimStatus.INJURED
    ]
    return [*kept, *found]


def _has_verb(people: People, index: int) -> bool:
    """Whether a verb of its own follows at or behind a token, before any comma."""
    for word in people.doc[index : min(index + CLAUSE, people.doc[index].sent.end)]:
        if word.pos_ in ("VERB", "AUX"):
            return True
        if word.text in (",", ";"):
            return False
    return False


def _read_other(people: People, harm: HarmMention, ways: frozenset[str]) -> PeopleMention | None:
    """Return the people counted behind "and", right before the words for the other way."""
    doc = people.doc
    for index in range(harm.head + 1, min(harm.head + REACH, doc[harm.head].sent.end - 1)):
        if doc[index].pos_ in ("VERB", "AUX") or people.lower[index] in (";", ":"):
            return None
        count = people.count_at.get(index + 1)
        known = people.at.get(count.head if count is not None else index + 1)
        another = known is not None and known.rule == ANOTHER and people.first_token(known) == index + 1
        if (count is None and not another) or people.lower[index] not in (JOINTS | {","} if another else JOINTS):
            continue
        last = people.last_token(known) if known is not None else index + 1
        behind = people.lower[last + 1 : last + 6]
        behind = behind[1:] if behind[:1] and behind[0] in MORE else behind
        if not behind[:1] or behind[0] not in ways or (ways is WHERE and PLACES.isdisjoint(behind)):
            return None
        if ways is HOW and len(behind) > 1 and behind[1] in HURT:
            return None  # "two slightly wounded": has its own word
        if _has_verb(people, last + 1):
            return None  # "and six in hospital were treated"
        return known if count is None else known or make_bare_mention(count.span, count.head, count.count)
    return None
