"""Reads a cue of harm: the groups it befalls and their numbers, before context is judged."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dateline.mentions import PeopleMention
from dateline.records import Count, VictimCategory, VictimStatus, exactly
from dateline.relate.harm_context import is_denied
from dateline.relate.harm_parts import read_list, with_listed
from dateline.relate.harm_people import Patient, People, joined_behind, people_of
from dateline.relate.harm_tolls import find_toll
from dateline.relate.harm_victims import FATAL, REFLEXIVE, is_fatal, is_passive, near, victims_of_state, victims_of_verb
from dateline.relate.harm_words import Cue
from dateline.spans import Span

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


COUNTED = frozenset(("the", "total", "overall", "confirmed", "official", "final", "whole"))  # "the number of"
DYING = frozenset(("died", "die", "dies", "dying", "succumbed", "succumb", "recovering", "recovered"))
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


# fmt: off
LAW = frozenset((
    "police", "officers", "policemen", "detectives", "investigators", "authorities", "sheriff", "deputies", "custody",
    "suspicion", "prosecutors", "prosecutor", "court", "judge", "charges", "commissioner", "inspector", "garda",
    "gardaí", "cops", "fbi", "interpol", "jail", "prison", "arrested", "detained", "suspects", "suspect",
))
CAPTIVITY = frozenset((
    "hostage", "hostages", "captive", "captives", "ransom", "kidnapped", "abducted", "kidnappers", "abductors",
    "captors", "hijackers", "captivity",
))
# fmt: on


ARMS = frozenset(
    (
        "gun",
        "guns",
        "knife",
        "knives",
        "pistol",
        "pistols",
        "rifle",
        "rifles",
        "shotgun",
        "revolver",
        "handgun",
        "firearm",
        "weapon",
        "machete",
        "blade",
        "sword",
        "axe",
        "razor",
        "screwdriver",
        "hammer",
    )
)
AGAINST = frozenset(("at", "to", "on", "against"))
TREATING = frozenset(("treat", "treated", "treating", "treats"))
LIFE = frozenset(("life", "lives"))
LIMBS = frozenset(("hand", "hands", "foot", "feet", "finger", "fingers", "eye", "eyes", "leg", "legs", "arm", "arms"))
OWN = frozenset(("his", "her", "their", "a", "an"))


BESIDES = frozenset(("besides", "beside", "to"))  # "in addition to the dead"


REPORTING = frozenset(("report", "reports", "word", "sign", "signs", "news", "information"))


WANTED = frozenset(("wanted", "sought", "seeking", "hunting", "summoned", "want", "seek", "looking"))  # not yet held


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
            yield from _total_hits(cue, _status(cue), find_toll(people, cue))


def _status(cue: Cue) -> VictimStatus:
    return cue.word.status or VictimStatus.INJURED


def _hits(cue: Cue, patients: Iterable[Patient], status: VictimStatus | None = None) -> Iterator[Hit]:
    for patient in _with_named_parts(patients):
        count = patient.people.count if patient.people else patient.count.count if patient.count else None
        yield Hit(cue, status or _status(cue), patient, count)


def _total_hits(cue: Cue, status: VictimStatus, patients: Iterable[Patient]) -> Iterator[Hit]:
    """Yield what is told as the total, and its parts, which are none."""
    for hit in _hits(cue, patients, status):
        yield replace(hit, total=hit.patient is None or not hit.patient.part)


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
    if cue.word.id == "rob" and token.dep_ in ("compound", "amod"):
        return  # "a carjacking suspect"
    if cue.word.id == "protect" and token.tag_ not in ("VBD", "VBN"):
        return
    if (cue.word.id == "catch" and not _is_arrest(people, cue)) or (cue.word.id == "question" and not is_lawful(token)):
        return
    patients = victims_of_verb(people, cue)
    if len(patients) == 1 and (total := _number_of(people, patients[0])) is not None:
        yield from _total_hits(cue, status, find_toll(people, cue, after=total))
        return
    if not is_passive(token):
        patients = with_listed(people, patients)
    yield from _hits(cue, [*patients, *joined_behind(people, patients, cue=_end_of_deed(token, cue))], status)


def _is_arrest(people: People, cue: Cue) -> bool:
    """Whether somebody is caught by those who look for him, not "caught in crossfire", "caught on camera"."""
    verb = people.doc[cue.head]
    behind = people.doc[cue.last + 1 : cue.last + 3]
    if not len(behind) or behind[0].lower_ in ("up", "off", "fire", "on", "with", "between", "out"):
        return False
    if behind[0].lower_ in ("in", "by") and not behind[-1].text[0].isupper():
        return is_lawful(verb) and behind[0].lower_ == "by"
    return is_passive(verb) or is_lawful(verb)


def is_lawful(verb: Token) -> bool:
    """Whether the sentence speaks of those who arrest and of no hostages."""
    words = {token.lower_ for token in verb.sent}
    return bool(words & LAW) and not words & CAPTIVITY


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
    if before != ["number", "of"] or (first > 2 and people.doc[first - 3].lower_ not in COUNTED):
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
    if cue.word.id == "surrender" and any(c.dep_ == "dobj" and c.lower_ not in REFLEXIVE for c in token.rights):
        return  # "surrendered their weapons"
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
    if cue.word.id == "let_go":
        yield from _hits(cue, _let_go(people, verb))
        return
    if cue.word.id == "treat" and verb.lower_ in TREATING and not is_passive(verb):
        yield from _hits(cue, [p for c in verb.rights if c.dep_ == "dobj" for p in people_of(people, c)])
        return
    if noun is None and cue.word.id == "lose_life":
        lost = [p for c in verb.rights if c.dep_ == "dobj" for p in people_of(people, c) if _may_be_lost(p)]
        yield from _hits(cue, lost)
    if cue.word.id in ("menace", "hold"):
        menaced = _menaced(people, verb)
        if menaced or cue.word.id == "menace":
            yield from _hits(cue, menaced, VictimStatus.UNHARMED)
            return
    if noun is None and cue.word.id == "hold" and is_lawful(verb):
        held = [p for c in verb.children if c.dep_ in ("dobj", "nsubjpass") for p in people_of(people, c)]
        yield from _hits(cue, held, VictimStatus.ARRESTED)
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
    if cue.word.patient == "passive" and not is_passive(verb) and verb.lower_ != "went":
        return
    if not _is_of_the_body(cue, verb, noun):
        return
    patients = [p for p in _subject_of(people, verb) if p.people is not None]
    if cue.word.id == "bring_in":
        # One who is taken to hospital may be a suspect or a visitor; several are those hurt.
        dead = any(child.dep_ == "nsubjpass" and child.lower_ in REMAINS for child in verb.children)
        patients = [p for p in patients if not dead and (_tells_of_wounds(verb) or _are_several(p))]
    spared = cue.word.id == "suffer" and any(child.lower_ in ("no", "any", "without") for child in noun.lefts)
    status = VictimStatus.UNHARMED if spared else None
    if cue.word.id == "lose_life" and noun.lower_ not in LIFE:
        status = VictimStatus.INJURED
    yield from _hits(cue, patients, status)


def _are_several(patient: Patient) -> bool:
    who = patient.people
    return who is not None and who.count is not None and (who.count.best or 0) > 1


def _menaced(people: People, verb: Token) -> list[Patient]:
    """Return the people of "pointed a gun at the clerk", "held a knife to his throat"."""
    arm = next((c for c in verb.rights if c.dep_ == "dobj" and c.lower_ in ARMS), None)
    if arm is None:
        return []
    preps = [c for c in (*verb.rights, *arm.rights) if c.dep_ in ("prep", "dative") and c.lower_ in AGAINST]
    return [p for prep in preps for obj in prep.rights for p in people_of(people, obj)]


def _let_go(people: People, verb: Token) -> list[Patient]:
    """Return whom "let go", "allowed to leave" frees."""
    gone = next((c for c in verb.rights if c.lower_ in ("go", "leave") and c.dep_ in ("ccomp", "xcomp")), None)
    if gone is None or verb.i + 8 < gone.i:
        return []
    if is_passive(verb):
        return [p for c in verb.lefts if c.dep_ == "nsubjpass" for p in people_of(people, c)]
    freed = [c for c in (*gone.lefts, *verb.rights) if c.dep_ in ("nsubj", "dobj") and c.i > verb.i]
    return [p for child in freed for p in people_of(people, child)]


def _may_be_lost(patient: Patient) -> bool:
    """Whether "lost two" tells of deaths: of one's own people, not of suspects out of sight."""
    who = patient.people
    return who is not None and who.count is not None and who.category is not VictimCategory.PERPETRATOR


