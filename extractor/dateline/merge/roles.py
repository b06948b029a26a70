"""Says which incident an article is about, which it also reports, and which it only recalls."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from dateline.articles import BlockKind
from dateline.records import FAMILY, Family, Role

if TYPE_CHECKING:
    from dateline.articles import Article
    from dateline.merge.clues import Clue
    from dateline.merge.incidents import Incident

BACKGROUND_DAYS = 60  # told as history from this age on; Source: RECORD.md, `role`
BYGONE_DAYS = 5 * 365  # from this age on even where the article speaks of little else: an obituary, an anniversary
FOCUS = 2.0  # salience from which an old act may be what the article is about
OFTEN = 4  # sentences that tell an act, from which an article is about it
CONSEQUENCES = frozenset({Family.SECURITY, Family.UNREST})
LEAD = 3  # sentences, the title one of them, that say what an article is about


def assign_roles(told: Sequence[tuple[Incident, tuple[Clue, ...]]], article: Article) -> tuple[Incident, ...]:
    """Make the most salient incident the main one, the old ones background, the others secondary.

    Args:
        told: the incidents with their tellings, in order of first mention.
        article: the article.
    """
    if not told:
        return ()
    ends = [incident.date.value.end if incident.date else None for incident, _ in told]
    today = article.published or max((end for end in ends if end), default=None)
    olds = [
        _is_old(incident, end, today) or _is_told_as_history(clues)
        for (incident, clues), end in zip(told, ends, strict=True)
    ]
    if _is_bygone(ends[0], today):
        # What an article that opens with an act long past tells without a day is of that time.
        olds = [old or not any(clue.time for clue in clues) for old, (_, clues) in zip(olds, told, strict=True)]
    top = max(range(len(told)), key=lambda number: (not olds[number], told[number][0].salience))
    top = _prefer_news(told, olds, top)
    roles = [Role.BACKGROUND if old else Role.SECONDARY for old in olds]
    incident, clues = told[top]
    told_of = incident.salience >= FOCUS and not _is_bygone(ends[top], today) and _is_subject(clues)
    recalled = olds[top] and not told_of
    roles[top] = Role.BACKGROUND if recalled else Role.MAIN
    return tuple(replace(incident, role=role) for (incident, _), role in zip(told, roles, strict=True))


def _prefer_news(told: Sequence[tuple[Incident, tuple[Clue, ...]]], olds: Sequence[bool], top: int) -> int:
    """Return the number of the act that the sentence tells which only dates itself by the one chosen, else that one.

    "Soldiers killed four rebels on Sunday, a day after a bomb killed five", though the bomb fills the paragraphs below.
    """
    opening = told[top][1][0].frame
    if not opening.counted_from:
        return top
    for number, (incident, clues) in enumerate(told):
        first = clues[0].frame
        beside = first.sentence == opening.sentence and not (first.counted_from or first.earlier_matter)
        # An arrest or a march is news of the act that it came of.
        if beside and not olds[number] and incident.toll.victims and FAMILY[incident.type.value] not in CONSEQUENCES:
            return number
    return top


def _is_subject(clues: Sequence[Clue]) -> bool:
    """Whether title, lead or many sentences tell an old act: it may be the news, as that of a trial or an inquiry."""
    led = any(clue.frame.block is BlockKind.TITLE or clue.frame.sentence < LEAD for clue in clues)
    return led or len({clue.frame.sentence for clue in clues if clue.frame.specific or clue.frame.harms}) >= OFTEN


def _is_bygone(end: date | None, today: date | None) -> bool:
    return end is not None and today is not None and end < today - timedelta(days=BYGONE_DAYS)


def _is_told_as_history(clues: Sequence[Clue]) -> bool:
    """Whether an article without a date, whose news is of some weekday, tells it of a time long before that."""
    times = [clue.dated[0][0] for clue in clues if clue.dated]
    return bool(times) and all(time.is_history for time in times)


def _is_old(incident: Incident, end: date | None, today: date | None) -> bool:
    """Whether it is told as history: long past, or spread over so long that it is no single act."""
    if incident.date is None or end is None or today is None:
        return False
    when = incident.date.value
    return end < today - timedelta(days=BACKGROUND_DAYS) or (when.end - when.start).days > BACKGROUND_DAYS
