"""Tells a body that broke away from a group, or goes its own way in it, from the group: "a faction of the front"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from dateline.find.actor_phrases import words_of
from dateline.find.actor_scene import BODIES, ActorScene
from dateline.lexicon.files import load_phrases
from dateline.records import ActorKind

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from dateline.mentions import ActorMention

DESCRIBING = frozenset(("amod", "compound", "nmod"))


def name_split(doc: Doc, first: int, last: int, head: Token, group: str) -> str:
    """Return who acts where the name of a group hangs on `head`: the group, or the body that broke away from it.

    Args:
        doc: the analysed text.
        first: the first token of the phrase, behind its article.
        last: the last one.
        head: the word for people or a body: "fighters", "faction".
        group: the group's name.
    """
    return words_of(doc, first, last) if _is_split(head) else group


def settle_splits(scene: ActorScene) -> Iterator[ActorMention]:
    """Yield such bodies under the name that the text gives them: "the Red Dawn, a faction of the Grey Front,"."""
    splits = [mention for mention in scene.mentions.values() if mention.named and _is_split(scene.doc[mention.head])]
    called: dict[str, ActorMention] = {}  # by the group that they left
    for mention in splits:
        head = scene.doc[mention.head]
        body = scene.mentions.get(head.head.i) if head.dep_ == "appos" else None
        if body is None:
            continue
        own = body.named or _has_name(scene.doc[body.head])
        if own:
            called[_group_of(mention)] = replace(body, kind=mention.kind, named=True)
            if body.kind is ActorKind.UNKNOWN:
                yield called[_group_of(mention)]
    for mention in splits:
        name = called.get(_group_of(mention))
        if name is not None and not _has_name(scene.doc[mention.head]):
            yield replace(mention, actor=name.actor, kind=name.kind, country=name.country)


def _is_split(head: Token) -> bool:
    """Whether the word is for such a body: "faction", "dissidents", "splinter group"."""
    words = load_phrases("agent_nouns", "splits")
    if head.lower_ in words:
        return True
    return head.lower_ in BODIES and any(child.lower_ in words for child in head.lefts if child.dep_ in DESCRIBING)


def _has_name(head: Token) -> bool:
    """Whether a name stands before the word: "the Hakim faction"."""
    return any(child.pos_ == "PROPN" for child in head.lefts)


def _group_of(mention: ActorMention) -> str:
    """Return the rule by which the name of the group was found, without that of the word it hangs on."""
    return mention.rule.partition("+")[0]
