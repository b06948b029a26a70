"""Sentences that tell the scene of an act without naming it."""

from __future__ import annotations

from datetime import date

import pytest

import dateline
from dateline.relate.scene_words import SCENE

LEAD = "Two men were shot at a bar in Leeds, police said. "


def scenes_of(extractor: dateline.Extractor, text: str) -> list[str]:
    article = dateline.parse_article(LEAD + text, source="test", published=date(2017, 5, 12))
    triggers = (trigger for frame in extractor.explain(article).frames for trigger in frame.triggers)
    return [trigger.span.of(article.text) for trigger in triggers if trigger.rule.startswith(SCENE)]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Officers were called to the place at 9 p.m. Monday.", "called"),
        ("Paramedics arrived about midnight on Monday.", "arrived"),
        ("Deputies say they responded to a farm on Mill Road at 9 p.m. Monday.", "responded"),
        ("It happened about 9 p.m. Monday.", "happened"),
        ("The call came in at 9 p.m. Monday.", "came"),
    ],
)
def test_where_and_when_help_was_called_is_the_scene(extractor: dateline.Extractor, text: str, word: str) -> None:
    assert scenes_of(extractor, text) == [word]


@pytest.mark.slow
@pytest.mark.parametrize(
    "text",
    [
        "Officers were called heroes by the mayor.",
        "Paramedics arrived at the hospital on Monday.",
        "The mayor arrived on Monday.",
        "Officers would respond on Monday.",
    ],
)
def test_other_calls_and_arrivals_tell_no_scene(extractor: dateline.Extractor, text: str) -> None:
    assert scenes_of(extractor, text) == []


@pytest.mark.slow
def test_the_scene_dates_the_act_told_before(extractor: dateline.Extractor) -> None:
    text = LEAD + "Officers were called to the place at 9 p.m. Monday. The bar was shut on Wednesday."
    (record,) = extractor.extract(dateline.parse_article(text, source="test", published=date(2017, 5, 12)))

    assert record.date is not None
    assert record.date.start == date(2017, 5, 8)
