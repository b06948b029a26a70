"""Which records MUC-4 counts as incidents of its own."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

import dateline
from dateline.records import Record
from dateline.wire import muc4_incidents
from dateline.wire.muc4 import build_template, build_templates
from dateline.wire.muc4_incidents import LEAST, LEAST_FURTHER, choose_incidents, describe_record

PUBLISHED = date(1990, 3, 6)


@pytest.fixture(scope="module")
def eager() -> dateline.Extractor:
    return dateline.Extractor(dateline.ExtractorOptions(eager=True))


def read(text: str, extractor: dateline.Extractor) -> tuple[tuple[Record, ...], str]:
    article = dateline.parse_article(text, source="-", published=PUBLISHED)
    return extractor.extract(article), article.text


@pytest.mark.slow
@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("LIMA, 6 MAR 90 (EFE) -- TERRORISTS BLEW UP TWO PYLONS NEAR HUANCAYO LAST NIGHT.", True),
        ("BOGOTA, 6 MAR 90 (EFE) -- GUNMEN KILLED THE MAYOR OF SARAVENA, MARIO LUNA, YESTERDAY.", True),
        ("BOGOTA, 6 MAR 90 (EFE) -- THE ELN KIDNAPPED TWO U.S. ENGINEERS IN ARAUCA YESTERDAY.", True),
        ("SAN SALVADOR, 6 MAR 90 (EFE) -- TROOPS KILLED NINE GUERRILLAS IN CLASHES IN MORAZAN YESTERDAY.", False),
        ("LIMA, 6 MAR 90 (EFE) -- POLICE ARRESTED FORTY SUSPECTS IN AYACUCHO YESTERDAY.", False),
        ("QUITO, 6 MAR 90 (EFE) -- THOUSANDS OF TEACHERS MARCHED THROUGH QUITO YESTERDAY.", False),
    ],
    ids=["power lines", "a mayor", "kidnapped foreigners", "soldiers against rebels", "arrests", "a march"],
)
def test_acts_of_terror_are_asked_for_and_those_of_war_are_not(
    text: str, asked: bool, eager: dateline.Extractor
) -> None:
    records, as_read = read(text, eager)

    assert bool(build_templates(records, as_read)) is asked


@pytest.mark.slow
def test_a_record_that_does_not_say_how_sure_it_is_goes_by_rule(eager: dateline.Extractor) -> None:
    text = "LIMA, 6 MAR 90 (EFE) -- TERRORISTS BLEW UP TWO PYLONS NEAR HUANCAYO LAST NIGHT."
    (record,), as_read = read(text, eager)

    assert choose_incidents([replace(record, confidence={})], as_read) == (True,)
    assert choose_incidents([replace(record, confidence={}, targets=())], as_read) == (False,)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("first", "further"), [(LEAST, True), (LEAST - 0.01, False)], ids=["beside an incident", "beside none"]
)
def test_a_further_incident_needs_less_than_the_first(
    first: float, further: bool, eager: dateline.Extractor, monkeypatch: pytest.MonkeyPatch
) -> None:
    (record,), as_read = read("LIMA, 6 MAR 90 (EFE) -- TERRORISTS BLEW UP TWO PYLONS NEAR HUANCAYO.", eager)
    chances = iter((first, LEAST_FURTHER))
    monkeypatch.setattr(muc4_incidents, "_chance", lambda *_, **__: next(chances))

    assert choose_incidents([record, record], as_read) == (further, further)


@pytest.mark.slow
def test_what_kind_of_text_it_is_and_bare_plurals_are_told(eager: dateline.Extractor) -> None:
    text = (
        "CLANDESTINE, 6 MAR 90 (RADIO) -- [INTERVIEW WITH A COMMANDER BY AN UNNAMED REPORTER] [TEXT] "
        "THE MASSACRES OF PEASANTS IN AYACUCHO CONTINUE, AND SOLDIERS KILL THE WOUNDED."
    )
    records, as_read = read(text, eager)

    features = describe_record(records[0], as_read, others=0)

    assert features["talk"] == features["clandestine"] == 1.0


@pytest.mark.slow
def test_an_eager_extractor_gives_what_is_hardly_an_incident_too(eager: dateline.Extractor) -> None:
    text = (
        "The council spoke of taxes on Monday, and of the price of coffee.\n\nThe mayor takes up the banners of Mario "
        "Luna, who was killed in the spring, and of the schools that he built.\n\nThe budget of the town will grow, "
        "the roads be mended and the museum of coffee be opened in May, as the mayor told the guests of the fair."
    )

    assert not read(text, dateline.Extractor())[0]
    assert [victim.name for record in read(text, eager)[0] for victim in record.victims] == ["Mario Luna"]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("LIMA, 6 MAR 90 (EFE) -- YOUTHS HURLED A MOLOTOV COCKTAIL AND BURNED A BUS IN LIMA YESTERDAY.", "BOMBING"),
        ("LIMA, 6 MAR 90 (EFE) -- TERRORISTS POURED GASOLINE ON A BUS AND BURNED IT IN LIMA YESTERDAY.", "ARSON"),
    ],
    ids=["hurled", "set on fire"],
)
def test_what_a_firebomb_burns_is_bombed(text: str, kind: str, eager: dateline.Extractor) -> None:
    records, as_read = read(text, eager)

    assert [build_template(record, as_read).type for record in records] == [kind]
