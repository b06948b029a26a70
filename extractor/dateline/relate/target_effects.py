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
from dateline.relate.clauses import HAVING, span_of_word
from dateline.relate.target_blows import is_holed, is_struck
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
BURNED_DOWN = frozenset({"burn", "burns", "burning"})
# fmt: off
BREAKING = frozenset({
    "broke", "breaking", "broken", "smashed", "smashing", "shattered", "shattering", "tore", "tearing", "knocked",
    "knocking", "blew", "blowing", "blown", "brought", "bringing", "ripped", "ripping", "cracked", "collapsed",
    "destroyed", "destroying", "damaged", "damaging", "cracking", "wrecked", "wrecking", "hit", "shook", "dented",
    "struck", "pierced", "penetrated", "gutted", "burned", "burnt", "charred", "scorched", "riddled", "riddling",
    "peppered", "peppering", "piercing", "denting", "chipped", "chipping", "blackened", "blackening", "singed",
    "scorching", "charring", "splintered", "punctured", "slashed", "slashing", "gutting", "demolished", "demolishing",
})
FITTINGS = frozenset({
    "window", "windows", "furniture", "glass", "panes", "equipment", "tiles", "shaft", "masonry", "plaster",
    "computers", "fixtures", "fittings", "shutters", "windscreens", "windshields", "tyres", "tires", "headlights",
    "cameras",
})
# fmt: on
CUTTING = frozenset({"cut", "cutting", "cuts"})
WIRED = frozenset({TargetCategory.TELECOM, TargetCategory.ENERGY})  # what is cut is broken, as a road is not
WRITING = frozenset({"scrawled", "scrawling", "painted", "painting", "sprayed", "spraying", "daubed", "scratched"})
TYRES = frozenset({"tyres", "tires"})
GIVING_WAY = frozenset({"collapsed", "shattered", "broke", "cracked"})
RESULTS = frozenset({"prt", "acomp", "oprd", "advmod", "prep", "xcomp"})  # how a result hangs on its verb
# Verbs that bring their object into a state, which a parser may hang on the object: "set a jail and a bank on fire".
BRINGING = frozenset({"set", "sets", "setting", "left", "leaves", "leave", "leaving", "put", "puts", "putting"})
ALIGHT = frozenset({"alight", "ablaze", "afire"})
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
LOOSE = (
    "damage", "damages", "holes", "hole", "marks", "a fire", "a blaze", "large fire", "started fires", "broken window",
    "broken windows", "broken glass",
)  # fmt: skip
REACH = 5  # words behind "damage" in which "to the third floor" stands
# Where one of these is told a coach is a part of a train, not a bus.
RAILS = frozenset(("train", "trains", "rail", "railway", "railroad", "locomotive", "carriage", "carriages", "derailed"))
PART = "target:part"  # the rule of what is a part of a thing by its word
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
            denied = is_denied(cues, text[: span.start - sentence.start])
            return (Effect.UNDAMAGED if denied else effect), span
    return find_broken_part(cues, tokens)


def is_denied(cues: Cues, before: str) -> bool:
    """Whether the words before a word for damage deny it: "without causing any damage"."""
    near = APART.split(before.lower())[-1]  # "causing no injuries and minor damage"
    words = near.split()[-5:]
    return "personal" not in words and not cues.words["negator"].isdisjoint(words)  # "no personal damage": to people


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
            if verb.lower_.startswith("burn") and child.lower_ in TYRES:
                continue  # "burned tyres on the road"
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


def as_part(link: TargetLink) -> TargetLink:
    """Return the link as that of a part, without which the whole is damaged."""
    return replace(link, rule=PART, effect=Effect.DAMAGED if link.effect is Effect.DESTROYED else link.effect)


def tell_parts(cues: Cues, doc: Doc, links: Sequence[TargetLink]) -> tuple[TargetLink, ...]:
    """Return the links, parts that were broken told as such: "three classrooms were gutted" leaves a school damaged."""
    return tuple(
        as_part(link) if link.effect is not None and _is_part(cues, doc[link.mention.head]) else link for link in links
    )


def _is_part(cues: Cues, thing: Token) -> bool:
    """Whether it is a part of something; a coach is one of a train, and elsewhere a bus."""
    if thing.lower_ in ("coach", "coaches"):
        return any(word.lower_ in RAILS for word in thing.doc)
    return cues.is_of(thing, "fraction")


def find_effects(cues: Cues, text: str, start: int) -> tuple[tuple[Span, Effect], ...]:
    """Return the words for effects in a sentence that starts at code point `start`."""
    return tuple(
        (Span(match.span.start + start, match.span.end + start), _in_part(text, match, cues.effect_of[match.key]))
        for match in _find_phrases(cues.phrases, text)
        if not (match.span.of(text).lower() == "down" and SHUT.search(text, 0, match.span.start))
    )


APART = re.compile(r"\band\b|\bbut\b|[,;]")
# Behind these "down" is no verb: "shut down a road", "flagged down a taxi", "ran down the street".
SHUT = re.compile(
    r"""\b(?:[a-z]+(?:ed|ing)|shuts?|closes?|slow|waves?|flags?|tracks?|hunts?|came|sat|lay|runs?|ran|put
    |set)\s\Z""",
    re.IGNORECASE | re.VERBOSE,
)


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
    effect, cue = read_effect(cues, doc[mention.head], phrases)
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


