"""Reads nouns of harm ("the death of", "a toll of 12") and nouns for people who came to harm ("the wounded")."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dateline.find.people_phrases import make_bare_mention
from dateline.records import Count, VictimStatus, exactly
from dateline.relate.bodies import BODIES
from dateline.relate.harm_acts import is_fatal_word
from dateline.relate.harm_hits import Hit, make_hits, status_of
from dateline.relate.harm_joined import added_behind
from dateline.relate.harm_parts import with_listed
from dateline.relate.harm_people import Patient, People, people_of
from dateline.relate.harm_tried import find_aimed
from dateline.relate.harm_victims import is_passive
from dateline.relate.harm_words import Cue
from dateline.spans import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

FATAL_ATTACK = "fatal_attack"  # entry of harms.toml
SHOOTINGS = "shootings"  # likewise
BEFALLING = ("of", "to", "among")  # before those whom "the death" befell
DYING = frozenset(("died", "die", "dies", "dying", "succumbed", "succumb", "recovering", "recovered"))
CASES = frozenset(("case", "cases", "trial"))
TIMED = frozenset(("on", "in", "at", "last", "yesterday", "today", "near", "outside"))
TIME_REACH = 9  # tokens of "the murder on the evening of 5 May of"
UNCOUNTED = frozenset(("unknown", "undetermined", "unspecified", "undisclosed", "uncertain"))


# What is done with bodies of people told dead before.
# fmt: off
LAID_OUT = frozenset((
    "buried", "washed", "carried", "carrying", "exhumed", "returned", "handed", "taken", "brought", "sent", "flown",
    "released", "mourned", "kept", "examined",
))
# fmt: on
FEW = frozenset(("one", "two", "three", "four", "1", "2", "3", "4"))  # who may well be told of before
COUNTING_PLACES = frozenset(("hospital", "hospitals", "morgue", "morgues", "mortuary", "clinic", "grave", "graves"))
COMING_UPON = frozenset(
    (
        "found",
        "recovered",
        "discovered",
        "find",
        "pulled",
        "received",
        "counted",
        "collected",
        "removed",
        "lay",
        "identified",
        "dumped",
        "retrieved",
        "finds",
        "finding",
        "recover",
        "recovers",
        "lie",
        "lying",
        "saw",
        "seen",
    )
)
# fmt: on


# Entries of harms.toml whose nouns, counted, stand for the people: "six bodies", "43 arrests", but "five murders".
PERSONIFIED = frozenset(("fatality", "detain"))
REPORTING = frozenset(("report", "reports", "word", "sign", "signs", "news", "information"))


def read_event(people: People, cue: Cue) -> Iterator[Hit]:
    """Read "the deaths of two guards", "his death", "12 deaths", "no injuries"."""
    token = people.doc[cue.head]
    if token.dep_ == "compound" and token.head.i > token.i:
        if token.head.lower_ in CASES and cue.word.id != FATAL_ATTACK:
            # "The murder case of Ana Ruiz", but "death threats", "murder charge".
            yield from make_hits(cue, _those_of(people, token.head))
        yield from make_hits(cue, find_aimed(people, token), VictimStatus.UNHARMED)
        return
    if token.dep_ == "pobj" and token.head.head.lower_ in DYING:
        return  # "died of their injuries"
    patients = [
        p
        for prep in token.rights
        if prep.dep_ == "prep" and prep.lower_ in (("on", "against") if cue.word.id == FATAL_ATTACK else BEFALLING)
        for obj in prep.rights
        if obj.dep_ == "pobj"
        for p in people_of(people, obj)
        if prep.lower_ == "of"
        or (p.people is not None and (cue.word.id != FATAL_ATTACK or p.people.count == exactly(1)))
    ]
    if not patients and cue.word.id == FATAL_ATTACK:
        return  # "the rebels' deadly attack"
    if cue.word.id == SHOOTINGS:
        # "The shootings of Ana Ruiz and two guards", but "the shootings of police officers", "the gang's shootings".
        patients = [p for p in patients if p.people is not None and p.people.count is not None]
        if not patients:
            return
    patients = patients or _behind_time(people, token)
    if not patients:
        patients = [p for child in token.lefts if child.dep_ == "poss" for p in people_of(people, child)]
    if not patients:
        patients = _joint_patients(people, token)
    if patients:
        fatal = any(is_fatal_word(child) for child in token.lefts)
        status = VictimStatus.KILLED if fatal and status_of(cue) is VictimStatus.INJURED else None
        patients = with_listed(people, patients)
        yield from make_hits(cue, [*patients, *added_behind(people, patients)], status)
        return
    count = _number_on(people, token)
    if count is not None and count.best == 0 and token.head.lower_ in ("had", "have", "has", "suffered", "sustained"):
        return  # "the survivors had no injuries"
    if token.lower_ == "massacres":
        return  # the number is one of acts
    if cue.word.weak:
        return  # "two shootings" counts acts
    if count is not None and (token.tag_ == "NNS" or (token.tag_ == "NN" and (count.best or 0) < 2)):
        yield Hit(cue, status_of(cue), _those_counted(people, cue, count), count)


def _those_of(people: People, noun: Token) -> list[Patient]:
    return [
        p
        for prep in noun.rights
        if prep.lower_ == "of"
        for obj in prep.rights
        if obj.dep_ == "pobj"
        for p in people_of(people, obj)
    ]


def _behind_time(people: People, event: Token) -> list[Patient]:
    """Return the people of "the murder on 5 May of Ana Ruiz", whom the parser hangs on the day or the place."""
    if event.i + 1 >= len(people.doc) or people.doc[event.i + 1].lower_ not in TIMED:
        return []
    for index in range(event.i + 2, min(event.i + TIME_REACH, event.sent.end - 1)):
        word = people.doc[index]
        if word.pos_ in ("VERB", "AUX", "PUNCT", "CCONJ"):
            return []
        # A town may stand before an office: "of Lyon mayor Ana Ruiz".
        told = word.lower_ == "of" and people.doc[index - 1].ent_type_ in ("DATE", "TIME", "GPE")
        near = range(index + 1, min(index + 4, event.sent.end)) if told else ()
        if any(people.doc[i].pos_ == "PUNCT" or people.doc[i].ent_type_ in ("DATE", "TIME") for i in near[:2]):
            return []  # "in the early hours of Sunday"
        mention = next((people.at[i] for i in near if i in people.at), None)
        if mention is not None and people.first_token(mention) in near:
            return list(people_of(people, people.doc[mention.head])) or [Patient(mention, how="near")]
    return []


def _joint_patients(people: People, token: Token) -> list[Patient]:
    """Return the people of "the killing and wounding of 12", who hang on the other noun."""
    others = [child for child in token.rights if child.dep_ == "conj"]
    if token.dep_ == "conj":
        others.append(token.head)
    return [
        p
        for other in others
        if abs(other.i - token.i) <= 3
        for prep in other.rights
        if prep.lower_ == "of"
        for obj in prep.rights
        for p in people_of(people, obj)
    ]


def _number_on(people: People, token: Token) -> Count | None:
    for child in token.lefts:
        if child.i in people.count_at:
            return people.count_at[child.i].count
        if child.lower_ == "no" and child.dep_ == "det":
            return exactly(0)
    above = token.head
    if token.dep_ == "pobj" and above.lower_ == "of" and above.head.i in people.count_at:
        return people.count_at[above.head.i].count
    if token.dep_ in ("pobj", "dobj") and "without" in (token.head.lower_, token.head.head.lower_):
        return exactly(0)
    if any(child.lower_ == "neither" for child in (*token.lefts, *(token.head.lefts if token.dep_ == "conj" else ()))):
        return exactly(0)
    if token.dep_ == "pobj" and above.lower_ == "of" and above.head.lower_ in REPORTING and _is_none(above.head):
        return exactly(0)  # "no reports of casualties"
    if token.dep_ == "conj" and token.head.tag_ in ("NN", "NNS"):
        # "no deaths or injuries"
        count = _number_on(people, token.head)
        return count if count is not None and count.best == 0 else None
    return None


def _those_counted(people: People, cue: Cue, count: Count) -> Patient | None:
    """Return the people whom a noun for what befell them counts; None for nobody."""
    noun = people.doc[cue.head]
    if not count.best or cue.word.id not in PERSONIFIED:
        return None
    numbers = [child.left_edge.i for child in noun.lefts if child.i in people.count_at]
    first = min(numbers, default=noun.i)
    span = Span(people.doc[first].idx, noun.idx + len(noun))
    return Patient(make_bare_mention(span, noun.i, count)) if first < noun.i else None


def _held_as(people: People, hostages: Token) -> list[Patient]:
    """Return the people of "taking as hostages Ana Ruiz and two engineers", "two drivers were held as hostages"."""
    verb = hostages.head.head
    deps = ("nsubjpass",) if is_passive(verb) else ("dobj", "dative")
    held = [child for child in verb.children if child.dep_ in deps]
    held += [child for child in hostages.rights if child.dep_ == "appos"]
    return [p for child in held for p in people_of(people, child)]


def _is_new(noun: Token) -> bool:
    """Whether the words tell of someone not told before: "a gunshot victim"."""
    return any(child.lower_ in ("a", "an", "another", "one") for child in noun.lefts)


def _are_counted_in(bodies: Token) -> bool:
    """Whether a hospital counts them, or a grave gives them up: "the bodies of 19 people were taken to the morgue"."""
    laid = bodies.head
    ends = [kid.lower_ for prep in laid.rights if prep.dep_ == "prep" for kid in prep.rights if kid.dep_ == "pobj"]
    owners = (obj for prep in bodies.rights if prep.lower_ == "of" for obj in prep.rights)
    counted = any(kid.tag_ == "CD" and kid.lower_ not in FEW for owner in owners for kid in owner.lefts)
    return counted and bodies.dep_ == "nsubjpass" and not COUNTING_PLACES.isdisjoint(ends)


def _are_brought_in(bodies: Token) -> bool:
    """Whether they are of people not told of before, and told what befell them: "of four soldiers captured in May"."""
    if _are_counted_in(bodies):
        return True
    owners = [obj for prep in bodies.rights if prep.lower_ == "of" for obj in prep.rights if obj.dep_ == "pobj"]
    return any(
        any(child.dep_ in ("acl", "relcl") for child in owner.rights)
        and not any(child.dep_ == "det" and child.lower_ not in ("a", "an") for child in owner.lefts)
        for owner in owners
    )


def _is_none(token: Token) -> bool:
    return any(child.lower_ == "no" and child.dep_ == "det" for child in token.lefts)


def read_people_noun(people: People, cue: Cue) -> Iterator[Hit]:
    """Yield the people that a noun for those who came to harm stands for."""
    token = people.doc[cue.head]
    if token.pos_ not in ("NOUN", "PROPN") or (token.dep_ == "compound" and token.head.i > token.i):
        return
    if cue.word.id == "fatality" and token.lower_ in BODIES:
        named = [
            p for prep in token.rights if prep.lower_ == "of" for obj in prep.rights for p in people_of(people, obj)
        ] or [p for child in token.lefts if child.dep_ == "poss" for p in people_of(people, child)]
        found = token.head.lower_ in COMING_UPON
        # "the bodies of 12 men" are dead wherever they lie; "strapped to his body" tells of no death.
        owned = any(child.dep_ == "poss" for child in token.lefts)
        if named and (found or (not owned and (token.head.lower_ not in LAID_OUT or _are_brought_in(token)))):
            yield from make_hits(cue, named)
            return
        if token.lower_ == "remains":
            return  # "the remains of a house"
        count = _number_on(people, token)
        if count is not None and not count.best:
            return  # "no body has been recovered"
        told_before = any(child.lower_ in ("the", "their", "these", "those") for child in token.lefts)
        if not found and (count is None or (told_before and token.head.lower_ in LAID_OUT)):
            return
    if cue.word.id == "gunshot_victim" and (token.head.lower_ in DYING or (token.tag_ == "NN" and not _is_new(token))):
        return  # "second shooting victim dies", "the gunshot victim"
    if cue.word.id == "hostage" and token.dep_ == "pobj" and token.head.lower_ == "as":
        yield from make_hits(cue, _held_as(people, token))
        return
    if cue.word.id == "hostage" and any(child.lower_ in ("the", "these", "those", "all") for child in token.lefts):
        return  # told of before
    count = _number_on(people, token)
    if count is None:
        mention = people.at.get(token.i)
        count = mention.count if mention is not None and mention.head == token.i and token.tag_ == "NN" else None
    if count is None:
        return
    if count.best and any(child.lower_ in UNCOUNTED for child in (*token.lefts, *token.head.head.lefts)):
        return  # "an unknown number of casualties"
    statuses = (
        (VictimStatus.KILLED, VictimStatus.INJURED)
        if cue.word.id == "casualty" and count.best == 0
        else (status_of(cue),)
    )
    for status in statuses:
        yield Hit(cue, status, _those_counted(people, cue, count), count)
