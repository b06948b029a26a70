"""Ties to an act what the sentences right behind it tell: things damaged, and weapons."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from dateline.find.weapons import GUNS, HELD
from dateline.frames import Frame, TargetLink
from dateline.relate.target_effects import find_aftermath
from dateline.spans import Span

if TYPE_CHECKING:
    from collections.abc import Sequence, Set

    from spacy.tokens import Doc
    from spacy.tokens import Span as SentenceSpan

    from dateline.mentions import TargetMention, WeaponMention

AFTERMATH_SENTENCES = 3  # behind an act, that may tell what it damaged
ARMS_SENTENCES = 1  # behind an act, that may tell its weapons


class Found(Protocol):
    """What the `find` stage gave of things and weapons."""

    @property
    def targets(self) -> Sequence[TargetMention]:
        """All things named."""

    @property
    def weapons(self) -> Sequence[WeaponMention]:
        """All weapons named."""


def find_next_act(by_sentence: Set[int], number: int) -> int:
    """Return the sentence up to which damage told is that of the act in sentence `number`."""
    ahead = range(number + 1, number + 1 + AFTERMATH_SENTENCES)
    return next((i for i in ahead if i in by_sentence), number + 1 + AFTERMATH_SENTENCES)


def attach_aftermath(doc: Doc, frame: Frame, sentences: Sequence[SentenceSpan], found: Found) -> Frame:
    """Return the frame with the things damaged and the weapons that the sentences right behind it tell of."""
    later, arms = _aftermath(doc, sentences, found), _arms(sentences, found)
    if not (later or arms):
        return frame
    return replace(frame, targets=(*frame.targets, *later), weapons=(*frame.weapons, *arms))


def _aftermath(doc: Doc, sentences: Sequence[SentenceSpan], found: Found) -> tuple[TargetLink, ...]:
    """Return the things that the sentences behind an act tell damaged by it: "Two shops were destroyed"."""
    spans = (Span(sentence.start_char, sentence.end_char) for sentence in sentences)
    return tuple(link for span in spans for link in find_aftermath(doc, span, found.targets))


def _arms(sentences: Sequence[SentenceSpan], found: Found) -> tuple[WeaponMention, ...]:
    """Return the weapons that the sentences right after an act name: "Police used tear gas", "a pistol was found"."""
    near = sentences[:ARMS_SENTENCES]
    return tuple(
        weapon
        for weapon in found.weapons
        if any(sentence.start <= weapon.head < sentence.end for sentence in near)
        and (weapon.category in GUNS or HELD not in weapon.rule)
    )
