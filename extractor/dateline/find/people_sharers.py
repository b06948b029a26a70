"""Tells whom a surname alone means where several people of the text bear it: "Jim Poe shot Ann Poe. Poe was held"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dateline.mentions import PeopleMention


def name_sharers(mentions: Sequence[PeopleMention]) -> Iterator[PeopleMention]:
    """Yield the phrases, in order of text, a surname that several have with the full name of him told last before it.

    One first named in full with the surname later in the text is not meant: "found Poe and his wife, Ann Poe, dead".
    """
    firsts: dict[str, set[str]] = {}
    for mention in mentions:
        first, surname = _split(mention.name)
        if first:
            firsts.setdefault(surname, set()).add(first)
    last: dict[str, str] = {}
    for mention in mentions:
        first, surname = _split(mention.name)
        if first and mention.name is not None:
            last[surname] = mention.name
        alone = not first and mention.calling is None and len(firsts.get(surname, ())) > 1 and surname in last
        yield replace(mention, name=last[surname]) if alone else mention


def _split(name: str | None) -> tuple[str, str]:
    """Return the first name, "" where none is told, and the surname."""
    words = (name or "").split()
    return (words[0], words[-1]) if len(words) > 1 else ("", "".join(words))
