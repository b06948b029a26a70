"""Finds noun phrases for people: who they are, how many, by what name, of what nation.

A phrase is built around a head: a word for people ("villagers"), a person's name with its titles and
appositions ("Colonel Luis Vega", "Sara Lind, a nurse"), a demonym ("two Iraqis"), an age ("a 12-year-old"),
or a number that stands for people ("killing 12").
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from dateline.find.counts import parse_count
from dateline.lexicon import load_entries
from dateline.mentions import CountMention, PeopleMention
from dateline.records import Count, VictimCategory, exactly
from dateline.spans import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

CountryOf = Callable[[str], str | None]

# Dependents that belong to the phrase to the left of its head.
LEFT_PARTS = frozenset(("det", "nummod", "amod", "compound", "poss", "quantmod", "nmod", "predet", "case", "advmod"))
# Roles of a word in the sentence that only a noun phrase of its own can play.
NOMINAL = frozenset(
    ("nsubj", "nsubjpass", "dobj", "pobj", "conj", "attr", "ROOT", "appos", "dep", "oprd", "npadvmod", "iobj", "dative")
)
MODIFYING = frozenset(("compound", "amod", "nmod", "nummod", "quantmod"))
NAMING = frozenset(("identified", "named", "called", "known"))
# A word beside these says who they are only when it names fighters or forces ("rebel supporters").
FORCES = frozenset(
    (
        VictimCategory.POLICE,
        VictimCategory.MILITARY,
        VictimCategory.MILITANT,
        VictimCategory.PERPETRATOR,
        VictimCategory.CLERGY,
        VictimCategory.CIVILIAN,
    )
)
NO_PEOPLE_TYPES = frozenset(("MONEY", "PERCENT", "QUANTITY", "TIME", "DATE", "ORDINAL"))
ADULT_AGE = 18  # years
AGE = re.compile(r"\b(\d{1,3}|[a-z]+(?:-[a-z]+)?)-year-old\b|\baged? (\d{1,3})\b|, (\d{1,2})(?=[,.;)]|$)", re.IGNORECASE)
SOME = Count(min=3, max=None, best=3, approximate=True)


@dataclass(frozen=True, slots=True)
class Role:
    """What a word for people tells."""

    id: str
    category: VictimCategory
    use: str  # "role", "weak", "modifier", "group" or "title"
    size: int | None  # people that the word means by itself

    @property
    def heads(self) -> bool:
        """Whether the word can be the head of a phrase for people."""
        return self.use in ("role", "weak", "group")


@dataclass(frozen=True, slots=True)
class Placed:
    """A role word in a text: tokens `first` to `last`, both inclusive."""

    first: int
    last: int
    role: Role


@cache
def load_roles() -> Mapping[str, tuple[tuple[tuple[str, ...], bool, Role], ...]]:
    """Read people.toml: phrases as words, whether capitals count, and role, filed by last word, longest first."""
    filed: dict[str, list[tuple[tuple[str, ...], bool, Role]]] = defaultdict(list)
    for entry in load_entries("people", frozenset(("category", "use", "size"))):
        size = entry.text("size")
        role = Role(
            id=entry.id,
            category=VictimCategory(entry.text("category") or "unknown"),
            use=entry.text("use") or "role",
            size=int(size) if size else None,
        )
        for phrase, cased in entry.phrases():
            words = tuple(re.findall(r"[\w.']+|-", phrase if cased else phrase.lower()))
            filed[words[-1].lower()].append((words, cased, role))
    return {last: tuple(sorted(rows, key=lambda row: -len(row[0]))) for last, rows in filed.items()}


def _place_roles(doc: Doc) -> dict[int, Placed]:
    """Return the longest role phrase that ends at each token, by that token's number."""
    roles = load_roles()
    lower = [token.lower_ for token in doc]
    placed: dict[int, Placed] = {}
    for index, word in enumerate(lower):
        for words, cased, role in roles.get(word.rstrip(".") if len(word) > 1 else word, ()):
            first = index - len(words) + 1
            if first < 0:
                continue
            if cased:
                if tuple(doc[i].text for i in range(first, index + 1)) != words:
                    continue
            elif len(words) > 1 and tuple(lower[first:index]) != words[:-1]:
                continue
            placed[index] = Placed(first, index, role)
            break
    return placed


