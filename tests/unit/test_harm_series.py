"""Members of a list of people harmed whom the parser misses, and what only describes them; parsed sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from support.sentences import read_harms

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.tokens import Doc


def _told(doc: Doc) -> list[tuple[str, str, int | None]]:
    return [
        (harm.status.value, harm.people.name or harm.people.span.of(doc.text), harm.count.best if harm.count else None)
        for harm in read_harms(doc)
        if harm.people is not None and not (harm.part and harm.people.name is None)
    ]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("text", "people"),
    [
        (
            "Since May, a well-known lawyer, a retired banker, and at least four students have been murdered.",
            ["a well-known lawyer", "a retired banker", "at least four students"],
        ),
        (
            "After a police colonel, a judge, and Senator Mario Soto were murdered last week, the ministry acted.",
            ["a police colonel", "a judge", "Mario Soto"],
        ),
        (
            "The murder of the six priests, a woman, and her daughter was a crime.",
            ["the six priests", "a woman", "her daughter"],
        ),
        (
            "They ordered guards to confess to the murder of the three nurses, two of whom were Spaniards, "
            "and two drivers.",
            ["the three nurses", "two drivers"],
        ),
    ],
    ids=["middle", "backwards", "kin", "clause"],
)
def test_a_list_is_read_whole(text: str, people: list[str], parse: Callable[[str], Doc]) -> None:
    assert [name for _, name, _ in _told(parse(text))] == people


@pytest.mark.slow
@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "The blast killed three people. They are Ana Castro, Rosa Sarmiento, and Luis Gomez.",
            ["Ana Castro", "Rosa Sarmiento", "Luis Gomez"],
        ),
        ("The blast killed three people. They are Catholics.", []),
        (
            "Two clerks were injured. The injured were Roberto Ramirez, 19, and Hugo Morales, 40.",
            ["Roberto Ramirez", "Hugo Morales"],
        ),
        (
            "Raul Cotto, a leader of the party, was found dead along with Marta Rivas, a deputy, in a ditch.",
            ["Raul Cotto", "Marta Rivas"],
        ),
    ],
)
def test_a_sentence_about_those_harmed_names_them(text: str, names: list[str], parse: Callable[[str], Doc]) -> None:
    assert [harm.people.name for harm in read_harms(parse(text)) if harm.people and harm.people.name] == names


@pytest.mark.slow
@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The murder on 26 February of Mayor Diana Cortes shocked the town.", [("killed", "Diana Cortes", 1)]),
        ("A worker was hacked to death in front of his mother.", [("killed", "A worker", 1)]),
        (
            "The court reopened the murder case of former minister Orlando Lara.",
            [("killed", "Orlando Lara", 1)],
        ),
        ("Rebels are holding Senator Federico Velez in Cali.", [("kidnapped", "Federico Velez", 1)]),
        ("The rebels hold the town.", []),
        ("This is the first time that a bishop has been murdered there.", []),
        ("Witnesses said that four youths in a red truck shot at the policemen.", []),
        (
            "The driver, Marco Gomez, was kidnapped, but released several hours later.",
            [("kidnapped", "Marco Gomez", 1), ("released", "Marco Gomez", 1)],
        ),
        ("More than 70,000 people have died in the fighting.", []),
    ],
)
def test_acts_told_in_passing(text: str, told: list[tuple[str, str, int | None]], parse: Callable[[str], Doc]) -> None:
    assert _told(parse(text)) == told


@pytest.mark.slow
def test_among_the_victims_of_kidnappings_are_people_seized(parse: Callable[[str], Doc]) -> None:
    doc = parse("Among the victims of the kidnappings are four mayors and a policeman.")

    assert {harm.status.value for harm in read_harms(doc)} == {"kidnapped"}


@pytest.mark.slow
@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("One of the rebels died outside Ruiz's home and his body was found today.", "One of the rebels"),
        ("Police found Ben Cole, the son of the mayor. He had been shot dead.", "Ben Cole, the son"),
    ],
)
def test_a_pronoun_means_whom_the_sentence_is_about(text: str, who: str, parse: Callable[[str], Doc]) -> None:
    doc = parse(text)

    killed = [harm.people.span.of(doc.text) for harm in read_harms(doc) if harm.people is not None]

    assert killed and all(words.startswith(who) for words in killed)
