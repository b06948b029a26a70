"""Finds whom a cue of harm befalls: from the dependency tree, and from the words beside the cue where that fails."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from dateline.analysis.texts import lower_words, offsets_of, text_of
from dateline.records import VictimCategory, exactly
from dateline.relate.harm_pronouns import PLURAL, SINGULAR, find_antecedent

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Doc, Token

    from dateline.mentions import CountMention, PeopleMention

RELATIVE = frozenset(("who", "whom", "that", "which"))
BE = frozenset(("was", "were", "is", "are"))
# Categories whose people are seized by the law rather than abducted, and those that tell little of who people are.
WANTED = frozenset((VictimCategory.MILITANT, VictimCategory.PERPETRATOR))
OPEN = (VictimCategory.CIVILIAN, VictimCategory.UNKNOWN)  # "civilians" may be of any calling
MALES = frozenset(("man", "men", "boy", "boys", "brother", "brothers", "son", "sons", "father", "fathers", "husband"))
FEMALES = frozenset(
    ("woman", "women", "girl", "girls", "sister", "sisters", "daughter", "daughters", "mother", "mothers", "wife")
)

OPENING = frozenset((",", ";", ":", "-", "--", "\u2013", "\u2014"))  # what a phrase may stand behind as if at the start
WHOLE_REACH = 12  # tokens between "20 people, among" and the last of those singled out, at most
APPOSITION = 16  # tokens between the commas behind a phrase, at most


OWNERS = {"his": False, "her": False, "their": True}  # to whether the owner is plural


KINSHIP = frozenset(("people.relative", "people.family_child", "people.both_parents"))


# fmt: off
QUANTITIES = frozenset((
    "bodies", "body", "corpses", "corpse", "remains", "number", "total", "most", "many", "majority", "some", "all",
    "each", "half", "group", "lives", "life", "rest", "both", "dead", "wounded", "injured", "either", "neither",
    "any", "part", "members", "couple", "pair", "crowd", "hundreds", "dozens", "thousands", "scores",
))
# fmt: on


@dataclass(frozen=True, slots=True)
class Patient:
    """One group that a cue befalls."""

    people: PeopleMention | None
    count: CountMention | None = None  # when there is no phrase for people
    part: bool = False  # told as part of another ("including three children")
    how: str = "tree"  # how it was found: "tree", "near", "pronoun"


@dataclass(slots=True)
class People:
    """The phrases for people of a text, for look-up by token."""

    doc: Doc
    mentions: Sequence[PeopleMention]
    counts: Sequence[CountMention]
    at: dict[int, PeopleMention] = field(default_factory=dict)  # heads first, then every token of a phrase
    count_at: dict[int, CountMention] = field(default_factory=dict)
    text: str = ""  # of `doc`, which builds it anew at each call
    lower: tuple[str, ...] = ()  # the words of `doc` in small letters

    def __post_init__(self) -> None:
        """Fill the look-up tables."""
        self.text = text_of(self.doc)
        self.lower = lower_words(self.doc)
        token_at = {offset: index for index, offset in enumerate(offsets_of(self.doc))}
        for mention in sorted(self.mentions, key=lambda m: m.span.start - m.span.end):
            # Shorter phrases come last and overwrite the longer ones around them.
            for index in _tokens(self.doc, token_at, mention.span.start, mention.span.end):
                self.at[index] = mention
        for mention in self.mentions:
            self.at[mention.head] = mention
        for count in self.counts:
            for index in _tokens(self.doc, token_at, count.span.start, count.span.end):
                self.count_at[index] = count

    def first_token(self, mention: PeopleMention) -> int:
        """Return the number of the phrase's first token."""
        index = mention.head
        while index > 0 and self.doc[index - 1].idx >= mention.span.start:
            index -= 1
        return index

    def last_token(self, mention: PeopleMention) -> int:
        """Return the number of the phrase's last token."""
        index = mention.head
        while index + 1 < len(self.doc) and self.doc[index + 1].idx < mention.span.end:
            index += 1
        return index

    def last_of_count(self, count: CountMention) -> int:
        """Return the number of the last token of a number's words."""
        index = count.head
        while index + 1 < len(self.lower) and self.count_at.get(index + 1) is count:
            index += 1
        return index


