"""Holds what the readers of responsibility share: the cues, the scene they look up in, doubt and unreality."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from dateline.lexicon.files import load_file
from dateline.mentions import ActorMention, TriggerMention
from dateline.records import ActorKind, Stance
from dateline.relate.actor_heads import actors_at
from dateline.relate.agents import (
    MODIFYING,
    SEEKING,
    VERBAL,
    agents_of_verb,
    is_passive,
    load_words,
    objects_of,
    undergoers,
)
from dateline.relate.clauses import after_of, clause_of, is_negated, path_up

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

ACT = "ACT"
# Doubt cast on a clause by its auxiliary: "may have carried out".
DOUBT = frozenset(("may", "might", "could"))
OPINED = frozenset(("ccomp", "xcomp", "conj", "acl", "advcl", "csubj"))
UNREAL = frozenset(("would", "will", "should", "must", "can", "'ll", "wo"))
BEING = frozenset(("was", "were", "is", "are", "be", "been", "being", "stand", "stood", "'s", "'re"))
ARMED = frozenset((ActorKind.ARMED_GROUP, ActorKind.CRIMINAL))
SIDES = ARMED | {ActorKind.STATE}  # of a fight
GUILTY = frozenset(("responsible", "behind", "involved", "guilty"))
HATCHING = frozenset(("hatching", "planning", "plotting", "masterminding", "organising", "organizing", "making"))
BODIES = frozenset(("group", "organisation", "organization", "movement", "militia", "outfit", "faction"))
SENDING = frozenset(("sent", "hired", "dispatched", "ordered", "recruited", "paid", "trained", "armed", "financed"))
PARTAKING = frozenset(("part", "involved", "role", "responsible", "behind"))
TURNING_DOWN = ("reject", "dismiss", "repudiat")  # of an act these condemn it, of a charge they deny it
AFTERWARDS = frozenset(("after", "following", "since"))
GROUPS = frozenset((
    "band", "bands", "dozens", "gang", "gangs", "group", "groups", "hundreds", "number", "pair", "scores", "team",
    "thousands", "trio",
))  # fmt: skip
HAVE = frozenset(("has", "have", "had", "'ve"))
INQUIRING = SEEKING | frozenset(
    ("check", "checking", "examining", "determine", "establish", "unclear", "clear", "known")
)
WHY = frozenset(("as", "since", "because"))
MOTIVES = frozenset(
    ("revenge", "retaliation", "response", "reply", "answer", "punishment", "reprisal", "vengeance", "retribution")
)
HAVING = frozenset(("having", "playing", "taking"))
COMPLEMENTS = frozenset(("acomp", "prep", "attr", "oprd"))
TAKEN = frozenset(("xcomp", "pcomp", "ccomp"))  # arcs of what is denied
Reading = tuple[ActorMention, "Token | None"]  # an actor and the head of the phrase for who says so
Filed = Mapping[str, tuple[tuple[tuple[str, ...], "Cue"], ...]]


@dataclass(frozen=True, slots=True)
class Cue:
    """What a word of stances.toml says."""

    id: str
    stance: Stance
    frames: tuple[str, ...]
    objects: frozenset[str]


@cache
def load_stance_cues(overlay: Path | None = None) -> Filed:
    """Read stances.toml: phrases as words and what they say, filed by first word, longest first."""
    filed: dict[str, list[tuple[tuple[str, ...], Cue]]] = {}
    for entry in load_file("stances", overlay):
        cue = Cue(
            entry.id, Stance(entry.text("stance") or ""), entry.texts("frames"), frozenset(entry.texts("objects"))
        )
        for phrase, _ in entry.phrases():
            words = tuple(phrase.casefold().split())
            filed.setdefault(words[0], []).append((words, cue))
    return {word: tuple(sorted(rows, key=lambda row: -len(row[0]))) for word, rows in filed.items()}


@dataclass(frozen=True, slots=True)
class Scene:
    """What the readers look up in; made once for each text."""

    doc: Doc
    lower: Sequence[str]  # its tokens in lower case
    by_head: Mapping[int, ActorMention]  # actors by head token
    acts: Mapping[int, TriggerMention]  # words for acts by head token
    cues: Filed
    harm: frozenset[str]  # verbs whose subject does harm
    doubts: frozenset[str]  # words that, before an actor, say that it is not sure

    def actors(self, tokens: Iterable[Token], *, speaker: bool = False) -> Iterator[ActorMention]:
        """Yield the actors of noun phrases; with `speaker` those for whom somebody speaks too."""
        for token in tokens:
            yield from actors_at(token, self.by_head, speaker=speaker)


@cache
def load_harm_verbs() -> frozenset[str]:
    """Return the verbs whose subject does harm, in all forms."""
    verbs = load_words("agent_verbs")
    return verbs["harm"] | verbs["transitive"] | verbs["mutual"]


@cache
def load_doubts(overlay: Path | None = None) -> frozenset[str]:
    """Return the words that, before an actor, say that it is not sure ("suspected")."""
    return frozenset(
        phrase.casefold()
        for entry in load_file("stances", overlay)
        if entry.flag("doubt")
        for phrase, _ in entry.phrases()
    )


@cache
def load_denials() -> frozenset[str]:
    """Return the verbs of denial, in all forms."""
    return frozenset(
        phrase.casefold() for entry in load_file("stances") if entry.id == "deny" for phrase, _ in entry.phrases()
    )


def event_near(scene: Scene, token: Token, *, aims: bool = True) -> int | None:
    """Return the word for the act below the cue, the nearest; else the one the cue hangs on.

    Without `aims` no act for which another was done: "said it had planted the bomb to protest".
    """
    aside = {part.i for child in token.children if _gives_reason(child) for part in child.subtree}
    # "Took responsibility, saying it was revenge for the killing of its chief": what was avenged was done by others.
    motives = (part for part in token.subtree if part.lower_ in MOTIVES)
    aside |= {part.i for motive in motives for child in motive.rights for part in child.subtree}
    if not aims:
        aside |= {part.i for clause in token.subtree if _tells_aim(clause) for part in clause.subtree}
    # "Following the blast troops began an operation": what the verb tells goes before its circumstances.
    earlier = {part.i for child in token.lefts if child.lower_ in AFTERWARDS for part in child.subtree}
    found = [part.i for part in token.subtree if part.i in scene.acts and part.i != token.i and part.i not in aside]
    below = [index for index in found if index not in earlier] or found
    if below:
        return min(below, key=lambda index: abs(index - token.i))
    for part in path_up(token):
        if part.i in scene.acts and part.i != token.i:
            return part.i
        if part.dep_ in ("acl", "relcl"):
            # It describes a noun: "lynched a man accused of theft", or the act: "a blast blamed on rebels".
            return part.head.i if part.head.i in scene.acts else None
    return None


def _gives_reason(clause: Token) -> bool:
    """Whether a clause tells why somebody is named: "is suspected, as it has attacked pipelines before"."""
    if clause.dep_ != "advcl" or not any(kid.dep_ == "aux" and kid.lower_ in HAVE for kid in clause.lefts):
        return False
    return any(kid.dep_ == "mark" and kid.lower_ in WHY for kid in clause.lefts)


def _tells_aim(clause: Token) -> bool:
    return clause.dep_ == "advcl" and any(kid.dep_ == "aux" and kid.lower_ == "to" for kid in clause.lefts)


def is_doubted(scene: Scene, token: Token, actor: ActorMention) -> bool:
    """Whether the words around the act or the actor say that it is not sure who did it."""
    head = scene.doc[actor.head]
    told = (token, *_singled_out(token))
    if any(child.dep_ == "aux" and child.lower_ in DOUBT for verb in told for child in verb.children):
        return True
    before = [kid for child in head.lefts for kid in (child, *child.lefts)]  # "alleged Green Front men"
    if head.lower_ in GROUPS:  # "a group of suspected rebels"
        before += [kid for prep in head.rights if prep.lower_ == "of" for obj in prep.rights for kid in obj.lefts]
    if head.dep_ in MODIFYING and head.head.i == token.i:
        before += [child for child in token.lefts if child.i < head.i]  # "suspected Russian air strikes"
    if any(word.lower_ in scene.doubts for word in before) or _is_one_of_two(head):
        return True
    clause = clause_of(token)
    asked = ("whether", "if") if clause.head.lower_ in INQUIRING else ("whether",)
    if any(child.dep_ == "mark" and child.lower_ in asked for child in clause.children):
        return True  # "are checking if rebels were behind it"
    unsure = load_words("agent_verbs")["unsure"]
    if _is_what_may_be(head, unsure):
        return True
    # "Bombs allegedly set by rebels"
    doing = [
        child
        for child in token.children
        if child.dep_ == "acl" and actor.head in range(child.i, token.doc[child.i].right_edge.i + 1)
    ]
    # "Was murdered, presumably by gunmen"
    by = [kid for kid in token.children if kid.lower_ == "by" and actor.head in {part.i for part in kid.subtree}]
    # "The raid was presumably carried out by rebels", "guerrillas, apparently of the front"
    light = [token.head] if token.dep_ in ("dobj", "nsubjpass") else []
    of = [kid for kid in head.rights if kid.dep_ == "prep" and kid.lower_ in ("from", "of")]
    near = (kid for above in (token, head, *doing, *by, *light, *of) for kid in above.children)
    if any(child.dep_ == "advmod" and child.lower_ in unsure for child in near):
        return True
    return any(above.lower_ in unsure or _leaves_open(above) for above in governing_opinions(token))


def _leaves_open(verb: Token) -> bool:
    """Whether a verb says that what hangs on it may be: "did not rule out that rebels planted it"."""
    out = verb.lower_.startswith("rul") and any(child.lower_ == "out" for child in verb.rights)
    return out and is_negated(verb)


def _is_what_may_be(head: Token, unsure: frozenset[str]) -> bool:
    """Whether the noun says who others may be: "gunmen suspected to be bandits", "men suspected of being rebels"."""
    first = head.left_edge.i
    words = [word.lower_ for word in head.doc[max(first - 3, 0) : first]]
    return len(words) == 3 and words[0] in unsure and " ".join(words[1:]) in ("to be", "of being")


def _singled_out(clause: Token) -> Iterator[Token]:
    """Yield the verb that singles out who did it: "it may have been soldiers who fired"."""
    if clause.dep_ != "relcl":
        return
    for above in path_up(clause.head):
        if above.lower_ in BEING:
            yield above
        if above.pos_ in VERBAL:
            return


def _is_one_of_two(head: Token) -> bool:
    """Whether it is either of two: "rebels or soldiers", "Syrian or Russian jets"."""
    owners = (child for child in head.lefts if child.dep_ in MODIFYING)
    named = (head, *owners, *((head.head,) if head.dep_ == "conj" else ()))
    return any(
        child.lower_ == "or" and child.dep_ == "cc" and not _leads_to_letters(child)
        for word in named
        for child in word.children
    )


def _leads_to_letters(either: Token) -> bool:
    """Whether only the letters of the name itself follow: "the Green Dawn Front, or GDF,"."""
    if either.i + 2 >= len(either.doc):
        return False
    letters = either.nbor()
    return either.nbor(-1).text == "," and letters.is_upper and either.nbor(2).text in (",", ")")


def governing_opinions(token: Token) -> Iterator[Token]:
    """Yield the words of opinion that what is told hangs on: "it is likely that", "police believe"."""
    # "Carried out the attack"; "believe the attack was carried out by"; "what they believed were government strikes".
    below = token.head if token.dep_ in ("dobj", "attr", "nsubjpass") else token
    said = False
    for above in path_up(below):
        if above.i == below.i:
            continue
        if below.dep_ not in OPINED or (said and below.dep_ == "conj"):
            return  # "denied it and alleged that rebels fired": what is alleged is not denied
        said = said or below.dep_ == "ccomp"
        yield above
        yield from (child for child in above.children if child.dep_ in ("acomp", "attr", "oprd"))
        below = above


def is_unreal(verb: Token) -> bool:
    """Whether the verb is negated or tells what will, would or should be."""
    return is_negated(verb) or any(child.dep_ == "aux" and child.lower_ in UNREAL for child in verb.children)


def _own_act(scene: Scene, verb: Token) -> bool:
    """Whether a clause below the verb tells an act that the verb's own subject did or a nameless one did."""
    if verb.lower_.startswith(TURNING_DOWN) and objects_of(verb):
        return False  # "rejected the appeals to free the killers", "dismissed the possibility of an attack"
    for child in verb.children:
        if child.dep_ in ("dobj", "xcomp", "prep", "pcomp") and any(part.i in scene.acts for part in child.subtree):
            return True
        if child.dep_ == "xcomp" and child.tag_ == "VBG" and verb.lower_ in load_denials():
            means = load_words("agent_nouns")["means"]
            if child.lower_ in scene.harm or any(obj.lower_ in means for obj in objects_of(child)):
                return True  # "denied laying the mine"
        if child.dep_ == "ccomp" and verb.lower_ in load_denials():
            if _of_own_people(child):
                return True  # "denied that its men had entered the village"
            if any(part.i in scene.acts or part.lower_ in PARTAKING for part in child.subtree) and _of_own_side(
                scene, verb, child
            ):
                return True
        if child.dep_ == "ccomp" and child.lower_ in SENDING and verb.lower_ in load_denials():
            return True  # "denied that it had sent him"
        harms = verb.lower_ in load_denials() and child.lower_ in scene.harm and not is_passive(child)
        guilt = any(part.i in scene.acts or part.lower_ in GUILTY for part in child.subtree)
        if child.dep_ != "ccomp" or not (harms or guilt):  # "denied that it had fired them"
            continue
        if verb.lower_ not in load_denials() and _tells_lack(child):
            continue  # "claimed they had no word of the clashes"
        # "denied that it was involved" is taken for a passive
        doers = undergoers(child) if child.lower_ == "involved" and is_passive(child) else agents_of_verb(child)
        # "admitted that one of its members had fired"
        doers += tuple(obj for doer in doers for obj in after_of(doer))
        subjects = {subject.lower_ for subject in agents_of_verb(verb)}
        if any(
            doer.pos_ == "PRON"
            or doer.lower_ in subjects
            or any(kid.dep_ == "poss" and kid.pos_ == "PRON" for kid in doer.children)
            for doer in doers
        ):
            return True
    return False


