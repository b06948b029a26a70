"""Spreads what is said of several acts at once over each of them: "bombs shook three towns, blamed on rebels"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dateline.articles import BlockKind
from dateline.frames import Frame, Reality
from dateline.mentions import StanceMention
from dateline.merge.adoption import BODIES, OTHERWISE
from dateline.merge.clues import Clue
from dateline.merge.other_dead import SIDES
from dateline.merge.pointing import LOOKING_BACK
from dateline.records import FROM_AFAR, ActorKind, EventType, Stance
from dateline.relate.agents import AGENT
from dateline.spans import Span

_ACTS = (
    r"(?:attacks|strikes|airstrikes|raids|bombings|(?<=\bthe )bombs|blasts|explosions|shootings|killings|assaults|"
    r"ambushes|kidnappings|abductions|incidents|towns|cities|villages|districts|provinces|locations|places|settlements|regions|"
    r"communities|robberies|hold-?ups|murders|burglaries|fires|arsons|stabbings|beatings|shellings|barrages)\b"
)
MANY = re.compile(rf"\b{_ACTS}", re.IGNORECASE)
NUMBERS = {"both": 2, "two": 2, "twin": 2, "three": 3, "four": 4, "five": 5, "six": 6}
# "Both attacks", "all three of the bombings", "the two raids": as many as were told before.
COUNTED = re.compile(
    rf"\b(?:all (?:of )?(?:the |these |those )?|the |these )?(both|all|{'|'.join(NUMBERS)})\b"
    rf"(?: of)?(?: (?:the|these|those))?(?:\s(?!and\b)[\w'’-]+){{0,2}}?\s(?:bombs\b|{_ACTS})",
    re.IGNORECASE,
)
OWN_WORDS = frozenset((Stance.CLAIMED, Stance.DENIED))  # said of what was told, not of what is still to come
DISOWNING = frozenset((Stance.DENIED, Stance.CLEARED))
FIGHTS = frozenset((EventType.ARMED_CLASH,))
EARLY = 2  # sentences of the body that may sum up what follows


def spread_statements(
    incidents: Sequence[Sequence[Clue]], dropped: Sequence[Sequence[Clue]], text: str
) -> tuple[tuple[StanceMention, ...], ...]:
    """Return, for each incident told without anyone responsible, the statements about many acts that hold for it too.

    A summary at the head of the article holds for what is told after it, a claim or an accusation of "the attacks"
    for what is told before.

    Args:
        incidents: the tellings of each.
        dropped: the tellings of what made no incident; a summary is often too thin for one.
        text: of the article.
    """
    sentences = sorted(
        {
            clue.frame.sentence
            for clues in (*incidents, *dropped)
            for clue in clues
            if clue.frame.block is not BlockKind.TITLE
        }
    )
    lead = frozenset(sentences[:EARLY])
    homes = [*enumerate(incidents), *((-1, clues) for clues in dropped)]
    summaries = [
        (number, clue.frame, stance, _find_countries(clues))
        for number, clues in homes
        for clue in clues
        if clue.frame.reality not in OTHERWISE
        for stance in clue.frame.stances
        if stance.actor.kind in BODIES and (MANY.search(clue.frame.span.of(text)) or _is_blanket(clue.frame, stance))
        if not _names_others(clue.frame, [clue.frame for home, told in homes if home != number for clue in told], text)
    ]
    firsts = [min((clue.frame for clue in told), key=lambda frame: frame.span) for told in incidents]
    return tuple(
        tuple(
            stance
            for home, frame, stance, lands in summaries
            if home != number
            and not _is_by_other_means(frame, clues)
            and not _is_of_its_paragraph(frame, stance, clues, firsts, text)
            and not _comes_home(stance, lands, clues)
            and (
                (_has_room(clues, stance) and _holds(frame, stance, clues, opening=_is_summary(frame, lead, text)))
                or (number in _count_back(frame, stance, incidents, text) and not _is_told_of(stance, clues))
            )
        )
        for number, clues in enumerate(incidents)
    )


def _is_by_other_means(frame: Frame, clues: Sequence[Clue]) -> bool:
    """Whether jets or guns are told to do the many acts, and another is done otherwise: "a car bomb killed seven"."""
    kinds = {clue.frame.type for clue in clues if clue.frame.specific}
    # Jets take part in fighting too.
    return frame.specific and frame.type in FROM_AFAR and bool(kinds) and kinds.isdisjoint(FROM_AFAR | FIGHTS)


def _names_others(frame: Frame, others: Sequence[Frame], text: str) -> bool:
    """Whether the many acts that its sentence names are of another incident: "air raids kill 12 as rebels hit Homs"."""
    beside = [trigger.span for other in others if other.sentence == frame.sentence for trigger in other.triggers]
    many = [Span(match.start(), match.end()) for match in MANY.finditer(text, frame.span.start, frame.span.end)]
    return bool(many) and all(any(span.overlaps(one) for span in beside) for one in many)


def _is_of_its_paragraph(
    frame: Frame, stance: StanceMention, clues: Sequence[Clue], firsts: Sequence[Frame], text: str
) -> bool:
    """Whether the statement follows an act that its paragraph is the first to tell, and `clues` are told elsewhere.

    A round-up goes on from a bomb in Aden to "The group claimed it", and has told of raids in three towns before.
    `firsts` are the first tellings of its acts.
    """
    if MANY.search(frame.span.of(text)) or any(clue.frame.paragraph == frame.paragraph for clue in clues):
        return False
    return any(first.paragraph == frame.paragraph and first.span.start < stance.span.start for first in firsts)


def _comes_home(stance: StanceMention, lands: frozenset[str | None], clues: Sequence[Clue]) -> bool:
    """Whether what a state does in other `lands` would be done in its own: its raids on Gaza, rockets at Ashkelon."""
    if stance.actor.kind is not ActorKind.STATE or stance.actor.country is None:
        return False
    return stance.actor.country not in lands and _find_countries(clues) == {stance.actor.country}


def _find_countries(clues: Sequence[Clue]) -> frozenset[str | None]:
    """Return the countries in which the tellings place the act."""
    return frozenset(clue.place.place.country for clue in clues if clue.place is not None)


def _is_summary(frame: Frame, lead: frozenset[int], text: str) -> bool:
    """Whether the headline or the lead tells of many acts."""
    return _is_opening(frame, lead) and MANY.search(frame.span.of(text)) is not None


def _count_back(frame: Frame, stance: StanceMention, incidents: Sequence[Sequence[Clue]], text: str) -> tuple[int, ...]:
    """Return the numbers of the incidents that the statement counts: "claimed both attacks", "all three bombings"."""
    counted = COUNTED.search(frame.span.of(text))
    if counted is None or stance.rule not in LOOKING_BACK:
        return ()
    starts = sorted((_find_start(clues), number) for number, clues in enumerate(incidents))
    earlier = [number for start, number in starts if start < frame.span.start]
    figure = counted.group(1).lower()
    return tuple(earlier[-NUMBERS[figure] :] if figure in NUMBERS else earlier)


def _find_start(clues: Sequence[Clue]) -> int:
    """Return where the story first tells of the incident; a headline names much that is told only further down."""
    body = [clue.frame for clue in clues if clue.frame.block is not BlockKind.TITLE]
    return min(frame.span.start for frame in body or [clue.frame for clue in clues])


def _is_told_of(stance: StanceMention, clues: Sequence[Clue]) -> bool:
    """Whether the incident's own tellings say the like of the same actor, or that another claims it."""
    told = [own for clue in clues for own in clue.frame.stances]
    claimed = any(own.stance == Stance.CLAIMED for own in told) and stance.stance != Stance.DENIED
    return claimed or any(own.actor.actor == stance.actor.actor and own.stance == stance.stance for own in told)


