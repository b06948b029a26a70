"""The words by which a thing is tied to the act that hit it, and those for what became of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from dateline.errors import LexiconError
from dateline.lexicon.files import load_file
from dateline.lexicon.phrases import PhraseIndex, fold
from dateline.records import Effect

if TYPE_CHECKING:
    from spacy.tokens import Token

# fmt: off
ROLES = frozenset({
    "negator", "hitting", "placing", "bursting", "happening", "gathering", "part", "blocking", "aiming", "suffering",
    "seizing", "aboard", "landing", "entering", "fraction",
})
# fmt: on


@dataclass(frozen=True, slots=True)
class Cues:
    """The words for effects, and the words that tie things to acts, by role."""

    phrases: PhraseIndex  # words for effects
    effect_of: Mapping[str, Effect]  # by entry id
    words: Mapping[str, frozenset[str]]  # by role

    def is_of(self, token: Token, role: str) -> bool:
        """Whether the word plays the role."""
        return fold(token.text) in self.words[role]


@cache
def load_target_cues(overlay: Path | None = None) -> Cues:
    """Return the words of effects.toml and of the user's overlay."""
    effect_of: dict[str, Effect] = {}
    words: dict[str, set[str]] = {role: set() for role in ROLES}
    phrases = PhraseIndex()
    for entry in load_file("effects", overlay):
        role, effect = entry.text("role"), entry.text("effect")
        if (role is None) == (effect is None) or (role is not None and role not in ROLES):
            raise LexiconError(
                f"{entry.file}: [{entry.id}]: give either 'effect' or one 'role' of {', '.join(sorted(ROLES))}"
            )
        for phrase, _ in entry.phrases():
            if role is not None:
                words[role].add(fold(phrase))
            elif effect is not None:
                effect_of[entry.id] = Effect(effect)
                phrases.add(phrase, entry.id)
    return Cues(phrases, effect_of, {role: frozenset(found) for role, found in words.items()})
