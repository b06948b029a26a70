"""Tells those whom others punish for what they are said to have done: "a mob killed a man accused of theft".

They are the victims of the act, and what they are accused of is no act that the story tells.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.relate.clauses import path_up

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

CHARGED = frozenset(("accused", "suspected", "accuse", "accuses", "accusing", "suspect", "suspecting"))
# fmt: off
HARMING = frozenset((
    "killed", "kill", "kills", "killing", "shot", "shoot", "shoots", "shooting", "beat", "beaten", "beating", "beats",
    "lynched", "lynch", "lynching", "hanged", "stoned", "stoning", "burned", "burnt", "burning", "beheaded",
    "beheading", "executed", "executes", "stabbed", "hacked", "murdered", "murdering", "tortured", "flogged", "whipped",
    "attacked", "assaulted", "thrashed", "injured", "wounded", "maimed", "set", "put", "paraded", "stripped",
    "amputated", "crucified", "strangled", "slaughtered", "abducted", "kidnapped",
))
# Those who act against suspects by their office: whom they shoot may be the one who did it.
FORCES = frozenset((
    "police", "policeman", "policemen", "policewoman", "officer", "officers", "soldier", "soldiers", "troops", "forces",
    "guards", "guard", "army", "agents", "marines", "commandos", "deputies", "deputy", "trooper", "troopers", "rangers",
    "gendarmes", "marshals", "military", "authorities", "detectives", "constables", "cops", "paratroopers", "personnel",
    "they", "he", "she", "who", "court", "government", "aircraft", "jets", "drone", "drones", "strike", "airstrike",
))
# fmt: on
JOINED = 3  # verbs joined to the one with the subject: "seized, beat and burned"


def is_punished(suspect: Token) -> bool:
    """Whether others than forces of the law harm somebody: "villagers beat a man", "was lynched by a mob"."""
    verb = suspect.head
    if verb.lower_ not in HARMING:
        return False
    if suspect.dep_ in ("dobj", "npadvmod"):  # the latter behind "stoned to death"
        doers = _find_subjects(verb)
    elif suspect.dep_ == "nsubjpass":
        doers = [end for by in verb.rights if by.dep_ == "agent" for end in by.rights]
    else:
        return False
    return bool(doers) and not any(word.lower_ in FORCES for doer in doers for word in (doer, *doer.conjuncts))


def is_charge_of_punished(word: Token) -> bool:
    """Whether a word stands in what such people are said to have done, or is the word that says so."""
    return any(map(_is_charge, path_up(word)))


def _is_charge(verb: Token) -> bool:
    """Whether a participle or clause charges one who is punished: "accused of theft", "whom they suspected"."""
    return verb.lower_ in CHARGED and verb.dep_ in ("acl", "relcl") and is_punished(verb.head)


def _find_subjects(verb: Token) -> list[Token]:
    for above in _joined(verb):
        found = [child for child in above.lefts if child.dep_ == "nsubj"]
        if found:
            return found
    return []


def _joined(verb: Token) -> Iterator[Token]:
    yield verb
    for _ in range(JOINED):
        if verb.dep_ not in ("conj", "advcl"):
            return
        verb = verb.head
        yield verb
