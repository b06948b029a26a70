"""What became of each happening that an article tells: an incident, or why it is none.

A story is a happening with all that explains it: its tellings, its fields with the readings they were chosen from,
and how it was judged.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Literal

from dateline.candidates import Candidate, Quote, Value, Verdict, gather_candidates, is_covered, quote
from dateline.frames import Reality
from dateline.members import CASUALTY_KINDS, gather_members
from dateline.merge.assembly import assemble_records
from dateline.merge.incidents import draft_incidents, judge_draft, least_strength
from dateline.records import Role
from dateline.weights import load_model

if TYPE_CHECKING:
    from dateline.articles import Article
    from dateline.mentions import TriggerMention
    from dateline.merge.clues import Clue
    from dateline.merge.clustering import Happening
    from dateline.merge.fills import Fill
    from dateline.merge.incidents import Draft, Incident
    from dateline.records import Record
    from dateline.stages import Trace

ORDER = (
    "type", "stage", "date", "place", "weapons", "attributions", "targets", "victims", "casualties", "reports",
)  # fmt: skip
# Why a telling that is not told as having happened founds and joins nothing.
UNREAL = {
    Reality.DENIED: "said not to have happened",
    Reality.GENERAL: "a habit, a series or a statistic, no single act",
    Reality.FIGURATIVE: "sport, markets, illness or a figure of speech",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Trigger:
    """A word for an act."""

    words: Quote
    rule: str
    type: str  # of `records.EventType`
    strength: Literal["specific", "general", "weak"]  # weak: an act only with a weapon, a victim or a target beside it


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """One act as one sentence tells it, and where it went."""

    sentence: int  # number in the article, from 0
    block: str  # of `articles.BlockKind`
    words: Quote  # the whole sentence
    triggers: tuple[Trigger, ...]
    type: str
    stage: str
    reality: str  # of `frames.Reality`
    marks: tuple[str, ...]  # "refers back", "set apart", "told as earlier", "plural"
    brings: tuple[str, ...]  # what the sentence ties to the act: "harm", "place", "time", "target", "weapon", "actor"
    story: int | None  # number of the story it became part of
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """What one feature adds to the log odds of being an incident."""

    feature: str
    adds: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Filling:
    """A field, its value, and what it was chosen from."""

    path: str  # as in a record's evidence; the bare name of a list for what no member of it holds
    value: Value | None
    words: tuple[Quote, ...]
    rules: tuple[str, ...]
    score: float | None  # the rules' own, 0 to 1, before calibration
    confidence: float | None  # as in the record
    candidates: tuple[Candidate, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """An incident, or what was dropped before it became one."""

    number: int  # from 1; incidents first, in the order of the records
    kept: bool
    why: str  # it was kept or dropped
    id: str | None  # of the record; None for what was dropped
    role: Role | None
    probability: float | None  # of being an incident that the article reports; None where it was not judged
    threshold: float  # probability from which it is kept
    bias: float | None  # log odds to which the parts add
    parts: tuple[Part, ...]  # the weightiest first
    fields: tuple[Filling, ...]
    tellings: tuple[Telling, ...]


def build_stories(trace: Trace) -> tuple[Story, ...]:
    """Return the incidents in the order of the records, then what was dropped in order of text."""
    happenings, article = trace.happenings, trace.article
    drafts = [(_find_home(draft.incident, happenings), draft) for draft in draft_incidents(trace.sketches, article)]
    least = least_strength(incident.strength for incident in trace.incidents)
    stories: list[Story] = []
    for incident in trace.incidents:
        home = _find_home(incident, happenings)
        own = next((entry for entry in drafts if entry[0] == home), None)
        if own is not None:
            drafts.remove(own)
        stories.append(_keep(incident, own[1] if own else None, happenings[home], article, least))
    judged = {home for home, _ in drafts} | {_find_home(incident, happenings) for incident in trace.incidents}
    dropped = [(home, _drop(draft, happenings[home], article, least)) for home, draft in drafts]
    dropped += [
        (home, _dismiss(happening.clues, article.text, least))
        for home, happening in enumerate(happenings)
        if home not in judged
    ]
    stories += [story for _, story in sorted(dropped, key=lambda entry: entry[0])]
    return tuple(_number(story, number) for number, story in enumerate(stories, start=1))


def list_unused_tellings(trace: Trace) -> tuple[Telling, ...]:
    """Return the acts that went into no happening, in order of text, with the reason."""
    used = {id(clue) for happening in trace.happenings for clue in happening.clues}
    return tuple(_tell(clue, trace.article.text, why=_why_unused(clue)) for clue in trace.clues if id(clue) not in used)


def list_stray_triggers(trace: Trace) -> tuple[Trigger, ...]:
    """Return the words for acts that no sentence was read by, in order of text."""
    framed = {trigger.span for frame in trace.frames for trigger in frame.triggers}
    return tuple(
        _show_trigger(trigger, trace.article.text) for trigger in trace.found.triggers if trigger.span not in framed
    )


# ---- whole stories ----


def _find_home(incident: Incident, happenings: Sequence[Happening]) -> int:
    """Return the number of the happening whose words for the act are the incident's evidence."""
    spans = (*incident.type.spans, *incident.stage.spans)

    def shared(at: int) -> int:
        triggers = [trigger for clue in happenings[at].clues for trigger in clue.frame.triggers]
        return sum(is_covered(trigger.span, spans) for trigger in triggers)

    return max(range(len(happenings)), key=shared)


