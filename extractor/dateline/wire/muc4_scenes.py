"""When and where of a record as MUC-4 templates write it: "- 21 JAN 89", "PERU: LIMA (CITY): RIMAC (NEIGHBORHOOD)".

A day that the text does not fix reads "on or before" the article's, and a town that only the dateline names may be
where the report was written: both as the task's slots 2 and 3 ask.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from dateline.gazetteer.names import fold
from dateline.records import DateBasis, DatePrecision, Place, Record, When
from dateline.resolve.reports import is_report
from dateline.spans import Span
from dateline.wire.muc4_tables import DETERMINER, Crosswalk, capitals, unaccented

MONTHS = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")
TOWNS = ("CITY", "TOWN", "MUNICIPALITY", "VILLAGE")
BETWEEN = ("MUNICIPALITY", "PROVINCE", "JURISDICTION")  # between a department and its towns
QUARTERS = ("NEIGHBORHOOD", "SUBURB", "DISTRICT")
COUNTED = timedelta(days=1)  # "the past 24 hours" are easily counted back, "the past few days" are not
SEVERAL = 2  # times that a country is told of, from which an incident may be its own
BESIDE = 60  # code points behind a town in which its region is named
_HOURS = re.compile(r"\D*\bhours\D*", re.IGNORECASE)  # "the past few hours", not "the last 24 hours"
BEFORE = 60  # code points before a day in which it is told that somebody was found
_FOUND = re.compile(
    r"\b(?:was|were|been)\s+(?:found|discovered)\b(?:\s+(?!on\b)\w+){0,3}(?:\s+(?:late|early|on))*\s+\Z", re.IGNORECASE
)
_DATELINE = re.compile(r"[^\n]{3,120}\n?[^\n]{0,80}?\s--?\s")


def read_date(record: Record, text: str, crosswalk: Crosswalk) -> str:
    """Return the day of a record's incident, "" where neither it nor the article's is known."""
    when, published = record.date, record.article.published
    if when is None:
        return f"- {_day(published)}" if published else ""
    if when.basis is DateBasis.PUBLISHED or not _is_fixed(when, crosswalk):
        return f"- {_day(published or when.end)}"
    if when.basis is DateBasis.RELATIVE and _is_said(record, text):
        return f"- {_day(published or when.end)}"
    if when.start == when.end and _is_of_finding(record, text):
        return f"- {_day(when.end)}"
    if _HOURS.fullmatch(when.text or ""):
        return _day(when.end)
    return _day(when.start) if when.start == when.end else f"{_day(when.start)} - {_day(when.end)}"


def _is_fixed(when: When, crosswalk: Crosswalk) -> bool:
    """Whether the words give a day that is easily counted; a weekday and "a few days ago" are not, to the task."""
    if when.basis is not DateBasis.RELATIVE:
        return True
    if when.precision is not DatePrecision.DAY and when.end - when.start > COUNTED:
        return False
    return when.text is None or not any(day in when.text.upper() for day in crosswalk.words["weekdays"])


def _is_said(record: Record, text: str) -> bool:
    """Whether the day is only that of a report, by which the act was over: "said today that rebels had killed him"."""
    spans = record.evidence.get("date", ())
    return bool(spans) and all(is_report(text, Span(*span)) for span in spans)


def _is_of_finding(record: Record, text: str) -> bool:
    """Whether the day is only that on which the dead were found: "their bodies were found today near the lake"."""
    spans = record.evidence.get("date", ())
    killed = record.casualties.killed
    return (
        killed is not None
        and (killed.best or 0) > 0
        and bool(spans)
        and all(_FOUND.search(text, max(0, start - BEFORE), start) for start, _ in spans)
    )


def _day(day: date) -> str:
    return f"{day.day:02} {MONTHS[day.month - 1]} {day.year % 100:02}"


def read_location(record: Record, text: str, crosswalk: Crosswalk, place_kinds: Mapping[str, str]) -> str:
    """Return the place of a record's incident from its country inwards, "" where the country is not the task's."""
    place = record.place
    country = crosswalk.read("countries", place.country) if place and place.country else None
    # The task asks for incidents of nine countries: where one of them is told of, another one is where it was told.
    own = "" if place and place.country in crosswalk.tables["regions"] else find_country(text, crosswalk)
    if place is None or country is None or own:
        return own
    if _is_dateline(record, text, country):
        return country
    parts = [country]
    region = crosswalk.read("regions", str(place.country)) or "PROVINCE"
    name = capitals(place.admin1 or "")
    if name and (place.locality is None or _names_region(text, _printed_name(place), name, region)):
        parts.append(f"{name} ({_kind_of(country, name, place_kinds, (region,))})")
    if place.locality:
        name = _printed_name(place)
        parts += _find_between(text, name, country, region)
        likely = (*_find_kinds(text, name), *TOWNS)
        parts.append(f"{name} ({_kind_of(country, name, place_kinds, likely)})")
    if place.site and (site := _name_site(place.site, country, place_kinds)) not in parts:
        parts.append(site)
    return ": ".join(part for part in parts if part)


def find_country(text: str, crosswalk: Crosswalk) -> str:
    """Return which of the nine countries an article tells of most, its dateline apart; "" for none told twice."""
    head = _DATELINE.match(text)
    body = capitals(text[head.end() if head else 0 :])
    demonyms = crosswalk.tables["demonyms"]
    names = {crosswalk.tables["countries"][code]: people for code, people in demonyms.items()}
    told = {country: len(re.findall(rf"\b(?:{country}\b|{people})", body)) for country, people in names.items()}
    most = max(told, key=lambda country: told[country])
    return most if told[most] >= SEVERAL else ""


def _is_dateline(record: Record, text: str, country: str) -> bool:
    """Whether only the dateline names the place: "BOGOTA, 3 MAY 89 -- ... the murders in Colombia"."""
    head = _DATELINE.match(text)
    site = record.place.site if record.place else None
    spans = [Span(*offsets) for offsets in record.evidence.get("place", ())]
    # The words for a site without a name of its own say nothing of the town.
    spans = [span for span in spans if site is None or not span.of(text).endswith(site)]
    if head is None or not any(span.end <= head.end() for span in spans):
        return False
    return all(span.end <= head.end() or capitals(span.of(text)) == country for span in spans)


def _name_site(site: str, country: str, place_kinds: Mapping[str, str]) -> str:
    """Return the site with its kind where the task lists it or its name tells a quarter, else ""."""
    name = capitals(DETERMINER.sub("", site.upper()))
    bare = re.sub(r"\s+(?:NEIGHBORHOOD|SUBURB|DISTRICT|SECTOR|COLONY)$", "", name)
    for form in (name, bare):
        if f"{country}: {form}" in place_kinds:
            return f"{form} ({_kind_of(country, form, place_kinds, QUARTERS)})"
    return f"{bare} (NEIGHBORHOOD)" if bare != name else ""


def _find_between(text: str, town: str, country: str, region: str) -> list[str]:
    """Return what the text puts between a town and its region: "Puerto Bello, a village in Turbo municipality"."""
    kinds = "|".join(kind for kind in BETWEEN if kind != region)
    opening = rf"\b{re.escape(town)},(?:\s+(?:A|THE)\s+\w+)?(?:\s+(?:IN|OF))?\s+"
    before = rf"(?!THE\b)(?P<name>(?:[A-Z]+\s){{1,3}}?)(?P<kind>{kinds})\b(?!\s+OF\b)"
    behind = rf"THE\s+(?:\w+\s+)?(?P<kind>{kinds})\s+OF\s+(?P<name>[A-Z ]+?)(?=[,.;]|\s+(?:AND|IN|ON|WHEN|WHERE)\b)"
    for pattern in (before, behind):
        told = re.search(opening + pattern, unaccented(text))
        if told and told["name"].strip() != country:
            return [f"{told['name'].strip()} ({told['kind']})"]
    return []


def _find_kinds(text: str, town: str) -> tuple[str, ...]:
    """Return what the text calls a town: "the municipality of Yumbo", "Coris village"."""
    kinds, name = "|".join(TOWNS), re.escape(town)
    told = re.search(rf"\b(?:({kinds})\s+OF\s+{name}|{name}\s+({kinds}))\b", unaccented(text))
    return tuple(kind for kind in told.groups() if kind) if told else ()


def _kind_of(country: str, name: str, place_kinds: Mapping[str, str], likely: Sequence[str]) -> str:
    listed = (place_kinds.get(f"{country}: {name}") or "").split("/")
    return next((kind for kind in likely if kind in listed), listed[0] or likely[0])


def _printed_name(place: Place) -> str:
    """Return the locality as the article spells it, or as the gazetteer does where the article names it otherwise."""
    name = capitals(place.locality or "")
    printed = capitals(place.text or "")
    if not printed or name.endswith(" CITY"):
        return name
    shorter, longer = fold(printed), fold(name)
    is_part = shorter in longer and len(shorter) > len(longer) / 2
    is_opening = longer.startswith(f"{shorter} ") and " " in shorter
    is_longer = shorter.startswith((f"{longer} de ", f"{longer} del "))
    return printed if is_part or is_opening or is_longer else name


def _names_region(text: str, town: str, region: str, kind: str) -> bool:
    """Whether the text prints the region behind the town: "El Congo, Santa Ana department"."""
    if town == region:
        return False
    kinds = rf"(?:{kind}|DEPARTMENT|PROVINCE|REGION)"
    name = re.escape(region)
    behind = rf"\b{re.escape(town)}(?:, {name}\b|\b[^.]{{0,{BESIDE}}}?\b(?:{name} {kinds}|{kinds} OF {name})\b)"
    return re.search(behind, unaccented(text)) is not None
