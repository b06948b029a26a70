"""The gazetteer file and the look-up over it."""

from __future__ import annotations

import csv
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache, lru_cache
from pathlib import Path

from dateline.errors import GazetteerError
from dateline.gazetteer.names import article_keys, name_key, sound_key
from dateline.gazetteer.toponyms import PlaceKind, Toponym, distance_km

FORMAT = "1"  # of the file; the build script writes the same
KINDS = tuple(PlaceKind)
# By how much a name that is not the main one lowers the fame of its place: main, well-known alias, other alias.
GRADE_COST = (0.0, 0.3, 1.0, 2.0)
FEATURES, FEATURE_FAME = 1_000_000, 6.3  # what parts their numbers from those of added places; as in the file
_EXTRA_COLUMNS = frozenset(("name", "latitude", "longitude"))
_EXTRA_NEEDS = "needs the columns name, latitude and longitude, with numbers in decimal degrees"
_PLACE = """select p.id, p.gid, p.name, p.kind, p.country, p.admin1, a.name, p.admin2, b.name, p.locality,
    p.latitude, p.longitude, p.radius, p.population, p.fame, p.capital, p.covers
    from place p left join place a on a.id = p.admin1 left join place b on b.id = p.admin2"""


class Gazetteer:
    """Places by name, from one SQLite file opened read-only, with places that the user adds."""

    def __init__(self, path: Path, extra: Path | None = None) -> None:
        """Open the file at `path`; raise GazetteerError when it is missing or of another format."""
        if not path.is_file():
            raise GazetteerError(f"{path}: no gazetteer file; reinstall dateline or build it with dateline_train")
        self._db = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)
        row = self._db.execute("select value from meta where key = 'format'").fetchone()
        if row is None or row[0] != FORMAT:
            raise GazetteerError(f"{path}: gazetteer format {row and row[0]}, need {FORMAT}; build it again")
        self._extra = _read_extra(extra) if extra is not None else {}
        self._features = _read_features()
        self._countries = {place.country: place for place in self._select("where p.kind = 0 and p.covers = ''", ())}
        # What looks like the plural of a demonym may be the country's own name: "Laos", "Philippines".
        names = {place.name for place in self._countries.values()}
        rows = self._db.execute("select form, country from demonym")
        self.demonyms: dict[str, str] = {form: country for form, country in rows if form not in names}
        self._abbreviations: dict[str, int] = dict(self._db.execute("select form, place from abbreviation"))
        # Caches belong to the object, so that two gazetteers never mix.
        self.lookup = lru_cache(maxsize=1 << 13)(self._lookup)
        self.place = lru_cache(maxsize=1 << 12)(self._place)

    def _select(self, where: str, values: tuple[object, ...]) -> list[Toponym]:
        return [_toponym(row) for row in self._db.execute(f"{_PLACE} {where}", values)]

    def _place(self, number: int) -> Toponym:
        """Return the place of that gazetteer number; raise KeyError when there is none."""
        found = self._select("where p.id = ?", (number,))
        if not found:
            raise KeyError(number)
        return found[0]

    def _lookup(self, name: str) -> tuple[Toponym, ...]:
        """Return all places of that name, likeliest first by fame alone; empty when nothing bears it.

        Case, accents, hyphens, apostrophes, "St." and the form of the Arabic article do not matter.
        """
        key = name_key(name)
        if not key:
            return ()
        found = self._by_key(key)
        if not found:
            for other in article_keys(name):
                found = self._by_key(other)
                if found:
                    break
        features = self._features.get(key)
        if features is not None:
            found = tuple(sorted((*features, *found), key=lambda place: (-place.fame, place.id)))
        return (*self._extra.get(key, ()), *found)

    def _by_key(self, key: str) -> tuple[Toponym, ...]:
        rows = self._db.execute("select place from name where key = ?", (key,)).fetchall()
        ranked = []
        for (packed,) in rows:
            place = self.place(packed // 4)
            ranked.append((place.fame - GRADE_COST[packed % 4], place.id, place))
        ranked.sort(key=lambda entry: (-entry[0], entry[1]))
        return tuple(place for _, _, place in ranked)

    def lookup_similar(self, name: str, *, countries: Iterable[str] | None) -> tuple[Toponym, ...]:
        """Return places in `countries`, None for all, whose name sounds like `name`, likeliest first.

        For romanised names alone: only countries whose scripts are not Latin are indexed so.
        """
        key = sound_key(name)
        wanted = None if countries is None else set(countries)
        if not key or wanted == set():
            return ()
        rows = self._db.execute("select place from sound where key = ?", (key,)).fetchall()
        places = [self.place(number) for (number,) in rows]
        places = [place for place in places if wanted is None or place.country in wanted]
        return tuple(sorted(places, key=lambda place: (-place.fame, place.id)))

    def knows(self, name: str) -> bool:
        """Whether any place bears the name."""
        return bool(self.lookup(name))

    def abbreviation(self, form: str) -> Toponym | None:
        """Return the state or province that a printed abbreviation stands for ("Ala.", "MI"), None for no such."""
        number = self._abbreviations.get(form) or self._abbreviations.get(f"{form}.")
        return None if number is None else self.place(number)

    def country(self, code: str) -> Toponym | None:
        """Return the country of an ISO 3166-1 alpha-2 code, None for no such."""
        return self._countries.get(code)

    def capital_of(self, code: str) -> Toponym | None:
        """Return the capital of a country, None for no such."""
        found = self._select("where p.capital = 1 and p.country = ? and p.kind = 3", (code,))
        return max(found, key=lambda place: place.fame, default=None)

    def country_of(self, name: str) -> str | None:
        """Return the code of the country that a country name or a demonym means, None for anything else."""
        code = self.demonyms.get(name)
        if code is not None:
            return code
        return next((place.country for place in self.lookup(name) if place.kind is PlaceKind.COUNTRY), None)

    def contains(self, outer: Toponym, inner: Toponym) -> bool:
        """Whether `inner` lies in `outer`, as far as the gazetteer tells; a place contains itself.

        Of the few towns whose province it does not tell, the distance does: Khan Yunis is in the Gaza Strip.
        """
        if outer.id == inner.id:
            return True
        if outer.kind is PlaceKind.COUNTRY:
            return inner.country == outer.country or inner.country in outer.covers
        if outer.kind is PlaceKind.ADMIN1 and (inner.admin1_id is not None or inner.is_region):
            return inner.admin1_id == outer.id
        if outer.kind is PlaceKind.ADMIN2:
            return inner.admin2_id == outer.id
        gap = distance_km(outer.latitude, outer.longitude, inner.latitude, inner.longitude)
        if inner.kind in (PlaceKind.QUARTER, PlaceKind.FEATURE) and outer.kind is PlaceKind.LOCALITY:
            return inner.locality == outer.name or gap <= outer.radius
        return outer.kind is not PlaceKind.LOCALITY and not inner.is_region and gap <= outer.radius

    def any_contains(self, outers: Iterable[Toponym], inners: Sequence[Toponym]) -> bool:
        """Whether one of `outers` contains another place, one of `inners`."""
        return any(self.contains(o, i) for o in outers for i in inners if o.id != i.id)

    def nearest(
        self, latitude: float, longitude: float, *, radius: float = 50.0, population: int = 0
    ) -> Toponym | None:
        """Return the nearest locality within `radius` kilometres with at least `population` people, None without."""
        north = radius / 111.0
        east = min(180.0, north / max(0.05, abs(1 - (latitude / 90) ** 2)))
        rows = self._select(
            "where p.kind = 3 and p.latitude between ? and ? and p.longitude between ? and ? and p.population >= ?",
            (
                round((latitude - north) * 1e4),
                round((latitude + north) * 1e4),
                round((longitude - east) * 1e4),
                round((longitude + east) * 1e4),
                population,
            ),
        )
        ranked = [
            (distance_km(latitude, longitude, place.latitude, place.longitude), place.id, place) for place in rows
        ]
        ranked = [entry for entry in ranked if entry[0] <= radius]
        return min(ranked)[2] if ranked else None


def _toponym(row: tuple[object, ...]) -> Toponym:
    (number, gid, name, kind, country, admin1, admin1_name, admin2, admin2_name, locality, lat, lon, radius, people, fame, capital, covers) = row  # fmt: skip  # noqa: E501
    own = KINDS[int(str(kind))]
    return Toponym(
        id=int(str(number)),
        geonames_id=None if gid is None else int(str(gid)),
        name=str(name),
        kind=own,
        country=str(country),
        admin1_id=None if admin1 is None else int(str(admin1)),
        admin1=str(name) if own is PlaceKind.ADMIN1 else None if admin1_name is None else str(admin1_name),
        admin2_id=None if admin2 is None else int(str(admin2)),
        admin2=str(name) if own is PlaceKind.ADMIN2 else None if admin2_name is None else str(admin2_name),
        locality=str(name) if own is PlaceKind.LOCALITY else None if locality is None else str(locality),
        latitude=int(str(lat)) / 1e4,
        longitude=int(str(lon)) / 1e4,
        radius=float(str(radius)),
        population=int(str(people)),
        fame=int(str(fame)) / 100,
        capital=bool(capital),
        covers=tuple(str(covers).split("|")) if covers else (),
    )


def _read_extra(path: Path) -> dict[str, tuple[Toponym, ...]]:
    """Read the user's places: TSV with name, latitude, longitude and, if known, kind, country, admin1, aliases."""
    found: dict[str, tuple[Toponym, ...]] = {}
    try:
        with path.open(encoding="utf-8-sig", newline="") as lines:
            rows = csv.DictReader(lines, delimiter="\t")
            if not set(rows.fieldnames or ()) >= _EXTRA_COLUMNS:
                raise GazetteerError(f"{path}: line 1: {_EXTRA_NEEDS}")
            for number, row in enumerate(rows, start=2):
                place = _extra_toponym(row, path=path, line=number)
                for name in (place.name, *filter(None, (row.get("aliases") or "").split("|"))):
                    key = name_key(name)
                    found[key] = (*found.get(key, ()), place)
    except OSError as error:
        way = "give a readable TSV file in UTF-8"
        raise GazetteerError(f"{path}: cannot read the file of added places ({error.strerror}); {way}") from error
    except (UnicodeDecodeError, csv.Error) as error:
        raise GazetteerError(f"{path}: {error}; give a readable TSV file in UTF-8") from error
    return found


def _read_features() -> dict[str, tuple[Toponym, ...]]:
    """Read the rivers, airports, stadiums and the like that GeoNames' towns leave out: "Danube", "Heathrow"."""
    found = _read_extra(Path(__file__).with_name("data") / "features.tsv")
    return {
        key: tuple(replace(place, id=place.id - FEATURES, fame=FEATURE_FAME) for place in places)
        for key, places in found.items()
    }


def _extra_toponym(row: dict[str, str], *, path: Path, line: int) -> Toponym:
    kind, country = row.get("kind") or "locality", (row.get("country") or "").upper()
    if kind not in KINDS:
        raise GazetteerError(f"{path}: line {line}: '{kind}' is no kind; give one of {', '.join(KINDS)}")
    if country and not (len(country) == 2 and country.isascii() and country.isalpha()):
        raise GazetteerError(f"{path}: line {line}: '{country}' is no country code; give two letters, as IQ")
    try:
        place = Toponym(
            id=-line,
            geonames_id=None,
            name=row["name"],
            kind=PlaceKind(kind),
            country=country,
            admin1_id=None,
            admin1=row.get("admin1") or None,
            admin2_id=None,
            admin2=None,
            locality=row.get("locality") or (row["name"] if kind == "locality" else None),
            latitude=float(row["latitude"]),
            longitude=float(row["longitude"]),
            radius=float(row.get("radius") or 5),
            population=int(row.get("population") or 0),
            fame=8.0,
        )
        if not (place.name and abs(place.latitude) <= 90 and abs(place.longitude) <= 180):
            raise ValueError("no place on the globe")
        return place
    except (KeyError, TypeError, ValueError) as error:
        raise GazetteerError(f"{path}: line {line}: {_EXTRA_NEEDS}") from error


@cache
def load_gazetteer(path: Path | None = None, extra: Path | None = None) -> Gazetteer:
    """Open the gazetteer once for each process: the packaged file, or the one at `path`.

    Args:
        path: another SQLite file of the same format.
        extra: TSV of places to add; they come before all others of the same name.
    """
    return Gazetteer(path or Path(__file__).with_name("places.sqlite"), extra)
