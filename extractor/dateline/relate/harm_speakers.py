"""Tells who only speaks of the harm: "killing four, the prosecutor's office said" harms no prosecutor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.relate.harm_words import load_harm_words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from dateline.mentions import PeopleMention
    from dateline.relate.harm_people import People

REACH = 8  # tokens between the people and the word of saying: "the prosecutor's office in Graz told reporters"
TITLE = 5  # tokens of the speaker's phrase before the people found in it: "the state", "county"
NOMINAL = frozenset(("DET", "NOUN", "PROPN", "ADJ", "CCONJ", "NUM", "PART", "ADV", "AUX"))
TYING = frozenset(("of", "for", "in", "from"))
FINITE = frozenset(("VBD", "VBZ", "VBP"))
SAID = frozenset(("said", "says", "say"))
OPENING = frozenset((",", "\u201d", '"', "''", "\u2013", "\u2014", "--"))


def is_speaking(people: People, verb: Token, phrase: PeopleMention) -> bool:
    """Whether the people behind the cue `verb` are the subject of a word of saying, or stand within it.

    "Killing four rebels, medics and the army said": whom the parser joins to those harmed may only tell of them.
    """
    if phrase.head < verb.i:
        return False
    start, joined = people.first_token(phrase), people.doc[phrase.head].dep_ in ("conj", "appos")
    if _is_subject_behind(people, phrase):
        return True
    return says_behind(people, people.last_token(phrase)) and (joined or _opens_aside(people, start))


def says_behind(people: People, last: int) -> bool:
    """Whether a word of saying follows token `last`, only the rest of its subject between."""
    saying = load_harm_words().saying
    for index in range(last + 1, min(last + 1 + REACH, people.doc[last].sent.end)):
        token = people.doc[index]
        if token.lower_ in SAID or (token.lower_ in saying and token.tag_ in FINITE):
            return True
        if token.pos_ not in NOMINAL and token.lower_ not in TYING:
            return False
    return False


def _opens_aside(people: People, start: int) -> bool:
    """Whether only a comma, and words of the same phrase, stand before the people: ", the state prosecutor"."""
    for index in range(start - 1, max(start - 1 - TITLE, -1), -1):
        token = people.doc[index]
        if token.text in OPENING:
            return True
        if token.pos_ not in ("DET", "NOUN", "PROPN", "ADJ") or index in people.at:
            return False
    return False


def _is_subject_behind(people: People, phrase: PeopleMention) -> bool:
    """Whether the people stand behind the word of saying whose subject they are: "killing four, said Sheriff Cole"."""
    head = people.doc[phrase.head]
    before = people.first_token(phrase) - 1
    if head.dep_ != "nsubj" or head.head.i != before or people.lower[before] not in SAID:
        return False
    return before > 0 and people.doc[before - 1].text in OPENING
