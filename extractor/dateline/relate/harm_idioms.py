"""Reads idioms of harm: "lost his life", "held at gunpoint", "taken to hospital"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dateline.find.people_phrases import make_bare_mention
from dateline.records import VictimCategory, VictimStatus, exactly
from dateline.relate.clauses import is_had_done
from dateline.relate.harm_fatal import REMAINS
from dateline.relate.harm_hits import Hit, is_lawful, is_verb, make_hits, subject_of
from dateline.relate.harm_natural import VIOLENCE
from dateline.relate.harm_near import BODY, near
from dateline.relate.harm_people import KINSHIP, WANTED, Patient, People, over_apposition, people_of
from dateline.relate.harm_victims import is_passive
from dateline.relate.harm_words import Cue

if TYPE_CHECKING:
    from spacy.tokens import Token

# fmt: off
WOUND_WORDS = frozenset((
    "wound", "wounds", "injury", "injuries", "injured", "wounded", "hurt", "condition", "burns", "treatment", "shot",
    "stabbed", "gunshot", "surgery", "treated", "bullet", "serious", "critical", "seriously", "critically",
))
# fmt: on
HURT = frozenset(("wounded", "injured", "hurt", "wounds", "injuries", "shot", "stabbed"))
HELD = frozenset(("arrested", "suspect", "suspects", "custody", "detained", "attacker", "gunman", "jailed", "arrest"))
# fmt: off
ARMS = frozenset((
    "gun", "guns", "knife", "knives", "pistol", "pistols", "rifle", "rifles", "shotgun", "revolver", "handgun",
    "firearm", "weapon", "machete", "blade", "sword", "axe", "razor", "screwdriver", "hammer",
))
# fmt: on
DEATHS = frozenset(("died", "dies", "killed", "succumbed"))
AGAINST = frozenset(("at", "to", "on", "against"))
SPOTS = frozenset(("scene", "spot", "site", "paramedics", "medics", "ambulance", "ambulances", "doctors"))
TREATING = frozenset(("treat", "treated", "treating", "treats"))
BREAKING = "break_bone"
LIFE = frozenset(("life", "lives"))
COSTING = frozenset(("cost", "costs", "costing"))
LIVES = frozenset(("lose_life", "claim_lives"))  # entries of harms.toml whose idiom is of lives
# fmt: off
MISSILES = frozenset((
    "bullet", "bullets", "round", "rounds", "gunfire", "shot", "shots", "shrapnel", "splinters", "fragments", "pellets",
    "stone", "stones", "rock", "bottle", "brick", "arrow", "knife", "blast", "fire", "ricochet",
    "car", "truck", "van", "lorry", "vehicle", "motorist", "driver",
))
# fmt: on
CENTERS = frozenset(("center", "centre", "facility"))
MEDICAL = frozenset(("medical", "trauma", "health", "burn", "surgical", "emergency", "care", "healthcare"))
TROUBLES = frozenset(("difficulties", "problems", "symptoms"))
BREATHING = frozenset(("breathing", "respiratory"))  # of those whom gas makes ill
TEARING = "tear_limb"
FATAL = frozenset(("head", "heads", "throat", "throats"))  # who has it cut is dead
CUTTING = frozenset(("break_bone", "tear_limb", "cut_throat"))  # entries of harms.toml
LIMBS = frozenset(("hand", "hands", "foot", "feet", "finger", "fingers", "eye", "eyes", "leg", "legs", "arm", "arms"))
CAPTORS = frozenset(("captors", "kidnappers", "abductors", "kidnapers", "traffickers", "guerrillas", "rebels"))
CAPTIVE = frozenset(("hostage", "captive", "prisoner"))
TAKING = frozenset(
    ("took", "taken", "take", "takes", "taking", "led", "leading", "marched", "marching", "herded", "herding")
)
AWAY = frozenset(("from", "into", "to"))
KIN = KINSHIP | {"people.child"}
OWN = frozenset(("his", "her", "their", "a", "an"))
SHOTS = frozenset(("fired", "gunfire", "gunshots", "shots", "gunman", "gunmen", "shooter", "bullets"))


def read_idiom(people: People, cue: Cue) -> Iterator[Hit]:
    """Yield whom an idiom says came to harm."""
    verb = people.doc[cue.head]
    if cue.word.id in CUTTING and is_had_done(verb) and any(child.lower_ in FATAL for child in verb.lefts):
        # "Had their throats cut"; "cut off the guard's head" is told of one who was killed.
        return make_hits(cue, list(subject_of(people, verb.head)), VictimStatus.KILLED)
    return _read_parts(people, cue, verb)


def _read_parts(people: People, cue: Cue, verb: Token) -> Iterator[Hit]:
    """Yield whom the verb and the noun that completes it say came to harm."""
    noun = next((part for part in _complements(cue, verb) if _completes(cue, part)), None)
    if noun is None and cue.word.id in LIVES:
        lives = _lives_taken(verb)
        if lives is not None:
            yield from make_hits(cue, _owners_of(people, verb, lives))
            return
    if noun is None and cue.word.id == "treat" and is_passive(verb) and _is_let_home(verb):
        yield from make_hits(cue, [p for p in subject_of(people, verb) if p.people is not None])
        return
    if noun is None and verb.dep_ == "amod" and verb.head.i > verb.i and verb.head.lower_ in cue.word.nouns_with:
        # "Three persons, one an inspector, sustained injuries": the parser takes the verb for a participle.
        # "Three fractured ribs" are bones.
        yield from make_hits(cue, _before_participle(people, cue) if cue.word.id != BREAKING else [])
        return
    if noun is None and cue.word.id in ("claim_lives", "lead_off"):
        yield from make_hits(cue, _taken_away(people, verb), VictimStatus.KIDNAPPED)
        return
    if cue.word.id == "let_go":
        yield from make_hits(cue, _let_go(people, verb))
        return
    if cue.word.id == "treat" and verb.lower_ in TREATING and not is_passive(verb):
        yield from make_hits(cue, [p for c in verb.rights if c.dep_ == "dobj" for p in people_of(people, c)])
        return
    if noun is None and cue.word.id == "lose_life":
        lost = [p for c in verb.rights if c.dep_ == "dobj" for p in people_of(people, c) if _may_be_lost(people, p)]
        yield from make_hits(cue, lost)
    if cue.word.id in ("menace", "hold"):
        menaced = _menaced(people, verb)
        if menaced or cue.word.id == "menace":
            yield from make_hits(cue, menaced, VictimStatus.UNHARMED)
            return
    if noun is None and cue.word.id == "hold":
        yield from _read_held(people, cue, verb)
    if cue.word.id == "struck" and is_verb(verb) and not is_passive(verb) and _is_missile(verb):
        yield from make_hits(cue, [p for c in verb.rights if c.dep_ == "dobj" for p in people_of(people, c)])
        return
    if noun is None and cue.word.id == "struck" and is_passive(verb):
        # "No one was hit", "two friends were also hit", "were hit when a man fired"; alone it may mean many things.
        more = _is_hit_plainly(verb)
        struck = [p for p in subject_of(people, verb) if p.people and (more or p.people.count == exactly(0))]
        yield from make_hits(cue, struck)
        return
    if noun is None or not is_verb(verb):
        return
    if cue.word.id in ("bring_in", "treat") and not is_passive(verb) and verb.lower_ != "went":
        # "The blast sent four people to hospital."
        yield from make_hits(cue, [p for c in verb.rights if c.dep_ == "dobj" for p in people_of(people, c)])
        return
    if cue.word.patient == "object":
        yield from _read_object(people, cue, verb, noun)
        return
    if cue.word.patient == "passive" and not is_passive(verb) and verb.lower_ != "went":
        return
    if not _is_of_the_body(cue, verb, noun):
        return
    patients = [p for p in subject_of(people, verb) if p.people is not None]
    if cue.word.id == "bring_in":
        # One who is taken to hospital may be a suspect or a visitor; several are those hurt.
        dead = any(child.dep_ == "nsubjpass" and child.lower_ in REMAINS | {"dead"} for child in verb.children)
        told = _tells_of_wounds(verb)
        patients = [p for p in patients if not dead and (told or _are_several(p) or _is_the_hurt_one(verb, p))]
    spared = cue.word.id == "suffer" and any(child.lower_ in ("no", "any", "without") for child in noun.lefts)
    status = VictimStatus.UNHARMED if spared else None
    if cue.word.id == "lose_life" and noun.lower_ not in LIFE:
        status = VictimStatus.INJURED
    yield from make_hits(cue, patients, status)


def _read_object(people: People, cue: Cue, verb: Token, noun: Token) -> Iterator[Hit]:
    """Yield whom a thing was taken from, their lives or limbs too."""
    maimed = cue.word.id in LIVES and noun.lower_ not in LIFE
    if maimed and verb.lower_ not in COSTING:
        return  # "took her hand"
    owner = _owners_of(people, verb, noun)
    # The parser may take "hostage" for a second name of the people held.
    owner = [p for p in owner if p.people is None or p.people.head != noun.i or len(owner) == 1]
    yield from make_hits(cue, owner, VictimStatus.INJURED if maimed else None)


def _owners_of(people: People, verb: Token, noun: Token) -> list[Patient]:
    """Return whose life or throat it is: "the lives of two guards", "six lives", "cost six people their lives"."""
    # "Cost him three fingers" counts no people.
    lives = verb.lower_ not in COSTING or noun.lower_ in LIFE
    count = next((people.count_at[child.i] for child in noun.lefts if lives and child.i in people.count_at), None)
    owner = [p for prep in noun.rights if prep.lower_ == "of" for obj in prep.rights for p in people_of(people, obj)]
    if off := [prep for prep in (*noun.rights, *verb.rights) if prep.lower_ == "off" and prep.dep_ == "prep"]:
        # "Tore the leg off a farmer".
        owner = owner or [p for prep in off for obj in prep.rights for p in people_of(people, obj)]
    whose = (child for child in noun.lefts if child.dep_ == "poss" and child.tag_ != "PRP$")
    owner = owner or [p for child in whose for p in people_of(people, child)]
    if not owner and is_had_done(verb):
        return subject_of(people, verb.head)
    if verb.lower_ in COSTING and not owner:
        # "Cost a teenager three fingers": the parser may take whom it cost them for a part of their name.
        owner = [p for child in noun.lefts if child.dep_ in ("nmod", "compound") for p in people_of(people, child)]
    if count is not None and not owner:
        return [Patient(people.at.get(count.head) or make_bare_mention(count.span, count.head, count.count), count)]
    return owner or [
        p
        for child in verb.children
        if child.dep_ in ("dobj", "nsubjpass", "dative") and child is not noun
        for p in people_of(people, child)
    ]


def _lives_taken(verb: Token) -> Token | None:
    """Return the lives that "six lives were lost", "12 lives lost in a blast", "cost two men their lives" tell of."""
    if verb.dep_ == "acl" and verb.tag_ == "VBN" and verb.head.lower_ in LIFE:
        return verb.head
    sides = ("nsubjpass", "nsubj") if verb.tag_ == "VBN" else ("nsubjpass",)  # "12 lives lost", a headline
    subjects = (child for child in verb.lefts if child.dep_ in sides)
    objects = (child for child in verb.rights if child.dep_ in ("dobj", "dative"))
    doubled = (word for child in objects for word in child.rights if word.dep_ == "appos")
    return next((word for word in (*subjects, *doubled) if word.lower_ in LIFE), None)


def _is_hit_plainly(verb: Token) -> bool:
    """Whether the words name nothing else that hit people, and go on from others hit or tell of shots.

    "His friends were also hit", "three women were struck when someone in a car fired".
    """
    others = any(child.dep_ == "agent" or child.lower_ in ("by", "with") for child in verb.rights)
    also = any(child.lower_ in ("also", "too") for child in verb.children)
    return not others and (also or any(word.lower_ in SHOTS for word in verb.sent))


def _is_missile(verb: Token) -> bool:
    """Whether what hits somebody is a bullet, a car or the like, or where it hits is told: "struck him in the leg"."""
    first = verb.head if verb.dep_ == "conj" else verb  # "mounted the pavement and struck three students"
    subjects = [child.lower_ for one in (verb, first) for child in one.lefts if child.dep_ == "nsubj"]
    if any(word in MISSILES for word in subjects):
        return True
    preps = [prep for child in (verb, *(c for c in verb.rights if c.dep_ == "dobj")) for prep in child.rights]
    return any(prep.lower_ in ("in", "on") and any(obj.lower_ in BODY for obj in prep.rights) for prep in preps)


def _completes(cue: Cue, part: Token) -> bool:
    """Whether the word makes the idiom: a "center" only where the sick are taken."""
    if part.lower_ in CENTERS and cue.word.id in ("bring_in", "treat"):
        return any(child.lower_ in MEDICAL for child in part.lefts)
    if part.lower_ in TROUBLES:
        return any(child.lower_ in BREATHING for child in part.lefts)
    return part.lower_ in cue.word.nouns_with


def _complements(cue: Cue, verb: Token) -> Iterator[Token]:
    """Yield the verb's complements and those of their prepositions: "his life", "to hospital", "him in the leg"."""
    for child in verb.rights:
        if child.pos_ != "VERB" or child.dep_ == "dobj":
            yield child
        if child.dep_ in ("prep", "agent"):
            yield from (obj for obj in child.rights if obj.pos_ != "VERB")
        elif child.dep_ == "dobj" and cue.word.id == "hit_body":
            yield from (obj for prep in child.rights if prep.lower_ in ("in", "on") for obj in prep.rights)
    if is_had_done(verb):
        yield from (child for child in verb.lefts if child.dep_ in ("nsubj", "nsubjpass"))
    elif cue.word.id == TEARING:
        yield from (child for child in verb.lefts if child.dep_ == "nsubjpass")  # "a clerk's hand was blown off"


