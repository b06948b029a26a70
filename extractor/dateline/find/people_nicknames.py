"""Joins the parts of a name around a nickname in quotation marks: 'Rodrigo "Digong" Santos' is one man."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from dateline.find.people_phrases import Scene

OPENING = frozenset(('"', "``", "\u201c", "\u2018", "'"))
CLOSING = frozenset(('"', "''", "\u201d", "\u2019", "'"))
LONGEST = 3  # tokens of a nickname: "El Gordo", "the Lion"


def join_nicknames(scene: Scene) -> None:
    """Make one name of those that the tagger parts by a nickname between them."""
    for index in range(1, len(scene.doc) - 2):
        if scene.doc[index].text not in OPENING or index - 1 not in scene.person_at:
            continue
        close = _find_close(scene.doc, index)
        if close is None or scene.doc[close + 1].tag_ != "NNP":
            continue
        first, last = scene.person_at[index - 1][0], scene.person_at.get(close + 1, (close + 1, close + 1))[1]
        for inside in range(first, last + 1):
            scene.person_at[inside] = (first, last)


def _find_close(doc: Doc, index: int) -> int | None:
    """Return the mark that closes the nickname which the mark at `index` opens; None if no nickname stands there."""
    for end in range(index + 2, min(index + 2 + LONGEST, len(doc) - 1)):
        if doc[end].text in CLOSING:
            inside = doc[index + 1 : end]
            named = inside[-1].text[:1].isupper() and all(word.is_alpha for word in inside)
            return end if named and doc[index + 1].whitespace_ == ("" if len(inside) == 1 else " ") else None
    return None
