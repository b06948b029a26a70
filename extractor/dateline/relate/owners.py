"""Reads whose means or act something is, and who fell as the other side of a fight."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dateline.records import ActorKind, EventType
from dateline.relate.agents import MODIFYING, by_agents, is_passive, load_words, objects_of
from dateline.relate.cues import ARMED, SIDES

if TYPE_CHECKING:
    from spacy.tokens import Token

    from dateline.relate.cues import Scene

CRAFT = frozenset(("plane", "bomber", "airplane", "aeroplane"))
POSITIONS = frozenset((
    "position", "positions", "area", "areas", "territory", "lines", "side", "trenches", "base", "bases", "camp", "post",
    "posts", "stronghold", "strongholds", "bunker", "bunkers", "ground",
))  # fmt: skip
HOLDING = frozenset(("held", "controlled", "manned", "occupied"))
SENDING = frozenset(("fired", "launched", "lobbed", "shot", "dropped", "released"))
OWNED_ACTS = frozenset(
    ("attack", "attacks", "assault", "assaults", "raid", "raids", "operation", "operations", "ambush")
)


def owners_of_means(scene: Scene, verb: Token) -> Iterator[Token]:
    """Yield whose bomb or rocket did it: "an ETA bomb went off", "Israeli missiles hit a port"."""
    means = load_words("agent_nouns")["means"]
    subjects = [child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass")]
    for subject in (*subjects, *by_agents(verb)):  # "were killed by Hezbollah mines"
        flown = subject.lower_ in CRAFT and verb.i in scene.acts and scene.acts[verb.i].type is EventType.AIRSTRIKE
        if subject.lower_ in means or flown:  # "a Russian plane dropped the bomb"
            yield from (child for child in subject.children if child.dep_ in MODIFYING)
            yield from groups_of(scene, subject)
            # "The bomb they were planting exploded".
            hands = (child for child in subject.rights if child.dep_ == "relcl" and child.tag_ == "VBG")
            yield from (kid for handling in hands for kid in handling.children if kid.dep_ == "nsubj")
            yield from _senders_of(scene, verb, subject)


def _behind(word: Token, preposition: str) -> Iterator[Token]:
    """Yield the nouns that a preposition ties to a word: "tanks" of "fired from tanks"."""
    preps = (child for child in word.rights if child.dep_ == "prep" and child.lower_ == preposition)
    yield from (obj for prep in preps for obj in prep.children if obj.dep_ == "pobj")


def _senders_of(scene: Scene, verb: Token, thing: Token) -> Iterator[Token]:
    """Yield the forces from which something is sent: "shells fired from Israeli tanks", not "from Gaza"."""
    # Of "shells fired from tanks struck" the parser may make two clauses.
    for sending in (one for one in (verb, *thing.rights) if one.lower_ in SENDING):
        yield from (obj for obj in _behind(sending, "from") if _is_force(scene, obj))
        yield from holders_behind(sending)


def holders_behind(verb: Token) -> Iterator[Token]:
    """Yield whose positions something comes from: "fired from rebel positions", "came from areas held by the army"."""
    for ground in _behind(verb, "from"):
        if ground.lower_ in POSITIONS:
            yield from (child for child in ground.lefts if child.dep_ in MODIFYING)
            holding = (child for child in ground.rights if child.dep_ == "acl" and child.lower_ in HOLDING)
            yield from (holder for held in holding for holder in by_agents(held))


def _is_force(scene: Scene, noun: Token) -> bool:
    """Whether the words stand for those who fight: an arm of a state, a group, their craft and guns."""
    actor = scene.by_head.get(noun.i)
    state = actor is not None and actor.kind is ActorKind.STATE and actor.rule not in ("state", "seat")
    return state or (actor is not None and actor.kind is ActorKind.ARMED_GROUP)


def groups_of(scene: Scene, noun: Token) -> Iterator[Token]:
    """Yield whose act or means it is: "an attack of the IRA", "a mortar of the PKK", "two raids of army jets"."""
    if noun.lower_ not in OWNED_ACTS | load_words("agent_nouns")["means"]:
        return  # "the execution of Taliban members"
    for owner in _behind(noun, "of"):
        actor = scene.by_head.get(owner.i)
        if actor is not None and (actor.named or actor.rule == "noun:forces") and actor.kind in SIDES:
            yield owner


def slain_foes(scene: Scene, verb: Token) -> Iterator[Token]:
    """Yield the fighters killed in a fight that the sentence tells of: "returned fire, killing two insurgents"."""
    if verb.lower_ not in load_words("agent_verbs")["transitive"] or is_passive(verb):
        return
    fought = any(
        trigger.type is EventType.ARMED_CLASH and verb.sent.start <= index < verb.sent.end
        for index, trigger in scene.acts.items()
    )
    if fought:
        fallen_ones = ((obj, scene.by_head.get(obj.i)) for obj in objects_of(verb))
        yield from (obj for obj, actor in fallen_ones if actor is not None and actor.kind in ARMED)