def _is_let_home(verb: Token) -> bool:
    """Whether "treated and released", "treated at the scene" tells of someone hurt."""
    if any(child.dep_ == "conj" and child.lower_ in ("released", "discharged") for child in verb.rights):
        return True
    there = [obj.lower_ for child in verb.rights if child.dep_ in ("prep", "agent") for obj in child.rights]
    return verb.lower_ in TREATING and any(word in SPOTS for word in there)


def _before_participle(people: People, cue: Cue) -> list[Patient]:
    """Return the people right before a verb that the parser hangs on its object."""
    count = people.count_at.get(cue.first - 1)
    if count is not None and people.at.get(cue.first - 1) is None:
        return [Patient(make_bare_mention(count.span, count.head, count.count))]
    return over_apposition(people, cue.head) or near(people, cue, right=False, left=True)


def _are_several(patient: Patient) -> bool:
    who = patient.people
    return who is not None and who.count is not None and (who.count.best or 0) > 1


def _menaced(people: People, verb: Token) -> list[Patient]:
    """Return the people of "pointed a gun at the clerk", "held a knife to his throat"."""
    arm = next((c for c in verb.rights if c.dep_ == "dobj" and c.lower_ in ARMS), None)
    if arm is None:
        return []
    preps = [c for c in (*verb.rights, *arm.rights) if c.dep_ in ("prep", "dative") and c.lower_ in AGAINST]
    return [p for prep in preps for obj in prep.rights for p in people_of(people, obj)]