@dataclass(slots=True)
class _Scene:
    """What the phrase builder looks up in; made once for each text."""

    doc: Doc
    roles: dict[int, Placed]
    counts: Sequence[CountMention]
    country_of: CountryOf
    person_at: dict[int, tuple[int, int]] = field(default_factory=dict)  # token to first and last of its name
    count_at: dict[int, CountMention] = field(default_factory=dict)  # each token of a number phrase
    used_counts: set[int] = field(default_factory=set)  # head tokens


def find_people(
    doc: Doc, counts: Sequence[CountMention], *, country_of: CountryOf = lambda _: None
) -> tuple[PeopleMention, ...]:
    """Return the phrases for people in `doc`, in order of text.

    Args:
        doc: the analysed text.
        counts: its number phrases, as `find_counts` gives them.
        country_of: gives the ISO 3166-1 alpha-2 code for a country's name or demonym ("Iraqi"), else None.
    """
    scene = _Scene(doc, _place_roles(doc), counts, country_of)
    for ent in doc.ents:
        if ent.label_ == "PERSON" and not _is_no_name(scene, ent.start, ent.end - 1):
            for index in range(ent.start, ent.end):
                scene.person_at[index] = (ent.start, ent.end - 1)
    _map_counts(scene)
    mentions: dict[int, PeopleMention] = {}
    for mention in (*_named(scene), *_by_role(scene), *_by_demonym(scene), *_by_age(scene)):
        mentions.setdefault(mention.head, mention)
    taken = sorted(mention.span for mention in mentions.values())
    for mention in _bare_numbers(scene, taken):
        mentions.setdefault(mention.head, mention)
    return tuple(sorted(mentions.values(), key=lambda mention: (mention.span, mention.head)))


def _is_no_name(scene: _Scene, first: int, last: int) -> bool:
    """Whether what looks like a name is a word for people or fighters ("Taliban")."""
    placed = scene.roles.get(last)
    return placed is not None and placed.first <= first


def _map_counts(scene: _Scene) -> None:
    for count in scene.counts:
        index = count.head
        while index >= 0 and scene.doc[index].idx + len(scene.doc[index]) > count.span.start:
            scene.count_at[index] = count
            index -= 1
        index = count.head + 1
        while index < len(scene.doc) and scene.doc[index].idx < count.span.end:
            scene.count_at[index] = count
            index += 1


def _left_edge(head: Token, first: int) -> int:
    """Return the token at which the phrase around `head` starts."""
    edge = min(first, head.i)
    for child in head.lefts:
        if child.dep_ in LEFT_PARTS and child.left_edge.i < edge and child.pos_ != "PUNCT":
            edge = child.left_edge.i
    return edge


def _span(doc: Doc, first: int, last: int) -> Span:
    return Span(doc[first].idx, doc[last].idx + len(doc[last]))


def _possessor(head: Token) -> set[int]:
    return {part.i for child in head.lefts if child.dep_ == "poss" for part in child.subtree}


def _count_in_phrase(scene: _Scene, head: Token, left: int) -> CountMention | None:
    """Return the number of the phrase, looked for inside it and just before it."""
    owner = _possessor(head)
    for index in range(left, head.i):
        count = scene.count_at.get(index)
        if count and index not in owner and (count.head <= head.i):
            return count
    if left > 2 and scene.doc[left - 1].lower_ in ("them", "whom", "those") and scene.doc[left - 2].lower_ == "of":
        # "three of them officers"
        return scene.count_at.get(left - 3)
    before = scene.count_at.get(left - 1)
    if before and before.head == left - 1 and scene.doc[before.head].head.i >= left - 1:
        # The parser sometimes leaves the numeral out of the phrase that it counts.
        return before
    if head.dep_ == "pobj" and head.head.lower_ == "of":
        # "dozens of people", "one of the guards": the quantity is the parent.
        parent = scene.count_at.get(head.head.head.i) or scene.count_at.get(head.head.i - 1)
        if parent:
            return parent
    return None


