"""Tells the figures that one side sets against the other's: "it killed 40, the army said; the rebels spoke of six"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dateline.records import PHYSICAL, VictimCategory, VictimStatus
from dateline.relate.clauses import path_up
from dateline.relate.harm_pronouns import UNSURE, tell_them
from dateline.relate.harm_words import load_harm_words
from dateline.relate.sayers import OWN

if TYPE_CHECKING:
    from spacy.tokens import Token

    from dateline.mentions import PeopleMention
    from dateline.relate.harm_people import People

AGAINST = frozenset(("while", "whereas", "though", "although"))
BUT = frozenset(("but", "yet"))
MEN = frozenset(("men", "man", "members", "people", "number", "comrades"))
OWNING = frozenset(("claimed", "claims", "admitted", "admits", "acknowledged", "insisted", "conceded"))  # say so, too
HELPERS = frozenset(("doctors", "medics", "rescuers", "paramedics", "hospital", "hospitals"))  # of no side
LOSING = frozenset(("lost", "lose", "loses", "losing", "suffered", "suffer", "suffering"))
SIDES = frozenset((VictimCategory.MILITARY, VictimCategory.POLICE, VictimCategory.MILITANT))
# Speakers whose own men are soldiers.
FORCES = frozenset(("army", "military", "ministry", "navy", "government", "coalition", "staff", "forces", "command"))


def find_speaker(token: Token) -> Token | None:
    """Return the subject of the word of saying over the clause: "the rebels said five of their men had died"."""
    verb = _saying_over(token)
    return None if verb is None else _subject(verb)


def tells_against(verb: Token) -> bool:
    """Whether the word of saying opens the other side's clause: "while the rebels said"."""
    return any(child.dep_ == "mark" and child.lower_ in AGAINST for child in verb.children)


def is_set_against(token: Token) -> bool:
    """Whether a speaker of its own tells the clause, beside one who tells another: "X said 40, while Y said six"."""
    verb = _saying_over(token)
    if verb is None:
        return False
    marked = tells_against(verb)
    joined = verb.dep_ == "conj" and any(child.lower_ in BUT for child in verb.head.children if child.dep_ == "cc")
    if not (marked and verb.dep_ in ("advcl", "ccomp")) and not joined:
        return False
    other = _saying_over(verb.head)
    return other is not None and other.i != verb.i


def read_side(
    people: People, token: Token, phrase: PeopleMention | None, status: VictimStatus
) -> tuple[PeopleMention | None, Token | None]:
    """Return the phrase as of the side that its people are of, and the side that tells of them as the other does not.

    That is who speaks beside another's word or of its own losses; None where nobody does.
    """
    if phrase is None or phrase.name is not None or status not in PHYSICAL:
        return phrase, None
    against = is_set_against(token) or are_own(people, token, phrase)
    phrase = tell_them(people, token, tell_own_men(people, token, tell_lost_men(people, token, phrase)))
    speaker = find_speaker(token) if against else None
    return phrase, speaker if speaker is None or speaker.lower_ not in HELPERS else None


def tell_own_men(people: People, token: Token, phrase: PeopleMention) -> PeopleMention:
    """Return "four of their men", of whom the side tells itself, as the fighters or soldiers that they are."""
    if phrase.category not in UNSURE or not are_own(people, token, phrase):
        return phrase
    speaker = find_speaker(token)
    state = speaker is not None and any(word.lower_ in FORCES for word in speaker.subtree)
    return replace(phrase, category=VictimCategory.MILITARY if state else VictimCategory.MILITANT)


def tell_lost_men(people: People, token: Token, phrase: PeopleMention) -> PeopleMention:
    """Return those whom a force is told to lose as its men: "the police lost two of their own"."""
    verb = token if token.lower_ in LOSING else token.head
    side = _subject(verb) if verb.lower_ in LOSING else None
    if side is None or phrase.category not in UNSURE:
        return phrase
    mention = people.at.get(side.i)
    category = VictimCategory.MILITARY if side.lower_ in FORCES else None
    if mention is not None and mention.category in SIDES:
        category = mention.category
    return phrase if category is None else replace(phrase, category=category)


def are_own(people: People, token: Token, phrase: PeopleMention) -> bool:
    """Whether they are the speaker's own people: "nine of its men", "it had lost one man"."""
    if find_speaker(token) is None:
        return False
    doc = people.doc
    words = doc[people.first_token(phrase) : people.last_token(phrase) + 1]
    if not any(word.lower_ in MEN for word in words):
        return False
    if any(word.lower_ in OWN and word.dep_ == "poss" for word in words):
        return True
    return token.lower_ == "lost" and any(kid.lower_ in ("it", "they") for kid in token.lefts if kid.dep_ == "nsubj")


def _saying_over(token: Token) -> Token | None:
    """Return the nearest word of saying with a subject in whose clause the token stands, or that is joined to it."""
    saying = load_harm_words().saying | OWNING
    for above in path_up(token):
        if above.lower_ in saying and above.pos_ == "VERB" and _subject(above) is not None:
            return above
        for child in above.children:
            # "Ten died, police said, while ...": a saying that the parser hangs under what is said.
            aside = child.dep_ in ("parataxis", "ccomp") and child.lower_ in saying and child.pos_ == "VERB"
            if aside and not child.is_ancestor(token) and child.i != token.i and _subject(child) is not None:
                return child
    return None


def _subject(verb: Token) -> Token | None:
    return next((kid for kid in verb.children if kid.dep_ == "nsubj" and kid.pos_ != "PRON"), None)
