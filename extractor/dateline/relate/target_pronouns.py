"""Reads what became of the thing that "it" or "them" means: "ambushed a bus and set it on fire", "It was gutted"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence, Set
from dataclasses import replace
from typing import TYPE_CHECKING

from dateline.analysis.texts import text_of
from dateline.articles import BlockKind
from dateline.find.nouns import NOUNS
from dateline.frames import Frame, TargetLink
from dateline.mentions import TargetMention
from dateline.records import Effect, WeaponCategory, ancestors
from dateline.relate.clauses import is_speech
from dateline.relate.target_cues import Cues, load_target_cues
from dateline.relate.target_effects import AFTERMATH, HERD, LOOT, find_effects, read_effect
from dateline.relate.target_ties import BY, FLAMES, find_ties
from dateline.spans import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as SentenceSpan

SINGLE = frozenset({"it"})
MANY = frozenset({"them", "they", "both"})
EXPLODING = frozenset({WeaponCategory.EXPLOSIVE, WeaponCategory.PROJECTILE, WeaponCategory.DRONE})
PLURALS = frozenset({"NNS", "NNPS"})
UNDERGOING = frozenset({"dobj", "nsubjpass", "pobj"})
SPOKEN_OF = frozenset({"dobj", "nsubjpass", "nsubj"})
POINTING = frozenset({"the", "this", "that", "these", "those", "both"})
# What is done to a weapon as much as to a thing: "found a bomb under the bridge and blew it up".
# fmt: off
WEAPON_TOO = frozenset((
    "blew", "blown", "blow", "blowing", "destroyed", "destroy", "destroying", "detonated", "exploded", "defused",
    "disabled", "dismantled", "damaged", "shot", "downed", "brought", "shooting", "downing",
))
# fmt: on


def tell_meant(
    doc: Doc,
    frames: Sequence[Frame],
    sentences: Sequence[SentenceSpan],
    things: Sequence[Sequence[TargetMention]],
) -> list[Frame]:
    """Return the frames, what a pronoun says became of a thing told with the thing it means.

    Args:
        doc: the analysed article.
        frames: the tellings, in order of text.
        sentences: the article's sentences.
        things: the things in each sentence, in order of text.
    """
    made = list(frames)
    cues = load_target_cues()
    told: dict[int, list[int]] = defaultdict(list)  # the frames of each sentence that is no headline
    for at, frame in enumerate(made):
        if frame.block is not BlockKind.TITLE:
            told[frame.sentence].append(at)
    for number in sorted({n for here in told for n in (here, here + 1) if n < len(sentences)}):
        for pronoun, effect, cue in _find_effects(cues, sentences[number]):
            sentence = number
            linked = {link.mention.head for at in told.get(number, ()) for link in made[at].targets}
            thing = _nearest(doc, pronoun, things[number], linked, cues)
            if thing is None and number - 1 in told:
                sentence = number - 1
                linked = {link.mention.head for at in told[sentence] for link in made[at].targets}
                thing = _nearest(doc, pronoun, things[sentence], linked, cues)
            holders = told.get(sentence, [])
            if thing is None or not holders:
                continue
            if cue.of(text_of(doc)).lower().split()[0] in WEAPON_TOO and _is_of_weapon(made, holders):
                continue
            link = TargetLink(mention=thing, effect=effect, cue=cue, rule="target:meant", score=AFTERMATH)
            _tell(doc, made, holders, link, anew=_is_brought_in(doc[thing.head]) and _is_told_plainly(pronoun))
    return made


def _find_effects(cues: Cues, sentence: SentenceSpan) -> list[tuple[Token, Effect, Span]]:
    """Return the pronouns of a sentence that something is done to, with what it is."""
    pronouns = [word for word in sentence if word.lower_ in SINGLE or word.lower_ in MANY]
    phrases = find_effects(cues, sentence.text, sentence.start_char) if pronouns else ()
    found = []
    for pronoun in pronouns if phrases else ():
        if not _undergoes(pronoun) or any(child.tag_ == "TO" for child in _verb_over(pronoun).lefts):
            continue  # "came to destroy it"
        effect, cue = read_effect(cues, pronoun, phrases)
        # "Seized them" is told of people as well.
        if effect is None or cue is None or (effect is Effect.TAKEN and pronoun.lower_ not in SINGLE):
            continue
        found.append((pronoun, effect, cue))
    return found


def _undergoes(pronoun: Token) -> bool:
    """Whether the verb is done to what the pronoun means, or tells what it went through: "it sank"."""
    if pronoun.dep_ in UNDERGOING:
        return True
    if pronoun.dep_ != "nsubj" or pronoun.lower_ not in SINGLE:
        return False
    return all(child.dep_ != "dobj" or child.lower_ in FLAMES for child in pronoun.head.rights)


def _nearest(
    doc: Doc, pronoun: Token, things: Sequence[TargetMention], linked: Set[int], cues: Cues
) -> TargetMention | None:
    """Return the last thing before the pronoun that it may mean by its number, and that was hit or is spoken of."""
    for mention in reversed(things):
        head = doc[mention.head]
        if head.i >= pronoun.i or mention.rule in (LOOT, HERD) or head.dep_ == "poss":
            continue
        several = head.tag_ in PLURALS or any(word.pos_ in NOUNS for word in head.conjuncts)
        if several is not (pronoun.lower_ in MANY):
            continue
        if head.i not in linked and head.dep_ not in SPOKEN_OF:
            continue  # "stopped a bus on the road and set it on fire"
        if next((tie.relation in BY for tie in find_ties(cues, head)), False):
            continue  # "attacked a bus near a petrol station and set it on fire"
        return mention
    return None


def _is_of_weapon(frames: Sequence[Frame], holders: Sequence[int]) -> bool:
    """Whether the tellings name something that explodes, which the pronoun may mean."""
    categories = (weapon.category for at in holders for weapon in frames[at].weapons)
    return any(not EXPLODING.isdisjoint((category, *ancestors(category))) for category in categories)


def _is_brought_in(thing: Token) -> bool:
    """Whether the words bring the thing up: "a tanker", "two cars"; "the jet" was told of before, if it was hit."""
    return not any(child.dep_ == "poss" or child.lower_ in POINTING for child in thing.lefts)


def _is_told_plainly(pronoun: Token) -> bool:
    """Whether what was done is told as it is: "stopped a bus and burned it", not "denied that they burned it"."""
    verb = _verb_over(pronoun)
    while verb.dep_ in ("conj", "advcl") and verb.head != verb:
        verb = verb.head
    return verb.dep_ == "ROOT" or (verb.dep_ == "ccomp" and is_speech(verb.head) and verb.head.lower_ != "denied")


def _verb_over(pronoun: Token) -> Token:
    """Return the verb that the pronoun hangs on, past a preposition: "set fire to it"."""
    above = pronoun.head
    while above.pos_ not in ("VERB", "AUX") and above.head != above:
        above = above.head
    return above


def _tell(doc: Doc, frames: list[Frame], holders: Sequence[int], meant: TargetLink, *, anew: bool) -> None:
    """Put the effect on the thing, and on those that it is listed with, in each telling that holds them.

    `anew` says that a thing which no telling holds may be added to the last of them.
    """
    thing = meant.mention
    heads = {thing.head, *(word.i for word in doc[thing.head].conjuncts)}
    known = False
    for at in holders:
        links = frames[at].targets
        known = known or any(link.mention.head == thing.head for link in links)
        told = (
            replace(link, effect=meant.effect, cue=meant.cue)
            if link.mention.head in heads and _yields(link, meant)
            else link
            for link in links
        )
        frames[at] = replace(frames[at], targets=tuple(told))
    if anew and not known and meant.effect is not Effect.UNDAMAGED:
        last = frames[holders[-1]]
        frames[holders[-1]] = replace(last, targets=(*last.targets, meant))


def _yields(link: TargetLink, meant: TargetLink) -> bool:
    """Whether what is told of the thing gives way: nothing, or damage to destruction."""
    return link.effect is None or (link.effect is Effect.DAMAGED and meant.effect is Effect.DESTROYED)
