"""Reads who the attackers are said to be: "gunmen believed to be herders", "police described them as rebels"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dateline.records import ActorKind, Stance
from dateline.relate.agents import VERBAL, agents_of_verb, by_agents, is_passive, load_words, objects_of, undergoers
from dateline.relate.clauses import after_of, is_negated
from dateline.relate.cues import ARMED, BEING, SIDES, event_near, is_doubted
from dateline.relate.owners import holders_behind
from dateline.relate.sayers import find_sayer, make_statement

if TYPE_CHECKING:
    from spacy.tokens import Token

    from dateline.mentions import ActorMention, StanceMention
    from dateline.relate.cues import Scene

OPINING = frozenset(
    ("believed", "believe", "believes", "thought", "think", "thinks", "suspected", "suspect", "suspects", "said")
) | frozenset(("presumed", "reported", "alleged", "feared", "assumed", "understood", "reputed", "supposed"))
CALLING = frozenset(
    ("described", "describe", "describes", "identified", "identify", "identifies", "branded", "labelled")
)
TELLING = OPINING | CALLING
WORKING = frozenset(("working", "acting", "fighting", "linked", "loyal", "allied", "affiliated", "tied", "connected"))
BELONGING = frozenset(("belong", "belonged", "belongs", "belonging"))
SENT = frozenset(("sent", "hired", "dispatched", "contracted", "paid", "recruited", "hire", "send", "pay"))
COMING = frozenset(("came", "come", "coming", "originated"))
SENT_BY = "stance:sent"  # rule of those who stand behind the attackers, and are none of them
RULERS = frozenset(("regime", "government", "junta", "army", "military"))
POINTING = frozenset(("the", "both", "these", "those"))
# What flies for a state.
CRAFT = frozenset((
    "jet", "jets", "plane", "planes", "aircraft", "warplane", "warplanes", "drone", "drones", "helicopter",
    "helicopters", "gunship", "gunships", "bomber", "bombers",
))  # fmt: skip
ORIGINS = frozenset(("from", "of", "to", "with", "for"))
REACH = 5  # tokens behind "be" in which the head of who they are stands: "the feared Red Front rebels"
ATTACKERS = ("noun:gunmen", "noun:criminals", "noun:fighters", "noun:miscreants", "noun:people")


def read_identities(scene: Scene) -> Iterator[StanceMention]:
    """Yield whom attackers are believed, or called, to be, and who they are."""
    for index, word in enumerate(scene.lower):
        if word not in TELLING | BEING | SENT | COMING:
            continue
        verb = scene.doc[index]
        if verb.pos_ not in VERBAL or is_negated(verb):
            continue
        if word in SENT:
            yield from _sent(scene, verb)
            continue
        if word in COMING:
            yield from _came(scene, verb)
            continue
        if word in OPINING:
            yield from _believed(scene, verb)
        elif word in CALLING:
            yield from _called(scene, verb)
        else:
            yield from _equated(scene, verb)
            yield from _singled_out(scene, verb)


def _sent(scene: Scene, verb: Token) -> Iterator[StanceMention]:
    """Yield who is said to stand behind the attackers: "a rival gang had sent the killers", "hired by a cartel"."""
    passive = is_passive(verb)
    whom = undergoers(verb) if passive else objects_of(verb)
    whom = (*whom, *((verb.head,) if verb.dep_ == "acl" else ()))  # "killers sent by a cartel"
    found = (scene.by_head.get(token.i) or _last_attackers(scene, token) for token in whom)
    if not any(actor is not None and actor.rule.startswith(("noun:gunmen", "noun:miscreants")) for actor in found):
        return
    senders = tuple(by_agents(verb)) if passive else agents_of_verb(verb)
    sayer = find_sayer(verb)
    for actor in scene.actors(senders):
        if actor.rule == "noun:forces" and not actor.country:
            continue  # "the police sent snipers"
        stance = Stance.REPORTED if sayer is None else Stance.ACCUSED
        if is_doubted(scene, verb, actor):
            stance = Stance.SUSPECTED
        yield make_statement(verb, SENT_BY, actor, stance, event=event_near(scene, verb), sayer=sayer)


def _came(scene: Scene, verb: Token) -> Iterator[StanceMention]:
    """Yield from whose side what did harm is said to have come: "the shell came from rebel positions"."""
    means = load_words("agent_nouns")["means"]
    if not any(subject.lower_ in means or subject.i in scene.acts for subject in agents_of_verb(verb)):
        return
    sayer = find_sayer(verb)
    for actor in scene.actors(holders_behind(verb)):
        if actor.kind in SIDES:
            stance = Stance.REPORTED if sayer is None else Stance.ACCUSED
            if is_doubted(scene, verb, actor):
                stance = Stance.SUSPECTED
            yield make_statement(verb, "stance:blame", actor, stance, event=event_near(scene, verb), sayer=sayer)


def _last_attackers(scene: Scene, pronoun: Token) -> ActorMention | None:
    """Return the attackers told last before "believe the nephew hired them"."""
    if pronoun.lower_ not in ("them", "him", "they", "he"):
        return None
    start = scene.doc[max(pronoun.sent.start - 1, 0)].sent.start
    before = (scene.by_head.get(index) for index in range(pronoun.i - 1, start - 1, -1))
    return next((actor for actor in before if actor is not None and actor.rule.startswith("noun:gunmen")), None)


def find_equated(scene: Scene) -> frozenset[int]:
    """Return the words for attackers of whom it is told who they were: "the killers were four men", "were rebels".

    Or by what name they may go: "gunmen believed to be members of the front".
    """
    found: set[int] = set()
    for index, word in enumerate(scene.lower):
        verb = scene.doc[index]
        if word not in OPINING | BEING or verb.pos_ not in VERBAL or is_negated(verb):
            continue
        if word in BEING and any(True for _ in _told_to_be(scene, verb)):
            found |= {subject.i for subject in _doers_before(scene, verb)}
        elif word in OPINING:
            for clause, _, attackers in _opinions(scene, verb):
                close = verb.dep_ == "acl" or any(attacker.i == verb.i - 1 for attacker in attackers)
                if any(actor.named or close for actor in _named_as(scene, clause)):
                    found |= {attacker.i for attacker in attackers}
    # "Gunmen kill five", and then "gunmen believed to be members of the front": the same.
    words = {scene.lower[index] for index in found if scene.doc[index].tag_ == "NNS"}
    alike = {index for index, actor in scene.by_head.items() if scene.lower[index] in words and not actor.named}
    return frozenset(found | alike)


def _doers_before(scene: Scene, verb: Token) -> Iterator[Token]:
    """Yield the word for attackers before "was" or "were": "the killers"."""
    doers = load_words("agent_nouns")["doers"]
    for kid in verb.lefts:
        flown = _is_craft_told(scene, kid)
        if kid.dep_ == "nsubj" and (kid.lower_ in doers or _are_doers(kid) or flown):
            yield kid


def _is_craft_told(scene: Scene, subject: Token) -> bool:
    """Whether a craft told before to attack is meant: "the drone was Israeli", "jets bombed a clinic. They were"."""
    pointed = subject.lower_ in CRAFT and any(word.lower_ in POINTING for word in subject.lefts)
    if not pointed and subject.lower_ not in ("they", "it"):
        return False
    start = 0 if pointed else scene.doc[max(subject.sent.start - 1, 0)].sent.start
    before = scene.doc[start : subject.sent.start]
    return any(word.lower_ in CRAFT and word.dep_ == "nsubj" and word.head.i in scene.acts for word in before)


def _are_doers(noun: Token) -> bool:
    """Whether "the men" can only be those who did it: no man was told of before as a victim."""
    if noun.lower_ not in ("men", "youths") or not any(kid.lower_ == "the" for kid in noun.lefts):
        return False
    before = (word for word in noun.doc[: noun.i] if word.lower_ in ("man", "men", "people", "boys", "youths"))
    return not any(word.dep_ in ("nsubjpass", "dobj", "pobj") for word in before)


def _told_to_be(scene: Scene, verb: Token) -> Iterator[ActorMention]:
    """Yield who the attackers are told to be: "four hooded men", "rebels", "from the front"."""
    told = [kid for kid in verb.rights if kid.dep_ == "attr"]
    for actor in scene.actors(told):
        if actor.named is False and actor.head != verb.i and not _is_of_speaker(scene.doc[actor.head]):
            yield actor
    yield from (actor for actor in _named_as(scene, verb) if actor.named)


def _is_of_speaker(noun: Token) -> bool:
    """Whether the words tell whose he was, by the speaker's own word: "one of its soldiers"."""
    own = (kid for obj in after_of(noun) for kid in obj.lefts)
    return any(kid.dep_ == "poss" and kid.pos_ == "PRON" for kid in own)


