"""Parts the followers of two parties: "workers of the Red Star and the Black Cat clashed"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dateline.find.actor_phrases import left_edge, skip_article, words_of
from dateline.find.actor_scene import ActorScene
from dateline.find.nouns import span_of
from dateline.mentions import ActorMention
from dateline.records import ActorKind

if TYPE_CHECKING:
    from spacy.tokens import Token

PLURAL = frozenset(("NNS", "NNPS"))
FOLLOWERS = "members"  # nouns of actor_nouns.toml for those who belong to a body
PEOPLE = frozenset((FOLLOWERS, "crowds"))
# fmt: off
# What two sides do to each other: workers of two firms that strike are no sides.
FIGHTING = frozenset((
    "clash", "clashed", "clashes", "clashing", "fight", "fought", "fighting", "fights", "battle", "battled", "battles",
    "traded", "exchanged", "brawled", "brawl", "scuffled", "scuffle", "scuffles", "skirmish", "skirmishes", "other",
    "another", "blows",
))
# fmt: on
PLACES = frozenset(("GPE", "LOC", "FAC"))


def part_sides(scene: ActorScene) -> Iterator[ActorMention]:
    """Yield a mention for each of two parties whose followers are told in one breath."""
    for head in scene.doc:
        placed = scene.placed.get(head.i) if head.tag_ in PLURAL else None
        if placed is None or placed.noun.id not in PEOPLE:
            continue
        names = _names_behind(head)
        if len(names) < 2 or any(name.ent_type_ in PLACES for name in names):
            continue
        if placed.noun.id != FOLLOWERS and not any(word.lower_ in FIGHTING for word in head.sent):
            continue
        for name in names:
            first = skip_article(scene.doc, left_edge(name, name.i), name.i)
            known = scene.mentions.get(name.i)
            yield ActorMention(
                span=span_of(scene.doc, first, name.i),
                head=head.i if name is names[0] else name.i,
                rule=f"noun:{placed.noun.id}",
                actor=known.actor if known is not None and known.named else words_of(scene.doc, first, name.i),
                kind=ActorKind.CROWD,
                country=None,
                named=True,
            )


def _names_behind(head: Token) -> tuple[Token, ...]:
    """Return the last words of the names joined behind "supporters of"."""
    leads = (kid for kid in head.rights if kid.dep_ == "prep" and kid.lower_ == "of")
    names = [kid for lead in leads for kid in lead.rights if kid.dep_ == "pobj" and kid.pos_ == "PROPN"][:1]
    while names:
        joined = next((kid for kid in names[-1].rights if kid.dep_ == "conj" and kid.pos_ == "PROPN"), None)
        if joined is None:
            break
        names.append(joined)
    return tuple(names)
