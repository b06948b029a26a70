"""Finds whom "he", "she" or "they" means where it does harm."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dateline.lexicon.persons import is_male
from dateline.records import ActorKind, EventType
from dateline.relate.actor_heads import actors_at
from dateline.relate.agents import DYING, VERBAL, load_words, objects_of, undergone
from dateline.relate.clauses import is_speech
from dateline.relate.sayers import is_within_quotation

if TYPE_CHECKING:
    from spacy.tokens import Token

    from dateline.mentions import ActorMention
    from dateline.relate.cues import Scene

SINGLE = frozenset(("he", "she"))
MANY = frozenset(("they",))
PLURALS = frozenset(("NNS", "NNPS"))
CHAIN = 4  # pronouns followed back to what they stand for
SEXES = {"he": True, "she": False, "him": True, "his": True, "her": False}  # whether male
SUBJECTS = frozenset(("nsubj", "nsubjpass"))


def find_antecedent(scene: Scene, pronoun: Token) -> Iterator[ActorMention]:
    """Yield the actor that a pronoun as a doer means, None where no subject before it fits.

    "Officers arrested a woman after she stabbed a guard": who was arrested. Else the subject of the clause or of the
    sentence before it.
    """
    if pronoun.lower_ not in SINGLE | MANY or pronoun.dep_ not in SUBJECTS:
        return
    yield from _antecedent(scene, pronoun, CHAIN)


def find_meant(scene: Scene, pronoun: Token) -> Iterator[ActorMention]:
    """Yield the one person that a pronoun means as a doer or as an object: "police identified him as John Poe"."""
    if pronoun.lower_ in ("him", "her") and pronoun.dep_ == "dobj":
        yield from _antecedent(scene, pronoun, 0)
    else:
        yield from find_antecedent(scene, pronoun)


def find_owner(scene: Scene, possessive: Token) -> Iterator[ActorMention]:
    """Yield the one person that "his" or "her" means: "John Poe was charged. His lawyer said"."""
    if possessive.lower_ in ("his", "her") and possessive.dep_ == "poss":
        yield from _antecedent(scene, possessive, 0)


def _antecedent(scene: Scene, pronoun: Token, links: int) -> Iterator[ActorMention]:
    many = pronoun.lower_ in MANY
    # Of himself a speaker says "I"; "Riley said he will face charges" is of somebody else.
    of_others = is_within_quotation(pronoun) or _is_held_or_charged(pronoun)
    for token in (*_held(scene, pronoun), *_subjects_before(pronoun)):
        if is_speech(token.head) and (of_others or (not many and _speaks_by_office(token))):
            continue  # "Sheriff John Poe said he fired": of somebody else
        if many and token.head.lower_ in DYING:
            continue  # "228 people had died. They burned everything": not the dead
        if links and token.lower_ == pronoun.lower_:
            yield from _antecedent(scene, token, links - 1)  # "He drove on. He fired again."
            return
        actor = scene.by_head.get(token.i) or _beside(scene, token)
        if actor is None and token.lower_ in load_words("agent_nouns")["suspects"]:
            return  # "the sergeant said the accused was calm when he was charged": who that is was told before
        if _is_of_other_sex(token, pronoun):
            continue
        if actor is None or not _fits(actor, token, many=many):
            continue
        # "The man, John Poe, had a gun. He fired": John Poe did.
        yield actor if many else _beside(scene, token) or actor
        return


def _beside(scene: Scene, noun: Token) -> ActorMention | None:
    """Return the person whose name stands beside words that tell nothing of violence: "the owner, John Poe, fled"."""
    return next((named for named in actors_at(noun, scene.by_head) if named.rule == "person"), None)


def _speaks_by_office(person: Token) -> bool:
    """Whether words beside a name tell an office or a witness, who speaks of others: "Detective John Poe"."""
    tellers = load_words("agent_nouns")["tellers"]
    beside = (kid for kid in person.children if kid.dep_ in ("compound", "appos", "nmod", "amod"))
    return any(word.lower_ in tellers for kid in beside for word in (kid, *kid.lefts))


def _is_held_or_charged(pronoun: Token) -> bool:
    """Whether a passive, or a word for facing charges, tells what befalls the one meant."""
    return pronoun.dep_ == "nsubjpass" or pronoun.head.lower_ in ("face", "faces", "faced", "facing")


def _is_of_other_sex(person: Token, pronoun: Token) -> bool:
    """Whether a word for a person tells a sex that is not the pronoun's: "the woman", "he"."""
    male, meant = is_male(person.text), SEXES.get(pronoun.lower_)
    return male is not None and meant is not None and male is not meant


def _held(scene: Scene, pronoun: Token) -> Iterator[Token]:
    """Yield whom the clause above says to be arrested: "was held after he shot"."""
    clause = pronoun.head
    while clause.dep_ in ("conj", "xcomp") and clause.head.pos_ in VERBAL:
        clause = clause.head
    above = clause.head
    trigger = scene.acts.get(above.i)
    if clause.dep_ == "advcl" and trigger is not None and trigger.type is EventType.ARREST:
        yield from undergone(above)


def _subjects_before(pronoun: Token) -> Iterator[Token]:
    """Yield the subjects of this sentence before the pronoun, then those of the sentence before, main clause first."""
    doc = pronoun.doc
    sentence = pronoun.sent
    yield from (token for token in reversed(doc[sentence.start : pronoun.i]) if token.dep_ in SUBJECTS)
    if pronoun.head.dep_ == "advcl" and pronoun.head.head.pos_ in VERBAL:
        yield from objects_of(pronoun.head.head)  # "guards shot the man after he fired"
    if sentence.start == 0:
        return
    before = doc[sentence.start - 1].sent
    subjects = [token for token in before if token.dep_ in SUBJECTS]
    # "The clerk said Poe drove off. He fired again": Poe did, not who only tells of it.
    yield from sorted(subjects, key=lambda token: (_tells_of_others(token), token.head.dep_ != "ROOT"))
    # "Detectives arrested Poe. He is charged with murder": where no subject fits.
    yield from (token for token in before if token.dep_ == "dobj" and token.head.pos_ in VERBAL)


def _tells_of_others(subject: Token) -> bool:
    """Whether the subject says something with a subject of its own: the clerk of "the clerk said Poe drove off"."""
    return is_speech(subject.head) and any(
        clause.dep_ == "ccomp" and any(child.dep_ in SUBJECTS for child in clause.lefts)
        for clause in subject.head.children
    )


def _fits(actor: ActorMention, token: Token, *, many: bool) -> bool:
    plural = token.tag_ in PLURALS or any(child.dep_ == "conj" for child in token.children)
    if many:
        armed = actor.kind in (ActorKind.ARMED_GROUP, ActorKind.CRIMINAL)
        return actor.kind is not ActorKind.STATE and actor.rule not in ("organisation", "person") and (plural or armed)
    return actor.kind is ActorKind.INDIVIDUAL and not plural
