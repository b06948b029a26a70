"""Reads the actors of a noun phrase: its head's, those joined to it, those named beside it or spoken for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from dateline.mentions import ActorMention
from dateline.records import ActorKind
from dateline.relate.agents import MODIFYING, VERBAL, load_words

if TYPE_CHECKING:
    from spacy.tokens import Token

SPOKESMEN = frozenset(
    ("spokesman", "spokeswoman", "spokesperson", "spokesmen", "secretary", "president", "chairman", "leader")
)
NAMED_BEFORE = (ActorKind.ARMED_GROUP, ActorKind.INDIVIDUAL)
# One person, and no body, though what he leads is one: "the gang leader, John Poe".
LEADERS = frozenset(("leader", "commander", "boss", "chief", "warlord", "kingpin", "baron", "chieftain"))
VOICING = frozenset(
    ("spoke", "speak", "speaks", "speaking", "spoken", "represent", "represented", "represents", "representing")
) | frozenset(("belonged", "belongs", "belonging", "acting", "acted"))

FOLLOWERS = frozenset({"noun:members", "noun:crowds"})  # rules of two parties told by their followers


def actors_at(token: Token, by_head: Mapping[int, ActorMention], *, speaker: bool = False) -> Iterator[ActorMention]:
    """Yield the actors of the noun phrase headed by `token`, conjuncts too.

    Args:
        token: the head of a noun phrase.
        by_head: the actors by head token.
        speaker: whether who speaks for an actor counts as the actor ("a Taliban spokesman").
    """
    for head in (token, *_joined(token)):
        found = _name_before(head, by_head) or by_head.get(head.i)
        voices = (
            list(_spoken_for(head, by_head))
            if speaker and (found is None or not found.named or found.rule in ("person", "organisation"))
            else []
        )
        if voices:
            yield from voices
        elif found is not None and (own := _name_behind(head, found, by_head)) is not None:
            yield own
        elif found is not None and not _is_named_beside(head, found, by_head):
            yield found
            yield from _other_owners(head, found, by_head)
            yield from _rest_of_list(head, found, by_head)
        if found is None or not found.named:
            # "its ally, the Green Front"; "gunmen, suspected members of the front,": a name stands in apposition.
            # After a coordination the parser hangs it on the first noun. "A man identified as John Poe".
            names = [kid for above in {head, token} for kid in above.children if _is_beside(kid, above)]
            names += _past_place(head, by_head)
            listed = [other for name in names for other in (name, *_joined(name))]
            beside = (by_head.get(name.i) for name in (*listed, *_identified_as(head)))
            yield from (actor for actor in beside if actor is not None and actor.named)


def _name_before(noun: Token, by_head: Mapping[int, ActorMention]) -> ActorMention | None:
    """Return who stands by name before words that say what it is: "the Red Front, a rebel faction that".

    Or who: "John Poe, a former clerk accused of the murder".
    """
    name, found = by_head.get(noun.head.i), by_head.get(noun.i)
    if noun.dep_ != "appos" or name is None or not name.named or name.kind not in NAMED_BEFORE:
        return None
    describing = found is None or not found.named or found.rule.endswith(("+bodies", "+members"))
    single = any(kid.lower_ in ("a", "an") for kid in noun.lefts)
    return name if describing and single and noun.tag_ == "NN" else None


def _name_behind(noun: Token, found: ActorMention, by_head: Mapping[int, ActorMention]) -> ActorMention | None:
    """Return the group whose own name stands behind words of whose it is: "an offshoot of the front, the Red Dawn,"."""
    if not found.rule.endswith("+bodies") or not any(kid.lower_ in ("a", "an") for kid in noun.lefts):
        return None
    beside = (by_head.get(kid.i) for kid in noun.rights if kid.dep_ == "appos")
    return next((one for one in beside if one is not None and one.named and one.kind is found.kind), None)


def _is_beside(name: Token, noun: Token) -> bool:
    """Whether a name stands in apposition, not behind the verb: "a mine killed two nurses: Ana Ruiz and Ed Lowe"."""
    if name.dep_ != "appos" or noun.i < noun.head.i < name.i:
        return False
    # "Armed men, who came at night, shot a clerk, John Poe,": the parser hangs the name on the men.
    first = name.left_edge.i
    near = name.doc[first - 2] if first > 1 and name.doc[first - 1].text == "," else noun
    return near.i <= noun.i or near.dep_ != "dobj" or near.tag_ != "NN"


def _past_place(noun: Token, by_head: Mapping[int, ActorMention]) -> Iterator[Token]:
    """Yield the person's name that the parser hangs on the town before it: "two men from Leeds, John Poe and"."""
    for prep in noun.rights:
        if prep.dep_ == "prep" and prep.lower_ in ("from", "of", "in") and prep.i == noun.i + 1:
            for obj in prep.children:
                places = (kid for kid in obj.rights if kid.dep_ == "appos" and obj.ent_type_ in ("GPE", "LOC"))
                yield from (kid for kid in places if kid.i in by_head and by_head[kid.i].rule == "person")


def _is_named_beside(head: Token, found: ActorMention, by_head: Mapping[int, ActorMention]) -> bool:
    """Whether the words have the person's name in apposition: "the suspect, John Poe", "the warlord John Poe"."""
    single = found.kind is ActorKind.INDIVIDUAL or head.lower_ in LEADERS
    if found.named or not single or head.tag_ not in ("NN", "NNP"):
        return False
    beside = (
        by_head.get(kid.i) for kid in (*(kid for kid in head.rights if kid.dep_ == "appos"), *_identified_as(head))
    )
    return any(other is not None and other.rule == "person" for other in beside)


