"""Finds the names of the lexicon in a text and settles how each shall be printed."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from dateline.analysis.texts import text_of
from dateline.find.actor_lexicon import Name, Names, fold_name, load_names
from dateline.records import ActorKind

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from dateline.spans import Span

# A doctrine in brackets inside a name would part the name: "Communist Party of India (Maoist)".
DOCTRINE = re.compile(r"\((Maoists?|Marxist|ML|M-L|IM|I-M|K)\)")
BRACKETS = frozenset(("(", "["))
LONGEST_LETTERS = 8  # of a name in brackets after the full one
FEW = 2  # words of a name that may be no more than a nickname
GOING_ON = re.compile(r" (?:al|el|ul|ash|an|as)-[A-Z]")
CAPITAL = re.compile(r" [A-Z]")
JOINING = frozenset(("of", "the", "for", "and", "al", "el", "in", "de", "del", "la"))
# "The Green Front affiliated group Red Dawn": the first name only says whose friend the second is.
TIES = frozenset(("affiliated", "linked", "aligned", "allied", "inspired", "backed", "connected", "associated"))
LONGEST_TIE = 6  # tokens between the two names
# What follows a name in some spellings of it and is no part of it: of "IS group", not of "Chechen rebels".
TAIL = re.compile(r"(?<=[A-Z]) (group|guerrillas|rebels|gang)$")


def find_names(doc: Doc, overlay: Path | None = None) -> Iterator[tuple[int, int, Name]]:
    """Yield the names of the lexicon and of a user's overlay: first and last token, and what they name."""
    names = load_names(overlay)
    text = DOCTRINE.sub(lambda match: f" {match.group(1)} ", text_of(doc))
    found: list[tuple[int, int, str]] = []
    printed: dict[str, list[str]] = defaultdict(list)
    for match in names.index.find(text):
        tokens = doc.char_span(match.span.start, match.span.end, alignment_mode="expand")
        if tokens is None or _is_surname(doc, tokens.start, tokens.end) or _goes_on(text, match.span):
            continue
        if not match.cased and len(tokens) == 1 and not tokens.text[0].isupper() and tokens[0].pos_ == "VERB":
            continue
        found.append((tokens.start, tokens.end - 1, match.key))
        words = match.span.of(text)
        printed[match.key].append(names.spellings.get(fold_name(words), words))
    found = [*_without_friends(doc, _by_letters(doc, found, names))]
    lettered = dict(_letters_beside(doc, found))
    for first, last, key in found:
        name = names.by_id[key]
        spelling = _choose_spelling(name, printed[key])
        other = lettered.get(key) or _other_name(name, spelling)
        if other is not None and (" " in spelling or "-" in spelling) and other not in spelling:
            spelling = f"{spelling} ({other})"
        yield first, last, replace(name, actor=spelling)


def _by_letters(doc: Doc, found: Sequence[tuple[int, int, str]], names: Names) -> list[tuple[int, int, str]]:
    """Let letters in brackets settle which group is meant by a name that armies have too: "People's Army (EPP)"."""
    settled = list(found)
    for number, ((first, last, key), (start, _, other)) in enumerate(pairwise(found)):
        beside = start == last + 2 and doc[last + 1].text in BRACKETS
        forces = names.by_id[key].kind is ActorKind.STATE and names.by_id[other].kind is ActorKind.ARMED_GROUP
        if beside and forces:
            settled[number] = (first, last, other)
    return settled


def _without_friends(doc: Doc, found: Sequence[tuple[int, int, str]]) -> Iterator[tuple[int, int, str]]:
    """Yield the names but for those that only say to whom the group named behind them is tied."""
    for number, (first, last, key) in enumerate(found):
        behind = found[number + 1][0] if number + 1 < len(found) else len(doc)
        between = doc[last + 1 : behind] if behind - last - 1 <= LONGEST_TIE else ()
        words = [token for token in between if token.text != "-"]
        tied = bool(words) and words[0].lower_ in TIES and behind < len(doc)
        if not (tied and all(token.pos_ in ("ADJ", "NOUN", "PROPN") for token in words[1:])):
            yield first, last, key


def _letters_beside(doc: Doc, found: Sequence[tuple[int, int, str]]) -> Iterator[tuple[str, str]]:
    """Yield the letters in brackets right after a name of the same group: "the Green Front (GF)"."""
    for (_, last, key), (first, end, other) in pairwise(found):
        if key == other and first == last + 2 and doc[last + 1].text in BRACKETS and end + 1 < len(doc):
            letters = doc[first : end + 1].text
            capitals = sum(letter.isupper() for letter in letters)  # two of "LeT", "JeM"
            if capitals >= FEW and len(letters) <= LONGEST_LETTERS and " " not in letters:
                yield key, letters


def _choose_spelling(name: Name, printed: Sequence[str]) -> str:
    """Return the name as this article prints it: the lexicon's main name if it is among them, else the fullest.

    Readers of the record know the group by the name that their article uses; the id in the mention's rule tells
    that two names are one group.
    """
    fullest = max((TAIL.sub("", words) for words in printed), key=len)
    if name.actor.isupper() and len(fullest.split()) > FEW:
        return fullest  # letters that the text writes out
    return name.actor if name.actor in printed or name.id in printed else fullest


def _other_name(name: Name, spelling: str) -> str | None:
    """Return the main name of a group that the text calls by another full name, which does not tell it.

    Other articles will call it that: letters ("Green Liberation Front", known as GLF) or a name in another tongue.
    """
    main, printed = name.actor.split(), spelling.split()
    if len(printed) < FEW or not all(word[0].isupper() or word in JOINING for word in (*main, *printed)):
        return None
    if len(main) < FEW and not name.actor.isupper():
        return None
    return None if set(fold_name(name.actor).split()) & set(fold_name(spelling).split()) - JOINING else name.actor


def _goes_on(text: str, span: Span) -> bool:
    """Whether an Arabic name goes on where the known one ends: "Fatah" of "Fatah al-Islam", "Hizbul" of another's."""
    joined = text[: span.end].endswith("ul") and CAPITAL.match(text, span.end) is not None
    return joined or GOING_ON.match(text, span.end) is not None


def _is_surname(doc: Doc, start: int, end: int) -> bool:
    """Whether a one-word name is part of a person's name: "Abdul-Malik al-Houthi"."""
    token = doc[end - 1]
    if end - start > 2 or token.ent_type_ != "PERSON":
        return False
    first, last = start, end
    while first > 0 and doc[first].ent_iob_ == "I":
        first -= 1
    while last < len(doc) and doc[last].ent_iob_ == "I":
        last += 1
    before = [doc[i] for i in range(first, start) if doc[i].pos_ == "PROPN"]
    return bool(before)
