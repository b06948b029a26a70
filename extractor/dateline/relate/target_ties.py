"""How a thing hangs in its sentence: by which word it is governed, and how."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dateline.find.nouns import DIRECTIONS
from dateline.relate.target_cues import Cues

if TYPE_CHECKING:
    from spacy.tokens import Token

AT = frozenset({"on", "upon", "at", "against", "toward", "towards", "into", "onto", "targeting", "through"})
WITHIN = frozenset({"in", "inside", "within", "outside", "under", "beneath", "underneath", "aboard", "front"})
BY = frozenset(
    {"near", "beside", "by", "alongside", "behind", "next", "opposite", "close", "around", "between", "across"}
)
TOGETHER = frozenset({"along", "together"})  # before "with"
RELATIVES = frozenset({"which", "that", "who"})
NOT_DONE_HERE = frozenset({"occupied", "used", "stolen"})  # participles that tell what the thing was before
WHERE_OR_WHEN = frozenset({"GPE", "LOC", "DATE", "TIME"})
FLAMES = frozenset({"fire", "flames"})  # "caught fire"
# What people do at a place: who fires at them fires at the place too.
STAYING = frozenset(
    {"gathered", "gathering", "lined", "lining", "massed", "queueing", "queuing", "sheltering", "waiting"}
)
FARTHEST = 4  # arcs between the act and the verb that governs the thing


@dataclass(frozen=True, slots=True)
class Tie:
    """How a thing hangs on the word that governs it."""

    governor: Token
    relation: str  # "object", "passive", "subject", "modifier", or the preposition
    through: Token  # the thing, or the part of it, that stands in the relation


def find_ties(cues: Cues, thing: Token) -> Iterator[Tie]:
    """Yield how the thing, what it is a part of, and what its phrase may hang on instead, hang in the sentence."""
    yield from _clauses_on(thing)
    token = thing
    for _ in range(FARTHEST):
        tie = _tie(token)
        if tie is None:
            return
        yield tie
        yield from _shared(tie)
        above = tie.governor
        # "the gate of the embassy" hangs where its gate does; a verb ends the search.
        parted = cues.is_of(above, "part") and tie.relation in ("of", "modifier", "in")
        if parted or (above.pos_ == "NUM" and tie.relation in ("of", "modifier")):
            token = above
            continue
        if tie.relation in ("of", "on", "aboard") and cues.is_of(above, "aboard"):
            people = _tie(above)
            if people is not None and people.relation in ("object", "passive", "of"):
                yield Tie(people.governor, "aboard", tie.through)
        if tie.relation in AT or tie.relation in WITHIN or tie.relation == "from":
            yield from _higher(tie)
        return


def _shared(tie: Tie) -> Iterator[Tie]:
    """Yield what else befell the thing, by verbs that share it: "was looted and burned", "caught fire and sank"."""
    if tie.through.dep_ not in ("nsubj", "nsubjpass"):
        return
    for verb in tie.governor.conjuncts:
        if verb.i < tie.governor.i or any(child.dep_ in ("nsubj", "nsubjpass") for child in verb.lefts):
            continue
        helped = any(child.dep_ == "auxpass" for child in verb.lefts)
        if verb.tag_ == "VBN" and (helped or tie.relation == "passive"):
            yield Tie(verb, "passive", tie.through)
        elif verb.tag_ == "VBD" and all(child.dep_ != "dobj" or child.lower_ in FLAMES for child in verb.rights):
            yield Tie(verb, "subject", tie.through)  # "was hit and sank"


def _clauses_on(thing: Token) -> Iterator[Tie]:
    """Yield the verbs of the clauses on the thing ("a bus which was hit", "a house that they burned")."""
    for child in thing.children:
        if child.dep_ in ("acl", "amod") and child.tag_ == "VBN" and child.lower_ not in NOT_DONE_HERE:
            yield Tie(child, "passive", thing)
        elif child.dep_ == "amod" and child.tag_ == "VBG" and child.i and thing.doc[child.i - 1].lower_ == ",":
            yield Tie(child, "object", thing)  # "…, burning homes", taken for homes that burn
        elif child.dep_ == "relcl":
            if any(kid.lower_ in ("where", "when") for kid in child.lefts):
                continue  # "the hospital where he died"
            subjects = {kid.dep_: kid.lower_ for kid in child.lefts}
            if subjects.get("nsubjpass") in RELATIVES:
                yield Tie(child, "passive", thing)
            elif (
                subjects.get("nsubj") is not None
                and subjects["nsubj"] not in RELATIVES
                and all(kid.dep_ != "dobj" or kid.lower_ in RELATIVES for kid in child.children)
            ):
                yield Tie(child, "object", thing)


def _higher(tie: Tie) -> Iterator[Tie]:
    """Yield the words above the noun that a parser hung the phrase on, for it may have hung it too low."""
    word = tie.governor
    if word.dep_ == "acl" and word.tag_ == "VBN" and word.head.head.i != word.head.i:
        # "drove a car packed with explosives into the gate"
        yield Tie(word.head.head, tie.relation, tie.through)
    if word.dep_ == "acl" and word.lower_ in STAYING:
        word = word.head  # "fired at people queuing outside a bakery"
    for _ in range(FARTHEST):
        if word.pos_ not in ("NOUN", "PROPN", "NUM") or word.dep_ not in ("dobj", "pobj", "nsubjpass", "nsubj", "conj"):
            return
        word = word.head
        while word.pos_ == "ADP" and word.head.i != word.i:
            word = word.head
        yield Tie(word, tie.relation, tie.through)


def _tie(token: Token) -> Tie | None:
    for _ in range(FARTHEST):
        before = _listed_before(token)
        if before is not None:
            token = before
        elif token.dep_ in ("conj", "appos") or (token.dep_ == "compound" and token.head.lower_ in DIRECTIONS):
            token = token.head
        elif token.dep_ == "pobj" and token.head.lower_ in ("including", "like"):
            token = token.head.head
        else:
            break
    above = token.head
    if above.i == token.i:
        return None
    if token.dep_ in ("dobj", "dative", "oprd"):
        return Tie(above, "object", token)
    if token.dep_ == "attr":
        # "The target was the headquarters": what the attackers aimed at.
        named = any(child.dep_ == "nsubj" and child.lower_ in ("target", "targets") for child in above.lefts)
        return Tie(above, "named", token) if named else None
    if token.dep_ == "nsubjpass":
        return Tie(above, "passive", token)
    if token.dep_ == "nsubj":
        # "left five cars smashed", a headline's "Bus attacked": a bare participle is a passive.
        bare = all(child.dep_ not in ("aux", "dobj") for child in above.children)
        # "Cars were burned and shops looted": the second verb shares the "were" of the first.
        shares = above.dep_ == "conj" and any(child.dep_ in ("nsubjpass", "auxpass") for child in above.head.children)
        relation = "passive" if bare and above.tag_ == "VBN" else "bare" if bare and shares else "subject"
        return Tie(above, relation, token)
    if token.dep_ in ("compound", "nmod", "amod", "poss"):
        return Tie(above, "modifier", token)
    if token.dep_ in ("pobj", "pcomp"):
        return _prepositional(above, token)
    return None


def _listed_before(token: Token) -> Token | None:
    """Return the noun that a list goes on from, of a thing that the parser hung on the verb instead.

    "Bombs fell on the stage and the stalls", "in front of bars, a hotel and a shop".
    """
    if (
        token.dep_ not in ("conj", "dep", "npadvmod")
        or token.head.pos_ not in ("VERB", "AUX")
        or token.head.i > token.i
    ):
        return None
    at = token.left_edge.i - 1
    start = token.sent.start
    if at <= start or token.doc[at].lower_ not in (",", "and", "or"):
        return None
    while at > start and token.doc[at].lower_ in (",", "and", "or"):
        at -= 1
    before = token.doc[at]
    return before if before.pos_ in ("NOUN", "PROPN") and before.ent_type_ not in WHERE_OR_WHEN else None


def _prepositional(preposition: Token, token: Token) -> Tie | None:
    """Read "outside X", "in front of X", "close to X": the first word of a chain of prepositions tells."""
    word, name = preposition, preposition.lower_
    for _ in range(FARTHEST):
        above = word.head
        if above.i == word.i:
            return None
        if word.dep_ == "conj" and above.pos_ == "ADP":
            word = above  # "at the house and at the office"
            continue
        if above.lower_ in ("front", "side") and above.dep_ == "pobj" and name == "of":
            word, name = above, "front"
        elif name == "with" and word.i and word.doc[word.i - 1].lower_ in TOGETHER:
            return _together(above.head if above.lower_ in TOGETHER else above, token)
        elif above.pos_ in ("ADP", "SCONJ") or (above.pos_ in ("ADV", "ADJ") and above.lower_ in BY):
            name = name if name == "front" else above.lower_
            word = above
        else:
            return Tie(above, name, token)
    return None


def _together(verb: Token, token: Token) -> Tie:
    """Return the tie of what "along with" adds to what the verb befell: "burned an office along with two shops"."""
    suffers = any(child.dep_ == "nsubjpass" for child in verb.children)
    return Tie(verb, "passive" if suffers else "object", token)


def measure_depths(token: Token) -> dict[int, int]:
    """Return the arcs from `token` up to each word that governs it."""
    depths = {token.i: 0}
    while token.head.i != token.i:
        token = token.head
        depths[token.i] = len(depths)
    return depths


def measure_distance(depths: Mapping[int, int], token: Token) -> int | None:
    """Return the number of arcs between `token` and the word that `depths` were taken from."""
    steps = 0
    while token.i not in depths:
        if token.head.i == token.i:
            return None
        token = token.head
        steps += 1
    return steps + depths[token.i]
