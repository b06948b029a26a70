from __future__ import annotations

import time
from datetime import date
from itertools import pairwise

import pytest
from spacy.tokens import Doc
from spacy.vocab import Vocab

from dateline.find.time_patterns import RULES, normalise
from dateline.find.times import STAMP, attach_heads, find_times, parse_time
from dateline.resolve.printed_times import PRINTED_TIMES
from dateline.resolve.relative_times import RELATIVE_TIMES
from dateline.resolve.times import resolve_times
from dateline.spans import Span


def _found(text: str) -> list[str]:
    return [mention.span.of(text) for mention in find_times(text)]


def _rules(text: str) -> list[str]:
    return [mention.rule for mention in find_times(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Gunmen shot a man Monday night.", ["Monday night"]),
        ("The police chief Sunday spoke of arson.", ["Sunday"]),
        ("They met Pastor Sunday and Man Friday.", []),
        ("Every Nov. 1, she lights a candle where her son was killed.", []),
    ],
)
def test_a_day_behind_a_man_is_a_day_unless_he_bears_its_name(text: str, found: list[str]) -> None:
    assert _found(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "HE WAS HIT ON THE CORNER OF LIMA AND 9 OCTOBER AVENUES.",
        "THEY MET IN THE 14 JULY NEIGHBORHOOD.",
        'A new group, the "9 May" forces, was blamed.',
        "The bomb broke the windows of the 5th-floor rooms.",
        "A curfew was set between 1800 and 0600.",
    ],
    ids=["avenues", "neighborhood", "quoted name", "floor", "hours"],
)
def test_what_is_named_after_a_day_is_no_time(text: str) -> None:
    assert _found(text) == []


def test_every_rule_is_resolved_somewhere() -> None:
    assert {rule.id for rule in RULES} == set(PRINTED_TIMES) | set(RELATIVE_TIMES)


def test_mentions_come_in_order_and_do_not_overlap() -> None:
    text = "On Tuesday, Nov. 17, 2020, at 3 p.m., two days after the vote of Nov. 15, a mine exploded late last night."

    spans = [mention.span for mention in find_times(text)]

    assert spans == sorted(spans)
    assert all(a.end <= b.start for a, b in pairwise(spans))


def test_the_search_keeps_to_the_given_spans() -> None:
    text = "Shots fell on Monday. A fire broke out on Tuesday."

    found = find_times(text, spans=[Span(22, len(text))])

    assert [mention.span.of(text) for mention in found] == ["Tuesday"]


def test_lower_case_keeps_the_length_of_odd_capitals() -> None:
    assert len(normalise("İZMİR, 3 MAY – ‘ok’")) == len("İZMİR, 3 MAY – ‘ok’")


def test_several_times_in_one_sentence_are_each_found() -> None:
    assert _found("Raids on 3 May, 5 June and in July followed the one of 2014.") == ["3 May", "5 June", "July", "2014"]


def test_a_weekday_that_ends_a_sentence_is_none_of_the_date_that_opens_the_next() -> None:
    assert _found("It fell on Friday. On Dec. 28 it rose.") == ["Friday", "Dec. 28"]
    assert _found("It fell on Fri. Dec. 28 in Lima.") == ["Fri. Dec. 28"]


def test_a_line_break_may_run_through_a_date() -> None:
    assert _found("THE MINE WENT OFF ON 30\nDECEMBER NEAR A FARM.") == ["30\nDECEMBER"]


def test_a_sentence_stop_is_no_part_of_the_mention() -> None:
    assert _found("It fell on Nov. 17. It burned at 3 p.m. on Monday.") == ["Nov. 17", "3 p.m. on Monday"]


@pytest.mark.parametrize(
    "text",
    [
        "KABUL, Jan. 25 (AP) — A mine exploded.",
        "KABUL, Afghanistan (Jan. 25, 2012) – A mine exploded.",
        "For Immediate Release   KABUL, Afghanistan (Jan. 25, 2012)\nA mine exploded.",
        "   SAN SALVADOR, 3 JAN 90 (ACAN-EFE) -- [TEXT] A MINE EXPLODED.",
        "   RIO DE JANEIRO (BRAZIL), 20 APR 89 -- A MINE EXPLODED.",
        "Kumasi, March 23, GNA - A mob beat two men.",
        "Gadchiroli, Oct 9 (IANS) Widows wept at the gate.",
        "A headline\n\nKathmandu, Feb. 16: The toll rose.",
        "A headline\n\nNairobi, Kenya, 3 May 2015 - Two men were shot.",
        "A headline\nPublished: Wednesday, Nov. 30, 2016\nA mine exploded.",
        "A headline\n3:58 PM ET, Wed December 14, 2016\nA mine exploded.",
        "A headline\nBy Jane Roe | June 20, 2016 at 5:09PM\nA mine exploded.",
        "A headline\n17-02-2016\nA mine exploded.",
        "A headline\nLast updated at 3 May 2016, 18:40 GMT\nA mine exploded.",
    ],
)
def test_a_date_that_stamps_the_article_is_marked(text: str) -> None:
    assert _rules(text)[0].startswith(STAMP)


