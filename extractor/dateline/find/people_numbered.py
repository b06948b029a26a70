"""Finds those whom a number or "another" alone stands for: "killed one man and wounded another", "a third died"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dateline.analysis.texts import lower_words
from dateline.find.nouns import span_of
from dateline.find.people_phrases import Scene, make_bare_mention
from dateline.mentions import PeopleMention
from dateline.records import exactly

if TYPE_CHECKING:
    from spacy.tokens import Token

# fmt: off
ORDINALS = frozenset((
    "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth",
))
# fmt: on
BEHIND = ("VERB", "AUX", "PUNCT", "CCONJ")  # what stands behind "another" that stands by itself
# Between life and death, which the tagger takes for a noun: "left a fourth fighting for his life".
STRUGGLING = frozenset(("battling", "clinging", "fighting", "struggling"))
OTHER_WORDS = ORDINALS | {"another", "both"}


def _stands_alone(scene: Scene, token: Token) -> bool:
    """Whether "a third", "the fifth" has no noun behind it."""
    if token.i == 0 or scene.doc[token.i - 1].lower_ not in ("a", "the") or token.i + 1 >= len(scene.doc):
        return False
    behind = scene.doc[token.i + 1]
    if behind.pos_ in ("VERB", "AUX", "PUNCT", "CCONJ", "ADV") or behind.lower_ in STRUGGLING:
        return True
    return behind.lower_ in ("in", "on", "was", "at", "near")


def _follows_thing(scene: Scene, token: Token) -> bool:
    """Whether "the second" is of things, of which the sentence tells the first: "the first blast killed five"."""
    before = scene.doc[token.sent.start : token.i]
    first = next((word for word in before if word.lower_ == "first" and word.dep_ == "amod"), None)
    return first is not None and first.head.pos_ == "NOUN" and first.head.i not in scene.roles


def find_numbered(scene: Scene) -> Iterator[PeopleMention]:
    """Yield "another", "a third" or "both" that stands by itself: "killed one man and wounded another"."""
    for index, word in enumerate(lower_words(scene.doc)):
        if word not in OTHER_WORDS:
            continue
        token = scene.doc[index]
        behind = next((word for word in scene.doc[token.i + 1 : token.i + 4] if word.pos_ != "ADV"), None)
        alone = token.dep_ != "det" or behind is None or behind.pos_ in BEHIND or behind.lower_ in ("hurt", *STRUGGLING)
        numbered = token.lower_ in ORDINALS and _stands_alone(scene, token) and not _follows_thing(scene, token)
        both = token.lower_ == "both" and token.dep_ in ("nsubj", "nsubjpass", "dobj", "pobj")
        if both or numbered or (token.lower_ == "another" and alone and token.i not in scene.count_at):
            span = span_of(scene.doc, token.i - numbered, token.i)
            rule = "people.number" if both else "people.another"
            yield make_bare_mention(span, token.i, exactly(1 + both), rule)
