"""Tells towns by the war that is made on them: "barrel bombs fell on Tafas", "fighting around Sheikh Zuweid".

The tagger takes many a small town for a person or a body; shells are not told to fall on either.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dateline.analysis.texts import text_of
from dateline.find.place_chunks import Chunk, tokens_of
from dateline.find.place_holders import MOST_HELD, SHOPPING, is_called_by_words
from dateline.spans import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from dateline.find.place_evidence import Surroundings

_WORDS = r"(?: (?!and\b|or\b|who\b|that\b|which\b|but\b)[a-z-]+){0,4}"
# What falls from the sky: "dropped cylinders of chlorine on", "fired missiles at", "shells rained down on".
_FALLEN_ON = re.compile(
    r"\b(?:(?:barrel |cluster )?bombs|shells|rockets|missiles|mortars|mortar (?:rounds|fire)|projectiles|cylinders"
    rf"|munitions|artillery(?: fire)?|air ?raids?|bombardment|shelling){_WORDS} (?:on|at|upon|onto|into) $"
    rf"|\b(?:shell|rocket|missile|mortar){_WORDS} (?:on|upon|into) $",  # one may be fired at a man
    re.IGNORECASE,
)
_SHELLED = re.compile(
    r"\b(?:(?:shelling|bombardment|barrel-bombing|strafing|siege) of|shell(?:ed|ing)|bombard(?:ed|ing)|pound(?:ed|ing)"
    r"|strafed|besieg(?:ed|ing)) $",
    re.IGNORECASE,
)
_FOUGHT_AROUND = re.compile(
    rf"\b(?:fighting|clash(?:es|ed)|battles?|combat|skirmishes|fought){_WORDS} (?:around|outside) $"
    rf"|\b(?:helicopter|plane|jet|warplane|aircraft|drone|gunship)s?{_WORDS} over $",
    re.IGNORECASE,
)
_DRIVEN_OUT = re.compile(
    r"\b(?:drove|driven|driving|push(?:ed|ing)|expelled|ousted|flushed|dislodged)"
    r"(?: [\w'’-]+){1,6}? (?:out of|from) $|\b(?:took|regained|lost|wrested|seized|retook) (?:full )?control of $",
    re.IGNORECASE,
)
# What is flown against persons and bodies too: "a drone strike on Nek Mohammad".
_STRUCK_FROM_AIR = re.compile(
    rf"\b(?:(?:air ?)?strikes?|raids?|attacks?|assaults?|offensives?){_WORDS} on $", re.IGNORECASE
)
# Words for persons and houses that open the names of towns: "Sheikh Zuweid", "Khan Sheikhoun".
OPENING = frozenset(
    ("sheikh", "sheik", "khan", "bab", "abu", "deir", "beit", "tell", "tel", "ain", "bir", "port", "fort")
)
_BORDER = re.compile(
    r"[,.;]|$|['’]s\b| (?:in|on|by|and|last|before|after|late|early|at|around|with|from|for|killed|killing|left|leaving"
    r"|wounded|that|which|during|as|since|has|have|had|was|were|also)\b"
)


def is_bombed(doc: Doc, chunk: Chunk, around: Surroundings, *, countries: frozenset[str]) -> bool:
    """Whether a run of words is told to be shelled, bombed or fought for, as towns are, in news of `countries`."""
    span = Span(chunk.words[0].start, chunk.words[-1].end)
    text = text_of(doc)
    if len(chunk.words) > MOST_HELD or (countries and countries <= SHOPPING):
        return False
    of_towns = any(led.search(around.left) for led in (_FALLEN_ON, _SHELLED, _FOUGHT_AROUND, _DRIVEN_OUT))
    if not of_towns and _STRUCK_FROM_AIR.search(around.left) is None:
        return False
    labels = {token.ent_type_ for token in tokens_of(doc, span)}
    if labels & {"DATE", "TIME", "NORP", "LAW"} or (not of_towns and labels & {"PERSON", "ORG"}):
        return False
    first, _, others = span.of(text).partition(" ")
    name = others if others and first.casefold() in OPENING else span.of(text)
    return _BORDER.match(text, span.end) is not None and not is_called_by_words(name)
