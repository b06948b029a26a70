"""Blows that damage a thing by what struck it: a shell that hit it, bullets sprayed over it, a mine under it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

    from dateline.relate.target_ties import Tie

# fmt: off
PROJECTILES = frozenset({
    "missile", "missiles", "rocket", "rockets", "shell", "shells", "mortar", "mortars", "drone", "drones", "bomb",
    "bombs", "blast", "explosion", "bullet", "bullets", "round", "rounds", "projectile", "projectiles", "torpedo",
    "grenade", "grenades", "shrapnel", "uav", "uavs", "debris", "fragments", "wreckage", "mine", "volley", "gunfire",
    "shellfire", "shots", "fragment", "torpedoes", "salvo", "barrel", "barrels", "airstrike", "airstrikes",
})
# fmt: on
RUNNING_INTO = frozenset({"hit", "struck", "detonated", "triggered", "tripped", "ran", "drove"})
MINES = frozenset(
    {"mine", "mines", "landmine", "landmines", "bomb", "bombs", "device", "ied", "explosive", "explosives"}
)
ONES = frozenset({"another", "third", "second", "first", "others", "both", "fourth"})
# fmt: off
STRIKING = frozenset({
    "hit", "hits", "hitting", "struck", "strike", "strikes", "slammed", "tore", "ripped", "crashed", "flew",
})
# fmt: on
HOLES = frozenset({"hole", "holes", "crater", "craters", "gash", "dent", "dents", "breach"})
FROM_AFAR = frozenset({"air", "drone", "missile", "rocket", "artillery", "mortar"})
THROWING = frozenset({"threw", "thrown", "throwing", "hurled", "hurling", "tossed", "lobbed", "flung", "fired", "shot"})
DRIVING = frozenset({"drove", "driven", "driving", "crashed", "rammed", "ploughed", "plowed", "smashed", "reversed"})
TEARING = frozenset({
    "blew", "blown", "blowing", "ripped", "ripping", "tore", "tearing", "torn", "knocked", "knocking", "sheared",
    "wrenched", "blasted", "pulled", "took",
})  # fmt: skip
SPRAYING = frozenset({"sprayed", "spraying", "raked", "raking", "showered", "strafed", "strafing"})
SPRAYED = frozenset({"bullets", "gunfire", "rounds", "fire", "shots"})


def is_struck(tie: Tie) -> bool:
    """Whether something fired or thrown struck the thing, or a mine went off under it."""
    return _is_hit(tie) or _is_pierced(tie) or is_torn_off(tie) or _is_riddled(tie) or runs_into_mine(tie)


def is_driven(tie: Tie) -> bool:
    """Whether the thing is what somebody drove into another: "rammed a truck into the gate"."""
    verb = tie.governor
    into = any(child.lower_ in ("into", "through") and child.i > tie.through.i for child in verb.rights)
    return verb.lower_ in DRIVING and into


def is_torn_off(tie: Tie) -> bool:
    """Whether a part was torn off the thing: "blew the roof off a church", "ripped the doors off the shop"."""
    verb = tie.governor
    parts = (child for child in verb.rights if child.dep_ == "dobj" and child.i < tie.through.i)
    return tie.relation == "off" and verb.lower_ in TEARING and any(parts)


def _is_hit(tie: Tie) -> bool:
    """Whether something fired struck the thing ("a shell hit the yard", "was hit by a drone"), which damages it."""
    verb = tie.governor
    if verb.lower_ not in STRIKING or tie.relation not in ("object", "passive", "into", "through"):
        return False
    if tie.relation == "passive":
        agents = (child for child in verb.rights if child.dep_ in ("agent", "prep") and child.lower_ in ("by", "with"))
        told = [noun for agent in agents for noun in agent.rights]
        # "The hospital was hit again": in an act of arms it was by what was fired.
        return any(map(_is_fired, told)) or (not told and verb.tag_ == "VBN" and verb.lower_ in ("hit", "struck"))
    # "Of the five, one hit the gym": what hits is one of those fired. "Missed the base and hit a house" shares its own.
    doers = [child for child in verb.lefts if child.dep_ == "nsubj"]
    if not doers and verb.dep_ == "conj":
        doers = [child for child in verb.head.lefts if child.dep_ in ("nsubj", "nsubjpass")]
    return any(_is_fired(child) or child.lower_ in ONES or child.pos_ == "NUM" for child in doers)


def is_holed(tie: Tie) -> bool:
    """Whether a hole was made in the thing: "blew a hole in the wall of a court", "left craters in the runway"."""
    word = tie.governor
    if tie.relation not in ("in", "through"):
        return False
    return word.lower_ in HOLES or any(child.dep_ == "dobj" and child.lower_ in HOLES for child in word.rights)


def _is_fired(noun: Token) -> bool:
    """Whether the word names something fired or its coming down: "missiles", "an air strike"; workers strike too."""
    if noun.lower_ in ("strike", "strikes"):
        return any(child.lower_ in FROM_AFAR for child in noun.lefts)
    return noun.lower_ in PROJECTILES


def _is_pierced(tie: Tie) -> bool:
    """Whether something was thrown or shot into the thing, "a brick through the window of a bar", "fired into it".

    Or driven through it: "drove a van through the shutters of a bank".
    """
    verb = tie.governor.lower_
    return (tie.relation == "through" and verb in THROWING | DRIVING) or (
        tie.relation == "into" and verb in ("fired", "firing")
    )


def _is_riddled(tie: Tie) -> bool:
    """Whether bullets were sprayed over the thing: "sprayed the car with bullets", "the bus was raked with gunfire"."""
    if tie.governor.lower_ not in SPRAYING or tie.relation not in ("object", "passive"):
        return False
    behind = tie.governor.doc[tie.governor.i + 1 : tie.governor.sent.end]
    return any(word.lower_ in SPRAYED for word in behind)


def runs_into_mine(tie: Tie) -> bool:
    """Whether the thing is a vehicle that a mine went off under ("their truck hit a mine")."""
    verb = tie.governor
    if tie.relation != "subject" or verb.lower_ not in RUNNING_INTO:
        return False
    return any(
        child.dep_ in ("dobj", "pobj") and child.lower_ in MINES
        for part in verb.rights
        for child in (part, *part.rights)
    )
