"""Finds whom a cue of harm befalls: from the dependency tree, and from the words beside the cue where that fails."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from dateline.relate.harm_words import Cue

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Doc, Token

    from dateline.mentions import CountMention, PeopleMention

REFLEXIVE = frozenset(("himself", "herself", "themselves", "itself"))
RELATIVE = frozenset(("who", "whom", "that", "which"))
SINGULAR = frozenset(("he", "him", "she", "her"))
PLURAL = frozenset(("they", "them"))
QUANTITIES = frozenset(
    (
        "bodies body corpses corpse remains number total most many majority some all each half group lives life rest both "
        "dead wounded injured either neither any part members couple pair crowd hundreds dozens thousands scores"
    ).split()
)
BETWEEN = frozenset(
    (
        "was were is are be been being has have had also later reportedly seriously critically badly slightly severely fatally "
        "more others other people persons and or both shot dead then already still mortally gravely lightly instantly "
        "immediately feared left found believed confirmed reported got , : - – as were either among which "
    ).split()
)
FATAL = frozenset(("dead", "fatally", "mortally", "lethally"))


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

    def __post_init__(self) -> None:
        """Fill the look-up tables."""
        token_at = {token.idx: token.i for token in self.doc}
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
            yield from people_of(people, obj, depth=depth + 1)
    for child in token.rights if found is not None else ():
        # "Omar Ali, 24, and Said Khan": the conjunct may hang on the age.
        for joined in (child, *child.rights) if child.dep_ in ("appos", "npadvmod", "nummod") else (child,):
            if joined.dep_ == "conj" and joined.pos_ in ("NOUN", "PROPN", "NUM", "PRON", "ADJ"):
                yield from people_of(people, joined, depth=depth + 1)
    yield from _parts(people, token, found)


def _parts(people: People, token: Token, whole: Patient | None) -> Iterator[Patient]:
    """Yield what "including three children" and ", three of them children" single out."""
    for child in token.rights:
        if child.dep_ == "prep" and child.lower_ in ("including", "among"):
            for obj in child.rights:
                if obj.dep_ in ("pobj", "pcomp") and obj.lower_ not in PLURAL:
                    for patient in people_of(people, obj, depth=2):
                        yield Patient(patient.people, patient.count, part=True, how=patient.how)
        elif child.dep_ == "appos" and whole is not None and whole.people is not None:
            inner = people.at.get(child.i)
            if inner is not None and inner is not whole.people and whole.people.name is None:
                for patient in people_of(people, child, depth=2):
                    yield Patient(patient.people, patient.count, part=True, how=patient.how)


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
    if word in RELATIVE:
        for above in token.ancestors:
            if above.dep_ in ("relcl", "acl"):
                noun = people.at.get(above.head.i)
                return Patient(noun) if noun is not None else None
        return None
    if word in SINGULAR or word in PLURAL:
        before = _antecedent(people, token, plural=word in PLURAL)
        return Patient(before, how="pronoun") if before is not None else None
    return None


def _stands_for(people: People, token: Token, mention: PeopleMention) -> bool:
    """Whether a token inside the phrase is its syntactic head: "dozens" of "dozens of people", a name's apposition."""
    first, last = people.first_token(mention), people.last_token(mention)
    return not first <= token.head.i <= last or token.head.i == token.i


def _antecedent(people: People, token: Token, *, plural: bool) -> PeopleMention | None:
    """Return the last phrase before `token`, in its sentence or the one before, that the pronoun may stand for."""
    sentence = token.sent
    start = max(sentence.start - 1, 0)
    previous = people.doc[start].sent.start
    best: PeopleMention | None = None
    for mention in people.mentions:
        if not previous <= mention.head < token.i or mention.rule == "people.number":
            continue
        if people.doc[mention.head].head.i == token.head.i:
            continue  # "the officer shot him": another person
        if plural:
            fits = mention.count is None or mention.count.best != 1
        else:
            fits = mention.count is not None and mention.count.best == 1
        if not fits or mention.span.of(people.doc.text).lower() in PLURAL:
            continue
        subject = people.doc[mention.head].dep_ in ("nsubj", "nsubjpass")
        if best is None or subject or people.doc[best.head].dep_ not in ("nsubj", "nsubjpass"):
            best = mention
    return best


