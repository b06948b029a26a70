"""Tells a threat at somebody from talk of war: "threatened to kill the judge", not "to strike its enemies"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.frames import TargetLink
from dateline.records import FAMILY, EventType, Family
from dateline.relate.clauses import SUBJECTS, auxiliaries, is_negated, load_cues, path_up

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Doc, Token

    from dateline.mentions import TargetMention

THREATENING = frozenset({"threatened", "threatening"})
THREAT = frozenset({"threat", "threats"})
# What is done with a threat that somebody truly made: "phoned in a threat to bomb the school".
MADE = frozenset({
    "made", "making", "make", "phoned", "received", "receiving", "got", "sent", "sending", "posted", "posting",
    "texted", "issued", "uttered", "uttering", "telephoned", "left", "called", "wrote", "emailed", "mailed", "shouted",
})  # fmt: skip
# What somebody says of his own act to come: "warned it would blow up the consulate", "vowed to kill the judge".
VOWING = frozenset({"vowed", "vows", "vowing", "swore", "sworn", "warned", "warns", "warning"})
SAYING = frozenset({"said", "says", "saying", "announced", "announces", "announcing"})
TO_COME = frozenset({"will", "would", "'ll", "shall"})
SELVES = frozenset({"it", "they", "we"})
SAID_WITHIN = 12  # words from the saying to its act
LEADING = frozenset({"xcomp", "dobj", "acl", "pcomp", "pobj", "prep", "conj", "ccomp"})
STEPS = 3  # arcs from the act up to the word for the threat
AT = frozenset({"on", "against", "at", "in", "up", "outside", "inside", "near", "into"})
STATES = frozenset({"GPE", "LOC"})
FORCES = frozenset(
    {"army", "military", "forces", "troops", "police", "coalition", "alliance", "government", "ministry"}
)
PRONOUNS = frozenset({"it", "him", "her", "them", "me", "us"})
# "To carry out a bombing at a barracks": the verb only lends itself to the act.
CARRYING = frozenset({"carry", "carrying", "stage", "staging", "launch", "launching", "commit", "committing", "mount"})
PLURALS = frozenset({"NNS", "NNPS"})
# Of an act of these a threat is one of violence; "threatened to strike", "to block roads" tells what is still to come.
VIOLENT = frozenset({Family.EXPLOSIVE, Family.ARMED, Family.MELEE, Family.ABUSE, Family.SEIZURE, Family.UNSPECIFIED})
# What is done for fear of a bomb to where it is said to lie: "the school was evacuated", "forced the closure of it".
CLEARED = frozenset({
    "evacuated", "evacuating", "evacuate", "evacuates", "evacuation", "closed", "closes", "closing", "closure", "shut",
    "shuts", "cleared", "clearing", "emptied", "searched", "landed", "landing", "diverted", "grounded", "lockdown",
    "cordoned", "sealed", "locked", "received", "delayed", "suspended",
})  # fmt: skip
THREATENED = "target:threatened"  # rule of what a threat is told beside
THREATENED_SCORE = 0.6


def is_particular_threat(act: Token, kind: EventType) -> bool:
    """Whether somebody who speaks for no state threatened to do the act to one that the words point at.

    "A caller threatened to blow up the station", "a letter threatening to kill her", but neither "North Korea
    threatened to strike bases" nor "the group threatened to attack tourists".
    """
    if FAMILY[kind] not in VIOLENT and kind is not EventType.ARSON:
        return False
    threat = _threat_over(act)
    if threat is None or is_negated(threat) or _speaks_for_state(threat):
        return False
    return aims_at_one(act)


def aims_at_one(act: Token) -> bool:
    """Whether the words point at what the act would be done to: "to bomb a hotel", not "to bomb hotels"."""
    return any(_is_pointed_at(thing) for thing in _things_under(act))


def _threat_over(act: Token) -> Token | None:
    """Return the word for the threat that governs the act, None without one that was made."""
    vow = find_vow(act)
    if vow is not None:
        return vow
    below = act
    for above in path_up(act):
        if above is act:
            continue
        if below.dep_ not in LEADING or below.i - above.i > 12 or above.i > act.i:
            return None
        if above.lower_ in THREATENING:
            modals = set(auxiliaries(above)) & load_cues("modal")
            return None if modals else above
        if above.lower_ in THREAT:
            return above if above.head.lower_ in MADE or above.dep_ == "pobj" else None
        if above.pos_ in ("VERB", "AUX") and below.dep_ not in ("xcomp", "conj"):
            return None
        below = above
    return None


def find_vow(act: Token) -> Token | None:
    """Return the verb by which those who would do the act say that they will, None where nobody does.

    "Warned that it will blow up the consulate", "vowed to kill the judge", "said they would attack the embassy"; but
    "warned that rebels would attack" is another's fear.
    """
    above = act.head
    if act.pos_ != "VERB" or act.dep_ not in ("ccomp", "xcomp") or not 0 < act.i - above.i <= SAID_WITHIN:
        return None
    word = above.lower_
    if act.dep_ == "xcomp":
        return above if word in VOWING and any(child.lower_ == "to" for child in act.lefts) else None
    coming = next((child for child in act.lefts if child.dep_ == "aux" and child.lower_ in TO_COME), None)
    own = coming is not None and coming.nbor(-1).lower_ in SELVES
    return above if own and word in VOWING | SAYING else None


def _speaks_for_state(threat: Token) -> bool:
    """Whether who threatens is a state, or holds one of its offices: what these say they would do is talk of war."""
    speakers = [child for child in threat.lefts if child.dep_ in SUBJECTS]
    speakers += [threat.head] if threat.dep_ == "acl" and threat.lower_ == "threatening" else []
    verb = threat.head if threat.lower_ in THREAT or threat.dep_ in ("pcomp", "xcomp", "conj", "advcl") else threat
    speakers += [child for child in verb.children if child.dep_ in SUBJECTS]
    return any(
        word.ent_type_ in STATES or word.lower_ in load_cues("offices") or word.lower_ in FORCES
        for speaker in speakers
        for word in (speaker, *speaker.conjuncts)
    )


def _things_under(act: Token) -> Iterator[Token]:
    """Yield what the act would be done to."""
    children = list(act.children)
    if act.dep_ == "dobj" and act.head.lower_ in CARRYING:
        children += [child for child in act.head.rights if child.dep_ == "prep"]
    for child in children:
        if child.dep_ in ("dobj", "nsubjpass", "dative"):
            yield from (child, *child.conjuncts)
        elif child.dep_ in ("prep", "prt") and child.lower_ in AT:
            yield from (kid for kid in child.children if kid.dep_ == "pobj")


def _is_pointed_at(thing: Token) -> bool:
    """Whether the words mean one thing or person, or some that are told apart: "the mayor", "three schools", "her"."""
    if thing.lower_ in PRONOUNS or thing.ent_type_ == "PERSON":
        return True
    if thing.ent_type_ in STATES or thing.pos_ not in ("NOUN", "PROPN"):
        return False
    if any(
        child.dep_ in ("det", "poss", "nummod") and child.lower_ not in ("any", "no", "all") for child in thing.lefts
    ):
        return True
    return thing.tag_ not in PLURALS and thing.pos_ == "PROPN" and not thing.text.isupper()


def find_threatened(doc: Doc, acts: Sequence[int], things: Sequence[TargetMention]) -> tuple[TargetLink, ...]:
    """Return what a threat was at where its own words say "it" or nothing, in order of text.

    "The mosque received a letter threatening to burn it down", "the airport was closed after a bomb threat".
    """
    objects = [child for act in acts for child in doc[act].children if child.dep_ == "dobj"]
    if objects and not any(word.lower_ in ("it", "them") for word in objects):
        return ()
    first = min(acts)
    found = [thing for thing in things if _is_cleared(doc[thing.head])]
    if not found and objects:
        found = [t for t in things if t.head < first and doc[t.head].dep_ in ("nsubj", "nsubjpass", "dobj")][-1:]
    return tuple(
        TargetLink(mention=thing, effect=None, cue=None, rule=THREATENED, score=THREATENED_SCORE) for thing in found
    )


def _is_cleared(thing: Token) -> bool:
    """Whether the words say that it was emptied, closed or searched, or received a threat."""
    above = thing.head
    if thing.dep_ == "pobj" and above.lower_ in ("of", "at") and above.head.pos_ in ("NOUN", "PROPN"):
        return above.head.lower_ in CLEARED
    if thing.dep_ not in ("nsubj", "nsubjpass", "dobj"):
        return False
    return above.lower_ in CLEARED or any(kid.lower_ in CLEARED for kid in above.children if kid.dep_ == "dobj")
