"""Tells where, and when, the hurt are cared for or die, from where and when they were hurt."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from dateline.mentions import Mention, TimeMention
from dateline.relate.agents import load_words
from dateline.relate.bond_words import Bond, load_scene_words, read_scene_word
from dateline.relate.clauses import clause_of

if TYPE_CHECKING:
    from spacy.tokens import Token

HURT = frozenset({"wounded", "injured", "hurt", "burned", "shot", "stabbed", "beaten", "struck", "hit"})
HURTING = frozenset({"shooting", "stabbing", "wounding", "beating", "attacking"})  # "whom he is accused of shooting"
VERBAL = frozenset({"VBN", "VBD", "VBG"})
LATER = frozenset({"later", "after"})
CARRYING = frozenset({"took", "taken", "brought"})
STREETS = frozenset({"street", "streets", "arms", "squares", "barricades", "hills", "woods"})
# fmt: off
STRUCK = frozenset((
    "attacked", "attacking", "besieged", "bombed", "bombing", "burned", "burning", "burnt", "damaged", "damaging",
    "destroyed", "destroying", "hit", "hitting", "looted", "raided", "ransacked", "shelled", "shelling", "stormed",
    "striking", "struck", "targeted", "targeting", "torched", "torching",
))
# fmt: on
CONDITIONS = frozenset({"condition", "coma"})
STAYING = frozenset({"is", "are", "was", "were", "be", "been", "remain", "remains", "remained", "stayed", "lay"})
NARRATIVE = "narrative"  # rule of "the next day"
MOVING = ("transport", "transfer", "evacuat", "airlift")  # how verbs begin that tell where to, not in what place
AT_HOUSE = frozenset({"at", "in", "inside", "outside", "near"})


def is_where_cared(word: Token, lead: Token, mention: Mention) -> bool:
    """Whether a word for care says so of a place or time that `lead` leads to.

    It does not of where people are moved about, "a bus transporting workers in Diyala", nor of a house where somebody
    comes to harm: "was shot at his clinic in Bayaa".
    """
    if word.lower_ in CARRYING:
        return carries(word)
    if isinstance(mention, TimeMention):
        return True
    if word.lower_.startswith(MOVING) and word.tag_ in VERBAL:
        return lead.lower_ != "in"
    return not (word.dep_ == "pobj" and is_done_at(word.head, word.head.head))


def is_done_at(lead: Token, verb: Token) -> bool:
    """Whether people come to harm at what `lead` leads to: "was shot at the Yarmouk Hospital"."""
    return lead.lower_ in AT_HOUSE and verb.lower_ in load_harms()


@cache
def load_harms() -> frozenset[str]:
    """Return the verbs that harm somebody or something."""
    verbs = load_words("agent_verbs")
    return verbs["transitive"] | verbs["harm"]


def is_on_way_to_care(noun: Token) -> bool:
    """Whether people are brought to what a place is told beside: "was taken to a base in Rome"."""
    verb = clause_of(noun)
    if load_scene_words().get(verb.lower_) is not Bond.CARE:
        return False
    if verb.lower_.startswith(MOVING):
        return noun.dep_ == "pobj" and noun.head.lower_ in ("to", "into", "at", "by", "in")
    return verb.lower_ not in CARRYING or carries(verb)


def tells_condition(word: Token) -> bool:
    """Whether it is told how somebody hurt is: "one remained in critical condition on Tuesday"."""
    if word.lower_ in CONDITIONS:
        return True
    within = (child for child in word.rights if child.dep_ == "prep" and child.lower_ == "in")
    return word.lower_ in STAYING and any(kid.lower_ in CONDITIONS for lead in within for kid in lead.children)


def dies_later(verb: Token, mention: Mention) -> bool:
    """Whether somebody dies of what was done before: "died in hospital", "died of her burns", "succumbed"."""
    if verb.lower_ not in ("died", "dies"):
        return True
    ways = [child for child in verb.children if child.dep_ == "advcl" or child.lower_ in ("in", "from")]
    if mention.rule == NARRATIVE and not ways:
        return True  # "was taken to hospital, where he died the next day"
    phrase = [word for child in verb.children if child.i > verb.i for word in (child, *child.children)]
    if _are_hurt_before(verb):
        return True
    if any(word.lower_ in ("bringing", "raising", "taking", "lifting", "pushing") for word in phrase):
        return True
    return any(read_scene_word(word) in (Bond.CARE, Bond.DYING) or word.lower_ in LATER for word in phrase)


def _are_hurt_before(verb: Token) -> bool:
    """Whether the words for those who died tell what was done to them: "a man shot in May has died".

    "A volunteer wounded in the raid died on Friday", however the parser hangs the two verbs on each other.
    """
    subjects = (child for child in verb.lefts if child.dep_ == "nsubj")
    told = [
        word for subject in subjects for word in subject.subtree if word.tag_ in VERBAL or word.lower_ == "shooting"
    ]
    if verb.dep_ in ("advcl", "ccomp") and verb.head.i < verb.i and verb.head.tag_ in ("VBN", "VBD"):
        told.append(verb.head)
    return any(word.lower_ in HURT or word.lower_ in HURTING for word in told)


def carries(verb: Token) -> bool:
    """Whether somebody is brought somewhere: not "took place", "took four hostages", "took to the streets"."""
    ways = [
        child for child in verb.children if child.dep_ in ("prep", "dative") and child.lower_ in ("to", "into", "for")
    ]
    return any(word.dep_ == "pobj" and word.lower_ not in STREETS for way in ways for word in way.children)


def is_struck(house: Token) -> bool:
    """Whether a house is what was struck, not where the hurt were taken: "an air strike on a clinic in X"."""
    if house.dep_ == "pobj" and house.head.lower_ in ("on", "against"):
        return True
    return house.dep_ in ("dobj", "nsubjpass") and house.head.lower_ in STRUCK
