"""Chooses the type of an incident among what its tellings say."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Container, Sequence
from dataclasses import replace
from functools import lru_cache

from dateline.articles import BlockKind
from dateline.find.trigger_doers import load_doers
from dateline.find.weapons import ACT, HELD
from dateline.frames import Frame, Reality
from dateline.mentions import TriggerMention
from dateline.merge.answers import find_answered
from dateline.merge.fills import Fill
from dateline.merge.kind_votes import BODILY, WEAPON_VOTES, outdo_general
from dateline.merge.kinds_crowds import is_of_crowd, is_riot, kills_by_shots
from dateline.merge.kinds_harm import FIGHTERS, is_murder, is_of_craft, is_threat, kills_and_spoils, wrecks_and_kills
from dateline.merge.kinds_means import VIOLENT, find_fire, find_means, list_used, takes_goods, takes_spoils
from dateline.merge.murders import MURDER
from dateline.records import (
    FAMILY,
    PHYSICAL,
    ActorKind,
    EventType,
    Family,
    Stage,
    TargetCategory,
    VictimCategory,
    VictimStatus,
    WeaponCategory,
)
from dateline.relate.agents import AGENT
from dateline.relate.scene_words import SCENE
from dateline.spans import Span, merge_spans

NAMED_AROUND = "type:means around"
# The vote of a means that is named near an act of no name, as a share of that of the general words: where all that are
# named there are of one kind, and where they are not.
AGREED, DISPUTED = 1.1, 0.3
GENERAL = 0.15  # the vote of a word that names no type: "attack", "killed"
WEAK = 0.6  # the vote of a word that only its surroundings make an act: "exploded"
HEADLINE = 2.0
OPENING = 1.5  # of the telling that comes first
UNTOLD = 0.4  # of a telling that is only possible, denied or a habit
PASSING = 0.3  # of bare plurals: "linked to IED attacks", "suicide bombers"
HARMED = 1.5  # of a telling that says who was harmed
CONSEQUENCE = 0.35  # of an arrest or a find of arms beside an act that harmed somebody
FOLLOWING = frozenset({EventType.ARREST, EventType.WEAPONS_SEIZURE})
UNREST = frozenset({EventType.PROTEST, EventType.RIOT, EventType.STRIKE})
PLANTED = frozenset({EventType.BOMBING, EventType.SUICIDE_BOMBING})
CROWDS = frozenset({EventType.ARSON, EventType.ROBBERY, EventType.SABOTAGE})
AIMED = "trigger:strike_aimed"  # rule of a strike that may be from the air
SENT = frozenset({WeaponCategory.MISSILE, WeaponCategory.ROCKET, WeaponCategory.MORTAR, WeaponCategory.ARTILLERY})
THROWN = SENT | {WeaponCategory.AERIAL_BOMB, WeaponCategory.BOMB, WeaponCategory.PROJECTILE, WeaponCategory.EXPLOSIVE}
WAR_GAS = re.compile(
    r"(?!.*(?:attack|strike|weapon)).*(?:chlorine|sarin|nerve|mustard|poison|toxic|chemical|vx|phosgene)", re.I
)
CARRIERS = (EventType.SHELLING, EventType.AIRSTRIKE, EventType.BOMBING, EventType.SHOOTING)  # by which gas may come
FLOWN = frozenset({EventType.BOMBING, EventType.SHELLING})
DOWNED = re.compile(r"\b(?:brought|shot|shoot|shooting) (?:it )?down\b|\bdowned\b", re.IGNORECASE)
TEAR = re.compile(r"\btear[ -]?gas|\bpepper", re.IGNORECASE)
FORCES = frozenset({TargetCategory.MILITARY, TargetCategory.POLICE})
# What people are told to be where they came free.
FREED = frozenset({
    VictimStatus.ESCAPED, VictimStatus.UNHARMED, VictimStatus.RELEASED, VictimStatus.KIDNAPPED, VictimStatus.MISSING,
})  # fmt: skip
# Kinds that "released" and "seized" leave open.
OPEN_KINDS = frozenset({EventType.ATTACK, EventType.ARMED_CLASH})
PROPERTY = frozenset({EventType.ARSON, EventType.SABOTAGE})
BESIDE = 0.5  # of damage to property beside harm to people


def choose_type(frames: Sequence[Frame], text: str) -> Fill[EventType]:
    """Let the tellings vote: words that name a type and weapons for much, "attack" and "kill" for little."""
    votes: dict[EventType, float] = defaultdict(float)
    spans: dict[EventType, list[Span]] = defaultdict(list)
    rules: dict[EventType, list[str]] = defaultdict(list)
    opening = min(frame.sentence for frame in frames)
    frames = [_leave_murder(frame, text) for frame in frames]
    by_armed = {t.rule for frame in frames for t in frame.triggers if t.type is EventType.ATTACK}
    ambushed, rioting = _ambushes_civilians(frames), is_riot(frames)
    for frame in frames:
        weight = _weigh_frame(frame, opening)
        crowd = any(is_of_crowd(stance.actor, text, rioting=rioting) for stance in frame.stances)
        for trigger in frame.triggers:
            told = _kind_of(trigger, frame, text, crowd=crowd, armed=trigger.rule in by_armed, ambushed=ambushed)
            votes[told] += weight * _weigh_trigger(trigger, frame, text)
            spans[told].append(trigger.span)
            rules[told].append(trigger.rule)
        flown = _names_aircraft(frame, text)
        for weapon in list_used(frame):
            kind, share = WEAPON_VOTES[weapon.category]
            if crowd and kind in CROWDS:
                kind = EventType.RIOT
            if kind in FLOWN and flown and not weapon.rule.endswith(ACT):
                kind = EventType.AIRSTRIKE
            if kind in PLANTED and _fell_to_forces(frame):
                continue
            if weapon.category is WeaponCategory.GRENADE and _is_fight(frame):
                continue  # "fought with guns, grenades and stones"
            votes[kind] += weight * share
            spans[kind].append(weapon.span)
            rules[kind].append(weapon.rule)
    _settle_gas(votes, frames, text)
    if set(rules[EventType.AIRSTRIKE]) == {AIMED} and not any(_names_aircraft(frame, text) for frame in frames):
        # "Russian strike kills nine", of which the story says that missiles hit a market.
        used = {w.category for frame in frames for w in frame.weapons if HELD not in w.rule}
        if used & SENT and votes[EventType.SHELLING]:
            votes[EventType.SHELLING] += votes.pop(EventType.AIRSTRIKE)
    if find_answered(frames):
        del votes[EventType.SHOOTING]
    _settle(votes, frames, text)
    outdo_general(votes)
    if _tells_release(frames) and not any(votes[kind] for kind in votes if kind not in OPEN_KINDS):
        votes[EventType.KIDNAPPING] += sum(votes.pop(kind, 0.0) for kind in OPEN_KINDS)
    if max(votes, key=lambda kind: votes[kind]) is EventType.ATTACK:
        fell = any(map(_fell_to_forces, frames))
        means = tuple(
            entry for entry in (*find_means(frames, text), *find_fire(frames)) if not (fell and entry[0] in PLANTED)
        )
        share = votes[EventType.ATTACK] * (AGREED if len({kind for kind, _ in means}) == 1 else DISPUTED)
        for kind, named in means:
            votes[kind] += share
            spans[kind].append(named)
            rules[kind].append(NAMED_AROUND)
    best = max(votes, key=lambda kind: (votes[kind], kind))
    shown = spans[best] or [trigger.span for frame in frames for trigger in frame.triggers]
    return Fill(
        value=best,
        spans=merge_spans(shown),
        rules=tuple(dict.fromkeys(rules[best])) or ("type:settled",),
        confidence=votes[best] / (sum(votes.values()) or 1.0),
    )


def _kind_of(
    trigger: TriggerMention, frame: Frame, text: str, *, crowd: bool, armed: bool, ambushed: bool
) -> EventType:
    """Return the kind that a word for an act tells, by who did it and whom it befell."""
    # What a crowd burns, breaks, loots and attacks is a riot.
    if crowd and (trigger.type in CROWDS or (trigger.type is EventType.ATTACK and frame.targets and not frame.harms)):
        return EventType.RIOT
    if trigger.type is EventType.KIDNAPPING and is_of_craft(trigger, frame):
        return EventType.HIJACKING
    if trigger.type is EventType.ARREST and armed:
        return EventType.ATTACK  # "Village raided", by bandits as the story says
    if trigger.type is EventType.ARMED_CLASH and ambushed and trigger.span.of(text).lower().startswith("ambush"):
        return EventType.SHOOTING
    return trigger.type


def _settle_gas(votes: dict[EventType, float], frames: Sequence[Frame], text: str) -> None:
    """Give the votes for chemicals to the riot whose crowd was gassed, or take those for what carried a gas of war."""
    if _is_of_police(frames, text):
        votes[EventType.RIOT] += votes.pop(EventType.CHEMICAL_ATTACK, 0.0)
    elif any(_sends_gas(frame, text) for frame in frames):
        votes[EventType.CHEMICAL_ATTACK] += sum(votes.pop(kind, 0.0) for kind in CARRIERS)


def _is_fight(frame: Frame) -> bool:
    """Whether two sides are told to have fought each other, with more than one sort of weapon."""
    fights = any(trigger.type is EventType.ARMED_CLASH for trigger in frame.triggers)
    return fights and len({weapon.category for weapon in list_used(frame)}) > 1


def _ambushes_civilians(frames: Sequence[Frame]) -> bool:
    """Whether all who are told to have come to harm are people who do not shoot back: "ambushed a bus, killing two"."""
    hurt = {h.people.category for frame in frames for h in frame.harms if h.status in PHYSICAL and h.people}
    things = {link.mention.category for frame in frames for link in frame.targets}
    if not hurt or hurt & FIGHTERS or things & FORCES:
        return False
    # "Two people" may be of any kind, but those in a car or bus that is no force's are not.
    return hurt != {VictimCategory.UNKNOWN} or TargetCategory.TRANSPORT_VEHICLE in things


def _is_of_police(frames: Sequence[Frame], text: str) -> bool:
    """Whether all that is told of chemicals is the gas that police use on crowds."""
    used = [w.span.of(text) for frame in frames for w in frame.weapons if w.category is WeaponCategory.CHEMICAL]
    return bool(used) and all(TEAR.search(words) for words in used)


def _sends_gas(frame: Frame, text: str) -> bool:
    """Whether a telling of an act has gas of war in what is fired or dropped: "rockets tipped with poison gas"."""
    used = list(list_used(frame))
    gas = any(w.category is WeaponCategory.CHEMICAL and WAR_GAS.match(w.span.of(text)) for w in used)
    return gas and (any(w.category in THROWN for w in used) or _names_aircraft(frame, text))


def _tells_release(frames: Sequence[Frame]) -> bool:
    """Whether all that is told of people is that they came free: who releases somebody had taken him."""
    statuses = {harm.status for frame in frames for harm in frame.harms}
    return VictimStatus.RELEASED in statuses and statuses <= FREED


def _names_aircraft(frame: Frame, text: str) -> bool:
    """Whether the sentence names aircraft that were not brought down, so that its missiles and bombs are theirs."""
    return _tells_of_aircraft(frame.span.of(text))


@lru_cache(maxsize=256)
def _tells_of_aircraft(sentence: str) -> bool:
    return not DOWNED.search(sentence) and any(match.key == "aircraft" for match in load_doers().find(sentence))


def _fell_to_forces(frame: Frame) -> bool:
    """Whether forces of a state struck fighters, so that bombs beside them were the fighters'."""
    struck = any(harm.people and harm.people.category is VictimCategory.MILITANT for harm in frame.harms)
    return struck and any(stance.actor.kind is ActorKind.STATE for stance in frame.stances)


