"""Tells whom a surname alone means where several people of the text bear it: "Jim Poe shot Ann Poe. Poe was held"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from dateline.mentions import PeopleMention

KIN = ("people.relative", "people.family")  # how the rules of "his wife, Ann Poe" and "her nephew Ben Poe" begin
TOLD_OF = ("nsubj", "nsubjpass", "dobj", "attr", "appos")
SAYING = frozenset(("said", "says", "told", "tells", "added", "adds", "wrote", "recalled", "asked"))


def name_sharers(mentions: Sequence[PeopleMention], doc: Doc) -> Iterator[PeopleMention]:
    """Yield the phrases, in order of text, a surname that several have with the full name of him told before it.

    That is the first of them, or a later one of whom a sentence goes on to tell, but nobody's kin and no speaker:
    "found Poe and his wife, Ann Poe, dead", "Ben Poe said of Poe".
    """
    firsts: dict[str, set[str]] = {}
    for mention in mentions:
        first, surname = _split(mention.name)
        if first and "." not in first:
            firsts.setdefault(surname, set()).add(first)
    meant: dict[str, str] = {}
    for mention in mentions:
        first, surname = _split(mention.name)
        speaks = doc[mention.head].head.lower_ in SAYING
        if first and mention.name is not None and not speaks and (surname not in meant or _is_told_of(mention, doc)):
            meant[surname] = mention.name
        alone = not first and mention.calling is None and len(firsts.get(surname, ())) > 1 and surname in meant
        yield replace(mention, name=meant[surname]) if alone else mention


def _is_told_of(mention: PeopleMention, doc: Doc) -> bool:
    """Whether the sentence is about somebody new: not "his son Ben Poe", nor "the shooting of Ben Poe".

    Kin are where they do something: "was shot by her husband, Jim Poe".
    """
    head = doc[mention.head]
    if mention.rule.startswith(KIN):
        acts = head.dep_ == "nsubj" and any(child.dep_ == "dobj" for child in head.head.rights)
        return acts or (head.dep_ == "pobj" and head.head.dep_ == "agent")
    return head.dep_ in TOLD_OF or (head.dep_ == "pobj" and head.head.lower_ != "of")


def _split(name: str | None) -> tuple[str, str]:
    """Return the first name, "" where none is told, and the surname."""
    words = [word for word in (name or "").split() if word not in ("Jr.", "Sr.", "Jr", "Sr", "II", "III")]
    return (words[0], words[-1]) if len(words) > 1 else ("", "".join(words))