def _tells_lack(clause: Token) -> bool:
    """Whether the clause tells what is not so, or what somebody has not."""
    return is_negated(clause) or any(
        kid.lower_ in ("no", "nothing") for obj in objects_of(clause) for kid in (obj, *obj.lefts)
    )


def _of_own_side(scene: Scene, verb: Token, clause: Token) -> bool:
    """Whether forces speak of forces, or a group of any of its members: "the army denied that troops took part"."""
    doers = agents_of_verb(clause)
    if clause.lower_ == "involved" and is_passive(clause):
        doers += undergoers(clause)  # "denied that soldiers were involved", taken for a passive
    if any(kid.lower_ == "any" and kid.dep_ == "det" for doer in doers for kid in doer.lefts):
        return True
    speakers = tuple(scene.actors(agents_of_verb(verb), speaker=True))
    done_by = [actor for doer in doers if (actor := scene.by_head.get(doer.i)) is not None]
    if any(actor.named and actor.actor in {voice.actor for voice in speakers} for actor in done_by):
        return True  # "a spokesman for the front denied that the group was behind it"
    if any(_is_the_body(doer) for doer in doers) and any(actor.kind in ARMED for actor in speakers):
        return True  # "a spokesman for the front denied that the group was involved"
    own = any(actor.rule == "noun:forces" for actor in done_by)
    return own and any(actor.rule in ("noun:forces", "noun:governments") for actor in speakers)


