"""The people harmed, seized or aimed at, as MUC-4 templates tell them: name, calling, kind, number and fate."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from dateline.records import (
    FAMILY,
    Casualties,
    Count,
    EventType,
    Family,
    Record,
    Victim,
    VictimCategory,
    VictimStatus,
)
from dateline.wire.muc4_callings import SEIZED, call_one, share_callings
from dateline.wire.muc4_phrases import with_owner
from dateline.wire.muc4_tables import DETERMINER, NUMERALS, WORD, Crosswalk, number_of_people, phrase
from dateline.wire.muc4_templates import Filler, Template

# What stands beside a name and is no title: an age, "identified as", "victim".
IDENTIFIED = re.compile(r"(?<!-)(?<!- ),?\s*(?:(?:WAS|WERE|IS|HAS BEEN)\s+)?(?:IDENTIFIED|NAMED|CALLED|KNOWN)\b.*")
BESIDE_NAME = re.compile(r"\A[\s,(]*(?:\d{1,3}(?:[\s-]+YEARS?[\s-]+OLD)?\b[\s,)]*)?(?:VICTIMS?\b\s*)?")
# One who sits in a parliament, which a "deputy" of English papers does not.
DEPUTY = re.compile(r"\bDEPUT(?:Y|IES)\b(?= (?:OF|FOR)\b|\Z)")
TITLE = re.compile(r"[\w.'’ -]+")
ROUGHLY = re.compile(r"\A(?:ABOUT|ANOTHER|AT LEAST|OVER|SOME|MORE THAN|ONLY|ALL|APPROXIMATELY|NEARLY)\s+")
# What stands behind a number that counts no noun; that much of the text behind its evidence is looked at.
FATE = re.compile(r"\b[\d,]+ (DEAD|WOUNDED|INJURED)\b")
BEHIND = 10
BEFORE = 80
NOUN = re.compile(r"\b(?:PEOPLE|PERSONS?|CIVILIANS?)\b")
PEOPLE = "PEOPLE"
BLASTS = frozenset((EventType.BOMBING, EventType.SUICIDE_BOMBING))
SEIZURES = frozenset((EventType.KIDNAPPING, EventType.HOSTAGE_TAKING))
NO_VICTIMS = frozenset((VictimCategory.PERPETRATOR, VictimCategory.MILITANT))


def is_former(text: str, crosswalk: Crosswalk) -> bool:
    """Return whether the words tell of somebody who held an office before."""
    return not crosswalk.words["former"].isdisjoint(WORD.findall(text.upper().replace("-", " ")))


def is_harmed(victim: Victim) -> bool:
    """Return whether something befell a victim that the task counts: neither who did it nor who was arrested for it."""
    return victim.category not in NO_VICTIMS and victim.status is not VictimStatus.ARRESTED


def with_victims(template: Template, record: Record, country: str | None, text: str, crosswalk: Crosswalk) -> Template:
    """Return the template with the people of a record.

    Args:
        template: of the record, without people.
        record: the incident.
        country: that of the place, whose own people have no nation.
        text: of the article, as the record's evidence counts it.
        crosswalk: what values read as.
    """
    names: list[str] = []
    descriptions: list[Filler] = []
    kinds: list[Filler] = []
    numbers: list[Filler] = []
    nations: list[Filler] = []
    harms: list[Filler] = []
    meant = tuple(_without_named(tuple(_those_meant(record, crosswalk))))
    told = {index: _split_victim(victim)[1] for index, victim in meant if victim.name}
    shared = share_callings(record, told, text)
    for index, victim in meant:
        harm = crosswalk.read("harms", victim.status)
        if harm == "REGAINED FREEDOM" and template.type != "KIDNAPPING":
            harm = "ESCAPED" if template.stage == "ATTEMPTED" else None
        name, description = _split_victim(victim)
        spans = record.evidence.get(f"victims[{index}]", ())
        if description == PEOPLE:
            description = _fate_of_number(text, spans) or PEOPLE
        else:
            description = with_owner(description, text, spans, name=name) or shared.get(index, "")
        description = call_one(description) if name else description
        tag = name or description
        if name and name not in names:
            names.append(name)
        if description:
            descriptions.append((description, name))
        kinds.append((_kind_of_person(victim, description, crosswalk), tag))
        numbers.append((number_of_people(_printed_count(victim, record), one=bool(name)), tag))
        nation = crosswalk.read("countries", victim.nationality or "")
        if nation and victim.nationality != country:
            nations.append((nation, tag))
        if harm:
            harms.append((harm, tag))
    spared = _tell_spared(record.casualties)
    if not descriptions and not names and spared:
        harms.append((spared, ""))
    return replace(
        template,
        hum_target_name=tuple((name, "") for name in names),
        hum_target_desc=tuple(dict.fromkeys(descriptions)),
        hum_target_type=tuple(dict.fromkeys(kinds)),
        hum_target_number=tuple(dict.fromkeys(numbers)),
        hum_target_nation=tuple(dict.fromkeys(nations)),
        hum_target_effect=tuple(dict.fromkeys(harms)),
    )


def _those_meant(record: Record, crosswalk: Crosswalk) -> Iterator[tuple[int, Victim]]:
    """Yield the victims that the task asks for, numbered; in a kidnapping those seized, and what became of them."""
    victims = [
        (index, victim)
        for index, victim in enumerate(record.victims)
        if is_harmed(victim) and (record.type in BLASTS or not _may_be_fighter(victim, record.type))
    ]
    seized = [victim for _, victim in victims if victim.status in SEIZED]
    if record.type not in SEIZURES or not seized:
        yield from victims
        return
    names = {victim.name for victim in seized if victim.name}
    several = any(victim.name is None and (victim.count is None or (victim.count.best or 0) > 1) for victim in seized)
    words = {phrase(victim.text).split()[-1] for victim in seized}
    for index, victim in victims:
        mine = victim.name in names if victim.name else phrase(victim.text).split()[-1] in words
        # The driver shot while his employer is seized is harmed by the same hands.
        beside = bool(crosswalk.words["escort"] & set(phrase(victim.text).split()))
        if victim.status in SEIZED or mine or beside or (victim.name is not None and several):
            yield index, victim


def _without_named(victims: Sequence[tuple[int, Victim]]) -> Iterator[tuple[int, Victim]]:
    """Yield the victims without those seized whom the text names one by one: "five students", and then their names."""
    named = sum(1 for _, victim in victims if victim.name is not None and victim.status in SEIZED)
    for index, victim in victims:
        size = victim.count.best if victim.count is not None and victim.name is None else None
        if victim.status not in SEIZED or named < 2 or size != named:
            yield index, victim


def _may_be_fighter(victim: Victim, event_type: EventType) -> bool:
    """Whether a victim is nameless and of an army, or was shot at and nothing tells who it is: such fall in the war.

    Source: muc4 train; of 20 such groups of whom nothing is told the key has one.
    """
    if victim.name is not None:
        return False
    unknown = victim.category is VictimCategory.UNKNOWN and FAMILY[event_type] is Family.ARMED
    return unknown or victim.category is VictimCategory.MILITARY


def _kind_of_person(victim: Victim, description: str, crosswalk: Crosswalk) -> str:
    """Return the kind that the task gives a person: by the words for him where they tell more than his category."""
    kind = crosswalk.read("victims", victim.category) or "CIVILIAN"
    told = set(WORD.findall(description))
    if told & crosswalk.words["kin"]:
        return "CIVILIAN"  # the ambassador's daughter
    partisan = bool(told & crosswalk.words["partisan"])
    private = bool(told & crosswalk.words["private"]) and not partisan
    if private and kind in ("POLITICAL FIGURE", "GOVERNMENT OFFICIAL"):
        kind = "CIVILIAN"
    if kind == "POLITICAL FIGURE" and crosswalk.words["officials"] & told:
        kind = "POLITICAL FIGURE" if told & crosswalk.words["candidates"] else "GOVERNMENT OFFICIAL"
    if kind == "CIVILIAN" and DEPUTY.search(description) and not private:
        kind = "GOVERNMENT OFFICIAL"
    if kind in ("CIVILIAN", "POLITICAL FIGURE", "GOVERNMENT OFFICIAL") and told & crosswalk.words["judicial"]:
        kind = "LEGAL OR JUDICIAL"
    elif kind in ("CIVILIAN", "GOVERNMENT OFFICIAL") and told & crosswalk.words["diplomats"]:
        kind = "DIPLOMAT"
    elif kind == "CIVILIAN" and (partisan or (told & crosswalk.words["political"] and not private)):
        kind = "POLITICAL FIGURE"
    if is_former(description, crosswalk):
        # A retired general is a civilian to the record, and to the task a soldier who was.
        soldier = told & crosswalk.words["ranks"] and not told & crosswalk.words["generals"]
        kind = "ACTIVE MILITARY" if kind == "CIVILIAN" and soldier else kind
        kind = crosswalk.read("former", kind) or kind
    return kind


def _printed_count(victim: Victim, record: Record) -> Count | None:
    """Return the number that the words give: a record's own leaves out those of the group that it tells apart."""
    if victim.name is not None:
        return victim.count
    reports = (report for report in record.reports if report.text == victim.text)
    return next((report.count for report in reports if report.status == victim.status), victim.count)


