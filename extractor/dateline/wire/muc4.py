"""Records as templates of the Fourth Message Understanding Conference (MUC-4, 1992).

Source: MUC-4 task documentation, template-doc-part1 and part2, version 7. What a value reads as stands in
`muc4.toml`; this module holds the rules that need more than one value.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

import orjson

from dateline.records import (
    Casualties,
    EventType,
    Record,
    Victim,
    Weapon,
)
from dateline.spans import Span
from dateline.wire.muc4_incidents import harmed, is_former, is_incident
from dateline.wire.muc4_perpetrators import lend_group, with_perpetrators
from dateline.wire.muc4_scenes import read_date, read_location
from dateline.wire.muc4_tables import (
    DETERMINER,
    NUMERALS,
    WORD,
    Crosswalk,
    load_crosswalk,
    number_of_people,
    phrase,
)
from dateline.wire.muc4_targets import with_targets
from dateline.wire.muc4_templates import Filler, Template, join_alike

# Means of harm have no slot in these.
WITHOUT_WEAPONS = frozenset(("ARSON", "KIDNAPPING"))
# What stands beside a name and is no title: an age, "identified as", "victim".
IDENTIFIED = re.compile(r",?\s*(?:(?:WAS|WERE|IS|HAS BEEN)\s+)?(?:IDENTIFIED|NAMED|CALLED|KNOWN)\b.*")
BESIDE_NAME = re.compile(r"\A[\s,(]*(?:\d{1,3}(?:[\s-]+YEARS?[\s-]+OLD)?\b[\s,)]*)?(?:VICTIMS?\b\s*)?")
ROUGHLY = re.compile(r"\A(?:ABOUT|ANOTHER|AT LEAST|OVER|SOME|MORE THAN|ONLY|ALL|APPROXIMATELY|NEARLY)\s+")


def build_templates(
    records: Iterable[Record], text: str, *, place_kinds: Mapping[str, str] | None = None
) -> tuple[Template, ...]:
    """Return the templates of one article, in the order of its records.

    Only what the task asks for: recent acts of terror, or of the state against civilians, that belong to one of the
    nine countries. Incidents that no slot tells apart are joined.

    Args:
        records: the records of one article; those of an eager extractor give the better choice.
        text: its text, as the records' evidence counts it.
        place_kinds: "NAME" or "COUNTRY: NAME" in capitals to the kind of place that the task's list gives it.
    """
    told = tuple(records)
    return join_alike(
        [
            build_template(attributed, text, place_kinds=place_kinds)
            for record, attributed in zip(told, lend_group(told), strict=True)
            if is_incident(record, text, others=len(told) - 1)
        ]
    )


def encode_templates(name: str, templates: Sequence[Template]) -> bytes:
    """Return the templates of the article `name` as one line of JSON, with its line end, as MUC-4 scorers read it."""
    return orjson.dumps({"doc_id": name, "templates": templates}, option=orjson.OPT_APPEND_NEWLINE)


def build_template(record: Record, text: str, *, place_kinds: Mapping[str, str] | None = None) -> Template:
    """Return the template of one record, whether or not the task asks for it; see `build_templates`."""
    crosswalk = load_crosswalk()
    kind = _type(record, crosswalk)
    country = record.place.country if record.place else None
    template = Template(
        date=read_date(record, text, crosswalk),
        location=read_location(record, text, crosswalk, place_kinds or {}),
        type=kind,
        stage=crosswalk.read("stages", record.stage) or "",
    )
    if kind not in WITHOUT_WEAPONS:
        template = _with_weapons(template, _tell_stuff(record, text, crosswalk), crosswalk)
    template = with_perpetrators(template, record, text, crosswalk)
    if kind != "KIDNAPPING":
        template = with_targets(template, record, crosswalk)
    return _with_victims(template, record, country, crosswalk)


def _type(record: Record, crosswalk: Crosswalk) -> str:
    # Pylons brought down with dynamite are a bombing there, whatever the verb, and so is what a firebomb burns.
    explosive = any(
        crosswalk.read("weapons", weapon.category) in ("BOMB", "EXPLOSIVE", "VEHICLE BOMB") for weapon in record.weapons
    )
    hurled = any(crosswalk.words["firebombs"] & set(WORD.findall(weapon.text.upper())) for weapon in record.weapons)
    if (record.type is EventType.SABOTAGE and explosive) or (record.type is EventType.ARSON and hurled):
        return "BOMBING"
    return crosswalk.read("types", record.type) or "ATTACK"


def _tell_stuff(record: Record, text: str, crosswalk: Crosswalk) -> list[Weapon]:
    """Return the weapons, a bomb in the words for what it was made of where its evidence tells it: "dynamite"."""
    weapons: list[Weapon] = []
    for number, weapon in enumerate(record.weapons):
        told = [Span(*offsets).of(text) for offsets in record.evidence.get(f"weapons[{number}]", ())]
        stuff = next((words for words in told if _names_stuff(words, crosswalk)), None)
        weapons.append(weapon if stuff is None else replace(weapon, text=stuff))
    return weapons


def _names_stuff(words: str, crosswalk: Crosswalk) -> bool:
    return any(word in words.upper() for word in crosswalk.tables["weapon_words"])


def _with_weapons(template: Template, weapons: Sequence[Weapon], crosswalk: Crosswalk) -> Template:
    names: list[str] = []
    kinds: list[Filler] = []
    for weapon in weapons:
        name = _name_of_weapon(phrase(weapon.text), crosswalk)
        finer = [value for word, value in crosswalk.tables["weapon_words"].items() if word in weapon.text.upper()]
        kind = finer[0] if finer else crosswalk.read("weapons", weapon.category)
        if kind is None:
            continue
        if name and name not in names:
            names.append(name)
        kinds.append((kind, name))
    # A gun that is only heard of says no more than one that is named.
    kinds = [filler for filler in kinds if filler[1] or not names]
    return replace(
        template,
        instrument_id=tuple((name, "") for name in names),
        instrument_type=tuple(dict.fromkeys(kinds)),
    )


def _name_of_weapon(printed: str, crosswalk: Crosswalk) -> str:
    """Return the words without what the weapon did ("DYNAMITE ATTACK"), "" where they tell only that."""
    words = printed.split()
    while words and words[-1].lower() in crosswalk.words["deeds"]:
        words.pop()
    told = {word.lower() for word in words}
    return "" if told & crosswalk.words["acts"] else " ".join(words)


def _with_victims(template: Template, record: Record, country: str | None, crosswalk: Crosswalk) -> Template:
    names: list[str] = []
    descriptions: list[Filler] = []
    kinds: list[Filler] = []
    numbers: list[Filler] = []
    nations: list[Filler] = []
    harms: list[Filler] = []
    for victim in harmed(record.victims):
        kind = crosswalk.read("victims", victim.category) or "CIVILIAN"
        harm = crosswalk.read("harms", victim.status)
        if harm == "REGAINED FREEDOM" and template.type != "KIDNAPPING":
            harm = "ESCAPED" if template.stage == "ATTEMPTED" else None
        name, description = _split_victim(victim)
        tag = name or description
        if name and name not in names:
            names.append(name)
        if description:
            descriptions.append((description, name))
        if kind == "POLITICAL FIGURE" and crosswalk.words["officials"] & set(WORD.findall(description)):
            kind = "GOVERNMENT OFFICIAL"
        told = set(WORD.findall(description))
        if kind in ("CIVILIAN", "POLITICAL FIGURE", "GOVERNMENT OFFICIAL") and told & crosswalk.words["judicial"]:
            kind = "LEGAL OR JUDICIAL"
        elif kind == "CIVILIAN" and told & crosswalk.words["political"]:
            kind = "POLITICAL FIGURE"
        if is_former(description, crosswalk):
            kind = crosswalk.read("former", kind) or kind
        kinds.append((kind, tag))
        numbers.append((number_of_people(victim.count, one=bool(name)), tag))
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


def _tell_spared(casualties: Casualties) -> str:
    """Return what the article says of harm that nobody came to, "" for nothing."""
    dead, hurt = (count is not None and count.best == 0 for count in (casualties.killed, casualties.injured))
    return "NO INJURY OR DEATH" if hurt else "NO DEATH" if dead else ""


def _split_victim(victim: Victim) -> tuple[str, str]:
    """Return a victim's name and what else the words call them, "" for none."""
    printed = phrase(victim.text)
    if victim.name is None:
        return "", "PEOPLE" if _is_number(printed) else printed
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
    """Return the words without those of the name, of which they hold a part: "RUIZ, THE MAYOR"."""
    parts = [part.strip() for part in printed.split(",")]
    return _describe(", ".join(part for part in parts if not set(part.split()) & set(name.split())))
