"""Makes attributions of what one happening's tellings say of those who may have done it.

A logistic model judges each name or phrase (weights/attributions.json, trained by `python -m
dateline_train`); without its file all are kept. Phrases for one actor are then folded.
"""

from __future__ import annotations

from collections.abc import Sequence

from dateline.articles import BlockKind
from dateline.frames import Frame
from dateline.mentions import ActorMention, StanceMention
from dateline.merge.captives import is_captive
from dateline.merge.fills import Fill
from dateline.merge.folding import fold_suspects
from dateline.merge.held_doers import with_held
from dateline.merge.speaking_states import as_states
from dateline.merge.spoken_denials import only_denies, with_spoken
from dateline.merge.suspect_traits import BLAME, CONVICTING, GUILT, act_together, blames
from dateline.merge.suspects import Suspect, describe_suspect, gather_suspects
from dateline.records import FAMILY, ActorKind, Attribution, EventType, Family, Stance
from dateline.relate.agents import AGENT
from dateline.relate.identities import CRAFT
from dateline.resolve.quotes import is_quoted
from dateline.spans import Span, merge_spans
from dateline.weights import load_model

KEEP = 0.3  # probability from which a suspect is kept; the best of 0.25, 0.3 and 0.4 on training articles, out of fold
KEEP_PERSON = 0.2  # the same of persons by name, of whom fewer are named in vain
LEFT_OPEN = frozenset(("noun:miscreants", "noun:businesses"))  # rules of actors of whom it is left open what they are


def build_attributions(frames: Sequence[Frame], event_type: EventType, text: str) -> tuple[Fill[Attribution], ...]:
    """Return everyone tied to responsibility, each actor once for each stance, in order of first mention."""
    model = load_model("attributions")
    frames = with_held(frames, event_type, text)
    suspects = gather_suspects(frames, event_type)
    judged: list[tuple[Suspect, float]] = []
    for suspect in suspects:
        if _only_speaks(suspect) or is_captive(suspect, frames):
            continue
        features = describe_suspect(suspect, suspects, frames, event_type, text)
        judged.append((suspect, model.probability(features) if model else 0.6))
    likely = [suspect for suspect, probability in judged if probability >= _keep(suspect)]
    kept = [
        (suspect, max(probability, KEEP))
        for suspect, probability in judged
        if probability >= _keep(suspect)
        or _is_named_doer(suspect)
        or _leads_crowd(suspect, event_type)
        or any(_are_sides(suspect, other) or _answers(other, suspect) for other in likely)
    ]
    names = {suspect.key for suspect, _ in kept}
    speaking = [suspect for suspect in suspects if suspect.key not in names and only_denies(suspect)]
    return tuple(
        fill
        for suspect, probability in with_spoken(as_states(fold_suspects(kept)), speaking)
        for fill in _fills(suspect, probability, text, event_type)
    )


def _is_named_doer(suspect: Suspect) -> bool:
    """Whether it is told by what name who did it goes: "the bomber was named as John Poe"."""
    return suspect.actor.rule == "person" and any(
        stance.rule == "stance:called" and stance.stance != Stance.SUSPECTED for stance, _ in suspect.told
    )


def _leads_crowd(suspect: Suspect, event_type: EventType) -> bool:
    """Whether it is a person told to head unrest, as no other person is tied to it as its doer."""
    told = any(stance.rule == AGENT and stance.stance == Stance.REPORTED for stance, _ in suspect.told)
    return told and suspect.actor.rule == "person" and FAMILY[event_type] is Family.UNREST


def _are_sides(suspect: Suspect, other: Suspect) -> bool:
    """Whether both are named sides of one fight: "clashes between the Grey Brigade and the 9th Brigade"."""
    both = suspect.actor.kind is other.actor.kind and suspect.actor.rule == other.actor.rule
    return both and act_together(suspect, other)


def _answers(accused: Suspect, suspect: Suspect) -> bool:
    """Whether one who is blamed, or denies it, blames the other: "rejected the charge and accused the police"."""
    answering = any(stance.stance in (*BLAME, Stance.DENIED) for stance, _ in accused.told)
    return answering and blames(accused, suspect)


def _only_speaks(suspect: Suspect) -> bool:
    """Whether a person of whom nobody else tells guilt denies: he speaks for others, or of others.

    Or says "I hit him", as one who was attacked may.
    """
    return suspect.actor.rule == "person" and all(
        stance.stance == Stance.DENIED or stance.rule == "stance:avow" for stance, _ in suspect.told
    )


