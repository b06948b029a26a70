"""Builds frames: the triggers of a sentence that tell one act, and all that hangs on it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeVar

from dateline.analysis.texts import text_of
from dateline.articles import BlockKind
from dateline.frames import Frame, PlaceLink, Reality, TargetLink, TimeLink
from dateline.mentions import Mention, TriggerMention
from dateline.records import FAMILY, Effect, EventType, Stage, exactly
from dateline.relate.act_types import find_spared, find_strongest, with_harm_triggers
from dateline.relate.acts_apart import number_acts, tell_beside
from dateline.relate.aftermaths import attach_aftermath, find_next_act
from dateline.relate.apartness import is_set_apart
from dateline.relate.attachment import link_places, link_times, nearest_group
from dateline.relate.bodies import is_several_acts
from dateline.relate.briefs import number_briefs
from dateline.relate.clauses import sentence_numbers
from dateline.relate.counted_off import read_ordinal
from dateline.relate.earlier_matters import (
    find_buried,
    find_mourned,
    is_cause_of_unrest,
    is_earlier_matter,
    is_hunt,
)
from dateline.relate.false_alarms import take_back
from dateline.relate.frame_stages import UNSTOPPED, settle_stage
from dateline.relate.grouping import UNREST, group_triggers, is_counted_from
from dateline.relate.heard_acts import is_heard
from dateline.relate.mere_sites import without_mere_sites
from dateline.relate.opened_scenes import find_opened_scenes, is_fronted, opens_with, set_in_scene, turns_away
from dateline.relate.paragraphs import number_paragraphs
from dateline.relate.plots import is_stopped_plot
from dateline.relate.punished import is_charge_of_punished
from dateline.relate.ranked_acts import ranks_somebody
from dateline.relate.reality import (
    is_definite,
    is_past_perfect,
    judge_reality,
    refers_back,
)
from dateline.relate.relics import set_relics_aside
from dateline.relate.scene_sites import find_sites
from dateline.relate.scene_words import find_scene_word
from dateline.relate.several_acts import OPENING, announce, find_scattered, tells_several
from dateline.relate.target_effects import find_loose_effect
from dateline.relate.target_pronouns import tell_meant
from dateline.relate.targets import attach_targets
from dateline.relate.threats import find_threatened, is_particular_threat
from dateline.relate.told_records import is_of_record
from dateline.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as SentenceSpan

    from dateline.articles import Article
    from dateline.mentions import (
        HarmMention,
        PeopleMention,
        PlaceMention,
        StanceMention,
        TargetMention,
        TimeMention,
        WeaponMention,
    )

HUNT_DAY = 0.6  # least score of the day on which the end of a hunt is told
ADDED = frozenset({"another", "further", "additional"})
ADDED_BEHIND = frozenset({"more", "others"})
RISINGS = UNREST | {EventType.RIOT}
M = TypeVar("M", bound=Mention)
L = TypeVar("L", PlaceLink, TimeLink)


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """All mentions of an article, as the `find` stage and the relations gave them."""

    triggers: Sequence[TriggerMention]
    harms: Sequence[HarmMention]
    stances: Sequence[StanceMention]
    weapons: Sequence[WeaponMention]
    targets: Sequence[TargetMention]
    places: Sequence[PlaceMention]
    times: Sequence[TimeMention]
    place_hints: Sequence[PlaceMention] = ()  # names inside other names; they only help to tell namesakes apart


def build_frames(doc: Doc, article: Article, found: Findings) -> tuple[Frame, ...]:
    """Return the frames of the article in order of text."""
    # "A mob lynched a man accused of stealing cattle": the cattle are no target of the mob.
    found = replace(
        found,
        harms=tuple(harm for harm in found.harms if not is_charge_of_punished(doc[harm.head])),
        targets=tuple(thing for thing in found.targets if not is_charge_of_punished(doc[thing.head])),
    )
    numbers = sentence_numbers(doc)
    by_sentence = _file(with_harm_triggers(found.triggers, found.harms), numbers)
    frames: list[Frame] = []
    sentences = list(doc.sents)
    parts = _part(found, numbers, len(sentences))
    scenes = _find_scenes(sentences, by_sentence, parts)
    paragraphs = number_paragraphs(article, [sentence.start_char for sentence in sentences])
    briefs = number_briefs(article, sentences)
    places, times = [part.places for part in parts], [part.times for part in parts]
    opened = find_opened_scenes(doc, sentences, paragraphs, acts=by_sentence, places=places, times=times)
    # What is damaged is told with who was not hurt.
    acts = {number for number in by_sentence if not _spares_all(by_sentence[number], parts[number].harms)}
    for number in sorted((*by_sentence, *scenes)):
        sentence = sentences[number]
        span = Span(sentence.start_char, sentence.end_char)
        block = _block_kind(article, sentence.start_char)
        if block is BlockKind.FURNITURE:
            continue
        local = parts[number]
        if number in scenes:
            local = replace(local, harms=(), stances=(), weapons=(), targets=())
        triggers = by_sentence.get(number) or (scenes[number],)
        listed = number_acts(
            doc,
            triggers,
            harms=local.harms,
            targets=local.targets,
            places=local.places,
            times=local.times,
        )
        groups = group_triggers(doc, triggers, local.places, local.times, local.harms, listed=listed)
        setting = _Setting(
            sentence=number,
            span=span,
            block=block,
            paragraph=paragraphs[number],
            brief=briefs[number],
            turns=turns_away(sentence) and not _counts_on(local, span),
            recalls=opens_with(sentence, "recall"),
            ordinal=read_ordinal(sentence),
            several=any(map(tells_several, sentence)),
            scattered=find_scattered(sentence) if 0 <= paragraphs[number] <= OPENING else (),
            fronted=tuple(place.name for place in local.places if is_fronted(sentence, place)),
            loose_effect=_loose_effect(doc, sentences[number : number + (1 if number + 1 in acts else 2)]),
        )
        earlier = [is_earlier_matter(doc[find_strongest(group).head]) for group in groups]
        built = [
            set_in_scene(
                doc,
                replace(
                    _build(doc, group, groups, local, setting),
                    earlier_matter=matter,
                    beside=tuple(t.span for g, m in zip(groups, earlier, strict=True) if m != matter for t in g),
                    listed=max(listed.get(trigger.head, 0) for trigger in group),
                    counted_from=is_counted_from(doc, group, groups),
                ),
                opened.get(number),
            )
            for group, matter in zip(groups, earlier, strict=True)
        ]
        built = tell_beside(doc, built)
        if number in scenes:
            frames.extend(built)
            continue
        # A headline tells neither what the story's first sentences name nor what a second headline does.
        rest = [] if block is BlockKind.TITLE else sentences[number + 1 : find_next_act(acts, number)]
        # "Broke panes but caused no injuries. A shop was also damaged": by what was told, not by what was not.
        home = next((i for i in reversed(range(len(built))) if built[i].reality is Reality.TOLD), len(built) - 1)
        built[home] = attach_aftermath(doc, built[home], rest, found)
        frames.extend(built)
    told = tell_meant(doc, frames, sentences, [part.targets for part in parts])
    texts = [sentence.text for sentence in sentences]
    return announce(set_relics_aside(take_back(told, texts), texts))


def _file(mentions: Iterable[M], numbers: Sequence[int]) -> dict[int, tuple[M, ...]]:
    """Return the mentions of each sentence, by the sentence's number."""
    filed: dict[int, list[M]] = defaultdict(list)
    for mention in mentions:
        filed[numbers[mention.head]].append(mention)
    return {number: tuple(here) for number, here in filed.items()}


