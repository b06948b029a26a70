"""Tells the dead of a whole war from those of one act: "the fighting has killed nearly 700 people"."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from dateline.analysis.climbs import first_of_list
from dateline.relate.clauses import PERFECT, SUBJECTS, auxiliaries, is_headline, load_cues, path_up

if TYPE_CHECKING:
    from spacy.tokens import Token

# fmt: off
# What has killed, claimed, cost the lives of, left dead.
TOLLING = frozenset((
    "killed", "died", "wounded", "injured", "claimed", "cost", "left", "resulted", "caused", "taken",
))
# fmt: on
SPANS = frozenset(("weeks", "months", "years", "decades", "year", "decade"))
MANY = frozenset(("hundreds", "thousands", "scores"))
REACH = 3  # arcs up from a word to the verb: "left more than 1,000 people dead"
LEAST = 100  # dead or hurt of a war; fewer may be those of one bout of fighting


def is_war_total(word: Token) -> bool:
    """Whether a clause in the perfect tense, behind a story's lead, counts the dead or hurt of a war.

    The lead itself may well tell of one bout: "Fighting in Wau has killed 120 people, officials said."

    Args:
        word: the verb of the harm, or "dead" of "has left 1,000 people dead", or the word for the war.
    """
    verb = next((above for above in islice(path_up(word), REACH) if above.lower_ in TOLLING), None)
    if verb is None or not PERFECT.intersection(auxiliaries(verb)) or not _is_behind_lead(verb):
        return False
    first = first_of_list(verb)  # "has killed 254 people and wounded 1,228"
    subject = next((child for above in (verb, first) for child in above.lefts if child.dep_ in SUBJECTS), None)
    if subject is None or not _is_war(subject):
        return False
    return any(_is_hundreds(token) for token in verb.doc[verb.i : verb.right_edge.i + 1])


def _is_war(noun: Token) -> bool:
    """Whether it is a war, or a length of one: "the battle for the capital", "three months of fighting"."""
    if noun.lower_ in load_cues("war"):
        return True
    inner = (kid for child in noun.rights if child.lower_ == "of" for kid in child.rights)
    return noun.lower_ in SPANS and any(kid.lower_ in load_cues("war") | {"clashes", "protests"} for kid in inner)


def _is_behind_lead(verb: Token) -> bool:
    """Whether a sentence of prose, which ends with a full stop, stands before that of the verb."""
    start = verb.sent.start
    return start > 0 and not is_headline(verb.doc[start - 1])


def _is_hundreds(token: Token) -> bool:
    """Whether it is a number of hundreds, or more."""
    if token.lower_ in MANY:
        return True
    digits = token.text.replace(",", "")
    return token.pos_ == "NUM" and digits.isdecimal() and int(digits) >= LEAST
