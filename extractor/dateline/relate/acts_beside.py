"""Tells acts that clauses side by side tell, each of others than the one before and in a town or on a day of its own.

"Gunmen kidnapped a nurse in Galkayo and killed two elders in Baidoa"; "murdered the mayor on Thursday and dynamited
four pylons hours later". What befalls the same people goes on: "was shot in Acton and died in Slough".
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dateline.analysis.texts import text_of
from dateline.gazetteer.place_words import load_place_words
from dateline.records import FAMILY, EventType, Family
from dateline.relate.agents import VERBAL
from dateline.relate.bond_words import Bond
from dateline.relate.bonds import find_bonds
from dateline.relate.clauses import OUTCOMES, SUBJECTS, is_speech, path_up
from dateline.relate.verbs import OWN_BODIES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc, Token

    from dateline.mentions import PlaceMention, TimeMention, TriggerMention

HERE = frozenset({"in", "at", "near", "on", "outside", "inside", "around"})  # words that lead to where an act was
# And those that do so but before home, office or flight: "abducted a man from Thoubal", "the town hall of Perquin".
MAYBE_HERE = frozenset({"from", "of"})
BESIDE = frozenset({"while", "whereas"})
# To whom a town belongs that is not where the act was.
ELSEWHERE = frozenset(Bond) - {Bond.APPEARANCE, Bond.STATE}
COMES_OF = frozenset({EventType.ARREST, EventType.WEAPONS_SEIZURE})  # what follows an act, wherever it does
# "Stormed posts on Friday, and clashes continued on Saturday".
GOING_ON = frozenset({"continued", "continues", "continue", "raged", "ensued", "lasted", "resumed"})
PRONOUNS = frozenset({"PRP", "WP", "WDT"})
DAYS = re.compile(r"\b(?:today|yesterday|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b")
# "Minutes later" one act goes on.
OTHER_DAY = re.compile(
    r"\b(?:hours|days?|weeks?|months?)\s+(?:later|earlier|before)\b|\b(?:next|following|previous)\s+(?:day|morning|night)\b"
)


@dataclass(frozen=True, slots=True)
class _Clause:
    """A clause that stands beside another: its verb and what it tells."""

    verb: Token
    acts: tuple[TriggerMention, ...]
    befell: tuple[Token, ...]  # whom or what
    towns: frozenset[str]
    regions: frozenset[str]  # which may hold another clause's town
    times: tuple[str, ...]


def number_acts_beside(
    doc: Doc,
    triggers: Sequence[TriggerMention],
    *,
    befallen: Sequence[Token],
    places: Sequence[PlaceMention],
    times: Sequence[TimeMention],
) -> dict[int, int]:
    """Return the heads of acts that clauses side by side set apart, numbered from 1; empty where none are.

    What a day of unrest brought in each town is told as one. `befallen` are the words for those harmed, and for the
    things hit, each in the clause that tells it.
    """
    numbers: dict[int, int] = {}
    if any(FAMILY[act.type] is Family.UNREST for act in triggers):
        return numbers
    number, last = 1, None
    for clause in _find_clauses(doc, triggers, befallen, places, times):
        if last is not None and _are_apart(last, clause):
            number += 1
        last = clause
        numbers |= {act.head: number for act in clause.acts}
    return numbers if number > 1 else {}


def _find_clauses(
    doc: Doc,
    triggers: Sequence[TriggerMention],
    befallen: Sequence[Token],
    places: Sequence[PlaceMention],
    times: Sequence[TimeMention],
) -> list[_Clause]:
    """Return the clauses that tell the acts, in the order of the text."""
    shares: dict[int, list[TriggerMention]] = {}
    for act in triggers:
        shares.setdefault(_clause_of(doc[act.head]).i, []).append(act)
    if len(shares) < 2:
        return []
    towns = [place for place in places if not place.site and _leads_there(doc[place.head])]
    bonds = find_bonds(doc, towns, [act.head for act in triggers])
    regions = load_place_words().region
    there = [
        (place.name.lower(), _clause_of(doc[place.head]).i, place.feature in regions)
        for place in towns
        if not bonds[place] & ELSEWHERE
    ]
    text = text_of(doc)
    return [
        _Clause(
            verb=doc[verb],
            acts=tuple(acts),
            befell=tuple(word for word in befallen if _clause_of(word).i == verb),
            towns=frozenset(name for name, home, region in there if home == verb and not region),
            regions=frozenset(name for name, home, region in there if home == verb and region),
            times=tuple(time.span.of(text).lower() for time in times if _clause_of(doc[time.head]).i == verb),
        )
        for verb, acts in sorted(shares.items(), key=lambda share: min(act.head for act in share[1]))
    ]


def _leads_there(place: Token) -> bool:
    while place.dep_ in ("compound", "nmod") and place.head.i > place.i:
        place = place.head  # "in Gaya district"
    return place.dep_ == "pobj" and place.head.lower_ in HERE | MAYBE_HERE


def _clause_of(word: Token) -> Token:
    """Return the verb of the clause that stands beside another, or opens a row of them, in which a word stands."""
    for above in path_up(word):
        if above.pos_ in VERBAL and (_stands_beside(above) or any(map(_stands_beside, above.children))):
            return above
    return word.sent.root


def _stands_beside(verb: Token) -> bool:
    """Whether a clause is joined to another by "and", "while" or a semicolon."""
    if verb.pos_ not in VERBAL or verb.head.pos_ not in VERBAL or verb.head.i == verb.i:
        return False
    if verb.dep_ == "ccomp":
        return _is_said_beside(verb) if is_speech(verb.head) else verb.i < verb.head.i
    marked = any(child.dep_ == "mark" and child.lower_ in BESIDE for child in verb.lefts)
    return verb.dep_ in ("conj", "parataxis") or (verb.dep_ == "advcl" and marked)


def _is_said_beside(verb: Token) -> bool:
    """Whether the parser hangs two clauses on one saying: "two were shot, and a third was hurt, police said"."""
    return sum(child.dep_ == "ccomp" and child.pos_ in VERBAL for child in verb.head.children) > 1


def _are_apart(one: _Clause, other: _Clause) -> bool:
    if not (_tells_act(one) and _tells_act(other)) or _goes_on(other):
        return False
    for mine, theirs in ((one.towns, other.towns), (one.regions, other.regions)):
        if mine and theirs:
            return mine.isdisjoint(theirs) and not _opens_with_town(one)
    return _is_of_another_day(one.times, other.times)


def _tells_act(clause: _Clause) -> bool:
    """Whether a clause tells an act of its own doers or victims, not what comes of one or that it goes on."""
    doc = clause.verb.doc
    acts = [act for act in clause.acts if act.type not in COMES_OF and doc[act.head].lower_ not in OUTCOMES]
    if clause.verb.lower_ in GOING_ON:
        return False
    return bool(acts) and (bool(clause.befell) or any(act.specific for act in acts))


def _goes_on(clause: _Clause) -> bool:
    """Whether a clause is of the people told before it: "died in Slough", "killed the driver", "shot himself"."""
    own = any(child.dep_ in SUBJECTS and child.tag_ not in PRONOUNS for child in clause.verb.lefts)
    befell = [word for word in clause.befell if not _points_back(word)]
    return not befell and (not own or bool(clause.befell))


def _points_back(word: Token) -> bool:
    """Whether a noun names nobody new: "it", "the driver", "himself"."""
    if word.tag_ in PRONOUNS or word.lower_ in OWN_BODIES:
        return True
    bare = [child.lower_ for child in word.lefts] == ["the"]
    told_more = any(child.dep_ in ("relcl", "acl", "appos") or child.lower_ == "of" for child in word.rights)
    return word.pos_ == "NOUN" and bare and not told_more


def _opens_with_town(clause: _Clause) -> bool:
    """Whether the town stands before all else, so that it may be that of both: "In Idlib, ten were killed and"."""
    return clause.verb.doc[clause.verb.sent.start].lower_ in HERE


def _is_of_another_day(one: Sequence[str], other: Sequence[str]) -> bool:
    mine, theirs = ({day for time in times for day in DAYS.findall(time)} for times in (one, other))
    if mine and theirs:
        return mine.isdisjoint(theirs)
    return bool(one) and any(map(OTHER_DAY.search, other))