def read_effect(cues: Cues, thing: Token, phrases: Sequence[tuple[Span, Effect]]) -> tuple[Effect | None, Span | None]:
    """Return what became of the thing and the words that tell it; of several verbs the one that tells its end."""
    told: tuple[Effect, Span] | None = None
    for tie in find_ties(cues, thing):
        found = _read_tie(cues, thing, tie, phrases)
        if found is not None and (told is None or found[0] is Effect.DESTROYED):
            told = found  # "was looted and burned down"
        if told is not None and (told[0] is Effect.DESTROYED or tie.relation not in ("passive", "subject")):
            break
    if told is not None:
        return told
    # "the burned bus": a participle before the thing.
    for child in thing.lefts:
        # "an occupied house" is lived in.
        done = child.dep_ == "amod" and child.tag_ == "VBN" and child.lower_ not in NOT_DONE_HERE
        before = phrase_at(child, phrases) if done else None
        if before is not None:
            return before[1], before[0]
    return None, None


def _read_tie(cues: Cues, thing: Token, tie: Tie, phrases: Sequence[tuple[Span, Effect]]) -> tuple[Effect, Span] | None:
    """Return what one word that governs the thing says became of it."""
    found = effect_at(tie.governor, phrases)
    if found is None and tie.relation == "subject" and cues.is_of(tie.governor, "suffering"):
        objects = (phrase_at(child, phrases) for child in tie.governor.rights if child.dep_ == "dobj")
        return next(((told[1], told[0]) for told in objects if told is not None), None)
    if found is None and tie.relation == "subject" and tie.governor.lower_ in HAVING:
        broken = broken_of(tie.governor, phrases)
        if broken is not None:
            return Effect.DAMAGED, broken
    if (found is None and is_struck(tie)) or is_holed(tie):
        return Effect.UNDAMAGED if _is_negated(cues, tie) else Effect.DAMAGED, span_of_word(tie.governor)
    if found is None and tie.relation == "of" and tie.governor.lower_ in ("robbed", "robbing", "stripped"):
        return Effect.TAKEN, span_of_word(tie.governor)
    if found is None or not _affects(tie, found[1]):
        return None
    effect = found[1]
    if tie.relation == "object" and tie.governor.lower_ in BURNED_DOWN and found[0] == span_of_word(tie.governor):
        effect = Effect.DESTROYED  # "burning huts" as "burned huts"; what is burning may yet be saved
    if effect is Effect.DESTROYED and tie.through != thing and cues.is_of(tie.through, "fraction"):
        effect = Effect.DAMAGED  # "the roof of the school collapsed"
    return (Effect.UNDAMAGED if effect is not Effect.TAKEN and _is_negated(cues, tie) else effect), found[0]


def _is_negated(cues: Cues, tie: Tie) -> bool:
    """Whether the word says what was not done: "was not damaged", "without damaging it"."""
    verb = tie.governor
    if verb.dep_ == "pcomp" and fold(verb.head.text) in cues.words["negator"]:
        return True
    return any(child.dep_ == "neg" or fold(child.text) in cues.words["negator"] for child in verb.children)


def is_looted(cues: Cues, goods: Token) -> bool:
    """Whether goods were taken: "stole her purse", "her purse was taken", "fled with cash", "robbed of his phone"."""
    for tie in find_ties(cues, goods):
        verb = tie.governor.lower_
        if any(child.dep_ == "neg" for child in tie.governor.children):
            continue
        if tie.relation in ("object", "passive", "bare"):
            laden = verb in ("carrying", "carried") and tie.governor.dep_ in ("acl", "relcl", "amod")
            return verb in TAKING and not laden  # "a truck carrying goods"
        robbed = verb in ROBBING or (tie.governor.dep_ == "dobj" and tie.governor.head.lower_ in ROBBING)
        if (tie.relation == "with" and verb in LEAVING) or (tie.relation == "of" and robbed):
            return True  # "robbed motorists of money"
    return False


def broken_of(having: Token, phrases: Sequence[tuple[Span, Effect]]) -> Span | None:
    """Return the words for what was broken of the subject: "two cars had their windows smashed"."""
    for child in having.rights:
        for word in (child, *child.children):
            if word.tag_ == "VBN" and (word.lower_ in BREAKING or phrase_at(word, phrases) is not None):
                return span_of_word(word)
    return None


def _affects(tie: Tie, effect: Effect) -> bool:
    if tie.relation in ("object", "passive", "of", "modifier", "bare"):
        return True
    if tie.relation == "with":
        return effect is Effect.TAKEN  # "made off with a van"
    if tie.relation == "subject":
        verb = tie.governor.lower_
        return effect in (Effect.UNDAMAGED, Effect.DESTROYED) or verb in BURNING or verb in STATES
    if tie.relation in ("at", "on") and tie.governor.pos_ == "VERB":
        # "Painted slogans on a mosque", but not "set afire by youths on motorcycles".
        return tie.relation == "on" and tie.governor.lower_ in WRITING
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
        results += [thing for thing in things if thing.lower_ in ALIGHT]  # "set it alight"
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
