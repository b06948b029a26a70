"""Builds a phrase for people around its head: where it starts, how many it counts, who they are, of what nation."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from dateline.analysis.mends.grammar import WEEKDAYS
from dateline.find.count_words import MONTHS
from dateline.find.counts import parse_count
from dateline.find.nouns import is_dash, span_of
from dateline.find.people_ages import count_ages, tell_age
from dateline.find.people_roles import Placed, Role
from dateline.mentions import CountMention, PeopleMention
from dateline.records import Count, VictimCategory, exactly
from dateline.spans import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


CountryOf = Callable[[str], str | None]


# Dependents that belong to the phrase to the left of its head.
SAID = frozenset(("said", "says", "reported", "reports", "added"))
LEFT_PARTS = frozenset(("det", "nummod", "amod", "compound", "poss", "quantmod", "nmod", "predet", "case", "advmod"))

OPENING = frozenset(("where", "when", "which"))  # of a clause: "in Lima, where the guard and a man died"


# A word beside these says who they are only when it names fighters or forces ("rebel supporters").
# fmt: off
FORCES = frozenset((
    VictimCategory.POLICE, VictimCategory.MILITARY, VictimCategory.MILITANT, VictimCategory.PERPETRATOR,
    VictimCategory.CLERGY, VictimCategory.CIVILIAN,
))
# fmt: on


# "On Monday 14 soldiers died": the parser gives the numeral to the day.
DATED = MONTHS | WEEKDAYS
# Words that what they are of completes: "members of the security forces".
COMPLETED = frozenset(("person", "captive", "leader", "organisation_people", "officer", "commander", "group_of_people"))
# Plurals whatever the tagger makes of them: behind a dateline "Gunmen" may pass for a name.
MANY = frozenset((
    "people", "police", "others", "men", "women", "gunmen", "policemen", "servicemen", "militiamen", "tribesmen",
    "herdsmen", "fishermen", "businessmen", "guardsmen", "clansmen", "firemen", "crewmen", "seamen",
))  # fmt: skip
QUANTIFYING = frozenset(["than", "of", "at", "to", "about", "around", "over", "under", "between", "up", "some"])


# Words behind which a headline goes on to other people: "Two dead, officer hurt".
FATES = frozenset(("dead", "killed", "hurt", "injured", "wounded", "missing", "arrested"))
BULLET_ROLES = frozenset(("dobj", "nsubj", "nsubjpass", "pobj", "compound", "attr"))  # of a "shot" that is no victim
SHOOTING = frozenset(("shot", "shoot", "shoots", "stabbed", "gunned"))


SOME = Count(min=3, max=None, best=3, approximate=True)


@dataclass(slots=True)
class Scene:
    """What the phrase builder looks up in; made once for each text."""

    doc: Doc
    text: str  # of `doc`, which builds it anew at each call
    roles: dict[int, Placed]
    counts: Sequence[CountMention]
    country_of: CountryOf
    person_at: dict[int, tuple[int, int]] = field(default_factory=dict)  # token to first and last of its name
    count_at: dict[int, CountMention] = field(default_factory=dict)  # each token of a number phrase
    used_counts: set[int] = field(default_factory=set)  # head tokens
    taken_names: set[int] = field(default_factory=set)  # last tokens of names that a role word before them has taken


def left_edge(head: Token, first: int) -> int:
    """Return the token at which the phrase around `head` starts."""
    edge = min(first, head.i)
    for child in head.lefts:
        part = child.dep_ in LEFT_PARTS and child.pos_ != "PUNCT" and child.lower_ not in OPENING
        if part and child.left_edge.i < edge:
            edge = child.left_edge.i
    # The parser may hang a whole clause, a caption's mark or a headline's other half before the phrase.
    for index in range(first - 1, edge - 1, -1):
        if _ends_clause(head.doc, index):
            return _hyphened_edge(head, index + 1)
    return _hyphened_edge(head, edge)


def _ends_clause(doc: Doc, index: int) -> bool:
    """Whether the token belongs to what stands before the phrase: "said", "(", "Two dead,", "shot dead", " - "."""
    token = doc[index]
    if is_dash(doc, index):
        return True
    if token.lower_ in OPENING:
        return True
    if token.tag_ in ("VBD", "VBZ", "VBP", "VB", "MD", "IN", ":", "-LRB-", "-RRB-"):
        acronym = token.dep_ == "compound" and token.text.isupper()  # "27 IS militants"
        hyphened = is_hyphen(doc, index + 1) or is_hyphen(doc, index - 1)  # "would-be"
        return token.lower_ not in QUANTIFYING and not acronym and not hyphened
    before = doc[index - 1].lower_ if index else ""
    return (token.text == "," and before in FATES) or (token.lower_ == "dead" and before in SHOOTING)


def is_hyphen(doc: Doc, index: int) -> bool:
    """Whether the token is the hyphen inside a word: "off-duty"."""
    if not 0 < index < len(doc) - 1 or doc[index].text != "-":
        return False
    return not doc[index - 1].whitespace_ and not doc[index].whitespace_


def _hyphened_edge(head: Token, edge: int) -> int:
    """Return the start of the phrase with the first half of "co-workers" and what stands before it."""
    doc = head.doc
    if doc[edge].text == "-" and is_hyphen(doc, edge):
        edge -= 1
    elif is_hyphen(doc, edge - 1) and edge > 1:
        edge -= 2
    else:
        return edge
    while edge and doc[edge - 1].dep_ in LEFT_PARTS and edge <= doc[edge - 1].head.i <= head.i:
        edge = doc[edge - 1].left_edge.i
    return edge


def _possessor(head: Token) -> set[int]:
    return {part.i for child in head.lefts if child.dep_ == "poss" for part in child.subtree}


def _count_in_phrase(scene: Scene, head: Token, left: int) -> CountMention | None:
    """Return the number of the phrase, looked for inside it and just before it."""
    owner = _possessor(head)
    for index in range(left, head.i):
        count = scene.count_at.get(index)
        # "Two county sheriff's deputies": a numeral before a singular owner counts those owned.
        lent = index in owner and scene.doc[index].head.tag_ == "NN" and scene.doc[index].head.dep_ == "poss"
        if count and (index not in owner or (lent and index == left)) and count.head <= head.i:
            return count
    if left > 2 and scene.doc[left - 1].lower_ in ("them", "whom", "those") and scene.doc[left - 2].lower_ == "of":
        # "three of them officers"
        return scene.count_at.get(left - 3)
    before = scene.count_at.get(left - 1)
    counted = scene.doc[before.head].head.i if before else -1
    if (
        before
        and scene.count_at.get(left) is not before
        and (counted >= left - 1 or scene.doc[before.head].dep_ == "conj" or scene.doc[counted].lower_ in DATED)
    ):
        # The parser sometimes leaves the numeral out of the phrase that it counts.
        return before
    if head.dep_ == "pobj" and head.head.lower_ == "of":
        # "dozens of people", "one of the guards": the quantity is the parent.
        parent = scene.count_at.get(head.head.head.i) or scene.count_at.get(head.head.i - 1)
        if parent:
            return parent
    return None


def is_plural(token: Token) -> bool:
    """Whether the word means several people."""
    return token.tag_ in ("NNS", "NNPS") or token.lower_ in MANY


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
        return _size_behind(head)
    if is_plural(head):
        return SOME if "some" in words else None
    if head.tag_ in ("NN", "NNP", "JJ", "") and "any" not in words and "every" not in words and "each" not in words:
        return exactly(1)
    return None


def _size_behind(head: Token) -> Count | None:
    """Return the number of "a family of five"."""
    for prep in head.rights:
        if prep.lower_ == "of" and prep.i == head.i + 1:
            return next((parse_count(obj.text) for obj in prep.rights if obj.like_num and obj.dep_ == "pobj"), None)
    return None


def make_mention(
    scene: Scene,
    head: Token,
    *,
    first: int,
    last: int,
    role: Role | None,
    category: VictimCategory,
    name: str | None,
    rule: str,
) -> PeopleMention:
    """Build the mention around `head` from tokens `first` to `last`, both inclusive."""
    found = None if name else _count_in_phrase(scene, head, first)
    if found:
        scene.used_counts.add(found.head)
        # "dozens of people" starts at the number, wherever the parser hangs it.
        count_first = min(i for i, c in scene.count_at.items() if c is found)
        first = count_first if first > count_first or not _leads_number(scene.doc, count_first) else first
    count = exactly(1) if name else found.count if found else _own_count(head, role)
    span = span_of(scene.doc, first, last)
    if count is None and is_plural(head):
        count = count_ages(scene.text, span.end)
    category = tell_age(scene.text, span, category)
    return PeopleMention(
        span=span,
        head=head.i,
        rule=rule,
        count=count,
        category=category,
        name=name,
        nationality=_nationality(scene, first, last),
    )


def _leads_number(doc: Doc, index: int) -> bool:
    """Whether the word before the number at `index` belongs to it: not a headline's last, "Talks Resume Six people"."""
    before = doc[index - 1] if index else None
    if before is not None and before.lower_ == "old":
        return False  # "more than a year old Six people"
    return before is None or before.pos_ in ("DET", "PRON", "ADJ", "NUM", "PART", "PUNCT") or before.tag_ == "POS"


