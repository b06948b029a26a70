"""Finds the things that an act may hit or aim at: "the U.S. Embassy", "a police bus", "two shops"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from dateline.analysis.texts import text_of
from dateline.errors import LexiconError
from dateline.find.nouns import NOUNS, climb_compound, head_of, left_edge, modifiers, span_of, tokens_of
from dateline.lexicon.files import load_file
from dateline.lexicon.phrases import Match, PhraseIndex
from dateline.mentions import TargetMention
from dateline.records import TargetCategory
from dateline.spans import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

ROLES = frozenset({"owner", "force", "act", "decoy"})
# Things that stay what they are whoever holds the ground ("a rebel-held neighbourhood").
OWN_MASTERS = frozenset(
    {
        TargetCategory.ENERGY,
        TargetCategory.MEDIA,
        TargetCategory.PUBLIC_SPACE,
        TargetCategory.RELIGIOUS,
        TargetCategory.RESIDENCE,
        TargetCategory.TRANSPORT_ROUTE,
        TargetCategory.WATER,
    }
)
# Whose a vehicle is makes it more than a vehicle: a TV van is the station's, a company car stays a car.
# fmt: off
VEHICLE_OWNERS = frozenset({
    TargetCategory.AID, TargetCategory.DIPLOMATIC, TargetCategory.GOVERNMENT, TargetCategory.MEDIA,
    TargetCategory.MILITARY, TargetCategory.POLICE, TargetCategory.POLITICAL,
})
# fmt: on
ESCORTED = frozenset({"convoy", "convoys", "motorcade", "motorcades"})  # what whose it is tells more of than its cars
CARS = frozenset({"car", "cars", "vehicle", "vehicles"})
# What carries everybody, whoever runs it: "a municipal bus", "a state train".
# fmt: off
PUBLIC = frozenset({
    "bus", "buses", "coach", "coaches", "minibus", "minibuses", "train", "trains", "tram", "trams", "ferry", "ferries",
    "taxi", "taxis",
})
# fmt: on
COUNTRY_PLACES = frozenset({"GPE", "NORP"})
# Parts that are broken of the thing before them: "smashed bank windows".
# fmt: off
PANES = frozenset({
    "window", "windows", "door", "doors", "gate", "gates", "windowpanes", "fence", "fences", "wall", "walls", "roof",
    "roofs",
})
# fmt: on
SPANISH = frozenset({"de", "las", "los", "la", "villa"})  # before a name that is not only a car's
TOWNS = frozenset({"center", "centre", "hub", "resort", "port", "junction", "crossroads"})
INITIAL = re.compile(r"[A-Z]\.")
AGE = re.compile(r"[1-9]\d")
MODIFYING = frozenset({"compound", "amod", "nmod"})
BRANCHES = frozenset({"branch", "outlet"})
OWNING = frozenset({"of", "for"})
NO_OWNERS = frozenset({"GPE", "LOC", "DATE", "TIME", "CARDINAL", "QUANTITY", "MONEY", "PERCENT"})  # where or when it is
LONGEST_OWNER = 8  # words from "of" to the noun
LONGEST_NAME = 3  # words of a country's name tried at most


@dataclass(frozen=True, slots=True)
class _Kind:
    """What a lexicon entry says of its words."""

    category: TargetCategory | None
    role: str | None
    generic: bool


@dataclass(frozen=True, slots=True)
class _Lexicon:
    index: PhraseIndex
    kinds: Mapping[str, _Kind]  # by entry id


@dataclass(frozen=True, slots=True)
class _Placed:
    """A match and the tokens that it covers, inclusive."""

    match: Match
    first: int
    last: int
    kind: _Kind


@cache
def _load_lexicon(overlay: Path | None = None) -> _Lexicon:
    index = PhraseIndex()
    kinds: dict[str, _Kind] = {}
    for entry in load_file("targets", overlay):
        role, category = entry.text("role"), entry.choice("category", TargetCategory)
        if role is not None and role not in ROLES:
            raise LexiconError(f"{entry.file}: [{entry.id}]: role '{role}' is none of {', '.join(sorted(ROLES))}")
        kinds[entry.id] = _Kind(category, role, entry.flag("generic"))
        for phrase, cased in entry.phrases():
            index.add(phrase, entry.id, cased=cased)
    return _Lexicon(index, kinds)


def find_targets(
    doc: Doc, *, country_of: Callable[[str], str | None], overlay: Path | None = None
) -> tuple[TargetMention, ...]:
    """Return the things in order of text, one for each noun phrase.

    Args:
        doc: the analysed article.
        country_of: the ISO 3166-1 alpha-2 code of a country's name or adjective, None for other words.
        overlay: a user's lexicon file.
    """
    lexicon = _load_lexicon(overlay)
    placed = [
        _Placed(match, *tokens_of(doc, match.span), lexicon.kinds[match.key])
        for match in lexicon.index.find(text_of(doc))
    ]
    at = {i: item for item in placed for i in range(item.first, item.last + 1)}
    found: dict[int, TargetMention] = {}
    for item in placed:
        for mention in _read(doc, item, at, country_of):
            found.setdefault(mention.head, mention)
    told = _without_appositions(doc, tuple(found.values()))
    return _of_kinds_told(doc, sorted(told, key=lambda mention: mention.span))


def _without_appositions(doc: Doc, mentions: Sequence[TargetMention]) -> Iterator[TargetMention]:
    """Yield the things but those that only say what one by name is: "the offices of El Dia, a newspaper, were"."""
    for mention in mentions:
        head = doc[mention.head]
        named = head.head
        one = head.tag_ == "NN" and any(child.lower_ in ("a", "an") for child in head.lefts)
        listed = any(child.dep_ in ("cc", "conj", "appos") for child in (*head.rights, *named.rights) if child != head)
        if head.dep_ == "appos" and one and not listed and named.pos_ == "PROPN":
            spans = (one.whole for one in mentions if one is not mention)
            if any(span.start <= named.idx < span.end for span in spans):
                continue
        yield mention


def _of_kinds_told(doc: Doc, mentions: Sequence[TargetMention]) -> tuple[TargetMention, ...]:
    """Return the things, "the station" of the kind of "a gas station" before it."""
    kinds: dict[str, TargetMention] = {}
    told: list[TargetMention] = []
    for mention in mentions:
        head = doc[mention.head]
        words = [child for child in head.lefts if child.dep_ in MODIFYING]
        if words:
            kinds[head.lower_] = mention
        elif head.lower_ in kinds and any(child.lower_ == "the" for child in head.lefts) and mention.owner is None:
            whole = kinds[head.lower_]
            told.append(replace(mention, category=whole.category, country=mention.country or whole.country))
            continue
        told.append(mention)
    return tuple(told)


def _read(
    doc: Doc, item: _Placed, at: Mapping[int, _Placed], country_of: Callable[[str], str | None]
) -> Iterator[TargetMention]:
    if item.kind.role is not None or item.kind.category is None:
        return
    head = head_of(doc, item.first, item.last)
    if not _is_thing(head, item):
        return
    outer = climb_compound(head)
    # "hotel guests", "car bomb": the thing only describes something else. A proper name after it is its own,
    # and the thing before a word for an act is the act's target ("mosque attack").
    if outer.i > item.last and outer.i in at and at[outer.i].kind.role is None:
        return
    branch = _names(doc, item, outer) or _is_branch(doc, item, outer)
    if outer.i > item.last and not branch and outer.lower_ not in PANES:
        if not _is_act(item.last + 1, outer, at):
            return
        outer = head
    edge = left_edge(outer, item.first)
    # "Attacked shops, stoned buses": a verb of the list, which the parser takes for a part of the phrase.
    listed = edge > 0 and edge < item.first and doc[edge - 1].text in (",", "and")
    if listed and doc[edge].tag_ in ("VBN", "VBD", "VBG") and doc[edge].dep_ == "amod":
        edge += 1
    category, rule = _category(item, outer, at)
    yield TargetMention(
        span=span_of(doc, edge, max(item.last, outer.i)),
        head=outer.i,
        rule=f"targets/{rule}",
        category=category,
        country=_country(doc, outer, edge, country_of),
        owner=_owner(outer, max(item.last, outer.i)),
    )


def _owner(thing: Token, last: int) -> Span | None:
    """Return the words behind the thing that say whose or which it is: "of Judge Ana Ruiz", "El Dia"."""
    doc = thing.doc
    end = _end_of_name(doc, last) if thing.i == last else last
    holder = thing
    while (prep := next((child for child in holder.rights if child.i == end + 1), None)) is not None:
        if prep.lower_ not in OWNING or prep.dep_ != "prep":
            break
        noun = next((child for child in prep.rights if child.dep_ == "pobj" and child.pos_ in NOUNS), None)
        if noun is None or noun.ent_type_ in NO_OWNERS or noun.i - prep.i > LONGEST_OWNER:
            break
        if any(doc[i].is_punct and doc[i].text not in ("-", ".", "'") for i in range(prep.i, noun.i)):
            break
        holder, end = noun, _end_of_name(doc, noun.i)
    return span_of(doc, last + 1, end) if end > last else None


def _end_of_name(doc: Doc, last: int) -> int:
    """Return the last token of a name that goes on behind a word: "the newspaper El Dia"."""
    end = last
    while end + 1 < min(len(doc), last + LONGEST_OWNER):
        word = doc[end + 1]
        if (
            word.pos_ != "PROPN"
            or not word.text[0].isupper()
            or word.ent_type_ in NO_OWNERS
            or word.sent != doc[last].sent
        ):
            break
        if doc[last].pos_ == "PROPN" and word.ent_iob_ != "I":
            break
        end += 1
    return end


def _is_thing(head: Token, item: _Placed) -> bool:
    if head.pos_ not in NOUNS:
        return item.last > item.first and head.pos_ in ("ADJ", "X")
    # A person or a people by that name ("Mr Church", "the Banks family"), or a town ("a market in Carrefour").
    if item.first == item.last and head.ent_type_ == "GPE" and head.dep_ == "pobj" and head.head.lower_ == "in":
        return False
    if item.match.cased and item.first and head.doc[item.first - 1].lower_ in SPANISH:
        return False  # "San Miguel de Mercedes"
    # What a town is: "in Limon, a farming center".
    if head.dep_ == "appos" and head.lower_ in TOWNS and head.head.ent_type_ not in ("FAC", "ORG"):
        return False
    return not (item.first == item.last and (head.ent_type_ in ("PERSON", "NORP") or _is_surname(head)))


def _is_surname(head: Token) -> bool:
    """Whether an initial or an age shows that the name is a person's: "Ann D. Hall", "Ann Hall, 19,"."""
    if head.pos_ != "PROPN" or not head.i or head.doc[head.i - 1].pos_ != "PROPN":
        return False
    doc = head.doc
    if INITIAL.fullmatch(doc[head.i - 1].text):
        return True
    return head.i + 2 < len(doc) and doc[head.i + 1].text == "," and AGE.fullmatch(doc[head.i + 2].text) is not None