def _child(token: Token, *deps: str) -> Token | None:
    return next((child for child in token.children if child.dep_ in deps), None)


def is_passive(verb: Token) -> bool:
    """Whether the verb stands in the passive, a participle behind its noun and a headline's bare one included."""
    if _child(verb, "nsubjpass", "auxpass") is not None:
        return True
    if verb.tag_ != "VBN" or _child(verb, "dobj") is not None:
        return False
    if any(child.lower_ in ("has", "have", "had", "'ve") for child in verb.children if child.dep_ == "aux"):
        return False
    return True


def victims_of_verb(people: People, cue: Cue) -> list[Patient]:
    """Return whom a transitive verb befalls."""
    verb = people.doc[cue.head]
    if verb.dep_ == "amod" and verb.head.pos_ in ("NOUN", "PROPN"):
        return _modified(people, verb)
    reflexive = next((child for child in verb.children if child.dep_ == "dobj" and child.lower_ in REFLEXIVE), None)
    if reflexive is not None:
        return _subjects(people, verb)
    if not is_passive(verb):
        objects = [child for child in verb.rights if child.dep_ in ("dobj", "dative", "oprd", "ccomp", "dep")]
        found = [patient for child in objects for patient in people_of(people, child) if child.pos_ != "VERB"]
        if found:
            # "arrested Ana Ruiz, 24, and Omar Ali": the parser joins the second name to the verb.
            joined = [p for c in verb.rights if c.dep_ == "conj" and c.pos_ in ("NOUN", "PROPN", "NUM") for p in people_of(people, c)]
            return found + joined + _verb_parts(people, verb)
        if any(child.dep_ == "dobj" for child in objects):
            return []
        shared = _shared_object(people, verb)
        if shared:
            return shared
        if verb.tag_ in ("VBD", "VBN") and not objects and _child(verb, "agent") is not None:
            return _subjects(people, verb)
        return near(people, cue, right=verb.tag_ in ("VBG", "VBD", "VB", "VBZ", "VBP"), left=verb.tag_ in ("VBD", "VBN"))
    found = _subjects(people, verb)
    if not found and verb.dep_ in ("acl", "relcl"):
        found = list(people_of(people, verb.head))
    if not found and verb.dep_ in ("oprd", "acomp", "xcomp", "ccomp", "advcl", "dep"):
        found = [*_governed(people, verb)]
    if not found:
        found = near(people, cue, right=False, left=True)
    return found + _verb_parts(people, verb)


def _verb_parts(people: People, verb: Token) -> list[Patient]:
    """Return the parts that hang on the verb: "were killed, including three children"."""
    return [
        Patient(patient.people, patient.count, part=True, how=patient.how)
        for child in verb.rights
        if child.dep_ == "prep" and child.lower_ in ("including", "among")
        for obj in child.rights
        if obj.dep_ == "pobj"
        for patient in people_of(people, obj, depth=1)
    ]


def _modified(people: People, verb: Token) -> list[Patient]:
    """Return the people of "two wounded soldiers"; "the slain officer" only names him again."""
    mention = people.at.get(verb.head.i)
    if mention is None or mention.head != verb.head.i:
        return []
    determiner = _child(verb.head, "det", "poss")
    if determiner is not None and determiner.lower_ not in ("a", "an", "some", "no"):
        return []
    return [Patient(mention)] if mention.count is not None else []


def _subjects(people: People, verb: Token) -> list[Patient]:
    """Return the people of the verb's subject, borrowed from the verb it is joined to when it has none."""
    current = verb
    for _ in range(4):
        subject = _child(current, "nsubjpass", "nsubj")
        if subject is not None:
            return list(people_of(people, subject))
        if current.dep_ in ("acl", "relcl") and current is not verb:
            return list(people_of(people, current.head))
        if current.dep_ in ("conj", "xcomp", "advcl") and current.head.pos_ in ("VERB", "AUX"):
            if current.dep_ == "conj" and _child(current, "auxpass") is None and _child(current.head, "dobj") is not None:
                return []
            current = current.head
            continue
        return []
    return []


