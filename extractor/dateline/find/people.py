"""Finds noun phrases for people: who they are, how many, by what name, of what nation.

A phrase is built around a head: a word for people ("villagers"), a person's name with its titles and
appositions ("Colonel Luis Vega", "Sara Lind, a nurse"), a demonym ("two Iraqis"), an age ("a 12-year-old"),
or a number that stands for people ("killing 12").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from dateline.analysis.texts import lower_words, text_of
from dateline.mentions import CountMention, PeopleMention
from dateline.records import VictimCategory, exactly
from dateline.spans import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
from dateline.find.nouns import is_dash
from dateline.find.people_ages import find_age, is_age
from dateline.find.people_callings import behind_others, is_father, share_callings, titled_category
from dateline.find.people_names import (
    bare_name,
    has_dead,
    is_kin_of,
    is_town_of_dateline,
    load_deeds,
    name_after,
    place_names,
)
from dateline.find.people_numbered import find_numbered
from dateline.find.people_phrases import (
    BULLET_ROLES,
    FATES,
    CountryOf,
    Scene,
    category_of,
    counts_things,
    is_closed,
    is_hyphen,
    is_plural,
    left_edge,
    make_bare_mention,
    make_mention,
    only_speaks,
)
from dateline.find.people_roles import Role, load_no_people, place_roles
from dateline.find.people_shared import callings_of_named, title_start

# Roles of a word in the sentence that only a noun phrase of its own can play.
NOMINAL = frozenset(
    ("nsubj", "nsubjpass", "dobj", "pobj", "conj", "attr", "ROOT", "appos", "dep", "oprd", "npadvmod", "iobj", "dative")
)


MODIFYING = frozenset(("compound", "amod", "nmod", "nummod", "quantmod"))
DATELINE_END = re.compile(r"(?:(?:\(?(?:19|20)\d\d\)?|[A-Z][\w.]*,?)\s)?(?:--|[-–—])\s")

SUFFERING = frozenset(("nsubj", "nsubjpass", "dobj", "conj"))
DYING = frozenset(("died", "die", "dies", "perished"))
HELD = frozenset(("arrested", "detained"))
PERSON_ENDING = re.compile(r"(?:[a-z]{3}(?:er|ist|eer|man|woman|ian)s?|[a-z]{2}(?:men|women|people|folk))$")


WORTH = frozenset(("losses", "damage", "damages", "cash", "aid", "ransom"))  # "six hurt and millions in losses"
NO_PEOPLE_TYPES = frozenset(("MONEY", "PERCENT", "QUANTITY", "TIME", "DATE", "ORDINAL"))


def find_people(
    doc: Doc, counts: Sequence[CountMention], *, country_of: CountryOf = lambda _: None
) -> tuple[PeopleMention, ...]:
    """Return the phrases for people in `doc`, in order of text.

    Args:
        doc: the analysed text.
        counts: its number phrases, as `find_counts` gives them.
        country_of: gives the ISO 3166-1 alpha-2 code for a country's name or demonym ("Iraqi"), else None.
    """
    scene = Scene(doc, text_of(doc), place_roles(doc), counts, country_of)
    place_names(scene)
    _map_counts(scene)
    mentions: dict[int, PeopleMention] = {}
    for mention in _found(scene):
        mentions.setdefault(mention.head, mention)
    taken = sorted(mention.span for mention in mentions.values())
    for mention in _bare_numbers(scene, taken):
        mentions.setdefault(mention.head, mention)
    text = text_of(doc)
    trimmed = (_without_dateline(mention, text) for mention in mentions.values())
    return tuple(share_callings(sorted(trimmed, key=lambda mention: (mention.span, mention.head)), text))


def _without_dateline(mention: PeopleMention, text: str) -> PeopleMention:
    """Return the phrase without the dateline's end that the parser hangs on it: "2023 - Five people"."""
    end = DATELINE_END.match(mention.span.of(text))
    return mention if end is None else replace(mention, span=Span(mention.span.start + end.end(), mention.span.end))


