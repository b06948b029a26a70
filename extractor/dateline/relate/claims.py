"""Reads cues of responsibility: who claimed, denied, was blamed, charged, suspected, cleared, and who says so."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from dateline.mentions import ActorMention, StanceMention
from dateline.records import ActorKind, Stance
from dateline.relate.accusers import find_layers, find_who_lays
from dateline.relate.actor_heads import SPOKESMEN, actors_at
from dateline.relate.advocates import find_client, is_advocate
from dateline.relate.agents import VERBAL, agents_of_verb, by_agents, is_passive, load_words, objects_of, undergoers
from dateline.relate.clauses import is_negated
from dateline.relate.clearings import is_not_guilty, is_refuted
from dateline.relate.commands import is_commanding
from dateline.relate.concerns import JAILED, concerns_act, has_term, is_lesser_plea, is_plea, is_to_hospital, tells_who
from dateline.relate.cues import (
    ARMED,
    BEING,
    SIDES,
    Cue,
    Reading,
    Scene,
    event_near,
    find_object,
    is_doubted,
    is_unreal,
)
from dateline.relate.identities import SENT_BY
from dateline.relate.last_told import is_officer, last_body, last_group, last_held
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
    find_principals,
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

NOBODY = frozenset(("no", "neither", "none", "nobody", "never", "not", "n't"))
PARTAKING = frozenset(("involvement", "participation", "complicity", "role", "hand", "responsibility", "guilt"))
# Before acts that are others than the one told of.
OTHERS = frozenset(("several", "many", "numerous", "similar", "previous", "other", "past", "earlier"))
CHARGES = frozenset(("charge", "charges", "accusations", "allegations"))


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
        rule=SENT_BY if cue.id in ("blame", "charge") and _is_of_commanding(token) else f"stance:{cue.id}",
        actor=actor,
        stance=stance,
        by=by,
        by_span=by_span,
        event=event_near(scene, token),
    )


def _is_of_commanding(verb: Token) -> bool:
    """Whether the charge is that somebody had others do it: "is accused of ordering the murder"."""
    preps = (prep for prep in verb.children if prep.dep_ == "prep" and prep.lower_ in ("of", "with", "for"))
    return any(is_commanding(kid) for prep in preps for kid in prep.children if kid.dep_ == "pcomp")


def _is_nobody(token: Token) -> bool:
    """Whether the phrase says that there is none: "no group", "nobody"."""
    if token.lower_ in NOBODY or token.lower_ == "one":
        return True
    return any(child.lower_ in NOBODY and child.dep_ in ("det", "neg", "preconj") for child in token.children)


def _subject_frame(scene: Scene, verb: Token, cue: Cue) -> Iterator[Reading]:
    obj = find_object(scene, verb, cue)
    faces = cue.id == "face" and not is_negated(verb)  # "should face charges"
    if obj is None or (is_unreal(verb) and not faces and not verb.lower_.startswith("ple")):  # "pleaded not guilty"
        return
    if cue.id == "admit" and (is_to_hospital(verb) or is_lesser_plea(scene, verb)):
        return  # "five people admitted to hospital with gunshot wounds", "pleaded guilty to theft in 2016"
    none = any(kid.lower_ in NOBODY for kid in obj.children if kid.dep_ in ("det", "neg"))
    if cue.stance is Stance.CLAIMED and none and obj.lower_ != "guilty":
        return
    if cue.id == "claim" and _is_record(verb):
        return
    subjects = (*agents_of_verb(verb), *_issuers(verb))
    if obj.lower_ in ("it", "them") and cue.stance is Stance.CLAIMED:
        # "The group claimed it in a note": of people without a cause that may be anything.
        subjects = tuple(subject for subject in subjects if _is_body(scene, subject))
    if any(_is_nobody(subject) for subject in subjects):
        return
    denial = cue.stance is Stance.DENIED
    named = False
    if cue.stance is Stance.CLAIMED:
        principals = tuple(find_principals(scene, verb))
        if principals:
            yield from ((actor, None) for actor in principals)
            return
    for subject in subjects:
        found = list(actors_at(subject, scene.by_head, speaker=True))
        if is_advocate(subject):
            # "His lawyer denied the charges": he did.
            clients = tuple(find_client(scene, subject)) if denial or cue.id == "admit" else ()
            yield from ((actor, subject if denial else None) for actor in clients)
            continue
        if denial and is_officer(subject):
            found = list(last_body(scene, subject)) or found
        if not found and subject.pos_ == "PRON":
            charged = list(last_held(scene, subject)) if denial and obj.lower_ in CHARGES else []
            found = charged or list(last_group(scene, subject)) or list(find_antecedent(scene, subject))
        found += _included(scene, verb, subject)
        if len(subjects) > 1 and subject.lower_ in load_words("agent_nouns")["speakers"]:
            # "A man who said he spoke for X telephoned to deny it": the parser makes two subjects of it.
            found = [actor for actor in found if actor.named]
        for actor in found:
            named = True
            # Of two that deny together each speaks for itself.
            own = scene.doc[actor.head] if scene.by_head.get(subject.i, actor) is not actor else subject
            yield _of_state(scene, actor, subject) if denial else actor, own if denial else None
    official = any(subject.lower_ in load_words("agent_nouns")["accusers"] | SPOKESMEN for subject in subjects)
    if denial and (named or official) and obj.i != verb.i:
        yield from ((actor, subjects[-1]) for actor in _acquitted(scene, obj))


def _of_state(scene: Scene, actor: ActorMention, subject: Token) -> ActorMention:
    """Return a person who speaks by an office of the state that stands before it: "Turkish Minister John Poe"."""
    if actor.rule != "person":
        return actor
    beside = (scene.by_head.get(part.i) for kid in subject.lefts for part in kid.subtree)
    country = next((one.country for one in beside if one is not None and one.kind is ActorKind.STATE), None)
    return replace(actor, country=country or actor.country)


def _is_record(verb: Token) -> bool:
    """Whether it is told what somebody has claimed at other times: "has claimed several attacks in the region"."""
    if not any(kid.dep_ == "aux" and kid.lower_ in ("has", "have", "'ve") for kid in verb.lefts):
        return False
    claimed = [*objects_of(verb)]
    claimed += [kid for obj in claimed for prep in obj.children if prep.lower_ == "for" for kid in prep.children]
    return any(obj.tag_ == "NNS" and any(kid.lower_ in OTHERS for kid in obj.lefts) for obj in claimed)


def _is_body(scene: Scene, subject: Token) -> bool:
    """Whether the words stand for an armed group or its voice, whatever they call it."""
    actors = scene.actors((subject,), speaker=True)
    return any(actor.kind in ARMED or actor.rule == "noun:bodies" for actor in actors)


def _acquitted(scene: Scene, obj: Token) -> Iterator[ActorMention]:
    """Yield those for whom others deny: "denied the involvement of X", "rejected any army involvement"."""
    if obj.lower_ in PARTAKING:
        owners = (child for child in obj.lefts if child.dep_ in ("compound", "poss", "amod"))
        yield from (actor for owner in owners if (actor := scene.by_head.get(owner.i)) and actor.kind in SIDES)
    for part in obj.subtree:
        actor = scene.by_head.get(part.i)
        if part.dep_ != "pobj" or part.head.lower_ not in ("of", "by"):
            continue
        suffered = part.head.lower_ == "of" and part.head.head.lower_ in load_words("agent_nouns")["suffered"]
        if actor and actor.kind is not ActorKind.UNKNOWN and not suffered:  # "denied the murder of John Poe"
            yield actor


def _included(scene: Scene, verb: Token, subject: Token) -> list[ActorMention]:
    """Return the claimants told after "including": "four groups claimed it, including X and Y"."""
    return [
        actor
        for part in (*subject.children, *verb.subtree)
        if part.lower_ == "including"
        for actor in scene.actors(kid for kid in part.children if kid.dep_ == "pobj")
        if actor.named
    ]


def _issuers(verb: Token) -> Iterator[Token]:
    """Yield who issued the statement that a participle belongs to: "X issued a statement denying ..."."""
    noun = verb.head
    issued = noun.lower_ in load_words("agent_nouns")["speakers"] and noun.dep_ == "dobj"
    if verb.dep_ == "acl" and issued and noun.head.pos_ in VERBAL:
        yield from agents_of_verb(noun.head)


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
        yield from ((actor, sayer) for obj in accused if obj.lower_ in PARTAKING for actor in _acquitted(scene, obj))
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
    "subject": _subject_frame,
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
    "owner": read_owner,
}
