"""`show`, `text`, `schema` and `validate`."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]


@pytest.fixture
def paper(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, dateline: Run) -> Path:
    """The current folder, with an article, its records, and a second article."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")
    Path("a.txt").write_text("A headline\nINCIDENT Baghdad\nINCIDENT OLD Mosul\n", encoding="utf-8")
    Path("b.txt").write_text("Élan\nQuiet day.", encoding="utf-8")
    dateline("extract", "a.txt", "-o", "r.jsonl")
    return tmp_path


def test_a_card_tells_every_field_and_quotes_the_record(dateline: Run, paper: Path) -> None:
    result = dateline("show", "r.jsonl", "--index", "1")

    assert result.exit_code == 0
    for words in (
        "A headline",
        "shelling",
        "2026-11-17",
        '"on Tuesday"',
        "Baghdad, IQ",
        "5+ injured",
        "Red Lantern Brigade",
        "claimed",
        "denied",
        "diplomatic",
        '"seven rockets"',
        "by police",
        "overall 90%",
    ):
        assert words in result.stdout
    assert "Mosul" not in result.stdout


def test_with_the_article_a_card_quotes_the_evidence(dateline: Run, paper: Path) -> None:
    result = dateline("show", "r.jsonl", "--articles", "b.txt", "--articles", "a.txt", "--index", "2")

    assert 'OLD Mosul, IQ  locality, 33.31 44.36  "INCIDENT OLD Mosul"' in result.stdout
    assert result.stderr == ""


def test_an_article_that_is_not_among_those_given_is_told(dateline: Run, paper: Path) -> None:
    result = dateline("show", "r.jsonl", "--articles", "b.txt")

    assert result.exit_code == 0
    assert result.stderr == "dateline: a.txt: not among --articles, or changed since; nothing quoted\n"


def test_a_malformed_line_is_told_by_its_number_and_the_others_are_shown(dateline: Run, paper: Path) -> None:
    lines = Path("r.jsonl").read_text().splitlines()
    Path("r.jsonl").write_text("\n".join([lines[0], '{"id": 1', "", '{"id": 1}', lines[1]]), encoding="utf-8")

    result = dateline("show", "r.jsonl")

    assert result.exit_code == 1
    assert "Baghdad" in result.stdout
    assert "Mosul" in result.stdout
    faults = result.stderr.splitlines()
    assert faults[0].startswith("dateline: r.jsonl:2: not JSON: ")
    assert faults[1].startswith("dateline: r.jsonl:4: schema_version: missing key")


def test_an_array_and_a_pipe_are_shown_too(dateline: Run, paper: Path) -> None:
    array = dateline("extract", "a.txt", "--format", "json").stdout

    result = dateline("show", "-", input=array)

    assert result.exit_code == 0
    assert "Mosul" in result.stdout


@pytest.mark.parametrize("index", ["0", "3"])
def test_a_record_that_is_not_there_is_wrong_usage(dateline: Run, paper: Path, index: str) -> None:
    assert dateline("show", "r.jsonl", "--index", index).exit_code == 2


def test_a_file_of_records_that_is_not_there_is_told(dateline: Run, paper: Path) -> None:
    result = dateline("show", "absent.jsonl")

    assert result.exit_code == 1
    assert result.stderr == "dateline: absent.jsonl: No such file or directory; give a file of records\n"


def test_a_file_that_cannot_be_read_does_not_end_the_run(dateline: Run, paper: Path) -> None:
    checked = dateline("validate", "absent.jsonl", ".", "r.jsonl")
    linked = dateline("link", "absent.jsonl", "r.jsonl")

    assert (checked.exit_code, linked.exit_code) == (1, 1)
    assert checked.stderr.endswith("dateline: 2 records valid, 2 not\n")
    assert len(linked.stdout.splitlines()) == 2


@pytest.mark.parametrize("arguments", [["validate", "-", "-"], ["link", "-", "-"], ["show", "-", "--articles", "-"]])
def test_standard_input_is_read_once(dateline: Run, paper: Path, arguments: list[str]) -> None:
    result = dateline(*arguments, input=Path("r.jsonl").read_text())

    assert result.exit_code == 2
    assert "standard input can be read once" in result.stderr


@pytest.mark.parametrize("head", ["\ufeff", "\n \n", "\ufeff\n"], ids=["mark", "blank lines", "both"])
@pytest.mark.parametrize("form", ["json", "jsonl"])
def test_what_stands_before_the_records_does_no_harm(dateline: Run, paper: Path, head: str, form: str) -> None:
    records = dateline("extract", "a.txt", "--format", form).stdout
    Path("s").write_text(head + records, encoding="utf-8")

    assert dateline("validate", "s").stderr == "dateline: 2 records valid\n"


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (gzip.compress(b"{}"), "s: gzip data; unpack it first"),
        (b"\xff\n", "s:1: not JSON: not UTF-8"),
        (b"[\xff]", "s: not JSON: not UTF-8"),
    ],
    ids=["packed", "line", "array"],
)
def test_bytes_that_are_no_text_are_told(dateline: Run, paper: Path, content: bytes, told: str) -> None:
    Path("s").write_bytes(content)

    assert dateline("validate", "s", "-q").stderr == f"dateline: {told}\n"


