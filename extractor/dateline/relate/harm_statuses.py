"""Tells what became of people where the word for the harm leaves it open: by who they are, by a denial, by a flight."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.records import PHYSICAL, VictimCategory, VictimStatus, exactly
from dateline.relate.harm_fatal import lie_dead
from dateline.relate.harm_people import WANTED
from dateline.relate.harm_victims import is_passive

if TYPE_CHECKING:
    from spacy.tokens import Token

    from dateline.mentions import PeopleMention
    from dateline.records import Count
    from dateline.relate.harm_hits import Hit
    from dateline.relate.harm_people import People

# What one escapes with one's life, not out of somebody's hands.
WOUNDS = frozenset((
    "cuts", "bruises", "injuries", "wounds", "burns", "scratches", "injury", "wound", "fractures", "cut", "scars",
))  # fmt: skip
ESCAPED = frozenset({"attack", "attempt", "death", "injury", "bomb", "ambush", "blast", "bid", "assassination", "harm"})
# fmt: off
STRIKING = frozenset({
    "fired", "shot", "killed", "stabbed", "attacked", "opened", "threw", "hurled", "lobbed", "robbed", "ambushed",
    "abducted", "kidnapped", "detonated", "planted", "stole", "beat", "raped", "snatched",
})
# fmt: on
UNIFORMED = frozenset((VictimCategory.POLICE, VictimCategory.MILITARY, VictimCategory.SECURITY_GUARD))
ANYONE = frozenset(("anyone", "anybody"))


def find_status(people: People, hit: Hit, phrase: PeopleMention | None) -> VictimStatus:
    """Return what became of the people: captured rebels are arrested, soldiers whom rebels capture kidnapped."""
    status = hit.status
    word = hit.cue.word.id
    if word == "escape" and any(c.dep_ == "dobj" and c.lower_ in ESCAPED for c in people.doc[hit.cue.head].rights):
        return VictimStatus.UNHARMED  # "the judge escapes attack" is no flight
    if word == "survive" and _is_left_with_wounds(people.doc[hit.cue.head]):
        return VictimStatus.INJURED
    if status is VictimStatus.INJURED and phrase is not None and lie_dead(people.doc[phrase.head]):
        return VictimStatus.KILLED
    if word not in ("capture", "seize") or phrase is None:
        return status
    agent = _agent(people, people.doc[hit.cue.head])
    if agent is not None and agent.category in WANTED:
        return VictimStatus.KIDNAPPED
    if (who := _who_are(people, phrase)) in WANTED:
        return VictimStatus.ARRESTED
    if word == "capture" and agent is None and who in UNIFORMED:
        return VictimStatus.KIDNAPPED
    return status


def _is_left_with_wounds(verb: Token) -> bool:
    """Whether who lived was hurt: "survived the attack with minor cuts"; not "survived without a scratch"."""
    above = (verb, *(child for child in verb.rights if child.dep_ == "dobj"))
    leads = (prep for word in above for prep in word.rights if prep.dep_ == "prep" and prep.lower_ == "with")
    return any(obj.lower_ in WOUNDS for prep in leads for obj in prep.rights)


def is_outlived(verb: Token) -> bool:
    """Whether the words tell whom the dead left behind: "he is survived by his wife"."""
    return verb.lower_ == "survived" and any(child.dep_ == "agent" for child in verb.rights)


def is_getaway(verb: Token, count: Count | None, phrase: PeopleMention | None) -> bool:
    """Whether those who escape did it: "fired at his car and escaped", "the robbers got away with the money"."""
    if phrase is not None and phrase.category in WANTED:
        return count is None or any(child.lower_ == "with" for child in verb.rights)
    return verb.dep_ == "conj" and verb.head.lower_ in STRIKING


def deny_harm(
    token: Token, hit: Hit, status: VictimStatus, phrase: PeopleMention | None
) -> tuple[VictimStatus, Count | None] | None:
    """Return what "not hurt" says: someone spared; other denials say nothing of harm."""
    if status not in PHYSICAL:
        return None
    if phrase is None:
        return status, exactly(0)
    if hit.cue.word.frame == "object" and not is_passive(token) and token.pos_ != "ADJ":
        # "did not hurt anyone" but not "does not eliminate the rebels"
        return (status, exactly(0)) if any(c.lower_ in ANYONE for c in token.rights) else None
    return VictimStatus.UNHARMED, phrase.count


def _who_are(people: People, phrase: PeopleMention) -> VictimCategory:
    """Return who the people are; "two" in "five guards were killed and two captured" are as those before them."""
    if phrase.rule != "people.number":
        return phrase.category
    start = people.doc[phrase.head].sent.start
    before = [mention for mention in people.mentions if start <= mention.head < phrase.head]
    return before[-1].category if before else phrase.category


def _agent(people: People, verb: Token) -> PeopleMention | None:
    """Return the people who do what the verb tells: behind "by", or the subject of an active verb."""
    passive = is_passive(verb)
    for child in verb.children:
        if child.dep_ == "agent":
            return next((people.at[obj.i] for obj in child.rights if obj.i in people.at), None)
        if child.dep_ == "nsubj" and not passive:
            return people.at.get(child.i)
    return None
