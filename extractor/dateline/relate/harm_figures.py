"""Tells a figure that holds from an older, a feared or another source's one: "at first put the dead at nine"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dateline.relate.clauses import has_subject
from dateline.relate.harm_words import load_harm_words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from dateline.records import Count

# fmt: off
OUTDATED = frozenset((
    "lower", "earlier", "previous", "initial", "preliminary", "former", "first", "initially", "previously",
    "originally", "provisional",
))
# fmt: on


REVISING = frozenset(("updating", "updated", "revising", "revised", "correcting", "corrected", "superseding"))
FIGURES = frozenset(
    ("toll", "tolls", "count", "report", "reports", "figure", "figures", "estimate", "estimates", "tally")
)


def is_outdated(token: Token) -> bool:
    """Whether the words set a toll aside: "an earlier toll of 24", "he first gave a toll of 24"."""
    if token.dep_ == "dobj" and token.head.lower_ in REVISING and not any(c.lower_ == "to" for c in token.head.rights):
        return True  # "updating a toll of 23 given the night before"
    around = [*token.lefts]
    for above in (token.head, token.head.head):
        if above.pos_ in ("VERB", "AUX"):
            around += [child for child in above.children if child.dep_ == "advmod" and child.lower_ != "previous"]
            around += _at_first(above)
            # "An earlier toll had put the dead at 24."
            around += [kid for child in above.lefts if child.lower_ in FIGURES for kid in child.lefts]
    return any(word.lower_ in OUTDATED for word in around)


def _at_first(verb: Token) -> list[Token]:
    """Return "first" of "at first put the dead at nine"."""
    return [kid for child in verb.children if child.lower_ == "at" for kid in child.rights if kid.lower_ == "first"]


def is_feared(token: Token) -> bool:
    """Whether the harm is only feared: "hundreds feared dead", "are feared to have drowned", "may have died"."""
    if (token.i > 0 and token.nbor(-1).lower_ == "feared") or token.head.lower_ == "feared":
        return True
    return {"may", "have"} <= {child.lower_ for child in token.lefts if child.dep_ in ("aux", "auxpass")}


# One figure of dead and hurt: "killed or wounded 40", "put dead and wounded together at 100", "90 dead or injured".
_OF_BOTH = re.compile(
    r"\b(?:killed|dead|died|slain)\s(?:or|and/or)\s(?:else\s)?(?:wounded|injured|hurt|maimed)\b"
    r"|\b(?:dead|killed)\sand\s(?:wounded|injured)\s(?:together\s|combined\s|alike\s)?(?:at|to)\b",
    re.IGNORECASE,
)


def counts_hurt_too(token: Token) -> bool:
    """Whether the figure is of dead and hurt together, so that any of the dead alone tells more."""
    text, at = token.sent.text, token.idx - token.sent.start_char
    return any(both.start() <= at < both.end() for both in _OF_BOTH.finditer(text))


def is_toll_feared(token: Token, count: Count | None) -> bool:
    """Whether a toll is thought likely: "up to 20 people may have died". Of one man it would be a rumour."""
    return count is not None and (count.best or 0) > 1 and token.pos_ == "VERB" and is_feared(token)


def is_first_told(token: Token) -> bool:
    """Whether a figure that is no toll is an older one: "it had first reported 67 dead", "earlier said two died"."""
    saying = load_harm_words().saying
    for above in [*token.ancestors][:3]:
        if above.lower_ in saying or above.lower_ in GIVING:
            older = [child.lower_ in OUTDATED for child in above.children if child.dep_ == "advmod"]
            older += map(bool, _at_first(above))
            toll = (kid.lower_ in OUTDATED for child in above.lefts if child.lower_ in FIGURES for kid in child.lefts)
            return any(older) or any(toll)
    return False


# fmt: off
GIVING = frozenset((
    "gave", "give", "gives", "giving", "given", "put", "puts", "putting", "reported", "reports", "reporting", "cited",
    "citing", "quoted", "quoting", "issued", "announced", "spoke", "speaks", "spoken", "mentioned", "counted",
    "recorded", "tallied", "listed", "documented", "registered",
))
# fmt: on


def is_given(token: Token) -> bool:
    """Whether a toll is one source's beside others: "state television gave a toll of 34", "put the toll at 9"."""
    above = token.head
    verb = above.head if above.lower_ == "of" else above
    # The cue of "blamed rebels and put the dead at 9" ends in its "at".
    joined = token.lower_ == "at" and verb.dep_ == "conj"
    told = (token.dep_ in ("dobj", "oprd", "pobj") or joined) and verb.lower_ in GIVING
    if any(child.lower_ in ("overall", "total", "final") for child in token.lefts):
        return False
    subject = verb.head if verb.dep_ == "conj" and not has_subject(verb) else verb
    if any(child.lower_ in ("later", "now", "subsequently") for child in verb.children):
        return False  # "the minister later put the toll at 22"
    return told and any(child.dep_ == "nsubj" for child in subject.lefts)
