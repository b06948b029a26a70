"""Judges how real, how far gone and how old the words say an act is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dateline.analysis.texts import text_of
from dateline.frames import Reality
from dateline.records import Stage
from dateline.relate.clauses import SUBJECTS, auxiliaries, is_negated, load_cues, path_up
from dateline.relate.habits import is_general
from dateline.relate.stoppings import is_dud, is_made_safe, is_shot_down

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

POINTING = frozenset(("the", "this", "these", "both"))
# Words for what answers an earlier act: "in retaliation for the killing".
# fmt: off
ANSWERS = frozenset((
    "retaliation", "revenge", "reprisal", "reprisals", "response", "vengeance", "retribution", "reaction", "payback",
    "avenge", "avenging", "avenged", "retaliate", "retaliating", "retaliated", "anniversary",
))
# fmt: on
ARRIVALS = frozenset(("come", "comes", "came", "coming", "follow", "follows", "followed"))
TIME_UNITS = frozenset(("hours", "hour", "day", "days", "week", "weeks", "month", "months", "year", "years"))
# What follows later from the same act: "died two days after he was shot".
OUTCOMES = frozenset(("died", "dies", "die", "dead", "found", "succumbed", "discovered", "recovered", "released"))
# Arcs through which a governor says something of the act itself, not of a neighbour.
GOVERNING = frozenset(
    {"dobj", "pobj", "prep", "xcomp", "ccomp", "pcomp", "acl", "advcl", "conj", "nsubjpass"}
    | {"compound", "amod", "poss", "nmod"}
)
WHERE = frozenset(
    {"in", "at", "near", "outside", "inside", "on", "during", "from", "into", "through", "by", "after", "before"}
)
PROTESTING = frozenset({"protest", "demonstrate", "picket", "demand"})
# "Denied reports of an attack", "scotched talk of arson".
TALK = frozenset(
    {"report", "reports", "talk", "speculation", "suggestion", "suggestions", "claims", "stories", "allegations"}
)
DISMISSING = frozenset({"denied", "dismissed", "scotched", "quashed", "denying", "dismissing", "denies", "dismisses"})
HAPPENING = frozenset({"happen", "occur", "follow", "take", "erupt", "start", "begin"})
FINITE = frozenset({"VBD", "VBZ", "VBP"})
# Before them stands when or where what governs happened, not what it is about: "stopped the lorry in an ambush".
SETTINGS = frozenset(
    {"in", "during", "after", "at", "following", "since", "near", "by", "amid", "despite", "within", "as"}
)
# What is told with an infinitive behind them was done: "managed to", "were forced to".
IMPLICATIVE = frozenset(
    {
        "used",
        "continued",
        "began",
        "started",
        "managed",
        "happened",
        "able",
        "forced",
        "compelled",
        "obliged",
        "had",
        "proceeded",
    }
)
SIGNS = frozenset({"sign", "signs", "evidence", "indication", "indications", "suggestion", "proof", "trace", "hint"})
REVIEW = re.compile(r"\W*(?:\w+ )?reviews?\b\s*[:|–—-]", re.IGNORECASE)  # an article that opens so tells a work
THINGS = frozenset({"NOUN", "PROPN"})
PLANTED = frozenset(
    {"left", "planted", "placed", "attached", "hidden", "buried", "laid", "taped", "concealed", "stuck"}
)
RULING = frozenset({"rule", "rules", "ruled", "ruling"})
PENDING = frozenset({"amod", "acl", "compound", "advmod", "relcl"})
BEATING = frozenset({"beat", "beats", "beating", "beaten"})
# fmt: off
STABS = frozenset({"stab", "stabs"})
PRIZES = frozenset((
    "prize", "prizes", "award", "awards", "title", "titles", "trophy", "championship", "championships", "medal",
    "oscar", "oscars", "grammy", "grammys", "nomination", "semi-final", "semi-finals", "semifinal", "semifinals",
    "quarter-final", "quarter-finals", "quarterfinal", "quarterfinals", "playoff", "playoffs",
))
# fmt: on
AT_PLACES = frozenset({"ambush", "attack", "raid", "massacre", "bombing", "blast", "shooting", "killings"})
PLACES = frozenset({"market", "markets"})
OPENING = 9  # words of a sentence among which it names the work that it retells
REACH = 4  # governors looked at above the act


def judge_reality(head: Token) -> Reality:
    """Say whether the act at `head` is told, denied, only possible, a habit, or a figure of speech."""
    if _is_figurative(head) or _is_contest(head) or _is_likened(head) or _is_told_by_work(head):
        return Reality.FIGURATIVE
    if is_dud(head):
        return Reality.TOLD
    if is_negated(head) or _is_untrue(head) or _is_ruled_out(head):
        return Reality.DENIED
    if _is_possible(head):
        return Reality.POSSIBLE
    if is_general(head):
        return Reality.GENERAL
    return Reality.TOLD


def judge_stage(head: Token) -> Stage:
    """Say how far the act at `head` went, told by its governors and modifiers."""
    if is_dud(head):
        return Stage.ATTEMPTED
    governors = tuple(_governors(head))
    # "Torched the block": what it is done to says nothing.
    around = {head.lower_, *(token.lower_ for token in governors)} | {
        child.lower_
        for child in head.children
        if child.dep_ == "compound" or not (child.pos_ in THINGS or _is_said_besides(child))
    }
    around |= {kid.lower_ for token in (head, *governors) for kid in token.children if kid.dep_ in ("amod", "neg")}
    found = (head, *governors) if head.lower_ in PLANTED else (head,)
    discovered = any(token.lower_ in load_cues("discover") or is_made_safe(token) for token in found)
    if around & load_cues("foil") or discovered or is_shot_down(head):
        return Stage.FOILED
    if around & load_cues("threaten"):
        return Stage.THREATENED
    if around & load_cues("attempt") or any(
        child.dep_ == "conj" and child.lower_ == "missed" for child in head.children
    ):
        return Stage.ATTEMPTED
    return Stage.ACCOMPLISHED


def _is_said_besides(child: Token) -> bool:
    """Whether it opens one more thing that somebody says: "said it struck a bunker and that it tries to spare us"."""
    return child.dep_ == "conj" and any(kid.dep_ == "mark" and kid.lower_ == "that" for kid in child.lefts)


def is_past_perfect(head: Token) -> bool:
    """Whether the act's verb stands in the past perfect ("had killed")."""
    return head.pos_ == "VERB" and head.tag_ == "VBN" and "had" in auxiliaries(head)


