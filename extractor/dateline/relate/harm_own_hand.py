"""Reads the death of a doer by his own hand: "before killing himself", "took his own life", "committed suicide"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from dateline.mentions import HarmMention, PeopleMention
from dateline.records import VictimCategory, VictimStatus
from dateline.relate.harm_context import is_answered, is_denied, is_unreal
from dateline.relate.harm_people import People, people_of
from dateline.relate.harm_pronouns import SINGULAR, find_antecedent
from dateline.relate.harm_victims import REFLEXIVE
from dateline.spans import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

RULE = "harm.by_own_hand.doer"
KILLS = frozenset(("kill", "kills", "killed", "killing", "hang", "hangs", "hanged", "hanging"))
SHOOTS = frozenset(("shoot", "shoots", "shot", "shooting", "stab", "stabs", "stabbed", "stabbing"))
TURNS = frozenset(("turn", "turns", "turned", "turning"))
TAKES = frozenset(("take", "takes", "took", "taking", "taken"))
COMMITS = frozenset(("commit", "commits", "committed", "committing"))
# fmt: off
ARMS = frozenset((
    "gun", "weapon", "rifle", "pistol", "shotgun", "handgun", "revolver", "firearm", "knife", "it", "fire",
))
# fmt: on
TURN_REACH = 6  # tokens from "turned" to "himself"
LIFE_REACH = 4  # tokens from "took" to "own life"
# Beside "shot himself" these say that he died: who has killed others is told hurt where he lives.
FATAL = frozenset(
    ("fatally", "dead", "killed", "killing", "kills", "murder", "murdered", "murders", "deaths", "suicide")
)
LIVING = frozenset(("hospital", "survived", "critical", "leg", "foot", "hand", "thigh", "arm", "wounded", "injured"))
SHARING = ("conj", "appos", "dobj")  # how "himself" hangs on the verb by which others died too
CLIMBING = frozenset(("conj", "xcomp", "advcl", "pcomp", "prep", "ccomp", "dep"))
SURE = frozenset(
    (VictimCategory.POLICE, VictimCategory.MILITARY, VictimCategory.MILITANT, VictimCategory.SECURITY_GUARD)
)


def find_own_hand(people: People) -> Iterator[HarmMention]:
    """Yield those who are told to have killed themselves after the deed, as doers killed."""
    for index, word in enumerate(people.lower):
        if word in REFLEXIVE or word in ("life", "lives", "suicide"):
            at = _find_deed(people, index)
            verb = people.doc[at] if at is not None else None
            if verb is None or is_unreal(verb) or is_denied(verb) or is_answered(verb):
                continue
            doer = _find_doer(people, verb)
            if doer is not None:
                end = people.doc[index]
                yield HarmMention(
                    span=Span(verb.idx, end.idx + len(end)),
                    head=verb.i,
                    rule=RULE,
                    people=doer,
                    status=VictimStatus.KILLED,
                    count=doer.count,
                )


def _find_deed(people: People, index: int) -> int | None:
    """Return the token of the verb that "himself", "own life" or "suicide" at token `index` completes."""
    lower = people.lower
    before = lower[index - 1] if index else ""
    if lower[index] == "suicide":
        return index - 1 if before in COMMITS else None
    if lower[index] not in REFLEXIVE:
        if before != "own":
            return None
        return next((i for i in range(index - 2, max(index - 2 - LIFE_REACH, -1), -1) if lower[i] in TAKES), None)
    if before in KILLS:
        return index - 1
    sentence = people.doc[index].sent
    if before in SHOOTS:
        words = {token.lower_ for token in sentence if token.i not in (index - 1, index)}
        return index - 1 if words & FATAL and not words & LIVING else None
    if before == "on":
        turned = (i for i in range(index - 2, max(index - TURN_REACH, -1), -1) if lower[i] in TURNS)
        at = next(turned, None)
        return at if at is not None and ARMS & set(lower[at:index]) else None
    return _find_shared_deed(people.doc[index])


def _find_shared_deed(pronoun: Token) -> int | None:
    """Return the token of the verb by which others died with the doer: "killed his wife and then himself"."""
    # "Shot his wife, then himself": the parser makes a measure of it, as of "a mile".
    led = pronoun.i > 0 and pronoun.nbor(-1).lower_ == "then"
    arcs = (*SHARING, "npadvmod", "dep") if led else SHARING
    above = pronoun
    while above.dep_ in arcs and above.head.i < above.i:
        above = above.head
        if above.pos_ == "VERB":
            words = {token.lower_ for token in above.sent if token.i != above.i}
            fatal = above.lower_ in SHOOTS and bool(words & FATAL) and not words & LIVING
            return above.i if (led or pronoun.dep_ == "conj") and (above.lower_ in KILLS or fatal) else None
    return None


def _find_doer(people: People, verb: Token) -> PeopleMention | None:
    """Return whom the deed is told of: the subject of its verb or of the one that it hangs on."""
    current = verb
    for _ in range(6):
        subject = next((child for child in current.lefts if child.dep_ in ("nsubj", "nsubjpass")), None)
        if subject is not None and subject.lower_ in SINGULAR:
            meant = find_antecedent(people, subject, plural=False)
            return _as_doer(meant) if meant is not None else None
        if subject is not None:
            found = [patient.people for patient in people_of(people, subject) if patient.people is not None]
            return _as_doer(found[0]) if len(found) == 1 else None
        if current.dep_ in ("acl", "relcl"):
            noun = people.at.get(current.head.i)
            return _as_doer(noun) if noun is not None else None
        if current.dep_ not in CLIMBING or current.head.i == current.i:
            return None
        current = current.head
    return None


def _as_doer(mention: PeopleMention) -> PeopleMention | None:
    if mention.count is None or mention.count.best != 1:
        return None
    return mention if mention.category in SURE else replace(mention, category=VictimCategory.PERPETRATOR)