def _found(scene: Scene) -> Iterator[PeopleMention]:
    yield from list(_by_role(scene))  # which take the names behind them
    yield from _named(scene)
    yield from _by_demonym(scene)
    yield from _by_age(scene)
    yield from find_numbered(scene)
    yield from _by_fate(scene)


def _map_counts(scene: Scene) -> None:
    for count in scene.counts:
        index = count.head
        while index >= 0 and scene.doc[index].idx + len(scene.doc[index]) > count.span.start:
            scene.count_at[index] = count
            index -= 1
        index = count.head + 1
        while index < len(scene.doc) and scene.doc[index].idx < count.span.end:
            scene.count_at[index] = count
            index += 1


def _by_role(scene: Scene) -> Iterator[PeopleMention]:
    doc, of_named = scene.doc, callings_of_named(scene)
    for index, placed in scene.roles.items():
        head = doc[index]
        if not placed.role.heads or index in scene.person_at or _is_dependent(scene, head) or _is_holiday(head):
            continue
        if is_town_of_dateline(doc, index) or counts_things(scene, head):
            continue
        plain = head.pos_ in ("NOUN", "PROPN", "ADJ", "PRON", "NUM", "X") or head.tag_ in ("NN", "NNS")
        if not plain and "-" not in [token.text for token in doc[placed.first : index]]:
            continue
        left = left_edge(head, placed.first)
        last = _right_edge(scene, head, placed.role)
        name, last = name_after(scene, head, last)
        if name is None and index in of_named:
            continue
        if name is not None:
            scene.taken_names.add(last)
        category = category_of(scene, head, placed, left)
        yield make_mention(
            scene,
            head,
            first=left,
            last=last,
            role=placed.role,
            category=category if name is None else titled_category(scene, category, index, last),
            name=name,
            rule=f"people.{placed.role.id}",
        )


def _is_holiday(head: Token) -> bool:
    """Whether the word only names a day: "Mother's Day"."""
    behind = head.doc[head.i + 1 : head.i + 3]
    return len(behind) > 1 and behind[0].tag_ == "POS" and behind[1].lower_ in ("day", "eve", "week")


def _is_dependent(scene: Scene, head: Token) -> bool:
    """Whether the word only modifies another ("police" in "police station") or stands beside a name."""
    above = head.head
    if head.dep_ in MODIFYING or (head.dep_ == "nmod" and above.i > head.i):
        # "12 police killed": the parser takes a participle for a noun at times.
        return above.i > head.i and above.pos_ in ("NOUN", "PROPN", "NUM", "ADJ") and above.tag_ not in ("VBN", "VBD")
    if head.dep_ == "poss":
        return False
    if head.dep_ == "appos" and above.i in scene.person_at:
        # "Ana Ruiz, five other nurses": others, for one person is no five.
        counted = is_plural(head) and any(child.dep_ == "nummod" for child in head.lefts)
        return not counted and not is_kin_of(scene, head)
    return head.tag_ == "PRON"


def _right_edge(scene: Scene, head: Token, role: Role) -> int:
    """Take "of the security forces" into "members of the security forces"."""
    if role.use == "role":
        return head.i
    for prep in head.rights:
        if prep.dep_ == "prep" and prep.lower_ == "of" and prep.i == head.i + 1:
            for obj in prep.rights:
                if obj.dep_ == "pobj":
                    return obj.i
    return head.i


def _named(scene: Scene) -> Iterator[PeopleMention]:
    for first, last in sorted(set(scene.person_at.values())):
        head = _root_of(scene.doc, first, last)
        before = head.dep_ in ("compound", "nmod") and head.head.i > last and head.head.pos_ in ("NOUN", "PROPN")
        # Of "with Ana Ruiz, Ben Cole and Omar Ali" the parser takes one for a part of the last.
        if before and not (head.head.i in scene.person_at and scene.doc[last + 1].lower_ in (",", "and")):
            continue  # "the Reagan administration"
        if last in scene.taken_names:
            continue
        # "LEEDS, May 6 - Ana Ruiz": the tagger takes the dash into the name.
        start = first + 1 if is_dash(scene.doc, first) and first < last else first
        left = min(left_edge(head, start), title_start(scene, start))
        while left < first and scene.doc[left].tag_ == "VBN" and scene.doc[left].lower_ in load_deeds():
            left += 1  # "kidnapped businessman Ana Ruiz": what befell her
        left = behind_others(scene, left, first)
        category, end = _named_category(scene, head, left, first, last)
        if scene.doc[end].tag_ == "POS":
            end -= 1
        yield make_mention(
            scene,
            head,
            first=left,
            last=end,
            role=None,
            category=category,
            name=bare_name(scene, first),
            rule="people.name",
        )


