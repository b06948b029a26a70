"""Reads who is said not to have done it: "police said the gang was not involved", "reports of it were wrong"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dateline.records import Stance
from dateline.relate.actor_heads import actors_at
from dateline.relate.agents import VERBAL, agents_of_verb, is_passive, undergoers
from dateline.relate.clauses import is_negated, path_up
from dateline.relate.cues import event_near
from dateline.relate.last_told import is_officer
from dateline.relate.sayers import SELF, THEIRS, find_sayer, make_statement

if TYPE_CHECKING:
    from spacy.tokens import Token

    from dateline.mentions import StanceMention
    from dateline.relate.cues import Scene

GUILTY = frozenset(("responsible", "behind", "involved"))
# What may be told and turn out wrong, and the words for that.
RUMOURS = frozenset(
    ("report", "reports", "claim", "claims", "speculation", "rumours", "rumors", "suggestions", "theory")
)
FALSE = frozenset(("false", "wrong", "untrue", "unfounded", "baseless", "mistaken", "incorrect", "groundless"))
WRONGLY = frozenset(("wrongly", "wrongfully", "falsely", "mistakenly", "unjustly"))
DROPPING = frozenset(("dropped", "drop", "drops", "dropping", "dismissed", "withdrew", "withdrawn", "threw", "thrown"))
MODALS = frozenset(("could", "may", "might", "would", "can"))
IFS = frozenset(("if", "unless"))
PARTLY = frozenset(("directly", "only", "alone", "solely", "just"))


def read_clearings(scene: Scene) -> Iterator[StanceMention]:
    """Yield whom somebody else says to have no part in it."""
    for index, word in enumerate(scene.lower):
        if word not in GUILTY:
            continue
        token = scene.doc[index]
        clause = token if token.pos_ in VERBAL else token.head
        if clause.pos_ not in VERBAL or not is_negated(clause) or clause.dep_ not in ("ccomp", "ROOT"):
            continue
        if any(part.lower_ in PARTLY for part in clause.subtree):
            continue
        subjects = undergoers(clause) if is_passive(clause) else agents_of_verb(clause)
        sayer = find_sayer(clause)
        if sayer is None or is_officer(sayer) or any(_is_own(subject) for subject in subjects):
            continue
        voices = {actor.actor for actor in actors_at(sayer, scene.by_head, speaker=True)}
        for actor in scene.actors(subjects):
            if actor.named and actor.actor not in voices:
                event = event_near(scene, token)
                yield make_statement(token, "stance:clear", actor, Stance.CLEARED, event=event, sayer=sayer)


def is_refuted(token: Token) -> bool:
    """Whether what the clause tells is called wrong: "reports that rebels were behind it were false".

    Or a charge or a sentence is: "was wrongly convicted of planting the bomb".
    """
    if any(kid.lower_ in WRONGLY for kid in token.children):
        return True
    for above in path_up(token):
        noun = above.head
        if above.dep_ in ("acl", "relcl", "ccomp") and noun.lower_ in RUMOURS and noun.dep_ in ("nsubj", "nsubjpass"):
            told = (kid.lower_ for kid in noun.head.children if kid.dep_ in ("acomp", "oprd", "attr"))
            return any(word in FALSE for word in told) and not is_negated(noun.head)
    return False


def is_not_guilty(finding: Token) -> bool:
    """Whether a court finds somebody "not guilty"."""
    guilty = (part for part in finding.subtree if part.lower_ == "guilty")
    return any(word.i and word.nbor(-1).lower_ == "not" for word in guilty)


def is_verdict_ahead(finding: Token) -> bool:
    """Whether the court has yet to find: "faces life if convicted of the murder", "could be sentenced to death"."""
    marked = any(kid.lower_ in IFS | MODALS for kid in finding.lefts)
    return marked or (finding.i > 0 and finding.nbor(-1).lower_ in IFS)


def is_dropped(charge: Token) -> bool:
    """Whether a charge is held no longer: "dropped the charges against John Poe"."""
    return charge.dep_ in ("dobj", "nsubjpass") and charge.head.lower_ in DROPPING


def is_no_longer(noun: Token) -> bool:
    """Whether somebody is something no more, or is not: "is no longer a suspect"."""
    return noun.dep_ == "attr" and (is_negated(noun.head) or any(kid.lower_ == "longer" for kid in noun.head.children))


def _is_own(subject: Token) -> bool:
    """Whether it is the speaker or the speaker's people, who deny."""
    # "His group was not behind it", of one who speaks for it.
    return subject.lower_ in SELF or any(kid.dep_ == "poss" and kid.lower_ in THEIRS for kid in subject.lefts)
