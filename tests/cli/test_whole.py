"""The command line over the real extractor."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
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


STORIES = (
    ARTICLE,
    "KABUL, March 4, 2014 - Gunmen shot dead two policemen at a checkpoint in Kandahar on Monday, officials said.",
    "The council voted on the new bridge on Tuesday. It will open in spring.",
    "Rioters burned three shops in Leeds on 7 May 2019, police said. Twelve people were arrested.",
)


def start(*arguments: str, **settings: Any) -> subprocess.Popen[bytes]:
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
    command = [sys.executable, "-m", "dateline_cli", *arguments]
    return subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, **settings)


def test_workers_and_containers_change_nothing_but_the_source(run: Callable[..., Any]) -> None:
    rows = [json.dumps({"text": story}) + "\n" for story in STORIES]
    Path("rows.jsonl").write_text("".join(rows), encoding="utf-8")
    Path("list.json").write_text(json.dumps([{"text": story} for story in STORIES]), encoding="utf-8")
    Path("wire").mkdir()
    for number, story in enumerate(STORIES):
        Path("wire", f"{number}.txt").write_text(story, encoding="utf-8")

    def records(*arguments: str) -> bytes:
        with Path("rows.jsonl").open("rb") as stdin:
            child = start("extract", "-q", "wire", "rows.jsonl", "list.json", "-", *arguments, stdin=stdin)
        out, err = child.communicate()
        assert (child.returncode, err) == (0, b"")
        return out

    alone = records()
    assert records("--workers", "2") == records("--workers", "3") == alone
    forms: dict[str, list[object]] = {}
    for line in alone.splitlines():
        record = json.loads(line)
        source = record["article"].pop("source")
        forms.setdefault(source.partition("/")[0].partition("#")[0], []).append(record)
    assert list(forms) == ["wire", "rows.jsonl", "list.json", "-"]
    assert forms["wire"] == forms["rows.jsonl"] == forms["list.json"] == forms["-"] != []


def test_workers_answer_a_line_before_the_next_is_there_and_stop_while_they_wait(tmp_path: Path) -> None:
    child = start("extract", "--workers", "2", stdin=subprocess.PIPE)
    assert child.stdin is not None
    assert child.stdout is not None

    child.stdin.write(json.dumps({"text": ARTICLE, "id": "a1"}).encode() + b"\n")
    child.stdin.flush()
    assert json.loads(child.stdout.readline())["article"]["source"] == "-#a1"

    child.send_signal(signal.SIGINT)
    assert child.wait(timeout=60) == 130
    assert child.communicate()[1] == b"dateline: interrupted\n"


def test_a_missing_model_is_told_once_by_workers(run: Callable[..., Any]) -> None:
    result = run("extract", "a.txt", "a.txt", "a.txt", "--workers", "2", "--model", "no_such_pipeline")

    assert result.exit_code == 3
    (line,) = result.stderr.splitlines()
    assert "no_such_pipeline" in line
