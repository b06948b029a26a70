"""What is compared of a record that must be read out of it first."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dateline.gazetteer import name_key
from dateline.records import ActorKind, Record

AGE = re.compile(r"\b([1-9]\d?)(?:[- ]years?[- ]old\b|(?=,|$))|\baged ([1-9]\d?)\b")
GROUPS = frozenset({ActorKind.ARMED_GROUP, ActorKind.STATE})


@dataclass(frozen=True, slots=True)
class Profile:
    """A record, and whom it names."""

    record: Record
    surnames: frozenset[str]  # last words of the names of victims and of persons tied to responsibility, folded
    ages: frozenset[str]  # of victims, in years
    groups: frozenset[str]  # named groups and states tied to responsibility, folded


def profile_record(record: Record) -> Profile:
    """Return the record with what is compared of it."""
    return Profile(
        record,
        surnames=frozenset(key.split()[-1] for name in _find_names(record) if (key := name_key(name))),
        ages=frozenset(_find_ages(record)),
        groups=frozenset(
            name_key(who.actor) for who in record.attributions if who.kind in GROUPS and who.actor[:1].isupper()
        ),
    )


def _find_names(record: Record) -> Iterator[str]:
    yield from (victim.name for victim in record.victims if victim.name)
    yield from (who.actor for who in record.attributions if who.kind is ActorKind.INDIVIDUAL and who.actor.istitle())


def _find_ages(record: Record) -> Iterator[str]:
    for victim in record.victims:
        yield from (age or other for age, other in AGE.findall(victim.text))
