from __future__ import annotations

import spacy
from spacy.tokens import Doc

from dateline.analysis.blocks import STARTS, hold_blocks, prepare_doc
from dateline.read import parse_article


def starts_of(text: str) -> list[str]:
    """Return the first word of the article and of what is held as a start in it."""
    article = parse_article(text, source="-")
    doc = prepare_doc(spacy.blank("en").make_doc, article.text, article)
    return [article.text[start:].split()[0] for start in doc.user_data[STARTS]]


def test_the_story_behind_a_label_starts_a_sentence() -> None:
    text = "LIMA, 3 MAY 89 (EFE) -- [REPORT] [JUAN RUIZ] [TEXT] REBELS BURNED THE MILL OF THE TOWN."

    assert starts_of(text) == ["LIMA,", "REBELS"]


def test_a_speaker_in_brackets_starts_no_sentence_of_its_own() -> None:
    assert starts_of("[Mayor Ruiz] The mill burned.\n\nIt was old [laughter] and dry.") == ["[Mayor", "The", "It"]


RUN_ON = "The mill burned. " * 8


def test_what_follows_a_heading_run_into_a_long_block_starts_a_sentence() -> None:
    text = RUN_ON + "Three hurt in Tabor raid Earlier three men were hurt. Western front A bridge fell at dusk."

    assert starts_of(text) == ["The", "Earlier", "A"]


def test_a_capital_inside_a_name_starts_no_sentence() -> None:
    text = (
        RUN_ON + "They read The Evening Post in Serie A stadiums, and took vitamin A at noon. He sang Song Of The Sea."
    )

    assert starts_of(text) == ["The"]


def test_a_short_paragraph_has_no_heading_run_into_it() -> None:
    assert starts_of("Three hurt in Tabor raid Earlier three men were hurt.") == ["Three"]


def test_what_follows_a_heading_that_a_hyphen_joins_to_it_starts_a_sentence() -> None:
    text = (
        "Border post-The mill burned.\n\n(J. Ruiz/ABC)-Nine men fled.\n\nMay 4, 2017-Rebels came.\n\n"
        "Trading blame-Oman spoke."
    )

    assert starts_of(text) == ["Border", "The", "(J.", "Nine", "May", "Rebels", "Trading", "Oman"]


def test_a_hyphen_in_a_name_parts_no_heading() -> None:
    text = (
        "The front of al-Shabab fled.\n\nThe then-President Ruiz spoke.\n\nA US-Oman deal failed.\n\nUSFOR-A said so."
    )

    assert starts_of(text) == ["The", "The", "A", "USFOR-A"]


def test_no_sentence_ends_behind_a_rank() -> None:
    doc = hold_blocks(
        Doc(spacy.blank("en").vocab, words=["County", "Det.", "Nora", "Quill", "spoke", ".", "Two", "men", "ran"])
    )

    assert doc[2].is_sent_start is False
