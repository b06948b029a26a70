"""Reads the texts and place lists of MUC-4."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

HEAD = re.compile(r"^((?:DEV|TST\d)-MUC\d-\d{4})\b.*$", re.MULTILINE)
LISTED = re.compile(r"(?P<country>[A-Z ]+)(?:: [^:(]+\([A-Z ]+\??\))*: (?P<name>[^:(]+?) \((?P<kind>[A-Z ]+)\??\)")


def read_texts(path: Path) -> Iterator[tuple[str, str]]:
    """Yield id and text of every message of a MUC-4 text file."""
    whole = path.read_text("utf-8")
    heads = list(HEAD.finditer(whole))
    for head, after in zip(heads, [*heads[1:], None], strict=True):
        yield head[1], whole[head.end() : after.start() if after else len(whole)].strip()


def load_place_kinds(folder: Path) -> Mapping[str, str]:
    """Return "COUNTRY: NAME" to the kinds of place that the task's list gives it, parted by "/"."""
    kinds: dict[str, dict[str, None]] = defaultdict(dict)
    for line in (folder / "containing-areas-part1.v5").read_text("latin-1").splitlines():
        if found := LISTED.match(line):
            kinds[f"{found['country']}: {found['name']}"][found["kind"]] = None
    return {name: "/".join(found) for name, found in kinds.items()}
