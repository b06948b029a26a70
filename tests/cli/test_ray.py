"""Runs on a Ray that the program starts itself, over a fake extractor; one over the real one."""

from __future__ import annotations

import importlib.util
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from support.locations import SAMPLES

Run = Callable[..., Any]
WIRE = [f"wire/{number}.txt" for number in range(7)]

needs_ray = pytest.mark.skipif(importlib.util.find_spec("ray") is None, reason="Ray is not installed")


@pytest.fixture
def paper(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder: "wire" with seven articles, and one that never ends."""
    monkeypatch.chdir(tmp_path)
    Path("wire").mkdir()
    for number, name in enumerate(WIRE):
        Path(name).write_text(f"Head {number}\nINCIDENT Town{number}\n", encoding="utf-8")
    Path("sleep.txt").write_text("Head\nSLEEP\n", encoding="utf-8")
    return tmp_path


@pytest.mark.ray
@needs_ray
def test_a_run_that_was_interrupted_goes_on_where_it_stopped(start: Run, process: Run, paper: Path) -> None:
    child = start("extract", "wire/0.txt", "wire/1.txt", "-v", "sleep.txt", "-o", "out.jsonl", "--engine", "ray")
    while b"wire/1.txt" not in child.stderr.readline():
        pass

    os.killpg(child.pid, signal.SIGINT)
    _, err = child.communicate(timeout=60)
    done = process("extract", *WIRE, "-o", "out.jsonl", "--resume", "--engine", "ray", "--workers", "1")

    assert child.returncode == 130
    assert err.decode().splitlines()[-1] == "dateline: interrupted"
    assert done.stderr.decode().splitlines()[0] == "dateline: 2 articles done before the stop; going on from there"
    assert Path("out.jsonl").read_bytes() == process("extract", *WIRE).stdout


@pytest.mark.ray
@pytest.mark.slow
@needs_ray
def test_the_real_extractor_writes_the_same_bytes(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    program = "from dateline_cli.main import main; main()"
    command = [
        sys.executable,
        "-c",
        program,
        "extract",
        "--format",
        "jsonl",
        str(SAMPLES),
        "empty.txt",
        "--shard",
        "1/3",
    ]

    plain, ray = (
        subprocess.run([*command, *engine], capture_output=True, check=False, timeout=300, cwd=tmp_path)
        for engine in ((), ("--engine", "ray", "--workers", "2", "--timeout", "200"))
    )

    assert plain.stdout
    assert (ray.returncode, ray.stdout, ray.stderr) == (plain.returncode, plain.stdout, plain.stderr)


def test_a_missing_ray_is_told_with_what_to_install(process: Run, paper: Path) -> None:
    Path("shadow").mkdir()
    Path("shadow", "ray.py").write_text("raise ImportError(\"No module named 'ray'\")\n")
    there = os.pathsep.join(["shadow", *filter(None, sys.path)])

    done = process("extract", *WIRE, "--engine", "ray", PYTHONPATH=there)

    assert (done.returncode, done.stdout) == (3, b"")
    (line,) = done.stderr.decode().splitlines()
    assert line == "dateline: Ray is not there (No module named 'ray'); pip install 'dateline[ray]'"


def test_the_address_of_a_cluster_goes_with_ray_only(dateline: Run, paper: Path) -> None:
    result = dateline("extract", *WIRE, "--ray-address", "auto")

    assert result.exit_code == 2
    assert "goes with --engine ray only" in " ".join(result.stderr.replace("│", " ").split())
