"""Reads claims without a word of claiming: "the front said the bombs were aimed at banks", "so did the league"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dateline.find.actor_phrases import of_objects
from dateline.records import Stance
from dateline.relate.agents import VERBAL, agents_of_verb, by_agents, is_passive, load_words, objects_of, undergoers
from dateline.relate.clauses import is_negated, is_speech
from dateline.relate.cues import ARMED, MOTIVES, SIDES, event_near, load_denials
from dateline.relate.sayers import CALLERS, OWN, SELF, make_statement

if TYPE_CHECKING:
    from spacy.tokens import Token

    from dateline.mentions import ActorMention, StanceMention
    from dateline.relate.cues import Scene

AIMED = frozenset(("aimed", "directed", "meant", "intended", "targeted", "timed"))
AVENGING = frozenset(("avenge", "avenged", "avenging", "punish", "retaliate"))
ACTING = frozenset(("acted", "struck", "responded", "retaliated", "targeted", "ambushed", "avenged"))
HEROES = frozenset(("knight", "knights", "martyr", "martyrs", "mujahid", "mujahideen", "mujahedeen", "mujahidin"))
DRIVING = frozenset(("drove", "driven", "blew", "blown", "stormed", "attacked"))
# What one does to "it", an act told before.
DOING = frozenset((
    "done", "did", "carried", "organised", "organized", "planned", "ordered", "staged", "perpetrated", "committed",
    "masterminded", "orchestrated", "arranged", "planted", "laid", "set", "detonated", "launched", "fired",
))  # fmt: skip
DEEDS = frozenset(("it", "this", "that", "so", "them"))
DEEDS_TOLD = frozenset(("both", "all", "it", "they", "this", "two", "three", "four", "five", "six"))  # subjects
LEAVING = frozenset(("left", "leaves", "leaving", "scattered"))
WRITINGS = frozenset(("manifesto", "communique", "communiqué", "leaflet", "leaflets", "pamphlets", "tract", "tracts"))
LETTERS = frozenset(("letter", "note", "message", "statement", "placard", "banner", "email", "e-mail", "fax", "card"))
FILMS = frozenset(("film", "video", "footage", "photographs", "photos", "pictures", "images"))
SHOWING = frozenset(("released", "posted", "published", "put", "issued", "circulated", "showed", "broadcast"))
SORRY = frozenset(("regretted", "regrets", "regret", "apologised", "apologized", "apologises", "apologizes"))
BODIES = frozenset(("group", "organisation", "organization", "front", "movement", "militia", "brigade", "outfit"))
LIKEWISE = frozenset(("so", "likewise"))


def read_avowals(scene: Scene) -> Iterator[StanceMention]:
    """Yield the named groups that speak of an act as theirs without saying that they claim it."""
    for token in scene.doc:
        if token.pos_ not in VERBAL:
            continue
        if is_speech(token) and token.lower_ not in load_denials():
            # Of "told an agency the blast was revenge" the parser hangs the clause on the agency.
            said = [child for child in token.children if child.dep_ == "ccomp"]
            said += [kid for obj in objects_of(token) for kid in obj.children if kid.dep_ == "relcl"]
            told = any(_tells_motive(scene, clause) for clause in said) and not is_negated(token)
            for clause in said:
                yield from _accused_of_it(scene, token, clause)
        else:
            told = _leaves_writing(token) or _shows_act(scene, token)
        if told:
            for actor in scene.actors(agents_of_verb(token), speaker=True):
                if (actor.named and actor.kind in ARMED) or _is_proper_body(actor):
                    yield _avow(scene, token, actor)
        if token.lower_ == "signed" and any(word.lower_ in WRITINGS | LETTERS for word in undergoers(token)):
            # "a letter signed by the front was found", "a note signed PKK", "the leaflets were signed by"
            signers = (*by_agents(token), *objects_of(token), *(kid for kid in token.children if kid.dep_ == "oprd"))
            yield from (_avow(scene, token, actor) for actor in scene.actors(signers) if actor.kind in ARMED)
        if token.lower_ == "did":
            yield from _likewise(scene, token)


def _tells_motive(scene: Scene, clause: Token) -> bool:
    """Whether the clause tells what an act was aimed at or was for, or what the speaker's own people did."""
    if is_negated(clause):
        return False
    below = [clause, *clause.children, *(kid for child in clause.children for kid in child.children)]
    subjects = [child for child in clause.children if child.dep_ in ("nsubj", "nsubjpass")]
    means = load_words("agent_nouns")["means"] | load_words("agent_nouns")["acts"]
    of_act = any(
        subject.i in scene.acts or subject.lower_ in means or subject.lower_ in DEEDS_TOLD for subject in subjects
    )
    if of_act and clause.lower_ in AIMED and is_passive(clause):
        return True
    if of_act and any(part.lower_ in MOTIVES or part.lower_ in AVENGING for part in below):
        return True
    acting = clause.lower_ in DRIVING or any(part.i in scene.acts or part.lower_ in means for part in clause.subtree)
    if acting and any(_is_hero(subject) and not is_passive(clause) for subject in subjects):
        return True  # "said a knight of the faith had driven the car"
    if any(child.dep_ == "attr" and _is_hero(child) for child in clause.children):
        return True  # "said the attacker was a soldier of the caliphate"
    if _takes_part(scene, clause):
        return any(subject.lower_ in SELF or _is_own(subject) or _is_the_body(subject) for subject in subjects)
    acting = does_it(clause) or clause.lower_ in ACTING or _plies(clause, means)
    acting = (acting or (clause.lower_ in SORRY and _concerns_act(scene, clause))) and not is_passive(clause)
    return acting and any(subject.lower_ in SELF or _is_own(subject) or _is_the_body(subject) for subject in subjects)


