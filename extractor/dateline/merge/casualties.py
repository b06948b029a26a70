"""Chooses the total of one status among the figures that the tellings state."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence, Set
from dataclasses import replace

from dateline.merge.figures import is_vague
from dateline.merge.same_people import is_kin
from dateline.merge.statements import Statement
from dateline.merge.told import NEAR_SHARE, Told
from dateline.records import PHYSICAL, Count, VictimCategory

SIDES = frozenset((VictimCategory.MILITARY, VictimCategory.POLICE, VictimCategory.MILITANT))
# A figure is of the same incident as the first one given up to so many times it, or so many people above it.
FAR_TIMES = 3
FAR_PEOPLE = 10
VAGUE_SHARE = 0.6  # an exact figure of at least this share of a vague one ("dozens") takes its place


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


def _is_side(item: Told, own: Set[VictimCategory], figure: int) -> bool:
    """Whether these are the soldiers, or fighters, whom the headline counts."""
    return item.figure == figure and not item.harm.part and item.category in own & SIDES
