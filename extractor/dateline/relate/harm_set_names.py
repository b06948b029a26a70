"""Finds the names set in commas behind people told harmed: "the two constables, Ana Ruiz and Ben Cole, were"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.records import VictimStatus, exactly
from dateline.relate.harm_among import TELLING
from dateline.relate.harm_fate_words import FATES, fate_of
from dateline.relate.harm_identified import THE_DEAD, identify, speaks
from dateline.relate.harm_lists import OPENINGS, PLURAL_TAGS, read_names, skip_age, skip_home
from dateline.relate.harm_named_fates import of_kind
from dateline.relate.harm_names import name_behind
from dateline.relate.harm_pronouns import UNSURE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dateline.mentions import HarmMention, PeopleMention
    from dateline.relate.harm_people import People

GRAVEST = (VictimStatus.KILLED, VictimStatus.KIDNAPPED, VictimStatus.MISSING, VictimStatus.INJURED)
OF_THEM = 6  # tokens of "of those who were freed" before the comma
THEM = frozenset(("them", "those", "these", "whom"))
FATES_OF_THEM = {**FATES, **dict.fromkeys(("freed", "released"), VictimStatus.RELEASED)}
FATES_OF_THEM |= dict.fromkeys(("arrested", "detained"), VictimStatus.ARRESTED)
CLOSING = frozenset((",", ".", ";", ")", "--", "\u2013", "\u2014"))


def find_set_names(people: People, harms: Sequence[HarmMention]) -> Iterator[HarmMention]:
    """Yield the names behind a word for several, each with what befell those several here or before."""
    known = {(harm.people.head, harm.status) for harm in harms if harm.people is not None}
    for who in people.mentions:
        if who.name is not None or people.doc[who.head].tag_ not in PLURAL_TAGS:
            continue
        names = _names_behind(people, who)
        size = who.count.best if who.count is not None else None
        if len(names) < 2 or size not in (None, len(names)):
            continue
        for harm in _befallen(people, who, len(names), harms):
            for name in names:
                if (name.head, harm.status) not in known:
                    known.add((name.head, harm.status))
                    kinds = (one.category for one in (harm.people, who) if one is not None)
                    kind = next((kind for kind in kinds if kind not in UNSURE), None)
                    yield identify(people.doc[who.head], of_kind(name, kind), harm.status, "set")
    yield from _named_of_them(people, harms, known)
    yield from _named_victim(people, harms)


def _named_of_them(
    people: People, harms: Sequence[HarmMention], known: set[tuple[int, VictimStatus]]
) -> Iterator[HarmMention]:
    """Yield the names of "two of them, Ana Ruiz and Ben Cole, are in hospital", "one of those freed, Ana Ruiz,"."""
    told = _names_of(harms)
    for who in people.mentions:
        size = who.count.best if who.count is not None and who.is_bare else None
        index = people.last_token(who) + 1
        comma = next((i for i in range(index, min(index + OF_THEM, len(people.lower))) if people.lower[i] == ","), None)
        if not size or comma is None or people.lower[index] != "of":
            continue
        names = _names_from(people, comma)
        if people.lower[index + 1] in THEM:
            status = _fate_of_them(who, people.lower[index + 2 : comma], harms)
        else:  # "two of the accused, Ana Ruiz and Ben Cole, were held"
            own = (h.status for h in harms if h.people is not None and h.people.head == who.head)
            status = next((fate for fate in own if fate in TELLING), None)
        if status is None or len(names) != size or any(name.name in told for name in names):
            continue
        for name in names:
            if (name.head, status) not in known:
                known.add((name.head, status))
                yield identify(people.doc[who.head], name, status, "set")


def _fate_of_them(who: PeopleMention, words: Sequence[str], harms: Sequence[HarmMention]) -> VictimStatus | None:
    """Return what befell those of whom some are named, by the word behind "those" or by what was last told of more."""
    own = next((FATES_OF_THEM[word] for word in words if word in FATES_OF_THEM), None)
    if own is not None or words:
        return own
    size = (who.count.best or 0) if who.count is not None else 0
    several = [
        harm
        for harm in harms
        if harm.people is not None and harm.people.head < who.head and harm.status in TELLING and harm.count is not None
    ]
    last = max(several, key=lambda harm: harm.people.head if harm.people else 0, default=None)
    more = last is not None and last.count is not None and (last.count.best or 0) > size
    return last.status if last is not None and more else None


def _is_called_so(people: People, who: PeopleMention, before: PeopleMention) -> bool:
    """Whether one word is for both: "two border guards", then "the guards"."""
    return people.lower[who.head] == people.lower[before.head]


def _names_of(harms: Sequence[HarmMention]) -> set[str | None]:
    return {harm.people.name for harm in harms if harm.people is not None and harm.people.name is not None}


def _named_victim(people: People, harms: Sequence[HarmMention]) -> Iterator[HarmMention]:
    """Yield the name of "the victim, named locally as Ana Ruiz, was attacked at noon": dead if anyone before is."""
    named = _names_of(harms)
    for who in people.mentions:
        if who.count != exactly(1) or people.lower[who.head] not in THE_DEAD:
            continue
        the = people.lower[people.first_token(who)] == "the"
        name = (who if who.name is not None else name_behind(people, who)) if the else None
        before = [harm.status for harm in harms if harm.people is not None and harm.people.head < who.head]
        status = next((status for status in GRAVEST if status in before), None)
        if name is not None and status is not None and name.name not in named:
            yield identify(people.doc[who.head], name, status, "set")


def _names_behind(people: People, who: PeopleMention) -> list[PeopleMention]:
    """Return the names of "the constables, Ana Ruiz, 31, and Ben Cole, were", who are not those that tell of it."""
    index = people.last_token(who) + 1
    names = _names_from(people, index) if people.lower[index : index + 1] in OPENINGS else []
    return [] if names and speaks(people.doc[names[0].head]) else names


def _names_from(people: People, opening: int) -> list[PeopleMention]:
    """Return the names behind token `opening`, which a comma or the end must close."""
    first = people.at.get(opening + 1)
    if first is None or first.name is None or people.first_token(first) != opening + 1:
        return []
    verb = people.doc[first.head].head
    names = [first, *read_names(people, people.last_token(first) + 1, verb=verb)]
    end = skip_home(people, skip_age(people, people.last_token(names[-1]) + 1)[0])
    return names if end >= len(people.lower) or people.lower[end] in CLOSING else []


def _befallen(people: People, who: PeopleMention, size: int, harms: Sequence[HarmMention]) -> list[HarmMention]:
    """Return what befell those of the word: by its own clause, or as told before of so many of their kind.

    "The constables, Ana Ruiz and Ben Cole, were stabbed" by what was told before: "the killing of two constables".
    """
    fate = fate_of(people.doc[who.head])
    pointed = people.lower[people.first_token(who)] in ("the", "both", "these")
    before = [
        harm
        for harm in harms
        if pointed
        and harm.people is not None
        and harm.people.head < who.head
        and harm.people.name is None
        and harm.status in TELLING
        and (fate is None or harm.status is fate)
        and harm.people.count is not None
        and harm.people.count.best == size
        and (harm.people.category is who.category or who.category in UNSURE or _is_called_so(people, who, harm.people))
    ]
    if before:
        return [min(before, key=lambda harm: GRAVEST.index(harm.status) if harm.status in GRAVEST else len(GRAVEST))]
    return [h for h in harms if h.people is not None and h.people.head == who.head and h.status in TELLING]