def is_set_apart(head: Token) -> bool:
    """Whether the words say that this act is not the one told before ("a separate attack")."""
    apart = load_cues("apart")
    verb = head if head.pos_ == "VERB" else head.head
    return any(
        child.lower_ in apart and (child.dep_ in ("amod", "det", "advmod", "prep") or child.lower_ == "separate")
        for token in {head, verb}
        for child in token.children
    )


def is_definite(head: Token) -> bool:
    """Whether a noun refers back: "the blast", "this attack", "Tuesday's attack"."""
    if head.pos_ not in ("NOUN", "PROPN"):
        return False
    return any(
        (child.dep_ == "det" and child.lower_ in ("the", "this", "that", "these", "those"))
        or (child.dep_ in ("poss", "compound", "nmod") and child.ent_type_ in ("DATE", "TIME"))
        for child in head.children
    )


def is_earlier_matter(head: Token) -> bool:
    """Whether the act is told as what another answers or comes after: "in revenge for", "days after the raid"."""
    below = head
    for above in path_up(head):
        if above.i == below.i:
            continue
        linked = below.dep_ in ("pobj", "dobj", "pcomp", "advcl", "relcl", "acl", "prep", "ccomp", "conj")
        if not linked and below.dep_ not in ("nsubj", "compound", "oprd", "attr", "appos", "acomp", "nsubjpass"):
            return False
        if above.lower_ in ANSWERS and below.dep_ in ("prep", "dobj"):
            return True
        if _comes_after(below, above):
            return True
        below = above
    return False


def _comes_after(below: Token, above: Token) -> bool:
    """Whether "days after" leads to `below`, or "comes after", or "on the same day that"."""
    if below.dep_ == "relcl" and above.lower_ == "day":
        return any(child.lower_ == "same" for child in above.lefts)
    after = below if below.lower_ in ("after", "following", "since") and below.dep_ == "prep" else None
    if below.dep_ == "advcl":
        after = next((child for child in below.lefts if child.dep_ == "mark" and child.lower_ == "after"), None)
    if after is None or above.lower_ in OUTCOMES:
        return False
    measured = any(child.dep_ == "npadvmod" and child.lower_ in TIME_UNITS for child in (*after.lefts, *below.lefts))
    return measured or above.lower_ in ARRIVALS


