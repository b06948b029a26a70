"""Weapons that are told without having been used: spared, fake, hit by others, or what another was made from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.find.nouns import climb_conjuncts
from dateline.records import WeaponCategory

if TYPE_CHECKING:
    from spacy.tokens import Token

DESTROYING = frozenset({
    "destroyed", "destroying", "destroys", "destroy", "demolished", "wrecked", "disabled", "neutralised", "neutralized",
    "hit", "struck", "targeted", "bombed", "targeting", "hitting", "striking",
})  # fmt: skip
# What stands in positions and on vehicles; a bomb that is destroyed was somebody's to set off.
HEAVY = frozenset({
    WeaponCategory.ROCKET, WeaponCategory.MISSILE, WeaponCategory.MORTAR, WeaponCategory.ARTILLERY,
    WeaponCategory.MACHINE_GUN, WeaponCategory.PROJECTILE,
})  # fmt: skip
FAKE = frozenset({"fake", "dummy", "replica", "imitation", "mock", "bogus"})
# "A bomb fashioned from a mortar round".
MADE = frozenset({
    "made", "fashioned", "built", "assembled", "constructed", "fabricated", "improvised", "converted", "adapted",
    "modified", "manufactured", "crafted",
})  # fmt: skip
CHARGES = frozenset(("charge", "charges"))
CRIMES = frozenset(
    ("murder", "criminal", "assault", "manslaughter", "fraud", "formal", "homicide", "robbery", "terrorism")
)


def is_unused(weapon: Token, category: WeaponCategory) -> bool:
    """Whether what is said of the weapon leaves nothing that was done with it."""
    if weapon.dep_ == "dobj" and weapon.head.pos_ == "VERB" and _is_spared(weapon.head):
        return True
    if any((child.dep_ == "det" and child.lower_ == "no") or child.lower_ in FAKE for child in weapon.lefts):
        return True  # "no gun was found", "wore a fake explosive belt"
    if weapon.lower_ in CHARGES and _is_of_court(weapon):
        return True
    stuff = category is not WeaponCategory.EXPLOSIVE and _is_stuff(weapon)  # dynamite tells more of a bomb
    return stuff or (category in HEAVY and _is_destroyed(weapon))


def _is_of_court(charge: Token) -> bool:
    """Whether police and prosecutors lay it: "laid charges against a man", "murder charges were laid"."""
    verb = charge.head if charge.dep_ in ("dobj", "nsubjpass") else charge
    against = any(child.lower_ == "against" for word in (charge, verb) for child in word.rights)
    return against or any(child.lower_ in CRIMES for child in charge.lefts)


def _is_stuff(weapon: Token) -> bool:
    """Whether another weapon was made of it: "a device made from an artillery shell", "fashioned out of a grenade"."""
    first = climb_conjuncts(weapon)
    if first.dep_ != "pobj" or first.head.lower_ not in ("from", "of"):
        return False
    above = first.head.head
    made = above.head if above.lower_ == "out" else above
    return made.lower_ in MADE and made.tag_ == "VBN"


def _is_destroyed(weapon: Token) -> bool:
    """Whether it is what somebody hit, and not what he hit with: "destroyed a rocket launcher and two mortars"."""
    first = climb_conjuncts(weapon)
    if first.dep_ not in ("dobj", "nsubjpass"):
        # "Destroyed a vehicle equipped with a heavy machine gun"
        fitted = first.dep_ == "pobj" and first.head.lower_ == "with" and first.head.head.dep_ == "acl"
        first = climb_conjuncts(first.head.head.head) if fitted else first
    return first.dep_ in ("dobj", "nsubjpass") and first.head.lower_ in DESTROYING


def _is_spared(verb: Token) -> bool:
    """Whether the weapon was not used: "did not fire their weapons", "without firing a shot"."""
    without = verb.dep_ == "pcomp" and verb.head.lower_ == "without"
    return without or any(child.dep_ == "neg" for child in verb.children)
