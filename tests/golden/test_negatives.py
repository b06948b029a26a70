"""Metaphor, sport, history, fiction, drills, hypotheses, statistics, accidents and policy tell of no incident."""

from __future__ import annotations

import pytest

import dateline
from support.facts import load_misses
from support.negatives import Negative, find_false_records, load_negatives

MISSES = load_misses()


def _as_case(case: Negative) -> object:
    reason = MISSES.get((f"negative/{case.kind}", case.id))
    marks = [] if reason is None else [pytest.mark.xfail(strict=True, reason=reason)]
    return pytest.param(case, id=f"{case.kind}: {case.id}", marks=marks)


@pytest.mark.slow
@pytest.mark.parametrize("case", [_as_case(case) for case in load_negatives()])
def test_the_text_tells_of_no_incident(case: Negative, extractor: dateline.Extractor) -> None:
    assert find_false_records(case, extractor) == ()


def test_every_known_miss_of_a_negative_is_a_case() -> None:
    cases = {(f"negative/{case.kind}", case.id) for case in load_negatives()}

    assert {key for key in MISSES if key[0].startswith("negative/")} <= cases