def _equated(scene: Scene, verb: Token) -> Iterator[StanceMention]:
    """Yield who the attackers were: "the killers were hooded men", "the attackers may be from the front"."""
    if not any(True for _ in _doers_before(scene, verb)):
        return
    sayer = find_sayer(verb)
    for actor in _told_to_be(scene, verb):
        sided = _is_side(actor) or actor.named or actor.rule == "noun:members"
        stance = Stance.ACCUSED if sayer is not None and sided else Stance.REPORTED
        if is_doubted(scene, verb, actor):
            stance = Stance.SUSPECTED
        yield make_statement(verb, "stance:called", actor, stance, event=event_near(scene, verb), sayer=sayer)


def _singled_out(scene: Scene, verb: Token) -> Iterator[StanceMention]:
    """Yield who did what was told before, of "witnesses said it was soldiers", "it was the rebels, he said"."""
    it = [kid for kid in verb.lefts if kid.dep_ == "nsubj" and kid.lower_ in ("it", "this", "that")]
    sayer = find_sayer(verb) if it else None
    if sayer is None or any(kid.dep_ in ("relcl", "ccomp", "advcl") for kid in verb.rights):
        return
    told = [kid for kid in verb.rights if kid.dep_ == "attr" and not _is_described(kid)]
    if any(speaker.kind in ARMED for speaker in scene.actors((sayer,), speaker=True)):
        return  # "the front said it was the armed wing of the party"
    for actor in scene.actors(told):
        if actor.kind in ARMED or actor.rule == "noun:forces" or (actor.kind is ActorKind.STATE and actor.named):
            yield make_statement(
                verb, "stance:blame", actor, Stance.ACCUSED, event=event_near(scene, verb), sayer=sayer
            )


