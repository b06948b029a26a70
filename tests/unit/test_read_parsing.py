from __future__ import annotations

from datetime import date

import pytest

from dateline.articles import Article, BlockKind, PublishedBasis
from dateline.errors import InputError
from dateline.read import parse_article
from dateline.read.paragraphs import split_paragraphs

STORY = "Gunmen killed two guards at a bank in the port on Monday, police said."
MORE = "A third guard was taken to a hospital, where doctors said that she would live."


def kinds_of(article: Article) -> list[tuple[str, str]]:
    return [(block.kind.value, block.span.of(article.text)) for block in article.blocks]


def test_a_repeated_headline_stands_once() -> None:
    article = parse_article(
        "Two Guards Killed at Bank\n\nTwo Guards Killed at Bank\n"
        f"A bank is seen in Beira, on May 4, 2015. (Ann Lee/Reuters)\nBo Chen\n\n{STORY}\n\n{MORE}",
        source="a.txt",
    )

    assert article.title == "Two Guards Killed at Bank"
    assert article.text.count("Two Guards Killed") == 1
    assert [kind for kind, _ in kinds_of(article)] == ["title", "caption", "byline", "body", "body"]
    assert article.authors == ("Bo Chen",)
    assert article.published is None


def test_blocks_are_parted_by_one_blank_line_and_cover_the_text() -> None:
    article = parse_article(f"  Two Guards Killed  \r\n\r\n\r\n{STORY}\r\n{MORE}\r\n", source="a.txt")

    assert article.text == f"Two Guards Killed\n\n{STORY}\n\n{MORE}"
    assert "\n\n".join(block.span.of(article.text) for block in article.blocks) == article.text


def test_a_given_title_comes_first_and_is_cut_from_the_body() -> None:
    article = parse_article(f"{STORY}\n{MORE}", source="a", title="Two Guards Killed")
    repeated = parse_article(f"TWO GUARDS KILLED\n{STORY}\n{MORE}", source="a", title="Two guards killed")

    assert article.text.startswith("Two Guards Killed\n\nGunmen")
    assert repeated.text == f"Two guards killed\n\n{STORY}\n\n{MORE}"


def test_a_title_on_the_same_line_as_the_story_is_parted_from_it() -> None:
    article = parse_article(
        f"30 October 2016 Two guards killed at bank. {STORY}", source="a", title="Two guards killed at bank"
    )

    assert kinds_of(article) == [("title", "Two guards killed at bank"), ("byline", "30 October 2016"), ("body", STORY)]
    assert (article.published, article.published_basis) == (date(2016, 10, 30), PublishedBasis.DATELINE)


def test_a_first_sentence_that_begins_like_the_title_is_kept() -> None:
    article = parse_article("Two guards killed at bank, police say.", source="a", title="Two guards killed at bank")

    assert article.text.endswith("\n\nTwo guards killed at bank, police say.")


def test_the_site_is_trimmed_from_a_page_title() -> None:
    article = parse_article(STORY, source="a", title="Two guards killed at bank - Valley News, Weather, Sports")

    assert article.title == "Two guards killed at bank"
    assert article.publisher == "Valley News, Weather, Sports"


def test_a_section_behind_a_title_is_no_publisher() -> None:
    article = parse_article(STORY, source="a", title="Two guards killed at bank | Region")

    assert article.title == "Two guards killed at bank"
    assert article.publisher is None


def test_a_sentence_is_no_title() -> None:
    assert parse_article(f"{STORY}\n\n{MORE}", source="a").title is None


def test_header_lines_may_stand_above_the_title() -> None:
    article = parse_article(
        f"NEWS RELEASE\n2010-02-CA-033\nPatrol Finds Arms Cache\n\nKABUL, Afghanistan (Feb. 6) - {STORY}", source="a"
    )

    assert article.title == "Patrol Finds Arms Cache"
    assert article.published == date(2010, 2, 6)
    assert article.dateline is not None
    assert article.dateline.of(article.text) == "KABUL, Afghanistan"


