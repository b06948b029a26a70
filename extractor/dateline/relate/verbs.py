"""Tells whether a verb of violence says that its subject did something."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.find.trigger_doers import is_undergone
from dateline.relate.agents import is_passive, load_words, objects_of
from dateline.relate.clauses import is_headline, is_negated, load_cues
from dateline.relate.cues import UNREAL
from dateline.relate.threats import THREATENING, aims_at_one
from dateline.relate.true_subjects import PLACES, REGIONS

if TYPE_CHECKING:
    from spacy.tokens import Token

OBJECTS = frozenset(("dobj", "ccomp", "dative", "aux"))
# fmt: off
# Past forms that say in a headline, whose present tells what somebody did, what befell their subject.
AIMED = frozenset((
    "attacked", "bombed", "shelled", "mugged", "stormed", "stoned", "vandalised", "vandalized", "raided", "looted",
    "targeted", "pelted", "besieged", "tortured", "overrun",
))
# fmt: on
REACH = 30  # tokens back in which a pronoun finds its bomb
AMBUSHES = frozenset(("ambush", "ambushes", "trap", "roadblock", "checkpoint"))
OWN_BODIES = frozenset(("himself", "herself", "themselves", "itself"))
SETTING = frozenset(("set", "sets", "setting"))
ABLAZE = frozenset(("ablaze", "fire", "alight", "afire", "off"))
OPENED = frozenset(("open", "opens", "opened", "opening"))
FIRE = frozenset(("fire", "up"))
AIMING = frozenset(("at", "on", "into", "against"))
FOUND = frozenset(("dead", "shot", "stabbed", "slain", "wounded", "hanged", "unconscious", "unresponsive"))
DISMISSING = frozenset(("fired", "fires", "firing", "fire"))
THROWING = frozenset(("threw", "throw", "throws", "throwing", "thrown"))
HITTING = frozenset(("hit", "hits", "hitting", "struck", "strike", "strikes", "striking"))
# What is hit or struck without harm: "hit the road", "struck a deal".
UNHARMED = frozenset(
    ("road", "roads", "shelves", "brakes", "headlines", "market", "snag", "deal", "deals", "agreement", "accord")
) | frozenset(
    ("bargain", "truce", "balance", "chord", "pact", "tone", "pose", "compromise", "nerve", "jackpot", "record")
)
FIGHTS = frozenset(("battle", "battles", "fight", "war", "way"))  # fought, they name no foe
WINNING = frozenset(("won", "win"))
# fmt: off
HARMLESSLY = frozenset((
    "campaign", "case", "message", "petition", "complaint", "custody", "guns", "weapons", "street", "streets", "aim",
    "office", "place", "stand", "oath", "note", "notes", "photos", "pictures", "stock", "turns", "vows", "questions",
    "steps", "airport", "school", "work", "notice", "action", "measures", "account", "advantage", "care",
    "cognisance", "cognizance", "cover", "shelter", "refuge", "exception", "issue", "statements", "evidence",
    "samples", "precautions", "decision", "decisions", "time", "hours", "minutes", "days", "pains", "pride", "leave",
    "credit", "blame", "interest", "power", "office", "command",
    "hospital", "hospitals", "clinic", "clinics", "morgue", "mortuary", "safety",
    "video", "videos", "footage", "photo", "photograph", "photographs", "image", "images", "picture", "selfies",
))
# fmt: on
BIDDEN = frozenset(("told", "instructed", "allowed", "permitted", "cleared"))
HELD_GROUND = REGIONS | frozenset(
    ("control", "ground", "positions", "position", "base", "hill", "hills", "area", "areas", "airport")
)


def _stands_for(pronoun: Token, means: frozenset[str]) -> bool:
    """Whether "it" or "them" may be what did the harm: "a shell fell on the clinic; the army had fired it"."""
    if pronoun.lower_ not in ("it", "them"):
        return False
    before = pronoun.doc[max(0, pronoun.i - REACH) : pronoun.i]
    return any(word.lower_ in means for word in before)


def is_told(verb: Token, *, trigger: bool = False) -> bool:
    """Whether the verb tells of violence that was done, and not of plans, idioms or other doings."""
    words = load_words("agent_verbs")
    lays = verb.lower_ in words["light"] and any(obj.lower_ in ("charges", "charge") for obj in objects_of(verb))
    if lays and any(child.lower_ == "against" for child in verb.subtree):
        return False  # "police laid charges against him"
    if verb.lower_ in words["delivering"] and verb.lower_ not in words["light"] and not trigger:
        means = load_words("agent_nouns")["means"]
        things = [child for child in verb.children if child.dep_ in ("dobj", "nsubjpass")]
        things += [verb.head] if verb.dep_ == "acl" and verb.tag_ == "VBN" else []  # "gas dropped by planes"
        if not any(thing.lower_ in means or _stands_for(thing, means) for thing in things):
            return False
    if verb.lower_ in words["wielding"] and not trigger and not _wields(verb):
        return False
    if (
        verb.lower_ in words["wresting"]
        and not trigger
        and verb.lower_ not in words["transitive"]
        and not _wrests(verb)
    ):
        return False
    if _is_idiom(verb):
        return False
    if verb.lower_ in words["mutual"] and _fights_fate(verb):
        return False
    if verb.lower_ in OPENED and not any(
        child.lower_ in FIRE for child in verb.children if child.dep_ in ("dobj", "prt")
    ):
        return False  # "opened his remarks"
    threatened = verb.head.lower_ in THREATENING and aims_at_one(verb)  # "threatened to blow up the bank"
    if verb.dep_ == "xcomp" and verb.head.lower_ in load_cues("unreal") and not threatened:
        return False  # "vowed to strike"
    if verb.dep_ == "xcomp" and verb.tag_ == "VB" and verb.head.lower_ in BIDDEN and is_passive(verb.head):
        return False  # "was told to shoot on sight"
    if verb.lower_ in SETTING and any(obj.lower_ in OWN_BODIES for obj in objects_of(verb)):
        return False  # "the two set themselves on fire"
    if verb.lower_ in SETTING and not any(part.lower_ in ABLAZE for part in verb.subtree if part.i > verb.i):
        set_up = load_words("agent_nouns")["means"] | AMBUSHES  # "setting up an ambush", not a business
        if verb.lower_ == "set" or not any(obj.lower_ in set_up for obj in objects_of(verb)):
            return False
    return not is_negated(verb) and not any(child.dep_ == "aux" and child.lower_ in UNREAL for child in verb.children)


def _is_idiom(verb: Token) -> bool:
    """Whether a word of violence means none here: "threw up", "hit the road", "struck a deal", "fired the judge"."""
    things = [*objects_of(verb), *([verb.head] if verb.dep_ == "relcl" else [])]
    if verb.lower_ in DISMISSING:
        # Persons are dismissed; guns, shots and rockets are fired.
        at = any(child.lower_ in AIMING for child in verb.children)
        return not at and any(thing.ent_type_ == "PERSON" or thing.lower_ in ("him", "her") for thing in things)
    if verb.lower_ in THROWING:
        return any(child.dep_ == "prt" and child.lower_ in ("up", "away", "in") for child in verb.children)
    if verb.lower_.startswith(("trigger", "spark", "provok")):
        # "Triggering criticism": what goes off is a bomb, or what begins an act.
        nouns = load_words("agent_nouns")
        return bool(things) and not any(t.lower_ in nouns["means"] | nouns["mutual"] | nouns["warlike"] for t in things)
    return verb.lower_ in HITTING and any(thing.lower_ in UNHARMED for thing in things)


def _wields(verb: Token) -> bool:
    """Whether force is used: "pulled guns", "replied with tear gas"."""
    used = [child for child in verb.children if child.dep_ == "dobj"]
    # "Responded to gunfire" is no use of force, "resorted to tear gas" is.
    before = "to" if verb.lower_.startswith("resort") else "with"
    used += [kid for prep in verb.children if prep.lower_ == before for kid in prep.children if kid.dep_ == "pobj"]
    force = load_words("agent_nouns")["force"]
    return any(part.lower_ in force for obj in used for part in (obj, *obj.conjuncts))


def _wrests(verb: Token) -> bool:
    """Whether somebody or something is taken: "took the town", "took him from his car"; not "took to the streets".

    What is won, and what is taken off the street or into custody, is no act unless it is ground.
    """
    won = [child for child in verb.children if child.dep_ in ("dobj", "nsubjpass")]
    won += [verb.head] if verb.dep_ in ("acl", "relcl") else []
    harmless = verb.lower_ in WINNING or any(part.lower_ in HARMLESSLY for part in (*verb.subtree, *won))
    if not harmless:
        return bool(won) or verb.dep_ == "conj"
    below = [part for thing in won for part in (thing, *thing.children)]
    below += [kid for thing in won for of in thing.children if of.lower_ == "of" for kid in of.children]
    return any(part.ent_type_ in PLACES or part.lower_ in HELD_GROUND for part in below)


def _fights_fate(verb: Token) -> bool:
    """Whether no foe is fought but wounds, flames, crime or traffic: "is battling injuries", "fought for his life"."""
    fates = load_words("agent_nouns")["fates"]
    foes = [] if verb.lower_.startswith(("exchang", "trad")) else list(objects_of(verb))
    foes = [foe for foe in foes if foe.lower_ not in FIGHTS]
    if any(foe.lower_ not in fates for foe in foes):
        return False  # "battled troops through heavy snow"
    met = [
        kid
        for prep in verb.children
        if prep.dep_ == "prep" and prep.lower_ in ("for", "through", "off", "over", "with")
        for kid in prep.children
        if kid.dep_ == "pobj"
    ]
    return bool(foes) or any(thing.lower_ in fates for thing in met)


def is_elliptic(verb: Token) -> bool:
    """Whether what looks like an active verb is a headline's passive: "Five killed in blast", "Teacher attacked"."""
    words = load_words("agent_verbs")
    if verb.lower_ in words["undergo"]:
        return True
    if verb.lower_ == "found" and any(child.lower_ in FOUND or child.tag_ == "VBN" for child in verb.children):
        return True  # "Man found shot", whatever the second participle is to the parser
    if is_undergone(verb):
        return True
    if verb.tag_ not in ("VBD", "VBN"):
        return False
    if verb.lower_ not in words["transitive"] and not (verb.lower_ in AIMED and is_headline(verb)):
        return False
    return not any(_has_object(child) for child in verb.children)


def _has_object(child: Token) -> bool:
    """Whether the word below a verb gives it an object, or aim, of its own or by a second verb."""
    if child.dep_ == "conj":
        # "Shot and killed a man"; but "the driver killed and a doctor burned".
        kids = {kid.dep_ for kid in child.children}
        return bool(kids & OBJECTS) and not kids & {"nsubj", "nsubjpass"}
    if child.lower_ == "on" and any(kid.ent_type_ in ("DATE", "TIME") for kid in child.children):
        return False  # "killed on Friday"
    if child.dep_ == "dobj" and child.left_edge.i > 0 and child.left_edge.nbor(-1).text == ",":
        return False  # "Teen killed, two girls hurt in shooting"
    back = child.lower_ == "back" and child.dep_ in ("advmod", "prt")  # "troops hit back with helicopters"
    return back or child.dep_ in OBJECTS or child.lower_ in AIMING
