"""Mends what the tagger makes of towns that it does not know: "was shot in Tibu" tells of no Tibu who was shot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.tokens import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

PLACING = frozenset(("in", "near", "outside"))
# "Has faith in Rojas", "no confidence in Rojas".
TRUSTING = frozenset((
    "belief", "believe", "believed", "believes", "confidence", "faith", "hope", "hopes", "interest", "interested",
    "trust", "trusted", "trusts",
))  # fmt: skip


def mend_town_names(doc: Doc) -> None:
    """Make places of persons by one name in whom, or near whom, things are told to have happened."""
    towns = [Span(doc, ent.start, ent.end, label="GPE") for ent in _find_towns(doc)]
    if towns:
        doc.set_ents(towns, default="unmodified")


def _find_towns(doc: Doc) -> Iterator[Span]:
    persons = [ent for ent in doc.ents if ent.label_ == "PERSON"]
    surnames = {ent[-1].text for ent in persons if len(ent) > 1}
    for ent in persons:
        if len(ent) == 1 and _is_setting(ent[0]) and ent[0].text not in surnames:
            yield ent


def _is_setting(name: Token) -> bool:
    prep = name.head
    bare = name.tag_ == "NNP" and not any(name.children)
    return name.dep_ == "pobj" and bare and prep.lower_ in PLACING and prep.head.lower_ not in TRUSTING
