"""Gathers the harms that the tellings of one happening state, and settles what became of whom."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from dateline.articles import BlockKind
from dateline.find.people_ages import read_age
from dateline.frames import Frame
from dateline.lexicon.persons import UNKNOWN, Traits, read_traits
from dateline.mentions import HarmMention, PeopleMention
from dateline.merge.blows import Blow, read_blow
from dateline.merge.fates import settle_fates
from dateline.merge.figures import is_vague
from dateline.merge.grave_beside import part_from_those_beside
from dateline.merge.later_deaths import FROM_HURT, FROM_SEIZED, are_of_hurt, died_later_on, is_of_wounds
from dateline.merge.same_people import FIGHTERS, PRONOUN, REST, UNIFORMED, VAGUE_CATEGORIES, is_kin
from dateline.records import PHYSICAL, ActorKind, VictimCategory, VictimStatus
from dateline.relate.agents import AGENT
from dateline.spans import Span

# Rules of phrases that say no more than that they are people.
NONDESCRIPT_RULES = frozenset(("people.person", "people.number", "people.another", "people.organisation_people"))
SIZED_RULES = frozenset(("people.couple", "people.trio"))  # "the pair" says of whom was told no more than how many
CAPTIVES = "people.captive"  # nor "20 hostages" seized; of those killed in a siege they are but some
# "A fifth man" counts on, "the fifth mayor this year" only ranks.
ORDINALS = ("second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth")
_NTH = rf"second|third|\ban? (?:{'|'.join(ORDINALS[2:])}|\w{{3,}}teenth)"
ADDING = re.compile(rf"\b(?:others?|another|more|additional|further|{_NTH})\b", re.IGNORECASE)
# "An elderly resident" is one of the dead, "a person" may be all of them.
SOMEONE = re.compile(
    r"^an? (?:[\w-]+ ){0,3}?(?!(?:person|man|woman|victim|individual|other|people)s?$)[a-z-]+$", re.IGNORECASE
)
ONE = re.compile(r"an? (?!second\b)", re.IGNORECASE)
ORDINAL = re.compile(rf"\b(?:{_NTH})\b", re.IGNORECASE)
ALSO = re.compile(r"\b(?:also|another|an additional|a further)\b", re.IGNORECASE)
TOO = re.compile(r" (?:too|as well(?! as))\b(?! \w)", re.IGNORECASE)  # right behind what befell them
CHANCE = 5  # people, from which two figures of one sentence are not alike by chance
NEAR_SHARE = 1.25  # of an exact figure, up to which a rough one may count the same people
ANEW = re.compile(r"\b(?:another|additional|further)\b", re.IGNORECASE)
MORE_BEHIND = re.compile(r" more\b(?! than)")
MORE_THAN = re.compile(r"\bmore than\b", re.IGNORECASE)
SEVERAL_ACTS = re.compile(
    r"\b(?:bombs|bombings|attacks|strikes|air ?strikes|clashes|shootings|blasts|explosions|raids|violence|fighting|"
    r"battles|gunfights|killings|ambushes|shelling)(?:,| and) (?:[\w-]+ ){0,2}?(?:bombs?|bombings?|attacks?|strikes?|"
    r"air ?strikes?|clash|clashes|shootings?|blasts?|explosions?|raids?|violence|fighting|battles?|gunfights?|"
    r"killings?|ambush|ambushes|shelling)\b"
    r"|\b(?:wave|series|string|day) of (?:[\w-]+ )?(?:attacks|bombings|violence)\b",
    re.IGNORECASE,
)
# "Four were killed and 13 others seized": others than the dead, and no more than the 13 told elsewhere.
SET_APART = PHYSICAL | {VictimStatus.KIDNAPPED}
HELD_FOR = re.compile(r"\b(?:that|which|after|following|over|where|when)\b|\bof\s*\Z")
DEFINITE = re.compile(r"^(?:the|these|those|they|them|he|she|him|her|both|his|their|all)\b", re.IGNORECASE)


SEXES = frozenset(("men", "women", "boys", "girls", "children"))  # who may share a number: "18 women and girls"
# Who is told of without an article beside another: "neither mother nor child survived".
PAIRED = frozenset(("mother", "father", "child", "baby", "infant", "son", "daughter", "driver", "passenger"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A harm and where it is told."""

    harm: HarmMention
    order: int  # of its frame among the happening's tellings
    title: bool
    sentence: int
    words: str  # the people as printed; empty where the figure stands alone
    also: bool  # "also", "another": on top of what was told before
    combined: bool = False  # one figure for killed and injured together
    of_hurt: bool = False  # dead who are of those told hurt in the same sentence or right before
    of_seized: bool = False  # dead who are of those told seized or missing: "11 of the abducted miners"
    of_wounds: bool = False  # died of what is told, or was told, as wounds: "succumbed", "died of his injuries"
    summing: bool = False  # a headline's, over several acts: "Bombs, clashes kill 50"
    traits: Traits = UNKNOWN  # of one person
    whole: int | None = None  # the figure before the dead were taken out; None where they were not
    blow: Blow = Blow.ONE  # which of several at one place
    by_doers: bool = False  # the words say who did it: "raiders killed five people"
    by_state: bool = False  # likewise of a state's forces: "soldiers killed three people"
    apart: bool = False  # "others" than those of whom the opposite was told: "one died, two others were hurt"

    @property
    def people(self) -> PeopleMention | None:
        """The phrase for the people harmed."""
        return self.harm.people

    @property
    def span(self) -> Span:
        """The words for the people, the cue where there are none."""
        return self.harm.people.span if self.harm.people else self.harm.span

    @property
    def figure(self) -> int | None:
        """The number stated, None without one."""
        return self.harm.count.best if self.harm.count else None

    @property
    def is_vague(self) -> bool:
        """Whether the figure is read from a vague word: "dozens"."""
        return self.harm.count is not None and is_vague(self.harm.count)

    @property
    def name(self) -> str | None:
        """The person's name."""
        return self.harm.people.name if self.harm.people else None

    @property
    def category(self) -> VictimCategory:
        """Who the people are; a bare name or a bare "people" tells nothing."""
        people = self.harm.people
        if people is None or (self._is_unspecific and people.category in VAGUE_CATEGORIES):
            return VictimCategory.UNKNOWN
        if people.rule == "people.name" and people.category is VictimCategory.CIVILIAN:
            return VictimCategory.UNKNOWN
        return people.category

    @property
    def _is_unspecific(self) -> bool:
        """Whether the noun fits whomever: "people", "12", and "the pair" of those told before."""
        rule = self.harm.people.rule if self.harm.people else None
        return rule in NONDESCRIPT_RULES or (rule in SIZED_RULES and self.definite)

    @property
    def active(self) -> bool:
        """Whether the deed is told before the people: "killing 29", not "29 were killed"."""
        return self.harm.people is not None and self.harm.span.start < self.harm.people.span.start

    @property
    def nondescript(self) -> bool:
        """Whether the words say no more than that they are people: "at least two people", "12"."""
        people = self.harm.people
        return people is None or (
            not self.someone
            and people.name is None
            and (self._is_unspecific or (people.rule == CAPTIVES and self.harm.status not in PHYSICAL))
            and people.category in VAGUE_CATEGORIES
        )

    @property
    def someone(self) -> bool:
        """Whether the words mean one person and say a little of who it is: "an elderly resident"."""
        people = self.harm.people
        return people is not None and people.rule in NONDESCRIPT_RULES and SOMEONE.match(self.words) is not None

    @property
    def adds(self) -> bool:
        """Whether the words set the people apart from those told before: "two others", "another guard".

        What a pronoun is told of is none of it: in "a fourth man was shot; he died" he is the first to die.
        """
        if self.harm.rule.endswith(PRONOUN) or self.harm.beside_doer:
            return False
        return bool(ADDING.search(MORE_THAN.sub("", self.words))) and not REST.match(self.words)

    @property
    def nth(self) -> int:
        """Which of the people told before and here the words count: 2 for "a second guard", else 0."""
        match = ORDINAL.search(self.words)
        word = match.group().rpartition(" ")[2].lower() if match else ""
        return ORDINALS.index(word) + 2 if word in ORDINALS else 0

    @property
    def definite(self) -> bool:
        """Whether the words refer back: "the two men", "both", "neither mother nor child"."""
        return (self.words in PAIRED or bool(DEFINITE.match(self.words))) and not self.adds


