from __future__ import annotations

import sys
from pathlib import Path

import pytest

from dateline import ExtractorOptions
from dateline.analysis.pipelines import find_pipeline
from dateline.fingerprint import describe_extractor


def test_the_program_and_the_model_are_named() -> None:
    found = describe_extractor(ExtractorOptions())

    assert set(found) == {"version", "spaCy", "--model"}
    assert "digest" in found["--model"]
    assert "unknown" not in " ".join(found.values())


@pytest.mark.parametrize("option", ["lexicon", "places"])
def test_a_file_counts_by_what_is_in_it_and_not_by_its_name(tmp_path: Path, option: str) -> None:
    first, second, other = (tmp_path / name for name in ("1", "2", "3"))
    first.write_text("one")
    second.write_text("one")
    other.write_text("two")

    found = [describe_extractor(ExtractorOptions(**{option: path}))[f"--{option}"] for path in (first, second, other)]

    assert found[0] == found[1] != found[2]


def test_a_trained_pipeline_of_the_same_name_is_another(tmp_path: Path) -> None:
    (tmp_path / "meta.json").write_text('{"name": "news", "performance": {"ents_f": 0.8}}')
    before = describe_extractor(ExtractorOptions(model=str(tmp_path)))
    (tmp_path / "meta.json").write_text('{"name": "news", "performance": {"ents_f": 0.9}}')

    assert describe_extractor(ExtractorOptions(model=str(tmp_path))) != before


@pytest.mark.parametrize("name", ["no_such_pipeline", "no.such.pipeline", "a/b", "", ".", "..x"])
def test_a_pipeline_that_is_not_there_is_left_to_the_extractor(tmp_path: Path, name: str) -> None:
    assert isinstance(describe_extractor(ExtractorOptions(model=name))["--model"], str)


def test_nothing_is_loaded_to_find_the_pipeline() -> None:
    import subprocess

    code = (
        "import sys\n"
        "from dateline.analysis.pipelines import find_pipeline\n"
        "find_pipeline()\n"
        "print('spacy' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env={"PYTHONPATH": ":".join(sys.path)}
    )

    assert done.stdout == "False\n"
    assert find_pipeline() is not None
