"""Tells a wound that killed from one that did not: "fatally", "dead", "to death", "one fatally"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.relate.harm_people import OWNERS, Patient, People
from dateline.relate.harm_words import NEARLY, Cue

if TYPE_CHECKING:
    from spacy.tokens import Token


FATAL = frozenset(("dead", "fatally", "mortally", "lethally"))
REMAINS = frozenset(("body", "bodies", "remains", "corpse", "corpses"))
FUNERALS = frozenset(("funeral", "funerals", "burial", "burials", "memorial", "vigil", "wake", "coffin", "coffins"))
MOURNING = frozenset(("mourn", "mourns", "mourned", "mourning", "bury", "buries", "buried", "burying"))
REACH = 14  # tokens behind a verb in which "one fatally" may stand


def is_fatal(verb: Token) -> bool:
    """Whether "dead", "fatally" or "to death" makes an injury a killing, of all and not of "one fatally"."""
    for child in verb.children:
        if child.lower_ in FATAL and child.dep_ in ("oprd", "acomp", "advmod", "amod", "xcomp", "advcl", "dep", "dobj"):
            near = verb.i - 3 < child.i < verb.i + 8 and not is_said_of_some(child)
            return near and not any(kid.dep_ == "nsubj" for kid in child.children)
        if child.lower_ == "to" and any(kid.lower_ == "death" for kid in child.children):
            return not _is_nearly(child)
    if _leaves_bodies(verb) or _is_of_lined_up(verb):
        return True
    after = verb.doc[verb.i + 1 : verb.i + 3]
    return bool(len(after)) and (after[0].lower_ in FATAL or [t.lower_ for t in after] == ["to", "death"])


def _leaves_bodies(verb: Token) -> bool:
    """Whether the sentence goes on to their bodies: "15 men were shot and their bodies thrown into a river"."""
    behind = verb.doc[verb.i + 1 : verb.sent.end]
    return any(
        word.lower_ in REMAINS and word.dep_ != "pobj" and any(child.lower_ in OWNERS for child in word.lefts)
        for word in behind
    )


def _is_of_lined_up(verb: Token) -> bool:
    """Whether those shot were lined up for it: "were lined up against a wall and shot"."""
    before = verb.head
    return verb.dep_ == "conj" and before.lower_ == "lined" and any(child.lower_ == "up" for child in before.rights)


def _is_nearly(word: Token) -> bool:
    """Whether "nearly" or "half" stands right before "to death"."""
    return word.i > 0 and word.nbor(-1).lower_ in NEARLY


def is_said_of_some(word: Token) -> bool:
    """Whether "fatally" is said of a few of those shot: "one fatally", "two of them fatally"."""
    before = word.doc[word.i - 1] if word.i else word
    return word.lower_ != "dead" and (before.like_num or before.lower_ in ("them", "whom"))


def find_fatal_parts(people: People, cue: Cue) -> list[Patient]:
    """Return the few of "five people were shot, one fatally" who died."""
    verb = people.doc[cue.head]
    for index in range(cue.last + 2, min(cue.last + REACH, verb.sent.end)):
        if people.lower[index] in FATAL and is_said_of_some(people.doc[index]):
            back = index - 1 if people.doc[index - 1].like_num else index - 3
            mention = people.at.get(back)
            if mention is not None and mention.head > cue.last and mention.name is None:
                return [Patient(mention, how="near")]
    return []


def find_put_to_death(people: People, cue: Cue) -> list[Patient]:
    """Return the people right behind "to death": "hacked to death five villagers", which parsers take wrongly."""
    first = cue.last + 3
    if people.lower[cue.last + 1 : first] != ("to", "death") or _is_nearly(people.doc[cue.last + 1]):
        return []
    if any(child.dep_ in ("nsubjpass", "auxpass", "dobj") for child in people.doc[cue.head].children):
        return []
    mention = people.at.get(first)
    begins = mention is not None and people.first_token(mention) == first
    return [Patient(mention, how="near")] if begins else []


def lie_dead(people: Token) -> bool:
    """Whether what was hit are bodies: "the corpses of three men shot in the head", "the funeral of a boy shot by"."""
    if (
        people.dep_ == "pobj"
        and people.head.lower_ in ("of", "for")
        and people.head.head.lower_ in (REMAINS | FUNERALS)
    ):
        return True
    return people.dep_ in ("dobj", "nsubjpass") and people.head.lower_ in MOURNING
