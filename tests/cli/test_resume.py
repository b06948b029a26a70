"""A run that is stopped, by whatever it is, and goes on with --resume, ends as one that was never stopped."""

from __future__ import annotations

import json
import os
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]
ARTICLES = 20


@pytest.fixture
def paper(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder, with a folder of articles: most with a record, some with two, none, or a fault."""
    monkeypatch.chdir(tmp_path)
    Path("news").mkdir()
    for number in range(ARTICLES):
        lines = [f"Headline {number % 17}", "NAP"]  # the last three are like the first three
        lines += [f"INCIDENT Town {number % 17}"] * (number % 17 % 3)
        lines += ["BAD"] if number in {4, 11} else []
        Path(f"news/{number:02}.txt").write_text("\n".join(lines), encoding="utf-8")
    Path("list").write_text("".join(f"news/{number:02}.txt\n" for number in range(ARTICLES)), encoding="utf-8")
    return tmp_path


COMMAND = ("extract", "--files-from", "list", "-o", "out.jsonl", "--errors", "errors.jsonl")


@pytest.fixture
def unbroken(dateline: Run, paper: Path) -> tuple[bytes, bytes]:
    """What a run writes that nothing stops: records and failures."""
    assert dateline(*COMMAND).exit_code == 1
    written = Path("out.jsonl").read_bytes(), Path("errors.jsonl").read_bytes()
    Path("out.jsonl").unlink()
    assert len(written[0].splitlines()) == sum(n % 17 % 3 for n in range(ARTICLES) if n not in {4, 11})
    return written


def count_done() -> int:
    """Return how many articles the journal tells of."""
    try:
        return Path("out.jsonl.journal").read_bytes().count(b"\n") - 1
    except FileNotFoundError:
        return -1


def kill(child: subprocess.Popen[bytes], ready: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 60
    while not ready() and child.poll() is None and time.monotonic() < deadline:
        time.sleep(0.001)
    child.kill()
    child.communicate()


@pytest.mark.parametrize(
    "stops",
    [(1, 6, 11, 17), (2, 3, 10, 15), (0, 0, 7, 13)],
    ids=str,
)
def test_a_run_may_be_killed_again_and_again(
    start: Run, dateline: Run, unbroken: tuple[bytes, bytes], stops: tuple[int, ...]
) -> None:
    for stop in stops:
        kill(start(*COMMAND, "--resume"), lambda stop=stop: count_done() >= stop)  # type: ignore[misc]
        assert not Path("out.jsonl").exists()

    done = dateline(*COMMAND, "--resume")

    assert (Path("out.jsonl").read_bytes(), Path("errors.jsonl").read_bytes()) == unbroken
    assert done.exit_code == 1
    assert "dateline: 18 articles, " in done.stderr
    assert not list(Path().glob("out.jsonl.*"))


@pytest.mark.parametrize("wait", [0.0, 0.2, 0.5])
def test_a_run_may_be_killed_while_it_starts(
    start: Run, dateline: Run, unbroken: tuple[bytes, bytes], wait: float
) -> None:
    end = time.monotonic() + wait
    kill(start(*COMMAND, "--resume"), lambda: time.monotonic() > end)

    dateline(*COMMAND, "--resume")

    assert (Path("out.jsonl").read_bytes(), Path("errors.jsonl").read_bytes()) == unbroken


def test_a_run_of_several_processes_may_be_killed_and_go_on_with_another_number(
    start: Run, dateline: Run, unbroken: tuple[bytes, bytes]
) -> None:
    kill(start(*COMMAND, "--workers", "2"), lambda: count_done() >= 5)
    kill(start(*COMMAND, "--workers", "3", "--resume"), lambda: count_done() >= 10)

    dateline(*COMMAND, "--resume")

    assert (Path("out.jsonl").read_bytes(), Path("errors.jsonl").read_bytes()) == unbroken


def test_an_interrupted_run_tells_how_to_go_on(start: Run, dateline: Run, unbroken: tuple[bytes, bytes]) -> None:
    child = start(*COMMAND)
    while count_done() < 5:
        time.sleep(0.001)
    child.send_signal(signal.SIGINT)
    _, err = child.communicate(timeout=60)

    done = dateline(*COMMAND, "--resume")

    assert child.returncode == 130
    assert b"out.jsonl.partial; go on with --resume\n" in err
    assert "done before the stop; going on from there\n" in done.stderr
    assert (Path("out.jsonl").read_bytes(), Path("errors.jsonl").read_bytes()) == unbroken


@pytest.mark.parametrize("room", [100, 1000, 4000])
def test_a_disk_that_is_full_is_told_and_the_run_goes_on_when_there_is_room(
    process: Run, dateline: Run, unbroken: tuple[bytes, bytes], room: int
) -> None:
    limit = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (room, limit[1]))  # handed on to the process
    try:
        full = process(*COMMAND)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limit)

    done = dateline(*COMMAND, "--resume")

    assert full.returncode == 4
    assert full.stderr.endswith(b"dateline: out.jsonl: File too large; make room and go on with --resume\n")
    assert b"Traceback" not in full.stderr
    assert done.exit_code == 1
    assert (Path("out.jsonl").read_bytes(), Path("errors.jsonl").read_bytes()) == unbroken


def test_with_nothing_to_go_on_from_a_run_just_runs(dateline: Run, paper: Path) -> None:
    plain, written = go(dateline), Path("out.jsonl").read_bytes()
    Path("out.jsonl").unlink()
    resumed = go(dateline, "--resume")

    assert Path("out.jsonl").read_bytes() == written
    assert plain.stderr == resumed.stderr


def go(dateline: Run, *options: object) -> Any:
    return dateline("extract", *sorted(Path("news").iterdir()), "-o", "out.jsonl", *options)


def leave_half(dateline: Run) -> None:
    """Leave what a run leaves that is stopped behind its tenth article."""
    Path("news/10.txt").rename("aside")
    Path("news/10.txt").write_text("Head\nNO MODEL\n", encoding="utf-8")
    assert go(dateline).exit_code == 3
    Path("aside").replace("news/10.txt")
    assert Path("out.jsonl.partial").exists()


def test_a_journal_that_is_gone_is_told_and_the_run_starts_anew(dateline: Run, paper: Path) -> None:
    go(dateline)
    written = Path("out.jsonl").read_bytes()
    Path("out.jsonl").unlink()
    leave_half(dateline)
    Path("out.jsonl.journal").unlink()

    result = go(dateline, "--resume")

    assert "the journal of the stopped run is missing or damaged; starting anew" in result.stderr
    assert Path("out.jsonl").read_bytes() == written


def test_a_renamed_article_is_still_done_and_a_new_one_is_not(dateline: Run, paper: Path) -> None:
    leave_half(dateline)
    Path("news/01.txt").rename("news/99.txt")
    Path("news/00.txt").write_text("Another\nINCIDENT Elsewhere\n", encoding="utf-8")

    go(dateline, "--resume")

    towns = [json.loads(line)["place"]["locality"] for line in Path("out.jsonl").read_text().splitlines()]
    assert towns.count("Town 1") == 2  # of two articles
    assert towns.count("Elsewhere") == 1


def test_an_article_that_is_gone_keeps_its_records_and_is_told(dateline: Run, paper: Path) -> None:
    leave_half(dateline)
    Path("news/05.txt").unlink()

    result = go(dateline, "--resume")

    assert "1 article done before the stop not found among the sources any more; the records stay\n" in result.stderr
    assert '"Town 5"' in Path("out.jsonl").read_text()


def test_a_failure_that_is_mended_gives_its_records(dateline: Run, paper: Path) -> None:
    leave_half(dateline)
    Path("news/04.txt").write_text("Head\nINCIDENT Mended\n", encoding="utf-8")

    go(dateline, "--errors", "errors.jsonl", "--resume")

    assert '"Mended"' in Path("out.jsonl").read_text()
    assert [json.loads(line)["source"] for line in Path("errors.jsonl").read_text().splitlines()] == ["news/11.txt"]


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["--published", "2026-11-20"], "--published was not given, now 2026-11-20"),
        (["--encoding", "latin1"], "--encoding was not given, now iso8859-1"),
        (["--max-chars", "500"], "--max-chars was not given, now 500"),
        (["--roles", "main"], "--roles was not given, now main"),
        (["--min-confidence", "0.5"], "--min-confidence was not given, now 0.5"),
        (["--shard", "1/2"], "--shard was not given, now 1/2"),
        (["--lexicon", "list"], "--lexicon was not given, now a file of digest "),
        (["--places", "list"], "--places was not given, now a file of digest "),
        (["--model", "other"], ", now other"),
    ],
)
def test_other_settings_are_refused_in_one_line(dateline: Run, paper: Path, options: list[str], told: str) -> None:
    leave_half(dateline)
    before = Path("out.jsonl.partial").read_bytes(), Path("out.jsonl.journal").read_bytes()

    result = go(dateline, "--resume", *options)

    assert result.exit_code == 4
    assert told in result.stderr
    assert result.stderr.endswith("; use those again, or leave out --resume to start anew\n")
    assert len(result.stderr.splitlines()) == 1
    assert before == (Path("out.jsonl.partial").read_bytes(), Path("out.jsonl.journal").read_bytes())


@pytest.mark.parametrize("options", [["-v"], ["-q"], ["--errors", "e"], ["--max-chars", "1000000"]])
def test_settings_that_change_no_line_may_change(dateline: Run, paper: Path, options: list[str]) -> None:
    leave_half(dateline)

    assert go(dateline, "--resume", *options).exit_code == 1


@pytest.mark.parametrize(
    "options", [[], ["-o", "-"], ["-o", "out.json"], ["-o", "out.jsonl", "--format", "table"]], ids=str
)
def test_only_lines_in_a_file_can_be_gone_on_with(dateline: Run, paper: Path, options: list[str]) -> None:
    result = dateline("extract", "news", "--resume", *options)

    assert result.exit_code == 2
    assert "goes with JSON lines in a file: -o FILE.jsonl" in " ".join(result.stderr.replace("│", " ").split())


def test_a_device_cannot_be_gone_on_with(dateline: Run, paper: Path) -> None:
    result = dateline("extract", "news", "--resume", "-o", "/dev/null")

    assert result.exit_code == 4
    assert result.stderr == "dateline: /dev/null: --resume goes with JSON lines in an ordinary file only\n"


def test_a_second_run_into_the_same_file_is_refused(start: Run, dateline: Run, paper: Path) -> None:
    Path("sleep.txt").write_text("Head\nSLEEP\n", encoding="utf-8")
    child = start("extract", "sleep.txt", "-o", "out.jsonl")
    while not Path("out.jsonl.partial").exists():
        time.sleep(0.01)

    results = [go(dateline, *more) for more in ([], ["--resume"])]
    child.kill()
    child.communicate()

    for result in results:
        assert result.exit_code == 4
        assert result.stderr == (
            "dateline: out.jsonl: another run is writing it; wait for that one, or choose another file\n"
        )
    assert go(dateline, "--resume").exit_code == 1


def test_what_a_run_writes_into_its_own_sources_is_no_source(paper: Path) -> None:
    from dateline_cli import library

    mine = [Path("news/out.jsonl"), Path("news/out.jsonl.partial").resolve()]
    for path in (*mine, Path("news/other.jsonl")):
        path.write_text('{"text": "Some text."}\n', encoding="utf-8")

    def find(*sources: str) -> list[str]:
        options: dict[str, Any] = {"published": None, "encoding": None, "max_chars": None, "in_thread": False}
        return [unit.source for unit in library.read_units(sources, **options, leave_out=mine)]

    assert len(find("news")) == len(find("news/*")) == ARTICLES + 1
    assert find("news/out.jsonl") == ["news/out.jsonl#1"]  # asked for by its name


ARTICLE = """Bomb kills {killed} at a market in {town}

{town}, May 3, 2016 - A bomb exploded in a crowded market in {town} on Monday, killing {killed} people, police said.
"""


@pytest.mark.slow
def test_the_real_extractor_goes_on_after_kills(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("news").mkdir()
    for number, town in enumerate(["Mosul", "Kabul", "Karachi", "Basra", "Kirkuk", "Aden", "Idlib"] * 3):
        text = ARTICLE.format(town=town, killed=number + 2) if number % 5 else "Buses\n\nThey stood still on Monday.\n"
        Path(f"news/{number:02}.txt").write_text(text, encoding="utf-8")
    command = [sys.executable, "-m", "dateline_cli", "extract", "news", "-o"]
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
    subprocess.run([*command, "whole.jsonl"], env=environment, check=True)

    for stop in (0, 3, 11, 18):
        child = subprocess.Popen(
            [*command, "out.jsonl", "--resume"], env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )
        kill(child, lambda stop=stop: count_done() >= stop)  # type: ignore[misc]
    subprocess.run([*command, "out.jsonl", "--resume"], env=environment, check=True)

    assert Path("out.jsonl").read_bytes() == Path("whole.jsonl").read_bytes()
    assert len(Path("whole.jsonl").read_bytes().splitlines()) >= 16
