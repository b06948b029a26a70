"""Tells bare names of regions from those of their towns, by what the rest of the article prints with them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from dateline.articles import Article, BlockKind
from dateline.find.place_containers import PLAIN_TOWNS as TOWNS
from dateline.gazetteer import Gazetteer, PlaceKind, name_key
from dateline.gazetteer.place_words import is_region_word
from dateline.resolve.place_choice import DATELINE, find_candidates, find_containers

if TYPE_CHECKING:
    from dateline.mentions import PlaceMention
    from dateline.spans import Span

OF_LEVEL = {PlaceKind.ADMIN1: "province", PlaceKind.ADMIN2: "district"}  # kind words that such a region may bear
NEAR = 12  # code points between a town and the region printed beside it


def spell_out_headline(mentions: Sequence[PlaceMention], article: Article) -> list[PlaceMention]:
    """Return the mentions, a headline's bare name with the kind word that the story never leaves off.

    "Bomb kills three in Yala" over "in the southern province of Yala" is of the province, not of its town.
    """
    title = _find_title(article)
    if title is None:
        return list(mentions)
    kinds: dict[str, set[str | None]] = {}
    for mention in mentions:
        if not title.contains(mention.span):
            kinds.setdefault(name_key(mention.name), set()).add(mention.feature)
    spelled = []
    for mention in mentions:
        told = kinds.get(name_key(mention.name), set())
        bare = mention.feature is None and not mention.site and title.contains(mention.span)
        kind = min((feature for feature in told if feature is not None), default=None)
        full = bare and kind is not None and all(is_region_word(feature) for feature in told)
        spelled.append(replace(mention, feature=kind) if full else mention)
    return spelled


def spell_out_regions(
    mentions: Sequence[PlaceMention], article: Article, gazetteer: Gazetteer
) -> Sequence[PlaceMention]:
    """Return the mentions, a bare name with a kind word where the text prints it as what holds a town.

    "Patikul, Sulu" and "Sulu's Patikul" are of the province, as is the headline's "Clash in Sulu" above them: not of
    the province's seat.
    """
    holders = {mention.within[0]: mention for mention in mentions if mention.within and not mention.site}
    kinds = {
        name_key(short): kind
        for name, mention in holders.items()
        if (kind := _hold(name, mention, gazetteer))
        for short in (name, _shorten(name))
    }
    title = _find_title(article)
    kinds.update(_read_headline(mentions, title, gazetteer))
    if not kinds:
        return mentions
    beside = {
        outer.span
        for first, second in pairwise(mentions)
        for inner, outer in ((first, second), (second, first))
        if outer.name in inner.within and second.span.start - first.span.end <= NEAR
    }
    return [
        replace(mention, feature=kinds[name_key(mention.name)])
        if mention.feature is None
        and not mention.site
        and name_key(mention.name) in kinds
        and (mention.span in beside or (title is not None and title.contains(mention.span)))
        else mention
        for mention in mentions
    ]


def _read_headline(
    mentions: Sequence[PlaceMention], title: Span | None, gazetteer: Gazetteer
) -> Iterator[tuple[str, str]]:
    """Yield the names that only the headline has, and the kinds of region they are of which the story names a town.

    "Shelling kills three in Idlib", and then "in the town of Ariha".
    """
    story = [m for m in mentions if m.rule != DATELINE and (title is None or not title.contains(m.span))]
    told = {name_key(mention.name) for mention in story}
    towns = [m for m in story if m.feature in TOWNS and not m.site]
    if title is None or not towns:
        return
    for mention in mentions:
        bare = title.contains(mention.span) and mention.feature is None and not mention.site
        if bare and name_key(mention.name) not in told:
            kinds = (_hold(mention.name, town, gazetteer) for town in towns)
            kind = next((one for one in kinds if one is not None), None)
            if kind is not None:
                yield name_key(mention.name), kind


def _hold(name: str, town: PlaceMention, gazetteer: Gazetteer) -> str | None:
    """Return a kind word for the region that `name` means as what holds the town, None where it may mean no region."""
    towns = [place for place in find_candidates(town, gazetteer) if place.kind is PlaceKind.LOCALITY]
    if name_key(town.name) == name_key(name):
        return None
    regions = (place for place in find_containers(name, gazetteer) if place.kind in OF_LEVEL)
    region = next((place for place in regions if any(gazetteer.contains(place, one) for one in towns)), None)
    return OF_LEVEL[region.kind] if region is not None else None


def _shorten(name: str) -> str:
    """Return the name without its last word: a headline's "Gaza" for "Gaza Strip"."""
    return name.rpartition(" ")[0] or name


def _find_title(article: Article) -> Span | None:
    return next((block.span for block in article.blocks if block.kind is BlockKind.TITLE), None)
