"""What type, stage, date and place were chosen from: every reading that the tellings give, and what became of it.

Nothing here decides anything. The readings are gathered from frames and clues and held against the finished
incident, so that an explanation stays true whatever way the `merge` stage chooses.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, TypeVar

from dateline.find.times import STAMP
from dateline.gazetteer.toponyms import PlaceKind
from dateline.merge.clues import PAST_LINK
from dateline.merge.stages import came_to_harm
from dateline.records import (
    Attribution,
    Count,
    EventType,
    Place,
    Report,
    Stage,
    Target,
    Victim,
    Weapon,
    When,
)

if TYPE_CHECKING:
    from dateline.frames import PlaceLink, TimeLink
    from dateline.mentions import TriggerMention
    from dateline.merge.clues import Clue
    from dateline.merge.incidents import Incident
    from dateline.resolve.place_making import ResolvedPlace
    from dateline.resolve.times import ResolvedTime
    from dateline.spans import Span

Value = EventType | Stage | When | Place | Weapon | Attribution | Target | Victim | Report | Count
Item = TypeVar("Item")
Key = TypeVar("Key")


class Verdict(StrEnum):
    """What became of a reading."""

    CHOSEN = "chosen"  # it is the field's value
    AGREES = "agrees"  # another place in the text that says the same, or a part of it
    MERGED = "merged"  # the same people, thing or actor told again
    LOST = "lost"


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """Words of the article."""

    start: int  # code points, `start <= i < end`
    end: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """One reading of a field."""

    path: str  # field as in a record's evidence: "type", "victims[0]"; "victims" where no member holds it
    value: Value | None  # None: the words mean nothing that is known
    words: tuple[Quote, ...]
    rules: tuple[str, ...]  # ids of the rules, lexicon entries or models
    sentence: int  # of the first of the words; number in the article, from 0
    score: float | None  # the link's to the act, 0 to 1; of type and stage the number of words or tellings
    certainty: float | None = None  # 0 to 1: how surely a name means this place; None for all else
    namesakes: tuple[str, ...] = ()  # other places of the name
    verdict: Verdict
    why: str  # what decided, in words


def quote(spans: Iterable[Span], text: str) -> tuple[Quote, ...]:
    """Return the words at the spans, in their order."""
    return tuple(Quote(start=span.start, end=span.end, text=span.of(text)) for span in spans)


def gather_candidates(incident: Incident, clues: Sequence[Clue], text: str) -> tuple[Candidate, ...]:
    """Return the readings of type, stage, date and place, each field's as they stand in the text.

    Args:
        incident: what was made of the tellings.
        clues: the tellings, in order of text.
        text: of the article.
    """
    return keep_best(
        (
            *_types(incident, clues, text),
            *_stages(incident, clues, text),
            *_dates(incident, clues, text),
            *_places(incident, clues, text),
        )
    )


def keep_best(candidates: Iterable[Candidate]) -> tuple[Candidate, ...]:
    """Return each reading once, its best link kept: the acts of one sentence share its mentions."""
    best: dict[tuple[str, Value | None, tuple[Quote, ...]], Candidate] = {}
    for one in candidates:
        key = (one.path, one.value, one.words)
        if key not in best or (one.score or 0) > (best[key].score or 0):
            best[key] = one
    return tuple(best.values())


def is_covered(span: Span, spans: Iterable[Span]) -> bool:
    """Whether `span` lies wholly in one of `spans`."""
    return any(other.contains(span) for other in spans)


# ---- type and stage: votes ----


def _types(incident: Incident, clues: Sequence[Clue], text: str) -> Iterator[Candidate]:
    triggers = [(trigger, clue.frame.sentence) for clue in clues for trigger in clue.frame.triggers]
    for kind, voters in _ranked(triggers, lambda voter: voter[0].type):
        chosen = kind is incident.type.value
        yield Candidate(
            path="type",
            value=kind,
            words=quote((trigger.span for trigger, _ in voters), text),
            rules=tuple(dict.fromkeys(trigger.rule for trigger, _ in voters)),
            sentence=voters[0][1],
            score=float(len(voters)),
            verdict=Verdict.CHOSEN if chosen else Verdict.LOST,
            why=_why_type([trigger for trigger, _ in voters], len(triggers)),
        )


def _why_type(voters: Sequence[TriggerMention], total: int) -> str:
    share = f"{len(voters)} of {total} words"
    if not any(voter.specific for voter in voters):
        return f"{share}, general ones"
    if all(voter.weak for voter in voters):
        return f"{share}, weak ones"
    return share


def _stages(incident: Incident, clues: Sequence[Clue], text: str) -> Iterator[Candidate]:
    frames = [clue.frame for clue in clues]
    for stage, voters in _ranked(frames, lambda frame: frame.stage):
        chosen = stage is incident.stage.value
        share = f"{len(voters)} of {len(frames)} tellings"
        harmed = not chosen and incident.stage.value is Stage.ACCOMPLISHED and any(map(came_to_harm, frames))
        yield Candidate(
            path="stage",
            value=stage,
            words=quote((trigger.span for frame in voters for trigger in frame.triggers), text),
            rules=(),
            sentence=voters[0].sentence,
            score=float(len(voters)),
            verdict=Verdict.CHOSEN if chosen else Verdict.LOST,
            why=f"{share}; people came to harm" if harmed else share,
        )


def _ranked(items: Sequence[Item], key: Callable[[Item], Key]) -> list[tuple[Key, list[Item]]]:
    """Return the items by key, the most frequent key first."""
    groups: dict[Key, list[Item]] = defaultdict(list)
    for item in items:
        groups[key(item)].append(item)
    return sorted(groups.items(), key=lambda group: -len(group[1]))


# ---- date and place: links ----


def _dates(incident: Incident, clues: Sequence[Clue], text: str) -> Iterator[Candidate]:
    known = incident.date.value if incident.date else None
    spans = incident.date.spans if incident.date else ()
    links = [(time, score) for clue in clues for time, score in clue.times]
    best = max((score for time, score in links if is_covered(time.mention.span, spans)), default=0.0)
    for clue in clues:
        for time, score in clue.times:
            verdict, why = Verdict.LOST, _why_date(time, score, known, best)
            if known is not None and (time.when.start, time.when.end) == (known.start, known.end):
                verdict = Verdict.CHOSEN if is_covered(time.mention.span, spans) else Verdict.AGREES
                why = "" if verdict is Verdict.CHOSEN else "the same days"
            elif is_covered(time.mention.span, spans):
                verdict, why = Verdict.AGREES, "a part of what was chosen"
            yield Candidate(
                path="date",
                value=time.when,
                words=quote((time.mention.span,), text),
                rules=(time.mention.rule,),
                sentence=clue.frame.sentence,
                score=score,
                verdict=verdict,
                why=why,
            )
        used = {time.mention for time, _ in clue.times}
        for link in clue.frame.times:
            if link.mention not in used:
                stamp = link.mention.rule.startswith(STAMP)
                why = _why_unused(link.score, stamp=stamp, unknown="no past day known")
                yield _unresolved("date", link, clue, text, why)


def _why_date(time: ResolvedTime, score: float, known: When | None, best: float) -> str:
    if known is None:
        return "left out"
    reasons = [f"link {score:.2f} under {best:.2f}"] if score < best else []
    if time.when.end - time.when.start > known.end - known.start:
        reasons.append("coarser")
    if time.is_history:
        reasons.append("told as history")
    return ", ".join(reasons) or "outvoted"


def _unresolved(path: str, link: PlaceLink | TimeLink, clue: Clue, text: str, why: str) -> Candidate:
    """Return the candidate of words that no value was made of."""
    return Candidate(
        path=path,
        value=None,
        words=quote((link.mention.span,), text),
        rules=(link.mention.rule,),
        sentence=clue.frame.sentence,
        score=link.score,
        verdict=Verdict.LOST,
        why=why,
    )


def _why_unused(score: float, *, stamp: bool = False, unknown: str) -> str:
    if stamp:
        return "a time stamp of the article"
    return f"link {score:.2f}, too weak" if score <= PAST_LINK else unknown


def _places(incident: Incident, clues: Sequence[Clue], text: str) -> Iterator[Candidate]:
    known = incident.place.value if incident.place else None
    spans = incident.place.spans if incident.place else ()
    links = [(place, score) for clue in clues for place, score in clue.places]
    best = max((score for place, score in links if is_covered(place.mention.span, spans)), default=0.0)
    for clue in clues:
        for place, score in clue.places:
            verdict, why = Verdict.LOST, _why_place(place.place, score, known, best)
            if known is not None and is_covered(place.mention.span, spans):
                verdict = Verdict.CHOSEN if place.place.text == known.text else Verdict.AGREES
                why = "" if verdict is Verdict.CHOSEN else "the same place, or one around it"
            yield Candidate(
                path="place",
                value=place.place,
                words=quote((place.mention.span,), text),
                rules=(place.mention.rule,),
                sentence=clue.frame.sentence,
                score=score,
                certainty=place.score,
                namesakes=_namesakes(place),
                verdict=verdict,
                why=why,
            )
        used = {place.mention for place, _ in clue.places}
        for link in clue.frame.places:
            if link.mention not in used:
                why = _why_unused(link.score, unknown="no such place known")
                yield _unresolved("place", link, clue, text, why)


def _why_place(place: Place, score: float, known: Place | None, best: float) -> str:
    if known is None:
        return "left out"
    reasons = []
    if place.country and known.country and place.country != known.country:
        reasons.append(f"in another country ({place.country})")
    elif place.admin1 and known.admin1 and place.admin1 != known.admin1:
        reasons.append(f"in another region ({place.admin1})")
    elif place.locality and known.locality and place.locality != known.locality:
        reasons.append("another town")
    if score < best:
        reasons.append(f"link {score:.2f} under {best:.2f}")
    return ", ".join(reasons) or "outvoted"


def _namesakes(place: ResolvedPlace) -> tuple[str, ...]:
    """Return "Cordoba, Veracruz, MX", "Baghdad (admin1), IQ" for each other place of the name, likeliest first."""
    names = []
    for other in place.alternatives:
        name = other.name if other.kind is PlaceKind.LOCALITY else f"{other.name} ({other.kind})"
        region = other.admin1 if other.admin1 != other.name else None
        names.append(", ".join(part for part in (name, region, other.country) if part))
    return tuple(dict.fromkeys(names))
