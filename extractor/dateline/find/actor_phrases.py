"""Builds the noun phrases around words for actors: where each begins, what it counts, whose it is."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from dateline.analysis.mends.grammar import WEEKDAYS
from dateline.find.actor_lexicon import Noun, Use, load_nouns, load_states
from dateline.find.nouns import DASHES, is_dash

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

CountryOf = Callable[[str], str | None]

# Dependents that belong to the phrase to the left of its head.
LEFT_PARTS = frozenset(
    ("det", "nummod", "amod", "compound", "poss", "quantmod", "nmod", "predet", "advmod", "case", "neg")
)
NOMINAL = frozenset(("NOUN", "PROPN", "ADJ", "NUM", "PRON", "DET", "X"))
ARTICLES = frozenset(
    ("the", "a", "an", "this", "that", "these", "those", "his", "her", "its", "their", "our", "some", "other")
)
DEFINITE = frozenset(("the", "this", "that", "these", "those"))
BELONGING = frozenset(("loyal", "allied", "linked", "belonging", "affiliated", "associated", "connected", "tied"))
BELONGERS = frozenset((Use.MEMBER, Use.AGENT, Use.GROUP, Use.QUANTITY))
SETTLEMENTS = frozenset(
    ("town", "city", "village", "municipality", "district", "province", "department", "region", "neighborhood")
) | frozenset(("neighbourhood", "suburb", "hamlet", "settlement", "port", "state", "area", "outskirts"))
MODIFYING = frozenset(("compound", "amod", "nmod", "poss"))
HUNTING = frozenset(("hunt", "seek", "arrest", "nab", "quiz", "charge"))
PARTS_OF_DAY = frozenset(("morning", "afternoon", "evening", "night"))
SPACES = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Placed:
    """A word for actors in a text: tokens `first` to `last`, the head, both inclusive."""

    first: int
    last: int
    noun: Noun


def place_nouns(doc: Doc, lower: Sequence[str], overlay: Path | None = None) -> dict[int, Placed]:
    """Return the longest phrase for actors that ends at each token, by that token's number.

    Args:
        doc: the analysed text.
        lower: its tokens in lower case.
        overlay: a user's lexicon file.
    """
    nouns = load_nouns(overlay)
    placed: dict[int, Placed] = {}
    for index, word in enumerate(lower):
        filed = nouns.get(word)
        if filed is None or doc[index].pos_ not in NOMINAL:
            continue
        for words, noun in filed:
            first = index - len(words) + 1
            if first >= 0 and (len(words) == 1 or tuple(lower[first:index]) == words[:-1]):
                placed[index] = Placed(first, index, noun)
                break
    return placed


def left_edge(head: Token, first: int) -> int:
    """Return the token at which the phrase around `head` starts, `first` at the latest."""
    edge = min(first, head.i)
    for child in head.lefts:
        if child.lower_ == "dead" and child.i and child.nbor(-1).lower_ in ("shot", "shoot", "shoots", "shooting"):
            continue  # "shot dead four robbers"
        if child.dep_ in LEFT_PARTS and child.left_edge.i < edge and child.pos_ != "PUNCT":
            edge = child.left_edge.i
    # "KABUL, Afghanistan - Afghan troops": the parser takes the dateline for a part of the phrase.
    edge = max((i + 1 for i in range(edge, head.i) if _is_dash(head.doc[i])), default=edge)
    # "In the province of Abyan, Yemeni warplanes bombed ...": so it does a place before a comma.
    place = (i + 1 for i in range(edge, head.i) if head.doc[i].text == "," and head.doc[i - 1].ent_type_ == "GPE")
    edge = max(place, default=edge)
    if edge > 1 and head.doc[edge - 1].lower_ == "of" and head.doc[edge - 2].lower_ in SETTLEMENTS:
        # "In the town of San Carlos terrorists threw ...": the name of the town is no part of theirs.
        named = [i for i in range(edge, head.i) if head.doc[i].ent_type_ in ("GPE", "LOC", "FAC")]
        edge = named[-1] + 1 if named else edge
    edge = _skip_day(head, edge)
    # "Kenyan police hunt killers": a headline's verb, taken for a noun.
    edge = max((i + 1 for i in range(edge + 1, head.i) if head.doc[i].lower_ in HUNTING), default=edge)
    if head.dep_ == "compound" and head.lower_.endswith("s") and edge == min(first, head.i):
        # Headlines pile up nouns and the adjective hangs on the last: "Iran-backed militias fire rocket attacks".
        while edge > head.sent.start and _belongs_before(head.doc[edge - 1], head):
            edge -= 1
    return edge


def _skip_day(head: Token, edge: int) -> int:
    """Return the edge behind a day that no comma sets off: "On Tuesday morning army troops", "overnight jets".

    But "Monday's raiders".
    """
    words = [head.doc[i].lower_ for i in range(edge, head.i + 1)]
    if len(words) > 1 and words[0] == "overnight":
        return edge + 1
    if len(words) < 2 or words[0] not in WEEKDAYS:
        return edge
    behind = 2 if words[1] in PARTS_OF_DAY else 1
    return edge + behind if edge + behind <= head.i and words[behind] not in ("'s", "\u2019s", "-") else edge


def _is_dash(token: Token) -> bool:
    return is_dash(token.doc, token.i) or (token.text in DASHES and token.text != "-")


def _belongs_before(token: Token, head: Token) -> bool:
    if token.dep_ in ("amod", "nummod"):
        return token.head.i == head.head.i
    part = token.head.dep_ == "amod" and token.head.head.i == head.head.i
    return part and (token.dep_ == "npadvmod" or token.text == "-")


def skip_article(doc: Doc, first: int, last: int) -> int:
    """Return the first token of the phrase after its article or pronoun."""
    while first < last and (
        doc[first].lower_ in ARTICLES or doc[first].dep_ == "neg" or doc[first].pos_ in ("PUNCT", "SPACE", "CCONJ")
    ):
        first += 1
    return first


def words_of(doc: Doc, first: int, last: int) -> str:
    """Return the words of tokens `first` to `last` on one line."""
    return SPACES.sub(" ", doc[first : last + 1].text)


def country_in(doc: Doc, first: int, last: int, country_of: CountryOf, *, overlay: Path | None = None) -> str | None:
    """Return the country that a word of the phrase names: "Syrian troops", "the Assad regime"."""
    leaders = load_states(overlay).leaders
    for index in range(first, last + 1):
        token = doc[index]
        if not token.text[0].isupper():
            continue
        if index < last and token.i + 1 <= last:
            pair = country_of(f"{token.text} {doc[index + 1].text}")
            if pair:
                return pair
        found = country_of(token.text) or leaders.get(token.text)
        if found:
            return found
    return None


def of_objects(head: Token, *, preps: frozenset[str] = frozenset(("of",))) -> Iterator[Token]:
    """Yield what follows `head` after "of", conjuncts too."""
    for prep in head.rights:
        if prep.dep_ == "prep" and prep.lower_ in preps:
            for obj in prep.rights:
                if obj.dep_ == "pobj":
                    yield obj
                    yield from obj.conjuncts


def carrier_of(root: Token, placed: dict[int, Placed]) -> Token:
    """Return the word for people that a name belongs to ("Taliban fighters", "members of the PKK"), or the name."""
    head = root
    while head.dep_ in MODIFYING and head.head.i > head.i and head.head.i - head.i < 6:
        noun = placed.get(head.head.i)
        if noun is None and head.head.i not in placed:
            break
        if noun and noun.noun.use is Use.WEAK:
            break
        head = head.head
    if head is root and not (root.dep_ == "pobj" and root.head.dep_ == "prep"):
        return root
    if head.dep_ == "pobj" and head.head.lower_ in ("of", "from", "to", "with"):
        prep = head.head
        # "forces loyal to X", "persons associated with X": the preposition hangs on a word of belonging.
        linked = prep.head.lower_ in BELONGING
        above = prep.head.head if linked else prep.head
        noun = placed.get(above.i)
        if noun is None and not linked and prep.i > 0:
            # The parser hangs the preposition on the verb now and then: "set off by rebels from the front".
            above = prep.nbor(-1)
            noun = placed.get(above.i)
        with_them = prep.lower_ in ("with", "to") and (noun is None or noun.noun.id not in ("gunmen", "criminals"))
        if noun and (linked or (noun.noun.use in BELONGERS and not with_them)):
            return above
    return head
