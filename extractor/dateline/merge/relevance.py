"""Judges whether an incident draft is an incident that the article reports.

A logistic model over the features below decides (weights/relevance.json, trained by
`python -m dateline_train`); without its file a rule of thumb stands in.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from dateline.articles import BlockKind
from dateline.find.screening import count_words, mask_furniture
from dateline.find.weapons import ACT, HELD
from dateline.frames import Frame, Reality
from dateline.merge.subjects import THICK, find_topics
from dateline.records import FAMILY, ActorKind, DateBasis, Family, PlacePrecision, Stage, VictimStatus
from dateline.relate.scene_words import SCENE
from dateline.resolve.quotes import is_quoted

if TYPE_CHECKING:
    from dateline.articles import Article
    from dateline.mentions import TriggerMention
    from dateline.merge.clues import Clue
    from dateline.merge.incidents import Incident

CLOSE_DAYS = 14  # as old as what news still reports as news
OPENING = 300  # code points from the start, title included
FIRST_SENTENCES = 3  # number of the last sentence that opens an article, title included
SCORE = re.compile(r"\b\d{1,3}[-–]\d{1,3}\b(?![-–])")  # "3-1", "6-4"
MONEY = re.compile(r"[$£€%]|\b(?:percent|per cent|dollars|euros)\b", re.IGNORECASE)
AGED = re.compile(r"\b(?:aged \d\d|at the age of|died of|died (?:peacefully|in h(?:is|er) sleep))\b", re.IGNORECASE)
# A count over time, not an act: "41 murders so far this year, against 57", "up from 17"; but a toll that rose in days:
# "up from 23 on Saturday", "up from an earlier 23".
STATISTICS = re.compile(
    r"\b(?:so far this year|this year|last year|compared (?:with|to)"
    r"|(?:up|down) from(?! (?:an? (?:earlier|initial|previous|preliminary)|(?:a toll of )?\d+ (?:on|late|earlier"
    r"|reported|given|announced|overnight|yesterday|hours|the day|the night|a day)) )|as against|against \d"
    r"|in (?:one|a single) year|in \d+ countries|(?:yearly|annual) report"
    r"|in the (?:first|past|last) (?:\w+ )?(?:months|years|half|quarter|decade)|on average|per \d|at least \d+ times"
    r"|rose|fell by|fell to|statistics|figures show|a total of|since \d{4}|since the (?:beginning|start))\b",
    re.IGNORECASE,
)
# The month or year of one act: "in July last year", "the worst since 1982, when".
DATED = re.compile(
    r"\b(?:january|february|march|april|may|june|july|august|september|october|november|december|early|late|earlier|"
    r"later) (?:of )?(?:this|last) year\b|\bsince \d{4}, when\b",
    re.IGNORECASE,
)
# Topics whose words for an act are mostly of no incident.
ELSEWHERE = ("accident", "disaster", "war_history", "rehearsal", "animal", "sport", "art", "fraud", "illness")
LAWFUL = tuple(topic for topic in ELSEWHERE if topic != "fraud")  # who looks into fraud is threatened for it
THIN = 0.35  # how thick, on the features' scale of 0 to 1, such a topic may stand beside a report
SPECIFIC = 0.3  # least share of the words for the act that name its kind
SOLID = 3  # sides from which a telling is solid
VAGUE = "trigger:violence"  # words for violence in general
CALLED = ("word attack", "word murder", "word killing")  # features of words that name an act, of whatever kind
BRIEF = 120  # words under which a text is about one thing
MANY_SENTENCES = 5  # from here on more sentences tell nothing new


def describe_incident(
    incident: Incident, clues: tuple[Clue, ...], article: Article, *, topics: Mapping[str, float], rivals: int
) -> dict[str, float]:
    """Return the features of an incident draft.

    Args:
        incident: the draft.
        clues: its tellings.
        article: the article.
        topics: of the article, from `count_topics`.
        rivals: how many drafts of the article are more salient.
    """
    frames = [clue.frame for clue in clues]
    sentences = {frame.sentence for frame in frames}
    triggers = [trigger for frame in frames for trigger in frame.triggers if not trigger.rule.startswith(SCENE)]
    first = min(frame.span.start for frame in frames) / max(1, len(article.text))
    story = mask_furniture(article)
    features = {
        "sentences": min(len(sentences), MANY_SENTENCES) / MANY_SENTENCES,
        "told": sum(frame.reality is Reality.TOLD for frame in frames) / len(frames),
        "title": float(any(frame.block is BlockKind.TITLE for frame in frames)),
        "caption only": float(all(frame.block is BlockKind.CAPTION for frame in frames)),
        "first": first,
        "lead": float(min(sentences) <= 2),
        "specific": sum(trigger.specific for trigger in triggers) / max(1, len(triggers)),
        "weak": float(all(trigger.weak for trigger in triggers)),
        "noun only": float(all(trigger.noun for trigger in triggers)),
        "plural": float(all(frame.plural for frame in frames)),
        "past perfect": float(all(frame.past_perfect for frame in frames)),
        "definite": float(all(frame.definite for frame in frames)),
        "quoted": float(all(is_quoted(trigger.span.start, article.text) for trigger in triggers)),
        "weapons": float(bool(incident.weapons)),
        "targets": float(bool(incident.targets)),
        "actors": min(len(incident.attributions), 3) / 3,
        "named actor": float(any(s.actor.named for frame in frames for s in frame.stances)),
        "rivals": min(rivals, 4) / 4,
        "main": float(rivals == 0),
        "share": _share(frames, article.text),
        "brief": float(rivals == 0 and count_words(story) < BRIEF),
        f"family {FAMILY[incident.type.value]}": 1.0,
    }
    features.update(_describe_evidence(incident, frames))
    features.update(_describe_words(frames, story))
    # Deaths or a blast without a doer, a device or a named act, where the article speaks of accidents.
    bare = not (features["armed"] or features["doer"] or features["named act"])
    features["mishap"] = float(bare and topics.keys() & {"accident", "disaster"} != set())
    features.update(_describe_toll(incident))
    features.update(_describe_own_scene(clues))
    features.update(_describe_date(incident, article))
    features.update(_describe_place(incident))
    for topic, density in topics.items():
        features[f"topic {topic}"] = math.log1p(density) / math.log1p(THICK)
    return features


def is_plain_report(features: Mapping[str, float]) -> bool:
    """Whether a draft, described so, is what RECORD.md asks for in so many words, whatever the weights add up to.

    Headline or lead name an act, tell it as fact with somebody hurt by it and where or when, and nothing in the article
    is of the things that such words are also used for: accidents, sport, the stage, the hunt.
    """
    if features["brief"] and features.get("family security"):
        return _is_plain_arrest(features)
    told = features["named act"] and (features["title"] or features["lead"])
    hurt = features["victims"] and (features["killed"] or features["injured"])
    placed = (features["own place"] or features["own day"]) and not features.get("no place")
    if not (told and hurt and placed) or features["specific"] < SPECIFIC:
        return False
    return not features["plural"] and not _may_be_none(features)


def is_full_account(features: Mapping[str, float]) -> bool:
    """Whether a draft beside the article's main one tells as fact whom an act befell, where and when.

    "In an attack in Lira in March, a bomb killed 40 people": such a one is history that the article reports.
    """
    hurt = features["victims"] and features["counted"] and not features.get("family security")
    dated = features.get("date precision day") or features.get("date precision month")
    called = features["named act"] or any(features.get(word) for word in CALLED)
    # "A similar attack in August left two constables dead": dead, a day and a name make up for the town.
    placed = features["own place"] or (features["killed"] and dated and called)
    set_down = placed and features["own day"] and not features["main"]
    if not (features["told"] == 1 and hurt and set_down) or features["plural"] or features["caption only"]:
        return False
    return not _may_be_none(features)


def is_plain_threat(features: Mapping[str, float]) -> bool:
    """Whether headline or lead tell the draft, a threat, as made to somebody or something; and where, when or who."""
    told = features["told"] == 1 and features["main"] and (features["title"] or features["lead"])
    placed = features["own place"] or features["own day"] or features["doer"]
    placed = placed and not features.get("no place")
    return (
        bool(told and placed)
        and not (features["plural"] and not features["targets"])
        and not _may_be_none(features, LAWFUL)
    )


def is_brief_report(features: Mapping[str, float]) -> bool:
    """Whether a short text is about the draft, told as fact, and of nothing else that its words may mean."""
    told = features["told"] and not features["deaths without doer"]
    return bool(features["brief"] and told) and not _may_be_none(features)


def _may_be_none(features: Mapping[str, float], topics: Sequence[str] = ELSEWHERE) -> bool:
    """Whether the draft may be no incident, for what stands around it: a mishap, a quotation, statistics, a stage."""
    if features["mishap"] or features["quoted"] or features.get("near statistics"):
        return True
    return any(features.get(f"opening {topic}") or features.get(f"topic {topic}", 0.0) > THIN for topic in topics)


def is_passing_arrest(features: Mapping[str, float]) -> bool:
    """Whether the article's one act is an arrest that a single sentence behind the lead mentions: it is no news."""
    arrest = features["main"] and features["arrested only"] and features.get("family security")
    aside = not (features["title"] or features["lead"] or features["brief"])
    return bool(arrest and aside and features["sentences"] <= 1 / MANY_SENTENCES)


