"""Makes victims, casualty totals and reports of the harms that the tellings of one happening state."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import get_args

from dateline.articles import BlockKind
from dateline.frames import Frame
from dateline.mentions import HarmMention, PeopleMention
from dateline.merge.fills import Fill
from dateline.records import (
    Casualties,
    CasualtyKind,
    Count,
    Report,
    Victim,
    VictimCategory,
    VictimStatus,
    exactly,
)
from dateline.spans import Span, merge_spans

VAGUE_CATEGORIES = frozenset({VictimCategory.UNKNOWN, VictimCategory.CIVILIAN})
CASUALTY_KINDS: tuple[CasualtyKind, ...] = get_args(CasualtyKind)


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A harm and where it is told."""

    harm: HarmMention
    order: int  # of its frame among the happening's tellings
    title: bool
    sentence: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Toll:
    """All that an incident says about people."""

    victims: tuple[Fill[Victim], ...]
    casualties: Casualties
    casualty_spans: dict[CasualtyKind, tuple[Span, ...]]
    reports: tuple[Fill[Report], ...]


def build_toll(frames: Sequence[Frame], text: str) -> Toll:
    """Return victims, totals and reports of one happening from its frames in order of text."""
    told = [
        Told(harm=harm, order=order, title=frame.block is BlockKind.TITLE, sentence=frame.sentence)
        for order, frame in enumerate(frames)
        for harm in frame.harms
    ]
    told = _without_survivors_of(told)
    totals: dict[CasualtyKind, Count | None] = {}
    spans: dict[CasualtyKind, tuple[Span, ...]] = {}
    for kind in CASUALTY_KINDS:
        chosen = _choose_total([item for item in told if item.harm.status == kind])
        if chosen is not None:
            totals[kind], spans[kind] = chosen
    victims = _build_victims(told, totals, text)
    return Toll(
        victims=victims,
        casualties=Casualties(**totals),
        casualty_spans=spans,
        reports=_build_reports(told, text),
    )


def _without_survivors_of(told: Sequence[Told]) -> list[Told]:
    """Drop injuries of people who are told killed elsewhere: "was shot", "the injured man died"."""
    dead = {item.harm.people.name for item in told if item.harm.status is VictimStatus.KILLED and item.harm.people}
    dead.discard(None)
    return [
        item
        for item in told
        if not (
            item.harm.status is VictimStatus.INJURED
            and item.harm.people
            and item.harm.people.name
            and any(_share_surname(item.harm.people.name, name) for name in dead if name)
        )
    ]


def _choose_total(told: Sequence[Told]) -> tuple[Count, tuple[Span, ...]] | None:
    """Choose the total of one status: the sum over each sentence's groups, the latest and largest of them.

    Articles name a total early and its parts later; a later larger figure is a rising toll, a later smaller
    one is a part. Where sentences disagree, the figure most often stated wins, then the largest; `min` and
    `max` span the stated totals.
    """
    figures: list[tuple[Count, tuple[Span, ...], bool]] = []
    for group in _by_sentence(told):
        flagged = [item for item in group if item.harm.total and item.harm.count is not None]
        counted = flagged or [item for item in group if item.harm.count is not None and not item.harm.part]
        counted = counted or [item for item in group if item.harm.count is not None and item.harm.count.best != 0]
        if not counted:
            continue
        counts = [item.harm.count for item in counted if item.harm.count is not None]
        total = counts[-1] if flagged else add_counts(counts)
        figures.append((total, tuple(item.harm.span for item in counted), bool(flagged)))
    if not figures:
        return None
    best = _most_trusted(figures)
    distinct = _named_people(told)
    if distinct and (best.best or 0) < len(distinct) and best.best is not None:
        best = exactly(len(distinct))
    matching = tuple(span for count, spans, _ in figures for span in spans if count.best == best.best)
    return _spanned(best, [count for count, _, _ in figures]), merge_spans(matching or figures[0][1])


def _named_people(told: Iterable[Told]) -> set[str]:
    return {item.harm.people.name for item in told if item.harm.people and item.harm.people.name}


def _most_trusted(figures: Sequence[tuple[Count, tuple[Span, ...], bool]]) -> Count:
    flagged = [count for count, _, total in figures if total]
    if flagged:
        return flagged[-1]
    votes = Counter(count.best for count, _, _ in figures)
    largest = max(count.best or 0 for count, _, _ in figures)
    # A figure stated twice stands unless a larger one shows it to be a part or out of date.
    best = max(votes, key=lambda figure: ((figure or 0) == largest, votes[figure], figure or 0))
    return next(count for count, _, _ in figures if count.best == best)


def _spanned(best: Count, stated: Sequence[Count]) -> Count:
    """Return `best` as stated; other totals do not widen it unless they are larger."""
    higher = [
        count.best for count in stated if count.best is not None and best.best is not None and count.best > best.best
    ]
    if not higher or best.max is None:
        return best
    return replace(best, max=max(higher))


