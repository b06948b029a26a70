"""Finds everyone whom the text ties to responsibility: told as fact, claimed, denied, accused, suspected, cleared."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from dateline.mentions import ActorMention, StanceMention, TriggerMention
from dateline.records import ActorKind, EventType, Stance
from dateline.relate.accused import read_accused
from dateline.relate.agents import (
    MODIFYING,
    VERBAL,
    actors_at,
    agents_of_noun,
    agents_of_verb,
    is_passive,
    load_words,
    partners,
)
from dateline.relate.claims import (
    ARMED,
    UNREAL,
    Scene,
    event_near,
    load_doubts,
    load_harm_verbs,
    load_stance_cues,
    read_cues,
)
from dateline.relate.clauses import is_negated, is_speech, path_up
from dateline.relate.sayers import find_sayer, phrase_of
from dateline.spans import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

# Doubt cast on a clause by its auxiliary: "may have carried out".
DOUBT = frozenset(("may", "might", "could"))
SECURITY = frozenset((EventType.ARREST, EventType.WEAPONS_SEIZURE))
UNREST = frozenset((EventType.PROTEST, EventType.STRIKE, EventType.RIOT))
TRANSITIVE = frozenset(("dobj", "ccomp", "dative", "aux", "conj", "prt"))
ABLAZE = frozenset(("ablaze", "fire", "alight", "afire", "off"))
AIMING = frozenset(("at", "on", "into", "against"))


def find_stances(
    doc: Doc, actors: Sequence[ActorMention], *, triggers: Sequence[TriggerMention] = (), overlay: Path | None = None
) -> tuple[StanceMention, ...]:
    """Return who is tied to responsibility, and how, in order of text.

    Args:
        doc: the analysed text.
        actors: the candidates, as `find_actors` gives them.
        triggers: the words for acts, as `find_triggers` gives them.
        overlay: a user's lexicon file.
    """
    scene = Scene(
        doc,
        [token.lower_ for token in doc],
        {actor.head: actor for actor in actors},
        {t.head: t for t in triggers},
        load_stance_cues(overlay),
        load_harm_verbs(),
        load_doubts(overlay),
    )
    found: dict[tuple[int, str, int], StanceMention] = {}
    for mention in (*read_cues(scene), *read_accused(scene), *_from_acts(scene)):
        found.setdefault(
            (mention.actor.head, mention.stance, mention.event if mention.event is not None else mention.head), mention
        )
    return tuple(sorted(_settle(found.values()), key=lambda m: (m.span, m.actor.span, m.stance)))


def _settle(mentions: Iterable[StanceMention]) -> Iterator[StanceMention]:
    """Drop what a stronger statement about the same words replaces: who denies an act is not told as its doer."""
    listed = tuple(mentions)
    cued = {(m.actor.head, m.event) for m in listed if m.stance != Stance.REPORTED and m.event is not None}
    for mention in listed:
        if mention.stance != Stance.REPORTED or (mention.actor.head, mention.event) not in cued:
            yield mention


def _from_acts(scene: Scene) -> Iterator[StanceMention]:
    for index, word in enumerate(scene.lower):
        trigger = scene.acts.get(index)
        if trigger is None and word not in scene.harm:
            continue
        token = scene.doc[index]
        if token.pos_ in VERBAL:
            if not _is_told(token):
                continue
            agents = [*agents_of_verb(token), *partners(token), *_owners_of_means(token)]
        elif trigger is not None:
            agents = list(agents_of_noun(token))
        else:
            continue
        for agent in agents:
            for actor in actors_at(agent, scene.by_head):
                if _may_act(scene, actor, agent, token, trigger):
                    yield _told(scene, token, trigger, actor)


def _is_told(verb: Token) -> bool:
    if verb.lower_ == "set":
        near = (kid for child in verb.children for kid in (child, *child.children))
        if not any(kid.lower_ in ABLAZE for kid in near):
            return False
    return not is_negated(verb) and not any(child.dep_ == "aux" and child.lower_ in UNREAL for child in verb.children)


def _may_act(scene: Scene, actor: ActorMention, agent: Token, token: Token, trigger: TriggerMention | None) -> bool:
    """Whether the actor can be meant as who did it."""
    verb = token.pos_ in VERBAL
    if verb and not is_passive(token) and _is_elliptic(token):
        return False
    bare = not actor.named and agent.dep_ in MODIFYING and " " not in actor.actor and agent.dep_ != "poss"
    if not verb and bare and agent.lower_ in load_words("agent_nouns")["sorts"]:
        return False
    if actor.rule == "organisation":
        return trigger is not None and trigger.type in UNREST | SECURITY
    if actor.rule in ("state", "seat"):
        beside = not verb or agent.dep_ in MODIFYING
        if not (_wages(actor, agent, token, trigger) if beside else _is_subject(agent)):
            return False
    if actor.rule == "person":
        if not verb and not (agent.dep_ == "pobj" and trigger is not None and trigger.type not in UNREST):
            return False
        if trigger is not None and trigger.weak and token.lower_ not in scene.harm:
            return False
    if trigger is not None and trigger.type in SECURITY:
        return actor.kind is ActorKind.STATE or actor.kind is ActorKind.ARMED_GROUP
    return True


def _is_elliptic(verb: Token) -> bool:
    """Whether what looks like an active verb is a headline's passive: "Five people killed in blast"."""
    words = load_words("agent_verbs")
    if verb.lower_ in words["undergo"]:
        return True
    if verb.tag_ not in ("VBD", "VBN") or verb.lower_ not in words["transitive"]:
        return False
    return not any(child.dep_ in TRANSITIVE or child.lower_ in AIMING for child in verb.children)


