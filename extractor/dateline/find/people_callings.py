"""Tells who named people are by the callings before their names: "constables Peter Kip and Abdi Noor"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from dateline.mentions import PeopleMention
from dateline.records import VictimCategory

if TYPE_CHECKING:
    from dateline.find.people_phrases import Scene

# "Peter Kip, 30, and", "Peter Kip and", "Peter Kip,".
_JOINED = re.compile(r"(?:\s\(\d{1,2}\)|,\s\d{1,2})?(?:,?\sand\s|,\s)")
_PLURAL = re.compile(r"(?:[a-z]{2,}s|men|women|police)\s\Z", re.IGNORECASE)


def share_callings(mentions: Sequence[PeopleMention], text: str) -> Iterator[PeopleMention]:
    """Yield the mentions, in order of text, names of a list with sort and nation of those who lead it in the plural."""
    led: PeopleMention | None = None  # the last name of a list that a calling leads
    for mention in mentions:
        bare = mention.name is not None and mention.span.of(text) == mention.name
        joined = led is not None and _JOINED.fullmatch(text, led.span.end, mention.span.start) is not None
        if led is not None and bare and joined and mention.category is VictimCategory.CIVILIAN:
            led = replace(mention, category=led.category, nationality=mention.nationality or led.nationality)
            yield led
            continue
        led = mention if _is_led(mention, text) else None
        yield mention


def _is_led(mention: PeopleMention, text: str) -> bool:
    """Whether a plural stands right before the name: "constables Peter Kip"."""
    if mention.name is None:
        return False
    before = mention.span.of(text).find(mention.name)
    return before > 0 and _PLURAL.search(mention.span.of(text)[:before]) is not None


def titled_category(scene: Scene, told: VictimCategory, role: int, last: int) -> VictimCategory:
    """Return who he is by the rank before his name: "his driver, Constable Omar Ali", else `told`.

    `role` is the token of the word for him and `last` that which ends his name.
    """
    if told not in (VictimCategory.CIVILIAN, VictimCategory.UNKNOWN):
        return told
    first = scene.person_at[last][0] if last in scene.person_at else last
    # The tagger may take the rank into the name.
    before = scene.roles.get(first if first in scene.roles and first < last else first - 1)
    if before is None or before.first <= role + 1 or before.role.use not in ("role", "title"):
        return told  # the comma stands between
    return told if before.role.category is VictimCategory.UNKNOWN else before.role.category


def is_father(scene: Scene, index: int, last: int) -> bool:
    """Whether the word before a name is a title of the clergy: "Father Omar Ali", not "father Omar Ali, 40,".

    In the middle of a sentence only a title has its capital: "priest Father Omar Ali, 40,", "nun Sister Ana Ruiz".
    """
    word = scene.doc[index]
    if word.text in ("Sister", "Brother"):
        before = scene.roles.get(index - (2 if index and scene.doc[index - 1].text == "," else 1))
        return before is not None and before.role.category is VictimCategory.CLERGY
    behind = scene.doc[last + 1 : last + 3]
    aged = len(behind) > 1 and behind[0].text in (",", "(") and behind[1].like_num
    return word.text == "Father" and (not aged or not word.is_sent_start)


def behind_others(scene: Scene, left: int, first: int) -> int:
    """Return where a name's phrase starts, behind those that a list tells before it: "Ana Ruiz and Omar Ali"."""
    for index in range(first - 1, left, -1):
        if index - 1 in scene.person_at and scene.doc[index].lower_ in (",", "and"):
            return index + 1
    return left
