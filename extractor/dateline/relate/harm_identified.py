"""Finds the names that a sentence gives the victims: "the dead were identified as Ana Ruiz, 19, and Ben Cole"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from dateline.mentions import HarmMention, PeopleMention
from dateline.records import Count, VictimStatus, exactly
from dateline.relate.bodies import BODIES
from dateline.relate.clauses import span_of_word
from dateline.relate.harm_context import CONDITIONS
from dateline.relate.harm_drivers import drove_into_people
from dateline.relate.harm_fate_words import fate_of
from dateline.relate.harm_lists import read_names
from dateline.relate.harm_meant import (
    FATES,
    NAME,
    ONES,
    find_harmed_of,
    find_meant,
    find_of_calling,
    find_one_of_them,
    find_owner,
    has_harmed,
)
from dateline.relate.harm_named_fates import (
    HURT_WORDS,
    IDENTIFYING,
    NAMED,
    PLAIN,
    SEIZED,
    are_hurt_named,
    fate_named,
    kind_of_named,
    kind_of_so_many,
    of_kind,
    seized_before,
)
from dateline.relate.harm_parts import read_list
from dateline.relate.harm_people import BE, WANTED, People, people_of
from dateline.relate.harm_series import read_series
from dateline.relate.harm_words import load_harm_words

if TYPE_CHECKING:
    from spacy.tokens import Token

GIVING = frozenset(("gave", "given", "gives"))  # "gave the names of the dead as Ana Ruiz and Ben Cole"
THE_DEAD = frozenset(("victim", "deceased"))
VICTIM_WORDS = frozenset(
    ("victim", "victims", "dead", "deceased", "fatality", "fatalities", "slain", "killed", "fallen", "martyrs")
)
SOME = frozenset(("none", "half", "majority", "number", "rest", "most", "many", "some"))
NAMES = frozenset(("names", "name", "identities", "identified", "named", "identifies", "were", "are", "include"))
CAUGHT = (VictimStatus.KILLED, VictimStatus.ARRESTED, VictimStatus.INJURED)  # what becomes of attackers
LIST_REACH = 26  # tokens before a colon in which "the names of the victims" stands


def find_identified(people: People, harms: Sequence[HarmMention]) -> Iterator[HarmMention]:
    """Yield the names in "the victims were identified as Ana Ruiz, 19, and Ben Cole": dead if anyone is told dead."""
    told = {harm.status for harm in harms if harm.people is not None and harm.count != exactly(0)}
    status = next((status for status in (*FATES, *SEIZED) if status in told), None)
    if status is None and not any(word in IDENTIFYING for word in people.lower):
        return
    known = {(harm.people.head, harm.status) for harm in harms if harm.people is not None}
    for i, word in enumerate(people.lower):
        if word not in IDENTIFYING and word not in BE | THE_DEAD | GIVING and word != ":":
            continue
        token = people.doc[i]
        if any(child.dep_ == "mark" and child.lower_ in CONDITIONS for child in token.lefts):
            continue  # "whether the victim was a gunman"
        fate = _fate_at(people, token, harms) or fate_named(token, told, seized_before(token, harms) or status)
        if fate is None:
            continue
        named = list(_identified_at(people, token, harms, sure=VictimStatus.ARRESTED not in told))
        kind = kind_of_so_many(token, fate, len(named), harms)
        for mention in named:
            if (mention.head, fate) in known or _is_told(mention, fate, harms):
                continue
            known.add((mention.head, fate))
            hurt = (
                fate is VictimStatus.KILLED and VictimStatus.INJURED in told and are_hurt_named(people, token, mention)
            )
            yield identify(token, of_kind(mention, kind), VictimStatus.INJURED if hurt else fate, "name")


def _is_told(who: PeopleMention, fate: VictimStatus, harms: Sequence[HarmMention]) -> bool:
    """Whether it was told of him by name: "shot", of one who is named as the dead man, is not all."""
    alike = [h.status for h in harms if who.name and h.people is not None and h.people.name == who.name]
    return bool(alike) and (fate is not VictimStatus.KILLED or set(alike) != {VictimStatus.INJURED})


def find_wanted(people: People, harms: Sequence[HarmMention]) -> Iterator[HarmMention]:
    """Yield the name of "the gunman was identified as Omar Ali", dead or held as one of his kind is told to be."""
    ones = [
        (harm, harm.people)
        for harm in harms
        if harm.people is not None and harm.people.category in WANTED and harm.status in CAUGHT
    ]
    if not ones or any(harm.count != exactly(1) or who.name is not None for harm, who in ones):
        return  # nobody knows which
    harm, who = ones[-1]
    for i, word in enumerate(people.lower):
        token = people.doc[i]
        if word not in IDENTIFYING or token.pos_ != "VERB":
            continue
        subject = next((child for child in token.children if child.dep_ in NAMED), None)
        whom = people.at.get(subject.i) if subject is not None else None
        named = next(named_as(people, token), None)
        if named is not None and whom is not None and whom.category in WANTED and whom.count == exactly(1):
            yield identify(token, replace(named, category=who.category), harm.status, "wanted")
            return


def named_as(people: People, verb: Token) -> Iterator[PeopleMention]:
    """Yield the persons by name behind "as" of a verb or of its object: "identified (the man) as Omar Ali"."""
    objects = (child for child in verb.rights if child.dep_ == "dobj")
    for prep in (*verb.rights, *(below for noun in objects for below in noun.rights)):
        if prep.dep_ == "prep" and prep.lower_ == "as":
            found = (people.at.get(child.i) for child in prep.rights)
            yield from (mention for mention in found if mention is not None and mention.name is not None)


def identify(cue: Token, who: PeopleMention, status: VictimStatus, how: str) -> HarmMention:
    """Return what says by the word `cue` who somebody is of whom it was told before what befell him."""
    return HarmMention(
        span=span_of_word(cue),
        head=cue.i,
        rule=f"harm.identified.{how}",
        people=who,
        status=status,
        count=who.count,
        part=True,  # of people told before
    )


def _identified_at(
    people: People, token: Token, harms: Sequence[HarmMention], *, sure: bool
) -> Iterator[PeopleMention]:
    """Yield the people whom a sentence about the victims names at `token`.

    `sure` says that a bare "the man" can only be a victim, for nobody is told arrested.
    """
    if token.text == ":":
        yield from _listed_behind(people, token)
    elif (
        token.lower_ in IDENTIFYING
        and token.dep_ == "acl"
        and token.head.lower_ in ONES
        and _is_told_hurt(token.head, harms)
    ):
        # "One of them, later identified as Ana Ruiz, was pronounced dead."
        yield from (m for m in people.mentions if m.name and token.i < m.head <= token.right_edge.i)
    elif token.lower_ in IDENTIFYING | GIVING and token.pos_ == "VERB":
        subjects = [c for c in _told_of(token) if not (has_harmed(people, c, harms) or drove_into_people(c, harms))]
        lead = _find_lead(people, token)
        if any(
            _is_victim_word(people, subject, sure=sure)
            or find_meant(people, subject, harms) is not None
            or (subject.lower_ in BODIES and lead is not None)  # "the body was identified as that of Ana Ruiz"
            or _is_kin_told(people, subject, harms)
            or (lead is not None and _is_described_hurt(people, subject, lead, harms))
            or find_of_calling(people, subject, harms) is not None
            # "Named one of the dead as Ana Ruiz", "gave their names as".
            or (subject.lower_ in ONES | NAMES and lead is not None and _is_of_victims(subject))
            for subject in subjects
        ):
            start = lead if lead is not None else token.i
            kinds = [people.at[s.i].category for s in subjects if s.i in people.at]
            kind = next((one for one in kinds if one not in PLAIN), None)  # "the slain militants were identified as"
            yield from (
                kind_of_named(people, m, kind)
                for m in people.mentions
                if m.name
                and start < m.head < token.sent.end
                and not speaks(people.doc[m.head])
                and not _is_of_another(people.doc[m.head])
            )
        elif lead is None:
            yield from _named_subject(people, token)
    elif token.lower_ in THE_DEAD:
        # "The victim, Ana Ruiz, 43, was hit six times."
        # "The other victim, Ben Cole, is recovering": one of several.
        first = people.at.get(token.i + 2) if people.lower[token.i + 1 : token.i + 2] == (",",) else None
        if first is not None and token.dep_ == "amod" and people.first_token(first) in (token.i - 1, token.i + 2):
            # "The deceased, Ben Cole, 35, was hit": the parser takes the word for one that describes the name.
            yield from (mention for mention in (first,) if mention.name and people.lower[token.i - 1] == "the")
        elif [child.lower_ for child in token.lefts] == ["the"]:
            named = (people.at.get(child.i) for child in token.rights if child.dep_ == "appos")
            yield from (mention for mention in named if mention is not None and mention.name)
    elif token.lower_ in BE:
        subject = next((child for child in token.lefts if child.dep_ == "nsubj"), None)
        attribute = next((child for child in token.rights if child.dep_ == "attr"), None)
        if subject is None or attribute is None:
            return
        owner = find_owner(subject)
        if owner is not None and (
            find_meant(people, owner, harms)
            or find_of_calling(people, owner, harms)
            or _is_victim_word(people, owner, sure=sure)
        ):
            yield from (m for m in (people.at.get(attribute.i),) if m is not None and m.name)  # "her name was Ana Ruiz"
        listed = list(_listed_as(people, subject, attribute, harms))
        yield from listed
        if listed and not _is_of_victims(subject):
            return
        one = find_one_of_them(people, subject, harms) is not None
        if not one and not _is_of_victims(subject):
            return
        for patient in people_of(people, attribute):
            who = patient.people
            if who is not None and (who.name is not None or (not one and _tells_someone(who.count))):
                yield who
            if who is not None and who.name is not None and not one:
                # "The victims were Ana Ruiz, Ben Cole, and Omar Ali": the parser has the second describe the first.
                yield from read_names(people, people.last_token(who) + 1, verb=token)
        if not one:
            # "The victims were reporters Ana Ruiz and Ben Cole, guard Omar Ali, and Ruiz's sister, Eva Ruiz".
            yield from (listed for listed in read_list(people, token.i + 1) if listed.name)


def _told_of(verb: Token) -> Iterator[Token]:
    """Yield the words for whom "identified", "named" or "gave the name of" tells who they are."""
    for child in verb.children:
        if child.dep_ in NAMED or (child.dep_ == "nsubj" and child.lower_ in NAME):
            yield child
            if (owner := find_owner(child)) is not None:
                yield owner  # "gave the student's name as"


def _find_lead(people: People, verb: Token) -> int | None:
    """Return the "as" behind "named", which the parser may hang on who is named: "named the men found dead as"."""
    own = next((child.i for child in verb.rights if child.dep_ == "prep" and child.lower_ == "as"), None)
    if own is not None:
        return own
    ends = (i for i in range(verb.i + 2, verb.sent.end - 1) if people.lower[i] == "as")
    at = next(ends, None)
    if at is None:
        return None
    named = people.at.get(at + 1)
    return at if named is not None and named.name is not None and people.first_token(named) == at + 1 else None


def _listed_as(
    people: People, subject: Token, attribute: Token, harms: Sequence[HarmMention]
) -> Iterator[PeopleMention]:
    """Yield the names of "They are Ana Ruiz, Ben Cole and Omar Ali" if so many are told harmed before."""
    meant = find_meant(people, subject, harms) or find_harmed_of(subject, harms)
    first = next((m for m in people.mentions if m.name and attribute.sent.start <= m.head), None)
    if meant is None or first is None or first.head not in (attribute.i, *(word.i for word in attribute.subtree)):
        return
    series = read_series(people, first, verb=subject.head) or read_names(
        people, people.last_token(first) + 1, verb=subject.head
    )
    names = [mention for mention in (first, *series) if mention.name]
    size = meant.count.best if meant.count is not None else None
    # "Four were shot. The men were Ana Ruiz, 23; Ben Cole, 31; and another": some of them.
    if size is not None and (size == len(names) or 1 < len(names) < size):
        yield from names


def _fate_at(people: People, token: Token, harms: Sequence[HarmMention]) -> VictimStatus | None:
    """Return what became of whom "him" or "one of them" means; None where the sentence means neither."""
    for harm in harms:
        if harm.people is not None and harm.status in SEIZED and people.doc[harm.people.head].head.i == token.i:
            return harm.status
        if harm.people is not None and token.dep_ == "acl" and harm.people.head == token.head.i:
            return harm.status
    names = any(child.dep_ == "dobj" for child in token.children)  # "he identified the dead as": not who names them
    for child in (*token.children, *_told_of(token)):
        if child.dep_ in NAMED and (told := fate_of(child)) is not None:
            return told  # "six were hurt", and then "the slain soldiers were identified as"
        if child.dep_ in (*NAMED, "poss", "pobj") or (
            child.dep_ == "nsubj" and not names and token.lower_ not in GIVING
        ):
            found = (
                find_meant(people, child, harms)
                or find_one_of_them(people, child, harms)
                or find_of_calling(people, child, harms)
            )
            if found is not None:
                return found.status
    return None


def _is_told_hurt(noun: Token, harms: Sequence[HarmMention]) -> bool:
    return any(harm.people is not None and harm.people.head == noun.i for harm in harms)


def _is_described_hurt(people: People, noun: Token, lead: int, harms: Sequence[HarmMention]) -> bool:
    """Whether words before the "as" tell what befell whom the sentence names: "a boy stabbed to death was named as"."""
    return any(
        harm.people is not None
        and harm.people.head == noun.i
        and harm.status in FATES
        # "Named the two people found shot to death in a car as".
        and (people.doc[harm.head].dep_ == "acl" or noun.i < harm.head < lead)
        for harm in harms
    )


def _listed_behind(people: People, colon: Token) -> list[PeopleMention]:
    """Return the names behind "released the names of the victims:", several behind "the victims were men:" too."""
    first = max(colon.i - LIST_REACH, 0)
    ends = [i for i in range(first, colon.i) if people.lower[i] == "." or "\n" in people.doc[i].text_with_ws]
    before = frozenset(people.lower[ends[-1] + 1 if ends else first : colon.i])
    if (VICTIM_WORDS | HURT_WORDS).isdisjoint(before):
        return []
    mention = people.at.get(colon.i + 1) if colon.i + 1 < len(people.doc) else None
    if mention is None or mention.name is None:
        return []
    names = [mention, *read_names(people, people.last_token(mention) + 1, verb=colon)]
    return names if len(names) > 1 or not NAMES.isdisjoint(before) else []


def _is_kin_told(people: People, subject: Token, harms: Sequence[HarmMention]) -> bool:
    """Whether the subject of "his brothers were identified as" is somebody told harmed before by the same words."""
    owned = any(child.dep_ == "poss" and child.tag_ == "PRP$" for child in subject.lefts)
    return owned and any(
        harm.people is not None and harm.people.head < subject.i and people.lower[harm.people.head] == subject.lower_
        for harm in harms
    )


def _tells_someone(count: Count | None) -> bool:
    return count is not None and bool(count.best)


def speaks(name: Token) -> bool:
    """Whether the name is that of who says what the clause tells."""
    return name.dep_ == "nsubj" and name.head.lower_ in load_harm_words().saying | IDENTIFYING


def _is_of_another(name: Token) -> bool:
    """Whether the name only says whose people they are: "identified as Omar Ali, affiliated with the Grey Front"."""
    return name.dep_ == "pobj" and name.head.lower_ in ("with", "to") and name.head.head.tag_ in ("VBN", "VBD", "VBG")


def _named_subject(people: People, verb: Token) -> Iterator[PeopleMention]:
    """Yield the person of "Ana Ruiz, 18, had been named on Monday"."""
    # "Was named to the post" is an appointment.
    if any(c.dep_ == "prep" and c.lower_ in ("to", "for", "after") for c in verb.rights):
        return
    if verb.lower_ == "identify" or any(c.dep_ in ("oprd", "attr", "dobj", "xcomp", "ccomp") for c in verb.rights):
        return
    for child in verb.lefts:
        mention = people.at.get(child.i) if child.dep_ == "nsubjpass" else None
        if mention is not None and mention.name is not None:
            yield mention


def _is_of_victims(subject: Token) -> bool:
    """Whether the subject is "the victims", "the dead", "another of the victims", "one of the wounded"."""
    if subject.lower_ in VICTIM_WORDS:
        return True
    if subject.pos_ == "NOUN" and subject.lower_ not in ONES | NAMES | SOME:
        return False  # "the ages of the victims are 17, 23 and 55"
    words = VICTIM_WORDS | HURT_WORDS
    told = [obj for c in subject.rights if c.lower_ in ("of", "among") for obj in c.rights]
    return any(obj.lower_ in words or fate_of(obj) is not None for obj in told)


def _is_victim_word(people: People, subject: Token, *, sure: bool) -> bool:
    """Whether the subject of "was identified as" is a victim: "the victim", "the man killed", "the soldiers"."""
    if subject.lower_ in VICTIM_WORDS or subject.lower_ in HURT_WORDS:
        return True
    words = {child.lower_ for child in subject.children}
    if words & (VICTIM_WORDS | HURT_WORDS) or fate_of(subject) is not None:
        return True
    mention = people.at.get(subject.i)
    pointed = any(child.lower_ in ("the", "both", "these") for child in subject.lefts)
    return sure and pointed and mention is not None and mention.name is None and mention.category not in WANTED
