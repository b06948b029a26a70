"""Fields of a record in words, for people: all ASCII but for what the article itself says."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dateline.records import Attribution, Count, Place, Record, When

UNKNOWN = "-"


def phrase_count(count: Count | None) -> str:
    """Return "5", "12+", "up to 8", "6-8", "~30", or "-" for none."""
    if count is None:
        return UNKNOWN
    about = "~" if count.approximate else ""
    if count.min is not None and count.max is not None:
        if count.min == count.max:
            return f"{about}{count.min}"
        between = f"{count.min}-{count.max}"
        return f"{about}{between}" if count.best in {None, count.min, count.max} else f"{about}{count.best} ({between})"
    if count.max is not None:
        return f"{about}up to {count.max}"
    if count.min is not None and not count.approximate:
        return f"{count.min}+"
    number = count.best if count.best is not None else count.min
    return UNKNOWN if number is None else f"{about}{number}"


def phrase_date(when: When | None) -> str:
    """Return an ISO day, month or year, or two days; "by" a day where only publication bounds it."""
    if when is None:
        return UNKNOWN
    if when.basis == "published":
        return f"by {when.end.isoformat()}"
    if when.precision == "year" and when.start.year == when.end.year:
        return f"{when.start.year}"
    if when.precision == "month" and (when.start.year, when.start.month) == (when.end.year, when.end.month):
        return f"{when.start:%Y-%m}"
    if when.start == when.end:
        return when.start.isoformat()
    return f"{when.start.isoformat()} to {when.end.isoformat()}"


def phrase_place(place: Place | None) -> str:
    """Return site, town, region and country code, as far as they are known, finest first."""
    if place is None:
        return UNKNOWN
    names: list[str] = []
    for name in (place.site, place.locality, place.admin1):
        # "Baghdad, Baghdad" tells a reader nothing.
        if name and name not in names:
            names.append(name)
    if not names and place.text:
        names.append(place.text)
    if place.country:
        names.append(place.country)
    return ", ".join(names) or UNKNOWN


def phrase_type(record: Record) -> str:
    """Return the type, with its stage where the act was not accomplished."""
    name = words(record.type)
    return name if record.stage == "accomplished" else f"{name}, {record.stage}"


def phrase_attribution(attribution: Attribution) -> str:
    """Return the actor, with the stance in brackets unless the article tells it as fact."""
    if attribution.stance == "reported":
        return attribution.actor
    by = f" by {attribution.by}" if attribution.by and attribution.stance == "accused" else ""
    return f"{attribution.actor} ({attribution.stance}{by})"


def phrase_toll(record: Record) -> str:
    """Return "1 killed, 7 injured": the totals that are known, or "-" for none."""
    totals: Mapping[str, Count | None] = {
        "killed": record.casualties.killed,
        "injured": record.casualties.injured,
        "kidnapped": record.casualties.kidnapped,
        "missing": record.casualties.missing,
        "arrested": record.casualties.arrested,
    }
    known = [f"{phrase_count(count)} {status}" for status, count in totals.items() if count is not None]
    return ", ".join(known) or UNKNOWN


def words(value: str) -> str:
    """Return the value of an enumeration as words: "armed_clash" is "armed clash"."""
    return value.replace("_", " ")
