"""Extract the coded sets that lie beside the project and score the records.

    python tests/eval/run.py [--set gold-dev|rdwti|isaf|muc4-dev|othernews|...|all] [--out DIR] [--raise]

The sets are looked for in `DATELINE_SHARED`, else in `../shared`. DIR gets the records and the scores of each set.
Scores are in percent and more is better: F1 for the gold sets and MUC-4, the share of right answers for rdwti and isaf,
B-cubed F1 for linking, the share of stories without an incident record for othernews. `--raise` lifts the floors in
`tests/eval/floors.toml` to what was measured; it never lowers one.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from rich.console import Console
from rich.table import Table

from support.evaluation import SETS, Scores, evaluate_set, find_falls, load_floors, raise_floors
from support.locations import ROOT, find_shared


def main() -> int:
    """Evaluate the sets asked for; return 0, 1 below a floor, 2 without sets."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--set", action="append", choices=[*SETS, "all"], help="may be given several times; gold-dev")
    parser.add_argument("--out", type=Path, default=ROOT / "build" / "eval", help="folder for records and scores")
    parser.add_argument("--workers", type=int, default=2, help="processes")
    parser.add_argument("--raise", dest="lift", action="store_true", help="lift the floors to the scores measured")
    options = parser.parse_args()
    shared = find_shared()
    if shared is None:
        print("no coded sets: neither DATELINE_SHARED nor ../shared", file=sys.stderr)
        return 2
    asked = options.set or ["gold-dev"]
    names = list(SETS) if "all" in asked else asked
    floors, console = load_floors(), Console()
    all_scores = tuple(evaluate_set(name, shared, options.out, workers=options.workers) for name in names)
    for scores in all_scores:
        console.print(_as_table(scores, floors.get(scores.set, {})))
    for line in raise_floors(all_scores) if options.lift else ():
        console.print(f"raised {line}")
    falls = [line for scores in all_scores for line in find_falls(scores, floors.get(scores.set, {}))]
    for line in falls:
        console.print(line, style="red")
    return 1 if falls else 0


def _as_table(scores: Scores, floors: dict[str, float]) -> Table:
    done = scores.extraction
    facts = f"{done.articles} articles, {len(done.lines)} records, {len(done.failures)} failures, {done.seconds:.0f} s"
    if scores.interval is not None:
        facts += f"; overall 95 %: {scores.interval[0]:.1f} to {scores.interval[1]:.1f}"
    table = Table("score", "coded", "percent", "floor", title=scores.set, caption=facts)
    for column in table.columns[1:]:
        column.justify = "right"
    for slot, value in scores.values.items():
        floor = f"{floors[slot]:.1f}" if slot in floors else ""
        table.add_row(slot, str(scores.counts[slot]), f"{value:.1f}", floor, style="bold" if slot == "overall" else "")
    return table


if __name__ == "__main__":
    sys.exit(main())
