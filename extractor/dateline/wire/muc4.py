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
    ActorKind,
    EventType,
    Record,
    Role,
    TargetCategory,
    VictimCategory,
    Weapon,
)
from dateline.wire.muc4_perpetrators import with_perpetrators
from dateline.wire.muc4_scenes import read_date, read_location
from dateline.wire.muc4_tables import (
    Crosswalk,
    capitals,
    load_crosswalk,
    phrase,
)
from dateline.wire.muc4_targets import with_targets
from dateline.wire.muc4_templates import Filler, Template, join_alike
from dateline.wire.muc4_victims import NO_VICTIMS, is_former, is_harmed, with_victims

# Means of harm have no slot in these.
WITHOUT_WEAPONS = frozenset(("ARSON", "KIDNAPPING"))
UNDER_ARMS = frozenset((VictimCategory.POLICE, VictimCategory.MILITARY, VictimCategory.MILITANT))
ARMED_PLACES = frozenset((TargetCategory.MILITARY, TargetCategory.POLICE))


def build_templates(
    records: Iterable[Record], text: str, *, place_kinds: Mapping[str, str] | None = None
) -> tuple[Template, ...]:
    """Return the templates of one article, in the order of its records.

    Only what the task asks for: recent acts of terror, or of the state against civilians, that belong to one of the
    nine countries. Incidents that no slot tells apart are joined.

    Args:
        records: the records of one article.
        text: its text, as the records' evidence counts it.
        place_kinds: "NAME" or "COUNTRY: NAME" in capitals to the kind of place that the task's list gives it.
    """
    return join_alike(
        [build_template(record, text, place_kinds=place_kinds) for record in records if is_incident(record, text)]
    )


def is_incident(record: Record, text: str) -> bool:
    """Whether the task counts a record of the article `text` as an incident of its own."""
    crosswalk = load_crosswalk()
    kind = crosswalk.read("types", record.type)
    if kind is None or record.role is Role.BACKGROUND or not _is_in_region(record, text, crosswalk):
        return False
    victims = [victim for victim in record.victims if victim.category not in NO_VICTIMS and is_harmed(victim)]
    civilians = any(victim.category not in UNDER_ARMS or is_former(victim.text, crosswalk) for victim in victims)
    # A policeman or soldier who is killed by name is murdered; nameless ones fall in the war.
    named = any(victim.name for victim in victims)
    places = any(target.category not in ARMED_PLACES for target in record.targets)
    if record.type is EventType.STRIKE:
        return any(actor.kind is ActorKind.ARMED_GROUP for actor in record.attributions)
    if record.type is EventType.ARMED_CLASH:
        return civilians or places
    # Between armed forces and armed groups it is war; what else is hit makes it terror.
    return civilians or places or named


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
        template = _with_weapons(template, record.weapons, crosswalk)
    template = with_perpetrators(template, record, text, crosswalk)
    if kind != "KIDNAPPING":
        template = with_targets(template, record.targets, country, crosswalk)
    return with_victims(template, record, country, text, crosswalk)


def _type(record: Record, crosswalk: Crosswalk) -> str:
    # Pylons brought down with dynamite are a bombing there, whatever the verb.
    explosive = any(
        crosswalk.read("weapons", weapon.category) in ("BOMB", "EXPLOSIVE", "VEHICLE BOMB") for weapon in record.weapons
    )
    if record.type is EventType.SABOTAGE and explosive:
        return "BOMBING"
    return crosswalk.read("types", record.type) or "ATTACK"


def _is_in_region(record: Record, text: str, crosswalk: Crosswalk) -> bool:
    place = record.place.country if record.place else None
    nations = {place, *(target.country for target in record.targets), *(actor.country for actor in record.attributions)}
    nations |= {victim.nationality for victim in record.victims}
    if nations == {None} or any(crosswalk.read("regions", nation) for nation in nations if nation):
        return True
    # A town abroad, in a country that the article does not name, is more likely its namesake in the region.
    abroad = crosswalk.read("countries", place) if place else None
    return abroad is None or re.search(rf"\b{abroad}\b", capitals(text)) is None


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
