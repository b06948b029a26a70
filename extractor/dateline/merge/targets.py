"""Makes targets of the links of one happening's tellings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dateline.articles import BlockKind
from dateline.frames import Frame, Reality, TargetLink
from dateline.merge.fills import Fill
from dateline.merge.quotes import is_quoted
from dateline.records import FAMILY, EventType, Target
from dateline.spans import merge_spans
from dateline.weights import load_model

KEEP = 0.35  # probability from which a target is kept
Told = tuple[TargetLink, Frame]


def build_targets(frames: Sequence[Frame], event_type: EventType, text: str) -> tuple[Fill[Target], ...]:
    """Return the things hit, each once, in order of first mention."""
    model = load_model("targets")
    fills: list[Fill[Target]] = []
    for told in group_targets(frames):
        features = describe_target(told, frames, event_type, text)
        probability = model.probability(features) if model else max(link.score for link, _ in told)
        if probability >= KEEP:
            fills.append(_fill(told, text, probability))
    return tuple(fills)


def group_targets(frames: Sequence[Frame]) -> tuple[tuple[Told, ...], ...]:
    """Return the links of one thing together: of one category, unless two countries own them."""
    told = [(link, frame) for frame in frames for link in frame.targets]
    groups: list[list[Told]] = []
    for link, frame in told:
        home = next((group for group in groups if _is_same(group, link)), None)
        if home is None:
            groups.append([(link, frame)])
        else:
            home.append((link, frame))
    return tuple(tuple(group) for group in groups)


def _is_same(group: Sequence[Told], link: TargetLink) -> bool:
    if group[0][0].mention.category is not link.mention.category:
        return False
    owners = {known.mention.country for known, _ in group if known.mention.country is not None}
    return not owners or link.mention.country is None or link.mention.country in owners


def describe_target(
    told: Sequence[Told], frames: Sequence[Frame], event_type: EventType, text: str
) -> Mapping[str, float]:
    """Return the features of one thing's links, for the judge of targets."""
    links = [link for link, _ in told]
    family = FAMILY[event_type]
    category = links[0].mention.category
    best = max(links, key=lambda link: link.score)
    return {
        "mentions": min(len(told), 4) / 4,
        "share": len({frame.sentence for _, frame in told}) / len({frame.sentence for frame in frames}),
        "score": best.score,
        "title": float(any(frame.block is BlockKind.TITLE for _, frame in told)),
        "first": float(any(frame is frames[0] for _, frame in told)),
        "told": sum(frame.reality is Reality.TOLD for _, frame in told) / len(told),
        "same type": float(any(frame.type is event_type for _, frame in told)),
        "clashing type": float(all(frame.specific and FAMILY[frame.type] is not family for _, frame in told)),
        "other": float(any(frame.other for _, frame in told)),
        "past perfect": float(all(frame.past_perfect for _, frame in told)),
        "quoted": float(all(is_quoted(link.mention.span.start, text) for link in links)),
        "effect": float(any(link.effect is not None for link in links)),
        "owned": float(any(link.mention.country is not None for link in links)),
        "named": float(any(link.mention.span.of(text).split()[-1][:1].isupper() for link in links)),
        f"rule {best.rule}": 1.0,
        f"category {category}": 1.0,
        f"family {family}": 1.0,
        f"family {family}, {best.rule}": 1.0,
    }


def _fill(told: Sequence[Told], text: str, probability: float) -> Fill[Target]:
    links = [link for link, _ in told]
    best = max(links, key=lambda link: (link.mention.country is not None, link.score))
    mention = best.mention
    effect = next((link.effect for link in links if link.effect is not None), None)
    cues = [link.cue for link in links if link.cue is not None]
    return Fill(
        value=Target(text=mention.span.of(text), category=mention.category, country=mention.country, effect=effect),
        spans=merge_spans([link.mention.span for link in links] + cues),
        rules=tuple(dict.fromkeys(link.rule for link in links)),
        confidence=probability,
    )