def _owners_of_means(verb: Token) -> Iterator[Token]:
    """Yield whose bomb or rocket did it: "an ETA bomb went off", "Israeli missiles hit the port"."""
    means = load_words("agent_nouns")["means"]
    subjects = [child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass")]
    for subject in subjects:
        if subject.lower_ in means:
            yield from (child for child in subject.children if child.dep_ in MODIFYING)


def _wages(actor: ActorMention, agent: Token, noun: Token, trigger: TriggerMention | None) -> bool:
    """Whether a country beside a noun for an act is who did it ("Russian raids") and not where it was."""
    if actor.rule == "seat":
        return False
    if agent.dep_ == "pobj":
        return True
    if agent.head.lower_ in load_words("agent_nouns")["means"]:
        return agent.ent_type_ == "NORP" or agent.dep_ == "poss"
    warlike = noun.lower_ in load_words("agent_nouns")["warlike"] or (
        trigger is not None and trigger.type in (EventType.AIRSTRIKE, EventType.SHELLING)
    )
    if agent.ent_type_ == "NORP" or agent.dep_ == "poss":
        return warlike
    # A country's name before the act is where it was, unless it is short: "U.S. strikes".
    return warlike and agent.text.replace(".", "").isupper()


def _is_subject(agent: Token) -> bool:
    """Whether a country stands as a subject and is not a dateline that the parser took for one."""
    after = agent.doc[agent.i + 1] if agent.i + 1 < len(agent.doc) else None
    return after is None or after.text not in ("(", "-", "--", "–", "—", ":", ",") or agent.dep_ == "pobj"


def _told(scene: Scene, token: Token, trigger: TriggerMention | None, actor: ActorMention) -> StanceMention:
    sayer = find_sayer(token)
    by_span, by = phrase_of(sayer) if sayer is not None else (None, None)
    stance = Stance.REPORTED
    if sayer is not None:
        speakers = [a.actor for a in actors_at(sayer, scene.by_head, speaker=True)]
        if actor.actor in speakers and actor.kind in ARMED:
            stance = Stance.CLAIMED
            by_span, by = None, None
        elif _accuses(scene, sayer) or _is_accuser(sayer) or _is_opponent(scene, sayer, actor):
            stance = Stance.ACCUSED
    if (
        any(child.dep_ == "aux" and child.lower_ in DOUBT for child in token.children)
        or any(
            child.lower_ in scene.doubts or (child.lower_ == "or" and child.dep_ == "cc")
            for child in scene.doc[actor.head].children
        )
        or any(child.dep_ == "mark" and child.lower_ == "whether" for child in token.children)
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
        event=token.i if trigger is not None else event_near(scene, token),
    )


def _is_accuser(sayer: Token) -> bool:
    """Whether who says it is an office whose word on guilt is an accusation: an embassy, a minister."""
    accusers = load_words("agent_nouns")["accusers"]
    return sayer.lower_ in accusers or any(child.lower_ in accusers for child in sayer.children)


def _is_opponent(scene: Scene, sayer: Token, actor: ActorMention) -> bool:
    """Whether who says it speaks of a named group, or of another state than the sayer's own."""
    if actor.kind in ARMED:
        return actor.named
    said = next(actors_at(sayer, scene.by_head), None)
    return (
        actor.kind is ActorKind.STATE
        and said is not None
        and said.country is not None
        and actor.country is not None
        and said.country != actor.country
    )


def _accuses(scene: Scene, sayer: Token) -> bool:
    return any(above.lower_ in load_words("agent_verbs")["accusing"] for above in path_up(sayer) if is_speech(above))
