"""Chooses type and stage of an incident among what its tellings say."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from dateline.articles import BlockKind
from dateline.frames import Frame
from dateline.merge.fills import Fill
from dateline.records import EventType, Stage
from dateline.spans import Span, merge_spans


def choose_type(frames: Sequence[Frame]) -> Fill[EventType]:
    """Let the tellings vote; a word that names its type counts for much, "attack" and "kill" for little."""
    votes: Counter[EventType] = Counter()
    spans: dict[EventType, list[Span]] = defaultdict(list)
    rules: dict[EventType, list[str]] = defaultdict(list)
    for frame in frames:
        weight = 2.0 if frame.block is BlockKind.TITLE else 1.0
        for trigger in frame.triggers:
            votes[trigger.type] += weight * (1.0 if trigger.specific else 0.15) * (0.6 if trigger.weak else 1.0)
            spans[trigger.type].append(trigger.span)
            rules[trigger.type].append(trigger.rule)
    if EventType.SUICIDE_BOMBING in votes:
        votes[EventType.SUICIDE_BOMBING] += votes[EventType.BOMBING] + votes[EventType.SHOOTING]
    best = max(votes, key=lambda kind: (votes[kind], kind))
    return Fill(
        value=best,
        spans=merge_spans(spans[best]),
        rules=tuple(dict.fromkeys(rules[best])),
        confidence=votes[best] / sum(votes.values()),
    )


def choose_stage(frames: Sequence[Frame]) -> Fill[Stage]:
    votes: Counter[Stage] = Counter()
    for frame in frames:
        harmed = any(harm.count is None or harm.count.best for harm in frame.harms)
        votes[Stage.ACCOMPLISHED if harmed else frame.stage] += 2 if harmed else 1
    best = max(votes, key=lambda stage: (votes[stage], stage is Stage.ACCOMPLISHED))
    spans = merge_spans(t.span for frame in frames if frame.stage is best for t in frame.triggers)
    return Fill(value=best, spans=spans, rules=("stage:vote",), confidence=votes[best] / sum(votes.values()))
