"""Who is tied to the acts of a text, read by the real pipeline, for slow tests."""

from __future__ import annotations

from dateline.find.actors import find_actors
from dateline.find.triggers import find_triggers, load_triggers
from dateline.mentions import StanceMention
from dateline.relate.stances import find_stances
from support.sentences import read

COUNTRIES = {"Norwegian": "NO", "Norway": "NO", "Turkish": "TR", "Russian": "RU", "Danish": "DK", "Syrian": "SY"}


def stances(text: str) -> tuple[StanceMention, ...]:
    """Return the stances of a text."""
    doc = read(text)
    actors = find_actors(doc, country_of=COUNTRIES.get)
    return find_stances(doc, actors, triggers=find_triggers(doc, load_triggers()))


def pairs(text: str) -> set[tuple[str, str]]:
    """Return the actors of a text by name, each with its stance."""
    return {(stance.actor.actor, stance.stance) for stance in stances(text)}
