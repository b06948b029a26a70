"""The things hit as MUC-4 templates tell them: what kind each is, how many and what became of them."""

from __future__ import annotations

from dataclasses import replace

from dateline.records import EventType, Record, Target, TargetCategory
from dateline.wire.muc4_phrases import with_owner
from dateline.wire.muc4_tables import WORD, Crosswalk, number_of_things, phrase
from dateline.wire.muc4_templates import Template

# Acts that people are hit by.
AT_PEOPLE = frozenset(
    (EventType.SHOOTING, EventType.ATTACK, EventType.ARMED_CLASH, EventType.EXECUTION, EventType.STABBING)
)
# Whose office or home it is, the words tell; a vehicle stays one, whoever rides in it.
OWNED = frozenset(
    (
        TargetCategory.RESIDENCE,
        TargetCategory.OTHER,
        TargetCategory.CULTURAL,
        TargetCategory.BUSINESS,
        TargetCategory.POLITICAL,
        TargetCategory.GOVERNMENT,
    )
)


def with_targets(template: Template, record: Record, text: str, crosswalk: Crosswalk) -> Template:
    """Return the template with the things hit; those of the country of the place have no nation."""
    country = record.place.country if record.place else None
    rows: dict[str, Target] = {}
    for index, target in enumerate(record.targets):
        if _is_target(target, record, crosswalk):
            words = with_owner(phrase(target.text), text, record.evidence.get(f"targets[{index}]", ()))
            rows.setdefault(words, replace(target, text=words))
    nations = {name: crosswalk.read("countries", target.country or "") for name, target in rows.items()}
    effects = {name: crosswalk.read("effects", target.effect or "") for name, target in rows.items()}
    if template.type != "ROBBERY":
        effects = {name: effect for name, effect in effects.items() if effect != "TARGET TAKEN"}
    return replace(
        template,
        phys_target=tuple((name, "") for name in rows),
        phys_target_type=tuple((kind_of_thing(target, crosswalk), name) for name, target in rows.items()),
        phys_target_number=tuple((number_of_things(target.text), name) for name, target in rows.items()),
        phys_target_nation=tuple(
            (nation, name) for name, nation in nations.items() if nation and rows[name].country != country
        ),
        phys_target_effect=tuple((effect, name) for name, effect in effects.items() if effect),
    )


def _is_target(target: Target, record: Record, crosswalk: Crosswalk) -> bool:
    """Whether the task counts a thing as hit.

    A town or a quarter is where things are hit. What armies and armed groups do to each other's camps and vehicles is
    war, and where people are shot the house that stays whole is only where they were.
    """
    is_place = not crosswalk.words["places"].isdisjoint(phrase(target.text).split()[-1:])
    if target.category is TargetCategory.MILITARY or is_place:
        return False
    return record.type not in AT_PEOPLE or not record.victims or target.effect is not None


def kind_of_thing(target: Target, crosswalk: Crosswalk) -> str:
    """Return the kind that the task gives a thing: by its words where they tell more than its category."""
    words = WORD.findall(phrase(target.text).replace("-", " ").replace("'S", ""))
    for word in words:
        if (kind := crosswalk.read("target_words", word)) is not None:
            return kind
    if target.category in OWNED:
        for word in words:
            if (kind := crosswalk.read("owner_words", word)) is not None:
                return kind
        if target.category is TargetCategory.OTHER and not crosswalk.words["offices"].isdisjoint(words):
            return "ORGANIZATION OFFICE"
    return crosswalk.read("targets", target.category) or "OTHER"