def _find_scenes(
    sentences: Sequence[SentenceSpan], acts: Mapping[int, object], parts: Sequence[_Local]
) -> dict[int, TriggerMention]:
    """Return the words that tell a scene, for the sentences behind an act that name no act but a time or place."""
    if not acts:
        return {}
    first = min(acts)
    named = {number for number, part in enumerate(parts) if part.times or part.places}
    words = {number: find_scene_word(sentences[number]) for number in sorted(named - acts.keys()) if number > first}
    return {number: word for number, word in words.items() if word is not None}


def _spares_all(triggers: Sequence[TriggerMention], harms: Sequence[HarmMention]) -> bool:
    """Whether a sentence tells no act but that nobody was hurt: "No one was injured, but the gate was damaged"."""
    nobody = {harm.head for harm in harms if harm.count == exactly(0)}
    return all(trigger.head in nobody for trigger in triggers)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Setting:
    """Where a sentence stands and how it opens."""

    sentence: int
    span: Span
    block: BlockKind
    paragraph: int
    brief: int
    turns: bool
    recalls: bool
    ordinal: int
    several: bool
    scattered: tuple[int, ...]  # words for acts, or places, apart
    fronted: tuple[str, ...]
    loose_effect: Effect | None


def _loose_effect(doc: Doc, sentences: Sequence[SentenceSpan]) -> Effect | None:
    """Return the damage told without a thing in the act's own sentence, or in the next where that tells no act."""
    for sentence in sentences:
        found = find_loose_effect(doc, Span(sentence.start_char, sentence.end_char))
        if found is not None:
            return found[0]
    return None


