"""Finds sentences that open another scene, and lends its place and time to what is told under it.

"In Lyon, where 3,000 turned out, the evening began calmly. Two officers were hurt": they were hurt in Lyon. So does a
town that heads a paragraph as a dateline does: "QUETTA: Traders kept their shops shut".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dateline.analysis.texts import text_of
from dateline.frames import Frame, PlaceLink, TimeLink
from dateline.relate.bond_words import Bond
from dateline.relate.bonds import find_bonds
from dateline.relate.clauses import auxiliaries, clause_of, is_negated, is_speech, load_cues

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as SentenceSpan

    from dateline.mentions import Mention, PlaceMention, TimeMention

# fmt: off
LOCATING = frozenset((
    "in", "at", "near", "outside", "around", "across", "inside", "off", "down", "up", "along", "over",
))
# fmt: on
# Bonds that a place in front may have: "At Quissanga, people fled to the islands", "In Van, police detained eight".
IN_PLACE = frozenset((Bond.FLIGHT, Bond.CATCHING, Bond.FINDING, Bond.LETTING_GO, Bond.DYING))
OF_DWELLERS = IN_PLACE | {Bond.SAYING, Bond.APPEARANCE}  # "In Homs, residents spoke of a quiet morning"
DWELLERS = frozenset(("residents", "villagers", "locals", "inhabitants", "people", "witnesses", "townspeople"))
IN_TIME = IN_PLACE | {Bond.SUBJECT, Bond.APPEARANCE, Bond.CARE}  # "Sunday was worse", "On Saturday, armed men came"
# fmt: off
# Rules of times that are a scene's: days, not "In 2013", "Earlier this week".
DAYS = frozenset((
    "weekday", "weekday_date", "weekend", "narrative", "night_to", "deictic", "shift", "day_month", "month_day", "iso",
    "numeric", "ordinal",
))
# fmt: on
PRESENT = frozenset(("have", "has", "'ve"))
FIRED_AT = LOCATING | {"on", "against", "towards", "toward", "into"}
ANSWERING = frozenset(("answered", "responded", "retaliated", "replied", "countered"))
SIDES = frozenset(("to", "from"))  # "To the north, in Taftanaz"
# "On the highway to Santa Ana, ", "On the outskirts of Jos, "; "on Monday" and "on a tip from Lyon" are no places.
ON_WHICH = frozenset((
    "road", "highway", "motorway", "freeway", "route", "outskirts", "edge", "island", "coast", "border", "slopes",
    "banks", "shores", "bridge",
))  # fmt: skip
TURNING = frozenset(("meanwhile", "separately", "elsewhere"))
TURNING_WORDS = 6  # of a sentence, looked at for a turn or a look back
OPENING_WORDS = 8  # of a sentence, in which the place or time that it opens with begins
SECOND = 2  # number of the first paragraph behind the one that the article's own dateline opens
LENT = 0.8  # score of what the scene lends: less than an act's own words, more than a neighbour's
# Behind the town of a report's second part: "QUETTA: ", "MIRPURKHAS (APP) - ".
REPORT = re.compile(r"(?:\s\([A-Z][^()\n]{1,25}\))?(?::|\s*--|\s*[–—]|\s-)\s+[A-Z“\"]")


ALONE = frozenset((".", ":", ""))


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenedScene:
    """Where and when a sentence says that what follows it was."""

    sentence: int
    places: tuple[PlaceMention, ...]
    times: tuple[TimeMention, ...]
    heads_report: bool = False  # a dateline, under which all is of its town unless another is named


def find_opened_scenes(
    doc: Doc,
    sentences: Sequence[SentenceSpan],
    paragraphs: Sequence[int],
    *,
    acts: Mapping[int, object],
    places: Sequence[Sequence[PlaceMention]],
    times: Sequence[Sequence[TimeMention]],
) -> dict[int, OpenedScene]:
    """Return for each sentence under an opened scene that scene, the opening sentence with it.

    `acts` are the sentences that tell acts, `places` and `times` those of each sentence. A scene lasts to the end of
    the paragraph, or of the next one where it was opened by a paragraph's last sentence that tells no act; another
    place or time in front ends it before, and so does an act in another town, or a turn. A dateline's lasts to the next
    dateline, and comes back where another scene ends.
    """
    under: dict[int, OpenedScene] = {}
    scene: OpenedScene | None = None
    report: OpenedScene | None = None
    heads = _find_heads(sentences, paragraphs, places)
    cover = -1
    for number, sentence in enumerate(sentences):
        here, when = places[number], times[number]
        if report is not None and paragraphs[number] not in (cover, *heads) and {cover, cover - 1} <= heads.keys():
            report = scene = None  # behind a list of towns
        if heads.get(paragraphs[number]) == number:
            scene = report = OpenedScene(sentence=number, places=tuple(here[:1]), times=(), heads_report=True)
            cover = paragraphs[number]
        elif (
            any(is_fronted(sentence, place) for place in here)
            or any(_opens_with_time(sentence, time) for time in when)
            or (number in acts and here and _answers(sentence.root))
        ):
            scene, cover = _open(doc, sentence, number, here, when), paragraphs[number]
            if scene is not None and report is not None and not scene.places:
                scene = replace(scene, places=report.places)  # "QUETTA: ... On Monday, ..."
        elif scene is not None and paragraphs[number] != cover:
            follows = number == scene.sentence + 1 and scene.sentence not in acts
            cover = paragraphs[number]
            if not follows or cover < 0:
                scene = None
        elif scene not in (None, report) and (opens_with(sentence, "turn") or opens_with(sentence, "recall")):
            scene = None
        scene = scene or report
        if scene is None or paragraphs[number] < 0:
            continue
        under[number] = scene
        if number != scene.sentence and _leaves(doc, sentence, here, scene, acts=number in acts):
            del under[number]
            scene = report = None
    return under


def _find_heads(
    sentences: Sequence[SentenceSpan], paragraphs: Sequence[int], places: Sequence[Sequence[PlaceMention]]
) -> dict[int, int]:
    """Return for each paragraph that a dateline opens the number of its first sentence; none for the article's own."""
    heads: dict[int, int] = {}
    for number, sentence in enumerate(sentences):
        first = number > 0 and paragraphs[number] != paragraphs[number - 1] and paragraphs[number] >= SECOND
        if first and places[number] and heads_report(sentence, places[number][0]):
            heads[paragraphs[number]] = number
    return heads