def _tokens(doc: Doc, token_at: dict[int, int], start: int, end: int) -> Iterator[int]:
    index = token_at.get(start)
    while index is not None and index < len(doc) and doc[index].idx < end:
        yield index
        index += 1


def people_of(people: People, token: Token, *, depth: int = 0) -> Iterator[Patient]:
    """Yield the groups that the phrase at `token` names, its conjuncts and "including" parts among them."""
    if depth > 4:
        return
    found = _one(people, token)
    if found is not None:
        yield found
    elif token.lower_ in QUANTITIES or token.i in people.count_at:
        for obj in _objects(token, ("of", "among")):
            for patient in people_of(people, obj, depth=depth + 1):
                yield _none_of(patient) if token.lower_ == "neither" else patient
    for child in token.rights if found is not None else ():
        # "Omar Ali, 24, and Said Khan": the conjunct may hang on the age.
        for joined in (child, *child.rights) if child.dep_ in ("appos", "npadvmod", "nummod") else (child,):
            if (
                joined.dep_ == "conj"
                and (
                    not _is_second_title(people, token, joined) if joined is child else _is_someone_else(people, joined)
                )
                and joined.pos_ in ("NOUN", "PROPN", "NUM", "PRON", "ADJ")
            ):
                # "Two rebels, X of Lyon and Omar Ali": of the two, though X is not known for a name.
                listed = joined is not child and child.dep_ == "appos" and _is_several(found)
                if listed and child.i in people.at:
                    continue  # who is apposed is known, and read below with those joined
                for patient in people_of(people, joined, depth=depth + 1):
                    yield replace(patient, part=True) if listed else patient
    if found is not None and depth == 0:
        yield from _joined_too_low(people, token)
    yield from _parts(people, token, found)


def _is_several(patient: Patient | None) -> bool:
    who = patient.people if patient is not None else None
    return who is not None and who.count is not None and (who.count.best or 0) > 1


def _joined_too_low(people: People, token: Token) -> Iterator[Patient]:
    """Yield the people whom the parser joins to what only describes the first: "the mayor of Lyon and his wife"."""
    for prep in token.rights:
        if prep.dep_ != "prep" or prep.lower_ not in ("of", "from", "with", "in", "to"):
            continue
        words = [word for obj in prep.rights for word in (obj, *(low for kid in obj.rights for low in kid.rights))]
        for word in words:
            mention = people.at.get(word.i)
            described = mention is None or mention.head != word.i or mention.name is None
            if word.dep_ != "pobj" or not described:
                continue
            for joined in word.rights:
                other = people.at.get(joined.i)
                if joined.dep_ != "conj" or other is None or other.head != joined.i:
                    continue
                if mention is not None and mention.head == word.i and people.doc[mention.head].tag_ == "NNS":
                    continue  # "the leader of farmers and workers"
                if any(kid.dep_ in ("det", "poss", "nummod") for kid in joined.lefts):
                    yield Patient(other, how="near")


def _is_second_title(people: People, token: Token, joined: Token) -> bool:
    """Whether "and preacher" in "the imam and preacher" only says more of the same person."""
    other = people.at.get(joined.i)
    if other is not None and other.rule in KINSHIP:
        return False  # "a father and son"
    if token.tag_ != "NN" or joined.tag_ != "NN" or not any(child.dep_ == "det" for child in token.lefts):
        return False
    return not any(child.dep_ in ("det", "poss", "nummod", "amod", "compound") for child in joined.lefts)


def over_apposition(people: People, cue: int) -> list[Patient]:
    """Return the people whom commas cut off from their verb at token `cue`: "37 people, most of them young, died".

    The parser hangs the verb on what stands between the commas, so that it has no subject.
    """
    doc = people.doc
    start = doc[cue].sent.start
    index = cue - 1
    while index > start and (doc[index].pos_ in ("AUX", "ADV") or doc[index].lower_ in ("both", "all")):
        index -= 1
    if index <= start or doc[index].text != ",":
        return []
    for opening in range(index - 1, max(start, index - APPOSITION), -1):
        if doc[opening].tag_ in ("VBD", "VBZ", "MD") and doc[opening].dep_ != "relcl":
            return []
        mention = people.at.get(opening - 1)
        if doc[opening].text != "," or mention is None or people.last_token(mention) != opening - 1:
            continue
        counted = mention.count is not None and not mention.is_bare
        first = people.first_token(mention)
        other = people.at.get(first - 2) if first > start + 1 and people.lower[first - 1] == "and" else None
        if other is not None and people.last_token(other) == first - 2 and people.lower[opening + 1] == "both":
            return [Patient(other, how="near"), Patient(mention, how="near")]
        free = first == start or doc[first - 1].text in OPENING
        return [Patient(mention, how="near")] if counted and free else []
    return []