def _root_of(doc: Doc, first: int, last: int) -> Token:
    for index in range(last, first - 1, -1):
        if not first <= doc[index].head.i <= last or doc[index].head.i == index:
            return doc[index]
    return doc[last]


def _named_category(scene: Scene, head: Token, left: int, first: int, last: int) -> tuple[VictimCategory, int]:
    """Return who a named person is and the last token of name and apposition."""
    weak: VictimCategory | None = None
    for index in range(last, left - 1, -1):
        placed = scene.roles.get(index)
        if index == first - 1 and is_father(scene, index, last):
            return VictimCategory.CLERGY, last
        if first < index == last and placed is not None and placed.first == last:
            continue  # a surname: "King", "Bishop"
        if placed is not None and placed.role.use == "title" and any(i not in scene.roles for i in range(index, first)):
            continue  # "Freedom and Justice Party leader Omar Ali"
        # The tagger may take a rank into the name: "Constable Omar Ali".
        before = index < first or placed is None or placed.first > first or (index == first < last)
        if placed and placed.role.category is not VictimCategory.UNKNOWN and before:
            if placed.role.use != "title" or placed.role.id != "title":
                return category_of(scene, scene.doc[index], placed, left), last
            weak = placed.role.category
    for child in head.rights:
        placed = scene.roles.get(child.i)
        if child.dep_ == "appos" and placed and placed.role.heads and not is_kin_of(scene, child):
            edge = left_edge(child, placed.first)
            category = category_of(scene, child, placed, edge)
            end = _right_edge(scene, child, placed.role)
            return (weak or VictimCategory.CIVILIAN if category is VictimCategory.UNKNOWN else category), end
    return weak or VictimCategory.CIVILIAN, last


def _by_demonym(scene: Scene) -> Iterator[PeopleMention]:
    for token in scene.doc:
        inner = token.i + 1 < len(scene.doc) and scene.doc[token.i + 1].ent_iob_ == "I"  # "non" of "28 non-Muslims"
        if token.ent_type_ != "NORP" or token.dep_ not in NOMINAL or token.i in scene.roles or inner:
            continue
        counted = any(child.dep_ in ("det", "nummod") for child in token.lefts)
        if is_plural(token) or (token.pos_ in ("NOUN", "PROPN", "ADJ") and counted):
            yield make_mention(
                scene,
                token,
                first=left_edge(token, token.i),
                last=token.i,
                role=None,
                category=VictimCategory.UNKNOWN,
                name=None,
                rule="people.demonym",
            )


def _by_age(scene: Scene) -> Iterator[PeopleMention]:
    doc = scene.doc
    for index, word in enumerate(lower_words(doc)):
        if word not in ("old", "olds"):
            continue
        token = doc[index]
        if token.i < 2 or token.dep_ not in (*NOMINAL, "ROOT"):
            continue
        number = find_age(doc, token.i)
        if number is not None:
            first = min(left_edge(token, number), number)
            if first and doc[first - 1].pos_ == "DET":
                first -= 1
            several = token.lower_ == "olds"
            mention = make_mention(
                scene,
                token,
                first=first,
                last=token.i,
                role=None,
                category=VictimCategory.UNKNOWN,
                name=None,
                rule="people.age",
            )
            yield mention if several else _as_one(mention)


