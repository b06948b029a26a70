"""Tells what of one suspect, or between two, decides whether two phrases mean one actor."""

from __future__ import annotations

from dateline.articles import BlockKind
from dateline.mentions import ActorMention
from dateline.merge.suspects import Suspect
from dateline.records import ActorKind, Stance
from dateline.relate.agents import AGENT
from dateline.relate.identities import SENT_BY
from dateline.relate.presence import MENTIONED, WEAK

PERSONS = (ActorKind.INDIVIDUAL, ActorKind.UNKNOWN)
BLAME = (Stance.ACCUSED, Stance.SUSPECTED)
# Cues by which guilt is laid on somebody who need not be the one seen.
LAYING = ("stance:blame", "stance:attribute", "stance:put_down", "stance:door", "stance:point", "stance:suspect")
CONVICTING = ("stance:convict", "stance:find_guilty")
TRYING = (*CONVICTING, "stance:charge", "stance:accused", "stance:face")
PLEADING = (*TRYING, "stance:admit", "stance:deny", "stance:seek")  # what is told of those named later
OTHERS = frozenset(("second", "third", "fourth", "another", "other"))  # before a word for one more of them
# Statements of guilt by others, the strongest first; the actor's own word stands beside them.
GUILT = (Stance.ACCUSED, Stance.SUSPECTED, Stance.REPORTED)


def is_only_mentioned(suspect: Suspect) -> bool:
    """Whether nothing but its noun ties the phrase to the act: "gunmen took a priest; three suspects were held"."""
    return all(stance.rule == MENTIONED for stance, _ in suspect.told)


def is_only_there(suspect: Suspect) -> bool:
    """Whether attackers are told of by that word alone: "gunmen in masks stormed it; four attackers were caught"."""
    if not suspect.actor.rule.startswith("noun:gunmen") or suspect.actor.actor.lower().endswith(("bomber", "bombers")):
        return False
    return all(stance.rule in WEAK for stance, _ in suspect.told)


def did(suspect: Suspect) -> bool:
    """Whether the suspect is told to have done it, by whatever word for the act."""
    return any(stance.rule == AGENT for stance, _ in suspect.told)


def last_word(actor: ActorMention) -> str:
    """Return the noun for what the actor is, in the singular: "rebel" of "suspected rebels"."""
    return actor.actor.lower().rpartition(" ")[2].removesuffix("s")


def sends(suspect: Suspect) -> bool:
    """Whether it is told of the suspect that it sent those who did it, and not that it did it."""
    rules = {stance.rule for stance, _ in suspect.told}
    return SENT_BY in rules and AGENT not in rules


def blames(accuser: Suspect, accused: Suspect) -> bool:
    """Whether it is the one who lays the act on the other."""
    own = [stance.actor.span for stance, _ in accuser.told]
    sayers = [stance.by_span for stance, _ in accused.told if stance.stance == Stance.ACCUSED and stance.by_span]
    return any(by.overlaps(span) for by in sayers for span in own)


def is_held(suspect: Suspect) -> bool:
    """Whether all that ties the suspect to the act is that it was arrested or sought for it."""
    return all(stance.rule in ("stance:accused", "stance:seek", "stance:charge") for stance, _ in suspect.told)


def is_tried(suspect: Suspect) -> bool:
    """Whether a court deals with the suspect: a man who was charged, or convicted, is the one later named."""
    return any(stance.rule in TRYING for stance, _ in suspect.told)


def in_title(suspect: Suspect) -> bool:
    """Whether the headline tells of the suspect."""
    return any(frame.block is BlockKind.TITLE for _, frame in suspect.told)


def is_headline_only(suspect: Suspect) -> bool:
    """Whether nothing but the headline tells of the suspect."""
    return all(frame.block is BlockKind.TITLE for _, frame in suspect.told)


def avows(suspect: Suspect) -> bool:
    """Whether the suspect is told to say so itself: "a Leeds man admits arson"."""
    return any(stance.stance == Stance.CLAIMED for stance, _ in suspect.told)


def is_one_more(suspect: Suspect) -> bool:
    """Whether somebody beside the one told of is said to have done it, and not only spoken of: "a second man"."""
    told = any(stance.rule not in WEAK for stance, _ in suspect.told)
    return told and first_word(suspect.actor) in OTHERS


def is_guess(suspect: Suspect) -> bool:
    """Whether all that is told of the suspect is that it may have done it."""
    return all(stance.stance == Stance.SUSPECTED for stance, _ in suspect.told)


def is_blamed(suspect: Suspect) -> bool:
    """Whether others only lay the act on a body or on a sort of people, who need not be those seen."""
    if suspect.actor.kind is ActorKind.INDIVIDUAL:
        return False
    return all(stance.stance in BLAME and stance.rule in LAYING for stance, _ in suspect.told)


def are_laid_apart(home: Suspect, suspect: Suspect) -> bool:
    """Whether different people lay the act on each, and words of its own describe one of them."""
    sayers = [{stance.by for stance, _ in one.told} for one in (home, suspect)]
    accused = all(stance.stance == Stance.ACCUSED for one in (home, suspect) for stance, _ in one.told)
    described = " " in home.actor.actor or " " in suspect.actor.actor
    return accused and described and None not in sayers[0] | sayers[1] and not sayers[0] & sayers[1]


def is_seen(suspect: Suspect) -> bool:
    """Whether persons without a name are told to have done it."""
    return did(suspect) and not suspect.actor.named and suspect.actor.kind in PERSONS


def first_word(actor: ActorMention) -> str:
    """Return the first word of how the actor is called: its number, where one is told."""
    return actor.actor.partition(" ")[0].lower()


def act_together(first: Suspect, second: Suspect) -> bool:
    """Whether some word for an act has both as its doers: they are two."""
    acts = {(stance.head, stance.rule) for stance, _ in first.told}
    return any((stance.head, stance.rule) in acts for stance, _ in second.told)


def is_lone_bomber(actor: ActorMention) -> bool:
    """Whether the words stand for one bomber without a name."""
    return not actor.named and actor.actor.lower().endswith("bomber")


def are_gunmen(suspect: Suspect) -> bool:
    """Whether several without a name are told to have done what they did: "two gunmen stormed the lobby"."""
    many = suspect.actor.kind is ActorKind.INDIVIDUAL and suspect.actor.actor.lower().endswith(("gunmen", "attackers"))
    return many and did(suspect)


def positive(suspect: Suspect) -> bool:
    """Whether others, or the article, tell guilt of the suspect."""
    return any(stance.stance in GUILT for stance, _ in suspect.told)
