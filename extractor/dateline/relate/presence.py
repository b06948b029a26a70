"""Reads those whom only their name ties to an act: "the shooter fled", "police seek the kidnappers"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from dateline.mentions import ActorMention, StanceMention
from dateline.records import Stance
from dateline.relate.agents import MODIFYING, VERBAL, load_words
from dateline.relate.clauses import is_negated, path_up
from dateline.relate.concerns import HEARSAY
from dateline.relate.cues import ARMED, Scene, load_harm_verbs
from dateline.relate.exclusions import is_no_suspect
from dateline.relate.verbs import AIMING, is_elliptic

if TYPE_CHECKING:
    from spacy.tokens import Token

# "Information leading to the arrest of the killer", "no description of the gunmen".
# fmt: off
SOUGHT = frozenset((
    "possibility", "lot", "search", "hunt", "arrest", "arrests", "capture", "conviction", "description",
    "descriptions", "identity", "identities",
))
TAKING = frozenset((
    "mistook", "mistaken", "mistaking", "accused", "accusing", "suspected", "suspecting", "rumoured", "rumored",
))
FELLED = frozenset(("dead", "died", "dies", "wounded", "injured", "hurt", "succumbed", "perished"))
# fmt: on
PRESENT = "stance:present"  # rule of those whom only their name ties to an act
MENTIONED = "stance:mentioned"  # the same of suspects
WEAK = frozenset((PRESENT, MENTIONED))
COUNTED = "noun:quantities"  # rule of people of whom a word of quantity is the head: "hundreds of marchers"


def is_nobody(head: Token) -> bool:
    """Whether the words say that there is none, or nobody knows whether there is: "no suspect", "any suspects"."""
    if any(child.dep_ in ("det", "neg") and child.lower_ in ("no", "any", "neither") for child in head.lefts):
        return True
    return any(child.lower_ in ("more", "further", "additional", "potential") for child in head.lefts) and _is_open(
        head
    )


def _is_open(head: Token) -> bool:
    """Whether the words only stand in a question or a search: "if there were two shooters", "arrest of the killer"."""
    if head.dep_ == "pobj" and head.head.lower_ in ("of", "for") and head.head.head.lower_ in SOUGHT:
        return True
    return any(
        above.pos_ in VERBAL and any(kid.dep_ == "mark" and kid.lower_ in ("if", "whether") for kid in above.lefts)
        for above in path_up(head)
    )


def read_presence(scene: Scene, actors: Iterable[ActorMention]) -> Iterator[StanceMention]:
    """Yield those whose very name says that they did something, whatever their clause tells: "the shooter fled"."""
    words = load_words("agent_nouns")
    telling = words["doers"] | words["marchers"] | words["suspects"]
    for actor in actors:
        head = scene.doc[actor.head]
        # "Hundreds of marchers defied a ban": the word for what they did is that for those counted.
        word = actor.actor.lower().rpartition(" ")[2] if actor.rule == COUNTED else head.lower_
        # "The kidnappers, from Green Dawn,": a named group by the word for its people.
        carried = actor.named and actor.kind in ARMED and "+" in actor.rule and word not in words["suspects"]
        harmless = word not in telling or head.dep_ in MODIFYING or is_negated(head)
        harmless = harmless or (word in words["marchers"] and _is_struck(head))
        flown = actor.rule == "noun:forces"  # "long-range bombers"
        if (actor.named and not carried) or harmless or flown or _is_open(head) or _is_only_said(head):
            continue
        if is_no_suspect(head):
            continue
        yield StanceMention(
            span=actor.span,
            head=actor.head,
            rule=MENTIONED if word in words["suspects"] else PRESENT,
            actor=actor,
            stance=Stance.REPORTED,
            by=None,
            by_span=None,
            event=None,
        )


def _is_only_said(head: Token) -> bool:
    """Whether somebody is only taken for such a one: "after rumours that they were kidnappers", "mistook them for"."""
    above = head.head
    if head.dep_ == "attr" and above.dep_ in ("acl", "ccomp", "relcl"):
        return above.head.lower_ in HEARSAY or above.head.lower_ in load_words("agent_verbs")["unsure"] | TAKING
    if head.dep_ == "attr" and above.dep_ == "pcomp":
        return above.head.head.lower_ in TAKING  # "accused of being thieves"
    return head.dep_ == "pobj" and above.lower_ in ("for", "as", "of") and above.head.lower_ in TAKING


def _is_struck(head: Token) -> bool:
    """Whether marchers are only told to be harmed: "two protesters killed", "protesters were beaten"."""
    above = head.head if head.dep_ == "pobj" and head.head.lower_ in AIMING else head
    if above.dep_ in ("dobj", "prep") and above.head.pos_ in VERBAL and above.head.lower_ in load_harm_verbs():
        return True  # "soldiers fired on protesters"
    if head.dep_ == "nsubj" and head.head.lower_ in FELLED:
        return True  # "a marcher died"
    if head.dep_ == "dobj" and any(child.lower_ in FELLED for child in head.head.rights if child.i > head.i):
        return True  # "leaving one protester dead"
    passive = head.dep_ == "nsubjpass" and head.head.lower_ in load_harm_verbs()
    return passive or (head.dep_ == "nsubj" and head.head.pos_ in VERBAL and is_elliptic(head.head))
