"""What a place or time belongs to beside an act, in hand-built trees."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dateline.mentions import PlaceMention, TimeMention, TriggerMention
from dateline.records import EventType
from dateline.relate.attachment import AFTER_ACT, link_places, link_times
from dateline.relate.bond_words import Bond
from dateline.relate.bonds import find_bonds
from dateline.spans import Span
from support.trees import build_doc

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc


def _place(doc: Doc, token: int) -> PlaceMention:
    word = doc[token]
    return PlaceMention(
        span=Span(word.idx, word.idx + len(word)), head=token, rule="place.gazetteer", name=word.text, relation=None
    )


def _trigger(doc: Doc, token: int) -> TriggerMention:
    word = doc[token]
    return TriggerMention(
        span=Span(word.idx, word.idx + len(word)), head=token, rule="test", type=EventType.ATTACK, noun=False,
        specific=True, weak=False,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("rows", "token", "bond"),
    [
        pytest.param(
            ["Gunmen NOUN nsubj 1", "shot VERB ROOT 1", "a DET det 3", "resident NOUN dobj 1", "of ADP prep 3",
             "Leeds PROPN pobj 4"], 5, Bond.HOME, id="a resident of a town"),
        pytest.param(
            ["Gunmen NOUN nsubj 1", "shot VERB ROOT 1", "the DET det 3", "mayor NOUN dobj 1", "of ADP prep 3",
             "Lyon PROPN pobj 4"], 5, Bond.OFFICE, id="the mayor of a town"),
        pytest.param(
            ["She PRON nsubjpass 2", "was AUX auxpass 2", "flown VERB ROOT 2", "to ADP prep 2", "Delhi PROPN pobj 3"],
            4, Bond.CARE, id="where the wounded were flown"),
        pytest.param(
            ["Officials NOUN nsubj 3", "in ADP prep 0", "Oslo PROPN pobj 1", "said VERB ROOT 3", "bombs NOUN nsubj 5",
             "fell VERB ccomp 3"], 2, Bond.SAYING, id="where somebody says it"),
        pytest.param(
            ["A DET det 1", "22-year-old NOUN nsubj 4", "from ADP prep 1", "Leeds PROPN pobj 2", "fired VERB ROOT 4"],
            3, Bond.HOME, id="where somebody of an age is from"),
        pytest.param(
            ["Most ADJ nsubj 5", "of ADP prep 0", "them PRON pobj 1", "from ADP prep 2", "Leeds PROPN pobj 3",
             "died VERB ROOT 5"], 4, Bond.HOME, id="where they are from"),
        pytest.param(
            ["Moscow PROPN nsubj 1", "bombed VERB ROOT 1", "them PRON dobj 1"], 0, Bond.SUBJECT,
            id="a state that acts"),
        pytest.param(
            ["They PRON nsubj 1", "marched VERB ROOT 1", "over ADP prep 1", "Moscow PROPN poss 4",
             "decision NOUN pobj 2"],
            3, Bond.RULING, id="what a state decided"),
    ],
)  # fmt: skip
def test_a_place_is_tied_to_what_it_belongs_to(rows: Sequence[str], token: int, bond: Bond) -> None:
    doc = build_doc(rows)
    place = _place(doc, token)

    assert bond in find_bonds(doc, [place])[place]


def test_a_place_in_the_acts_own_phrase_is_free() -> None:
    doc = build_doc(["Bombs NOUN nsubj 1", "fell VERB ROOT 1", "in ADP prep 1", "Homs PROPN pobj 2"])
    place = _place(doc, 3)

    assert not find_bonds(doc, [place])[place]


def test_a_day_right_behind_a_saying_belongs_to_it() -> None:
    doc = build_doc(
        [
            "Police NOUN nsubj 1",
            "said VERB ROOT 1",
            "Tuesday PROPN npadvmod 4",
            "bombs NOUN nsubj 4",
            "fell VERB ccomp 1",
        ]
    )
    word = doc[2]
    day = TimeMention(span=Span(word.idx, word.idx + len(word)), head=2, rule="weekday")

    assert Bond.SAYING in find_bonds(doc, [day])[day]


def _day(doc: Doc, token: int) -> TimeMention:
    word = doc[token]
    return TimeMention(span=Span(word.idx, word.idx + len(word)), head=token, rule="weekday")


def test_a_day_before_the_comma_of_a_saying_is_the_acts() -> None:
    doc = build_doc(
        ["The DET det 1", "battle NOUN nsubj 2", "began VERB ccomp 6", "Saturday PROPN npadvmod 6", ", PUNCT punct 6",
         "rebels NOUN nsubj 6", "said VERB ROOT 6"]
    )  # fmt: skip

    assert Bond.SAYING not in find_bonds(doc, [day := _day(doc, 3)])[day]


@pytest.mark.parametrize(
    ("rows", "token", "bond"),
    [
        pytest.param(
            ["He PRON nsubj 1", "died VERB ROOT 1", "in ADP prep 1", "hospital NOUN pobj 2", "Friday PROPN npadvmod 1"],
            4, Bond.DYING, id="when somebody died in hospital"),
        pytest.param(
            ["Guards NOUN nsubj 5", "wounded VERB acl 0", "in ADP prep 1", "a DET det 4", "raid NOUN pobj 2",
             "died VERB ROOT 5", "Friday PROPN npadvmod 5"],
            6, Bond.DYING, id="when somebody wounded before died"),
        pytest.param(
            ["One NUM nsubj 7", "of ADP prep 0", "those PRON pobj 1", "he PRON nsubjpass 5", "is AUX auxpass 5",
             "accused VERB relcl 2", "of ADP prep 5", "died VERB ROOT 7", "Friday PROPN npadvmod 7",
             "in ADP prep 7", "a DET det 12", "medical ADJ amod 12", "center NOUN pobj 9"],
            8, Bond.DYING, id="when somebody died in a medical center"),
        pytest.param(
            ["He PRON nsubj 1", "died VERB ROOT 1", "two NUM nummod 3", "days NOUN npadvmod 4", "later ADV advmod 1"],
            4, Bond.DYING, id="how much later somebody died"),
        pytest.param(
            ["He PRON nsubjpass 2", "was AUX auxpass 2", "arrested VERB ROOT 2", "Friday PROPN npadvmod 2"],
            3, Bond.CATCHING, id="when somebody was arrested"),
        pytest.param(
            ["The DET det 1", "toll NOUN nsubj 2", "rose VERB ROOT 2", "Friday PROPN npadvmod 2"],
            3, Bond.COUNTING, id="when a toll rose"),
    ],
)  # fmt: skip
def test_a_day_of_what_followed_is_told_apart(rows: Sequence[str], token: int, bond: Bond) -> None:
    doc = build_doc(rows)

    assert bond in find_bonds(doc, [day := _day(doc, token)])[day]


def test_the_day_on_which_people_died_is_the_acts() -> None:
    doc = build_doc(
        ["Six NUM nsubj 1", "died VERB ROOT 1", "Friday PROPN npadvmod 1", "in ADP prep 1", "Homs PROPN pobj 3"]
    )

    assert Bond.DYING not in find_bonds(doc, [day := _day(doc, 2)])[day]


def test_a_place_nearer_to_another_act_hardly_links() -> None:
    doc = build_doc(
        ["Bombs NOUN nsubj 1", "fell VERB ROOT 1", "in ADP prep 1", "Homs PROPN pobj 2", "and CCONJ cc 1",
         "police NOUN nsubj 6", "arrested VERB conj 1", "two NUM dobj 6"]
    )  # fmt: skip
    place = _place(doc, 3)
    fell, arrested = [_trigger(doc, 1)], [_trigger(doc, 6)]

    (near,) = link_places(doc, [place], fell, [fell, arrested])
    (far,) = link_places(doc, [place], arrested, [fell, arrested])

    assert near.score > 0.8
    assert far.score <= 0.25


def test_a_day_after_an_act_dates_the_act_behind_it() -> None:
    doc = build_doc(
        ["Police NOUN nsubj 1", "raided VERB ROOT 1", "homes NOUN dobj 1", "a DET det 4", "day NOUN npadvmod 7",
         "after SCONJ mark 7", "gunmen NOUN nsubj 7", "struck VERB advcl 1"]
    )  # fmt: skip
    day = TimeMention(span=Span(doc[3].idx, doc[5].idx + 5), head=5, rule=AFTER_ACT)
    raid, strike = [_trigger(doc, 1)], [_trigger(doc, 7)]

    of_raid, of_strike = (link_times(doc, [day], group, [raid, strike])[0] for group in (raid, strike))

    assert of_raid.score == 0
    assert of_strike.score > 0.5


def test_the_day_on_which_an_act_was_reported_is_no_saying() -> None:
    doc = build_doc(
        [
            "The DET det 1",
            "shooting NOUN nsubjpass 3",
            "was AUX auxpass 3",
            "reported VERB ROOT 3 VBN",
            "Sunday PROPN npadvmod 3",
        ]
    )
    word = doc[4]
    day = TimeMention(span=Span(word.idx, word.idx + len(word)), head=4, rule="weekday")

    assert Bond.SAYING not in find_bonds(doc, [day])[day]


def test_who_was_wounded_and_died_later_dates_no_act_however_the_verbs_hang() -> None:
    doc = build_doc(
        [
            "A DET det 1",
            "teenager NOUN nsubj 2",
            "wounded VERB ROOT 2 VBN",
            "in ADP prep 2",
            "the DET det 5",
            "raid NOUN pobj 3",
            "died VERB advcl 2",
            "Tuesday PROPN npadvmod 6",
        ]
    )
    word = doc[7]
    day = TimeMention(span=Span(word.idx, word.idx + len(word)), head=7, rule="weekday")

    assert Bond.DYING in find_bonds(doc, [day])[day]


@pytest.mark.parametrize(
    ("rows", "token", "bond"),
    [
        pytest.param(
            ["Crowds NOUN nsubj 1", "rallied VERB ROOT 1", "outside ADP prep 1", "the DET det 4", "embassy NOUN pobj 2",
             "in ADP prep 4", "Lima PROPN pobj 5"], 6, Bond.OFFICE, id="outside an embassy"),
        pytest.param(
            ["The DET det 1", "strike NOUN nsubj 7", "on ADP prep 1", "a DET det 4", "hospital NOUN pobj 2",
             "in ADP prep 4", "Homs PROPN pobj 5", "killed VERB ROOT 7", "four NUM dobj 7"], 6, Bond.CARE,
            id="a hospital that was struck"),
        pytest.param(
            ["The DET det 1", "raid NOUN nsubj 2", "took VERB ROOT 2", "place NOUN dobj 2", "in ADP prep 2",
             "Herat PROPN pobj 4"], 5, Bond.CARE, id="took place"),
        pytest.param(
            ["Crowds NOUN nsubj 1", "took VERB ROOT 1", "to ADP prep 1", "the DET det 4", "streets NOUN pobj 2",
             "in ADP prep 1", "Lima PROPN pobj 5"], 6, Bond.CARE, id="took to the streets"),
    ],
)  # fmt: skip
def test_a_house_and_a_set_phrase_leave_the_scene_to_the_act(rows: Sequence[str], token: int, bond: Bond) -> None:
    doc = build_doc(rows)

    assert bond not in find_bonds(doc, [place := _place(doc, token)])[place]


def test_a_place_behind_those_whom_an_act_befell_is_where() -> None:
    doc = build_doc([
        "Spain PROPN nsubj 1", "deplored VERB ROOT 1", "the DET det 3", "murder NOUN dobj 1", "of ADP prep 3",
        "residents NOUN pobj 4", "in ADP prep 5", "Peru PROPN pobj 6",
    ])  # fmt: skip
    place = _place(doc, 7)

    assert Bond.HOME in find_bonds(doc, [place])[place]
    assert find_bonds(doc, [place], {3})[place] == frozenset()