def _is_described(noun: Token) -> bool:
    """Whether the words tell what something is, or which one did something: "a military base", "rebels who fired"."""
    single = any(kid.lower_ in ("a", "an") for kid in noun.lefts)
    return single or any(kid.dep_ in ("relcl", "acl") for kid in noun.rights)


def _believed(scene: Scene, verb: Token) -> Iterator[StanceMention]:
    for clause, own, _ in _opinions(scene, verb):
        sayer = next(iter(agents_of_verb(verb)), None) if own and not is_passive(verb) else find_sayer(verb)
        for actor in _named_as(scene, clause):
            yield make_statement(
                verb, "stance:think", actor, Stance.SUSPECTED, event=event_near(scene, verb), sayer=sayer
            )


def _opinions(scene: Scene, verb: Token) -> Iterator[tuple[Token, bool, list[Token]]]:
    """Yield the clauses that tell who attackers may be, whether these are its own subject, and the attackers."""
    of_what = [kid for child in verb.children if child.lower_ == "of" for kid in child.children]
    if verb.i and scene.lower[verb.i + 1 : verb.i + 3] in (("to", "be"), ("of", "being")):
        # "Gunmen suspected to be bandits ambushed three lorries": the parser may hang "be" on the ambush.
        before, clause = scene.doc[verb.i - 1], scene.doc[verb.i + 2]
        if clause.head is not verb and clause not in of_what and _is_attacker(scene, before):
            yield clause, False, [before]
    for clause in (*verb.children, *of_what):
        if (
            clause.dep_ not in ("xcomp", "ccomp", "pcomp")
            or clause.lower_ not in BEING | BELONGING | WORKING | {"be"}
            or is_negated(clause)
        ):
            continue
        own = [child for child in clause.children if child.dep_ == "nsubj"]
        if own and verb.lower_ == "said":
            continue  # "said the attackers were rebels": told, not believed
        whom = own or [*undergoers(verb), *(child for child in verb.children if child.dep_ == "nsubj")]
        whom += [verb.head] if verb.dep_ == "acl" and not own else []  # "gunmen believed to be rebels"
        attackers = [token for token in whom if _is_attacker(scene, token)]
        if attackers:
            yield clause, bool(own), attackers


def _named_as(scene: Scene, clause: Token) -> Iterator[ActorMention]:
    """Yield who stands after "be", "be from", "belong to"."""
    told = [child for child in clause.children if child.dep_ in ("attr", "acomp")]
    # "Men said to be members of the front killed five": the parser hangs the members on the killing.
    after = clause.right_edge.i + 1
    told += [kid for kid in clause.doc[after : after + REACH] if kid.dep_ == "nsubj" and kid.left_edge.i == after]
    told += [
        kid
        for prep in clause.children
        if prep.dep_ == "prep" and prep.lower_ in ORIGINS
        for kid in prep.children
        if kid.dep_ == "pobj"
    ]
    yield from (actor for actor in scene.actors(told) if _is_side(actor))


def _called(scene: Scene, verb: Token) -> Iterator[StanceMention]:
    passive = is_passive(verb)
    whom = undergoers(verb) if passive else objects_of(verb)
    if not any(_is_attacker(scene, token) for token in whom):
        return
    sayer = next(by_agents(verb), None) if passive else next(iter(agents_of_verb(verb)), None)
    for prep in (child for above in (verb, *whom) for child in above.children):
        if prep.lower_ == "as" and prep.dep_ == "prep":
            for actor in scene.actors(kid for kid in prep.children if kid.dep_ == "pobj"):
                if _is_side(actor):
                    yield make_statement(
                        verb, "stance:blame", actor, Stance.ACCUSED, event=event_near(scene, verb), sayer=sayer
                    )


def _is_attacker(scene: Scene, token: Token) -> bool:
    """Whether the words stand for those who did it: "gunmen", "the killers", "armed men", "the jet"."""
    actor = scene.by_head.get(token.i)
    if token.lower_ in CRAFT:
        return True
    return actor is not None and (
        actor.rule.startswith(ATTACKERS) or token.lower_ in load_words("agent_nouns")["doers"]
    )


def _is_side(actor: ActorMention) -> bool:
    """Whether the words tell a side, not only what sort of people they are."""
    if actor.rule.startswith("noun:gunmen"):
        return False
    if actor.actor.lower().split()[-1] in RULERS:
        return True  # "warplanes believed to belong to the regime"
    return actor.kind in ARMED or actor.kind is ActorKind.CROWD or (actor.named and actor.kind is ActorKind.STATE)