def _weigh_frame(frame: Frame, opening: int) -> float:
    weight = HEADLINE if frame.block is BlockKind.TITLE else OPENING if frame.sentence == opening else 1.0
    if frame.reality is not Reality.TOLD or frame.stage is Stage.THREATENED:
        weight *= UNTOLD
    harmed = any(harm.status in PHYSICAL for harm in frame.harms)
    return weight * (HARMED if harmed else 1.0)


def _weigh_trigger(trigger: TriggerMention, frame: Frame, text: str) -> float:
    if trigger.rule.startswith(SCENE):
        return 0.0
    if not trigger.specific:
        # A general word whose doer names the kind tells as much as a weak word: "a shell hit".
        return GENERAL if trigger.weak or trigger.type is EventType.ATTACK else WEAK
    weight = WEAK if trigger.weak else 1.0
    passing = _is_plural(trigger, text) and not frame.harms
    unrest = trigger.type in UNREST or trigger.type in (EventType.ARMED_CLASH, EventType.SHOOTING)
    return weight * (PASSING if passing and not unrest and not frame.targets else 1.0)


def _is_plural(trigger: TriggerMention, text: str) -> bool:
    return trigger.noun and trigger.span.of(text).lower().endswith("s")


def _leave_murder(frame: Frame, text: str) -> Frame:
    """Return the telling without what it names beside a murder: "the bombings and the murder of six priests"."""
    if not frame.harms or not any(trigger.rule == MURDER and trigger.noun for trigger in frame.triggers):
        return frame
    beside = [trigger.span for trigger in frame.triggers if trigger.rule != MURDER and _is_plural(trigger, text)]
    return replace(
        frame,
        triggers=tuple(trigger for trigger in frame.triggers if trigger.span not in beside),
        weapons=tuple(weapon for weapon in frame.weapons if not any(map(weapon.span.overlaps, beside))),
    )


