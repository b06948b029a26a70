"""What the `relate` stage makes of a sentence: frames, each an act with all that the sentence ties to it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from dateline.articles import BlockKind
from dateline.mentions import (
    HarmMention,
    PlaceMention,
    StanceMention,
    TargetMention,
    TimeMention,
    TriggerMention,
    WeaponMention,
)
from dateline.records import Effect, EventType, Stage
from dateline.spans import Span


class Reality(StrEnum):
    """How real the words say the act is."""

    TOLD = "told"  # reported as having happened
    DENIED = "denied"  # said not to have happened
    POSSIBLE = "possible"  # may, could, if, fears of, plans to
    GENERAL = "general"  # a habit, a series, a statistic
    FIGURATIVE = "figurative"  # sport, markets, words, illness


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetLink:
    """A thing that the act hit or aimed at."""

    mention: TargetMention
    effect: Effect | None
    cue: Span | None  # the word that tells the effect
    rule: str
    score: float  # 0 to 1


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceLink:
    """A place that the sentence names, and how it hangs on the act."""

    mention: PlaceMention
    score: float  # 0 to 1; 1 where the place is a part of the act's own clause


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeLink:
    """A time that the sentence names, and how it hangs on the act."""

    mention: TimeMention
    score: float  # 0 to 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """One act as one sentence tells it."""

    triggers: tuple[TriggerMention, ...]  # at least one, in order of text
    sentence: int  # number in the article, from 0
    span: Span  # of the sentence
    block: BlockKind
    type: EventType
    specific: bool  # whether some word names the type
    stage: Stage
    reality: Reality
    definite: bool  # refers back: "the blast", "Tuesday's attack"
    other: bool  # says that it is not the one told before: "another", "a separate", "earlier"
    past_perfect: bool  # "had killed": told as earlier than its surroundings
    plural: bool  # "attacks", "clashes"
    pointing: bool = False  # only points at the act just told: "in the attack"
    cause: bool = False  # told as what a crowd rose after: "marched after a student was killed"
    earlier_matter: bool = False  # told as what another act answers or comes after: "in revenge for the raid"
    heard: bool = False  # what the sentence says somebody is held or tried for: "was jailed for shooting a clerk"
    counted_from: bool = False  # only says when the sentence's other act was: "a day after bombers struck two offices"
    hunt: bool = False  # ends a hunt for those who did an earlier act: "tracked the raiders down and killed four"
    loose_effect: Effect | None = None  # damage told without saying to what, here or right after
    paragraph: int = 0  # which of the title and the story's paragraphs it is; below 0 in captions and the like
    brief: int = 0  # in which of a row of news briefs, each under a headline; 0 in a story
    turns: bool = False  # the sentence opens with a turn to another matter: "Meanwhile", "In a separate incident"
    fronted: tuple[str, ...] = ()  # names of the places that the sentence opens with: "In Jos, a church was attacked"
    several: bool = False  # the sentence tells of several acts at once: "in four separate shootings"
    announced: bool = False  # of a story that opens with several acts in sum: "Three hurt in two shootings"
    brings_in: bool = False  # tells of a person not told of before: "a 51-year-old baker was hurt"
    adding: bool = False  # counts people besides those told before: "another eight people died"
    ordinal: int = 0  # which of several the sentence opens with, from 1: "In the second, a man was shot"; 0 for none
    recalls: bool = False  # the sentence opens with a look back: "Earlier this month", "Last year"
    opened: int = -1  # the sentence that opened the scene which this one is under: "In Lyon, ..."; -1 under none
    listed: int = 0  # which of a list of acts, from 1: "the murder of A and the attack on B"; 0 where there is none
    harms: tuple[HarmMention, ...] = ()
    stances: tuple[StanceMention, ...] = ()
    weapons: tuple[WeaponMention, ...] = ()
    targets: tuple[TargetLink, ...] = ()
    sites: tuple[TargetMention, ...] = ()  # buildings and grounds that the act is told at: "outside parliament"
    places: tuple[PlaceLink, ...] = ()
    times: tuple[TimeLink, ...] = ()
    beside: tuple[
        Span, ...
    ] = ()  # the words for the act that it answers or comes after, or that answers it, in one sentence

    @property
    def stands_apart(self) -> bool:
        """Whether its words set it apart from what was told before, or from what the story tells."""
        return self.other or self.turns or self.recalls or self.earlier_matter


def are_numbered_apart(one: int, other: int) -> bool:
    """Whether both are numbered, from 1 and 0 for what is not, and by two numbers: two of one list."""
    return 0 != one != other != 0
