"""Finds what else a text speaks of than violence: accidents, disasters, sport (topics.toml)."""

from __future__ import annotations

from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

from dateline.find.screening import count_words
from dateline.lexicon.entries import index_entries
from dateline.lexicon.files import load_file

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dateline.lexicon.phrases import PhraseIndex

THICK = 5.0  # words of a topic in 100 from which more tell nothing new
# Entries whose phrases hold a topic's word in another sense: "drones crashed", "villagers storm", "overturned cars".
OTHERWISE = frozenset({"weapon_crash", "crowd_acts", "other_league"})


@cache
def _topics() -> PhraseIndex:
    return index_entries(load_file("topics"))


def find_topics(text: str) -> tuple[str, ...]:
    """Return the topic of each word of topics.toml in the text, in order, but for words that mean another thing."""
    found = _topics().find_all(text)
    otherwise = [match.span for match in found if match.key in OTHERWISE]
    return tuple(
        match.key
        for match in found
        if match.key not in OTHERWISE and not any(match.span.overlaps(span) for span in otherwise)
    )


def count_topics(text: str) -> Mapping[str, float]:
    """Return, for each topic of topics.toml, how thick its words stand in the text: per 100 words, at most `THICK`."""
    words = max(20, count_words(text))
    return {topic: min(THICK, 100 * count / words) for topic, count in Counter(find_topics(text)).items()}
