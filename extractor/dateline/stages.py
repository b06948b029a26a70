"""Runs the stages over one analysed article, in order, and keeps what each gave."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from dateline.articles import Article, PublishedBasis
from dateline.find.actors import find_actors
from dateline.find.counts import find_counts
from dateline.find.people import find_people
from dateline.find.place_demonyms import find_demonyms
from dateline.find.places import find_places_and_hints
from dateline.find.screening import mask_furniture
from dateline.find.targets import find_targets
from dateline.find.times import attach_heads, find_times
from dateline.find.triggers import TriggerLexicon, find_triggers
from dateline.find.weapons import find_weapons
from dateline.frames import Frame
from dateline.gazetteer import Gazetteer
from dateline.mentions import StanceMention, TimeMention
from dateline.merge.adoption import adopt_absences, adopt_stances
from dateline.merge.arrests import fold_arrests
from dateline.merge.captors_threats import fold_threats
from dateline.merge.clues import Clue, gather_clues
from dateline.merge.clustering import Happening, Judge, cluster_clues
from dateline.merge.fires_told import fold_fires
from dateline.merge.incidents import (
    Incident,
    Sketch,
    build_incidents,
    join_sketches,
    send_statements_back,
    sketch_happenings,
)
from dateline.merge.releases import fold_releases
from dateline.merge.surroundings import (
    Surroundings,
    find_claims,
    find_dateline,
    find_headings,
    join_dateline,
    judge_demonyms,
)
from dateline.records import ActorKind
from dateline.relate.bonds import find_bonds
from dateline.relate.frames import Findings, build_frames
from dateline.relate.harm_natural import find_natural_deaths
from dateline.relate.harms import find_harms
from dateline.relate.stances import find_stances
from dateline.resolve.assumed import assume_published
from dateline.resolve.places import is_told, resolve_places
from dateline.resolve.published import infer_published
from dateline.resolve.times import ResolvedTime, resolve_times
from dateline.spans import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc


@dataclass(frozen=True, slots=True, kw_only=True)
class Knowledge:
    """What the stages look things up in."""

    triggers: TriggerLexicon
    gazetteer: Gazetteer
    lexicon: Path | None  # the user's overlay


@dataclass(frozen=True, slots=True, kw_only=True)
class Trace:
    """Every step from an article to its incidents."""

    article: Article  # its publication date inferred where it could be
    found: Findings
    frames: tuple[Frame, ...]
    clues: tuple[Clue, ...]
    sketches: tuple[Sketch, ...]  # of the happenings, in order of first mention
    surroundings: Surroundings
    incidents: tuple[Incident, ...]

    @property
    def happenings(self) -> tuple[Happening, ...]:
        """What the clues tell of, in order of first mention."""
        return tuple(sketch.happening for sketch in self.sketches)


def trace_article(article: Article, doc: Doc, knowledge: Knowledge, *, eager: bool = False) -> Trace:
    """Run all stages on one article and its Doc; `eager` as `build_incidents` takes it."""
    found = _find(article, doc, knowledge)
    if article.published is None:
        inferred = infer_published(article, found.times)
        if inferred is not None:
            article = replace(article, published=inferred, published_basis=PublishedBasis.INFERRED)
    frames = build_frames(doc, article, found)
    times = resolve_times(
        found.times,
        article_text=article.text,
        published=article.published,
        published_basis=article.published_basis,
    )
    demonyms = find_demonyms(doc, knowledge.gazetteer)
    resolved = resolve_places(
        (*found.places, *find_dateline(article)),
        article=article,
        gazetteer=knowledge.gazetteer,
        countries=[demonym.country for demonym in demonyms],
        homes=_find_homes(found.stances),
        hints=found.place_hints,
    )
    places = tuple(filter(is_told, resolved))
    surroundings = Surroundings(
        sentences=join_dateline(article, [Span(one.start_char, one.end_char) for one in doc.sents]),
        times=tuple(time for time in times if time is not None),
        places=places,
        demonyms=judge_demonyms(((demonym.country, demonym.span) for demonym in demonyms), article.text),
        headings=find_headings(places, article),
        bonds={**find_bonds(doc, found.places, [act.head for act in found.triggers]), **find_bonds(doc, found.times)},
        claims=find_claims(frames),
    )
    clues = gather_clues(
        frames,
        times={time.mention: time for time in times if time is not None},
        dated={time.mention: time for time in _read_as_dated(article, found.times, times) if time is not None},
        places={place.mention: place for place in places},
        text=article.text,
    )
    gathered = sketch_happenings(gather_happenings(clues, found.stances, article.text), article, surroundings)
    sketches = send_statements_back(join_sketches(gathered, article, surroundings), article, surroundings)
    return Trace(
        article=article,
        found=found,
        frames=frames,
        clues=clues,
        sketches=sketches,
        surroundings=surroundings,
        incidents=build_incidents(sketches, article, eager=eager),
    )


def _read_as_dated(
    article: Article, mentions: Sequence[TimeMention], times: Sequence[ResolvedTime | None]
) -> Sequence[ResolvedTime | None]:
    """Return the times of an article without a publication day as if it had one, none of another's."""
    assumed = assume_published(article, mentions, times) if article.published is None else None
    if assumed is None:
        return ()
    return resolve_times(mentions, article_text=article.text, published=assumed)


def _find_homes(stances: Sequence[StanceMention]) -> list[str]:
    """Return the country that each armed group named is at home in."""
    groups = {stance.actor.span: stance.actor for stance in stances if stance.actor.kind is ActorKind.ARMED_GROUP}
    return [group.country for group in groups.values() if group.named and group.country is not None]


def gather_happenings(
    clues: Sequence[Clue], stances: Sequence[StanceMention], text: str, judge: Judge | None = None
) -> tuple[Happening, ...]:
    """Return the happenings that the clues tell, in order of first mention.

    Args:
        clues: the tellings, in order of text.
        stances: all statements of responsibility.
        text: of the article.
        judge: None for the one that ships.
    """
    told = fold_fires(fold_threats(cluster_clues(clues, judge, text=text), text))
    happenings = adopt_absences(fold_releases(fold_arrests(told), text), clues)
    return adopt_stances(happenings, clues, stances, text)


def _find(article: Article, doc: Doc, knowledge: Knowledge) -> Findings:
    country_of = knowledge.gazetteer.country_of
    counts = find_counts(doc)
    times = attach_heads(doc, find_times(mask_furniture(article)))
    natural = find_natural_deaths(doc)
    # "March 9" is no march; who died of an illness was harmed by nobody.
    triggers = tuple(
        trigger
        for trigger in find_triggers(doc, knowledge.triggers)
        if trigger.head not in natural and not any(trigger.span.overlaps(time.span) for time in times)
    )
    people = find_people(doc, counts, country_of=country_of)
    harms = find_harms(doc, people, counts)
    harmed = (harm.people.name for harm in harms if harm.people is not None and harm.people.name is not None)
    actors = find_actors(doc, country_of=country_of, overlay=knowledge.lexicon)
    groups = (actor.span for actor in actors if actor.named and actor.rule.startswith(("name", "introduced")))
    places, place_hints = find_places_and_hints(doc, article, knowledge.gazetteer, harmed, groups)
    return Findings(
        triggers=triggers,
        harms=harms,
        stances=find_stances(doc, actors, triggers=triggers, overlay=knowledge.lexicon),
        weapons=find_weapons(doc, counts, overlay=knowledge.lexicon),
        targets=find_targets(doc, country_of=country_of, overlay=knowledge.lexicon),
        places=places,
        place_hints=place_hints,
        times=times,
    )