def _opens_with_act(frames: Sequence[Frame]) -> bool:
    """Whether an act of somebody who is no force of a state is told before any arrest: "Gunmen attacked a market".

    The arrest of suspects that comes behind it is what came of it.
    """
    first = min(frames, key=lambda frame: frame.sentence)
    if first.reality is not Reality.TOLD or first.plural or any(t.type in FOLLOWING for t in first.triggers):
        return False
    heads = {trigger.head for trigger in first.triggers if FAMILY[trigger.type] in VIOLENT | {Family.UNSPECIFIED}}
    return any(
        stance.rule == AGENT and stance.head in heads and stance.actor.kind is not ActorKind.STATE
        for stance in first.stances
    )


def _names_bomb(frame: Frame) -> bool:
    """Whether a bomb is named by more than the word for the act ("bombing")."""
    return any(
        not weapon.rule.endswith(ACT) and WEAPON_VOTES.get(weapon.category, ("", 0))[0] is EventType.BOMBING
        for weapon in frame.weapons
    )


def _names_abduction(frame: Frame) -> bool:
    """Whether a word of the telling says that somebody was taken away, not only that he was held or came free."""
    words = (trigger for trigger in frame.triggers if not trigger.rule.startswith("harm."))
    return any(trigger.type is EventType.KIDNAPPING for trigger in words)


def _settle(votes: dict[EventType, float], frames: Sequence[Frame], text: str) -> None:
    """Let what is a part of an act, or came of it, give its votes to the act itself."""
    if votes[EventType.SUICIDE_BOMBING] >= WEAK:
        votes[EventType.SUICIDE_BOMBING] += votes[EventType.BOMBING] + votes[EventType.SHOOTING]
    if votes[EventType.AIRSTRIKE] >= 1.0 and not any(_names_bomb(frame) for frame in frames):
        # "Air strikes hit the town; the army denied bombing it."
        votes[EventType.AIRSTRIKE] += votes.pop(EventType.BOMBING, 0.0)
    harmed = any(
        harm.status in (VictimStatus.KILLED, VictimStatus.INJURED, VictimStatus.KIDNAPPED)
        and (harm.count is None or harm.count.best != 0)
        for frame in frames
        for harm in frame.harms
    )
    hurtful = {frame.type for frame in frames if frame.specific and any(h.status in PHYSICAL for h in frame.harms)}
    if any(FAMILY[kind] in BODILY for kind in hurtful):
        # The act that did the harm, not the fire set to a car beside it.
        for kind in votes.keys() & PROPERTY - hurtful:
            votes[kind] *= BESIDE
    killed = _count(frames, {VictimStatus.KILLED})
    if killed and any(wrecks_and_kills(frame) for frame in frames):
        # "Rebels destroyed three tanks and killed 16 soldiers."
        votes[EventType.ATTACK] += votes.pop(EventType.SABOTAGE, 0.0)
    if killed and any(kills_and_spoils(frame, text) for frame in frames):
        # "Militiamen killed 14 people and burned their houses."
        for kind in (EventType.ARSON, EventType.ROBBERY):
            votes[EventType.ATTACK] += votes.pop(kind, 0.0)
    if killed > 1 and takes_spoils(frames):
        votes[EventType.ATTACK] += votes.pop(EventType.ROBBERY, 0.0)
    if takes_goods(frames):
        for kind in (EventType.ATTACK, EventType.SHOOTING, EventType.STABBING):
            votes[EventType.ROBBERY] += votes.pop(kind, 0.0)
    if votes[EventType.ROBBERY] >= WEAK and not killed:
        # Who is beaten for the till is robbed.
        votes[EventType.ROBBERY] += votes.pop(EventType.BEATING, 0.0)
    if votes[EventType.KIDNAPPING] >= WEAK and _count(frames, {VictimStatus.KIDNAPPED}) > _count(frames, PHYSICAL):
        # Who was shot as others were taken is no act of its own.
        votes[EventType.KIDNAPPING] += votes.pop(EventType.SHOOTING, 0.0) + votes.pop(EventType.ATTACK, 0.0)
    if votes[EventType.HOSTAGE_TAKING] >= WEAK and not any(map(_names_abduction, frames)):
        # "Held four people hostage", and below: "one hostage was freed".
        votes[EventType.HOSTAGE_TAKING] += votes.pop(EventType.KIDNAPPING, 0.0)
    doing = [votes[kind] for kind in votes if FAMILY[kind] in VIOLENT or kind is EventType.ATTACK]
    if doing and (harmed or any(map(is_threat, frames)) or _opens_with_act(frames)):
        for kind in FOLLOWING & votes.keys():
            votes[kind] = min(votes[kind] * CONSEQUENCE, max(doing) * BESIDE)
    if any(map(is_murder, frames)) or any(map(kills_by_shots, frames)):
        # Who is murdered or shot dead is no victim of the march or strike that is told with it.
        for kind in (EventType.PROTEST, EventType.STRIKE):
            votes[kind] = min(votes[kind] * CONSEQUENCE, max(doing, default=0.0) * BESIDE)
    if votes[EventType.RIOT] >= WEAK:
        # What is robbed in a riot is looted; what burns or breaks there, and who is beaten short of death, is of it.
        for kind in CROWDS if _count(frames, {VictimStatus.KILLED}) else (*CROWDS, EventType.BEATING):
            votes[EventType.RIOT] += votes.pop(kind, 0.0)
    crowd = any(stance.actor.kind is ActorKind.CROWD for frame in frames for stance in frame.stances)
    if votes[EventType.RIOT] or votes[EventType.PROTEST] or crowd:
        weak = sum(
            trigger.weak and trigger.type is EventType.ARMED_CLASH for frame in frames for trigger in frame.triggers
        )
        # Protesters that clash with police riot.
        moved = min(votes[EventType.ARMED_CLASH], weak * WEAK * OPENING)
        votes[EventType.ARMED_CLASH] -= moved
        votes[EventType.RIOT] += moved
    fallen = any(
        harm.status is VictimStatus.KILLED and harm.people and harm.people.category is VictimCategory.MILITANT
        for frame in frames
        for harm in frame.harms
    )
    if fallen and votes[EventType.ARMED_CLASH]:
        # Fighters that fell in what is called a battle somewhere were not shot by one side alone.
        votes[EventType.ARMED_CLASH] += votes.pop(EventType.SHOOTING, 0.0)
    if fallen and max(votes, key=lambda kind: votes[kind]) is EventType.ATTACK:
        # Forces that kill fighters by unnamed means fought them, unless they flew.
        flown = any(_tells_of_aircraft(s.actor.span.of(text)) for frame in frames for s in frame.stances)
        votes[EventType.AIRSTRIKE if flown else EventType.ARMED_CLASH] += votes.pop(EventType.ATTACK)


def _count(frames: Sequence[Frame], statuses: Container[VictimStatus]) -> int:
    """Return the largest figure that a telling gives of the people of some statuses."""
    figures = (h.count.best for frame in frames for h in frame.harms if h.status in statuses and h.count)
    return max((figure or 0 for figure in figures), default=0)
