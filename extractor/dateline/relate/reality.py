"""Judges how real, how far gone and how old the words say an act is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.find.trigger_doers import COMING
from dateline.frames import Reality
from dateline.records import Stage
from dateline.relate.bodies import is_body
from dateline.relate.clauses import SUBJECTS, auxiliaries, is_negated, load_cues, path_up
from dateline.relate.comings import is_to_come
from dateline.relate.contests import is_contest
from dateline.relate.court_days import stands_trial
from dateline.relate.earlier_matters import SET_OFF, is_heeded, is_met, is_protested
from dateline.relate.grievances import is_stoppage, list_grievances
from dateline.relate.habits import is_general
from dateline.relate.harm_context import ARRANGED, is_known
from dateline.relate.looked_into import is_looked_into
from dateline.relate.make_believe import is_make_believe
from dateline.relate.name_calling import is_word_for_policy, names_calling
from dateline.relate.punished import is_charge_of_punished
from dateline.relate.shelvings import is_shelved
from dateline.relate.sittings import is_of_sitting
from dateline.relate.stoppings import is_dud, is_made_safe, is_shot_down
from dateline.relate.treason import is_treason
from dateline.relate.void_talk import TALK, is_void
from dateline.relate.word_attacks import is_attack_in_words, is_held_by_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

POINTING = frozenset(("the", "this", "these", "both"))
# Arcs through which a governor says something of the act itself, not of a neighbour.
GOVERNING = frozenset(
    {"dobj", "pobj", "prep", "xcomp", "ccomp", "pcomp", "acl", "advcl", "conj", "nsubjpass"}
    | {"compound", "amod", "poss", "nmod", "dative"}
)
WHERE = frozenset(
    {"in", "at", "near", "outside", "inside", "on", "during", "from", "into", "through", "by", "after", "before"}
)
PROTESTING = frozenset({"protest", "demonstrate", "picket", "demand"})
DISMISSING = frozenset({"denied", "dismissed", "scotched", "quashed", "denying", "dismissing", "denies", "dismisses"})
BABY = "baby"  # a "baby boom" is no blast, but "a baby escaped injury"
# What people are out about is no sign of a figure of speech; a "rally" alone may be one of prices.
MARCHING = (SET_OFF - {"rally", "rallies", "anger", "outrage", "outcry"}) | {"rallied", "walkout", "stoppage", "rioted"}
ANNOUNCING = frozenset({"announce", "announces", "announced", "announcing", "scheduled"})
HAPPENING = frozenset({"happen", "occur", "follow", "take", "erupt", "start", "begin"})
FINITE = frozenset({"VBD", "VBZ", "VBP"})
PAST_TAGS = frozenset({"VBD", "VBN", "VBG"})
# Before them stands when or where what governs happened, not what it is about: "stopped the lorry in an ambush".
SETTINGS = frozenset(
    {"in", "during", "after", "at", "following", "since", "near", "by", "amid", "despite", "within", "as"}
)
# What is told with an infinitive behind them was done: "managed to", "were forced to".
# fmt: off
IMPLICATIVE = frozenset((
    "used", "continued", "began", "started", "managed", "happened", "able", "forced", "compelled",
    "obliged", "had", "proceeded",
))
# fmt: on
SIGNS = frozenset({"sign", "signs", "evidence", "indication", "indications", "suggestion", "proof", "trace", "hint"})
THINGS = frozenset({"NOUN", "PROPN"})
PLANTED = frozenset(
    {"left", "planted", "placed", "attached", "hidden", "buried", "laid", "taped", "concealed", "stuck"}
)
RULING = frozenset({"rule", "rules", "ruled", "ruling"})
JUDGING = frozenset({"sentenced", "sentences", "jailed", "jails", "convicted", "convicts", "imprisoned"})
PENDING = frozenset({"amod", "acl", "compound", "advmod", "relcl"})
SUSPECTS = frozenset({"suspect", "suspects"})
STRIKES = frozenset({"strike", "strikes"})
AT_PLACES = frozenset({"ambush", "attack", "raid", "massacre", "bombing", "blast", "shooting", "killings"})
PLACES = frozenset({"market", "markets"})
# What was going on until then.
LEFT = frozenset({"dead", "killed", "wounded", "injured", "hurt"})
ENDING = frozenset({"ended", "halted", "suspended", "ending", "lifted", "lifting"})
# fmt: off
LASTING = frozenset((
    "strike", "strikes", "protest", "protests", "blockade", "blockades", "sit-in",
    "siege", "walkout", "occupation", "picket",
))
# fmt: on
OBSTRUCTING = frozenset({"block", "blocks", "blocked", "blocking", "disrupt", "disrupts", "disrupted", "disrupting"})
UNDERGONE = frozenset({"dobj", "nsubjpass"})
# Who is not spared is dead: "did not survive", "doctors could not save the driver".
SPARING = frozenset({"survive", "survived", "surviving", "save", "saved", "revive", "revived", "resuscitate"})
REACH = 4  # governors looked at above the act


def judge_reality(head: Token) -> Reality:
    """Say whether the act at `head` is told, denied, only possible, a habit, or a figure of speech."""
    if _is_figurative(head) or is_contest(head) or _is_likened(head) or is_make_believe(head) or is_of_sitting(head):
        return Reality.FIGURATIVE
    if is_dud(head):
        return Reality.TOLD
    shelved = is_shelved(head) if head.lower_ in MARCHING else None
    undone = is_negated(head) and head.lower_ not in SPARING
    if undone or _is_untrue(head) or _is_ruled_out(head) or shelved:
        return Reality.DENIED
    if is_charge_of_punished(head):
        return Reality.POSSIBLE
    known = is_protested(head) or is_heeded(head) or is_looked_into(head)
    if shelved is None and not known and _is_possible(head):
        return Reality.POSSIBLE
    if is_general(head):
        return Reality.GENERAL
    return Reality.TOLD


def judge_stage(head: Token, *, of_crowd: bool = False) -> Stage:
    """Say how far the act at `head` went, told by its governors and modifiers.

    What a crowd blocks or disrupts is its own doing: its march is stopped only where that is what is blocked.
    """
    if is_dud(head):
        return Stage.ATTEMPTED
    governors = tuple(_governors(head))
    # "Torched the block": what it is done to says nothing.
    own = (c for c in head.children if c.dep_ == "compound" or not (c.pos_ in THINGS or _is_said_besides(c)))
    around = {head.lower_, *(token.lower_ for token in governors), *(child.lower_ for child in own)}
    around |= {kid.lower_ for token in (head, *governors) for kid in token.children if kid.dep_ in ("amod", "neg")}
    if of_crowd and not (head.dep_ in UNDERGONE and head.head.lower_ in OBSTRUCTING):
        around -= OBSTRUCTING
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
    """Whether it opens one more thing said or done: "said it struck and that it tries to", "and police defused one"."""
    own = any(kid.dep_ in SUBJECTS and kid.pos_ != "PRON" for kid in child.lefts)
    return child.dep_ == "conj" and (own or any(kid.dep_ == "mark" and kid.lower_ == "that" for kid in child.lefts))


def is_past_perfect(head: Token) -> bool:
    """Whether the act's verb stands in the past perfect ("had killed")."""
    return head.pos_ == "VERB" and head.tag_ == "VBN" and "had" in auxiliaries(head)


