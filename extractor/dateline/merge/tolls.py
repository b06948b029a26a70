"""Makes victims, casualty totals and reports of the harms that the tellings of one happening state."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import get_args

from dateline.frames import Frame
from dateline.mentions import ActorMention
from dateline.merge.answers import with_answered
from dateline.merge.boasts import span_rivals, split_rivals, without_boasts
from dateline.merge.casualties import choose_statement, is_far, span_total
from dateline.merge.clues import CARED
from dateline.merge.figures import OWN_HAND, add_counts, is_vague, restore_count, subtract_count
from dateline.merge.fills import Fill
from dateline.merge.group_retellings import IDENTIFIED
from dateline.merge.groups import Group, group_people
from dateline.merge.kinds import choose_type
from dateline.merge.same_people import is_kin, may_be_one
from dateline.merge.statements import Statement, make_statements
from dateline.merge.told import Told, gather_told
from dateline.merge.victims import Setting, build_victim
from dateline.records import (
    ActorKind,
    Casualties,
    CasualtyKind,
    Count,
    EventType,
    Report,
    Stance,
    Victim,
    VictimCategory,
    VictimStatus,
    exactly,
)
from dateline.relate.harm_acts import CHARGED
from dateline.spans import Span, merge_spans

CASUALTY_KINDS: tuple[CasualtyKind, ...] = get_args(CasualtyKind)
# Acts in which those arrested are not the authors of a violent deed.
PEACEFUL = frozenset((EventType.PROTEST, EventType.STRIKE, EventType.ARREST, EventType.WEAPONS_SEIZURE))
# Rules of words that may be said of the dead as well as of those hurt.
SHOT = (
    "harm.shoot.",
    "harm.shootings.",
    "harm.struck.",
    "harm.hit_body.",
    "harm.wounded_with.",
    "harm.gunshot_victim.",
)
AMONG = "harm.among_"
ALL_OF = re.compile(r"all (?:of )?(?:the )?\w+", re.IGNORECASE)
# Not what the act answers: "beat a farmer in revenge for the murder of a couple".
MURDER = re.compile(
    r"(?<!attempted )(?<!revenge for the )(?<!reprisal for the )(?<!retaliation for the )(?<!response to the )"
    r"\b(?:murder(?:ed|s)?|homicides?|slaying|manslaughter"
    r"|(?:first|second|third|latest) of the (?:deaths|killings))\b",
    re.IGNORECASE,
)
WAR = frozenset((EventType.AIRSTRIKE, EventType.SHELLING, EventType.CHEMICAL_ATTACK, EventType.ARMED_CLASH))


@dataclass(frozen=True, slots=True, kw_only=True)
class Toll:
    """All that an incident says about people."""

    victims: tuple[Fill[Victim], ...]
    casualties: Casualties
    casualty_spans: dict[CasualtyKind, tuple[Span, ...]]
    reports: tuple[Fill[Report], ...]


def build_toll(frames: Sequence[Frame], text: str) -> Toll:
    """Return victims, totals and reports of one happening from its frames in order of text."""
    kind_of_act = choose_type(frames, text).value
    frames = with_answered(frames)
    told = _with_murdered(gather_told(frames, text), frames, text, executed=kind_of_act is EventType.EXECUTION)
    stated = told
    told, rivals = split_rivals(without_boasts(told, frames), frames)
    doers = _find_doers(frames)
    setting = Setting(
        war=any(frame.type in WAR for frame in frames),
        peaceful=kind_of_act in PEACEFUL,
        protest=kind_of_act in (EventType.PROTEST, EventType.STRIKE),
        doers=tuple(actor.actor for actor in doers),
        doer_spans=tuple(actor.span for actor in doers),
    )
    totals: dict[CasualtyKind, Count | None] = {}
    spans: dict[CasualtyKind, tuple[Span, ...]] = {}
    groups: list[Group] = []
    for status in VictimStatus:
        if status is VictimStatus.INJURED:  # those killed are counted by now
            told = _without_dead(told, totals.get("killed"), groups)
        mine = [item for item in told if item.harm.status is status]
        if status is VictimStatus.KILLED:
            mine = _without_hurt_names(mine, told)
        statements = make_statements(mine)
        main = choose_statement(statements)
        found = _without_far(group_people(mine, main), main)
        groups.extend(found)
        kind = next((kind for kind in CASUALTY_KINDS if kind == status), None)
        if kind is not None and main is not None:
            settled = _is_settled(main, statements)
            count = _total(main, [group for group in found if group.beside] if settled else found)
            told_against = [item for item in rivals if item.harm.status is status and len(found) == 1]
            totals[kind] = span_rivals(span_total(main, count, statements), told_against)
            spans[kind] = merge_spans(span for s in statements if s.best == main.best for span in s.spans)
    groups.sort(key=lambda group: group.members[0].order)
    return Toll(
        victims=tuple(build_victim(group, told, text, setting=setting) for group in groups),
        casualties=Casualties(**totals),
        casualty_spans=spans,
        reports=_build_reports(stated, text),
    )


def _with_murdered(told: Sequence[Told], frames: Sequence[Frame], text: str, *, executed: bool) -> list[Told]:
    """Turn people shot or stabbed of whom nothing more is said into dead where the act is a murder.

    In an execution all are, in a murder the one who is told of or as many as are charged.
    """
    dead = [item for item in told if item.harm.status is VictimStatus.KILLED and item.figure != 0]
    charged = [item for item in dead if item.harm.rule.startswith(CHARGED)]
    if _are_all_shot_dead(told, dead) or _are_dead_by_name(told, dead):
        return [
            replace(item, harm=replace(item.harm, status=VictimStatus.KILLED)) if _is_shot(item) else item
            for item in told
        ]
    if len(charged) < len(dead):
        return list(told)
    shot = [item for item in told if _is_shot(item)]
    # "The shooting of a boy", then "the boy was struck by a bullet".
    shot += [i for i in told if i not in shot and shot and _is_hit(i) and may_be_one(shot[0], i)]
    others = [item for item in told if item.harm.status is VictimStatus.INJURED and item.figure and item not in shot]
    one = bool(shot) and all(may_be_one(shot[0], item) for item in shot)  # "a boy", then "the 11-year-old"
    murder = one and not others and any(MURDER.search(frame.span.of(text)) for frame in frames)
    # "Two counts of murder for shooting his wife and son": the charges count those shot.
    size = sum({item.name or item.words: item.figure or 0 for item in shot}.values())
    settled = any(item.figure == size for item in charged) if charged else executed or murder
    if not shot or not settled:
        return list(told)
    return [
        replace(item, harm=replace(item.harm, status=VictimStatus.KILLED)) if item in shot else item
        for item in told
        if item not in charged
    ]


def _without_hurt_names(dead: Sequence[Told], told: Sequence[Told]) -> list[Told]:
    """Leave out "the victims", identified by name, who are as many as the dead and the hurt together."""
    named = [item for item in dead if item.harm.rule.startswith(IDENTIFIED) and item.name]
    others = [item.figure or 0 for item in dead if not item.name]
    hurt = [item.figure or 0 for item in told if item.harm.status is VictimStatus.INJURED]
    size = len({item.name for item in named})
    sums = {item.sentence: 0 for item in dead}
    for item in dead:
        sums[item.sentence] += 0 if item.name or item.harm.part else item.figure or 0
    if max(sums.values(), default=0) >= size:
        return list(dead)  # "two soldiers, a constable and four rebels died": all three named may be of them
    mixed = any(dead_figure and size == dead_figure + figure for dead_figure in others for figure in hurt if figure)
    return [item for item in dead if item not in named] if mixed else list(dead)


def _is_shot(item: Told) -> bool:
    return item.harm.status is VictimStatus.INJURED and item.harm.rule.startswith(SHOT[:2])


def _is_hit(item: Told) -> bool:
    return item.harm.status is VictimStatus.INJURED and item.harm.rule.startswith(SHOT)


def _are_all_shot_dead(told: Sequence[Told], dead: Sequence[Told]) -> bool:
    """Whether the total counts the people shot and the one who killed himself: "four dead", "shot three coworkers"."""
    doers = [item for item in dead if item.harm.rule.startswith(OWN_HAND)]
    total = max((item.figure or 0 for item in dead if item.nondescript), default=0)
    if not doers or any(item not in doers and not item.nondescript for item in dead if not item.harm.part):
        return False
    return total > 1 and sum({i.name or i.words: i.figure or 0 for i in told if _is_shot(i)}.values()) == total - 1


def _are_dead_by_name(told: Sequence[Told], dead: Sequence[Told]) -> bool:
    """Whether those shot are the unnamed dead, one for one: "killed three people", "shooting Ana Ruiz, her mother"."""
    hurt = [item for item in told if item.harm.status is VictimStatus.INJURED and item.figure]
    names = {item.name for item in hurt}
    if None in names or len(names) < 2 or any(not _is_shot(item) for item in hurt) or any(item.name for item in dead):
        return False
    return max((item.figure or 0 for item in dead), default=0) == len(names)


def _find_doers(frames: Sequence[Frame]) -> tuple[ActorMention, ...]:
    """Return the single persons whom the tellings hold responsible."""
    return tuple(
        stance.actor
        for frame in frames
        for stance in frame.stances
        if stance.actor.kind is ActorKind.INDIVIDUAL and stance.stance not in (Stance.DENIED, Stance.CLEARED)
    )


def _without_far(groups: Sequence[Group], main: Statement | None) -> list[Group]:
    """Leave out people far too many for the total: those of a year or of a whole war."""
    return [
        group
        for group in groups
        if main is None or not main.best or group.main or group.figure is None or not is_far(group.figure, main.best)
    ]


def _without_dead(told: Sequence[Told], killed: Count | None, groups: Sequence[Group]) -> list[Told]:
    """Take the dead out of the people shot: "four people were shot", "two of them died".

    Args:
        told: all that is told of the happening.
        killed: the total of those killed.
        groups: those killed; attackers among them are not of the people shot.
    """
    doers = sum(group.figure or 0 for group in groups if group.category is VictimCategory.PERPETRATOR)
    number = (killed.best or 0) - doers if killed is not None else 0
    dead = [item for item in told if item.harm.status is VictimStatus.KILLED and item.figure]
    told = _without_died(told)
    if (not number and not doers) or all(item.adds for item in dead):
        return list(told)
    left: list[Told] = []
    for item in told:
        less = number if _takes_in(item, dead) else _count_alike(item, groups)
        if doers and item.category is VictimCategory.PERPETRATOR and _is_shot(item):
            less = doers  # "before both gunmen were shot", and "one gunman died"
        # "Dozens", of whom a few died, are dozens still.
        exact = item.harm.count is not None and not is_vague(item.harm.count) and item.whole is None
        if item.harm.count is not None and exact and 0 < less < (item.figure or 0):
            count = subtract_count(item.harm.count, exactly(less))
            left.append(replace(item, harm=replace(item.harm, count=count), whole=item.figure))
        else:
            left.append(item)
    return left


def _count_alike(item: Told, dead: Sequence[Group]) -> int:
    """Return how many dead are among "all three officers", who were brought to hospital; 0 of other people."""
    if not ALL_OF.match(item.words) or not item.harm.rule.startswith(CARED):
        return 0
    return sum(group.left or 0 for group in dead if is_kin(group.category, item.category))


def _without_died(told: Sequence[Told]) -> list[Told]:
    """Take those out of the wounded who died of them: "four were wounded, and one of them died in hospital"."""
    left = list(told)
    for index, item in enumerate(told):
        hurt = [i for i in range(index) if told[i].harm.status is VictimStatus.INJURED and told[i].figure]
        if not item.of_hurt and (item.of_wounds or _raises_toll(item, told)):
            left = _less_succumbed(left, told, index)
        if not item.of_hurt or not hurt:
            continue
        whole = left[hurt[-1]]
        count, size = whole.harm.count, item.figure or 0
        if count is not None and whole.whole is None and size < (whole.figure or 0):
            for i in hurt:
                if left[i].whole is None and left[i].figure == whole.figure and (i == hurt[-1] or left[i].title):
                    less = subtract_count(left[i].harm.count or count, exactly(size))
                    left[i] = replace(left[i], harm=replace(left[i].harm, count=less), whole=whole.figure)
    return left


def _less_succumbed(left: list[Told], told: Sequence[Told], index: int) -> list[Told]:
    """Take one who "succumbed" out of the hurt told before him, where nobody was told dead by then."""
    one = told[index]
    hurt = [i for i in range(index) if told[i].harm.status is VictimStatus.INJURED and (told[i].figure or 0) > 1]
    whole = next((i for i in hurt if not told[i].adds and not told[i].harm.part), None)
    if whole is None or (told[whole].figure or 0) <= (one.figure or 0) or one.adds:
        return left
    dead = (item for item in told if item.harm.status is VictimStatus.KILLED and item.figure)
    later = _raises_toll(one, told) or not any(item.sentence <= told[whole].sentence for item in dead)
    if not later or not is_kin(one.category, told[whole].category):
        return left
    size = told[whole].figure
    return [
        replace(item, harm=replace(item.harm, count=subtract_count(count, exactly(one.figure or 0))), whole=size)
        if i in hurt
        and item.figure == size
        and item.whole is None
        and (count := item.harm.count) is not None
        and _is_exact(count)
        else item
        for i, item in enumerate(left)
    ]


def _is_exact(count: Count) -> bool:
    """Whether the count leaves nothing open: one of "more than 100" may die, and more than 100 are left."""
    return count.min == count.max == count.best


def _raises_toll(one: Told, told: Sequence[Told]) -> bool:
    """Whether the sentence says that with this death the toll has gone up from the one told before."""
    if one.harm.status is not VictimStatus.KILLED or not one.figure or one.harm.total:
        return False
    dead = [item for item in told if item.harm.status is VictimStatus.KILLED and item.figure]
    before = max((item.figure or 0 for item in dead if item.sentence < one.sentence), default=0)
    raised = before + one.figure
    return before > 0 and any(i.harm.total and i.figure == raised for i in dead if i.sentence == one.sentence)


def _takes_in(item: Told, dead: Sequence[Told]) -> bool:
    """Whether the people shot are all, the dead among them: not in "one man died, four were shot".

    Nor where the words set them apart from those told dead before: "Cole died. Two of his friends were also shot".
    """
    if item.harm.status is not VictimStatus.INJURED or item.adds:
        return False
    if item.also and any(other.sentence < item.sentence for other in dead):
        return False
    if not item.harm.rule.startswith(SHOT) and not (item.harm.total and item.harm.rule.startswith(CARED)):
        return False
    here = [other for other in dead if other.sentence == item.sentence and not other.harm.part]
    if any(other.span.start < item.span.start and not other.name for other in here):
        return False
    plain = (VictimCategory.UNKNOWN, VictimCategory.CIVILIAN, VictimCategory.CHILD, VictimCategory.PERPETRATOR)
    return all(
        other.nondescript
        or other.definite
        or other.name
        or (other.category in plain and is_kin(other.category, item.category))
        for other in dead
    )


def _is_settled(main: Statement, statements: Sequence[Statement]) -> bool:
    """Whether the headline, and another sentence, state the total's figure: those told apart are of that number."""
    same = [s for s in statements if s.best == main.best > 1 and not s.part and not s.chained]
    told = len({s.items[0].sentence for s in same}) > 1
    return told and any(s.title and s.nondescript and not s.summing for s in same)


