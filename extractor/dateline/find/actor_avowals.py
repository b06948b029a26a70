"""Finds names of bodies that speak of a deed as their own: "the Desert Lions said they had planted the device".

No lexicon need list them, and no word for a body need stand beside them: who says so did it, or says that it did.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dateline.find.actor_scene import ActorScene
from dateline.lexicon.files import load_phrases

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

SAYING = frozenset({"said", "says", "announced", "declared", "claimed"})
SELF = frozenset({"it", "they"})
OWN = frozenset({"its", "their"})
# What attackers say of an act of theirs; forces and ministries say it of strikes too, and are told by their words.
DEEDS = frozenset({
    "done", "did", "carried", "planted", "perpetrated", "detonated", "seized", "holding", "held", "taken", "abducted",
    "kidnapped", "behind", "responsible", "blown", "bombed", "attacked", "targeted", "staged",
})  # fmt: skip
STATE = frozenset({
    "ministry", "police", "army", "force", "forces", "department", "government", "agency", "council", "office",
    "authority", "authorities", "navy", "guard", "court", "company", "service", "services", "command", "bureau",
    "corps", "military", "coalition", "guards", "state", "states", "party", "corporation", "union", "bank",
    "television", "radio", "news", "newspaper", "times", "post", "united", "pentagon", "kremlin", "house", "mission",
})  # fmt: skip
OBSCURE = frozenset({"unknown", "shadowy", "obscure"})  # "the previously unknown Black Eagles Command"
# What those who claim an attack may call themselves as armies do: "the Rojas Youth Command claimed responsibility".
STYLED = frozenset({"army", "command", "corps", "council", "force", "forces", "guard", "guards", "party", "union"})
CLAIMING = frozenset({"claim", "claimed", "claiming", "claims", "took", "taken", "assumed", "accepted", "avowed"})
GUILT = frozenset({"responsibility", "credit", "authorship"})
CLAIMED = GUILT | {
    "abduction", "ambush", "assassination", "attack", "attacks", "blast", "blasts", "bombing", "bombings", "explosion",
    "explosions", "killing", "killings", "kidnapping", "murder", "murders", "raid", "raids", "shooting",
}  # fmt: skip
# Who speaks for whom: "a caller speaking for X", "said he belonged to X", "a communique signed by X".
VOICES = {
    "for": frozenset({"speak", "speaking", "spoke", "spokesman", "spokeswoman", "spokesperson", "calling", "phoning"}),
    "of": frozenset({"behalf", "name", "member", "members", "spokesman", "spokeswoman", "spokesperson"}),
    "to": frozenset({"belong", "belonged", "belongs", "belonging"}),
    "by": frozenset({"signed"}),
}
LINKS = frozenset({"of", "the", "for", "al", "el", "-", "'s", "’s"})
NO_BODIES = frozenset({"PERSON", "GPE", "NORP", "LOC", "DATE"})
LEAST = 2  # words of a name


def find_avowing(scene: ActorScene) -> Iterator[tuple[int, int]]:
    """Yield the first and last tokens of each name whose bearer says that it did something."""
    for index, word in enumerate(scene.lower):
        verb = scene.doc[index]
        if word not in SAYING or not any(_avows(clause) for clause in _clauses_of(verb)):
            continue
        for subject in verb.lefts:
            if subject.dep_ == "nsubj" and subject.pos_ == "PROPN" and subject.ent_type_ not in NO_BODIES:
                run = _run_of(scene, subject)
                if run is not None:
                    yield run
    for name in _find_claimants(scene):
        run = _run_of(scene, name, styled=STYLED) if name.pos_ == "PROPN" and name.ent_type_ not in NO_BODIES else None
        if run is not None:
            yield run


def _find_claimants(scene: ActorScene) -> Iterator[Token]:
    """Yield who claims responsibility, and for whom somebody speaks where a sentence tells of a claim."""
    acts = load_phrases("agent_nouns", "acts") | CLAIMED
    for index, word in enumerate(scene.lower):
        token = scene.doc[index]
        if word in CLAIMING:
            yield from _claimants_of(token, acts)
        elif word in VOICES and token.head.lower_ in VOICES[word] and _tells_claim(token.sent):
            yield from (child for child in token.rights if child.dep_ == "pobj")


def _claimants_of(verb: Token, acts: frozenset[str]) -> Iterator[Token]:
    """Yield the subject of "claimed responsibility", or the agent of "the attack was claimed by"."""
    for child in verb.children:
        if child.dep_ == "nsubj" and any(kid.dep_ == "dobj" and kid.lower_ in GUILT for kid in verb.children):
            yield child
        elif child.dep_ == "agent" and any(kid.dep_ == "nsubjpass" and kid.lower_ in acts for kid in verb.children):
            yield from (kid for kid in child.rights if kid.dep_ == "pobj")


def _tells_claim(sentence: Span) -> bool:
    words = {word.lower_ for word in sentence}
    return "signed" in words or bool(words & CLAIMING and words & GUILT)


def _clauses_of(verb: Token) -> Iterator[Token]:
    """Yield what somebody says; of "said in a statement that it had" the parser hangs the clause on the statement."""
    for child in verb.children:
        if child.dep_ == "ccomp":
            yield child
        elif child.dep_ == "prep":
            yield from (part for kid in child.rights for part in kid.rights if part.dep_ in ("acl", "relcl", "ccomp"))


def _avows(clause: Token) -> bool:
    """Whether a clause tells a deed of "it" or "its" people: "it had seized him", "its wing was behind it"."""
    words = {clause.lower_, *(child.lower_ for child in clause.children if child.dep_ in ("acomp", "prep", "advmod"))}
    subjects = [child for child in clause.lefts if child.dep_ in ("nsubj", "nsubjpass")]
    passive = any(child.dep_ in ("auxpass", "neg") for child in clause.children)
    own = any(subject.lower_ in SELF or any(kid.lower_ in OWN for kid in subject.lefts) for subject in subjects)
    return own and not passive and bool(words & DEEDS)


def _run_of(scene: ActorScene, head: Token, *, styled: frozenset[str] = frozenset()) -> tuple[int, int] | None:
    """Return the capitalised name around its head, None where its words are those of a state's body or one is known.

    Args:
        scene: of the article.
        head: the last word of the name, as the parser has it.
        styled: words that are no state's here.
    """
    doc, first, last = scene.doc, head.i, head.i
    while first > head.sent.start and _goes_on(doc[first - 1]):
        first -= 1
    while last + 1 < head.sent.end and _goes_on(doc[last + 1]) and doc[last + 1].lower_ != "the":
        last += 1
    while (first < last and not doc[first].text[0].isupper()) or doc[first].lower_ == "the":
        first += 1
    while last > first and not doc[last].text[0].isupper():
        last -= 1
    words = {scene.lower[i] for i in range(first, last + 1)}
    before = {doc[i].lower_ for i in range(max(head.sent.start, first - 2), first)}
    known = any(i in scene.covered for i in range(first, last + 1))
    if known or last - first + 1 < LEAST or (words & STATE - styled and not before & OBSCURE):
        return None
    return first, last


def _goes_on(token: Token) -> bool:
    return token.lower_ in LINKS or (token.text[0].isupper() and token.pos_ in ("PROPN", "NOUN", "ADJ"))
