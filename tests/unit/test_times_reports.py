"""Days that are counted from the act's, not from the day on which it was told; days ahead."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.find.times import find_times
from dateline.resolve.times import resolve_times


def days(text: str) -> dict[str, date | None]:
    mentions = find_times(text)
    resolved = resolve_times(mentions, article_text=text, published=date(2012, 8, 21))
    return {m.span.of(text): r.when.start if r else None for m, r in zip(mentions, resolved, strict=True)}


@pytest.mark.parametrize(
    ("text", "words", "day"),
    [
        ("A bomb went off on Sunday. Nine died, police said on Monday. Two days earlier an elder was shot.",
         "Two days earlier", date(2012, 8, 17)),
        ("They fired at a bus on Sunday, the chief said in Garissa on Monday. It came a day after a church was hit.",
         "a day after", date(2012, 8, 18)),
    ],
)  # fmt: skip
def test_days_are_counted_from_the_act(text: str, words: str, day: date) -> None:
    assert days(text)[words] == day


def test_from_today_until_a_weekday_looks_ahead() -> None:
    text = "Rebels called a strike from today until Friday in Huanta."

    assert days(text)["Friday"] == date(2012, 8, 24)
