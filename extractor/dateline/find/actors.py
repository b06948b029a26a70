"""Finds those who may have done it: named groups, forces of states, words for attackers, persons.

All are candidates; `relate` decides who of them did anything. A name of the lexicon is found whatever the
tagger thinks of it. A name before or after a word for people makes one mention, headed by that word:
"Taliban fighters", "members of the PKK".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from dateline.analysis.texts import text_of
from dateline.find.actor_lexicon import Name, Noun, Use, load_states
from dateline.find.actor_names import find_names
from dateline.find.actor_phrases import (
    BELONGING,
    DEFINITE,
    CountryOf,
    Placed,
    carrier_of,
    country_in,
    left_edge,
    of_objects,
    place_nouns,
    skip_article,
    span_of,
    words_of,
)
from dateline.lexicon.files import load_file
from dateline.mentions import ActorMention
from dateline.records import ActorKind
from dateline.spans import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as Tokens

ALIAS = re.compile(r"\s?[\[(]([A-Z][\w-]{1,9})[\])]")
# A person named by the surname's initial alone, as courts have it; no initial of a middle name, no end of a sentence.
INITIAL = re.compile(r"(?<![\w.] )(?<![A-Z][a-z] )\b[A-Z][a-z]+(?:-[A-Z][a-z]+)? [A-Z]\.(?=[,;:)]|\s[a-z(])")
OPENING = frozenset(("the", "The", "“", '"', "'", "‘", "``"))
NAMING = frozenset(("called", "named", "itself", "themselves", "as", "calling", "known", "dubbed"))
BODIES = frozenset(
    ("group", "organization", "organisation", "movement", "faction", "militia", "outfit", "gang", "cartel", "network")
)
ARMED_BODIES = frozenset(
    ("brigade", "brigades", "front", "army", "battalion", "battalions", "command", "militia", "resistance")
)
# What may describe a body that the text has named before.
OF_ARMS = frozenset(
    (
        "same",
        "islamist",
        "extremist",
        "militant",
        "armed",
        "jihadist",
        "jihadi",
        "rebel",
        "terrorist",
        "terror",
        "outlawed",
        "banned",
    )
) | frozenset(
    ("insurgent", "separatist", "marxist", "leftist", "maoist", "guerrilla", "paramilitary", "radical", "criminal")
)
COLLECTIVE = frozenset(("mob", "crowd", "opposition", "youth"))  # words of the singular for many
LINKS = frozenset(("al", "-", "of", "the", "for", "el", "de", "ul", "e", "and", "'s"))
DESCRIBING_OWNER = frozenset(("compound", "amod", "poss", "nmod"))
DESCRIBING = frozenset(("compound", "amod", "nmod", "nummod", "quantmod", "det", "predet", "advmod"))


@dataclass(slots=True)
class _Scene:
    """What the finders look up in; made once for each text."""

    doc: Doc
    lower: list[str]
    ents: tuple[Tokens, ...]
    placed: dict[int, Placed]
    country_of: CountryOf
    overlay: Path | None
    mentions: dict[int, ActorMention] = field(default_factory=dict)  # by head token
    covered: set[int] = field(default_factory=set)  # tokens inside a mention

    def add(self, mention: ActorMention) -> None:
        """Keep `mention` unless its head is taken."""
        if mention.head in self.mentions:
            return
        self.mentions[mention.head] = mention
        span = mention.span
        index = mention.head
        while index >= 0 and self.doc[index].idx >= span.start:
            self.covered.add(index)
            index -= 1
        index = mention.head + 1
        while index < len(self.doc) and self.doc[index].idx < span.end:
            self.covered.add(index)
            index += 1


def find_actors(doc: Doc, *, country_of: CountryOf, overlay: Path | None = None) -> tuple[ActorMention, ...]:
    """Return the candidates in order of text, one for each head word.

    Args:
        doc: the analysed text.
        country_of: gives the ISO 3166-1 alpha-2 code for a country's name or demonym ("Iraqi"), else None.
        overlay: a user's lexicon file.
    """
    lower = [token.lower_ for token in doc]
    scene = _Scene(doc, lower, tuple(doc.ents), place_nouns(doc, lower, overlay), cache(country_of), overlay)
    for first, last, name in find_names(doc, overlay):
        _add_named(scene, first, last, name, "name")
    for first, last, name in _find_introduced(scene):
        _add_named(scene, first, last, name, "introduced")
    for mention in _by_noun(scene):
        scene.add(mention)
    for mention in (*_by_person(scene), *_by_state(scene), *_by_body(scene)):
        scene.add(mention)
    for mention in _by_reference(scene):
        scene.mentions[mention.head] = mention
    return tuple(sorted(scene.mentions.values(), key=lambda mention: (mention.span, mention.head)))


def _add_named(scene: _Scene, first: int, last: int, name: Name, rule: str) -> None:
    doc = scene.doc
    root = doc[first : last + 1].root
    head = _carrier_past_letters(scene, last) or carrier_of(root, scene.placed)
    if head.i in scene.mentions and head is not root:
        head = root
    if head.i < first:  # "members of the PKK"
        left, right = skip_article(doc, left_edge(head, head.i), head.i), last
    else:
        left, right = skip_article(doc, min(first, left_edge(head, first)), first), max(last, head.i)
    _add_body(scene, first, last, name, rule)
    placed = scene.placed.get(head.i)
    scene.add(
        ActorMention(
            span=span_of(doc, left, right),
            head=head.i,
            rule=f"{rule}:{name.id}" if placed is None or head is root else f"{rule}:{name.id}+{placed.noun.id}",
            actor=name.actor,
            kind=name.kind,
            country=name.country,
            named=True,
        )
    )


def _carrier_past_letters(scene: _Scene, last: int) -> Token | None:
    """Return the word for people after a name's letters in brackets: "Green Dawn (GD) guerrillas"."""
    doc = scene.doc
    carrier = last + 4
    if carrier >= len(doc) or doc[last + 1].text != "(" or doc[last + 3].text != ")" or carrier not in scene.placed:
        return None
    return doc[carrier] if scene.placed[carrier].noun.use is not Use.WEAK else None


