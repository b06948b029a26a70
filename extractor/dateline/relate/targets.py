"""Ties things to the act that hit them or aimed at them."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import replace
from itertools import takewhile
from pathlib import Path
from typing import TYPE_CHECKING

from dateline.find.targets import ESCORTED
from dateline.frames import TargetLink
from dateline.lexicon.phrases import fold
from dateline.mentions import TargetMention
from dateline.records import Effect, TargetCategory
from dateline.relate.target_acts import (
    Act,
    blocks,
    carried,
    comes_down,
    comes_in,
    does,
    harms_people,
    is_measured,
    is_state,
    is_way_in,
    makes_off,
    misses,
    seizes,
    sends_bomb,
    suffers,
    waylays,
)
from dateline.relate.target_blows import MINES, STRIKING, is_driven, is_torn_off, runs_into_mine
from dateline.relate.target_cues import Cues, load_target_cues
from dateline.relate.target_effects import (
    BURNING,
    HERD,
    LOOSE,
    LOOT,
    STATES,
    effect_at,
    find_broken_part,
    find_effects,
    is_denied,
    is_looted,
    phrase_at,
    read_effect_on,
    tell_parts,
)
from dateline.relate.target_ties import AT, BY, FARTHEST, WITHIN, Tie, find_ties, measure_depths, measure_distance

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

DIRECT = frozenset({"object", "passive", "to", "of"})
DYING = frozenset(
    {"died", "dies", "dead", "pronounced", "succumbed", "recovering", "passed", "flown", "rushed", "airlifted", "taken"}
)
LADEN = frozenset(
    ("full", "filled", "loaded", "laden", "packed", "rigged", "stuffed", "primed", "carrying", "containing")
)
LOADS = MINES | {"dynamite", "tnt", "gelignite", "nitrate", "gunpowder", "c-4", "kilograms", "kg"}
LOAD_REACH = 9  # words from a vehicle to the explosives told with it
RIDERS = ("bomber", "bombers", "attacker", "attackers", "gunman", "gunmen", "assailant", "assailants", "robbers")
AIMED = frozenset({"meant", "intended", "destined", "aimed"})
# fmt: off
# Where people are killed at such a place, that place is the target; in the street or at home they only happen to be.
VISITED = frozenset({
    TargetCategory.BUSINESS, TargetCategory.EDUCATION, TargetCategory.RELIGIOUS, TargetCategory.POLITICAL,
    TargetCategory.GOVERNMENT, TargetCategory.POLICE, TargetCategory.MILITARY, TargetCategory.JUDICIAL,
    TargetCategory.FINANCIAL, TargetCategory.CULTURAL,
})
# fmt: on
ENTERED = VISITED | {TargetCategory.RESIDENCE, TargetCategory.HEALTH, TargetCategory.AID, TargetCategory.MEDIA}
# fmt: off
# What is done with prisoners and the wounded: the jail, the court and the hospital are where, and no target.
CUSTODY = frozenset({
    "admitted", "airlifted", "appear", "appeared", "appearing", "arraigned", "arrested", "booked", "brought",
    "charged", "committed", "convicted", "detained", "discharged", "evacuated", "extradited", "ferried", "flown",
    "held", "holding", "hospitalised", "hospitalized", "imprisoned", "incarcerated", "indicted", "jailed", "lodged",
    "moved", "produced", "recovering", "released", "remanded", "rushed", "sent", "sentenced", "serving", "taken",
    "transferred", "transported", "treated", "tried",
})
# fmt: on
TAKING = frozenset(("arrested", "arrest", "arresting", "arrests", "detained", "detain", "detaining", "rounded"))
KEEPERS = frozenset({TargetCategory.JUDICIAL, TargetCategory.HEALTH})
TO_COME = frozenset({"will", "would", "wo", "'ll", "could", "may", "might", "should"})
LIST = re.compile(r"\s*(?:,|,?\s*(?:and|or|as well as|and also|plus))\s*(?:of|in|at|on)?\s*", re.IGNORECASE)
ROUTES = frozenset({TargetCategory.TRANSPORT_ROUTE})
# Streets and quarters are where an act happens more than what it hits.
PASSAGES = frozenset({"targets/street", "targets/road"})
BESIDE = frozenset({"target:at", "target:front", "target:outside", "target:near", "target:inside"})
# fmt: off
STEALING_VERBS = frozenset({
    "stole", "stolen", "steal", "stealing", "looted", "looting", "grabbed", "grabbing", "snatched", "snatching",
    "pocketed", "siphoned",
})
# fmt: on
SHOT_AT = frozenset({"target:for", "target:at"})
LEAST_SCORE = 0.5
LOOTED = 0.6  # score of goods taken


def attach_targets(
    doc: Doc, trigger_head: int, targets: Sequence[TargetMention], *, overlay: Path | None = None
) -> tuple[TargetLink, ...]:
    """Return the things that the act hit or aimed at, in order of text, each with what became of it.

    Args:
        doc: the analysed article.
        trigger_head: number of the token that tells the act.
        targets: the things to choose from; those of other sentences are passed over.
        overlay: a user's lexicon file.
    """
    cues = load_target_cues(overlay)
    trigger = doc[trigger_head]
    sentence = trigger.sent
    first, end = sentence.start, sentence.end
    near = [mention for mention in targets if first <= mention.head < end and mention.head != trigger_head]
    if not near:
        return ()
    text, start = sentence.text, sentence.start_char
    act = Act(trigger, measure_depths(trigger), find_effects(cues, text, start), text, start)
    links: list[TargetLink] = []
    heads = {mention.head for mention in near}
    for mention in near:
        if _is_part_of_another(cues, doc[mention.head], heads) or _holds_another(act, doc[mention.head], heads):
            continue
        if _carries_bomb(doc[mention.head], mention):
            continue
        if any(child.dep_ == "det" and child.lower_ == "no" for child in doc[mention.head].lefts):
            continue  # "no building was hit"
        if _is_want(doc[mention.head]) or is_state(doc[mention.head]):
            continue
        if mention.rule == LOOT and any(link.mention.rule == LOOT for link in links):
            continue  # "cash, phones and a watch" are one haul
        judged = _judge(cues, act, doc[mention.head], mention)
        effect, cue = read_effect_on(cues, doc, mention, act.effects)
        if judged is not None and mention.rule == LOOT:
            effect = Effect.TAKEN
        if judged is not None and judged[1] >= LEAST_SCORE:
            links.append(TargetLink(mention=mention, effect=effect, cue=cue, rule=judged[0], score=judged[1]))
        elif links and _goes_on(act, links[-1].mention, mention, doc[mention.head]):
            # A list that the parser took apart.
            before = links[-1]
            links.append(replace(before, mention=mention, rule="target:list", effect=effect or before.effect))
    links = list(tell_parts(cues, doc, _without_scenes(links)))
    if misses(sentence):
        links = [
            replace(link, effect=Effect.UNDAMAGED) if link.rule in SHOT_AT and link.effect is None else link
            for link in links
        ]  # "a bomb meant for the convoy missed it"
    unsure = [link for link in links if link.effect is None]
    if len(unsure) != 1:
        return tuple(links)
    # "Stormed the station, smashing cameras, and stole a car".
    return tuple(
        _with_loose_effect(cues, act, link, alone=len(links) == 1) if link is unsure[0] else link for link in links
    )


def _without_scenes(links: Sequence[TargetLink]) -> list[TargetLink]:
    """Leave out the square that a thing stands in beside which the bomb went off: "at the door of an office in"."""
    if all(link.rule not in BESIDE or link.mention.category is TargetCategory.PUBLIC_SPACE for link in links):
        return list(links)
    return [
        link for link in links if link.rule != "target:in" or link.mention.category is not TargetCategory.PUBLIC_SPACE
    ]


def _goes_on(act: Act, before: TargetMention, mention: TargetMention, thing: Token) -> bool:
    """Whether nothing but a comma or an "and" stands between two things, so that what befell one befell the other."""
    if thing.dep_ in ("nsubj", "nsubjpass") or mention.span.start <= before.span.end:
        return False
    # "The house of a trader, a shop": the shop is no trader.
    end = before.whole.end if before.whole.end <= mention.span.start else before.span.end
    between = act.text[end - act.start : mention.span.start - act.start]
    return bool(between.strip()) and LIST.fullmatch(between) is not None


def _with_loose_effect(cues: Cues, act: Act, link: TargetLink, *, alone: bool) -> TargetLink:
    """Give the only target the damage that the sentence tells of without saying to what ("causing minor damage").

    Of several, that of which no more is told may be what something was broken in.
    """
    for cue, effect in act.effects if alone else ():
        words = act.words(cue)
        if effect is Effect.UNDAMAGED or (effect is Effect.DAMAGED and words.endswith(LOOSE)):
            spared = effect is Effect.UNDAMAGED or is_denied(cues, act.text[: cue.start - act.start])
            return replace(link, effect=Effect.UNDAMAGED if spared else effect, cue=cue)
    if alone and misses(act.trigger.sent):
        return replace(link, effect=Effect.UNDAMAGED)
    broken = find_broken_part(cues, act.trigger.sent)
    return link if broken is None else replace(link, effect=broken[0], cue=broken[1])


def _is_part_of_another(cues: Cues, thing: Token, heads: Set[int]) -> bool:
    """Whether the thing is a part of another, "the lot of the station", or owns it: "a ministry's van"."""
    if thing.dep_ == "poss" and thing.head.i in heads:
        return True
    return cues.is_of(thing, "part") and any(
        noun.i in heads
        for child in thing.rights
        if child.dep_ == "prep" and child.lower_ == "of"
        for noun in child.children
    )


def _holds_another(act: Act, thing: Token, heads: Set[int]) -> bool:
    """Whether what is told is a thing in or by it: "a truck in an army convoy", "burned cars parked at the court"."""
    if thing.dep_ != "pobj" or thing.head.pos_ != "ADP":
        return False
    above = thing.head.head
    if above.lower_ != "parked":
        return thing.lower_ in ESCORTED and above.i in heads and thing.head.lower_ in ("in", "from")
    while above.i not in heads and above.dep_ in ("acl", "amod", "conj"):
        above = above.head
    # "Blew up a car parked outside the court": it carried the bomb.
    broken = phrase_at(above.head, act.effects) if above.i in heads else None
    return broken is not None and broken[1] is not Effect.UNDAMAGED and not act.words(broken[0]).startswith("bl")


def _is_want(thing: Token) -> bool:
    """Whether it is what people lack and protest against: "a protest against poor housing", no thing of anybody's."""
    if thing.dep_ != "pobj" or thing.head.lower_ not in ("against", "over", "about"):
        return False
    return thing.tag_ == "NN" and all(child.dep_ == "amod" for child in thing.lefts)


