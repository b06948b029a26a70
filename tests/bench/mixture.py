"""Makes articles for the benchmark from the sets that lie beside the project; nothing of them stays in it.

Each is a story of a set without one of its paragraphs and with one of another story of the same set and kind, so that
as many as are wanted can be drawn and no two are the same text.
"""

from __future__ import annotations

import json
import random
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

INCIDENTS = ("gold/train", "sets/linking", "sets/isaf")
OTHERS = "sets/othernews"
MUC4 = "muc4/data/train.txt"
MUC4_HEADER = re.compile(r"^(?:DEV|TST)\S+ \(\S+\)\s*$", re.MULTILINE)
SHARE = 0.2  # of mixed news that are about incidents
SEED = 20


def make_sets(shared: Path, folder: Path, *, articles: int) -> tuple[Path, Path]:
    """Write `mixed.jsonl` (so many articles) and `incidents.jsonl` (a fifth of them) into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    dice = random.Random(SEED)
    few = round(articles * SHARE)
    incidents = list(_draw(_read_incidents(shared), few, dice))
    others = list(_draw({"other": _read(shared / OTHERS)}, articles - few, dice))
    mixed = [*incidents, *others]
    dice.shuffle(mixed)
    return _write(folder / "mixed.jsonl", mixed), _write(folder / "incidents.jsonl", incidents)


def _read_incidents(shared: Path) -> Mapping[str, Sequence[dict[str, Any]]]:
    sets = {name: _read(shared / name) for name in INCIDENTS}
    texts = MUC4_HEADER.split((shared / MUC4).read_text("utf-8", "replace"))[1:]
    return sets | {"muc4": [{"id": "muc4", "text": text.strip()} for text in texts]}


def _read(folder: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (folder / "articles.jsonl").open(encoding="utf-8")]


def _draw(sets: Mapping[str, Sequence[dict[str, Any]]], count: int, dice: random.Random) -> Iterator[dict[str, Any]]:
    """Yield `count` new articles, from each set in turn."""
    kinds = {name: _by_kind(stories) for name, stories in sets.items()}
    names = sorted(sets)
    for number in range(count):
        name = names[number % len(names)]
        story = dice.choice(sets[name])
        paragraphs = story["text"].split("\n\n")
        if len(paragraphs) > 2:
            del paragraphs[dice.randrange(1, len(paragraphs))]
        paragraphs.append(dice.choice(dice.choice(kinds[name][_kind(story)])["text"].split("\n\n")))
        yield {
            "id": f"{number}-{story['id']}",
            "title": story.get("title"),
            "published": story.get("published"),
            "text": "\n\n".join(paragraphs),
        }


def _by_kind(stories: Sequence[dict[str, Any]]) -> Mapping[str, Sequence[dict[str, Any]]]:
    kinds: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for story in stories:
        kinds[_kind(story)].append(story)
    return kinds


def _kind(story: Mapping[str, Any]) -> str:
    """Return "sport" of "sport-123"."""
    return re.split(r"[-_\d]", str(story["id"]), maxsplit=1)[0]


def _write(path: Path, articles: Sequence[dict[str, Any]]) -> Path:
    path.write_text("".join(json.dumps(article, ensure_ascii=False) + "\n" for article in articles), encoding="utf-8")
    return path