def is_definite(head: Token) -> bool:
    """Whether a noun refers back: "the blast", "this attack", "Tuesday's attack"; not "the bodies of two men"."""
    if head.pos_ not in ("NOUN", "PROPN") or is_body(head):
        return False
    return names_calling(head) is not None or any(
        (child.dep_ == "det" and child.lower_ in ("the", "this", "that", "these", "those"))
        or (child.dep_ in ("poss", "compound", "nmod") and child.ent_type_ in ("DATE", "TIME"))
        for child in head.children
    )


def refers_back(head: Token) -> bool:
    """Whether a noun for an act only points at the one just told: "in the attack", not "the attack on the bank"."""
    if head.tag_ not in ("NN", "NNS"):
        return False
    pointed = any(child.dep_ == "det" and child.lower_ in POINTING for child in head.lefts)
    told_more = any(
        child.dep_ in ("relcl", "acl", "poss") or (child.dep_ == "prep" and child.lower_ in ("of", "on", "against"))
        for child in head.children
    )
    return (pointed and not told_more) or names_calling(head) is not None


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
    if head.dep_ == "nsubj" and any(c.dep_ == "mark" and c.lower_ in ("if", "unless") for c in head.head.lefts):
        return True  # "would hit back if rocket fire resumes"
    if any(child.lower_ in load_cues("pending") and child.dep_ in PENDING for child in head.children):
        return True
    if (head.dep_ == "nsubj" and _is_awaited(head.head)) or _is_announced(head) or is_to_come(head):
        return True
    if head.dep_ == "nsubjpass" and _is_perceived(head.head):
        return False
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
        if stands_trial(above):
            break
        charges = above.lower_ in load_cues("charging") and (above.pos_ == "VERB" or above.lower_ not in SUSPECTS)
        if charges and not (infinitive and above.lower_ in load_cues("attempt")):
            break
        if above.lower_ in ENDING and above.tag_ in PAST_TAGS and head.lower_ in LASTING:
            return False  # "ended a nine-day strike"
        if above.lower_ == "ended" and head.lower_ in LEFT and any(c.lower_ == "with" for c in above.rights):
            break  # "the assault ended with four dead"
        if above.lower_ == "resorted":
            return False  # "police resorted to a baton charge"
        if above.lower_ in ARRANGED and is_known(head):
            return False
        if above.lower_ in ("call", "calls") and is_met(above):
            return False  # "workers heeded the call to down tools"
        if above.lower_ in unreal and not (above.lower_ == "able" and _was_able(above)):
            return True
        if above.lower_ in TALK and above.dep_ == "dobj" and above.head.lower_ in DISMISSING:
            return True
        if above.pos_ in ("VERB", "AUX") and set(auxiliaries(above)) & modal and "have" not in auxiliaries(above):
            return not _is_perceived(above)
    # "Were at the gate to protest": they did.
    if (
        head.lower_ in PROTESTING
        and head.head.tag_ in ("VBD", "VBN", "VBG")
        and not set(auxiliaries(head.head)) & modal
    ):
        return False
    # A bare infinitive of purpose has not happened: "came to attack".
    return verbal_complement and head.head.lower_ not in IMPLICATIVE