def _add_body(scene: _Scene, first: int, last: int, name: Name, rule: str) -> None:
    """Let "a group called X" mean X at the word "group" too, and "X" in "a militant group, X," likewise."""
    doc = scene.doc
    index = first - 1
    while index > 0 and doc[index].text in OPENING:
        index -= 1
    body = _body_before(scene, index) if index >= 0 and scene.lower[index] in NAMING else None
    root = doc[first]
    while root.dep_ in ("compound", "det", "nmod", "amod") and root.head.i > root.i:
        root = root.head
    if body is None and root.dep_ == "appos" and root.head.i in scene.placed:
        body = root.head.i if scene.placed[root.head.i].noun.use is Use.GROUP else None
    if body is not None and body not in scene.covered:
        left = skip_article(doc, left_edge(doc[body], body), body)
        scene.add(
            ActorMention(
                span=span_of(doc, left, body),
                head=body,
                rule=f"{rule}:{name.id}",
                actor=name.actor,
                kind=name.kind,
                country=name.country,
                named=True,
            )
        )
        scene.mentions[body] = replace(scene.mentions[body], span=span_of(doc, first, last))


def _find_introduced(scene: _Scene) -> Iterator[tuple[int, int, Name]]:
    """Yield names that the text itself introduces: "a group called X", "the little-known X group"."""
    doc, placed = scene.doc, scene.placed
    known: dict[str, Name] = {}
    for index, word in enumerate(scene.lower):
        if (word not in BODIES and word not in NAMING) or index in scene.covered:
            continue
        token = doc[index]
        run: tuple[int, int] | None = None
        if token.lower_ in NAMING and _body_before(scene, index) is not None:
            run = _name_run(doc, index + 1)
        elif token.lower_ in BODIES and token.pos_ in ("NOUN", "PROPN"):
            run = _name_before(scene, index) or _name_beside(scene, index)
        if run and not any(i in scene.covered for i in range(run[0], run[1] + 1)):
            actor = words_of(doc, *run)
            kind = placed[index].noun.kind if index in placed else ActorKind.ARMED_GROUP
            known[actor] = Name(actor, actor, ActorKind.ARMED_GROUP if kind is ActorKind.UNKNOWN else kind, None)
    aliases = dict(known)
    for actor, name in known.items():
        for match in re.finditer(re.escape(actor) + ALIAS.pattern, text_of(doc)):
            aliases[match.group(1)] = name
    for printed, name in aliases.items():
        for match in re.finditer(rf"(?<!\w){re.escape(printed)}(?!\w)", text_of(doc)):
            tokens = doc.char_span(match.start(), match.end(), alignment_mode="expand")
            if tokens is not None and not any(i in scene.covered for i in range(tokens.start, tokens.end)):
                yield tokens.start, tokens.end - 1, name


