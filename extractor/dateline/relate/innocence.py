"""Reads the persons who say that they did not do it: "maintains his innocence", "told the court he was innocent"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dateline.records import ActorKind, Stance
from dateline.relate.actor_heads import actors_at
from dateline.relate.advocates import CLIENTS, find_client, is_advocate
from dateline.relate.agents import VERBAL, agents_of_verb
from dateline.relate.clauses import is_negated
from dateline.relate.cues import BEING, event_near
from dateline.relate.pronouns import find_antecedent
from dateline.relate.sayers import find_sayer, make_statement

if TYPE_CHECKING:
    from spacy.tokens import Token

    from dateline.mentions import ActorMention, StanceMention
    from dateline.relate.cues import Scene

# fmt: off
MAINTAINING = frozenset((
    "maintain", "maintains", "maintained", "maintaining", "protest", "protests", "protested", "protesting", "proclaim",
    "proclaims", "proclaimed", "proclaiming", "profess", "professes", "professed", "assert", "asserts", "asserted",
    "insist", "insists", "insisted", "insisting", "declare", "declared", "claims", "claimed", "pleaded",
))
# fmt: on
COURTS = frozenset(("court", "judge", "judges", "jury", "jurors", "magistrate", "magistrates", "tribunal"))
PERSONAL = frozenset(("he", "she", "i"))


def read_innocence(scene: Scene) -> Iterator[StanceMention]:
    """Yield the persons who say, themselves or by their lawyers, that they are innocent."""
    for index, word in enumerate(scene.lower):
        if word not in ("innocent", "innocence"):
            continue
        token = scene.doc[index]
        if word == "innocence":
            yield from _maintained(scene, token)
        elif token.head.lower_ in BEING and not is_negated(token.head) and token.dep_ in ("acomp", "attr"):
            subject = next((kid for kid in token.head.children if kid.dep_ == "nsubj"), None)
            sayer = find_sayer(token.head, hearsay=False)
            if subject is None or sayer is None:
                continue
            own = subject.lower_ in PERSONAL | CLIENTS or (is_advocate(sayer) and subject.i in scene.by_head)
            for actor in speakers_of_self(scene, sayer) if own else ():
                yield _plead(scene, token, actor, sayer)
                if any(part.lower_ in COURTS for part in sayer.head.children):
                    # Who "told the court he was innocent" is accused, too.
                    yield make_statement(token, "stance:face", actor, Stance.ACCUSED, event=None)


def speakers_of_self(scene: Scene, sayer: Token) -> tuple[ActorMention, ...]:
    """Return the persons for whom somebody speaks who says "I" or "he": the speaker, or a lawyer's client."""
    if is_advocate(sayer):
        return tuple(find_client(scene, sayer))
    if any(kid.dep_ == "poss" for kid in sayer.lefts):
        return ()  # "his wife said he was innocent"
    found = find_antecedent(scene, sayer) if sayer.pos_ == "PRON" else actors_at(sayer, scene.by_head)
    return tuple(actor for actor in found if actor.kind is ActorKind.INDIVIDUAL)


def _maintained(scene: Scene, innocence: Token) -> Iterator[StanceMention]:
    """Yield who "protests his innocence", "has insisted on his innocence"."""
    verb = innocence.head.head if innocence.dep_ == "pobj" else innocence.head
    own = any(kid.dep_ == "poss" and kid.lower_ in ("his", "her", "their", "my") for kid in innocence.lefts)
    if not own or verb.lower_ not in MAINTAINING or verb.pos_ not in VERBAL or is_negated(verb):
        return
    for subject in agents_of_verb(verb):
        yield from (_plead(scene, innocence, actor, subject) for actor in speakers_of_self(scene, subject))


def _plead(scene: Scene, token: Token, actor: ActorMention, sayer: Token) -> StanceMention:
    return make_statement(token, "stance:disavow", actor, Stance.DENIED, event=event_near(scene, token), sayer=sayer)