def _fate_of_number(text: str, spans: Sequence[tuple[int, int]]) -> str:
    """Return what a number without a noun is told to be: "31 dead", "12 injured"; "" for nothing."""
    for start, end in spans:
        match = FATE.search(" ".join(text[start : end + BEHIND].upper().split()))
        if match:
            # "Four people were killed and 35 wounded": people, too.
            return "" if NOUN.search(text[max(start - BEFORE, 0) : start].upper().rpartition(".")[2]) else match[1]
    return ""


def _tell_spared(casualties: Casualties) -> str:
    """Return what the article says of harm that nobody came to, "" for nothing."""
    dead, hurt = (count is not None and count.best == 0 for count in (casualties.killed, casualties.injured))
    return "NO INJURY OR DEATH" if hurt else "NO DEATH" if dead else ""


def _split_victim(victim: Victim) -> tuple[str, str]:
    """Return a victim's name and what else the words call them, "" for none."""
    printed = phrase(victim.text)
    if victim.name is None:
        return "", PEOPLE if _is_number(printed) else printed
    name = phrase(victim.name)
    before, found, after = printed.partition(name)
    if not found:
        return name, _without(printed, name)
    return name, _describe(before) or _describe(after)


def _is_number(printed: str) -> bool:
    """Whether the words say no more than how many people there are: "ABOUT 100"."""
    bare = ROUGHLY.sub("", printed)
    return bare.replace(",", "").isdecimal() or bare in NUMERALS[1:]


def _describe(words: str) -> str:
    """Return the title or calling in the words beside a name, without its age and "identified as"."""
    bare = BESIDE_NAME.sub("", IDENTIFIED.sub("", words)).strip(" ,-(")
    return DETERMINER.sub("", bare)


def _without(printed: str, name: str) -> str:
    """Return the words without those of the name, of which they hold a part: "RUIZ, THE MAYOR", "MAYOR RUIZ"."""
    parts = [part.strip().split() for part in printed.split(",")]
    named = set(name.split())
    beside = [part for part in parts if not named & set(part)]
    titles = (takewhile(lambda word: word not in named, part) for part in parts if named & set(part))
    before = " ".join(" ".join(words) for words in titles)
    return _describe(", ".join(" ".join(part) for part in beside)) or _describe(
        before if TITLE.fullmatch(before) else ""
    )