def is_only_planned(clues: Sequence[Clue]) -> bool:
    """Whether all acts told are marches and strikes that are only planned, or were called off."""
    acts = [clue.frame for clue in clues if clue.frame.specific]
    return bool(acts) and all(FAMILY[act.type] is Family.UNREST and act.reality is Reality.POSSIBLE for act in acts)


def is_told(clues: Sequence[Clue]) -> bool:
    """Whether a sentence tells as fact more than that there is violence: an act, who is harmed, with what, what at.

    Of a march that is only planned, or was called off, the dead of another year make no act.
    """
    if is_only_planned(clues):
        return False
    return any(
        frame.reality is Reality.TOLD
        and (frame.specific or frame.harms or frame.weapons or frame.targets or not all(map(_is_vague, frame.triggers)))
        for frame in (clue.frame for clue in clues)
    )


def _is_vague(trigger: TriggerMention) -> bool:
    """Whether a word names no act: "crime", "an operation", "the incident"."""
    return trigger.weak or trigger.rule == VAGUE


def _is_plain_arrest(features: Mapping[str, float]) -> bool:
    """Whether a short text is about people who were seized: how many is told, as fact, and somewhere."""
    told = features["arrested only"] and features["counted"] and features["specific"] >= SPECIFIC and features["told"]
    if not told or features.get("no place") or features.get("place precision country"):
        return False
    if features["quoted"] or features.get("near statistics") or features["past perfect"]:
        return False
    return not any(
        features.get(f"opening {topic}") or features.get(f"topic {topic}", 0.0) > THIN for topic in ELSEWHERE
    )


