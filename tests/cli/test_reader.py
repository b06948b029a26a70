"""The command line over the library's own reader; only the extractor is a fake."""

from __future__ import annotations

import gzip
import json
import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from typer.testing import CliRunner

from dateline.batch import run_units
from dateline_cli import library
from dateline_cli.main import app

GOOD = "Rockets strike a quarter of the town\n\nThe army said that nobody was hurt.\n\nINCIDENT Baghdad\n"


@pytest.fixture
def run(fake: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[..., Any]:
    def extract_units(units: Iterable[Any], *, max_chars: int | None, **_: object) -> Iterator[Any]:
        options = library.make_read_options(published=None, encoding=None, max_chars=max_chars)
        return run_units(units, fake.Setup(options))

    monkeypatch.setattr(library, "extract_units", extract_units)
    monkeypatch.chdir(tmp_path)
    Path("good.txt").write_text(GOOD, encoding="utf-8")
    return lambda *args, **settings: CliRunner().invoke(app, list(args), **settings)


def make_empty() -> str:
    Path("bad.txt").touch()
    return "bad.txt"


def make_blank() -> str:
    Path("bad.txt").write_text(" \n\n\t\n", encoding="utf-8")
    return "bad.txt"


def make_binary() -> str:
    Path("bad.bin").write_bytes(b"\x7fELF\x02\x01\0\0\0" + bytes(range(256)) * 20)
    return "bad.bin"


def make_cut_gzip() -> str:
    Path("bad.txt.gz").write_bytes(gzip.compress(GOOD.encode() * 100)[:-20])
    return "bad.txt.gz"


def make_cut_json() -> str:
    Path("bad.json").write_text('{"title": "Head", "text": "Body', encoding="utf-8")
    return "bad.json"


def make_absent() -> str:
    return "absent.txt"


def make_empty_folder() -> str:
    Path("folder").mkdir()
    return "folder"


def make_unreadable() -> str:
    if os.geteuid() == 0:
        pytest.skip("root may read everything")
    Path("secret.txt").touch(mode=0o000)
    return "secret.txt"


def make_pattern_without_match() -> str:
    return "*.nothing"


MAKERS = [
    make_empty,
    make_blank,
    make_binary,
    make_cut_gzip,
    make_cut_json,
    make_absent,
    make_empty_folder,
    make_unreadable,
    make_pattern_without_match,
]


@pytest.mark.parametrize("make", MAKERS, ids=lambda make: make.__name__.removeprefix("make_"))
def test_a_bad_source_is_one_line_on_stderr_and_the_good_one_is_written(
    run: Callable[..., Any], make: Callable[[], str]
) -> None:
    source = make()

    result = run("extract", "-q", source, "good.txt")

    assert result.exit_code == 1
    assert [json.loads(line)["place"]["locality"] for line in result.stdout.splitlines()] == ["Baghdad"]
    (line,) = result.stderr.splitlines()
    assert line.startswith(f"dateline: {source}: ")


def test_a_cut_line_of_json_lines_is_told_by_its_number(run: Callable[..., Any]) -> None:
    good = json.dumps({"id": "n1", "title": "Rockets strike a town", "text": GOOD})
    Path("wire.jsonl").write_text("\n".join([good, good[:40], good.replace("n1", "n3")]), encoding="utf-8")

    result = run("extract", "-q", "wire.jsonl")

    assert result.exit_code == 1
    assert len(result.stdout.splitlines()) == 2
    (line,) = result.stderr.splitlines()
    assert line.startswith("dateline: wire.jsonl")
    assert "2" in line


def test_a_folder_and_a_pattern_stand_for_their_files(run: Callable[..., Any]) -> None:
    Path("wire").mkdir()
    for name in ("a.txt", "b.txt"):
        Path("wire", name).write_text(GOOD, encoding="utf-8")

    from_folder = run("extract", "wire")
    from_pattern = run("extract", "wire/*.txt")

    assert from_folder.exit_code == from_pattern.exit_code == 0
    assert from_folder.stdout == from_pattern.stdout
    assert len(from_folder.stdout.splitlines()) == 2


def test_an_article_over_the_limit_is_told_with_the_option_that_raises_it(run: Callable[..., Any]) -> None:
    result = run("extract", "good.txt", "--max-chars", "20")

    assert result.exit_code == 1
    assert "--max-chars" in result.stderr


def test_the_articles_are_counted_beforehand_where_files_hold_one_each(run: Callable[..., Any]) -> None:
    Path("wire").mkdir()
    for name in ("a.txt", "b.html"):
        Path("wire", name).touch()

    assert library.count_articles(["good.txt", "wire", "absent"]) == 4
    Path("wire", "c.jsonl").touch()
    assert library.count_articles(["good.txt", "wire"]) is None
    assert library.count_articles(["-"]) is None
