"""Looks at the days and places of an article from where the tellings of one happening stand."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from dateline.articles import BlockKind
from dateline.find.times import STAMP
from dateline.gazetteer.place_words import is_region_word
from dateline.mentions import Mention, PlaceMention
from dateline.merge.clues import OWN_DAY
from dateline.merge.surroundings import Surroundings, find_lead
from dateline.records import FINE, PHYSICAL, SECURITY, EventType, PlacePrecision, VictimCategory, VictimStatus
from dateline.relate.bond_words import Bond
from dateline.resolve.reports import is_report

if TYPE_CHECKING:
    from dateline.articles import Article, Block
    from dateline.merge.clues import Clue
    from dateline.resolve.times import ResolvedTime

LINKED = 0.25  # links up to this belong to something else than the act
REACH = 3  # sentences away from the tellings that a place or time is still looked at for its nearness
FAR_APART = 300  # code points
FIGHTERS = frozenset((VictimCategory.MILITANT, VictimCategory.MILITARY))
AFTER = 0.25  # share of its link left to the day, or place, of an arrest where the act has one of its own
TAKING_PLACE = re.compile(r"\s(?:reportedly\s|also\s)?(?:took\splace|occurred|happened)\s[^.;,\n]{0,60}")
SPREAD = frozenset(("throughout", "across"))  # words before a region that acts are told all over
LATER_TELLING = 0.2  # how much less each later telling says
EVE = timedelta(days=1)
RECENT = timedelta(days=21)
SHORT = timedelta(days=7)  # a longer time tells no day
ASIDES = frozenset(("narrative", "shift", "after_act"))  # rules of days that are counted from another


@dataclass(frozen=True, slots=True)
class Setting:
    """Where the tellings of a happening stand."""

    clues: Sequence[Clue]
    article: Article
    around: Surroundings
    sentences: frozenset[int]
    lead: int
    links: Mapping[Mention, tuple[float, int]]  # link score and the order of its telling
    start: int  # of the first telling's sentence
    held: Sequence[PlaceMention]  # mentions that are printed with what holds them
    stories: Mapping[type[Mention], Mention]  # the day and the place that the article is at when the telling begins
    has_day: bool  # the act's day is told beside its words, before that of an arrest
    caught: frozenset[Mention]  # places told only of an arrest, where the act itself is told too

    @classmethod
    def of(cls, clues: Sequence[Clue], article: Article, around: Surroundings) -> Setting:
        """Return where `clues` stand in the article."""
        links: dict[Mention, tuple[float, int]] = {}
        has_day = _has_day_nearby(clues, around)
        is_dated = has_day or any(clue.time is not None and not tells_arrest(clue) for clue in clues)
        is_placed = any(_is_placed(clue) and not tells_arrest(clue) for clue in clues)
        # "PERTH - A man was stabbed on Friday. Another was held in Albany": the act is hardly where the arrest was.
        hurt = article.dateline is not None and any(map(_tells_harm, clues)) and not any(map(_holds_fighters, clues))
        for order, clue in enumerate(clues):
            where = AFTER if (is_placed or hurt) and tells_arrest(clue) else 1.0
            named: list[tuple[Mention, float]] = [(link.mention, link.score * where) for link in clue.frame.places]
            share = AFTER if is_dated and tells_arrest(clue) else 1.0
            named += [(link.mention, link.score * share) for link in clue.frame.times]
            for mention, score in named:
                told = (1.0, 0) if _tells_where(clue, mention, article.text) else (score, order)
                if mention not in links or told[0] > links[mention][0]:
                    links[mention] = told
        of_acts, of_arrests = (_list_places(clues, arrests=of) for of in (False, True))
        caught = of_arrests - of_acts if hurt else frozenset[Mention]()
        sentences = frozenset(around.sentence_of(clue.frame.span) for clue in clues)
        start = min(clue.frame.span.start for clue in clues)
        stories = _find_stories(around, start, article.text.rfind("\n", 0, start) + 1)
        held = tuple(place.mention for place in around.places if place.mention.within and place.mention in links)
        lead = find_lead(article, around.sentences)
        return cls(clues, article, around, sentences, lead, links, start, held, stories, has_day, caught)

    def gap(self, mention: Mention) -> int:
        """Return how many code points lie between a mention and the nearest word for the act, `FAR_APART` at most."""
        spans = [trigger.span for clue in self.clues for trigger in clue.frame.triggers]
        gaps = [max(span.start - mention.span.end, mention.span.start - span.end, 0) for span in spans]
        return min(FAR_APART, *gaps)

    def is_free(self, mention: Mention) -> bool:
        """Whether a telling names it and it belongs to nothing but the act."""
        return mention in self.links and not self.around.bonds.get(mention)

    def tells_day(self, time: ResolvedTime) -> bool:
        """Whether a time may be the act's: past, no stamp, and not a report's beside which another day is told."""
        if time.is_future or time.mention.rule.startswith(STAMP):
            return False
        if _is_of_other_brief(time.mention, self.start, self.around):
            return False
        if self.has_day and Bond.TRIAL in self.around.bonds.get(time.mention, ()):
            return False
        if self._is_of_history(time) or self._is_of_picture(time):
            return False
        if not is_report(self.article.text, time.mention.span):
            return True
        return not (self._has_other(time.mention) or self._has_eve_behind(time))

    def _is_of_history(self, time: ResolvedTime) -> bool:
        """Whether a day of weeks ago is that of another act told behind: "on Nov 14 the group overran a post".

        A trial or an arrest may well be told before the day of its act.
        """
        published = self.article.published
        if published is None or published - time.when.end <= RECENT or any(map(tells_arrest, self.clues)):
            return False
        behind = time.mention.span.start > min(clue.frame.span.end for clue in self.clues)
        taken = self.around.claims.get(time.mention, 0.0) >= OWN_DAY
        return behind and taken and self.link(time.mention) <= LINKED

    def _is_of_picture(self, time: ResolvedTime) -> bool:
        """Whether a day is a picture's, of an act that the story tells: "Mourners carry a coffin, July 9, 2016"."""
        if self.article.published is None or block_kind_of(self.article, time.mention) is not BlockKind.CAPTION:
            return False
        return self.link(time.mention) <= LINKED

    def _has_eve_behind(self, report: ResolvedTime) -> bool:
        """Whether the act's day is told right behind a report as the one before it: "the rebels came last night"."""
        number = self.around.sentence_of(report.mention.span)
        return any(
            number < self.around.sentence_of(time.mention.span) <= number + REACH
            and time.when.start == time.when.end == report.when.start - EVE
            and not self.around.bonds.get(time.mention)
            and self.around.claims.get(time.mention, 0.0) > LINKED
            for time in self.around.times
            if is_past_day(time) and not is_report(self.article.text, time.mention.span)
        )

    def _has_other(self, mention: Mention) -> bool:
        """Whether the sentence of a report's day, or a telling, has another day, which is then the act's."""
        number = self.around.sentence_of(mention.span)
        others = (time for time in self.around.times if time.mention != mention and is_past_day(time))
        return any(
            (self.around.sentence_of(time.mention.span) == number or self.link(time.mention) > LINKED)
            and not is_report(self.article.text, time.mention.span)
            for time in others
        )

    def is_linked(self, kind: type[Mention]) -> bool:
        """Whether a telling names a day, or place, of its own."""
        return any(isinstance(mention, kind) and self.link(mention) > LINKED for mention in self.links)

    def is_told_first(self, mention: Mention) -> bool:
        """Whether the first telling names it."""
        score, order = self.links.get(mention, (0.0, 0))
        return score > LINKED and order == 0

    def is_beside(self, mention: Mention) -> bool:
        """Whether a mention stands in the paragraph of the first telling."""
        return "\n" not in self.article.text[mention.span.start : self.start]

    def shares_block(self, mention: Mention) -> bool:
        """Whether a mention stands in the paragraph of a telling."""
        text = self.article.text
        spans = [clue.frame.span for clue in self.clues]
        return any(
            "\n" not in text[min(mention.span.start, span.start) : max(mention.span.end, span.start)] for span in spans
        )

    def free_of(self, kind: type[Mention]) -> bool:
        """Whether the tellings have a place, or time, that belongs to nothing but the act."""
        return any(isinstance(mention, kind) and self.is_free(mention) for mention in self.links)

    def link(self, mention: Mention) -> float:
        """Return how closely a mention hangs on the act, 0 to 1; what a later telling names counts less."""
        score, order = self.links.get(mention, (0.0, 0))
        return score / (1 + LATER_TELLING * order)