def test_furniture_credits_and_cross_headings_are_told_apart() -> None:
    article = parse_article(
        f"{STORY}\n\nA night of fear\n\n{MORE}\n\nRead more: The port in pictures\n\n"
        "Ann Lee in Nairobi contributed to this report.\n\nCopyright 2015 Valley News. All rights reserved.",
        source="a",
    )

    assert [kind for kind, _ in kinds_of(article)] == ["body", "subtitle", "body", "furniture", "byline", "furniture"]


def test_headings_below_the_story_are_links_to_others() -> None:
    article = parse_article(f"{STORY}\n\n{MORE}\n\nMayor Opens New Bridge\n\nRain Ends Long Drought", source="a")

    assert [kind for kind, _ in kinds_of(article)] == ["body", "body", "furniture", "furniture"]


def test_hard_wrapped_lines_are_joined() -> None:
    wrapped = (
        "   LIMA, 3 JAN 90 -- [TEXT] THE ARMY SAID THAT TWO MEN WERE KILLED IN A\n"
        "CLASH NEAR THE TOWN OF JUANJUI YESTERDAY, AND THAT ARMS WERE FOUND ON THE\n"
        "ROAD TO THE NORTH.\n\n   A THIRD MAN WAS TAKEN TO A HOSPITAL IN THE CAPITAL, WHERE HE IS IN A\n"
        "GRAVE STATE.\n"
    )

    article = parse_article(wrapped, source="a")

    assert len(article.blocks) == 2
    assert "IN A CLASH NEAR" in article.text
    assert article.published == date(1990, 1, 3)


def test_a_line_is_a_paragraph_when_lines_are_not_wrapped() -> None:
    assert len(split_paragraphs(f"{STORY}\n{MORE}\n{STORY} {MORE}")) == 3


def test_a_headline_and_its_date_line_are_two_where_the_paragraphs_below_are_long_lines() -> None:
    # The headline fills its line as wrapped text would, but no other line is wrapped.
    head = "Three held after attack on a grain barge at the lock\nPassau, 22 February 2016"
    text = f"{head}\n\n{STORY} {MORE}\n\n{MORE} {STORY}"

    article = parse_article(text, source="a")

    assert article.title == "Three held after attack on a grain barge at the lock"
    assert article.published == date(2016, 2, 22)


def test_the_line_below_a_story_may_tell_when_it_came_out() -> None:
    article = parse_article(f"{STORY} {MORE}\n\n{MORE}\n\nPublished in The Ledger, March 10th, 2017", source="a")

    assert article.published == date(2017, 3, 10)


def test_a_story_of_what_was_published_is_no_such_line() -> None:
    article = parse_article(
        f"{STORY}\n\n{MORE}\n\nThe list was published in Arden on March 10, 2017, he said.", source="a"
    )

    assert article.published is None


def test_a_sentence_cut_by_a_stray_line_end_is_mended() -> None:
    assert split_paragraphs("A patrol held a young\nsuspect and left.\nTwo fled.") == (
        "A patrol held a young suspect and left.",
        "Two fled.",
    )


def test_a_hyphen_at_a_line_end_keeps_its_word_together() -> None:
    assert split_paragraphs("The men are said to be Iran-\nbacked fighters.") == (
        "The men are said to be Iran-backed fighters.",
    )


def test_odd_characters_are_cleaned() -> None:
    article = parse_article(
        "\ufeffA\u00a0blast\u200b hit the ca\u00adfe\u0301 \x1b[31mred\x1b[0m\x07 hall\u2028\u2028Two died\x00 there.",
        source="a",
    )

    assert article.text == "A blast hit the café red hall\n\nTwo died there."


def test_half_a_surrogate_is_replaced() -> None:
    assert parse_article("A blast \ud83d hit the town.", source="a").text == "A blast \ufffd hit the town."


