"""The template of MUC-4, and joining those that tell of one incident."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

Filler = tuple[str, str]  # value and the string of another slot that it speaks of; "" without one


@dataclass(frozen=True, slots=True, kw_only=True)
class Template:
    """One incident as MUC-4 writes it; the names of the fields are those of its slots."""

    date: str
    location: str
    type: str
    stage: str
    instrument_id: tuple[Filler, ...] = ()
    instrument_type: tuple[Filler, ...] = ()
    perp_category: str = ""  # "" when it cannot be told
    perp_individual: tuple[Filler, ...] = ()
    perp_org: tuple[Filler, ...] = ()
    perp_org_confidence: tuple[Filler, ...] = ()
    phys_target: tuple[Filler, ...] = ()
    phys_target_type: tuple[Filler, ...] = ()
    phys_target_number: tuple[Filler, ...] = ()
    phys_target_nation: tuple[Filler, ...] = ()
    phys_target_effect: tuple[Filler, ...] = ()
    hum_target_name: tuple[Filler, ...] = ()
    hum_target_desc: tuple[Filler, ...] = ()
    hum_target_type: tuple[Filler, ...] = ()
    hum_target_number: tuple[Filler, ...] = ()
    hum_target_nation: tuple[Filler, ...] = ()
    hum_target_effect: tuple[Filler, ...] = ()


def join_alike(templates: Sequence[Template]) -> tuple[Template, ...]:
    """Join templates that agree in type, day, place and perpetrators, their other fillers in order."""
    joined: dict[tuple[object, ...], Template] = {}
    for template in templates:
        key = (
            *(template.type, template.stage, template.date, template.location),
            *(template.perp_category, template.perp_org, template.perp_individual),
        )
        joined[key] = _join(joined[key], template) if key in joined else template
    return tuple(joined.values())


def _join(first: Template, second: Template) -> Template:
    def both(slot: str) -> tuple[Filler, ...]:
        return tuple(dict.fromkeys((*getattr(first, slot), *getattr(second, slot))))

    return replace(
        first,
        instrument_id=both("instrument_id"),
        instrument_type=both("instrument_type"),
        phys_target=both("phys_target"),
        phys_target_type=both("phys_target_type"),
        phys_target_number=both("phys_target_number"),
        phys_target_nation=both("phys_target_nation"),
        phys_target_effect=both("phys_target_effect"),
        hum_target_name=both("hum_target_name"),
        hum_target_desc=both("hum_target_desc"),
        hum_target_type=both("hum_target_type"),
        hum_target_number=both("hum_target_number"),
        hum_target_nation=both("hum_target_nation"),
        hum_target_effect=both("hum_target_effect"),
    )