def _counts_on(local: _Local, sentence: Span) -> bool:
    """Whether the sentence opens with one more of those hurt, at no place or time of his: "A second man was hit"."""
    if local.places or local.times:
        return False
    return any(harm.people is not None and harm.people.span.start == sentence.start for harm in local.harms)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Local:
    """The mentions of one sentence."""

    harms: tuple[HarmMention, ...]
    stances: tuple[StanceMention, ...]
    weapons: tuple[WeaponMention, ...]
    targets: tuple[TargetMention, ...]
    places: tuple[PlaceMention, ...]
    times: tuple[TimeMention, ...]


def _part(found: Findings, numbers: Sequence[int], sentences: int) -> list[_Local]:
    """Return the mentions of each sentence, in order of text; `numbers` holds the sentence of each token."""
    harms, stances = _file(found.harms, numbers), _file(found.stances, numbers)
    weapons, targets = _file(found.weapons, numbers), _file(found.targets, numbers)
    places, times = _file(found.places, numbers), _file(found.times, numbers)
    return [
        _Local(
            harms=harms.get(number, ()),
            stances=stances.get(number, ()),
            weapons=weapons.get(number, ()),
            targets=targets.get(number, ()),
            places=places.get(number, ()),
            times=times.get(number, ()),
        )
        for number in range(sentences)
    ]


def _block_kind(article: Article, start: int) -> BlockKind:
    found = (block.kind for block in article.blocks if block.span.start <= start < block.span.end)
    return next(found, BlockKind.BODY)


