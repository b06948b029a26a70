"""What named people are who are told of as a group: "five peasants", then their names, "nuns Ana Ruiz and Eva Paz"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from dateline.records import Record, VictimStatus
from dateline.spans import Span
from dateline.wire.muc4_tables import NUMERALS, load_crosswalk, phrase

SEIZED = frozenset((VictimStatus.KIDNAPPED, VictimStatus.MISSING, VictimStatus.RELEASED, VictimStatus.ESCAPED))
# "Peter Kip, 30, and", "Peter Kip and", "Peter Kip,".
JOINED = re.compile(r"(?:\s\(\d{1,2}\)|,\s\d{1,2})?(?:,?\sAND\s|,\s)", re.IGNORECASE)
PLURAL = re.compile(r"(?:[A-Z]{3,}(?<!S)S|MEN|WOMEN)\Z")
ENDING = re.compile(r"(?:IES|MEN|(?<=SS|CH|SH)ES|S)\Z")
ONES = {"IES": "Y", "MEN": "MAN"}
PARTS = re.compile(r"\b(?:OF|INCLUDING|WHO|WHICH)\b")


def share_callings(record: Record, described: Mapping[int, str], text: str) -> dict[int, str]:
    """Return what the named victims of whom no other words tell are, by their number.

    Args:
        record: the incident.
        described: by number, what the words beside each named victim call him, "" for nothing.
        text: of the article.
    """
    found = dict(_led(record, described, text))
    for index, calling in _grouped(record, described):
        found.setdefault(index, calling)
    return found


def _led(record: Record, described: Mapping[int, str], text: str) -> Iterator[tuple[int, str]]:
    """Yield the names of a list with the plural that leads it."""
    places = sorted(
        (Span(*span), index) for index in described for span in record.evidence.get(f"victims[{index}]", ())
    )
    led, end = "", -1
    for span, index in places:
        if described[index]:
            led = call_one(described[index]) if _is_plural(described[index]) else ""
        elif not led or end < 0 or JOINED.fullmatch(text, end, span.start) is None:
            led = ""
        else:
            yield index, led
        end = span.end


def _grouped(record: Record, described: Mapping[int, str]) -> Iterator[tuple[int, str]]:
    """Yield the names that are as many as a group to which the same befell."""
    victims = [(index, record.victims[index]) for index in described]
    for report in record.reports:
        alike = [(index, victim) for index, victim in victims if _is_same_fate(victim.status, report.status)]
        if len(alike) < 2 or report.count.best != len(alike):
            continue
        calling = _bare(report.text)
        if calling:
            yield from ((index, calling) for index, _ in alike if not described[index])


def _is_same_fate(one: VictimStatus, other: str) -> bool:
    return one == other or (one in SEIZED and other in SEIZED)


def _bare(words: str) -> str:
    """Return the words for a group without their number, "" where they tell nothing of it: "FIVE PEOPLE"."""
    told = phrase(words).split()
    while told and (told[0] in NUMERALS or told[0].isdecimal()):
        told.pop(0)
    calling = " ".join(told)
    if not _is_plural(calling):
        return ""
    kinds = load_crosswalk().words
    return "" if told[-1].lower() in kinds["vague"] | kinds["nobody"] else call_one(calling)


def _is_plural(calling: str) -> bool:
    return PLURAL.search(calling) is not None and PARTS.search(calling) is None


def call_one(calling: str) -> str:
    """Return what one of several is called: "JESUIT PRIEST" for "JESUIT PRIESTS"."""
    return ENDING.sub(lambda match: ONES.get(match[0], ""), calling) if _is_plural(calling) else calling