def opens_with(sentence: SentenceSpan, cue: str) -> bool:
    """Whether the sentence opens with a turn, or a look back: "Meanwhile", "Earlier this month"."""
    words = [token.lower_ for token in sentence[:TURNING_WORDS]]
    return any(" ".join(words[:count]) in load_cues(cue) for count in range(1, len(words) + 1))


def turns_away(sentence: SentenceSpan) -> bool:
    """Whether the sentence turns to another matter as it opens, or beside its main verb: "Troops meanwhile seized"."""
    if opens_with(sentence, "turn"):
        return True
    root = sentence.root
    told = [child for child in root.lefts if child.dep_ == "ccomp"] if is_speech(root) else [root]
    return any(child.lower_ in TURNING and child.dep_ == "advmod" for verb in told for child in verb.lefts)


def heads_report(sentence: SentenceSpan, place: PlaceMention) -> bool:
    """Whether the sentence, the first of its paragraph, opens with a town as a report does: "QUETTA: ", "Quetta: ".

    Or is no more than its name, a heading that runs in: "Afrin. A car bomb went off".
    """
    text = text_of(sentence.doc)
    if place.span.start != sentence.start_char:
        return False
    return REPORT.match(text, place.span.end) is not None or text[place.span.end : sentence.end_char].strip() in ALONE


def is_fronted(sentence: SentenceSpan, place: PlaceMention) -> bool:
    """Whether nothing but where it is stands before the place: "Meanwhile in the northern town of Jos, "."""
    before = [token for token in sentence if token.idx < place.span.start]
    while before and before[0].pos_ in ("ADV", "PUNCT", "CCONJ", "SPACE", "SYM"):
        before.pop(0)
    if not before or len(before) > OPENING_WORDS or not _locates(before[0].lower_, before[1:]):
        return False
    return not any(token.pos_ in ("VERB", "AUX", "PRON") and token.dep_ != "amod" for token in before)


