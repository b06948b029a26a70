"""What the installed distribution promises: types, version, public names, a light import."""

from __future__ import annotations

import subprocess
import sys
from importlib import metadata, resources

import pytest

import dateline


@pytest.mark.parametrize("package", ["dateline", "dateline_cli"])
def test_a_package_ships_its_types(package: str) -> None:
    assert resources.files(package).joinpath("py.typed").is_file()


def test_the_version_is_that_of_the_distribution() -> None:
    assert dateline.__version__ == metadata.version("dateline")


@pytest.mark.parametrize("name", dateline.__all__)
def test_every_public_name_is_there(name: str) -> None:
    assert getattr(dateline, name) is not None


def test_public_names_are_sorted_and_listed_once() -> None:
    assert list(dateline.__all__) == sorted(set(dateline.__all__))


@pytest.mark.parametrize("module", ["dateline", "dateline_cli.main"])
def test_importing_does_not_load_spacy(module: str) -> None:
    program = f"import sys, {module}; print(sorted({{'spacy', 'thinc', 'numpy'}} & set(sys.modules)))"

    printed = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True).stdout

    assert printed.strip() == "[]"


def test_the_command_is_installed() -> None:
    commands = metadata.entry_points(group="console_scripts", name="dateline")

    assert [command.value for command in commands] == ["dateline_cli.main:main"]


@pytest.mark.parametrize(
    "name", ["lexicon/data/SOURCES.toml", "gazetteer/places.sqlite", "wire/record.schema.json", "read/layout.toml"]
)
def test_a_data_file_is_installed(name: str) -> None:
    assert resources.files("dateline").joinpath(name).is_file()