def _keep(incident: Incident, draft: Draft | None, told: Happening, article: Article, least: float) -> Story:
    (record,) = assemble_records((incident,), article)
    return _build(
        incident,
        record,
        told.clues,
        article,
        kept=True,
        least=least,
        why=f"probability {incident.strength:.2f}, at least {least:.2f}{_say_joined(told)}",
        features=draft.features if draft else {},
    )


def _drop(draft: Draft, told: Happening, article: Article, least: float) -> Story:
    incident = judge_draft(draft)
    (record,) = assemble_records((incident,), article)
    below = f"probability {incident.strength:.2f}, under {least:.2f}"
    return _build(
        incident,
        record,
        told.clues,
        article,
        kept=False,
        least=least,
        why=below if incident.strength < least else "likely enough, but left out or joined to another afterwards",
        features=draft.features,
    )


def _say_joined(told: Happening) -> str:
    return f"; joined of {told.parts} that tell one incident" if told.parts > 1 else ""


def _dismiss(clues: Sequence[Clue], text: str, least: float) -> Story:
    return Story(
        number=0,
        kept=False,
        why="no place, no victim and no target",
        id=None,
        role=None,
        probability=None,
        threshold=least,
        bias=None,
        parts=(),
        fields=(),
        tellings=_tell_all(clues, text),
    )


def _build(
    incident: Incident,
    record: Record,
    clues: Sequence[Clue],
    article: Article,
    *,
    kept: bool,
    least: float,
    why: str,
    features: Mapping[str, float],
) -> Story:
    model = load_model("relevance")
    parts = model.parts(features) if model else ()
    return Story(
        number=0,
        kept=kept,
        why=why,
        id=record.id if kept else None,
        role=incident.role if kept else None,
        probability=incident.strength,
        threshold=least,
        bias=model.bias if model else None,
        parts=tuple(Part(feature=feature, adds=adds) for feature, adds in parts if adds),
        fields=tuple(_fill_fields(incident, record, clues, article.text)),
        tellings=_tell_all(clues, article.text),
    )


def _number(story: Story, number: int) -> Story:
    tellings = tuple(replace(telling, story=number) for telling in story.tellings)
    return replace(story, number=number, tellings=tellings)


# ---- fields ----


