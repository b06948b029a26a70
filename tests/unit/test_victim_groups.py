"""People killed of whom no number is told, beside others and by themselves."""

from __future__ import annotations

import pytest

import dateline
from support.stories import extract

pytestmark = pytest.mark.slow


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Rebels killed a judge and other officials in Kunduz on Sunday, police said.", {"a judge", "other officials"}),
        ("Gunmen murdered Omar Ali and the other nuns in Lima on Sunday.", {"Omar Ali", "the other nuns"}),
        ("The court heard of the massacre of the Jesuits by soldiers in Lima on Sunday.", {"the Jesuits"}),
        ("A bomb in Lima killed 12 people on Sunday. The blast killed traders, police said.", {"12 people"}),
        ("An air strike in Gao on Sunday killed civilians, the army said.", set()),
        ("Gunmen killed Omar Ali in Lima on Sunday. His family fled after his cousins were killed.", {"Omar Ali"}),
    ],
    ids=["beside one", "beside a name", "alone", "some of those counted", "nobody in particular", "kin"],
)
def test_people_killed_without_a_number_are_told(extractor: dateline.Extractor, text: str, told: set[str]) -> None:
    assert {victim.name or victim.text for record in extract(extractor, text) for victim in record.victims} == told


@pytest.mark.parametrize(
    ("text", "nations"),
    [
        ("Two Costa Rican diplomats and a Sri Lankan cook were seized in Lima on Sunday.", ["CR", "LK"]),
        ("South African engineer Ben Cole was shot dead in Lima on Sunday.", ["ZA"]),
        ("Rebels seized Brazilian engineers Paulo Paim, Augusto Leite and Jose Rego in Lima on Sunday.", ["BR"] * 3),
        ("A New York police officer was shot dead in Lima on Sunday.", [None]),
        ("Central America University rector Omar Diaz was shot dead in Lima on Sunday.", [None]),
    ],
    ids=["of two words", "before a name", "of a list", "a town", "of no nation"],
)
def test_people_are_of_the_nation_told_before_them(
    extractor: dateline.Extractor, text: str, nations: list[str | None]
) -> None:
    assert [victim.nationality for record in extract(extractor, text) for victim in record.victims] == nations