def _is_someone_else(people: People, joined: Token) -> bool:
    """Whether "and Omar Ali", "and his driver" behind an apposition adds a person ("a nurse and mother" does not)."""
    mention = people.at.get(joined.i)
    return mention is not None and (
        mention.name is not None
        or (any(kid.dep_ in ("poss", "det", "nummod") for kid in joined.lefts) and not is_second_office(joined))
    )


def is_second_office(joined: Token) -> bool:
    """Whether it tells what else a person is: "Ana Ruiz, a journalist and the head of a party", no comma between."""
    first = joined.left_edge.i
    if joined.dep_ != "conj" or joined.head.dep_ != "appos" or joined.tag_ != "NN" or first < 2:
        return False
    before = joined.doc[first - 2 : first]
    beside = before[1].lower_ == "and" and before[0].text != ","
    return beside and any(child.lower_ == "of" for child in joined.rights)


def _none_of(patient: Patient) -> Patient:
    """Return the group of "neither of the guards", of whom there are none."""
    if patient.people is None:
        return patient
    return replace(patient, people=replace(patient.people, count=exactly(0)))


def _parts(people: People, token: Token, whole: Patient | None) -> Iterator[Patient]:
    """Yield what "including three children" and ", three of them children" single out; of nobody, nothing."""
    if whole is not None and whole.people is not None and whole.people.count == exactly(0):
        return
    for child in token.rights:
        if child.dep_ == "prep" and child.lower_ in ("including", "among"):
            for obj in child.rights:
                if obj.dep_ in ("pobj", "pcomp") and obj.lower_ not in PLURAL:
                    for patient in people_of(people, obj, depth=2):
                        yield Patient(patient.people, patient.count, part=True, how=patient.how)
        elif child.dep_ == "appos" and whole is not None and whole.people is not None:
            yield from _appositions(people, whole.people, child)


def _appositions(people: People, whole: PeopleMention, child: Token) -> Iterator[Patient]:
    """Yield the parts of a group told behind it, or the next of a list that the parser takes for an apposition."""
    inner = people.at.get(child.i)
    if inner is None or inner is whole or people.doc[people.first_token(inner) - 1].text == ":":
        return
    single = whole.count is not None and whole.count.best == 1
    if single and inner.count is not None and (inner.count.best or 0) > 1:
        yield from people_of(people, child, depth=2)  # "a third customer, the two men and a guard"
        return
    before = people.doc[max(people.first_token(inner) - 3, 0) : people.first_token(inner)]
    mostly = any(word.lower_ in MOSTLY for word in (*before, people.doc[people.first_token(inner)]))
    # "five policemen, two drivers and a guard": the parser takes the second of a list for an apposition.
    listed = any(kid.dep_ == "conj" and kid.i > child.i for kid in (*child.head.rights, *child.rights))
    if single and not any(kid.dep_ == "poss" for kid in child.lefts):
        return
    kin = single and inner.rule in KINSHIP  # "Omar Ali, his wife Rana, and their son"
    told = list(people_of(people, child, depth=2))
    if listed and not single and _comes_to(told, whole) and not _are_others(people, told, whole):
        listed = False  # "two civilians, a father and his daughter"
    for patient in told:
        yield Patient(
            patient.people,
            patient.count,
            part=mostly or (inner.name is not None and not kin) or not (single or listed),
            how=patient.how,
        )


def _comes_to(listed: Sequence[Patient], whole: PeopleMention) -> bool:
    """Whether the people listed behind a group are together as many as it."""
    counts = [patient.people.count for patient in listed if patient.people is not None]
    return whole.count is not None and whole.count.best == sum(count.best or 0 for count in counts if count is not None)


