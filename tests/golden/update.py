"""Write the records on file anew, or say which facts are missed.

python tests/golden/update.py            rewrite tests/golden/records/*.jsonl; read the change before you commit it
python tests/golden/update.py --misses   change nothing; print the missed facts as tables for known_misses.toml
"""

from __future__ import annotations

import argparse
import sys
from collections import defaultdict
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from support.facts import find_fault, list_facts, load_misses
from support.locations import GOLDEN
from support.negatives import find_false_records, load_negatives
from support.sampling import encode_file, extract_samples, load_extractor, sample_names


def main() -> int:
    """Update the files, or print the misses; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--misses", action="store_true", help="print the missed facts and change nothing")
    if parser.parse_args().misses:
        print_misses()
    else:
        write_records()
    return 0


def write_records() -> None:
    """Rewrite every file of records that changed and remove those of samples that are gone."""
    folder = GOLDEN / "records"
    folder.mkdir(exist_ok=True)
    wanted = {f"{name}.jsonl": encode_file(name) for name in sample_names()}
    for path in sorted(folder.iterdir()):
        if path.name not in wanted:
            path.unlink()
            print(f"removed {path.name}")
    for name, content in wanted.items():
        path = folder / name
        if not path.exists() or path.read_bytes() != content:
            path.write_bytes(content)
            print(f"wrote {name}: {len(content.splitlines())} records")


def print_misses() -> None:
    """Print what is missed now as TOML: a reason on file is kept, else the fault itself stands for it."""
    reasons = load_misses()
    missed: dict[str, dict[str, str]] = defaultdict(dict)
    facts, cases = list_facts(), load_negatives()
    for fact in facts:
        fault = find_fault(fact, extract_samples().get(fact.sample, ()))
        if fault is not None:
            missed[fact.sample][fact.key] = reasons.get((fact.sample, fact.key), fault)
    right = len(facts) - sum(map(len, missed.values()))
    for case in cases:
        false = find_false_records(case, load_extractor())
        if false:
            table = f"negative/{case.kind}"
            missed[table][case.id] = reasons.get((table, case.id), ", ".join(false))
    silent = len(cases) - sum(len(rows) for table, rows in missed.items() if table.startswith("negative/"))
    for table, rows in missed.items():
        print(f"\n[{_quote(table)}]")
        for key, reason in rows.items():
            print(f"{_quote(key)} = {_quote(reason)}")
    print(f"\n# {right} of {len(facts)} facts right, {silent} of {len(cases)} negatives without a record")


def _quote(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


if __name__ == "__main__":
    sys.exit(main())
