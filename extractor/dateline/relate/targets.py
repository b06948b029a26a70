"""Ties things to the act that hit them or aimed at them, and tells what became of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from dateline.errors import LexiconError
from dateline.find.nouns import DIRECTIONS
from dateline.frames import TargetLink
from dateline.lexicon.files import load_file
from dateline.lexicon.phrases import PhraseIndex, fold
from dateline.mentions import TargetMention
from dateline.records import Effect, TargetCategory
from dateline.spans import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

# fmt: off
ROLES = frozenset({
    "negator", "hitting", "placing", "bursting", "happening", "gathering", "part", "blocking", "aiming", "suffering",
    "seizing", "aboard",
})
# fmt: on
DIRECT = frozenset({"object", "passive", "to", "of"})
AT = frozenset({"on", "upon", "at", "against", "toward", "towards", "into", "onto", "targeting", "through"})
WITHIN = frozenset({"in", "inside", "within", "outside", "under", "beneath", "underneath", "aboard", "front"})
BY = frozenset({"near", "beside", "by", "alongside", "behind", "next", "opposite", "close", "around"})
RELATIVES = frozenset({"which", "that", "who"})
DYING = frozenset(
    {"died", "dies", "dead", "pronounced", "succumbed", "recovering", "passed", "flown", "rushed", "airlifted", "taken"}
)
RUNNING_INTO = frozenset({"hit", "struck", "detonated", "triggered", "tripped"})
MINES = frozenset(
    {"mine", "mines", "landmine", "landmines", "bomb", "bombs", "device", "ied", "explosive", "explosives"}
)
# fmt: off
CARRIERS = frozenset({
    "car", "cars", "van", "vans", "truck", "bicycle", "bike", "motorcycle", "motorbike", "taxi", "taxis", "vehicle",
    "rickshaw", "cart", "lorry", "pickup", "scooter", "motor-bike", "tricycle",
})
# fmt: on
# fmt: off
BURNING = frozenset({
    "burn", "burned", "burnt", "burning", "collapsed", "shattered", "cracked", "smouldered", "smoldered", "smouldering",
    "smoldering", "caught",
})
BARRING = frozenset({"felled", "felling", "piled", "erected", "burned", "burnt", "burning", "barricades", "lit", "dug"})
AIMED = frozenset({"meant", "intended", "destined", "aimed"})
PROJECTILES = frozenset({
    "missile", "missiles", "rocket", "rockets", "shell", "shells", "mortar", "mortars", "drone", "drones", "bomb",
    "bombs", "blast", "explosion", "bullet", "bullets", "round", "rounds", "projectile", "projectiles", "torpedo",
    "grenade", "grenades", "shrapnel", "uav", "uavs", "debris", "fragments", "wreckage", "mine", "volley", "gunfire",
    "shellfire",
})
STRIKING = frozenset({
    "hit", "hits", "hitting", "struck", "strike", "strikes", "slammed", "tore", "ripped", "crashed", "flew",
})
STEALING = ("with", "away", "off", "stole", "stolen")
# Where people are killed at such a place, that place is the target; in the street or at home they only happen to be.
VISITED = frozenset({
    TargetCategory.BUSINESS, TargetCategory.EDUCATION, TargetCategory.RELIGIOUS, TargetCategory.POLITICAL,
    TargetCategory.GOVERNMENT, TargetCategory.POLICE, TargetCategory.MILITARY, TargetCategory.JUDICIAL,
})
# fmt: on
MEASURES = frozenset({"meters", "metres", "yards", "feet", "blocks", "miles", "kilometers", "kilometres", "km", "m"})
LIST = re.compile(r"\s*(?:,|,?\s*(?:and|or|as well as|and also|plus))\s*(?:of|in|at|on)?\s*", re.IGNORECASE)
ROUTES = frozenset({TargetCategory.TRANSPORT_ROUTE})
# Streets and quarters are where an act happens more than what it hits.
PASSAGES = frozenset({"targets/street", "targets/road"})
LEAST_SCORE = 0.5
AFTERMATH = 0.7  # score of what the next sentence says was damaged
FARTHEST = 4  # arcs between the act and the verb that governs the thing


@dataclass(frozen=True, slots=True)
class _Cues:
    phrases: PhraseIndex  # words for effects
    effect_of: Mapping[str, Effect]  # by entry id
    words: Mapping[str, frozenset[str]]  # by role

    def is_of(self, token: Token, role: str) -> bool:
        return fold(token.text) in self.words[role]


@dataclass(frozen=True, slots=True)
class _Act:
    """The act, seen from its sentence."""

    trigger: Token
    depths: Mapping[int, int]  # arcs from the trigger up to each word that governs it
    effects: tuple[tuple[Span, Effect], ...]  # the words for effects in the sentence
    text: str  # of the sentence
    start: int  # code point that `text` starts at

    def words(self, span: Span) -> str:
        """Return the words at `span` in lower case."""
        return self.text[span.start - self.start : span.end - self.start].lower()


@dataclass(frozen=True, slots=True)
class _Tie:
    """How a thing hangs on the word that governs it."""

    governor: Token
    relation: str  # "object", "passive", "subject", "modifier", or the preposition
    through: Token  # the thing, or the part of it, that stands in the relation


@cache
def _load_cues(overlay: Path | None = None) -> _Cues:
    effect_of: dict[str, Effect] = {}
    words: dict[str, set[str]] = {role: set() for role in ROLES}
    phrases = PhraseIndex()
    for entry in load_file("effects", overlay):
        role, effect = entry.text("role"), entry.text("effect")
        if (role is None) == (effect is None) or (role is not None and role not in ROLES):
            raise LexiconError(
                f"{entry.file}: [{entry.id}]: give either 'effect' or one 'role' of {', '.join(sorted(ROLES))}"
            )
        for phrase, _ in entry.phrases():
            if role is not None:
                words[role].add(fold(phrase))
            elif effect is not None:
                effect_of[entry.id] = Effect(effect)
                phrases.add(phrase, entry.id)
    return _Cues(phrases, effect_of, {role: frozenset(found) for role, found in words.items()})


def find_loose_effect(doc: Doc, sentence: Span, *, overlay: Path | None = None) -> tuple[Effect, Span] | None:
    """Return the damage that a sentence tells of without saying to what: "It caused minor damage"."""
    cues = _load_cues(overlay)
    tokens = doc.char_span(sentence.start, sentence.end, alignment_mode="expand")
    text = tokens.text if tokens is not None else ""
    for span, effect in _find_effects(cues, text, sentence.start):
        words = text[span.start - sentence.start : span.end - sentence.start].lower()
        if effect is Effect.UNDAMAGED and ("damage" in words or "harm" in words):
            return effect, span
        if effect is Effect.DAMAGED and words.endswith(("damage", "damages")):
            before = text[: span.start - sentence.start].lower().split()[-5:]
            return (Effect.UNDAMAGED if set(before) & cues.words["negator"] else effect), span
    return None


def find_aftermath(
    doc: Doc, sentence: Span, targets: Sequence[TargetMention], *, overlay: Path | None = None
) -> tuple[TargetLink, ...]:
    """Return what a sentence that tells no act says was damaged or spared: "Two shops were also destroyed"."""
    cues = _load_cues(overlay)
    tokens = doc.char_span(sentence.start, sentence.end, alignment_mode="expand")
    near = [mention for mention in targets if sentence.contains(mention.span)]
    if tokens is None or not near:
        return ()
    effects = _find_effects(cues, tokens.text, sentence.start)
    links = []
    for mention in near:
        effect, cue = _effect_on(cues, doc, mention, effects)
        stolen = cue is not None and cue.of(doc.text).lower().endswith(STEALING)
        if effect is not None and (effect is not Effect.TAKEN or stolen):
            links.append(TargetLink(mention=mention, effect=effect, cue=cue, rule="target:aftermath", score=AFTERMATH))
    return tuple(links)


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
    cues = _load_cues(overlay)
    trigger = doc[trigger_head]
    sentence = trigger.sent
    first, end = sentence.start, sentence.end
    near = [mention for mention in targets if first <= mention.head < end and mention.head != trigger_head]
    if not near:
        return ()
    text, start = sentence.text, sentence.start_char
    act = _Act(trigger, _depths(trigger), _find_effects(cues, text, start), text, start)
    links: list[TargetLink] = []
    heads = {mention.head for mention in near}
    for mention in near:
        if _is_part_of_another(cues, doc[mention.head], heads):
            continue
        judged = _judge(cues, act, doc[mention.head], mention)
        effect, cue = _effect_on(cues, doc, mention, act.effects)
        if judged is not None and judged[1] >= LEAST_SCORE:
            links.append(TargetLink(mention=mention, effect=effect, cue=cue, rule=judged[0], score=judged[1]))
        elif links and _goes_on(act, links[-1].mention, mention, doc[mention.head]):
            # A list that the parser took apart.
            before = links[-1]
            links.append(replace(before, mention=mention, rule="target:list", effect=effect or before.effect))
    return tuple(links) if len(links) != 1 or links[0].effect is not None else (_with_loose_effect(act, links[0]),)


def _goes_on(act: _Act, before: TargetMention, mention: TargetMention, thing: Token) -> bool:
    """Whether nothing but a comma or an "and" stands between two things, so that what befell one befell the other."""
    if thing.dep_ in ("nsubj", "nsubjpass") or mention.span.start <= before.span.end:
        return False
    between = act.text[before.span.end - act.start : mention.span.start - act.start]
    return bool(between.strip()) and LIST.fullmatch(between) is not None


def _with_loose_effect(act: _Act, link: TargetLink) -> TargetLink:
    """Give the only target the damage that the sentence tells of without saying to what ("causing minor damage")."""
    for cue, effect in act.effects:
        words = act.words(cue)
        if effect is Effect.UNDAMAGED or (effect is Effect.DAMAGED and words.endswith(("damage", "damages"))):
            return replace(link, effect=effect, cue=cue)
    return link


def _is_part_of_another(cues: _Cues, thing: Token, heads: Set[int]) -> bool:
    """Whether the thing is only a part of another: "the parking lot of the station"."""
    return cues.is_of(thing, "part") and any(
        noun.i in heads
        for child in thing.rights
        if child.dep_ == "prep" and child.lower_ == "of"
        for noun in child.children
    )


def _judge(cues: _Cues, act: _Act, thing: Token, mention: TargetMention) -> tuple[str, float] | None:
    """Return the rule that ties the thing to the act and its score, None where none does."""
    best: tuple[str, float] | None = None
    for tie in _ties(cues, thing):
        far = _distance(act.depths, tie.governor)
        if far is None:
            continue
        # What is said to be damaged was damaged by the act, however far the word for it stands.
        effect = _phrase_at(tie.governor, act.effects)
        sure = effect is not None and tie.relation in DIRECT
        if far > FARTHEST and not sure:
            continue
        score = _score(cues, act, tie, hits=effect is not None) - (0.01 if sure else 0.03) * far
        direct = tie.relation in ("object", "passive")
        if direct and mention.category in ROUTES and cues.is_of(tie.governor, "blocking"):
            score = 0.9 - 0.03 * far
        elif mention.category in ROUTES and tie.relation in ("across", "on") and _blocks(cues, tie.governor):
            score = 0.65 - 0.03 * far
        elif mention.rule in PASSAGES and not (direct and mention.category in ROUTES):
            score -= 0.5
        vehicle = mention.category is TargetCategory.TRANSPORT_VEHICLE
        # "attacked on motorcycles": what the attackers came on; "a bomb on a bicycle": what carried the bomb.
        aims = any(cues.is_of(tie.governor, role) for role in ("bursting", "aiming"))
        came_on = tie.relation == "on" and tie.governor.pos_ == "VERB" and not aims
        if tie.relation == "at" and tie.governor.i == act.trigger.i and mention.category in VISITED:
            score = max(score, 0.55 if _harms_people(tie.governor) and tie.governor.lower_ not in DYING else 0.0)
        if vehicle and (came_on or (tie.relation in ("on", "in", "inside") and _carried(cues, tie))):
            score -= 0.5
        if best is None or score > best[1]:
            best = (f"target:{tie.relation}", round(score, 2))
    return best


def _score(cues: _Cues, act: _Act, tie: _Tie, *, hits: bool) -> float:
    """Return how likely the tie makes the thing a target, 0 to 1, before distance counts.

    `hits` says that the governor is a word for an effect.
    """
    word = tie.governor
    own = word.i == act.trigger.i
    hits = hits or cues.is_of(word, "hitting")
    if own and cues.is_of(word, "gathering"):
        return {"outside": 0.65, "front": 0.65, "against": 0.5}.get(tie.relation, 0.0)
    places = cues.is_of(word, "placing") or cues.is_of(word, "aiming")
    bursts = cues.is_of(word, "bursting")
    happens = (cues.is_of(word, "happening") or word.lower_ in STRIKING) and any(
        child.i == act.trigger.i for child in word.lefts
    )
    match tie.relation:
        case "object" | "passive":
            return 0.95 if hits else 0.6 if own and not places and not bursts else 0.0
        case "modifier":
            return 0.85 if own or hits or bursts else 0.0
        case "bare":
            return 0.85 if hits and not bursts else 0.0
        case "for" if word.lower_ in AIMED:
            return 0.8
        case "aboard":
            return 0.6 if own and (cues.is_of(word, "seizing") or hits) else 0.0
        case "from" if own and _seizes(cues, act, word):
            return 0.6
        case "from" if bursts and _is_measured(tie.through):
            return 0.6
        case "subject" if _suffers(cues, act, word):
            return 0.85
        case "subject":
            ran = word.lower_ in RUNNING_INTO and any(c.lower_ in MINES for c in word.rights if c.dep_ == "dobj")
            ran = ran or (word.lower_ in ("ran", "drove") and any(c.lower_ in MINES for c in word.subtree))
            return 0.85 if ran else 0.7 if fold(word.text) in BURNING else 0.0
        case preposition if word.lower_ in DYING and (preposition == "at" or preposition in WITHIN):
            return 0.0  # "died at the hospital"
        case preposition if preposition in AT and not (preposition == "at" and _harms_people(word)):
            return 0.85 if hits or places else 0.8 if own or bursts or happens else 0.0
        case preposition if preposition in WITHIN or preposition == "at":
            return 0.75 if bursts or places or happens else 0.6 if (own or hits) and not _harms_people(word) else 0.3
        case preposition if preposition in BY:
            # What lands beside a thing was perhaps not meant for it; what goes off beside it was.
            return 0.6 if bursts or happens or (places and word.dep_ in ("acl", "relcl")) else 0.2
        case "of" | "to":
            return (
                0.9
                if hits
                else 0.7
                if places and tie.relation == "to" and _sends_bomb(word)
                else 0.5
                if own and word.pos_ != "VERB"
                else 0.0
            )
    return 0.0


def _blocks(cues: _Cues, verb: Token) -> bool:
    """Whether what is done across a road stops its traffic: "sat down across", "felled trees across"."""
    return cues.is_of(verb, "gathering") or verb.lower_ in BARRING


def _suffers(cues: _Cues, act: _Act, verb: Token) -> bool:
    """Whether the verb tells what befell its subject: "came under attack", "suffered damage", "took fire"."""
    if verb.lower_ in ("came", "come", "comes", "coming"):
        return any(child.lower_ == "under" for child in verb.rights)
    objects = [child for child in verb.rights if child.dep_ == "dobj"]
    return cues.is_of(verb, "suffering") and any(
        _phrase_at(word, act.effects) is not None or word.i == act.trigger.i or word.lower_ in ("fire", "hit", "hits")
        for word in objects
    )


def _seizes(cues: _Cues, act: _Act, verb: Token) -> bool:
    """Whether the verb tells that people were taken: what they were taken from is a target."""
    effect = _phrase_at(verb, act.effects)
    return cues.is_of(verb, "seizing") or (effect is not None and effect[1] is Effect.TAKEN)


def _is_measured(thing: Token) -> bool:
    """Whether a distance stands before the "from" that the thing, or a part of it, follows: "30 meters from"."""
    start = thing.left_edge.i - 1
    return start > 0 and any(thing.doc[i].lower_ in MEASURES for i in range(max(0, start - 2), start))


def _carried(cues: _Cues, tie: _Tie) -> bool:
    """Whether the thing is a vehicle that carried the bomb: "a bomb in a parked car", not "on a bus"."""
    thing, word = tie.through, tie.governor
    told = any(child.dep_ in ("poss", "case") or child.lower_ in ("the", "his", "their") for child in thing.lefts)
    bomb = word.lower_ in MINES or cues.is_of(word, "placing") or cues.is_of(word, "bursting")
    return bomb and fold(thing.text) in CARRIERS and not told


def _sends_bomb(verb: Token) -> bool:
    """Whether what is sent is no person: "a parcel bomb sent to the consulate", not "victims sent to hospital"."""
    sent = [child.lower_ for child in verb.children if child.dep_ in ("dobj", "nsubjpass")]
    sent = sent or [verb.head.lower_] if verb.dep_ in ("acl", "relcl") else sent
    return any(word in MINES or word in ("letter", "parcel", "package", "letters", "parcels") for word in sent)


def _harms_people(verb: Token) -> bool:
    """Whether the verb has somebody as its object, so that what follows "in" is only where he was."""
    # "a preacher killed outside his mosque": the people are what the participle hangs on.
    reduced = verb.dep_ == "acl" and verb.tag_ == "VBN" and verb.head.ent_type_ in ("PERSON", "NORP")
    return verb.pos_ == "VERB" and (reduced or any(child.dep_ in ("dobj", "nsubjpass") for child in verb.children))


def _ties(cues: _Cues, thing: Token) -> Iterator[_Tie]:
    """Yield how the thing, what it is a part of, and what its phrase may hang on instead, hang in the sentence."""
    yield from _clauses_on(thing)
    token = thing
    for _ in range(FARTHEST):
        tie = _tie(token)
        if tie is None:
            return
        yield tie
        above = tie.governor
        # "the gate of the embassy" hangs where its gate does; a verb ends the search.
        parted = cues.is_of(above, "part") and tie.relation in ("of", "modifier", "in")
        if parted or (above.pos_ == "NUM" and tie.relation in ("of", "modifier")):
            token = above
            continue
        if tie.relation in ("of", "on", "aboard") and cues.is_of(above, "aboard"):
            people = _tie(above)
            if people is not None and people.relation in ("object", "passive", "of"):
                yield _Tie(people.governor, "aboard", tie.through)
        if tie.relation in AT or tie.relation in WITHIN:
            yield from _higher(tie)
        return


def _clauses_on(thing: Token) -> Iterator[_Tie]:
    """Yield the verbs of the clauses on the thing ("a bus which was hit", "a house that they burned")."""
    for child in thing.children:
        if child.dep_ in ("acl", "amod") and child.tag_ == "VBN" and child.lower_ not in ("occupied", "used"):
            yield _Tie(child, "passive", thing)
        elif child.dep_ == "amod" and child.tag_ == "VBG" and child.i and thing.doc[child.i - 1].lower_ == ",":
            yield _Tie(child, "object", thing)  # "…, burning homes", taken for homes that burn
        elif child.dep_ == "relcl":
            subjects = {kid.dep_: kid.lower_ for kid in child.lefts}
            if subjects.get("nsubjpass") in RELATIVES:
                yield _Tie(child, "passive", thing)
            elif (
                subjects.get("nsubj") is not None
                and subjects["nsubj"] not in RELATIVES
                and all(kid.dep_ != "dobj" or kid.lower_ in RELATIVES for kid in child.children)
            ):
                yield _Tie(child, "object", thing)


def _higher(tie: _Tie) -> Iterator[_Tie]:
    """Yield the words above the noun that a parser hung the phrase on, for it may have hung it too low."""
    word = tie.governor
    if word.dep_ == "acl" and word.tag_ == "VBN" and word.head.head.i != word.head.i:
        # "drove a car packed with explosives into the gate"
        yield _Tie(word.head.head, tie.relation, tie.through)
    for _ in range(FARTHEST):
        if word.pos_ not in ("NOUN", "PROPN", "NUM") or word.dep_ not in ("dobj", "pobj", "nsubjpass", "nsubj", "conj"):
            return
        word = word.head
        while word.pos_ == "ADP" and word.head.i != word.i:
            word = word.head
        yield _Tie(word, tie.relation, tie.through)


def _tie(token: Token) -> _Tie | None:
    for _ in range(FARTHEST):
        if token.dep_ in ("conj", "appos") or (token.dep_ == "compound" and token.head.lower_ in DIRECTIONS):
            token = token.head
        elif token.dep_ == "pobj" and token.head.lower_ in ("including", "like"):
            token = token.head.head
        else:
            break
    above = token.head
    if above.i == token.i:
        return None
    if token.dep_ in ("dobj", "dative", "oprd"):
        return _Tie(above, "object", token)
    if token.dep_ == "nsubjpass":
        return _Tie(above, "passive", token)
    if token.dep_ == "nsubj":
        # "left five cars smashed", a headline's "Bus attacked": a bare participle is a passive.
        bare = all(child.dep_ not in ("aux", "dobj") for child in above.children)
        # "Cars were burned and shops looted": the second verb shares the "were" of the first.
        shares = above.dep_ == "conj" and any(child.dep_ in ("nsubjpass", "auxpass") for child in above.head.children)
        relation = "passive" if bare and above.tag_ == "VBN" else "bare" if bare and shares else "subject"
        return _Tie(above, relation, token)
    if token.dep_ in ("compound", "nmod", "amod", "poss"):
        return _Tie(above, "modifier", token)
    if token.dep_ in ("pobj", "pcomp"):
        return _prepositional(above, token)
    return None


def _prepositional(preposition: Token, token: Token) -> _Tie | None:
    """Read "outside X", "in front of X", "close to X": the first word of a chain of prepositions tells."""
    word, name = preposition, preposition.lower_
    for _ in range(FARTHEST):
        above = word.head
        if above.i == word.i:
            return None
        if above.lower_ in ("front", "side") and above.dep_ == "pobj" and name == "of":
            word, name = above, "front"
        elif above.pos_ in ("ADP", "SCONJ") or (above.pos_ in ("ADV", "ADJ") and above.lower_ in BY):
            name = name if name == "front" else above.lower_
            word = above
        else:
            return _Tie(above, name, token)
    return None


def _depths(token: Token) -> dict[int, int]:
    """Return the arcs from `token` up to each word that governs it."""
    depths = {token.i: 0}
    while token.head.i != token.i:
        token = token.head
        depths[token.i] = len(depths)
    return depths


def _distance(depths: Mapping[int, int], token: Token) -> int | None:
    """Return the number of arcs between `token` and the word that `depths` were taken from."""
    steps = 0
    while token.i not in depths:
        if token.head.i == token.i:
            return None
        token = token.head
        steps += 1
    return steps + depths[token.i]


def _find_effects(cues: _Cues, text: str, start: int) -> tuple[tuple[Span, Effect], ...]:
    """Return the words for effects in a sentence that starts at code point `start`."""
    return tuple(
        (Span(match.span.start + start, match.span.end + start), cues.effect_of[match.key])
        for match in cues.phrases.find(text)
    )


def _effect_on(
    cues: _Cues, doc: Doc, mention: TargetMention, phrases: Sequence[tuple[Span, Effect]]
) -> tuple[Effect | None, Span | None]:
    """Return what became of the thing; a blast that rips through a square breaks nothing that is told."""
    effect, cue = _read_effect(cues, doc[mention.head], phrases)
    open_air = mention.category is TargetCategory.PUBLIC_SPACE and effect is Effect.DAMAGED
    if open_air and cue is not None and cue.of(doc.text).lower().startswith(("rip", "tore", "tear", "hit", "struck")):
        return None, None
    return effect, cue


def _read_effect(
    cues: _Cues, thing: Token, phrases: Sequence[tuple[Span, Effect]]
) -> tuple[Effect | None, Span | None]:
    """Return what became of the thing and the words that tell it."""
    for tie in _ties(cues, thing):
        found = _phrase_at(tie.governor, phrases)
        if found is None and tie.relation == "subject" and cues.is_of(tie.governor, "suffering"):
            objects = (_phrase_at(child, phrases) for child in tie.governor.rights if child.dep_ == "dobj")
            return next((told[::-1] for told in objects if told is not None), (None, None))
        if found is None and _is_struck(tie):
            return Effect.DAMAGED, Span(tie.governor.idx, tie.governor.idx + len(tie.governor))
        if found is None and tie.relation == "of" and tie.governor.lower_ in ("robbed", "robbing", "stripped"):
            return Effect.TAKEN, Span(tie.governor.idx, tie.governor.idx + len(tie.governor))
        if found is None or not _affects(tie, found[1]):
            continue
        negated = any(
            child.dep_ == "neg" or fold(child.text) in cues.words["negator"] for child in tie.governor.children
        ) or (tie.governor.dep_ == "pcomp" and fold(tie.governor.head.text) in cues.words["negator"])
        effect = found[1]
        return (Effect.UNDAMAGED if negated and effect is not Effect.TAKEN else effect), found[0]
    # "the burned bus": a participle before the thing.
    for child in thing.lefts:
        # "an occupied house" is lived in.
        told = child.dep_ == "amod" and child.tag_ == "VBN" and child.lower_ != "occupied"
        found = _phrase_at(child, phrases) if told else None
        if found is not None:
            return found[1], found[0]
    return None, None


def _is_struck(tie: _Tie) -> bool:
    """Whether something fired struck the thing ("a shell hit the yard", "was hit by a drone"), which damages it."""
    verb = tie.governor
    if verb.lower_ not in STRIKING or tie.relation not in ("object", "passive", "into", "through"):
        return False
    if tie.relation == "passive":
        agents = (child for child in verb.rights if child.dep_ in ("agent", "prep") and child.lower_ == "by")
        return any(noun.lower_ in PROJECTILES for agent in agents for noun in agent.rights)
    return any(child.dep_ == "nsubj" and child.lower_ in PROJECTILES for child in verb.lefts)


def _affects(tie: _Tie, effect: Effect) -> bool:
    if tie.relation in ("object", "passive", "of", "modifier", "bare"):
        return True
    if tie.relation == "subject":
        return effect in (Effect.UNDAMAGED, Effect.DESTROYED) or tie.governor.lower_ in BURNING
    if tie.relation in ("at", "on") and tie.governor.pos_ == "VERB":
        return False  # "set afire by youths on motorcycles"
    harmed = effect in (Effect.DAMAGED, Effect.UNDAMAGED, Effect.DESTROYED)
    return harmed and tie.relation in ("to", "at", "on", "through", "into")


def _phrase_at(token: Token, phrases: Sequence[tuple[Span, Effect]]) -> tuple[Span, Effect] | None:
    start = token.idx
    return next((found for found in phrases if found[0].start <= start < found[0].end), None)
