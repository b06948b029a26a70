"""Reads words for what state people are in: "12 dead", "the missing", "among the wounded were two children"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dateline.records import VictimCategory, VictimStatus
from dateline.relate.harm_hits import Hit, counted_patients, make_hits, make_total_hits, status_of
from dateline.relate.harm_joined import joined_behind
from dateline.relate.harm_near import near
from dateline.relate.harm_parts import read_list
from dateline.relate.harm_people import BE, Patient, People, people_of
from dateline.relate.harm_tolls import find_given, find_labelled, find_put, find_whole
from dateline.relate.harm_victims import is_passive, victims_of_state
from dateline.relate.harm_words import Cue

if TYPE_CHECKING:
    from spacy.tokens import Token


SHOOTING = frozenset(("shot", "shoot", "shoots", "gunned"))
BESIDES = frozenset(("besides", "beside", "to"))  # "in addition to the dead"
WANTED = frozenset(("wanted", "sought", "seeking", "hunting", "summoned", "want", "seek", "looking"))  # not yet held
SEIZURES = frozenset(("kidnapping", "kidnappings", "abduction", "abductions", "kidnap"))
ATTACKERS = frozenset(("shooter", "gunman", "attacker", "assailant", "bomber", "intruder"))
LOST = frozenset(("missing", "kidnapped", "abducted", "seized", "disappeared", "vanished"))
VICTIMS_OF = 6  # tokens behind "among the victims" in which "of the wave of kidnappings" may stand


def read_state(people: People, cue: Cue) -> Iterator[Hit]:
    """Yield what a word for the state of people tells, a hit for each group."""
    token = people.doc[cue.head]
    labelled = find_labelled(people, cue) or (find_given(people, cue) if cue.word.id == "dead" else None)
    if labelled is not None:
        yield from make_total_hits(cue, status_of(cue), [labelled])
        return
    put = find_put(people, cue)
    if put is not None:
        side = put.people is not None and put.people.category is not VictimCategory.UNKNOWN
        yield from make_hits(cue, [put]) if side else make_total_hits(cue, status_of(cue), [put])
        return
    if cue.word.id == "dead" and cue.first and people.doc[cue.first - 1].lower_ in SHOOTING:
        shot = _shot_dead(people, cue)
        if shot is not None:
            yield from make_hits(cue, shot)
            return
    if cue.word.id == "dead" and token.head.lower_ == "for" and token.head.i == token.i - 1:
        verb = token.head.head
        sides = ("nsubjpass",) if is_passive(verb) else ("dobj",)
        left = [p for child in verb.children if child.dep_ in sides for p in people_of(people, child)]
        yield from make_hits(cue, left, VictimStatus.INJURED)
        return  # "left for dead"
    if token.lower_ == "deceased" and token.dep_ not in ("acomp", "attr", "oprd", "xcomp", "advcl", "ROOT"):
        return  # "the deceased's brother"
    whole = find_whole(people, cue)
    if whole is not None:
        yield from make_hits(cue, [whole])
    if cue.word.id == "dead" and _is_no_toll(people, cue, token):
        return
    if is_told_of(token):
        yield from make_hits(cue, told_behind(people, token))
        return
    if cue.word.id == "questioning" and token.head.lower_ in WANTED:
        return
    if cue.word.id == "custody" and token.head.lower_ in ("died", "die", "dies", "dead", "killed", "death", "deaths"):
        return  # "died in custody"
    if people.doc[cue.first].lower_ == "among":
        yield from _read_among(people, cue)
        return
    if any(child.dep_ == "dobj" for child in token.children):
        return  # "families are missing members"
    if token.dep_ == "pobj" and _tells_no_state(token):
        return
    if token.dep_ == "dobj" and any(c.dep_ == "dobj" and c.i < token.i for c in token.head.children):
        return  # "held nine people hostage": the verb tells it
    if token.dep_ == "amod" and token.head.i > token.i:
        # "Three dead, gunman hurt": the parser gives the gunman all that stands before him.
        before = people.at.get(cue.first - 1)
        if before is not None and before.is_bare and people.doc[cue.last + 1].text == ",":
            yield from make_hits(cue, [Patient(before)])
            return
        # "two dead soldiers", "the missing man"
        mention = people.at.get(token.head.i)
        if mention is not None and mention.head == token.head.i and mention.count is not None:
            determiner = next((c.lower_ for c in token.head.lefts if c.dep_ in ("det", "poss")), "a")
            if determiner in ("a", "an", "some") or mention.count.best != 1:
                yield from make_hits(cue, [Patient(mention)])
        return
    if token.dep_ in ("dobj", "nsubj", "nsubjpass", "pobj", "conj", "ROOT", "attr") and token.pos_ in ("NOUN", "ADJ"):
        counted = counted_patients(people, cue)
        if counted:
            yield from make_hits(cue, counted)
            return
    if token.dep_ == "acomp" and people.lower[max(cue.first - 2, 0)] == "of" and cue.first - 1 in people.count_at:
        count = people.count_at[cue.first - 1]  # "officials first spoke of 50 dead": not the officials
        yield from make_hits(cue, [Patient(people.at.get(count.head), count)])
        return
    patients = _without_inside(victims_of_state(people, cue)) or _found_of_lost(people, token)
    yield from make_hits(cue, [*patients, *joined_behind(people, patients, cue=cue.last)])


def _tells_no_state(word: Token) -> bool:
    """Whether a phrase tells what is besides or where an attacker is: "besides the dead", "a gunman at a hospital"."""
    above = word.head
    return above.lower_ in BESIDES or (above.lower_ in ("at", "in") and above.head.lower_ in ATTACKERS)


def _without_inside(patients: list[Patient]) -> list[Patient]:
    """Leave out people who only tell who others are: the president of "left 50 supporters of the president dead"."""
    counts = ((one.people.span, one.people.count.best) for one in patients if one.people and one.people.count)
    spans = [span for span, best in counts if best is not None and best > 1]
    return [
        patient
        for patient in patients
        if patient.people is None
        or not any(
            span.start < patient.people.span.start and patient.people.span.end <= span.end
            for span in spans
            if span != patient.people.span
        )
    ]


def _found_of_lost(people: People, dead: Token) -> list[Patient]:
    """Return the lost who open the sentence: "two men who went missing after a raid have been found dead"."""
    start = dead.sent.start
    if dead.head.lower_ != "found":
        return []
    mention = people.at.get(start) or people.at.get(start + 1)
    if mention is None or people.first_token(mention) > start + 1:
        return []
    behind = people.lower[people.last_token(mention) + 1 : people.last_token(mention) + 5]
    lost = not LOST.isdisjoint(behind[:1]) or (behind[:1] == ("who",) and not LOST.isdisjoint(behind))
    return [Patient(mention, how="near")] if lost else []


def _read_among(people: People, cue: Cue) -> Iterator[Hit]:
    """Read "among the dead were two children", "among the victims of the kidnappings"."""
    parts = [Patient(p.people, p.count, part=True) for p in _said_of(people, people.doc[cue.first])]
    behind = people.lower[cue.last + 1 : cue.last + VICTIMS_OF]
    seized = behind[:1] == ("of",) and not SEIZURES.isdisjoint(behind)
    yield from make_hits(cue, parts, VictimStatus.KIDNAPPED if seized else None)


def is_counted(people: People, noun: Token) -> bool:
    """Whether a number stands with "the wounded"."""
    return any(child.i in people.count_at for child in noun.lefts)


def is_told_of(noun: Token) -> bool:
    """Whether "were" or "included" stands behind "the dead" as its verb."""
    return noun.dep_ == "nsubj" and noun.head.lower_ in ("include", "included", "includes", "were", "are", "was", "is")


def told_behind(people: People, noun: Token) -> list[Patient]:
    """Return who "the dead included two children", "the dead were two children" tells of."""
    named = [p for child in noun.head.rights if child.dep_ in ("dobj", "attr") for p in people_of(people, child)]
    heads = {p.people.head for p in named if p.people is not None}
    listed = [Patient(mention, part=True) for mention in read_list(people, noun.head.i + 1)]
    named += [p for p in listed if p.people is not None and p.people.head not in heads]
    if noun.head.lower_ in BE:  # "the dead were seven pilgrims, six of them from one family"
        nested = [p for p in named if p.part]
        return [Patient(p.people, p.count, part=bool(p.part or not nested)) for p in named]
    return [Patient(p.people, p.count, part=True) for p in named]


def _shot_dead(people: People, cue: Cue) -> list[Patient] | None:
    """Return whom "shot dead a guard" tells of where the verb does not; None where "dead" is said as of others."""
    verb, dead = people.doc[cue.first - 1], people.doc[cue.head]
    if is_passive(verb) or cue.last + 1 >= len(people.doc):
        return None
    if any(child.dep_ == "dobj" for child in verb.rights):
        return []  # the verb tells it
    objects = [p for child in dead.rights if child.dep_ == "dobj" for p in people_of(people, child)]
    return objects or near(people, cue, right=True, left=False) or None


def _is_object_dead(dead: Token) -> bool:
    """Whether it is said of one who is shot, told by a pronoun: "police shot him dead" tells of no policeman."""
    verb = dead.head
    shot = dead.dep_ == "oprd" and verb.lower_ in SHOOTING and not is_passive(verb)
    return shot and any(child.dep_ == "dobj" and child.pos_ == "PRON" for child in verb.rights)


def _is_no_toll(people: People, cue: Cue, token: Token) -> bool:
    """Whether "dead" counts nobody: "their dead", "named the dead as", "brain-dead"."""
    brain = "brain" in people.lower[max(cue.first - 2, 0) : cue.first]
    return brain or _is_theirs(people, token) or _is_named(token) or _is_object_dead(token)


def _is_theirs(people: People, dead: Token) -> bool:
    """Whether "the dead" are those whom others belong to: "relatives of the dead", not "two of the dead"."""
    if dead.dep_ != "pobj" or dead.head.lower_ not in ("of", "for", "to"):
        return False
    above = dead.head.head
    if above.lower_ == "each" and above.dep_ == "pobj":
        above = above.head.head  # "the next of kin of each of the dead"
    owner = people.at.get(above.i)
    return owner is not None and not owner.is_bare


def _is_named(dead: Token) -> bool:
    """Whether it is told who the dead are: "named the dead as Ana Ruiz", which tells nothing of who names them."""
    return dead.dep_ in ("dobj", "nsubjpass", "oprd") and dead.head.lower_ in (
        "named",
        "identified",
        "identify",
        "name",
    )


def _said_of(people: People, prep: Token) -> list[Patient]:
    """Return the people of "two children were among the dead" and "among the dead were two children"."""
    verb = prep.head
    if verb.pos_ not in ("VERB", "AUX"):
        return list(people_of(people, verb))
    return [p for child in verb.children if child.dep_ in ("nsubj", "attr") for p in people_of(people, child)]
