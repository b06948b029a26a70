"""Victims whose names stand apart from the words for them, and headlines that name whom an act befell."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dateline.records import VictimStatus
from support.stories import extract, read_toll

if TYPE_CHECKING:
    import dateline

pytestmark = pytest.mark.slow

KILLED, INJURED = VictimStatus.KILLED, VictimStatus.INJURED


@pytest.mark.parametrize(
    ("text", "status", "name"),
    [
        ("A former rebel fighter, Issouf Dia, was shot dead in Bouake on Sunday.", KILLED, "Issouf Dia"),
        (
            "Rebels killed nine soldiers near Gao on Sunday. The last, Sgt. Ali Keita, died in hospital.",
            KILLED,
            "Ali Keita",
        ),
        ("Rebels killed nine people near Gao on Sunday. The youngest was Ali Keita, 9.", KILLED, "Ali Keita"),
        ("Police killed six in Harare on Sunday. Tom Moyo, 13, was among the first to be killed.", KILLED, "Tom Moyo"),
        ("Police shot a gunman dead in Lima on Sunday. The gunman was identified as Omar Diaz.", KILLED, "Omar Diaz"),
        ("A woman was killed in Nakuru on Sunday. The body of Ann Kamau was taken to Nairobi.", KILLED, "Ann Kamau"),
        (
            "A deputy was shot in Ohio on Sunday, the sheriff said. Deputy Ben Fry, 28, was at a farm.",
            INJURED,
            "Ben Fry",
        ),
        ("Woman killed on highway\n\nAna Diaz, 28, was shot in the head in Houston on Sunday.", KILLED, "Ana Diaz"),
    ],
)
def test_a_victim_has_the_name_told_apart(
    extractor: dateline.Extractor, text: str, status: VictimStatus, name: str
) -> None:
    (record,) = extract(extractor, text)

    assert (status, name) in {(victim.status, victim.name) for victim in record.victims}


@pytest.mark.parametrize(
    "text",
    [
        "A woman was killed in Nakuru on Sunday. The family of Tom Moyo, who was charged, said nothing.",
        "Rebels killed a nurse and a teacher near Gao on Sunday. The mother of Ali Keita wept.",
    ],
)
def test_a_name_that_may_be_anybodys_is_nobodys(extractor: dateline.Extractor, text: str) -> None:
    dead = [v for record in extract(extractor, text) for v in record.victims if v.status is KILLED]

    assert dead
    assert not any(victim.name for victim in dead)


@pytest.mark.parametrize("headline", ["Teacher attacked", "Two churches bombed", "Police attacked"])
def test_a_headlines_past_form_tells_whom_the_act_befell(extractor: dateline.Extractor, headline: str) -> None:
    records = extract(extractor, f"{headline}\n\nIt happened in Leeds on Tuesday.")

    assert [stance for record in records for stance in record.attributions] == []


def test_police_who_fire_on_a_crowd_have_no_house_fire(extractor: dateline.Extractor) -> None:
    text = "Police fire on crowd in Harare\n\nPolice opened fire on a crowd in Harare on Sunday. Six were killed."

    assert [read_toll(record)[0] for record in extract(extractor, text)] == [6]


def test_a_bombers_own_death_makes_no_other_toll(extractor: dateline.Extractor) -> None:
    text = (
        "Blast at shrine kills seven\n\nSeven people were killed when a suicide bomber blew himself up at a shrine in "
        "Sehwan on Sunday.\n\nThe explosion took place at Gate 2 of the 11th century shrine, police said."
    )

    assert len(extract(extractor, text)) == 1


def test_a_killing_of_another_month_is_another_act(extractor: dateline.Extractor) -> None:
    text = (
        "A girl was hurt in a shooting in Dayton on Sunday.\n\nThe gunman is also wanted for the March killing of Trey "
        "Simms, who was found shot in an alley."
    )

    assert [read_toll(record)[0] for record in extract(extractor, text)] == [None, 1]


def test_who_has_to_do_with_a_murder_is_alive(extractor: dateline.Extractor) -> None:
    text = "Ana Ruiz was shot dead in Leeds on Sunday. Police held a man who they think had a hand in her murder."

    assert [read_toll(record)[0] for record in extract(extractor, text)] == [1]
