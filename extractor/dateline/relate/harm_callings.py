"""Tells who one person harmed was by what the text says he did: "He was a reporter", "who edited a weekly paper"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from dateline.lexicon.files import load_file
from dateline.records import PHYSICAL, VictimCategory, VictimStatus, exactly
from dateline.relate.agents import load_words
from dateline.relate.clauses import is_negated, is_speech
from dateline.relate.harm_people import WANTED, People
from dateline.relate.harm_pronouns import UNSURE

if TYPE_CHECKING:
    from spacy.tokens import Token

    from dateline.mentions import HarmMention, PeopleMention

SUBJECTS = frozenset(("nsubj", "nsubjpass"))
SINGLE = frozenset(("he", "she"))
BEING = frozenset(("was", "is", "been"))
SERVING = frozenset(("worked", "working", "works", "served", "serving", "serves", "employed"))
OBJECTS = frozenset(("dobj", "pobj", "attr", "conj", "compound", "nmod"))
PREPS = frozenset(("for", "at", "with", "in", "on", "as", "to"))
HELD = frozenset((*PHYSICAL, VictimStatus.KIDNAPPED, VictimStatus.MISSING, VictimStatus.RELEASED))
# Whom one may be to somebody of a calling: "was a friend of a policeman".
OTHERS_OWN = frozenset((
    "friend", "son", "daughter", "brother", "sister", "cousin", "relative", "nephew", "niece", "uncle", "aunt",
    "father", "mother", "husband", "wife", "widow", "neighbour", "neighbor", "colleague", "acquaintance", "ally",
    "critic", "opponent", "associate", "victim", "target", "guest", "client", "supporter", "fan", "partner",
))  # fmt: skip
TEAM = frozenset(("captain", "skipper", "guard", "general"))  # "was the captain of the football team"
REACH = 3  # sentences on in which "he" goes on meaning the same person


@cache
def load_callings() -> Mapping[str, tuple[tuple[VictimCategory, frozenset[str]], ...]]:
    """Return by verb what its doer is, and the objects that tell it."""
    found: dict[str, list[tuple[VictimCategory, frozenset[str]]]] = {}
    for entry in load_file("callings"):
        objects = frozenset(entry.texts("objects"))
        for phrase, _ in entry.phrases():
            found.setdefault(phrase, []).append((VictimCategory(entry.text("category") or ""), objects))
    return {verb: tuple(told) for verb, told in found.items()}


def tell_callings(people: People, harms: Sequence[HarmMention]) -> Iterator[HarmMention]:
    """Yield `harms`, single people of whom only "a man" or a name is told with the kind that their doings tell."""
    known: dict[int, VictimCategory | None] = {}
    for harm in harms:
        who = harm.people
        plain = who is not None and who.count == exactly(1) and who.category in UNSURE and harm.status in HELD
        if who is None or not plain:
            yield harm
            continue
        if who.head not in known:
            known[who.head] = next(_callings(people, who), None)
        kind = known[who.head]
        yield harm if kind is None else replace(harm, people=replace(who, category=kind))


def _callings(people: People, who: PeopleMention) -> Iterator[VictimCategory]:
    """Yield the kinds that the text tells: first beside the name, then of "he" in the sentences behind it."""
    others = [mention for mention in people.mentions if mention.head != who.head and _are_namesakes(mention, who)]
    mentions = [who, *others]
    for mention in mentions:
        yield from _told_at(people, people.doc[mention.head])
    for mention in mentions:
        for verb in _goes_on(people, mention):
            yield from _read_verb(people, verb)


def _are_namesakes(one: PeopleMention, other: PeopleMention) -> bool:
    """Whether both bear one name, or one of them the surname alone."""
    if one.name is None or other.name is None:
        return False
    short, full = sorted((one.name.split(), other.name.split()), key=len)
    return short == full or short == full[-1:]


def _told_at(people: People, head: Token) -> Iterator[VictimCategory]:
    """Yield what the clauses that describe the person, and the verb of which he is the subject, tell."""
    for child in head.rights:
        if child.dep_ == "relcl" and any(kid.lower_ == "who" and kid.dep_ == "nsubj" for kid in child.lefts):
            yield from _read_verb(people, child)
    if head.dep_ == "nsubj" and not is_speech(head.head):
        yield from _read_verb(people, head.head)


def _goes_on(people: People, who: PeopleMention) -> Iterator[Token]:
    """Yield the verbs of the sentences behind one that is about the person alone, while they tell of "he" or "she"."""
    doc, sent = people.doc, people.doc[who.head].sent
    if not _is_about(people, who, sent.start, sent.end):
        return
    for _ in range(REACH):
        if sent.end >= len(doc):
            return
        sent = doc[sent.end].sent
        verb = sent.root
        subject = next((kid for kid in verb.lefts if kid.dep_ in SUBJECTS), None)
        if subject is None or not _is_he(subject) or is_speech(verb):
            return
        yield verb
        yield from (kid for kid in verb.rights if kid.dep_ == "conj" and not any(k.dep_ == "nsubj" for k in kid.lefts))


def _is_about(people: People, who: PeopleMention, start: int, end: int) -> bool:
    """Whether he is the subject of the sentence, or the only person without company that it tells of."""
    head = people.doc[who.head]
    doer = next((kid for kid in head.sent.root.lefts if kid.dep_ == "nsubj"), None)
    if doer is not None and doer != head and doer.tag_ == "NN" and doer.lower_ in load_words("agent_nouns")["doers"]:
        return False  # "a gunman killed a man. He was a soldier"
    others = {people.at[i].head for i in range(start, end) if i in people.at} - {who.head}
    alone = not any(people.at[i].count == exactly(1) and people.at[i].name != who.name for i in others)
    return alone or (head.dep_ in SUBJECTS and head.head == head.sent.root)


def _is_he(subject: Token) -> bool:
    """Whether the words point back: "he", "the 40-year-old"."""
    aged = subject.lower_.endswith("old") or any(kid.lower_ == "old" for kid in subject.lefts)
    return subject.lower_ in SINGLE or (aged and any(kid.lower_ == "the" for kid in subject.lefts))


def _read_verb(people: People, verb: Token) -> Iterator[VictimCategory]:
    """Yield what the verb says its subject is: "was a reporter", "served as a judge", "edited a paper"."""
    if is_negated(verb):
        return
    if verb.lower_ in BEING:
        yield from _kinds(people, (kid for kid in verb.rights if kid.dep_ == "attr"))
    if verb.lower_ in SERVING:
        preps = (kid for kid in verb.rights if kid.lower_ == "as")
        yield from _kinds(people, (obj for prep in preps for obj in prep.rights))
    words = {word.lower_ for word in _objects(verb)}
    yield from (kind for kind, objects in load_callings().get(verb.lower_, ()) if objects & words)


def _kinds(people: People, nouns: Iterator[Token]) -> Iterator[VictimCategory]:
    """Yield the kinds of people that words for one person tell."""
    for noun in nouns:
        mention = people.at.get(noun.i)
        if mention is None or mention.head != noun.i or mention.name or mention.count != exactly(1):
            continue
        if noun.lower_ in OTHERS_OWN or (noun.lower_ in TEAM and any(kid.lower_ == "of" for kid in noun.rights)):
            continue
        if mention.category not in UNSURE | WANTED and mention.category is not VictimCategory.CHILD:
            yield mention.category


def _objects(verb: Token) -> Iterator[Token]:
    """Yield the words of what the verb is done to, for or at, without clauses and further prepositions."""
    near = [kid for kid in verb.rights if kid.dep_ == "dobj"]
    near += [obj for kid in verb.rights if kid.lower_ in PREPS for obj in kid.rights if obj.dep_ == "pobj"]
    # "Reports on smuggling for a website".
    near += [obj for noun in near for kid in noun.rights if kid.lower_ == "for" for obj in kid.rights]
    for noun in near:
        yield noun
        yield from (kid for kid in noun.children if kid.dep_ in OBJECTS or kid.dep_ == "amod")