def refers_back(head: Token) -> bool:
    """Whether a noun for an act only points at the one just told: "in the attack", not "the attack on the bank"."""
    if head.tag_ not in ("NN", "NNS"):
        return False
    pointed = any(child.dep_ == "det" and child.lower_ in POINTING for child in head.lefts)
    told_more = any(
        child.dep_ in ("relcl", "acl", "poss") or (child.dep_ == "prep" and child.lower_ in ("of", "on", "against"))
        for child in head.children
    )
    return pointed and not told_more


def _governors(head: Token) -> Iterator[Token]:
    """Yield the governors that may say something of the act, nearest first."""
    below, count = head, 0
    for above in path_up(head):
        if above.i == head.i:
            continue
        # A list may be long: "planning for theft, vandalism, fighting and arson".
        count += below.dep_ != "conj"
        if below.dep_ not in GOVERNING or count > REACH:
            return
        if _stands_alone(below, above):
            return
        # Of two acts told side by side neither governs the other: "stopped the car and opened fire".
        if below.dep_ != "conj":
            yield above
        below = above


def _stands_alone(below: Token, above: Token) -> bool:
    """Whether what is told of `below` is as real as if it stood by itself, whatever `above` says."""
    if below.dep_ == "prep":
        return below.lower_ in SETTINGS and above.pos_ in ("VERB", "AUX")
    if below.pos_ != "VERB":
        return False
    if below.dep_ == "conj":
        return below.tag_ in FINITE
    if below.dep_ == "advcl":
        # "Ended the talks after rebels attacked": only a bare infinitive hangs on what governs it.
        return not any(child.lower_ == "to" and child.dep_ == "aux" for child in below.children)
    # "Said that rebels attacked": what is said is as real as the saying, but for "will allow them to march".
    open_end = any(child.lower_ == "to" and child.dep_ == "aux" for child in below.children)
    return (
        below.dep_ == "ccomp"
        and not open_end
        and (above.lower_ not in load_cues("unreal") or above.lower_ in load_cues("halting"))
    )


def _is_possible(head: Token) -> bool:
    modal, unreal = load_cues("modal"), load_cues("unreal")
    if head.pos_ == "VERB":
        if set(auxiliaries(head)) & modal and "have" not in auxiliaries(head):
            return True
        if any(child.dep_ == "mark" and child.lower_ in ("if", "unless", "whether", "lest") for child in head.children):
            return True
    if any(child.lower_ in load_cues("pending") and child.dep_ in PENDING for child in head.children):
        return True
    if head.dep_ == "nsubj" and _is_awaited(head.head):
        return True
    if head.dep_ == "nsubj" and head.head.lower_ in HAPPENING and set(auxiliaries(head.head)) & modal:
        return "have" not in auxiliaries(head.head)
    infinitive = any(child.lower_ == "to" and child.dep_ == "aux" for child in head.children)
    # "Believed to have planted" tells; so does "tried to kill", of an act that failed.
    told = "have" in auxiliaries(head) or head.head.lower_ in load_cues("attempt")
    verbal_complement = head.dep_ in ("xcomp", "advcl", "acl", "pcomp") and infinitive and not told
    for above in _governors(head):
        # "Tried for murder" charges; "might try to bomb" does not.
        if head.lower_ == "toll" and above.lower_ == "bring":
            break  # "which would bring the toll to 23": a sum
        if above.lower_ in load_cues("charging") and not (infinitive and above.lower_ in load_cues("attempt")):
            break
        if above.lower_ in unreal and not (above.lower_ == "able" and _was_able(above)):
            return True
        if above.lower_ in TALK and above.dep_ == "dobj" and above.head.lower_ in DISMISSING:
            return True
        if above.pos_ in ("VERB", "AUX") and set(auxiliaries(above)) & modal and "have" not in auxiliaries(above):
            return True
    # "Were at the gate to protest": they did.
    if (
        head.lower_ in PROTESTING
        and head.head.tag_ in ("VBD", "VBN", "VBG")
        and not set(auxiliaries(head.head)) & modal
    ):
        return False
    # A bare infinitive of purpose has not happened: "came to attack".
    return verbal_complement and head.head.lower_ not in IMPLICATIVE


def _is_awaited(clause: Token) -> bool:
    """Whether a clause is what somebody waits for or wants: "expects protests to be peaceful"."""
    open_end = any(child.lower_ == "to" and child.dep_ == "aux" for child in clause.children)
    return open_end and clause.dep_ in ("ccomp", "xcomp") and clause.head.lower_ in load_cues("unreal")


def _was_able(able: Token) -> bool:
    """Whether it was done: "sappers were able to defuse it", not "they will be able to"."""
    return able.head.lower_ in ("was", "were") and not set(auxiliaries(able.head)) & load_cues("modal")


