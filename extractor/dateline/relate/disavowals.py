"""Reads denials without a word of denial: "said its jets did not bomb the town", "said it was not their work"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dateline.records import ActorKind, Stance
from dateline.relate.actor_heads import actors_at
from dateline.relate.advocates import CLIENTS, is_advocate
from dateline.relate.agents import VERBAL, agents_of_verb, is_passive, load_words, objects_of
from dateline.relate.claim_subjects import own_groups
from dateline.relate.clauses import after_of, is_negated, is_speech
from dateline.relate.cues import ARMED, BEING, event_near
from dateline.relate.innocence import speakers_of_self
from dateline.relate.pronouns import find_antecedent
from dateline.relate.sayers import find_sayer, is_within_quotation, make_statement

if TYPE_CHECKING:
    from spacy.tokens import Token

    from dateline.mentions import ActorMention, StanceMention
    from dateline.relate.cues import Scene

SELF = frozenset(("it", "they", "we", "he", "she", "i"))
OWN = frozenset(("its", "their", "our", "his", "her", "my"))
NONE = frozenset(("none", "neither", "no", "not", "nobody"))
GUILTY = frozenset(
    (
        "behind",
        "responsible",
        "involved",
        "work",
        "doing",
        "part",
        "hand",
        "role",
        "involvement",
        "link",
        "links",
        "connection",
        "nothing",
        "there",
        "scene",
        "knowledge",
    )
)
# "Did not know who fired", "could not say": no word on what the speaker did.
KNOWING = frozenset(
    (
        "know",
        "knew",
        "see",
        "saw",
        "seen",
        "hear",
        "heard",
        "find",
        "found",
        "understand",
        "expect",
        "think",
        "remember",
        "intend",
        "intended",
        "mean",
        "meant",
        "aim",
        "aimed",
        "want",
        "wanted",
        "plan",
        "planned",
    )
) | frozenset(("suffer", "suffered", "lose", "lost", "die", "died"))
# "Does not rule out that the rebels planted it": no word on the speaker's own part either.
OPEN = frozenset(
    ("rule", "rules", "ruled", "ruling", "exclude", "excludes", "excluded", "discard", "discarded", "doubt")
)
# Who had nobody there, or was not active there, cannot have done it: "said it had no planes in the area".
HAVING = frozenset(("had", "have", "has"))
PRESENCE = frozenset((
    "presence", "planes", "plane", "people", "personnel", "men", "units", "members", "operations", "activities",
))  # fmt: skip
TAKING = frozenset(("take", "taken", "took", "seize", "hold", "holding"))
PEOPLE = frozenset(
    ("men", "women", "people", "hostages", "hostage", "girls", "boys", "children", "workers", "them", "captives")
)
OPERATING = frozenset(("operating", "operate", "operated", "flying", "fly", "flew", "flown"))
BODIES = ("noun:bodies", "organisation")
FORCES = ("noun:forces", "noun:weaponry", "noun:fighters")
SAID = frozenset(("ccomp", "parataxis", "conj"))


def read_disavowals(scene: Scene) -> Iterator[StanceMention]:
    """Yield who says that it or its own people did not do it."""
    yield from _read_pleas(scene)
    for index, word in enumerate(scene.lower):
        if word not in ("not", "n't", "none", "no", "never", "nothing", "neither"):
            continue
        clause = _clause(scene.doc[index])
        if clause is None or not _tells_act(scene, clause):
            continue
        sayer = find_sayer(clause)
        if sayer is None:
            continue
        yield from (_disavow(scene, clause, actor, sayer) for actor in _own_country(scene, clause, sayer))
        advocate = is_advocate(sayer)
        if advocate:
            yield from (_disavow(scene, clause, actor, sayer) for actor in _named_clients(scene, clause))
        if _is_its_own(clause) or (advocate and _is_of_client(clause)):
            if advocate or sayer.pos_ == "PRON":
                yield from (_disavow(scene, clause, actor, sayer) for actor in speakers_of_self(scene, sayer))
                continue
            groups = tuple(own_groups(scene, clause))  # "a negotiator said his group was not behind it"
            yield from (_disavow(scene, clause, actor, sayer) for actor in groups)
            for actor in actors_at(sayer, scene.by_head, speaker=True) if not groups else ():
                if actor.rule.startswith(BODIES) or _may_disavow(actor) or _is_he(clause, actor):
                    yield _disavow(scene, clause, actor, sayer)
        if any(child.dep_ == "poss" and child.lower_ in OWN for child in sayer.lefts) and _is_negative(clause):
            # "The front had nothing to do with it, its spokesman said"
            for actor in scene.actors(child for child in clause.children if child.dep_ == "nsubj"):
                if _may_disavow(actor) and not is_passive(clause):
                    named = not actor.rule.startswith("reference:")
                    yield _disavow(scene, clause, actor, scene.doc[actor.head] if named else sayer)


def _is_of_client(clause: Token) -> bool:
    """Whether a lawyer speaks of the client: "my client did not do this"."""
    subjects = (child for child in clause.children if child.dep_ in ("nsubj", "nsubjpass"))
    return any(subject.lower_ in CLIENTS for subject in subjects)


def _named_clients(scene: Scene, clause: Token) -> Iterator[ActorMention]:
    """Yield the person of whom a lawyer says that he did not do it: "lawyer Ann Roe said Poe knew nothing of it"."""
    subjects = (child for child in clause.children if child.dep_ == "nsubj")
    if _is_negative(clause) and not is_passive(clause):
        yield from (actor for actor in scene.actors(subjects) if actor.rule == "person")


def _own_country(scene: Scene, clause: Token, sayer: Token) -> Iterator[ActorMention]:
    """Yield the state of which its own official says so: "a Kyiv official said Ukraine had nothing to do with it"."""
    if not _is_negative(clause) or is_passive(clause):
        return
    voices = {voice.country for voice in actors_at(sayer, scene.by_head, speaker=True) if voice.kind is ActorKind.STATE}
    for actor in scene.actors(child for child in clause.children if child.dep_ == "nsubj"):
        if actor.kind is ActorKind.STATE and actor.country is not None and actor.country in voices:
            yield actor


def _may_disavow(actor: ActorMention) -> bool:
    """Whether the actor is one who may have done it, and no office or town that only speaks."""
    known = actor.named and actor.rule.startswith(("name:", "introduced:"))
    return known or actor.kind in ARMED or actor.kind is ActorKind.STATE or actor.rule == "person"


def _is_he(clause: Token, actor: ActorMention) -> bool:
    """Whether a person without a name speaks of himself: "an Egyptian told the court he had nothing to do with it"."""
    alone = any(kid.dep_ == "nsubj" and kid.lower_ in ("he", "she", "i") for kid in clause.lefts)
    return alone and actor.rule == "noun:people" and actor.kind is ActorKind.INDIVIDUAL


def _read_pleas(scene: Scene) -> Iterator[StanceMention]:
    """Yield for whom a plea is entered: "lawyers for John Poe entered pleas of not guilty", "she entered a plea of"."""
    for index, word in enumerate(scene.lower):
        if word not in ("plea", "pleas"):
            continue
        near = scene.lower[max(0, index - 3) : index + 5]  # "a not guilty plea", "a plea of not guilty"
        if not ("innocent" in near or ("not" in near and "guilty" in near)):
            continue
        plea = scene.doc[index]
        verb = plea.head
        if plea.dep_ != "dobj" or verb.lower_ not in ("entered", "enter", "entering", "made"):
            continue
        for subject in agents_of_verb(verb):
            owners = [kid for kid in subject.children if kid.dep_ == "poss"]
            owners += [kid for prep in subject.children if prep.lower_ in ("for", "of") for kid in prep.children]
            for owner in owners or [subject]:
                for actor in (*actors_at(owner, scene.by_head), *find_antecedent(scene, owner)):
                    if actor.kind is ActorKind.INDIVIDUAL:
                        yield _disavow(scene, plea, actor, owner)


def _clause(negation: Token) -> Token | None:
    """Return the verb of the clause, something said, that the word negates."""
    above = negation
    while above.head.i != above.i and above.pos_ not in VERBAL:
        above = above.head
    if above.dep_ == "xcomp" and above.head.pos_ in VERBAL:
        above = above.head
    # "He said: 'Our forces do not fire on civilians'": a sentence of its own within the marks.
    said = above.dep_ in SAID or (above.dep_ == "ROOT" and is_within_quotation(above))
    told = said and above.pos_ in VERBAL and not is_speech(above)
    return above if told and above.lower_ not in KNOWING | OPEN else None


def _tells_act(scene: Scene, clause: Token) -> bool:
    """Whether the clause is about having done something of the kind."""
    if any(_is_none_of_own(child) for child in clause.children if child.dep_ == "nsubj"):
        return True  # "none of its people was there"
    words = load_words("agent_nouns")
    means = words["means"] | words["acts"]
    if any(child.lower_ in OWN for subject in clause.children if subject.dep_ == "nsubj" for child in subject.children):
        subjects = (scene.by_head.get(child.i) for child in clause.children if child.dep_ == "nsubj")
        if any(actor is not None and actor.rule.startswith(FORCES) for actor in subjects):
            return True  # "its jets did not fly over the town"
    if clause.lower_ in ("do", "did", "done") and any(kid.lower_ in ("it", "this", "that") for kid in clause.children):
        return True
    below = [clause, *(kid for child in clause.children for kid in (child, *child.children))]
    if clause.lower_ in HAVING and any(_is_presence(scene, child) for child in clause.children):
        return True
    taken = clause.lower_ in TAKING and any(obj.lower_ in PEOPLE for obj in objects_of(clause))
    if taken or clause.lower_ in OPERATING or _tells_absence(clause):
        return True
    return any(
        part.i in scene.acts or part.lower_ in scene.harm or part.lower_ in GUILTY or part.lower_ in means
        for part in below
    )


def _tells_absence(clause: Token) -> bool:
    """Whether a person says where he was not: "he was not in the city"."""
    single = any(kid.dep_ == "nsubj" and kid.lower_ in ("he", "she", "i") for kid in clause.lefts)
    places = (kid for kid in clause.rights if kid.dep_ == "prep" and kid.lower_ in ("in", "at", "near", "inside"))
    return single and clause.lower_ in BEING and any(obj.dep_ == "pobj" for prep in places for obj in prep.children)


def _is_presence(scene: Scene, thing: Token) -> bool:
    """Whether the words tell of forces that somebody has somewhere, or has not: "no planes in the area"."""
    actor = scene.by_head.get(thing.i)
    forces = thing.lower_ in PRESENCE or (actor is not None and actor.rule.startswith(FORCES))
    return thing.dep_ == "dobj" and forces


def _is_none_of_own(subject: Token) -> bool:
    """Whether the words are "none of its people", "none of their aircraft"."""
    if subject.lower_ not in ("none", "neither"):
        return False
    own = after_of(subject)
    return any(kid.dep_ == "poss" and kid.lower_ in OWN for obj in own for kid in obj.children)


def _is_its_own(clause: Token) -> bool:
    """Whether the negated clause speaks of the speaker or the speaker's people: "it", "its jets"."""
    subjects = [child for child in clause.children if child.dep_ in ("nsubj", "nsubjpass", "attr")]
    if clause.lower_ == "involved" and is_negated(clause) and any(subject.lower_ in SELF for subject in subjects):
        return True  # "said that it was not involved", taken for a passive
    if is_passive(clause) and clause.lower_ != "involved":
        # "Its soldiers were not hurt": no denial; "was not fired by its soldiers" is one.
        subjects = [kid for by in clause.children if by.dep_ == "agent" for kid in by.children]
    for subject in subjects:
        parts = [subject, *after_of(subject)]
        owned = any(kid.dep_ == "poss" and kid.lower_ in OWN for part in parts for kid in part.children)
        nothing = subject.lower_ in NONE or any(kid.lower_ in NONE for kid in subject.children)
        if owned and (nothing or _is_negative(clause)):
            return True
        if subject.lower_ in SELF and subject.dep_ == "nsubj" and _is_negative(clause) and _does(clause):
            return True
    return False


def _is_negative(clause: Token) -> bool:
    """Whether the clause is negated, or has nothing as its object: "had no part in it"."""
    objects = [child for child in clause.children if child.dep_ in ("dobj", "attr")]
    none = any(part.lower_ in ("no", "nothing", "none") for obj in objects for part in (obj, *obj.children))
    return none or is_negated(clause)


def _does(clause: Token) -> bool:
    """Whether "it" does something: a dummy subject does not ("it was not known who fired")."""
    return (clause.lower_ == "involved" or not is_passive(clause)) and not any(
        child.dep_ == "acomp" and child.lower_ not in GUILTY for child in clause.children
    )


def _disavow(scene: Scene, clause: Token, actor: ActorMention, sayer: Token) -> StanceMention:
    event = clause.i if clause.i in scene.acts else event_near(scene, clause)
    return make_statement(clause, "stance:disavow", actor, Stance.DENIED, event=event, sayer=sayer)
