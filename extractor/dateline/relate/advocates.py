"""Finds the person for whom a lawyer speaks: "his lawyer", "an attorney for John Poe", "defence counsel"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dateline.records import ActorKind
from dateline.relate.actor_heads import actors_at
from dateline.relate.pronouns import find_owner

if TYPE_CHECKING:
    from spacy.tokens import Token

    from dateline.mentions import ActorMention
    from dateline.relate.cues import Scene

ADVOCATES = frozenset(
    ("lawyer", "lawyers", "attorney", "attorneys", "solicitor", "solicitors", "barrister", "barristers", "counsel")
)
# Words beside "attorney" or "lawyer" of those who speak for a state, a body or those harmed.
OTHERS = frozenset(
    ("district", "state", "state's", "county", "city", "general", "u.s.", "us", "prosecuting", "rights", "human")
)
CLIENTS = frozenset(("client", "clients"))
DEFENDING = frozenset(("defence", "defense", "defending"))
BESIDE = frozenset(("compound", "appos", "nmod"))
CHARGED = frozenset(
    ("charged", "accused", "arrested", "held", "indicted", "charges", "charge", "trial", "pleaded", "pled", "suspect")
)
REACH = 150  # tokens back in which the defence finds whom it defends


def is_advocate(voice: Token) -> bool:
    """Whether the words stand for a lawyer who speaks for somebody."""
    return _title(voice) is not None


def find_client(scene: Scene, voice: Token) -> Iterator[ActorMention]:
    """Yield the person for whom the lawyer at `voice` speaks, nobody where `voice` is no lawyer.

    "His lawyer", "John Poe's lawyer, Ann Roe,", "a lawyer for John Poe"; of "defence counsel Ann Roe" it is the last
    person told of who is charged or held.
    """
    title = _title(voice)
    if title is None:
        return
    owners = [kid for word in {title, voice} for kid in word.lefts if kid.dep_ == "poss"]
    owners += [kid for prep in title.children if prep.lower_ in ("for", "of") for kid in prep.children]
    owners += [
        kid
        for clause in title.children
        if clause.dep_ in ("acl", "relcl") and clause.lower_ in ("representing", "represents", "defending")
        for kid in clause.children
        if kid.dep_ == "dobj"
    ]
    found = False
    for owner in owners:
        if owner.lower_ in ("his", "her"):
            meant = tuple(find_owner(scene, owner))
        else:
            meant = tuple(actors_at(owner, scene.by_head)) or tuple(_bearers(scene, owner))
        for actor in meant:
            own = actor.kind is ActorKind.INDIVIDUAL or (actor.rule == "noun:forces" and not actor.named)
            if own and scene.lower[actor.head] not in CLIENTS:
                found = True
                yield actor
    beside = (kid.lower_ for word in {title, voice} for kid in word.lefts)
    pronoun = any(owner.lower_ in ("his", "her") for owner in owners)
    if not found and (pronoun or (not owners and any(word in DEFENDING for word in beside))):
        yield from _last_charged(scene, voice)


def _title(voice: Token) -> Token | None:
    """Return the word that makes somebody a lawyer for the defence: of "his lawyer, Ann Roe,", "lawyer Ann Roe"."""
    near = (voice, *(kid for kid in voice.children if kid.dep_ in BESIDE))
    title = next((word for word in near if word.lower_ in ADVOCATES), None)
    if title is None:
        return None
    around = (kid.lower_ for word in {title, voice} for kid in word.children if kid.dep_ in BESIDE | {"amod", "poss"})
    return None if any(word in OTHERS for word in around) else title


def _bearers(scene: Scene, name: Token) -> Iterator[ActorMention]:
    """Yield the person told of before whose last name it is, taken for a body: "Poe's lawyer"."""
    for index in range(name.i - 1, -1, -1):
        actor = scene.by_head.get(index)
        if actor is not None and actor.rule == "person" and actor.actor.split()[-1] == name.text:
            yield actor
            return


def _last_charged(scene: Scene, voice: Token) -> Iterator[ActorMention]:
    """Yield the last person told of before who is charged, accused, held or on trial."""
    for index in range(voice.i - 1, max(-1, voice.i - REACH), -1):
        actor = scene.by_head.get(index)
        if actor is None or actor.kind is not ActorKind.INDIVIDUAL:
            continue
        near = (scene.doc[index].head, *scene.doc[index].head.children, *scene.doc[index].children)
        if any(word.lower_ in CHARGED for word in near):
            yield actor
            return
