"""Folds phrases for one actor: "gunmen", "the attackers" and the front to which they belong."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dateline.articles import BlockKind
from dateline.mentions import ActorMention
from dateline.merge.attackers import are_beside, are_its_attackers
from dateline.merge.suspects import ARMED, Suspect, side_of
from dateline.records import ActorKind, Stance
from dateline.relate.identities import SENT_BY
from dateline.relate.presence import MENTIONED, WEAK

PLURAL = ("s", "men", "women", "people", "trio", "couple", "pair")  # endings of phrases for several
PERSONS = (ActorKind.INDIVIDUAL, ActorKind.UNKNOWN)
BLAME = (Stance.ACCUSED, Stance.SUSPECTED)
# Cues by which guilt is laid on somebody who need not be the one seen.
LAYING = ("stance:blame", "stance:attribute", "stance:put_down", "stance:door", "stance:point", "stance:suspect")
CONVICTING = ("stance:convict", "stance:find_guilty")
BODIES = ("noun:bodies", "noun:militias")
OTHERS = frozenset(("second", "third", "fourth", "another", "other"))  # before a word for one more of them
# Statements of guilt by others, the strongest first; the actor's own word stands beside them.
GUILT = (Stance.ACCUSED, Stance.SUSPECTED, Stance.REPORTED)


def fold_suspects(kept: Sequence[tuple[Suspect, float]]) -> tuple[tuple[Suspect, float], ...]:
    """Let one suspect stand for all phrases that mean the same actor; a name is kept before a phrase."""
    homes: list[tuple[Suspect, float]] = []
    # Names first, then the fullest phrases: what comes later may be only another word for them.
    sided = any(suspect.actor.kind in ARMED for suspect, _ in kept)
    for suspect, probability in sorted(kept, key=lambda pair: _rank(pair[0], sided=sided)):
        home = next((i for i, (other, _) in enumerate(homes) if _is_same(other, suspect)), None)
        if home is None:
            homes.append((suspect, probability))
        else:
            other, best = homes[home]
            homes[home] = (replace(other, told=(*other.told, *suspect.told)), max(best, probability))
    homes = _name_headlines(homes)
    return tuple(sorted(homes, key=lambda pair: min(stance.span for stance, _ in pair[0].told)))


def _name_headlines(homes: Sequence[tuple[Suspect, float]]) -> list[tuple[Suspect, float]]:
    """Let whom the headline has without a name be the first person whom the story names, with all told of both."""
    named = list(homes)
    for suspect, probability in homes:
        home = next((i for i, (other, _) in enumerate(named) if _is_named_later(other, suspect)), None)
        if home is not None:
            other, best = named[home]
            named[home] = (replace(other, told=(*other.told, *suspect.told)), max(best, probability))
            named = [pair for pair in named if pair[0] is not suspect]
    return named


def _is_named_later(home: Suspect, suspect: Suspect) -> bool:
    """Whether the headline has a phrase for the one whom the story names: "Leeds man held", "John Poe was charged"."""
    first, second = home.actor, suspect.actor
    if not first.named or second.named or not first.kind is second.kind is ActorKind.INDIVIDUAL:
        return False
    one = not (second.actor.lower().endswith(PLURAL) or _is_one_more(suspect) or act_together(home, suspect))
    title = _in_title(suspect)
    alike = (_positive(home) and _positive(suspect)) or (_avows(home) and _avows(suspect))
    return one and title and alike


def _rank(suspect: Suspect, *, sided: bool) -> tuple[bool, bool, bool, bool, bool, int]:
    # "About ten men in camouflage" are the insurgents whom the story names.
    words = len(suspect.actor.actor.split())
    actor = suspect.actor
    plain = sided and actor.rule.startswith("noun:people")
    return (not actor.named, _is_only_mentioned(suspect), _is_only_there(suspect), plain, actor.country is None, -words)


def _is_only_mentioned(suspect: Suspect) -> bool:
    """Whether nothing but its noun ties the phrase to the act: "gunmen took a priest; three suspects were held"."""
    return all(stance.rule == MENTIONED for stance, _ in suspect.told)


def _is_only_there(suspect: Suspect) -> bool:
    """Whether attackers are told of by that word alone: "gunmen in masks stormed it; four attackers were caught"."""
    if not suspect.actor.rule.startswith("noun:gunmen") or suspect.actor.actor.lower().endswith(("bomber", "bombers")):
        return False
    return all(stance.rule in WEAK for stance, _ in suspect.told)


def _is_same(home: Suspect, suspect: Suspect) -> bool:
    """Whether `suspect` is a phrase for the actor `home`, which is named or told more fully."""
    first, second = home.actor, suspect.actor
    if first.named and second.named and first.kind is not ActorKind.STATE:
        return False
    if _sends(home) != _sends(suspect) and not (first.named and second.named):
        return False  # "two gunmen killed him; they were hired by a rival, police said"
    if blames(home, suspect) or blames(suspect, home):
        return False  # "the front denied it and blamed a militia": nobody accuses itself
    if not first.named and (_is_one_more(home) or _is_one_more(suspect)) and first.actor != second.actor:
        return False  # "the driver fled; police seek a second man"
    apart = first.named == second.named or are_beside(home, suspect)
    if apart and act_together(home, suspect):
        return False  # "soldiers and police fired", "the front and allied rebel groups fought"
    if (_is_lone_bomber(first) and _are_gunmen(suspect)) or (_is_lone_bomber(second) and _are_gunmen(home)):
        return False  # "a suicide bomber rammed the gate, and gunmen then stormed in"
    person = first.kind is ActorKind.INDIVIDUAL
    if first.named and not second.named and _avows(home) and _avows(suspect) and not person:
        # "Two rival groups claimed it": those then named; "rebels say they killed mayor" of a headline.
        return second.rule.startswith(BODIES) or (second.kind in ARMED and _is_headline_only(suspect))
    if not (_positive(home) and _positive(suspect)):
        return _are_one_pleader(home, suspect)
    if are_its_attackers(home, suspect):
        return True
    if first.rule == "person" and second.rule == "noun:forces" and _is_tried(home):
        return _is_tried(suspect) and not second.actor.lower().endswith((*PLURAL, "police"))  # "an officer was charged"
    tried = _is_tried(suspect) and not second.actor.lower().endswith(PLURAL)
    if (
        not second.named
        and _is_held(home) != _is_held(suspect)
        and _first_word(first) != _first_word(second)
        and not (first.named and tried)
    ):
        return False  # "four men robbed the shop; two men were arrested"
    if (_is_blamed(home) and _is_seen(suspect)) or (_is_seen(home) and _is_blamed(suspect)):
        return False  # "gunmen killed two; the union blamed hired thugs"
    fighters = not first.named and {first.kind, second.kind} <= ARMED and _last_word(first) != _last_word(second)
    if fighters and ((_is_blamed(home) and _did(suspect)) or (_did(home) and _is_blamed(suspect))):
        return False  # "militants held a cafe; the government blames home-grown extremists"
    if _is_blamed(home) and _is_blamed(suspect) and {first.kind, second.kind} == ARMED:
        return False  # "residents blamed herdsmen, who blamed cattle rustlers"
    side, other = side_of(first), side_of(second)
    if side == other == "state":
        if first.country != second.country and _is_guess(home) != _is_guess(suspect):
            return False  # "government forces dropped bombs; it is not known whether the Russian air force did too"
        return second.country is None or first.country == second.country
    elsewhere = second.country is not None and first.country != second.country
    if elsewhere and (first.country is not None or (len(suspect.told) > len(home.told) and first.rule != "person")):
        return False  # "Iran-backed militias", told again and again, are not the group named once in the history
    if side != other:
        # "Gunmen" are the rebels told of; a named group is not the same as its bomber.
        return {side, other} == {"armed", "person"} and not first.named and not second.named
    return True


def _sends(suspect: Suspect) -> bool:
    """Whether it is told of the suspect that it sent those who did it, and not that it did it."""
    rules = {stance.rule for stance, _ in suspect.told}
    return SENT_BY in rules and "stance:agent" not in rules


def blames(accuser: Suspect, accused: Suspect) -> bool:
    """Whether it is the one who lays the act on the other."""
    own = [stance.actor.span for stance, _ in accuser.told]
    sayers = [stance.by_span for stance, _ in accused.told if stance.stance == Stance.ACCUSED and stance.by_span]
    return any(by.start < span.end and span.start < by.end for by in sayers for span in own)


def _is_held(suspect: Suspect) -> bool:
    """Whether all that ties the suspect to the act is that it was arrested or sought for it."""
    return all(stance.rule in ("stance:accused", "stance:seek", "stance:charge") for stance, _ in suspect.told)


def _is_tried(suspect: Suspect) -> bool:
    """Whether a court deals with the suspect: a man who was charged, or convicted, is the one later named."""
    return any(
        stance.rule in (*CONVICTING, "stance:charge", "stance:accused", "stance:face") for stance, _ in suspect.told
    )


def _are_one_pleader(home: Suspect, suspect: Suspect) -> bool:
    """Whether two words for one person tell of his plea: "husband admits killing", "a man confessed", "John Poe"."""
    first, second = home.actor, suspect.actor
    one = first.kind is second.kind is ActorKind.INDIVIDUAL and not second.named
    alone = not any(actor.actor.lower().endswith(PLURAL) for actor in (first, second) if not actor.named)
    avowing = _avows(suspect) and (_avows(home) or _is_held(home))
    return one and alone and avowing and (first.named or _in_title(home) or _in_title(suspect))


def _in_title(suspect: Suspect) -> bool:
    return any(frame.block is BlockKind.TITLE for _, frame in suspect.told)


def _is_headline_only(suspect: Suspect) -> bool:
    return all(frame.block is BlockKind.TITLE for _, frame in suspect.told)


def _avows(suspect: Suspect) -> bool:
    """Whether the suspect is told to say so itself: "a Leeds man admits arson"."""
    return any(stance.stance == Stance.CLAIMED for stance, _ in suspect.told)


def _is_one_more(suspect: Suspect) -> bool:
    """Whether somebody beside the one told of is said to have done it, and not only spoken of: "a second man"."""
    told = any(stance.rule not in WEAK for stance, _ in suspect.told)
    return told and _first_word(suspect.actor) in OTHERS


def _is_guess(suspect: Suspect) -> bool:
    """Whether all that is told of the suspect is that it may have done it."""
    return all(stance.stance == Stance.SUSPECTED for stance, _ in suspect.told)


def _is_blamed(suspect: Suspect) -> bool:
    """Whether others only lay the act on a body or on a sort of people, who need not be those seen."""
    if suspect.actor.kind is ActorKind.INDIVIDUAL:
        return False
    return all(stance.stance in BLAME and stance.rule in LAYING for stance, _ in suspect.told)


def _did(suspect: Suspect) -> bool:
    return any(stance.rule == "stance:agent" for stance, _ in suspect.told)


def _is_seen(suspect: Suspect) -> bool:
    """Whether persons without a name are told to have done it."""
    return _did(suspect) and not suspect.actor.named and suspect.actor.kind in PERSONS


def _first_word(actor: ActorMention) -> str:
    """Return the first word of how the actor is called: its number, where one is told."""
    return actor.actor.partition(" ")[0].lower()


def _last_word(actor: ActorMention) -> str:
    """Return the noun for what the actor is, in the singular: "rebel" of "suspected rebels"."""
    return actor.actor.lower().rpartition(" ")[2].removesuffix("s")


def act_together(first: Suspect, second: Suspect) -> bool:
    """Whether some word for an act has both as its doers: they are two."""
    acts = {(stance.head, stance.rule) for stance, _ in first.told}
    return any((stance.head, stance.rule) in acts for stance, _ in second.told)


def _is_lone_bomber(actor: ActorMention) -> bool:
    return not actor.named and actor.actor.lower().endswith("bomber")


def _are_gunmen(suspect: Suspect) -> bool:
    """Whether several without a name are told to have done what they did: "two gunmen stormed the lobby"."""
    many = suspect.actor.kind is ActorKind.INDIVIDUAL and suspect.actor.actor.lower().endswith(("gunmen", "attackers"))
    return many and any(stance.rule == "stance:agent" for stance, _ in suspect.told)


def _positive(suspect: Suspect) -> bool:
    return any(stance.stance in GUILT for stance, _ in suspect.told)
