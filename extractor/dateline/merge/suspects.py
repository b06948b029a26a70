"""Gathers what one happening's tellings say of each actor, and tells which phrases mean one actor."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dateline.articles import BlockKind
from dateline.frames import Frame, Reality
from dateline.mentions import ActorMention, StanceMention, TriggerMention
from dateline.merge.answers import MELEE
from dateline.records import FAMILY, FROM_AFAR, SECURITY, ActorKind, EventType, Stance, VictimCategory, VictimStatus
from dateline.relate.agents import AGENT
from dateline.relate.identities import SENT_BY
from dateline.resolve.quotes import is_quoted

ARTICLES = frozenset(("the", "a", "an"))
POLICE = frozenset(
    ("police", "policeman", "policemen", "officer", "officers", "cop", "cops", "detective", "detectives")
) | frozenset(("sheriff", "deputy", "deputies", "trooper", "troopers", "investigators", "department"))
ARMED = frozenset((ActorKind.ARMED_GROUP, ActorKind.CRIMINAL))
GROUP_RULES = ("name", "introduced", "reference", "pronoun")  # how a mention of a group of a known name was found
OF_FORCES = SECURITY | {EventType.ARMED_CLASH}  # acts in which those who arrest have a part
BY_FORCE = frozenset((EventType.ATTACK, EventType.AIRSTRIKE, EventType.SHELLING))  # what a raid may be
# Acts that a fight with forces, or their operation, follows and does not do.
CRIMES = frozenset(
    (
        EventType.BOMBING,
        EventType.SUICIDE_BOMBING,
        EventType.KIDNAPPING,
        EventType.HOSTAGE_TAKING,
        EventType.HIJACKING,
        EventType.ROBBERY,
        EventType.ARSON,
        EventType.SABOTAGE,
        EventType.STABBING,
        EventType.BEATING,
        EventType.SEXUAL_VIOLENCE,
        EventType.VEHICLE_RAMMING,
    )
)
TAKING = frozenset((EventType.ARMED_CLASH, EventType.KIDNAPPING, EventType.HOSTAGE_TAKING))  # "seize" may be any
PEACEFUL = frozenset((EventType.PROTEST, EventType.STRIKE))
UNREST = PEACEFUL | {EventType.RIOT}
SEIZING = frozenset((EventType.KIDNAPPING, EventType.HOSTAGE_TAKING, EventType.EXECUTION, EventType.ATTACK))
HOLDING = OF_FORCES | PEACEFUL  # police who hold marchers have a part in the march
LAID = "stance:blame"
LAYING = frozenset((LAID, SENT_BY, "stance:door", "stance:attribute", "stance:put_down", "stance:point"))
HARMED = frozenset((VictimStatus.KILLED, VictimStatus.INJURED, VictimStatus.KIDNAPPED, VictimStatus.MISSING))


@dataclass(frozen=True, slots=True)
class Suspect:
    """An actor, by one name or phrase, and all that ties it to the happening."""

    key: str
    told: tuple[tuple[StanceMention, Frame], ...]  # at least one, in order of text

    @property
    def actor(self) -> ActorMention:
        """The first mention."""
        return self.told[0][0].actor


def gather_suspects(frames: Sequence[Frame], event_type: EventType | None = None) -> tuple[Suspect, ...]:
    """Return one suspect for each name or phrase, in order of first mention.

    Args:
        frames: all tellings of the happening.
        event_type: of the incident, if known: who only makes arrests has no part in a robbery.
    """
    filed: dict[str, list[tuple[StanceMention, Frame]]] = {}
    for frame in frames:
        for stance in frame.stances:
            if event_type is not None and event_type not in HOLDING and _is_answer(stance, frame, event_type):
                continue
            if event_type is not None and event_type not in UNREST and _is_of_unrest(stance, frame):
                continue  # "thousands marched in protest at the murder"
            if event_type in SECURITY and not _makes_arrests(stance, frame):
                continue  # "police held a leader of the front": what he is accused of is another matter
            if event_type in UNREST and _is_bombardment(stance, frame):
                continue  # "thousands rallied to denounce Saudi air strikes"
            if event_type in PEACEFUL and stance.rule in LAYING:
                continue  # "marchers blamed the president": for what they march against
            filed.setdefault(key_of(stance.actor), []).append((stance, frame))
    told_of = _with_short_forms(filed).items()
    suspects = tuple(Suspect(key, _without_overruled(told)) for key, told in told_of)
    if event_type in FROM_AFAR and any(_fires(suspect, event_type) for suspect in suspects):
        # "Rebels seize town as army shells camp": who only takes a place or fights for it does not shell.
        return tuple(suspect for suspect in suspects if not _only_fights(suspect))
    return suspects


def _with_short_forms(
    filed: Mapping[str, list[tuple[StanceMention, Frame]]],
) -> Mapping[str, list[tuple[StanceMention, Frame]]]:
    """Let the last word of a name stand for it: "the coalition" for the Saudi-led coalition of the text."""
    merged = dict(filed)
    for key, told in filed.items():
        actor = told[0][0].actor
        if actor.named or " " in key:
            continue
        homes = [
            home
            for home, others in filed.items()
            if others[0][0].actor.named
            and _are_of_a_kind(others[0][0].actor, actor)
            and others[0][0].actor.actor.lower().rpartition(" ")[2] == key
        ]
        if len(homes) == 1:
            merged[homes[0]] = sorted(
                (*merged[homes[0]], *merged.pop(key)), key=lambda pair: (not pair[0].actor.named, pair[0].span)
            )
    return merged


def _are_of_a_kind(name: ActorMention, word: ActorMention) -> bool:
    """Whether both are of one kind, or the word is that for the many of a named group: "Fulani herdsmen"."""
    return name.kind is word.kind or {name.kind, word.kind} == {ActorKind.ARMED_GROUP, ActorKind.CROWD}


def _without_overruled(told: Sequence[tuple[StanceMention, Frame]]) -> tuple[tuple[StanceMention, Frame], ...]:
    """Leave out charges that somebody faced where the article itself tells what he did, or that he was convicted."""
    if not any(stance.stance is Stance.REPORTED for stance, _ in told):
        return tuple(told)
    return tuple((stance, frame) for stance, frame in told if stance.rule != "stance:face")


def _acts_of(stance: StanceMention, frame: Frame) -> list[TriggerMention]:
    """Return the words for acts that a statement is of."""
    return [trigger for trigger in frame.triggers if trigger.head in (stance.head, stance.event)]


def _fires(suspect: Suspect, event_type: EventType) -> bool:
    """Whether the suspect is told to do an act of the very type."""
    return any(act.type is event_type for stance, frame in suspect.told for act in _acts_of(stance, frame))


def _only_fights(suspect: Suspect) -> bool:
    """Whether all that is told of the suspect is that it fights or takes a place."""
    for stance, frame in suspect.told:
        acts = {trigger.type for trigger in _acts_of(stance, frame)}
        if stance.rule != AGENT or not acts or not acts <= TAKING:
            return False
    return True


def _is_of_unrest(stance: StanceMention, frame: Frame) -> bool:
    """Whether somebody is only told to march or to strike."""
    triggers = _acts_of(stance, frame)
    return bool(triggers) and all(trigger.type in PEACEFUL for trigger in triggers)


def _makes_arrests(stance: StanceMention, frame: Frame) -> bool:
    """Whether forces, or whoever else is told to, make the arrest or find the arms.

    A group by name that says it did what others are held for, or whose people are held for it, stays: no other
    record tells of that. "Soldiers held some suspected rebels" tells of no act of theirs.
    """
    if stance.actor.kind is ActorKind.STATE:
        return True
    if stance.actor.kind is ActorKind.ARMED_GROUP and stance.actor.named:
        crime = bool(frame.weapons) or any(trigger.type not in SECURITY for trigger in frame.triggers)
        if stance.stance in (Stance.CLAIMED, Stance.DENIED) or (stance.rule == "stance:accused" and crime):
            return True
    return stance.rule == AGENT and any(trigger.type in SECURITY for trigger in _acts_of(stance, frame))


def _is_bombardment(stance: StanceMention, frame: Frame) -> bool:
    """Whether somebody is only told to bomb or to shell, which is not done in a march: it is marched against."""
    triggers = _acts_of(stance, frame)
    return bool(triggers) and all(trigger.noun and trigger.type in FROM_AFAR for trigger in triggers)


def _hits_attacker(frame: Frame) -> bool:
    """Whether all who are harmed are those who did the act: "officers shot the attacker, who died"."""
    hit = [harm.people for harm in frame.harms]
    return bool(hit) and all(people and people.category is VictimCategory.PERPETRATOR for people in hit)


def _is_answer(stance: StanceMention, frame: Frame, event_type: EventType) -> bool:
    """Whether forces are told to do no more than answer a crime: to arrest, to seize weapons, to fight, to operate.

    Armed groups answer it where they rule, by arrests alone.
    """
    triggers = [trigger for trigger in frame.triggers if trigger.head == stance.head]
    triggers = triggers or [trigger for trigger in frame.triggers if trigger.head == stance.event]
    if stance.rule != AGENT:
        return False
    if stance.actor.kind in ARMED and event_type not in SEIZING:
        # "The rebels, who rule the town, said they had arrested some suspects" over the blast.
        return bool(triggers) and all(trigger.type in SECURITY for trigger in triggers)
    if stance.actor.kind is not ActorKind.STATE:
        return False
    if event_type in CRIMES and _hits_attacker(frame):
        return True
    if not triggers:
        return False
    fighting = event_type in CRIMES and all(
        trigger.type is EventType.ARMED_CLASH
        or (trigger.noun and trigger.weak)
        # "The driver was shot dead by soldiers", "police fired in the air but could not stop the mob"
        or (trigger.type is EventType.SHOOTING and event_type in MELEE | {EventType.BEATING})
        for trigger in triggers
    )
    # "Nine died in an Israeli raid": who raided did the harm, where no crime is told of.
    deadly = event_type in BY_FORCE and any(trigger.type not in SECURITY for trigger in frame.triggers)
    return fighting or (not deadly and all(trigger.type in SECURITY for trigger in triggers))


def key_of(actor: ActorMention) -> str:
    """Return what is the same for mentions of one actor: the lexicon's id of a named group, else the words."""
    rule, _, rest = actor.rule.partition(":")
    if actor.named and rule in GROUP_RULES and rest:
        return f"id:{rest.partition('+')[0]}"
    if rule in ("state", "seat") and actor.country is not None:
        return f"state:{actor.country}"  # "Russia", "Moscow" and "Russian raids" are one
    return " ".join(word for word in actor.actor.lower().replace("-", " ").split() if word not in ARTICLES)


