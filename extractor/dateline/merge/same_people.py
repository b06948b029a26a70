"""Tells whether two tellings may mean the same people: by name, by what they are, by how one refers to the other."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dateline.lexicon.persons import UNKNOWN, read_traits
from dateline.records import VictimCategory

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.merge.told import Told

VAGUE_CATEGORIES = frozenset({VictimCategory.UNKNOWN, VictimCategory.CIVILIAN})
_RELATIVES = (
    "wife|husband|sons?|daughters?|mother|father|parents|brothers?|sisters?|uncle|aunt|nephew|niece|cousin|grandmother"
)
KIN = re.compile(
    rf"(?:his|her|their|the \w+['\u2019]s?|\w+['\u2019]s?) (?:[\w-]+ )?({_RELATIVES}|grandfather|driver|bodyguard)\b",
    re.IGNORECASE,
)
BARE_KIN = re.compile(
    rf"(?!an? |the )(?:[\w-]+ )?({_RELATIVES})\b", re.IGNORECASE
)  # "killing his wife and minor daughter"
RELATIVES = frozenset(("people.relative", "people.family_child"))  # rules of "his wife", "wife", "two sons"
FIGHTERS = frozenset({VictimCategory.PERPETRATOR, VictimCategory.MILITANT})
UNIFORMED = frozenset({VictimCategory.POLICE, VictimCategory.MILITARY, VictimCategory.SECURITY_GUARD})
FEW = 4  # people among whom "a second" may count on
SECOND = 2
GENERIC = frozenset(("people.man", "people.person", "people.number", "people.another", "people.age", "people.name"))
INDEFINITE = re.compile(r"an? ", re.IGNORECASE)
PRONOUN = ".pronoun"  # end of the rules of people for whom a pronoun stands
REST = re.compile(r"^(?:the|all) (?:[\w-]+ )?(?:others?|rest|remaining)\b", re.IGNORECASE)  # of those counted before
MULTIPLE = ".multiple"  # end of the rules of "a triple shooting"

LEAST_SPELT = 5  # letters of a word that may be spelt in two ways
VOWELS = frozenset("aeiouy")


def is_same_name(one: str, two: str) -> bool:
    """Whether two names may be one person's: the same first and last word, or one is a part of the other.

    One of the two words may be spelt in two ways, as papers do: "Jonathon Reese" and "Jonathan Reese".
    """
    first, second = _name_words(one), _name_words(two)
    if not first or not second:
        return False
    if set(first) <= set(second) or set(second) <= set(first):
        return True
    if len(first) < 2 or len(second) < 2:
        return False
    ends = [(first[0], second[0]), (first[-1], second[-1])]
    return any(a == b for a, b in ends) and all(a == b or _are_spelt_alike(a, b) for a, b in ends)


def _are_spelt_alike(one: str, two: str) -> bool:
    """Whether two words differ in one vowel or a letter doubled within: "Brayden", "Braydon"; "Hussein", "Hussain".

    A last letter tells a man from a woman: "Carlo" is not "Carla", and "Martin" not "Martina".
    """
    short, long = sorted((one, two), key=len)
    if len(short) < LEAST_SPELT or short[0] != long[0] or short[-1] != long[-1]:
        return False
    at = next((i for i, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short) - 1)
    if len(short) == len(long):
        return short[at + 1 :] == long[at + 1 :] and {short[at], long[at]} <= VOWELS
    added = long[at]
    return short[at:] == long[at + 1 :] and (added in VOWELS or added == long[at - 1])


def _name_words(name: str) -> list[str]:
    words = re.findall(r"[\w-]+", name.lower())
    return [word for word in words if word not in ("jr", "sr", "ii", "iii", "mr", "mrs", "ms")]


NEAR_DEATH = 2  # sentences behind the wound in which the death of one hurt is told by name


def is_kin(one: VictimCategory, two: VictimCategory) -> bool:
    """Whether people of the two categories may be the same people."""
    if one == two or VictimCategory.UNKNOWN in (one, two):
        return True
    return {one, two} in (
        {VictimCategory.CIVILIAN, VictimCategory.CHILD},
        {VictimCategory.MILITANT, VictimCategory.PERPETRATOR},
        {VictimCategory.AID_WORKER, VictimCategory.HEALTH_WORKER},  # "four aid workers", one of them a nurse
        {VictimCategory.GOVERNMENT, VictimCategory.POLITICIAN},  # "three officials", one of them the mayor
    )


def are_other_kin(one: str, two: str) -> bool:
    """Whether two phrases name relatives of somebody by other words: "his wife", "their daughter Ana"."""
    first, second = (KIN.match(words) or BARE_KIN.match(words) for words in (one, two))
    return first is not None and second is not None and first.group(1).lower() != second.group(1).lower()


def is_counted_up(item: Told, size: int) -> bool:
    """Whether the words count up to one of `size` people: "a second guard" of two, "a fourth victim" of six.

    "A third" is none of two, and "a second" of many any other.
    """
    return 1 < item.nth <= size and (size <= FEW or item.nth > SECOND)


def counts_on_from(item: Told, before: Told) -> bool:
    """Whether the words count one on from another told before: "a second victim", then "a third"; "another" too."""
    if not item.nth or item.nth == before.nth:
        return False
    return bool(before.nth) or (item.nth > SECOND and before.figure == 1 and before.adds)


def may_be_one(one: Told, two: Told) -> bool:
    """Whether two tellings of one person each may be of the same person, by name, kind, sex and age."""
    if not one.figure == two.figure == 1 or one.adds or two.adds:
        return False
    if one.name and two.name:
        return is_same_name(one.name, two.name)
    return is_kin(one.category, two.category) and not one.traits.differ(two.traits)


def is_retold(item: Told, before: Told) -> bool:
    """Whether the sentence tells again of one person: "shot the guard, wounding the guard", "him ... the child"."""
    if before.harm.head == item.harm.head or item.harm.part or before.harm.part or not may_be_one(item, before):
        return False
    if item.definite and item.words.lower() == before.words.lower():
        return True
    meant = any(one.harm.rule.endswith(PRONOUN) for one in (item, before))
    return meant and item.definite and not item.name and KIN.match(item.words) is None


def died_later(hurt: Told, dead: Told) -> bool:
    """Whether the person said to be hurt is the one said to be dead."""
    if hurt.name and dead.name:
        return is_same_name(hurt.name, dead.name)
    same = hurt.people is not None and dead.people is not None and hurt.people.span == dead.people.span
    if same and (hurt.figure == 1 or dead.harm.rule.endswith(PRONOUN)):
        return True  # "both were taken to hospital, where they died", but not "48 killed and injured"
    if hurt.traits.differ(dead.traits) or are_other_kin(hurt.words, dead.words):
        return False
    if hurt.figure == dead.figure == 1 and _refers_back(dead, hurt):
        return True
    if dead.order < hurt.order and _is_of_others(hurt, dead):
        return False
    weak = hurt.harm.is_weak
    if not weak or hurt.sentence == dead.sentence or hurt.adds or dead.adds:
        return False
    return hurt.figure is not None and hurt.figure == dead.figure and is_kin(hurt.category, dead.category)


def _refers_back(dead: Told, hurt: Told) -> bool:
    """Whether the one who died is the one told hurt before.

    "A grenade injured a girl. The girl succumbed", "Ana Ruiz, 7, was badly injured. The girl died on Sunday".
    """
    if hurt.order >= dead.order:
        return False
    if dead.name:
        return _is_named_in_death(hurt, dead)
    if _is_same_relative(hurt, dead):
        return True
    if not dead.words.lower().startswith("the "):
        return False
    if dead.of_wounds and not hurt.name:
        return hurt.words.split()[-1].lower() == dead.words.split()[-1].lower()
    told = read_traits(dead.words, None) != UNKNOWN  # "the girl", not "the driver"
    near = dead.sentence - hurt.sentence == 1
    return bool(hurt.name) and near and told and not hurt.adds and is_kin(hurt.category, dead.category)


def _is_named_in_death(hurt: Told, dead: Told) -> bool:
    """Whether the name is that of one hurt: "An officer was among four people shot. Officer Ben Cole died in hospital".

    Only the words for who he is tell it, as no other of his kind is told hurt.
    """
    near = 0 < dead.sentence - hurt.sentence <= NEAR_DEATH
    told = hurt.category is dead.category and hurt.category not in VAGUE_CATEGORIES
    own = hurt.words.lower().startswith(("his ", "her ", "their "))  # "her partner" is not who has died
    return near and told and not (own or hurt.name or hurt.adds) and dead.harm.rule.startswith("harm.die.")


def _is_same_relative(hurt: Told, dead: Told) -> bool:
    """Whether both are told as one relative of somebody: "his son, Ben, 22, was stabbed", then "his son died"."""
    called = hurt.words.partition(",")[0].lower()
    return dead.words.lower() == called and called.startswith(("his ", "her ", "their "))


def _is_of_others(hurt: Told, dead: Told) -> bool:
    """Whether the hurt cannot be the one told dead before: "one of the guards was hit", "a woman was shot too".

    Nor is who is told anew, without a name, somebody named before: "Ana Ruiz was shot dead. A bystander was hit".
    """
    if not hurt.definite and hurt.category not in (dead.category, *VAGUE_CATEGORIES):
        return True
    if _is_introduced_beside(hurt, dead):
        return True
    told_anew = not (hurt.name or hurt.definite or hurt.nondescript)
    if dead.name and told_anew and dead.sentence < hurt.sentence:
        return True
    relative = dead.people is not None and dead.people.rule in RELATIVES
    if not hurt.also or relative or (dead.name and hurt.name):
        return False
    besides = not hurt.definite and not hurt.harm.rule.endswith(PRONOUN)
    return besides or (KIN.match(hurt.words) is not None and not dead.name)


def _is_introduced_beside(hurt: Told, dead: Told) -> bool:
    """Whether one is told of for the first time beside who died: "a driver was shot dead. A woman was hit in the leg".

    One told dead as "a driver" is not told anew as "a woman", nor as "a passenger", nor as "his wife".
    """
    if dead.title or hurt.title or dead.name or hurt.name or dead.people is None or hurt.people is None:
        return False
    if dead.people.rule in GENERIC or dead.sentence >= hurt.sentence:
        return False
    kin = KIN.match(hurt.words)
    if kin is not None:
        return kin.group(1).lower() not in dead.words.lower()
    same = hurt.words.lower().rpartition(" ")[2] in dead.words.lower()
    return bool(INDEFINITE.match(hurt.words)) and not same


def is_of_another(hurt: Told, dead: Told, others: Sequence[Told]) -> bool:
    """Whether one told dead without a name is another than the one hurt by name: one of the dead who has a name."""
    if not hurt.name or dead.name or _is_same_relative(hurt, dead):
        return False
    return any(one.name and not is_same_name(one.name, hurt.name) and may_be_one(one, dead) for one in others)
