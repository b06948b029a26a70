"""The times and places of a whole article, as those who choose an incident's scene look at them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from dateline.analysis.datelines import find_story_start
from dateline.articles import BlockKind
from dateline.mentions import Mention, PlaceMention
from dateline.merge.clues import OWN_DAY
from dateline.records import PlacePrecision
from dateline.resolve.place_choice import DATELINE
from dateline.resolve.place_context import headed_block, heads_brief, split_dateline
from dateline.spans import Span

if TYPE_CHECKING:
    from dateline.articles import Article
    from dateline.frames import Frame
    from dateline.relate.bond_words import Bond
    from dateline.resolve.place_making import ResolvedPlace
    from dateline.resolve.times import ResolvedTime


# Weight of each witness to the country of an article.
OF_PLACE, OF_DEMONYM, OF_GUEST, OF_DATELINE = 1.0, 0.7, 0.2, 0.7
# "US troops", "a French airline", "Israeli tourists": what of a country is met abroad as often as at home.
_ABROAD = re.compile(
    r"[\s-]+(?:\w+\s+){0,2}?(?:troops?|forces?|soldiers?|marines?|service\s?members?|contractors?|embass(?:y|ies)|consulates?|"
    r"ambassadors?|diplomats?|airlines?|airliner|nationals?|tourists?|citizens?|compan(?:y|ies)|firm|border|jets?|aircraft|"
    r"warplanes?|planes?|ship|tanker|journalists?|reporters?|aid|missionar(?:y|ies)|nuns?|priests?|businessm[ae]n|engineers?|"
    r"descent|origin|language|interests|coalition|convoy|base|dealership|restaurants?|consul|vice[\s-]consul|attach[eé]|"
    r"emigr[eé]s?|immigrants?|refugees?|workers?|engineers?|technicians?|institute|cultural|firms?|corporations?|banks?|"
    r"hostages?|students?|reporters?|photographers?|multinational|doctors?|pilots?)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What the article says of time and place, wherever it stands."""

    sentences: tuple[Span, ...]  # in order
    times: tuple[ResolvedTime, ...]
    places: tuple[ResolvedPlace, ...]  # that of the dateline included
    demonyms: tuple[tuple[str, Span, bool], ...]  # country, the word that names it ("Iraqi"), whether it is at home
    headings: tuple[tuple[str, Span], ...]  # country that heads a paragraph ("ITALY. A bomb ..."), and the paragraph
    bonds: Mapping[Mention, frozenset[Bond]]  # what a mention belongs to other than an act
    claims: Mapping[Mention, float] = field(default_factory=dict)  # how closely it hangs on an act, whichever that is

    def sentence_of(self, span: Span) -> int:
        """Return the number of the sentence that a span begins in."""
        return max(0, bisect_right(self.sentences, span.start, key=_start_of) - 1)

    def weigh_countries(self, position: int | None = None) -> dict[str, float]:
        """Return how much the article speaks of each country; near `position`, when given, counts more."""
        weights: defaultdict[str, float] = defaultdict(float)
        for place in self.places:
            if place.place.country is not None:
                weight = OF_DATELINE if place.mention.rule == DATELINE else OF_PLACE
                weights[place.place.country] += weight * _nearness(place.mention.span.start, position)
        for country, span, at_home in self.demonyms:
            weights[country] += (OF_DEMONYM if at_home else OF_GUEST) * _nearness(span.start, position)
        return dict(weights)

    def heading_of(self, position: int) -> str | None:
        """Return the country that heads the paragraph, None where none does."""
        return next((country for country, span in self.headings if span.start <= position < span.end), None)


def _start_of(sentence: Span) -> int:
    return sentence.start


NEAR = 600  # code points within which a word is near
NEARBY_WEIGHT = 2.0


def _nearness(start: int, position: int | None) -> float:
    return NEARBY_WEIGHT if position is not None and abs(start - position) < NEAR else 1.0


def find_dateline(article: Article) -> tuple[PlaceMention, ...]:
    """Return the place of the dateline as a mention; none without one, or where it names two towns."""
    if article.dateline is None:
        return ()
    parts = split_dateline(article.dateline.of(article.text))
    if not parts or re.search(r"[/&]| and ", parts[0]):
        return ()
    return (
        PlaceMention(
            span=article.dateline, head=-1, rule=DATELINE, name=parts[0], relation=None, within=tuple(parts[1:])
        ),
    )


def judge_demonyms(demonyms: Iterable[tuple[str, Span]], text: str) -> tuple[tuple[str, Span, bool], ...]:
    """Return the words for things of a country, each with whether it speaks of the country as the scene."""
    return tuple((country, span, _ABROAD.match(text, span.end) is None) for country, span in demonyms)


def find_headings(places: Iterable[ResolvedPlace], article: Article) -> tuple[tuple[str, Span], ...]:
    """Return the countries that head a paragraph, as chronologies print them ("ITALY. A bomb ...")."""
    found: list[tuple[str, Span]] = []
    for place in places:
        country, span = place.place.country, place.mention.span
        if country is None:
            continue
        if place.place.precision is not PlacePrecision.COUNTRY and not heads_brief(article, span):
            continue
        block = headed_block(article, span)
        if block is not None:
            found.append((country, block))
    return tuple(found)


def find_claims(frames: Iterable[Frame]) -> dict[Mention, float]:
    """Return for each time and place the score of its best link to an act."""
    claims: dict[Mention, float] = {}
    for frame in frames:
        named: tuple[tuple[Mention, float], ...] = tuple((link.mention, link.score) for link in frame.places)
        # "A similar attack left 26 dead on July 1": a day told with people harmed in another act is of none but that.
        own = OWN_DAY if frame.other and frame.harms else 0.0
        named += tuple((link.mention, max(link.score, own)) for link in frame.times)
        for mention, score in named:
            claims[mention] = max(score, claims.get(mention, 0.0))
    return claims


def join_dateline(article: Article, sentences: Sequence[Span]) -> tuple[Span, ...]:
    """Return the sentences, that behind a bare dateline with the dateline in it: "Durban - Nurses marched on Monday".

    The parser reads the two apart, but the town is told with what happened there.
    """
    joined = list(sentences)
    head, story = article.dateline, find_story_start(article)
    if head is None or story is None:
        return tuple(joined)
    opening = next((number for number, one in enumerate(sentences) if one.start <= head.start < one.end), 0)
    told = next((number for number, one in enumerate(sentences) if one.start >= story), 0)
    if told > opening:
        start = sentences[opening].start
        joined[opening:told] = [Span(start, start)] * (told - opening)
        joined[told] = Span(start, sentences[told].end)
    return tuple(joined)


def find_lead(article: Article, sentences: Sequence[Span]) -> int:
    """Return the number of the first sentence of the body."""
    start = next((block.span.start for block in article.blocks if block.kind is BlockKind.BODY), 0)
    return next((number for number, sentence in enumerate(sentences) if sentence.end > start), 0)
