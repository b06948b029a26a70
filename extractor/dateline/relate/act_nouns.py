"""Reads off the dependency tree who does what a noun of violence or unrest tells."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from dateline.relate.agents import (
    MODIFYING,
    VERBAL,
    agents_of_verb,
    by_agents,
    is_passive,
    load_words,
    objects_of,
    subjects_of,
    undergoers,
)
from dateline.relate.clauses import SUBJECTS, after_of, is_negated, is_speech

if TYPE_CHECKING:
    from spacy.tokens import Token

PITTING = frozenset(("pitted", "pits", "pitting", "pit"))
BEFALLING = frozenset(("of", "on", "against"))  # between an act and those whom it befell
FIRE = frozenset(("fire", "gunfire", "bullet", "bullets"))  # whose "of" tells who fired: "mortar fire of the rebels"
ACTING = frozenset(("on", "at"))  # prepositions of doing
SQUADS = frozenset(
    ("squad", "squads", "team", "teams", "unit", "units", "expert", "experts", "technicians", "disposal")
)
LEADING = frozenset(("led", "lead", "leads", "leading"))
GOING = frozenset(("went", "go", "goes", "going", "gone", "embarked"))


@cache
def _doing() -> frozenset[str]:
    """Return the verbs that, in the passive, tell who did an act: "carried out by X", not "condemned by X"."""
    verbs = load_words("agent_verbs")
    return (
        verbs["light"]
        | verbs["harm"]
        | verbs["transitive"]
        | verbs["delivering"]
        | verbs["joining"]
        | verbs["causing"]
        | verbs["calling"]
    )


def agents_of_noun(noun: Token) -> Iterator[Token]:
    """Yield the nouns and adjectives for who did what a noun tells: "rebel attack", "attack by X"."""
    if noun.pos_ == "ADP" and noun.lower_ in ACTING and noun.head.pos_ in VERBAL:
        # "Are on strike", "took the car at gunpoint"; not "came under fire", "are in custody".
        yield from agents_of_verb(noun.head)
    if noun.dep_ in MODIFYING and noun.head.lower_ in SQUADS:
        return  # "the police bomb squad"
    verbs, nouns = load_words("agent_verbs"), load_words("agent_nouns")
    suffered = noun.lower_ in nouns["suffered"]
    mutual = noun.lower_ in nouns["mutual"]
    for child in noun.children:
        if noun.lower_ == "shot" and child.text[0].islower():
            continue  # "in the case of a teen shot on his way home": a participle, taken for a noun
        if child.dep_ in MODIFYING and child.i < noun.i and not suffered:
            yield child
            # Headlines pile up nouns: "rebels fire rocket attack".
            yield from (kid for kid in child.children if kid.dep_ == "compound" and child.dep_ == "compound")
        elif child.dep_ in ("prep", "agent"):
            sided = child.lower_ == "between" or (mutual and child.lower_ in ("with", "among", "involving"))
            if child.lower_ in ("by", "from") or sided:
                yield from (obj for obj in child.children if obj.dep_ == "pobj")
            elif child.lower_ in BEFALLING:
                yield from _done_behind(child)
                if child.lower_ == "of" and noun.lower_ in FIRE:
                    yield from (obj for obj in child.children if obj.dep_ == "pobj")
        elif child.dep_ == "acl" and child.tag_ == "VBN" and child.lower_ in _doing():
            yield from by_agents(child)
        elif child.dep_ == "relcl":
            yield from _told_behind(child)
        elif child.dep_ == "acl" and child.lower_ in ("involving", "pitting"):
            yield from objects_of(child)
    behind = noun.nbor() if noun.dep_ == "pobj" and noun.i + 1 < noun.sent.end else noun
    if behind.lower_ == "from" and behind.head.i != noun.i:
        # "Was killed by sniper fire from the rebel side": the preposition hangs on the verb.
        yield from (obj for obj in behind.children if obj.dep_ == "pobj")
    verb = noun.head
    if noun.dep_ == "nsubj" and verb.pos_ in VERBAL:
        # "Clashes erupted between police and miners": the preposition hangs on the verb.
        sides = (child for child in verb.children if child.dep_ == "prep" and child.lower_ in ("between", "among"))
        yield from (obj for side in sides for obj in side.children if obj.dep_ == "pobj")
    if noun.dep_ == "nsubj" and verb.lower_ in PITTING:  # "the clash pitted herders against farmers"
        against = (child for child in verb.children if child.dep_ == "prep" and child.lower_ == "against")
        yield from (*objects_of(verb), *(obj for prep in against for obj in prep.children if obj.dep_ == "pobj"))
    if noun.dep_ == "pobj" and verb.lower_ == "under" and verb.head.pos_ in VERBAL:
        # "Police came under attack from a crowd": the preposition hangs on the verb.
        sources = (child for child in verb.head.children if child.dep_ == "prep" and child.lower_ in ("from", "by"))
        yield from (obj for source in sources for obj in source.children if obj.dep_ == "pobj")
    if noun.dep_ == "pobj" and verb.lower_ == "on" and verb.head.lower_ in GOING:
        yield from agents_of_verb(verb.head)  # "went on the rampage"
    finding = noun.lower_ in nouns["stores"] and verb.lower_ in verbs["finding"]
    if verb.pos_ in VERBAL and (verb.lower_ in verbs["light"] or finding) and not is_negated(verb):
        if noun.dep_ == "dobj" and not is_passive(verb):
            yield from agents_of_verb(verb)
        elif noun.dep_ == "nsubjpass":
            yield from by_agents(verb)
            yield from _joint_doers(verb)
    elif (
        noun.dep_ == "pobj"
        and verb.head.pos_ in VERBAL
        and verb.lower_ in ("in", "with")
        and verb.head.lower_ in verbs["mutual"]
    ):
        yield from agents_of_verb(verb.head)


def _told_behind(clause: Token) -> Iterator[Token]:
    """Yield who did what a clause tells of, or what it says that somebody says: "a raid that he said was led by X"."""
    said = [kid for kid in clause.children if kid.dep_ == "ccomp"] if is_speech(clause) else []
    for verb in said or [clause]:
        # Of "which he said had been led by" the parser makes "which" an object of "said".
        heads = (*verb.lefts, *clause.lefts) if said else verb.lefts
        pronoun = any(kid.lower_ in ("which", "that") and kid.dep_ in (*SUBJECTS, "dobj") for kid in heads)
        if pronoun and is_passive(verb) and verb.lower_ in _doing() and not is_negated(verb):
            yield from by_agents(verb)


def _done_behind(prep: Token) -> Iterator[Token]:
    """Yield who did what stands before those it befell: "the massacre of six peasants perpetrated by the army"."""
    light = load_words("agent_verbs")["light"]
    for child in prep.subtree:
        if child.dep_ == "acl" and child.tag_ in ("VBN", "VBD") and child.lower_ in light:
            yield from by_agents(child)


def _joint_doers(verb: Token) -> Iterator[Token]:
    """Yield who has a part in an act by joined passives: "was planned by X, approved by Y and carried out by Z"."""
    for child in verb.rights:
        if child.dep_ in ("conj", "advcl") and child.tag_ in ("VBN", "VBD"):
            if child.lower_ in _doing() | load_words("agent_verbs")["approving"]:
                yield from (doer for by in child.children if by.dep_ == "agent" for doer in by.children)
            yield from _joint_doers(child)


def fallen(noun: Token) -> Iterator[Token]:
    """Yield those who fell in a fight, as its parties: "nine guerrillas died in a clash with troops".

    A single one who fell says little of who fought: "an officer was killed in an exchange of fire".
    """
    prep = noun.head
    if prep.lower_ == "of" and prep.head.dep_ == "pobj":
        prep = prep.head.head  # "in ten hours of fighting"
    verb = prep.head
    mutual = load_words("agent_nouns")["mutual"]
    if noun.lower_ not in mutual or noun.dep_ != "pobj" or prep.lower_ not in ("in", "during", "after", "following"):
        return
    if verb.pos_ not in VERBAL:
        return
    hit = undergoers(verb) if is_passive(verb) else (*subjects_of(verb), *objects_of(verb))
    if verb.dep_ == "conj" and all(one.tag_ == "CD" for one in hit):
        # "Twelve soldiers were killed and 30 wounded in the fighting", "two died and three were hurt in it".
        hit = (*hit, *(undergoers(verb.head) if is_passive(verb.head) else subjects_of(verb.head)))
    hit = tuple(one for one in hit if one.tag_ not in ("NN", "NNP") or one.lower_ == "police")
    yield from hit
    # "recovered the bodies of nine insurgents"
    yield from (obj for body in hit for obj in after_of(body))


def turnout(noun: Token) -> Iterator[Token]:
    """Yield who comes to unrest or calls for it: "the rally drew 500 people", "500 attended it", "unions called it"."""
    verbs, verb = load_words("agent_verbs"), noun.head
    if noun.dep_ == "pobj" and verb.lower_ in ("in", "for"):
        gathering = _verb_above(verb)
        if gathering.lower_ in verbs["thronging"] and not is_negated(gathering):
            yield from agents_of_verb(gathering)  # "thousands flooded the avenue on Saturday in a protest"
    if verb.pos_ not in VERBAL or is_negated(verb):
        return
    if noun.dep_ == "dobj" and verb.lower_ in verbs["calling"] | verbs["attending"] and not is_passive(verb):
        yield from agents_of_verb(verb)
    elif noun.dep_ == "nsubj" and verb.lower_ in verbs["drawing"]:
        yield from objects_of(verb)


def _verb_above(prep: Token) -> Token:
    """Return the verb that a preposition says more of, whatever noun before it the parser has hung it on."""
    above = prep.head
    while above.pos_ not in VERBAL and above.dep_ in ("pobj", "prep", "dobj", "npadvmod", "appos"):
        above = above.head
    return above


def heads_unrest(agent: Token) -> bool:
    """Whether somebody is told to head or call unrest: "Ann Roe led the march", "a strike called by Ann Roe"."""
    above = agent.head.head if agent.head.lower_ == "by" else agent.head
    return above.lower_ in LEADING | load_words("agent_verbs")["calling"]


def is_noun_in_ing(word: Token) -> bool:
    """Whether a word that the tagger takes for a verb is a noun: "were killed in police firing"."""
    if word.tag_ != "VBG" or word.dep_ != "pobj" or not word.i:
        return False
    before = word.nbor(-1)
    return before.head.i == word.i and before.dep_ == "compound"
