"""Idioms that say outright that nobody came to harm."""

from __future__ import annotations

from datetime import date

import pytest

import dateline

pytestmark = pytest.mark.slow


@pytest.mark.parametrize(
    ("words", "toll"),
    [
        ("The explosion did not injure anyone.", (None, 0)),
        ("It went off without killing or injuring anyone.", (0, 0)),
        ("It did not cause any injuries.", (None, 0)),
        ("No-one was hurt.", (0, 0)),
        ("No lives were lost.", (0, None)),
        ("There were no serious injuries.", (None, None)),
        ("A suspect told police that he did not kill anyone.", (None, None)),
    ],
)
def test_what_befell_nobody_counts_nought(
    extractor: dateline.Extractor, words: str, toll: tuple[int | None, int | None]
) -> None:
    text = f"A bomb exploded outside a bank in Nairobi on Friday, police said. {words}"
    record = extractor.extract(dateline.parse_article(text, source="-", published=date(2016, 6, 11)))[0]

    killed, injured = record.casualties.killed, record.casualties.injured
    assert (killed.best if killed else None, injured.best if injured else None) == toll
