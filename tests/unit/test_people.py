"""Phrases for people in hand-built trees and, marked slow, in parsed sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dateline.find.counts import find_counts
from dateline.find.people import find_people
from dateline.records import VictimCategory, exactly
from support.trees import build_doc

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.tokens import Doc

    from dateline.mentions import PeopleMention


def _country_of(word: str) -> str | None:
    return {"Iraqi": "IQ", "Americans": "US", "French": "FR"}.get(word)


def _people(doc: Doc) -> tuple[PeopleMention, ...]:
    return find_people(doc, find_counts(doc), country_of=_country_of)


def test_a_counted_phrase_has_number_category_and_nation() -> None:
    doc = build_doc(
        [
            "Two NUM nummod 2",
            "Iraqi ADJ amod 2 JJ NORP",
            "policemen NOUN nsubj 3 NNS",
            "died VERB ROOT 3",
            ". PUNCT punct 3",
        ]
    )

    (mention,) = _people(doc)

    assert mention.span.of(doc.text) == "Two Iraqi policemen"
    assert (mention.count, mention.category, mention.nationality) == (exactly(2), VictimCategory.POLICE, "IQ")


def test_an_apposition_tells_who_a_named_person_is() -> None:
    doc = build_doc(
        ["Ruiz PROPN nsubj 4 NNP PERSON", ", PUNCT punct 0", "a DET det 3", "nurse NOUN appos 0", "died VERB ROOT 4"]
    )

    (mention,) = _people(doc)

    assert (mention.name, mention.category, mention.count) == ("Ruiz", VictimCategory.HEALTH_WORKER, exactly(1))


def test_a_word_for_people_before_another_noun_names_nobody() -> None:
    doc = build_doc(["A DET det 2", "police NOUN compound 2", "station NOUN nsubj 3", "burned VERB ROOT 3"])

    assert _people(doc) == ()


def test_a_bare_number_may_stand_for_people() -> None:
    doc = build_doc(["Twelve NUM nsubj 1", "died VERB ROOT 1"])

    (mention,) = _people(doc)

    assert (mention.rule, mention.count) == ("people.number", exactly(12))


def test_a_number_of_things_does_not_stand_for_people() -> None:
    doc = build_doc(["Twelve NUM nummod 1", "houses NOUN nsubj 2 NNS", "burned VERB ROOT 2"])

    assert _people(doc) == ()


@pytest.mark.slow
@pytest.mark.parametrize(
    ("sentence", "phrase", "best", "category"),
    [
        ("Dozens of people died.", "Dozens of people", 24, "unknown"),
        ("One of the three soldiers later died.", "One of the three soldiers", 1, "military"),
        ("Five members of the security forces were killed.", "Five members of the security forces", 5, "police"),
        ("A Taliban commander was captured.", "A Taliban commander", 1, "militant"),
        ("The couple was found dead.", "The couple", 2, "civilian"),
        ("Some students were detained.", "Some students", 3, "civilian"),
        ("A 14-year-old boy was hurt.", "A 14-year-old boy", 1, "child"),
        ("A 12-year-old was hurt.", "A 12-year-old", 1, "child"),
        ("Another 12 others were hurt.", "Another 12 others", 12, "unknown"),
        ("Between 150 and 200 protesters were held.", "Between 150 and 200 protesters", 200, "civilian"),
        ("Mayor Luis Vega was shot.", "Mayor Luis Vega", 1, "politician"),
        ("Colonel Luis Vega was shot.", "Colonel Luis Vega", 1, "military"),
        ("No Americans were hurt.", "No Americans", 0, "unknown"),
        ("A 19-year-old girl was hurt.", "A 19-year-old girl", 1, "civilian"),
        ("A youth of 16 was shot.", "A youth of 16", 1, "child"),
        ("Two classmates, both 14, were hurt.", "Two classmates", 2, "child"),
        ("Five men aged 16 to 40 died.", "Five men", 5, "unknown"),
        ("Bombs killed a police conscript.", "a police conscript", 1, "police"),
        ("The blast killed three co-workers.", "three co-workers", 3, "civilian"),
        ("Two off-duty policemen were hurt.", "Two off-duty policemen", 2, "police"),
        ("Troops killed a Taliban sub-commander.", "a Taliban sub-commander", 1, "militant"),
        ("The girls, ages 11 and 15, were hurt.", "The girls", 2, "child"),
        ("A bomb killed six people; a seventh died later.", "a seventh", 1, "unknown"),
        ("They accused Poe of spying.", "Poe", 1, "civilian"),
        ("A foreign botanist of the institute and two drivers were killed.", "A foreign botanist", 1, "civilian"),
        (
            "Three victims of the rebel offensive were killed near Gao.",
            "Three victims of the rebel offensive",
            3,
            "unknown",
        ),
    ],
)
def test_a_phrase_in_a_parsed_sentence(
    sentence: str, phrase: str, best: int, category: str, parse: Callable[[str], Doc]
) -> None:
    found = {mention.span.of(sentence): mention for mention in _people(parse(sentence))}

    assert phrase in found
    count = found[phrase].count
    assert count is not None
    assert (count.best, found[phrase].category.value) == (best, category)


@pytest.mark.slow
def test_a_name_stands_without_title_and_age(parse: Callable[[str], Doc]) -> None:
    names = [m.name for m in _people(parse("Police said 24-year-old Michael Jones was stabbed by Gen. Luis Vega."))]

    assert "Michael Jones" in names
    assert "Luis Vega" in names


@pytest.mark.slow
@pytest.mark.parametrize(
    ("sentence", "phrase"),
    [
        pytest.param("A boy of 15 shot a guard.", "15", id="an age"),
        pytest.param("Two men aged 44 and 61 were shot.", "61", id="the second of two ages"),
        pytest.param("NAIROBI (Wire) -- Nine men were killed.", "NAIROBI", id="a dateline"),
        pytest.param("The dead man is Saul Berg, 32, of Linton.", "Linton", id="a home"),
        pytest.param("- Kandahar, Arghandab: two men were killed.", "Kandahar", id="a heading"),
        pytest.param("Three dead, officer hurt in shooting", "Three dead, officer", id="half a headline"),
        pytest.param("It cost six lives and millions in lost cash.", "millions", id="money"),
        pytest.param(
            "The dead are a driver; Ana Ruiz, a vendor; and Ben Cole.", "a driver; Ana Ruiz", id="two of a list"
        ),
        pytest.param("He fled to Gao, where a cook and a man died.", "where a cook and a man", id="opened clause"),
    ],
)
def test_what_is_no_phrase_for_people(sentence: str, phrase: str, parse: Callable[[str], Doc]) -> None:
    assert phrase not in {mention.span.of(sentence) for mention in _people(parse(sentence))}


@pytest.mark.slow
def test_names_of_a_list_share_the_calling_that_leads_it(parse: Callable[[str], Doc]) -> None:
    people = _people(parse("The blast killed policemen Ahmed Ali, Omar Khan and Said Shah in Kabul."))

    assert [(one.name, one.category) for one in people if one.name] == [
        ("Ahmed Ali", VictimCategory.POLICE),
        ("Omar Khan", VictimCategory.POLICE),
        ("Said Shah", VictimCategory.POLICE),
    ]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("sentence", "phrases"),
    [
        ("Former mayor and deputy Ana Ruiz was shot dead.", {"Former mayor and deputy Ana Ruiz"}),
        ("The murder of senator and presidential candidate Ana Ruiz.", {"senator and presidential candidate Ana Ruiz"}),
        ("Rebels seized landowner Samuel Plazas.", {"Rebels", "landowner Samuel Plazas"}),
        ("Rebels killed a guard and driver Ana Ruiz.", {"Rebels", "a guard", "driver Ana Ruiz"}),
        ("A policeman and farmer Ana Ruiz were killed.", {"A policeman", "farmer Ana Ruiz"}),
        ("Gunmen killed nuns Teresa Rosales and Eva Paz.", {"Gunmen", "nuns Teresa Rosales", "Eva Paz"}),
    ],
    ids=["two callings", "the second of two words", "one calling", "with an article of its own", "two people", "list"],
)
def test_a_calling_before_a_name_is_no_other_person(
    sentence: str, phrases: set[str], parse: Callable[[str], Doc]
) -> None:
    assert {mention.span.of(sentence) for mention in _people(parse(sentence))} == phrases