def _is_plural(token: Token) -> bool:
    return token.tag_ in ("NNS", "NNPS") or token.lower_ in ("people", "police", "others", "those", "ones")


def _own_count(head: Token, role: Role | None) -> Count | None:
    """Return what the phrase itself says of number when no numeral stands in it."""
    words = {child.lower_ for child in head.lefts if child.dep_ in ("det", "predet", "amod", "cc", "preconj")}
    if "no" in words:
        return exactly(0)
    if "both" in words:
        return exactly(2)
    if role and role.size:
        return exactly(role.size)
    if role and role.use == "group":
        return None
    if _is_plural(head):
        return SOME if "some" in words else None
    if head.tag_ in ("NN", "NNP", "JJ", "") and "any" not in words and "every" not in words and "each" not in words:
        return exactly(1)
    return None


def _mention(
    scene: _Scene, head: Token, *, first: int, last: int, role: Role | None, category: VictimCategory,
    name: str | None, rule: str,
) -> PeopleMention:
    found = None if name else _count_in_phrase(scene, head, first)
    if found:
        scene.used_counts.add(found.head)
        # "dozens of people" starts at the number, wherever the parser hangs it.
        count_first = min(i for i, c in scene.count_at.items() if c is found)
        first = min(first, count_first)
    count = exactly(1) if name else found.count if found else _own_count(head, role)
    span = _span(scene.doc, first, last)
    category = _child_by_age(scene.doc.text, span, category)
    return PeopleMention(
        span=span, head=head.i, rule=rule, count=count, category=category, name=name,
        nationality=_nationality(scene, first, last),
    )


def _child_by_age(text: str, span: Span, category: VictimCategory) -> VictimCategory:
    if category not in (VictimCategory.UNKNOWN, VictimCategory.CIVILIAN):
        return category
    # The age may follow the phrase: "Ana Ruiz, 15, died".
    match = AGE.search(text, span.start, min(span.end + 6, len(text)))
    if not match:
        return category
    digits = next(group for group in match.groups() if group)
    age = int(digits) if digits.isdigit() else _spelt_age(digits)
    return VictimCategory.CHILD if age is not None and age < ADULT_AGE else category


def _spelt_age(words: str) -> int | None:
    count = parse_count(words)
    return count.best if count else None


def _nationality(scene: _Scene, first: int, last: int) -> str | None:
    for index in range(first, last + 1):
        token = scene.doc[index]
        if token.ent_type_ in ("NORP", "GPE") or (token.pos_ in ("ADJ", "PROPN") and token.text[0].isupper()):
            if index in scene.person_at:
                continue
            country = scene.country_of(token.text)
            if country:
                return country
    return None


def _modifier_category(scene: _Scene, head: Token, left: int, *, first: int) -> VictimCategory | None:
    """Return what the words before `first` in the phrase say of the people, nearest first."""
    owner = _possessor(head)
    for index in range(first - 1, left - 1, -1):
        placed = scene.roles.get(index)
        if placed and index not in owner and placed.role.use in ("role", "modifier", "group"):
            if placed.role.category is not VictimCategory.UNKNOWN:
                return placed.role.category
    return None


def _complement_category(scene: _Scene, head: Token) -> VictimCategory | None:
    """Return what "of" tells: "members of the security forces"."""
    for prep in head.rights:
        if prep.dep_ == "prep" and prep.lower_ in ("of", "from", "with"):
            for part in prep.subtree:
                placed = scene.roles.get(part.i)
                if placed and placed.role.category not in (VictimCategory.UNKNOWN, VictimCategory.CIVILIAN):
                    return placed.role.category
    return None


def _category(scene: _Scene, head: Token, placed: Placed, left: int) -> VictimCategory:
    role = placed.role
    if role.use == "role":
        return role.category
    told = _modifier_category(scene, head, left, first=placed.first)
    if told is None and role.id in ("person", "leader", "organisation_people", "officer", "group_of_people"):
        told = _complement_category(scene, head)
    if told is None or (role.id in ("person", "man") and told not in FORCES):
        return role.category
    return told