def _is_act(first: int, outer: Token, at: Mapping[int, _Placed]) -> bool:
    """Whether the words from token `first` to `outer` tell of an act."""
    return all(i in at and at[i].kind.role == "act" for i in range(first, outer.i + 1))


def _names(doc: Doc, item: _Placed, outer: Token) -> bool:
    """Whether the words after the thing are its proper name ("Hotel Serena", "Camp Chapman")."""
    return all(doc[i].pos_ == "PROPN" and doc[i].ent_type_ for i in range(item.last + 1, outer.i + 1)) and (
        doc[item.last].ent_type_ == outer.ent_type_ and outer.ent_type_ not in ("PERSON", "GPE")
    )


def _is_branch(doc: Doc, item: _Placed, outer: Token) -> bool:
    """Whether the word behind a firm's name is for one of its places: "the Banco Andino branch"."""
    named = all(doc[i].pos_ == "PROPN" for i in range(item.first, outer.i))
    return named and outer.lower_ in BRANCHES


def _category(item: _Placed, outer: Token, at: Mapping[int, _Placed]) -> tuple[TargetCategory, str]:
    """Return the category, by owner where a modifier tells one, and the id of the entry that told it."""
    own = item.kind.category or TargetCategory.OTHER
    if own is TargetCategory.MILITARY and outer.lower_ in CARS and _is_persons(outer):
        return TargetCategory.TRANSPORT_VEHICLE, item.match.key  # "her armored car"
    owners: list[_Placed] = []
    # A car "of the government official" stays a car, unless it is of a force; an office, a position or a convoy is
    # what its owner is.
    vehicle = own is TargetCategory.TRANSPORT_VEHICLE and outer.lower_ not in ESCORTED
    for word in modifiers(outer):
        other = at.get(word.i)
        if other is not None and other is not item and other.kind.category is not None:
            owners.append(other)
    for word in _complements(outer):
        other = at.get(word.i)
        if other is not None and other.kind.category is not None and (not vehicle or other.kind.role == "force"):
            owners.append(other)
    if vehicle:
        told = VEHICLE_OWNERS - {TargetCategory.GOVERNMENT} if outer.lower_ in PUBLIC else VEHICLE_OWNERS
        owners = [owner for owner in owners if owner.kind.category in told]
    if vehicle and any(child.dep_ == "poss" and child.lower_ in ("their", "his") for child in outer.lefts):
        owners.extend(_forces_before(outer, at))
    for owner in owners:
        if owner.kind.role == "force" and own not in OWN_MASTERS:
            return owner.kind.category or own, f"{item.match.key}/{owner.match.key}"
    if item.kind.generic:
        for owner in reversed(owners):
            if owner.kind.category is not None and not owner.kind.generic:
                return owner.kind.category, f"{item.match.key}/{owner.match.key}"
    return own, item.match.key


