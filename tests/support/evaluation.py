"""Extract the coded sets, score them with the scorers that lie beside them, and compare with the floors."""

from __future__ import annotations

import json
import math
import re
import subprocess
import sys
import time
import tomllib
from collections.abc import Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from enum import StrEnum
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import dateline
from dateline.linking import link_records
from dateline.records import Record
from dateline.wire.jsonl import decode_record, encode_linked
from dateline.wire.muc4 import build_templates, encode_templates
from support.locations import ROOT
from support.muc4 import load_place_kinds, read_texts

FLOORS = ROOT / "tests" / "eval" / "floors.toml"
SLACK = (
    0.5  # points below a floor that pass, and one coded fill more: other processors round the tagger's sums otherwise
)
FEWEST = 10  # coded fills; the score of a slot with fewer jumps with each of them and has no floor


class Scorer(StrEnum):
    """How a set is scored."""

    RECORDS = "records"  # gold/score_records.py: every slot of every incident
    SETS = "sets"  # sets/score_sets.py: coded fields of one incident for each article
    TEMPLATES = "templates"  # muc4/muc4_score.py: every slot of every template
    LINKS = "links"  # sets/score_sets.py linking: which articles tell of one happening
    SILENCE = "silence"  # the share of articles without a record, background apart


@dataclass(frozen=True, slots=True, kw_only=True)
class CodedSet:
    """A set of articles, paths relative to the shared folder."""

    articles: str
    gold: str | None
    scorer: Scorer
    every: int = 1  # only every so many-th article is taken


