"""Finds persons, states and bodies of which only the name tells what they are."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from dateline.analysis.texts import text_of
from dateline.find.actor_lexicon import load_states
from dateline.find.actor_phrases import MODIFYING, skip_article, words_of
from dateline.find.actor_scene import ActorScene
from dateline.find.nouns import DASHES, is_dash, span_of
from dateline.mentions import ActorMention
from dateline.records import ActorKind
from dateline.spans import Span

if TYPE_CHECKING:
    from spacy.tokens import Span as SpacySpan
    from spacy.tokens import Token

# A person named by the surname's initial alone, as courts have it; no initial of a middle name, no end of a sentence.
INITIAL = re.compile(r"(?<![\w.] )(?<![A-Z][a-z] )\b[A-Z][a-z]+(?:-[A-Z][a-z]+)? [A-Z]\.(?=[,;:)]|\s[a-z(])")

LONGEST = 5  # words of a name
HOUSES = ("ORG", "FAC")  # what the recognizer takes a seat of power for: "the Kremlin"
YOUNGEST = "10"  # the age, as printed, from which a number after a name is taken for one
AT_TIME = ("then", "now", "aged")  # before an age: "John Poe, then 17,"
AFTER_AGE = frozenset({",", ";", ".", ")", "and", "of"})
# Words that begin a surname.
# fmt: off
PARTICLES = frozenset((
    "van", "von", "de", "der", "den", "del", "della", "di", "da", "dos", "du", "la", "le", "bin", "ibn",
))
# fmt: on
SUFFIXES = frozenset(("Jr.", "Sr.", "Jr", "Sr", "II", "III", "IV"))
ALIAS = frozenset(("alias", "aka", "a.k.a."))
ONE = frozenset(("a", "an", "another", "one", "every", "each"))
# Where a word for a people that stands for one of it may stand.
PERSONAL = frozenset(("nsubj", "nsubjpass", "dobj", "pobj", "attr", "appos", "conj", "ROOT", "oprd", "dative"))
IDENTIFYING = frozenset(("identified", "named", "identifies", "names", "identifying", "naming"))


def find_persons(scene: ActorScene) -> Iterator[ActorMention]:
    """Yield persons under their full names: "Poe" is John Poe where the text names him so."""
    doc = scene.doc
    # Of "RENO, May 6 - John Poe" the recognizer may take the dash for a part of the name.
    named = (ent for ent in scene.ents if ent.label_ == "PERSON")
    people = [ent[1:] if len(ent) > 1 and is_dash(doc, ent.start) else ent for ent in named]
    short = tuple(dict.fromkeys((*_by_initial(scene), *_identified(scene), *_aged(scene))))
    printed = [_bare(words_of(doc, ent.start, ent.end - 1)) for ent in people]
    full = _full_names(printed, scene, short)
    full |= _aliases(people, printed, scene, full)
    taken: set[int] = set()
    for start, end in short:
        if start in taken:
            continue
        taken |= {*range(start, end + 1)}
        words = words_of(doc, start, end)
        yield make_person(span_of(doc, start, end), doc[start : end + 1].root.i, full.get(words, words))
    names = {words_of(doc, ent.start, ent.end - 1) for ent in people if ent.root.i not in scene.covered}
    names |= {words_of(doc, start, end) for start, end in short}
    sharers = _sharers(people, printed, full)
    for index in _surnames_alone(scene, names):
        if index not in taken:
            name = _last_of(sharers, doc[index].text, index) or full.get(doc[index].text, doc[index].text)
            yield make_person(span_of(doc, index, index), index, name)
    for ent, words in zip(people, printed, strict=True):
        if any(index in scene.covered or index in taken for index in range(ent.start, ent.end)):
            continue
        if ent.start and doc[ent.start - 1].text == "[":
            continue  # a note of the agency: "[spelling as received]"
        shared = _sharing_surname(scene, ent.start, ent.end)
        if shared is not None:
            yield make_person(span_of(doc, ent.start, ent.start), ent.start, f"{doc[ent.start].text} {shared}")
            if ent.end > ent.start + 1:  # the recognizer takes the two for one
                rest = words_of(doc, ent.start + 2, ent.end - 1)
                yield make_person(span_of(doc, ent.start + 2, ent.end - 1), ent.end - 1, full.get(rest, rest))
            continue
        name = _last_of(sharers, words, ent.start) or full.get(words, words)
        yield make_person(Span(ent.start_char, ent.start_char + len(words)), ent.root.i, name)


def _aliases(
    people: Sequence[SpacySpan], printed: Sequence[str], scene: ActorScene, full: Mapping[str, str]
) -> dict[str, str]:
    """Return the full name for each other name that stands behind it: "John Poe alias Jacko", "John Poe, aka Jacko"."""
    found: dict[str, str] = {}
    for (first, name), (second, other) in pairwise(zip(people, printed, strict=True)):
        between = [word for word in scene.lower[first.end : second.start] if word not in (",", "(")]
        if len(between) == 1 and between[0] in ALIAS:
            found[other] = full.get(name, name)
    return found


def _sharers(
    people: Sequence[SpacySpan], printed: Sequence[str], full: Mapping[str, str]
) -> Mapping[str, list[tuple[int, str]]]:
    """Return, for each surname that several have, where each is named in full: "Ann Poe was shot; Jim Poe was held"."""
    named: dict[str, list[tuple[int, str]]] = {}
    for ent, words in zip(people, printed, strict=True):
        if " " in words:
            named.setdefault(_surname(words), []).append((ent.start, full.get(words, words)))
    return {surname: told for surname, told in named.items() if len({name for _, name in told}) > 1}


def _last_of(sharers: Mapping[str, list[tuple[int, str]]], surname: str, start: int) -> str | None:
    """Return whom a surname that several have means: the last one named in full before it."""
    before = [name for index, name in sharers.get(surname, ()) if index < start]
    return before[-1] if before else None


def _sharing_surname(scene: ActorScene, start: int, end: int) -> str | None:
    """Return the surname that two first names share: "Ryan and Cody Mills"; None where the first has its own."""
    doc = scene.doc
    words = doc[start : start + 4]
    if len(words) < 4 or end - start not in (1, 4) or words[1].lower_ != "and":
        return None
    behind = (words[0], words[2], words[3])
    names = all(word.pos_ == "PROPN" and word.text[:1].isupper() and word.ent_type_ == "PERSON" for word in behind)
    ended = start + 4 >= len(doc) or doc[start + 4].pos_ != "PROPN"
    alone = not (start and doc[start - 1].pos_ == "PROPN")
    # The parser hangs the first name on the surname, or on the second; never "Poe and John Roe" after "Jim Poe".
    hung = words[0].head.i in (words[2].i, words[3].i)
    return words[3].text if names and ended and alone and hung else None


def _surnames_alone(scene: ActorScene, names: Collection[str]) -> Iterator[int]:
    """Yield each token that is the surname of somebody named in full, where the tagger sees no name, or a body's.

    "Marquis Tolliver, 23, walked in. Tolliver drew a gun."
    """
    doc = scene.doc
    known = {_surname(_bare(name)) for name in names if " " in name} - {doc[index].text for index in scene.covered}
    for token in doc:
        if token.text not in known or token.pos_ != "PROPN" or token.i in scene.covered:
            continue
        beside = (doc[i] for i in (token.i - 1, token.i + 1) if 0 <= i < len(doc))
        if token.ent_type_ not in ("", "ORG") or any(near.pos_ == "PROPN" for near in beside):
            continue
        yield token.i


def make_person(span: Span, head: int, name: str) -> ActorMention:
    """Return somebody under a name as one who may have done it."""
    return ActorMention(
        span=span, head=head, rule="person", actor=name, kind=ActorKind.INDIVIDUAL, country=None, named=True
    )


def _bare(words: str) -> str:
    return words.removesuffix("'s").removesuffix("’s").strip()


def _full_names(named: Sequence[str], scene: ActorScene, short: Sequence[tuple[int, int]]) -> dict[str, str]:
    """Return the full name for each name, or part of one, that the text prints."""
    full: dict[str, str] = {}
    for words in named:
        last = _surname(words)
        if len(words) > len(full.get(last, "")) and " " in words:
            full[last] = words
    for start, end in short:
        words = words_of(scene.doc, start, end)
        full.setdefault(words, words)
        full.setdefault(_surname(words), words)
    # In Spanish names the father's surname stands before the mother's: "Romero" is Juan Romero Paz.
    for words in named:
        if words.count(" ") > 1:
            full.setdefault(words.split(" ")[-2], full.get(_surname(words), words))
    for words in sorted(set(full.values())):
        first = words.partition(" ")[0]
        if first not in full and sum(name.startswith(f"{first} ") for name in set(full.values())) == 1:
            full[first] = words  # "John" is John Poe
    # "John Poe", "John T. Poe" and "John Poe Jr." are one.
    ends: dict[tuple[str, str], str] = {}
    for words in (*full.values(), *named):
        if " " in words:
            full[words] = ends.setdefault((words.partition(" ")[0], _surname(words)), words)
    # "Van der Poe" is Jan van der Poe.
    for words in named:
        if words.partition(" ")[0].lower() in PARTICLES:
            tail = f" {words.lower()}"
            full[words] = next((name for name in named if name.lower().endswith(tail)), full.get(words, words))
    return {part: full.get(name, name) for part, name in full.items()}


def _surname(words: str) -> str:
    """Return the last word that is no suffix: "Poe" of "John Poe Jr."."""
    parts = [part for part in words.replace(",", "").split(" ") if part not in SUFFIXES]
    return parts[-1] if parts else words


def _aged(scene: ActorScene) -> Iterator[tuple[int, int]]:
    """Yield first and last token of a name with an age beside it, whatever the tagger took it for.

    "Jane T. Poe, 24, was held", "24-year-old Jane Poe", "Jane Poe, then 17,".
    """
    lower = scene.lower
    for index, word in enumerate(lower):
        if word == "old" and lower[index - 2 : index] == ("year", "-"):
            last = index
            while last + 1 < len(lower) and last - index < LONGEST and _is_name(scene, last + 1):
                last += 1
            if last > index + 1:
                yield index + 1, last
        elif len(word) == 2 and word.isdigit() and word >= YOUNGEST:
            stop = index - 2 if lower[index - 1] in AT_TIME else index - 1
            if lower[stop] not in (",", "("):
                continue
            first = stop
            while first > 0 and stop - first < LONGEST and _is_name(scene, first - 1):
                first -= 1
            if first < stop - 1 and index + 1 < len(lower) and lower[index + 1] in AFTER_AGE:
                yield first, stop - 1


def _is_name(scene: ActorScene, index: int) -> bool:
    token = scene.doc[index]
    elsewhere = token.ent_type_ in ("GPE", "DATE", "LOC", "FAC") or index in scene.covered
    return token.pos_ == "PROPN" and token.text[0].isupper() and not elsewhere


def _by_initial(scene: ActorScene) -> Iterator[tuple[int, int]]:
    """Yield first and last token of a first name with the surname's initial: "John P., 28,", "John P. was held"."""
    for match in INITIAL.finditer(text_of(scene.doc)):
        tokens = scene.doc.char_span(match.start(), match.end())
        if tokens is None or any(index in scene.covered for index in range(tokens.start, tokens.end)):
            continue
        if all(token.pos_ == "PROPN" for token in tokens) and tokens[0].ent_type_ in ("", "PERSON"):
            yield tokens.start, tokens.end - 1


