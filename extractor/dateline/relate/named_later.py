"""Gives those who are sought or charged without a name the one that follows: "a man is sought. The man, John Poe,"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from dateline.records import ActorKind, Stance
from dateline.relate.agents import undergone
from dateline.relate.clauses import is_speech
from dateline.relate.named_suspects import AROUND, NAMING, named_as

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

    from dateline.mentions import ActorMention, StanceMention
    from dateline.relate.cues import Scene

SUBJECTS = ("nsubj", "nsubjpass")
NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
TRIED = frozenset(("stance:charge", "stance:accused", "stance:face", "stance:admit"))
JUDGED = frozenset(("stance:convict", "stance:find_guilty", "stance:clear"))
# What befalls or strikes others than those who are tried.
SEEING = frozenset(
    ("saw", "heard", "witnessed", "watched", "died", "killed", "injured", "wounded", "survived", "escaped")
)
# What those who are charged are told to do, in a sentence that opens with a name and an age.
# fmt: off
CHARGED_DO = frozenset((
    "fled", "ran", "surrendered", "turned", "faces", "faced", "remains", "remained", "waived", "entered", "made",
    "posted", "appeared", "pleaded", "admitted", "confessed", "accused", "charged", "denied", "wept", "stood", "showed",
))
# fmt: on
REACH = 100  # tokens on in which the name is looked for


def with_later_names(scene: Scene, told: Iterable[StanceMention]) -> Iterator[StanceMention]:
    """Yield the statements; of one person without a name who is named soon after, of that person."""
    names = tuple(_namings(scene))
    for mention in told:
        listed = tuple(_listed_next(scene, mention))
        yield from (replace(mention, actor=actor) for actor in listed)
        if len(listed) != 1 or mention.rule not in JUDGED:
            yield _named(scene, mention, names) if names else mention


def _listed_next(scene: Scene, mention: StanceMention) -> Iterator[ActorMention]:
    """Yield as many persons by name as were just told to be tried: "two men were jailed. John Poe and Jim Roe had"."""
    people = scene.doc[mention.actor.head]
    counts = [NUMBERS.get(kid.lower_) for kid in people.lefts if kid.tag_ == "CD"]
    alone = mention.actor.kind is ActorKind.INDIVIDUAL or people.left_edge.lower_ in ("a", "an")
    if not mention.actor.named and alone and people.tag_ == "NN":
        counts = [1]
    if mention.rule not in TRIED | JUDGED or not counts or people.sent.end >= len(scene.doc):
        return
    after = scene.doc[people.sent.end].sent
    subjects = [token for token in after if token.dep_ in SUBJECTS and _opens(token, after)]
    listed = [(subject, *subject.conjuncts) for subject in subjects]
    for names in listed:
        actors = [scene.by_head.get(name.i) for name in names]
        persons = [actor for actor in actors if actor is not None and actor.rule == "person"]
        if len(persons) == len(names) == counts[0] and not _looks_on(names[0].head):
            yield from (one for one in persons if counts[0] > 1 or _is_introduced(names[0]))


def _is_introduced(name: Token) -> bool:
    """Whether one person's name opens the sentence, with an age, and the verb tells what those do who are charged."""
    doc, last = name.doc, name.i
    aged = last + 2 < len(doc) and doc[last + 1].text == "," and doc[last + 2].like_num
    return aged and name.left_edge.i == name.sent.start and name.head.lower_ in CHARGED_DO


def _opens(subject: Token, sentence: Span) -> bool:
    """Whether it is the subject of the sentence, or of what somebody behind says: "A and B shot her, a judge said"."""
    clause = subject.head
    told = clause.dep_ == "ccomp" and clause.head.i == sentence.root.i and clause.i < sentence.root.i
    return clause.i == sentence.root.i or (told and subject.left_edge.i <= sentence.start + 1)


def _looks_on(verb: Token) -> bool:
    """Whether whoever it is tells or sees something: "John Poe and Jim Roe, two neighbours, saw the attack"."""
    if verb.lower_ in CHARGED_DO:
        return False  # "was accused of firing at her": a word of saying too
    return is_speech(verb) or verb.lower_ in SEEING


def _named(scene: Scene, mention: StanceMention, names: Sequence[tuple[Token, ActorMention]]) -> StanceMention:
    actor = mention.actor
    single = not actor.named and actor.kind is ActorKind.INDIVIDUAL and scene.doc[actor.head].tag_ == "NN"
    if not single or mention.stance is Stance.REPORTED:
        return mention
    word = scene.lower[actor.head]
    later = ((noun, name) for noun, name in names if 0 < noun.i - actor.head < REACH)
    name = next((name for noun, name in later if noun.lower_ == word), None)
    return mention if name is None else replace(mention, actor=name)


def _namings(scene: Scene) -> Iterator[tuple[Token, ActorMention]]:
    """Yield the words for one person told of before, and the name: "the man, identified as John Poe,"."""
    for head, actor in sorted(scene.by_head.items()):
        if actor.rule != "person":
            continue
        token = scene.doc[head]
        noun = token.head if token.dep_ == "appos" else None
        if noun is not None and _is_the_one(noun):
            yield noun, actor
    for index, word in enumerate(scene.lower):
        if word not in NAMING:
            continue
        verb = scene.doc[index]
        if verb.dep_ == "acl":
            called: tuple[Token, ...] = (verb.head,)
        else:
            called = undergone(verb)
        for noun in called:
            if _is_the_one(noun):
                yield from ((noun, actor) for actor in scene.actors(named_as(verb)) if actor.rule == "person")


def _is_the_one(noun: Token) -> bool:
    """Whether the words point at one person told of before: "the man", "the 24-year-old"."""
    return noun.tag_ == "NN" and noun.lower_ not in AROUND and any(kid.lower_ == "the" for kid in noun.lefts)
