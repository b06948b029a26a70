"""Mends what the parser makes of several who say it: "Rebels shot nine, residents and officials said".

It counts the sayers among the dead, makes the rebels say it, and the shooting a description of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.analysis.mends.grammar import NOUNS
from dateline.analysis.mends.word_mends import WordMend

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Token

SAYING = ("said", "say", "says", "reported", "report")


def _mend(said: Token) -> None:
    """Make those right before the saying its subject, and what was told before them what they say."""
    subjects = [child for child in said.lefts if child.dep_ == "nsubj"]
    if said.i < 1 or said.tag_ not in ("VBD", "VBP", "VBZ"):
        return
    if not subjects:
        _give_sayer(said)
    if len(subjects) != 1:
        return
    noun = subjects[0]
    told = next((child for child in noun.rights if child.dep_ == "acl" and _is_verb(child)), None)
    if told is None:
        _return_list(noun, said)
        _return_object(noun, said)
        return
    sayer = _find_sayer(noun.doc[told.i + 1 : said.i], said)
    if sayer is None:
        return
    sayer.head, sayer.dep_ = said, "nsubj"
    told.head, told.dep_ = said, "ccomp"
    told.tag_, told.pos_ = "VBD", "VERB"
    noun.head = told


def _give_sayer(said: Token) -> None:
    """Take those who say it out of the list that "and" closes before: "wounding a cook and a boy, police said"."""
    told = next((child for child in said.lefts if child.dep_ == "ccomp"), None)
    if told is None and said.dep_ == "advcl" and said.head.i < said.i:
        told = said.head
    for word in () if told is None else tuple(told.subtree):
        first = word.head
        while first.dep_ == "conj" and first.head.tag_ in NOUNS:
            first = first.head
        if _is_sayer(word, said) and first.i < word.i and _is_closed(first, word):
            word.head, word.dep_ = said, "nsubj"
            return


def _return_object(noun: Token, said: Token) -> None:
    """Give those harmed back to the verb right before them: "killing 16 people, medics and residents said"."""
    verb = noun.doc[noun.left_edge.i - 1] if noun.left_edge.i > said.sent.start else None
    shot = verb is not None and verb.lower_ == "dead" and verb.head.lower_ in ("shot", "shooting")
    verb = verb.head if verb is not None and shot else verb
    if verb is None or not (shot or verb.tag_ == "VBG") or any(child.dep_ == "dobj" for child in verb.children):
        return
    sayer = _find_sayer(noun.doc[noun.i + 1 : said.i], said)
    if sayer is not None:
        sayer.head, sayer.dep_ = said, "nsubj"
        noun.head, noun.dep_ = verb, "dobj"


def _return_list(noun: Token, said: Token) -> None:
    """Give those harmed back to the list that "and" closes: "killed a judge, his wife and a guard, police said"."""
    doc, comma = noun.doc, noun.left_edge.i - 1
    if comma <= said.sent.start or doc[comma].text != ",":
        return
    told = next((child for child in said.lefts if child.dep_ == "ccomp"), None)
    before = () if told is None else told.subtree
    harmed = next((word for word in before if word.dep_ == "dobj" and word.right_edge.i in (comma - 1, comma)), None)
    sayer = _find_sayer(doc[noun.i + 1 : said.i], said)
    if harmed is not None and sayer is not None and _is_closed(noun, sayer):
        sayer.head, sayer.dep_ = said, "nsubj"
        noun.head, noun.dep_ = harmed, "conj"


def _find_sayer(words: Iterable[Token], said: Token) -> Token | None:
    """Return the first of those who say it, behind the "and" that closes the list of those harmed if there is one."""
    sayers = [word for word in words if _is_sayer(word, said)]
    return next((word for word in sayers if _is_closed(sayers[0], word)), sayers[0] if sayers else None)


def _is_closed(first: Token, second: Token) -> bool:
    """Whether "and" ends the list that begins with the first before the second is told of."""
    return any(word.lower_ == "and" for word in first.doc[first.i + 1 : second.left_edge.i])


def _is_verb(word: Token) -> bool:
    """Whether it tells what the noun before it did: in the past tense, or with an object that no passive has."""
    below = {child.dep_ for child in word.children}
    if below & {"agent", "auxpass", "aux", "nsubj", "nsubjpass"}:
        return False
    return word.tag_ == "VBD" or (word.tag_ == "VBN" and "dobj" in below)


def _is_sayer(word: Token, said: Token) -> bool:
    """Whether the word heads what stands behind the last comma, which the parser has joined to what was harmed."""
    start = word.left_edge.i
    apart = word.dep_ in ("conj", "appos") and word.tag_ in NOUNS and word.doc[start - 1].text == ","
    return apart and word.right_edge.i == said.i - 1


TRAILING_SAYERS = WordMend(SAYING, _mend)