def _is_perceived(verb: Token) -> bool:
    """Whether something could be heard or seen, as only what happens can."""
    return verb.lower_ in ("heard", "seen", "felt") and "could" in auxiliaries(verb)


def _is_awaited(clause: Token) -> bool:
    """Whether a clause is what somebody waits for or wants: "expects protests to be peaceful"."""
    open_end = any(child.lower_ == "to" and child.dep_ == "aux" for child in clause.children)
    return open_end and clause.dep_ in ("ccomp", "xcomp") and clause.head.lower_ in load_cues("unreal")


def _is_announced(stoppage: Token) -> bool:
    """Whether somebody says that there will be a strike or a march: "the union announced a 48-hour strike"."""
    return (
        stoppage.dep_ == "dobj" and stoppage.head.lower_ in ANNOUNCING and stoppage.lower_ in MARCHING | {"offensive"}
    )


def _was_able(able: Token) -> bool:
    """Whether it was done: "sappers were able to defuse it", not "they will be able to"."""
    return able.head.lower_ in ("was", "were") and not set(auxiliaries(able.head)) & load_cues("modal")


def _is_untrue(head: Token) -> bool:
    """Whether the act is said to be a hoax, a rumour, a drill, or talk of it without truth."""
    if any(is_void(above) for above in _governors(head) if head.pos_ == "NOUN"):
        return True
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


def _is_armed_body(subject: Token) -> bool:
    """Whether a team is one of forces, not of players: "a combined team of police and soldiers captured"."""
    bodies = load_cues("bodies")
    return subject.lower_ in load_cues("tangible") and any(token.lower_ in bodies for token in subject.subtree)


def _is_figurative(head: Token) -> bool:
    figurative = load_cues("figurative")
    if is_treason(head):
        return True
    if is_word_for_policy(head) or (head.lower_ in COMING and _is_blamed(head)):
        return True
    if is_attack_in_words(head) or is_held_by_words(head):
        return True
    near = {
        child.lower_
        for child in head.children
        if child.dep_ in ("compound", "amod", "advmod", "poss")
        or (child.dep_ == "nsubj" and not _is_armed_body(child) and child.lower_ != BABY)
    }
    if head.lower_ in JUDGING:
        near.discard("court")  # "a court sentenced Ben Cole"
    if head.dep_ == "relcl" and any(child.dep_ == "nsubj" and child.tag_ in ("WDT", "WP") for child in head.lefts):
        near.add(head.head.lower_)
    hit = {
        c.lower_ for c in head.children if c.dep_ in ("nsubjpass", "dobj") and c.ent_type_ != "PERSON"
    }  # "Price was shot"
    # "Exploded at a market": a place is no sign of a figure of speech.
    hit |= {
        kid.lower_
        for child in head.children
        if child.dep_ == "prep" and child.lower_ not in WHERE
        for kid in child.children
    }
    if head.dep_ in ("compound", "amod"):
        near.add(head.head.lower_)
    if head.lower_ in MARCHING or is_stoppage(head):
        hit -= list_grievances(head)
        near -= load_cues("grievances") - PLACES
    if head.lower_ in STRIKES:
        near.discard("hunger")  # which strikers go on as they go on strike
    if head.lower_ in AT_PLACES:
        near -= PLACES  # "a market ambush", "the Market Street attack"
    return bool((near | (hit - load_cues("tangible"))) & figurative)


def _is_blamed(coming: Token) -> bool:
    """Whether somebody "came under fire" for what he did or said, by words alone."""
    under = next((child for child in coming.rights if child.lower_ == "under"), None)
    if under is None or not any(kid.lower_ == "fire" for kid in under.children):
        return False
    for above in (coming, under, *under.children):
        for child in above.rights:
            if child.dep_ == "prep" and child.lower_ in ("for", "over"):
                return True
            if child.dep_ == "prep" and any(kid.lower_ in load_cues("blamers") for kid in child.children):
                return True
    return False
