"""Tells the driver of a vehicle that hit people from those hit: "a car hit two. The driver was named as Omar Ali"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

    from dateline.mentions import HarmMention

DRIVERS = frozenset(("driver", "motorist", "motorcyclist", "rider"))
VEHICLES = frozenset((
    "car", "truck", "van", "lorry", "vehicle", "pickup", "suv", "jeep", "sedan", "bus", "minibus", "tractor", "taxi",
    "motorcycle", "motorbike", "scooter", "trailer",
))  # fmt: skip
BEFORE = 60  # tokens before the driver in which the vehicle stands


def drove_into_people(driver: Token, harms: Sequence[HarmMention]) -> bool:
    """Whether nobody of his calling was told harmed, and a vehicle before him is what did it."""
    if driver.lower_ not in DRIVERS or any(child.lower_ in ("a", "another", "second") for child in driver.lefts):
        return False
    doc = driver.doc
    if any(harm.people is not None and doc[harm.people.head].lower_ in DRIVERS for harm in harms):
        return False
    before = doc[max(driver.i - BEFORE, 0) : driver.sent.start]
    return any(word.lower_ in VEHICLES and word.dep_ in ("nsubj", "ROOT") for word in before)
