"""Reads ages of people: which numbers are ages, and who is a child by them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dateline.find.counts import parse_count
from dateline.lexicon.persons import MONTHS
from dateline.records import Count, VictimCategory, exactly

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from dateline.find.people_phrases import Scene
    from dateline.mentions import CountMention
    from dateline.spans import Span

ADULT_AGE = 18  # years


# "The boys, ages 14 and 16": as many people as ages.
AGES = re.compile(r",? \(?(?:both |all )?(?:aged|ages) ((?:[\w-]+, )*[\w-]+,? and [\w-]+)")


AGE = re.compile(
    r"\b(\d{1,3}|[a-z]+(?:-[a-z]+)?)[- ]years?[- ]old\b|\baged? (\d{1,3})\b|, (\d{1,2})(?=[,.;)]|$)"
    r"|\b(?:man|woman|boy|girl|youth|male|female|student|pupil) of (\d{1,2})\b|\((\d{1,2})\)",
    re.IGNORECASE,
)
_SMALL = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen"  # ages that are spelt out
AGE_BEHIND = re.compile(
    r",? \(?(?:both |all )?(?:aged?|ages|also) (\d{1,3})\b|, (?:both )?(\d{1,2})(?=[,.;)]| and |$)| \((\d{1,2})\)"
    rf"|,? \(?aged ({_SMALL})(?=[,.;)]| and |$)|, ({_SMALL})(?=[,.;)]|$)",
    re.IGNORECASE,
)
# "Her two young sons": of a son alone nobody knows how old he is.
YOUNG = re.compile(
    r"\b(?:young(?:est)?|little|small|infant|baby|newborn|toddler|minor|teenage|school-?age) "
    r"(?:(?:grand|step)?(?:son|daughter)|child|nephew|niece|brother|sister|cousin)s?$",
    re.IGNORECASE,
)
SPELT = re.compile(rf", (?:{_SMALL})(?=[,.;)]|$)", re.IGNORECASE)
OLDER = re.compile(r" ?(?:to|-|\u2013|and) ?(\d{1,3})\b")  # the upper end: "aged 6 to 17"
AGED = re.compile(r"(?:\baged?|\bages|, both|, all) (?:(?:\d+|[a-z-]+),? (?:and |to )?)?$")
AGED_REACH = 24  # code points
ALSO = re.compile(r", (?:also|just|only|now|then|aged|age) $")


def tell_age(text: str, span: Span, category: VictimCategory) -> VictimCategory:
    """Return who people are by their age: a girl of 19 is no child, a guest of 15 is one."""
    if category not in (VictimCategory.UNKNOWN, VictimCategory.CIVILIAN, VictimCategory.CHILD):
        return category
    if MONTHS.search(text, span.start, span.end) or YOUNG.search(text, span.start, span.end):
        return VictimCategory.CHILD
    age = read_age(text, span)
    if age is None:
        return category
    if age < ADULT_AGE:
        return VictimCategory.CHILD
    return VictimCategory.CIVILIAN if category is VictimCategory.CHILD else category


def read_age(text: str, span: Span) -> int | None:
    """Return the age in years told in the phrase or right behind it ("Ana Ruiz, 15, died"), of several the oldest's."""
    match = AGE.search(text, span.start, span.end) or AGE_BEHIND.match(text, span.end)
    if not match:
        return None
    older = OLDER.match(match.string, match.end())
    digits = older.group(1) if older else next(group for group in match.groups() if group)
    return int(digits) if digits.isdigit() else _spelt_age(digits)


def count_ages(text: str, start: int) -> Count | None:
    """Return as many people as the ages behind the phrase tell apart, None without such a list."""
    match = AGES.match(text, start)
    ages = re.split(r",? and |, ", match.group(1)) if match else []
    return exactly(len(ages)) if ages and all(parse_count(age) is not None for age in ages) else None


def _spelt_age(words: str) -> int | None:
    count = parse_count(words)
    return count.best if count else None


def is_age(scene: Scene, count: CountMention) -> bool:
    """Whether the number is somebody's age: "a boy of 13", "aged 44 and 61"."""
    if AGED.search(scene.text, max(count.span.start - AGED_REACH, 0), count.span.start):
        return True
    token = scene.doc[count.head]
    above = token.head.head if token.dep_ == "pobj" and token.head.lower_ == "of" else token
    if token.dep_ == "appos" and token.is_digit and scene.doc[token.i - 1].text == "," and token.head.i in scene.roles:
        return True  # "two sisters, 8 and 11"
    if token.dep_ == "appos" and SPELT.match(scene.text, count.span.start - 2) and token.head.i in scene.roles:
        return True  # "her son, six, and"
    if token.is_digit and ALSO.search(scene.text, max(count.span.start - AGED_REACH, 0), count.span.start):
        return True  # "another teen, also 15,"
    placed = scene.roles.get(above.i)
    return placed is not None and placed.role.heads and above.tag_ == "NN" and placed.role.use != "group"


def find_age(doc: Doc, old: int) -> int | None:
    """Return the token of the number in "a 14-year-old" or "a 14 year old", None where no age ends at token `old`."""
    index = old - 1
    index -= doc[index].text == "-"
    if index < 1 or doc[index].lower_ not in ("year", "years", "month", "months"):
        return None
    index -= 1
    index -= doc[index].text == "-"
    return index if index >= 0 and doc[index].like_num else None
