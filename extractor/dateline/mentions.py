"""What the `find` stage finds in the text: mentions, each with its span and the rule that found it.

Token numbers index the article's spaCy Doc and serve `find` and `relate` alone; later stages use spans.
"""

from __future__ import annotations

from dataclasses import dataclass

from dateline.records import (
    ActorKind,
    Count,
    EventType,
    TargetCategory,
    VictimCategory,
    VictimStatus,
    WeaponCategory,
)
from dateline.spans import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """Words in the text that may fill a field."""

    span: Span
    head: int  # token number of the head word
    rule: str  # id of the rule, lexicon entry or model that found it


@dataclass(frozen=True, slots=True, kw_only=True)
class TriggerMention(Mention):
    """A word that tells of an act: "exploded", "clashes", "abducted"."""

    type: EventType
    noun: bool  # a noun ("the blast") rather than a verb
    specific: bool  # names its type by itself; False for "attack", "kill", "operation"
    weak: bool  # an act only with a weapon, victim, perpetrator or target beside it ("exploded", "fired")


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeMention(Mention):
    """A time expression as printed, not yet resolved: "Nov.17", "late Tuesday", "three days ago"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceMention(Mention):
    """A place name, or a phrase around one, not yet resolved."""

    name: str  # the name alone, as printed: "Green Zone" of "the heavily fortified Green Zone"
    relation: str | None  # the word that leads to it: "in", "near", "from", "north of"; None without
    within: tuple[str, ...] = ()  # containers printed with it, inner first: ("Donetsk Oblast", "Ukraine")
    feature: str | None = None  # kind word printed with it: "province", "district", "city", "village", "street"
    site: bool = False  # a building, quarter, road or natural feature rather than a town or region


@dataclass(frozen=True, slots=True, kw_only=True)
class CountMention(Mention):
    """A number phrase: "at least 12", "dozens of"."""

    count: Count


# Rules of phrases for people that say nothing of who they are: "12", "another".
BARE_PEOPLE = frozenset(("people.number", "people.another"))


@dataclass(frozen=True, slots=True, kw_only=True)
class PeopleMention(Mention):
    """A noun phrase for people: "five civilians", "Ahmed Khan, a taxi driver", "a child"."""

    count: Count | None  # None when the words give no number ("civilians"); "a child" is exactly 1
    category: VictimCategory
    name: str | None
    nationality: str | None  # ISO 3166-1 alpha-2
    calling: Span | None = None  # of a bare name, words elsewhere that tell who bears it: "Mayor Ana Ruiz"

    @property
    def is_bare(self) -> bool:
        """Whether its words say nothing of who they are: "12", "another"."""
        return self.rule in BARE_PEOPLE


@dataclass(frozen=True, slots=True, kw_only=True)
class WeaponMention(Mention):
    """A means of harm: "two car bombs", "gunfire"."""

    category: WeaponCategory
    count: Count | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetMention(Mention):
    """A thing that may be hit or aimed at: "the U.S. Embassy", "a bus"."""

    category: TargetCategory
    country: str | None  # ISO 3166-1 alpha-2 of the thing's owner, where the words tell ("U.S. Embassy")
    owner: Span | None = None  # whose it is, told behind it: "of the mayor of Cali"

    @property
    def whole(self) -> Span:
        """The words for the thing and whose it is."""
        return self.span if self.owner is None else Span(self.span.start, self.owner.end)


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorMention(Mention):
    """Someone who may have done it: a named group or force, a person, a phrase ("two gunmen")."""

    actor: str  # canonical name where the lexicon knows one, else as printed without the article
    kind: ActorKind
    country: str | None  # ISO 3166-1 alpha-2
    named: bool
    tail: str = ""  # of unnamed people, the words behind that describe them: "in masks", "on a motorcycle"


# Last parts of the rules of figures: set aside for a later one, or one source's toll beside others.
OLDER_FIGURE, GIVEN_TOLL = "outdated", "given"
RIVAL = "rival"  # likewise of what one side says beside the other's figure
WITHIN = ".within"  # ends the rule of those who are part of people that are a part themselves
TRIED = "tried"  # likewise of those whom an act was meant for that failed or was foiled
# Rule of those hurt of whom the words tell that some died: "one of four people shot has died".
OF_WHOLE = "harm.of_whole.partitive"
# Rules of words that do not say by themselves what became of the people.
WEAK_HARMS = (
    "harm.shoot.",
    "harm.shootings.",
    "harm.abuse.",
    "harm.treat.",
    "harm.hurt_state.",
    "harm.wounded_with.",
    "harm.injured_with.",
    "harm.struck.",
    "harm.hit_body.",
    "harm.gunshot_victim.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class HarmMention(Mention):
    """People and what happened to them, as one clause states it: `span` and `head` are the cue's ("killed")."""

    people: PeopleMention | None  # None: the figure stands alone ("the death toll rose to 12")
    status: VictimStatus
    count: Count | None
    by: str | None = None  # who states it ("police", "the health ministry"), None when the article itself does
    total: bool = False  # stated as a total over the incident ("bringing the toll to 40")
    part: bool = False  # a part of another figure in the same clause ("including three children")
    beside_doer: bool = False  # "a boy shot another boy": besides the doer, not besides others harmed

    @property
    def is_weak(self) -> bool:
        """Whether its words say less than "died" or "was wounded" does: "shot", "tortured", "in intensive care"."""
        return self.rule.startswith(WEAK_HARMS)

    @property
    def is_older(self) -> bool:
        """Whether the words set its figure aside for a later one: "had first reported 67 dead"."""
        return self.rule.endswith(f".{OLDER_FIGURE}")

    @property
    def is_tried(self) -> bool:
        """Whether an act that was meant for them failed: "tried to kill the judge"."""
        return self.rule.endswith(f".{TRIED}")

    @property
    def is_given(self) -> bool:
        """Whether its toll is one that a source gives beside others: "state television gave a toll of 34"."""
        return self.rule.endswith(f".{GIVEN_TOLL}")

    @property
    def is_rival(self) -> bool:
        """Whether one side says it beside the other's figure: "killed 40, while the rebels said six died"."""
        return self.rule.endswith(f".{RIVAL}")


@dataclass(frozen=True, slots=True, kw_only=True)
class StanceMention(Mention):
    """A statement of responsibility: `span` and `head` are the cue's ("claimed responsibility", "blamed")."""

    actor: ActorMention
    stance: str  # a value of `records.Stance`
    by: str | None  # who says so
    by_span: Span | None
    event: int | None  # token number of the word for the act, when the clause names it
