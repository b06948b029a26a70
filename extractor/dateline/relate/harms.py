"""Finds what happened to people: each clause that says who was killed, hurt, seized, arrested, freed or spared."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dateline.find.counts import find_counts
from dateline.mentions import CountMention, HarmMention, PeopleMention
from dateline.records import Count, VictimCategory, VictimStatus, exactly
from dateline.relate.harm_context import find_source, is_denied, is_unreal
from dateline.relate.harm_people import (
    Patient,
    People,
    is_fatal,
    is_passive,
    near,
    people_of,
    victims_of_state,
    victims_of_verb,
)
from dateline.relate.harm_words import Cue, find_cues
from dateline.relate.harm_tolls import find_toll
from dateline.spans import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

PHYSICAL = frozenset((VictimStatus.KILLED, VictimStatus.INJURED))
# Categories whose people are seized by the law rather than abducted.
WANTED = frozenset((VictimCategory.MILITANT, VictimCategory.PERPETRATOR))
UNSURE = frozenset((VictimCategory.UNKNOWN, VictimCategory.CIVILIAN))
TOTAL_WORDS = frozenset(("altogether", "overall"))
TOTAL_PHRASES = ("a total of", "in total", "in all,", "the total ", "total of")
WEAK_RULES = ("harm.shoot.", "harm.abuse.", "harm.treat.", "harm.hurt_state.")
NOBODY = frozenset(("no one", "nobody", "none", "no", "no person", "no people"))


@dataclass(frozen=True, slots=True)
class _Hit:
    """A cue with one group it befalls, before context is judged."""

    cue: Cue
    status: VictimStatus
    patient: Patient | None
    count: Count | None
    total: bool = False


def find_harms(
    doc: Doc, people: Sequence[PeopleMention], counts: Sequence[CountMention] | None = None
) -> tuple[HarmMention, ...]:
    """Return what became of people, in order of text.

    Args:
        doc: the analysed text.
        people: its phrases for people, as `find_people` gives them.
        counts: its number phrases, as `find_counts` gives them; found anew when None.

    Harm that is only possible, feared or attempted is left out. "No one was hurt" gives the count 0; a "no" that
    speaks of one group only ("no Americans were hurt") is marked as a part.
    """
    index = People(doc, people, find_counts(doc) if counts is None else counts)
    found: list[HarmMention] = []
    for cue in find_cues(doc):
        for hit in _read_cue(index, cue):
            found.extend(_judge(index, hit, people))
    return _without_doubles(found)


def _read_cue(people: People, cue: Cue) -> Iterator[_Hit]:
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
                yield _Hit(cue, _status(cue), None, count, total=total)


def _status(cue: Cue) -> VictimStatus:
    return cue.word.status or VictimStatus.INJURED


def _hits(cue: Cue, patients: Iterable[Patient], status: VictimStatus | None = None) -> Iterator[_Hit]:
    for patient in patients:
        count = patient.people.count if patient.people else patient.count.count if patient.count else None
        yield _Hit(cue, status or _status(cue), patient, count)


def _is_verb(token: Token) -> bool:
    return token.tag_.startswith("VB") or token.pos_ in ("VERB", "AUX")


def _read_verb(people: People, cue: Cue) -> Iterator[_Hit]:
    token = people.doc[cue.head]
    status = _status(cue)
    if status is VictimStatus.INJURED and is_fatal(token):
        status = VictimStatus.KILLED
    if not _is_verb(token):
        if token.pos_ == "ADJ" and token.dep_ not in ("dobj", "pobj", "nsubj", "nsubjpass"):
            yield from _read_state(people, cue)
            return
        if token.tag_ == "NN" and (token.lower_.endswith("ing") or cue.word.id == "kill"):
            yield from _read_event(people, cue)
        elif token.pos_ in ("NOUN", "ADJ", "PROPN"):
            # "12 wounded", "the injured": a participle that the tagger takes for a noun.
            yield from _hits(cue, _counted(people, cue), status)
        return
    yield from _hits(cue, victims_of_verb(people, cue), status)


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


def _read_subject_verb(people: People, cue: Cue) -> Iterator[_Hit]:
    token = people.doc[cue.head]
    if not _is_verb(token):
        return
    patients = [patient for child in token.children if child.dep_ in ("nsubj", "nsubjpass") for patient in people_of(people, child)]
    if not patients and token.dep_ in ("conj", "xcomp", "advcl"):
        above = token.head
        patients = [p for child in above.children if child.dep_ in ("nsubj", "nsubjpass") for p in people_of(people, child)]
    if not patients and token.dep_ in ("acl", "relcl", "amod"):
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
    yield from _hits(cue, [*patients, *parts])


def _read_idiom(people: People, cue: Cue) -> Iterator[_Hit]:
    verb = people.doc[cue.head]
    noun = next(
        (
            part
            for child in verb.rights
            for part in (child, *(obj for obj in child.rights if child.dep_ == "prep"))
            if part.lower_ in cue.word.nouns_with
        ),
        None,
    )
    if noun is None or not _is_verb(verb):
        return
    if cue.word.patient == "object":
        count = next((people.count_at[child.i] for child in noun.lefts if child.i in people.count_at), None)
        owner = [p for prep in noun.rights if prep.lower_ == "of" for obj in prep.rights for p in people_of(people, obj)]
        if count is not None and not owner:
            owner = [Patient(people.at.get(count.head), count)]
        if not owner:
            owner = [
                p for child in verb.children if child.dep_ in ("dobj", "nsubjpass") and child is not noun
                for p in people_of(people, child)
            ]
        yield from _hits(cue, owner)
        return
    if cue.word.patient == "passive" and not is_passive(verb):
        return
    yield from _hits(cue, [p for p in _subject_of(people, verb) if p.people is not None])


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


def _read_state(people: People, cue: Cue) -> Iterator[_Hit]:
    token = people.doc[cue.head]
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


def _read_event(people: People, cue: Cue) -> Iterator[_Hit]:
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
    if patients:
        yield from _hits(cue, patients)
        return
    count = _number_on(people, token)
    if count is not None and token.tag_ in ("NNS", "NN"):
        yield _Hit(cue, _status(cue), None, count)


def _number_on(people: People, token: Token) -> Count | None:
    for child in token.lefts:
        if child.i in people.count_at:
            return people.count_at[child.i].count
        if child.lower_ == "no" and child.dep_ == "det":
            return exactly(0)
    above = token.head
    if token.dep_ == "pobj" and above.lower_ == "of" and above.head.i in people.count_at:
        return people.count_at[above.head.i].count
    if token.dep_ in ("pobj", "dobj") and token.head.lower_ == "without":
        return exactly(0)
    if token.dep_ == "conj" and token.head.tag_ in ("NN", "NNS"):
        # "no deaths or injuries"
        count = _number_on(people, token.head)
        return count if count is not None and count.best == 0 else None
    return None


def _read_people_noun(people: People, cue: Cue) -> Iterator[_Hit]:
    token = people.doc[cue.head]
    if token.pos_ not in ("NOUN", "PROPN") or (token.dep_ == "compound" and token.head.i > token.i):
        return
    if cue.word.id == "fatality" and token.lower_ in ("body", "bodies", "corpse", "corpses"):
        named = [p for prep in token.rights if prep.lower_ == "of" for obj in prep.rights for p in people_of(people, obj)]
        found = token.head.lower_ in ("found", "recovered", "discovered", "find", "pulled", "identified", "dumped", "retrieved")
        if named and found:
            yield from _hits(cue, named)
            return
        if not found:
            return
    count = _number_on(people, token)
    if count is None:
        mention = people.at.get(token.i)
        count = mention.count if mention is not None and mention.head == token.i and token.tag_ == "NN" else None
    if count is None:
        return
    statuses = (VictimStatus.KILLED, VictimStatus.INJURED) if cue.word.id == "casualty" and count.best == 0 else (_status(cue),)
    for status in statuses:
        yield _Hit(cue, status, None, count)


def _judge(people: People, hit: _Hit, mentions: Sequence[PeopleMention]) -> Iterator[HarmMention]:
    """Turn a hit into harm: drop what is unreal, turn round what is denied, say who states it."""
    token = people.doc[hit.cue.head]
    phrase = hit.patient.people if hit.patient else None
    if hit.patient is not None and phrase is None and hit.count is None:
        return
    if is_unreal(token):
        return
    status, count = _status_in_context(people, hit, phrase), hit.count
    part = hit.patient.part if hit.patient else False
    none = count is not None and count.best == 0
    if is_denied(token):
        turned = _denied(status, phrase)
        if turned is None:
            return
        status, count = turned
    elif none and phrase is not None and phrase.span.of(people.doc.text).lower() not in NOBODY:
        part = part or phrase.nationality is not None or phrase.category is not VictimCategory.UNKNOWN
    if phrase is not None and status is VictimStatus.UNHARMED and none:
        return
    phrase = _as_perpetrator(token, phrase, status)
    span = _cue_span(people.doc, hit.cue)
    how = hit.patient.how if hit.patient else "number"
    yield HarmMention(
        span=span,
        head=token.i,
        rule=f"harm.{hit.cue.word.id}.{how}",
        people=phrase,
        status=status,
        count=count,
        by=find_source(token, mentions),
        total=hit.total or _is_total(people.doc, hit, phrase),
        part=part,
    )


def _status_in_context(people: People, hit: _Hit, phrase: PeopleMention | None) -> VictimStatus:
    """Rebels who are captured are arrested; soldiers whom rebels capture are kidnapped."""
    status = hit.status
    word = hit.cue.word.id
    if word not in ("capture", "seize") or phrase is None:
        return status
    agent = _agent(people, people.doc[hit.cue.head])
    if agent is not None and agent.category in WANTED:
        return VictimStatus.KIDNAPPED
    if phrase.category in WANTED:
        return VictimStatus.ARRESTED
    return status


def _agent(people: People, verb: Token) -> PeopleMention | None:
    for child in verb.children:
        if child.dep_ == "agent":
            return next((people.at[obj.i] for obj in child.rights if obj.i in people.at), None)
        if child.dep_ == "nsubj":
            return people.at.get(child.i)
    return None


def _denied(status: VictimStatus, phrase: PeopleMention | None) -> tuple[VictimStatus, Count | None] | None:
    """Return what "not hurt" says: someone spared; other denials say nothing of harm."""
    if status not in PHYSICAL:
        return None
    if phrase is None:
        return status, exactly(0)
    return VictimStatus.UNHARMED, phrase.count


def _as_perpetrator(token: Token, phrase: PeopleMention | None, status: VictimStatus) -> PeopleMention | None:
    """Return the phrase as that of a perpetrator where the clause says so: charged, or dead by his own hand."""
    if phrase is None or phrase.category not in UNSURE:
        return phrase
    own_hand = any(child.dep_ == "dobj" and child.lower_ in ("himself", "herself", "themselves") for child in token.children)
    charged = status is VictimStatus.ARRESTED and token.lower_ in ("charged", "arraigned", "indicted")
    return replace(phrase, category=VictimCategory.PERPETRATOR) if own_hand or charged else phrase


def _is_total(doc: Doc, hit: _Hit, phrase: PeopleMention | None) -> bool:
    token = doc[hit.cue.head]
    if any(child.lower_ in TOTAL_WORDS for child in token.children):
        return True
    start = phrase.span.start if phrase else token.idx
    before = doc.text[max(start - 14, 0) : start + 14].lower()
    return any(words in before for words in TOTAL_PHRASES)


def _cue_span(doc: Doc, cue: Cue) -> Span:
    return Span(doc[cue.first].idx, doc[cue.last].idx + len(doc[cue.last]))


def _without_doubles(harms: Sequence[HarmMention]) -> tuple[HarmMention, ...]:
    """Drop the weaker of two things said of the same people in one place: "was shot and killed"."""
    killed = {h.people.span for h in harms if h.people and h.status is VictimStatus.KILLED}
    spared = {h.people.span for h in harms if h.people and h.status is VictimStatus.UNHARMED}
    seen: set[tuple[Span, VictimStatus]] = set()
    kept: list[HarmMention] = []
    for harm in harms:
        if harm.people is not None:
            if harm.people.span in killed and (harm.rule.startswith(WEAK_RULES) or harm.status is VictimStatus.UNHARMED):
                continue
            if harm.status is VictimStatus.ESCAPED and harm.people.span in spared:
                continue
            key = (harm.people.span, harm.status)
            if key in seen:
                continue
            seen.add(key)
        kept.append(harm)
    return tuple(sorted(kept, key=lambda harm: (harm.span, harm.head)))
