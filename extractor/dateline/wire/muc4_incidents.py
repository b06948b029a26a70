"""Which records MUC-4 counts as incidents of its own: recent, specific acts of terror, or of a state against civilians.

A logistic model over what a record holds decides (weights/muc4_incidents.json, trained by `python -m dateline_train`
with the task's own texts and keys); without its file, and for records that say nothing of how sure they are, the rule
of thumb of `fits_task` stands in.

Source: MUC-4 task documentation, template-doc-part1, version 7, section 1.0.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence

from dateline.merge.murders import PUBLIC
from dateline.records import (
    ActorKind,
    Attribution,
    DateBasis,
    EventType,
    Place,
    PlacePrecision,
    Record,
    Role,
    Stance,
    TargetCategory,
    Victim,
    VictimCategory,
    VictimStatus,
)
from dateline.weights import load_model
from dateline.wire.muc4_tables import Crosswalk, capitals, load_crosswalk
from dateline.wire.muc4_victims import NO_VICTIMS, is_former, is_harmed

MODEL = "muc4_incidents"
# Probability from which a template is given: one that is wrong costs its own slots, one that is left out those of the
# key, so that one right in three is worth it.
LEAST = 0.3
# What the further ones need in an article that has one: the texts of the task tell of several acts or of none. Source:
# muc4 train, out of fold on two texts in three: F 51.90 with 0.3 for all, 51.95 so; on those left out 51.22 and 51.35.
LEAST_FURTHER = 0.25
UNDER_ARMS = frozenset((VictimCategory.POLICE, VictimCategory.MILITARY, VictimCategory.MILITANT))
FORCES = frozenset((VictimCategory.POLICE, VictimCategory.MILITARY))
ARMED_PLACES = frozenset((TargetCategory.MILITARY, TargetCategory.POLICE))
HEAD = 400  # code points in which a wire says what kind of text it is: "[INTERVIEW WITH ...]"
TALK = re.compile(r"\[[^\]]*(?:SPEECH|INTERVIEW|EDITORIAL|COMMENTARY|STATEMENT|COMMUNIQUE|ADDRESS|ARTICLE|RECORDING)")
CLANDESTINE = re.compile(r"\ACLANDESTINE\b", re.IGNORECASE)
CLOSE = 200  # code points between a word for the act and a day or place that is told of it
FRESH, OLD = 3, 60  # days
MANY = 10  # people from which a toll may be that of many acts
OFTEN, CROWDED, LONG, TALKATIVE, APART = 5, 6, 6000, 30, 2000  # what tells nothing more from there on
EDGE = 0.02  # confidence is kept this far from 0 and 1


def choose_incidents(records: Sequence[Record], text: str) -> tuple[bool, ...]:
    """Return of each record of the article `text` whether the task counts it as an incident of its own."""
    chances = [_chance(record, text, others=len(records) - 1) for record in records]
    least = LEAST_FURTHER if max(chances, default=0.0) >= LEAST else LEAST
    return tuple(chance >= least for chance in chances)


def _chance(record: Record, text: str, *, others: int) -> float:
    model = load_model(MODEL)
    if model is None or "overall" not in record.confidence:
        return float(fits_task(record, text))
    return model.probability(describe_record(record, text, others=others))


def fits_task(record: Record, text: str) -> bool:
    """Whether a record is of the kind that the task asks for: its act, its country, and who or what was hit."""
    crosswalk = load_crosswalk()
    kind = crosswalk.read("types", record.type)
    if kind is None or record.role is Role.BACKGROUND or not _is_in_region(record, text, crosswalk):
        return False
    people, things = tuple(filter(is_harmed, record.victims)), _civil_things(record)
    if record.type is EventType.STRIKE:
        return any(actor.kind is ActorKind.ARMED_GROUP for actor in record.attributions)
    civilians = any(map(is_civilian, people))
    if record.type is EventType.ARMED_CLASH:
        return civilians or things > 0
    # Between armed forces and armed groups it is war; what else is hit makes it terror. A policeman or soldier who is
    # killed by name is murdered; nameless ones fall in the war.
    return civilians or things > 0 or any(victim.name for victim in people)


def is_civilian(victim: Victim) -> bool:
    """Whether a victim is none of the armed, or no more: "a retired general"."""
    return victim.category not in UNDER_ARMS or is_former(victim.text, load_crosswalk())


def describe_record(record: Record, text: str, *, others: int) -> dict[str, float]:
    """Return the features of a record by which `choose_incidents` judges.

    Args:
        record: one of the article's.
        text: the article, as the record's evidence counts it.
        others: how many more records the article has.
    """
    place = record.place.country if record.place else None
    region = load_crosswalk().tables["regions"]
    sure = min(1 - EDGE, max(EDGE, record.confidence.get("overall", 0.5)))
    features = {
        "fits task": float(fits_task(record, text)),
        "confidence": math.log(sure / (1 - sure)),
        "confidence of type": record.confidence.get("type", 0.5),
        f"type {record.type}": 1.0,
        f"stage {record.stage}": 1.0,
        f"role {record.role}": 1.0,
        f"place {_fineness(record.place)}": 1.0,
        "in region": float(place in region),
        "abroad": float(place is not None and place not in region),
        "weapon": float(bool(record.weapons)),
        "others": min(1.0, others / CROWDED),
        "long": min(1.0, len(text) / LONG),
        "talk": float(TALK.search(text[:HEAD]) is not None),
        "clandestine": float(CLANDESTINE.match(text) is not None),
        "quotes": min(1.0, text.count('"') / TALKATIVE),
    }
    features |= _describe_harm(record) | _describe_doers(record.attributions)
    return features | _describe_date(record) | _describe_telling(record, text)


def _fineness(place: Place | None) -> PlacePrecision | None:
    """Return how finely the place is told by name: a bar in a town is no finer than the town."""
    if place is None or place.precision is not PlacePrecision.SITE or place.site is None or place.locality is None:
        return place.precision if place else None
    named = place.text is None or place.site.casefold() in place.text.casefold()
    return PlacePrecision.SITE if named else PlacePrecision.LOCALITY


def _describe_harm(record: Record) -> dict[str, float]:
    people = tuple(filter(is_harmed, record.victims))
    civilians = tuple(filter(is_civilian, people))
    things = _civil_things(record)
    tolls = ((kind, getattr(record.casualties, kind)) for kind in ("killed", "injured"))
    return {
        "civilians": float(bool(civilians)),
        "named": float(any(victim.name for victim in people)),
        "named civilian": float(any(victim.name for victim in civilians)),
        "forces": float(any(victim.category in FORCES for victim in people)),
        "doers harmed": float(any(victim.category in NO_VICTIMS for victim in record.victims)),
        "official": float(any(victim.category in PUBLIC for victim in civilians)),
        "unknown people": float(bool(civilians) and all(v.category is VictimCategory.UNKNOWN for v in civilians)),
        "arrested": float(any(victim.status is VictimStatus.ARRESTED for victim in record.victims)),
        "vague number": float(any(victim.count and victim.count.approximate for victim in record.victims)),
        "things": float(things > 0),
        "several things": min(1.0, len(record.targets) / 3),
        "armed places": float(things < len(record.targets)),
        "effect": float(any(target.effect for target in record.targets)),
        "nothing hit": float(not people and not record.targets),
        "only forces": float(not civilians and not things and bool(people or record.targets)),
        **{f"people {status}": 1.0 for status in {victim.status for victim in people}},
        **{f"many {kind}": 1.0 for kind, count in tolls if count and (count.best or 0) > MANY},
    }


def _civil_things(record: Record) -> int:
    return sum(target.category not in ARMED_PLACES for target in record.targets)


def _describe_doers(actors: Sequence[Attribution]) -> dict[str, float]:
    blamed = (Stance.ACCUSED, Stance.SUSPECTED)
    told = {actor.kind for actor in actors if actor.stance is Stance.REPORTED}
    accused = any(actor.kind is ActorKind.STATE and actor.stance in blamed for actor in actors)
    group = any(actor.kind is ActorKind.ARMED_GROUP and actor.stance is not Stance.REPORTED for actor in actors)
    return {
        "no doer": float(not actors),
        "state told": float(ActorKind.STATE in told),
        "state accused": float(accused),
        "group not only told": float(group),
        **{f"doer {kind}": 1.0 for kind in {actor.kind for actor in actors}},
    }


def _describe_date(record: Record) -> dict[str, float]:
    when, published = record.date, record.article.published
    if when is None:
        return {"no date": 1.0}
    features = {f"date {when.basis}": 1.0, f"date {when.precision}": 1.0}
    if published is not None and when.basis is not DateBasis.PUBLISHED:
        age = (published - when.end).days
        features |= {
            "age": min(1.0, max(0, age) / OLD),
            "fresh": float(age <= FRESH),
            "old": float(age > OLD),
        }
    return features


def _describe_telling(record: Record, text: str) -> dict[str, float]:
    """Say where and how often the act is told, by bare plurals or not, and what is told near it."""
    spans = record.evidence.get("type", ((0, 0),))
    starts = [start for start, _ in spans]
    words = [text[start:end].lower() for start, end in spans]

    def is_near(field: str) -> bool:
        return any(abs(at - start) < CLOSE for at, _ in record.evidence.get(field, ()) for start in starts)

    return {
        "first": min(starts) / max(1, len(text)),
        "often": min(1.0, len(spans) / OFTEN),
        "apart": min(1.0, (max(starts) - min(starts)) / APART),
        "plural words": float(all(word.endswith("s") and not word.endswith("ss") for word in words)),
        **{
            f"{field} {'near' if is_near(field) else 'far'}": 1.0
            for field in ("date", "place")
            if record.evidence.get(field)
        },
    }


def _is_in_region(record: Record, text: str, crosswalk: Crosswalk) -> bool:
    place = record.place.country if record.place else None
    nations: set[str | None] = {place, *_nations(record)}
    if nations == {None} or any(crosswalk.read("regions", nation) for nation in nations if nation):
        return True
    # A town abroad, in a country that the article does not name, is more likely its namesake in the region.
    abroad = crosswalk.read("countries", place) if place else None
    return abroad is None or re.search(rf"\b{abroad}\b", capitals(text)) is None


def _nations(record: Record) -> Mapping[str | None, None]:
    """Return the nations of those who did it and of whom and what it hit."""
    nations = [target.country for target in record.targets] + [actor.country for actor in record.attributions]
    return dict.fromkeys(nations + [victim.nationality for victim in record.victims])
