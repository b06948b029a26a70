"""Reads cues of responsibility: who claimed, denied, was blamed, charged, suspected, cleared, and who says so."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from dateline.mentions import StanceMention
from dateline.records import ActorKind, Stance
from dateline.relate.accusers import find_layers, find_who_lays
from dateline.relate.actor_heads import actors_at
from dateline.relate.agents import VERBAL, agents_of_verb, by_agents, is_passive, objects_of, undergoers
from dateline.relate.claim_subjects import NOBODY, PARTAKING, find_acquitted, read_subject
from dateline.relate.clauses import is_negated
from dateline.relate.clearings import is_not_guilty, is_refuted, is_verdict_ahead
from dateline.relate.commands import is_commanding
from dateline.relate.concerns import JAILED, concerns_act, has_term, is_plea, tells_who
from dateline.relate.cues import (
    ARMED,
    BEING,
    Cue,
    Reading,
    Scene,
    event_near,
    is_doubted,
    is_unreal,
)
from dateline.relate.fugitives import read_fugitive
from dateline.relate.identities import SENT_BY
from dateline.relate.predicates import HANDS, is_held_to_be, read_predicate
from dateline.relate.pronouns import find_antecedent
from dateline.relate.recriminations import is_each_other, read_each_other, read_mutual
from dateline.relate.sayers import (
    find_sayer,
    is_voice,
    is_within_quotation,
    phrase_of,
)
from dateline.relate.traces import (
    read_belonging,
    read_brander,
    read_infinitive,
    read_membership,
    read_owner,
    read_sign,
    read_sought,
    read_suspect,
    read_toward,
    read_warner,
)
from dateline.spans import Span

if TYPE_CHECKING:
    from spacy.tokens import Token


def _cues_at(scene: Scene, token: Token) -> Iterator[tuple[Cue, int]]:
    """Yield what the words at `token` say, and the last token of them."""
    for phrase, cue in scene.cues.get(token.lower_, ()):
        last = token.i
        for word in phrase[1:]:
            last += 1
            if last >= len(scene.doc) or scene.doc[last].lower_ != word:
                break
        else:
            yield cue, last


def read_cues(scene: Scene) -> Iterator[StanceMention]:
    """Yield what the cue words of the text say."""
    for index, word in enumerate(scene.lower):
        if word not in scene.cues:
            continue
        token = scene.doc[index]
        for cue, last in _cues_at(scene, token):
            for frame in cue.frames:
                for reading in HANDLERS[frame](scene, token, cue):
                    mention = _mention(scene, (token, last), cue, reading)
                    if concerns_act(mention, cue, token):
                        yield mention
                        if mention.stance is Stance.DENIED and is_plea(mention, token):
                            # Who "pleaded not guilty" is accused, too.
                            yield replace(mention, rule="stance:face", stance=Stance.ACCUSED, by=None, by_span=None)


def _mention(scene: Scene, words: tuple[Token, int], cue: Cue, reading: Reading) -> StanceMention:
    token, last = words
    actor, sayer = reading
    stance = cue.stance
    if cue.id in ("belong", "point") and sayer is not None:
        stance = Stance.ACCUSED  # "police said the killers belonged to X", "pointed the finger at X"
    if cue.id == "work_of" and sayer is not None and token.lower_ in ("work", "handiwork") and token.dep_ == "attr":
        stance = Stance.ACCUSED if not is_doubted(scene, token.head, actor) else stance  # "said it was their work"
    if cue.id == "clear" and is_negated(token):
        stance = Stance.SUSPECTED  # "did not rule out a gang"
    by_span, by = (None, None) if stance is Stance.CLAIMED or sayer is None else phrase_of(sayer)
    cleared = is_refuted(token) or (cue.id == "find_guilty" and is_not_guilty(token))
    if cue.id == "responsible" and sayer is not None:
        speakers = {said.actor for said in actors_at(sayer, scene.by_head, speaker=True)}
        own = actor.actor in speakers or (actor.kind in ARMED and is_voice(sayer))
        stance = Stance.CLAIMED if own else Stance.ACCUSED
        by_span, by = (None, None) if stance is Stance.CLAIMED else (by_span, by)
    if cue.id == "admit" and any(part.lower_ in ("not", "innocent") for part in token.subtree):
        stance = Stance.DENIED  # "pleaded not guilty"
    doubted = is_held_to_be(token) or is_doubted(scene, token.head, actor)
    doubted = doubted or (token.pos_ in VERBAL and is_doubted(scene, token, actor))
    if cue.id == "responsible" and stance is not Stance.CLAIMED and doubted:
        stance = Stance.SUSPECTED
    awaited = cue.id in ("convict", "find_guilty") and is_verdict_ahead(token)
    if awaited:
        stance = Stance.ACCUSED
    if cleared and stance in (Stance.ACCUSED, Stance.SUSPECTED, Stance.REPORTED):
        stance = Stance.CLEARED
    if stance is Stance.CLAIMED and is_within_quotation(token):
        # Another's words tell of the claim: "'The rebels again took credit,' the embassy said."
        speaker = find_sayer(token)
        if speaker is not None and actor.actor not in {
            said.actor for said in actors_at(speaker, scene.by_head, speaker=True)
        }:
            stance = Stance.ACCUSED
            by_span, by = phrase_of(speaker)
    return StanceMention(
        span=Span(token.idx, scene.doc[last].idx + len(scene.doc[last])),
        head=token.i,
        rule="stance:face" if awaited else _rule_of(cue, token),
        actor=actor,
        stance=stance,
        by=by,
        by_span=by_span,
        event=event_near(scene, token),
    )


def _rule_of(cue: Cue, token: Token) -> str:
    return SENT_BY if cue.id in ("blame", "charge") and _is_of_commanding(token) else f"stance:{cue.id}"


def _is_of_commanding(verb: Token) -> bool:
    """Whether the charge is that somebody had others do it: "is accused of ordering the murder"."""
    preps = (prep for prep in verb.children if prep.dep_ == "prep" and prep.lower_ in ("of", "with", "for"))
    return any(is_commanding(kid) for prep in preps for kid in prep.children if kid.dep_ == "pcomp")


def _object_frame(scene: Scene, verb: Token, cue: Cue) -> Iterator[Reading]:
    open_still = cue.id == "clear" and verb.lower_.startswith("rul") and is_negated(verb)
    if verb.pos_ not in VERBAL or (is_unreal(verb) and not open_still):
        return
    if cue.id == "convict" and verb.lower_ in JAILED and not has_term(verb):
        return
    if cue.id == "clear" and verb.tag_ == "VB" and verb.dep_ in ("acl", "relcl"):
        return  # "the appeals to clear him"
    if cue.id == "blame" and verb.dep_ == "xcomp" and verb.head.lower_ in BEING:  # "the rebels are to blame"
        yield from ((actor, find_sayer(verb)) for actor in scene.actors(agents_of_verb(verb)))
        return
    if is_passive(verb):
        accused, sayers = undergoers(verb), tuple(by_agents(verb))
    else:
        accused, sayers = objects_of(verb), find_layers(verb)
        if verb.dep_ == "relcl":  # "officers, whom it accused of the murder"
            accused = tuple(verb.head if obj.lower_ in ("who", "whom") else obj for obj in accused)
        if any(is_each_other(obj) for obj in accused):
            yield from read_each_other(scene, sayers)
            return
        if not accused and cue.id == "suspect":
            clauses = [child for child in verb.children if child.dep_ == "ccomp"]
            accused = tuple(kid for clause in clauses for kid in clause.children if kid.dep_ == "nsubj")
    if cue.id == "suspect" and tells_who(verb):
        return
    if cue.id in ("charge", "convict") and not _is_accusation(scene, verb, accused):
        return
    if cue.id == "find_guilty":
        guilty = [part for part in verb.subtree if part.lower_ == "guilty"]
        accused = (*accused, *(kid for word in guilty for kid in word.children if kid.dep_ == "nsubj"))
        # "Found John Poe, a clerk, not guilty": the parser makes two subjects of the court and him.
        accused = accused or tuple([kid for kid in verb.lefts if kid.dep_ == "nsubj"][1:])
        accused = accused or tuple([kid for kid in verb.rights if kid.dep_ == "nsubj"])
        if not guilty:
            return
    if verb.lower_.startswith("identif"):
        named = [kid for kid in _told_as(verb) if kid.i in scene.by_head and scene.by_head[kid.i].rule == "person"]
        accused = tuple(named) or accused
    # "Officials suspect the hand of X".
    hands = (of for obj in accused if obj.lower_ in HANDS for of in obj.children if of.lower_ == "of")
    accused = (*accused, *(kid for of in hands for kid in of.children if kid.dep_ == "pobj"))
    sayer = sayers[0] if sayers else find_sayer(verb)
    yield from ((actor, sayer) for actor in scene.actors(accused))
    if cue.id == "clear":  # "ruled out any role of X"
        yield from (
            (actor, sayer) for obj in accused if obj.lower_ in PARTAKING for actor in find_acquitted(scene, obj)
        )
    # "He was charged with murder".
    meant = (actor for one in accused if one.pos_ == "PRON" for actor in find_antecedent(scene, one))
    yield from ((actor, sayer) for actor in meant if actor.kind in (ActorKind.INDIVIDUAL, ActorKind.CROWD))


def _told_as(verb: Token) -> Iterator[Token]:
    """Yield what somebody is identified as."""
    for child in verb.children:
        if child.dep_ in ("oprd", "attr"):
            yield child
        near = (
            (child, *(kid for obj in child.children for kid in obj.children)) if child.dep_ in ("prep", "agent") else ()
        )
        for prep in near:
            if prep.lower_ == "as" and prep.dep_ == "prep":
                yield from (kid for kid in prep.children if kid.dep_ == "pobj")


def _is_accusation(scene: Scene, verb: Token, accused: Sequence[Token]) -> bool:
    """Whether "charged", "identified", "sentenced" speaks of a court or police and an act."""
    if not accused:
        return False
    if verb.lower_.startswith("identif"):
        said = (part for child in verb.children if child.dep_ == "prep" for part in child.children)
        found = (scene.by_head.get(token.i) for token in (*accused, *said))
        return any(actor is not None and actor.rule.startswith("noun:gunmen") for actor in found)
    if any(child.dep_ == "prep" and child.lower_ in ("with", "of", "for", "in", "to") for child in verb.children):
        return True
    if is_passive(verb) and any(_is_individual(scene, one) for one in accused):
        return not any(by_agents(verb)) or verb.lower_ != "charged"  # "were charged by mounted police"
    return any(part.i in scene.acts for part in verb.subtree)


def _is_individual(scene: Scene, accused: Token) -> bool:
    actor = scene.by_head.get(accused.i)
    return accused.lower_ in ("he", "she") or (actor is not None and actor.kind is ActorKind.INDIVIDUAL)


def _to_frame(scene: Scene, verb: Token, cue: Cue) -> Iterator[Reading]:
    if verb.pos_ not in VERBAL or is_unreal(verb):
        return
    downward = [child for child in verb.children if child.lower_ in ("down", "up")]
    if cue.id == "put_down" and not downward and not any(obj.lower_ == "blame" for obj in objects_of(verb)):
        return  # "put the bombing down to rebels", "put the blame on rebels"
    sayers = tuple(by_agents(verb)) if is_passive(verb) else find_layers(verb)
    sayer = sayers[0] if sayers else find_sayer(verb)
    near = [verb, *objects_of(verb), *downward, *(sayers if is_passive(verb) else ())]
    for prep in (child for above in near for child in above.children):
        if prep.dep_ not in ("prep", "dative") or prep.lower_ not in ("to", "on"):
            continue
        if cue.id == "attribute" and prep.lower_ == "on" and any(obj.i in scene.acts for obj in objects_of(verb)):
            continue  # "laid an ambush on the convoy"
        told = [kid for kid in prep.children if kid.dep_ == "pobj"]
        # "The cartels, to whom officials attributed the killings"
        told = [verb.head if kid.lower_ in ("whom", "which") and verb.dep_ == "relcl" else kid for kid in told]
        for actor in scene.actors(told):
            if actor.rule != "person" or cue.id == "attribute":
                yield actor, sayer


def _of_frame(scene: Scene, noun: Token, cue: Cue) -> Iterator[Reading]:
    if noun.pos_ not in ("NOUN", "PROPN") or any(kid.lower_ in NOBODY for kid in noun.children):
        return
    if is_negated(noun.head):
        return
    if cue.id == "door" and not (noun.head.lower_ == "at" and noun.head.dep_ in ("prep", "advmod")):
        return
    sayer = find_who_lays(noun) if cue.id == "door" else find_sayer(noun)
    near = (child for child in noun.subtree if child.dep_ in ("prep", "agent") and child.i - noun.i < 4)
    near = (prep for prep in near if prep.lower_ != "from" or prep.head.i not in scene.by_head)  # "men from Mali"
    objects = (
        kid for prep in near if prep.lower_ in ("of", "by", "from") for kid in prep.children if kid.dep_ == "pobj"
    )
    yield from ((actor, sayer) for actor in scene.actors(objects, speaker=True))
    yield from ((actor, sayer) for actor in scene.actors(child for child in noun.children if child.dep_ == "poss"))


Handler = Callable[[Scene, "Token", Cue], Iterator[Reading]]
HANDLERS: Mapping[str, Handler] = {
    "subject": read_subject,
    "object": _object_frame,
    "mutual": read_mutual,
    "to": _to_frame,
    "of": _of_frame,
    "predicate": read_predicate,
    "infinitive": read_infinitive,
    "member": read_membership,
    "warner": read_warner,
    "brander": read_brander,
    "sign": read_sign,
    "belonging": read_belonging,
    "suspect": read_suspect,
    "toward": read_toward,
    "sought": read_sought,
    "fugitive": read_fugitive,
    "owner": read_owner,
}