def make_bare_mention(span: Span, head: int, count: Count | None, rule: str = "people.number") -> PeopleMention:
    """Build the mention of people of whom the words tell no more than how many they are."""
    return PeopleMention(
        span=span,
        head=head,
        rule=rule,
        count=count,
        category=VictimCategory.UNKNOWN,
        name=None,
        nationality=None,
    )


def _nationality(scene: Scene, first: int, last: int) -> str | None:
    for index in range(first, last + 1):
        token = scene.doc[index]
        if token.ent_type_ in ("NORP", "GPE") or (token.pos_ in ("ADJ", "PROPN") and token.text[0].isupper()):
            if index in scene.person_at or (index and scene.doc[index - 1].lower_ in ("central", "latin")):
                continue  # "the rector of a Central American university"
            # "A Sri Lankan cook", "two South Koreans".
            pair = scene.doc[index : index + 2].text if index < last else ""
            country = (scene.country_of(pair) if pair else None) or scene.country_of(token.text)
            if country:
                return country
    return None


def _modifier_category(scene: Scene, head: Token, left: int, *, first: int) -> VictimCategory | None:
    """Return what the words before `first` in the phrase say of the people, nearest first."""
    owner = _possessor(head)
    for index in range(first - 1, left - 1, -1):
        placed = scene.roles.get(index)
        if placed is None or index in owner or placed.role.use not in ("role", "modifier", "group"):
            continue
        if placed.role.category is not VictimCategory.UNKNOWN:
            return placed.role.category
    return None


