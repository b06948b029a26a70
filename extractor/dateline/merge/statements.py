"""Makes the figures that single sentences state of those killed, hurt or held: sums, parts, what a sentence adds."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from dateline.mentions import WITHIN
from dateline.merge.blows import is_next
from dateline.merge.boasts import OWN
from dateline.merge.figures import add_counts, is_vague
from dateline.merge.same_people import MULTIPLE, is_counted_up, is_kin, is_retold, is_same_name
from dateline.merge.told import Told
from dateline.records import Count
from dateline.spans import Span

SHARES = 3  # sentences among which a total may be shared out


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """The figure that one sentence, or a sentence and the one that adds to it, gives for a status."""

    items: tuple[Told, ...]
    count: Count
    flagged: bool  # said to be the total
    part: bool  # every group in it is a part of something told elsewhere
    chained: bool = False  # takes in a second sentence ("two guards were also wounded")
    beside: tuple[int, ...] = ()  # figures of groups that the sentence gives before its total

    @property
    def best(self) -> int:
        """The figure."""
        return self.count.best or 0

    @property
    def title(self) -> bool:
        """Whether the headline states it."""
        return self.items[0].title

    @property
    def summing(self) -> bool:
        """Whether a headline sums it over several acts."""
        return self.items[0].summing

    @property
    def spans(self) -> tuple[Span, ...]:
        """The cues."""
        return tuple(item.harm.span for item in self.items)

    @property
    def combined(self) -> bool:
        """Whether it is one figure for killed and injured together."""
        return all(item.combined for item in self.items)

    @property
    def adding(self) -> bool:
        """Whether it counts on from people told before: "one more", "two others"."""
        return all(item.adds for item in self.items)

    @property
    def given(self) -> bool:
        """Whether it is a toll that one source gives, beside whose people no others are told."""
        return any(item.harm.is_given for item in self.items)

    @property
    def outdated(self) -> bool:
        """Whether the words set it aside for a later figure."""
        return all(item.harm.is_older for item in self.items)

    @property
    def nondescript(self) -> bool:
        """Whether it says nothing of who the people are, so that it can only be a total."""
        return all(item.nondescript for item in self.items)


def make_statements(told: Sequence[Told]) -> tuple[Statement, ...]:
    """Return the figures stated for one status in order of text, sums over adding sentences behind their first."""
    made: list[Statement] = []
    singled = [item for item in told if item.harm.part and item.figure]
    stated = [_state(group) for group in _by_sentence(told)]
    known = [statement for statement in stated if statement is not None]
    for index, told_here in enumerate(known):
        singled_out = told_here.title and all(_is_singled_out(item, singled) for item in told_here.items)
        statement = replace(told_here, part=True) if singled_out else told_here
        before = made[-1] if made else None
        counted = _count_on(statement, made)
        made.append(statement)
        if counted is None and before is not None and _adds_to(statement, before):
            counted = None if _share_out(known[index : index + SHARES], before) else before
        if counted is not None:
            items = (*counted.items, *statement.items)
            made.append(
                Statement(
                    items=items,
                    count=add_counts([counted.count, statement.count]),
                    flagged=False,
                    part=False,
                    chained=True,
                )
            )
    return tuple(made)


def _share_out(stated: Sequence[Statement], before: Statement) -> bool:
    """Whether figures of several sentences share out the total before: "nine were hurt"; "six others", "three"."""
    figures = [statement.best for statement in stated]
    return any(sum(figures[:size]) == before.best and all(figures[:size]) for size in range(2, len(figures) + 1))


def _is_singled_out(item: Told, singled: Sequence[Told]) -> bool:
    """Whether a headline tells only of some: "Two Swedes killed", then "20 people, two Swedes among them"."""
    return not item.nondescript and any(
        part.figure == item.figure and part.sentence > item.sentence and is_kin(part.category, item.category)
        for part in singled
    )


def _by_sentence(told: Iterable[Told]) -> list[list[Told]]:
    groups: dict[int, list[Told]] = defaultdict(list)
    for item in told:
        groups[item.sentence].append(item)
    return [groups[key] for key in sorted(groups)]


def _state(group: Sequence[Told]) -> Statement | None:
    counted = _without_vaguer(_without_retold([item for item in group if item.harm.count is not None]))
    flagged = _without_outdone([item for item in counted if item.harm.total], counted)
    whole = [item for item in counted if not item.harm.part]
    some = [item for item in whole if item.figure]
    parts = [item for item in counted if item.figure and not item.harm.rule.endswith(WITHIN)]
    chosen = flagged[-1:] or some or whole or parts
    if not chosen:
        return None
    if not flagged:
        # "First gave the number as nine; hospitals treated eleven."
        chosen = [item for item in chosen if not item.harm.is_older] or chosen
    if not flagged and any(item.harm.is_given for item in chosen):
        chosen = [max(chosen, key=lambda item: item.figure or 0)]  # "put the dead at 30, the police chief at 34"
    chosen = _whole_of(chosen) or (_whole_of(counted) if whole else None) or _largest_rival(chosen) or chosen
    counts = [item.harm.count for item in chosen if item.harm.count is not None]
    return Statement(
        items=tuple(chosen),
        count=add_counts(counts),
        flagged=bool(flagged),
        part=not flagged and not whole,
        beside=tuple(item.figure or 0 for item in whole if flagged and item not in flagged),
    )


def _without_outdone(totals: Sequence[Told], told: Sequence[Told]) -> list[Told]:
    """Leave out a total above which another source goes: "the toll stood at 22, but doctors had seen 38 bodies"."""
    rivals = [i for i in told if i.nondescript and not (i.harm.total or i.harm.part or i.adds or i.also or i.is_vague)]
    return [
        total
        for total in totals
        if not any(
            rival.span.start > total.span.start
            and total.harm.by
            and rival.harm.by not in (None, total.harm.by)
            and (rival.figure or 0) > (total.figure or 0)
            for rival in rivals
        )
    ]


def _without_retold(items: Sequence[Told]) -> list[Told]:
    """Leave out who is told twice in the sentence: "rushed him to hospital, where the child was treated".

    Those whom the act's name counts are told apart with it: "a triple shooting left one dead and two others wounded".
    """
    kept: list[Told] = []
    for item in items:
        if not _is_named_in(item, kept) and not any(is_retold(item, other) for other in kept):
            kept.append(item)
    whole = [item for item in kept if item.people is None and item.harm.rule.endswith(MULTIPLE)]
    apart = [item for item in kept if item.people is not None]
    if not whole or not apart:
        return kept
    return whole if (whole[0].figure or 0) > sum(item.figure or 0 for item in apart) else apart


def _without_vaguer(items: Sequence[Told]) -> list[Told]:
    """Leave out what the sentence counts elsewhere: "50 were hurt", then "21 killed and dozens more hurt"."""
    exact = {i.harm.head for i in items if i.nondescript and not i.adds and not i.is_vague}
    return [i for i in items if not (i.nondescript and i.is_vague and exact - {i.harm.head})]


def _is_named_in(item: Told, others: Sequence[Told]) -> bool:
    """Whether one of the others has the name: "Cole was gunned down as Cole opened the door"."""
    name = item.name
    return name is not None and any(other.name and is_same_name(name, other.name) for other in others)


def _whole_of(items: Sequence[Told]) -> list[Told] | None:
    """Return the first group alone where the rest only divide it: "the three men, a cook and two drivers"."""
    first, rest = items[0], items[1:]
    telling = first.nondescript or first.definite
    divided = len(rest) > 1 and telling and first.figure == sum(item.figure or 0 for item in rest)
    return [first] if divided else None


def _largest_rival(items: Sequence[Told]) -> list[Told] | None:
    """Return the largest of the totals that several sources give: "police spoke of 29 dead, doctors of 38"."""
    sources = {item.harm.by for item in items}
    plain = all(not (item.adds or item.also or item.name or item.harm.part) for item in items)
    alike = all(item.nondescript for item in items) or (
        None not in sources and any(item.nondescript for item in items) and not any(i.category in OWN for i in items)
    )
    if len(items) < 2 or len(sources) < len(items) or not plain or not alike:
        return None
    return [max(items, key=lambda item: item.figure or 0)]


def _count_on(statement: Statement, made: Sequence[Statement]) -> Statement | None:
    """Return the total that the words count one on from, wherever it stands: "eight died", then "a ninth victim"."""
    nth = statement.items[0].nth if len(statement.items) == 1 and statement.best == 1 else 0
    if not nth:
        return None
    return next(
        (
            s
            for s in reversed(made)
            if s.best == nth - 1 and not (s.title or s.part) and all(item.whole is None for item in s.items)
        ),
        None,
    )


def is_outdone(item: Told, main: Statement) -> bool:
    """Whether another source of the total's own sentence goes above the figure: "45 civilians", "50 dead"."""
    total = main.items[0]
    rivals = item.sentence == total.sentence and len(main.items) == 1 and total.harm.by is not None
    other = item.harm.by not in (None, total.harm.by) and item.category not in OWN
    plain = total.nondescript and not (item.adds or item.also or item.name or item.harm.part)
    return rivals and other and plain and 1 < (item.figure or 0) < main.best


def _adds_to(statement: Statement, before: Statement) -> bool:
    """Whether a sentence says that its people come on top of those of the sentence before."""
    first, last = statement.items[0], before.items[-1]
    if before.title or before.part or statement.flagged or statement.part or not statement.best or not before.best:
        return False
    if (
        first.apart
        and last.name is None
        and (statement.best == before.best or is_vague(before.count) or not first.adds)
    ):
        return False  # "wounded dozens", then "killing six and wounding 30 others"
    if all(_is_named_in(item, before.items) for item in statement.items):
        return False  # "Cole and Poe were charged. Poe was also charged with theft"
    if first.figure == 1 and is_counted_up(first, last.whole or before.best):
        return False  # "six people were shot", then "a fourth victim was found"
    near = 0 < first.sentence - last.sentence <= 1
    if near and is_next(first.blow, last.blow):
        return True
    return near and (first.also or (first.adds and not first.words.lower().startswith("the ")))