def _are_others(people: People, listed: Sequence[Patient], whole: PeopleMention) -> bool:
    """Whether one of those listed cannot be of the group, by sex or calling: "two men, a woman and a girl"."""
    word = people.doc[whole.head].lower_
    others = [p.people for p in listed if p.people is not None]
    heads = {people.doc[other.head].lower_ for other in others}
    if (word in MALES and heads & FEMALES) or (word in FEMALES and heads & MALES):
        return True
    if whole.category in OPEN:
        return False
    return any(other.name is None and other.category not in (*OPEN, whole.category) for other in others)


# "Twenty people, most of them women and children"
MOSTLY = frozenset(("most", "mostly", "many", "mainly", "largely", "half", "majority", "some", "all"))


def _objects(token: Token, words: Sequence[str]) -> Iterator[Token]:
    for prep in token.rights:
        if prep.dep_ == "prep" and prep.lower_ in words:
            yield from (obj for obj in prep.rights if obj.dep_ == "pobj")


def _one(people: People, token: Token) -> Patient | None:
    """Return the group at one token: a phrase, a relative pronoun's noun, or what a pronoun stands for."""
    mention = people.at.get(token.i)
    word = token.lower_
    if mention is not None and (mention.head == token.i or _stands_for(people, token, mention)):
        return Patient(mention)
    if word == "more":
        # "injuring fifty more"
        counted = next(
            (people.at[child.i] for child in token.lefts if child.i in people.count_at and child.i in people.at), None
        )
        return Patient(counted) if counted is not None else None
    if word in RELATIVE:
        for above in token.ancestors:
            if above.dep_ in ("relcl", "acl"):
                noun = _whole_before(people, token, above)
                noun = noun or people.at.get(above.head.i) or _described(people, word, above.head)
                return Patient(noun) if noun is not None else None
        return None
    if token.tag_ == "PRP$" and word in OWNERS:
        owner = find_antecedent(people, token, plural=OWNERS[word])
        return Patient(owner, how="pronoun") if owner is not None else None
    if word in SINGULAR or word in PLURAL:
        before = find_antecedent(people, token, plural=word in PLURAL)
        return Patient(before, how="pronoun") if before is not None else None
    return None


def _whole_before(people: People, pronoun: Token, verb: Token) -> PeopleMention | None:
    """Return the 20 of "20 people, among them a baby, who were killed", where the parser hangs "who" on the baby."""
    single = any(child.lower_ in ("was", "is", "has") for child in (verb, *verb.children))
    if pronoun.lower_ not in ("who", "whom") or pronoun.i == 0 or pronoun.nbor(-1).text != "," or single:
        return None
    behind = reversed(people.doc[max(verb.head.i - WHOLE_REACH, verb.sent.start + 1) : verb.head.i])
    prep = next((word for word in behind if word.lower_ in ("including", "among") or word.pos_ == "VERB"), None)
    if prep is None or prep.lower_ not in ("including", "among") or prep.nbor(-1).text != ",":
        return None
    if prep.lower_ == "among" and prep.nbor().lower_ not in PLURAL | RELATIVE:
        return None
    whole = people.at.get(prep.i - 2)
    several = whole is not None and whole.count is not None and (whole.count.best or 0) > 1
    return whole if whole is not None and several and people.last_token(whole) == prep.i - 2 else None


def _described(people: People, pronoun: str, noun: Token) -> PeopleMention | None:
    """Return the person of "a man with burns who died later", where the parser hangs "who" on the burns."""
    if (
        pronoun not in ("who", "whom")
        or noun.dep_ != "pobj"
        or noun.head.lower_ not in ("with", "from", "in", "at", "of")
    ):
        return None
    mention = people.at.get(noun.head.head.i)
    return mention if mention is not None and mention.head == noun.head.head.i else None


def _stands_for(people: People, token: Token, mention: PeopleMention) -> bool:
    """Whether a token inside the phrase is its syntactic head: "dozens" of "dozens of people", a name's apposition."""
    first, last = people.first_token(mention), people.last_token(mention)
    return not first <= token.head.i <= last or token.head.i == token.i
