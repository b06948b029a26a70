"""Addresses, over the file systems of pyarrow that need no network."""

from __future__ import annotations

import gzip
import json
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from dateline.articles import Failure
from dateline.errors import ConfigurationError
from dateline.read import Unit, read_units, remote

pytestmark = pytest.mark.ray

TEXT = "Bomb kills two\n\nA bomb killed two people in Mosul on Monday.\n"


@pytest.fixture(autouse=True)
def no_file_system_is_kept() -> Iterator[None]:
    remote._open_system.cache_clear()
    yield
    remote._open_system.cache_clear()


@pytest.fixture
def bucket(tmp_path: Path) -> Path:
    pytest.importorskip("pyarrow")
    for name in ("b.txt", "a/2.txt", "a/1.txt", "a/.hidden.txt", "a/deep/x.txt", ".git/config.txt", "a b%20.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(TEXT)
    return tmp_path


def sources(*paths: str) -> list[str]:
    return [item.source for item in read_units(paths)]


def test_a_folder_is_read_as_its_path_would_be(bucket: Path) -> None:
    by_path = [item for item in read_units([str(bucket)]) if isinstance(item, Unit)]
    by_address = [item for item in read_units([f"file://{bucket}/"]) if isinstance(item, Unit)]

    assert len(by_path) == 5
    assert [unit.source for unit in by_address] == [f"file://{unit.source}" for unit in by_path]
    assert [unit.key for unit in by_address] == [unit.key for unit in by_path]


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        ("a/*.txt", ["a/1.txt", "a/2.txt"]),
        ("*/deep", ["a/deep/x.txt"]),
        ("**/x.txt", ["a/deep/x.txt"]),
        ("b.*", ["b.txt"]),
    ],
)
def test_a_pattern_gives_its_files(bucket: Path, pattern: str, found: list[str]) -> None:
    assert sources(f"file://{bucket}/{pattern}") == [f"file://{bucket}/{name}" for name in found]


def test_what_is_escaped_in_an_address_is_a_letter_of_the_name(bucket: Path) -> None:
    assert sources(f"file://{bucket}/a%20b%2520.txt") == [f"file://{bucket}/a b%20.txt"]


@pytest.mark.parametrize(
    ("name", "fault"),
    [
        ("gone.txt", "no such file or folder; check the address"),
        ("gone*", "the pattern matches no file; check it"),
        ("empty", "an empty folder; put articles in it"),
    ],
)
def test_what_is_not_there_is_one_failure(bucket: Path, name: str, fault: str) -> None:
    (bucket / "empty").mkdir()

    (item,) = read_units([f"file://{bucket}/{name}"])

    assert item == Failure(source=f"file://{bucket}/{name}", stage="read", message=f"file://{bucket}/{name}: {fault}")


@pytest.mark.parametrize("address", ["nosuch://host/x", "https://example.org/a.html", "s3n+odd://x"])
def test_an_address_that_nobody_knows_is_one_failure(address: str) -> None:
    pytest.importorskip("pyarrow")

    (item,) = read_units([address])

    assert isinstance(item, Failure)
    assert item.message.startswith(f"{address}: ")


def test_archives_and_packed_files_are_read(bucket: Path) -> None:
    with zipfile.ZipFile(bucket / "news.zip", "w") as archive:
        archive.writestr("one.txt", TEXT)
        archive.writestr("two.txt", TEXT)
    rows = "".join(json.dumps({"id": f"r{number}", "text": TEXT}) + "\n" for number in range(3))
    (bucket / "rows.jsonl.gz").write_bytes(gzip.compress(rows.encode()))

    found = sources(f"file://{bucket}/news.zip", f"file://{bucket}/rows.jsonl.gz")

    assert [name.rpartition("/")[2] for name in found] == [
        "news.zip#one.txt",
        "news.zip#two.txt",
        *(f"rows.jsonl.gz#r{number}" for number in range(3)),
    ]


def test_a_bucket_is_listed_folder_by_folder_and_read_in_blocks(bucket: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from pyarrow import fs

    asked: list[str] = []

    class Bucket:
        def __init__(self) -> None:
            self.inner = fs.SubTreeFileSystem(str(bucket), fs.LocalFileSystem())

        def get_file_info(self, what: object) -> object:
            asked.append(getattr(what, "base_dir", what))  # type: ignore[arg-type]
            return self.inner.get_file_info(what)

        def open_input_file(self, path: str) -> object:
            asked.append(path)
            return self.inner.open_input_file(path)

    monkeypatch.setattr(remote, "_open_system", lambda base, query: (Bucket(), ""))
    items = read_units(["s3://news/a?region=eu-north-1"])

    assert next(items).source == "s3://news/a/1.txt"
    assert asked == ["/a", "/a", "/a/1.txt"]
    assert [item.source for item in items] == ["s3://news/a/2.txt", "s3://news/a/deep/x.txt"]


def test_a_file_that_breaks_off_is_one_failure(bucket: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(file: remote.RemoteFile) -> None:
        raise OSError("When reading 'b.txt': Error ACCESS_DENIED: no more.\nDetails")

    monkeypatch.setattr(remote.RemoteFile, "open", refuse)

    (item,) = read_units([f"file://{bucket}/b.txt"])

    assert isinstance(item, Failure)
    assert "b.txt: cannot be read (When reading 'b.txt': Error ACCESS_DENIED: no more); check" in item.message


def test_a_missing_pyarrow_is_told_with_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)

    with pytest.raises(ConfigurationError, match=r"s3://news: needs pyarrow .*; pip install 'dateline\[cloud\]'"):
        list(read_units(["s3://news/a.txt"]))


def test_a_file_whose_name_looks_like_an_address_is_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("s3:").mkdir()
    Path("s3:", "a.txt").write_text(TEXT)

    assert sources("s3://a.txt") == ["s3://a.txt"]