def _is_persons(vehicle: Token) -> bool:
    """Whether a vehicle is somebody's own: "his armored car", "the attorney general's vehicle"."""
    return any(
        child.dep_ == "poss" and (child.lower_ in ("his", "her") or child.ent_type_ == "PERSON")
        for child in vehicle.lefts
    )


def _forces_before(vehicle: Token, at: Mapping[int, _Placed]) -> Iterator[_Placed]:
    """Yield the forces that are a subject before "their vehicle": it is theirs."""
    for token in vehicle.doc[vehicle.sent.start : vehicle.i]:
        placed = at.get(token.i)
        if placed is not None and placed.kind.role == "force" and climb_compound(token).dep_ in ("nsubj", "nsubjpass"):
            yield placed


def _complements(head: Token) -> Iterator[Token]:
    """Yield the nouns that a generic thing belongs to ("the hideouts of militants", "office for refugees")."""
    # "vehicles and positions of the militants": what belongs to the last of a list belongs to all of it.
    for holder in (head, *head.conjuncts):
        if holder.i < head.i:
            continue
        for child in holder.rights:
            phrase = child
            if child.lower_ == "belonging":
                phrase = next((kid for kid in child.rights if kid.lower_ == "to"), child)
            elif child.dep_ != "prep" or child.lower_ not in ("of", "for"):
                continue
            for noun in phrase.children:
                if noun.dep_ == "pobj":
                    yield noun
                    yield from modifiers(noun)


def _country(doc: Doc, head: Token, edge: int, country_of: Callable[[str], str | None]) -> str | None:
    """Return the owner's country from a country word before the head or after its "of"."""
    found = _country_in(doc, edge, head.i, country_of)
    if found is not None:
        return found
    for child in head.rights:
        if child.dep_ == "prep" and child.lower_ == "of":
            for noun in child.children:
                if noun.dep_ == "pobj" and noun.ent_type_ in COUNTRY_PLACES:
                    return _country_in(doc, noun.left_edge.i, noun.i + 1, country_of)
    return None


def _country_in(doc: Doc, first: int, last: int, country_of: Callable[[str], str | None]) -> str | None:
    for i in range(first, last):
        if not (doc[i].ent_type_ or doc[i].text[:1].isupper()):
            continue
        for length in range(min(LONGEST_NAME, last - i), 0, -1):
            code = country_of(doc[i : i + length].text)
            if code is not None:
                return code
    return None
