"""Reads the place list of MUC-4."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path

LISTED = re.compile(r"(?P<country>[A-Z ]+)(?:: [^:(]+\([A-Z ]+\??\))*: (?P<name>[^:(]+?) \((?P<kind>[A-Z ]+)\??\)")


def load_place_kinds(folder: Path) -> Mapping[str, str]:
    """Return "COUNTRY: NAME" to the kinds of place that the task's list gives it, parted by "/"."""
    kinds: dict[str, dict[str, None]] = defaultdict(dict)
    for line in (folder / "containing-areas-part1.v5").read_text("latin-1").splitlines():
        if found := LISTED.match(line):
            kinds[f"{found['country']}: {found['name']}"][found["kind"]] = None
    return {name: "/".join(found) for name, found in kinds.items()}
