"""Judges how far an act went that one or more words of a sentence tell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.frames import Reality
from dateline.records import FAMILY, EventType, Family, Stage
from dateline.relate.clauses import load_cues
from dateline.relate.grouping import UNREST
from dateline.relate.plots import is_cut_short, is_stopped_plot
from dateline.relate.reality import judge_stage
from dateline.relate.stoppings import sends_dud
from dateline.relate.threats import find_vow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

    from dateline.mentions import TriggerMention

SENT = frozenset({EventType.BOMBING, EventType.SHELLING, EventType.ARSON})
UNSTOPPED = frozenset({Family.UNREST, Family.SECURITY})
EXPLODE = "trigger:explode"
CLAUSES = frozenset({"ROOT", "conj", "ccomp", "relcl"})  # arcs of what is told for its own sake
FINITE = frozenset({"VBD", "VBN"})
OTHERS = frozenset({"another", "second", "third", "fourth", "fifth", "other", "others"})  # devices beside the first


def settle_stage(group: Sequence[TriggerMention], heads: Sequence[Token], realities: Sequence[Reality]) -> Stage:
    """Return how far the act went that the words of a group tell, at `heads`, as real as `realities` say.

    One that was stopped outweighs words that only name it, but not another that was not: "two bombs went off and a
    third was defused".
    """
    stages = [_judge_word(trigger, head) for trigger, head in zip(group, heads, strict=True)]
    exploded = any(
        trigger.rule == EXPLODE and stage is Stage.ACCOMPLISHED and reality is Reality.TOLD and _is_told_of(head)
        for trigger, head, stage, reality in zip(group, heads, stages, realities, strict=True)
    )
    if exploded and any(map(_tells_another, heads)):
        return Stage.ACCOMPLISHED
    return next((stage for stage in stages if stage is not Stage.ACCOMPLISHED), Stage.ACCOMPLISHED)


def _is_told_of(head: Token) -> bool:
    """Whether the words say that it went off: not "before it exploded"."""
    return head.dep_ in CLAUSES and head.tag_ in FINITE


def _tells_another(head: Token) -> bool:
    """Whether what was stopped is another device than the first: "police defused another one"."""
    if head.lower_ not in load_cues("foil"):
        return False
    devices = (child for child in head.children if child.dep_ in ("dobj", "nsubjpass"))
    return any(word.lower_ in OTHERS for device in devices for word in (device, *device.lefts))


def _judge_word(trigger: TriggerMention, head: Token) -> Stage:
    """Return how far one word says that the act went; a body that is found is no foiled act."""
    # Arms that are found or stopped on their way are seized, and a find is no foiled one.
    found = trigger.type in (EventType.ATTACK, EventType.WEAPONS_SEIZURE) and head.lower_ in load_cues("discover")
    stage = Stage.ACCOMPLISHED if found else judge_stage(head, of_crowd=trigger.type in UNREST)
    if find_vow(head) is not None:
        return Stage.THREATENED
    if stage is Stage.ACCOMPLISHED and trigger.type in SENT and sends_dud(head):
        return Stage.ATTEMPTED
    if stage not in (Stage.ACCOMPLISHED, Stage.ATTEMPTED) or FAMILY[trigger.type] in UNSTOPPED:
        return stage
    return Stage.FOILED if is_stopped_plot(head) or is_cut_short(head) else stage