def side_of(actor: ActorMention) -> str:
    """Return the sort of actor within which an unnamed phrase may stand for another one."""
    if actor.kind is ActorKind.STATE:
        return "police" if POLICE & set(actor.actor.lower().split()) else "state"
    if actor.kind is ActorKind.CROWD:
        return "crowd"
    if actor.kind in ARMED:
        return "armed"
    return "person"


def describe_suspect(
    suspect: Suspect, rivals: Sequence[Suspect], frames: Sequence[Frame], event_type: EventType, text: str
) -> Mapping[str, float]:
    """Return the features of a suspect, for the judge of attributions.

    Args:
        suspect: the actor to judge.
        rivals: all suspects of the happening.
        frames: all tellings of the happening.
        event_type: of the incident.
        text: of the article.
    """
    told, actor = suspect.told, suspect.actor
    stances = {Stance(stance.stance) for stance, _ in told}
    family, side = FAMILY[event_type], side_of(actor)
    found = actor.rule.partition(":")[0] if actor.named else actor.rule.partition("+")[0]
    others = [rival for rival in rivals if rival is not suspect]
    sayers = {stance.by.lower() for rival in rivals for stance, _ in rival.told if stance.by}
    features = {
        "tellings": min(len(told), 4) / 4,
        "share": len({frame.sentence for _, frame in told}) / len({frame.sentence for frame in frames}),
        "title": float(any(frame.block is BlockKind.TITLE for _, frame in told)),
        "caption only": float(all(frame.block is BlockKind.CAPTION for _, frame in told)),
        "first telling": float(any(frame is frames[0] for _, frame in told)),
        "told first": float(min(rivals, key=lambda rival: rival.told[0][0].span) is suspect),
        "depth": min(stance.span.start for stance, _ in told) / max(1, len(text)),
        "told": sum(frame.reality is Reality.TOLD for _, frame in told) / len(told),
        "same type": float(any(frame.type is event_type for _, frame in told)),
        "clashing type": float(all(frame.specific and FAMILY[frame.type] is not family for _, frame in told)),
        "other": float(any(frame.other for _, frame in told)),
        "past perfect": float(all(frame.past_perfect for _, frame in told)),
        "plural": float(all(frame.plural for _, frame in told)),
        "quoted": float(all(is_quoted(stance.span.start, text) for stance, _ in told)),
        "cued": float(any(stance.rule != AGENT for stance, _ in told)),
        "on an act": float(any(stance.event is not None for stance, _ in told)),
        "said": float(all(stance.by is not None for stance, _ in told)),
        "says": float(actor.actor.lower() in sayers),
        "named": float(actor.named),
        "bare": float(not actor.named and " " not in actor.actor),
        "capitalised": float(actor.actor[:1].isupper()),
        "country": float(actor.country is not None),
        "victim": _share_harmed(suspect, frames, HARMED),
        "arrested": _share_harmed(suspect, frames, frozenset((VictimStatus.ARRESTED,))),
        "rivals": min(len(others), 6) / 6,
        "rivals of its side": min(sum(side_of(rival.actor) == side for rival in others), 4) / 4,
        "better told rival": float(any(len(rival.told) > len(told) for rival in others)),
        "named rival": float(any(rival.actor.named and side_of(rival.actor) == side for rival in others)),
        f"found {found}": 1.0,
        f"family {family}": 1.0,
        f"family {family}, {side}": 1.0,
    }
    features |= {f"stance {stance}": 1.0 for stance in stances}
    # Who sent the killers is blamed: so the weights know it.
    rules = {LAID if stance.rule == SENT_BY else stance.rule for stance, _ in told}
    features |= {f"cue {rule}": 1.0 for rule in rules}
    return features


def _share_harmed(suspect: Suspect, frames: Sequence[Frame], statuses: frozenset[VictimStatus]) -> float:
    """Return 1 where the suspect's own words are those of people harmed, else 0."""
    spans = [
        harm.people.span
        for frame in frames
        for harm in frame.harms
        if harm.people is not None and harm.status in statuses
    ]
    return float(any(span.overlaps(stance.actor.span) for span in spans for stance, _ in suspect.told))
