"""Many articles: in this process, in several or on a cluster, in order, in little memory.

from dateline.batch import extract_units
from dateline.read import read_units
for outcome in extract_units(read_units(["news/"]), workers=4, timeout=60):
    for record in outcome.records:
        print(record.line)

Other processes are started afresh ("spawn"): a script that asks for them needs its `if __name__ == "__main__":`.
"""

from __future__ import annotations

from dateline.batch.clusters import run_units_on_ray
from dateline.batch.extracting import Engine, extract_units
from dateline.batch.outcomes import EncodedRecord, UnitOutcome
from dateline.batch.pool import run_units
from dateline.batch.shards import Shard

__all__ = ["EncodedRecord", "Engine", "Shard", "UnitOutcome", "extract_units", "run_units", "run_units_on_ray"]
