"""Finds the building or ground that a sentence sets its act at: "protested outside parliament", "shot in a bar"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from dateline.analysis.texts import text_of
from dateline.lexicon.files import load_phrases
from dateline.mentions import TargetMention, TriggerMention
from dateline.records import FAMILY, EventType, Family, TargetCategory
from dateline.relate.bonds_of_care import tells_condition
from dateline.relate.clauses import load_cues
from dateline.relate.mere_sites import is_left
from dateline.relate.target_cues import load_target_cues
from dateline.relate.target_ties import Tie, find_ties, measure_depths, measure_distance
from dateline.relate.targets import CUSTODY, DYING, PASSAGES, ROUTES

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

# Things that are carried away: no act is located by them.
_GOODS = ("targets/transport_vehicle", "targets/other_goods", "targets/herd", "targets/loot")
_WHERE = frozenset({"at", "outside", "front", "inside", "in", "within", "near", "opposite", "on", "beside", "along"})
_AIMED = frozenset({"at", "on", "in", "inside"})  # behind "threw petrol bombs": what it was thrown at
_TOWNS = frozenset({"port", "resort", "centre", "center", "harbour", "harbor", "capital", "camp", "colony"})
# Words that lead to hospitals where the hurt lie, whatever befell them: "remained in a coma at Mulago Hospital".
_SICK = frozenset({
    "remain", "remains", "remained", "remaining", "condition", "coma", "surgery", "treatment", "treatments", "care",
    "listed", "underwent", "undergoing", "undergo", "undergone", "receiving", "received", "lay", "lies", "stabilised",
    "stabilized", "ward", "unit",
})  # fmt: skip
_LANDS = frozenset({"municipality", "prefecture", "commune"})  # behind a name rather the land than its offices
_FARTHEST = 3  # arcs from the act's word to the one that the place hangs on
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_CROWDS = frozenset({"crowd", "mob", "group", "gathering", "rally", "march", "protest", "demonstration"})


def find_sites(
    doc: Doc, act: TriggerMention, things: Sequence[TargetMention], *, overlay: Path | None = None
) -> tuple[TargetMention, ...]:
    """Return the things of the act's own sentence that tell where it was, in order of text.

    "Dozens of students were hurt at the university": the university is where, whether or not it was a target.
    "A teacher at the university was shot in Leeds": it is not.
    """
    trigger = doc[act.head]
    first, end = trigger.sent.start, trigger.sent.end
    near = [thing for thing in things if first <= thing.head < end and _is_ground(doc, thing, act)]
    if not near:
        return ()
    cues = load_target_cues(overlay)
    depths = measure_depths(trigger)
    # Who walks out works where the strike is: "workers at a factory went on strike".
    at_home = act.type is EventType.STRIKE
    return tuple(
        thing
        for thing in near
        if is_left(doc[thing.head], trigger)
        or any(
            _is_where(tie, trigger, depths)
            and not _is_spoken(tie.governor)
            and not (thing.category is TargetCategory.HEALTH and _lies_sick(tie.governor))
            and (at_home or not _describes_person(tie, trigger))
            and not (
                tie.relation in _AIMED and (cues.is_of(tie.governor, "aiming") or cues.is_of(tie.governor, "placing"))
            )
            for tie in find_ties(cues, doc[thing.head])
        )
    )


@cache
def is_no_site(word: str) -> bool:
    """Whether the noun, in small letters, names what moves, or people come together: "convoy", "rally"."""
    return word in load_phrases("sites", "no_sites")


def _is_ground(doc: Doc, thing: TargetMention, act: TriggerMention) -> bool:
    """Whether it stays where it is; of streets and roads only those with a name tell a place.

    The hurt are told of at hospitals, wherever they were hurt; unrest, or a hospital with a name, is told of its own.
    """
    if thing.rule.startswith(_GOODS) or (is_no_site(doc[thing.head].lower_) and thing.category not in ROUTES):
        return False
    named = any(word[:1].isupper() for word in thing.span.of(text_of(doc)).split()[1:])
    if thing.category is TargetCategory.HEALTH and not named and FAMILY[act.type] is not Family.UNREST:
        return _is_done_there(doc[thing.head], act)
    if _is_town(doc[thing.head]):
        return False
    definite = any(child.lower_ == "the" for child in doc[thing.head].lefts)  # "outside the offices of the union"
    if doc[thing.head].tag_ == "NNS" and not definite:
        return False
    return named or not (thing.rule in PASSAGES or thing.category in ROUTES)


def _lies_sick(word: Token) -> bool:
    """Whether the word leads to where the hurt lie: "is in stable condition at", "were treated at"."""
    return word.lower_ in _SICK or word.lower_ in CUSTODY or tells_condition(word)


def _is_spoken(word: Token) -> bool:
    """Whether it is where somebody speaks of the act: "said on its radio station", "speaking at a mosque"."""
    return word.pos_ == "VERB" and word.lower_ in load_cues("speech")


def _is_done_there(house: Token, act: TriggerMention) -> bool:
    """Whether an act that hurts people is told to be right at a hospital: "stabbed eleven people at a hospital"."""
    verb = house.head.head
    return house.dep_ == "pobj" and house.head.lower_ in _WHERE and verb.i == act.head and verb.lower_ not in CUSTODY


def _is_town(noun: Token) -> bool:
    """Whether the word only says what kind of town the name beside it is of: "port of Sfax", "Lorica municipality"."""
    if noun.lower_ in _LANDS and any(kid.dep_ == "compound" and kid.pos_ == "PROPN" for kid in noun.lefts):
        return True
    named = (kid for of in noun.rights if of.lower_ == "of" for kid in of.children)
    return noun.lower_ in _TOWNS and any(kid.pos_ == "PROPN" for kid in named)


def _is_where(tie: Tie, trigger: Token, depths: Mapping[int, int]) -> bool:
    """Whether the tie says that the act was at the thing."""
    word = tie.governor
    if tie.relation not in _WHERE or word.lower_ in DYING or (word.lower_ in CUSTODY and word.i != trigger.i):
        return False
    far = measure_distance(depths, word)
    return far is not None and far <= _FARTHEST


def _describes_person(tie: Tie, trigger: Token) -> bool:
    """Whether the phrase tells where somebody is at home rather than where the act was: "a teacher at the school was".

    A crowd that faces the police is where the act is: "fired tear gas at students outside the university".
    """
    holder = _hanger(tie)
    if holder is None or holder.i == trigger.i or holder.pos_ not in ("NOUN", "PROPN") or holder.lower_ in _CROWDS:
        return False
    return holder.dep_ in _SUBJECTS or holder.tag_ in ("NN", "NNP")


def _hanger(tie: Tie) -> Token | None:
    """Return the word that the phrase of the place hangs on as parsed, however the tie reads it."""
    word = tie.through
    for _ in range(_FARTHEST):
        if word.head.i == word.i:
            return None
        word = word.head
        if word.pos_ not in ("ADP", "ADV", "SCONJ") and word.lower_ not in ("front", "side"):
            return word
    return None