def _body_before(scene: _Scene, index: int) -> int | None:
    """Return the word for a body of people that stands shortly before "called"."""
    for back in range(index - 1, max(-1, index - 12), -1):
        token = scene.doc[back]
        if token.is_sent_start and back < index - 1:
            return back if token.lower_ in BODIES else None
        if token.lower_ in BODIES:
            return back
        if token.pos_ in ("VERB",) and token.lower_ not in NAMING:
            return None
    return None


def _name_run(doc: Doc, first: int) -> tuple[int, int] | None:
    """Return first and last token of the capitalised name that starts at `first`, a quotation mark or "the" skipped."""
    while first < len(doc) and doc[first].text in OPENING:
        first += 1
    last = first - 1
    index = first
    while index < len(doc) and index < first + 9:
        token = doc[index]
        if token.text[0].isupper() and token.pos_ in ("PROPN", "NOUN", "ADJ", "X"):
            last = index
        elif not (token.lower_ in LINKS and index > first - 1 and token.lower_ != "and"):
            break
        index += 1
    return (first, last) if last >= first and doc[first].text[0].isupper() else None


def _name_before(scene: _Scene, index: int) -> tuple[int, int] | None:
    """Return the capitalised name just before a word for a body: "the Green Dawn group"."""
    doc = scene.doc
    first = index
    while first > 0 and doc[first - 1].pos_ == "PROPN" and doc[first - 1].text[0].isupper():
        first -= 1
    if first == index or doc[index].text[0].isupper():
        return None
    if any(scene.country_of(doc[i].text) for i in range(first, index)) or doc[first].ent_type_ in (
        "GPE",
        "NORP",
        "LOC",
        "DATE",
    ):
        return None
    return first, index - 1


def _name_beside(scene: _Scene, index: int) -> tuple[int, int] | None:
    """Return the name in apposition: "a militant group, Green Dawn,"."""
    placed = scene.placed.get(index)
    if placed is None:
        return None
    for child in scene.doc[index].rights:
        # "A group, the Green Brigade,": only a name of the armed sort tells what the group is.
        if placed.noun.kind is ActorKind.UNKNOWN and child.lower_ not in ARMED_BODIES:
            continue
        if child.dep_ == "appos" and child.pos_ == "PROPN" and child.ent_type_ not in ("GPE", "DATE"):
            return _name_run(scene.doc, child.left_edge.i)
    return None


