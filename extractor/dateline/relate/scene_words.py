"""Finds sentences that name no act and yet tell where and when it was: "Officers were called to a flat at 9 p.m."."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.mentions import TriggerMention
from dateline.records import EventType
from dateline.relate.bond_words import Bond, load_scene_words
from dateline.relate.clauses import SUBJECTS, auxiliaries, is_negated, load_cues, span_of_word

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Span as SentenceSpan
    from spacy.tokens import Token

SCENE = "scene."  # prefix of the rules of these words
POINTERS = frozenset({"it", "this", "that", "which", "everything", "all"})
MESSAGES = frozenset({"threat", "threats", "warning", "ultimatum", "demand"})  # that the act told before is
PAST = frozenset({"VBD", "VBN"})
CUES = ("occurring", "response", "answering", "coming_in")


def find_scene_word(sentence: SentenceSpan) -> TriggerMention | None:
    """Return the first word by which the sentence tells the scene of the act told before; None without one.

    That is where police and rescuers were called or went, where calls came in, and "it happened".
    """
    for token in sentence:
        if token.tag_ in PAST and token.pos_ in ("VERB", "AUX") and (rule := _read_verb(token)) is not None:
            return TriggerMention(
                span=span_of_word(token),
                head=token.i,
                rule=f"{SCENE}{rule}",
                type=EventType.ATTACK,
                noun=False,
                specific=False,
                weak=True,
            )
    return None


def _read_verb(verb: Token) -> str | None:
    word = verb.lower_
    if not any(word in load_cues(name) for name in CUES):
        return None
    if is_negated(verb) or set(auxiliaries(verb)) & load_cues("modal"):
        return None
    subject = _subject_of(verb)
    if subject is None:
        return None
    if word in load_cues("occurring"):
        took = word != "took" or any(child.dep_ == "dobj" and child.lower_ == "place" for child in verb.children)
        return "occurring" if took and subject.lower_ in POINTERS else None
    if word in load_cues("coming_in") and subject.lower_ in MESSAGES and _is_told_of(subject):
        return "message"
    if word in load_cues("coming_in") and subject.lower_ in load_cues("alarms"):
        return "call"
    # "Officers say they responded to a home".
    who = verb.sent if subject.lower_ in ("they", "who") else _phrase_of(subject)
    if not any(token.lower_ in load_cues("responders") for token in who) or _leads_elsewhere(verb):
        return None
    if word in load_cues("response"):
        return "response"
    called = any(child.dep_ == "dobj" and child.lower_ in load_cues("alarms") for child in verb.children)
    return "response" if word in load_cues("answering") and called else None


def _is_told_of(subject: Token) -> bool:
    return any(child.dep_ == "det" and child.lower_ in ("the", "this") for child in subject.lefts)


def _subject_of(verb: Token) -> Token | None:
    """Return the subject of the verb, or of the one that it is joined to."""
    own = next((child for child in verb.lefts if child.dep_ in SUBJECTS), None)
    if own is None and verb.dep_ == "conj" and verb.head.pos_ in ("VERB", "AUX"):
        return _subject_of(verb.head)
    return own


def _phrase_of(subject: Token) -> Iterator[Token]:
    """Yield the words of the subject up to its head, and those joined to it: "police and paramedics"."""
    yield from (token for token in subject.subtree if token.i <= subject.i)
    yield from subject.conjuncts


def _leads_elsewhere(verb: Token) -> bool:
    """Whether they went where the wounded lie or somebody is tried, which is not where it happened."""
    return any(load_scene_words().get(token.lower_) in (Bond.CARE, Bond.TRIAL) for token in _ends_of(verb))


def _ends_of(verb: Token) -> Iterator[Token]:
    """Yield what they went to: "to the hospital", "at a courthouse in Leeds"."""
    for child in verb.rights:
        if child.dep_ in ("prep", "dobj", "advmod"):
            yield from (token for token in child.subtree if token.pos_ in ("NOUN", "PROPN"))