def _tells_where(clue: Clue, mention: Mention, text: str) -> bool:
    """Whether a sentence is there to tell the place of an act: "The incident took place in the village of X"."""
    return isinstance(mention, PlaceMention) and any(
        trigger.noun and TAKING_PLACE.fullmatch(text, trigger.span.end, mention.span.start)
        for trigger in clue.frame.triggers
    )


def tells_arrest(clue: Clue) -> bool:
    """Whether the words tell only whom the police hold or a court hears, which comes after the act."""
    return clue.frame.type is EventType.ARREST


def _list_places(clues: Sequence[Clue], *, arrests: bool) -> frozenset[Mention]:
    """Return the places that tellings of arrests, or all others, name."""
    told = (clue for clue in clues if tells_arrest(clue) is arrests)
    return frozenset(link.mention for clue in told for link in clue.frame.places if link.score > LINKED)


def _tells_harm(clue: Clue) -> bool:
    """Whether the words tell of a crime in which people came to harm: what fighters come to is told where they are."""
    hurt = [harm.people for harm in clue.frame.harms if harm.status in PHYSICAL]
    fought = clue.frame.type in SECURITY or clue.frame.type is EventType.ARMED_CLASH
    return not fought and any(who is not None and who.category not in FIGHTERS for who in hurt)


