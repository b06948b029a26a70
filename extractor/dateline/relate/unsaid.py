"""Tells what somebody leaves unsaid of his own part: "praised the attack but did not say it was behind it"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.relate.clauses import is_negated, path_up

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from dateline.mentions import StanceMention

# fmt: off
SAYING = frozenset((
    "say", "said", "saying", "confirm", "confirmed", "confirming", "acknowledge", "acknowledged", "specify",
    "specified", "state", "stated", "disclose", "disclosed", "comment", "commented",
))
# fmt: on
REFUSING = frozenset(("declined", "declines", "declining", "refused", "refuses", "refusing", "failed"))
HAVING = frozenset(("has", "have", "had"))  # "has yet to say"
JOINED = 3  # verbs joined to the one with the subject


def is_left_unsaid(doc: Doc, stance: StanceMention) -> bool:
    """Whether the actor is told not to have said what would tie him to the act, either way."""
    for above in path_up(doc[stance.head]):
        if above.lower_ in SAYING and above.i != stance.head:
            return _is_unspoken(above) and stance.actor.head in _find_speakers(above)
    return False


def _is_unspoken(verb: Token) -> bool:
    """Whether the saying did not take place: "did not say", "has yet to say", "declined to say"."""
    above = verb.head
    yet = above.lower_ in HAVING and any(child.lower_ == "yet" for child in above.children)
    return is_negated(verb) or (verb.dep_ == "xcomp" and (yet or above.lower_ in REFUSING))


def _find_speakers(verb: Token) -> set[int]:
    """Return the heads of the subject of a verb, or of that which it is joined to."""
    for _ in range(JOINED):
        found = [word for child in verb.lefts if child.dep_ == "nsubj" for word in (child, *child.conjuncts)]
        if found:
            return {word.i for word in found}
        if verb.dep_ not in ("conj", "xcomp"):
            break
        verb = verb.head
    return set()