def _by_noun(scene: _Scene) -> Iterator[ActorMention]:
    """Yield the phrases around words for actors."""
    doc = scene.doc
    for index, placed in scene.placed.items():
        head = doc[index]
        if index in scene.covered or _modifies_actor(head, scene):
            continue
        if head.lower_ == "old" and head.dep_ in DESCRIBING:
            continue  # "a 17-year-old pupil"
        left = left_edge(head, placed.first)
        first, last = skip_article(doc, left, placed.first), index
        noun, kind = placed.noun, _kind_of(placed.noun, head)
        if noun.use in (Use.QUANTITY, Use.GROUP, Use.MEMBER):
            inner = next((obj for obj in of_objects(head) if obj.i in scene.placed and obj.i - index < 8), None)
            known = scene.mentions.get(inner.i) if inner is not None else None
            if inner is not None and known is not None and known.named:
                yield replace(known, span=span_of(doc, first, inner.i), head=index)
                continue
            if inner is not None:
                last = inner.i
                kind = kind if kind is not ActorKind.UNKNOWN else scene.placed[inner.i].noun.kind
            elif noun.use is Use.QUANTITY:
                counted = _counted(head, scene)
                if counted is None and not _stands_alone(head):
                    continue
                last = counted.i if counted is not None else last
                kind = ActorKind.CROWD
        last = max(last, _last_of_crowd(head, noun), _last_of_loyal(head))
        if noun.id == "bodies" and first == last and doc[left].lower_ in DEFINITE:
            continue  # "the group": left to reference
        country = country_in(doc, first, last, scene.country_of, overlay=scene.overlay)
        if noun.id == "weaponry" and country is None and not any(kid.dep_ in DESCRIBING_OWNER for kid in head.lefts):
            continue  # "a drone": a means, unless it is somebody's
        mention = ActorMention(
            span=span_of(doc, first, last),
            head=index,
            rule=f"noun:{noun.id}",
            actor=words_of(doc, first, last),
            kind=kind,
            country=country,
            named=False,
        )
        yield from _part_countries(scene, mention) if noun.use is Use.FORCE else (mention,)


def _part_countries(scene: _Scene, forces: ActorMention) -> Iterator[ActorMention]:
    """Yield one mention for each country's forces where the phrase tells of two: "Russian or Syrian warplanes"."""
    doc = scene.doc
    head = doc[forces.head]
    owners = [child for child in head.lefts if child.dep_ in ("amod", "nmod", "compound")]
    pairs = [(first, other) for first in owners for other in first.children if other.dep_ == "conj"]
    for first, other in pairs:
        codes = (scene.country_of(first.text), scene.country_of(other.text))
        if head.tag_ != "NNS" or None in codes or codes[0] == codes[1]:
            continue
        rest = words_of(doc, other.i + 1, head.i)
        yield replace(forces, actor=f"{first.text} {rest}", country=codes[0])
        yield replace(
            forces, actor=f"{other.text} {rest}", country=codes[1], head=other.i, span=span_of(doc, other.i, head.i)
        )
        return
    yield forces


def _kind_of(noun: Noun, head: Token) -> ActorKind:
    """Return the kind that a word names: of a crowd's words one in the singular is a single person ("a driver")."""
    single = noun.kind is ActorKind.CROWD and head.tag_ == "NN" and head.lower_ not in COLLECTIVE
    return ActorKind.INDIVIDUAL if single else noun.kind


def _counted(head: Token, scene: _Scene) -> Token | None:
    """Return the plural noun that "hundreds of" counts, whatever it names: "hundreds of mostly young pensioners"."""
    counted = next((obj for obj in of_objects(head) if obj.tag_ in ("NNS", "NNPS") and obj.i - head.i < 6), None)
    thing = counted is not None and counted.i not in scene.placed and counted.lower_ in load_things()
    return None if thing else counted


@cache
def load_things() -> frozenset[str]:
    """Return the plurals of what acts may hit: things, not people."""
    phrases = (
        phrase.casefold() for entry in load_file("targets") if not entry.text("role") for phrase, _ in entry.phrases()
    )
    return frozenset(phrase for phrase in phrases if phrase.endswith("s") and " " not in phrase)


