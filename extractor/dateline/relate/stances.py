"""Finds everyone whom the text ties to responsibility: who did it as told, claimed, denied, was blamed, suspected, cleared."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from dateline.lexicon.entries import load_entries
from dateline.mentions import ActorMention, StanceMention, TriggerMention
from dateline.records import ActorKind, EventType, Stance
from dateline.relate.agents import (
    VERBAL,
    actors_at,
    agents_of_noun,
    agents_of_verb,
    by_agents,
    is_passive,
    objects_of,
    partners,
    undergoers,
)
from dateline.relate.clauses import is_negated, is_speech, path_up
from dateline.relate.sayers import find_sayer, phrase_of
from dateline.spans import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

FIELDS = frozenset(("stance", "frame", "objects"))
ACT = "ACT"
NOBODY = frozenset(("no", "neither", "none", "nobody", "never", "not", "n't"))
# Doubt cast on a clause by its auxiliary: "may have carried out".
DOUBT = frozenset(("may", "might", "could"))
UNREAL = frozenset(("would", "will", "should", "must", "can", "'ll", "wo"))
SECURITY = frozenset((EventType.ARREST, EventType.WEAPONS_SEIZURE))
UNREST = frozenset((EventType.PROTEST, EventType.STRIKE, EventType.RIOT))
ARMED = frozenset((ActorKind.ARMED_GROUP, ActorKind.CRIMINAL))


@dataclass(frozen=True, slots=True)
class Cue:
    """What a word of stances.toml says."""

    id: str
    stance: Stance
    frame: str
    objects: frozenset[str]


@dataclass(frozen=True, slots=True)
class Cues:
    """The words of stances.toml, by first word."""

    by_word: Mapping[str, tuple[tuple[tuple[str, ...], Cue], ...]]
    words: Mapping[str, frozenset[str]]  # first words of each entry


@cache
def load_stance_cues() -> Cues:
    """Read stances.toml."""
    filed: dict[str, list[tuple[tuple[str, ...], Cue]]] = {}
    words: dict[str, frozenset[str]] = {}
    for entry in load_entries("stances", FIELDS):
        cue = Cue(entry.id, Stance(entry.text("stance") or ""), entry.text("frame") or "", frozenset(entry.texts("objects")))
        phrases = [tuple(phrase.casefold().split()) for phrase, _ in entry.phrases()]
        words[entry.id] = frozenset(phrase[0] for phrase in phrases)
        for phrase in phrases:
            filed.setdefault(phrase[0], []).append((phrase, cue))
    return Cues({word: tuple(sorted(rows, key=lambda row: -len(row[0]))) for word, rows in filed.items()}, words)


@dataclass(slots=True)
class _Scene:
    doc: Doc
    by_head: Mapping[int, ActorMention]
    acts: Mapping[int, TriggerMention]
    cues: Cues

    def actors(self, tokens: Sequence[Token], *, speaker: bool = False) -> Iterator[ActorMention]:
        for token in tokens:
            yield from actors_at(token, self.by_head, speaker=speaker)


def find_stances(
    doc: Doc, actors: Sequence[ActorMention], *, triggers: Sequence[TriggerMention] = ()
) -> tuple[StanceMention, ...]:
    """Return who is tied to responsibility, and how, in order of text.

    Args:
        doc: the analysed text.
        actors: the candidates, as `find_actors` gives them.
        triggers: the words for acts, as `find_triggers` gives them.
    """
    scene = _Scene(doc, {actor.head: actor for actor in actors}, {t.head: t for t in triggers}, load_stance_cues())
    found: dict[tuple[int, str, int], StanceMention] = {}
    for mention in (*_from_cues(scene), *_from_acts(scene)):
        found.setdefault((mention.actor.head, mention.stance, mention.event if mention.event is not None else mention.head), mention)
    return tuple(sorted(_settle(found.values()), key=lambda m: (m.span, m.actor.span, m.stance)))


def _settle(mentions: Iterator[StanceMention] | Sequence[StanceMention] | object) -> Iterator[StanceMention]:
    """Drop what a stronger statement about the same words replaces: who denies an act is not told as its doer."""
    listed = list(mentions)  # type: ignore[call-overload]
    cued = {(m.actor.head, m.event) for m in listed if m.stance != Stance.REPORTED and m.event is not None}
    for mention in listed:
        if mention.stance == Stance.REPORTED and (mention.actor.head, mention.event) in cued:
            continue
        yield mention


# --- cues ------------------------------------------------------------------------------------------------------------
def _cues_at(scene: _Scene, token: Token) -> Iterator[tuple[Cue, int]]:
    """Yield what the words at `token` say, and the last token of them."""
    for phrase, cue in scene.cues.by_word.get(token.lower_, ()):
        last = token.i
        for word in phrase[1:]:
            last += 1
            if last >= len(scene.doc) or scene.doc[last].lower_ != word:
                break
        else:
            yield cue, last


def _from_cues(scene: _Scene) -> Iterator[StanceMention]:
    for token in scene.doc:
        for cue, last in _cues_at(scene, token):
            if cue.frame in ("act", "agent", "speech"):
                continue
            handler = HANDLERS[cue.frame]
            for actor, sayer in handler(scene, token, cue):
                yield _mention(scene, token, last, cue, actor, sayer)


def _mention(
    scene: _Scene, token: Token, last: int, cue: Cue, actor: ActorMention, sayer: Token | None
) -> StanceMention:
    by_span, by = phrase_of(sayer) if sayer is not None else (None, None)
    if cue.stance is Stance.CLAIMED:
        by_span, by = None, None
    stance = cue.stance
    if cue.id == "responsible":
        stance = Stance.ACCUSED if by else Stance.REPORTED
    return StanceMention(
        span=Span(token.idx, scene.doc[last].idx + len(scene.doc[last])),
        head=token.i,
        rule=f"stance:{cue.id}",
        actor=actor,
        stance=stance,
        by=by,
        by_span=by_span,
        event=_event_near(scene, token),
    )


def _event_near(scene: _Scene, token: Token) -> int | None:
    """Return the word for the act below the cue, the nearest; else the one the cue hangs on."""
    below = [part.i for part in token.subtree if part.i in scene.acts and part.i != token.i]
    if below:
        return min(below, key=lambda index: abs(index - token.i))
    above = [part.i for part in path_up(token) if part.i in scene.acts and part.i != token.i]
    return above[0] if above else None


def _is_nobody(token: Token) -> bool:
    """Whether the phrase says that there is none: "no group", "nobody"."""
    return token.lower_ in NOBODY | {"one"} and not token.ent_type_ or any(c.lower_ in NOBODY and c.dep_ in ("det", "neg") for c in token.children)


def _is_unreal(verb: Token) -> bool:
    return is_negated(verb) or any(child.dep_ == "aux" and child.lower_ in UNREAL for child in verb.children)


def _names_act(scene: _Scene, verb: Token) -> bool:
    """Whether the object of a verb is an act, a clause that tells one included."""
    for child in verb.children:
        if child.dep_ not in ("dobj", "ccomp", "xcomp", "prep", "pcomp", "advcl"):
            continue
        if child.i in scene.acts:
            return True
        if child.dep_ in ("ccomp", "xcomp", "prep") and any(part.i in scene.acts for part in child.subtree):
            return True
        if child.dep_ == "dobj" and any(part.i in scene.acts for part in child.subtree):
            return True
    return False


def _has_object(scene: _Scene, verb: Token, cue: Cue) -> Token | None:
    """Return the object that the cue asks for."""
    if verb.pos_ not in VERBAL:
        return None
    objects = [*objects_of(verb), *(child for child in verb.children if child.dep_ in ("nsubjpass", "acomp", "prep", "attr", "oprd"))]
    for obj in objects:
        targets = [obj] if obj.dep_ != "prep" else [kid for kid in obj.children if kid.dep_ in ("pobj", "pcomp")]
        for target in targets:
            for word in (target, *(kid for kid in target.children if kid.dep_ == "conj")):
                if word.lower_ in cue.objects or word.lower_.removesuffix("s") in cue.objects:
                    return word
                if ACT in cue.objects and word.i in scene.acts and obj.dep_ != "nsubjpass":
                    return word
    if ACT in cue.objects and _names_act(scene, verb):
        return verb
    return None


def _subject_frame(scene: _Scene, verb: Token, cue: Cue) -> Iterator[tuple[ActorMention, Token | None]]:
    obj = _has_object(scene, verb, cue)
    if obj is None:
        return
    if is_negated(verb) or any(kid.lower_ in NOBODY for kid in obj.children if kid.dep_ in ("det", "neg")) and cue.stance is Stance.CLAIMED:
        return
    if _is_unreal(verb):
        return
    subjects = list(agents_of_verb(verb)) or list(_carried_by(verb))
    if any(_is_nobody(subject) for subject in subjects):
        return
    sayer = find_sayer(verb)
    named = False
    for subject in subjects:
        found = list(actors_at(subject, scene.by_head, speaker=True))
        if not found and subject.pos_ == "PRON" and cue.stance is Stance.CLAIMED:
            found = list(_last_group(scene, subject))
        for actor in found:
            named = True
            yield actor, (subject if cue.stance is Stance.DENIED else sayer)
    if cue.stance is Stance.DENIED and named and obj.pos_ in ("NOUN", "PROPN") and subjects:
        # "denied the involvement of X": X is denied too, by the same.
        for part in obj.subtree:
            actor = scene.by_head.get(part.i)
            if actor and part.dep_ == "pobj" and part.head.lower_ in ("of", "by") and actor.kind is not ActorKind.UNKNOWN:
                yield actor, subjects[0]


def _carried_by(verb: Token) -> Iterator[Token]:
    """Yield who issued the statement that a participle belongs to: "X issued a statement denying ..."."""
    noun = verb.head
    if verb.dep_ != "acl" or noun.pos_ not in ("NOUN", "PROPN"):
        return
    if noun.dep_ == "dobj" and noun.head.pos_ in VERBAL:
        yield from agents_of_verb(noun.head)
    yield noun


def _last_group(scene: _Scene, pronoun: Token) -> Iterator[ActorMention]:
    """Yield the last armed group named before "it" or "they"."""
    for index in range(pronoun.i - 1, max(-1, pronoun.i - 60), -1):
        actor = scene.by_head.get(index)
        if actor and actor.named and actor.kind in ARMED:
            yield replace(actor, rule=f"pronoun:{actor.rule}")
            return


def _object_frame(scene: _Scene, verb: Token, cue: Cue) -> Iterator[tuple[ActorMention, Token | None]]:
    if verb.pos_ not in VERBAL or _is_unreal(verb):
        return
    if is_passive(verb):
        accused, sayers = undergoers(verb), tuple(by_agents(verb))
    else:
        accused, sayers = objects_of(verb), agents_of_verb(verb)
        if not accused and cue.id == "suspect":
            accused = tuple(kid for child in verb.children if child.dep_ == "ccomp" for kid in child.children if kid.dep_ == "nsubj")
    if cue.id == "charge" and not _is_accusation(scene, verb, accused):
        return
    sayer = sayers[0] if sayers else find_sayer(verb)
    for actor in scene.actors(accused):
        if cue.id in ("blame", "suspect", "clear") and actor.rule in ("organisation",) and actor.kind is ActorKind.UNKNOWN and cue.id == "clear":
            continue
        yield actor, sayer


def _is_accusation(scene: _Scene, verb: Token, accused: Sequence[Token]) -> bool:
    """Whether "charged", "identified", "sentenced" speaks of a court or police and an act."""
    if not accused:
        return False
    word = verb.lower_
    if word.startswith("identif"):
        return any(
            kid.i in scene.by_head and scene.by_head[kid.i].rule.startswith("noun:gunmen")
            for token in accused
            for kid in (token, *(part for child in verb.children if child.dep_ == "prep" for part in child.children))
        )
    return any(child.dep_ == "prep" and child.lower_ in ("with", "of", "for", "in", "to") for child in verb.children) or any(
        part.i in scene.acts for part in verb.subtree
    )


def _to_frame(scene: _Scene, verb: Token, cue: Cue) -> Iterator[tuple[ActorMention, Token | None]]:
    if verb.pos_ not in VERBAL or _is_unreal(verb):
        return
    sayers = tuple(by_agents(verb)) if is_passive(verb) else agents_of_verb(verb)
    sayer = sayers[0] if sayers else find_sayer(verb)
    for child in verb.subtree:
        near = child.head.i == verb.i or (child.head.dep_ in ("dobj",) and child.head.head.i == verb.i)
        if child.dep_ in ("prep", "dative") and child.lower_ in ("to", "on") and near:
            for actor in scene.actors(tuple(kid for kid in child.children if kid.dep_ == "pobj")):
                if not actor.rule.startswith("person") or cue.id == "attribute":
                    yield actor, sayer


def _modifier_frame(scene: _Scene, token: Token, cue: Cue) -> Iterator[tuple[ActorMention, Token | None]]:
    if token.dep_ not in ("amod", "compound", "nmod", "advmod"):
        return
    noun = token.head
    while noun.dep_ == "compound" and noun.head.i > noun.i and noun.i not in scene.by_head:
        noun = noun.head
    actor = scene.by_head.get(noun.i)
    if actor is not None and _acts_somewhere(scene, noun):
        yield actor, find_sayer(noun)


def _acts_somewhere(scene: _Scene, noun: Token) -> bool:
    """Whether the suspected stand in the clause of an act: as its doer, or arrested for it."""
    return any(part.i in scene.acts or part.lower_ in scene.cues.words["harm"] for part in path_up(noun)) or any(
        part.i in scene.acts for part in noun.subtree
    )


def _of_frame(scene: _Scene, noun: Token, cue: Cue) -> Iterator[tuple[ActorMention, Token | None]]:
    if noun.pos_ not in ("NOUN", "PROPN") or any(kid.lower_ in NOBODY for kid in noun.children):
        return
    if is_negated(noun.head):
        return
    sayer = find_sayer(noun)
    preps = [child for child in noun.subtree if child.dep_ in ("prep", "agent") and child.lower_ in ("of", "by", "from") and child.i - noun.i < 4]
    for prep in preps:
        yield from ((actor, sayer) for actor in scene.actors(tuple(k for k in prep.children if k.dep_ == "pobj"), speaker=True))
    for child in noun.children:
        if child.dep_ == "poss":
            yield from ((actor, sayer) for actor in scene.actors((child,)))


def _predicate_frame(scene: _Scene, word: Token, cue: Cue) -> Iterator[tuple[ActorMention, Token | None]]:
    clause = word.head
    if word.dep_ not in ("acomp", "prep", "attr", "advmod", "amod", "oprd", "acl", "pobj"):
        return
    if word.dep_ in ("amod", "acl") and clause.pos_ in ("NOUN", "PROPN", "PRON"):
        if word.lower_ == "responsible" and clause.i in scene.by_head:
            yield scene.by_head[clause.i], find_sayer(clause)
        return
    if clause.pos_ not in VERBAL or is_negated(clause) or is_passive(clause) and word.lower_ != "involved":
        return
    if word.lower_ == "behind" and not (clause.lower_ in ("was", "were", "is", "are", "be", "been", "stand", "stood", "being")):
        return
    if word.lower_ in ("guilty", "involved") and not any(p.i in scene.acts for p in clause.subtree):
        return
    sayer = find_sayer(clause)
    for actor in scene.actors(agents_of_verb(clause)):
        yield actor, sayer


def _infinitive_frame(scene: _Scene, verb: Token, cue: Cue) -> Iterator[tuple[ActorMention, Token | None]]:
    """Read "X is believed to have attacked", "X are thought to be behind it"."""
    if verb.pos_ not in VERBAL or not is_passive(verb) or is_negated(verb):
        return
    for child in verb.children:
        if child.dep_ != "xcomp":
            continue
        words = [child, *child.children, *(kid for part in child.children if part.dep_ == "attr" for kid in part.children)]
        if any(part.i in scene.acts or part.lower_ in ("behind", "responsible", "carried") or part.lower_ in scene.cues.words["harm"] for part in words):
            agents = agents_of_verb(child)
            for actor in scene.actors(agents):
                yield actor, None
        for part in child.children:
            # "believed to be members of the PKK" names who they were.
            if part.dep_ == "attr" and part.i in scene.by_head and scene.by_head[part.i].named:
                yield scene.by_head[part.i], None


HANDLERS = {
    "subject": _subject_frame,
    "object": _object_frame,
    "to": _to_frame,
    "modifier": _modifier_frame,
    "of": _of_frame,
    "predicate": _predicate_frame,
    "infinitive": _infinitive_frame,
}


# --- acts told as fact -------------------------------------------------------------------------------------------------
def _from_acts(scene: _Scene) -> Iterator[StanceMention]:
    light = scene.cues.words["acts"]
    harm = scene.cues.words["harm"]
    for token in scene.doc:
        trigger = scene.acts.get(token.i)
        if token.pos_ in VERBAL:
            if trigger is None and token.lower_ not in harm:
                continue
            if not _is_told(token):
                continue
            agents = [*agents_of_verb(token), *partners(token)]
        elif trigger is not None:
            agents = list(agents_of_noun(token, light))
        else:
            continue
        for agent in agents:
            for actor in actors_at(agent, scene.by_head):
                if _may_act(scene, actor, token, trigger):
                    yield _told(scene, token, trigger, actor)


def _is_told(verb: Token) -> bool:
    return not is_negated(verb) and not any(child.dep_ == "aux" and child.lower_ in UNREAL for child in verb.children)


def _may_act(scene: _Scene, actor: ActorMention, token: Token, trigger: TriggerMention | None) -> bool:
    """Whether the actor can be meant as who did it."""
    if actor.rule == "organisation" and not (trigger and trigger.type in UNREST | SECURITY):
        return False
    if actor.rule == "noun:people" and token.pos_ in VERBAL and not is_passive(token):
        # "Five people killed in blast": a headline's passive looks like an active verb without an object.
        objects = [child for child in token.children if child.dep_ in ("dobj", "ccomp", "prt")]
        if token.tag_ in ("VBD", "VBN") and not objects and token.lower_ in ("killed", "wounded", "injured", "shot", "stabbed", "hurt", "arrested", "kidnapped", "hit", "detained", "abducted", "struck", "murdered", "attacked", "beaten"):
            return False
    if trigger is not None and trigger.type in SECURITY:
        return actor.kind is ActorKind.STATE or actor.kind is ActorKind.ARMED_GROUP
    return True


def _told(scene: _Scene, token: Token, trigger: TriggerMention | None, actor: ActorMention) -> StanceMention:
    sayer = find_sayer(token)
    by_span, by = phrase_of(sayer) if sayer is not None else (None, None)
    stance = Stance.REPORTED
    if sayer is not None:
        speakers = [a.actor for a in actors_at(sayer, scene.by_head, speaker=True)]
        if actor.actor in speakers and actor.kind in ARMED:
            stance = Stance.CLAIMED
            by_span, by = None, None
        elif _accuses(scene, sayer):
            stance = Stance.ACCUSED
    if any(child.dep_ == "aux" and child.lower_ in DOUBT for child in token.children) or any(
        child.lower_ in scene.cues.words["doubtful"] for child in scene.doc[actor.head].children
    ):
        stance = Stance.SUSPECTED
    return StanceMention(
        span=Span(token.idx, token.idx + len(token)),
        head=token.i,
        rule="stance:agent",
        actor=actor,
        stance=stance,
        by=by,
        by_span=by_span,
        event=token.i if trigger is not None else _event_near(scene, token),
    )


def _accuses(scene: _Scene, sayer: Token) -> bool:
    return any(above.lower_ in scene.cues.words["accusing_speech"] for above in path_up(sayer) if is_speech(above))
