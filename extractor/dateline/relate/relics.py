"""Sets aside the finds of old wars: "a World War II bomb was defused" is nobody's act of today."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from dateline.frames import Frame, Reality
from dateline.records import ActorKind, EventType, Stance

# Wars that are long over: a civil war may go on, and its bombs are of today.
WARS = r"""(?:(?:first|second|1st|2nd)\sworld\swar|world\swar(?:\s(?:i{1,2}|one|two|1|2))?|ww(?:ii?|[12])|war-?time
    |war-era|(?:vietnam|korean|winter|pacific)\swar
    |(?:nazi|german|soviet|american|british|japanese)-era)"""
ORDNANCE = r"""(?:bomb(?:s|shells?|lets?)?|shells?|grenades?|mines?|ordnance|munitions?|explosives?|missiles?
    |torpedo(?:es)?|rockets?|projectiles?|ammunition|cluster\smunitions?)"""
# A thing of an old war, the war's name before it or behind: "a wartime bomb", "a shell from the Second World War".
RELIC = re.compile(
    rf"""\b{WARS}(?:-era)?(?:[\s-][\w-]+){{0,3}}?[\s-]{ORDNANCE}\b
    |\b{ORDNANCE}\b(?:\s[\w,-]+){{0,7}}?\s(?:from|of|in|during|since|after|to)\s(?:the\s)?{WARS}\b
    |\brelics?\s(?:of|from)\s(?:the|a|past|old)\s(?:[\w-]+\s){{0,2}}?(?:war|wars|fighting|battles?)\b
    |\bdropped\b[^.;]{{0,60}}\b(?:{WARS}|in\s19[14]\d)\b""",
    re.IGNORECASE | re.VERBOSE,
)
NEAR = 3  # sentences before and behind the one that says how old it is
MADE_OF_IT = frozenset({EventType.BOMBING, EventType.SHELLING, EventType.SABOTAGE, EventType.ATTACK})
BY_SOMEBODY = frozenset({ActorKind.ARMED_GROUP, ActorKind.CRIMINAL, ActorKind.INDIVIDUAL})


def set_relics_aside(frames: Sequence[Frame], sentences: Sequence[str]) -> list[Frame]:
    """Return the frames, what is told of the find, the clearing or the blast of an old bomb as no act.

    Args:
        frames: the tellings, in order of text.
        sentences: the article's, in order, by whose numbers the tellings go.
    """
    told = [number for number, text in enumerate(sentences) if RELIC.search(text)]
    if not told or any(_is_done(frame) for frame in frames):
        return list(frames)
    return [
        replace(frame, reality=Reality.FIGURATIVE)
        if frame.type in MADE_OF_IT and any(abs(frame.sentence - number) <= NEAR for number in told)
        else frame
        for frame in frames
    ]


def _is_done(frame: Frame) -> bool:
    """Whether a telling of a blast names armed men who did it."""
    doers = [
        stance for stance in frame.stances if stance.stance is Stance.REPORTED and stance.actor.kind in BY_SOMEBODY
    ]
    return frame.reality is Reality.TOLD and bool(doers)
