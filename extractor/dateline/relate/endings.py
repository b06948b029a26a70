"""Tells the day on which a strike or march ended from its own: "the strike was called off on Thursday"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.relate.shelvings import CALLED, SHELVING, UNDERGONE

if TYPE_CHECKING:
    from spacy.tokens import Token

ENDED = 0.3  # score of a link to the day of an end, the most that one has that may be another matter's
# fmt: off
LASTING = frozenset((
    "strike", "strikes", "protest", "protests", "blockade", "sit-in", "walkout", "stoppage", "bandh", "hartal",
    "shutdown", "picket", "fast", "stayaway", "dharna",
))
ENDING = SHELVING | {
    "ended", "ends", "end", "ending", "suspended", "suspend", "suspending", "lifted", "lift", "lifting", "halted",
    "paused", "concluded",
}
RETURNING = frozenset((
    "returned", "return", "returning", "went", "go", "going", "resumed", "resume", "resuming", "reopened", "reported",
    "back",
))
# fmt: on
BEHIND = frozenset({"after", "following"})


def is_of_end(time: Token, act: Token) -> bool:
    """Whether the time hangs on what ended the act or came after it: "went back to work on Friday after a strike"."""
    if act.lower_ not in LASTING:
        return False
    verb = act.head
    off = verb.lower_ in CALLED and any(child.lower_ == "off" for child in verb.children)
    if act.dep_ in UNDERGONE and (off or verb.lower_ in ENDING):
        return _hangs_on(time, verb)
    after = act.dep_ == "pobj" and verb.lower_ in BEHIND
    return after and verb.head.lower_ in RETURNING and _hangs_on(time, verb.head)


def ends_unrest(verb: Token) -> bool:
    """Whether people who were out go back by it: "called off", "went back to work", "resumed"."""
    after = {child.lower_ for child in verb.children}
    if verb.lower_ in ("went", "go", "going"):
        return "back" in after
    off = verb.lower_ in CALLED and "off" in after
    return off or verb.lower_ in ENDING or verb.lower_ in RETURNING


def _hangs_on(time: Token, verb: Token) -> bool:
    """Whether the time stands right beside the verb: "ended on Thursday", "on Thursday ended"."""
    above = time.head
    return above.i == verb.i or (above.dep_ == "prep" and above.head.i == verb.i)