def gather_told(frames: Sequence[Frame], text: str) -> list[Told]:
    """Return the harms of the frames in order of text, those that a later word overrules left out."""
    told: list[Told] = []
    for order, frame in enumerate(frames):
        doings = {stance.head for stance in frame.stances if stance.rule == AGENT}
        states = {s.head for s in frame.stances if s.rule == AGENT and s.actor.kind is ActorKind.STATE}
        for harm in frame.harms:
            words = _print_words(harm, text)
            start = harm.people.span.start if harm.people else harm.span.start
            clause = text[min(start, harm.span.start) : max(start, harm.span.end)]
            too = TOO.match(text, max(harm.span.end, harm.people.span.end if harm.people else 0)) is not None
            of_hurt = harm.status is VictimStatus.KILLED and are_of_hurt(told, frame.sentence, text, start, harm)
            besides = of_hurt and died_later_on(told, frame.sentence, text, harm)
            told.append(
                Told(
                    harm=replace(harm, part=harm.part and not besides),
                    order=order,
                    title=frame.block is BlockKind.TITLE,
                    summing=frame.block is BlockKind.TITLE and bool(SEVERAL_ACTS.search(frame.span.of(text))),
                    sentence=frame.sentence,
                    words=words,
                    blow=read_blow(text[frame.span.start : max(start, harm.span.end)]),
                    traits=_traits(harm, text),
                    of_hurt=of_hurt,
                    of_seized=harm.status is VictimStatus.KILLED and FROM_SEIZED.match(text, start) is not None,
                    also=(not harm.beside_doer and (too or bool(ALSO.search(MORE_THAN.sub("", f"{words} {clause}")))))
                    or (harm.status is VictimStatus.KILLED and FROM_HURT.match(text, start) is not None)
                    or besides,
                    by_doers=harm.head in doings,
                    by_state=harm.head in states,
                    of_wounds=harm.status is VictimStatus.KILLED and is_of_wounds(harm, text),
                )
            )
    told = _without_summed(_join_pairs(_without_repeats(_tell_kinds(told, text)), text))
    return settle_fates(part_from_those_beside(_mark_apart(_mark_combined(told))))