def _last_of_crowd(head: Token, noun: Noun) -> int:
    """Return the last token of the size of a crowd: "a mob of about 200 people", "a crowd of 5,000"."""
    if head.lower_ not in COLLECTIVE and noun.id != "bodies":
        return head.i
    sized = (obj.i for obj in of_objects(head) if obj.pos_ == "NUM" or any(kid.dep_ == "nummod" for kid in obj.lefts))
    return next((last for last in sized if last - head.i < 8), head.i)


def _last_of_loyal(head: Token) -> int:
    """Return the last token of whom forces belong to: "forces loyal to General Poe"."""
    for word in head.rights:
        if word.lower_ in BELONGING and word.i - head.i < 3:
            owners = [kid for prep in word.rights if prep.lower_ == "to" for kid in prep.rights if kid.dep_ == "pobj"]
            if owners:
                return owners[0].i
    return head.i


def _stands_alone(head: Token) -> bool:
    """Whether "two" or "hundreds" stands for people by itself."""
    if head.lower_ in ("one", "some", "both", "most"):
        return False
    return head.dep_ in ("nsubj", "nsubjpass", "pobj") and not any(child.dep_ == "prep" for child in head.rights)


def _modifies_actor(head: Token, scene: _Scene) -> bool:
    """Whether the word only describes another word for actors ("rebel leader", "police officer")."""
    return head.dep_ in DESCRIBING and head.head.i > head.i and head.head.i in scene.placed


def _by_person(scene: _Scene) -> Iterator[ActorMention]:
    doc = scene.doc
    people = [ent for ent in scene.ents if ent.label_ == "PERSON"]
    full: dict[str, str] = {}
    for ent in people:
        words = words_of(doc, ent.start, ent.end - 1).removesuffix("'s").removesuffix("’s").strip()
        last = words.rpartition(" ")[2]
        if len(words) > len(full.get(last, "")) and " " in words:
            full[last] = words
    short = tuple(_by_initial(scene))
    for start, end in short:
        words = words_of(doc, start, end)
        full.setdefault(words, words)
    for words in tuple(full.values()):
        first = words.partition(" ")[0]
        if first not in full and sum(name.startswith(f"{first} ") for name in full.values()) == 1:
            full[first] = words  # "John" is John Poe
    taken: set[int] = set()
    for start, end in short:
        taken |= {*range(start, end + 1)}
        yield ActorMention(
            span=span_of(doc, start, end),
            head=doc[start : end + 1].root.i,
            rule="person",
            actor=words_of(doc, start, end),
            kind=ActorKind.INDIVIDUAL,
            country=None,
            named=True,
        )
    for ent in people:
        root = ent.root
        if any(index in scene.covered or index in taken for index in range(ent.start, ent.end)):
            continue
        words = words_of(doc, ent.start, ent.end - 1).removesuffix("'s").removesuffix("’s").strip()
        yield ActorMention(
            span=Span(ent.start_char, ent.start_char + len(words)),
            head=root.i,
            rule="person",
            actor=full.get(words, words),
            kind=ActorKind.INDIVIDUAL,
            country=None,
            named=True,
        )


def _by_initial(scene: _Scene) -> Iterator[tuple[int, int]]:
    """Yield first and last token of a first name with the surname's initial: "John P., 28,", "John P. was held"."""
    for match in INITIAL.finditer(text_of(scene.doc)):
        tokens = scene.doc.char_span(match.start(), match.end())
        if tokens is None or any(index in scene.covered for index in range(tokens.start, tokens.end)):
            continue
        if all(token.pos_ == "PROPN" for token in tokens) and tokens[0].ent_type_ in ("", "PERSON"):
            yield tokens.start, tokens.end - 1


