"""Chooses the total of one status among the figures that the tellings state."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass, replace

from dateline.mentions import WITHIN
from dateline.merge.blows import is_next
from dateline.merge.boasts import OWN
from dateline.merge.figures import add_counts, is_vague
from dateline.merge.same_people import MULTIPLE, is_counted_up, is_kin, is_retold, is_same_name
from dateline.merge.told import NEAR_SHARE, Told
from dateline.records import PHYSICAL, Count, VictimCategory
from dateline.spans import Span

# A figure is of the same incident as the first one given up to so many times it, or so many people above it.
SIDES = frozenset((VictimCategory.MILITARY, VictimCategory.POLICE, VictimCategory.MILITANT))
FAR_TIMES = 3
FAR_PEOPLE = 10
VAGUE_SHARE = 0.6  # an exact figure of at least this share of a vague one ("dozens") takes its place


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
    for group in _by_sentence(told):
        statement = _state(group)
        if statement is None:
            continue
        if statement.title and all(_is_singled_out(item, singled) for item in statement.items):
            statement = replace(statement, part=True)
        before = made[-1] if made else None
        counted = _count_on(statement, made)
        made.append(statement)
        if counted is None and before is not None and _adds_to(statement, before):
            counted = before
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


def _is_side(item: Told, own: Set[VictimCategory], figure: int) -> bool:
    """Whether these are the soldiers, or fighters, whom the headline counts."""
    return item.figure == figure and not item.harm.part and item.category in own & SIDES


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


def choose_statement(statements: Sequence[Statement]) -> Statement | None:
    """Return the statement whose figure is the total.

    A figure said to be the total wins, the last of them. Otherwise the largest does, for articles tell parts and
    earlier lower figures beside the total; but one far above the first figure given is another incident's, or a
    whole war's.
    """
    if not statements:
        return None
    positive = [statement for statement in statements if statement.best]
    if not positive:
        return statements[0]
    current = [statement for statement in positive if not statement.outdated]
    if any(s.best > 1 and not s.part for s in current):
        positive = current
    told = [statement for statement in positive if not statement.summing]
    positive = told if any(not statement.part for statement in told) else positive
    plain = [s for s in positive if not s.part and not s.combined]
    # A flagged figure behind plain ones may be a year's; one that the article opens with is this incident's.
    sure = [s for s in plain if not s.flagged or s is positive[0]]
    sure = [s for s in sure if not is_vague(s.count)] or sure  # "many" may be any number
    # One person told of by name, or "one more", is no measure of how many there are.
    summed = any(s.flagged for s in positive)  # a headline's "one more dies" is none either
    alone = [s for s in sure if s.best == 1 and (not s.nondescript or s.adding or (s.title and summed))]
    # Nor are the attackers who died: "both attackers were killed", then "twenty guests died".
    alone += [s for s in sure if s not in alone and _is_of_doers(s)]
    anchor = _find_anchor([s for s in sure if s not in alone])
    lone = next((s.best for s in sure), None) if anchor is None else None
    if anchor is not None or lone is not None:
        # "A guard died, bringing the toll to 15": one who died measures no total.
        # "State television spoke of 17 dead, but a monitor later put the number at 126": both are of the act.
        positive = [
            s
            for s in positive
            if (s.flagged and (anchor is None or anchor in s.beside))
            or not is_far(s.best, anchor or lone or 0)
            or _takes_in(s, positive)
        ]
    flagged = [s for s in positive if s.flagged and not s.combined]
    if flagged:
        return flagged[-1]
    plain = [s for s in positive if not s.part and not s.combined] or positive
    plain = [s for s in plain if not all(item.of_seized for item in s.items)] or plain
    plain = _without_doers(_without_vague(plain))
    votes = Counter(statement.best for statement in plain)
    # What the headline and the story say is the total, not a larger figure that comes up once: another place's.
    agreed = max((s.best for s in plain if s.title and s.best > 1 and votes[s.best] > 1), default=0)
    # Those who died later, of the hurt, come on top of it all the same, and so does "a ninth victim" on eight.
    raised = {
        s.best
        for s in plain
        if s.chained and (any(item.of_hurt for item in s.items) or s.items[-1].nth == s.best > agreed)
    }
    # A headline of "four soldiers" leaves room for others: "four soldiers and eight rebels were killed".
    own = {item.category for s in plain if s.title and s.best == agreed for item in s.items}
    raised |= {s.best for s in plain if len(s.items) > 1 and any(_is_side(item, own, agreed) for item in s.items)}
    largest = max(best for best in votes if best <= agreed or not agreed or votes[best] > 1 or best in raised)
    # "Leader abducted with 12 others" tells less of who they are than the story's "the leader and 12 pupils".
    return max(
        plain,
        key=lambda s: (
            s.best == largest,
            votes[s.best],
            not s.chained,
            not (s.title and len(s.items) > 1 and any(item.adds for item in s.items)),
            -s.items[0].order,
        ),
    )


def _takes_in(statement: Statement, others: Sequence[Statement]) -> bool:
    """Whether it counts more people beside those of the headline: "three guards hurt", "three guards and 21 pupils"."""
    if statement.chained or len(statement.items) == 1:
        return False
    headed = [
        other.items[0] for other in others if other.title and len(other.items) == 1 and not other.items[0].nondescript
    ]
    return any(
        item.figure == head.figure and item.category == head.category and not item.harm.part
        for item in statement.items
        for head in headed
    )


def _find_anchor(sure: Sequence[Statement]) -> int | None:
    """Return the first figure, or the story's own first where it is somewhat above the headline's."""
    if not sure:
        return None
    story = next((s.best for s in sure if not s.title), sure[0].best)
    return max(sure[0].best, story) if sure[0].title and not is_far(story, sure[0].best) else sure[0].best


def _without_vague(statements: Sequence[Statement]) -> list[Statement]:
    """Leave out "several", "dozens" and "almost a dozen" of people whom another sentence counts."""
    exact = [s for s in statements if not is_vague(s.count) and not s.count.approximate and s.best > 1]
    kept = [s for s in statements if not any(_counts_better(other, s) for other in exact)]
    return kept or list(statements)


def _without_doers(statements: Sequence[Statement]) -> list[Statement]:
    """Leave out attackers killed where others are told: "killing four people", then "eleven of the bandits died"."""
    kept = [s for s in statements if not _is_of_doers(s)]
    harmed = statements[0].items[0].harm.status in PHYSICAL
    return kept if harmed and any(s.nondescript for s in kept) else list(statements)


def _is_of_doers(statement: Statement) -> bool:
    return all(item.category is VictimCategory.PERPETRATOR for item in statement.items)


def _counts_better(exact: Statement, rough: Statement) -> bool:
    """Whether an exact figure is near enough to a rough one of the same people to take its place."""
    if not is_kin(exact.items[0].category, rough.items[0].category):
        return False
    if is_vague(rough.count):
        return exact.best >= VAGUE_SHARE * rough.best
    return rough.count.approximate and exact.best < rough.best <= NEAR_SHARE * exact.best


def is_far(figure: int, anchor: int) -> bool:
    """Whether a figure is too far above another to be of the same incident."""
    return figure > max(anchor * FAR_TIMES, anchor + FAR_PEOPLE)


def span_total(main: Statement, count: Count, statements: Sequence[Statement]) -> Count:
    """Widen `count` to the other totals that the article gives: "at least two" in the lead, seven in the end.

    Only figures that must be totals widen it: those of people of whom nothing else is said.
    """
    others = [
        s
        for s in statements
        if s is not main
        and s.best
        and not s.part
        and not s.chained
        and s.nondescript
        and s.count.best != count.best
        and not is_far(s.best, main.best)
        and not is_vague(s.count)
        and not any(item.combined or item.adds or item.also for item in s.items)
        and not set(s.items) & set(main.items)
    ]
    if not others or count.best is None:
        return count
    low = min(s.best for s in others)
    high = max(s.best for s in others)
    return replace(
        count,
        min=min(count.min, low) if count.min is not None else None,
        max=max(count.max, high) if count.max is not None else None,
    )