def _by_role(scene: _Scene) -> Iterator[PeopleMention]:
    doc = scene.doc
    for index, placed in scene.roles.items():
        head = doc[index]
        if not placed.role.heads or index in scene.person_at or _is_dependent(scene, head):
            continue
        if head.pos_ not in ("NOUN", "PROPN", "ADJ", "PRON", "NUM", "X") and head.tag_ not in ("NN", "NNS"):
            continue
        left = _left_edge(head, placed.first)
        last = _right_edge(scene, head, placed.role)
        name, last = _name_after(scene, head, last)
        yield _mention(
            scene, head, first=left, last=last, role=placed.role, category=_category(scene, head, placed, left),
            name=name, rule=f"people.{placed.role.id}",
        )


def _is_dependent(scene: _Scene, head: Token) -> bool:
    """Whether the word only modifies another ("police" in "police station") or stands beside a name."""
    above = head.head
    if head.dep_ in MODIFYING or (head.dep_ == "nmod" and above.i > head.i):
        # "12 police killed": the parser takes a participle for a noun at times.
        return above.i > head.i and above.pos_ in ("NOUN", "PROPN", "NUM", "ADJ") and above.tag_ not in ("VBN", "VBD")
    if head.dep_ == "poss":
        return False
    if head.dep_ == "appos" and above.i in scene.person_at:
        return True
    return head.tag_ == "PRON" and head.lower_ != "those"


def _right_edge(scene: _Scene, head: Token, role: Role) -> int:
    """Take "of the security forces" into "members of the security forces"."""
    if role.use == "role":
        return head.i
    for prep in head.rights:
        if prep.dep_ == "prep" and prep.lower_ == "of" and prep.i == head.i + 1:
            for obj in prep.rights:
                if obj.dep_ == "pobj":
                    return obj.i
    return head.i


def _name_after(scene: _Scene, head: Token, last: int) -> tuple[str | None, int]:
    """Return the name that an apposition or "identified as" gives to one person, and the phrase's new last token."""
    if _is_plural(head):
        return None, last
    for child in head.rights:
        if child.i in scene.person_at and child.dep_ in ("appos", "nmod") and not _has_conjunct(child):
            return _bare_name(scene, child.i), scene.person_at[child.i][1]
        if child.dep_ in ("acl", "relcl") and child.lower_ in NAMING:
            for part in child.subtree:
                if part.i in scene.person_at:
                    return _bare_name(scene, part.i), scene.person_at[part.i][1]
    return None, last


def _has_conjunct(token: Token) -> bool:
    return any(child.dep_ == "conj" for child in token.rights)


def _bare_name(scene: _Scene, index: int) -> str:
    """Return a person's name without titles before and possessive after it."""
    first, last = scene.person_at[index]
    while first < last and (scene.roles.get(first) is not None or scene.doc[first].pos_ in ("DET", "PUNCT")):
        first += 1
    while last > first and scene.doc[last].tag_ in ("POS", ","):
        last -= 1
    return _span(scene.doc, first, last).of(scene.doc.text)


def _named(scene: _Scene) -> Iterator[PeopleMention]:
    for first, last in sorted(set(scene.person_at.values())):
        head = _root_of(scene.doc, first, last)
        if head.dep_ in ("compound", "nmod") and head.head.i > last and head.head.pos_ in ("NOUN", "PROPN"):
            continue  # "the Reagan administration"
        if head.dep_ == "appos" and (above := scene.roles.get(head.head.i)) and above.role.heads:
            continue  # the role word has taken the name
        left = min(_left_edge(head, first), _title_start(scene, first))
        category, end = _named_category(scene, head, left, first, last)
        yield _mention(
            scene, head, first=left, last=end, role=None, category=category,
            name=_bare_name(scene, first), rule="people.name",
        )


def _root_of(doc: Doc, first: int, last: int) -> Token:
    for index in range(last, first - 1, -1):
        if not first <= doc[index].head.i <= last or doc[index].head.i == index:
            return doc[index]
    return doc[last]