def _carries_bomb(thing: Token, mention: TargetMention) -> bool:
    """Whether the thing is a vehicle that is told with the explosives in it: "a car full of dynamite"."""
    if mention.category is not TargetCategory.TRANSPORT_VEHICLE:
        return False
    if any(child.i < thing.i and child.lower_.endswith(("laden", "packed", "rigged")) for child in thing.children):
        return True  # "an explosive-laden motorbike"
    behind = thing.doc[thing.i + 1 : min(thing.sent.end, thing.i + LOAD_REACH)]
    at = next((i for i, word in enumerate(behind) if word.lower_ in LADEN), None)
    if at is None or at > 2:
        return False
    # "A bus carrying teachers hit a mine": what stands behind the verb is no load.
    load = takewhile(lambda word: word.tag_ not in ("VBD", "VBZ", "VBP"), behind[at + 1 :])
    return any(word.lower_ in LOADS for word in load)


def _judge(cues: Cues, act: Act, thing: Token, mention: TargetMention) -> tuple[str, float] | None:
    """Return the rule that ties the thing to the act and its score, None where none does."""
    if mention.rule == LOOT or (mention.rule == HERD and is_looted(cues, thing)):
        return ("target:loot", LOOTED) if is_looted(cues, thing) else None
    best: tuple[str, float] | None = None
    for tie in find_ties(cues, thing):
        far = measure_distance(act.depths, tie.governor)
        if far is None:
            continue
        if (tie.relation == "object" and is_driven(tie)) or is_way_in(tie):
            continue  # "rammed a stolen truck into a police car"
        if mention.category in KEEPERS and tie.governor.lower_ in CUSTODY and not sends_bomb(tie.governor):
            continue  # "is held at the county jail", "were taken to hospital"
        if tie.governor.lower_ in TAKING and tie.relation not in DIRECT:
            continue  # "were arrested at a checkpoint"
        if tie.governor.i != act.trigger.i and _is_to_come(tie.governor):
            continue  # "the attacker's house will be razed"
        # What is said to be damaged was damaged by the act, however far the word for it stands.
        effect = effect_at(tie.governor, act.effects)
        sure = effect is not None and tie.relation in DIRECT
        if far > FARTHEST and not sure:
            continue
        score = _score(cues, act, tie, hits=effect is not None) - (0.01 if sure else 0.03) * far
        direct = tie.relation in ("object", "passive")
        if direct and (mention.category in ROUTES or mention.rule in PASSAGES) and cues.is_of(tie.governor, "blocking"):
            score = 0.9 - 0.03 * far
        elif mention.category in ROUTES and tie.relation in ("across", "on") and blocks(cues, tie.governor):
            score = 0.65 - 0.03 * far
        elif mention.rule in PASSAGES and not (direct and mention.category in ROUTES):
            score -= 0.5
        vehicle = mention.category is TargetCategory.TRANSPORT_VEHICLE
        # "attacked on motorcycles": what the attackers came on; "a bomb on a bicycle": what carried the bomb.
        aims = any(cues.is_of(tie.governor, role) for role in ("bursting", "aiming"))
        came_on = tie.relation == "on" and tie.governor.pos_ == "VERB" and not aims
        # "A suicide bomber on a motorcycle".
        came_on = came_on or (tie.relation in ("on", "in", "aboard") and tie.governor.lower_.endswith(RIDERS))
        own = tie.governor.i == act.trigger.i or tie.governor in act.trigger.conjuncts  # "shot and killed a teacher at"
        if tie.relation in ("at", "in", "inside") and own and mention.category in VISITED:
            score = max(score, 0.55 if harms_people(tie.governor) and tie.governor.lower_ not in DYING else 0.0)
        if mention.category in ENTERED and comes_in(cues, tie, act):
            score = max(score, 0.7)
        if vehicle and (
            came_on or _carries_doers(tie, thing) or (tie.relation in ("on", "in", "inside") and carried(cues, tie))
        ):
            score -= 0.5
        if best is None or score > best[1]:
            best = (f"target:{tie.relation}", round(score, 2))
    return best