def _tell_kinds(told: Sequence[Told], text: str) -> list[Told]:
    """Return "three" of "five policemen were killed and three were wounded" as policemen, whom it can only mean."""
    known: list[Told] = []
    for item in told:
        before = known[-1] if known else None
        if (
            before is not None
            and before.sentence == item.sentence
            and _may_share_kind(before, item, text)
            and item.people is not None
            and item.people.rule == "people.number"
            and item.category is VictimCategory.UNKNOWN
            and not (item.harm.part or before.harm.part or item.adds)
        ):
            people = replace(item.people, category=before.category)
            known.append(replace(item, harm=replace(item.harm, people=people)))
        else:
            known.append(item)
    return known


def _may_share_kind(before: Told, item: Told, text: str) -> bool:
    """Whether a bare number may be of the kind told before it: "killed 11 rebels and captured four".

    Never those harmed in what somebody is held for: "two suspects were held after a shooting that left one dead".
    """
    fates = (before.harm.status, item.harm.status)
    if before.category in UNIFORMED:
        return fates == (VictimStatus.KILLED, VictimStatus.INJURED)
    if is_held_for(before, item, text):
        return False
    caught = PHYSICAL | {VictimStatus.ARRESTED}
    return before.category in FIGHTERS and set(fates) <= caught and fates[0] is not fates[1]


def _print_words(harm: HarmMention, text: str) -> str:
    """Return the people as printed, with the "more" behind a number that stands for them: "killing three more"."""
    if harm.people is None:
        return ""
    more = MORE_BEHIND.match(text, harm.people.span.end) if harm.people.is_bare else None
    return text[harm.people.span.start : more.end() if more else harm.people.span.end]


def _traits(harm: HarmMention, text: str) -> Traits:
    """Return what is told of one person; of several, nothing."""
    one = harm.people is not None and harm.count is not None and harm.count.best == 1
    if not one or harm.people is None:
        return UNKNOWN
    span = harm.people.span
    return read_traits(span.of(text), read_age(text, span))


def _without_repeats(told: Sequence[Told]) -> list[Told]:
    """Leave out what one sentence tells twice: a headline that runs into the lead."""
    kept: list[Told] = []
    seen: set[tuple[int, VictimStatus, int, str, str]] = set()
    phrased = {(item.sentence, item.harm.status, item.figure) for item in told if item.people is not None}
    for item in told:
        figure = item.figure or 0
        if item.people is None and figure > 1 and (item.sentence, item.harm.status, figure) in phrased:
            continue  # "sixty-five suffered injuries": the parser counts the injuries too
        if item.people is not None and figure > 1 and not item.adds and not item.also:
            key = (item.sentence, item.harm.status, figure, item.people.rule, item.words.lower().rpartition(" ")[2])
            if key in seen and item.people.rule != "people.number":
                continue
            seen.add(key)
        same = next((i for i, other in enumerate(kept) if _is_run_in(item, other)), None)
        if same is None:
            kept.append(item)
        elif (people := kept[same].people) is None or people.is_bare:
            kept[same] = item
    return kept


