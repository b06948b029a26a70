"""Finds the people singled out of a group told harmed: "nine died, among them a nurse", "six of them were guards"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dateline.mentions import WITHIN, HarmMention, PeopleMention
from dateline.records import VictimCategory, VictimStatus
from dateline.relate.clauses import is_speech, span_of_word
from dateline.relate.harm_people import BE, Patient, People, is_second_office
from dateline.relate.harm_speakers import says_behind
from dateline.spans import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc

AMONG = frozenset(("among", "amongst"))
THEM = frozenset(("them", "whom", "those", "these", "which"))
NAMING = frozenset(("identified", "named", "known"))
THEY = frozenset(("they", "these", "those"))
INCLUDE = frozenset(("included", "include", "includes"))
SETTING_OFF = frozenset((":", "\u2013", "\u2014", "--"))  # before the names of those counted
# fmt: off
SUFFERED = frozenset((
    "killed", "murdered", "slain", "dead", "injured", "wounded", "hurt", "arrested", "detained", "kidnapped",
    "abducted", "seized", "victims", "hostages", "captives", "missing", "shot", "freed", "released", "casualties",
))
# fmt: on
SUFFERERS = frozenset(("hostages", "captives", "victims", "detainees", "casualties", "abductees"))
THE_HARMED = {  # "the wounded, among them a captain"
    **dict.fromkeys(("dead", "deceased", "slain", "killed"), VictimStatus.KILLED),
    **dict.fromkeys(("wounded", "injured", "hurt"), VictimStatus.INJURED),
}
DYING = frozenset(("victims", "dead", "killed", "fatalities"))  # the dead where both dead and hurt were told of
BELIEVED = frozenset(("also", "believed", "thought", "said", "reported", "feared", "understood", "to", "be"))
AMONG_REACH = 8  # tokens of "among the farmers who were killed"
LEADS = SUFFERERS | AMONG | NAMING | THEY | SETTING_OFF | {"including", "of"}
# What may stand between the lead and the first word of a phrase: "among them the so-called".
BEFORE_PEOPLE = frozenset(("a", "an", "the", "at", "least", "also", "so", "-", "called", '"', "“", "”", "one", "some"))
JOINING = frozenset((",", "and", "as", "well", "or", "&", ";"))
INSERTION = 10  # tokens between two commas at the most
SKIPPED = 3  # words before a phrase
APPOSED = re.compile(r"(?: (?:of|for|in|at|from) [\w' -]{1,40})?, ?$")  # before a name: "the mayor of Lyon, Ana Ruiz"
TAIL = 7  # words that may follow a phrase before the next of the list: "a guard of the bank and two clerks"
BORDERS = frozenset(("VERB", "AUX", "SCONJ", "PUNCT"))


@dataclass(frozen=True, slots=True)
class Lead:
    """Words behind which parts of a group stand."""

    start: int  # token
    first: int  # token at which the list begins
    opens: bool  # stands at the start of the sentence: the group is in the one before
    named: bool = False  # only names may follow, and as many as the group has people


def find_parts(people: People, harms: Sequence[HarmMention]) -> tuple[HarmMention, ...]:
    """Return `harms`, the people whom lists and "of them" single out of a group added or marked as its parts."""
    found = list(harms)
    for lead in _find_leads(people):
        mentions = read_list(people, lead.first)
        _add(people, found, lead, mentions)
    for lead, mention in (*_find_numbered(people), *_find_among(people)):
        _add(people, found, lead, [mention])
    return tuple(found)


def _find_leads(people: People) -> Iterator[Lead]:
    lower = people.lower
    for i, word in enumerate(lower[:-2]):
        if word not in LEADS:
            continue
        behind = lower[i + 1]
        if word in AMONG and behind in THEM:
            yield Lead(i, i + 2 + (lower[i + 2] in BE), opens=_opens(people.doc, i) or _is_of_the_harmed(people, i))
        elif word in AMONG and behind == "the" and _opens(people.doc, i):
            # "Among the farmers killed were two brothers"
            said = next((j for j in range(i + 3, min(i + AMONG_REACH, len(lower) - 1)) if lower[j] in BE), None)
            if said is not None and not SUFFERED.isdisjoint(lower[i + 2 : said]):
                # "is believed to be a boy"
                first = next((j for j in range(said + 1, len(lower) - 1) if lower[j] not in BELIEVED), said + 1)
                yield Lead(i, first, opens=True)
        elif word == "of" and behind in THEM and lower[i - 1] == "(":
            yield Lead(i, i + 2, opens=False)
        elif word == "including":
            yield Lead(i, i + 1, opens=False)
        elif word in NAMING and behind == "as":
            yield Lead(i, i + 2, opens=False, named=True)
        elif word in SETTING_OFF:
            yield Lead(i, i + 1, opens=False, named=True)
        elif (word in THEY or word in SUFFERERS) and _opens(people.doc, i - (word in SUFFERERS)):
            verb = _skip_insertion(people, i + 1)
            if lower[verb] in INCLUDE:
                yield Lead(i - (word in SUFFERERS), verb + 1, opens=True)


def _is_of_the_harmed(people: People, index: int) -> bool:
    """Whether the sentence opens with "the wounded, among them": those of the sentence before."""
    start = people.doc[index].sent.start
    words = people.lower[start:index]
    return len(words) > 2 and words[0] == "the" and words[1] in SUFFERED and words[-1] == "," and len(words) < INSERTION


def _skip_insertion(people: People, index: int) -> int:
    """Return the token behind what commas set off: "the victims, aged between 16 and 52, included"."""
    if people.lower[index] != ",":
        return index
    end = min(index + INSERTION, len(people.lower) - 1)
    return next((i + 1 for i in range(index + 1, end) if people.lower[i] == ","), index)


def _opens(doc: Doc, index: int) -> bool:
    return doc[index].sent.start == index


def read_list(people: People, first: int) -> list[PeopleMention]:
    """Return the phrases of the list that begins at token `first`, each of other people."""
    return _tell_apart(people, list(_read_list(people, first)))


def with_listed(people: People, patients: Sequence[Patient]) -> list[Patient]:
    """Return the people harmed and those whom the parser cut off their list: "took six pupils, three cooks"."""
    known = list(patients)
    first = known[0].people if known else None
    if first is None or any(patient.part or patient.people is None for patient in known):
        return known
    listed = read_list(people, people.first_token(first))
    heads = {patient.people.head for patient in known if patient.people is not None}
    if not listed or listed[0].head != first.head:
        return known
    added = [m for m in listed if m.head not in heads and m.count is not None and not m.is_bare]
    # "An electrician and adviser" is one person.
    added = [m for m in added if m.name or (m.count and m.count.best != 1) or _has_determiner(people, m)]
    added = [m for m in added if not is_second_office(people.doc[m.head])]
    if len(listed) == len(added) + 1 == 2 and (
        _is_described(people, first, added[0]) or _is_named_apart(people, first, added[0])
    ):
        return known
    return [*known, *(Patient(mention, how="near") for mention in added)]


def _is_described(people: People, one: PeopleMention, other: PeopleMention) -> bool:
    """Whether two that a comma alone parts are one person and what he is: "injuring the driver, a 30-year-old man"."""
    single = all(mention.count is not None and mention.count.best == 1 for mention in (one, other))
    between = people.lower[people.last_token(one) + 1 : people.first_token(other)]
    return single and people.doc[other.head].dep_ == "appos" and between == (",",)


def _is_named_apart(people: People, several: PeopleMention, name: PeopleMention) -> bool:
    """Whether a lone name behind several people says who else is meant: "accused of killing two, Omar Ali spoke"."""
    counted = several.count is not None and (several.count.best or 0) > 1
    between = people.lower[people.last_token(several) + 1 : people.first_token(name)]
    return counted and name.name is not None and name.rule == "people.name" and "and" not in between


def with_counted_before(people: People, patients: Sequence[Patient]) -> list[Patient]:
    """Return the people harmed and those counted right before them: "12 soldiers 4 civilians killed in blast".

    Where no comma is printed the parser makes the first a part of the second.
    """
    known = list(patients)
    whole = next((patient.people for patient in known if not patient.part), None)
    if whole is None or not _is_counted(people, whole):
        return known
    index = people.first_token(whole)
    before = people.at.get(index - 1) if index > people.doc[index].sent.start else None
    if before is None or people.last_token(before) != index - 1 or not _is_counted(people, before):
        return known
    if people.first_token(before) > people.doc[index].sent.start or any(p.people is before for p in known):
        return known
    first, second = (mention.count.best if mention.count else None for mention in (before, whole))
    within = VictimCategory.CHILD is whole.category is not before.category and (first or 0) > (second or 0)
    return [Patient(before, how="near"), *(replace(p, part=p.part or within) for p in known)]


def _is_counted(people: People, mention: PeopleMention) -> bool:
    return mention.count is not None and not mention.is_bare and people.first_token(mention) in people.count_at


def _has_determiner(people: People, mention: PeopleMention) -> bool:
    return people.doc[people.first_token(mention)].pos_ in ("DET", "NUM", "PRON") or "'s" in mention.span.of(
        people.text
    )


def _read_list(people: People, first: int) -> Iterator[PeopleMention]:
    """Yield the phrases of the list that begins at token `first`."""
    doc = people.doc
    index, end = first, doc[min(first, len(doc) - 1)].sent.end
    initial, closed, joined, cut = True, False, True, False
    while index < end:
        mention = _phrase_at(people, index, end)
        if mention is not None and doc[mention.head].dep_ == "poss":
            mention = people.at.get(doc[mention.head].head.i)  # "two traders' children"
        if mention is None or (
            not initial and (mention.name is None or not joined) and doc[mention.head].dep_ in ("nsubj", "nsubjpass")
        ):
            return  # "shooting his wife and two guards, Omar Reed fled": the list ends with what "and" joins
        if not initial and doc[mention.head].dep_ == "nsubj" and is_speech(doc[mention.head].head):
            return  # "including three children, governor Omar Reed said"
        if not initial and mention.name and cut and says_behind(people, people.last_token(mention)):
            return  # "including a family of four, Omar Reed of the Red Cross said"
        yield mention
        initial = False
        index = people.last_token(mention) + 1
        limit = min(index + TAIL, end)
        while index < limit and doc[index].lower_ not in JOINING:
            # "A girl hit in the mouth and three officers": the participle only says what befell the girl.
            if (doc[index].pos_ in BORDERS and doc[index].dep_ != "acl") or doc[index].dep_ == "relcl":
                return
            index += 1
        if index >= limit:
            return
        joint = index
        while index < end and doc[index].lower_ in JOINING:
            index += 1
        cut = people.lower[joint:index] == (",",)
        joined = not closed or "and" in people.lower[joint:index]
        closed = closed or "and" in people.lower[joint:index]


def _tell_apart(people: People, mentions: Sequence[PeopleMention]) -> list[PeopleMention]:
    """Return the phrases of a list without those that only say more of those before: "a nurse, Ana Ruiz"."""
    told: list[PeopleMention] = []
    for mention in mentions:
        before = told[-1] if told else None
        if before is not None and before.name is None and mention.name is not None and before.count == mention.count:
            between = people.text[before.span.end : mention.span.start]
            if APPOSED.match(between):
                told[-1] = replace(before, span=Span(before.span.start, mention.span.end), name=mention.name)
                continue
        if before is not None and _tells_more(people, before, mention):
            continue
        told.append(mention)
    sizes = [mention.count.best if mention.count is not None else None for mention in told]
    if len(told) > 2 and sizes[0] and sizes[0] == sum(size or 0 for size in sizes[1:]):
        # "Two brothers, Ana Ruiz and Ben Cole": by name, each.
        return told[1:] if all(mention.name for mention in told[1:]) else told[:1]
    return told


def _tells_more(people: People, before: PeopleMention, mention: PeopleMention) -> bool:
    """Whether the phrase says who the one named is: "among the dead was Ana Ruiz, a mother of three"."""
    if before.name is None or mention.name is not None or (mention.count is not None and mention.count.best != 1):
        return False
    first, behind = people.first_token(mention), people.last_token(mention) + 1
    led = people.text[before.span.end : people.doc[first].idx].strip() in (",", ", a", ", an")
    return led and (behind >= len(people.lower) or people.lower[behind] in (".", ";"))


def _phrase_at(people: People, index: int, end: int) -> PeopleMention | None:
    """Return the phrase that begins at a token, or behind a few small words."""
    for start in range(index, min(index + SKIPPED + 1, end)):
        mention = people.at.get(start)
        if mention is not None:
            return mention if people.first_token(mention) >= index else None
        if people.doc[start].lower_ not in BEFORE_PEOPLE:
            return None
    return None


def _find_among(people: People) -> Iterator[tuple[Lead, PeopleMention]]:
    """Yield the people of "eight died, a nurse among them"."""
    for i in range(2, len(people.lower) - 2):
        if people.lower[i] not in AMONG or people.lower[i + 1] not in THEM:
            continue
        if people.doc[i + 2].is_alpha and people.lower[i + 2] != "and":
            continue
        mention = people.at.get(i - 1)
        if mention is not None and people.last_token(mention) == i - 1:
            yield Lead(people.first_token(mention), i, opens=False), mention


def _find_numbered(people: People) -> Iterator[tuple[Lead, PeopleMention]]:
    """Yield the people of "six of them guards", "nine of whom were children"."""
    doc = people.doc
    for count in people.counts:
        last = people.last_of_count(count)
        if last + 3 >= len(doc) or people.lower[last + 1] != "of" or people.lower[last + 2] not in THEM:
            continue
        index = last + 3
        if doc[index].lower_ in BE:
            index += 1
        sentence = doc[last].sent
        mention = _phrase_at(people, index, sentence.end) if index < sentence.end else None
        if mention is None:
            owner = people.at.get(last + 3)
            mention = owner if owner is not None and owner.head > last + 2 else None
        if mention is None or mention.rule == "people.name" or doc[mention.head].dep_ in ("nsubj", "nsubjpass"):
            continue
        start = min(i for i, other in people.count_at.items() if other is count)
        span = Span(doc[start].idx, max(mention.span.end, doc[mention.head].idx + len(doc[mention.head])))
        opens = start == sentence.start
        yield Lead(start, index, opens), replace(mention, span=span, count=count.count)


def _add(people: People, found: list[HarmMention], lead: Lead, mentions: Sequence[PeopleMention]) -> None:
    """Put the people behind a lead to what is found, as parts of the group that the lead belongs to."""
    if not mentions:
        return
    # "Killed three: a nurse, a guard and a driver" must come to three.
    whole = lead.named and not all(mention.name for mention in mentions)
    sizes = [mention.count.best if mention.count is not None else None for mention in mentions]
    for owner in find_owners(people, found, lead, mentions):
        if whole and (owner.count is None or owner.count.best != sum(size or 0 for size in sizes)):
            continue
        for mention in mentions:
            known = [
                i
                for i, harm in enumerate(found)
                if harm.people is not None and harm.people.head == mention.head and harm.status is owner.status
            ]
            for i in known:
                # What a part of the harmed includes is counted with it: "among the dead are a family of eight, ..."
                rule = f"{found[i].rule.rpartition('.')[0]}{WITHIN}" if owner.part else found[i].rule
                found[i] = replace(found[i], part=True, rule=rule)
            for i, harm in enumerate(found):
                # "One of them the chief": the number alone was read before.
                who = harm.people
                if who is not None and who.is_bare and who.span != mention.span and mention.span.contains(who.span):
                    found[i] = replace(harm, people=mention, count=mention.count, part=True)
                    known.append(i)
            if not known and not _is_otherwise_harmed(found, mention, owner.status):
                found.append(
                    replace(
                        owner,
                        span=owner.span if not lead.opens else span_of_word(people.doc[lead.start]),
                        head=owner.head if not lead.opens else lead.start,
                        rule=f"{owner.rule.rpartition('.')[0]}{WITHIN if owner.part else '.part'}",
                        people=mention,
                        count=mention.count,
                        total=False,
                        part=True,
                    )
                )


def _is_otherwise_harmed(found: Sequence[HarmMention], mention: PeopleMention, status: VictimStatus) -> bool:
    return any(h.people is not None and h.people.head == mention.head and h.status is not status for h in found)


def _is_of_others(people: People, lead: Lead, harmed: Set[int]) -> bool:
    """Whether the people right before the lead do something: "two were held while three, including a minor, fled"."""
    at = lead.start - 1
    at -= at > 0 and people.lower[at] == ","
    before = people.at.get(at) if at >= 0 else None
    if lead.opens or before is None or before.head in harmed or before.count is None:
        return False
    token = people.doc[before.head]
    return token.dep_ == "nsubj" and token.head.i > lead.start and (before.count.best or 0) > 1


def find_owners(
    people: People, found: Sequence[HarmMention], lead: Lead, mentions: Sequence[PeopleMention]
) -> list[HarmMention]:
    """Return what is told of the group nearest before the lead that is large enough."""
    doc = people.doc
    sentence = doc[lead.start].sent
    status = THE_HARMED.get(people.lower[min(sentence.start + 1, len(doc) - 1)]) if lead.opens else None
    if lead.opens:
        if sentence.start == 0:
            return []
        # "The wounded" are those last told so, wherever that is.
        sentence = doc[: sentence.start] if status is not None else doc[sentence.start - 1].sent
    size = sum((mention.count.best or 1) if mention.count is not None else 1 for mention in mentions)
    heads = {mention.head for mention in mentions}
    groups = [
        harm
        for harm in found
        if harm.people is not None
        and harm.people.head not in heads
        and (not harm.part or (not lead.opens and lead.start and doc[lead.start].lower_ == "including"))
        and sentence.start <= harm.people.head < min(lead.start, sentence.end)
        and harm.people.name is None
        and (harm.count is None or (harm.count.best or 0) > size or (lead.named and harm.count.best == size > 1))
        and (harm.count is not None or (not lead.named and doc[harm.people.head].tag_ == "NNS"))
    ]
    if lead.opens and not DYING.isdisjoint(people.lower[lead.start : lead.start + 2]):
        groups = [harm for harm in groups if harm.status is VictimStatus.KILLED] or groups
    if status is not None:
        groups = [harm for harm in groups if harm.status is status]
    if _is_of_others(people, lead, {harm.people.head for harm in groups if harm.people is not None}):
        return []
    nearest = max((harm.people.span.end for harm in groups if harm.people is not None), default=None)
    return [harm for harm in groups if harm.people is not None and harm.people.span.end == nearest]