def _has_room(clues: Sequence[Clue], stance: StanceMention) -> bool:
    """Whether nobody is told to have done it, or, of what was told before, only people without a name."""
    told = [own for clue in clues for own in clue.frame.stances]
    if not told:
        return True
    if stance.rule not in LOOKING_BACK or stance.stance in DISOWNING:
        return False
    return not any(own.actor.named or own.actor.kind in SIDES or own.rule in LOOKING_BACK for own in told)


def _is_blanket(frame: Frame, stance: StanceMention) -> bool:
    """Whether the statement stands in a sentence that tells no act, and may be about all told before it."""
    return stance.event is None and not frame.span.contains(stance.span) and stance.rule in LOOKING_BACK


def _is_opening(frame: Frame, lead: frozenset[int]) -> bool:
    return frame.block is BlockKind.TITLE or frame.sentence in lead


def _holds(frame: Frame, stance: StanceMention, clues: Sequence[Clue], *, opening: bool) -> bool:
    """Whether the statement, made of many acts, is about the incident that `clues` tell."""
    # A headline names much that is told only further down.
    body = [clue.frame for clue in clues if clue.frame.block is not BlockKind.TITLE]
    first = min(body or [clue.frame for clue in clues], key=lambda other: other.span)
    if first.other or first.recalls or first.past_perfect or first.earlier_matter or first.reality is not Reality.TOLD:
        return False
    before = frame.span < first.span
    if stance.rule == AGENT:
        return opening and before
    if opening and before:
        return stance.rule in LOOKING_BACK and stance.stance not in OWN_WORDS
    return stance.rule in LOOKING_BACK and not before