def _is_hero(subject: Token) -> bool:
    """Whether a group praises one of its own by the word: "a knight of the faith", "a soldier of the caliphate"."""
    if subject.lower_ in HEROES and subject.dep_ != "attr":
        return True  # those whom others killed are called martyrs too
    realms = (obj for of in subject.rights if of.lower_ == "of" for obj in of.children)
    return subject.lower_ in ("soldier", "soldiers") and any(obj.lower_ == "caliphate" for obj in realms)


def _is_the_body(subject: Token) -> bool:
    """Whether the words stand for the body whose voice speaks: "a man who spoke for it said the group did it"."""
    return subject.lower_ in BODIES and [kid.lower_ for kid in subject.lefts] == ["the"]


def _is_proper_body(actor: ActorMention) -> bool:
    """Whether the words name a body that no list knows: "the Ahrar Front"."""
    return actor.rule == "noun:bodies" and any(word[:1].isupper() for word in actor.actor.split()[:-1])


def _is_own(subject: Token) -> bool:
    """Whether the words stand for the speaker's people: "its members", and of a spokesman "his fighters"."""
    own = OWN | {"his", "her"} if subject.tag_ == "NNS" else OWN
    return any(kid.lower_ in own and kid.dep_ == "poss" for kid in subject.children)


def _takes_part(scene: Scene, clause: Token) -> bool:
    """Whether the clause tells of a part in a fight: "said it was involved in clashes", "said it took part in"."""
    if clause.lower_ not in ("involved", "took", "taken"):
        return False
    within = [clause, *(obj for obj in objects_of(clause) if obj.lower_ == "part")]
    preps = (kid for above in within for kid in above.children if kid.lower_ == "in")
    return any(obj.i in scene.acts for prep in preps for obj in prep.children)


def does_it(clause: Token) -> bool:
    """Whether the clause tells who did what was told before: "had carried it out", "planned this"."""
    return clause.lower_ in DOING and any(child.lower_ in DEEDS for child in objects_of(clause))


def _plies(clause: Token, means: frozenset[str]) -> bool:
    """Whether the clause tells who put a means of harm to use: "his fighters had placed the device"."""
    return clause.lower_ in DOING | {"placed", "sent"} and any(obj.lower_ in means for obj in objects_of(clause))


