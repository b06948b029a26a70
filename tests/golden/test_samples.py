"""The samples give the facts that a careful reader finds in them, and the records on file, byte for byte."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from dateline.records import Record
from support.facts import Fact, find_fault, list_facts, load_expected, load_misses
from support.locations import GOLDEN, SAMPLES

MISSES = load_misses()


def _as_case(fact: Fact) -> object:
    reason = MISSES.get((fact.sample, fact.key))
    marks = [] if reason is None else [pytest.mark.xfail(strict=True, reason=reason)]
    return pytest.param(fact, id=fact.name, marks=marks)


@pytest.mark.slow
@pytest.mark.parametrize("fact", [_as_case(fact) for fact in list_facts()])
def test_a_sample_gives_the_fact(fact: Fact, sample_records: Mapping[str, tuple[Record, ...]]) -> None:
    fault = find_fault(fact, sample_records[fact.sample])

    assert fault is None, fault


@pytest.mark.slow
@pytest.mark.parametrize("name", sorted(path.name for path in SAMPLES.iterdir()))
def test_a_sample_gives_the_records_on_file(name: str) -> None:
    from support.sampling import encode_file

    kept = GOLDEN / "records" / f"{name}.jsonl"

    assert kept.exists(), "no records on file; make them with: python tests/golden/update.py"
    assert encode_file(name) == kept.read_bytes(), "changed; read the change, then run: python tests/golden/update.py"


@pytest.mark.slow
def test_every_sample_article_has_expected_facts(sample_records: Mapping[str, tuple[Record, ...]]) -> None:
    assert set(sample_records) == set(load_expected())


def test_every_known_miss_is_a_fact_or_a_negative_case() -> None:
    facts = {(fact.sample, fact.key) for fact in list_facts()}
    strays = {key for key in MISSES if key not in facts and not key[0].startswith("negative/")}

    assert not strays


def test_no_records_on_file_are_left_of_a_sample_that_is_gone() -> None:
    names = {f"{path.name}.jsonl" for path in SAMPLES.iterdir()}

    assert {path.name for path in (GOLDEN / "records").iterdir()} <= names