def _identified(scene: ActorScene) -> Iterator[tuple[int, int]]:
    """Yield first and last token of a name that the text gives a person, whatever the tagger took it for.

    "The man, identified as John Poe, 21, ...", "police named him as John Poe".
    """
    doc = scene.doc
    for index, word in enumerate(scene.lower):
        if word != "as" or not _is_naming(scene, index):
            continue
        last = index
        while last + 1 < len(doc) and doc[last + 1].pos_ == "PROPN" and doc[last + 1].text[0].isupper():
            last += 1
        tagged = any(
            doc[i].ent_type_ in ("PERSON", "GPE", "NORP") or i in scene.covered for i in range(index + 1, last + 1)
        )
        if last > index + 1 and not tagged:
            yield index + 1, last


def _is_naming(scene: ActorScene, index: int) -> bool:
    """Whether "as" follows a verb of identifying within its clause."""
    head = scene.doc[index].head
    return head.lower_ in IDENTIFYING and head.i < index


def find_states(scene: ActorScene) -> Iterator[ActorMention]:
    """Yield states, by name, demonym or seat of power: "Turkey", "Russian" of "Russian raids", "Moscow"."""
    doc, states = scene.doc, load_states(scene.overlay)
    for ent in scene.ents:
        if ent.label_ not in ("GPE", "NORP", *HOUSES) or any(i in scene.covered for i in range(ent.start, ent.end)):
            continue
        words = words_of(doc, skip_article(doc, ent.start, ent.end - 1), ent.end - 1)
        words = words.removesuffix("'s").removesuffix("’s").strip()
        code = scene.country_of(words)
        seat = None if code else states.seats.get(words)
        if ent.label_ in HOUSES and seat is None:
            continue
        root = ent.root
        people = ent.label_ == "NORP" and root.tag_ in ("NNPS", "NNS")
        if ent.label_ == "NORP" and _is_person(root):
            # "A Palestinian opened fire": one of a people acts, not the state. "John Poe, a Texan," is John Poe.
            if root.dep_ != "appos":
                yield _one_of_people(scene, root, code)
            continue
        if not (code or seat or people):
            continue
        country = code or seat
        # "Ukrainian shelling" is Ukraine's, whatever sort of name it is taken for.
        adjective = (ent.label_ == "NORP" and not people) or (root.dep_ == "amod" and words.isalpha())
        name = states.names.get(country or "", words) if adjective else words
        yield ActorMention(
            span=Span(ent.start_char, ent.end_char),
            head=root.i,
            rule="people" if people else "seat" if seat else "state",
            actor=words if people else name,
            kind=ActorKind.UNKNOWN if people else ActorKind.STATE,
            country=country,
            named=not people,
        )


