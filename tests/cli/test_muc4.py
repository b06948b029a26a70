"""`muc4`."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from typer.testing import CliRunner

from dateline.articles import Article, Failure
from dateline.extraction import Outcome
from dateline_cli import library
from dateline_cli.main import app
from dateline_cli.muc4 import name_article

Run = Callable[..., Any]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, dateline: Run) -> Run:
    def extract_all(articles: Iterable[Article | Failure], **_: object) -> Iterator[Outcome]:
        for item in articles:
            yield Outcome(article=item) if isinstance(item, Article) else Outcome(article=None, failure=item)

    monkeypatch.setattr(library, "extract_drafts", extract_all)
    monkeypatch.chdir(tmp_path)
    Path("quiet.txt").write_text("Quiet\nA quiet day.\n", encoding="utf-8")
    Path("empty.txt").write_bytes(b"")
    return dateline


def test_an_article_that_tells_of_nothing_has_a_line_too(run: Run) -> None:
    assert json.loads(run("muc4", "quiet.txt").stdout) == {"doc_id": "quiet", "templates": []}


def test_what_cannot_be_read_is_told_and_the_others_are_written(run: Run) -> None:
    result = run("muc4", "empty.txt", "quiet.txt")

    assert result.exit_code == 1
    assert json.loads(result.stdout)["doc_id"] == "quiet"
    assert result.stderr == "dateline: empty.txt: empty; give an article\n"


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("wires.jsonl#TST1-MUC3-0001", "TST1-MUC3-0001"),
        ("wires/TST1-MUC3-0001.txt", "TST1-MUC3-0001"),
        ("-#7", "7"),
        ("-", "-"),
    ],
)
def test_an_article_is_called_by_its_own_name(fake: ModuleType, source: str, name: str) -> None:
    assert name_article(fake.make_article("Quiet\nA quiet day.", source)) == name


@pytest.mark.slow
def test_a_wire_becomes_a_template(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("wire.txt").write_text(
        "LIMA, 12 MAR 90 (EFE) -- [TEXT] SHINING PATH GUERRILLAS KILLED A MAYOR WITH A BOMB IN HUANTA YESTERDAY.\n",
        encoding="utf-8",
    )

    told = json.loads(CliRunner().invoke(app, ["muc4", "wire.txt"]).stdout)

    assert told["doc_id"] == "wire"
    (template,) = told["templates"]
    assert template["type"] == "BOMBING"
    assert template["location"].startswith("PERU: HUANTA")
    assert template["perp_category"] == "TERRORIST ACT"
    assert template["hum_target_desc"] == [["MAYOR", ""]]
