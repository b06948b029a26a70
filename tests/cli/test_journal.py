"""Going on after a stop: whatever is left of the two files, the end is the same."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline_cli.journal import JournaledFile
from dateline_cli.status import OutputError

SETTINGS = {"version": "1", "--published": "2026-11-20"}
# Contents, with the lines that each gives: two have none, one comes three times.
ARTICLES = (
    ("a", b'{"town":"Mosul"}\n'),
    ("b", b""),
    ("c", '{"town":"Qaraçosh"}\n{"town":"Basra"}\n'.encode()),
    ("a", b'{"town":"Mosul"}\n'),
    ("d", b""),
    ("e", b'{"town":"Kirkuk"}\n' * 3),
    ("a", b'{"town":"Mosul"}\n'),
)
WHOLE = b"".join(lines for _, lines in ARTICLES)


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """No power is cut here."""
    monkeypatch.setattr(os, "fsync", lambda _: None)


def make_key(content: str) -> str:
    return hashlib.sha256(content.encode()).hexdigest()


def run(
    path: Path, *, articles: Iterable[tuple[str, bytes]] = ARTICLES, stop: int | None = None, resume: bool = True
) -> int:
    """Write the articles that are not done; stop without a word before the one of number `stop`; return the done."""
    file = JournaledFile(path, settings=SETTINGS, resume=resume)
    done = 0
    for number, (content, lines) in enumerate(articles):
        if number == stop:
            file._data.close()
            file._journal.close()
            return done
        if file.take(make_key(content)):
            done += 1
        else:
            file.write(lines, key=make_key(content))
    file.commit()
    return done


def sides(path: Path) -> tuple[Path, Path]:
    return path.with_name(f"{path.name}.partial"), path.with_name(f"{path.name}.journal")


@pytest.fixture
def stopped(tmp_path: Path) -> Iterator[tuple[Path, bytes, bytes]]:
    """A run that ended without a word behind its sixth article: the result's path, and the bytes it left."""
    path = tmp_path / "out.jsonl"
    run(path, stop=6)
    partial, journal = sides(path)
    yield path, partial.read_bytes(), journal.read_bytes()


def test_a_run_that_is_not_stopped_leaves_the_result_alone(tmp_path: Path) -> None:
    run(tmp_path / "out.jsonl")

    assert (tmp_path / "out.jsonl").read_bytes() == WHOLE
    assert [path.name for path in tmp_path.iterdir()] == ["out.jsonl"]


@pytest.mark.parametrize("stop", range(len(ARTICLES)))
def test_what_is_done_is_not_done_again(tmp_path: Path, stop: int) -> None:
    path = tmp_path / "out.jsonl"
    run(path, stop=stop)

    assert run(path) == stop
    assert path.read_bytes() == WHOLE


def test_a_run_may_be_stopped_at_every_article(tmp_path: Path) -> None:
    path = tmp_path / "out.jsonl"
    for stop in range(len(ARTICLES)):
        run(path, stop=stop)

    run(path)

    assert path.read_bytes() == WHOLE


def finish(path: Path, data: bytes, journal: bytes) -> bytes:
    for side, content in zip(sides(path), (data, journal), strict=True):
        side.write_bytes(content)
    path.unlink(missing_ok=True)
    run(path)
    return path.read_bytes()


def test_the_journal_may_be_torn_at_every_byte(stopped: tuple[Path, bytes, bytes]) -> None:
    path, data, journal = stopped

    for size in range(len(journal)):
        assert finish(path, data, journal[:size]) == WHOLE, size


def test_the_lines_may_be_torn_at_every_byte(stopped: tuple[Path, bytes, bytes]) -> None:
    path, data, journal = stopped

    for size in range(len(data)):
        assert finish(path, data[:size], journal) == WHOLE, size


@pytest.mark.parametrize("tail", [b"\0" * 4096, b"\n", b"\xff\xfe garbage \n", b"{", b" ", b"0 0 0 0\n" * 3])
def test_garbage_behind_the_end_is_cut_off(stopped: tuple[Path, bytes, bytes], tail: bytes) -> None:
    path, data, journal = stopped

    assert finish(path, data + tail, journal) == WHOLE
    assert finish(path, data, journal + tail) == WHOLE
    assert finish(path, data + tail, journal + tail) == WHOLE


def test_every_byte_may_be_damaged(stopped: tuple[Path, bytes, bytes]) -> None:
    path, data, journal = stopped

    for at in range(len(data)):
        assert finish(path, data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :], journal) == WHOLE, at
    for at in range(len(journal)):
        assert finish(path, data, journal[:at] + bytes([journal[at] ^ 1]) + journal[at + 1 :]) == WHOLE, at


def test_a_line_of_the_journal_may_be_missing(stopped: tuple[Path, bytes, bytes]) -> None:
    path, data, journal = stopped
    lines = journal.splitlines(keepends=True)

    for number in range(len(lines)):
        assert finish(path, data, b"".join(lines[:number] + lines[number + 1 :])) == WHOLE, number


def test_one_of_the_two_files_may_be_missing(stopped: tuple[Path, bytes, bytes]) -> None:
    path, _, journal = stopped
    sides(path)[0].unlink()
    run(path)
    assert path.read_bytes() == WHOLE

    assert finish(path, WHOLE, journal) == WHOLE
    run(path, stop=4)
    sides(path)[1].unlink()
    run(path)
    assert path.read_bytes() == WHOLE


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=100)
@given(
    stops=st.lists(
        st.tuples(st.integers(0, len(ARTICLES)), st.integers(0, 400), st.integers(0, 900), st.binary(max_size=9)),
        max_size=6,
    )
)
def test_any_chain_of_stops_and_losses_ends_in_the_same_file(
    tmp_path: Path, stops: list[tuple[int, int, int, bytes]]
) -> None:
    path = tmp_path / "out.jsonl"
    path.unlink(missing_ok=True)
    for stop, data_kept, journal_kept, garbage in stops:
        run(path, stop=stop)
        for side, size in zip(sides(path), (data_kept, journal_kept), strict=True):
            if side.exists():
                side.write_bytes(side.read_bytes()[:size] + garbage)

    run(path)

    assert path.read_bytes() == WHOLE
    assert not any(side.exists() for side in sides(path))


