"""The article that the project began with gives exactly one record, right in every field."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

import dateline
from dateline.records import Count, Record, VictimStatus, exactly

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def records(shared: Path, extractor: dateline.Extractor) -> tuple[Record, ...]:
    """The records of the article; skips where it does not lie beside the project."""
    path = shared / "seed" / "article.txt"
    if not path.is_file():
        pytest.skip("no seed article beside the coded sets")
    (article,) = dateline.read_sources([str(path)], options=dateline.ReadOptions())
    assert isinstance(article, dateline.Article)
    return tuple(extractor.extract(article))


@pytest.fixture(scope="module")
def record(records: tuple[Record, ...]) -> Record:
    """The one record."""
    assert len(records) == 1, [record.type for record in records]
    return records[0]


def test_it_is_one_main_accomplished_shelling(record: Record) -> None:
    assert (record.type, record.stage, record.role) == ("shelling", "accomplished", "main")


def test_it_is_dated_by_the_day_the_article_names(record: Record) -> None:
    assert record.date is not None
    assert (record.date.start, record.date.end) == (date(2020, 11, 17), date(2020, 11, 17))
    assert (record.date.precision, record.date.basis) == ("day", "explicit")


def test_it_lies_in_the_green_zone_of_baghdad(record: Record) -> None:
    assert record.place is not None
    assert (record.place.site, record.place.locality, record.place.country) == ("Green Zone", "Baghdad", "IQ")
    assert record.place.latitude == pytest.approx(33.31, abs=0.1)
    assert record.place.longitude == pytest.approx(44.37, abs=0.1)


def test_it_was_done_with_seven_rockets(record: Record) -> None:
    assert [(weapon.category, weapon.count) for weapon in record.weapons] == [("rocket", exactly(7))]


@pytest.mark.parametrize(
    ("actor", "stance"),
    [
        ("Iran-backed militias", "reported"),
        ("Ashab al-Kahf", "claimed"),
        ("Kataib Hezbollah", "denied"),
        ("Shiite militias", "denied"),
    ],
)
def test_everyone_tied_to_it_is_named(record: Record, actor: str, stance: str) -> None:
    assert (actor, stance) in {(found.actor, found.stance) for found in record.attributions}


def test_the_embassy_accuses_the_militias(record: Record) -> None:
    accused = {(found.actor, found.by) for found in record.attributions if found.stance == "accused"}

    assert len(accused) == 1
    actor, by = accused.pop()
    assert actor in {"Iran-backed militias", "Lawless militias"}
    assert by == "U.S. Embassy in Baghdad"


def test_nobody_else_is_blamed(record: Record) -> None:
    known = {"Iran-backed militias", "Lawless militias", "Ashab al-Kahf", "Kataib Hezbollah", "Shiite militias"}

    assert {found.actor for found in record.attributions} <= known | {"Fatah Coalition"}


def test_the_american_embassy_was_the_target(record: Record) -> None:
    assert [(target.category, target.country) for target in record.targets] == [("diplomatic", "US")]
    assert "Embassy" in record.targets[0].text


def test_a_child_died_and_civilians_and_security_men_were_hurt(record: Record) -> None:
    groups = {(victim.status, victim.category, victim.count) for victim in record.victims}

    assert groups == {
        (VictimStatus.KILLED, "child", exactly(1)),
        (VictimStatus.INJURED, "civilian", exactly(5)),
        (VictimStatus.INJURED, "police", exactly(2)),
    }


def test_no_american_is_a_victim(record: Record) -> None:
    assert all(victim.nationality != "US" and "American" not in victim.text for victim in record.victims)


def test_the_totals_span_the_reports(record: Record) -> None:
    totals = record.casualties

    assert totals.killed == exactly(1)
    assert totals.injured == Count(min=2, max=7, best=7, approximate=False)
    assert (totals.kidnapped, totals.missing, totals.arrested) == (None, None, None)
