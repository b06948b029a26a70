"""What became of the things that an act hit: destroyed, damaged, undamaged, taken."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from dateline.analysis.texts import text_of
from dateline.frames import TargetLink
from dateline.lexicon.phrases import fold
from dateline.mentions import TargetMention
from dateline.records import Effect, TargetCategory
from dateline.relate.clauses import span_of_word
from dateline.relate.target_cues import Cues, load_target_cues
from dateline.relate.target_ties import NOT_DONE_HERE, Tie, find_ties
from dateline.spans import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as SentenceSpan

    from dateline.lexicon.phrases import Match, PhraseIndex

# fmt: off
BURNING = frozenset({
    "burn", "burned", "burnt", "burning", "collapsed", "shattered", "cracked", "smouldered", "smoldered", "smouldering",
    "smoldering", "caught", "crumbled", "sank", "sunk", "buckled", "disintegrated", "exploded", "derailed",
    "overturned", "capsized",
})
# fmt: on
# fmt: off
PROJECTILES = frozenset({
    "missile", "missiles", "rocket", "rockets", "shell", "shells", "mortar", "mortars", "drone", "drones", "bomb",
    "bombs", "blast", "explosion", "bullet", "bullets", "round", "rounds", "projectile", "projectiles", "torpedo",
    "grenade", "grenades", "shrapnel", "uav", "uavs", "debris", "fragments", "wreckage", "mine", "volley", "gunfire",
    "shellfire", "shots", "fragment", "torpedoes", "salvo", "barrel", "barrels", "airstrike", "airstrikes",
})
# fmt: on
RUNNING_INTO = frozenset({"hit", "struck", "detonated", "triggered", "tripped", "ran", "drove"})
MINES = frozenset(
    {"mine", "mines", "landmine", "landmines", "bomb", "bombs", "device", "ied", "explosive", "explosives"}
)
ONES = frozenset({"another", "third", "second", "first", "others", "both", "fourth"})
# fmt: off
STRIKING = frozenset({
    "hit", "hits", "hitting", "struck", "strike", "strikes", "slammed", "tore", "ripped", "crashed", "flew",
})
# fmt: on
# fmt: off
BREAKING = frozenset({
    "broke", "breaking", "broken", "smashed", "smashing", "shattered", "shattering", "tore", "tearing", "knocked",
    "knocking", "blew", "blowing", "blown", "brought", "bringing", "ripped", "ripping", "cracked", "collapsed",
    "destroyed", "destroying", "damaged", "damaging", "cracking", "wrecked", "wrecking", "hit", "shook", "dented",
    "struck", "pierced", "penetrated", "gutted", "burned", "burnt", "charred", "scorched",
})
HOLES = frozenset({"hole", "holes", "crater", "craters", "gash", "dent", "dents", "breach"})
FITTINGS = frozenset({
    "window", "windows", "furniture", "glass", "panes", "equipment", "tiles", "shaft", "masonry", "plaster",
    "computers", "fixtures", "fittings", "shutters", "windscreens", "windshields", "tyres", "tires", "headlights",
    "cameras",
})
# fmt: on
FROM_AFAR = frozenset({"air", "drone", "missile", "rocket", "artillery", "mortar"})
THROWING = frozenset({"threw", "thrown", "throwing", "hurled", "hurling", "tossed", "lobbed", "flung", "fired", "shot"})
CUTTING = frozenset({"cut", "cutting", "cuts"})
WIRED = frozenset({TargetCategory.TELECOM, TargetCategory.ENERGY})  # what is cut is broken, as a road is not
HAVING = frozenset({"had", "has", "have", "having"})
SPRAYING = frozenset({"sprayed", "spraying", "raked", "raking", "showered", "strafed", "strafing"})
SPRAYED = frozenset({"bullets", "gunfire", "rounds", "fire", "shots"})
GIVING_WAY = frozenset({"collapsed", "shattered", "broke", "cracked"})
RESULTS = frozenset({"prt", "acomp", "oprd", "advmod", "prep", "xcomp"})  # how a result hangs on its verb
# Verbs that bring their object into a state, which a parser may hang on the object: "set a jail and a bank on fire".
BRINGING = frozenset({"set", "sets", "setting", "left", "leaves", "leave", "leaving", "put", "puts", "putting"})
STATES = frozenset({"is", "was", "were", "are", "been", "be", "went", "left", "lay", "stood", "remained", "caught"})
# fmt: off
TAKING = frozenset({
    "stole", "stolen", "steal", "stealing", "took", "taken", "take", "taking", "grabbed", "grabbing", "snatched",
    "snatching", "looted", "looting", "seized", "seizing", "removed", "demanded", "carried", "carrying", "got",
    "rustled", "drove", "driven", "siphoned", "siphoning", "pocketed", "handed", "robbed", "rob",
})
LEAVING = frozenset({
    "fled", "fleeing", "escaped", "escaping", "made", "making", "got", "getting", "decamped", "decamping", "left",
    "ran", "rode", "drove", "vanished", "disappeared", "off", "away", "absconded", "departed", "took",
})
ROBBING = frozenset({"robbed", "robbing", "stripped", "relieved", "looted"})
# fmt: on
STEALING = ("with", "away", "off", "stole", "stolen")
LOOT = "targets/loot"  # the rule of goods, which are targets only where they are taken
HERD = "targets/herd"  # the rule of animals, which may be killed too
PARTLY = (
    "partly",
    "partially",
    "half",
    "half-",
    "nearly",
    "almost",
)  # before "destroyed", where the thing still stands
# How words for damage end that need not say of what.
LOOSE = ("damage", "damages", "holes", "hole", "marks", "a fire", "a blaze", "large fire", "started fires")
REACH = 5  # words behind "damage" in which "to the third floor" stands
AFTERMATH = 0.7  # score of what the next sentence says was damaged


def find_loose_effect(doc: Doc, sentence: Span, *, overlay: Path | None = None) -> tuple[Effect, Span] | None:
    """Return the damage that a sentence tells of without saying to what: "It caused minor damage"."""
    cues = load_target_cues(overlay)
    tokens = doc.char_span(sentence.start, sentence.end, alignment_mode="expand")
    if tokens is None:
        return None
    text = tokens.text
    for span, effect in find_effects(cues, text, sentence.start):
        words = text[span.start - sentence.start : span.end - sentence.start].lower()
        if effect is Effect.UNDAMAGED and ("damage" in words or "harm" in words):
            return effect, span
        if (
            effect is Effect.DAMAGED
            and words.endswith(LOOSE)
            and not _tells_of_what(cues, text[span.end - sentence.start :])
        ):
            before = text[: span.start - sentence.start].lower().split()[-5:]
            return (Effect.UNDAMAGED if set(before) & cues.words["negator"] else effect), span
    return find_broken_part(cues, tokens)


def _tells_of_what(cues: Cues, behind: str) -> bool:
    """Whether the words behind tell of what the damage is, but as a part: "to the embassy's car", not "to the roof"."""
    words = [word.strip(",.;").lower() for word in behind.split()[:REACH]]
    parts = cues.words["fraction"] | FITTINGS
    return words[:1] == ["to"] and parts.isdisjoint(words)


def find_broken_part(cues: Cues, sentence: SentenceSpan) -> tuple[Effect, Span] | None:
    """Return the damage that a sentence tells of a part without saying of what: "It broke every window"."""
    for verb in sentence:
        if verb.lower_ not in BREAKING or any(child.dep_ == "neg" for child in verb.children):
            continue
        for child in verb.children:
            broken = child.dep_ in ("dobj", "nsubjpass") or (child.dep_ == "nsubj" and verb.lower_ in GIVING_WAY)
            whole = any(kid.dep_ == "prep" and kid.lower_ in ("of", "in") for kid in child.children)
            if broken and not whole and (cues.is_of(child, "fraction") or child.lower_ in FITTINGS):
                return Effect.DAMAGED, span_of_word(verb)
    return None


def find_aftermath(
    doc: Doc, sentence: Span, targets: Sequence[TargetMention], *, overlay: Path | None = None
) -> tuple[TargetLink, ...]:
    """Return what a sentence that tells no act says was damaged or spared: "Two shops were also destroyed"."""
    cues = load_target_cues(overlay)
    tokens = doc.char_span(sentence.start, sentence.end, alignment_mode="expand")
    near = [mention for mention in targets if sentence.contains(mention.span)]
    if tokens is None or not near:
        return ()
    effects = find_effects(cues, tokens.text, sentence.start)
    links = []
    for mention in near:
        effect, cue = read_effect_on(cues, doc, mention, effects)
        if mention.rule in (LOOT, HERD) and not is_looted(cues, doc[mention.head]):
            continue
        if effect is Effect.UNDAMAGED and _is_first_told(doc[mention.head]):
            continue  # "a shop across the street was unscathed"
        stolen = cue is not None and cue.of(text_of(doc)).lower().endswith(STEALING)
        if effect is not None and (effect is not Effect.TAKEN or stolen):
            links.append(TargetLink(mention=mention, effect=effect, cue=cue, rule="target:aftermath", score=AFTERMATH))
    return tell_parts(cues, doc, links)


def _is_first_told(thing: Token) -> bool:
    """Whether the thing is brought up only as spared: "a shop across the street", "nearby houses"."""
    return any(
        child.lower_ in ("a", "an", "nearby", "neighbouring", "neighboring", "adjacent") for child in thing.lefts
    )


def tell_parts(cues: Cues, doc: Doc, links: Sequence[TargetLink]) -> tuple[TargetLink, ...]:
    """Return the links, parts that were broken told as such: "three classrooms were gutted" leaves a school damaged."""
    return tuple(
        replace(link, rule="target:part", effect=Effect.DAMAGED if link.effect is Effect.DESTROYED else link.effect)
        if link.effect is not None and cues.is_of(doc[link.mention.head], "fraction")
        else link
        for link in links
    )


def find_effects(cues: Cues, text: str, start: int) -> tuple[tuple[Span, Effect], ...]:
    """Return the words for effects in a sentence that starts at code point `start`."""
    return tuple(
        (Span(match.span.start + start, match.span.end + start), _in_part(text, match, cues.effect_of[match.key]))
        for match in _find_phrases(cues.phrases, text)
        if not (match.span.of(text).lower() == "down" and SHUT.search(text, 0, match.span.start))
    )


SHUT = re.compile(r"\b(?:shut|shuts|shutting|close|closes|closed|closing|slow|slowed) \Z", re.IGNORECASE)


def _in_part(text: str, match: Match, effect: Effect) -> Effect:
    """Return the effect, damage where only a part was destroyed: "partly demolished the office"."""
    before = text[: match.span.start].rstrip().lower()
    return Effect.DAMAGED if effect is Effect.DESTROYED and before.endswith(PARTLY) else effect


@lru_cache(maxsize=64)
def _find_phrases(phrases: PhraseIndex, text: str) -> tuple[Match, ...]:
    """Find them in a sentence, which is looked through for each act and thing in it and around."""
    return phrases.find(text)


def read_effect_on(
    cues: Cues, doc: Doc, mention: TargetMention, phrases: Sequence[tuple[Span, Effect]]
) -> tuple[Effect | None, Span | None]:
    """Return what became of the thing; a blast that rips through a square breaks nothing that is told."""
    effect, cue = _read_effect(cues, doc[mention.head], phrases)
    if effect is None and mention.category in WIRED:
        ties = find_ties(cues, doc[mention.head])
        cut = next(
            (tie for tie in ties if tie.governor.lower_ in CUTTING and tie.relation in ("object", "passive")), None
        )
        if cut is not None:
            return Effect.DAMAGED, span_of_word(cut.governor)
    open_air = mention.category is TargetCategory.PUBLIC_SPACE and effect is Effect.DAMAGED
    told = cue.of(text_of(doc)).lower() if open_air and cue is not None else ""
    if told.startswith(("rip", "tore", "tear", "hit", "struck")):
        return None, None
    return effect, cue


def _read_effect(cues: Cues, thing: Token, phrases: Sequence[tuple[Span, Effect]]) -> tuple[Effect | None, Span | None]:
    """Return what became of the thing and the words that tell it."""
    for tie in find_ties(cues, thing):
        found = effect_at(tie.governor, phrases)
        if found is None and tie.relation == "subject" and cues.is_of(tie.governor, "suffering"):
            objects = (phrase_at(child, phrases) for child in tie.governor.rights if child.dep_ == "dobj")
            return next((told[::-1] for told in objects if told is not None), (None, None))
        if found is None and tie.relation == "subject" and tie.governor.lower_ in HAVING:
            broken = broken_of(tie.governor, phrases)
            if broken is not None:
                return Effect.DAMAGED, broken
        struck = found is None and (_is_struck(tie) or _is_pierced(tie) or _is_riddled(tie) or runs_into_mine(tie))
        if struck or _is_holed(tie):
            return Effect.DAMAGED, span_of_word(tie.governor)
        if found is None and tie.relation == "of" and tie.governor.lower_ in ("robbed", "robbing", "stripped"):
            return Effect.TAKEN, span_of_word(tie.governor)
        if found is None or not _affects(tie, found[1]):
            continue
        negated = any(
            child.dep_ == "neg" or fold(child.text) in cues.words["negator"] for child in tie.governor.children
        ) or (tie.governor.dep_ == "pcomp" and fold(tie.governor.head.text) in cues.words["negator"])
        effect = found[1]
        if effect is Effect.DESTROYED and tie.through != thing and cues.is_of(tie.through, "fraction"):
            effect = Effect.DAMAGED  # "the roof of the school collapsed"
        return (Effect.UNDAMAGED if negated and effect is not Effect.TAKEN else effect), found[0]
    # "the burned bus": a participle before the thing.
    for child in thing.lefts:
        # "an occupied house" is lived in.
        told = child.dep_ == "amod" and child.tag_ == "VBN" and child.lower_ not in NOT_DONE_HERE
        found = phrase_at(child, phrases) if told else None
        if found is not None:
            return found[1], found[0]
    return None, None


def is_looted(cues: Cues, goods: Token) -> bool:
    """Whether goods were taken: "stole her purse", "her purse was taken", "fled with cash", "robbed of his phone"."""
    for tie in find_ties(cues, goods):
        verb = tie.governor.lower_
        if any(child.dep_ == "neg" for child in tie.governor.children):
            continue
        if tie.relation in ("object", "passive", "bare"):
            return verb in TAKING
        if (tie.relation == "with" and verb in LEAVING) or (tie.relation == "of" and verb in ROBBING):
            return True
    return False


def _is_struck(tie: Tie) -> bool:
    """Whether something fired struck the thing ("a shell hit the yard", "was hit by a drone"), which damages it."""
    verb = tie.governor
    if verb.lower_ not in STRIKING or tie.relation not in ("object", "passive", "into", "through"):
        return False
    if tie.relation == "passive":
        agents = (child for child in verb.rights if child.dep_ in ("agent", "prep") and child.lower_ in ("by", "with"))
        told = [noun for agent in agents for noun in agent.rights]
        # "The hospital was hit again": in an act of arms it was by what was fired.
        return any(map(_is_fired, told)) or (not told and verb.tag_ == "VBN" and verb.lower_ in ("hit", "struck"))
    # "Of the five, one hit the gym": what hits is one of those fired. "Missed the base and hit a house" shares its own.
    doers = [child for child in verb.lefts if child.dep_ == "nsubj"]
    if not doers and verb.dep_ == "conj":
        doers = [child for child in verb.head.lefts if child.dep_ in ("nsubj", "nsubjpass")]
    return any(_is_fired(child) or child.lower_ in ONES or child.pos_ == "NUM" for child in doers)


def _is_holed(tie: Tie) -> bool:
    """Whether a hole was made in the thing: "blew a hole in the wall of a court", "left craters in the runway"."""
    word = tie.governor
    if tie.relation not in ("in", "through"):
        return False
    return word.lower_ in HOLES or any(child.dep_ == "dobj" and child.lower_ in HOLES for child in word.rights)


def _is_fired(noun: Token) -> bool:
    """Whether the word names something fired or its coming down: "missiles", "an air strike"; workers strike too."""
    if noun.lower_ in ("strike", "strikes"):
        return any(child.lower_ in FROM_AFAR for child in noun.lefts)
    return noun.lower_ in PROJECTILES


def _is_pierced(tie: Tie) -> bool:
    """Whether something was thrown or shot into the thing: "a brick through the window of a bar", "fired into it"."""
    verb = tie.governor.lower_
    return (tie.relation == "through" and verb in THROWING) or (tie.relation == "into" and verb in ("fired", "firing"))


def broken_of(having: Token, phrases: Sequence[tuple[Span, Effect]]) -> Span | None:
    """Return the words for what was broken of the subject: "two cars had their windows smashed"."""
    for child in having.rights:
        for word in (child, *child.children):
            if word.tag_ == "VBN" and (word.lower_ in BREAKING or phrase_at(word, phrases) is not None):
                return span_of_word(word)
    return None


def _is_riddled(tie: Tie) -> bool:
    """Whether bullets were sprayed over the thing: "sprayed the car with bullets", "the bus was raked with gunfire"."""
    if tie.governor.lower_ not in SPRAYING or tie.relation not in ("object", "passive"):
        return False
    behind = tie.governor.doc[tie.governor.i + 1 : tie.governor.sent.end]
    return any(word.lower_ in SPRAYED for word in behind)


def runs_into_mine(tie: Tie) -> bool:
    """Whether the thing is a vehicle that a mine went off under ("their truck hit a mine")."""
    verb = tie.governor
    if tie.relation != "subject" or verb.lower_ not in RUNNING_INTO:
        return False
    return any(
        child.dep_ in ("dobj", "pobj") and child.lower_ in MINES
        for part in verb.rights
        for child in (part, *part.rights)
    )


def _affects(tie: Tie, effect: Effect) -> bool:
    if tie.relation in ("object", "passive", "of", "modifier", "bare"):
        return True
    if tie.relation == "with":
        return effect is Effect.TAKEN  # "made off with a van"
    if tie.relation == "subject":
        verb = tie.governor.lower_
        return effect in (Effect.UNDAMAGED, Effect.DESTROYED) or verb in BURNING or verb in STATES
    if tie.relation in ("at", "on") and tie.governor.pos_ == "VERB":
        return False  # "set afire by youths on motorcycles"
    harmed = effect in (Effect.DAMAGED, Effect.UNDAMAGED, Effect.DESTROYED)
    return harmed and tie.relation in ("to", "at", "on", "through", "into")


def effect_at(governor: Token, phrases: Sequence[tuple[Span, Effect]]) -> tuple[Span, Effect] | None:
    """Return the words for an effect that the governor is, or that it brings about: "set a lorry on fire"."""
    found = phrase_at(governor, phrases)
    if found is not None or not phrases or governor.pos_ not in ("VERB", "AUX"):
        return found
    results = [child for child in governor.rights if child.dep_ in RESULTS]
    if governor.lower_ in BRINGING:
        things = [child for child in governor.rights if child.dep_ == "dobj"]
        results += [
            word for thing in things for one in (thing, *thing.conjuncts) for word in one.rights if word.dep_ == "prep"
        ]
    for child in results:
        told = phrase_at(child, phrases)
        if told is not None and not any(kid.dep_ in ("dobj", "nsubj", "nsubjpass") for kid in child.children):
            return told
    return None


def phrase_at(token: Token, phrases: Sequence[tuple[Span, Effect]]) -> tuple[Span, Effect] | None:
    """Return the words for an effect that the token belongs to, None without one."""
    start = token.idx
    return next((found for found in phrases if found[0].start <= start < found[0].end), None)