def _is_person(noun: Token) -> bool:
    """Whether a word for a people stands for one of it, or for a number: "a Palestinian", "two Afghans"."""
    if noun.dep_ in MODIFYING or (noun.tag_ == "NNPS" and not any(kid.dep_ == "nummod" for kid in noun.lefts)):
        return False
    counting = [kid for kid in noun.lefts if kid.dep_ in ("det", "nummod")]
    one = any(kid.lower_ in ONE or (kid.dep_ == "nummod" and noun.tag_ != "JJ") for kid in counting)
    return one and noun.dep_ in PERSONAL and not (noun.i + 1 < len(noun.doc) and noun.nbor().text == "-")


def _one_of_people(scene: ActorScene, noun: Token, country: str | None) -> ActorMention:
    doc = scene.doc
    told = [child.left_edge.i for child in noun.lefts if child.dep_ in ("nummod", "amod", "compound", "quantmod")]
    first = skip_article(doc, min((noun.i, *told)), noun.i)
    return ActorMention(
        span=span_of(doc, first, noun.i),
        head=noun.i,
        rule="noun:people",
        actor=words_of(doc, first, noun.i),
        kind=ActorKind.INDIVIDUAL,
        country=country,
        named=False,
    )


def find_bodies(scene: ActorScene) -> Iterator[ActorMention]:
    """Yield organisations that the tagger found and nothing else explained; they act or claim now and then."""
    doc = scene.doc
    for ent in scene.ents:
        if ent.label_ != "ORG" or any(index in scene.covered for index in range(ent.start, ent.end)):
            continue
        if ent.text.isupper() and ent.end < len(doc) and doc[ent.end].text in DASHES and doc[ent.start].is_sent_start:
            continue  # "LEEDS - A group claimed it": the town of a dateline
        first = skip_article(doc, ent.start, ent.end - 1)
        words = words_of(doc, first, ent.end - 1).removesuffix("'s").removesuffix("’s").strip()
        yield ActorMention(
            span=span_of(doc, first, ent.end - 1),
            head=ent.root.i,
            rule="organisation",
            actor=words,
            kind=ActorKind.UNKNOWN,
            country=scene.country_of(words),
            named=True,
        )
