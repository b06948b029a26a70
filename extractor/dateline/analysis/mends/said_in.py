"""Mends what the parser makes of a saying and what it was said in: "denied in a statement that its men had fired".

It hangs the clause on the statement; it is what the verb says.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.analysis.mends.word_mends import WordMend

if TYPE_CHECKING:
    from spacy.tokens import Token

THAT = "that"
# What something is said in.
MEDIA = frozenset((
    "statement", "interview", "message", "letter", "email", "e-mail", "fax", "call", "post", "tweet", "video", "film",
    "recording", "broadcast", "communique", "communiqué", "note", "speech", "address", "leaflet", "report", "release",
    "bulletin", "statements", "messages", "leaflets", "posts", "media", "radio", "television", "facebook", "twitter",
    "telegram",
))  # fmt: skip
INTO = frozenset({"in", "on", "through", "via", "by", "at"})
# Verbs that tell a clause, in the forms that take a subject or stand beside another verb.
SAYING = frozenset((
    "said", "says", "denied", "denies", "denying", "claimed", "claims", "claiming", "announced", "announcing",
    "declared", "declaring", "confirmed", "confirming", "insisted", "acknowledged", "acknowledging", "admitted",
    "admitting", "reported", "warned", "alleged", "alleging", "stated", "asserted", "boasted", "saying",
))  # fmt: skip
CLAUSES = frozenset({"acl", "relcl"})


def _mend(that: Token) -> None:
    """Hang the clause that "that" opens on the verb of saying, past what it was said in."""
    clause = that.head
    if that.dep_ not in ("mark", "nsubj", "dobj") or clause.dep_ not in CLAUSES or clause.i < that.i:
        return
    if that.dep_ != "mark" and not _has_other_subject(clause, that):
        return  # "in a statement that blamed nobody": it tells of the statement
    medium = clause.head
    verb = _saying_verb(medium)
    if verb is not None and not any(kid.dep_ == "ccomp" for kid in verb.children):
        clause.head, clause.dep_ = verb, "ccomp"
        that.dep_ = "mark"


def _has_other_subject(clause: Token, that: Token) -> bool:
    return any(kid.dep_ in ("nsubj", "nsubjpass") and kid.i > that.i for kid in clause.lefts)


def _saying_verb(medium: Token) -> Token | None:
    """Return the verb that says something in the medium or in what the medium belongs to: "in a post on Telegram"."""
    for _ in range(2):
        prep = medium.head
        if medium.lower_ not in MEDIA or medium.dep_ != "pobj" or prep.lower_ not in INTO:
            return None
        if prep.head.lower_ in SAYING:
            return prep.head
        medium = prep.head
    return None


SAID_IN = WordMend((THAT,), _mend)
