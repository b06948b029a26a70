"""Acts told beside others, and what goes back to them: by their people, by what was hit, by what sets them apart."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from support.stories import extract

if TYPE_CHECKING:
    import dateline

pytestmark = pytest.mark.slow
PUBLISHED = date(2021, 5, 6)  # a Thursday


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Nurses in Kisii have been on strike since Monday to protest the kidnapping of Amos Otieno, a clerk of the "
            "clinic. Four armed men kidnapped Otieno from his home in the town.",
            {"strike": (), "kidnapping": ("Amos Otieno kidnapped",)},
        ),
        (
            "A bus was burned in Gulu on Wednesday by youths protesting the grenade attack staged on Tuesday against "
            "the headquarters of the dockers' union.\n\nThe attack against the union killed six people and injured 20.",
            {"protest": (), "bombing": ("20 injured", "six people killed")},
        ),
        (
            "A grenade exploded at the headquarters of the dockers' union in Gulu on Tuesday, killing seven people.\n\n"
            "On Tuesday morning a clerk was shot to death in the Lacor neighborhood of the city.\n\nA nurse, Mark "
            "Turner, who was injured in the attack at the union headquarters, was taken to a clinic.",
            {"bombing": ("Mark Turner injured", "seven people killed"), "shooting": ("a clerk killed",)},
        ),
        (
            "A bomb exploded at a bus station in Gulu on Tuesday, wounding 12 people.\n\nIn Lira, gunmen shot and "
            "killed a teacher the same day.\n\nA vendor who lost a leg in the blast died on Wednesday.",
            {"bombing": ("12 people injured", "A vendor killed"), "shooting": ("a teacher killed",)},
        ),
    ],
    ids=["by the victim", "by the name of the act", "by the thing hit", "by the kind of act"],
)
def test_what_goes_back_to_an_act_told_beside_another_is_of_it(
    extractor: dateline.Extractor, text: str, told: dict[str, tuple[str, ...]]
) -> None:
    records = extract(extractor, text, published=PUBLISHED)

    assert told == {
        record.type.value: tuple(sorted(f"{victim.name or victim.text} {victim.status}" for victim in record.victims))
        for record in records
    }


@pytest.mark.parametrize(
    "text",
    [
        "Six bombs exploded in Gulu, police said. The bombs were placed in shops, where the damage was extensive.\n\n"
        "On Sunday, nine bombs exploded and destroyed several banks.",
        "Three officials of the miners' union were murdered in Kenya over a few days at the beginning of May.\n\n"
        "Union leader Oscar Rojas was murdered and a senator was wounded at the airport of Kisumu on May 3.",
    ],
    ids=["more bombs than before", "a day of the days told"],
)
def test_more_than_the_lead_tells_is_another_act(extractor: dateline.Extractor, text: str) -> None:
    assert len(extract(extractor, text, published=PUBLISHED)) == 2


@pytest.mark.parametrize(
    "text",
    [
        "Amos Otieno, the mayor of Kisii, was kidnapped on Monday by rebels, police said. Otieno faced a trial by the "
        "rebels and was found guilty and executed.",
        "Rebels left a car bomb in Gulu on Tuesday because of the disappearance of Amos Otieno, who reportedly was "
        "arrested by the police in the town of Lira.",
    ],
    ids=["tried by his captors", "missing"],
)
def test_who_was_seized_is_no_suspect(extractor: dateline.Extractor, text: str) -> None:
    records = extract(extractor, text, published=PUBLISHED)

    assert "Amos Otieno" not in {a.actor for record in records for a in record.attributions}


def test_some_of_a_part_are_not_counted_beside_it(extractor: dateline.Extractor) -> None:
    text = "Gunmen killed eight people in Gulu on Monday, six of them priests, of whom five were Spaniards."

    (record,) = extract(extractor, text, published=PUBLISHED)

    assert sorted(v.count.best or 0 for v in record.victims if v.count) == [2, 6]


@pytest.mark.parametrize(
    ("text", "stages"),
    [
        (
            "Police defused a bomb on Tuesday night near the home of the mayor of Gulu. An hour earlier, another "
            "device had destroyed the front door of the town hall.",
            ["accomplished", "foiled"],
        ),
        (
            "A bomb went off at a bank in Gulu on Tuesday. Police found another bomb and defused it.",
            ["accomplished"],
        ),
        (
            "Rebels blew up five pylons in the Mantaro Valley on Tuesday, leaving Lima, Huancayo and Chimbote in "
            "darkness.",
            ["accomplished"],
        ),
    ],
    ids=["one each", "one more there", "towns left dark"],
)
def test_bombs_of_one_night_are_told_apart_by_what_came_of_them(
    extractor: dateline.Extractor, text: str, stages: list[str]
) -> None:
    assert sorted(record.stage.value for record in extract(extractor, text, published=PUBLISHED)) == stages
