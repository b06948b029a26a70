"""Finds words that stand for a group named before: "the group", "the rebels"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from dateline.find.actor_lexicon import Use
from dateline.find.actor_phrases import DEFINITE
from dateline.find.actor_scene import BODIES, ActorScene
from dateline.find.nouns import span_of
from dateline.mentions import ActorMention
from dateline.records import ActorKind

if TYPE_CHECKING:
    from spacy.tokens import Token

# What may describe a body that the text has named before.
OF_ARMS = frozenset(
    (
        "same",
        "islamist",
        "extremist",
        "militant",
        "armed",
        "jihadist",
        "jihadi",
        "rebel",
        "terrorist",
        "terror",
        "outlawed",
        "banned",
        "alleged",
        "so-called",
        "self-styled",
    )
) | frozenset(
    ("insurgent", "separatist", "marxist", "leftist", "maoist", "guerrilla", "paramilitary", "radical", "criminal")
)

SPEAKERS_OWN = frozenset(("his", "her", "our", "my"))
SUBJECTS = frozenset(("nsubj", "nsubjpass"))
NAMES = frozenset(("NOUN", "PROPN"))
OF_GROUPS = frozenset((ActorKind.ARMED_GROUP, ActorKind.CRIMINAL, ActorKind.INDIVIDUAL))  # kinds of "its gunmen"


def find_references(scene: ActorScene) -> Iterator[ActorMention]:
    """Yield "the group" and the like, under the name of the last armed group before it."""
    doc = scene.doc
    last: ActorMention | None = None
    named: set[str] = set()
    for index in sorted({*scene.mentions, *scene.placed}):
        mention = scene.mentions.get(index)
        if mention and mention.named and mention.kind in (ActorKind.ARMED_GROUP, ActorKind.CRIMINAL):
            named.add(mention.actor)
            last = mention if last is None or not _is_aside(scene, mention, last) else last
        if last is None or index not in scene.placed or index == last.head or (mention is not None and mention.named):
            continue
        token = doc[index]
        if _means_body(scene, token) or _means_fighters(scene, token, last, alone=len(named) == 1):
            yield ActorMention(
                span=span_of(doc, token.i, token.i),
                head=token.i,
                rule=f"reference:{last.rule.partition(':')[2]}",
                actor=last.actor,
                kind=last.kind,
                country=last.country,
                named=True,
            )


def find_theirs(scene: ActorScene) -> Iterator[ActorMention]:
    """Yield "its fighters" under the name of the group that the clause or the sentence before is about."""
    for index in sorted(scene.mentions):
        mention, token = scene.mentions[index], scene.doc[index]
        if mention.named or mention.kind not in OF_GROUPS or mention.rule.partition(":")[0] != "noun":
            continue
        pronoun = next((child for child in token.lefts if child.dep_ == "poss" and child.lower_ == "its"), None)
        owner = scene.mentions.get(_last_subject(pronoun)) if pronoun is not None else None
        if owner is not None and owner.named and owner.kind in (ActorKind.ARMED_GROUP, ActorKind.CRIMINAL):
            rule = f"reference:{owner.rule.partition(':')[2]}"
            yield replace(mention, rule=rule, actor=owner.actor, kind=owner.kind, country=owner.country, named=True)


def find_owned(scene: ActorScene) -> Iterator[tuple[int, ActorMention | None]]:
    """Yield the head of each "whose fighters", with the group that they are of; None where that is none found.

    "The Red Dawn, whose fighters stormed a hotel": the Red Dawn did.
    """
    for index in sorted(scene.mentions):
        token = scene.doc[index]
        if scene.mentions[index].named or not any(child.lower_ == "whose" for child in token.lefts):
            continue
        # The clause's verb may stand above a verb or two: "whose members are said to have fired".
        clause = next((above for above in (token, *token.ancestors) if above.dep_ == "relcl"), None)
        owner = scene.mentions.get(clause.head.i) if clause is not None else None
        yield index, None if owner is None else replace(owner, head=index)


def _is_aside(scene: ActorScene, mention: ActorMention, last: ActorMention) -> bool:
    """Whether a group is only told to say who the one before it is, which stays what the text is about.

    "The Red Dawn, which is tied to the Grey Front,"; "the Red Dawn, a splinter of the Grey Front,"; "the Red Dawn has
    sworn fealty to the Grey Front".
    """
    above = scene.doc[mention.head]
    joined = above.dep_ == "pobj" and above.head.lower_ not in ("by", "on")  # "the raid was laid on the Grey Front"
    while above.head.i != above.i:
        if above.dep_ in ("relcl", "acl", "appos") and _is_of(scene, above.head, last):
            return True
        if above.dep_ in ("nsubj", "nsubjpass"):
            return False
        above = above.head
        if joined and above.pos_ in ("VERB", "AUX"):
            if any(child.dep_ == "nsubj" and _is_of(scene, child, last) for child in above.lefts):
                return True
            joined = False
    return False


def _is_of(scene: ActorScene, token: Token, group: ActorMention) -> bool:
    """Whether the word belongs to a mention of the group."""
    found = scene.mentions.get(token.i)
    within = group.span.start <= token.idx < group.span.end
    return within or (found is not None and found.named and found.actor == group.actor)


def _last_subject(pronoun: Token) -> int:
    """Return the place of the noun that is subject next before the pronoun, -1 for none there or in the last sentence.

    The clause's own comes first, then the main one of the sentence before.
    """
    doc, start = pronoun.doc, pronoun.sent.start
    here = (token.i for token in reversed(doc[start : pronoun.i]) if token.dep_ in SUBJECTS and token.pos_ in NAMES)
    before = doc[start - 1].sent if start else doc[0:0]
    main = (token.i for token in before if token.dep_ in SUBJECTS and token.head.dep_ == "ROOT")
    return next(here, next(main, -1))


def _means_body(scene: ActorScene, token: Token) -> bool:
    """Whether the words stand for a body told before: "the group", "the same militia", "the Islamist group"."""
    placed = scene.placed[token.i]
    if token.lower_ not in BODIES and placed.noun.use is not Use.GROUP:
        return False
    describing = [
        child
        for child in token.children
        if child.dep_ in ("amod", "compound", "nmod", "nummod", "poss") and child.lower_ not in SPEAKERS_OWN
    ]
    following = any(
        child.dep_ in ("relcl", "prep", "acl") or (child.dep_ == "appos" and child.ent_type_ != "PERSON")
        for child in token.children
    )
    # "The front's spokesman said his group was responsible".
    definite = any(child.lower_ in DEFINITE | SPEAKERS_OWN for child in token.lefts)
    again = any(child.lower_ == "same" for child in describing)
    again = again or any(child.lower_ == "this" for child in token.lefts)  # "this organization, which claimed it"
    plain = all(child.lower_ in OF_ARMS for child in describing)
    return definite and plain and token.tag_ in ("NN", "NNP") and (again or not following)


def _means_fighters(scene: ActorScene, token: Token, last: ActorMention, *, alone: bool) -> bool:
    """Whether "the rebels" are those of the group named last.

    They are where the text has named no other (`alone`), or where it called that group's people by the same word.
    """
    if scene.placed[token.i].noun.id != "fighters" or token.tag_ not in ("NNS", "NNPS"):
        return False
    bare = not any(
        child.dep_ in ("amod", "compound", "nmod", "nummod", "poss", "relcl", "prep") for child in token.children
    )
    definite = any(child.lower_ in DEFINITE for child in token.lefts)
    return bare and definite and (alone or scene.lower[last.head] == token.lower_)
