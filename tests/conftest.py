"""Fixtures that several folders of tests share."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from support.locations import ROOT, find_shared

if TYPE_CHECKING:
    from spacy.tokens import Doc

    import dateline
    from dateline.records import Record


# The training code does not ship; behind all else on the path, it leaves `dateline` the installed one.
sys.path.append(str(ROOT / "extractor"))

# A script that starts the tests in the background has them ignore interruptions, and what they start would too.
signal.signal(signal.SIGINT, signal.default_int_handler)

# The same examples in every run, so that a check fails for a change and not by chance; HYPOTHESIS_PROFILE=explore looks
# further. No deadlines: the machines that run this are shared.
settings.register_profile("steady", derandomize=True, deadline=None)
settings.register_profile("explore", max_examples=2000, deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "steady"))


@pytest.fixture(scope="session")
def extractor() -> dateline.Extractor:
    """An extractor as users get it; it loads the pipeline, so the tests that take it are slow."""
    from support.sampling import load_extractor

    return load_extractor()


@pytest.fixture(scope="session")
def parse() -> Callable[[str], Doc]:
    """The language pipeline, which makes a Doc of a text."""
    from dateline.analysis.pipelines import load_pipeline

    return load_pipeline().nlp


@pytest.fixture(scope="session")
def sample_records() -> Mapping[str, tuple[Record, ...]]:
    """The records of every sample article, by "file" or "file#id"."""
    from support.sampling import extract_samples

    return extract_samples()


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of coded sets; skips the test where there is none."""
    place = find_shared()
    if place is None:
        pytest.skip("no coded sets here: neither DATELINE_SHARED nor ../shared")
    return place