def _is_run_in(item: Told, other: Told) -> bool:
    """Whether a heading that runs into the sentence told the same: "Two killed in Homs Two people were killed"."""
    if item.sentence != other.sentence or item.harm.status is not other.harm.status or not item.figure:
        return False
    # Far behind the heading's deed comes the story's own: not "killed two men and wounded two men".
    apart = item.harm.head != other.harm.head and other.harm.span.end < item.span.start
    if not apart or item.harm.part or other.harm.part:
        return False
    if item.figure != other.figure:
        # "At least 11 civilians were killed ... Almost a dozen civilians were killed"
        rough = any(told.harm.count is not None and told.harm.count.approximate for told in (item, other))
        near = min(item.figure, other.figure or 0) * NEAR_SHARE >= max(item.figure, other.figure or 0)
        return rough and near and item.category is other.category and not item.adds
    if item.figure == 1:
        return item.words.lower() == other.words.lower() and ONE.match(item.words) is not None
    alike = other.nondescript or item.nondescript or item.figure >= CHANCE
    return alike and is_kin(item.category, other.category) and not item.also


def is_held_for(held: Told, item: Told, text: str) -> bool:
    """Whether what befell some is what those told of before them are held for."""
    if held.harm.status is not VictimStatus.ARRESTED or item.harm.status not in PHYSICAL:
        return False
    return HELD_FOR.search(text, held.span.end, item.span.start) is not None


def _join_pairs(told: Sequence[Told], text: str) -> list[Told]:
    """Make one group of "women and children", of "18 women and girls" and of "25 men, women and children"."""
    joined: list[Told] = []
    for item in told:
        before = joined[-1] if joined else None
        if before is not None and _is_pair(before, item, text) and before.people is not None:
            span = Span(before.span.start, item.span.end)
            alike = before.category is item.category
            plain = before.people.category if before.figure and item.category in VAGUE_CATEGORIES else None
            people = replace(
                before.people, span=span, category=item.category if alike else plain or VictimCategory.CIVILIAN
            )
            harm = replace(before.harm, people=people)
            joined[-1] = replace(before, harm=harm, words=span.of(text), traits=UNKNOWN)
        else:
            joined.append(item)
    return joined


def _is_pair(one: Told, two: Told, text: str) -> bool:
    """Whether the second phrase is told without a number of its own behind the first: "18 women and girls"."""
    if one.people is None or two.people is None or one.harm.status is not two.harm.status:
        return False
    last = one.words.lower().rpartition(" ")[2]
    between = text[one.span.end : two.span.start].strip().lower()
    if last not in SEXES or two.words.lower() not in SEXES or two.figure is not None or one.figure == 1:
        return False
    return between == "and" or (between == "," and one.figure is not None)


def _without_summed(told: Sequence[Told]) -> list[Told]:
    """Leave out "five casualties" where the sentence divides them: "two dead and three wounded"."""
    divided = {
        item.sentence for item in told if item.harm.status in PHYSICAL and item.figure and not _tells_casualties(item)
    }
    return [item for item in told if not (_tells_casualties(item) and item.figure and item.sentence in divided)]


def _tells_casualties(item: Told) -> bool:
    return item.harm.rule.startswith("harm.casualty.")


def _mark_combined(told: Sequence[Told]) -> list[Told]:
    """Mark figures for killed and injured together: "at least 48 killed and injured"."""
    seen: dict[Span, set[VictimStatus]] = defaultdict(set)
    for item in told:
        if item.people is not None and (item.figure or 0) > 1:
            seen[item.people.span].add(item.harm.status)
    both = {VictimStatus.KILLED, VictimStatus.INJURED}
    return [replace(item, combined=True) if both <= seen.get(item.span, set()) else item for item in told]


def _are_further(item: Told, told: Sequence[Told]) -> bool:
    """Whether "a further two were hurt" comes on top of the hurt of the sentence before, which tells both fates."""
    if item.harm.status is not VictimStatus.INJURED or ANEW.search(item.words) is None:
        return False
    last = [other for other in told if other.figure and other.harm.status in PHYSICAL][-2:]
    fates = {other.harm.status for other in last if item.sentence - other.sentence == 1 and not other.title}
    return fates == PHYSICAL


def _mark_apart(told: Sequence[Told]) -> list[Told]:
    """Mark "others" who are set apart from those just told to have met the other fate, not from more like them."""
    marked: list[Told] = []
    before: Told | None = None
    for item in told:
        if item.harm.status not in SET_APART or item.figure == 0:
            marked.append(item)
            continue
        near = before is not None and item.sentence - before.sentence <= 1
        # "39 were killed. More than 140 were also hurt": besides the dead, not besides others hurt.
        total = item.harm.status is VictimStatus.INJURED and item.nondescript and ANEW.search(item.words) is None
        besides = item.adds or (item.also and total)
        apart = besides and near and before is not None and before.harm.status is not item.harm.status
        apart = apart and not _are_further(item, marked)
        marked.append(replace(item, apart=True) if apart else item)
        before = item
    return marked