def _concerns_act(scene: Scene, clause: Token) -> bool:
    """Whether an act or its harm is told below: "it regretted injuring shoppers"."""
    return any(part.i in scene.acts or part.lower_ in scene.harm for part in clause.subtree)


def _shows_act(scene: Scene, verb: Token) -> bool:
    """Whether somebody shows the act: "the front put out a film of the raid"."""
    if verb.lower_ not in SHOWING or is_passive(verb):
        return False
    films = (obj for obj in objects_of(verb) if obj.lower_ in FILMS)
    return any(shown.i in scene.acts for film in films for shown in of_objects(film))


def _accused_of_it(scene: Scene, verb: Token, clause: Token) -> Iterator[StanceMention]:
    """Yield who is said to have done what was told before: "the minister said the rebels had organised it".

    It is a claim where the body itself, or its writing or caller, says so.
    """
    if not does_it(clause) or is_negated(clause) or is_negated(verb) or is_passive(clause):
        return
    subjects = [child for child in clause.children if child.dep_ == "nsubj" and not _is_own(child)]
    sayer = next(iter(agents_of_verb(verb)), None) or _writing(verb)
    speakers = {actor.actor for actor in scene.actors((sayer,), speaker=True)} if sayer is not None else set()
    for actor in scene.actors(subjects):
        if actor.kind in SIDES:
            event = event_near(scene, verb)
            if actor.actor in speakers or (sayer is not None and _is_for(scene, sayer, actor)):
                yield make_statement(verb, "stance:avow", actor, Stance.CLAIMED, event=event)
                continue
            yield make_statement(verb, "stance:blame", actor, Stance.ACCUSED, event=event, sayer=sayer)


def _writing(verb: Token) -> Token | None:
    """Return the statement of "a statement posted on a forum said", which the parser takes for a clause."""
    clauses = (kid for kid in verb.lefts if kid.dep_ == "ccomp" and kid.tag_ == "VBN")
    subjects = (kid for clause in clauses for kid in clause.lefts if kid.dep_ == "nsubj")
    return next((subject for subject in subjects if subject.lower_ in WRITINGS | LETTERS), None)


def _is_for(scene: Scene, voice: Token, actor: ActorMention) -> bool:
    """Whether the actor's writing or caller says it: "a statement in the name of the front said the group had"."""
    if voice.lower_ not in WRITINGS | LETTERS | CALLERS:
        return False
    # Of "a statement posted in the name of the front said" the parser makes a clause of its own.
    whole = voice.head if voice.head.dep_ == "ccomp" and voice.head.tag_ == "VBN" else voice
    within = (scene.by_head.get(part.i) for part in whole.subtree)
    return any(one is not None and one.actor == actor.actor for one in within)


def _leaves_writing(verb: Token) -> bool:
    """Whether somebody leaves a writing at the scene: "the front left a manifesto"."""
    return verb.lower_ in LEAVING and any(child.lower_ in WRITINGS for child in objects_of(verb))


def _likewise(scene: Scene, verb: Token) -> Iterator[StanceMention]:
    """Yield who did "so" too, where the clause before tells of a claim: "X claimed it, and so did Y"."""
    if not any(child.lower_ in LIKEWISE for child in verb.children):
        return
    claims = scene.cues.get
    for word in scene.doc[verb.sent.start : verb.i]:
        if any(cue.stance is Stance.CLAIMED for _, cue in claims(word.lower_, ())):
            subjects = [child for child in verb.children if child.dep_ == "nsubj"]
            for actor in scene.actors(subjects, speaker=True):
                if actor.kind in ARMED or actor.named:
                    yield _avow(scene, verb, actor)
            return


def _avow(scene: Scene, verb: Token, actor: ActorMention) -> StanceMention:
    return make_statement(verb, "stance:avow", actor, Stance.CLAIMED, event=event_near(scene, verb, aims=False))
