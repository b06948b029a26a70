"""Makes incidents of happenings: type, stage, date, place and role, and everything the other fields hold."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dateline.articles import BlockKind
from dateline.find.screening import mask_furniture
from dateline.frames import Frame, Reality, TargetLink
from dateline.merge.adoption import claim_leftovers
from dateline.merge.attributions import build_attributions
from dateline.merge.clustering import join_tellings
from dateline.merge.coreference import find_groups
from dateline.merge.fills import Fill
from dateline.merge.headlines import share_headlines
from dateline.merge.held_names import name_held
from dateline.merge.kinds import choose_type
from dateline.merge.pointing import send_back
from dateline.merge.relevance import (
    describe_incident,
    describe_twins,
    is_brief_report,
    is_full_account,
    is_only_planned,
    is_passing_arrest,
    is_plain_report,
    is_plain_threat,
    is_told,
)
from dateline.merge.roles import assign_roles
from dateline.merge.sameness import VIOLENT
from dateline.merge.scenes import COUNTRY_RULE, choose_date, choose_place
from dateline.merge.singled_out import send_singled_out
from dateline.merge.sites import add_site, name_district
from dateline.merge.spreading import spread_statements
from dateline.merge.stages import choose_stage
from dateline.merge.subjects import count_topics
from dateline.merge.targets import build_targets
from dateline.merge.tolls import Toll, build_toll
from dateline.merge.weapons import build_weapons
from dateline.records import (
    FAMILY,
    FINE,
    PHYSICAL,
    SECURITY,
    Attribution,
    EventType,
    Place,
    Role,
    Stage,
    Target,
    TargetCategory,
    VictimStatus,
    Weapon,
    When,
)
from dateline.weights import load_model

if TYPE_CHECKING:
    from dateline.articles import Article
    from dateline.mentions import StanceMention
    from dateline.merge.clues import Clue
    from dateline.merge.clustering import Happening
    from dateline.merge.surroundings import Surroundings


@dataclass(frozen=True, slots=True, kw_only=True)
class Incident:
    """One incident with every field's evidence."""

    type: Fill[EventType]
    stage: Fill[Stage]
    role: Role
    date: Fill[When] | None
    place: Fill[Place] | None
    weapons: tuple[Fill[Weapon], ...]
    attributions: tuple[Fill[Attribution], ...]
    targets: tuple[Fill[Target], ...]
    toll: Toll
    salience: float  # how much of the article is about it
    strength: float  # how surely it is an incident at all


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """An incident before it is judged, and the features it is judged by."""

    incident: Incident
    clues: tuple[Clue, ...]
    features: Mapping[str, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sketch:
    """A happening and the incident that its tellings make, whether or not it has the least that one needs."""

    happening: Happening
    incident: Incident


# Probabilities from which a draft is an incident: the one that makes an article one that reports incidents, and the
# others of such an article. The best pair of seven, on training articles, out of fold.
FIRST = 0.4
KEEP = 0.3
# The same of the first in a text of a few sentences, in which fewer words add up: of 1,000 short narratives 13 more are
# found than with `FIRST`, and no more of 600 articles that report no incident.
SHORT = 0.3
PLANNED = 0.2  # the most that a march or strike to come has, also beside an act: less than what is kept


def build_incidents(sketches: Sequence[Sketch], article: Article, *, eager: bool = False) -> tuple[Incident, ...]:
    """Return the incidents of the article, in order of first mention; where `eager`, the drafts that are none too."""
    judged = [(judge_draft(draft), draft.clues) for draft in draft_incidents(sketches, article)]
    least = least_strength(incident.strength for incident, _ in judged)
    sure = [(incident, clues) for incident, clues in judged if incident.strength >= least]
    kept = [one for one in judged if one in sure or is_told_beside(*one, [clues for _, clues in sure])]
    happenings = [sketch.happening for sketch in sketches]
    completed = zip(_complete_attributions(kept, happenings, article.text), kept, strict=True)
    told = {id(clues): (incident, clues) for incident, (_, clues) in completed}
    if eager:
        told = {id(clues): told.get(id(clues), (incident, clues)) for incident, clues in judged}
    sited = tuple((_add_site(incident, clues, article.text), clues) for incident, clues in told.values())
    return assign_roles(sited, article)


def _add_site(incident: Incident, clues: Sequence[Clue], text: str) -> Incident:
    """Return the incident with its district and site; where somebody is held for what was done is not where it was."""
    if incident.place is None:
        return incident
    done = incident.type.value not in SECURITY and incident.stage.value is not Stage.FOILED
    frames = [clue.frame for clue in clues if not (done and clue.frame.type is EventType.ARREST)]
    place = name_district(incident.place, (one for clue in clues for one, _ in clue.places))
    return replace(incident, place=add_site(place, frames, text))


def judge_draft(draft: Draft) -> Incident:
    """Return the draft's incident, its strength the probability that it is one.

    A plain report has at least `FIRST`; an arrest that is not the news, and what is told only as possible though the
    article has nothing else, have at most `KEEP`.
    """
    model = load_model("relevance")
    strength = model.probability(draft.features) if model else draft.incident.strength
    short = strength >= SHORT and is_brief_report(draft.features)
    if short or (draft.features["main"] and is_plain_report(draft.features)):
        strength = max(strength, FIRST)
    if draft.incident.stage.value is Stage.THREATENED and is_plain_threat(draft.features):
        strength = max(strength, FIRST)
    if is_full_account(draft.features):
        strength = max(strength, KEEP)
    untold = draft.incident.stage.value is Stage.ACCOMPLISHED and not is_told(draft.clues)
    if is_passing_arrest(draft.features) or (draft.features["main"] and untold):
        strength = min(strength, KEEP)
    if untold and is_only_planned(draft.clues):
        strength = min(strength, PLANNED)
    return replace(draft.incident, strength=strength)


def is_told_beside(incident: Incident, clues: Sequence[Clue], others: Iterable[Sequence[Clue]]) -> bool:
    """Whether sentences that tell violence of an incident kept tell whom this act harmed in a town of its own.

    "Troops shot seven people in Homs, and three more died in Harak": by itself one may die of anything.
    """
    harmed = (incident.toll.casualties.killed, incident.toll.casualties.injured)
    if incident.place is None or incident.place.value.precision not in FINE or not any(n and n.best for n in harmed):
        return False
    beside = {
        clue.frame.sentence
        for told in others
        for clue in told
        if FAMILY[clue.frame.type] in VIOLENT and any(harm.status in PHYSICAL for harm in clue.frame.harms)
    }
    return is_told(clues) and all(clue.frame.sentence in beside for clue in clues)


def least_strength(strengths: Iterable[float]) -> float:
    """Return the probability from which drafts are incidents, in an article whose drafts have these."""
    return KEEP if max(strengths, default=0.0) >= FIRST else FIRST


def _complete_attributions(
    judged: Sequence[tuple[Incident, tuple[Clue, ...]]], happenings: Sequence[Happening], text: str
) -> list[Incident]:
    """Return the incidents, with what is said of responsibility in happenings that were dropped, or of many acts."""
    kept = [clues for _, clues in judged]
    dropped = [happening.clues for happening in happenings if not any(happening.clues is clues for clues in kept)]
    leftovers, spread = claim_leftovers(kept, dropped), spread_statements(kept, dropped, text)
    return [
        _add_stances(incident, clues, (*left, *(stance for stance in shared if stance not in left)), text)
        for (incident, clues), left, shared in zip(judged, leftovers, spread, strict=True)
    ]


def _add_stances(incident: Incident, clues: Sequence[Clue], added: Sequence[StanceMention], text: str) -> Incident:
    if not added:
        return incident
    *frames, last = (clue.frame for clue in clues)
    frames.append(replace(last, stances=(*last.stances, *added)))
    return replace(incident, attributions=build_attributions(frames, incident.type.value, text))


def draft_incidents(sketches: Sequence[Sketch], article: Article) -> tuple[Draft, ...]:
    """Return a draft for each happening that has the least that an incident needs, in order of first mention."""
    topics = count_topics(mask_furniture(article))
    pairs = [(sketch.incident, sketch.happening) for sketch in select_incidents(sketches)]
    ranking = sorted((incident.salience for incident, _ in pairs), reverse=True)
    return tuple(
        Draft(
            incident=incident,
            clues=happening.clues,
            features=describe_incident(
                incident, happening.clues, article, topics=topics, rivals=ranking.index(incident.salience)
            )
            | describe_twins(incident, [other for other, _ in pairs if other.salience > incident.salience]),
        )
        for incident, happening in pairs
    )


def sketch_happenings(
    happenings: Sequence[Happening], article: Article, surroundings: Surroundings
) -> tuple[Sketch, ...]:
    """Return each happening with the incident that it makes, in the order given."""
    return tuple(
        Sketch(happening=happening, incident=_build(happening, article, surroundings)) for happening in happenings
    )


def select_incidents(sketches: Sequence[Sketch]) -> list[Sketch]:
    """Return those that have the least that an incident needs."""
    return [sketch for sketch in sketches if _is_incident(sketch.incident) and not _only_sums(sketch.happening)]


def join_sketches(sketches: Sequence[Sketch], article: Article, surroundings: Surroundings) -> tuple[Sketch, ...]:
    """Return the sketches, those that tell one incident made one, in order of first mention."""
    model = load_model("coreference")
    if model is None:
        return tuple(sketches)
    chosen = select_incidents(sketches)
    groups = find_groups([(sketch.incident, sketch.happening.clues) for sketch in chosen], article.text, model)
    several = [[chosen[number] for number in group] for group in groups if len(group) > 1]
    wholes = sketch_happenings(
        [join_tellings([sketch.happening for sketch in group]) for group in several], article, surroundings
    )
    joined = {id(group[0]): whole for group, whole in zip(several, wholes, strict=True)}
    gone = {id(sketch) for group in several for sketch in group[1:]}
    return tuple(joined.get(id(sketch), sketch) for sketch in sketches if id(sketch) not in gone)


def send_statements_back(
    sketches: Sequence[Sketch], article: Article, surroundings: Surroundings
) -> tuple[Sketch, ...]:
    """Return the sketches, what is said of responsibility, in a headline or of who some were moved to its act."""
    settled = share_headlines(send_singled_out(send_back([sketch.happening for sketch in sketches]), article.text))
    return tuple(
        sketch if happening is sketch.happening else sketch_happenings([happening], article, surroundings)[0]
        for sketch, happening in zip(sketches, settled, strict=True)
        if happening.clues
    )


def _only_sums(happening: Happening) -> bool:
    """Whether it is told only in sum, each town's share of it being told apart."""
    return all(clue.sums for clue in happening.clues)


def _is_incident(incident: Incident) -> bool:
    """Whether the least that RECORD.md asks is there: a kind of act and one of a place, a victim, a target."""
    placed = incident.place is not None and incident.place.rules != (COUNTRY_RULE,)
    return placed or bool(incident.toll.victims) or bool(incident.targets)


def _build(happening: Happening, article: Article, surroundings: Surroundings) -> Incident:
    clues = happening.clues
    frames = [clue.frame for clue in clues]
    event_type = choose_type(frames, article.text)
    stage = choose_stage(frames, event_type.value)
    attributions = build_attributions(frames, event_type.value, article.text)
    toll = name_held(build_toll(frames, article.text), attributions)
    return Incident(
        type=event_type,
        stage=stage,
        role=Role.SECONDARY,
        date=choose_date(clues, article, surroundings),
        place=choose_place(clues, article, surroundings),
        weapons=build_weapons(frames, event_type.value, article.text),
        attributions=attributions,
        targets=build_targets(_tell_act(frames, event_type.value), article.text, stage.value, event_type.value),
        toll=toll,
        salience=_salience(clues, article),
        strength=_strength(frames, toll),
    )


def _tell_act(frames: Sequence[Frame], event_type: EventType) -> list[Frame]:
    """Return the tellings without the homes that police searched when they arrested somebody for the act."""
    if event_type in SECURITY:
        return list(frames)
    return [replace(frame, targets=_without_homes(frame)) if _tells_arrest(frame) else frame for frame in frames]


def _tells_arrest(frame: Frame) -> bool:
    held = any(harm.status is VictimStatus.ARRESTED for harm in frame.harms)
    return held and frame.type is EventType.ARREST


def _without_homes(frame: Frame) -> tuple[TargetLink, ...]:
    return tuple(link for link in frame.targets if link.mention.category is not TargetCategory.RESIDENCE)


def _salience(clues: Sequence[Clue], article: Article) -> float:
    """Return how much of the article is about the happening: headline and lead count most."""
    sentences = {clue.frame.sentence for clue in clues}
    first = min(clue.frame.span.start for clue in clues) / max(1, len(article.text))
    title = any(clue.frame.block is BlockKind.TITLE for clue in clues)
    old = sum(clue.time.is_history for clue in clues if clue.time) > 0
    return len(sentences) + (3.0 if title else 0.0) + 3.0 * (1.0 - first) - (4.0 if old else 0.0)


def _strength(frames: Sequence[Frame], toll: Toll) -> float:
    """Return how surely this is an incident at all, 0 to 1."""
    told = sum(frame.reality is Reality.TOLD for frame in frames)
    specific = any(frame.specific for frame in frames)
    score = 0.3 + 0.1 * min(told, 3) + 0.15 * specific + 0.15 * bool(toll.victims)
    return min(0.95, score)