def _let_go(people: People, verb: Token) -> list[Patient]:
    """Return whom "let go", "allowed to leave" frees."""
    gone = next((c for c in verb.rights if c.lower_ in ("go", "leave") and c.dep_ in ("ccomp", "xcomp")), None)
    if gone is None or verb.i + 8 < gone.i:
        return []
    if is_passive(verb):
        return [p for c in verb.lefts if c.dep_ == "nsubjpass" for p in people_of(people, c)]
    freed = [c for c in (*gone.lefts, *verb.rights) if c.dep_ in ("nsubj", "dobj") and c.i > verb.i]
    return [p for child in freed for p in people_of(people, child)]


def _taken_away(people: People, verb: Token) -> list[Patient]:
    """Return whom armed men "took from a school" or "into the bush", and whom anybody "took hostage"."""
    objects = [child for child in verb.rights if child.dep_ in ("dobj", "oprd")]
    if verb.lower_ in ("took", "take", "takes", "taking") and any(child.lower_ in CAPTIVE for child in objects):
        # The parser takes "hostage" for a second object.
        return [p for child in objects if child.lower_ not in CAPTIVE for p in people_of(people, child)]
    if verb.lower_ not in TAKING or not any(c.lower_ in AWAY and c.dep_ == "prep" for c in _behind_verb(verb)):
        return []
    takers = [o for c in verb.children if c.dep_ == "agent" for o in c.rights]
    armed = [p for taker in takers for p in people_of(people, taker)]
    # "Seized a boat and took its crew to an island": the second verb shares the doers of the first.
    armed += subject_of(people, verb) if not is_passive(verb) else []
    if not any(p.people and p.people.category in WANTED for p in armed):
        return []
    taken = [c for c in verb.children if c.dep_ in ("dobj", "nsubjpass")]
    return [p for child in taken for p in people_of(people, child) if p.people and p.people.category not in WANTED]


