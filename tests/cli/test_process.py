"""What only a process of its own, a pipe, a signal or a terminal shows."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]
# Not pydantic: newer versions of Typer bring it themselves.
HEAVY = {"dateline", "spacy", "trafilatura", "numpy", "thinc", "lxml", "orjson"}


@pytest.fixture
def paper(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("one.txt").write_text("Élan vital\nINCIDENT Qaraçosh\n", encoding="utf-8")
    Path("sleep.txt").write_text("A headline\nSLEEP\n", encoding="utf-8")
    Path("absent.jsonl").write_text("{\n", encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    "arguments",
    [
        *(["--help"], ["--version"], ["extract", "--help"], ["link", "-h"]),
        *(["muc4", "-h"], ["show", "-h"], ["text", "-h"], ["schema", "-h"]),
    ],
)
def test_help_imports_nothing_heavy(arguments: list[str]) -> None:
    code = (
        "import sys\n"
        "from dateline_cli.main import main\n"
        f"sys.argv = ['dateline', *{arguments!r}]\n"
        "try:\n    main()\n"
        "except SystemExit as end:\n    assert end.code == 0\n"
        "print('|'.join(sorted({name.split('.')[0] for name in sys.modules})), file=sys.stderr)"
    )

    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(path for path in sys.path if path)},
        check=True,
    )

    assert not HEAVY & set(done.stderr.strip().split("|"))


def test_every_article_is_written_before_the_next_is_read(start: Run, paper: Path) -> None:
    child = start("extract", "one.txt", "sleep.txt")

    line = child.stdout.readline()

    assert child.poll() is None
    assert json.loads(line)["place"]["locality"] == "Qaraçosh"
    child.kill()
    child.communicate()


def interrupt(child: subprocess.Popen[bytes], ready: Callable[[], bool]) -> tuple[int, str, str]:
    deadline = time.monotonic() + 30
    while not ready() and time.monotonic() < deadline:
        time.sleep(0.05)
    child.send_signal(signal.SIGINT)
    out, err = child.communicate(timeout=30)
    return child.returncode, out.decode(), err.decode()


def test_an_interruption_keeps_the_finished_lines_beside_the_file(start: Run, paper: Path) -> None:
    partial = Path("out.jsonl.partial")
    child = start("extract", "one.txt", "sleep.txt", "-o", "out.jsonl")

    status, _, err = interrupt(child, lambda: partial.exists() and partial.stat().st_size > 0)

    assert status == 130
    assert json.loads(partial.read_text(encoding="utf-8"))["place"]["locality"] == "Qaraçosh"
    assert not Path("out.jsonl").exists()
    assert f"finished so far are in {partial.resolve()}" in err
    assert err.endswith("dateline: interrupted\n")
    assert "Traceback" not in err


def test_an_interrupted_array_is_still_json(start: Run, paper: Path) -> None:
    partial = Path("out.json.partial")
    child = start("extract", "one.txt", "sleep.txt", "-o", "out.json")

    status, _, _ = interrupt(child, lambda: partial.exists() and partial.stat().st_size > 0)

    assert status == 130
    assert len(json.loads(partial.read_text(encoding="utf-8"))) == 1


def test_an_interruption_before_the_first_record_leaves_nothing(start: Run, paper: Path) -> None:
    child = start("extract", "sleep.txt", "-o", "out.jsonl")

    status, _, err = interrupt(child, Path("out.jsonl.partial").exists)

    assert status == 130
    assert not list(Path().glob("out.jsonl*"))
    assert "Traceback" not in err


def test_a_closed_pipe_ends_the_program_silently(start: Run, paper: Path) -> None:
    Path("list").write_text("one.txt\n" * 500, encoding="utf-8")
    child = start("extract", "--files-from", "list")

    child.stdout.readline()
    child.stdout.close()
    err = child.stderr.read()
    child.stderr.close()

    assert child.wait(timeout=30) == -signal.SIGPIPE
    assert err == b""


@pytest.mark.parametrize("command", [["--help"], ["schema"]])
def test_a_closed_pipe_is_no_error_to_other_commands(command: list[str], start: Run) -> None:
    child = start(*command)

    child.stdout.close()
    err = child.stderr.read()
    child.stderr.close()

    assert child.wait(timeout=30) in {0, -signal.SIGPIPE}
    assert err == b""


@pytest.mark.parametrize(
    "settings",
    [
        {"LC_ALL": "C"},
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"PYTHONIOENCODING": "ascii"},
        {"PYTHONIOENCODING": "latin-1:strict"},
    ],
    ids=["C", "C without UTF-8 mode", "ascii", "latin-1"],
)
def test_records_are_utf_8_whatever_the_locale(process: Run, paper: Path, settings: dict[str, str]) -> None:
    done = process("extract", "-v", "one.txt", "fehlt-ü-中.txt", **settings)

    assert done.returncode == 1
    assert json.loads(done.stdout.decode("utf-8"))["place"]["locality"] == "Qaraçosh"
    assert b"Traceback" not in done.stderr


def test_a_table_in_ascii_shows_a_question_mark_for_what_ascii_lacks(process: Run, paper: Path) -> None:
    done = process("extract", "one.txt", "--format", "table", PYTHONIOENCODING="ascii")

    assert done.returncode == 0
    assert b"Qara?osh, IQ" in done.stdout


def test_a_folder_or_unreadable_file_is_a_failure(process: Run, paper: Path) -> None:
    if os.geteuid() == 0:
        pytest.skip("root may read everything")
    Path("secret.txt").touch(mode=0o000)

    done = process("extract", "secret.txt", "one.txt")

    assert done.returncode == 1
    assert b"dateline: secret.txt: Permission denied" in done.stderr


def test_a_terminal_gets_a_table_in_colour(terminal: Run, paper: Path) -> None:
    status, screen = terminal("extract", "one.txt")

    assert status == 0
    assert "Qaraçosh, IQ" in screen
    assert "\x1b[31m" in screen


@pytest.mark.parametrize(
    ("option", "settings"), [("--color", {"NO_COLOR": "1"}), ("--no-color", {}), ("-v", {"NO_COLOR": "1"})]
)
def test_no_color_takes_the_colour_and_an_option_has_the_last_word(
    terminal: Run, paper: Path, option: str, settings: dict[str, str]
) -> None:
    _, screen = terminal("extract", "one.txt", option, **settings)

    assert ("\x1b[31m" in screen) == (option == "--color")


def test_force_color_colours_a_table_in_a_pipe(process: Run, paper: Path) -> None:
    done = process("extract", "one.txt", "--format", "table", FORCE_COLOR="1", TERM="xterm-256color")

    assert b"\x1b[31m" in done.stdout


@pytest.mark.parametrize("columns", [20, 40, 75, 76, 80, 200])
def test_a_table_is_never_wider_than_the_terminal(terminal: Run, paper: Path, columns: int) -> None:
    status, screen = terminal("extract", "one.txt", "-q", "--no-color", columns=columns)

    page = screen.split("\r\n")
    assert status == 0
    assert max(len(strip_escapes(line).rstrip()) for line in page) <= columns
    assert "Qara" in screen


def strip_escapes(line: str) -> str:
    import re

    return re.sub(r"\x1b\[[0-9;?]*[a-zA-Z]", "", line)


def test_a_terminal_sees_a_bar_only_beside_records_that_go_elsewhere(terminal: Run, paper: Path) -> None:
    _, with_file = terminal("extract", "one.txt", "-o", "out.jsonl")
    _, with_lines = terminal("extract", "one.txt", "--format", "jsonl")
    _, quiet = terminal("extract", "one.txt", "-o", "out.jsonl", "-q")

    assert "articles" in with_file
    assert "articles" not in with_lines
    assert quiet == ""


def test_nothing_to_read_on_a_terminal_is_wrong_usage(terminal: Run, paper: Path) -> None:
    status, screen = terminal("extract", NO_COLOR="1")

    assert status == 2
    assert "give a file, a folder or a glob" in " ".join(screen.replace("│", " ").split())


def test_the_module_runs_as_the_command() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "dateline_cli", "--version"],
        capture_output=True,
        text=True,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(path for path in sys.path if path)},
        check=True,
    )

    assert done.stdout.startswith("dateline ")
