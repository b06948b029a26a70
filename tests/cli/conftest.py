"""Ways to run the command line: in this process, in its own, and on a terminal."""

from __future__ import annotations

import fcntl
import importlib.util
import os
import pty
import struct
import subprocess
import sys
import termios
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest
from typer.testing import CliRunner

from dateline_cli import library
from dateline_cli.main import app

SCRIPT = Path(__file__).with_name("fake_dateline.py")
COLOR_SETTINGS = ("NO_COLOR", "FORCE_COLOR", "COLUMNS", "PYTHONIOENCODING", "LC_ALL", "LANG", "PYTHONUTF8")


def _load(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[path.stem] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def fake() -> ModuleType:
    return _load(SCRIPT)


@pytest.fixture
def dateline(fake: ModuleType, monkeypatch: pytest.MonkeyPatch) -> Callable[..., object]:
    """Run in this process: `dateline("extract", path, input=...)` gives exit_code, stdout, stderr."""
    monkeypatch.setattr(library, "extract_units", fake.extract_units)
    monkeypatch.setattr(library, "read_units", fake.read_units)
    monkeypatch.setattr(library, "read_articles", fake.read_articles)
    for name in COLOR_SETTINGS:
        monkeypatch.delenv(name, raising=False)
    return lambda *args, **settings: CliRunner().invoke(app, [str(arg) for arg in args], **settings)


def make_environment(**settings: str) -> dict[str, str]:
    environment = {key: value for key, value in os.environ.items() if key not in COLOR_SETTINGS}
    environment["PYTHONPATH"] = os.pathsep.join(path for path in sys.path if path)
    return environment | settings


@pytest.fixture
def process() -> Callable[..., subprocess.CompletedProcess[bytes]]:
    """Run in a process of its own, pipes at both ends."""

    def run(*args: object, stdin: bytes = b"", **settings: str) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(
            [sys.executable, str(SCRIPT), *map(str, args)],
            input=stdin,
            capture_output=True,
            env=make_environment(**settings),
            timeout=180,
            check=False,
        )

    return run


@pytest.fixture
def start() -> Callable[..., subprocess.Popen[bytes]]:
    """Start a process, the leader of a group of its own, and leave it running."""

    def run(*args: object, **settings: str) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            [sys.executable, str(SCRIPT), *map(str, args)],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=make_environment(**settings),
            start_new_session=True,
        )

    return run


@pytest.fixture
def terminal() -> Callable[..., tuple[int, str]]:
    """Run on a pseudo-terminal; gives the exit status and all that the screen got."""

    def run(*args: object, columns: int = 100, **settings: str) -> tuple[int, str]:
        master, slave = pty.openpty()
        size = struct.pack("HHHH", 40, columns, 0, 0)
        fcntl.ioctl(slave, termios.TIOCSWINSZ, size)
        child = subprocess.Popen(
            [sys.executable, str(SCRIPT), *map(str, args)],
            stdin=slave,
            stdout=slave,
            stderr=slave,
            env=make_environment(TERM="xterm-256color", **settings),
            close_fds=True,
        )
        os.close(slave)
        screen = b""
        while True:
            try:
                part = os.read(master, 65536)
            except OSError:  # how Linux says that the other end is closed
                break
            if not part:
                break
            screen += part
        os.close(master)
        return child.wait(timeout=60), screen.decode("utf-8", "replace")

    return run