def test_a_card_fits_a_narrow_terminal_and_obeys_no_control_character(
    dateline: Run, paper: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    record = json.loads(Path("r.jsonl").read_text().splitlines()[0])
    record["article"]["title"] = "[bold]\x1b[2J" + "long" * 30
    record["place"]["locality"] = "\x1b]0;title\x07Town"
    Path("evil.jsonl").write_text(json.dumps(record), encoding="utf-8")

    result = dateline("show", "evil.jsonl")

    assert result.exit_code == 0
    assert not {"\x1b", "\x07"} & set(result.stdout)
    assert max(map(len, result.stdout.splitlines())) <= 40


def test_text_is_what_the_offsets_count(dateline: Run, paper: Path) -> None:
    text = dateline("text", "a.txt").stdout
    record = json.loads(Path("r.jsonl").read_text().splitlines()[0])

    ((start, end),) = record["evidence"]["place"]

    assert text[start:end] == "INCIDENT Baghdad"


def test_the_texts_of_several_articles_are_parted_by_their_sources(dateline: Run, paper: Path) -> None:
    result = dateline("text", "a.txt", "absent.txt", "b.txt")

    assert result.exit_code == 1
    assert result.stdout.startswith("==> a.txt <==\nA headline\n")
    assert "\n\n==> b.txt <==\nÉlan\nQuiet day.\n" in result.stdout
    assert result.stderr == "dateline: absent.txt: No such file or directory\n"


def test_blocks_come_with_offsets_and_kinds(dateline: Run, paper: Path) -> None:
    assert dateline("text", "--blocks", "b.txt").stdout == "0\t4\ttitle\tÉlan\n5\t15\tbody\tQuiet day.\n"


def test_the_schema_is_printed_as_it_is_committed(dateline: Run) -> None:
    schema = json.loads(dateline("schema").stdout)

    assert schema["$id"] == "urn:dateline:record:1"


def test_records_of_extract_are_valid(dateline: Run, paper: Path) -> None:
    result = dateline("validate", "r.jsonl")

    assert result.exit_code == 0
    assert result.stderr == "dateline: 2 records valid\n"


def test_a_record_made_wrongly_by_hand_is_told(dateline: Run, paper: Path) -> None:
    record = json.loads(Path("r.jsonl").read_text().splitlines()[0])
    record["casualties"]["killed"]["best"] = -1

    result = dateline("validate", "-q", "-", "r.jsonl", input=json.dumps(record))

    assert result.exit_code == 1
    assert result.stderr == "dateline: standard input:1: casualties.killed.best: -1 is below 0\n"


def test_linking_adds_the_same_key_to_records_of_one_happening(dateline: Run, paper: Path) -> None:
    Path("c.txt").write_text("Another headline\nINCIDENT Baghdad\n", encoding="utf-8")
    dateline("extract", "c.txt", "-o", "s.jsonl")

    result = dateline("link", "r.jsonl", "s.jsonl")

    assert result.exit_code == 0
    records = [json.loads(line) for line in result.stdout.splitlines()]
    assert [record["article"]["source"] for record in records] == ["a.txt", "a.txt", "c.txt"]
    assert records[0]["cluster"] == records[2]["cluster"] != records[1]["cluster"]
    assert result.stderr == "dateline: 3 records, 2 happenings\n"
    assert dateline("validate", "-", input=result.stdout).exit_code == 0
    assert dateline("show", "-", input=result.stdout).exit_code == 0


def test_happenings_are_shown_with_the_articles_that_tell_of_them(dateline: Run, paper: Path) -> None:
    Path("c.txt").write_text("Another headline\nINCIDENT Baghdad\n", encoding="utf-8")
    dateline("extract", "c.txt", "-o", "s.jsonl")

    result = dateline("link", "r.jsonl", "s.jsonl", "--format", "table", "-q")

    assert "(+1)" in result.stdout
    assert "Mosul" in result.stdout
    assert result.stderr == ""


def test_linking_writes_an_array_into_a_json_file_and_tells_a_malformed_line(dateline: Run, paper: Path) -> None:
    with Path("r.jsonl").open("a", encoding="utf-8") as lines:
        lines.write("{}\n")

    result = dateline("link", "r.jsonl", "-o", "linked.json", "-q")

    assert result.exit_code == 1
    assert result.stderr.startswith("dateline: r.jsonl:3: ")
    assert [record["role"] for record in json.loads(Path("linked.json").read_text())] == ["main", "background"]


def test_linking_nothing_writes_nothing(dateline: Run, paper: Path) -> None:
    result = dateline("link", "-", input="")

    assert (result.exit_code, result.stdout) == (0, "")