def _is_of_the_body(cue: Cue, verb: Token, noun: Token) -> bool:
    """Whether words for limbs tell of an injury: "had a hand torn off" does, "had a hand in it" does not."""
    if noun.lower_ not in LIMBS:
        return True
    if cue.word.id == "suffer":
        return any(c.tag_ == "VBN" for c in (*noun.rights, *verb.rights)) or any(c.tag_ == "VBN" for c in noun.lefts)
    if cue.word.id == "break_bone":
        # "broke her arm" of a doer tells of another's.
        return not any(c.dep_ == "poss" and c.lower_ not in OWN for c in noun.lefts)
    return True


def _tells_of_wounds(verb: Token) -> bool:
    """Whether "taken to hospital" is said of someone hurt, not of a body, a suspect or a visitor."""
    return any(token.lower_ in WOUND_WORDS for token in verb.sent)


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
        heads = {p.people.head for p in named if p.people is not None}
        listed = [Patient(mention, part=True) for mention in read_list(people, token.head.i + 1)]
        named += [p for p in listed if p.people is not None and p.people.head not in heads]
        yield from _hits(cue, [Patient(p.people, p.count, part=True) for p in named])
        return
    if cue.word.id == "questioning" and token.head.lower_ in WANTED:
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
    if token.dep_ == "pobj" and token.head.head.lower_ in DYING:
        return  # "died of their injuries"
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
        yield from _hits(cue, with_listed(people, patients))
        return
    count = _number_on(people, token)
    if count is not None and count.best == 0 and token.head.lower_ in ("had", "have", "has", "suffered", "sustained"):
        return  # "the survivors had no injuries"
    if token.lower_ == "massacres":
        return  # the number is one of acts
    if cue.word.weak:
        return  # "two shootings" counts acts
    if count is not None and (token.tag_ == "NNS" or (token.tag_ == "NN" and (count.best or 0) < 2)):
        yield Hit(cue, _status(cue), _those_counted(people, cue, count), count)


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


# Entries of harms.toml whose nouns, counted, stand for the people: "six bodies", "43 arrests", but "five murders".
PERSONIFIED = frozenset(("fatality", "detain"))


def _those_counted(people: People, cue: Cue, count: Count) -> Patient | None:
    """Return the people whom a noun for what befell them counts; None for nobody."""
    noun = people.doc[cue.head]
    if not count.best or cue.word.id not in PERSONIFIED:
        return None
    numbers = [child.left_edge.i for child in noun.lefts if child.i in people.count_at]
    first = min(numbers, default=noun.i)
    counted = PeopleMention(
        span=Span(people.doc[first].idx, noun.idx + len(noun)),
        head=noun.i,
        rule="people.number",
        count=count,
        category=VictimCategory.UNKNOWN,
        name=None,
        nationality=None,
    )
    return Patient(counted) if first < noun.i else None


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
            "received",
            "counted",
            "collected",
            "removed",
            "lay",
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
        yield Hit(cue, status, _those_counted(people, cue, count), count)