def _is_untrue(head: Token) -> bool:
    """Whether the act is said to be a hoax, a rumour, a drill."""
    return head.dep_ in SUBJECTS and any(
        child.dep_ in ("attr", "acomp") and child.lower_ in load_cues("untrue") for child in head.head.children
    )


def _is_likened(head: Token) -> bool:
    """Whether something else is likened to the act: "it sounded like somebody was shelling us", "as if bombed"."""
    if head.pos_ != "VERB":
        return False
    clauses = (head, *(above for above in _governors(head) if above.pos_ in ("VERB", "AUX")))
    for clause in clauses:
        if clause.dep_ == "pcomp" and clause.head.lower_ == "like":
            return True
        for child in clause.lefts:
            if child.dep_ == "mark" and (child.lower_ == "like" or _opens_as_if(child)):
                return True
    return False


def _opens_as_if(mark: Token) -> bool:
    """Whether the word belongs to "as if" or "as though"."""
    first = mark.i if mark.lower_ == "as" else mark.i - 1
    pair = [token.lower_ for token in mark.doc[max(0, first) : first + 2]]
    return pair in (["as", "if"], ["as", "though"])


def _is_ruled_out(head: Token) -> bool:
    """Whether it is said that there was no such act: "it was not an attack", "ruled out arson", "no sign of a bomb"."""
    above = head.head
    if head.dep_ == "attr" and any(child.dep_ == "neg" for child in above.children):
        # "Not an isolated attack" is one more of them.
        return not any(child.dep_ in ("amod", "nummod", "relcl") for child in head.children)
    ruling = above.head if above.lower_ == "out" else above
    if ruling.lower_ in RULING and any(child.lower_ == "out" for child in ruling.children):
        return head.dep_ in ("dobj", "pobj", "nsubjpass", "npadvmod")
    return any(
        governor.lower_ in SIGNS and any(child.dep_ == "det" and child.lower_ == "no" for child in governor.children)
        for governor in _governors(head)
    )


def _is_told_by_work(head: Token) -> bool:
    """Whether the sentence opens with a work that tells the act: "in the film", "the second season shows how"."""
    if REVIEW.match(text_of(head.doc)):
        return True
    sentence = head.sent
    for token in sentence[:OPENING]:
        if token.lower_ not in load_cues("works"):
            continue
        within = token.dep_ == "pobj" and token.head.lower_ == "in" and token.head.i <= sentence.start + 1
        shows = token.dep_ in SUBJECTS and token.head.tag_ in ("VBZ", "VBP")
        if (within or shows) and not any(child.lower_ == "of" and child.dep_ == "prep" for child in token.children):
            return head.tag_ in ("VBZ", "VBP", "VBN", "NN", "VBG") and token.i < head.i
    return False


def _is_armed_body(subject: Token) -> bool:
    """Whether a team is one of forces, not of players: "a combined team of police and soldiers captured"."""
    bodies = load_cues("bodies")
    return subject.lower_ in load_cues("tangible") and any(token.lower_ in bodies for token in subject.subtree)


def _is_contest(head: Token) -> bool:
    """Whether somebody wins over others: "beat the favourites to the prize", "took the title, beating two Swedes"."""
    return head.lower_ in BEATING and any(token.lower_ in PRIZES for token in head.sent)


def _is_figurative(head: Token) -> bool:
    figurative = load_cues("figurative")
    if head.lower_ in STABS and any(kid.lower_ == "back" for child in head.children for kid in child.children):
        # A man may be stabbed in the back; "a stab in the back" is treason.
        return head.pos_ == "NOUN" or head.tag_ == "VBZ"
    near = {
        child.lower_
        for child in head.children
        if child.dep_ in ("compound", "amod", "advmod", "poss") or (child.dep_ == "nsubj" and not _is_armed_body(child))
    }
    hit = {child.lower_ for child in head.children if child.dep_ in ("nsubjpass", "dobj")}
    # "Exploded at a market": a place is no sign of a figure of speech.
    hit |= {
        kid.lower_
        for child in head.children
        if child.dep_ == "prep" and child.lower_ not in WHERE
        for kid in child.children
    }
    if head.dep_ in ("compound", "amod"):
        near.add(head.head.lower_)
    if head.lower_ in AT_PLACES:
        near -= PLACES  # "a market ambush", "the Market Street attack"
    return bool((near | (hit - load_cues("tangible"))) & figurative)
