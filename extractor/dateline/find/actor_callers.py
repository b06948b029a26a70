"""Finds the names of bodies that call or lead unrest, whatever the tagger takes them for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dateline.find.actor_phrases import skip_article, words_of
from dateline.find.actor_scene import ActorScene
from dateline.find.nouns import span_of
from dateline.lexicon.files import load_phrases
from dateline.mentions import ActorMention
from dateline.records import ActorKind

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

NO_BODIES = frozenset(("GPE", "LOC", "PERSON", "NORP", "DATE", "TIME", "CARDINAL", "MONEY"))
LONGEST_TAIL = 6  # tokens of "of SA Trade Unions", behind the head of a name


def find_callers(scene: ActorScene) -> Iterator[ActorMention]:
    """Yield the named bodies behind "called by" and the like: "a shutdown called by the Valley Conference".

    The tagger takes such names for events or for nothing, or finds a body only in their last words: "the Congress of
    Port Unions".
    """
    calling = load_phrases("agent_verbs", "calling")
    for index, word in enumerate(scene.lower):
        if word != "by" or not index or scene.lower[index - 1] not in calling:
            continue
        for noun in scene.doc[index].children:
            if noun.dep_ == "pobj":
                yield from (_read(scene, one) for one in (noun, *noun.conjuncts) if _is_name(scene, one))


def _is_name(scene: ActorScene, noun: Token) -> bool:
    named = noun.pos_ == "PROPN" and noun.text[0].isupper() and noun.ent_type_ not in NO_BODIES
    return named and noun.i not in scene.mentions


def _read(scene: ActorScene, noun: Token) -> ActorMention:
    doc = scene.doc
    parts = [
        kid.left_edge.i for kid in noun.lefts if kid.dep_ in ("compound", "amod", "nmod") and kid.text[0].isupper()
    ]
    first = skip_article(doc, min((noun.i, *parts)), noun.i)
    last = _end_of(doc, noun)
    words = words_of(doc, first, last)
    return ActorMention(
        span=span_of(doc, first, last),
        head=noun.i,
        rule="organisation",
        actor=words,
        kind=ActorKind.UNKNOWN,
        country=scene.country_of(words),
        named=True,
    )


def _end_of(doc: Doc, noun: Token) -> int:
    """Return the last token of the name: that of the capitals behind "of"."""
    if noun.i + 1 >= len(doc) or doc[noun.i + 1].lower_ != "of":
        return noun.i
    last = noun.i
    for token in doc[noun.i + 2 : noun.i + 2 + LONGEST_TAIL]:
        if token.text[0].isupper() and token.pos_ in ("PROPN", "ADJ", "NOUN"):
            last = token.i
        elif token.lower_ not in ("of", "the", "and", "for"):
            break
    return last