def _fills(suspect: Suspect, probability: float, text: str, event_type: EventType) -> list[Fill[Attribution]]:
    stances = [stance for stance, _ in suspect.told]
    named = [stance for stance in stances if stance.actor.named and stance.stance in GUILT]
    if named and all(stance.stance in BLAME for stance in named):
        # "Jihadists raid village; the mayor accused the front": what the headline has without the name is not its.
        stances = [
            stance
            for stance, frame in suspect.told
            if stance.actor.named or not (_is_headline(stance, frame) or _is_of_craft(stance))
        ]
    story = [
        stance
        for stance, frame in suspect.told
        if stance.actor.named == suspect.actor.named and not frame.plural and not _is_headline(stance, frame)
    ]
    if story and all(stance.stance == Stance.SUSPECTED for stance in story):
        # "Militants kill 35", and then "suspected jihadists": headlines are short. "Has carried out many attacks".
        stances = story
    chosen: list[list[StanceMention]] = []
    guilt = [stance for stance in stances if stance.stance in GUILT]
    own = [stance for stance in stances if stance.stance == Stance.CLAIMED]
    facts = [stance for stance in guilt if stance.stance == Stance.REPORTED and stance.by is None]
    accusations = [stance for stance in guilt if stance.stance == Stance.ACCUSED]
    convicted = any(stance.rule in CONVICTING for stance in facts)
    if own and len(own) >= len(facts) and not convicted:
        chosen.append(own)
    elif convicted:
        chosen.append(facts)  # whatever he was accused of before
    elif _is_told_twice(suspect, text):
        chosen += [told for told in (facts, accusations) if told]
    elif facts and suspect.actor.kind is not ActorKind.INDIVIDUAL and len(facts) >= len(accusations):
        chosen.append(facts)
    elif guilt:
        stance = next(stance for stance in GUILT if any(other.stance == stance for other in guilt))
        chosen.append([other for other in guilt if other.stance == stance])
    for stance in (Stance.DENIED, Stance.CLEARED):
        said = [other for other in stances if other.stance == stance]
        if said:
            chosen.append(said)
    return [_fill(suspect, group, probability, text, event_type) for group in chosen]


def _is_of_craft(stance: StanceMention) -> bool:
    """Whether nothing but a craft is told to have done it: "jets bombed a clinic", and then "they were Russian"."""
    return stance.stance == Stance.REPORTED and stance.actor.actor.lower().rpartition(" ")[2] in CRAFT


def _is_headline(stance: StanceMention, frame: Frame) -> bool:
    """Whether the headline tells it as a fact."""
    return stance.stance == Stance.REPORTED and frame.block is BlockKind.TITLE and stance.rule not in CONVICTING


def _is_told_twice(suspect: Suspect, text: str) -> bool:
    """Whether the headline tells the guilt as fact and a quotation has somebody accuse: two statements, not one."""
    headline = any(
        stance.stance == Stance.REPORTED and stance.by is None and frame.block is BlockKind.TITLE
        for stance, frame in suspect.told
    )
    return headline and any(
        stance.stance == Stance.ACCUSED and stance.by is not None and is_quoted(stance.span.start, text)
        for stance, _ in suspect.told
    )


def _fill(
    suspect: Suspect, stances: Sequence[StanceMention], probability: float, text: str, event_type: EventType
) -> Fill[Attribution]:
    first = next((stance for stance in stances if stance.by is not None), stances[0])
    actor = suspect.actor
    claimant = first.stance == Stance.CLAIMED and actor.kind is ActorKind.UNKNOWN
    spans: list[Span] = []
    for stance in stances:
        spans += [stance.actor.span, stance.span, *((stance.by_span,) if stance.by_span else ())]
    return Fill(
        value=Attribution(
            actor=_described(suspect),
            # Who takes acts upon itself is armed, whatever it is called: "the Green Vanguard claimed the blast".
            kind=ActorKind.ARMED_GROUP if claimant else _kind_of(actor, event_type),
            country=actor.country,
            stance=Stance(first.stance),
            by=first.by or (actor.actor if first.stance == Stance.CLAIMED else None),
            text=_printed(suspect, text),
        ),
        spans=merge_spans(spans),
        rules=tuple(dict.fromkeys(stance.rule for stance in stances)),
        confidence=probability,
    )


def _kind_of(actor: ActorMention, event_type: EventType) -> ActorKind:
    """Return the kind of the actor: parties, unions and movements that strike or march are crowds."""
    if FAMILY[event_type] is not Family.UNREST or actor.rule in LEFT_OPEN:
        return actor.kind
    looters = actor.kind is ActorKind.CRIMINAL and "looter" in actor.actor.lower()
    called = (
        actor.kind is ActorKind.ARMED_GROUP
        and actor.rule.startswith("introduced:")
        and event_type is not EventType.RIOT
    )
    return ActorKind.CROWD if actor.kind is ActorKind.UNKNOWN or looters or called else actor.kind


def _described(suspect: Suspect) -> str:
    """Return the actor's name, or the phrase for the unnamed with what describes them: "two men in masks"."""
    actor = suspect.actor
    same = (stance.actor for stance, _ in suspect.told if not stance.actor.named and stance.actor.kind is actor.kind)
    tail = next((other.tail for other in same if other.tail), "")
    return actor.actor if actor.named or not tail else f"{actor.actor} {tail}"


def _printed(suspect: Suspect, text: str) -> str:
    """Return the actor as printed, by its name where some mention has it."""
    spans = [stance.actor.span for stance, _ in suspect.told]
    named = (span for span in spans if suspect.actor.actor.lower() in span.of(text).lower())
    return next(named, spans[0]).of(text)


def _keep(suspect: Suspect) -> float:
    """Return the probability from which the suspect is kept."""
    return KEEP_PERSON if suspect.actor.rule == "person" else KEEP