def test_a_stop_between_the_new_name_and_the_end_of_the_journal_costs_nothing(tmp_path: Path) -> None:
    path = tmp_path / "out.jsonl"
    run(path, stop=len(ARTICLES) - 1)
    partial, journal = sides(path)
    file = JournaledFile(path, settings=SETTINGS, resume=True)
    file.write(ARTICLES[-1][1], key=make_key(ARTICLES[-1][0]))
    left = journal.read_bytes()
    file.commit()
    journal.write_bytes(left)

    assert run(path) == len(ARTICLES)
    assert path.read_bytes() == WHOLE
    assert not journal.exists()
    assert not partial.exists()


def test_an_older_result_is_not_taken_for_that_of_the_stopped_run(stopped: tuple[Path, bytes, bytes]) -> None:
    path, _, _ = stopped
    path.write_bytes(b"older\n")
    sides(path)[0].unlink()

    run(path)

    assert path.read_bytes() == WHOLE


def test_without_resume_a_run_starts_anew(stopped: tuple[Path, bytes, bytes]) -> None:
    path, _, _ = stopped

    assert run(path, articles=ARTICLES[:1], resume=False) == 0
    assert path.read_bytes() == ARTICLES[0][1]


def test_other_settings_are_refused_and_nothing_is_touched(stopped: tuple[Path, bytes, bytes]) -> None:
    path, data, journal = stopped

    with pytest.raises(OutputError) as refusal:
        JournaledFile(path, settings={"version": "1", "--roles": "main"}, resume=True)

    assert str(refusal.value) == (
        f"{path}.partial: begun with other settings (--published was 2026-11-20, now not given, --roles was not given, "
        "now main); use those again, or leave out --resume to start anew"
    )
    assert [side.read_bytes() for side in sides(path)] == [data, journal]
    assert run(path) == 6


def test_two_runs_on_one_file_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "out.jsonl"
    first = JournaledFile(path, settings=SETTINGS, resume=False)

    for resume in (False, True):
        with pytest.raises(OutputError, match="another run is writing it; wait for that one, or choose another file"):
            JournaledFile(path, settings=SETTINGS, resume=resume)

    first.write(b"one\n", key="one")
    first.commit()
    assert path.read_bytes() == b"one\n"
    JournaledFile(path, settings=SETTINGS, resume=True).abandon()


def test_a_stop_before_the_first_article_leaves_nothing(tmp_path: Path) -> None:
    file = JournaledFile(tmp_path / "out.jsonl", settings=SETTINGS, resume=True)

    assert file.abandon() is None
    assert not list(tmp_path.iterdir())


def test_a_stop_leaves_what_an_earlier_run_had_done(stopped: tuple[Path, bytes, bytes]) -> None:
    path, data, _ = stopped

    kept = JournaledFile(path, settings=SETTINGS, resume=True).abandon()

    assert kept == sides(path)[0]
    assert kept.read_bytes() == data
    assert run(path) == 6


def test_what_was_done_is_counted(stopped: tuple[Path, bytes, bytes]) -> None:
    path, _, _ = stopped

    file = JournaledFile(path, settings=SETTINGS, resume=True)

    assert (file.progress.articles, file.progress.incidents, file.left) == (6, 7, 6)
    file.take(make_key("a"))
    assert file.left == 5
    file.abandon()


@pytest.mark.parametrize("fault", ["folder", "partial"])
def test_files_that_cannot_be_made_are_told(tmp_path: Path, fault: str) -> None:
    path = tmp_path / ("absent/out.jsonl" if fault == "folder" else "out.jsonl")
    if fault == "partial":
        sides(path)[0].mkdir()

    with pytest.raises(OutputError, match=r"out\.jsonl: .*; choose another file"):
        JournaledFile(path, settings=SETTINGS, resume=True)

    assert not sides(path)[1].exists()


def test_settings_may_hold_any_text(tmp_path: Path) -> None:
    path = tmp_path / "out.jsonl"
    odd = {"--model": "caf\udce9 \u2028\n\\ 0"}
    JournaledFile(path, settings=odd, resume=False).write(b"one\n", key="one")

    file = JournaledFile(path, settings=odd, resume=True)

    assert file.progress.articles == 1
    file.abandon()


def test_an_end_that_fails_is_told_and_may_be_left(tmp_path: Path) -> None:
    path = tmp_path / "out.jsonl"
    file = JournaledFile(path, settings=SETTINGS, resume=False)
    file.write(b"one\n", key="one")
    sides(path)[0].unlink()

    with pytest.raises(OutputError, match="No such file"):
        file.commit()

    file.abandon()
    file.close()


def test_a_run_that_never_began_leaves_nothing(tmp_path: Path) -> None:
    JournaledFile(tmp_path / "out.jsonl", settings=SETTINGS, resume=False).close()

    assert not list(tmp_path.iterdir())


def test_an_interruption_while_the_files_are_made_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(_: int) -> None:
        monkeypatch.setattr(os, "fsync", lambda _: None)
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupt)

    with pytest.raises(KeyboardInterrupt):
        JournaledFile(tmp_path / "out.jsonl", settings=SETTINGS, resume=False)

    assert not list(tmp_path.iterdir())
