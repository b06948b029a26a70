"""Standard streams that are closed, full or told a width that is none: the shell does the closing."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from cli.conftest import SCRIPT, make_environment

Run = Callable[..., Any]

needs_full = pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device of Linux")


@pytest.fixture
def paper(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, dateline: Run) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("one.txt").write_text("A headline\nINCIDENT Baghdad\n", encoding="utf-8")
    dateline("extract", "one.txt", "-o", "r.jsonl")
    return tmp_path


def shell(arguments: str, **settings: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["sh", "-c", f'exec "$0" "$1" {arguments}', sys.executable, str(SCRIPT)],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        env=make_environment(**settings),
        timeout=180,
        check=False,
    )


WRITERS = [
    "--help",
    "--version",
    "schema",
    "text one.txt",
    "extract one.txt --format jsonl",
    "extract one.txt --format json",
    "extract one.txt --format table",
    "extract one.txt --workers 2",
    "show r.jsonl",
    "link r.jsonl --format table",
]


@needs_full
@pytest.mark.parametrize("command", WRITERS)
def test_a_full_disk_behind_stdout_is_one_line_and_status_4(command: str, paper: Path) -> None:
    done = shell(f"{command} > /dev/full")

    assert done.returncode == 4
    assert done.stderr == "dateline: standard output: No space left on device\n"


@pytest.mark.parametrize("command", ["--version", "extract one.txt", "show r.jsonl"])
def test_a_closed_stdout_is_no_success(command: str, paper: Path) -> None:
    done = shell(f"{command} >&-")

    assert done.returncode == 4
    assert done.stderr == "dateline: standard output: Bad file descriptor\n"


@pytest.mark.parametrize("workers", [1, 2])
@pytest.mark.parametrize("closed", ["<&-", "2>&-", "<&- 2>&-"])
def test_a_closed_stream_that_is_not_needed_does_no_harm(closed: str, workers: int, paper: Path) -> None:
    done = shell(f"extract one.txt --workers {workers} {closed}")

    assert done.returncode == 0
    assert json.loads(done.stdout)["place"]["locality"] == "Baghdad"
    assert done.stderr == ""


@needs_full
def test_what_cannot_be_told_keeps_no_record_back(paper: Path) -> None:
    done = shell("extract absent.txt one.txt 2> /dev/full")

    assert done.returncode == 1
    assert json.loads(done.stdout)["place"]["locality"] == "Baghdad"


def test_records_asked_for_from_a_closed_stdin_are_a_failure(paper: Path) -> None:
    done = shell("show - <&-")

    assert done.returncode == 1
    assert done.stderr.startswith("dateline: standard input: Bad file descriptor")


@pytest.mark.parametrize("columns", ["0", "1"])
@pytest.mark.parametrize("command", ["show r.jsonl", "extract one.txt --format table"])
def test_a_width_that_is_none_hides_nothing(command: str, columns: str, paper: Path) -> None:
    done = shell(command, COLUMNS=columns)

    assert "Baghdad, IQ" in done.stdout


def test_help_shows_at_a_width_that_is_none() -> None:
    assert "Usage" in shell("--help", COLUMNS="0").stdout


def test_an_unbuffered_python_writes_the_same(paper: Path) -> None:
    assert shell("extract one.txt", PYTHONUNBUFFERED="1").stdout == shell("extract one.txt").stdout
