"""Victims told of without a name, whose names another sentence gives by what they did or what was done to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from support.stories import extract

if TYPE_CHECKING:
    import dateline

pytestmark = pytest.mark.slow


@pytest.mark.parametrize(
    ("text", "people"),
    [
        pytest.param(
            "Bandits killed a ward head and two of his aides near Kaduna on Sunday. Alhaji Sani Bello was going home "
            "when the attackers opened fire on his car.",
            {("Sani Bello", "killed", "civilian"), (None, "killed", "civilian")},
            id="one who died with several of his",
        ),
        pytest.param(
            "A boy has been charged with murder after a schoolgirl was stabbed to death in Leeds on Sunday. Ana Kerr, "
            "15, was attacked as she left school.",
            {("Ana Kerr", "killed", "child"), (None, "arrested", "perpetrator")},
            id="what was done to her",
        ),
        pytest.param(
            "Gunmen kidnapped an Italian priest and a nun in Jos on Sunday. Father Carlo Neri and Sister Pia Conti "
            "were on their way to church.",
            {("Carlo Neri", "kidnapped", "clergy"), ("Pia Conti", "kidnapped", "clergy")},
            id="two told one by one",
        ),
        pytest.param(
            "Gunmen shot dead a monk in Lyon on Sunday. Police gave his name as Ben Cole.",
            {("Ben Cole", "killed", "clergy")},
            id="gave his name as",
        ),
        pytest.param(
            "Police shot dead a driver in Lagos on Sunday. The union gave the driver's name as Musa Bello.",
            {("Musa Bello", "killed", "civilian")},
            id="gave the driver's name as",
        ),
        pytest.param(
            "Gunmen shot dead a student in Lima on Sunday. Her name was Ana Ruiz, police said.",
            {("Ana Ruiz", "killed", "civilian")},
            id="her name was",
        ),
        pytest.param(
            'Gunmen shot dead a farmer in Cebu on Sunday. Rodrigo "Digong" Cruz, 52, was buying bread when he was hit.',
            {('Rodrigo "Digong" Cruz', "killed", "civilian")},
            id="with a nickname",
        ),
        pytest.param(
            "Rebels abducted four aid workers near Gao on Sunday. They are Dr. Ali Keita, nurse Awa Diallo, and "
            "drivers Omar Sow and Ben Cole, the charity said.",
            {
                ("Ali Keita", "kidnapped", "aid_worker"),
                ("Awa Diallo", "kidnapped", "health_worker"),
                ("Omar Sow", "kidnapped", "aid_worker"),
                ("Ben Cole", "kidnapped", "aid_worker"),
            },
            id="two who share a calling at the end of a list",
        ),
        pytest.param(
            "A bomb killed a monk and wounded two soldiers in Yala on Sunday. Somchai Dee was collecting alms.",
            {("Somchai Dee", "killed", "clergy"), (None, "injured", "military")},
            id="one told with several others hurt",
        ),
        pytest.param(
            "Soldiers abducted two activists in Conakry on Sunday. Oumar Sylla and Billo Bah were taken from a house.",
            {("Oumar Sylla", "kidnapped", "civilian"), ("Billo Bah", "kidnapped", "civilian")},
            id="two taken from a house",
        ),
        pytest.param(
            "A boy shot dead a school guard in Nis on Sunday. The guard was Ivan Vlahov, 53.",
            {("Ivan Vlahov", "killed", "security_guard")},
            id="the guard was",
        ),
        pytest.param(
            "A police officer was among four people shot in Reno on Sunday. Officer Ben Cole, 31, died at a hospital.",
            {("Ben Cole", "killed", "police"), (None, "injured", "civilian")},
            id="died of the wound told without a name",
        ),
        pytest.param(
            "A mob killed a suspected thief in Jinja on Sunday. Musa Okot, 22, was accused of stealing a goat.",
            {(None, "killed", "civilian")},
            id="whom a mob takes for a thief",
        ),
        pytest.param(
            "A woman accused of witchcraft was beaten to death in Petauke on Sunday.",
            {(None, "killed", "civilian")},
            id="accused of what nobody was harmed by",
        ),
    ],
)
def test_victims_go_by_the_names_told_later(
    extractor: dateline.Extractor, text: str, people: set[tuple[str | None, str, str]]
) -> None:
    (record,) = extract(extractor, text)

    assert {(one.name, one.status.value, one.category.value) for one in record.victims} == people


@pytest.mark.parametrize(
    "text",
    [
        "A boy has been charged with murder after a schoolgirl was stabbed to death in Leeds. Ben Kerr, 15, was from "
        "Leeds.",
        "A monk was killed in Lyon on Sunday. The gunman's name was given as Ben Kerr.",
        "An aid worker was killed in Pibor on Sunday. The UN humanitarian coordinator, Ben Kerr, condemned the attack.",
        "A nurse was killed in Lyon on Sunday. Captain Ben Kerr was on patrol at the time.",
        "Gunmen killed a farmer and hurt three policemen in Lyon on Sunday. Inspector Ben Kerr was on patrol.",
        "A monk was killed in Lyon on Sunday. Ben Kerr was attacked by critics for his silence about it in May.",
    ],
)
def test_who_may_be_another_is_no_victim(extractor: dateline.Extractor, text: str) -> None:
    assert "Ben Kerr" not in {one.name for record in extract(extractor, text) for one in record.victims}