def _score(cues: Cues, act: Act, tie: Tie, *, hits: bool) -> float:
    """Return how likely the tie makes the thing a target, 0 to 1, before distance counts.

    `hits` says that the governor is a word for an effect.
    """
    word = tie.governor
    own = word.i == act.trigger.i or does(word, act.trigger)
    hits = hits or cues.is_of(word, "hitting")
    if own and cues.is_of(word, "gathering"):
        return {"outside": 0.65, "front": 0.65}.get(tie.relation, 0.0)
    # "A car was set on fire outside a flat": nothing was set there.
    fired = word.lower_ in ("set", "setting") and hits
    places = (cues.is_of(word, "placing") and not fired) or cues.is_of(word, "aiming")
    bursts = cues.is_of(word, "bursting")
    happens = (cues.is_of(word, "happening") or word.lower_ in STRIKING) and any(
        child.i == act.trigger.i for child in word.lefts
    )
    match tie.relation:
        case "object" | "passive":
            plain = own and not places and not bursts
            return 0.95 if hits else 0.6 if plain or waylays(word, tie.through) else 0.0
        case "modifier":
            return 0.85 if own or hits or bursts else 0.0
        case "bare":
            return 0.85 if hits and not bursts else 0.0
        case "for" if word.lower_ in AIMED:
            return 0.8
        case "with" if makes_off(word, act.effects):
            return 0.75
        case "named":
            return 0.85
        case "aboard":
            return 0.6 if own and (cues.is_of(word, "seizing") or hits) else 0.0
        case "off" if is_torn_off(tie):
            return 0.85
        case "from" if word.lower_ in STEALING_VERBS and any(child.dep_ == "dobj" for child in word.rights):
            return 0.6  # "stole cash from a shop"
        case "from" | "off" if (own and seizes(cues, act, word)) or cues.is_of(word, "seizing"):
            return 0.6
        case "over" if cues.is_of(word, "aiming") or cues.is_of(word, "landing"):
            return 0.8
        case "from" if bursts and is_measured(tie.through):
            return 0.6
        case "subject" if suffers(cues, act, word):
            return 0.85
        case "subject":
            told = hits and word.lower_ in STATES
            return 0.85 if runs_into_mine(tie) else 0.7 if told or fold(word.text) in BURNING else 0.0
        case preposition if word.lower_ in DYING and (preposition == "at" or preposition in WITHIN):
            return 0.0  # "died at the hospital"
        case preposition if cues.is_of(word, "landing") and comes_down(word):
            return 0.85 if preposition in AT else 0.75 if preposition in WITHIN else 0.0
        case preposition if preposition in AT and not (preposition == "at" and harms_people(word)):
            return 0.85 if hits or places else 0.8 if own or bursts or happens else 0.0
        case preposition if preposition in WITHIN or preposition == "at":
            within = hits or (own and preposition not in ("in", "within"))
            return 0.75 if bursts or places or happens else 0.6 if within and not harms_people(word) else 0.3
        case preposition if preposition in BY:
            # What lands beside a thing was perhaps not meant for it; what goes off beside it was.
            planted = cues.is_of(word, "placing") or (places and word.dep_ in ("acl", "relcl"))
            return 0.6 if bursts or happens or planted else 0.2
        case "of" | "to":
            return (
                0.9
                if hits
                else 0.7
                if places and tie.relation == "to" and sends_bomb(word)
                else 0.5
                if own and word.pos_ != "VERB"
                else 0.0
            )
    return 0.0


def _carries_doers(tie: Tie, thing: Token) -> bool:
    """Whether those who do what the verb tells came on the vehicle: "two men on a motorcycle lobbed a grenade"."""
    if thing.dep_ != "pobj" or tie.governor.pos_ != "VERB" or tie.governor.lower_ in DYING:
        return False
    riders = thing.head.head
    return tie.relation in ("on", "in", "aboard") and riders.dep_ == "nsubj" and riders.head.i == tie.governor.i


def _is_to_come(verb: Token) -> bool:
    """Whether what the verb tells has not been done: "will be razed", "could hit"."""
    helping = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")}
    return bool(helping & TO_COME) and "have" not in helping
