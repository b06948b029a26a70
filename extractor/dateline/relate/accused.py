"""Reads who is treated as the suspect: "bombing suspect X", "the gunman, X", "charges against X", "arrested over"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from dateline.records import ActorKind, EventType, Stance
from dateline.relate.actor_heads import actors_at
from dateline.relate.agents import (
    VERBAL,
    agents_of_verb,
    by_agents,
    is_passive,
    load_words,
    objects_of,
    undergoers,
    undergone,
)
from dateline.relate.clauses import is_negated
from dateline.relate.clearings import is_dropped, is_no_longer
from dateline.relate.concerns import JAILED, has_term
from dateline.relate.cues import BEING, is_doubted
from dateline.relate.held import DRIVERS, are_freed, is_kin, is_rammer
from dateline.relate.identities import SENT_BY
from dateline.relate.named_suspects import AROUND, CUSTODY, NAMING, named_as, names_of_held
from dateline.relate.pronouns import find_meant
from dateline.relate.sayers import find_sayer, make_statement
from dateline.relate.verbs import is_elliptic

if TYPE_CHECKING:
    from spacy.tokens import Token

    from dateline.mentions import ActorMention, StanceMention
    from dateline.relate.cues import Scene

REASON = frozenset(
    (
        "connection",
        "suspicion",
        "relation",
        "charge",
        "charges",
        "count",
        "counts",
        "warrant",
        "murder",
        "manslaughter",
        "assault",
        "arson",
    )
) | frozenset(("robbery", "kidnapping", "terrorism", "rape", "rioting", "riot"))
# "Was taken to hospital", "was held captive": no custody of suspects by themselves.
WEAKLY_HOLDING = frozenset(("taken", "held", "hold", "holds", "holding"))
KEPT = frozenset(("custody", "jail", "bars", "detention"))
REMAINING = frozenset(("remain", "remains", "remained", "sat", "sits"))
CASES = frozenset(("case", "cases"))
SUSPECTING = frozenset(("named", "names", "listed", "lists", "cited", "mentioned", "sees", "saw", "regard", "regards"))
LEADING = frozenset(("led", "lead", "leads", "leading"))
TRACERS = frozenset(
    ("them", "police", "officers", "detectives", "investigators", "cops", "sleuths", "deputies", "agents")
)
RAIDING = frozenset(("raided", "raid", "raids", "raiding", "searched", "stormed"))
PLOTTING = frozenset(("planning", "planned", "plotting", "plotted", "preparing", "prepared", "intending", "intended"))
MASTERMINDS = frozenset(("mastermind", "masterminds", "ringleader"))
ENDING = frozenset(("ended", "ends", "end", "stopped", "ceased", "halted"))
NAMES_BESIDE = frozenset(("compound", "appos", "nmod"))


def read_accused(scene: Scene) -> Iterator[StanceMention]:
    """Yield the persons whom the text calls suspects, or tells to be sought, tried or held for an act."""
    words = load_words("agent_nouns")
    for token, actor in _names_of_doers(scene):
        # "Police identified him as John Poe" names the doer of what was told, as "he was identified as" does.
        sayer = next(iter(agents_of_verb(token.head)), None) if token.dep_ == "dobj" else find_sayer(token)
        told = Stance.REPORTED if token.dep_ == "nsubjpass" and sayer is None else Stance.ACCUSED
        rule = "stance:accused" if token.dep_ == "appos" else "stance:called"
        yield make_statement(token, rule, actor, told, event=None, sayer=sayer)
    for token, actor in _led_to(scene):
        yield _accuse(token, actor, Stance.ACCUSED, None)
    for token, actor in names_of_held(scene):
        before = (index for index in range(token.i - 1, -1, -1) if index in scene.acts)
        yield make_statement(token, "stance:called", actor, Stance.ACCUSED, event=next(before, None))
    telling = words["suspects"] | words["doers"] | words["proceedings"] | CUSTODY
    telling |= load_words("agent_verbs")["holding"]
    for index, word in enumerate(scene.lower):
        if word not in telling and index not in scene.acts:
            continue
        token = scene.doc[index]
        if word in words["suspects"] or word in words["doers"]:
            for verb, actor in _named_suspects(scene, token):
                yield _accuse(verb, actor, Stance.SUSPECTED, _who_suspects(verb))
            sayer = _who_named(token)
            stance = Stance.ACCUSED if word in words["suspects"] or sayer is not None else Stance.REPORTED
            stance = Stance.CLEARED if is_no_longer(token) else stance
            unsure = any(child.lower_ in scene.doubts for child in token.children)
            for actor in _named_beside(scene, token):
                if word in words["doers"] and stance is Stance.ACCUSED:
                    yield make_statement(token, "stance:called", actor, stance, event=None, sayer=sayer)
                    continue
                doubted = unsure or (token.dep_ in ("nsubj", "attr") and is_doubted(scene, token.head, actor))
                guess = stance is Stance.REPORTED and doubted
                yield _accuse(token, actor, Stance.SUSPECTED if guess else stance, sayer)
            for actor in _groups_called(scene, token):
                doubted = stance is Stance.ACCUSED or is_doubted(scene, token.head, actor)
                sayer = find_sayer(token.head)
                told = stance if sayer is None else Stance.ACCUSED
                yield _accuse(token, actor, Stance.SUSPECTED if doubted else told, sayer)
        elif word in words["proceedings"]:
            # "The case of John Poe" may be that of his murder.
            for actor in _after(scene, token, ("against",) if word in CASES else ("against", "for", "of")):
                yield _accuse(token, actor, Stance.CLEARED if is_dropped(token) else Stance.ACCUSED, None)
        elif word in KEPT and token.dep_ == "pobj":
            jailed = (scene.by_head.get(head.i) for head in _in_custody(token))
            single = (actor for actor in jailed if actor is not None and actor.kind is ActorKind.INDIVIDUAL)
            yield from (_accuse(token, actor, Stance.ACCUSED, None) for actor in single)
        elif _is_arrest(scene, token) or _is_holding(scene, token):
            if are_freed(token) or _sets_off(scene, token):
                continue
            held = undergone(token)
            # "Raided the house of a clerk, John Poe": whose place it is is nobody held.
            named = tuple(head for above in held for head in (above, *(() if word in RAIDING else _beside(above))))
            for_act = _is_for_act(scene, token)
            named = (*named, *(name for name in _listed(held) if _is_person(scene, name)))
            yield from (_accuse(token, meant, Stance.ACCUSED, None) for meant in _meant_persons(scene, held))
            if not for_act:
                named = tuple(
                    head
                    for head in named
                    if head.lower_ in words["suspects"]
                    or _is_person(scene, head)
                    or _is_plotter(scene, head)
                    or is_rammer(scene, head)
                    or is_kin(scene, head, token)
                )
            police = next(by_agents(token), None) if is_passive(token) else None
            for head in named:
                for actor in actors_at(head, scene.by_head):
                    forces = for_act and actor.rule == "noun:forces"  # "three soldiers were held over the murder"
                    if (forces or actor.kind is not ActorKind.STATE) and actor.rule != "organisation":
                        yield _accuse(token, actor, Stance.ACCUSED, police or find_sayer(token))


def _sets_off(scene: Scene, arrest: Token) -> bool:
    """Whether the act came after the arrest, which was for something else: "fighting broke out after police held X"."""
    if arrest.dep_ != "advcl" or not any(kid.dep_ == "mark" and kid.lower_ == "after" for kid in arrest.lefts):
        return False
    act = arrest.head
    told = [act, *(kid for kid in act.lefts if kid.dep_ == "nsubj")]
    return act.lower_ not in ENDING and any(word.i in scene.acts for word in told)


def _meant_persons(scene: Scene, held: Iterable[Token]) -> Iterator[ActorMention]:
    """Yield the persons by name whom pronouns of the held stand for: "Ann Poe gave her name. She was remanded"."""
    meant = (next(find_meant(scene, word), None) for word in held if word.lower_ in ("he", "she"))
    yield from (actor for actor in meant if actor is not None and actor.rule == "person")


def _named_suspects(scene: Scene, noun: Token) -> Iterator[tuple[Token, ActorMention]]:
    """Yield the groups between the verb and "as suspects": "named the PKK and the DHKP-C as suspects"."""
    if noun.i < 2 or "as" not in (noun.nbor(-1).lower_, noun.nbor(-2).lower_):
        return
    verb = next((w for w in reversed(noun.doc[noun.sent.start : noun.i]) if w.lower_ in SUSPECTING), None)
    if verb is not None and not any(child.dep_ in ("auxpass", "nsubjpass") for child in verb.lefts):
        between = (scene.by_head.get(index) for index in range(verb.i + 1, noun.i))
        yield from ((verb, actor) for actor in between if actor is not None and actor.named)


def _who_suspects(verb: Token) -> Token | None:
    """Return who names suspects; the parser may make a clause of "the minister named", or join it to what he said."""
    if verb.dep_ == "acl":
        return verb.head
    doer = next(iter(agents_of_verb(verb)), None)
    return find_sayer(verb) or doer if verb.dep_ == "conj" else doer


def _led_to(scene: Scene) -> Iterator[tuple[Token, ActorMention]]:
    """Yield the persons to whom clues led the police: "footage led them to John Poe (22)"."""
    for index, word in enumerate(scene.lower):
        verb = scene.doc[index]
        if word not in LEADING or not any(obj.lower_ in TRACERS for obj in objects_of(verb)):
            continue
        preps = (prep for above in (verb, *objects_of(verb)) for prep in above.children if prep.lower_ == "to")
        for actor in scene.actors(kid for prep in preps for kid in prep.children if kid.dep_ == "pobj"):
            if actor.rule == "person":
                yield verb, actor


def _identified(scene: Scene) -> Iterator[tuple[Token, ActorMention]]:
    """Yield the pronoun and the name of who "was identified as John Poe"."""
    for index, word in enumerate(scene.lower):
        verb = scene.doc[index]
        if word not in NAMING or verb.pos_ not in VERBAL or is_negated(verb):
            continue
        for subject in undergone(verb):  # "police identified him as"
            if subject.lower_ not in ("he", "she", "him", "her") and not _is_someone(scene, subject):
                continue
            yield from ((subject, actor) for actor in scene.actors(named_as(verb)) if actor.rule == "person")


def _names_of_doers(scene: Scene) -> Iterator[tuple[Token, ActorMention]]:
    """Yield the word and the name of who was told to do harm: "a boy stabbed two. The boy, John P., ..."."""
    identified = list(_identified(scene))
    named = [
        (scene.doc[head].head, actor)
        for head, actor in scene.by_head.items()
        if actor.rule == "person" and scene.doc[head].dep_ == "appos" and _is_someone(scene, scene.doc[head].head)
    ]
    if not named and not identified:
        return
    verbs = (scene.doc[index] for index in scene.acts if scene.doc[index].pos_ in VERBAL)
    # "Taxi driver shot in Durban": he shot nobody.
    telling = [verb for verb in verbs if not is_negated(verb) and not is_elliptic(verb)]
    doers = [agent for verb in telling for agent in agents_of_verb(verb)]
    harmful = {agent.lower_: agent.i for agent in doers}
    acting = {agent.i for agent in doers}
    # "A man drove a car into a crowd. The driver was named as John Poe".
    rammed = [index for index in scene.acts if scene.acts[index].type is EventType.VEHICLE_RAMMING]
    harmful |= dict.fromkeys(DRIVERS, min(rammed)) if rammed else {}
    for noun, actor in (*named, *identified):
        if noun.lower_ in AROUND:
            continue
        meant = next(find_meant(scene, noun), None) if noun.pos_ == "PRON" else None
        if meant.head in acting if meant is not None else harmful.get(noun.lower_, noun.i) < noun.i:
            yield noun, actor


def _in_custody(noun: Token) -> Iterator[Token]:
    """Yield who "is in custody", "remained in jail"."""
    prep = noun.head
    if prep.lower_ not in ("in", "behind") or is_negated(prep.head):
        return
    if prep.head.lower_ in BEING | REMAINING:
        yield from (kid for kid in prep.head.children if kid.dep_ == "nsubj")
    elif prep.head.pos_ == "NOUN" and prep.i == prep.head.i + 1 and prep.head.head.lower_ != "of":
        yield prep.head  # a headline's "Boy, 15, in custody after shooting", not "the death of a man in custody"


def _is_person(scene: Scene, head: Token) -> bool:
    actor = scene.by_head.get(head.i)
    return actor is not None and actor.rule == "person"


def _is_plotter(scene: Scene, held: Token) -> bool:
    """Whether a clause on those held tells what they were about to do: "two men preparing to bomb a church"."""
    return any(
        clause.dep_ in ("relcl", "acl")
        and clause.lower_ in PLOTTING
        and any(part.i in scene.acts and part.i > clause.i for part in clause.subtree)
        for clause in held.children
    )


def _is_someone(scene: Scene, noun: Token) -> bool:
    """Whether the words stand for one person told of before: "the boy"."""
    actor = scene.by_head.get(noun.i)
    known = actor is not None and actor.kind is ActorKind.INDIVIDUAL and not actor.named
    return known and noun.tag_ == "NN" and any(child.lower_ == "the" for child in noun.lefts)


def _named_beside(scene: Scene, noun: Token) -> Iterator[ActorMention]:
    """Yield the person whom the noun names: "suspect X", "the gunman, X", "X, the gunman", "identified as X"."""
    beside = [child for child in noun.children if child.dep_ == "appos"]
    if noun.tag_ == "NNS" or noun.lower_ == "accused":
        beside += [other for child in beside for other in child.conjuncts if other.i > child.i]
    several = noun.tag_ == "NNS" and not any(kid.dep_ == "conj" for kid in noun.head.children)
    if noun.dep_ in NAMES_BESIDE and not (noun.dep_ == "appos" and several):
        beside.append(noun.head)  # not "according to a clerk, John Poe, the gunmen fled"
    for verb in (child for child in noun.children if child.dep_ in ("acl", "relcl") and child.lower_ in NAMING):
        beside += [kid for prep in verb.children if prep.dep_ == "prep" for kid in prep.children]
        beside += [kid for kid in verb.children if kid.dep_ in ("oprd", "attr", "dobj")]
    if noun.dep_ == "pobj" and noun.head.lower_ == "as" and noun.head.head.lower_ in NAMING:  # "named X as the gunman"
        verb = noun.head.head
        beside += undergone(verb)
    if noun.dep_ in ("nsubj", "nsubjpass", "dobj") and noun.head.lower_ in NAMING:
        beside += [kid for prep in noun.head.children if prep.dep_ == "prep" for kid in prep.children]
        beside += [kid for kid in noun.head.children if kid.dep_ == "oprd"]
    if noun.dep_ == "nsubj" and noun.head.lower_ in BEING:  # "the killer was a former clerk, John Poe"
        told = [kid for kid in noun.head.children if kid.dep_ == "attr"]
        beside += [*told, *(name for kid in told for name in _beside(kid))]
    if noun.dep_ == "attr" and noun.head.pos_ in VERBAL:
        told = [kid for kid in noun.head.children if kid.dep_ == "nsubj"]
        beside += [*told, *(name for kid in told for name in _beside(kid))]  # "the man, John Poe, was a suspect"
    for token in beside:
        actor = scene.by_head.get(token.i)
        if actor is not None and actor.rule == "person":
            yield actor


def _groups_called(scene: Scene, noun: Token) -> Iterator[ActorMention]:
    """Yield the groups said to be those: "members of X were the kidnappers"."""
    other = {"attr": "nsubj", "nsubj": "attr"}.get(noun.dep_)  # "the kidnappers were members of X"
    if other is not None and noun.head.lower_ in BEING and not is_negated(noun.head):
        for actor in scene.actors(kid for kid in noun.head.children if kid.dep_ == other):
            if actor.named and actor.kind in (ActorKind.ARMED_GROUP, ActorKind.CRIMINAL):
                yield actor


def _who_named(noun: Token) -> Token | None:
    """Return who names the suspect, when a verb of naming governs the noun: "police identified the gunman as X"."""
    verb = noun.head.head if noun.dep_ == "pobj" else noun.head
    if verb.lower_ not in NAMING or verb.pos_ not in VERBAL:
        return None
    if is_passive(verb):
        return next(by_agents(verb), None)
    return next(iter(agents_of_verb(verb)), None) if noun.dep_ in ("dobj", "pobj") else None


def _after(scene: Scene, noun: Token, preps: tuple[str, ...]) -> Iterator[ActorMention]:
    # "Brought charges against John Poe": the parser hangs him on the verb.
    held = noun.dep_ in ("dobj", "nsubjpass")
    issued = {"for"} if noun.lower_.startswith("warrant") else set[str]()  # "warrants were issued for John Poe"
    of_verb = [kid for kid in noun.head.rights if kid.lower_ in issued | {"against"}] if held else []
    for prep in (*noun.children, *of_verb):
        if prep.dep_ == "prep" and prep.lower_ in preps:
            for obj in (one for kid in prep.children for one in (kid, *kid.conjuncts)):
                actor = scene.by_head.get(obj.i)
                if actor is not None and actor.rule in ("person", "noun:gunmen"):
                    yield actor


def _is_arrest(scene: Scene, token: Token) -> bool:
    trigger = scene.acts.get(token.i)
    return trigger is not None and trigger.type is EventType.ARREST and token.pos_ in VERBAL and not is_negated(token)


def _beside(head: Token) -> Iterator[Token]:
    """Yield the names in apposition or of a list: "her ex-boyfriend, John Poe", "three men, including John Poe"."""
    for child in head.children:
        if child.dep_ == "appos":
            yield child
            # "A colonel, two lieutenants, a corporal": the parser hangs each of a list on the one before.
            yield from (kid for kid in child.children if kid.dep_ == "appos")
    # "A suspect from Leeds, John Poe": the parser hangs the name on the town.
    behind = head.doc[head.i + 1 : head.i + 2]
    near = (obj for prep in behind if prep.lower_ in ("from", "of", "in") for obj in prep.children)
    yield from (kid for obj in near if obj.ent_type_ in ("GPE", "LOC") for kid in obj.rights if kid.dep_ == "appos")
    among = (child for child in head.children if child.lower_ == "including")
    yield from (kid for prep in among for kid in prep.children if kid.dep_ == "pobj")


def _listed(held: Sequence[Token]) -> Iterator[Token]:
    """Yield the words after the colon that ends a sentence about people: "arrested two men: John Poe and Jack Roe"."""
    for head in held:
        if head.tag_ not in ("NNS", "NNPS"):
            continue
        after = head.doc[head.i + 1 : head.sent.end]
        colon = next((token for token in after if token.text == ":"), None)
        if colon is not None:
            yield from after[colon.i - after.start + 1 :]


def _is_holding(scene: Scene, token: Token) -> bool:
    """Whether a verb is one of holding suspects: "were held on suspicion of murder", "taken into custody over"."""
    if token.lower_ not in load_words("agent_verbs")["holding"] or token.pos_ not in VERBAL or is_negated(token):
        return False
    if token.lower_ in JAILED and has_term(token):
        return False  # sentenced, and no longer only accused
    if token.lower_ not in WEAKLY_HOLDING:
        return True
    # "Was taken to hospital after the shooting" tells for what, too.
    for_act = token.lower_ != "taken" and _is_for_act(scene, token)
    return for_act or any(part.lower_ in CUSTODY | REASON for part in token.subtree)


def _is_for_act(scene: Scene, verb: Token) -> bool:
    """Whether the clause tells for what: "in connection with", "on suspicion of", "after a boy was stabbed"."""
    for clause in verb.children:
        if clause.dep_ == "advcl" and clause.i in scene.acts and scene.acts[clause.i].type is not EventType.ARREST:
            after = any(kid.dep_ == "mark" and kid.lower_ in ("after", "following") for kid in clause.lefts)
            harmed = undergoers(clause) if is_passive(clause) else ()
            if after and not any(one.pos_ == "PRON" for one in harmed):
                return True
    for prep in verb.children:
        if prep.dep_ != "prep":
            continue
        below = [part for part in prep.subtree if part.i != prep.i]
        if any(part.lower_ in REASON for part in below):
            return True
        if prep.lower_ == "for" and any(part.lower_ in load_words("agent_nouns")["means"] for part in below):
            return True  # "were arrested for a series of firebombs"
        if prep.lower_ in ("for", "over", "in", "after", "following") and any(
            part.i in scene.acts and scene.acts[part.i].type is not EventType.ARREST for part in below
        ):
            return True
    return False


def _accuse(token: Token, actor: ActorMention, stance: Stance, sayer: Token | None) -> StanceMention:
    rule = "stance:accused" if stance is Stance.ACCUSED else "stance:called"
    rule = SENT_BY if token.lower_ in MASTERMINDS else rule
    return make_statement(token, rule, actor, stance, event=None, sayer=sayer)
