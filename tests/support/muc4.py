"""Reads the texts and the place list of MUC-4."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

LISTED = re.compile(r"(?P<country>[A-Z ]+)(?:: [^:(]+\([A-Z ]+\??\))*: (?P<name>[^:(]+?) \((?P<kind>[A-Z ]+)\??\)")
HEAD = re.compile(r"^((?:DEV|TST\d)-MUC\d-\d{4})\b.*$", re.MULTILINE)


def read_texts(path: Path) -> Iterator[tuple[str, str]]:
    """Yield id and text of every message of a text file."""
    parts = HEAD.split(path.read_text("utf-8", "replace"))
    yield from zip(parts[1::2], (text.strip() for text in parts[2::2]), strict=True)


def load_place_kinds(folder: Path) -> Mapping[str, str]:
    """Return "COUNTRY: NAME" to the kinds of place that the task's list gives it, parted by "/"."""
    kinds: dict[str, dict[str, None]] = defaultdict(dict)
    for line in (folder / "containing-areas-part1.v5").read_text("latin-1").splitlines():
        if found := LISTED.match(line):
            kinds[f"{found['country']}: {found['name']}"][found["kind"]] = None
    return {name: "/".join(found) for name, found in kinds.items()}
