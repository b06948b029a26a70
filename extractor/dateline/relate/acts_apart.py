"""Numbers the acts that a sentence sets apart, and lets each of them know the words of the others."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dateline.frames import are_numbered_apart
from dateline.records import Stance
from dateline.relate.acts_beside import number_acts_beside
from dateline.relate.acts_followed import number_followed
from dateline.relate.answering_strikes import number_answers
from dateline.relate.clauses import path_up
from dateline.relate.listed_acts import number_listed_acts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc

    from dateline.frames import Frame
    from dateline.mentions import HarmMention, PlaceMention, StanceMention, TargetMention, TimeMention, TriggerMention


def number_acts(
    doc: Doc,
    triggers: Sequence[TriggerMention],
    *,
    harms: Sequence[HarmMention],
    targets: Sequence[TargetMention],
    places: Sequence[PlaceMention],
    times: Sequence[TimeMention],
) -> dict[int, int]:
    """Return the heads of the acts of a sentence that it sets apart, numbered from 1; empty where it sets none apart.

    `triggers`, `harms`, `targets`, `places` and `times` are those of the sentence.
    """
    if len(triggers) < 2:
        return {}
    people = (harm.people.head for harm in harms if harm.people is not None)
    befallen = [doc[head] for head in (*people, *(thing.head for thing in targets))]
    return (
        number_listed_acts(doc, triggers)
        or number_answers(doc, triggers)
        or number_followed(doc, triggers, places, times)
        or number_acts_beside(doc, triggers, befallen=befallen, places=places, times=times)
    )


def tell_beside(doc: Doc, frames: Sequence[Frame]) -> list[Frame]:
    """Return the acts of a sentence, each with the words and weapons of those that are told apart from it.

    Who is blamed for one act and, by the same verb, for another is blamed for both: "blamed the rebels for A and B".
    """
    if len(frames) < 2:
        return list(frames)
    frames = _share_guilt(doc, frames)

    def are_apart(one: Frame, other: Frame) -> bool:
        return are_numbered_apart(one.listed, other.listed) or one.counted_from != other.counted_from

    return [
        replace(
            frame,
            beside=(
                *frame.beside,
                *(
                    mention.span
                    for other in frames
                    if are_apart(frame, other)
                    for mention in (*other.triggers, *other.weapons)
                ),
            ),
        )
        for frame in frames
    ]


def _share_guilt(doc: Doc, frames: Sequence[Frame]) -> list[Frame]:
    """Return the acts of a sentence, those without a doer with what a verb above says of another of their list."""
    shared: list[Frame] = []
    for frame in frames:
        above = {word.i for trigger in frame.triggers for word in path_up(doc[trigger.head])}
        stances = () if frame.stances else _stances_beside(frame, frames)
        shared.append(replace(frame, stances=tuple(s for s in stances if s.head in above) or frame.stances))
    return shared


def _stances_beside(frame: Frame, frames: Sequence[Frame]) -> Sequence[StanceMention]:
    beside = (other for other in frames if are_numbered_apart(other.listed, frame.listed))
    return [stance for other in beside for stance in other.stances if stance.stance != Stance.REPORTED]
