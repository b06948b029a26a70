"""Finds sentences that open another scene, and lends its place and time to what is told under it.

"In Lyon, where 3,000 turned out, the evening began calmly. Two officers were hurt": they were hurt in Lyon.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dateline.frames import Frame, PlaceLink, TimeLink
from dateline.relate.bonds import find_bonds
from dateline.relate.clauses import is_speech

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.tokens import Span as SentenceSpan

    from dateline.mentions import PlaceMention, TimeMention

# fmt: off
LOCATING = frozenset((
    "in", "at", "near", "outside", "around", "across", "inside", "off", "down", "up", "along", "over",
))
# fmt: on
SIDES = frozenset(("to", "from"))  # "To the north, in Taftanaz"
OPENING_WORDS = 8  # of a sentence, in which the place or time that it opens with begins
LENT = 0.8  # score of what the scene lends: less than an act's own words, more than a neighbour's


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenedScene:
    """Where and when a sentence says that what follows it was."""

    sentence: int
    places: tuple[PlaceMention, ...]
    times: tuple[TimeMention, ...]


def find_opened_scenes(
    doc: Doc,
    sentences: Sequence[SentenceSpan],
    paragraphs: Sequence[int],
    *,
    acts: Mapping[int, object],
    places: Mapping[int, Sequence[PlaceMention]],
    times: Mapping[int, Sequence[TimeMention]],
) -> dict[int, OpenedScene]:
    """Return for each sentence under an opened scene that scene, the opening sentence with it.

    `acts` are the sentences that tell acts. A scene lasts to the end of the paragraph, or of the next one where it was
    opened by a paragraph's last sentence that tells no act; another place or time in front ends it before, and so does
    an act in another town.
    """
    under: dict[int, OpenedScene] = {}
    scene: OpenedScene | None = None
    cover = -1
    for number, sentence in enumerate(sentences):
        here = tuple(place for place in places.get(number, ()) if is_fronted(sentence, place))
        when = tuple(time for time in times.get(number, ()) if _opens_with_time(sentence, time))
        if here or when:
            scene, cover = _open(doc, sentence, number, here, when), paragraphs[number]
        elif scene is not None and paragraphs[number] != cover:
            follows = number == scene.sentence + 1 and scene.sentence not in acts
            cover = paragraphs[number]
            if not follows or cover < 0:
                scene = None
        if scene is None or paragraphs[number] <= 0:
            continue
        under[number] = scene
        if number in acts and number != scene.sentence and _is_elsewhere(places.get(number, ()), scene):
            del under[number]
            scene = None
    return under


def is_fronted(sentence: SentenceSpan, place: PlaceMention) -> bool:
    """Whether nothing but where it is stands before the place: "Meanwhile in the northern town of Jos, "."""
    before = [token for token in sentence if token.idx < place.span.start]
    while before and before[0].pos_ in ("ADV", "PUNCT", "CCONJ", "SPACE", "SYM"):
        before.pop(0)
    if not before or len(before) > OPENING_WORDS or not _locates(before[0].lower_, before[1:]):
        return False
    return not any(token.pos_ in ("VERB", "AUX", "PRON") for token in before)


def _locates(first: str, rest: Sequence[object]) -> bool:
    sideways = first in SIDES and any(str(token).lower() in LOCATING for token in rest)
    return first in LOCATING or sideways


def _opens_with_time(sentence: SentenceSpan, time: TimeMention) -> bool:
    """Whether only a preposition stands before the time: "By Monday night", "The night before", "Sunday was worse"."""
    before = [token for token in sentence if token.idx < time.span.start and not token.is_space]
    return len(before) <= 1 and all(token.pos_ in ("ADP", "ADV", "CCONJ", "DET", "SCONJ") for token in before)


def _open(
    doc: Doc,
    sentence: SentenceSpan,
    number: int,
    places: tuple[PlaceMention, ...],
    times: tuple[TimeMention, ...],
) -> OpenedScene | None:
    """Return the scene, None where somebody only speaks there: "In Rome, the minister said that ..."."""
    if is_speech(sentence.root):
        return None
    bonds = find_bonds(doc, (*places, *times))
    free = OpenedScene(
        sentence=number,
        places=tuple(place for place in places if not bonds[place]),
        times=tuple(time for time in times if not bonds[time]),
    )
    return free if free.places or free.times else None


def _is_elsewhere(named: Iterable[PlaceMention], scene: OpenedScene) -> bool:
    """Whether the sentence names a town that the scene did not open with."""
    known = {place.name for place in scene.places}
    return any(not place.site and place.name not in known for place in named)


def set_in_scene(frame: Frame, scene: OpenedScene | None) -> Frame:
    """Return the telling with the scene that it is under, whose place and time it has where it names none.

    What points back ("the attack") may be of an act told before the scene was opened.
    """
    if scene is None:
        return frame
    if scene.sentence == frame.sentence or frame.definite or frame.pointing or frame.other:
        return replace(frame, opened=scene.sentence)
    placed = any(not link.mention.site for link in frame.places)
    places = () if placed else tuple(PlaceLink(mention=place, score=LENT) for place in scene.places)
    times = () if frame.times else tuple(TimeLink(mention=time, score=LENT) for time in scene.times)
    return replace(
        frame,
        opened=scene.sentence,
        fronted=frame.fronted or tuple(link.mention.name for link in places),
        places=(*frame.places, *places),
        times=(*frame.times, *times),
    )
