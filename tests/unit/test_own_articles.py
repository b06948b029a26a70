"""The articles that we coded ourselves: whole, consistent, and every fill in the article's own words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from dateline.records import (
    ActorKind,
    Effect,
    EventType,
    Role,
    Stage,
    Stance,
    TargetCategory,
    VictimCategory,
    VictimStatus,
    WeaponCategory,
)
from dateline_train.own_articles import OwnArticle, load_own_articles

ARTICLES = load_own_articles()
WHOLE = [told for told in ARTICLES if told.whole]


def fills(told: OwnArticle) -> Iterator[tuple[str, dict[str, Any]]]:
    for incident in told.incidents.values():
        for name in ("weapons", "attributions", "targets", "victims"):
            for fill in incident[name]:
                yield name, fill


def name_of(told: OwnArticle) -> str:
    return told.article.source


def test_each_has_a_name_of_its_own():
    assert len({told.article.source for told in ARTICLES}) == len(ARTICLES)


@pytest.mark.parametrize("told", ARTICLES, ids=name_of)
def test_the_incidents_told_are_the_incidents_coded(told):
    assert {number for _, number in told.stretches if number} == set(told.incidents)


@pytest.mark.parametrize("told", WHOLE, ids=name_of)
def test_every_word_of_the_code_is_of_the_contract(told):
    for incident in told.incidents.values():
        assert {incident["type"], *incident["type_also"]} <= set(EventType)
        assert incident["role"] in set(Role)
        assert incident["stage"] in set(Stage)
    words = {
        "weapons": {"category": WeaponCategory},
        "attributions": {"kind": ActorKind, "stance": Stance},
        "targets": {"category": TargetCategory},
        "victims": {"category": VictimCategory, "status": VictimStatus},
    }
    for name, fill in fills(told):
        for key, kinds in words[name].items():
            assert fill[key] in set(kinds)
        if name == "targets" and fill["effect"]:
            assert fill["effect"] in set(Effect)


@pytest.mark.parametrize("told", WHOLE, ids=name_of)
def test_every_fill_is_in_the_words_of_the_article(told):
    words = " ".join(f"{told.article.title} {told.article.text}".split())
    for name, fill in fills(told):
        for key in ("actor", "name") if name in ("attributions", "victims") else ("text",):
            if fill.get(key):
                assert " ".join(fill[key].split()) in words