def _complement_category(scene: Scene, head: Token) -> VictimCategory | None:
    """Return what "of" tells: "members of the security forces"."""
    for prep in head.rights:
        if prep.dep_ == "prep" and prep.lower_ in ("of", "from", "with"):
            for part in prep.subtree:
                placed = scene.roles.get(part.i)
                titled = placed is not None and placed.role.use == "title"  # "the Freedom and Justice party"
                if placed and not titled and placed.role.category not in VAGUE:
                    return placed.role.category
    return None


VAGUE = (VictimCategory.UNKNOWN, VictimCategory.CIVILIAN)
# Behind these "of" tells what befell them, and who did it: "three victims of the rebel offensive".
SUFFERING = frozenset(("victim", "victims", "casualty", "casualties", "survivor", "survivors", "target", "targets"))
# What people are no more when they have left it.
LEFT_BEHIND = frozenset(
    (VictimCategory.POLICE, VictimCategory.MILITARY, VictimCategory.MILITANT, VictimCategory.SECURITY_GUARD)
)
FORMER = frozenset(("retired", "former", "ex", "onetime", "erstwhile"))


def category_of(scene: Scene, head: Token, placed: Placed, left: int) -> VictimCategory:
    """Return who the people of a role word are, from the word, its modifiers and its complement."""
    role = placed.role
    if role.category in LEFT_BEHIND and any(scene.doc[i].lower_ in FORMER for i in range(left, placed.first + 1)):
        return VictimCategory.UNKNOWN  # "a retired colonel" is a civilian
    if role.use == "role" and role.category is not VictimCategory.MILITARY:
        return role.category
    longer = _longer_role(scene, head)
    if longer is not None:
        return longer.category
    told = _modifier_category(scene, head, left, first=placed.first)
    if role.use == "role":
        # "A police conscript", "a police sergeant".
        return VictimCategory.POLICE if told is VictimCategory.POLICE else role.category
    if told is None and role.id in COMPLETED and head.lower_ not in SUFFERING:
        told = _complement_category(scene, head)
    if told is None or (role.id in ("person", "captive", "man") and told not in FORCES):
        return role.category
    return told


def _longer_role(scene: Scene, head: Token) -> Role | None:
    """Return the role of which the word is only the beginning: "a member of parliament"."""
    for prep in head.rights:
        if prep.i == head.i + 1 and prep.lower_ == "of":
            for noun in prep.rights:
                placed = scene.roles.get(noun.i)
                if placed is not None and placed.first == head.i:
                    return placed.role
    return None


def is_closed(number: Token) -> bool:
    """Whether a comma parts the number from the noun behind it: "wounding more than 100, state media reported"."""
    behind = number.doc[number.i + 1 : number.i + 3]
    return len(behind) > 1 and behind[0].text == "," and behind[1].pos_ in ("NOUN", "PROPN", "DET", "PRON")


def only_speaks(noun: Token) -> bool:
    """Whether a name that a number stands before tells of it: "wounded 14 SANA reported", the comma being lost."""
    return noun.pos_ == "PROPN" and noun.dep_ == "nsubj" and noun.head.lower_ in SAID and noun.head.i == noun.i + 1


def counts_things(scene: Scene, head: Token) -> bool:
    """Whether a word for two counts what are no people: "a pair of shoes", "a couple of months"."""
    if head.lower_ not in ("pair", "couple"):
        return False
    counted = [noun for prep in head.rights if prep.lower_ == "of" and prep.i == head.i + 1 for noun in prep.rights]
    return any(noun.pos_ == "NOUN" and noun.i not in scene.roles for noun in counted)
