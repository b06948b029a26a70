"""Files that are written: none that is to be read, none that another run writes, none that cannot be."""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]

ARTICLE = "A headline\nINCIDENT Baghdad\n"


@pytest.fixture
def paper(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("one.txt").write_text(ARTICLE, encoding="utf-8")
    Path("list").write_text("one.txt\n", encoding="utf-8")
    Path("link.txt").symlink_to("one.txt")
    os.link("one.txt", "twin.txt")
    Path("news").mkdir()
    return tmp_path


def said(stderr: str) -> str:
    return " ".join(stderr.replace("│", " ").split())


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (["one.txt", "-o", "one.txt"], "--output': one.txt"),
        (["one.txt", "-o", "./news/../one.txt"], "--output': one.txt"),
        (["one.txt", "-o", "link.txt"], "--output': one.txt"),
        (["link.txt", "-o", "one.txt", "--format", "json"], "--output': link.txt"),
        (["absent.txt", "twin.txt", "--errors", "one.txt"], "--errors': twin.txt"),
        (["--files-from", "list", "-o", "list"], "--output': list"),
        (["--files-from", "list", "--errors", "one.txt"], "--errors': one.txt"),
    ],
)
def test_what_is_to_be_read_is_not_overwritten(dateline: Run, paper: Path, arguments: list[str], named: str) -> None:
    result = dateline("extract", *arguments)

    assert result.exit_code == 2
    assert f"{named} is to be read; choose another file" in said(result.stderr)
    assert Path("one.txt").read_text(encoding="utf-8") == ARTICLE
    assert Path("list").read_text(encoding="utf-8") == "one.txt\n"


@pytest.mark.parametrize("errors", ["out.jsonl", "news/../out.jsonl", "out.jsonl.partial", "out.jsonl.journal"])
def test_failures_do_not_go_where_records_go(dateline: Run, paper: Path, errors: str) -> None:
    result = dateline("extract", "one.txt", "-o", "out.jsonl", "--errors", errors)

    assert result.exit_code == 2
    assert "cannot be the same file as --output" in said(result.stderr)


def test_a_device_may_be_read_and_written(dateline: Run, paper: Path) -> None:
    result = dateline("extract", "one.txt", "/dev/null", "-o", "/dev/null")

    assert result.exit_code == 1


@pytest.mark.parametrize("name", ["n" * 300, "n" * 300 + ".json", "loop.jsonl", "loop.json", "one.txt/out.json"])
def test_a_file_that_there_cannot_be_is_told(dateline: Run, paper: Path, name: str) -> None:
    Path("loop.jsonl").symlink_to("loop.json")
    Path("loop.json").symlink_to("loop.jsonl")

    results = [dateline("extract", "one.txt", "-o", name), dateline("link", "one.txt", "-o", name)]

    for result in results:
        assert result.exit_code == 4
        assert result.stderr.splitlines()[-1].startswith(f"dateline: {name}: ")
        assert result.stderr.endswith("; choose another file\n")


def test_the_web_is_not_written_to(dateline: Run, paper: Path) -> None:
    result = dateline("extract", "one.txt", "-o", "https://example.org/o.jsonl")

    assert result.exit_code == 4
    assert result.stderr == (
        "dateline: https://example.org/o.jsonl: an address of the web, and nothing can be written there; name a file\n"
    )


@pytest.mark.skipif(sys.platform == "win32", reason="no locks there")
def test_two_runs_do_not_write_one_array(start: Run, dateline: Run, paper: Path) -> None:
    Path("sleep.txt").write_text("Head\nSLEEP\n", encoding="utf-8")
    child = start("extract", "one.txt", "sleep.txt", "-o", "out.json")
    partial = Path("out.json.partial")
    while not (partial.exists() and partial.stat().st_size):
        time.sleep(0.01)
    before = partial.read_bytes()

    refused = dateline("extract", "one.txt", "-o", "out.json")
    after = partial.read_bytes()
    child.kill()
    child.communicate()

    assert refused.exit_code == 4
    assert refused.stderr == (
        "dateline: out.json: another run is writing it; wait for that one, or choose another file\n"
    )
    assert after == before
    assert dateline("extract", "one.txt", "-o", "out.json").exit_code == 0
    assert len(json.loads(Path("out.json").read_bytes())) == 1
    assert not partial.exists()
