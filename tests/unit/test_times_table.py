"""The table of time expressions: what is found, and which days it means."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from dateline.find.times import find_times
from dateline.resolve.times import ResolvedTime, resolve_times

TABLE = Path(__file__).parent / "data" / "times.tsv"


@dataclass(frozen=True, slots=True)
class Row:
    published: date | None
    text: str
    expected: str | None
    when: tuple[str, ...]
    flag: str | None


def _rows() -> tuple[Row, ...]:
    rows = []
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        published, marked, *when = line.split("\t")
        _, opened, rest = marked.rpartition("[")
        expected = rest.partition("]")[0] if opened else None
        text = marked.replace("[", "").replace("]", "")
        rows.append(
            Row(
                published=None if published == "-" else date.fromisoformat(published),
                text=text,
                expected=expected.removeprefix("ON ") if expected else None,
                when=tuple(when[:4]),
                flag=when[4] if len(when) > 4 else None,
            )
        )
    return tuple(rows)


ROWS = _rows()
FOUND = [row for row in ROWS if row.expected is not None]
NOTHING = [row for row in ROWS if row.expected is None]


def _id(row: Row) -> str:
    return f"{row.published}:{row.text[:60]}"


def _last(row: Row) -> tuple[str, ResolvedTime | None]:
    mentions = find_times(row.text)
    assert mentions, row.text
    resolved = resolve_times(mentions, article_text=row.text, published=row.published)
    return mentions[-1].span.of(row.text), resolved[-1]


def test_the_table_is_large() -> None:
    assert len(ROWS) >= 250


@pytest.mark.parametrize("row", FOUND, ids=_id)
def test_the_marked_words_are_the_mention(row: Row) -> None:
    assert _last(row)[0].removeprefix("the ").removeprefix("THE ") == (row.expected or "").removeprefix(
        "the "
    ).removeprefix("THE ")


@pytest.mark.parametrize("row", FOUND, ids=_id)
def test_the_mention_means_these_days(row: Row) -> None:
    found = _last(row)[1]

    if row.when[0] == "-":
        assert found is None
    else:
        assert found is not None
        when = found.when
        assert (str(when.start), str(when.end), when.precision.value, when.basis.value) == row.when


@pytest.mark.parametrize("row", [row for row in FOUND if row.when[0] != "-"], ids=_id)
def test_the_mention_is_future_or_history_only_where_the_table_says(row: Row) -> None:
    found = _last(row)[1]

    assert found is not None
    assert found.is_future == (row.flag == "future")
    assert found.is_history == (row.flag == "history")


@pytest.mark.parametrize("row", [row for row in FOUND if row.flag not in (None, "future", "history")], ids=_id)
def test_the_part_of_the_day_is_told(row: Row) -> None:
    found = _last(row)[1]

    assert found is not None
    assert found.part_of_day == row.flag


@pytest.mark.parametrize("row", NOTHING, ids=_id)
def test_words_that_only_look_like_times_are_not_found(row: Row) -> None:
    assert [mention.span.of(row.text) for mention in find_times(row.text)] == []


@pytest.mark.parametrize("row", [row for row in FOUND if row.text.count("Nov") < 2 and row.expected], ids=_id)
def test_capitals_change_nothing_but_for_words_with_two_senses(row: Row) -> None:
    upper = row.text.upper()

    found = {mention.span for mention in find_times(upper)}

    assert found == {mention.span for mention in find_times(row.text)}


def test_an_old_day_takes_the_year_that_the_article_prints_with_it() -> None:
    text = "The two were shot on Mar. 13. They had met at the lake, and there they died on March 13, 2013."
    old = resolve_times(find_times(text), article_text=text, published=date(2014, 6, 13))
    fresh = resolve_times(find_times(text), article_text=text, published=date(2014, 3, 14))

    assert [time.when.start for time in old if time] == [date(2013, 3, 13), date(2013, 3, 13)]
    assert [time.when.start for time in fresh if time] == [date(2014, 3, 13), date(2013, 3, 13)]