def _build(
    doc: Doc,
    group: list[TriggerMention],
    groups: list[list[TriggerMention]],
    local: _Local,
    setting: _Setting,
) -> Frame:
    heads = [doc[trigger.head] for trigger in group]
    strongest = find_strongest(group)
    event_type = strongest.type
    main = doc[strongest.head]
    spared = find_spared(local.harms)
    realities = [_judge(t, head, spared=head.i in spared) for t, head in zip(group, heads, strict=True)]

    def mine(mentions: Iterable[M]) -> tuple[M, ...]:
        if len(groups) == 1:
            return tuple(mentions)
        return tuple(m for m in mentions if nearest_group(doc, m.head, groups) is group)

    cause = is_cause_of_unrest(main)
    rising = event_type in RISINGS and not cause
    things = tuple(t for t in mine(local.targets) if not (rising and is_cause_of_unrest(doc[t.head])))
    targets: dict[int, TargetLink] = {}
    for trigger in group:
        for link in attach_targets(doc, trigger.head, things):
            known = targets.get(link.mention.head)
            if known is None or link.score > known.score:
                targets[link.mention.head] = link
    stage = settle_stage(group, heads, realities)
    reality = Reality.TOLD if Reality.TOLD in realities else realities[0]
    if stage is Stage.THREATENED and reality is Reality.TOLD and not targets:
        threats = find_threatened(doc, [trigger.head for trigger in group], local.targets)
        targets = {link.mention.head: link for link in threats}
    sites = {site.head: site for trigger in group for site in find_sites(doc, trigger, things)}
    harms, stances = mine(local.harms), mine(local.stances)
    if rising:
        harms = tuple(harm for harm in harms if not is_cause_of_unrest(doc[harm.head]))
        stances = tuple(stance for stance in stances if not is_cause_of_unrest(doc[stance.head]))
    times, hunt = link_times(doc, local.times, group, groups), is_hunt(main)
    places, buried = link_places(doc, local.places, group, groups), find_buried(main) or find_mourned(heads)
    if buried is not None:
        # When and where people mourn says nothing of the act that they mourn.
        times, places = _within(times, buried), _within(places, buried)
    if any(map(ranks_somebody, heads)):
        times = tuple(replace(link, score=0.0) for link in times)
        places = tuple(replace(link, score=0.0) for link in places)
    return Frame(
        triggers=tuple(group),
        sentence=setting.sentence,
        span=setting.span,
        block=setting.block,
        paragraph=setting.paragraph,
        brief=setting.brief,
        turns=setting.turns,
        recalls=setting.recalls,
        ordinal=setting.ordinal,
        several=setting.several or any(nearest_group(doc, word, groups) is group for word in setting.scattered),
        fronted=setting.fronted if buried is None else (),
        loose_effect=setting.loose_effect,
        type=event_type,
        specific=strongest.specific,
        stage=stage,
        reality=reality,
        definite=any(is_definite(head) for head in heads),
        other=any(is_set_apart(head) for head in heads),
        past_perfect=is_past_perfect(main),
        plural=all(is_several_acts(head) for head in heads),
        cause=cause,
        heard=any(map(is_heard, heads)),
        hunt=hunt,
        pointing=any(refers_back(head) for head in heads),
        harms=harms,
        brings_in=any(harm.people is not None and _is_brought_in(doc, harm.people) for harm in harms),
        adding=_adds(doc, harms),
        stances=tuple(stance for stance in stances if not is_of_record(doc, stance, heads)),
        weapons=mine(local.weapons),
        targets=without_mere_sites(targets.values(), event_type, harms),
        sites=tuple(sites.values()),
        places=places,
        times=_date_hunt(times) if hunt else times,
    )


def _within(links: tuple[L, ...], verb: Token) -> tuple[L, ...]:
    """Return the links to what stands in the clause of a verb."""
    return tuple(link for link in links if verb.left_edge.i <= link.mention.head <= verb.right_edge.i)


def _date_hunt(times: Sequence[TimeLink]) -> tuple[TimeLink, ...]:
    """Return the times of a hunt's end: it is over when it is told of, and not on the day of the act before it."""
    return tuple(replace(link, score=max(link.score, HUNT_DAY)) for link in times)


def _adds(doc: Doc, harms: Sequence[HarmMention]) -> bool:
    """Whether people are set beside others: "another eight people", "a further 12", "six more" as the first told of."""
    told = sorted((harm.people for harm in harms if harm.people is not None), key=lambda people: people.head)
    if any(not ADDED.isdisjoint(people.span.of(text_of(doc)).lower().split()[:2]) for people in told):
        return True
    first = told[0] if told and told[0].count is not None and told[0].name is None else None
    return first is not None and any(word.lower_ in ADDED_BEHIND for word in doc[first.head : first.head + 2])


def _is_brought_in(doc: Doc, people: PeopleMention) -> bool:
    """Whether the phrase speaks of one person as of somebody not told of before: "a 51-year-old baker"."""
    return people.span.of(text_of(doc)).lower().startswith(("a ", "an "))


def _judge(trigger: TriggerMention, head: Token, *, spared: bool) -> Reality:
    """Return how real the act is.

    That somebody was not hurt is told, though the hurting is denied, and so is a threat, though its act is to come.
    """
    reality = judge_reality(head)
    plotted = reality is Reality.POSSIBLE and FAMILY[trigger.type] not in UNSTOPPED and is_stopped_plot(head)
    if plotted or (reality is Reality.POSSIBLE and is_particular_threat(head, trigger.type)):
        return Reality.TOLD
    return Reality.TOLD if spared and reality is Reality.DENIED else reality