@pytest.mark.parametrize(
    "text",
    [
        "A mine exploded in Kabul on Jan. 25, police said.",
        "A MINE EXPLODED IN KABUL ON 25 JANUARY.",
        "The NATO force said on Jan. 25 - a Friday - that it would stay.",
        "On 3 May 2016, a mine exploded.",
        "In London, March 3 - the day it began - was calm.",
        "The raids went on.\n" * 20 + "Khost, Aug. 3: Two men were shot.",
    ],
)
def test_a_date_in_the_story_is_no_stamp(text: str) -> None:
    assert not any(rule.startswith(STAMP) for rule in _rules(text))


def test_an_event_called_by_its_day_has_the_rule_name() -> None:
    assert _rules("He was a boy before the Sept. 11 attacks.") == ["name"]


def test_the_parts_of_a_mention_are_told_apart() -> None:
    parts = parse_time("early on Tuesday night at 10:30 p.m.")

    assert parts is not None
    assert (parts.rule, parts.lead, parts.part, parts.clock) == ("weekday", "early", "night", "10:30 p.m.")


def test_words_without_a_time_have_no_parts() -> None:
    assert parse_time("the old bridge") is None


def test_the_head_is_the_last_token_that_is_no_punctuation() -> None:
    words = ["It", "fell", "on", "Tuesday", "(", "Nov.", "17", ")", "."]
    doc = Doc(Vocab(), words=words, spaces=[True, True, True, True, False, True, False, False, False])

    mentions = attach_heads(doc, find_times(doc.text))

    assert [(mention.span.of(doc.text), mention.head) for mention in mentions] == [("Tuesday (Nov. 17)", 6)]


def test_the_search_is_fast_enough_to_run_on_every_article() -> None:
    paragraph = (
        "The army said on Tuesday that two men in the village were killed last night, a week after the raid of "
        "Nov. 10, when the old bridge in the north of the province was blown up by the group in early October 2020. "
    )
    text = paragraph * (700 // len(paragraph.split()) + 1)
    find_times(text)

    best = min(_seconds(text) for _ in range(5))

    # 3 ms on a quiet core for news, which has a quarter of these dates; the bound leaves room for slow machines.
    assert best < 0.05


def _seconds(text: str) -> float:
    start = time.perf_counter()
    find_times(text)
    return time.perf_counter() - start


def test_a_day_after_an_act_counts_only_behind_a_day_of_its_own() -> None:
    assert "after_act" in _rules("He spoke on Friday, a day after a bomb killed four.")
    assert "after_act" not in _rules("Police held two men a day after the bombing.")


@pytest.mark.parametrize(
    ("opening", "day"),
    [
        ("The next night he robbed a shop.", date(2012, 10, 4)),
        ("Hours before the shooting, a car burned.", date(2012, 10, 3)),  # no day but that of the shooting
    ],
)
def test_a_paragraph_that_opens_with_a_following_day_goes_on_with_history(opening: str, day: date | None) -> None:
    text = f"Prosecutors said he shot a clerk on Oct. 3, 2012.\n\n{opening}"

    last = resolve_times(find_times(text), article_text=text, published=date(2014, 2, 27))[-1]

    assert (last.when.start if last is not None else None) == day


def _days(text: str, published: date) -> list[tuple[date, date] | None]:
    found = resolve_times(find_times(text), article_text=text, published=published)
    return [(time.when.start, time.when.end) if time is not None else None for time in found]


def test_today_in_yesterdays_wire_is_the_datelines_day() -> None:
    text = "SEOUL, May 21 (UPI) - Soldiers fired at 1 p.m. today.\n\nSix died yesterday, forty since Sunday."

    _, today, yesterday, since = _days(text, date(1980, 5, 22))

    assert today == (date(1980, 5, 21), date(1980, 5, 21))
    assert yesterday == (date(1980, 5, 20), date(1980, 5, 20))
    assert since == (date(1980, 5, 18), date(1980, 5, 21))


def test_an_entry_of_one_paragraph_tells_what_came_after_its_day() -> None:
    text = "Two students were seized at a roadblock. Both were freed on June 30."

    assert _days(text, date(1986, 5, 10)) == [(date(1986, 6, 30), date(1986, 6, 30))]
    assert _days(f"Students seized\n\n{text}", date(1986, 5, 10)) == [(date(1985, 6, 30), date(1985, 6, 30))]


def test_an_hour_after_a_night_is_mostly_the_same_night() -> None:
    same = _days("Police fired on Sunday night. An hour later a shop burned.", date(2021, 6, 2))
    next_day = _days("Police fired on Sunday night. Five hours later a shop burned.", date(2021, 6, 2))

    assert same[1] == (date(2021, 5, 30), date(2021, 5, 30))
    assert next_day[1] == (date(2021, 5, 31), date(2021, 5, 31))