def _locates(first: str, rest: Sequence[object]) -> bool:
    sideways = first in SIDES and any(str(token).lower() in LOCATING for token in rest)
    on_way = first == "on" and any(str(token).lower() in ON_WHICH for token in rest)
    return first in LOCATING or sideways or on_way


def _opens_with_time(sentence: SentenceSpan, time: TimeMention) -> bool:
    """Whether only a preposition stands before the time: "By Monday night", "The night before", "Sunday was worse"."""
    before = [token for token in sentence if token.idx < time.span.start and not token.is_space]
    return len(before) <= 1 and all(token.pos_ in ("ADP", "ADV", "CCONJ", "DET", "SCONJ") for token in before)


def _open(
    doc: Doc,
    sentence: SentenceSpan,
    number: int,
    places: Sequence[PlaceMention],
    times: Sequence[TimeMention],
) -> OpenedScene | None:
    """Return the scene that the sentence opens with a place or time, with the other that its main clause tells.

    None where somebody only speaks there: "In Rome, the minister said that ..."; but those who live there tell of it.
    """
    by_dwellers = any(child.dep_ == "nsubj" and child.lower_ in DWELLERS for child in sentence.root.lefts)
    if is_speech(sentence.root) and not (by_dwellers or _answers(sentence.root)):
        return None
    here = [place for place in places if is_fronted(sentence, place)]
    if not here and _answers(sentence.root):
        here = [place for place in places if place.relation in FIRED_AT and not place.site]
    when = [time for time in times if _opens_with_time(sentence, time)]
    if not (here or when):
        return None
    here = here or [place for place in places if place.relation in LOCATING and _is_of_main(doc, place, sentence)]
    when = when or [time for time in times if _is_of_main(doc, time, sentence)]
    bonds = find_bonds(doc, (*here, *when))
    free = OpenedScene(
        sentence=number,
        places=tuple(place for place in here if bonds[place] <= (OF_DWELLERS if by_dwellers else IN_PLACE)),
        times=tuple(time for time in when if time.rule in DAYS and bonds[time] <= IN_TIME),
    )
    return free if free.places or free.times else None


def _answers(verb: Token) -> bool:
    """Whether the sentence tells how the other side answered: "rebels hit back with artillery fire on Sirwah"."""
    if verb.tag_ not in ("VBD", "VBN") or is_negated(verb):
        return False
    return verb.lower_ in ANSWERING or any(child.lower_ == "back" for child in verb.rights if child.i <= verb.i + 2)


def _is_of_main(doc: Doc, mention: Mention, sentence: SentenceSpan) -> bool:
    return clause_of(doc[mention.head]).i == sentence.root.i


def _leaves(doc: Doc, sentence: SentenceSpan, named: Iterable[PlaceMention], scene: OpenedScene, *, acts: bool) -> bool:
    """Whether the sentence goes to a town that the scene did not open with."""
    known = {place.name.casefold() for place in scene.places}
    others = [place for place in named if not place.site and place.name.casefold() not in known]
    if acts:
        return bool(others)
    return any(
        place.relation in LOCATING and _is_of_main(doc, place, sentence) and not find_bonds(doc, [place])[place]
        for place in others
    )


def set_in_scene(doc: Doc, frame: Frame, scene: OpenedScene | None) -> Frame:
    """Return the telling with the scene that it is under, whose place and time it has where it names none.

    What points back ("the attack") may be of an act told before the scene was opened, and what "has been" is summed up.
    """
    if scene is None or any(PRESENT.intersection(auxiliaries(doc[trigger.head])) for trigger in frame.triggers):
        return frame
    if any(harm.people is not None and harm.people.span.start < frame.span.start for harm in frame.harms):
        return frame  # "he was killed": of those told before
    beside = (frame.other or frame.plural) and not scene.heads_report
    if scene.sentence == frame.sentence or frame.definite or frame.pointing or beside:
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
