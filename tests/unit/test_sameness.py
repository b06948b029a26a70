"""Which tellings are one happening: contradicting places and days, towns of a list, both judges."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from dateline.articles import BlockKind
from dateline.frames import Frame, PlaceLink, Reality
from dateline.mentions import HarmMention, PlaceMention, TimeMention, TriggerMention
from dateline.merge.clues import Clue, gather_clues
from dateline.merge.clustering import HandJudge, Happening, Judge, cluster_clues, join_tellings, load_judge
from dateline.merge.likeness import Standing, describe_founding, describe_join
from dateline.merge.sameness import DayRelation, PlaceRelation, compare_places, relate_days
from dateline.records import (
    Count,
    DateBasis,
    DatePrecision,
    EventType,
    Place,
    PlacePrecision,
    Stage,
    VictimStatus,
    When,
    exactly,
)
from dateline.resolve.place_making import ResolvedPlace
from dateline.resolve.times import ResolvedTime
from dateline.spans import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

VAGUE = Count(min=24, max=None, best=24, approximate=True)  # "dozens"


def _place(
    name: str,
    *,
    start: int = 0,
    point: tuple[float, float] | None = None,
    country: str | None = None,
    within: tuple[str, ...] = (),
) -> ResolvedPlace:
    span = Span(start, start + len(name))
    return ResolvedPlace(
        mention=PlaceMention(span=span, head=0, rule="test", name=name, relation="in", within=within),
        toponym=None,
        site=None,
        place=Place(
            text=name,
            site=None,
            locality=name,
            admin1=None,
            country=country,
            latitude=point[0] if point else None,
            longitude=point[1] if point else None,
            geonames_id=None,
            precision=PlacePrecision.LOCALITY if point else None,
        ),
        score=1.0,
        alternatives=(),
    )


def _time(day: date) -> ResolvedTime:
    return ResolvedTime(
        mention=TimeMention(span=Span(0, 6), head=0, rule="test"),
        when=When(start=day, end=day, precision=DatePrecision.DAY, basis=DateBasis.EXPLICIT, text="a day"),
        is_future=False,
        is_history=False,
        part_of_day=None,
    )


def _frame(sentence: int, *, definite: bool = False) -> Frame:
    start = 100 * sentence
    return Frame(
        triggers=(
            TriggerMention(
                span=Span(start, start + 7),
                head=0,
                rule="bombing",
                type=EventType.BOMBING,
                noun=False,
                specific=True,
                weak=False,
            ),
        ),
        sentence=sentence,
        span=Span(start, start + 90),
        block=BlockKind.BODY,
        type=EventType.BOMBING,
        specific=True,
        stage=Stage.ACCOMPLISHED,
        reality=Reality.TOLD,
        definite=definite,
        other=False,
        past_perfect=False,
        plural=False,
        paragraph=sentence,
    )


class _Joiner:
    """Takes each clue for one more telling of the happening told before, where nothing rules it out."""

    linger = 0.0

    def join(self, group: Sequence[Clue], clue: Clue, standing: Standing) -> float:
        return 1.0

    def found(self, clue: Clue, *, first: bool) -> float:
        return 0.0


def _clue(
    sentence: int, *, place: ResolvedPlace | None = None, day: date | None = None, definite: bool = False
) -> Clue:
    return Clue(
        frame=_frame(sentence, definite=definite),
        times=((_time(day), 1.0),) if day else (),
        places=((place, 1.0),) if place else (),
    )


@pytest.mark.parametrize(
    ("left", "right", "relation"),
    [
        (_place("Tal Qasr"), _place("Ayn Rud"), PlaceRelation.NAMES),
        (_place("Tal Qasr"), _place("Tal-Qasr"), PlaceRelation.SAME),
        (_place("Tal Qasr", within=("Ayn Rud",)), _place("Ayn Rud"), PlaceRelation.HELD),
        (_place("Arden", point=(10.0, 10.0)), _place("Belmar", point=(12.0, 10.0)), PlaceRelation.APART),
        (_place("Arden", point=(10.0, 10.0)), _place("Belmar", point=(10.1, 10.0)), PlaceRelation.NEAR),
        (
            _place("Arden", point=(10.0, 10.0), country="FR"),
            _place("Belmar", point=(10.1, 10.0), country="ES"),
            PlaceRelation.ABROAD,
        ),
    ],
    ids=["two unlisted names", "two spellings", "a village in its district", "far", "near", "two countries"],
)
def test_places_lie_to_each_other(left: ResolvedPlace, right: ResolvedPlace, relation: PlaceRelation) -> None:
    assert compare_places(left, right) is relation


def test_days_further_apart_than_one_contradict() -> None:
    assert relate_days(_clue(0, day=date(2020, 5, 1)), _clue(1, day=date(2020, 5, 9))) is DayRelation.APART


def test_by_hand_towns_that_no_gazetteer_lists_are_two_happenings() -> None:
    first, second = _clue(0, place=_place("Tal Qasr")), _clue(1, place=_place("Ayn Rud"))

    assert len(cluster_clues((first, second), HandJudge())) == 2


@pytest.mark.parametrize("judge", [HandJudge(), load_judge()], ids=["by hand", "learned"])
def test_a_word_that_refers_back_joins_the_happening_before(judge: Judge) -> None:
    first, second = _clue(0, place=_place("Tal Qasr")), _clue(1, definite=True)

    assert len(cluster_clues((first, second), judge)) == 1


@pytest.mark.parametrize("judge", [HandJudge(), load_judge()], ids=["by hand", "learned"])
def test_in_the_attack_points_at_the_act_told_right_before(judge: Judge) -> None:
    first, second = _clue(0, place=_place("Tal Qasr")), _clue(1, definite=True)
    pointing = replace(second, frame=replace(second.frame, type=EventType.ATTACK, specific=False, pointing=True))

    assert len(cluster_clues((first, pointing), judge)) == 1


@pytest.mark.parametrize("judge", [HandJudge(), load_judge()], ids=["by hand", "learned"])
def test_what_an_act_answers_is_another_happening(judge: Judge) -> None:
    act, cause = _clue(0, place=_place("Tal Qasr")), _clue(0, day=date(2020, 5, 1))
    cause = replace(cause, frame=replace(cause.frame, earlier_matter=True))

    assert len(cluster_clues((act, cause), judge)) == 2


@pytest.mark.parametrize(("days", "count"), [(2, 1), (9, 2)], ids=["days later", "another week"])
def test_acts_of_days_far_from_each_other_are_two(days: int, count: int) -> None:
    first, second = _clue(0, day=date(2020, 5, 1)), _clue(1, day=date(2020, 5, 1 + days), definite=True)

    assert len(cluster_clues((first, second), _Joiner())) == count


def test_a_march_and_the_killing_of_the_day_before_are_two() -> None:
    killing, march = _clue(0, day=date(2020, 5, 1)), _clue(1, day=date(2020, 5, 2))
    dead = HarmMention(
        span=killing.frame.span,
        head=0,
        rule="harm.kill.tree",
        people=None,
        status=VictimStatus.KILLED,
        count=exactly(1),
        by=None,
        total=False,
        part=False,
    )
    killing = replace(killing, frame=replace(killing.frame, harms=(dead,)))
    march = replace(march, frame=replace(march.frame, type=EventType.PROTEST))

    assert len(cluster_clues((killing, march), _Joiner())) == 2
    assert len(cluster_clues((replace(march, times=killing.times), killing), _Joiner())) == 1


def test_the_marches_of_one_day_in_two_towns_are_two() -> None:
    towns = _place("Arden", point=(10.0, 10.0)), _place("Belmar", point=(12.0, 10.0))
    marches = tuple(
        replace(
            clue, frame=replace(clue.frame, type=EventType.PROTEST, places=(PlaceLink(mention=town.mention, score=1),))
        )
        for clue, town in ((_clue(number, place=town), town) for number, town in enumerate(towns))
    )

    assert len(cluster_clues(marches, _Joiner())) == 2


def test_a_list_of_towns_gives_a_clue_for_each() -> None:
    towns = (_place("Arden", start=0), _place("Belmar", start=7), _place("Corvo", start=18))
    links = tuple(PlaceLink(mention=town.mention, score=0.8) for town in towns)
    frame = replace(_frame(0), places=links)

    clues = gather_clues(
        (frame,), times={}, places={town.mention: town for town in towns}, text="Arden, Belmar and Corvo"
    )

    assert [clue.place.place.locality for clue in clues if clue.place] == ["Arden", "Belmar", "Corvo"]
    assert [[link.mention.name for link in clue.frame.places] for clue in clues] == [["Arden"], ["Belmar"], ["Corvo"]]
    assert len(cluster_clues(clues)) == 3


def test_the_features_of_joining_are_readable_and_leave_out_zeros() -> None:
    group = (_clue(0, day=date(2020, 5, 1)), _clue(1, place=_place("Tal Qasr")))
    standing = Standing(current=True, first=True, alone=True)

    features = describe_join(group, _clue(2, day=date(2020, 5, 1), place=_place("Ayn Rud")), standing)

    assert {"day same", "type same", "place names", "current", "gap 1"} <= features.keys()
    assert all(features.values())


def test_a_place_that_the_words_tie_loosely_is_not_surely_another() -> None:
    here, there = _place("Arden", point=(10.0, 10.0)), _place("Belmar", point=(12.0, 10.0))
    loose = Clue(frame=_frame(1), times=(), places=((there, 0.3),))
    standing = Standing(current=True, first=True, alone=True)

    assert "surely elsewhere" in describe_join((_clue(0, place=here),), _clue(1, place=there), standing)
    assert "surely elsewhere" not in describe_join((_clue(0, place=here),), loose, standing)


def test_a_sentence_that_opens_with_a_place_says_whether_it_is_the_same() -> None:
    standing = Standing(current=True, first=True, alone=True)
    here = _place("Ayn Rud")
    first = _clue(0, place=here)
    first = replace(first, frame=replace(first.frame, places=(PlaceLink(mention=here.mention, score=1.0),)))

    def opening(name: str) -> dict[str, float]:
        clue = _clue(1)
        return describe_join((first,), replace(clue, frame=replace(clue.frame, fronted=(name,))), standing)

    assert "opens with its place" in opening("Ayn Rud")
    assert "opens with another place" in opening("Tel Hamra")


@pytest.mark.parametrize(
    ("earlier", "later", "rises"),
    [
        (VAGUE, exactly(45), False),
        (exactly(45), VAGUE, False),
        (exactly(5), VAGUE, True),
        (VAGUE, exactly(300), True),
        (exactly(12), exactly(45), True),
    ],
    ids=["then the figure", "dozens again", "fewer before", "far too many", "two figures"],
)
def test_a_vague_word_leaves_room_for_the_figure(earlier: Count, later: Count, rises: bool) -> None:
    def killing(sentence: int, count: Count) -> Clue:
        span = Span(100 * sentence, 100 * sentence + 6)
        harm = HarmMention(
            span=span,
            head=0,
            rule="test",
            people=None,
            status=VictimStatus.KILLED,
            count=count,
            by=None,
            total=False,
            part=False,
        )
        clue = _clue(sentence)
        return replace(clue, frame=replace(clue.frame, harms=(harm,)))

    features = describe_join((killing(0, earlier),), killing(1, later), Standing(current=True, first=True, alone=True))

    assert ("toll rising" in features) is rises


def test_the_features_of_founding_tell_what_a_telling_brings() -> None:
    features = describe_founding(_clue(0, place=_place("Arden", point=(10.0, 10.0))), first=True)

    assert features == {"new": 1.0, "new, first": 1.0, "new, specific": 1.0, "new, town": 1.0}


def test_by_hand_an_earlier_happening_takes_up_a_telling_of_its_town() -> None:
    arden, belmar = _place("Arden", point=(10.0, 10.0)), _place("Belmar", point=(12.0, 10.0))
    clues = (_clue(0, place=arden), _clue(1, place=belmar), _clue(2, place=arden, definite=True))

    first, second = cluster_clues(clues, HandJudge())

    assert first.clues == (clues[0], clues[2])
    assert second.clues == (clues[1],)


def test_joined_happenings_keep_their_tellings_in_order_of_text() -> None:
    first, second, third = (_clue(sentence) for sentence in range(3))

    joined = join_tellings([Happening((first, third)), Happening((second,))])

    assert joined == Happening((first, second, third), parts=2)
    assert join_tellings([joined]) is joined