def _by_fate(scene: Scene) -> Iterator[PeopleMention]:
    """Yield counted nouns that no list holds where only people suffer what they do: "six hussars were wounded"."""
    for token in scene.doc:
        if token.dep_ not in SUFFERING or token.tag_ not in ("NN", "NNS"):
            continue
        if token.i in scene.roles or token.i in scene.person_at:
            continue
        if not _meets_fate(token) or token.lower_ in load_no_people():
            continue
        first = left_edge(token, token.i)
        telling = PERSON_ENDING.search(token.lower_) is not None
        if token.i in scene.count_at or token.text == "-" or is_hyphen(scene.doc, token.i + 1):
            continue
        if any((i in scene.roles and not telling) or i in scene.person_at for i in range(first, token.i)):
            continue
        counted = any(i in scene.count_at for i in range(first, token.i))
        aged = any(word.lower_ == "old" for word in scene.doc[first : token.i])
        telling = telling or aged
        if not counted and not telling:
            continue
        yield make_mention(
            scene,
            token,
            first=first,
            last=token.i,
            role=None,
            category=VictimCategory.CIVILIAN if telling else VictimCategory.UNKNOWN,
            name=None,
            rule="people.fate",
        )


def _meets_fate(noun: Token) -> bool:
    """Whether the noun or number suffers what befalls persons only, or is joined to one that does."""
    while noun.dep_ == "conj" and noun.head.pos_ == "NOUN":
        noun = noun.head
    verb = noun.head
    if noun.dep_ == "nsubj":
        return verb.lower_ in DYING
    if noun.dep_ == "nsubjpass":
        return verb.lower_ in load_deeds() or verb.lower_ in HELD or (verb.lower_ == "shot" and has_dead(verb))
    return noun.dep_ == "dobj" and verb.lower_ in load_deeds()


def _as_one(mention: PeopleMention) -> PeopleMention:
    return PeopleMention(
        span=mention.span,
        head=mention.head,
        rule=mention.rule,
        count=exactly(1),
        category=mention.category,
        name=mention.name,
        nationality=mention.nationality,
    )


def _bare_numbers(scene: Scene, taken: Iterable[Span]) -> Iterator[PeopleMention]:
    """Yield numbers that may stand for people: they count no other noun."""
    spans = tuple(taken)
    for count in scene.counts:
        token = scene.doc[count.head]
        if count.head in scene.used_counts:
            continue
        # "wounding 400 three days before": the tagger takes both numbers for one span of time. "Two dead, man hurt".
        behind = scene.doc[token.i + 1] if token.i + 1 < len(scene.doc) else token
        fated = behind.lower_ in FATES and not _describes_thing(scene, behind)
        doubled = behind.i > token.i and (behind.like_num or fated)
        if is_age(scene, count):
            continue
        dated = token.ent_type_ in NO_PEOPLE_TYPES and not _meets_fate(token)
        if not doubled and (dated or _counts_a_thing(scene, token)):
            continue
        if any(span.contains(count.span) for span in spans):
            continue
        yield make_bare_mention(count.span, token.i, count.count)


def _describes_thing(scene: Scene, word: Token) -> bool:
    """Whether it tells of the noun behind it, that is no person: "suffered three fractured ribs"."""
    above = word.head
    return word.dep_ == "amod" and above.i == word.i + 1 and above.pos_ == "NOUN" and above.i not in scene.roles


def _counts_a_thing(scene: Scene, token: Token) -> bool:
    """Whether the number belongs to a noun that is no person: "three houses", "dozens of houses"."""
    if token.dep_ in ("nummod", "quantmod", "compound", "amod", "det", "npadvmod", "advmod"):
        above = token.head
        if is_closed(token) or only_speaks(above):
            return False
        if above.i > token.i and above.pos_ in ("NOUN", "PROPN") and above.i not in scene.count_at:
            # "Five shot in nightclub": of bullets there would be "five shots".
            return above.lower_ != "shot" or above.i != token.i + 1 or above.dep_ in BULLET_ROLES
    behind = [word.lower_ for word in scene.doc[token.i + 1 : token.i + 4]]
    if behind[:1] == ["in"] and not WORTH.isdisjoint(behind):
        return True
    for prep in token.rights:
        if prep.lower_ == "of" and prep.dep_ == "prep":
            for obj in prep.rights:
                if obj.lower_ in FATES:
                    return False  # "two of the injured"
                if obj.dep_ == "pobj" and obj.pos_ in ("NOUN", "PROPN") and obj.i not in scene.roles:
                    return obj.ent_type_ not in ("NORP", "PERSON")
    return False
