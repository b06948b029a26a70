from __future__ import annotations

from pathlib import Path

import pytest

import dateline.gazetteer
from dateline.errors import GazetteerError
from dateline.gazetteer import Gazetteer, PlaceKind, distance_km, load_gazetteer, name_key
from dateline.gazetteer.names import sound_key


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return load_gazetteer()


@pytest.mark.parametrize(
    ("one", "other"),
    [("Tal Afar", "Talafar"), ("Nahr-e Saraj", "Nahr-e-Sarāj"), ("St. Louis", "Saint Louis"), ("Medellín", "MEDELLIN")],
)
def test_spellings_of_one_name_share_a_key(one: str, other: str) -> None:
    assert name_key(one) == name_key(other)


@pytest.mark.parametrize(
    ("one", "other"), [("al-Shaddadi", "Ash Shaddadah"), ("Ashqelon", "Ashkelon"), ("Qasr-e Shirin", "Kasr Shirin")]
)
def test_romanisations_of_one_name_share_a_sound(one: str, other: str) -> None:
    assert sound_key(one) == sound_key(other) != ""


@pytest.mark.parametrize(
    ("name", "kind", "country", "point"),
    [
        ("Baghdad", PlaceKind.LOCALITY, "IQ", (33.3, 44.4)),
        ("Green Zone", PlaceKind.QUARTER, "IQ", (33.31, 44.37)),
        ("Tal Afar", PlaceKind.LOCALITY, "IQ", (36.38, 42.45)),
        ("Helmand", PlaceKind.ADMIN1, "AF", (31.4, 64.2)),
        ("Kiev", PlaceKind.LOCALITY, "UA", (50.45, 30.52)),
        ("Deir al-Zor", PlaceKind.ADMIN1, "SY", (35.0, 40.3)),
        ("Washington", PlaceKind.LOCALITY, "US", (38.9, -77.0)),
        ("Burma", PlaceKind.COUNTRY, "MM", (21.0, 96.0)),
        ("Yugoslavia", PlaceKind.COUNTRY, "RS", (44.0, 19.0)),
        ("Chechnya", PlaceKind.ADMIN1, "RU", (43.4, 45.7)),
    ],
)
def test_the_likeliest_place_of_a_name(
    gazetteer: Gazetteer, name: str, kind: PlaceKind, country: str, point: tuple[float, float]
) -> None:
    place = gazetteer.lookup(name)[0]

    assert (place.kind, place.country) == (kind, country)
    assert distance_km(place.latitude, place.longitude, *point) < 80


def test_the_arabic_article_does_not_matter(gazetteer: Gazetteer) -> None:
    assert gazetteer.lookup("al-Hasakah")[0].country == gazetteer.lookup("Hasakah")[0].country == "SY"


def test_an_unknown_name_has_no_places(gazetteer: Gazetteer) -> None:
    assert gazetteer.lookup("Qwxyzzt") == ()
    assert not gazetteer.knows("Qwxyzzt")


@pytest.mark.parametrize(
    ("form", "name"), [("Ala.", "Alabama"), ("MI", "Michigan"), ("N.Y.", "New York"), ("Ont.", "Ontario")]
)
def test_state_abbreviations(gazetteer: Gazetteer, form: str, name: str) -> None:
    state = gazetteer.abbreviation(form)

    assert state is not None
    assert state.admin1 == name


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("Iraqi", "IQ"),
        ("Afghans", "AF"),
        ("Dutch", "NL"),
        ("U.S.", "US"),
        ("Soviet Union", "RU"),
        ("Ivory Coast", "CI"),
    ],
)
def test_demonyms_and_country_names_give_codes(gazetteer: Gazetteer, word: str, code: str) -> None:
    assert gazetteer.country_of(word) == code


def test_a_word_that_is_no_country_gives_no_code(gazetteer: Gazetteer) -> None:
    assert gazetteer.country_of("Fosston") is None