def _governed(people: People, verb: Token) -> Iterator[Patient]:
    """Yield the people of "left two wounded", "found him injured"."""
    governor = verb.head
    for child in governor.children:
        if child.dep_ in ("dobj", "nsubjpass") and child.i != verb.i:
            yield from people_of(people, child)


def _shared_object(people: People, verb: Token) -> list[Patient]:
    """Return the object of "shot and killed two men", which stands on the other verb."""
    for child in verb.rights:
        if child.dep_ == "conj" and child.pos_ == "VERB" and child.i - verb.i <= 3:
            obj = _child(child, "dobj")
            if obj is not None:
                return list(people_of(people, obj))
    if verb.dep_ == "conj" and verb.head.pos_ == "VERB" and verb.i - verb.head.i <= 3:
        obj = _child(verb.head, "dobj")
        if obj is not None and obj.i > verb.i:
            return list(people_of(people, obj))
    return []


def victims_of_state(people: People, cue: Cue) -> list[Patient]:
    """Return of whom a state is said: "two were dead", "left two dead", "12 dead"."""
    token = people.doc[cue.head]
    before = near(people, cue, right=False, left=True)
    if before:
        return before
    own = _child(token, "nsubj", "nsubjpass")
    if own is not None:
        return list(people_of(people, own))
    current = token
    if current.dep_ == "pobj" or (current.dep_ == "prep" and current.pos_ == "ADP"):
        current = current.head if current.dep_ == "pobj" else current
    for _ in range(3):
        governor = current.head
        if governor.i == current.i:
            return []
        if governor.pos_ in ("NOUN", "PROPN") and governor.i < current.i and current.dep_ in ("amod", "prep", "acl", "relcl"):
            return list(people_of(people, governor))
        if governor.pos_ in ("VERB", "AUX"):
            obj = _child(governor, "dobj")
            if obj is not None and obj.i != token.i:
                return list(people_of(people, obj))
            own = _child(token, "nsubj", "nsubjpass")
            return list(people_of(people, own)) if own is not None else _subjects(people, governor)
        current = governor
    return []


def near(people: People, cue: Cue, *, right: bool, left: bool) -> list[Patient]:
    """Return the group right beside the cue, over auxiliaries and adverbs only."""
    doc = people.doc
    if left:
        index, steps = cue.first - 1, 0
        while index >= 0 and steps < 7 and doc[index].sent.start <= index:
            mention = people.at.get(index)
            if mention is not None and people.last_token(mention) >= index >= people.first_token(mention):
                if doc[people.first_token(mention) - 1].lower_ in ("by", "than") and people.first_token(mention):
                    break
                return [Patient(mention, how="near")]
            if doc[index].lower_ not in BETWEEN and doc[index].pos_ != "ADV":
                break
            index, steps = index - 1, steps + 1
    if right:
        index = cue.last + 1
        while index < len(doc) and doc[index].pos_ == "ADV" and index not in people.at:
            index += 1
        mention = people.at.get(index) if index < len(doc) else None
        if mention is not None and people.first_token(mention) <= index:
            return [Patient(mention, how="near"), *_joined(people, mention)]
    return []


def _joined(people: People, mention: PeopleMention) -> Iterator[Patient]:
    token = people.doc[mention.head]
    for child in token.rights:
        if child.dep_ == "conj" and child.pos_ in ("NOUN", "PROPN", "NUM"):
            yield from people_of(people, child, depth=1)


def is_fatal(verb: Token) -> bool:
    """Whether "dead", "fatally" or "to death" makes an injury a killing."""
    for child in verb.children:
        if child.lower_ in FATAL and child.dep_ in ("oprd", "acomp", "advmod", "amod", "xcomp", "advcl", "dep", "dobj"):
            return verb.i - 3 < child.i < verb.i + 8 and not any(kid.dep_ == "nsubj" for kid in child.children)
        if child.lower_ == "to" and any(kid.lower_ == "death" for kid in child.children):
            return True
    after = verb.doc[verb.i + 1 : verb.i + 3]
    return bool(len(after)) and (after[0].lower_ in FATAL or [t.lower_ for t in after] == ["to", "death"])
