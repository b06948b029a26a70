"""Where things lie: the project, its samples, and the sets shared beside it."""

from __future__ import annotations

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = ROOT / "samples"
GOLDEN = ROOT / "tests" / "golden"


def find_shared() -> Path | None:
    """Return the folder of coded sets: `DATELINE_SHARED`, else `../shared`; None where there is none."""
    place = Path(os.environ.get("DATELINE_SHARED") or ROOT.parent / "shared")
    return place.resolve() if (place / "gold").is_dir() else None
