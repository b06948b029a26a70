"""Records as templates of the Fourth Message Understanding Conference (MUC-4, 1992).

Source: MUC-4 task documentation, template-doc-part1 and part2, version 7. What a value reads as stands in
`muc4.toml`; this module holds the rules that need more than one value.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

import orjson

from dateline.records import Record, Weapon
from dateline.spans import Span
from dateline.wire.muc4_incidents import choose_incidents
from dateline.wire.muc4_perpetrators import lend_group, with_perpetrators
from dateline.wire.muc4_phrases import share_sentence
from dateline.wire.muc4_scenes import read_date, read_location
from dateline.wire.muc4_tables import Crosswalk, load_crosswalk, phrase
from dateline.wire.muc4_targets import with_targets
from dateline.wire.muc4_templates import Filler, Template, join_alike
from dateline.wire.muc4_types import read_type
from dateline.wire.muc4_victims import with_victims

# Means of harm have no slot in these.
WITHOUT_WEAPONS = frozenset(("ARSON", "KIDNAPPING"))


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
            for attributed, counts in zip(lend_group(told), choose_incidents(told, text), strict=True)
            if counts
        ]
    )


def encode_templates(name: str, templates: Sequence[Template]) -> bytes:
    """Return the templates of the article `name` as one line of JSON, with its line end, as MUC-4 scorers read it."""
    return orjson.dumps({"doc_id": name, "templates": templates}, option=orjson.OPT_APPEND_NEWLINE)


def build_template(record: Record, text: str, *, place_kinds: Mapping[str, str] | None = None) -> Template:
    """Return the template of one record, whether or not the task asks for it; see `build_templates`."""
    crosswalk = load_crosswalk()
    kind = read_type(record, text, crosswalk)
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
        template = with_targets(template, record, text, crosswalk)
    return with_victims(template, record, country, text, crosswalk)


def _tell_stuff(record: Record, text: str, crosswalk: Crosswalk) -> list[Weapon]:
    """Return the weapons told with the act, a bomb in the words for what it was made of where its evidence tells it.

    "Dynamite" says more than "a device". What only other sentences tell of was found or carried rather than used.
    """
    weapons: list[Weapon] = []
    acts = [Span(*offsets) for offsets in record.evidence.get("type", ())]
    for number, weapon in enumerate(record.weapons):
        spans = [Span(*offsets) for offsets in record.evidence.get(f"weapons[{number}]", ())]
        if acts and spans and not any(share_sentence(act, span, text) for act in acts for span in spans):
            continue
        told = [span.of(text) for span in spans]
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
