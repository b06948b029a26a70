"""Reads how it ended with the hurt: "doctors could not save him", "his wounds were fatal"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dateline.relate.harm_context import is_denied
from dateline.relate.harm_hits import Hit, make_hits, subject_of
from dateline.relate.harm_people import Patient, People, people_of
from dateline.relate.harm_victims import is_passive
from dateline.relate.harm_words import Cue

if TYPE_CHECKING:
    from spacy.tokens import Token

SAVE = "save"  # entries of harms.toml
PROVE = "prove_fatal"
# Whose saving is of lives: not "lawyers could not save him".
SAVERS = frozenset((
    "doctor", "doctors", "medic", "medics", "paramedic", "paramedics", "surgeon", "surgeons", "nurse", "nurses",
    "staff", "hospital", "rescuer", "rescuers", "firefighters", "ambulance", "crew", "crews", "team", "teams",
    "neighbours", "neighbors", "bystanders", "passers-by", "colleagues", "they", "we", "services", "responders",
    "officers", "personnel", "workers", "physicians",
))  # fmt: skip
LOSING = frozenset(("failed", "unable", "fails", "failing", "powerless"))
SHARING = ("xcomp", "acomp", "conj", "advcl")  # a verb whose subject is that of the verb above it
LIFE = frozenset(("life", "lives"))
WOUNDS = frozenset(("wound", "wounds", "injury", "injuries", "burn", "burns", "bullet", "blow", "blows"))
TRYING = frozenset(("effort", "efforts", "attempt", "attempts", "operation", "surgery", "bid", "battle", "fight"))
IN_VAIN = frozenset((
    "failed", "fail", "unsuccessful", "vain", "fruitless", "futile", "useless", "unavailing", "without success",
))  # fmt: skip
FURTHER = frozenset(("from", "for"))  # "could not save him from jail"


def read_outcome(people: People, cue: Cue) -> Iterator[Hit]:
    """Yield whom nobody could save and whose wounds killed them; who was saved is told of by other words."""
    verb = people.doc[cue.head]
    if cue.word.id == PROVE:
        wounds = (_wounds_of(child) for child in verb.lefts if child.dep_ == "nsubj")
        found = [one for noun in wounds if noun is not None for one in _wounded_by(people, noun)]
        yield from make_hits(cue, found or _meant_by(people, verb, people.doc[cue.last]))
        return
    if any(child.dep_ == "prep" and child.lower_ in FURTHER for child in verb.rights):
        return
    if _is_in_vain(verb) or (_is_of_lives(verb) and (is_denied(verb) or _is_beyond_them(verb))):
        role = "nsubjpass" if is_passive(verb) else "dobj"
        told = [child for child in verb.children if child.dep_ == role]
        # "could not save his life"
        told = [owner for child in told for owner in (_owners(child) if child.lower_ in LIFE else (child,))]
        lost = [one for child in told for one in people_of(people, child)]
        yield from make_hits(cue, [one for one in lost if one.people is not None])


def _meant_by(people: People, verb: Token, fatal: Token) -> list[Patient]:
    """Return for whom it was fatal: "one punch proved fatal for Ana Ruiz", "a wound that was fatal to the clerk"."""
    leads = (child for word in (verb, fatal) for child in word.rights if child.dep_ == "prep")
    return [
        one
        for lead in leads
        if lead.lower_ in FURTHER | {"to"}
        for obj in lead.rights
        for one in people_of(people, obj)
    ]


def _owners(noun: Token) -> list[Token]:
    """Return whose the noun is: "his life", "the life of the driver"."""
    ofs = (obj for prep in noun.rights if prep.lower_ == "of" for obj in prep.rights)
    return [*(child for child in noun.lefts if child.dep_ == "poss"), *ofs]


def _wounds_of(subject: Token) -> Token | None:
    """Return the wounds that are told to have killed: "his wounds", and those of "burns that proved fatal"."""
    noun = subject.head.head if subject.lower_ in ("that", "which") and subject.head.dep_ == "relcl" else subject
    return noun if noun.lower_ in WOUNDS else None


def _wounded_by(people: People, wounds: Token) -> list[Patient]:
    """Return those who had the wounds: "the driver's wounds", "suffered wounds", "left another with burns"."""
    owners = _owners(wounds)
    above = wounds.head
    if not owners and wounds.dep_ == "dobj":
        return subject_of(people, above)
    if not owners and wounds.dep_ == "pobj" and above.lower_ == "with":
        owners = [above.head, *(child for child in above.head.rights if child.dep_ == "dobj")]
    return [one for owner in owners for one in people_of(people, owner)]


def _is_of_lives(verb: Token) -> bool:
    """Whether those save who save lives, or nobody is named: "could not be saved"."""
    if is_passive(verb):
        return True
    above = verb.head if verb.dep_ in SHARING else verb
    above = above.head if above.dep_ in SHARING else above
    return any(child.dep_ == "nsubj" and child.lower_ in SAVERS for one in (verb, above) for child in one.lefts)


def _is_beyond_them(verb: Token) -> bool:
    """Whether they fail: "were unable to save", "failed to revive", "tried in vain to save"."""
    if verb.dep_ not in SHARING:
        return False
    above = verb.head
    near = (part for one in (verb, above) for child in one.children for part in (child, *child.rights))
    vain = any(part.lower_ in IN_VAIN for part in near)
    return above.lower_ in LOSING or vain or (above.lower_ in ("able", "manage", "managed") and is_denied(above))


def _is_in_vain(verb: Token) -> bool:
    """Whether efforts to save are told in vain: "efforts to revive him failed", "an operation to save her failed"."""
    noun = verb.head
    if verb.dep_ not in ("acl", "relcl") or noun.lower_ not in TRYING or noun.dep_ not in ("nsubj", "nsubjpass"):
        return False
    told = noun.head
    return told.lower_ in IN_VAIN or any(
        part.lower_ in IN_VAIN for child in told.rights for part in (child, *child.rights)
    )
