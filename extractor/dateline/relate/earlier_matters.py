"""Tells an act that another answers or comes after, or for which somebody has served time, from the act told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.relate.clauses import path_up
from dateline.relate.endings import ends_unrest
from dateline.relate.harm_fatal import FUNERALS, MOURNING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spacy.tokens import Token

# Words for what answers an earlier act: "in retaliation for the killing".
# fmt: off
TERMS = frozenset(("years", "year", "months", "time", "sentence", "sentences", "term", "terms"))
SERVING = frozenset(("served", "serving", "serve", "spent", "spending", "did", "done"))
ANSWERS = frozenset((
    "retaliation", "revenge", "reprisal", "reprisals", "response", "answer", "reply", "vengeance", "retribution",
    "reaction", "payback", "avenge", "avenging", "avenged", "retaliate", "retaliating", "retaliated", "anniversary",
))
# fmt: on
# fmt: off
PROTESTING = frozenset((
    "protest", "protests", "protested", "protesting", "demonstration", "demonstrations", "demonstrated", "march",
    "demonstrating", "marches", "marched", "rally", "rallies", "rallied", "sit-in", "bandh", "hartal", "shutdown",
    "dharna", "vigil", "blockade", "strike", "outrage", "anger", "outcry",
))
# fmt: on
# What a crowd does to a road or a shop to protest against something, of which the word says nothing.
# fmt: off
BLOCKING = frozenset((
    "block", "blocks", "blocked", "blocking", "barricade", "barricades", "barricaded", "barricading", "picket",
    "pickets", "picketed", "picketing", "boycott", "boycotts", "boycotted", "boycotting", "gherao", "gheraoed",
    "blockaded",
))
# fmt: on
# What unrest does as it begins or goes on: "riots broke out", "protests flared".
# fmt: off
RISING = frozenset((
    "erupted", "erupt", "erupts", "broke", "break", "breaks", "flared", "spread", "spreads", "began", "begin",
    "started", "continued", "resumed", "gripped", "rocked", "shook", "swept", "hit", "escalated", "intensified", "grew",
    "followed",
))
CROWDS = frozenset((
    "protesters", "protestors", "demonstrators", "marchers", "rioters", "crowd", "crowds", "mob", "mobs", "residents",
    "villagers", "locals", "mourners", "students", "youths", "townspeople", "activists", "supporters", "thousands",
    "hundreds", "dozens", "relatives", "people", "workers", "neighbours", "neighbors", "drivers", "traders",
))
# fmt: on
GATHERING = frozenset(("took", "take", "takes", "taking", "taken"))  # "to the streets"
SET_OFF = PROTESTING | {"riot", "riots", "rioting", "unrest", "clashes"}
TROUBLE = SET_OFF | {
    "violence", "trouble", "looting", "mayhem", "disturbances", "chaos", "tension", "tensions", "agitation", "rampage",
}  # fmt: skip
SETTING_OFF = frozenset(("triggered", "sparked", "prompted", "provoked", "ignited", "led"))
CALLING = frozenset(("given", "issued", "made", "withdrawn", "revoked"))  # what is done with a call, not how it is met
MEETING = frozenset(
    ("heeded", "heeding", "answered", "answering", "obeyed", "obeying", "observed", "followed", "joined", "responded")
)
CAUSES = frozenset(("against", "over", "at", "about"))
ARRIVALS = frozenset(("come", "comes", "came", "coming", "follow", "follows", "followed"))
RANKS = frozenset(("first", "second", "third", "fourth", "fifth", "only", "worst", "most"))
PAST = frozenset(("VBD", "VBN"))
WHERE = frozenset(("in", "at", "near", "outside"))
LAUNCHING = frozenset(("launched", "entered", "invaded", "came", "took"))
MEANS = frozenset(("by", "with", "through"))  # before the answer itself: "retaliated by shelling the town"
TIME_UNITS = frozenset(("hours", "hour", "day", "days", "week", "weeks", "month", "months", "year", "years"))
# What follows later from the same act: "died two days after he was shot".
OUTCOMES = frozenset(("died", "dies", "die", "dead", "found", "succumbed", "discovered", "recovered", "released"))
HUNTING = frozenset(("tracked", "tracking", "trailed", "trailing", "hunted", "hunting", "traced", "caught"))
HUNTED = frozenset(("down", "to", "with", "up"))  # behind those: "tracked down", "caught up with", "traced to a cave"
SUSPECTS = frozenset(("suspect", "suspects", "mastermind", "masterminds", "perpetrator", "perpetrators"))
SUSPECTED = frozenset(("suspected", "accused", "wanted", "sought", "blamed", "convicted", "believed", "charged"))
# fmt: off
FELLED = frozenset((
    "killed", "shot", "stabbed", "wounded", "beaten", "lynched", "gunned", "attacked", "murdered", "died", "kill",
    "shoot", "shooting", "killing",
))
# fmt: on
STRUCK = frozenset(("targeted", "targeting", "struck", "hit", "eliminated", "bombed", "neutralised", "neutralized"))
TAKING_PART = frozenset(
    ("took", "participated", "planned", "led", "helped", "carried", "organised", "organized", "directed")
)
DEATHS = frozenset(("death", "deaths", "killing", "killings", "murder", "murders", "shooting", "arrest", "lynching"))
SITES = frozenset(("site", "scene"))
SITE_REACH = 8  # tokens before an act in which "the site of" stands


def is_protested(head: Token) -> bool:
    """Whether it is what people protest against: "a march against the murder of a priest", "protest the arrests"."""
    if head.pos_ not in ("NOUN", "PROPN"):
        return False
    if head.dep_ in ("nsubj", "pobj") and _sets_off(head):
        return True
    if head.dep_ == "dobj":
        return head.head.lower_.startswith("protest")
    if head.dep_ != "pobj" or head.head.lower_ not in CAUSES:
        return False
    cause = head.head.head
    blocking = cause.head if cause.dep_ == "dobj" else cause
    if blocking.lower_ in BLOCKING and head.head.lower_ != "at":
        return True  # "blocked the road over the death of a trader"
    return cause.lower_ in PROTESTING or any(
        child.lower_ in PROTESTING and child.dep_ in ("dobj", "nsubjpass") for child in cause.children
    )


def _is_of_demand(head: Token) -> bool:
    """Whether it befell those for whom people want justice: "marched for justice for a man who was shot on Monday"."""
    who = head.head
    wanted = head.dep_ in ("relcl", "acl") and who.dep_ == "pobj" and who.head.lower_ == "for"
    return wanted and who.head.head.lower_ == "justice"


def _sets_off(head: Token) -> bool:
    """Whether it set off a protest: "the arrests triggered protests", "riots sparked by the killing"."""
    verb = head.head.head if head.dep_ == "pobj" and head.head.lower_ == "by" else head.head
    if verb.lower_ not in SETTING_OFF:
        return False
    if head.dep_ == "pobj":
        return verb.dep_ == "acl" and verb.head.lower_ in SET_OFF
    ends = (*verb.children, *(kid for child in verb.children if child.lower_ == "to" for kid in child.children))
    return any(end.lower_ in SET_OFF and end.dep_ in ("dobj", "pobj") for end in ends)


def is_heeded(head: Token) -> bool:
    """Whether a stoppage is told by how its call was met: "the bandh call evoked a mixed response"."""
    call = head.head
    if head.dep_ != "compound" or call.lower_ not in ("call", "calls") or call.dep_ not in ("nsubj", "nsubjpass"):
        return False
    return call.head.tag_ in ("VBD", "VBN") and call.head.lower_ not in CALLING


def is_met(call: Token) -> bool:
    """Whether people did what a call asked for: "workers heeded the call to down tools"."""
    verb = call.head.head if call.dep_ == "pobj" else call.head
    return call.dep_ in ("dobj", "pobj") and verb.lower_ in MEETING and verb.tag_ in ("VBD", "VBN", "VBG")


def is_earlier_matter(head: Token) -> bool:
    """Whether the act is told as what another answers or comes after: "in revenge for", "days after the raid"."""
    if (
        is_protested(head)
        or _is_of_demand(head)
        or _tells_of_place(head)
        or find_buried(head) is not None
        or _tells_of_felled(head)
    ):
        return True
    below = head
    for above in path_up(head):
        if above.i == below.i:
            continue
        linked = below.dep_ in ("pobj", "dobj", "pcomp", "advcl", "relcl", "acl", "prep", "ccomp", "conj")
        if not linked and below.dep_ not in ("nsubj", "compound", "oprd", "attr", "appos", "acomp", "nsubjpass"):
            return False
        if above.lower_ in ANSWERS and below.dep_ in ("prep", "dobj") and below.lower_ not in MEANS:
            return True
        if _comes_after(below, above) or _is_of_record(below, above) or _is_cause(below, above) or _is_last_such(below):
            return True
        below = above
    return False


def is_cause_of_unrest(head: Token) -> bool:
    """Whether a word stands in what unrest came after or is about: "a mob burned his shop after a boy died there"."""
    return any(_is_cause(below, below.head) for below in path_up(head) if below.head.i != below.i)


def _is_cause(below: Token, above: Token) -> bool:
    """Whether a crowd rose after what a clause or a noun tells: "marched after a student was killed"."""
    if below.dep_ == "prep" and _tells_grievance(below, above):
        return True
    if below.dep_ == "advcl":
        marked = any(child.dep_ == "mark" and child.lower_ == "after" for child in below.lefts)
    else:
        marked = below.dep_ == "prep" and below.lower_ in ("after", "following")
    return marked and any(_rises(verb) for verb in _joined(above))


def _tells_grievance(prep: Token, above: Token) -> bool:
    """Whether people are up in arms for what the preposition has: "rioting over the death of a boy shot by police"."""
    if prep.lower_ not in CAUSES:
        return False
    if any(obj.lower_ in DEATHS for obj in prep.rights):
        return above.lower_ in SET_OFF or any(_rises(verb) for verb in _joined(above))
    return prep.lower_ != "at" and above.lower_ in SET_OFF  # not "the protest at the gate"


def _joined(verb: Token) -> Iterator[Token]:
    """Yield a verb and those before it that it is joined to: "torched a car and smashed a bank"."""
    yield verb
    while verb.dep_ == "conj" and verb.head.pos_ == "VERB":
        verb = verb.head
        yield verb


def _rises(verb: Token) -> bool:
    """Whether the verb tells that a crowd marched, blocked a road or rioted, and not that it went home."""
    if ends_unrest(verb):
        return False
    if verb.lower_ in PROTESTING | BLOCKING:
        return True
    if verb.lower_ in GATHERING and any(
        end.lower_ == "streets" for to in verb.rights if to.lower_ == "to" for end in to.rights
    ):
        return True
    subjects = [child.lower_ for child in verb.lefts if child.dep_ == "nsubj"]
    return not CROWDS.isdisjoint(subjects) or (verb.lower_ in RISING and not TROUBLE.isdisjoint(subjects))


def find_buried(head: Token) -> Token | None:
    """Return the verb that tells an act of somebody buried or mourned: "the funeral of a boy shot in a raid", or None.

    `head` is the verb itself, or a noun in its clause: the raid.
    """
    if head.dep_ == "pobj" and head.head.lower_ in ("in", "by", "during") and head.head.dep_ in ("prep", "agent"):
        head = head.head.head
    # The parser may take the participle for a verb of the clause above.
    dead = head.head if head.dep_ in ("acl", "relcl") else head.nbor(-1) if head.i > head.sent.start else head
    if head.pos_ not in ("VERB", "AUX") or dead.dep_ != "pobj" or dead.head.lower_ not in ("of", "for"):
        return None
    burial = dead.head.head
    aftermath = burial.lower_ == "wake" and burial.head.lower_ == "in"  # "in the wake of a raid that killed five"
    return head if burial.lower_ in FUNERALS and not aftermath else None


def find_mourned(heads: Iterable[Token]) -> Token | None:
    """Return the verb that tells what befell those whom people mourn: "mourned 18 people who were killed", or None."""
    for head in heads:
        dead = head.head
        mourned = dead.dep_ == "dobj" and dead.head.lower_ in MOURNING and dead.i < head.i
        if mourned and head.pos_ in ("VERB", "AUX") and head.dep_ in ("relcl", "acl"):
            return head
    return None


def _has_own_scene(who: Token) -> bool:
    """Whether the clause says where or when he was felled, and not only what he was suspected of."""
    return any(
        word.ent_type_ in ("GPE", "LOC", "FAC", "DATE", "TIME")
        for word in who.sent
        if not who.left_edge.i <= word.i <= who.right_edge.i
    )


def _tells_of_felled(head: Token) -> bool:
    """Whether it is what somebody is suspected of who now comes to harm: "a man wanted for shooting two was killed"."""
    who = head.head.head
    if head.dep_ == "pobj" and head.head.lower_ in ("in", "of", "behind") and who.lower_ in SUSPECTS:
        # "A suspect in the bombing was killed in a gun battle".
        return who.dep_ in ("nsubj", "nsubjpass", "dobj") and who.head.lower_ in FELLED
    for token in path_up(head):
        if token.dep_ == "relcl" and token.lower_ in TAKING_PART and _is_felled(token.head):
            return True  # "targeted a fighter who took part in the raid of May 7"
        if token.dep_ == "acl" and token.lower_ in SUSPECTED:
            who = token.head
            fell = who.dep_ in ("nsubj", "nsubjpass", "dobj") and who.head.lower_ in FELLED
            return fell and _has_own_scene(who)
        if token.dep_ in ("ROOT", "ccomp", "conj", "relcl", "nsubj", "nsubjpass"):
            return False
    return False


def _is_felled(who: Token) -> bool:
    """Whether he is who is struck: "the fighter", or "the wing" of "targeted a fighter of the group's wing"."""
    above = who
    while above.dep_ == "pobj" and above.head.dep_ == "prep":
        above = above.head.head
    return above.dep_ in ("dobj", "nsubjpass") and above.head.lower_ in FELLED | STRUCK


def is_hunt(head: Token) -> bool:
    """Whether the act ends a hunt for those who did an earlier one: "tracked the raiders down and killed four"."""
    return any(
        above.lower_ in HUNTING and (above.dep_ == "amod" or any(kid.lower_ in HUNTED for kid in above.rights))
        for above in path_up(head)
        if above.pos_ in ("VERB", "AUX")
    )


def _tells_of_place(head: Token) -> bool:
    """Whether the act only says for what a town is known: "in Hama, the site of a gas attack in April"."""
    doc, opening = head.doc, max(head.sent.start + 1, head.i - SITE_REACH)
    for index in range(head.i - 1, opening, -1):
        word = doc[index]
        if word.pos_ in ("VERB", "AUX", "PUNCT"):
            return False
        if word.lower_ != "of" or doc[index - 1].lower_ not in SITES:
            continue
        before = index - 2
        while before > opening and doc[before].pos_ in ("DET", "ADJ"):
            before -= 1
        if doc[before].text == ",":
            before -= 1
        return doc[before].ent_type_ in ("GPE", "LOC", "FAC")
    return False


def _is_of_record(below: Token, above: Token) -> bool:
    """Whether somebody has served time for the deed."""
    if below.dep_ != "prep" or below.lower_ != "for":
        return False
    if above.lower_ in SERVING:
        return any(child.lower_ in TERMS for child in above.rights)
    return above.lower_ in TERMS and above.head.lower_ in SERVING


def _is_last_such(below: Token) -> bool:
    """Whether words tell since when an act is the first or worst: "since a bomb killed 40", "the bombings"."""
    if below.dep_ == "pobj" and below.head.lower_ == "since":
        return _is_ranked(below.head)
    since = next((child for child in below.lefts if child.dep_ == "mark" and child.lower_ == "since"), None)
    if below.dep_ == "relcl" and below.head.dep_ == "pobj" and below.head.ent_type_ == "DATE":
        since = below.head.head  # "the worst since May, when nine died in a raid"
    if since is None or since.lower_ != "since" or below.dep_ not in ("advcl", "relcl") or below.tag_ not in PAST:
        return False
    if below.lower_ in RISING | LAUNCHING:
        return False  # "the first killed since the offensive began"
    return _is_ranked(since)


def _is_ranked(since: Token) -> bool:
    """Whether the sentence calls an act the first or the worst before that word."""
    return any(word.tag_ == "JJS" or word.lower_ in RANKS for word in since.doc[since.sent.start : since.i])


def _is_set_beside(below: Token, above: Token) -> bool:
    """Whether an act told before came as, or began after, one with a scene of its own.

    "The bombing came as rebels fought guards in Lira", "the shelling began after a bomb wounded five in Gulu".
    """
    if (
        below.dep_ != "advcl"
        or above.lower_ not in ARRIVALS | RISING
        or not any(c.dep_ == "nsubj" for c in below.lefts)
    ):
        return False
    marks = {child.lower_ for child in below.lefts if child.dep_ == "mark"}
    if marks.isdisjoint(("as", "while") if above.lower_ in ARRIVALS else ("after",)):
        return False
    act = next((child for child in above.lefts if child.dep_ == "nsubj"), None)
    if act is None or act.lower_ in DEATHS or not any(child.lower_ in ("the", "this") for child in act.lefts):
        return False  # "the deaths came as police clashed with marchers": of one act
    # "The violence began after gunmen stormed a bank on Thursday": of one act.
    return any(word.ent_type_ in ("GPE", "LOC", "FAC") or _names_spot(word) for word in below.subtree)


def _names_spot(word: Token) -> bool:
    """Whether a name that the model may take for a person's tells where: "at the oil terminal of Ras Lanuf"."""
    if word.pos_ != "PROPN" or word.dep_ != "pobj":
        return False
    noun = word.head.head
    lead = noun.head if word.head.lower_ == "of" and noun.dep_ == "pobj" else word.head
    return lead.lower_ in WHERE


def _comes_after(below: Token, above: Token) -> bool:
    """Whether "days after" leads to `below`, or "hours before", or "comes after", or "on the same day that"."""
    if below.dep_ == "relcl" and above.lower_ == "day":
        return any(child.lower_ == "same" for child in above.lefts)
    if below.dep_ == "dobj" and above.lower_ == "followed":
        return True  # "the operation followed an attack on a base"
    if _is_set_beside(below, above):
        return True
    after = below if below.lower_ in ("after", "following", "since", "before") and below.dep_ == "prep" else None
    if below.dep_ == "advcl":
        marks = (child for child in below.lefts if child.dep_ == "mark" and child.lower_ in ("after", "before"))
        after = next(marks, None)
    if after is None or above.lower_ in OUTCOMES:
        return False
    measured = any(child.dep_ == "npadvmod" and child.lower_ in TIME_UNITS for child in (*after.lefts, *below.lefts))
    measured |= above.dep_ == "npadvmod" and above.lower_ in TIME_UNITS and below.dep_ == "prep"
    return measured or (above.lower_ in ARRIVALS and after.lower_ != "before")
