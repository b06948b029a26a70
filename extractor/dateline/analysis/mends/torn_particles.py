"""Mends where the parser takes the particle of a verb for a preposition: "protesters burned down the house of a mayor".

The house then stands "down" where somebody burned, and nothing is burned.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.analysis.mends.word_mends import WordMend

if TYPE_CHECKING:
    from spacy.tokens import Token

# fmt: off
# Verbs that are done "down" to a thing; who came or fled down a road did nothing to it.
FELLING = frozenset((
    "burned", "burnt", "burning", "burn", "tore", "torn", "tearing", "tear", "pulled", "pulling", "pull", "knocked",
    "knocking", "knock", "gunned", "gunning", "shot", "shooting", "hacked", "mowed", "mowing", "brought", "bringing",
    "broke", "breaking", "cut", "cutting", "chopped", "shut", "shutting", "hunted", "hunting",
))
# fmt: on


def _mend(particle: Token) -> None:
    """Make "down" the verb's particle and what stands behind it the verb's object."""
    verb = particle.head
    if particle.dep_ not in ("prep", "prt") or particle.i != verb.i + 1 or verb.lower_ not in FELLING:
        return
    thing = next((child for child in particle.rights if child.dep_ == "pobj"), None)
    if thing is None or any(child.dep_ in ("dobj", "nsubjpass") for child in verb.children):
        return
    particle.dep_ = "prt"
    thing.head, thing.dep_ = verb, "dobj"


TORN_PARTICLES = WordMend(("down",), _mend)
