"""Tells names from the titles, ranks and callings right before them: "Deputy Ana Ruiz", "Corporal Lee Hart"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.find.people_phrases import Scene, is_plural
from dateline.find.people_roles import ABBREVIATED, RANKS

if TYPE_CHECKING:
    from spacy.tokens import Token

SEEN = frozenset(("", "PERSON"))


def skip_rank(scene: Scene, first: int, last: int) -> int:
    """Return the first token of a name of two words behind a rank, with which the tagger makes a body of it."""
    ranked = last - first > 1 and scene.doc[last].ent_type_ == "ORG" and _is_rank(scene.doc[first])
    return first + 1 if ranked else first


def is_titled(scene: Scene, first: int, last: int) -> bool:
    """Whether a title or calling of one person stands right before the name: "Deputy Ana Ruiz", "farmer Ben Cole"."""
    placed = scene.roles.get(first - 1)
    if placed is None or placed.role.use not in ("role", "weak", "title"):
        return False
    listed = is_plural(scene.doc[first - 1]) and _leads_list(scene, first, last)
    if is_plural(scene.doc[first - 1]) and not listed:
        return False
    kinds = SEEN | {"ORG"} if first < last and (listed or _is_rank(scene.doc[first - 1])) else SEEN
    return all(word.text.istitle() and word.ent_type_ in kinds for word in scene.doc[first : last + 1])


def _leads_list(scene: Scene, first: int, last: int) -> bool:
    """Whether a plural and another name behind show it to be one of several: "engineers Ana Ruiz and Ben Cole"."""
    doc = scene.doc
    titled = doc[first - 1].dep_ == "compound" and doc[first - 1].head.i == last
    titled = titled or (doc[last].dep_ == "appos" and doc[last].head.i == first - 1)
    return titled and last + 2 < len(doc) and doc[last + 1].lower_ in (",", "and") and last + 2 in scene.person_at


def _is_rank(word: Token) -> bool:
    return word.lower_ in RANKS | ABBREVIATED
