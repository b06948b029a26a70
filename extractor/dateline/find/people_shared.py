"""Tells which callings belong to the person named right behind them: "senator and presidential candidate Ana Ruiz"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.find.people_phrases import Scene, is_plural

if TYPE_CHECKING:
    from spacy.tokens import Token

OWN = frozenset(("det", "poss", "nummod", "predet"))  # what a calling has that somebody else bears
SEVERAL = frozenset(("were", "are", "have"))
SAYING = frozenset(("said", "says", "told"))
DESCRIBING = frozenset(("amod", "compound"))


def title_start(scene: Scene, first: int) -> int:
    """Return where the titles before the name at token `first` start: "taxi driver", "Lt Col", "senator and mayor"."""
    start = _titles_beside(scene, first)
    joined = _joined_titles(scene, first, start)
    if joined:
        return _described_from(scene, scene.roles[joined[0]].first)
    # "Brazilian engineers Ana Ruiz": the parser may take the name for what tells of the engineers.
    apart = start < first and scene.doc[first - 1].dep_ not in DESCRIBING
    return _described_from(scene, start) if apart else start


def _titles_beside(scene: Scene, first: int) -> int:
    while first > 0 and (placed := scene.roles.get(first - 1)) and placed.role.use != "group":
        first = placed.first
    return first


def callings_of_named(scene: Scene) -> frozenset[int]:
    """Return the tokens of the callings that only tell of the person named right behind them."""
    found: set[int] = set()
    for first, last in set(scene.person_at.values()):
        start = _titles_beside(scene, first)
        joined = _joined_titles(scene, first, start)
        if joined:
            found.update(joined)
            found.add(first - 1)
        before = scene.doc[first - 1] if first else None
        if before is not None and before.i in scene.roles and before.dep_ != "appos":
            behind = scene.doc[last + 1].lower_ if last + 1 < len(scene.doc) else ""
            # "Nuns Ana Ruiz and Eva Paz": "two nuns" are told for their number.
            counted = any(kid.dep_ == "nummod" for kid in before.lefts)
            listed = behind in (",", "and") and last + 2 in scene.person_at and not counted
            if (_is_ones(before) and behind not in SAYING) or (listed and not _is_ones(before)):
                found.add(before.i)
    return frozenset(found)


def _joined_titles(scene: Scene, first: int, start: int) -> tuple[int, ...]:
    """Return the calling that "and" joins to that beside the name: "senator and presidential candidate Ana Ruiz".

    Both stand bare: of "a guard and driver Ana Ruiz" and "guard Ben Cole and driver Ana Ruiz" there are two.
    """
    doc = scene.doc
    start = _described_from(scene, start) if start < first else start
    if start >= first or start < 2 or doc[start - 1].lower_ != "and":
        return ()
    calling = doc[start - 2]
    placed = scene.roles.get(calling.i)
    if placed is None or placed.role.use not in ("role", "weak") or calling.i in scene.person_at:
        return ()
    if not (_is_ones(calling) and _is_ones(doc[first - 1])) or _has_own(calling) or _has_own(doc[first - 1]):
        return ()
    last = scene.person_at[first][1]
    several = any(word.lower_ in SEVERAL for word in doc[last + 1 : last + 2])
    return () if several else (calling.i,)


def _described_from(scene: Scene, start: int) -> int:
    """Return where the words start that tell of what calling it is: "former foreign minister"."""
    while start and scene.doc[start - 1].dep_ in DESCRIBING and start - 1 not in scene.person_at:
        start -= 1
    return start


def _is_ones(calling: Token) -> bool:
    return not is_plural(calling)


def _has_own(calling: Token) -> bool:
    return any(kid.dep_ in OWN for kid in calling.lefts)
