"""Explanations of traces made by hand."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from dateline.articles import Article, Block, BlockKind, Failure, PublishedBasis
from dateline.candidates import Candidate, Verdict
from dateline.explanation import Explanation, PassedBy, build_explanation, encode_explanation, explain_all, restrict
from dateline.extraction import Extractor, ExtractorOptions
from dateline.find.screening import LEAST
from dateline.frames import Frame, PlaceLink, Reality, TimeLink
from dateline.mentions import HarmMention, PeopleMention, PlaceMention, TimeMention, TriggerMention, WeaponMention
from dateline.merge.clues import Clue, gather_clues
from dateline.merge.clustering import Happening
from dateline.merge.incidents import build_incidents, sketch_happenings
from dateline.merge.surroundings import Surroundings
from dateline.records import (
    DateBasis,
    DatePrecision,
    EventType,
    Place,
    PlacePrecision,
    Stage,
    VictimCategory,
    VictimStatus,
    WeaponCategory,
    When,
    exactly,
)
from dateline.relate.frames import Findings
from dateline.resolve.place_making import ResolvedPlace
from dateline.resolve.times import ResolvedTime
from dateline.spans import Span
from dateline.stages import Trace

PUBLISHED = date(2026, 3, 12)
TEXT = (
    "A bomb went off in Larkana on Tuesday and killed four clerks.\n\n"
    "The attack left four clerks dead, police said on Monday in Karachi.\n\n"
    "No shooting was heard."
)
POINTS = {"Larkana": ("Sindh", "PK", 27.56, 68.21), "Karachi": ("Karachi", "PK", 24.86, 67.01)}
DAYS = {"Tuesday": date(2026, 3, 10), "Monday": date(2026, 3, 9)}


def span(words: str, *, nth: int = 0) -> Span:
    at = -1
    for _ in range(nth + 1):
        at = TEXT.index(words, at + 1)
    return Span(at, at + len(words))


def trigger(words: str, kind: EventType, *, specific: bool = True) -> TriggerMention:
    return TriggerMention(
        span=span(words), head=0, rule=f"trigger:{kind}", type=kind, noun=False, specific=specific, weak=False
    )


def harm(cue: str, people: str, number: int, *, nth: int = 0) -> HarmMention:
    group = PeopleMention(
        span=span(people, nth=nth),
        head=0,
        rule="people",
        count=exactly(number),
        category=VictimCategory.CIVILIAN,
        name=None,
        nationality=None,
    )
    return HarmMention(
        span=span(cue),
        head=0,
        rule=f"harm:{cue}",
        people=group,
        status=VictimStatus.KILLED,
        count=group.count,
        by=None,
        total=False,
        part=False,
    )


def frame(sentence: int, triggers: tuple[TriggerMention, ...], **given: Any) -> Frame:
    block = TEXT.split("\n\n")[sentence]
    settings: dict[str, Any] = {
        "type": triggers[0].type,
        "specific": triggers[0].specific,
        "stage": Stage.ACCOMPLISHED,
        "reality": Reality.TOLD,
        "definite": False,
        "other": False,
        "past_perfect": False,
        "plural": False,
    }
    return Frame(triggers=triggers, sentence=sentence, span=span(block), block=BlockKind.BODY, **(settings | given))


def place(name: str, score: float) -> PlaceLink:
    mention = PlaceMention(span=span(name), head=0, rule="place.test", name=name, relation="in")
    return PlaceLink(mention=mention, score=score)


def time(name: str, score: float) -> TimeLink:
    return TimeLink(mention=TimeMention(span=span(name), head=0, rule="weekday"), score=score)


def resolve(frames: tuple[Frame, ...]) -> tuple[Clue, ...]:
    places: Mapping[PlaceMention, ResolvedPlace] = {
        link.mention: ResolvedPlace(
            mention=link.mention,
            toponym=None,
            site=None,
            place=Place(
                text=link.mention.name,
                site=None,
                locality=link.mention.name,
                admin1=POINTS[link.mention.name][0],
                country=POINTS[link.mention.name][1],
                latitude=POINTS[link.mention.name][2],
                longitude=POINTS[link.mention.name][3],
                geonames_id=None,
                precision=PlacePrecision.LOCALITY,
            ),
            score=0.9,
            alternatives=(),
        )
        for one in frames
        for link in one.places
    }
    times: Mapping[TimeMention, ResolvedTime] = {
        link.mention: ResolvedTime(
            mention=link.mention,
            when=When(
                start=DAYS[link.mention.span.of(TEXT)],
                end=DAYS[link.mention.span.of(TEXT)],
                precision=DatePrecision.DAY,
                basis=DateBasis.RELATIVE,
                text=link.mention.span.of(TEXT),
            ),
            is_future=False,
            is_history=False,
            part_of_day=None,
        )
        for one in frames
        for link in one.times
    }
    return gather_clues(frames, times=times, places=places, text=TEXT)


def trace(*, told: tuple[Frame, ...], unused: tuple[Frame, ...] = (), found: tuple[TriggerMention, ...] = ()) -> Trace:
    starts = [TEXT.index(block) for block in TEXT.split("\n\n")]
    article = Article(
        id="an-article",
        source="a.txt",
        text=TEXT,
        blocks=tuple(
            Block(span=Span(at, at + len(block)), kind=BlockKind.BODY)
            for at, block in zip(starts, TEXT.split("\n\n"), strict=True)
        ),
        published=PUBLISHED,
        published_basis=PublishedBasis.GIVEN,
    )
    clues = resolve((*told, *unused))
    happenings = (Happening(clues[: len(told)]),)
    triggers = tuple(word for one in (*told, *unused) for word in one.triggers)
    around = Surroundings(
        sentences=tuple(one.span for one in (*told, *unused)),
        times=tuple(time for clue in clues for time, _ in clue.times),
        places=tuple(place for clue in clues for place, _ in clue.places),
        demonyms=(),
        headings=(),
        bonds={},
    )
    sketches = sketch_happenings(happenings, article, around)
    return Trace(
        article=article,
        found=Findings(triggers=(*triggers, *found), harms=(), stances=(), weapons=(), targets=(), places=(), times=()),
        frames=(*told, *unused),
        clues=clues,
        sketches=sketches,
        surroundings=around,
        incidents=build_incidents(sketches, article),
    )


FIRST = frame(
    0,
    (trigger("went off", EventType.BOMBING),),
    harms=(harm("killed", "four clerks", 4),),
    weapons=(
        WeaponMention(span=span("bomb"), head=0, rule="weapons/bomb", category=WeaponCategory.BOMB, count=exactly(1)),
        WeaponMention(
            span=span("went off"), head=0, rule="weapons/explosive", category=WeaponCategory.EXPLOSIVE, count=None
        ),
    ),
    places=(place("Larkana", 1.0),),
    times=(time("Tuesday", 1.0),),
)
SECOND = frame(
    1,
    (trigger("attack", EventType.ATTACK, specific=False),),
    definite=True,
    harms=(harm("dead", "four clerks", 4, nth=1),),
    places=(place("Karachi", 0.5),),
    times=(time("Monday", 0.2),),
)
DENIED = frame(2, (trigger("shooting", EventType.SHOOTING),), reality=Reality.DENIED)


@pytest.fixture(scope="module")
def explanation() -> Explanation:
    return build_explanation(trace(told=(FIRST, SECOND), unused=(DENIED,)))


def candidates(explanation: Explanation, path: str) -> dict[str, Candidate]:
    fields = explanation.stories[0].fields
    return {one.words[0].text: one for field in fields if field.path == path for one in field.candidates}


def test_an_incident_is_a_kept_story_with_its_probability_and_record_id(explanation: Explanation) -> None:
    (story,) = explanation.stories

    assert story.kept
    assert story.number == 1
    assert story.id is not None
    assert story.probability is not None
    assert story.probability >= story.threshold


def test_a_field_has_its_value_words_rules_and_confidence(explanation: Explanation) -> None:
    field = next(field for field in explanation.stories[0].fields if field.path == "type")

    assert field.value is EventType.BOMBING
    assert [(words.start, words.end, words.text) for words in field.words] == [(2, 6, "bomb"), (7, 15, "went off")]
    assert field.rules == ("trigger:bombing", "weapons/bomb", "weapons/explosive")
    assert field.confidence is not None


def test_a_type_that_fewer_or_weaker_words_tell_lost(explanation: Explanation) -> None:
    lost = candidates(explanation, "type")["attack"]

    assert (lost.value, lost.score, lost.verdict) == (EventType.ATTACK, 1.0, Verdict.LOST)
    assert lost.why == "1 of 2 words, general ones"


def test_another_town_lost_with_its_link(explanation: Explanation) -> None:
    places = candidates(explanation, "place")

    assert places["Larkana"].verdict is Verdict.CHOSEN
    assert places["Karachi"].score == 0.5
    assert places["Karachi"].why == "in another region (Karachi), link 0.50 under 1.00"


def test_a_day_that_hangs_too_weakly_on_the_act_is_told_without_a_value(explanation: Explanation) -> None:
    days = candidates(explanation, "date")

    assert days["Tuesday"].verdict is Verdict.CHOSEN
    assert days["Monday"].value is None
    assert days["Monday"].why == "link 0.20, too weak"


def test_people_told_twice_are_merged(explanation: Explanation) -> None:
    field = next(field for field in explanation.stories[0].fields if field.path == "victims[0]")

    assert [one.words[0].start for one in field.candidates] == [TEXT.index("four"), TEXT.rindex("four")]
    # Both are told in the same words; the second is not lost.
    assert {one.verdict for one in field.candidates} <= {Verdict.CHOSEN, Verdict.MERGED}


def test_a_total_has_the_figures_it_was_chosen_from_and_their_rules(explanation: Explanation) -> None:
    field = next(field for field in explanation.stories[0].fields if field.path == "casualties.killed")

    assert [one.verdict for one in field.candidates] == [Verdict.CHOSEN, Verdict.CHOSEN]
    assert field.rules == ("harm:killed", "harm:dead")


def test_nobody_is_no_part_of_a_total() -> None:
    nobody = replace(FIRST, harms=(*FIRST.harms, replace(harm("left", "clerks", 0), part=True)))

    explained = build_explanation(trace(told=(nobody,)))

    assert candidates(explained, "casualties.killed")["clerks"].why == "nobody"


def test_a_general_word_for_a_weapon_lost_against_the_finer_one(explanation: Explanation) -> None:
    lost = candidates(explanation, "weapons")["went off"]

    assert lost.why == "a general word for the bomb"


def test_the_parts_of_the_judgement_are_weightiest_first(explanation: Explanation) -> None:
    weights = [abs(part.adds) for part in explanation.stories[0].parts]

    assert weights
    assert weights == sorted(weights, reverse=True)


def test_a_story_tells_its_sentences(explanation: Explanation) -> None:
    first, second = explanation.stories[0].tellings

    assert (first.sentence, first.story, first.why) == (0, 1, "begins the story")
    assert (second.sentence, second.story, second.why) == (1, 1, "joins the story")
    assert second.marks == ("refers back",)
    assert second.brings == ("harm", "place")
    assert second.triggers[0].strength == "general"


def test_a_denied_act_is_unused_with_the_reason(explanation: Explanation) -> None:
    (telling,) = explanation.unused

    assert telling.reality == "denied"
    assert telling.why == "said not to have happened"
    assert telling.story is None


def test_a_word_for_an_act_in_no_frame_is_stray() -> None:
    explained = build_explanation(trace(told=(FIRST,), found=(trigger("heard", EventType.ATTACK),)))

    assert [word.words.text for word in explained.stray] == ["heard"]


def test_a_draft_that_became_no_incident_is_dropped_with_its_probability_and_fields() -> None:
    whole = trace(told=(FIRST, SECOND))

    (story,) = build_explanation(replace(whole, incidents=())).stories

    assert not story.kept
    assert (story.id, story.role) == (None, None)
    assert story.probability is not None
    assert {field.path for field in story.fields} >= {"type", "date", "place", "victims[0]"}


def test_a_happening_without_place_victim_and_target_is_a_story_without_fields() -> None:
    bare = frame(0, (trigger("went off", EventType.BOMBING),))

    (story,) = build_explanation(trace(told=(bare,))).stories

    assert story.why == "no place, no victim and no target"
    assert story.probability is None
    assert [telling.sentence for telling in story.tellings] == [0]


def test_a_restricted_explanation_has_one_story_and_nothing_else(explanation: Explanation) -> None:
    assert [story.number for story in restrict(explanation, 1).stories] == [1]
    assert restrict(explanation, 1).unused == ()
    assert restrict(explanation, 2).stories == ()


def test_an_explanation_is_one_line_of_json_with_the_documented_keys(explanation: Explanation) -> None:
    line = encode_explanation(explanation)

    assert line.count(b"\n") == 1
    told = json.loads(line)
    assert list(told) == [
        "explanation_version", "article", "text", "passed_by", "blocks", "stories", "unused", "stray",
    ]  # fmt: skip
    assert list(told["stories"][0]) == [
        "number", "kept", "why", "id", "role", "probability", "threshold", "bias", "parts", "fields", "tellings",
    ]  # fmt: skip
    assert list(told["stories"][0]["fields"][0]) == [
        "path", "value", "words", "rules", "score", "confidence", "candidates",
    ]  # fmt: skip
    assert told["stories"][0]["fields"][2]["value"]["start"] == (PUBLISHED - timedelta(days=2)).isoformat()
    for story in told["stories"]:
        for field in story["fields"]:
            assert all(told["text"][words["start"] : words["end"]] == words["text"] for words in field["words"])


def test_an_article_without_a_word_for_an_act_needs_no_pipeline() -> None:
    extractor = Extractor(ExtractorOptions(model="no-such-pipeline"))
    article = Article(
        id="x", source="x.txt", text="The fair opened.", blocks=(Block(span=Span(0, 16), kind=BlockKind.BODY),)
    )

    (explained,) = explain_all([article], extractor)

    assert isinstance(explained, Explanation)
    assert explained.stories == ()
    assert explained.passed_by == PassedBy(likeness=0.0, least=LEAST, start=None, end=None, reasons=())


def test_a_failure_passes_through_and_a_fault_becomes_one(monkeypatch: pytest.MonkeyPatch) -> None:
    def break_down(*_: object) -> Trace:
        raise ValueError("broken")

    monkeypatch.setattr(Extractor, "explain", break_down)
    failure = Failure(source="b.txt", stage="read", message="empty")
    article = trace(told=(FIRST,)).article

    first, second = explain_all([failure, article], Extractor())

    assert first is failure
    assert isinstance(second, Failure)
    assert second.stage == "explain"
    assert "ValueError: broken" in second.message
