"""Short texts that tell of no incident, from `tests/golden/negative/`."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date

import dateline
from dateline.records import Role
from support.locations import GOLDEN

PUBLISHED = date(2017, 5, 12)  # of a case that gives no day


@dataclass(frozen=True, slots=True, kw_only=True)
class Negative:
    """A text without incident; one of history may give a background record."""

    kind: str  # the file's stem: "metaphor"
    id: str
    text: str
    published: date
    background: bool


def load_negatives() -> tuple[Negative, ...]:
    """Return the cases of all files, files sorted by name."""
    cases = []
    for path in sorted((GOLDEN / "negative").glob("*.toml")):
        table = tomllib.loads(path.read_text(encoding="utf-8"))
        for case in table["case"]:
            published = date.fromisoformat(case["published"]) if "published" in case else PUBLISHED
            background = bool(table.get("background", False))
            cases.append(
                Negative(kind=path.stem, id=case["id"], text=case["text"], published=published, background=background)
            )
    return tuple(cases)


def find_false_records(case: Negative, extractor: dateline.Extractor) -> tuple[str, ...]:
    """Return "role type" of each record that the case should not give."""
    article = dateline.parse_article(case.text, source=case.id, published=case.published)
    return tuple(
        f"{record.role} {record.type}"
        for record in extractor.extract(article)
        if not (case.background and record.role is Role.BACKGROUND)
    )
