"""Tells by definite words that a draft goes on with an earlier one: "the soldiers died" after "killed two soldiers"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import timedelta
from typing import TYPE_CHECKING

from dateline.gazetteer.names import name_key
from dateline.merge.clues import own_day
from dateline.merge.later_deaths import FROM_SEIZED
from dateline.merge.likeness import ALIKE, SURE, relate_types
from dateline.merge.sameness import are_of_one_city, is_by_hours
from dateline.records import FAMILY, PHYSICAL, EventType, Family, VictimStatus, days_between
from dateline.resolve.place_making import WAY_TO

if TYPE_CHECKING:
    from dateline.frames import Frame
    from dateline.merge.clues import Clue
    from dateline.merge.incidents import Incident
    from dateline.records import When
    from dateline.spans import Span

    Told = tuple[Incident, tuple[Clue, ...]]

SEIZED = frozenset((VictimStatus.KIDNAPPED, VictimStatus.MISSING))
OPENING = 2  # number of the last paragraph, the title's being 0, with which a story opens
DYING = timedelta(days=31)  # in which the wounded die
NEAR = 2  # paragraphs between two drafts, up to which "the soldiers" are those told of before
DEFINITE = frozenset({"the", "these", "those", "both", "their"})
OWNED = DEFINITE | {"his", "her", "its", "this", "that", "all"}
# Words for people who may be anyone: "the men" are not always the men told of before.
ANYONE = frozenset(
    {"people", "person", "persons", "others", "man", "men", "woman", "women", "police", "civilians", "victims", "dead"}
)
ACTS = frozenset(Family) - {Family.SECURITY}
# Where the phrase around its head word ends: "the gate of the embassy", "two soldiers who were guarding it".
_BEHIND = re.compile(
    r",|\s(?:of|in|at|on|near|outside|from|for|with|who|which|that|and|belonging|aged|guarding|carrying|housing|hosting"
    r"|sheltering|treating|holding)\s"
)
# How a telling opens that goes on with those told of before, and no others.
_VICTIMS = re.compile(r"(?:all )?the (?:\w+ )?(?:victims|deceased|dead|slain)\b(?! in )", re.IGNORECASE)
# "In the earlier attack", "the other blast": of two acts told in one breath, the one told as coming before.
_EARLIER = re.compile(r"\bthe\s+(?:earlier|first|previous|other)\s+(?:[a-z-]+\s+){0,2}$", re.IGNORECASE)

# "The first bomb", "one of the explosions", "the second attacker", of "two bombs", "twin blasts", "three gunmen".
_THINGS = (
    r"(?P<thing>bombs?|blasts?|explosions?|explosives|devices?|bombers?|attackers?|assailants?|gunm[ae]n|shells?|rockets?"
    r"|missiles?|mines?|grenades?|strikes?|bombings?)\b"
)
_MEMBERS = (
    frozenset({"bomb", "blast", "explosion", "explosive", "device", "bomber", "bombing", "mine", "attacker"}),
    frozenset({"gunmen", "gunman", "attacker", "assailant"}),
    frozenset({"shell", "rocket", "missile", "grenade", "strike", "blast", "explosion"}),
)
_ONE_OF = re.compile(
    r"(?:[\"“]?(?:the|a|one|in the)\s)(?:(?:first|second|third|fourth|other|larger|bigger|biggest|deadliest)\s)?"
    rf"(?:of\s(?:the|them|those)\s)?(?:\w+\s){{0,2}}?{_THINGS}",
    re.IGNORECASE,
)
_SEVERAL = re.compile(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|twin|double|triple|several|multiple|pair of|series of)"
    rf"\s(?:[\w-]+\s){{0,2}}?{_THINGS}",
    re.IGNORECASE,
)


def takes_up(earlier: Told, later: Told, text: str) -> bool:
    """Whether the later draft opens with things or people by "the" that the earlier one brought in.

    It must stand near, have no day or town but the earlier one's, and no word that sets it apart.
    """
    (first, mine), (second, theirs) = earlier, later
    frames = [clue.frame for clue in theirs]
    if _tells_one_of(earlier, later, text):
        return True
    if _returns_to(mine, frames, text) or _tells_wounding(earlier, later) or _tells_their_death(earlier, later, text):
        return True
    if any(frame.stands_apart or frame.plural for frame in frames):
        return False
    named = _names_what_was_hit(earlier, later, text)
    if named or _opens_with_victims(earlier, later, text):
        return True
    if not ACTS.issuperset((FAMILY[first.type.value], FAMILY[second.type.value])) or not _is_near(mine, frames[0]):
        return False
    if not is_in_scene(first, theirs, least=SURE):
        return False
    brought_in = {head for clue in mine for span in _name(clue.frame) for head in read_new(span.of(text))}
    opening = [frame for frame in frames if frame.sentence == frames[0].sentence]
    meant = {head for frame in opening for span in _name(frame) for head in read_known(span.of(text))}
    return bool(brought_in & meant - ANYONE)


def _tells_one_of(earlier: Told, later: Told, text: str) -> bool:
    """Whether the later draft opens with one of the bombs or men that the earlier one counts.

    "Two car bombs killed 11 in Bouira", and then: "The first bomb hit a barracks and the second a hotel".
    """
    (first, mine), (_, theirs) = earlier, later
    frame = theirs[0].frame
    one = _ONE_OF.match(text, frame.span.start)
    if one is None or not _is_near(mine, frame) or not is_in_scene(first, theirs, least=SURE):
        return False
    word = one.group("thing").lower().removesuffix("s")
    kinds = next((kinds for kinds in _MEMBERS if word in kinds), frozenset())
    return any(
        kinds and number.group("thing").lower().removesuffix("s") in kinds
        for clue in mine
        for number in _SEVERAL.finditer(clue.frame.span.of(text))
    )


def _names_what_was_hit(earlier: Told, later: Told, text: str) -> bool:
    """Whether the later draft opens with a known act by what it hit, or by its town, however far on.

    No other act of the article need have hit one. A day counted in hours may be the day before.
    """
    (first, mine), (_, theirs) = earlier, later
    frame = theirs[0].frame
    if not frame.definite or relate_types(first.type.value, frame.type) not in ALIKE:
        return False
    if not (_opens_with_thing(mine, frame, text) or _opens_with_town(theirs[0], text)):
        return False
    return is_in_scene(first, theirs, least=SURE, slack=1 if any(map(is_by_hours, mine)) else 0)


def _opens_with_thing(mine: Sequence[Clue], frame: Frame, text: str) -> bool:
    """Whether a telling names its act by what those before it tell hit: "the bar attack", "the attack on the bar"."""
    hit = {head for clue in mine for link in clue.frame.targets for head in read_new(link.mention.span.of(text))}
    for link in frame.targets:
        words = link.mention.span.of(text)
        behind = text[frame.span.start : link.mention.span.end].lower().endswith(f"the {words.lower()}")
        if (behind and hit.intersection(words.lower().split()[-1:])) or hit.intersection(read_known(words)):
            return True
    return False


def _opens_with_town(clue: Clue, text: str) -> bool:
    """Whether a telling names its act by its town: "in the Barcelona attack on Thursday"."""
    starts = {trigger.span.start for trigger in clue.frame.triggers}
    names = [place for place, _ in clue.places if place.place.locality and place.mention.span.end + 1 in starts]
    return any(text[: place.mention.span.start].lower().endswith("the ") for place in names)


def _opens_with_victims(earlier: Told, later: Told, text: str) -> bool:
    """Whether the later draft opens with "the victims" in the paragraph behind the earlier one, which has no other day.

    "Five were killed at a farm, police said", and then: "The victims were playing cards when men opened fire".
    """
    (first, mine), (second, theirs) = earlier, later
    frame = theirs[0].frame
    if _VICTIMS.match(text, frame.span.start) is None or not first.toll.victims:
        return False
    if relate_types(first.type.value, second.type.value) not in ALIKE:
        return False
    days = [day for day in map(own_day, mine) if day is not None]
    if days and any(days_between(days[0], day) > 0 for clue in theirs if (day := own_day(clue)) is not None):
        return False
    return 0 <= frame.paragraph - max(clue.frame.paragraph for clue in mine) <= 1


def _tells_their_death(earlier: Told, later: Told, text: str) -> bool:
    """Whether the later draft opens with some who died of those seized before: "11 of the abducted miners"."""
    (first, mine), (second, theirs) = earlier, later
    frame = theirs[0].frame
    seized = sum(v.value.count.best or 0 for v in first.toll.victims if v.value.status in SEIZED and v.value.count)
    figures = [
        harm.count.best or 0
        for harm in frame.harms
        if harm.status is VictimStatus.KILLED
        and harm.count
        and harm.people
        and FROM_SEIZED.match(text, harm.people.span.start) is not None
    ]
    if not figures or not 0 < figures[0] <= seized or first.date is None or second.date is None:
        return False
    since = second.date.value.start - first.date.value.start
    return timedelta(0) <= since <= DYING and all(clue.frame.paragraph <= frame.paragraph for clue in mine)


def _tells_wounding(earlier: Told, later: Told) -> bool:
    """Whether the later draft tells how those were wounded of whom the story opens that one has died.

    "A guard who was shot on Saturday has died, police said Wednesday", and further on the shooting.
    """
    (first, mine), (second, theirs) = earlier, later
    opening = [clue.frame for clue in mine if clue.frame.paragraph <= OPENING]
    frames = [clue.frame for clue in theirs]
    if not any(_dies_of_wounds(frame) for frame in opening) or any(f.other or f.turns or f.plural for f in frames):
        return False
    if relate_types(first.type.value, second.type.value) not in ALIKE:
        return False
    if first.date is None or second.date is None or not any(h.status in PHYSICAL for f in frames for h in f.harms):
        return False
    since = first.date.value.start - second.date.value.end
    towns = {name_key(i.place.value.locality) for i in (first, second) if i.place and i.place.value.locality}
    return timedelta(0) < since <= DYING and len(towns) < 2


def _dies_of_wounds(frame: Frame) -> bool:
    """Whether a telling has the same people wounded and dead."""
    wounded = {harm.people.span for harm in frame.harms if harm.people and harm.status is VictimStatus.INJURED}
    return any(
        harm.status is VictimStatus.KILLED and harm.people is not None and harm.people.span in wounded
        for harm in frame.harms
    )


def is_in_scene(
    story: Incident,
    clues: Sequence[Clue],
    *,
    told: Sequence[Clue] = (),
    least: float = 0.0,
    slack: int = 0,
    days: bool = True,
) -> bool:
    """Whether each day and town that the tellings name is the story's.

    Args:
        story: what the tellings may go on with.
        clues: the tellings.
        told: the story's own, a part or suburb of whose city a town may be.
        least: score of a link from which a day or town is a telling's own.
        slack: days by which one of the tellings may miss the story's.
        days: whether the story has a day of its own, and not only that of its publication.
    """
    if days and not _is_on_its_day(
        story, [when.when for clue in clues for when, score in clue.times if score >= least], slack
    ):
        return False
    towns = [
        [
            place
            for place, score in clue.places
            if score >= least and place.mention.relation not in WAY_TO and place.place.locality
        ]
        for clue in clues
    ]
    home = name_key(story.place.value.locality) if story.place is not None and story.place.value.locality else None
    around = [place for clue in told for place, _ in clue.places if name_key(place.place.locality or "") == home]
    # One attack may hit two places of an island: "restaurants at Jimbaran beach and in Kuta".
    return all(
        not places
        or any(
            name_key(town.place.locality or "") == home
            or (town.place.site is None and any(are_of_one_city(place, town) for place in around))
            for town in places
        )
        for places in towns
    )


def _is_on_its_day(story: Incident, days: Sequence[When], slack: int) -> bool:
    if story.date is None or (story.date.value.end - story.date.value.start).days > 1:
        return False
    start, end = story.date.value.start - timedelta(days=slack), story.date.value.end + timedelta(days=slack)
    return all(start <= when.end and when.start <= end for when in days)


def _returns_to(mine: Sequence[Clue], frames: Sequence[Frame], text: str) -> bool:
    """Whether the draft comes back to the act that another one answered or came after: "in the earlier attack"."""
    if not all(clue.frame.earlier_matter for clue in mine) or not frames[0].other:
        return False
    start = frames[0].span.start
    return any(
        trigger.noun and _EARLIER.search(text[start : trigger.span.start]) is not None
        for trigger in frames[0].triggers
        if trigger.type is EventType.ATTACK or any(t.type is trigger.type for clue in mine for t in clue.frame.triggers)
    )


def _is_near(mine: Sequence[Clue], frame: Frame) -> bool:
    return min(abs(frame.paragraph - clue.frame.paragraph) for clue in mine) <= NEAR


def _name(frame: Frame) -> Iterator[Span]:
    """Yield where the frame names people and things that the act befell."""
    yield from (harm.people.span for harm in frame.harms if harm.people is not None)
    yield from (link.mention.span for link in frame.targets)


def read_new(phrase: str) -> Iterator[str]:
    """Yield the head of a phrase that brings somebody or something in: "soldiers" of "two soldiers"."""
    words = _BEHIND.split(phrase.lower(), maxsplit=1)[0].split()
    if words and words[0] not in OWNED:
        yield words[-1]
    elif words and words[0] == "their":
        yield words[-1]  # brought in as what belongs to people just told of


def read_known(phrase: str) -> Iterator[str]:
    """Yield the head of a phrase that speaks of what is known, and whose it is: "the salesmen's van"."""
    words = _BEHIND.split(phrase.lower(), maxsplit=1)[0].replace("’", "'").split()
    if len(words) < 2 or words[0] not in DEFINITE:
        return
    yield words[-1]
    yield from (word.rstrip("s").rstrip("'") for word in words[1:-1] if word.endswith("'s"))
    yield from (word.rstrip("'") for word in words[1:-1] if word.endswith("s'"))
