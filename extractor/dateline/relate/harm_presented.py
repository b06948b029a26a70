"""Finds who a victim told without a name is where the next sentence opens with the name.

"Gunmen shot dead a tribal elder. Malik Sher Zaman was on his way to evening prayers": nobody else is met there.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dateline.mentions import HarmMention
from dateline.records import PHYSICAL, VictimCategory, VictimStatus, exactly
from dateline.relate.clauses import SUBJECTS, auxiliaries
from dateline.relate.harm_identified import identify
from dateline.relate.harm_lists import read_names
from dateline.relate.harm_named_fates import SEIZED, of_kind
from dateline.relate.harm_names import below_headline
from dateline.relate.harm_numbered_names import find_numbered_names
from dateline.relate.harm_pronouns import UNSURE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Span, Token

    from dateline.mentions import PeopleMention
    from dateline.relate.harm_people import People

HARMED = PHYSICAL | frozenset(SEIZED)
UNIFORMED = frozenset((VictimCategory.POLICE, VictimCategory.MILITARY))
# What one person may be called by turns.
ALIKE = (
    UNIFORMED,
    frozenset((VictimCategory.GOVERNMENT, VictimCategory.POLITICIAN, VictimCategory.JUDICIAL)),
    frozenset((VictimCategory.AID_WORKER, VictimCategory.HEALTH_WORKER)),
    frozenset((VictimCategory.MILITANT, VictimCategory.PERPETRATOR, VictimCategory.MILITARY)),
    frozenset((VictimCategory.SECURITY_GUARD, VictimCategory.POLICE, VictimCategory.GOVERNMENT)),
)
REACH = 8  # sentences behind in which the officer among several dead is told of by name
SEVERAL = range(2, 5)  # people harmed whom a sentence may present together
HIS = frozenset(("his", "her"))
BEING = frozenset(("was", "is", "were", "are"))
PROGRESSIVE = frozenset(("was", "were"))  # "was driving home"
# What somebody's life is told with.
# fmt: off
LIVING = frozenset((
    "worked", "served", "taught", "ran", "headed", "edited", "lived", "owned", "joined", "leaves", "left", "belonged",
    "represented", "led", "commanded", "hosted", "presented", "played", "studied", "drove", "moved", "came", "returned",
    "survived",
))
# What attackers do to somebody before the harm, or it stands for the harm: "was ambushed on a path".
BEFALLING = frozenset((
    "attacked", "ambushed", "waylaid", "targeted", "intercepted", "cornered", "confronted", "accosted", "approached",
    "bashed", "dragged", "pulled", "followed", "pursued", "chased", "surrounded", "assaulted", "set", "hit", "struck",
))
# Who does these was beside it, or is no victim.
WITNESSING = frozenset((
    "heard", "saw", "witnessed", "watched", "arrested", "charged", "detained", "suspect", "suspected", "accused",
    "helped", "rushed", "called", "denied", "denies", "admitted", "pleaded", "confessed", "convicted", "sentenced",
    "jailed", "guilty",
))
# What is told of with the name of one who is dead.
LEFT_BEHIND = frozenset((
    "body", "remains", "corpse", "funeral", "burial", "family", "relatives", "relative", "widow", "widower", "mother",
    "father", "parents", "children", "wife", "husband", "brother", "sister", "death", "killing", "murder", "colleagues",
))
# fmt: on


def find_presented(people: People, harms: Sequence[HarmMention]) -> Iterator[HarmMention]:
    """Yield the names that open the sentence behind one that tells of a single victim and of no one else harmed."""
    for harm in harms:
        sentence = people.doc[harm.head].sent
        if not _is_someone(harm) or sentence.end >= len(people.doc):
            continue
        alone = _is_alone(people, harm, sentence, harms)
        if not alone and not _is_the_officer(harm, harms):
            continue
        # "A man was charged after a boy was stabbed": the name may be that of the man, but who was attacked is the boy.
        others_held = any(h.status is VictimStatus.ARRESTED and sentence.start <= h.head < sentence.end for h in harms)
        for start in [sentence.end] if alone else _next_sentences(people, sentence.end):
            mention = _opening_name(people, start)
            if mention is None or _is_met_before(people, mention) or not _tells_life(people.doc[mention.head]):
                continue
            if _is_another(people, mention, harm) or (others_held and not _is_befallen(people.doc[mention.head])):
                continue
            if alone or mention.category in UNIFORMED:
                kind = harm.people.category if harm.people is not None else mention.category
                # "A police captain", and then "Captain Ana Ruiz".
                who = of_kind(mention, None if kind in UNSURE else kind) if alone else replace(mention, category=kind)
                yield identify(people.doc[mention.head].head, who, harm.status, "presented")
                break
    yield from _presented_together(people, harms)
    yield from find_numbered_names(people, harms)


def _presented_together(people: People, harms: Sequence[HarmMention]) -> Iterator[HarmMention]:
    """Yield the names that open the next sentence where they are as many as were harmed.

    "Two officers were shot dead in Lyon. Officers Ana Ruiz, 35, and Ben Cole, 41, had served for ten years."
    "Gunmen seized a priest and a nun. Father Ben Cole and Sister Ana Ruiz were on their way to a parish."
    """
    yield from _presented_singly(people, harms)
    for harm in harms:
        who, sentence = harm.people, people.doc[harm.head].sent
        size = harm.count.best if harm.count is not None else None
        several = who is not None and who.name is None and size in SEVERAL and harm.status in HARMED
        if not several or sentence.end >= len(people.doc) or not _is_alone(people, harm, sentence, harms):
            continue
        first = _opening_name(people, sentence.end)
        if first is None or who is None or _is_met_before(people, first):
            continue
        verb, names = people.doc[first.head].head, _opening_names(people, first)
        if len(names) == size:
            for name in names:
                yield identify(verb, replace(name, category=who.category), harm.status, "presented")


def _presented_singly(people: People, harms: Sequence[HarmMention]) -> Iterator[HarmMention]:
    """Yield the names that open the sentence behind one that tells of as many harmed one by one, in one way."""
    for sentence in people.doc.sents:
        told = [harm for harm in harms if harm.people is not None and sentence.start <= harm.head < sentence.end]
        ones = {harm.people.head: harm.people for harm in told if harm.people is not None}
        alike = len({harm.status for harm in told}) == 1 and all(map(_is_someone, told))
        if not alike or len(ones) not in SEVERAL or sentence.end >= len(people.doc):
            continue
        first = _opening_name(people, sentence.end)
        names = _opening_names(people, first) if first is not None and not _is_met_before(people, first) else []
        if first is not None and len(names) == len(ones):
            verb = people.doc[first.head].head
            for name, who in zip(names, (ones[head] for head in sorted(ones)), strict=True):
                yield identify(verb, of_kind(name, who.category), told[0].status, "presented")


def _opening_names(people: People, first: PeopleMention) -> list[PeopleMention]:
    """Return the persons with whose names, `first` before all, a sentence opens that tells of their lives."""
    verb = people.doc[first.head].head
    names = [first, *read_names(people, people.last_token(first) + 1, verb=verb)]
    return names if _tells_life(people.doc[first.head]) and all(name.head < verb.i for name in names) else []


def find_mourned(people: People, harms: Sequence[HarmMention]) -> Iterator[HarmMention]:
    """Yield whose body or family is told of where the text tells of one dead, without a name: "Ana Ruiz's mother"."""
    dead = [harm for harm in harms if harm.status is VictimStatus.KILLED and harm.people is not None and not harm.part]
    if not dead or not all(map(_is_someone, dead)):
        return
    if len(below_headline(people, {harm.people for harm in dead if harm.people is not None})) > 1:
        return
    others = {harm.people.name for harm in harms if harm.people is not None and harm.people.name is not None}
    for mention in people.mentions:
        if mention.name is None or " " not in mention.name or mention.name in others:
            continue
        token = people.doc[mention.head]
        owned = token.head if token.dep_ == "poss" else token.head.head if token.dep_ == "pobj" else token
        by_of = token.dep_ == "poss" or token.head.lower_ == "of"
        if by_of and owned.lower_ in LEFT_BEHIND and not any(word.lower_ in WITNESSING for word in token.sent):
            yield identify(owned, mention, VictimStatus.KILLED, "mourned")
            return


def _is_another(people: People, mention: PeopleMention, harm: HarmMention) -> bool:
    """Whether "the governor, Omar Ali," or "Captain Omar Ali" cannot be the nurse who was killed.

    Nor is he the farmer, where three policemen were hurt beside him.
    """
    category = harm.people.category if harm.people is not None else mention.category
    if mention.category in UNSURE or mention.category is category:
        return False
    if people.lower[people.first_token(mention)] == "the":
        return True
    if category not in UNSURE:
        return not any({category, mention.category} <= alike for alike in ALIKE)
    sentence = people.doc[harm.head].sent
    told = (who for who in people.mentions if who.head in range(sentence.start, sentence.end))
    return any(who.name is None and _are_several(who) and who.category not in UNSURE for who in told)


def _is_the_officer(harm: HarmMention, harms: Sequence[HarmMention]) -> bool:
    """Whether of several people harmed he is the only one in uniform: "ten people, including a police officer"."""
    who = harm.people
    uniformed = [h for h in harms if h.people is not None and h.people.category in UNIFORMED]
    return who is not None and who.category in UNIFORMED and uniformed == [harm]


def _next_sentences(people: People, start: int) -> list[int]:
    """Return the first tokens of the sentences behind, among which "Officer Ana Ruiz, 51, joined in 2010" may be."""
    starts = [start]
    while len(starts) < REACH and people.doc[starts[-1]].sent.end < len(people.doc):
        starts.append(people.doc[starts[-1]].sent.end)
    return starts


def _is_someone(harm: HarmMention) -> bool:
    """Whether it tells of one person without a name, who did no harm."""
    who = harm.people
    if who is None or who.name is not None or who.is_bare or who.category is VictimCategory.PERPETRATOR:
        return False
    return harm.count == exactly(1) and harm.status in HARMED


def _is_alone(people: People, harm: HarmMention, sentence: Span, harms: Sequence[HarmMention]) -> bool:
    """Whether the sentence tells of nobody else harmed, or only of somebody of his: "a judge and his driver"."""
    told = [
        h.people
        for h in harms
        if h.people is not None and sentence.start <= h.head < sentence.end and h.status is not VictimStatus.ARRESTED
    ]
    others = [who for who in told if harm.people is not None and who.head != harm.people.head]
    if harm.people is None or not any(who.head == harm.people.head for who in told):
        return False
    return all((who.head > harm.people.head and _is_of_his(people, who)) or _are_several(who) for who in others)


def _are_several(who: PeopleMention) -> bool:
    """Whether they are told by number, so that one name does not mean them: "killed a monk and hurt two soldiers"."""
    return who.count is not None and who.count.min is not None and who.count.min > 1 and not who.count.approximate


def _is_of_his(people: People, who: PeopleMention) -> bool:
    """Whether they are somebody's of whom it was told before: "his driver", "three of his aides"."""
    return not HIS.isdisjoint(people.lower[people.first_token(who) : who.head])


def _opening_name(people: People, start: int) -> PeopleMention | None:
    """Return the person of at least two names with whom the sentence from token `start` on opens."""
    while start + 1 < len(people.doc) and people.doc[start].pos_ in ("SPACE", "PUNCT"):
        start += 1
    mention = people.at.get(start)
    if mention is None or mention.name is None or " " not in mention.name or mention.count != exactly(1):
        return None
    return mention if mention.span.start == people.doc[start].idx else None


def _is_met_before(people: People, mention: PeopleMention) -> bool:
    """Whether the text has named the person, or one of the same surname, before."""
    surname = (mention.name or "").rpartition(" ")[2]
    return any(
        other.name is not None and other.head < mention.head and other.name.rpartition(" ")[2] == surname
        for other in people.mentions
    )


def _tells_life(name: Token) -> bool:
    """Whether the clause tells what the person was or was doing, as of one who is met no more."""
    verb = name.head
    if name.dep_ not in SUBJECTS or any(word.lower_ in WITNESSING for word in name.sent):
        return False
    if verb.lower_ in BEING:
        told = {child.lower_ for child in verb.rights if child.dep_ in ("prep", "acomp", "attr")}
        attributes = [child for child in verb.rights if child.dep_ == "attr"]
        one = any(kid.lower_ in ("a", "an", "the") for child in attributes for kid in child.lefts)
        one = one or any(child.like_num for child in attributes)  # "Ana Ruiz was 24"
        return one or bool(told & {"on", "in", "from"})
    if verb.tag_ == "VBG":
        return not PROGRESSIVE.isdisjoint(auxiliaries(verb))
    return verb.lower_ in LIVING or _is_befallen(name) or (verb.tag_ == "VBN" and "had" in auxiliaries(verb))


def _is_befallen(name: Token) -> bool:
    """Whether the clause tells what somebody did to the person, the harm or what led to it: "Ana Ruiz was attacked"."""
    # "Was attacked for his views" is talk.
    why = any(child.lower_ in ("for", "over") for child in name.head.rights)
    verb = name.head
    # "Were taken from a house", not "was taken into custody".
    seized = verb.lower_ == "taken" and any(child.lower_ in ("from", "away") for child in verb.rights)
    return name.dep_ == "nsubjpass" and (verb.lower_ in BEFALLING or seized) and not why
