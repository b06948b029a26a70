"""Mends what the parser makes of a verb with the means before its hyphen: "two shops were petrol-bombed".

It takes the participle for what the shops were, as in "were fire-proof".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.analysis.mends.passives import BE, make_passive
from dateline.analysis.mends.word_mends import WordMend

if TYPE_CHECKING:
    from spacy.tokens import Token

DONE = ("bombed", "gunned", "knifed", "attacked", "raided", "rammed", "hijacked", "jacked")


def _mend(verb: Token) -> None:
    """Make a passive of the participle behind a hyphen."""
    hyphened = verb.i > 1 and verb.nbor(-1).text == "-"
    if hyphened and verb.tag_ == "VBN" and verb.dep_ == "acomp" and verb.head.lower_ in BE:
        make_passive(verb)


HYPHENED_VERBS = WordMend(DONE, _mend)
