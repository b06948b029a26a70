"""Parts runs of capitalised words that are several places, where a careless copy lost what stood between them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from dateline.find.place_chunks import Chunk, tokens_of
from dateline.find.place_containers import COMMON
from dateline.find.place_evidence import find_lead
from dateline.gazetteer import Gazetteer, PlaceKind
from dateline.spans import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc

COMMA_EVERY = 800  # code points: a text with fewer commas has lost them
PAIR_FAME = 4.0  # about 10,000 people: of towns that a hyphen joins
LONGEST_RUN = 12  # words of a list of towns
LEAST_NAME = 4  # letters of a name in such a list, if it is one word
SURE_LIST = 3  # names that make a list even where the tagger saw a person, behind a word that leads to places
REACH = 60  # code points before a run in which such a word may stand
OF_HELD = 4.0  # evidence of a name cut from its owner or region, whose label was given to both, or told with them
OF_LIST = 7.0  # of a name cut out of a list


def has_lost_commas(text: str) -> bool:
    """Whether a text is long enough to need commas and has hardly any."""
    return len(text) > COMMA_EVERY // 2 and text.count(",") * COMMA_EVERY < len(text)


def part_run(doc: Doc, text: str, chunk: Chunk, gazetteer: Gazetteer, *, bare: bool) -> Iterator[Chunk]:
    """Yield the parts of a run, in order; `bare`: the text has lost its commas.

    "Syrias Aleppo" is "Syria" and "Aleppo", "Dayton Ohio" a town and its state, and, in a text without commas,
    "Arbin Jisreen Harasta" three towns of one country.
    """
    for owned in _part_pair(doc, chunk, text, gazetteer):
        words = owned.words
        if not 1 < len(words) <= LONGEST_RUN or not _is_plain(owned, text) or gazetteer.knows(_name(words, text)):
            yield owned
            continue
        labels = {token.ent_type_ for token in tokens_of(doc, Span(words[0].start, words[-1].end))}
        person = "PERSON" in labels
        evidence = OF_HELD
        cuts = () if person else _cut_container(words, text, gazetteer)
        if bare and not cuts:
            evidence = OF_LIST
            cuts = _cut_list(words, text, gazetteer)
            if person and (
                len(cuts) + 1 < SURE_LIST or find_lead(text[max(0, words[0].start - REACH) : words[0].start]) is None
            ):
                cuts = ()
        if not cuts:
            yield owned
            continue
        for start, end in zip((0, *cuts), (*cuts, len(words)), strict=True):
            yield Chunk(words[start:end], owned.sentence, owned.opens and start == 0, parted=evidence)


def _part_pair(doc: Doc, chunk: Chunk, text: str, gazetteer: Gazetteer) -> Iterator[Chunk]:
    """Part "India-Pakistan", two places that a hyphen joins, and owners as `_part_owner` does."""
    words = chunk.words
    name = words[0].of(text)
    cut = name.find("-")
    if len(words) > 1 or cut < 0 or gazetteer.knows(name):
        yield from _part_owner(chunk, text, gazetteer)
        return
    pair = (Span(words[0].start, words[0].start + cut), Span(words[0].start + cut + 1, words[0].end))
    if "PERSON" in {token.ent_type_ for token in tokens_of(doc, words[0])} or not all(
        _may_pair(part.of(text), gazetteer) for part in pair
    ):
        yield chunk
        return
    for number, part in enumerate(pair):
        yield Chunk((part,), chunk.sentence, chunk.opens and number == 0, parted=OF_HELD)


def _may_pair(name: str, gazetteer: Gazetteer) -> bool:
    """Whether a part of "India-Pakistan" is a region, a town of some size or a people."""
    if name in gazetteer.demonyms:
        return True
    found = gazetteer.lookup(name)
    return bool(found) and (found[0].is_region or found[0].fame >= PAIR_FAME)


def _part_owner(chunk: Chunk, text: str, gazetteer: Gazetteer) -> Iterator[Chunk]:
    """Part "Syrias Aleppo", whose apostrophe a careless copy lost, into "Syria" and "Aleppo"."""
    words = chunk.words
    name = words[0].of(text)
    if len(words) > 1 and name.endswith("s") and len(name) > LEAST_NAME and not gazetteer.knows(name):
        owners = gazetteer.lookup(name[:-1])
        if owners and owners[0].is_region and owners[0].kind is not PlaceKind.ADMIN2:
            yield Chunk((Span(words[0].start, words[0].end - 1),), chunk.sentence, chunk.opens, parted=OF_HELD)
            yield replace(chunk, words=words[1:], opens=False, parted=OF_HELD)
            return
    yield chunk


def _is_plain(chunk: Chunk, text: str) -> bool:
    """Whether the words follow each other without a link ("Sierra de la Macarena")."""
    return all(text[a.end : b.start] == " " for a, b in zip(chunk.words, chunk.words[1:], strict=False))


def _name(words: tuple[Span, ...], text: str) -> str:
    return Span(words[0].start, words[-1].end).of(text)


def _cut_container(words: tuple[Span, ...], text: str, gazetteer: Gazetteer) -> tuple[int, ...]:
    """Return where a place ends and the region or town that holds it begins, both times for "Derry Ulster UK"."""
    for at in range(1, len(words)):
        outers = [
            place for place in gazetteer.lookup(_name(words[at:], text))[:2] if place.kind is not PlaceKind.ADMIN2
        ]
        if not outers:
            continue
        if gazetteer.any_contains(outers, gazetteer.lookup(_name(words[:at], text))[:COMMON]):
            return (at,)
        deeper = _cut_container(words[:at], text, gazetteer)
        if deeper and gazetteer.any_contains(outers, gazetteer.lookup(_name(words[deeper[-1] : at], text))):
            return (*deeper, at)
    return ()


def _cut_list(words: tuple[Span, ...], text: str, gazetteer: Gazetteer) -> tuple[int, ...]:
    """Return where the towns of a list end, () unless the whole run is towns of one country; the longest names win."""
    countries: set[str] | None = None
    cuts: list[int] = []
    start = 0
    while start < len(words):
        for end in range(len(words), start, -1):
            name = _name(words[start:end], text)
            homes = {place.country for place in gazetteer.lookup(name) if place.kind is not PlaceKind.COUNTRY}
            common = homes if countries is None else homes & countries
            if common and (end - start > 1 or len(name) >= LEAST_NAME):
                countries, start = common, end
                cuts.append(end)
                break
        else:
            return ()
    return tuple(cuts[:-1])
