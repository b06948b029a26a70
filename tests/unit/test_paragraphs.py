"""Which paragraph a sentence stands in, also where the text has lost its line breaks."""

from __future__ import annotations

import dateline
from dateline.relate.paragraphs import LONG, USUAL, number_paragraphs


def number(*paragraphs: str) -> tuple[int, ...]:
    """Number the sentences of a text, each of which begins with "S"."""
    article = dateline.parse_article("\n\n".join(paragraphs), source="test")
    return number_paragraphs(article, [place for place, letter in enumerate(article.text) if letter == "S"])


def test_each_paragraph_has_its_number() -> None:
    assert number("Six men met.", "She saw it. Sam ran away.", "Some left early.")[-3:] == (1, 1, 2)


def test_a_story_that_lost_its_line_breaks_is_divided() -> None:
    long = " ".join(["She saw the smoke."] * (LONG + 1))

    numbers = number("Smoke over the old town", long, "So it ended last night.")

    assert numbers[0] == 0
    assert numbers[1 : LONG + 2] == tuple(1 + place // USUAL for place in range(LONG + 1))
    assert numbers[-1] == numbers[-2] + 1


def test_a_paragraph_of_usual_length_is_one() -> None:
    assert len(set(number("Smoke over the old town", " ".join(["She saw the smoke."] * LONG))[1:])) == 1


def test_a_long_paragraph_among_many_others_is_one() -> None:
    short = [f"She saw the smoke over {town} hill, and nobody came to put it out." for town in range(2 * LONG)]

    numbers = number(*short, " ".join(["She saw the smoke."] * (LONG + 1)))

    assert max(map(numbers.count, numbers)) == LONG + 1


def test_two_raids_of_a_story_in_one_paragraph_are_two() -> None:
    text = (
        "Jets strike Tabor, killing 21\n\n"
        "Jets struck the northern city of Idlib on Sunday, killing 21 people, monitors said. "
        "A market was among the places hit. Rescue workers searched the ruins. "
        "Doctors said that the hospital had run out of blood. It asked for help. "
        "The government has not commented. Talks in Geneva ended last week. They brought no result. "
        "Air raids in the town of Saraqib, 20 km away, killed six people. "
        "The war is in its sixth year."
    )
    (result,) = dateline.Extractor().extract_all([dateline.parse_article(text, source="test")])
    tolls = [record.casualties.killed.best for record in result.records if record.casualties.killed]

    assert tolls == [21, 6]
