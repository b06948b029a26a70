"""Gives people told harmed without a name the name that an apposition near them tells.

"Gunmen seized a doctor. The doctor, Ana Ruiz, was on her way home"; "the family of Ben Cole, a student shot dead".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from dateline.find.people_ages import read_age
from dateline.lexicon.persons import UNKNOWN, Traits, read_traits
from dateline.mentions import HarmMention, PeopleMention
from dateline.records import VictimStatus, exactly
from dateline.relate.harm_identified import speaks
from dateline.relate.harm_names import below_headline
from dateline.relate.harm_people import WANTED, People
from dateline.relate.harm_pronouns import UNSURE

AGED = re.compile(r"\b\d{1,3}-year-old\s*$", re.IGNORECASE)
HARMED = frozenset((VictimStatus.KILLED, VictimStatus.INJURED, VictimStatus.KIDNAPPED, VictimStatus.MISSING))
SEXED = "people.man"  # rule of "the man", "the woman"
ARTICLES = frozenset(("a", "an"))
PARTICIPLES = frozenset(("VBN", "VBD"))
# Who does these speaks of the harm: "The mayor, Ana Ruiz, condemned the attack".
REACTING = frozenset((
    "condemned", "condemns", "denounced", "deplored", "called", "urged", "demanded", "appealed", "blamed", "accused",
    "expressed", "vowed", "promised", "pledged", "ordered", "confirmed", "visited", "praised", "offered", "announced",
))  # fmt: skip
BEHIND = 2  # tokens at most between who somebody is and what befell him


def name_by_apposition(people: People, harms: Sequence[HarmMention]) -> list[HarmMention]:
    """Return `harms`, single people without a name given that of an apposition."""
    made = [_named_in_front(people, harm) for harm in harms]
    for mention in _apposed(people, made):
        meant = _find_meant(people, mention, made)
        if meant is not None:
            made = [_give(harm, mention) if _means(harm, meant) else harm for harm in made]
    return made


def _named_in_front(people: People, harm: HarmMention) -> HarmMention:
    """Return the harm with the name before what tells who it befell: "Ben Cole, 22, a student shot dead in Leeds"."""
    who = harm.people
    if who is None or not _is_nameless(who) or not 0 < harm.head - people.last_token(who) <= BEHIND:
        return harm
    first = people.first_token(who)
    happened = people.doc[harm.head].tag_ in PARTICIPLES or people.lower[harm.head] == "dead"
    if people.lower[first] not in ARTICLES or not happened:
        return harm
    if any(people.doc[i].pos_ == "AUX" for i in range(people.last_token(who) + 1, harm.head)):
        return harm
    at = first - 1
    if at > 1 and people.lower[at] == "," and people.doc[at - 1].like_num and people.lower[at - 2] == ",":
        at -= 2  # his age
    named = people.at.get(at - 1) if at > 0 and people.lower[at] == "," else None
    if named is None or named.name is None or people.last_token(named) != at - 1:
        return harm
    return replace(harm, people=replace(who, name=named.name, nationality=who.nationality or named.nationality))


def _apposed(people: People, harms: Sequence[HarmMention]) -> Iterator[PeopleMention]:
    """Yield "the doctor, Ana Ruiz," where she is not the one who says it, nor told harmed by name."""
    known = {harm.people.name for harm in harms if harm.people is not None and harm.people.name is not None}
    for mention in people.mentions:
        if mention.name is None or mention.name in known or mention.category in WANTED:
            continue
        before = AGED.sub("", mention.span.of(people.text).partition(mention.name)[0]).split()
        if len(before) < 2 or before[0].lower() != "the" or not before[-1].endswith(","):
            continue
        token = people.doc[mention.head]
        # "He was an adviser to the leader, Ana Ruiz": she only tells who he was.
        of_another = token.dep_ == "pobj" and token.head.head.i in people.at
        reacts = token.dep_ in ("nsubj", "appos") and {token.head.lower_, token.head.head.lower_} & REACTING
        if not speaks(token) and not of_another and not reacts:
            yield mention


def _find_meant(people: People, mention: PeopleMention, harms: Sequence[HarmMention]) -> PeopleMention | None:
    """Return the only one without a name, told before, whom "the doctor, Ana Ruiz," may mean."""
    before = {
        harm.people
        for harm in harms
        if harm.people is not None and _is_nameless(harm.people) and harm.people.head < mention.head
    }
    fits = [who for who in below_headline(people, before) if _fits(people, mention, who)]
    if len(fits) != 1 or not any(_means(harm, fits[0]) and harm.status in HARMED for harm in harms):
        return None
    return fits[0]


def _fits(people: People, mention: PeopleMention, who: PeopleMention) -> bool:
    """Whether both are called by one word, are of one kind, or one is only "the woman"."""
    traits = _traits(people, mention)
    if traits.differ(_traits(people, who)):
        return False
    if people.lower[people.doc[mention.head].i] == people.lower[who.head]:
        return True
    if mention.category not in UNSURE:
        return mention.category is who.category
    return mention.rule == SEXED and traits != UNKNOWN and who.category not in WANTED


def _traits(people: People, who: PeopleMention) -> Traits:
    return read_traits(who.span.of(people.text), read_age(people.text, who.span))


def _is_nameless(who: PeopleMention) -> bool:
    return who.name is None and who.count == exactly(1) and not who.is_bare


def _means(harm: HarmMention, who: PeopleMention) -> bool:
    return harm.people is not None and harm.people.head == who.head and harm.people.name is None


def _give(harm: HarmMention, mention: PeopleMention) -> HarmMention:
    if harm.people is None:
        return harm
    category = mention.category if harm.people.category in UNSURE else harm.people.category
    return replace(harm, people=replace(harm.people, name=mention.name, category=category, calling=mention.span))
