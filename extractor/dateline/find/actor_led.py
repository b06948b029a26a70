"""Finds the coalition that is named by who leads it alone: "a Saudi-led air strike", "US-led raids"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from dateline.find.actor_lexicon import Name, load_names

# Of the lexicon's coalitions, the one that each land leads.
LED_BY = {"saudi": "Saudi-led coalition", "us": "US-led coalition", "u.s.": "US-led coalition"}
FROM_AIR = frozenset((
    "strike", "strikes", "airstrike", "airstrikes", "raid", "raids", "bombing", "bombings", "bombardment",
    "bombardments",
))  # fmt: skip
REACH = 3  # tokens behind "led" in which the act stands: "Saudi-led air strike"


def find_led(lower: Sequence[str], overlay: Path | None = None) -> Iterator[tuple[int, int, Name]]:
    """Yield the first and the last token of "Saudi-led" before strikes, and the coalition that is meant.

    Args:
        lower: the words of the text in lower case.
        overlay: a user's lexicon file.
    """
    for last, word in enumerate(lower):
        if not word.endswith("led") or (word == "led" and (last < 2 or lower[last - 1] != "-")):
            continue
        first = last - 2 if word == "led" else last
        key = LED_BY.get(lower[first].removesuffix("-led"))
        name = load_names(overlay).by_id.get(key) if key is not None else None
        if name is not None and not FROM_AIR.isdisjoint(lower[last + 1 : last + 1 + REACH]):
            yield first, last, name
