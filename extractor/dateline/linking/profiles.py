"""What is compared of a record that must be read out of it first."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dateline.gazetteer import name_key
from dateline.records import ActorKind, Record, VictimStatus

AGE = re.compile(r"\b([1-9]\d?)(?:[- ]years?[- ]old\b|(?=,|$))|\baged ([1-9]\d?)\b")
SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
GROUPS = frozenset({ActorKind.ARMED_GROUP, ActorKind.STATE})


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A name as news shortens it."""

    surname: str  # folded
    initial: str  # of the first name; empty where none is told

    def may_be(self, other: Person) -> bool:
        """Whether both may name one person."""
        return self.surname == other.surname and (self.initial == other.initial or not (self.initial and other.initial))


@dataclass(frozen=True, slots=True)
class Profile:
    """A record, and whom it names."""

    record: Record
    people: frozenset[Person]  # named victims and persons tied to responsibility
    dead: frozenset[Person]  # those that were killed, where all of them are named
    ages: frozenset[str]  # of victims, in years
    groups: frozenset[str]  # named groups and states tied to responsibility, folded


def profile_record(record: Record) -> Profile:
    """Return the record with what is compared of it."""
    return Profile(
        record,
        people=frozenset(person for name in _find_names(record) if (person := _read_name(name)).surname),
        dead=_find_dead(record),
        ages=frozenset(_find_ages(record)),
        groups=frozenset(
            name_key(who.actor) for who in record.attributions if who.kind in GROUPS and _is_named(who.actor)
        ),
    )


def _read_name(name: str) -> Person:
    """Return surname and first letter of a name, "Jr." and the like apart: "Carl T. Dean Jr." is Dean, c."""
    words = [key for word in name.split() if (key := name_key(word)) and key not in SUFFIXES]
    return Person(surname=words[-1] if words else "", initial=words[0][0] if len(words) > 1 else "")


def _is_named(actor: str) -> bool:
    """Whether it is a name, and no noun that opens a sentence: a capital behind the first letter tells."""
    return any(letter.isupper() for letter in actor[1:])


def _find_names(record: Record) -> Iterator[str]:
    yield from (victim.name for victim in record.victims if victim.name)
    yield from (who.actor for who in record.attributions if who.kind is ActorKind.INDIVIDUAL and _is_named(who.actor))


def _find_dead(record: Record) -> frozenset[Person]:
    killed = record.casualties.killed
    dead = frozenset(
        _read_name(victim.name) for victim in record.victims if victim.name and victim.status is VictimStatus.KILLED
    )
    return dead if killed is not None and killed.best == len(dead) else frozenset()


def _find_ages(record: Record) -> Iterator[str]:
    for victim in record.victims:
        yield from (age or other for age, other in AGE.findall(victim.text))