def _fill_fields(incident: Incident, record: Record, clues: Sequence[Clue], text: str) -> Iterator[Filling]:
    """Yield the fields that have a value or were denied one, in the order of a record."""
    candidates = (*gather_candidates(incident, clues, text), *gather_members(incident, clues, text))
    made: dict[str, Filling] = {}
    for path, fill in _fills(incident):
        made[path] = Filling(
            path=path,
            value=fill.value,
            words=quote(fill.spans, text),
            rules=fill.rules,
            score=fill.confidence,
            confidence=record.confidence.get(_name(path)),
            candidates=(),
        )
    for kind in CASUALTY_KINDS:
        count = getattr(incident.toll.casualties, kind)
        if count is not None:
            path = f"casualties.{kind}"
            words = quote(incident.toll.casualty_spans.get(kind, ()), text)
            confidence = record.confidence.get("casualties")
            made[path] = Filling(
                path=path, value=count, words=words, rules=(), score=None, confidence=confidence, candidates=()
            )
    for candidate in candidates:
        empty = Filling(path=candidate.path, value=None, words=(), rules=(), score=None, confidence=None, candidates=())
        field = made.get(candidate.path, empty)
        made[candidate.path] = replace(field, candidates=(*field.candidates, candidate))
    for path in sorted(made, key=lambda path: (ORDER.index(_name(path)), "[" not in path and "." not in path)):
        yield _with_rules(made[path])


def _with_rules(field: Filling) -> Filling:
    """Give a total the rules of the figures it was made of."""
    if field.rules:
        return field
    used = [one for one in field.candidates if one.verdict in (Verdict.CHOSEN, Verdict.AGREES)]
    return replace(field, rules=tuple(dict.fromkeys(rule for one in used for rule in one.rules)))


def _fills(incident: Incident) -> Iterator[tuple[str, Fill[Any]]]:
    yield "type", incident.type
    yield "stage", incident.stage
    if incident.date:
        yield "date", incident.date
    if incident.place:
        yield "place", incident.place
    lists: Mapping[str, Sequence[Fill[Any]]] = {
        "weapons": incident.weapons,
        "attributions": incident.attributions,
        "targets": incident.targets,
        "victims": incident.toll.victims,
        "reports": incident.toll.reports,
    }
    for name, fills in lists.items():
        for at, fill in enumerate(fills):
            yield f"{name}[{at}]", fill


def _name(path: str) -> str:
    return path.partition("[")[0].partition(".")[0]


# ---- tellings ----


def _tell_all(clues: Sequence[Clue], text: str) -> tuple[Telling, ...]:
    return tuple(
        _tell(clue, text, why="begins the story" if at == 0 else "joins the story") for at, clue in enumerate(clues)
    )


def _tell(clue: Clue, text: str, *, why: str) -> Telling:
    frame = clue.frame
    marks = {
        "refers back": frame.definite,
        "set apart": frame.other,
        "told as earlier": frame.past_perfect,
        "plural": frame.plural,
    }
    brings = {
        "harm": frame.harms,
        "place": clue.places,
        "time": clue.times,
        "target": frame.targets,
        "weapon": frame.weapons,
        "actor": frame.stances,
    }
    (words,) = quote((frame.span,), text)
    return Telling(
        sentence=frame.sentence,
        block=frame.block.value,
        words=words,
        triggers=tuple(_show_trigger(trigger, text) for trigger in frame.triggers),
        type=frame.type.value,
        stage=frame.stage.value,
        reality=frame.reality.value,
        marks=tuple(name for name, told in marks.items() if told),
        brings=tuple(name for name, mentions in brings.items() if mentions),
        story=None,
        why=why,
    )


def _why_unused(clue: Clue) -> str:
    if clue.frame.reality in UNREAL:
        return UNREAL[clue.frame.reality]
    little = "says too little for an incident of its own, and fits none told before"
    return f"only possible; {little}" if clue.frame.reality is Reality.POSSIBLE else little


def _show_trigger(trigger: TriggerMention, text: str) -> Trigger:
    (words,) = quote((trigger.span,), text)
    return Trigger(
        words=words,
        rule=trigger.rule,
        type=trigger.type.value,
        strength="weak" if trigger.weak else "specific" if trigger.specific else "general",
    )