def _holds_fighters(clue: Clue) -> bool:
    """Whether it is fighters, or somebody by no word, who are told arrested."""
    held = [harm.people for harm in clue.frame.harms if harm.status is VictimStatus.ARRESTED]
    return any(who is None or who.category is VictimCategory.MILITANT for who in held)


def _has_day_nearby(clues: Sequence[Clue], around: Surroundings) -> bool:
    """Whether the act's day is told beside its words, before that of an arrest: "was closing up on May 2"."""
    arrested = [clue.time.when.start for clue in clues if clue.time is not None and tells_arrest(clue)]
    acts = [around.sentence_of(clue.frame.span) for clue in clues if not tells_arrest(clue)]
    return bool(arrested and acts) and any(
        time.when.end < min(arrested)
        and is_past_day(time)
        and not around.bonds.get(time.mention)
        and around.claims.get(time.mention, 0.0) <= LINKED
        and any(abs(around.sentence_of(time.mention.span) - number) <= 1 for number in acts)
        for time in around.times
    )


def _is_placed(clue: Clue) -> bool:
    """Whether a telling names the place of its act, not only a country, "Arauca department", "throughout Ghazni"."""
    return any(
        score > LINKED
        and place.place.precision is not PlacePrecision.COUNTRY
        and place.mention.relation not in SPREAD
        and not is_region_word(place.mention.feature)
        for place, score in clue.places
    )


def _find_stories(around: Surroundings, start: int, block: int) -> dict[type[Mention], Mention]:
    """Return the last day and the last town told before a telling, whose paragraph begins at `block`."""
    stories: dict[type[Mention], Mention] = {}
    told = [time for time in around.times if is_past_day(time) and time.mention.span.start < start]
    told = [time for time in told if not _is_of_other_brief(time.mention, start, around)]
    times = [time.mention for time in told]
    times = [time.mention for time in told if time.mention.span.start >= block or not _is_aside(time, around)] or times
    places = [p.mention for p in around.places if p.place.precision in FINE and p.mention.span.start < start]
    for found in (times, places):
        if found:
            last = max(found, key=lambda mention: mention.span.start)
            stories[type(last)] = last
    return stories


