"""Finds everyone whom the text ties to responsibility: told as fact, claimed, denied, accused, suspected, cleared."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from dateline.analysis.texts import lower_words
from dateline.mentions import ActorMention, StanceMention, TriggerMention
from dateline.records import SECURITY, ActorKind, EventType, Stance
from dateline.relate.able_actors import UNREST, may_act
from dateline.relate.accused import read_accused
from dateline.relate.accusers import is_accusation
from dateline.relate.act_nouns import agents_of_noun, fallen, is_noun_in_ing, turnout
from dateline.relate.actor_heads import actors_at
from dateline.relate.agents import AGENT, VERBAL, agents_of_verb, load_words, objects_of
from dateline.relate.answered_charges import read_answered_charges
from dateline.relate.attempts import triers_of
from dateline.relate.avowals import read_avowals
from dateline.relate.captors import read_captors
from dateline.relate.claims import read_cues
from dateline.relate.clauses import is_speech, path_up, span_of_word
from dateline.relate.clearings import is_refuted, read_clearings
from dateline.relate.commands import is_commander, read_commands
from dateline.relate.concerns import is_denied
from dateline.relate.counterfactuals import is_counterfactual
from dateline.relate.court_days import read_court_days
from dateline.relate.cues import (
    ARMED,
    Scene,
    event_near,
    is_doubted,
    load_doubts,
    load_harm_verbs,
    load_stance_cues,
)
from dateline.relate.disavowals import read_disavowals
from dateline.relate.exclusions import read_exclusions
from dateline.relate.identities import SENT_BY, find_equated, read_identities
from dateline.relate.innocence import read_innocence
from dateline.relate.last_told import is_own_voice
from dateline.relate.named_later import with_later_names
from dateline.relate.named_suspects import read_partners
from dateline.relate.own_deeds import forces, is_deniers_version, read_own_deeds, speakers_of_own, tells_of_self
from dateline.relate.owners import groups_of, owners_of_means, slain_foes
from dateline.relate.parents import affiliates, with_parents
from dateline.relate.policies import is_policy, is_record
from dateline.relate.presence import WEAK, is_nobody, read_presence
from dateline.relate.pronouns import find_antecedent
from dateline.relate.punished import is_charge_of_punished
from dateline.relate.pursuits import is_campaign, is_pursuit
from dateline.relate.sayers import find_sayer, is_voice, phrase_of, teller_between
from dateline.relate.sides import (
    allies,
    at_hands,
    circumstances,
    companions,
    dispersed,
    is_onlooker,
    losers,
    partners,
)
from dateline.relate.stoppings import is_made_safe, is_shot_down
from dateline.relate.unsaid import is_left_unsaid
from dateline.relate.verbs import is_told

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

TOLLS = frozenset(("toll", "tally"))
REPELLING = ("repel", "repuls", "rebuff")
UNDOING = frozenset(("trigger:find_bomb", "trigger:make_safe", "trigger:intercept", "trigger:step_on_mine"))
WARRING = frozenset(("fighting", "battling", "combating", "combatting"))
DYING = frozenset(("died", "die"))
THINGS = frozenset(("target", "targets"))
# Of a crowd, those whom no one takes for bystanders of a fight.
MARCHERS = frozenset(("protesters", "protestors", "demonstrators", "marchers", "rioters", "strikers"))
BLAME = (Stance.ACCUSED, Stance.SUSPECTED)


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
        lower_words(doc),
        _file_by_head(doc, actors),
        {t.head: t for t in triggers},
        load_stance_cues(overlay),
        load_harm_verbs(),
        load_doubts(overlay),
    )
    found: dict[tuple[int, str, int], StanceMention] = {}
    told = (
        *read_cues(scene),
        *read_avowals(scene),
        *read_own_deeds(scene),
        *read_disavowals(scene),
        *read_innocence(scene),
        *read_clearings(scene),
        *read_exclusions(scene),
        *read_answered_charges(scene),
        *read_accused(scene),
        *read_partners(scene),
        *read_court_days(scene),
        *read_identities(scene),
        *read_captors(scene),
        *read_commands(scene),
        *_from_acts(scene),
    )
    told = tuple(mention for stated in with_later_names(scene, told) for mention in with_parents(scene, stated))
    equated = find_equated(scene)
    for mention in (*told, *read_presence(scene, actors)):
        if mention.actor.head in equated and not mention.actor.named:
            continue
        if mention.stance in BLAME and is_charge_of_punished(doc[mention.head]):
            continue  # "a mob killed a man accused of theft"
        if is_left_unsaid(doc, mention) or is_counterfactual(doc[mention.head]):
            continue
        found.setdefault(
            (mention.actor.head, mention.stance, mention.event if mention.event is not None else mention.head), mention
        )
    return tuple(sorted(_settle(scene, found.values()), key=lambda m: (m.span, m.actor.span, m.stance)))


def _file_by_head(doc: Doc, actors: Sequence[ActorMention]) -> Mapping[int, ActorMention]:
    """Return the actors by head; a name that the parser cut is also filed under each part that hangs on other words."""
    filed = {actor.head: actor for actor in actors}
    for actor in actors:
        if actor.actor.lower().endswith("in-laws"):
            filed.setdefault(actor.head - 2, actor)  # of "her in-laws" the parser takes "in" for the head
        if actor.rule == "noun:quantities" and not actor.named:
            # "Police fired on hundreds of men who threw stones": the men are the hundreds.
            last = doc.char_span(actor.span.start, actor.span.end, alignment_mode="expand")
            if last is not None and last[-1].head.head.i == actor.head:
                filed.setdefault(last[-1].i, actor)
        if not actor.named or actor.rule.partition(":")[0] not in ("name", "introduced"):
            continue
        tokens = doc.char_span(actor.span.start, actor.span.end, alignment_mode="expand")
        if tokens is None:
            continue
        for token in tokens:
            # "Members of the front who fired": the parser hangs the clause on the front.
            body = token.dep_ == "pobj" and token.head.lower_ in ("of", "from")
            if (body or not tokens.start <= token.head.i < tokens.end) and token.pos_ in ("NOUN", "PROPN"):
                filed.setdefault(token.i, actor)
    return filed


def _settle(scene: Scene, mentions: Iterable[StanceMention]) -> Iterator[StanceMention]:
    """Drop what a stronger statement about the same words replaces: who denies an act is not told as its doer."""
    listed = tuple(mention for mention in mentions if not is_nobody(scene.doc[mention.actor.head]))
    acting = {m.actor.head for m in listed if m.rule not in WEAK}
    listed = tuple(m for m in listed if m.rule not in WEAK or m.actor.head not in acting)
    cued = {(m.actor.head, m.event) for m in listed if m.stance != Stance.REPORTED and m.event is not None}
    for mention in listed:
        if mention.stance != Stance.REPORTED or (mention.actor.head, mention.event) not in cued:
            yield mention


def _from_acts(scene: Scene) -> Iterator[StanceMention]:
    nouns, verbs = load_words("agent_nouns"), load_words("agent_verbs")
    mutual = nouns["mutual"]
    telling = scene.harm | mutual | nouns["warlike"] | verbs["wresting"] | verbs["delivering"] | verbs["causing"]
    telling |= verbs["wielding"] | DYING
    naming = scene.harm | mutual | nouns["warlike"]
    for index, word in enumerate(scene.lower):
        trigger = scene.acts.get(index)
        if trigger is None and word not in telling:
            continue
        token = scene.doc[index]
        if trigger is None and ((token.pos_ not in VERBAL and word not in naming) or is_pursuit(token)):
            continue  # "a news release from the police"
        if is_campaign(token):
            continue
        if _only_describes(token) or _undoes(token, trigger) or _is_none(token) or is_policy(token) or is_record(token):
            continue
        if token.pos_ in VERBAL and not is_noun_in_ing(token):
            if not is_told(token, trigger=trigger is not None) or is_deniers_version(token):
                continue
            if (
                token.lower_ in verbs["coming_upon"] | verbs["undoing"]
                and trigger is not None
                and trigger.type not in SECURITY
            ):
                continue
            agents = [
                *(agents_of_verb(token) if token.lower_ not in DYING else ()),
                *triers_of(token),
                *partners(token),
                *owners_of_means(scene, token),
                *slain_foes(scene, token),
                *allies(token),
                *losers(token),
                *(foe for foe in dispersed(token) if _is_crowd(scene, foe)),
            ]
            if not agents:
                agents += (doer for doer in circumstances(token) if not is_onlooker(scene, token, doer))
            if token.lower_ in mutual:  # "fighting between X and Y", taken for a verb
                agents += agents_of_noun(token)
        else:
            agents = list(agents_of_noun(token))
            if token.dep_ == "dobj" and token.head.pos_ in VERBAL:
                agents += allies(token.head)  # "carried out the attack with the help of X"
            agents += [head for head in fallen(token) if _is_party(scene, head)]
            agents += groups_of(scene, token)
        if trigger is not None and trigger.type in UNREST:
            agents += turnout(token)
        agents += at_hands(token)
        agents += [companion for agent in agents for companion in companions(agent)]
        if is_denied(token) or _is_charge(scene, token):
            continue  # "denied that its planes had bombed the town": the cue tells
        for agent in agents:
            blamed = _blamed(scene, agent)
            speakers = () if blamed else speakers_of_own(scene, token, agent)
            meant = blamed or forces(scene, token, agent) or tuple(find_antecedent(scene, agent))
            told_of = (*actors_at(agent, scene.by_head), *meant, *affiliates(scene, agent))
            for actor in speakers or told_of:
                if may_act(scene, actor, agent, token, trigger):
                    own = bool(speakers) or tells_of_self(scene, token, agent, actor)
                    told = _told(scene, token, trigger, actor, own=own)
                    yield replace(told, rule=SENT_BY) if is_commander(agent, token, actor) else told


def _only_describes(verb: Token) -> bool:
    """Whether fighting is only what somebody is there for: "the coalition fighting the rebels bombed a bridge"."""
    told = verb.dep_ == "acl" and verb.tag_ == "VBG" and verb.lower_ in WARRING
    return told and verb.i == verb.head.i + 1 and any(child.dep_ == "dobj" for child in verb.children)


def _is_none(noun: Token) -> bool:
    """Whether there was no such act, or the noun is for things: "carried out no strikes", "hit 12 rebel targets"."""
    if noun.pos_ != "NOUN":
        return False
    return noun.lower_ in THINGS or any(kid.dep_ == "det" and kid.lower_ == "no" for kid in noun.lefts)


def _undoes(token: Token, trigger: TriggerMention | None) -> bool:
    """Whether who does it stops the act or suffers it: "made safe by sappers", "shot down drones", "trod on mines"."""
    if any(child.dep_ == "dobj" and child.lower_ in TOLLS for child in token.rights):
        return True  # "died on Monday, taking the death toll to two"
    return (trigger is not None and trigger.rule in UNDOING) or is_shot_down(token) or is_made_safe(token)


def _is_charge(scene: Scene, verb: Token) -> bool:
    """Whether the clause tells of what somebody is accused: "accused the army of shelling a school".

    Or for what somebody is held: "was arrested for shooting a motorist".
    """
    if verb.dep_ == "advcl" and verb.tag_ == "VBG":
        # "Accused the army of shelling a school, killing two"
        parts = (verb.head, *objects_of(verb.head))
        charged = (kid for part in parts for of in part.children if of.lower_ == "of" for kid in of.children)
        cues = (cue for _, cue in scene.cues.get(verb.head.lower_, ()))
        return any(kid.dep_ == "pcomp" for kid in charged) and any(cue.id == "blame" for cue in cues)
    while verb.dep_ == "conj" and verb.head.pos_ in VERBAL:
        verb = verb.head  # "convicted of killing two people and injuring nine"
    if verb.dep_ != "pcomp" or verb.head.lower_ not in ("of", "for", "with"):
        return False
    above = scene.acts.get(verb.head.head.i)
    if above is not None and above.type is EventType.ARREST:
        return True
    cues = (cue for _, cue in scene.cues.get(verb.head.head.lower_, ()))
    return any(cue.id in ("blame", "charge", "convict") for cue in cues)


def _is_crowd(scene: Scene, foe: Token) -> bool:
    actor = scene.by_head.get(foe.i)
    return actor is not None and not actor.named and actor.kind is ActorKind.CROWD


def _blamed(scene: Scene, agent: Token) -> tuple[ActorMention, ...]:
    """Return whom "they" means behind blame: "the army blamed the rebels, saying they had fired first"."""
    if agent.lower_ != "they":
        return ()
    for above in path_up(agent.head):
        blaming = above.dep_ == "advcl" and above.tag_ == "VBG" and is_speech(above)
        if blaming and any(cue.id == "blame" for _, cue in scene.cues.get(above.head.lower_, ())):
            return tuple(actor for party in objects_of(above.head) for actor in actors_at(party, scene.by_head))
    return ()


def _is_party(scene: Scene, fallen_one: Token) -> bool:
    """Whether those who fell in a fight took part in it: fighters, forces and protesters, not bystanders."""
    actor = scene.by_head.get(fallen_one.i)
    if actor is None:
        return False
    return (
        actor.kind in ARMED
        or actor.rule.startswith(("noun:forces", "noun:gunmen"))
        or (actor.rule == "noun:crowds" and fallen_one.lower_ in MARCHERS)
    )


def _is_said_of(act: Token, actor: ActorMention) -> bool:
    """Whether it is said of one singled out by it: "a woman they say stabbed her husband"."""
    return act.head.dep_ == "relcl" and act.head.head.i == actor.head and is_speech(act.head)


def _told(
    scene: Scene, token: Token, trigger: TriggerMention | None, actor: ActorMention, *, own: bool = False
) -> StanceMention:
    sayer = teller_between(token, scene.doc[actor.head]) or find_sayer(token)
    by_span, by = phrase_of(sayer) if sayer is not None else (None, None)
    stance = Stance.REPORTED
    if sayer is not None:
        speakers = [a.actor for a in actors_at(sayer, scene.by_head, speaker=True)]
        if not own and (sayer.i == actor.head or sayer in agents_of_verb(token)):
            by_span, by = None, None  # "gunmen believed to be rebels"
        voiced = actor.named and (is_voice(sayer) or is_own_voice(scene, sayer, actor))
        if own or (actor.kind in ARMED and (actor.actor in speakers or voiced)):
            stance = Stance.CLAIMED
            by_span, by = None, None
        elif token.lower_.startswith(REPELLING):
            pass  # who beats off an attack is accused of nothing
        elif is_accusation(scene, sayer, actor, trigger) or _is_said_of(token, actor):
            stance = Stance.ACCUSED
    if is_doubted(scene, token, actor):
        stance = Stance.SUSPECTED
    if is_refuted(token):
        stance = Stance.CLEARED
    return StanceMention(
        span=span_of_word(token),
        head=token.i,
        rule=AGENT,
        actor=actor,
        stance=stance,
        by=by,
        by_span=by_span,
        event=token.i if trigger is not None else event_near(scene, token),
    )