def _by_state(scene: _Scene) -> Iterator[ActorMention]:
    """Yield states, by name, demonym or seat of power: "Turkey", "Russian" of "Russian raids", "Moscow"."""
    doc, states = scene.doc, load_states(scene.overlay)
    for ent in scene.ents:
        if ent.label_ not in ("GPE", "NORP") or any(i in scene.covered for i in range(ent.start, ent.end)):
            continue
        words = words_of(doc, skip_article(doc, ent.start, ent.end - 1), ent.end - 1)
        words = words.removesuffix("'s").removesuffix("’s").strip()
        code = scene.country_of(words)
        seat = None if code else states.seats.get(words)
        root = ent.root
        people = ent.label_ == "NORP" and root.tag_ in ("NNPS", "NNS")
        if not (code or seat or people):
            continue
        country = code or seat
        adjective = ent.label_ == "NORP" and not people
        name = states.names.get(country or "", words) if (seat or adjective) else words
        yield ActorMention(
            span=Span(ent.start_char, ent.end_char),
            head=root.i,
            rule="people" if people else "seat" if seat else "state",
            actor=words if people else name,
            kind=ActorKind.UNKNOWN if people else ActorKind.STATE,
            country=country,
            named=not people,
        )


def _by_body(scene: _Scene) -> Iterator[ActorMention]:
    """Yield organisations that the tagger found and nothing else explained; they act or claim now and then."""
    doc = scene.doc
    for ent in scene.ents:
        if ent.label_ != "ORG" or any(index in scene.covered for index in range(ent.start, ent.end)):
            continue
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


def _by_reference(scene: _Scene) -> Iterator[ActorMention]:
    """Yield "the group" and the like, under the name of the last armed group before it."""
    doc = scene.doc
    last: ActorMention | None = None
    named: set[str] = set()
    for index in sorted({*scene.mentions, *scene.placed}):
        mention = scene.mentions.get(index)
        if mention and mention.named and mention.kind in (ActorKind.ARMED_GROUP, ActorKind.CRIMINAL):
            last = mention
            named.add(mention.actor)
        if last is None or index not in scene.placed or index == last.head or (mention is not None and mention.named):
            continue
        token = doc[index]
        if _means_body(scene, token) or _means_fighters(scene, token, last, alone=len(named) == 1):
            yield ActorMention(
                span=span_of(doc, token.i, token.i),
                head=token.i,
                rule=f"reference:{last.rule.partition(':')[2]}",
                actor=last.actor,
                kind=last.kind,
                country=last.country,
                named=True,
            )


def _means_body(scene: _Scene, token: Token) -> bool:
    """Whether the words stand for a body told before: "the group", "the same militia", "the Islamist group"."""
    placed = scene.placed[token.i]
    if token.lower_ not in BODIES and placed.noun.use is not Use.GROUP:
        return False
    describing = [child for child in token.children if child.dep_ in ("amod", "compound", "nmod", "nummod", "poss")]
    following = any(child.dep_ in ("relcl", "prep", "acl", "appos") for child in token.children)
    definite = any(child.lower_ in DEFINITE for child in token.lefts)
    again = any(child.lower_ == "same" for child in describing)
    plain = all(child.lower_ in OF_ARMS for child in describing)
    return definite and plain and token.tag_ in ("NN", "NNP") and (again or not following)


def _means_fighters(scene: _Scene, token: Token, last: ActorMention, *, alone: bool) -> bool:
    """Whether "the rebels" are those of the group named last.

    They are where the text has named no other (`alone`), or where it called that group's people by the same word.
    """
    if scene.placed[token.i].noun.id != "fighters" or token.tag_ not in ("NNS", "NNPS"):
        return False
    bare = not any(
        child.dep_ in ("amod", "compound", "nmod", "nummod", "poss", "relcl", "prep") for child in token.children
    )
    definite = any(child.lower_ in DEFINITE for child in token.lefts)
    return bare and definite and (alone or scene.lower[last.head] == token.lower_)