def _rest_of_list(head: Token, found: ActorMention, by_head: Mapping[int, ActorMention]) -> Iterator[ActorMention]:
    """Yield the persons that the parser hangs on the first of a list: "John Poe, 21, Jack Roe, 30, and Ed Lowe, 19"."""
    for child in head.lefts if found.rule == "person" else ():
        other = by_head.get(child.i)  # "Ryan and Cody Mills"
        if child.dep_ == "nmod" and other is not None and other.rule == "person" and other.actor != found.actor:
            yield other
    for child in head.children if found.rule == "person" else ():
        other = by_head.get(child.i)
        if child.dep_ == "appos" and other is not None and other.rule == "person":
            names = (by_head.get(name.i) for name in _joined(child))
            yield from (other, *_rest_of_list(child, other, by_head))
            yield from (name for name in names if name is not None and name.rule == "person")


def _identified_as(noun: Token) -> Iterator[Token]:
    """Yield the name after "identified as", "known as", "named"."""
    for verb in noun.children:
        if verb.dep_ == "acl" and verb.lower_ in ("identified", "named", "known", "called"):
            yield from (kid for kid in verb.children if kid.dep_ in ("oprd", "attr", "dobj"))
            yield from (kid for prep in verb.children if prep.lower_ == "as" for kid in prep.children)


def _other_owners(head: Token, found: ActorMention, by_head: Mapping[int, ActorMention]) -> Iterator[ActorMention]:
    """Yield the others whose people these are: "X and Y fighters", "Russian or Syrian jets", "workers of X and Y"."""
    if found.named and found.rule in FOLLOWERS:
        leads = (kid for kid in head.rights if kid.dep_ == "prep" and kid.lower_ == "of")
        firsts = (kid for lead in leads for kid in lead.rights if kid.dep_ == "pobj")
        others = (by_head.get(name.i) for first in firsts for name in _joined(first))
        yield from (other for other in others if other is not None and other.rule == found.rule)
    for child in head.lefts:
        if child.dep_ not in MODIFYING:
            continue
        for owner in (child, *_joined(child)):
            other = by_head.get(owner.i)
            if other is None or other.rule == "person" or other.actor == found.actor:
                continue
            shared = other.actor.rpartition(" ")[2] == found.actor.rpartition(" ")[2] and not found.named
            if shared or (other.named and found.named):
                yield other


def _joined(token: Token) -> Iterator[Token]:
    for child in token.children:
        if child.dep_ == "conj" and child.pos_ not in VERBAL:
            yield child
            yield from _joined(child)


def _spoken_for(head: Token, by_head: Mapping[int, ActorMention]) -> Iterator[ActorMention]:
    """Yield the actors inside the phrase of a spokesman, a statement, a member."""
    speakers = load_words("agent_nouns")["speakers"]
    before = (part for part in head.subtree if part.i < head.i and part.dep_ in MODIFYING)
    # "Defence Ministry spokesman Major General John Poe": the title hangs on the rank.
    titled = head.lower_ in speakers or any(part.lower_ in speakers for part in (*head.children, *before))
    if not titled:
        # "The front's John Poe told reporters".
        owners = (by_head.get(child.i) for child in head.lefts if child.dep_ == "poss" and head.pos_ == "PROPN")
        yield from (owner for owner in owners if owner is not None and owner.kind is ActorKind.ARMED_GROUP)
        return
    for part in head.subtree:
        if part.i == head.i or part.dep_ in ("conj", "relcl"):
            continue
        found = by_head.get(part.i)
        if found is None or found.rule == "person" or not (_is_whole(found) or _is_owner(part, head, found)):
            continue
        if not _in_relative(part, head) or _is_voiced(part, found):
            yield found
            yield from (by_head[other.i] for other in _joined(part) if other.i in by_head)
            return


def _is_whole(actor: ActorMention) -> bool:
    """Whether the actor is somebody by name, or the forces of a country that is told."""
    if actor.rule == "organisation":
        return False
    return actor.named or (actor.kind is ActorKind.STATE and actor.country is not None)


def _is_owner(part: Token, head: Token, actor: ActorMention) -> bool:
    """Whether the words tell for whom a title speaks: "police spokesman John Poe", "a spokesman for the union"."""
    owns = (
        part.dep_ in MODIFYING and part.i < head.i and actor.rule in ("organisation", "noun:forces", "noun:governments")
    )
    if actor.rule == "noun:bodies" and part.head.lower_ == "for" and part.head.head.i == head.i:
        return head.lower_ in SPOKESMEN  # "a spokesman for the herders' association"
    between = head.doc[part.i + 1 : head.i + 1]
    return owns and any(word.lower_ in SPOKESMEN for word in between)


def _is_voiced(part: Token, actor: ActorMention) -> bool:
    """Whether a clause says that somebody speaks for the group: "a man who said he spoke for X"."""
    if actor.kind not in (ActorKind.ARMED_GROUP, ActorKind.CRIMINAL):
        return False
    above = part
    while above.dep_ in ("oprd", "appos", "acl", "compound", "nmod") and above.head.i != above.i:
        above = above.head  # "for a group called X"
    if above.dep_ == "pobj" and above.head.lower_ in ("for", "of", "to"):
        return above.head.head.lower_ in VOICING or above.head.head.lower_ in ("behalf", "name")
    return above.dep_ == "dobj" and above.head.lower_ in VOICING


def _in_relative(part: Token, head: Token) -> bool:
    while part.i != head.i:
        if part.dep_ in ("relcl", "ccomp", "advcl"):
            return True
        part = part.head
    return False
