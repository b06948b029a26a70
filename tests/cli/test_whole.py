"""The command line over the real extractor."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from typer.testing import CliRunner

from dateline_cli.main import app

pytestmark = pytest.mark.slow

ARTICLE = """Car bomb kills nine at a market in Mosul

MOSUL, Iraq, May 3, 2016 - A car bomb tore through a crowded market in the northern Iraqi city of Mosul on Monday,
killing nine people and wounding at least 20 others, police said.

The Islamic State group claimed responsibility for the bombing in an online statement.
"""


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Any]:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "120")
    Path("a.txt").write_text(ARTICLE, encoding="utf-8")
    return lambda *args, **settings: CliRunner().invoke(app, list(args), **settings)


def test_an_article_becomes_a_record_that_obeys_the_schema_and_a_card(run: Callable[..., Any]) -> None:
    extracted = run("extract", "a.txt", "-o", "r.jsonl")
    schema = json.loads(run("schema").stdout)
    (record,) = [json.loads(line) for line in Path("r.jsonl").read_text(encoding="utf-8").splitlines()]
    shown = run("show", "r.jsonl", "--articles", "a.txt")

    assert extracted.exit_code == 0
    Draft202012Validator(schema).validate(record)
    assert record["type"] == "bombing"
    assert record["casualties"]["killed"]["best"] == 9
    assert "Mosul" in shown.stdout
    assert "9 killed" in shown.stdout


def test_a_missing_model_is_told_with_the_way_out(run: Callable[..., Any]) -> None:
    result = run("extract", "a.txt", "--model", "no_such_pipeline")

    assert result.exit_code == 3
    (line,) = result.stderr.splitlines()
    assert line.startswith("dateline: ")
    assert "no_such_pipeline" in line


@pytest.mark.parametrize("option", ["--lexicon", "--places"])
def test_a_file_of_knowledge_that_is_not_there_is_a_matter_of_configuration(
    run: Callable[..., Any], option: str
) -> None:
    result = run("extract", "a.txt", option, "absent.file")

    assert result.exit_code == 3
    assert "absent.file" in result.stderr
