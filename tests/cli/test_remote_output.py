"""Results under an address, over the file system of pyarrow that needs no network."""

from __future__ import annotations

import json
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.ray

Run = Callable[..., Any]


@pytest.fixture
def bucket(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """The address of a folder; the current one has two articles and one that never ends."""
    pytest.importorskip("pyarrow")
    monkeypatch.chdir(tmp_path)
    for name in ("a", "b"):
        Path(f"{name}.txt").write_text(f"Head\nINCIDENT Town{name}\n", encoding="utf-8")
    Path("sleep.txt").write_text("Head\nSLEEP\n", encoding="utf-8")
    Path("there").mkdir()
    return f"file://{tmp_path}/there"


def test_records_go_to_an_address_in_any_form(process: Run, bucket: str) -> None:
    lines = process("extract", "a.txt", "b.txt", "-o", f"{bucket}/out.jsonl")
    array = process("extract", "a.txt", "b.txt", "-o", f"{bucket}/out.json")

    assert (lines.returncode, lines.stdout, array.returncode) == (0, b"", 0)
    assert Path("there/out.jsonl").read_bytes() == process("extract", "a.txt", "b.txt").stdout
    assert len(json.loads(Path("there/out.json").read_text(encoding="utf-8"))) == 2
    assert sorted(path.name for path in Path("there").iterdir()) == ["out.json", "out.jsonl"]


def test_a_run_that_is_interrupted_leaves_what_is_finished_under_another_name(start: Run, bucket: str) -> None:
    child = start("extract", "a.txt", "b.txt", "sleep.txt", "-v", "-o", f"{bucket}/out.jsonl")
    while b"b.txt" not in child.stderr.readline():
        pass

    child.send_signal(signal.SIGINT)
    _, err = child.communicate(timeout=60)

    assert child.returncode == 130
    assert f"the records finished so far are in {bucket}/out.jsonl.partial" in err.decode()
    assert len(Path("there/out.jsonl.partial").read_bytes().splitlines()) == 2
    assert not Path("there/out.jsonl").exists()


@pytest.mark.parametrize(
    ("address", "options", "fault"),
    [
        pytest.param("out.jsonl", ["--resume"], "--resume goes with JSON lines in an ordinary file only", id="resume"),
        pytest.param("gone/out.jsonl", [], "no such file or folder; check the address", id="no folder"),
        pytest.param("*.jsonl", [], "a pattern; name one file", id="pattern"),
    ],
)
def test_what_cannot_be_written_is_told_in_one_line(
    process: Run, bucket: str, address: str, options: list[str], fault: str
) -> None:
    done = process("extract", "a.txt", "-o", f"{bucket}/{address}", *options)

    assert done.returncode == 4
    assert done.stderr.decode() == f"dateline: {bucket}/{address}: {fault}\n"


def test_an_address_that_nobody_knows_is_told_in_one_line(process: Run, bucket: str) -> None:
    done = process("extract", "a.txt", "-o", "nosuch://host/out.jsonl")

    assert done.returncode == 4
    (line,) = done.stderr.decode().splitlines()
    assert line.startswith("dateline: nosuch://host/out.jsonl: ")


def test_a_missing_pyarrow_is_told_with_what_to_install(dateline: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)

    result = dateline("extract", "a.txt", "-o", "s3://news/out.jsonl")

    assert result.exit_code == 3
    assert "pip install 'dateline[cloud]'" in result.stderr
