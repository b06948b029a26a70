"""Reads a cue of harm: the groups it befalls and their numbers, before context is judged."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from dateline.find.counts import parse_count
from dateline.find.people_phrases import BULLET_ROLES
from dateline.records import VictimCategory, VictimStatus
from dateline.relate.harm_context import is_denied
from dateline.relate.harm_fatal import FATAL, find_fatal_parts, find_put_to_death, is_fatal
from dateline.relate.harm_hits import (
    Hit,
    counted_patients,
    is_lawful,
    is_verb,
    make_hits,
    make_total_hits,
    number_of,
    status_of,
)
from dateline.relate.harm_idioms import read_idiom
from dateline.relate.harm_joined import joined_before_comma, joined_behind
from dateline.relate.harm_near import find_left, find_struck_behind, near
from dateline.relate.harm_nouns import read_event, read_people_noun
from dateline.relate.harm_outcomes import read_outcome
from dateline.relate.harm_parts import read_list, with_counted_before, with_listed
from dateline.relate.harm_people import Patient, People, over_apposition, people_of
from dateline.relate.harm_pronouns import UNSURE
from dateline.relate.harm_states import is_counted, is_told_of, read_state, told_behind
from dateline.relate.harm_tolls import find_labelled, find_toll
from dateline.relate.harm_victims import (
    REFLEXIVE,
    is_passive,
    verb_parts,
    victims_of_verb,
)
from dateline.relate.harm_words import HURT, Cue, load_harm_words

if TYPE_CHECKING:
    from spacy.tokens import Token


# fmt: off
EVENT_NOUNS = frozenset((
    "arrest", "arrests", "murder", "murders", "capture", "kidnapping", "kidnappings", "killing", "killings",
    "massacre", "massacres", "shooting", "shootings", "stabbing", "stabbings", "wounding", "beating", "beatings",
    "rescue", "release", "slaying", "slayings", "beheading", "beheadings", "lynching", "torture", "rape", "rapes",
    "injuring",
))
# fmt: on
INCLUDE = (("include",), ("included",), ("includes",))
RUSHING = (("at",), ("into",), ("towards",), ("toward",))  # behind "charged": whom police run at
STRIKING = frozenset(("shoot", "struck", "hit_body", "wound"))
# fmt: off
GASES = frozenset((
    "gas", "gases", "chlorine", "sarin", "chemical", "chemicals", "toxic", "nerve", "mustard", "smoke", "fumes",
    "poison", "poisonous",
))
# fmt: on
OUT_OF = re.compile(r"\bof (?:the|those) ([\w,.-]+) \w+$", re.IGNORECASE)
# One side's losses in a fight are not all that died in it; children are some of them.
SIDES = frozenset((VictimCategory.MILITARY, VictimCategory.POLICE, VictimCategory.MILITANT, VictimCategory.PERPETRATOR))
NOTICES = frozenset(("news", "press", "media", "written", "department", "'s", "\u2019s"))  # before a "release"
# fmt: off
PUBLISHED = frozenset((
    "name", "names", "identity", "identities", "video", "videos", "footage", "photo", "photos", "photograph",
    "photographs", "picture", "pictures", "image", "images", "statement", "statements", "details", "information",
    "report", "reports", "list", "description", "sketch", "data", "figures", "document", "documents", "results",
    "letter", "recording", "tape", "clip", "transcript", "findings", "toll", "communique",
))
# fmt: on
HAVING = frozenset(("had", "having", "has"))
UNHURT_OBJECTS = frozenset(("injury", "injuries", "harm", "death", "serious", "unhurt"))


def read_cue(people: People, cue: Cue) -> Iterator[Hit]:
    """Yield what a cue tells, a hit for each group."""
    left = find_left(people, cue) if cue.word.frame in ("object", "state") else []
    if left:
        yield from make_hits(cue, left)
        return
    dead = find_put_to_death(people, cue)
    if dead:
        yield from make_hits(cue, with_listed(people, dead), VictimStatus.KILLED)
        return
    match cue.word.frame:
        case "object":
            yield from _read_verb(people, cue)
        case "subject":
            yield from _read_subject_verb(people, cue)
        case "idiom":
            found = list(read_idiom(people, cue))
            yield from found
            if found and cue.word.id in STRIKING:
                yield from make_hits(cue, find_fatal_parts(people, cue), VictimStatus.KILLED)
                yield from make_hits(cue, find_struck_behind(people, cue), found[0].status)
        case "state":
            yield from read_state(people, cue)
        case "event":
            yield from read_event(people, cue)
        case "outcome":
            yield from read_outcome(people, cue)
        case "people":
            yield from read_people_noun(people, cue)
        case _:
            yield from make_total_hits(cue, status_of(cue), find_toll(people, cue))


def _read_verb(people: People, cue: Cue) -> Iterator[Hit]:
    token = people.doc[cue.head]
    status = status_of(cue)
    if cue.word.id == "free" and _is_notice(people, cue):
        return
    labelled = find_labelled(people, cue)
    if labelled is not None:
        yield from make_total_hits(cue, status, [labelled])
        return
    if status is VictimStatus.INJURED:
        yield from make_hits(cue, find_fatal_parts(people, cue), VictimStatus.KILLED)
        status = VictimStatus.KILLED if is_fatal(token) else status
    if token.lower_ == "blown" and any(child.lower_ in REFLEXIVE for child in token.rights):
        status = VictimStatus.KILLED
    if token.dep_ == "pobj" and token.head.lower_ == "of" and token.pos_ != "NOUN":
        yield from make_hits(cue, counted_patients(people, cue), status)  # "tens of wounded"
        return
    if token.lower_ in HURT and is_told_of(token) and not is_counted(people, token):
        # "The injured were Ana Ruiz and Ben Cole."
        yield from make_hits(cue, told_behind(people, token), status)
        return
    if not is_verb(token):
        if token.pos_ == "ADJ" and not token.lower_.endswith(("ed", "en", "hurt", "shot")):
            return  # "free", "beat"
        if token.pos_ == "ADJ" and token.dep_ not in ("dobj", "pobj", "nsubj", "nsubjpass"):
            yield from read_state(people, cue)
            return
        if token.lower_ == "martyrs":
            yield from read_people_noun(people, cue)
        elif token.lower_ in EVENT_NOUNS and token.tag_ in ("NN", "NNS"):
            yield from read_event(people, cue)
        elif token.lower_ == "shot" and token.dep_ in BULLET_ROLES:
            return  # "fired one shot"
        elif token.pos_ in ("NOUN", "PROPN") and token.lower_.endswith(("ed", "hurt", "slain", "shot")):
            # "12 wounded", "the injured": a participle that the tagger takes for a noun.
            yield from make_hits(cue, counted_patients(people, cue), status)
        return
    if cue.word.id == "charge" and people.lower[cue.last + 1 : cue.last + 2] in RUSHING:
        return  # "police charged at the crowd"
    if cue.word.id == "charge" and not is_passive(token):
        # Not "charged that", "charged the crowd with batons".
        named = [
            p for c in token.rights if c.dep_ == "dobj" for p in people_of(people, c) if p.people and p.people.name
        ]
        yield from make_hits(cue, named if any(c.lower_ == "with" for c in token.rights) else [])
        return
    if cue.first and people.lower[cue.first - 1] == "those" and people.lower[cue.last + 1 : cue.last + 2] in INCLUDE:
        parts = [Patient(mention, part=True) for mention in read_list(people, cue.last + 2)]
        yield from make_hits(cue, parts, status)
        return
    if cue.word.id == "rob" and token.dep_ in ("compound", "amod"):
        return  # "a carjacking suspect"
    if cue.word.id == "affect" and not any(word.lower_ in GASES for word in token.sent):
        return
    if cue.word.id == "protect" and token.tag_ not in ("VBD", "VBN"):
        return
    if (cue.word.id == "catch" and not _is_arrest(people, cue)) or (cue.word.id == "question" and not is_lawful(token)):
        return
    patients = victims_of_verb(people, cue)
    if len(patients) == 1 and (total := number_of(people, patients[0])) is not None:
        yield from _read_number_of(people, cue, patients[0], total)
        return
    patients = with_listed(people, patients) if not is_passive(token) else with_counted_before(people, patients)
    if token.dep_ == "acl":
        patients = [_all_of(people, patient) for patient in patients]
    patients += find_struck_behind(people, cue) if patients and cue.word.id in STRIKING else []
    joined = [
        *joined_before_comma(people, patients, token.sent),
        *joined_behind(people, patients, cue=_end_of_deed(token, cue)),
    ]
    yield from make_hits(cue, [*patients, *joined], status)


def _all_of(people: People, patient: Patient) -> Patient:
    """Return the whole of "41 of the 118 men killed", of whom it is said; other groups as they are."""
    who = patient.people
    if who is None or who.is_bare or who.count is None:
        return patient
    inner = OUT_OF.search(who.span.of(people.text))
    whole = parse_count(inner.group(1)) if inner else None
    if whole is None or (whole.best or 0) <= (who.count.best or 0):
        return patient
    return replace(patient, people=replace(who, count=whole))


def _read_number_of(people: People, cue: Cue, patient: Patient, last: int) -> Iterator[Hit]:
    """Read "the number of people killed", a total, and "the number of rebels killed", of children, of one kind."""
    category = patient.people.category if patient.people is not None else VictimCategory.UNKNOWN
    found = list(find_toll(people, cue, after=last))
    if category in UNSURE:
        yield from make_total_hits(cue, status_of(cue), found)
        return
    sided = [replace(p, people=replace(p.people, category=category)) if p.people is not None else p for p in found]
    if category not in SIDES:
        sided = [replace(patient, part=True) for patient in sided]
    yield from make_hits(cue, sided)


def _is_notice(people: People, cue: Cue) -> bool:
    """Whether a "release" is what an office makes known: "the news release said", "in a release from the sheriff"."""
    if people.lower[cue.first] not in ("release", "releases", "released", "releasing"):
        return False
    before = people.lower[cue.first - 1] if cue.first else ""
    behind = people.lower[cue.last + 1] if cue.last + 1 < len(people.lower) else ""
    made_known = any(c.dep_ in ("dobj", "nsubjpass") and c.lower_ in PUBLISHED for c in people.doc[cue.head].children)
    return made_known or before in NOTICES or behind in load_harm_words().saying


def _is_arrest(people: People, cue: Cue) -> bool:
    """Whether somebody is caught by those who look for him, not "caught in crossfire", "caught on camera"."""
    verb = people.doc[cue.head]
    behind = people.doc[cue.last + 1 : cue.last + 3]
    if not len(behind) or behind[0].lower_ in ("up", "off", "fire", "on", "with", "between", "out"):
        return False
    if behind[0].lower_ in ("in", "by") and not behind[-1].text[0].isupper():
        return is_lawful(verb) and behind[0].lower_ == "by"
    return is_passive(verb) or is_lawful(verb)


def _end_of_deed(verb: Token, cue: Cue) -> int:
    """Return the last token of "shot him dead", behind which "along with his wife" may stand."""
    last = cue.last
    for child in verb.rights:
        if child.i == last + 1 and (child.tag_ == "PRP" or child.lower_ in FATAL):
            last = child.i
    return last


def _behind_participle(people: People, verb: Token) -> list[Patient]:
    """Return whom a verb tells that the parser hung on the last noun: "a boy shot while taking out trash died"."""
    for above in verb.ancestors:
        subject = next((child for child in above.lefts if child.dep_ == "nsubj"), None)
        if subject is not None and subject.i == above.i - 1 and above.lower_ in load_harm_words().by_first:
            return list(people_of(people, subject))
    return []


def _read_subject_verb(people: People, cue: Cue) -> Iterator[Hit]:
    token = people.doc[cue.head]
    if not is_verb(token):
        return
    patients = [
        patient
        for child in token.children
        if child.dep_ in ("nsubj", "nsubjpass")
        for patient in people_of(people, child)
    ]
    then = token.dep_ == "dep" and token.i > 0 and token.nbor(-1).lower_ == "then"  # "killed two, then died"
    if not patients and (then or token.dep_ in ("conj", "xcomp", "advcl")):
        above = _said_before(token)
        patients = [
            p for child in above.children if child.dep_ in ("nsubj", "nsubjpass") for p in people_of(people, child)
        ]
        if not patients and above.dep_ == "ccomp" and above.head.lower_ in HAVING:
            # "Had both legs amputated but died"
            patients = [p for child in above.head.lefts if child.dep_ == "nsubj" for p in people_of(people, child)]
    if (
        not patients
        and token.dep_ == "ccomp"
        and token.head.tag_ == "VBD"
        and token.head.lower_ in load_harm_words().by_first
    ):
        # "One of four people shot in a bar has died": the parser takes the participle for the verb.
        patients = [p for child in token.head.lefts if child.dep_ == "nsubj" for p in people_of(people, child)]
    if not patients and token.tag_ == "VBD" and token.dep_ == "acl" and token.head.i not in people.at:
        patients = _behind_participle(people, token)
    if token.tag_ == "VBG" and token.dep_ == "amod":
        return  # "the surviving residents"
    if cue.word.id == "surrender" and any(c.dep_ == "dobj" and c.lower_ not in REFLEXIVE for c in token.rights):
        return  # "surrendered their weapons"
    if not patients and token.dep_ in ("acl", "relcl"):
        patients = list(people_of(people, token.head))
    patients = patients or over_apposition(people, cue.head) or near(people, cue, right=False, left=True)
    parts = verb_parts(people, token)
    if cue.word.id == "survive" and is_denied(token):
        yield from make_hits(cue, patients, VictimStatus.KILLED)
        return
    spared = cue.word.id == "escape" and any(c.dep_ == "dobj" and c.lower_ in UNHURT_OBJECTS for c in token.rights)
    parts += joined_before_comma(people, patients, token.sent)
    yield from make_hits(cue, [*patients, *parts], VictimStatus.UNHARMED if spared else None)


def _said_before(verb: Token) -> Token:
    """Return the verb that shares its subject: of "she said he was hurt but died" the one of what is said."""
    above = verb.head
    if verb.dep_ == "conj" and above.lower_ in load_harm_words().saying:
        said = [child for child in above.rights if child.dep_ == "ccomp" and child.i < verb.i]
        return said[-1] if said else above
    return above