def _title_start(scene: _Scene, first: int) -> int:
    """Return where the titles before a name start: "taxi driver", "Lt Col"."""
    while first > 0 and (placed := scene.roles.get(first - 1)) and placed.role.use != "group":
        first = placed.first
    return first


def _named_category(
    scene: _Scene, head: Token, left: int, first: int, last: int
) -> tuple[VictimCategory, int]:
    """Return who a named person is and the last token of name and apposition."""
    weak: VictimCategory | None = None
    for index in range(last, left - 1, -1):
        placed = scene.roles.get(index)
        if placed and placed.role.category is not VictimCategory.UNKNOWN and (index < first or placed.first > first):
            if placed.role.use != "title" or placed.role.id != "title":
                return _category(scene, scene.doc[index], placed, left), last
            weak = placed.role.category
    for child in head.rights:
        placed = scene.roles.get(child.i)
        if child.dep_ == "appos" and placed and placed.role.heads:
            edge = _left_edge(child, placed.first)
            category = _category(scene, child, placed, edge)
            end = _right_edge(scene, child, placed.role)
            return (weak or VictimCategory.CIVILIAN if category is VictimCategory.UNKNOWN else category), end
    return weak or VictimCategory.CIVILIAN, last


def _by_demonym(scene: _Scene) -> Iterator[PeopleMention]:
    for token in scene.doc:
        if token.ent_type_ != "NORP" or token.dep_ not in NOMINAL or token.i in scene.roles:
            continue
        counted = any(child.dep_ in ("det", "nummod") for child in token.lefts)
        if _is_plural(token) or (token.pos_ in ("NOUN", "PROPN", "ADJ") and counted):
            yield _mention(
                scene, token, first=_left_edge(token, token.i), last=token.i, role=None,
                category=VictimCategory.UNKNOWN, name=None, rule="people.demonym",
            )


def _by_age(scene: _Scene) -> Iterator[PeopleMention]:
    doc = scene.doc
    for token in doc:
        if token.lower_ not in ("old", "olds") or token.i < 4 or token.dep_ not in NOMINAL:
            continue
        if doc[token.i - 2].lower_ == "year" and doc[token.i - 1].text == "-":
            first = min(_left_edge(token, token.i - 4), token.i - 4)
            if doc[first - 1].pos_ == "DET" and first:
                first -= 1
            several = token.lower_ == "olds"
            mention = _mention(
                scene, token, first=first, last=token.i, role=None, category=VictimCategory.UNKNOWN, name=None,
                rule="people.age",
            )
            yield mention if several else _as_one(mention)


def _as_one(mention: PeopleMention) -> PeopleMention:
    return PeopleMention(
        span=mention.span, head=mention.head, rule=mention.rule, count=exactly(1), category=mention.category,
        name=mention.name, nationality=mention.nationality,
    )


def _bare_numbers(scene: _Scene, taken: Iterable[Span]) -> Iterator[PeopleMention]:
    """Yield numbers that may stand for people: they count no other noun."""
    spans = tuple(taken)
    for count in scene.counts:
        token = scene.doc[count.head]
        if count.head in scene.used_counts or token.ent_type_ in NO_PEOPLE_TYPES or _counts_a_thing(scene, token):
            continue
        if any(span.contains(count.span) for span in spans):
            continue
        yield PeopleMention(
            span=count.span, head=token.i, rule="people.number", count=count.count,
            category=VictimCategory.UNKNOWN, name=None, nationality=None,
        )


def _counts_a_thing(scene: _Scene, token: Token) -> bool:
    """Whether the number belongs to a noun that is no person: "three houses", "dozens of houses"."""
    if token.dep_ in ("nummod", "quantmod", "compound", "amod", "det", "npadvmod", "advmod"):
        above = token.head
        if above.i > token.i and above.pos_ in ("NOUN", "PROPN") and above.i not in scene.count_at:
            return True
    for prep in token.rights:
        if prep.lower_ == "of" and prep.dep_ == "prep":
            for obj in prep.rights:
                if obj.dep_ == "pobj" and obj.pos_ in ("NOUN", "PROPN") and obj.i not in scene.roles:
                    return obj.ent_type_ not in ("NORP", "PERSON")
    return False
