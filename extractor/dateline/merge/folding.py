"""Lets one suspect stand for all phrases that mean the same actor: "gunmen", "the rebels", "the Red Front"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dateline.find.counts import parse_count
from dateline.merge.attackers import are_beside, are_its_attackers
from dateline.merge.suspect_traits import (
    PLEADING,
    act_together,
    are_gunmen,
    are_laid_apart,
    avows,
    blames,
    did,
    first_word,
    in_title,
    is_blamed,
    is_guess,
    is_headline_only,
    is_held,
    is_lone_bomber,
    is_one_more,
    is_only_mentioned,
    is_only_there,
    is_seen,
    is_tried,
    last_word,
    positive,
    sends,
)
from dateline.merge.suspects import ARMED, Suspect, side_of
from dateline.records import ActorKind

PLURAL = ("s", "men", "women", "people", "trio", "couple", "pair")  # endings of phrases for several
BODIES = ("noun:bodies", "noun:militias")
SEVERAL = 2  # persons by name


def fold_suspects(kept: Sequence[tuple[Suspect, float]]) -> tuple[tuple[Suspect, float], ...]:
    """Let one suspect stand for all phrases that mean the same actor; a name is kept before a phrase."""
    homes: list[tuple[Suspect, float]] = []
    # Names first, then the fullest phrases: what comes later may be only another word for them.
    sided = any(suspect.actor.kind in ARMED for suspect, _ in kept)
    named = sum(other.actor.rule == "person" and (positive(other) or avows(other)) for other, _ in kept)
    kept = [pair for pair in kept if named < SEVERAL or not _are_the_named(pair[0], named)]
    for suspect, probability in sorted(kept, key=lambda pair: _rank(pair[0], sided=sided)):
        home = next((i for i, (other, _) in enumerate(homes) if _is_same(other, suspect)), None)
        if home is None:
            homes.append((suspect, probability))
        else:
            other, best = homes[home]
            homes[home] = (replace(other, told=(*other.told, *suspect.told)), max(best, probability))
    homes = _name_headlines(homes)
    return tuple(sorted(homes, key=lambda pair: min(stance.span for stance, _ in pair[0].told)))


def _are_the_named(suspect: Suspect, named: int) -> bool:
    """Whether as many without a name are tried or held as are named: "two men were jailed; John Poe and Jim Roe".

    A headline need not tell how many: "ex-police chiefs go on trial".
    """
    if suspect.actor.named or not any(stance.rule in PLEADING for stance, _ in suspect.told):
        return False
    count = parse_count(suspect.actor.actor)
    alike = 1 < (count.best or 0) <= named if count is not None else is_headline_only(suspect)
    return alike and suspect.actor.actor.lower().partition(" of ")[0].endswith(PLURAL)


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
    one = not (second.actor.lower().endswith(PLURAL) or is_one_more(suspect) or act_together(home, suspect))
    title = in_title(suspect)
    alike = (positive(home) and positive(suspect)) or (avows(home) and avows(suspect))
    return one and title and alike


def _rank(suspect: Suspect, *, sided: bool) -> tuple[bool, bool, bool, bool, bool, int]:
    # "About ten men in camouflage" are the insurgents whom the story names.
    words = len(suspect.actor.actor.split())
    actor = suspect.actor
    plain = sided and actor.rule.startswith("noun:people")
    return (not actor.named, is_only_mentioned(suspect), is_only_there(suspect), plain, actor.country is None, -words)


def _is_same(home: Suspect, suspect: Suspect) -> bool:
    """Whether `suspect` is a phrase for the actor `home`, which is named or told more fully."""
    first, second = home.actor, suspect.actor
    if first.named and second.named and first.kind is not ActorKind.STATE:
        return False
    if sends(home) != sends(suspect) and not (first.named and second.named):
        return False  # "two gunmen killed him; they were hired by a rival, police said"
    if blames(home, suspect) or blames(suspect, home):
        return False  # "the front denied it and blamed a militia": nobody accuses itself
    if not first.named and (is_one_more(home) or is_one_more(suspect)) and first.actor != second.actor:
        return False  # "the driver fled; police seek a second man"
    apart = first.named == second.named or are_beside(home, suspect)
    if apart and act_together(home, suspect):
        return False  # "soldiers and police fired", "the front and allied rebel groups fought"
    if (is_lone_bomber(first) and are_gunmen(suspect)) or (is_lone_bomber(second) and are_gunmen(home)):
        return False  # "a suicide bomber rammed the gate, and gunmen then stormed in"
    person = first.kind is ActorKind.INDIVIDUAL
    if first.named and not second.named and avows(home) and avows(suspect) and not person:
        # "Two rival groups claimed it": those then named; "rebels say they killed mayor" of a headline.
        return second.rule.startswith(BODIES) or (second.kind in ARMED and is_headline_only(suspect))
    if not (positive(home) and positive(suspect)):
        return _are_one_pleader(home, suspect)
    if are_its_attackers(home, suspect):
        return True
    if first.rule == "person" and second.rule == "noun:forces" and is_tried(home):
        return is_tried(suspect) and not second.actor.lower().endswith((*PLURAL, "police"))  # "an officer was charged"
    tried = is_tried(suspect) and not second.actor.lower().endswith(PLURAL)
    if (
        not second.named
        and is_held(home) != is_held(suspect)
        and first_word(first) != first_word(second)
        and not (first.named and tried)
        and not _is_the_one_held(home, suspect)
    ):
        return False  # "four men robbed the shop; two men were arrested"
    if (is_blamed(home) and is_seen(suspect)) or (is_seen(home) and is_blamed(suspect)):
        return False  # "gunmen killed two; the union blamed hired thugs"
    fighters = not first.named and {first.kind, second.kind} <= ARMED and last_word(first) != last_word(second)
    if fighters and ((is_blamed(home) and did(suspect)) or (did(home) and is_blamed(suspect))):
        return False  # "militants held a cafe; the government blames home-grown extremists"
    if is_blamed(home) and is_blamed(suspect) and {first.kind, second.kind} == ARMED:
        return False  # "residents blamed herdsmen, who blamed cattle rustlers"
    if (is_blamed(home) or is_blamed(suspect)) and are_laid_apart(home, suspect):
        return False  # "the opposition blamed militias; the minister said right-wing infiltrators had fired"
    side, other = side_of(first), side_of(second)
    if side == other == "state":
        if first.country != second.country and is_guess(home) != is_guess(suspect):
            return False  # "government forces dropped bombs; it is not known whether the Russian air force did too"
        return second.country is None or first.country == second.country
    elsewhere = second.country is not None and first.country != second.country
    if elsewhere and (first.country is not None or (len(suspect.told) > len(home.told) and first.rule != "person")):
        return False  # "Iran-backed militias", told again and again, are not the group named once in the history
    if side != other:
        # "Gunmen" are the rebels told of; a named group is not the same as its bomber.
        return {side, other} == {"armed", "person"} and not first.named and not second.named
    return True


def _is_the_one_held(home: Suspect, suspect: Suspect) -> bool:
    """Whether one person is told to have done it and one is held by name: "a man shot her; John Poe was charged"."""
    one = suspect.actor.kind is ActorKind.INDIVIDUAL and not suspect.actor.actor.lower().endswith(PLURAL)
    return one and home.actor.rule == "person" and not is_one_more(suspect)


def _are_one_pleader(home: Suspect, suspect: Suspect) -> bool:
    """Whether two words for one person tell of his plea: "husband admits killing", "a man confessed", "John Poe"."""
    first, second = home.actor, suspect.actor
    one = first.kind is second.kind is ActorKind.INDIVIDUAL and not second.named
    alone = not any(actor.actor.lower().endswith(PLURAL) for actor in (first, second) if not actor.named)
    avowing = avows(suspect) and (avows(home) or is_held(home))
    return one and alone and avowing and (first.named or in_title(home) or in_title(suspect))
