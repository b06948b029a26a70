from __future__ import annotations

import io
import json
import pickle
from pathlib import Path

import pytest

from dateline.articles import Article, Failure
from dateline.read import Format, ReadOptions, Unit, parse_unit, read_sources, read_units
from dateline.read.sources import find_files

STORY = "Gunmen killed two guards at a bank in the port on Monday, police said."
ROWS = [{"id": "x1", "text": STORY}, {"title": "A raid", "text": f"{STORY} A third was hurt.", "lang": "en"}]


def units(*paths: object, stdin: bytes | None = None, **settings: object) -> list[Unit]:
    stream = None if stdin is None else io.BytesIO(stdin)
    found = read_units(map(str, paths), options=ReadOptions(**settings), stdin=stream)  # type: ignore[arg-type]
    return [item for item in found if isinstance(item, Unit)]


def test_units_and_their_articles_are_what_read_sources_gives(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(STORY, encoding="utf-8")
    (tmp_path / "b.html").write_text(f"<html><body><p>{STORY * 3}</p></body></html>", encoding="utf-8")
    (tmp_path / "c.jsonl").write_text("\n".join([*map(json.dumps, ROWS), "{", "7"]), encoding="utf-8")
    (tmp_path / "d.md").write_text(f"# A raid\n\n{STORY}", encoding="utf-8")
    (tmp_path / "e.json").write_text(json.dumps({"articles": ROWS}), encoding="utf-8")
    (tmp_path / "f.txt").write_bytes(b"")
    paths = [str(tmp_path), str(tmp_path / "absent")]

    found = [item if isinstance(item, Failure) else parse_unit(item) for item in read_units(paths)]

    assert len(found) == 11
    assert found == list(read_sources(paths))


def test_a_unit_goes_to_another_process_whole(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text("\n".join(map(json.dumps, ROWS)), encoding="utf-8")

    for unit in units(path):
        assert pickle.loads(pickle.dumps(unit)) == unit


def test_entries_of_lines_and_lists_are_single_json_values(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(json.dumps(ROWS, indent=2), encoding="utf-8")
    (tmp_path / "b.jsonl").write_text("\n".join(map(json.dumps, ROWS)), encoding="utf-8")

    found = units(tmp_path)

    assert [unit.format for unit in found] == [Format.JSON] * 4
    assert [json.loads(unit.data) for unit in found] == ROWS * 2


def test_a_unit_of_json_is_utf_8_whatever_its_file_was(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_bytes(json.dumps([{"text": f"Émile: {STORY}"}], ensure_ascii=False).encode("utf-16"))

    (unit,) = units(path, encoding="utf-16")
    article = parse_unit(unit, ReadOptions(encoding="utf-16"))

    assert isinstance(article, Article)
    assert article.text == f"Émile: {STORY}"


def test_the_key_does_not_depend_on_where_an_article_lies(tmp_path: Path) -> None:
    for name in ("a.txt", "sub/b.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(STORY, encoding="utf-8")

    first, second = units(tmp_path)

    assert first.source != second.source
    assert first.key == second.key


def test_the_last_line_keeps_its_key_when_lines_are_added() -> None:
    before = units("-", stdin=json.dumps(ROWS[0]).encode())
    after = units("-", stdin="\r\n".join(map(json.dumps, ROWS)).encode())

    assert before[0].key == after[0].key


@pytest.mark.parametrize(
    "other",
    [
        Unit(source="a", data=b"Two died", suffix=".txt"),
        Unit(source="a", data=b"Two died.", suffix=".md"),
        Unit(source="a", data=b"Two died.", suffix=".txt", format=Format.TEXT),
    ],
    ids=["bytes", "suffix", "format"],
)
def test_the_key_changes_with_all_that_decides_the_article(other: Unit) -> None:
    assert other.key != Unit(source="a", data=b"Two died.", suffix=".txt").key


def test_wire_copy_in_brackets_is_marked_as_text(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_text(f'["] {STORY}', encoding="utf-8")
    bracketed = tmp_path / "b"
    bracketed.write_text(f"[ [REPORT] ] {STORY}", encoding="utf-8")

    (unit,) = units(bracketed)

    assert unit.format is Format.TEXT
    assert not units(path)


def test_a_damaged_unit_is_a_failure_with_its_source() -> None:
    for data in (b'{"text": ', b"\xff"):
        failed = parse_unit(Unit(source="a.json#1", data=data, format=Format.JSON))

        assert isinstance(failed, Failure)
        assert failed.message.startswith("a.json#1: malformed JSON")


def test_a_source_with_several_blanks_stays_itself_in_messages(tmp_path: Path) -> None:
    path = tmp_path / "a  b.json"
    path.write_text('{"title": "no text"}', encoding="utf-8")

    (failed,) = read_sources([str(path)])

    assert isinstance(failed, Failure)
    assert failed.message.startswith(f"{failed.source}: no text")


def test_folders_are_listed_one_after_another(tmp_path: Path) -> None:
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "x.txt").write_text(STORY, encoding="utf-8")
    found = find_files(str(tmp_path))

    first = next(found)
    (tmp_path / "b" / "y.txt").write_text(STORY, encoding="utf-8")

    assert [Path(name).name for name, _ in (first, *found)] == ["x.txt", "x.txt", "y.txt"]
