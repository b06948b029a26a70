"""What the words for an act say of the things around it: what is waylaid, what comes down, what carried a bomb."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dateline.find.trigger_doers import COMING, is_undergone
from dateline.lexicon.phrases import fold
from dateline.records import Effect
from dateline.relate.clauses import HAVING
from dateline.relate.target_blows import MINES, PROJECTILES
from dateline.relate.target_cues import Cues
from dateline.relate.target_effects import broken_of, phrase_at
from dateline.relate.target_ties import Tie
from dateline.spans import Span

if TYPE_CHECKING:
    from spacy.tokens import Span as SentenceSpan
    from spacy.tokens import Token

# fmt: off
CARRIERS = frozenset({
    "car", "cars", "van", "vans", "truck", "bicycle", "bike", "motorcycle", "motorbike", "taxi", "taxis", "vehicle",
    "rickshaw", "cart", "lorry", "pickup", "scooter", "motor-bike", "tricycle",
})
# fmt: on
BARRING = frozenset({"felled", "felling", "piled", "erected", "burned", "burnt", "burning", "barricades", "lit", "dug"})
WAYLAYING = frozenset({"stopped", "stopping", "boarded", "boarding", "flagged", "halted", "waylaid"})
PRIVATE = frozenset(
    {"car", "cars", "vehicle", "vehicles", "flight", "flights", "plane"}
)  # stopped or boarded for many reasons
ARMED = frozenset(
    {"armed", "gunmen", "bandits", "militants", "rebels", "insurgents", "kidnappers", "attackers", "robbers"}
)
OFFICERS = frozenset(
    {"police", "officer", "officers", "troops", "soldiers", "deputies", "trooper", "troopers", "guards"}
)
# fmt: off
THROWN = frozenset({
    "stones", "stone", "rocks", "rock", "bricks", "brick", "bottles", "bottle", "eggs", "grenade", "grenades", "bombs",
    "bomb", "missiles", "missile", "objects", "projectiles", "fireworks", "cocktails", "explosives", "shots", "rounds",
    "rockets", "petrol", "gasoline", "kerosene",
})
# fmt: on
# fmt: off
DOING = frozenset((
    "perpetrated", "carried", "launched", "staged", "mounted", "committed", "conducted", "directed", "waged", "made",
))
# fmt: on
TAKES = frozenset({"took", "takes", "take", "taken", "taking"})
MISSED = frozenset({"it", "them", "target", "targets", "mark"})
MEASURES = frozenset({"meters", "metres", "yards", "feet", "blocks", "miles", "kilometers", "kilometres", "km", "m"})
NEARBY = 4  # words from a number to the projectiles that it counts


@dataclass(frozen=True, slots=True)
class Act:
    """The act, seen from its sentence."""

    trigger: Token
    depths: Mapping[int, int]  # arcs from the trigger up to each word that governs it
    effects: tuple[tuple[Span, Effect], ...]  # the words for effects in the sentence
    text: str  # of the sentence
    start: int  # code point that `text` starts at

    def words(self, span: Span) -> str:
        """Return the words at `span` in lower case."""
        return self.text[span.start - self.start : span.end - self.start].lower()


def does(verb: Token, act: Token) -> bool:
    """Whether the verb only says that the act was done: "an attack perpetrated against the union"."""
    return verb.lower_ in DOING and (verb.head.i == act.i or any(child.i == act.i for child in verb.children))


def waylays(verb: Token, thing: Token) -> bool:
    """Whether attackers stop or board a vehicle to rob or kill those in it; police stop cars at all times."""
    if verb.lower_ not in WAYLAYING:
        return False
    doers = [child for child in verb.children if child.dep_ == "nsubj"]
    armed = any(word.lower_ in ARMED for doer in doers for word in doer.subtree)
    if fold(thing.text) in PRIVATE and not armed:
        return False
    return not any(word.lower_ in OFFICERS for doer in doers for word in doer.subtree)


def comes_in(cues: Cues, tie: Tie, act: Act) -> bool:
    """Whether the doers went into the thing to do what they did: "entered a church and opened fire"."""
    verb = tie.governor
    if verb.pos_ != "VERB" or not cues.is_of(verb, "entering") or verb.i > act.trigger.i:
        return False
    if tie.relation != "into" and not (tie.relation == "object" and verb.lower_.startswith("enter")):
        return False
    # The act is the doers' own: it is told beside the way in, not by those who went in later.
    deed = act.trigger
    while deed.i != verb.i and deed.dep_ in ("conj", "xcomp", "advcl", "dobj") and deed.head.i != deed.i:
        deed = deed.head
    doers = [child.lower_ for child in verb.lefts if child.dep_ == "nsubj"]
    return deed.i == verb.i and bool(doers) and not OFFICERS.intersection(doers)


def is_way_in(tie: Tie) -> bool:
    """Whether the thing is only how the doers came into another: "broke into a bank through a tunnel"."""
    verb = tie.governor
    return tie.relation == "through" and verb.pos_ == "VERB" and any(c.lower_ in ("in", "into") for c in verb.rights)


def is_state(thing: Token) -> bool:
    """Whether the word only says how another was left: "the palace lies in ruins"."""
    return thing.lower_ in ("ruins", "rubble") and thing.dep_ == "pobj" and thing.head.lower_ in ("in", "to")


def blocks(cues: Cues, verb: Token) -> bool:
    """Whether what is done across a road stops its traffic: "sat down across", "felled trees across"."""
    return cues.is_of(verb, "gathering") or (verb.lower_ in BARRING and verb.dep_ not in ("oprd", "xcomp", "acomp"))


def suffers(cues: Cues, act: Act, verb: Token) -> bool:
    """Whether the verb tells what befell its subject: "came under attack", "suffered damage", "took fire"."""
    if verb.lower_ in COMING:
        return is_undergone(verb)
    if any(child.dep_ == "attr" and child.lower_ in ("target", "targets") for child in verb.rights):
        return True  # "the bank was the target of an attack"
    if verb.lower_ in HAVING and broken_of(verb, act.effects) is not None:
        return True  # "had their windows smashed"
    objects = [child for child in verb.rights if child.dep_ == "dobj"]
    return cues.is_of(verb, "suffering") and any(
        phrase_at(word, act.effects) is not None or word.i == act.trigger.i or word.lower_ in ("fire", "hit", "hits")
        for word in objects
    )


def seizes(cues: Cues, act: Act, verb: Token) -> bool:
    """Whether the verb tells that people were taken: what they were taken from is a target."""
    effect = phrase_at(verb, act.effects)
    if verb.i == act.trigger.i and verb.lower_ in TAKES:
        return True  # as an act of its own, "took" is told of people
    return cues.is_of(verb, "seizing") or (effect is not None and effect[1] is Effect.TAKEN)


def makes_off(verb: Token, effects: Sequence[tuple[Span, Effect]]) -> bool:
    """Whether what follows "with" was taken: "made off with a van"."""
    effect = phrase_at(verb, effects)
    return verb.pos_ == "VERB" and effect is not None and effect[1] is Effect.TAKEN


def misses(sentence: SentenceSpan) -> bool:
    """Whether what was fired is said to have gone wide: "four rockets were fired at the base but missed"."""
    return any(
        word.lower_ in ("missed", "misses")
        and word.pos_ == "VERB"
        and not any(
            child.dep_ == "neg" or (child.dep_ == "dobj" and child.lower_ not in MISSED) for child in word.children
        )
        for word in sentence
    )


def is_measured(thing: Token) -> bool:
    """Whether a distance stands before the "from" that the thing, or a part of it, follows: "30 meters from"."""
    start = thing.left_edge.i - 1
    return start > 0 and any(thing.doc[i].lower_ in MEASURES for i in range(max(0, start - 2), start))


def carried(cues: Cues, tie: Tie) -> bool:
    """Whether the thing is a vehicle that carried the bomb: "a bomb in a parked car", not "on a bus"."""
    thing, word = tie.through, tie.governor
    told = any(child.dep_ in ("poss", "case") or child.lower_ in ("the", "his", "their") for child in thing.lefts)
    bomb = word.lower_ in MINES or cues.is_of(word, "placing") or cues.is_of(word, "bursting")
    # "dynamite in a Datsun": a make is a car like any other.
    return bomb and (fold(thing.text) in CARRIERS or thing.pos_ == "PROPN") and not told


def comes_down(verb: Token) -> bool:
    """Whether the subject is something fired: "two shells landed", "rockets fell"; a plane comes down for itself."""
    subjects = [child for child in verb.lefts if child.dep_ == "nsubj"]
    if not subjects and verb.dep_ in ("relcl", "acl"):
        subjects = [verb.head]
    if subjects and subjects[0].lower_ in ("which", "that"):
        subjects = [verb.head]
    return any(
        word.lower_ in PROJECTILES
        or any(part.lower_ in PROJECTILES for part in word.subtree if abs(part.i - word.i) < NEARBY)
        for word in subjects
    )


def sends_bomb(verb: Token) -> bool:
    """Whether what is sent is no person: "a parcel bomb sent to the consulate", not "victims sent to hospital"."""
    sent = [child.lower_ for child in verb.children if child.dep_ in ("dobj", "nsubjpass")]
    sent = sent or [verb.head.lower_] if verb.dep_ in ("acl", "relcl") else sent
    return any(word in MINES or word in ("letter", "parcel", "package", "letters", "parcels") for word in sent)


def harms_people(verb: Token) -> bool:
    """Whether the verb has somebody as its object, so that what follows "in" is only where he was."""
    # "a preacher killed outside his mosque": the people are what the participle hangs on.
    reduced = verb.dep_ == "acl" and verb.tag_ == "VBN" and verb.head.ent_type_ in ("PERSON", "NORP")
    objects = (child for child in verb.children if child.dep_ in ("dobj", "nsubjpass"))
    return verb.pos_ == "VERB" and (reduced or any(child.lower_ not in THROWN for child in objects))
