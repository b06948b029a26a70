"""Tells whether dead are of those told hurt before: "one of the wounded died", "he succumbed to his wounds"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from dateline.find.counts import parse_count
from dateline.mentions import OF_WHOLE
from dateline.merge.clues import CARED
from dateline.records import VictimCategory, VictimStatus

if TYPE_CHECKING:
    from dateline.mentions import HarmMention
    from dateline.merge.told import Told

# "One of the wounded died": on top of those told dead before.
FROM_HURT = re.compile(
    r"(?:[\w-]+ )?[\w-]+ of (?:the|those|several|these) (?:[\w-]+ ){0,2}?"
    r"(?:wounded|injured|hurt|hospitali[sz]ed|survivors)\b",
    re.IGNORECASE,
)
# "11 of the abducted miners were found dead".
FROM_SEIZED = re.compile(
    r"(?:[\w-]+ )?[\w-]+ of (?:the|those|these) (?:[\w-]+ ){0,2}?"
    r"(?:abducted|kidnapped|abductees|hostages|captives|missing|captured|seized)\b",
    re.IGNORECASE,
)
# "One of them died" behind people told hurt.
OF_THEM = re.compile(r"(?:[\w-]+ )?[\w-]+ of (?:them|whom|these|those)\b(?! (?:dead|killed))", re.IGNORECASE)
OF_THOSE = re.compile(r"[\w-]+ of the (\w+)\b", re.IGNORECASE)
OUT_OF = ("of whom ", "of them ")  # "ten were hurt, of whom four later died"
# "One of the victims later died", where nobody is told dead by then.
OF_VICTIMS = re.compile(r"(?:[\w-]+ )?[\w-]+ of the (?:[\w-]+ )?victims\b", re.IGNORECASE)
# "Two of whom later died in hospital".
LATER = re.compile(
    r"\b(?:later|hospital|succumb\w*|injur\w+|wounds|burns|overnight|since|subsequently|afterwards|eventually)\b",
    re.IGNORECASE,
)
DYING = ("harm.die.", "harm.dead.")
UNSAVED = ("harm.survive.", "harm.save.", "harm.prove_fatal.")
WHERE = re.compile(r"\bwhere\b", re.IGNORECASE)
AFTERWARDS = 40  # code points behind the words of death in which it is told that it came later
OF_WOUNDS = re.compile(
    r" (?:\w+ )?(?:of|from|due to|because of|after suffering) (?:his|her|their|the|serious|severe|multiple|bullet)? ?"
    r"(?:\w+ )?(?:injuries|wounds|burns|injury)\b",
    re.IGNORECASE,
)

WOUNDED = re.compile(
    r"\b(?:who (?:was|had been|got)|among (?:the|those)) (?:\w+ly )?(?:wounded|injured|hurt)\b", re.IGNORECASE
)


def are_of_hurt(told: Sequence[Told], sentence: int, text: str, start: int, harm: HarmMention) -> bool:
    """Whether the words at `start` single the dead out of those just told hurt: "four were hurt; one of them died"."""
    if FROM_HURT.match(text, start) is not None and any(item.harm.status is VictimStatus.INJURED for item in told):
        return True  # "six more of the injured died"
    before = next((item for item in reversed(told) if not _is_dead_attacker(item)), None)
    if before is None or before.harm.status is not VictimStatus.INJURED or sentence - before.sentence > 1:
        return False
    attackers = harm.people is not None and harm.people.category is VictimCategory.PERPETRATOR
    if attackers and before.category is not VictimCategory.PERPETRATOR:
        return False  # "wounded four guards. Soldiers exchanged fire with the attackers, killing two of them"
    if before.harm.rule == OF_WHOLE and before.sentence == sentence:
        return True  # "one of four people shot has died"
    figure = harm.count.best if harm.count else None
    if OF_VICTIMS.match(text, start) is not None:
        return bool(before.figure and figure and figure < before.figure) and not _are_dead(told)
    if before.figure and figure and figure > before.figure:
        return False  # "four were hurt", and elsewhere "six of them died"
    of_them = OF_THEM.match(text, start) is not None or text.endswith(OUT_OF, 0, start)
    if of_them or FROM_HURT.match(text, start) is not None:
        return True
    if _are_of_those(before, text, start) and figure and before.figure and figure < before.figure:
        return True
    return before.sentence == sentence and _died_there(before, figure, text, start, harm)


def _are_of_those(before: Told, text: str, start: int) -> bool:
    """Whether the dead are some of those told hurt, by the same word: "hurt two guards. One of the guards died".

    Or by their number: "hurt five guards. Two of the five died".
    """
    named = OF_THOSE.match(text, start)
    if named is None:
        return False
    number = parse_count(named[1])
    return before.words.lower().endswith(named[1].lower()) or (number is not None and number.best == before.figure)


def _died_there(before: Told, figure: int | None, text: str, start: int, harm: HarmMention) -> bool:
    """Whether fewer than were hurt died where they were taken: "both were rushed to a clinic, where the girl died"."""
    if not (before.figure and figure and figure < before.figure) or not harm.rule.startswith(DYING):
        return False
    cared = before.harm.rule.startswith(CARED)
    return WHERE.search(text, before.span.end, start) is not None and (cared or not before.harm.is_weak)


def _are_dead(told: Sequence[Told]) -> bool:
    killed = (item for item in told if item.harm.status is VictimStatus.KILLED and item.figure)
    return not all(map(_is_dead_attacker, killed))


def _is_dead_attacker(item: Told) -> bool:
    return item.harm.status is VictimStatus.KILLED and item.category is VictimCategory.PERPETRATOR


def died_later_on(told: Sequence[Told], sentence: int, text: str, harm: HarmMention) -> bool:
    """Whether the dead singled out are surely of the hurt: others are told dead before, or they died in hospital."""
    dead = [item for item in told if item.harm.status is VictimStatus.KILLED and item.figure]
    # "Gunmen killed seven. Four others were rushed to hospital, where one died".
    # "A judge was shot dead. Two bystanders were also hit, one of whom died".
    hurt = any(
        (item.adds or item.also) and item.harm.status is VictimStatus.INJURED and item.sentence == sentence
        for item in told
    )
    if hurt and dead:
        return True
    if not any(item.sentence == sentence for item in dead):
        return False
    start = harm.people.span.end if harm.people else harm.span.start
    return LATER.search(text, start, max(start, harm.span.end) + AFTERWARDS) is not None


def is_of_wounds(harm: HarmMention, text: str) -> bool:
    """Whether the words say that the dead were wounded first: "succumbed", "breathed his last", "died of his burns".

    So does "Omar Ali, who was wounded in the attack, died on Sunday".
    """
    if harm.rule.startswith(UNSAVED):
        return True
    if not harm.rule.startswith("harm.die."):
        return False
    words = harm.span.of(text).lower()
    if harm.people is not None and WOUNDED.search(text, harm.people.span.start, harm.span.start) is not None:
        return True
    return words.startswith(("succumb", "breath")) or OF_WOUNDS.match(text, harm.span.end) is not None
