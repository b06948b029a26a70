"""Finds those who may have done it: named groups, forces of states, words for attackers, persons.

All are candidates; `relate` decides who of them did anything. A name of the lexicon is found whatever the
tagger thinks of it. A name before or after a word for people makes one mention, headed by that word:
"Taliban fighters", "members of the PKK".
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from dateline.analysis.texts import lower_words
from dateline.find.actor_callers import find_callers
from dateline.find.actor_groups import find_groups
from dateline.find.actor_introductions import NAMING, OPENING, body_before, find_introduced
from dateline.find.actor_led import find_led
from dateline.find.actor_lexicon import Name, Use
from dateline.find.actor_names import find_names
from dateline.find.actor_pairs import part_pairs
from dateline.find.actor_persons import find_bodies, find_persons, find_states
from dateline.find.actor_phrases import CountryOf, carrier_of, left_edge, place_nouns, skip_article
from dateline.find.actor_references import find_owned, find_references, find_theirs
from dateline.find.actor_scene import ActorScene
from dateline.find.actor_sides import part_sides
from dateline.find.actor_splits import name_split, settle_splits
from dateline.find.nouns import span_of
from dateline.mentions import ActorMention

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


BRACKETS = {"(": ")", "[": "]"}
# "The Green Front, a Red Dawn ally": Red Dawn is another.
# fmt: off
FRIENDS = frozenset((
    "ally", "affiliate", "offshoot", "branch", "rival", "splinter", "partner", "proxy", "supporter", "sympathizer",
    "foe",
))
# fmt: on
LONGEST_GLOSS = 8  # tokens of a name's other form in brackets


def find_actors(doc: Doc, *, country_of: CountryOf, overlay: Path | None = None) -> tuple[ActorMention, ...]:
    """Return the candidates in order of text, one for each head word.

    Args:
        doc: the analysed text.
        country_of: gives the ISO 3166-1 alpha-2 code for a country's name or demonym ("Iraqi"), else None.
        overlay: a user's lexicon file.
    """
    lower = lower_words(doc)
    scene = ActorScene(doc, lower, tuple(doc.ents), place_nouns(doc, lower, overlay), cache(country_of), overlay)
    printed: dict[str, Name] = {}
    for first, last, name in find_names(doc, overlay):
        printed[name.id] = name
        _add_named(scene, first, last, name, "name")
    for first, last, name in find_led(lower, overlay):
        if first not in scene.covered:
            _add_named(scene, first, last, printed.get(name.id, name), "name")
    for first, last, name in find_introduced(scene):
        _add_named(scene, first, last, name, "introduced")
    for mention in find_groups(scene):
        scene.add(mention)
    for mention in (*find_persons(scene), *find_states(scene), *find_bodies(scene)):
        scene.add(mention)
    for mention in find_callers(scene):
        scene.add(mention)
    for mention in (*part_pairs(scene), *part_sides(scene)):
        scene.mentions[mention.head] = mention
    for mention in list(settle_splits(scene)):
        scene.mentions[mention.head] = mention
    for mention in find_references(scene):
        scene.mentions[mention.head] = mention
    for mention in list(find_theirs(scene)):
        scene.mentions[mention.head] = mention
    for head, owner in list(find_owned(scene)):
        if owner is None:
            del scene.mentions[head]
        else:
            scene.mentions[head] = owner
    return tuple(sorted(scene.mentions.values(), key=lambda mention: (mention.span, mention.head)))


def _add_named(scene: ActorScene, first: int, last: int, name: Name, rule: str) -> None:
    doc = scene.doc
    root = doc[first : last + 1].root
    head = _carrier_past_letters(scene, last) or carrier_of(root, scene.placed)
    if head.i in scene.mentions and head is not root:
        head = root
    if head.i < first:  # "members of the PKK"
        left, right = skip_article(doc, left_edge(head, head.i), head.i), last
    else:
        left, right = skip_article(doc, min(first, left_edge(head, first)), first), max(last, head.i)
    _add_body(scene, first, last, name, rule)
    placed = scene.placed.get(head.i)
    scene.add(
        ActorMention(
            span=span_of(doc, left, right),
            head=head.i,
            rule=f"{rule}:{name.id}" if placed is None or head is root else f"{rule}:{name.id}+{placed.noun.id}",
            actor=name.actor if head is root else name_split(doc, left, right, head, name.actor),
            kind=name.kind,
            country=name.country,
            named=True,
        )
    )


def _carrier_past_letters(scene: ActorScene, last: int) -> Token | None:
    """Return the word for people after a name and its other form in brackets: "Green Dawn (GD) urban guerrillas"."""
    doc = scene.doc
    if last + 1 >= len(doc) or doc[last + 1].text not in BRACKETS:
        return None
    within = range(last + 2, min(len(doc), last + 2 + LONGEST_GLOSS))
    closing = next((index for index in within if doc[index].text == BRACKETS[doc[last + 1].text]), None)
    if closing is None:
        return None
    for carrier in range(closing + 1, min(len(doc), closing + 3)):
        if carrier in scene.placed:
            return doc[carrier] if scene.placed[carrier].noun.use is not Use.WEAK else None
        if doc[carrier].dep_ not in ("amod", "compound"):
            return None
    return None


def _add_body(scene: ActorScene, first: int, last: int, name: Name, rule: str) -> None:
    """Let "a group called X" mean X at the word "group" too, and "X" in "a militant group, X," likewise."""
    doc = scene.doc
    index = first - 1
    while index > 0 and doc[index].text in OPENING:
        index -= 1
    body = body_before(scene, index) if index >= 0 and scene.lower[index] in NAMING else None
    root = doc[first]
    while root.dep_ in ("compound", "det", "nmod", "amod") and root.head.i > root.i and root.head.lower_ not in FRIENDS:
        root = root.head
    if body is None and root.dep_ == "appos" and root.head.i in scene.placed:
        body = root.head.i if scene.placed[root.head.i].noun.use is Use.GROUP else None
    if body is not None and doc[body].tag_ in ("NNS", "NNPS"):
        return  # "two groups, X and Y, claimed it"
    if body is not None and body not in scene.covered:
        left = skip_article(doc, left_edge(doc[body], body), body)
        scene.add(
            ActorMention(
                span=span_of(doc, left, body),
                head=body,
                rule=f"{rule}:{name.id}",
                actor=name.actor,
                kind=name.kind,
                country=name.country,
                named=True,
            )
        )
        scene.mentions[body] = replace(scene.mentions[body], span=span_of(doc, first, last))