def _by_sentence(told: Iterable[Told]) -> list[list[Told]]:
    groups: dict[int, list[Told]] = defaultdict(list)
    for item in told:
        groups[item.sentence].append(item)
    return [groups[key] for key in sorted(groups)]


def add_counts(counts: Sequence[Count]) -> Count:
    """Return the sum; one open end leaves the sum open at that end."""
    lows = [count.min for count in counts]
    highs = [count.max for count in counts]
    bests = [count.best for count in counts]
    return Count(
        min=sum(low for low in lows if low is not None) if any(low is not None for low in lows) else None,
        max=None if None in highs else sum(high for high in highs if high is not None),
        best=sum(best for best in bests if best is not None) if any(best is not None for best in bests) else None,
        approximate=any(count.approximate for count in counts),
    )


def _build_reports(told: Sequence[Told], text: str) -> tuple[Fill[Report], ...]:
    reports: dict[tuple[str, int | None, str | None], Fill[Report]] = {}
    for item in told:
        harm = item.harm
        if harm.count is None or harm.status not in CASUALTY_KINDS or harm.part:
            continue
        words = harm.people.span if harm.people else harm.span
        kind = next(kind for kind in CASUALTY_KINDS if kind == harm.status)
        key = (kind, harm.count.best, harm.by)
        if key not in reports:
            reports[key] = Fill(
                value=Report(status=kind, count=harm.count, by=harm.by, text=words.of(text)),
                spans=merge_spans((words, harm.span)),
                rules=(harm.rule,),
                confidence=0.7,
            )
    return tuple(reports.values())


def _build_victims(
    told: Sequence[Told], totals: dict[CasualtyKind, Count | None], text: str
) -> tuple[Fill[Victim], ...]:
    """Return the groups told apart, each once; a total whose parts are given by themselves is left out."""
    groups: list[list[Told]] = []
    for item in told:
        if item.harm.people is None or (item.harm.count is not None and item.harm.count.best == 0):
            continue
        home = next((group for group in groups if any(_same_people(member, item) for member in group)), None)
        if home is None:
            groups.append([item])
        else:
            home.append(item)
    groups = [group for group in groups if not _is_vague_repeat(group, groups)]
    return tuple(_build_victim(group, text) for group in groups)


def _same_people(first: Told, second: Told) -> bool:
    """Whether two harms are of the same people."""
    one, two = first.harm, second.harm
    if one.status != two.status or one.people is None or two.people is None:
        return False
    if one.people.name and two.people.name:
        return _share_surname(one.people.name, two.people.name)
    if first.sentence == second.sentence:
        return False
    figure, other = _figure(one), _figure(two)
    kin = _kin(one.people.category, two.people.category)
    if figure is not None and other is not None:
        return figure == other and kin
    return kin and (figure is None or other is None)


def _figure(harm: HarmMention) -> int | None:
    return harm.count.best if harm.count else None


def _share_surname(one: str, two: str) -> bool:
    return bool(set(one.lower().split()) & set(two.lower().split()))


def _kin(one: VictimCategory, two: VictimCategory) -> bool:
    return one == two or one in VAGUE_CATEGORIES or two in VAGUE_CATEGORIES


def _is_vague_repeat(group: Sequence[Told], groups: Sequence[Sequence[Told]]) -> bool:
    """Whether a group without a figure only repeats one that has a figure ("the dead")."""
    if any(_figure(item.harm) is not None or (item.harm.people and item.harm.people.name) for item in group):
        return False
    status = group[0].harm.status
    return any(other is not group and other[0].harm.status == status for other in groups)


def _build_victim(group: Sequence[Told], text: str) -> Fill[Victim]:
    people = [item.harm.people for item in group if item.harm.people is not None]
    best = max(people, key=_telling)
    counts = [item.harm.count for item in group if item.harm.count is not None]
    name = next((person.name for person in people if person.name), None)
    categories = [person.category for person in people]
    category = next((value for value in categories if value not in VAGUE_CATEGORIES), None)
    if category is None:
        # People of whom nothing else is said are civilians to every coder.
        harmed = group[0].harm.status in (VictimStatus.KILLED, VictimStatus.INJURED)
        civilian = harmed or VictimCategory.CIVILIAN in categories
        category = VictimCategory.CIVILIAN if civilian else VictimCategory.UNKNOWN
    return Fill(
        value=Victim(
            text=best.span.of(text),
            name=name,
            category=category,
            nationality=next((person.nationality for person in people if person.nationality), None),
            status=VictimStatus(group[0].harm.status),
            count=counts[0] if counts else (exactly(1) if name else None),
        ),
        spans=merge_spans([person.span for person in people] + [group[0].harm.span]),
        rules=tuple(dict.fromkeys(item.harm.rule for item in group)),
        confidence=0.7,
    )


def _telling(person: PeopleMention) -> tuple[bool, bool, int]:
    return person.count is not None, person.category not in VAGUE_CATEGORIES, person.span.end - person.span.start