def _is_of_other_brief(mention: Mention, start: int, around: Surroundings) -> bool:
    """Whether a town heads the paragraph at `start`, and another one that of the mention: "MOSUL - A bomb ..."."""
    blocks = [block for _, block in around.headings]
    told = next((block for block in blocks if block.start <= mention.span.start < block.end), None)
    return told is not None and any(block.start <= start < block.end and block != told for block in blocks)


def _is_aside(time: ResolvedTime, around: Surroundings) -> bool:
    """Whether the story does not go on at a day: "down from 420 the previous day", "since the raid of 3 May 2011"."""
    if time.is_history or time.mention.rule in ASIDES:
        return True
    return bool(around.bonds.get(time.mention, frozenset()) & {Bond.LIKENESS, Bond.SAYING})


def is_past_day(time: ResolvedTime) -> bool:
    """Whether a time is a day, or a few, up to publication, and no stamp."""
    is_short = time.when.end - time.when.start <= SHORT
    return is_short and not time.is_future and not time.mention.rule.startswith(STAMP)


def describe_mentions(setting: Setting, mentions: Sequence[Mention], top: Mention) -> dict[str, float]:
    """Return what days and places have alike: links, nearness, bonds."""
    links = [setting.link(mention) for mention in mentions]
    numbers = [setting.around.sentence_of(mention.span) for mention in mentions]
    linked = {number for number, link in zip(numbers, links, strict=True) if link > LINKED}
    gaps = [(abs(number - told), number - told) for number in numbers for told in setting.sentences]
    gap, signed = min(gaps, default=(REACH, REACH))
    kinds = {block_kind_of(setting.article, mention) for mention in mentions}
    features = {
        "link": max(links, default=0.0),
        "own": float(max(links, default=0.0) >= 0.8),
        "first telling": float(any(setting.is_told_first(mention) for mention in mentions)),
        "block": float(any(setting.shares_block(mention) for mention in mentions)),
        "told again": len(linked & setting.sentences) / max(1, len(setting.sentences)),
        "lead": float(setting.lead in numbers),
        "title": float(BlockKind.TITLE in kinds),
        "caption": float(kinds == {BlockKind.CAPTION}),
        "told in lead": float(setting.lead in numbers and setting.lead in setting.sentences),
        "apart": min(setting.gap(mention) for mention in mentions) / FAR_APART,
    }
    if not linked:
        features["same sentence"] = float(gap == 0)
        features["sentence before"] = float(gap == 1 and signed < 0)
        features["sentence after"] = float(gap == 1 and signed > 0)
        features["far"] = min(gap, 10) / 10
    features.update(_describe_lone(setting, mentions, top))
    if not any(setting.is_free(mention) for mention in mentions):
        features["bound beside free"] = float(setting.free_of(type(top)))
    relevant = [m for m, link in zip(mentions, links, strict=True) if link > LINKED] or [top]
    for mention in relevant:
        for bond in setting.around.bonds.get(mention, ()):
            features[f"bond {bond}"] = features.get(f"bond {bond}", 0.0) + 1 / len(relevant)
    return features


def _describe_lone(setting: Setting, mentions: Sequence[Mention], top: Mention) -> dict[str, float]:
    """Return what tells whose days or places a telling shares that names none of its own."""
    if setting.is_linked(type(top)):
        return {}
    story = setting.stories.get(type(top))
    before = [mention for mention in mentions if mention.span.start < setting.start]
    claims = [setting.around.claims.get(mention, 0.0) for mention in mentions]
    return {
        "lone": 1.0,
        "lone lead": float(any(setting.around.sentence_of(mention.span) == setting.lead for mention in mentions)),
        "lone story": float(story in mentions),
        "lone story nearby": float(story is not None and story in mentions and setting.is_beside(story)),
        "lone after": float(not before),
        "lone claimed": max(claims),
    }


def block_kind_of(article: Article, mention: Mention) -> BlockKind | None:
    """Return the kind of the block that a mention stands in, None for one that stands in none."""
    number = bisect_right(article.blocks, mention.span.start, key=_start_of) - 1
    if number < 0 or not article.blocks[number].span.contains(mention.span):
        return None
    return article.blocks[number].kind


def _start_of(block: Block) -> int:
    return block.span.start