def _is_the_body(doer: Token) -> bool:
    """Whether the words stand for a body told of before: "the group"."""
    return doer.lower_ in BODIES and [kid.lower_ for kid in doer.lefts] == ["the"]


def _of_own_people(clause: Token) -> bool:
    """Whether the clause tells what the speaker's own people or means do: "its aircraft", "any of his soldiers"."""
    if is_passive(clause) and clause.lower_ != "involved":
        return False
    for subject in (child for child in clause.children if child.dep_ in ("nsubj", "nsubjpass")):
        parts = [subject, *after_of(subject)]
        if any(kid.dep_ == "poss" and kid.pos_ == "PRON" for part in parts for kid in part.children):
            return True
    return False


def find_object(scene: Scene, verb: Token, cue: Cue) -> Token | None:
    """Return the object that the cue asks for, the verb itself where a clause tells the act."""
    if verb.pos_ not in VERBAL:
        return None
    passive = is_passive(verb)
    if verb.dep_ == "relcl" and not passive and verb.head.lower_ in cue.objects and not objects_of(verb):
        return verb.head  # "a charge the company denied"
    for child in (*objects_of(verb), *(kid for kid in verb.children if kid.dep_ in COMPLEMENTS), *undergoers(verb)):
        inner = [child] if child.dep_ != "prep" else [kid for kid in child.children if kid.dep_ in ("pobj", "pcomp")]
        # "Admitted to hatching the plot"
        inner += [obj for kid in inner if kid.dep_ == "pcomp" and kid.lower_ in HATCHING for obj in objects_of(kid)]
        for word in (part for obj in inner for part in (obj, *obj.conjuncts)):
            if word.lower_ in cue.objects or word.lower_.removesuffix("s") in cue.objects:
                return word
            condemned = verb.lower_.startswith(TURNING_DOWN) and word.dep_ in ("dobj", "nsubjpass", "conj")
            if ACT in cue.objects and not condemned and (word.i in scene.acts or _names_act(word)):
                return word
    # "Rejected what it called allegations"
    called = [kid for kid in verb.children if kid.dep_ == "ccomp" and any(one.lower_ == "what" for one in kid.lefts)]
    for word in (obj for clause in called for obj in clause.children if obj.dep_ == "oprd"):
        if word.lower_ in cue.objects or word.lower_.removesuffix("s") in cue.objects:
            return word
    having = [kid for kid in verb.children if kid.dep_ in ("xcomp", "pcomp") and kid.lower_ in HAVING]
    for word in (obj for clause in having for obj in objects_of(clause)):
        if word.lower_ in cue.objects:
            return word  # "denied having any part in it"
    if ACT in cue.objects and any(kid.lower_ == "involved" and kid.dep_ in TAKEN for kid in verb.children):
        return verb  # "denied being involved"
    return verb if ACT in cue.objects and not passive and _own_act(scene, verb) else None


def _names_act(word: Token) -> bool:
    """Whether the word names an act in general, or a means for it.

    "The incident", "a car bomb claimed by rebels", "a car bomb killed nine and was claimed by rebels".
    """
    nouns = load_words("agent_nouns")
    acting = word.dep_ == "nsubj" or any(kid.dep_ == "acl" for kid in word.rights)
    return word.lower_ in nouns["acts"] or (word.lower_ in nouns["means"] and acting)
