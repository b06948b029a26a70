"""Reads a cue of harm: the groups it befalls and their numbers, before context is judged."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dateline.records import Count, VictimStatus, exactly
from dateline.relate.harm_context import is_denied
from dateline.relate.harm_people import Patient, People, joined_behind, people_of
from dateline.relate.harm_tolls import find_toll
from dateline.relate.harm_victims import FATAL, REFLEXIVE, is_fatal, is_passive, near, victims_of_state, victims_of_verb
from dateline.relate.harm_words import Cue

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


UNCOUNTED = frozenset(("unknown", "undetermined", "unspecified", "undisclosed", "uncertain"))


# What is done with bodies of people told dead before.
LAID_OUT = frozenset(
    (
        "buried",
        "washed",
        "carried",
        "carrying",
        "exhumed",
        "returned",
        "handed",
        "taken",
        "brought",
        "sent",
        "flown",
        "released",
        "mourned",
        "kept",
        "examined",
    )
)


REMAINS = frozenset(("body", "bodies", "remains", "corpse", "corpses", "dead"))
# fmt: off
WOUND_WORDS = frozenset((
    "wound", "wounds", "injury", "injuries", "injured", "wounded", "hurt", "condition", "burns", "treatment", "shot",
    "stabbed", "gunshot", "surgery", "treated", "bullet", "serious", "critical", "seriously", "critically",
))
# fmt: on


BESIDES = frozenset(("besides", "beside", "to"))  # "in addition to the dead"


REPORTING = frozenset(("report", "reports", "word", "sign", "signs", "news", "information"))


UNHURT_OBJECTS = frozenset(("injury", "injuries", "harm", "death", "serious", "unhurt"))


@dataclass(frozen=True, slots=True)
class Hit:
    """A cue with one group it befalls, before context is judged."""

    cue: Cue
    status: VictimStatus
    patient: Patient | None
    count: Count | None
    total: bool = False


def read_cue(people: People, cue: Cue) -> Iterator[Hit]:
    """Yield what a cue tells, a hit for each group."""
    match cue.word.frame:
        case "object":
            yield from _read_verb(people, cue)
        case "subject":
            yield from _read_subject_verb(people, cue)
        case "idiom":
            yield from _read_idiom(people, cue)
        case "state":
            yield from _read_state(people, cue)
        case "event":
            yield from _read_event(people, cue)
        case "people":
            yield from _read_people_noun(people, cue)
        case _:
            for count, total in find_toll(people, cue):
                yield Hit(cue, _status(cue), None, count, total=total)


def _status(cue: Cue) -> VictimStatus:
    return cue.word.status or VictimStatus.INJURED


def _hits(cue: Cue, patients: Iterable[Patient], status: VictimStatus | None = None) -> Iterator[Hit]:
    for patient in _with_named_parts(patients):
        count = patient.people.count if patient.people else patient.count.count if patient.count else None
        yield Hit(cue, status or _status(cue), patient, count)


def _with_named_parts(patients: Iterable[Patient]) -> list[Patient]:
    """Mark the names behind a group as its parts: "three brothers, Omar, Ali and Said Khan, died"."""
    known = list(patients)
    heads = [patient.people.head if patient.people is not None else None for patient in known]
    known = [patient for i, patient in enumerate(known) if heads[i] is None or heads[i] not in heads[:i]]
    whole = known[0].people if known else None
    if whole is None:
        return known
    names = [p for p in known[1:] if p.people is not None and p.people.name is not None]
    size = whole.count.best if whole.count is not None and whole.name is None else None
    if size is None or not size - 1 <= len(names) <= size or len(names) < 2 or len(names) != len(known) - 1:
        return known
    return [known[0], *(replace(patient, part=True) for patient in names)]


def _is_verb(token: Token) -> bool:
    return token.tag_.startswith("VB") or token.pos_ in ("VERB", "AUX")


def _read_verb(people: People, cue: Cue) -> Iterator[Hit]:
    token = people.doc[cue.head]
    status = _status(cue)
    if status is VictimStatus.INJURED and is_fatal(token):
        status = VictimStatus.KILLED
    if token.lower_ == "blown" and any(child.lower_ in REFLEXIVE for child in token.rights):
        status = VictimStatus.KILLED
    if not _is_verb(token):
        if token.pos_ == "ADJ" and not token.lower_.endswith(("ed", "en", "hurt", "shot")):
            return  # "free", "beat"
        if token.pos_ == "ADJ" and token.dep_ not in ("dobj", "pobj", "nsubj", "nsubjpass"):
            yield from _read_state(people, cue)
            return
        if token.lower_ in EVENT_NOUNS and token.tag_ in ("NN", "NNS"):
            yield from _read_event(people, cue)
        elif token.pos_ in ("NOUN", "PROPN") and token.lower_.endswith(("ed", "hurt", "slain")):
            # "12 wounded", "the injured": a participle that the tagger takes for a noun.
            yield from _hits(cue, _counted(people, cue), status)
        return
    if cue.word.id == "charge" and not is_passive(token):
        return  # "charged that", "charged at"
    if cue.word.id == "protect" and token.tag_ not in ("VBD", "VBN"):
        return
    patients = victims_of_verb(people, cue)
    if len(patients) == 1 and (total := _number_of(people, patients[0])) is not None:
        yield from (Hit(cue, status, None, count, total=True) for count, _ in find_toll(people, cue, after=total))
        return
    yield from _hits(cue, [*patients, *joined_behind(people, patients, cue=_end_of_deed(token, cue))], status)


def _end_of_deed(verb: Token, cue: Cue) -> int:
    """Return the last token of "shot him dead", behind which "along with his wife" may stand."""
    last = cue.last
    for child in verb.rights:
        if child.i == last + 1 and (child.tag_ == "PRP" or child.lower_ in FATAL):
            last = child.i
    return last


def _number_of(people: People, patient: Patient) -> int | None:
    """Return the last token of the people in "the number of people killed", None when no "number of" stands there."""
    if patient.people is None:
        return None
    first = people.first_token(patient.people)
    before = [token.lower_ for token in people.doc[max(first - 2, 0) : first]]
    if before != ["number", "of"] or (first > 2 and people.doc[first - 3].lower_ == "a"):
        return None
    return people.last_token(patient.people)


def _counted(people: People, cue: Cue) -> list[Patient]:
    """Return the number that a noun for people carries: "30 wounded", "several injured"."""
    token = people.doc[cue.head]
    mention = people.at.get(token.i)
    if mention is not None and mention.head == token.i:
        return [Patient(mention)]
    for child in token.lefts:
        count = people.count_at.get(child.i)
        if count is not None and child.dep_ in ("nummod", "amod", "quantmod", "compound", "nsubj", "det"):
            owner = people.at.get(child.i)
            return [Patient(owner)] if owner is not None else [Patient(None, count)]
    return near(people, cue, right=False, left=True)


def _read_subject_verb(people: People, cue: Cue) -> Iterator[Hit]:
    token = people.doc[cue.head]
    if not _is_verb(token):
        return
    patients = [
        patient
        for child in token.children
        if child.dep_ in ("nsubj", "nsubjpass")
        for patient in people_of(people, child)
    ]
    if not patients and token.dep_ in ("conj", "xcomp", "advcl"):
        above = token.head
        patients = [
            p for child in above.children if child.dep_ in ("nsubj", "nsubjpass") for p in people_of(people, child)
        ]
    if token.tag_ == "VBG" and token.dep_ == "amod":
        return  # "the surviving residents"
    if not patients and token.dep_ in ("acl", "relcl"):
        patients = list(people_of(people, token.head))
    if not patients:
        patients = near(people, cue, right=False, left=True)
    parts = [
        Patient(p.people, p.count, part=True)
        for child in token.rights
        if child.dep_ == "prep" and child.lower_ in ("including", "among")
        for obj in child.rights
        for p in people_of(people, obj, depth=1)
    ]
    if cue.word.id == "survive" and is_denied(token):
        return
    spared = cue.word.id == "escape" and any(c.dep_ == "dobj" and c.lower_ in UNHURT_OBJECTS for c in token.rights)
    yield from _hits(cue, [*patients, *parts], VictimStatus.UNHARMED if spared else None)


def _read_idiom(people: People, cue: Cue) -> Iterator[Hit]:
    verb = people.doc[cue.head]
    noun = next(
        (
            part
            for child in verb.rights
            for part in (child, *(obj for obj in child.rights if child.dep_ in ("prep", "agent")))
            if part.lower_ in cue.word.nouns_with and (part.pos_ != "VERB" or part.dep_ == "dobj")
        ),
        None,
    )
    if noun is None or not _is_verb(verb):
        return
    if cue.word.patient == "object":
        count = next((people.count_at[child.i] for child in noun.lefts if child.i in people.count_at), None)
        owner = [
            p for prep in noun.rights if prep.lower_ == "of" for obj in prep.rights for p in people_of(people, obj)
        ]
        if count is not None and not owner:
            owner = [Patient(people.at.get(count.head), count)]
        if not owner:
            owner = [
                p
                for child in verb.children
                if child.dep_ in ("dobj", "nsubjpass") and child is not noun
                for p in people_of(people, child)
            ]
        # The parser may take "hostage" for a second name of the people held.
        yield from _hits(cue, [p for p in owner if p.people is None or p.people.head != noun.i or len(owner) == 1])
        return
    if cue.word.patient == "passive" and not is_passive(verb):
        return
    if cue.word.id == "bring_in" and not _tells_of_wounds(verb):
        return
    spared = cue.word.id == "suffer" and any(child.lower_ in ("no", "any", "without") for child in noun.lefts)
    status = VictimStatus.UNHARMED if spared else None
    yield from _hits(cue, [p for p in _subject_of(people, verb) if p.people is not None], status)


def _tells_of_wounds(verb: Token) -> bool:
    """Whether "taken to hospital" is said of someone hurt, not of a body, a suspect or a visitor."""
    words = {token.lower_ for token in verb.sent}
    dead = any(child.dep_ == "nsubjpass" and child.lower_ in REMAINS for child in verb.children)
    return bool(words & WOUND_WORDS) and not dead


def _subject_of(people: People, verb: Token) -> list[Patient]:
    current = verb
    for _ in range(3):
        for child in current.children:
            if child.dep_ in ("nsubj", "nsubjpass"):
                return list(people_of(people, child))
        if current.dep_ in ("acl", "relcl"):
            return list(people_of(people, current.head))
        if current.dep_ not in ("conj", "xcomp", "advcl"):
            return []
        current = current.head
    return []


def _read_state(people: People, cue: Cue) -> Iterator[Hit]:
    token = people.doc[cue.head]
    if token.dep_ == "nsubj" and token.head.lower_ in ("include", "included", "includes", "were", "are", "was", "is"):
        # "the dead included two children", "the dead were two children"
        named = [p for child in token.head.rights if child.dep_ in ("dobj", "attr") for p in people_of(people, child)]
        yield from _hits(cue, [Patient(p.people, p.count, part=True) for p in named])
        return
    if cue.word.id == "custody" and token.head.lower_ in ("died", "die", "dies", "dead", "killed", "death", "deaths"):
        return  # "died in custody"
    if people.doc[cue.first].lower_ == "among":
        yield from _hits(cue, [Patient(p.people, p.count, part=True) for p in _said_of(people, people.doc[cue.first])])
        return
    if any(child.dep_ == "dobj" for child in token.children):
        return  # "families are missing members"
    if token.dep_ == "pobj" and token.head.lower_ in BESIDES:
        return  # "besides the dead, 38 people were hurt"
    if token.dep_ == "dobj" and any(c.dep_ == "dobj" and c.i < token.i for c in token.head.children):
        return  # "held nine people hostage": the verb tells it
    if token.dep_ == "amod" and token.head.i > token.i:
        # "two dead soldiers", "the missing man"
        mention = people.at.get(token.head.i)
        if mention is not None and mention.head == token.head.i and mention.count is not None:
            determiner = next((c.lower_ for c in token.head.lefts if c.dep_ in ("det", "poss")), "a")
            if determiner in ("a", "an", "some") or mention.count.best != 1:
                yield from _hits(cue, [Patient(mention)])
        return
    if token.dep_ in ("dobj", "nsubj", "nsubjpass", "pobj", "conj", "ROOT", "attr") and token.pos_ in ("NOUN", "ADJ"):
        counted = _counted(people, cue)
        if counted:
            yield from _hits(cue, counted)
            return
    yield from _hits(cue, victims_of_state(people, cue))


def _said_of(people: People, prep: Token) -> list[Patient]:
    """Return the people of "two children were among the dead" and "among the dead were two children"."""
    verb = prep.head
    if verb.pos_ not in ("VERB", "AUX"):
        return list(people_of(people, verb))
    return [p for child in verb.children if child.dep_ in ("nsubj", "attr") for p in people_of(people, child)]


def _read_event(people: People, cue: Cue) -> Iterator[Hit]:
    """Read "the deaths of two guards", "his death", "12 deaths", "no injuries"."""
    token = people.doc[cue.head]
    if token.dep_ == "compound" and token.head.i > token.i:
        return  # "death threats", "murder charge"
    patients = [
        p
        for prep in token.rights
        if prep.dep_ == "prep" and prep.lower_ in ("of", "to", "among")
        for obj in prep.rights
        if obj.dep_ == "pobj"
        for p in people_of(people, obj)
        if prep.lower_ == "of" or p.people is not None
    ]
    if not patients:
        patients = [p for child in token.lefts if child.dep_ == "poss" for p in people_of(people, child)]
    if not patients:
        patients = _joint_patients(people, token)
    if patients:
        yield from _hits(cue, patients)
        return
    count = _number_on(people, token)
    if count is not None and count.best == 0 and token.head.lower_ in ("had", "have", "has", "suffered", "sustained"):
        return  # "the survivors had no injuries"
    if token.lower_ == "massacres":
        return  # the number is one of acts
    if cue.word.weak:
        return  # "two shootings" counts acts
    if count is not None and (token.tag_ == "NNS" or (token.tag_ == "NN" and (count.best or 0) < 2)):
        yield Hit(cue, _status(cue), None, count)


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


def _is_none(token: Token) -> bool:
    return any(child.lower_ == "no" and child.dep_ == "det" for child in token.lefts)


def _read_people_noun(people: People, cue: Cue) -> Iterator[Hit]:
    token = people.doc[cue.head]
    if token.pos_ not in ("NOUN", "PROPN") or (token.dep_ == "compound" and token.head.i > token.i):
        return
    if cue.word.id == "fatality" and token.lower_ in ("body", "bodies", "corpse", "corpses"):
        named = [
            p for prep in token.rights if prep.lower_ == "of" for obj in prep.rights for p in people_of(people, obj)
        ] or [p for child in token.lefts if child.dep_ == "poss" for p in people_of(people, child)]
        found = token.head.lower_ in (
            "found",
            "recovered",
            "discovered",
            "find",
            "pulled",
            "identified",
            "dumped",
            "retrieved",
        )
        # "the bodies of 12 men" are dead wherever they lie; "strapped to his body" tells of no death.
        owned = any(child.dep_ == "poss" for child in token.lefts)
        if named and (found or (not owned and token.head.lower_ not in LAID_OUT)):
            yield from _hits(cue, named)
            return
        if not found:
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
        else (_status(cue),)
    )
    for status in statuses:
        yield Hit(cue, status, None, count)
