"""Finds the words that tell of an act: "exploded", "the shelling", "clashes", "was abducted"."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from dateline.analysis.texts import text_of
from dateline.lexicon.entries import index_entries, load_entries
from dateline.mentions import TriggerMention
from dateline.records import EventType
from dateline.spans import Span

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from spacy.tokens import Doc
    from spacy.tokens import Span as Tokens

    from dateline.lexicon.entries import Entry
    from dateline.lexicon.phrases import Match, PhraseIndex

FIELDS = frozenset({"type", "pos", "weak", "general"})
VERBAL = frozenset({"VERB", "AUX"})
NOMINAL = frozenset({"NOUN", "PROPN", "ADJ", "X"})


@dataclass(frozen=True, slots=True)
class TriggerLexicon:
    """The trigger entries and the index that finds their words."""

    entries: Mapping[str, Entry]
    index: PhraseIndex


@cache
def load_triggers(overlay: Path | None = None) -> TriggerLexicon:
    """Read the trigger words, a user's overlay added."""
    entries = load_entries("triggers", FIELDS, overlay)
    return TriggerLexicon({entry.id: entry for entry in entries}, index_entries(entries))


def has_trigger(text: str, lexicon: TriggerLexicon) -> bool:
    """Whether any trigger word stands in `text`; needs no tagger, so it screens articles cheaply."""
    return bool(lexicon.index.find_all(text))


def find_triggers(doc: Doc, lexicon: TriggerLexicon) -> tuple[TriggerMention, ...]:
    """Return the trigger words of `doc` in order, longest first where they overlap.

    A word that may be verb or noun counts as what the tagger says it is.
    """
    found: list[TriggerMention] = []
    for match in sorted(lexicon.index.find_all(text_of(doc)), key=lambda m: (m.span.start, -m.span.end)):
        if found and match.span.start < found[-1].span.end:
            continue
        tokens = doc.char_span(match.span.start, match.span.end, alignment_mode="expand")
        mention = _read_match(tokens, match, lexicon.entries[match.key]) if tokens else None
        if mention:
            found.append(mention)
    return tuple(found)


def _read_match(tokens: Tokens, match: Match, entry: Entry) -> TriggerMention | None:
    root = tokens.root
    wanted = entry.text("pos")
    if len(tokens) == 1:
        if wanted == "verb" and root.pos_ not in VERBAL:
            return None
        if wanted == "noun" and root.pos_ not in NOMINAL:
            return None
        if root.ent_type_ == "PERSON" and root.pos_ == "PROPN":
            return None
    return TriggerMention(
        span=Span(match.span.start, match.span.end),
        head=root.i,
        rule=f"trigger:{entry.id}",
        type=EventType(entry.text("type") or EventType.ATTACK),
        noun=root.pos_ not in VERBAL,
        specific=not entry.flag("general"),
        weak=entry.flag("weak"),
    )