def test_the_id_is_that_of_the_normal_text() -> None:
    first = parse_article(f"Two Guards Killed\n\n{STORY}", source="a")
    second = parse_article(f"Two Guards Killed\r\n\r\n\r\n{STORY} \r\n", source="b", published=date(2020, 1, 1))

    assert first.id == second.id
    assert len(first.id) == 16
    assert second.published_basis is PublishedBasis.GIVEN


def test_a_text_without_words_is_refused() -> None:
    with pytest.raises(InputError, match="empty"):
        parse_article(" \n\u200b\n", source="a.txt")


def test_a_text_of_captions_alone_keeps_one_as_its_story() -> None:
    article = parse_article("Mourners gather outside a mosque in Kano, Nigeria, May 2, 2014.", source="a")

    assert [block.kind for block in article.blocks] == [BlockKind.BODY]


def test_an_address_with_a_day_gives_the_publication_date() -> None:
    article = parse_article(STORY, source="a", url="https://example.org/2015/05/04/bank.html")

    assert (article.published, article.published_basis) == (date(2015, 5, 4), PublishedBasis.METADATA)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (STORY, "en"),
        (
            "Dos guardias murieron en el puerto cuando los hombres armados entraron en un banco, dijo la policía.",
            "es",
        ),
        (
            "Zwei Wachleute sind bei einem Überfall auf die Bank in dem Hafen ums Leben gekommen, hieß es.",
            "de",
        ),
        (
            "Deux gardes ont été tués dans une attaque contre la banque du port, selon la police et la mairie.",
            "fr",
        ),
        ("Kabul Lima Quito", None),
    ],
)
def test_the_language_is_guessed_from_function_words(text: str, language: str | None) -> None:
    assert parse_article(text, source="a").language == language


def test_clips_beside_clips_are_furniture_and_a_timeline_is_a_story() -> None:
    clips = (
        f'{STORY}\n\n{MORE}\n\n0:42 Bakers race through the old town\n\n1:15 "We saw nothing of it."\n\n'
        "2:03 Mayor opens a bridge"
    )
    timeline = f"{STORY}\n\n14:35 Two men in masks enter the bank.\n\n14:41 Guards call for help."

    assert [kind for kind, _ in kinds_of(parse_article(clips, source="a", title="Guards killed"))][3:] == [
        "furniture",
        "furniture",
        "furniture",
    ]
    assert {kind for kind, _ in kinds_of(parse_article(timeline, source="a"))} == {"body"}


def test_links_that_a_page_prints_twice_or_below_a_label_are_furniture() -> None:
    teasers = (
        "Divers found a car in the river, the mayor said on Monday.\n\nA bakery that burnt down in May opens again."
    )
    twice = "\n\n".join(line for line in teasers.split("\n\n") for _ in range(2))
    pages = (
        f"{twice}\n\n{STORY}\n\n{MORE}",
        f"{STORY}\n\n{MORE}\n\nOther top stories:\n\nTwo shot in the old town\n\n"
        "Bakery opens again\n\nWe are on the air at six.",
    )
    kinds = [[kind for kind, _ in kinds_of(parse_article(page, source="a", title="Guards killed"))] for page in pages]

    assert kinds[0] == ["title", *["furniture"] * 4, "body", "body"]
    assert kinds[1] == ["title", "body", "body", *["furniture"] * 3, "body"]


def test_a_lead_that_is_its_own_standfirst_stays_a_story() -> None:
    article = parse_article(f"{STORY}\n\n{STORY}\n\n{MORE}", source="a", title="Guards killed")

    assert "furniture" not in {kind for kind, _ in kinds_of(article)}


def test_a_page_of_clips_alone_keeps_its_title() -> None:
    article = parse_article(
        "0:42 Bakers race\n\n1:15 Mayor opens bridge", source="a", title="Two guards killed in Beira"
    )

    assert [kind for kind, _ in kinds_of(article)] == ["title", "furniture", "furniture"]
