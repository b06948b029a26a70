"""Holds what the finders of actors look things up in, and what they have found."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from dateline.find.actor_phrases import CountryOf, Placed
from dateline.mentions import ActorMention

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.tokens import Span as Tokens

BODIES = frozenset(
    ("group", "organization", "organisation", "movement", "faction", "militia", "outfit", "gang", "cartel", "network")
)


@dataclass(slots=True)
class ActorScene:
    """What the finders look up in; made once for each text."""

    doc: Doc
    lower: tuple[str, ...]
    ents: tuple[Tokens, ...]
    placed: dict[int, Placed]
    country_of: CountryOf
    overlay: Path | None
    mentions: dict[int, ActorMention] = field(default_factory=dict)  # by head token
    covered: set[int] = field(default_factory=set)  # tokens inside a mention

    def add(self, mention: ActorMention) -> None:
        """Keep `mention` unless its head is taken."""
        if mention.head in self.mentions:
            return
        self.mentions[mention.head] = mention
        span = mention.span
        index = mention.head
        while index >= 0 and self.doc[index].idx >= span.start:
            self.covered.add(index)
            index -= 1
        index = mention.head + 1
        while index < len(self.doc) and self.doc[index].idx < span.end:
            self.covered.add(index)
            index += 1