SETS: Mapping[str, CodedSet] = {
    "gold-dev": CodedSet(articles="gold/dev/articles", gold="gold/dev/gold.jsonl", scorer=Scorer.RECORDS),
    "gold-train": CodedSet(articles="gold/train/articles.jsonl", gold="gold/train/gold.jsonl", scorer=Scorer.RECORDS),
    "rdwti": CodedSet(articles="sets/rdwti/articles.jsonl", gold="sets/rdwti/gold.jsonl", scorer=Scorer.SETS),
    "isaf": CodedSet(articles="sets/isaf/articles.jsonl", gold="sets/isaf/gold.jsonl", scorer=Scorer.SETS),
    "linking": CodedSet(articles="sets/linking/articles.jsonl", gold="sets/linking/gold.jsonl", scorer=Scorer.LINKS),
    "muc4-train": CodedSet(
        articles="muc4/data/train.txt", gold="muc4/data/train.key", scorer=Scorer.TEMPLATES, every=4
    ),
    "muc4-dev": CodedSet(articles="muc4/data/dev.txt", gold="muc4/data/dev.key", scorer=Scorer.TEMPLATES),
    "othernews": CodedSet(articles="sets/othernews/articles.jsonl", gold=None, scorer=Scorer.SILENCE),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Extraction:
    """What became of a set's articles."""

    lines: tuple[bytes, ...]  # records in the order of the articles, without line ends
    articles: int
    failures: tuple[str, ...]
    seconds: float  # start of the workers included


@dataclass(frozen=True, slots=True, kw_only=True)
class Scores:
    """The scores of a set in percent, more is better; "overall" is first."""

    set: str
    values: Mapping[str, float]
    counts: Mapping[str, int]  # coded fills behind a value
    interval: tuple[float, float] | None  # 95 % of "overall"; None where the scorer gives none
    extraction: Extraction


def evaluate_set(name: str, shared: Path, out: Path, *, workers: int = 2) -> Scores:
    """Extract and score one set; write `<name>.records.jsonl` and `<name>.scores.json` into `out`."""
    out.mkdir(parents=True, exist_ok=True)
    coded = SETS[name]
    articles = shared / coded.articles
    if coded.scorer is Scorer.TEMPLATES:
        articles = _write_messages(articles, out / f"{name}.articles.jsonl", every=coded.every)
    # The writer of templates chooses among all drafts by what the task asks for.
    extraction = extract_set(articles, workers=workers, eager=coded.scorer is Scorer.TEMPLATES)
    records = out / f"{name}.records.jsonl"
    records.write_bytes(b"".join(line + b"\n" for line in extraction.lines))
    interval = None
    if coded.scorer is Scorer.RECORDS:
        values, counts, interval = _score_records(shared, coded, records)
    elif coded.scorer is Scorer.SETS:
        values, counts = _score_sets(shared, name, coded, records)
    elif coded.scorer is Scorer.LINKS:
        values, counts = _score_links(shared, name, coded, records)
    elif coded.scorer is Scorer.TEMPLATES:
        values, counts = _score_templates(shared, coded, records, articles)
    else:
        values, counts = _score_silence(extraction)
    scores = Scores(set=name, values=values, counts=counts, interval=interval, extraction=extraction)
    kept = {"set": name, "scores": values, "counts": counts, "interval": interval, "articles": extraction.articles}
    kept |= {"records": len(extraction.lines), "failures": extraction.failures, "seconds": round(extraction.seconds, 1)}
    (out / f"{name}.scores.json").write_text(json.dumps(kept, indent=1) + "\n", encoding="utf-8")
    return scores


def extract_set(articles: Path, *, workers: int, eager: bool = False) -> Extraction:
    """Extract every article under a path in `workers` processes, each of which takes every `workers`-th one."""
    start = time.perf_counter()
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        same = [str(articles)] * workers, range(workers), [workers] * workers, [eager] * workers
        shares = list(pool.map(_extract_share, *same))
    seconds = time.perf_counter() - start
    results = sorted(result for share in shares for result in share)
    return Extraction(
        lines=tuple(line for _, lines, _ in results for line in lines),
        articles=len(results),
        failures=tuple(failure for _, _, failure in results if failure),
        seconds=seconds,
    )


def load_floors(path: Path = FLOORS) -> Mapping[str, Mapping[str, float]]:
    """Return the lowest scores allowed, by set and slot, in percent."""
    return tomllib.loads(path.read_text(encoding="utf-8"))


def find_falls(scores: Scores, floors: Mapping[str, float]) -> tuple[str, ...]:
    """Return one line for each score clearly below its floor."""
    return tuple(
        f"{scores.set}: {slot}: {scores.values.get(slot, 0.0):.1f} is below the floor {floor:.1f}"
        for slot, floor in floors.items()
        if scores.values.get(slot, 0.0) < floor - SLACK - 100 / max(1, scores.counts.get(slot, 0))
    )


def raise_floors(all_scores: tuple[Scores, ...], path: Path = FLOORS) -> tuple[str, ...]:
    """Rewrite the floors with every score that is higher, cut to a tenth; none is lowered. Return what was raised."""
    text = path.read_text(encoding="utf-8")
    floors = {name: dict(table) for name, table in tomllib.loads(text).items()}
    raised = []
    for scores in all_scores:
        table = floors.setdefault(scores.set, {})
        for slot, value in scores.values.items():
            floor = math.floor(value * 10 + 1e-6) / 10
            if scores.counts.get(slot, 0) >= FEWEST and floor > table.get(slot, 0.0):
                raised.append(f"{scores.set}: {slot}: {table.get(slot, 0.0):.1f} -> {floor:.1f}")
                table[slot] = floor
    comment = "".join(line for line in text.splitlines(keepends=True) if line.startswith("#"))
    tables = [
        f"\n[{name}]\n" + "".join(f"{json.dumps(slot)} = {value:.1f}\n" for slot, value in floors[name].items())
        for name in SETS
        if name in floors
    ]
    path.write_text(comment + "".join(tables), encoding="utf-8")
    return tuple(raised)


def _extract_share(articles: str, index: int, workers: int, eager: bool) -> list[tuple[int, list[bytes], str]]:
    """Return (number of the article, its records, its failure or "") for every article of one worker."""
    read = enumerate(dateline.read_sources([articles], options=dateline.ReadOptions()))
    mine = [(number, article) for number, article in read if number % workers == index]
    outcomes = dateline.Extractor(dateline.ExtractorOptions(eager=eager)).extract_all(article for _, article in mine)
    return [
        (
            number,
            [dateline.encode_record(record).rstrip(b"\n") for record in outcome.records],
            "" if outcome.failure is None else f"{outcome.failure.source}: {outcome.failure.message}",
        )
        for (number, _), outcome in zip(mine, outcomes, strict=True)
    ]


def _score_records(
    shared: Path, coded: CodedSet, records: Path
) -> tuple[dict[str, float], dict[str, int], tuple[float, float] | None]:
    report = records.with_suffix(".report.json")
    _run(
        shared / "gold" / "score_records.py", "--gold", shared / str(coded.gold), "--records", records, "--json", report
    )
    result: dict[str, Any] = json.loads(report.read_text(encoding="utf-8"))
    report.unlink()
    values = {"overall": 100 * result["all"]["f1"]}
    counts = {"overall": result["all"]["possible"]}
    for slot, row in result["slots"].items():
        values[slot] = 100 * row["f1"]
        counts[slot] = row["possible"]
    for kind in ("recall", "precision"):
        values[f"relevant articles, {kind}"] = 100 * result["relevant_article"][kind]
        counts[f"relevant articles, {kind}"] = result["articles"]
    low, high = result["all"].get("f1_95", (None, None))
    return values, counts, None if low is None or high is None else (100 * low, 100 * high)


def _score_sets(shared: Path, name: str, coded: CodedSet, records: Path) -> tuple[dict[str, float], dict[str, int]]:
    arguments = [name, "--gold", shared / str(coded.gold), "--records", records]
    printed = _run(shared / "sets" / "score_sets.py", *arguments)
    values: dict[str, float] = {}
    counts: dict[str, int] = {}
    for field, right, total in re.findall(r"^(.+?)\s+(\d+) of\s+(\d+)\s", printed, flags=re.MULTILINE):
        values[field] = 100 * int(right) / int(total)
        counts[field] = int(total)
    mean = re.search(r"^MEAN\s+([\d.]+) %", printed, flags=re.MULTILINE)
    if mean is None:
        raise ValueError(f"{name}: the scorer printed no mean:\n{printed}")
    return {"overall": float(mean[1]), **values}, {"overall": sum(counts.values()), **counts}


def _score_links(shared: Path, name: str, coded: CodedSet, records: Path) -> tuple[dict[str, float], dict[str, int]]:
    found = [decode_record(line) for line in records.read_bytes().splitlines()]
    linked = records.with_suffix(".linked.jsonl")
    linked.write_bytes(b"".join(map(encode_linked, found, link_records(found))))
    arguments = [name, "--gold", shared / str(coded.gold), "--records", linked]
    printed = _run(shared / "sets" / "score_sets.py", *arguments)
    linked.unlink()
    articles = re.search(r"^articles (\d+)", printed, flags=re.MULTILINE)
    rows = re.findall(r"^(B-cubed|pairs)\s+P ([\d.]+) R ([\d.]+) F1 ([\d.]+)", printed, flags=re.MULTILINE)
    if articles is None or len(rows) != 2:
        raise ValueError(f"{name}: the scorer printed no scores:\n{printed}")
    values: dict[str, float] = {"overall": float(rows[0][3])}
    for measure, precision, recall, f1 in rows:
        values |= {f"{measure}, precision": float(precision), f"{measure}, recall": float(recall), measure: float(f1)}
    return values, dict.fromkeys(values, int(articles[1]))


def _write_messages(texts: Path, target: Path, *, every: int) -> Path:
    """Write every so many-th message of a MUC-4 text file as JSON lines, and return where."""
    rows = ({"id": name, "text": text} for name, text in list(read_texts(texts))[::every])
    target.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return target


def _score_templates(
    shared: Path, coded: CodedSet, records: Path, articles: Path
) -> tuple[dict[str, float], dict[str, int]]:
    # The evidence of a record counts the text as read, not as in the file.
    read = dateline.read_sources([str(articles)], options=dateline.ReadOptions())
    texts = {one.source.rsplit("#", 1)[1]: one.text for one in read if isinstance(one, dateline.Article)}
    found: dict[str, list[Record]] = {name: [] for name in texts}
    for line in records.read_bytes().splitlines():
        record = decode_record(line)
        found[record.article.source.rsplit("#", 1)[1]].append(record)
    kinds = load_place_kinds(shared / "muc4" / "doc")
    response, listed, report = (records.with_suffix(f".{kind}") for kind in ("templates", "docs", "report.json"))
    response.write_bytes(
        b"".join(
            encode_templates(name, build_templates(rows, texts[name], place_kinds=kinds))
            for name, rows in found.items()
        )
    )
    listed.write_text("".join(f"{name}\n" for name in texts), encoding="utf-8")
    key = shared / str(coded.gold)
    arguments = ["--key", key, "--response", response, "--docs", listed, "--json", report]
    _run(shared / "muc4" / "muc4_score.py", *arguments)
    result: dict[str, Any] = json.loads(report.read_text(encoding="utf-8"))
    for path in (response, listed, report):
        path.unlink()
    rows = {"templates": result["template_id"], "relevant texts": result["text_filtering"], **result["slots"]}
    values = {"overall": result["f_measures"]["P&R_unrounded"]}
    counts = {"overall": result["rows"]["all_templates"]["POS"]}
    for slot, row in rows.items():
        values[slot] = _f1(row["REC"], row["PRE"])
        counts[slot] = row["POS"]
    return values, counts


def _f1(recall: float | None, precision: float | None) -> float:
    both = (recall or 0.0) + (precision or 0.0)
    return 2 * (recall or 0.0) * (precision or 0.0) / both if both else 0.0


def _score_silence(extraction: Extraction) -> tuple[dict[str, float], dict[str, int]]:
    rows = (json.loads(line) for line in extraction.lines)
    speaking = {row["article"]["source"] for row in rows if row["role"] != "background"}
    share = 100 * (1 - len(speaking) / max(1, extraction.articles))
    return {"overall": share}, {"overall": extraction.articles}


def _run(script: Path, *arguments: object) -> str:
    command = [sys.executable, str(script), *map(str, arguments)]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout
