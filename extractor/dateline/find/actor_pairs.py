"""Parts two bodies that share one word: "the Red Star and Black Cat gangs"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dateline.find.actor_phrases import left_edge, skip_article, words_of
from dateline.find.actor_scene import ActorScene
from dateline.find.nouns import span_of
from dateline.mentions import ActorMention

if TYPE_CHECKING:
    from spacy.tokens import Token

PLURAL = frozenset(("NNS", "NNPS"))
SHARED = frozenset(("gangs", "militias", "bodies", "members"))  # nouns of actor_nouns.toml that a name stands before
DESCRIBING = frozenset(("nmod", "compound", "amod"))


def part_pairs(scene: ActorScene) -> Iterator[ActorMention]:
    """Yield a mention for each of the names that a word for bodies in the plural goes with, which no lexicon has."""
    for head in scene.doc:
        if head.tag_ not in PLURAL:
            continue
        placed = scene.placed.get(head.i)
        if placed is None or placed.noun.id not in SHARED:
            continue
        names = _names_before(head)
        known = {scene.mentions[name.i].actor for name in names if name.i in scene.mentions}
        whole = scene.mentions.get(head.i)
        for name in names:
            if name.i in scene.mentions and scene.mentions[name.i].named:
                continue
            first = skip_article(scene.doc, left_edge(name, name.i), name.i)
            words = words_of(scene.doc, first, name.i)
            if whole is not None and whole.named and (whole.actor.startswith(words) or words in known):
                continue  # the lexicon's name, which the word for the bodies carries
            # The first stands at the word itself, which a verb governs, unless a name of the lexicon does.
            carries = name is names[0] and (whole is None or not whole.named)
            yield ActorMention(
                span=span_of(scene.doc, first, name.i),
                head=head.i if carries else name.i,
                rule=f"noun:{placed.noun.id}",
                actor=words,
                kind=placed.noun.kind,
                country=None,
                named=True,
            )


def _names_before(head: Token) -> tuple[Token, ...]:
    """Return the last words of two or more names joined before `head`, none where there is one."""
    first = next((kid for kid in head.lefts if kid.dep_ in DESCRIBING and kid.pos_ == "PROPN" and kid.n_rights), None)
    if first is None:
        return ()
    names, last = [first], first
    while True:
        joined = next((kid for kid in last.rights if kid.dep_ == "conj" and kid.pos_ == "PROPN"), None)
        if joined is None:
            return tuple(names) if len(names) > 1 else ()
        names.append(joined)
        last = joined