def _read_held(people: People, cue: Cue, verb: Token) -> Iterator[Hit]:
    """Read "the rebels are holding a senator", "two men are held by the police"."""
    captives = _held_by_captors(people, verb)
    yield from make_hits(cue, captives)
    if not captives and is_lawful(verb):
        held = [p for c in verb.children if c.dep_ in ("dobj", "nsubjpass") for p in people_of(people, c)]
        yield from make_hits(cue, held, VictimStatus.ARRESTED)


def _held_by_captors(people: People, verb: Token) -> list[Patient]:
    """Return whom "the rebels are holding a senator", "is held by his captors" tells of."""
    holders = [o for c in verb.children if c.dep_ == "agent" for o in c.rights]
    above = verb.head.head if verb.dep_ == "pcomp" else verb.head  # "rebels freed them after holding them for a week"
    holders += [c for c in (*verb.lefts, *(above.lefts if verb.tag_ == "VBG" else ())) if c.dep_ == "nsubj"]
    captors = [
        holder
        for holder in holders
        if holder.lower_ in CAPTORS
        or any(p.people is not None and p.people.category in WANTED for p in people_of(people, holder))
    ]
    held = [c for c in verb.children if c.dep_ in ("dobj", "nsubjpass") and c.pos_ in ("NOUN", "PROPN", "PRON")]
    found = [p for child in held if captors for p in people_of(people, child)]
    return [p for p in found if p.people is not None and p.people.category not in WANTED]


