"""Reads how each of the dead died, the verb not said again: "all three died, two by a blast and one shot by police"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from dateline.records import VictimStatus

if TYPE_CHECKING:
    from spacy.tokens import Token

    from dateline.mentions import HarmMention
    from dateline.relate.harm_people import People


def divide_dead(people: People, found: Sequence[HarmMention]) -> list[HarmMention]:
    """Return the harms, those of bare numbers that share out the dead of their sentence as parts of them."""
    dead = [harm for harm in found if harm.status is VictimStatus.KILLED and _is_whole(harm)]
    divided: list[HarmMention] = []
    for harm in found:
        wholes = (other for other in dead if other.head < harm.head) if _is_how(people, harm) else ()
        shared = any(_is_shared_out(people, whole, harm) for whole in wholes)
        divided.append(replace(harm, status=VictimStatus.KILLED, part=True) if shared else harm)
    return divided


def _is_whole(harm: HarmMention) -> bool:
    return harm.people is not None and not harm.part and harm.count is not None and (harm.count.best or 0) > 1


def _is_how(people: People, harm: HarmMention) -> bool:
    """Whether a participle right behind a bare number tells what was done to so many: "one shot by police"."""
    who = harm.people
    if (
        who is None
        or not who.is_bare
        or harm.head <= who.head
        or harm.status
        not in (
            VictimStatus.INJURED,
            VictimStatus.KILLED,
        )
    ):
        return False
    verb = people.doc[harm.head]
    return verb.i - who.head == 1 and verb.tag_ in ("VBN", "VBD") and harm.rule.startswith("harm.shoot.")


def _is_shared_out(people: People, whole: HarmMention, harm: HarmMention) -> bool:
    """Whether the bare numbers behind the dead, of one sentence, come to as many."""
    first, last = people.doc[whole.head], people.doc[harm.head]
    if first.sent.end <= last.i or whole.count is None:
        return False
    return sum(_bare_numbers(people, people.doc[first.i + 1 : first.sent.end])) == whole.count.best


def _bare_numbers(people: People, words: Iterable[Token]) -> Iterable[int]:
    for word in words:
        mention = people.at.get(word.i)
        if mention is not None and mention.head == word.i and mention.is_bare and mention.count is not None:
            yield mention.count.best or 0
