"""Reads weaker ties to an act: warnings, things left at the scene, membership, suspicion, search."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from dateline.records import ActorKind
from dateline.relate.agents import (
    VERBAL,
    agents_of_verb,
    by_agents,
    is_passive,
    load_words,
    objects_of,
    undergoers,
    undergone,
)
from dateline.relate.clauses import after_of, is_negated
from dateline.relate.cues import ARMED, BEING, event_near, find_object, is_unreal
from dateline.relate.sayers import OWN, find_sayer

if TYPE_CHECKING:
    from spacy.tokens import Token

    from dateline.mentions import ActorMention
    from dateline.relate.cues import Cue, Reading, Scene

# Rules of those who attack by their name.
MEMBER_PLACES = frozenset(("dobj", "pobj", "attr", "oprd", "conj", "appos"))
RESPONSIBLE = frozenset(("behind", "responsible", "carried"))
LAID = frozenset(("laid", "planted", "placed", "set", "launched", "thrown", "left"))  # of what did the harm
BELONGING = frozenset(("represent", "belong", "speak", "be", "act"))
WITH_WHOM = frozenset(("to", "with"))  # behind "speak" and "talk"
# What is called a lie where guilt is denied.
TOLD = frozenset(
    (
        "it",
        "this",
        "that",
        "charge",
        "accusation",
        "allegation",
        "claim",
        "report",
        "suggestion",
        "which",
        "account",
        "story",
        "statement",
    )
)
# Whom police look for because somebody took or hurt them.
LOST = frozenset((
    "children", "pupils", "schoolchildren", "girls", "schoolgirls", "students", "hostages", "captives", "victims",
    "survivors", "passengers", "crew", "abductees", "bodies", "hikers", "climbers", "toddler", "baby",
))  # fmt: skip
FAR = 14  # tokens between something left at the scene, the word that tells it was found, and the name on it
ATTACKERS = ("noun:gunmen", "noun:criminals", "noun:fighters", "noun:miscreants")


def read_warner(scene: Scene, verb: Token, cue: Cue) -> Iterator[Reading]:
    """Read "X telephoned a warning", "a caller speaking for X warned of the bomb"."""
    if verb.pos_ not in VERBAL or is_unreal(verb) or not any(part.lower_ in cue.objects for part in verb.subtree):
        return
    if find_object(scene, verb, cue) is None and not verb.lower_.startswith("warn"):
        return
    subjects = agents_of_verb(verb)
    found = [*scene.actors(subjects, speaker=True), *find_principals(scene, verb)]
    found += [
        actor
        for subject in subjects
        for part in subject.subtree
        if not verb.is_ancestor(part)
        and part.dep_ in ("pobj", "dobj")
        and (actor := scene.by_head.get(part.i)) is not None
    ]
    for actor in dict.fromkeys(found):
        if actor.named and actor.kind in ARMED:
            yield actor, None


def read_sign(scene: Scene, noun: Token, cue: Cue) -> Iterator[Reading]:
    """Read "leaflets of X were found", "they found the initials X painted on the wall"."""
    if noun.pos_ not in ("NOUN", "PROPN"):
        return
    found = (word for word in noun.sent if word.lower_ in cue.objects and word.pos_ in VERBAL)
    if not any(not is_negated(verb) and abs(verb.i - noun.i) <= FAR for verb in found):
        return
    own = [part.i for part in noun.lefts]
    for index in (*own, *range(noun.i + 1, min(noun.sent.end, noun.i + FAR))):
        actor = scene.by_head.get(index)
        if actor is not None and actor.named and actor.kind in ARMED and scene.doc[index].dep_ != "nsubj":
            yield actor, None
            return


def read_belonging(scene: Scene, verb: Token, cue: Cue) -> Iterator[Reading]:
    """Read "the gunmen said they belonged to X", "the bomber, who belonged to X"; "police said the killers did".

    Who says so is given where it is not the attackers themselves.
    """
    if verb.pos_ not in VERBAL or is_negated(verb) or verb.dep_ == "pcomp":
        return  # "men suspected of belonging to X" claim nothing
    subjects = agents_of_verb(verb)
    sayer = find_sayer(verb)
    own = sayer is not None and _is_attacker(scene, sayer)
    if not own and not any(_is_attacker(scene, subject) for subject in subjects):
        return
    for prep in verb.children:
        if prep.dep_ == "prep" and prep.lower_ in ("to", "with"):
            for actor in scene.actors(kid for kid in prep.children if kid.dep_ == "pobj"):
                if actor.named and actor.kind in ARMED:
                    yield actor, None if own else sayer


def _is_attacker(scene: Scene, noun: Token) -> bool:
    actor = scene.by_head.get(noun.i)
    return actor is not None and actor.rule.startswith(ATTACKERS)


def read_brander(scene: Scene, verb: Token, cue: Cue) -> Iterator[Reading]:
    """Read "X called the charge absurd", "a claim that X called a lie"."""
    if verb.pos_ not in VERBAL or is_unreal(verb):
        return
    below = [
        child for child in verb.children if child.dep_ in ("oprd", "attr", "acomp", "ccomp", "xcomp", "dobj", "prep")
    ]
    below += [
        kid for child in below for kid in child.children if kid.dep_ in ("pobj", "amod", "acomp", "attr", "nsubj")
    ]
    if not any(part.lower_ in cue.objects or part.lower_.removesuffix("s") in cue.objects for part in below):
        return
    told = [part for part in below if part.dep_ in ("dobj", "nsubj")]
    told += [verb.head] if verb.dep_ == "relcl" else []
    if any(part.lower_ in TOLD or part.lower_.removesuffix("s") in TOLD for part in told):
        for subject in agents_of_verb(verb):
            yield from ((actor, subject) for actor in scene.actors([subject], speaker=True))


def read_owner(scene: Scene, verb: Token, cue: Cue) -> Iterator[Reading]:
    """Read "X called him a soldier of the cause", "X said the bomber was one of its fighters"."""
    if verb.pos_ not in VERBAL or is_unreal(verb):
        return
    called = [kid for kid in verb.children if kid.dep_ in ("oprd", "attr")]
    called += [
        kid for prep in verb.children if prep.lower_ == "as" for kid in prep.children if kid.dep_ in ("pobj", "amod")
    ]
    called += [kid for kid in objects_of(verb) if verb.lower_.startswith("mourn")]
    called += [obj for noun in called for obj in after_of(noun)]
    if not any(noun.lower_ in cue.objects or noun.lower_.removesuffix("s") in cue.objects for noun in called):
        return
    if verb.lower_ in BEING:
        own = any(kid.lower_ in OWN for noun in called for kid in noun.children if kid.dep_ == "poss")
        owner = find_sayer(verb) if own else None
        owners: tuple[Token, ...] = (owner,) if owner is not None else ()
    else:
        owners = agents_of_verb(verb)
    owners = (*owners, *(kid for owner in owners for kid in owner.children if kid.dep_ == "appos"))
    for actor in scene.actors(owners, speaker=True):
        if actor.named and actor.kind in ARMED:
            yield actor, None


def read_suspect(scene: Scene, word: Token, cue: Cue) -> Iterator[Reading]:
    """Read "X is the prime suspect", "the likely culprits are X"."""
    noun = word
    while noun.dep_ in ("amod", "compound", "nmod", "nummod", "quantmod") and noun.head.i != noun.i:
        noun = noun.head
    clause = noun.head
    if is_negated(clause):
        return
    if noun.dep_ in ("nsubj", "attr") and clause.lower_ in BEING:
        other = "attr" if noun.dep_ == "nsubj" else "nsubj"
        yield from ((a, find_sayer(clause)) for a in scene.actors(kid for kid in clause.children if kid.dep_ == other))
    elif noun.dep_ == "oprd" and clause.pos_ in VERBAL:  # "called X a person of interest"
        sayers = () if is_passive(clause) else agents_of_verb(clause)
        called = undergone(clause)
        yield from ((actor, sayers[0] if sayers else None) for actor in scene.actors(called))
    elif noun.dep_ == "pobj" and clause.lower_ == "as" and clause.head.pos_ in VERBAL:
        verb = clause.head
        named = undergone(verb)
        named = (*named, *(kid for kid in verb.children if kid.dep_ == "oprd"))  # "named X as the prime suspect"
        sayers = () if is_passive(verb) else agents_of_verb(verb)
        yield from ((actor, sayers[0] if sayers else None) for actor in scene.actors(named))


def read_toward(scene: Scene, verb: Token, cue: Cue) -> Iterator[Reading]:
    """Read "suspicion fell on X", "investigators point to X"."""
    if verb.pos_ not in VERBAL or is_unreal(verb):
        return
    raised = verb.head.head if verb.dep_ == "xcomp" and verb.head.dep_ == "acomp" else verb
    # "Suspicion is likely to fall on X"
    subjects = (*agents_of_verb(verb), *undergoers(verb), *(agents_of_verb(raised) if raised is not verb else ()))
    # Of "there was no claim but suspicion fell on X" the parser joins the suspicion to the claim.
    subjects = subjects or ((verb.nbor(-1),) if verb.i and verb.nbor(-1).dep_ == "conj" else ())
    above = (verb, *objects_of(verb))  # "pointed the finger at"
    abstract = any(
        subject.lower_ in cue.objects or subject.lower_.removesuffix("s") in cue.objects
        for subject in (*subjects, *above[1:])
    )
    if not abstract and not (verb.lower_.startswith(("point", "hint", "gestur")) and subjects):
        return
    for prep in (
        child
        for ruler in above
        for child in ruler.children
        if child.dep_ == "prep" and child.lower_ in ("on", "to", "at", "toward", "towards")
    ):
        for actor in scene.actors(kid for kid in prep.children if kid.dep_ == "pobj"):
            if abstract or actor.kind in ARMED or actor.rule in ("noun:bodies", "noun:forces"):
                # "Officials pointed the finger at the front": they accuse.
                own = any(obj.lower_ == "finger" for obj in above[1:]) and not is_passive(verb)
                yield actor, subjects[0] if own and subjects else None


def _are_police(scene: Scene, seekers: Iterable[Token]) -> bool:
    return any(actor.rule == "noun:forces" for actor in scene.actors(seekers))


def read_sought(scene: Scene, verb: Token, cue: Cue) -> Iterator[Reading]:
    """Read "police are searching for two men in connection with the raid", "a man is sought over the killing"."""
    if verb.pos_ not in VERBAL or is_unreal(verb):
        return
    told = event_near(scene, verb) is not None
    sought = list(undergone(verb))
    sought += [kid for prep in verb.children if prep.lower_ == "for" for kid in prep.children if kid.dep_ == "pobj"]
    # "Police want to speak to her former partner, Alan Marsh".
    asked = [child for child in verb.children if child.dep_ == "xcomp"] if verb.lower_.startswith("want") else []
    sought += [obj for talk in asked for obj in objects_of(talk)]
    sought += [obj for talk in asked for prep in talk.children if prep.lower_ in WITH_WHOM for obj in prep.children]
    sayers = tuple(by_agents(verb)) if is_passive(verb) else agents_of_verb(verb)
    for actor in scene.actors(sought):
        # "Police are looking for two men": who did it, unless they are missing.
        adult = actor.rule in ("noun:people", "noun:gunmen") and "missing" not in actor.actor
        adult = adult and scene.lower[actor.head] not in LOST
        meant = adult or (asked and actor.rule == "person")
        wanted = (told and not asked) or (meant and _are_police(scene, sayers))
        if wanted and actor.kind in (ActorKind.INDIVIDUAL, ActorKind.CRIMINAL):
            yield actor, sayers[0] if sayers else None


def read_infinitive(scene: Scene, verb: Token, cue: Cue) -> Iterator[Reading]:
    """Read "X is believed to have attacked", "X are thought to be behind it", "X are presumed responsible"."""
    if verb.pos_ not in VERBAL or not is_passive(verb) or is_negated(verb):
        return
    for child in verb.children:
        if child.dep_ in ("oprd", "acomp", "advcl") and child.lower_ in RESPONSIBLE:
            yield from ((actor, None) for actor in scene.actors(undergoers(verb)))
        if child.dep_ != "xcomp":
            continue
        attributes = [part for part in child.children if part.dep_ == "attr"]
        words = [child, *child.children, *(kid for part in attributes for kid in part.children if kid.tag_ != "VBN")]
        telling = RESPONSIBLE | LAID | scene.harm
        if any(part.i in scene.acts or part.lower_ in telling for part in words):
            yield from ((actor, None) for actor in scene.actors(agents_of_verb(child)))
        # "believed to be members of the PKK", "to be from the PKK" names who they were.
        froms = (kid for kid in child.children if kid.dep_ == "prep" and kid.lower_ in ("from", "of", "with"))
        attributes += [kid for prep in froms for kid in prep.children if kid.dep_ == "pobj"]
        found = (scene.by_head.get(part.i) for part in attributes)
        yield from ((actor, None) for actor in found if actor is not None and actor.named)


def read_membership(scene: Scene, verb: Token, cue: Cue) -> Iterator[Reading]:
    """Read "a caller claiming to represent X", "they identified themselves as members of X"."""
    if verb.pos_ not in VERBAL or is_negated(verb):
        return
    for child in verb.children:
        if child.dep_ in ("xcomp", "prep", "advcl", "oprd") and (child.lower_ in BELONGING or child.dep_ != "xcomp"):
            for part in child.subtree:
                actor = scene.by_head.get(part.i)
                if actor is not None and actor.named and actor.kind in ARMED and part.dep_ in MEMBER_PLACES:
                    yield actor, None
                    break


def find_principals(scene: Scene, verb: Token) -> Iterator[ActorMention]:
    """Yield those for whom somebody claims: "a caller claimed it on behalf of X", "a letter claimed it for X"."""
    for part in verb.sent:
        if part.lower_ not in ("behalf", "name") or part.dep_ != "pobj" or part.head.lower_ not in ("on", "in"):
            continue
        owners = [kid for prep in part.children if prep.lower_ == "of" for kid in prep.children if kid.dep_ == "pobj"]
        owners += [kid for kid in part.children if kid.dep_ == "poss"]
        yield from (actor for actor in scene.actors(owners) if actor.named and actor.rule != "person")
    voices = load_words("agent_nouns")["speakers"]
    # "Pamphlets were found claiming it for X".
    subjects = agents_of_verb(verb) or (undergoers(verb.head) if verb.dep_ in ("advcl", "xcomp") else ())
    voiced = any(subject.lower_ in voices for subject in subjects)
    preps = (prep for above in (verb, *objects_of(verb)) for prep in above.children if prep.lower_ == "for")
    owners = [kid for prep in preps for kid in prep.children if kid.dep_ == "pobj"]
    for actor in scene.actors(owners):
        # "A woman telephoned and claimed it for X".
        if actor.named and (actor.kind in ARMED or (voiced and actor.rule == "organisation")):
            yield actor