def _share(frames: Sequence[Frame], text: str) -> float:
    """Return the share of the text that the sentences of the tellings make, `0 <= share <= 1`."""
    spans = {frame.span for frame in frames}
    return min(1.0, sum(span.end - span.start for span in spans) / max(1, len(text)))


def _describe_evidence(incident: Incident, frames: Sequence[Frame]) -> dict[str, float]:
    """Say which words tell the act, and how much stands beside the best telling."""
    rules = {trigger.rule.removeprefix("trigger:") for frame in frames for trigger in frame.triggers}
    told = [frame for frame in frames if frame.reality is Reality.TOLD]
    # The word for the act tells no weapon here: an "explosion" may be of gas.
    armed = any(HELD not in weapon.rule and not weapon.rule.endswith(ACT) for frame in told for weapon in frame.weapons)
    solid = [frame for frame in told if _count_sides(frame) >= SOLID]
    harmed = any(victim.value.status is VictimStatus.KILLED for victim in incident.toll.victims)
    doers = any(stance.actor.kind is not ActorKind.UNKNOWN for frame in told for stance in frame.stances)
    named = any(frame.specific and not all(trigger.weak for trigger in frame.triggers) for frame in told)
    features = {f"word {rule}": 1.0 for rule in rules}
    features |= {
        f"only {rule}": 1.0
        for rule in rules
        if len(rules) == 1 and rule in ("kill", "death", "violence", "attack", "hit", "murder", "killing")
    }
    features |= {
        f"{reality} only": 1.0
        for reality in (Reality.POSSIBLE, Reality.GENERAL)
        if all(frame.reality is reality for frame in frames)
    }
    return features | {
        "armed": float(armed),
        "weak unarmed": float(not armed and all(trigger.weak for frame in frames for trigger in frame.triggers)),
        "solid": min(len(solid), 3) / 3,
        "solid first": float(any(frame.sentence <= FIRST_SENTENCES for frame in solid)),
        "no solid": float(not solid),
        "named act": float(named),
        "deaths without doer": float(harmed and not (armed or doers or named)),
        "doer": float(doers),
        "stage open": float(incident.stage.value is not Stage.ACCOMPLISHED),
    }


