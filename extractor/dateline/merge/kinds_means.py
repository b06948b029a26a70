"""Finds what an act that no word names was done with, by what its sentences and the words around them say."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from dateline.find.trigger_doers import load_doers
from dateline.find.weapons import HELD, ORE_MINE
from dateline.frames import Frame
from dateline.mentions import WeaponMention
from dateline.merge.kind_votes import MEANS, WEAPON_VOTES
from dateline.records import FAMILY, PHYSICAL, Effect, EventType, Family
from dateline.relate.target_effects import LOOT
from dateline.spans import Span, merge_spans

PITS = ("mine", "mines")  # no landmines where an ore is named
REACH = 150  # code points around a sentence
VIOLENT = frozenset({Family.EXPLOSIVE, Family.ARMED, Family.MELEE, Family.ABUSE, Family.SEIZURE, Family.PROPERTY})

# Who loses his work is not shot: "fired Baker", "fired her as director".
DISMISSED = re.compile(
    r"fired (?:(?:him|her|them|as)\b|from (?:his|her|their)\b|[A-Z][a-z]+\b(?! (?:rockets?|missiles?|shells?)))"
)


# What is itself broken did no harm: "two aircraft were destroyed".
UNDERGONE = re.compile(
    r"\s(?:was|were|had been)\s(?:\w+ly\s)?"
    r"(?:destroyed|damaged|burned|burnt|torched|set|seized|hijacked|shot down|downed|brought down)\b"
)


def find_means(frames: Sequence[Frame], text: str) -> Iterator[tuple[EventType, Span]]:
    """Yield what the sentences of an act that no word names, and the words around them, say it was done with."""
    hit = [
        link.mention.span for frame in frames for link in frame.targets
    ]  # "destroyed three tanks": no shells of theirs
    # "A man suspected of killing 12 was shot dead": how he died is not how he killed.
    hit += [span for frame in frames for span in frame.beside]
    stretches = merge_spans(_widen(frame.span, text) for frame in frames)
    for stretch in stretches:
        words = stretch.of(text)
        for match in load_doers().find_all(words):
            if match.key == "bomb" and ORE_MINE.search(words) and match.span.of(words).lower() in PITS:
                continue
            named = Span(stretch.start + match.span.start, stretch.start + match.span.end)
            if UNDERGONE.match(text, named.end):
                continue
            if match.key in MEANS and not (DISMISSED.match(words, match.span.start) or any(map(named.overlaps, hit))):
                yield MEANS[match.key], named


def find_fire(frames: Sequence[Frame]) -> Iterator[tuple[EventType, Span]]:
    """Yield a shooting for each gun that an act's own telling names as used: "killed by Azerbaijani fire"."""
    for frame in frames:
        for weapon in list_used(frame):
            kind = WEAPON_VOTES[weapon.category][0]
            if kind is EventType.SHOOTING:
                yield kind, weapon.span


def list_used(frame: Frame) -> Iterator[WeaponMention]:
    """Yield the weapons by which a telling's harm may have been done, those that say something of the kind of act."""
    if _may_harm(frame):
        yield from (w for w in frame.weapons if HELD not in w.rule and w.category in WEAPON_VOTES)


# Rules of what those who came to kill take with them, as those who came to steal do.
SPOILS = frozenset(("trigger:steal", "trigger:make_off", "trigger:raid"))


def takes_goods(frames: Sequence[Frame]) -> bool:
    """Whether goods were taken, nobody harmed and no shot fired: "gunmen raided a shop and fled with watches"."""
    if any(trigger.type is EventType.SHOOTING for frame in frames for trigger in frame.triggers):
        return False
    taken = any(link.effect is Effect.TAKEN and link.mention.rule == LOOT for f in frames for link in f.targets)
    return taken and not any(harm.status in PHYSICAL for frame in frames for harm in frame.harms)


def takes_spoils(frames: Sequence[Frame]) -> bool:
    """Whether no word says that people were robbed, and what raiders took is told beside: "made off with 200 goats"."""
    told = {trigger.rule for frame in frames for trigger in frame.triggers if trigger.type is EventType.ROBBERY}
    return bool(told) and told <= SPOILS


def _widen(span: Span, text: str) -> Span:
    """Return the span and up to `REACH` code points on either side, within its paragraph."""
    opening = text.rfind("\n", 0, span.start) + 1
    closing = text.find("\n", span.end)
    end = len(text) if closing < 0 else closing
    return Span(max(opening, span.start - REACH), min(end, span.end + REACH))


def _may_harm(frame: Frame) -> bool:
    """Whether some word of the telling is of an act that a weapon may do, so not an arrest or a march."""
    return any(FAMILY[trigger.type] in VIOLENT or trigger.type is EventType.ATTACK for trigger in frame.triggers)