def _behind_verb(verb: Token) -> Iterator[Token]:
    """Yield what stands behind the verb or its object."""
    for child in verb.rights:
        yield child
        if child.dep_ == "dobj":
            yield from child.rights


def _may_be_lost(people: People, patient: Patient) -> bool:
    """Whether "lost two" tells of deaths: of one's own people, not of suspects out of sight, nor "her husband"."""
    who = patient.people
    if who is not None and who.rule in KIN and VIOLENCE.search(people.text) is None:
        return False
    return who is not None and who.count is not None and who.category is not VictimCategory.PERPETRATOR


def _is_of_the_body(cue: Cue, verb: Token, noun: Token) -> bool:
    """Whether words for limbs tell of an injury: "had a hand torn off" does, "had a hand in it" does not."""
    if noun.lower_ not in LIMBS:
        return True
    if cue.word.id == "suffer":
        return any(c.tag_ == "VBN" for c in (*noun.rights, *verb.rights)) or any(c.tag_ == "VBN" for c in noun.lefts)
    if cue.word.id == "break_bone":
        # "broke her arm" of a doer tells of another's.
        return not any(c.dep_ == "poss" and c.lower_ not in OWN for c in noun.lefts)
    return True


def _tells_of_wounds(verb: Token) -> bool:
    """Whether "taken to hospital" is said of someone hurt, not of a body, a suspect or a visitor."""
    # "Cole died on the spot, while Ruiz was taken to hospital"
    beside = verb.dep_ in ("conj", "advcl") and verb.head.lower_ in DEATHS
    beside = beside and any(child.dep_ == "nsubjpass" for child in verb.lefts)
    return beside or any(token.lower_ in WOUND_WORDS for token in verb.sent)


def _is_the_hurt_one(verb: Token, patient: Patient) -> bool:
    """Whether the one taken to hospital is called by the name of who was hurt in the sentence before, not of a suspect.

    "A policeman was wounded in the raid. Constable Ana Ruiz was taken to hospital."
    """
    start = verb.sent.start
    if patient.people is None or patient.people.name is None or not start:
        return False
    words = {token.lower_ for token in (*verb.doc[start - 1].sent, *verb.sent)}
    return bool(words & HURT) and not words & HELD