def test_a_province_contains_its_towns_and_no_others(gazetteer: Gazetteer) -> None:
    donetsk = next(place for place in gazetteer.lookup("Donetsk") if place.kind is PlaceKind.ADMIN1)
    towns = [place for place in gazetteer.lookup("Krasnohorivka") if gazetteer.contains(donetsk, place)]

    assert [town.admin1 for town in towns] == ["Donetsk"]


def test_a_former_country_contains_what_lies_on_its_soil(gazetteer: Gazetteer) -> None:
    assert gazetteer.contains(gazetteer.lookup("Soviet Union")[0], gazetteer.lookup("Kiev")[0])


def test_the_nearest_town(gazetteer: Gazetteer) -> None:
    town = gazetteer.nearest(33.31, 44.37, population=100_000)

    assert town is not None
    assert town.country == "IQ"


def test_added_places_come_first(tmp_path: Path) -> None:
    path = tmp_path / "places.tsv"
    path.write_text("name\tlatitude\tlongitude\tcountry\taliases\nBaghdad\t1.5\t2.5\tXK\tOwn Hill\n", encoding="utf-8")
    added = load_gazetteer(extra=path)

    assert added.lookup("Baghdad")[0].country == "XK"
    assert added.lookup("Own Hill")[0].latitude == 1.5


HEADER = "name\tlatitude\tlongitude\tkind\tcountry\n"


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (f"{HEADER}Nowhere\tnorth\t2\n".encode(), "line 2: needs the columns"),
        (f"{HEADER}Nowhere\t1\tnan\n".encode(), "line 2: needs the columns"),
        (f"{HEADER}Nowhere\t91\t2\n".encode(), "line 2: needs the columns"),
        (f"{HEADER}Nowhere\t1\n".encode(), "line 2: needs the columns"),
        (b"latitude\tlongitude\tname\n1\t2\n", "line 2: needs the columns"),
        (f"{HEADER}Nowhere\t1\t2\tvillage\n".encode(), "line 2: 'village' is no kind; give one of country"),
        (f"{HEADER}Nowhere\t1\t2\t\tIraq\n".encode(), "line 2: 'IRAQ' is no country code; give two letters"),
        (b"Nowhere\t1\t2\n", "line 1: needs the columns"),
        (b"", "line 1: needs the columns"),
        (b"\xc4\xc4", "can't decode byte 0xc4"),
    ],
)
def test_a_bad_line_of_added_places_is_named(tmp_path: Path, content: bytes, told: str) -> None:
    path = tmp_path / "places.tsv"
    path.write_bytes(content)

    with pytest.raises(GazetteerError, match=f"places.tsv: .*{told}"):
        load_gazetteer(extra=path)


def test_added_places_may_begin_with_the_mark_of_a_spreadsheet(tmp_path: Path) -> None:
    path = tmp_path / "places.tsv"
    path.write_bytes(f"\ufeff{HEADER}Own Hill\t1.5\t2.5\n".encode())

    assert load_gazetteer(extra=path).lookup("Own Hill")[0].latitude == 1.5


def test_a_gazetteer_is_opened_in_a_folder_of_any_name(tmp_path: Path) -> None:
    folder = tmp_path / "100%25 #1?x"
    folder.mkdir()
    path = folder / "places.sqlite"
    path.symlink_to(Path(dateline.gazetteer.__file__).with_name("places.sqlite"))

    assert load_gazetteer(path).lookup("Mosul")


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(GazetteerError, match="no gazetteer file"):
        load_gazetteer(tmp_path / "none.sqlite")


@pytest.mark.parametrize("name", ["Philippines", "Laos"])
def test_a_country_that_looks_like_a_plural_is_no_demonym(gazetteer: Gazetteer, name: str) -> None:
    assert name not in gazetteer.demonyms
    assert gazetteer.lookup(name)[0].kind is PlaceKind.COUNTRY