def _count_sides(frame: Frame) -> int:
    """Return how many sides of an act the telling gives: its kind, who, whom, what with, what at, where, when."""
    return (
        (frame.specific and not all(trigger.weak for trigger in frame.triggers))
        + bool(frame.stances)
        + bool(frame.harms)
        + bool(frame.weapons)
        + bool(frame.targets)
        + bool(frame.places)
        + bool(frame.times)
    )


def _describe_own_scene(clues: Sequence[Clue]) -> dict[str, float]:
    """Say whether the tellings themselves name where and when, which the draft may have from what stands around."""
    placed = any(clue.place and clue.place.place.precision is not PlacePrecision.COUNTRY for clue in clues)
    timed = any(clue.time for clue in clues)
    return {
        "own place": float(placed),
        "own day": float(timed),
        "no scene of its own": float(not placed and not timed),
        "opens with a place": float(any(clue.frame.fronted for clue in clues)),
    }


def describe_twins(incident: Incident, weightier: Sequence[Incident]) -> dict[str, float]:
    """Say how the draft goes with the weightier ones of the article that have its day and its place."""
    twins = [other for other in weightier if _has_same_scene(incident, other)]
    if not twins:
        return {}
    family = FAMILY[incident.type.value]
    return {
        "twin": 1.0,
        "twin of its family": float(any(FAMILY[twin.type.value] is family for twin in twins)),
        "twin of its toll": float(any(_shares_toll(incident, twin) for twin in twins)),
    }


def _has_same_scene(incident: Incident, other: Incident) -> bool:
    if not (incident.date and other.date and incident.place and other.place):
        return False
    mine, theirs = incident.date.value, other.date.value
    here, there = incident.place.value, other.place.value
    return (mine.start, mine.end, here.country, here.admin1, here.locality, here.site) == (
        (theirs.start, theirs.end, there.country, there.admin1, there.locality, there.site)
    )


def _shares_toll(incident: Incident, other: Incident) -> bool:
    mine, theirs = incident.toll.casualties, other.toll.casualties
    return any(a is not None and a == b for a, b in ((mine.killed, theirs.killed), (mine.injured, theirs.injured)))


def _describe_words(frames: Sequence[Frame], text: str) -> dict[str, float]:
    """Say what else the sentences of the tellings speak of."""
    spans = {frame.sentence: frame.span for frame in frames}
    heard = {frame.sentence for frame in frames if frame.heard}  # nobody is jailed for a statistic
    found: Counter[str] = Counter()
    for sentence, span in spans.items():
        found.update(set(find_topics(span.of(text))))
        for name, pattern in (("score", SCORE), ("money", MONEY), ("age", AGED)):
            found[name] += bool(pattern.search(span.of(text)))
        found["statistics"] += sentence not in heard and bool(STATISTICS.search(DATED.sub("", span.of(text))))
    opening = text[:OPENING].rsplit(".", 1)[0]
    features = {f"near {topic}": count / len(spans) for topic, count in found.items()}
    return features | {f"opening {topic}": 1.0 for topic in find_topics(opening)}


def _describe_toll(incident: Incident) -> dict[str, float]:
    victims = [fill.value for fill in incident.toll.victims]
    return {
        "victims": float(bool(victims)),
        "victim groups": min(len(victims), 3) / 3,
        "named victim": float(any(victim.name for victim in victims)),
        "killed": float(incident.toll.casualties.killed is not None),
        "injured": float(incident.toll.casualties.injured is not None),
        "counted": float(any(victim.count is not None for victim in victims)),
        "arrested only": float(bool(victims) and all(v.status is VictimStatus.ARRESTED for v in victims)),
        "approximate": float(any(victim.count is not None and victim.count.approximate for victim in victims)),
    }


def _describe_date(incident: Incident, article: Article) -> dict[str, float]:
    if incident.date is None:
        return {"no date": 1.0}
    when = incident.date.value
    features = {f"date basis {when.basis}": 1.0, f"date precision {when.precision}": 1.0}
    if article.published is not None and when.basis is not DateBasis.PUBLISHED:
        age = (article.published - when.end).days
        features["recent"] = float(age <= CLOSE_DAYS)
        features["old"] = float(age > CLOSE_DAYS)
    return features


def _describe_place(incident: Incident) -> dict[str, float]:
    if incident.place is None:
        return {"no place": 1.0}
    precision = incident.place.value.precision or PlacePrecision.COUNTRY
    return {f"place precision {precision}": 1.0}
