"""Tells the seats of power that stand for a state, where nothing happens: "Baghdad's troops", "ties with Moscow"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dateline.find.actor_lexicon import load_states

if TYPE_CHECKING:
    from dateline.spans import Span

REACH = 60  # code points before a name that are looked at
_NAME = r"[A-Z]\w+(?:[ -][A-Z]\w+)?"
# What is a state's and no town's; "Kabul's army hospital" stands in Kabul.
_OWNED = re.compile(
    r"['’]s?\s(?:[a-z-]+\s){0,2}(?:troops|forces|fighters|soldiers|jets|warplanes|bombers|aircraft|army|military|navy"
    r"|air force|all(?:y|ies)|enem(?:y|ies)|foes?|rivals?|backing|support|intervention|involvement|polic(?:y|ies)"
    r"|interests|envoys?|ambassador|diplomats)\b"
    r"(?!\s(?:hospital|base|barracks|headquarters|academy|camp|post|depot)\b)"
)
_DEALINGS = (
    r"(?:relations|relationship|ties|talks|engagement|dialogue|tensions?|negotiations|agreements?|deal|cooperation|alliance"
    r"|allied|aligned|pact|treaty|rivalry|dispute|rift|row|spat|feud|stand-?off|words|rapprochement|friction|trust|contacts?"
    r"|hostilit(?:y|ies)|accord|understanding|truce|cease-?fire|differences|communications?|negotiat(?:e|ed|ing))"
)
# "Talks between Ankara and Moscow", "ties with Moscow"; a road or a train runs between two towns.
_DEALT_WITH = re.compile(rf"\b{_DEALINGS}\s(?:[a-z]+\s){{0,2}}(?:between|with)\s(?:{_NAME}(?:,\s|\s(?:and|or)\s))?$")
# "Brokered by Moscow and Washington": who does something.
_DOER = re.compile(rf"\bby\s(?:both\s)?(?:{_NAME}(?:,\s(?:and\s)?|\sand\s)){{0,2}}$")
_SEAT = re.compile(r"(?<!\w)(?:[DRI]|DFL)-\Z")  # before a politician's town or state: "(D-Plymouth)"


def is_no_scene(text: str, span: Span) -> bool:
    """Whether the name at `span` says for whom somebody acts or sits, and not where something happens."""
    return _SEAT.search(text, max(0, span.start - 4), span.start) is not None or stands_for_state(text, span)


def stands_for_state(text: str, span: Span) -> bool:
    """Whether the name at `span` is a seat of power that only stands for its state."""
    if span.of(text) not in load_states().seats:
        return False
    if _OWNED.match(text, span.end) is not None:
        return True
    before = text[max(0, span.start - REACH) : span.start]
    return _DEALT_WITH.search(before) is not None or _DOER.search(before) is not None
