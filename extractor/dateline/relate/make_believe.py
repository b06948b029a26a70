"""Tells acts that nobody did: those of films and books, and those that forces or volunteers rehearse."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dateline.analysis.texts import text_of
from dateline.relate.clauses import PRESENT_TENSE, SUBJECTS, load_cues, path_up

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

REVIEW = re.compile(r"\W*(?:\w+ )?reviews?\b\s*[:|–—-]", re.IGNORECASE)  # an article that opens so tells a work
OPENING = 9  # words of a sentence among which it names the work that it retells
LEAD = 300  # code points from the start in which an article says what it is about
STORY = "dateline_tells_work"  # key in Doc.user_data
WITHIN = frozenset({"in", "for"})
# Who rehearses what is told "during" a drill, which others may attack.
FORCES = frozenset({"soldiers", "troops", "commandos", "police", "officers", "forces", "marines", "sailors", "army"})
HARMING = frozenset(
    {"kill", "kills", "killed", "killing", "died", "dead", "wounded", "injured", "hurt", "shot", "stabbed"}
)


def is_make_believe(head: Token) -> bool:
    """Whether the act is one of a story or of a rehearsal."""
    return _is_told_by_work(head) or _is_plot(head) or _is_rehearsed(head)


def _is_told_by_work(head: Token) -> bool:
    """Whether the sentence opens with a work that tells the act: "in the film", "the second season shows how"."""
    if REVIEW.match(text_of(head.doc)):
        return True
    sentence = head.sent
    for token in sentence[:OPENING]:
        if token.lower_ not in load_cues("works"):
            continue
        within = token.dep_ == "pobj" and token.head.lower_ == "in" and token.head.i <= sentence.start + 1
        shows = token.dep_ in SUBJECTS and token.head.tag_ in PRESENT_TENSE
        if (within or shows) and not any(child.lower_ == "of" and child.dep_ == "prep" for child in token.children):
            return head.tag_ in ("VBZ", "VBP", "VBN", "NN", "VBG") and token.i < head.i
    return False


def _is_plot(head: Token) -> bool:
    """Whether an article about a work tells the act in the present tense, as plots are told and news is not."""
    if not _tells_work(head.doc):
        return False
    verb = next((token for token in path_up(head) if token.pos_ in ("VERB", "AUX")), None)
    bare = (
        verb is not None and verb.tag_ in ("VBG", "VBN") and not any(c.dep_ in ("aux", "auxpass") for c in verb.lefts)
    )
    if bare and verb is not None and verb.dep_ in ("advcl", "oprd", "xcomp", "ccomp"):
        verb = verb.head  # "a parcel explodes, killing two", "the farmer is found shot"
    if verb is None or not any(token.lower_ in (".", "!", "?") for token in verb.sent[-3:]):
        return False  # a headline, whose present tense tells what happened
    if head.pos_ != "VERB" and verb.pos_ == "VERB" and verb.lower_ not in load_cues("narrating"):
        return False  # "is charged with the murder", "says that the shooting"
    helpers = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
    if verb.dep_ == "conj" and not helpers and verb.tag_ not in PRESENT_TENSE:
        helpers = [child for child in verb.head.children if child.dep_ in ("aux", "auxpass")]
    if helpers:
        return verb.tag_ != "VBG" and all(helper.lower_ in ("is", "are") for helper in helpers)
    return verb.tag_ in PRESENT_TENSE or (verb.tag_ == "VB" and verb.dep_ == "ROOT")


def _tells_work(doc: Doc) -> bool:
    """Whether title or lead say that the article is about a book, a film, a game."""
    if STORY not in doc.user_data:
        stories = load_cues("stories")
        doc.user_data[STORY] = any(
            token.lower_ in stories and not any(child.lower_ == "of" for child in token.children)
            for token in doc
            if token.idx < LEAD
        )
    return bool(doc.user_data[STORY])


def _is_rehearsed(head: Token) -> bool:
    """Whether forces or volunteers act it out: "fired missiles in a naval exercise", "stormed a mock village"."""
    mock = load_cues("mock")
    around = [child for child in head.children if child.dep_ in ("dobj", "nsubjpass", "nsubj", "prep", "amod", "agent")]
    if any(word.lower_ in mock for child in around for word in child.subtree if _is_of(word, child)):
        return True
    if head.dep_ == "conj" and head.head.pos_ == "VERB" and _is_rehearsed(head.head):
        return True
    if head.lower_ in HARMING:
        return False  # people do die in exercises
    return any(_is_part_of_drill(token) for token in path_up(head))


def _is_of(word: Token, child: Token) -> bool:
    """Whether a word describes the child itself, or what a preposition brings: "at dummy tanks"."""
    return child.i in (word.i, word.head.i) or (word.head.head.i == child.i and child.dep_ == "prep")


def _is_part_of_drill(verb: Token) -> bool:
    """Whether a verb has the drill beside it in which it is done: "in the yearly exercise", "as part of a drill"."""
    drills = load_cues("rehearsals")
    by_forces = any(child.dep_ in SUBJECTS and child.lower_ in FORCES for child in verb.lefts)
    for child in verb.children:
        if child.dep_ != "prep":
            continue
        for kid in child.children:
            if (child.lower_ in WITHIN or (by_forces and child.lower_ == "during")) and kid.lower_ in drills:
                return True
            # "As part of the exercise": the part is an object of "as".
            if child.lower_ == "as" and kid.lower_ == "part":
                return any(word.lower_ in drills for word in kid.subtree)
    return False
