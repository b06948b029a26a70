"""Measure place finding and resolving on an annotated file in the layout of the LGL corpus.

    python tests/bench/places.py LGL.xml [--limit N] [--errors N]

The annotation counts demonyms as toponyms of their country, and place names inside other names, so `find_demonyms` and
the hints of `find_places_and_hints` take part.
Prints how well toponyms are found (precision, recall, F1; by overlap and exactly) and the share of gold toponyms that
are resolved within 161 km (100 miles), end to end (found and resolved) and given the gold spans. Gold toponyms without
coordinates count for finding alone.
Source of the corpus: Lieberman, Samet and Sankaranarayanan 2010.
"""

from __future__ import annotations

import argparse
import sys
import time
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from dateline.analysis import analyse_article, load_pipeline
from dateline.articles import Article, Block, BlockKind
from dateline.find.place_demonyms import find_demonyms
from dateline.find.places import find_places_and_hints
from dateline.gazetteer import distance_km, load_gazetteer
from dateline.mentions import PlaceMention
from dateline.resolve.places import resolve_places
from dateline.spans import Span

REACH_KM = 161.0


@dataclass(frozen=True, slots=True)
class Gold:
    """One annotated toponym."""

    span: Span
    phrase: str
    point: tuple[float, float] | None


def read_corpus(path: Path) -> Iterator[tuple[Article, tuple[Gold, ...]]]:
    """Yield each article with its annotated toponyms."""
    for node in ET.parse(path).getroot().iter("article"):
        text = node.findtext("text") or ""
        golds = []
        for toponym in node.iter("toponym"):
            tag = toponym.find("gaztag")
            latitude, longitude = (tag.findtext("lat"), tag.findtext("lon")) if tag is not None else (None, None)
            span = Span(int(toponym.findtext("start") or 0), int(toponym.findtext("end") or 0))
            point = (float(latitude), float(longitude)) if latitude and longitude else None
            golds.append(Gold(span, toponym.findtext("phrase") or "", point))
        article = Article(
            id=node.get("docid") or "",
            source="-",
            text=text,
            blocks=(Block(span=Span(0, len(text)), kind=BlockKind.BODY),),
            title=node.findtext("title"),
            url=node.findtext("url"),
            publisher=node.findtext("domain"),
        )
        yield article, tuple(golds)


def is_close(gold: Gold, latitude: float | None, longitude: float | None) -> bool:
    """Whether the point lies within reach of the gold one."""
    return (
        gold.point is not None
        and latitude is not None
        and longitude is not None
        and distance_km(*gold.point, latitude, longitude) <= REACH_KM
    )


def main() -> None:  # noqa: PLR0915 (one loop that counts)
    """Run the measurement."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path, help="XML file")
    parser.add_argument("--limit", type=int, default=None, help="articles to read (default: all)")
    parser.add_argument("--errors", type=int, default=0, help="commonest errors of each kind to list")
    args = parser.parse_args()
    rows = list(read_corpus(args.corpus))[: args.limit]
    pipeline, gazetteer = load_pipeline(), load_gazetteer()
    golds = {article.id: found for article, found in rows}
    count: Counter[str] = Counter()
    errors: dict[str, Counter[str]] = {kind: Counter() for kind in ("missed", "false", "misplaced", "unlisted")}
    spent = 0.0
    for article, _ in rows:
        doc = analyse_article(article, pipeline)
        gold = golds[article.id]
        started = time.perf_counter()
        places, hints = find_places_and_hints(doc, article, gazetteer)
        mentions = (*places, *hints)
        demonyms = find_demonyms(doc, gazetteer)
        countries = [demonym.country for demonym in demonyms]
        resolved = resolve_places(mentions, article=article, gazetteer=gazetteer, countries=countries)
        spent += time.perf_counter() - started
        points = [(one.mention.span, one.place.latitude, one.place.longitude) for one in resolved]
        lands = [(demonym.span, gazetteer.country(demonym.country)) for demonym in demonyms]
        points += [(span, land.latitude, land.longitude) for span, land in lands if land is not None]
        spans = [span for span, _, _ in points]
        count["found"] += len(spans)
        count["found, exact"] += sum(any(span == one.span for one in gold) for span in spans)
        for span in spans:
            if any(span.overlaps(one.span) for one in gold):
                count["found, overlap"] += 1
            else:
                errors["false"][span.of(article.text)] += 1
        for one in gold:
            count["gold"] += 1
            hits = [point for point in points if point[0].overlaps(one.span)]
            count["gold, overlap"] += bool(hits)
            count["gold, exact"] += any(span == one.span for span, _, _ in hits)
            if not hits:
                errors["missed"][one.phrase] += 1
            if one.point is None:
                continue
            count["placed"] += 1
            right = any(is_close(one, latitude, longitude) for _, latitude, longitude in hits)
            count["end to end"] += right
            if hits and not right:
                errors["misplaced"][f"{one.phrase} ({article.url.split('/')[2] if article.url else ''})"] += 1
        given = tuple(PlaceMention(span=one.span, head=0, rule="gold", name=one.phrase, relation=None) for one in gold)
        # Containers and kind words come from the found mention at the same place, where there is one.
        by_span = {mention.span: mention for mention in mentions}
        given = tuple(by_span.get(one.span, one) for one in given)
        for one, r in zip(
            gold, resolve_places(given, article=article, gazetteer=gazetteer, countries=countries), strict=True
        ):
            if one.point is not None:
                land = next((land for span, land in lands if span == one.span), None)
                point = (land.latitude, land.longitude) if land else (r.place.latitude, r.place.longitude)
                count["given spans"] += is_close(one, *point)
                if r.toponym is None and land is None:
                    errors["unlisted"][one.phrase] += 1
    report(count, errors, shown=args.errors, spent=spent, articles=len(rows))


def report(count: Counter[str], errors: dict[str, Counter[str]], *, shown: int, spent: float, articles: int) -> None:
    """Print the scores."""
    print(
        f"articles {articles}, gold toponyms {count['gold']}, of them placed {count['placed']}, found {count['found']}"
    )
    for kind in ("overlap", "exact"):
        precision = count[f"found, {kind}"] / max(1, count["found"])
        recall = count[f"gold, {kind}"] / max(1, count["gold"])
        f1 = 2 * precision * recall / max(1e-9, precision + recall)
        print(f"finding, {kind:8s} P {100 * precision:5.1f}  R {100 * recall:5.1f}  F1 {100 * f1:5.1f}")
    for kind in ("end to end", "given spans"):
        print(f"within {REACH_KM:.0f} km, {kind:12s} {100 * count[kind] / max(1, count['placed']):5.1f} %")
    print(f"time of finding and resolving {1000 * spent / max(1, articles):.1f} ms an article", file=sys.stderr)
    for kind, found in errors.items():
        if shown:
            print(f"{kind}: " + "; ".join(f"{name} {number}" for name, number in found.most_common(shown)))


if __name__ == "__main__":
    main()
