"""The screen before the language model."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.articles import Article
from dateline.find import screening
from dateline.find.screening import BRIEF, LEAST, LEAST_OF_LONG, describe_passages, least_likeness, screen_article
from dateline.find.triggers import load_triggers
from dateline.read.parsing import parse_article

MATCH = (
    "The visitors struck twice before the break and Keane shot wide from ten metres. The home side attacked down the "
    "left after half-time, but the defence held firm and the goalkeeper was never beaten again.\n\n"
    "The coach said that the midfielder would start the next match of the season. "
) * 3
RAID = (
    "Gunmen attacked a police post near Kadugli on Monday and killed four officers, an official said. "
    "The attackers fled on motorcycles with rifles and a radio.\n\n"
) + "The weather in the region has been dry for weeks, and farmers wait for the rain. " * 10


def read(text: str) -> Article:
    return parse_article(text, source="a.txt")


@pytest.mark.parametrize(("text", "passed"), [(MATCH, False), (RAID, True)], ids=["sport", "raid"])
def test_an_article_goes_on_where_a_passage_looks_like_a_report(text: str, passed: bool) -> None:
    assert screen_article(read(text), load_triggers()).passed is passed


def test_a_long_article_needs_a_likelier_passage_than_a_short_one() -> None:
    short, long = read(MATCH[:400]), read(MATCH * 3)

    assert least_likeness(short) == LEAST
    assert least_likeness(long) == LEAST_OF_LONG
    assert LEAST < least_likeness(read(MATCH * 2)) < LEAST_OF_LONG


def test_the_likeliest_passage_and_its_reasons_are_told() -> None:
    article = read(RAID)

    screened = screen_article(article, load_triggers())

    assert screened.passage is not None
    assert "Gunmen attacked" in screened.passage.of(article.text)
    assert "assailant" in dict(screened.reasons)


def test_a_brief_goes_on_with_any_word_for_an_act() -> None:
    assert len(MATCH[:150].split()) < BRIEF
    assert screen_article(read(MATCH[:150]), load_triggers()).passed


@pytest.mark.parametrize(
    "text",
    ["The shop opens on 5 March.", "She was born in March.", "He left the party on Friday.", "Rain fell on the town."],
)
def test_what_is_no_act_makes_no_passage(text: str) -> None:
    assert describe_passages(read(text), load_triggers()) == ()


def test_a_word_that_the_model_was_not_taught_goes_on(tmp_path: Path) -> None:
    overlay = tmp_path / "own.toml"
    overlay.write_text(
        '[triggers.egging]\ntype = "attack"\npos = "verb"\nforms = ["egged"]\n'
        'examples = ["They egged the house."]\ncounter = ["The eggs were fresh."]\n',
        encoding="utf-8",
    )
    article = read(MATCH + "\n\nA fan egged the bus.")

    assert not screen_article(article, load_triggers()).passed
    assert screen_article(article, load_triggers(overlay)).passed


def test_without_weights_any_word_for_an_act_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(screening, "load_model", lambda _: None)

    assert screen_article(read(MATCH), load_triggers()).passed


def test_what_a_page_links_to_is_none_of_its_story() -> None:
    article = read(MATCH + "\n\nRead more: Gunmen attack police post, kill four officers")

    assert not any("Gunmen" in span.of(article.text) for span, _ in describe_passages(article, load_triggers()))
    assert len(screening.mask_furniture(article)) == len(article.text)
    assert "Gunmen" not in screening.mask_furniture(article)


def test_a_plain_report_goes_on_whatever_else_speaks_against_it() -> None:
    text = (
        "Officer who shot man outside motel placed on leave\n\n"
        "A Tulsa police officer fatally shot a man who was armed with a hatchet outside a motel, "
        "police said Thursday.\n\n" + "The veteran of the war has served the department for five years. " * 20
    )

    assert screen_article(parse_article(text, source="a.txt"), load_triggers()).passed
