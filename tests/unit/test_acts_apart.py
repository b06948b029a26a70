"""Acts that one sentence sets apart, by towns, days, kinds or what they follow, and those that it tells as one."""

from __future__ import annotations

from collections import Counter

import pytest

import dateline
from support.stories import extract, list_stances

pytestmark = pytest.mark.slow

Toll = tuple[str, str | None, int]  # kind, town, people killed, hurt or seized


def list_tolls(extractor: dateline.Extractor, text: str) -> Counter[Toll]:
    records = extract(extractor, text)
    tolls = [(r.casualties.killed, r.casualties.injured, r.casualties.kidnapped) for r in records]
    sums = [sum(count.best or 0 for count in toll if count) for toll in tolls]
    return Counter(
        (record.type.value, record.place.locality if record.place else None, people)
        for record, people in zip(records, sums, strict=True)
    )


@pytest.mark.parametrize(
    ("text", "tolls"),
    [
        pytest.param(
            "Gunmen kidnapped a Danish nurse in Garowe and killed two elders in Baidoa on Monday.",
            [("kidnapping", "Garoowe", 1), ("attack", "Baidoa", 2)],
            id="one subject, two towns",
        ),
        pytest.param(
            "MOSUL, Iraq (Wire) — A bomb in Mosul killed three people on Monday; a second went off in Kirkuk, "
            "wounding five.",
            [("bombing", "Mosul", 3), ("bombing", "Kirkuk", 5)],
            id="semicolon, the bomb's own town",
        ),
        pytest.param(
            "CALI, Colombia (Wire) — A judge was murdered in Cali on Monday and a car bomb exploded in front of a bank "
            "in Medellin, injuring eight, radio reported.",
            [("attack", "Cali", 1), ("bombing", "Medellín", 8)],
            id="a judge who is hurt is in no court",
        ),
        pytest.param(
            "BAMAKO, Mali (Wire) — Two soldiers were killed on Monday when their lorry hit a mine near Kidal, and "
            "jihadists raided a customs post in Koro, killing a guard, officials said.",
            [("bombing", "Kidal", 2), ("attack", "Koro", 1)],
            id="both hung on the saying",
        ),
        pytest.param(
            "AYACUCHO, Peru (Wire) — Rebels murdered the mayor of Huanta on Thursday and dynamited four pylons near "
            "Ayacucho hours later.",
            [("attack", "Huanta", 1), ("bombing", "Ayacucho", 0)],
            id="hours later",
        ),
        pytest.param(
            "DAVAO CITY, Philippines (Wire) — The kidnapping of five students and the murder of a businessman in Davao "
            "on Monday led to protests.",
            [("kidnapping", "Davao", 5), ("attack", "Davao", 1)],
            id="nouns of unlike kinds",
        ),
        pytest.param(
            "NAIROBI, Kenya (Wire) — Police linked the men on Monday to the car bomb attack on the newspaper Mtaa and "
            "to the murder of lawyer Peter Odhiambo and two other people.",
            [("bombing", "Nairobi", 0), ("attack", "Nairobi", 3)],
            id="to the one and to the other",
        ),
        pytest.param(
            "BEIRUT, Lebanon (Wire) — The assassination of General Fares Awad on Monday came two days after a car bomb "
            "killed eight people in Zahle.",
            [("attack", "Zahle", 1), ("bombing", "Zahle", 8)],
            id="came two days after",
        ),
        pytest.param(
            "MEDEA, Algeria (Wire) — The attack, which follows Sunday's killing of five monks in Medea, left two "
            "gendarmes dead.",
            [("attack", "Medea", 2), ("attack", "Medea", 5)],
            id="which follows",
        ),
        pytest.param(
            "SAN SALVADOR (Wire) — A bomb at a union hall in San Salvador killed nine people on Tuesday. It was the "
            "second attack in 24 hours, following a rebel attack on the army headquarters on Monday that injured 15.",
            [("bombing", "San Salvador", 9), ("bombing", "San Salvador", 15)],
            id="the second, following another",
        ),
        pytest.param(
            "BOGOTA, Colombia (Wire) — Four men were arrested on Monday over the murder of Senator Luis "
            "Carrasco. They are also suspected of the murder of union leader Teofilo Pardo and his wife.",
            [("attack", "Bogotá", 1), ("attack", "Bogotá", 2)],
            id="the murder of another",
        ),
        pytest.param(
            "LIMA, Peru (Wire) — Rebels set off bombs in several towns on Sunday. In Huancayo, two schools were "
            "bombed. In Huaraz, eight explosions were heard.",
            [("bombing", "Huancayo", 0), ("bombing", "Huaraz", 0)],
            id="each sentence opens with a town",
        ),
        pytest.param(
            "LIMA, Peru (Wire) — There were two attacks on Monday. In one of them, a bomb damaged a bank in Trujillo. "
            "In the other, gunmen killed a policeman in Callao.",
            [("bombing", "Trujillo", 0), ("shooting", "Callao", 1)],
            id="in the one, in the other",
        ),
        pytest.param(
            "PESHAWAR, Pakistan (Wire) — Two bombs went off on Monday. The first exploded near a school in Charsadda. "
            "The second hit a police van in Mardan, wounding six officers.",
            [("bombing", "Charsadda", 0), ("bombing", "Mardan", 6)],
            id="the first, the second",
        ),
        pytest.param(
            "(Wire) — Maoists in India blew up a school in Gaya district on Monday and shot dead two villagers in "
            "Aurangabad district.",
            [("bombing", "Gaya", 0), ("shooting", "Aurangabad", 2)],
            id="two districts",
        ),
        pytest.param(
            "KATSINA, Nigeria (Wire) — Gunmen attacked a village in Katsina state, killing nine people. In January, "
            "gunmen killed 30 people in another village.",
            [("shooting", "Katsina", 9), ("shooting", "Katsina", 30)],
            id="a month behind an act of no day",
        ),
    ],
)
def test_acts_that_a_sentence_sets_apart_are_two(extractor: dateline.Extractor, text: str, tolls: list[Toll]) -> None:
    assert list_tolls(extractor, text) == Counter(tolls)


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen killed two guards in the lobby and kidnapped three engineers from the camp near Jos on Monday.",
        "The boy was shot in Jabalia and died at a hospital in Gaza City on Monday.",
        "Gunmen hijacked a bus in Jos on Monday and shot dead the driver in Bukuru.",
        "The bombing of a market and the killing of 12 people in Tarma on Monday drew condemnation.",
        "The abduction of Ana Ruiz and the murder of her husband in Callao on Monday were condemned by the bishop.",
        "The kidnapping of a banker and the killing of two guards in Callao on Monday shocked the city.",
        "In Idlib, ten people were killed and 19 were wounded in air strikes on Abu Duhur on Monday.",
        "Rebels clashed with troops in Aleppo province on Monday and killed three soldiers in the town of Azaz.",
        "A suspect is in custody following a shooting at a home in Fairview on Monday.",
        "The blast in Mosul on Monday was followed by a gun battle in which two policemen died.",
    ],
)
def test_what_goes_on_or_befalls_the_same_people_is_one_act(extractor: dateline.Extractor, text: str) -> None:
    assert len(extract(extractor, f"(Wire) — {text}")) == 1


def test_who_is_blamed_for_a_list_is_blamed_for_each_of_it(extractor: dateline.Extractor) -> None:
    text = (
        "GOMA, Congo (Wire) — The army blamed M23 rebels on Monday for the massacre of 22 villagers in Rutshuru and "
        "for an ambush on a convoy in which two peacekeepers died."
    )

    told = [list_stances(record) for record in extract(extractor, text)]

    assert told == [{("M23 rebels", "accused")}] * 2