def _total(main: Statement, groups: Sequence[Group]) -> Count:
    """Return the stated figure, raised by the people who are told apart from it."""
    extra = [
        group
        for group in groups
        if not group.main and not group.inside and group.figure and not _tells_of_some(group, main)
    ]
    if main.title and main.flagged:  # "toll at 20", and below "20 people and two gunmen died"
        told = {member.sentence for group in groups if group.main for member in group.members if not member.title}
        extra = [g for g in extra if g.category is VictimCategory.PERPETRATOR and g.members[0].sentence in told]
    elif main.flagged or main.given:
        return main.count
    if not extra:
        return main.count
    if main.nondescript and not any(group.main or group.beside for group in groups):
        full = sum(group.figure or 0 for group in groups if group.inside) == main.best
        # "Eight died: five cadets, a cook and two traders", and then "the driver also died".
        extra = [g for g in extra if g.category is VictimCategory.PERPETRATOR or (full and g.members[0].also)]
    return add_counts([main.count, *(group.count for group in extra if group.count is not None)])


def _tells_of_some(group: Group, main: Statement) -> bool:
    """Whether the words only say who some of those counted are: "two of the victims are brothers"."""
    some = (IDENTIFIED, AMONG) if (group.figure or 0) < main.best else (IDENTIFIED,)
    return not group.names and all(item.harm.part and item.harm.rule.startswith(some) for item in group.members)


def _build_reports(told: Sequence[Told], text: str) -> tuple[Fill[Report], ...]:
    reports: dict[tuple[str, int | None, str | None], Fill[Report]] = {}
    for item in told:
        harm = item.harm
        kind = next((kind for kind in CASUALTY_KINDS if kind == harm.status), None)
        if harm.count is None or kind is None:
            continue
        stated = harm.count if item.whole is None else restore_count(harm.count, item.whole)
        key = (kind, stated.best, harm.by)
        if key not in reports:
            reports[key] = Fill(
                value=Report(status=kind, count=stated, by=harm.by, text=item.span.of(text)),
                spans=merge_spans((item.span, harm.span)),
                rules=(harm.rule,),
                confidence=0.7,
            )
        else:
            known = reports[key]
            reports[key] = replace(known, spans=merge_spans((*known.spans, item.span, harm.span)))
    return tuple(reports.values())
