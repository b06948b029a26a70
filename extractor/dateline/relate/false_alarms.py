"""Takes back what an article tells to have been a hoax or a false alarm: "the call turned out to be a hoax"."""

from __future__ import annotations

import re
from collections.abc import Container, Mapping, Sequence
from dataclasses import replace

from dateline.frames import Frame, Reality
from dateline.records import FAMILY, PHYSICAL, Effect, Family

# What says so of the act told around it, whatever its subject.
PLAIN = re.compile(
    r"""\b(?:(?:was|were|is|been|be|as|declared|proved|proven|a|an|the|elaborate|it)\s(?:an?\s|to\sbe\san?\s)?(?:elaborate\s|cruel\s|apparent\s)?
    (?:hoax(?:es)?|prank|fake)\b(?!\s(?:device|bomb|call|uniform|passport|name|id\b|account|gun))
    |(?:was|is|be|been|as|proved|declared|:)\s(?:an?\s|to\sbe\sa\s)?(?:\w+\s)?false\salarm\b|(?<!not\s)(?:contained|held)\s(?:only|nothing\sbut|no\s(?:explosives?|bomb|device))
    |(?:proved|turned\sout|found|declared|deemed|determined)\s(?:to\sbe\s)?harmless
    |not\s(?:gunshots?|gunfire|shots|a\sbomb|an\sexplosion|explosives)
    |there\s(?:was|were|had\sbeen)\sno\s(?:active\s|second\s)?(?:shooting|shooter|gunman|shots\sfired|bombing|attack|stabbing)
    |made\sup\sthe\s(?:story|attack|kidnapping|robbery)|(?:story|attack|kidnapping|robbery)\swas\smade\sup)\b""",
    re.IGNORECASE | re.VERBOSE,
)
# What is only said to be so of talk: "the reports are baseless".
TALK = re.compile(
    r"""\b(?:reports?|rumou?rs?|claims?|calls?|alarms?|alerts?|threats?|warnings?|information|tip|messages?|story|stories|allegations?)\b
    [^.;]{0,90}?\b(?:(?:is|are|was|were|be|been|proved|being|as|totally|completely|entirely|turned\sout\sto\sbe)\s
    (?:unfounded|false|baseless|untrue|bogus|groundless|fabricated|without\sfoundation))\b""",
    re.IGNORECASE | re.VERBOSE,
)
# Who tries to set off what the police handed him means it: "the bomb was a fake supplied by undercover agents".
STING = re.compile(r"\b(?:undercover|sting\soperation|informants?|inert|posed\sas|posing\sas)\b", re.IGNORECASE)
# What is told so is one thing beside another: "a second device turned out to be a hoax".
BESIDE = re.compile(r"\b(?:second|third|another|other|separate|later)\b", re.IGNORECASE)
BEFORE, BEHIND = 3, 2  # sentences before and behind one that says so, whose acts it may mean
VOIDABLE = frozenset({Family.EXPLOSIVE, Family.ARMED, Family.MELEE, Family.SEIZURE, Family.UNSPECIFIED})
OPEN = frozenset({Reality.TOLD, Reality.POSSIBLE})
BROKEN = frozenset({Effect.DAMAGED, Effect.DESTROYED})


def take_back(frames: Sequence[Frame], sentences: Sequence[str]) -> list[Frame]:
    """Return the frames, those that tell nothing but what proved untrue as denied.

    Where other words tell of people or things that came to harm, only what the very sentence tells is meant.

    Args:
        frames: the tellings, in order of text.
        sentences: the article's, in order, by whose numbers the tellings go.
    """
    said = {number: at for number, text in enumerate(sentences) if (at := _find_taking_back(text)) is not None}
    if not said or any(map(STING.search, sentences)):
        return list(frames)
    real = any(map(_tells_damage, frames))
    whole = {number for number in said if BESIDE.search(sentences[number], 0, said[number]) is None}
    return [_deny(frame, said, whole if not real else ()) for frame in frames]


def _find_taking_back(sentence: str) -> int | None:
    """Return where the words that say so end, None without any."""
    found = PLAIN.search(sentence) or TALK.search(sentence)
    return None if found is None else found.end()


def _deny(frame: Frame, said: Mapping[int, int], whole: Container[int]) -> Frame:
    """Return the frame as denied, where it is one of those meant: by its own sentence, or by one of `whole` near it."""
    if frame.reality not in OPEN or FAMILY[frame.type] not in VOIDABLE or _tells_damage(frame):
        return frame
    here = said.get(frame.sentence)
    if here is None:
        near = range(frame.sentence - BEHIND, frame.sentence + BEFORE + 1)
        return replace(frame, reality=Reality.DENIED) if any(number in whole for number in near) else frame
    # "The alert was a hoax, but a pipe bomb found near a school was viable."
    behind = all(trigger.span.start - frame.span.start > here for trigger in frame.triggers)
    return frame if behind else replace(frame, reality=Reality.DENIED)


def _tells_damage(frame: Frame) -> bool:
    """Whether the telling names people hurt or things broken."""
    hurt = any(harm.status in PHYSICAL and (harm.count is None or harm.count.best) for harm in frame.harms)
    return frame.reality is Reality.TOLD and (hurt or any(link.effect in BROKEN for link in frame.targets))
