"""Reads who tells of a deed as his own: "I shot him," he told police; John Poe said he had done it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dateline.records import SECURITY, ActorKind, Stance
from dateline.relate.actor_heads import actors_at
from dateline.relate.advocates import is_advocate
from dateline.relate.agents import VERBAL, agents_of_verb, is_passive
from dateline.relate.avowals import does_it
from dateline.relate.clauses import after_of, is_negated, is_speech, path_up
from dateline.relate.cues import ARMED, event_near, is_unreal, load_denials
from dateline.relate.pronouns import SINGLE, find_antecedent
from dateline.relate.sayers import OWN, SELF, find_sayer, find_speaker_of_own, is_within_quotation, make_statement

if TYPE_CHECKING:
    from spacy.tokens import Token

    from dateline.mentions import ActorMention, StanceMention
    from dateline.relate.cues import Scene

FIRST = frozenset(("i", "we"))

WARLORDS = frozenset(("warlord", "warlords", "chieftain"))
LEADERS = frozenset(("commander", "leader", "chief", "boss", "head"))
FIGHTING = frozenset(
    ("rebel", "militia", "guerrilla", "militant", "insurgent", "separatist", "gang", "cartel", "mafia", "paramilitary")
)


def read_own_deeds(scene: Scene) -> Iterator[StanceMention]:
    """Yield the persons, and the groups they speak for, who say "I shot him", "we did it", "he did it"."""
    for index, word in enumerate(scene.lower):
        if word not in FIRST | SINGLE or scene.doc[index].dep_ != "nsubj":
            continue
        agent = scene.doc[index]
        verb = agent.head
        if verb.pos_ not in VERBAL or is_unreal(verb) or is_passive(verb):
            continue
        trigger = scene.acts.get(verb.i)
        deed = does_it(verb) or (word in FIRST and verb.lower_ in scene.harm and trigger is not None)
        if not deed or (word in FIRST and not is_within_quotation(agent)):
            continue
        for actor in _speakers(scene, agent):
            event = verb.i if trigger is not None else event_near(scene, verb, aims=False)
            yield make_statement(verb, "stance:avow", actor, Stance.CLAIMED, event=event)


def tells_of_self(scene: Scene, verb: Token, agent: Token, actor: ActorMention) -> bool:
    """Whether the person whom "he" means is who says so: "he told police he shot him", not "police said he shot".

    Nor "he had argued with his wife before he shot her".
    """
    if agent.lower_ not in SINGLE or actor.kind is not ActorKind.INDIVIDUAL or is_negated(verb):
        return False
    saying = next((above.head for above in path_up(verb) if above.dep_ == "ccomp" and is_speech(above.head)), None)
    subjects = agents_of_verb(saying) if saying is not None else ()
    return any(
        subject.lower_ == agent.lower_ or actor in tuple(actors_at(subject, scene.by_head)) for subject in subjects
    )


def speakers_of_own(scene: Scene, token: Token, agent: Token) -> tuple[ActorMention, ...]:
    """Return who says that it or its own people did it: "the army said it struck", "said its jets struck"."""
    parts = [
        agent,
        *after_of(agent),
    ]  # "one of its fighters"
    # "Its jets", and of one who leads them "his fighters".
    own = OWN | {"his", "her"} if agent.tag_ == "NNS" else OWN
    possessed = any(child.dep_ == "poss" and child.lower_ in own for part in parts for child in part.children)
    if agent.lower_ not in SELF and not possessed:
        return ()
    told = any(kid.lower_ == "that" and kid.dep_ == "mark" for kid in token.lefts)  # "said in a video that it had"
    if agent.lower_ == "it" and token.dep_ == "relcl" and token.head.pos_ != "VERB" and not told:
        return ()  # "the army shot men of a tribe it was fighting, a rights group said"
    sayer = find_speaker_of_own(token)
    if sayer is None or any(child.lower_ in ("no", "neither") for child in sayer.children):
        return ()
    meant = scene.by_head.get(agent.i)
    if possessed and (meant.named if meant is not None else agent.tag_ not in ("NNS", "NNPS")):
        return ()  # "its men", "its howitzers"
    arrest = token.i in scene.acts and scene.acts[token.i].type in SECURITY
    voices = actors_at(sayer, scene.by_head, speaker=True)
    return tuple(
        voice
        for voice in voices
        if voice.kind in ARMED
        or voice.rule in ("noun:bodies", "noun:gunmen")
        or (voice.kind is ActorKind.STATE and voice.country and not arrest)
        or (possessed and voice.rule == "noun:forces" and not arrest and "police" not in voice.actor.lower())
        or (possessed and voice.rule == "person" and _leads_fighters(sayer))
    )


def is_deniers_version(act: Token) -> bool:
    """Whether who denies an act tells this instead: "denied attacking villagers and said its men had fought rebels"."""
    saying, subject = act.head, next((child for child in act.lefts if child.dep_ == "nsubj"), None)
    if act.dep_ != "ccomp" or not is_speech(saying) or subject is None:
        return False
    if subject.lower_ not in SELF and not any(child.lower_ in OWN for child in subject.lefts):
        return False  # "denied it and said Ukraine had fired the missile"
    beside = [child for child in saying.rights if child.dep_ in ("conj", "advcl")]
    beside += [saying.head] if saying.dep_ in ("conj", "advcl") else []
    return any(verb.lower_ in load_denials() for verb in beside)


def forces(scene: Scene, token: Token, agent: Token) -> tuple[ActorMention, ...]:
    """Return the forces that tell of what they did: "police said they shot two robbers"."""
    sayer = find_speaker_of_own(token) if agent.lower_ in SELF else None
    # "It" is no police: "police said he had a gun and it went off".
    if sayer is None or (agent.lower_ == "it" and (sayer.lower_ == "police" or sayer.tag_ == "NNS")):
        return ()
    return tuple(actor for actor in actors_at(sayer, scene.by_head) if actor.rule == "noun:forces")


def _leads_fighters(speaker: Token) -> bool:
    """Whether a title beside a name tells who leads fighters: "rebel commander John Poe", "the warlord John Poe"."""
    for bearer in speaker.doc:
        if bearer.text != speaker.text:
            continue
        beside = [kid for kid in bearer.children if kid.dep_ in ("compound", "appos", "nmod")]
        words = {part.lower_ for kid in beside for part in (kid, *kid.children)} | {kid.lower_ for kid in bearer.lefts}
        if words & WARLORDS or (words & LEADERS and words & FIGHTING):
            return True
    return False


def _speakers(scene: Scene, agent: Token) -> Iterator[ActorMention]:
    if agent.lower_ in SINGLE:
        meant = find_antecedent(scene, agent)
        yield from (actor for actor in meant if tells_of_self(scene, agent.head, agent, actor))
        return
    sayer = find_sayer(agent.head, hearsay=False)
    if sayer is None or is_advocate(sayer):
        return
    if sayer.pos_ == "PRON":
        yield from (actor for actor in find_antecedent(scene, sayer) if agent.lower_ == "i")
        return
    voices = tuple(actors_at(sayer, scene.by_head, speaker=True))
    armed = tuple(voice for voice in voices if voice.kind in ARMED and voice.named)
    single = (voice for voice in voices if voice.rule == "person" and agent.lower_ == "i")
    yield from armed or single
