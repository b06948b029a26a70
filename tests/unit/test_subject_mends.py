"""Who acts and what is told of them: mends of parses that would lose the doer."""

from __future__ import annotations

import pytest

from dateline.analysis.pipelines import load_pipeline

pytestmark = pytest.mark.slow


@pytest.mark.parametrize(
    ("sentence", "word", "above", "role"),
    [
        ("Riot police and troops broke up a sit-in by miners and students in Arden.", "by", "in", "prep"),
        ("Two people killed in the raid by rebels were nurses.", "rebels", "by", "pobj"),
        (
            "Aid workers said Ruritanian soldiers withdrawing through the border town of Pell had raped 12 women.",
            "soldiers",
            "raped",
            "nsubj",
        ),
        ("Three people died after police, backed by soldiers, fired on a crowd in Lima.", "police", "fired", "nsubj"),
        ("Six fell after police in Arden, in league with a gang, opened fire on a bus.", "police", "opened", "nsubj"),
        ("They left after lunch, drove home and slept.", "lunch", "after", "pobj"),
        (
            "Hundreds of men, some of them said to be former soldiers, stormed the palace in Quito on Monday.",
            "Hundreds",
            "stormed",
            "nsubj",
        ),
        (
            "Dozens of youths, some thought to be members of a gang, torched a school, police said.",
            "Dozens",
            "torched",
            "nsubj",
        ),
        ("A man police say shot two people at a bar in Reno was arrested on Tuesday.", "man", "arrested", "nsubjpass"),
        ("A man police say shot two people at a bar in Reno was arrested on Tuesday.", "say", "man", "relcl"),
        (
            "The teenager police say set fire to a school in Reno was charged with arson.",
            "teenager",
            "charged",
            "nsubjpass",
        ),
        ("A 19-year-old man prosecutors say killed his father in Reno pleaded guilty.", "man", "pleaded", "nsubj"),
        ("Two suicide bombings killed at least 19 people in Arden on Tuesday.", "bombings", "killed", "nsubj"),
        (
            "Rebels attacked and burned a village near Goma, killing six people, residents and local doctors said.",
            "Rebels",
            "attacked",
            "nsubj",
        ),
        (
            "Rebels attacked and burned a village near Goma, killing six people, residents and local doctors said.",
            "residents",
            "said",
            "nsubj",
        ),
        ("A Palestinian shot and killed an Israeli guard near Nablus on Monday.", "Palestinian", "shot", "nsubj"),
        ("A Palestinian shot and killed an Israeli guard near Nablus on Monday.", "A", "Palestinian", "det"),
        (
            "The cabinet has denied that the front is active in the north and blames local bandits.",
            "blames",
            "denied",
            "conj",
        ),
    ],
)
def test_the_doer_hangs_on_what_was_done(sentence: str, word: str, above: str, role: str) -> None:
    pipeline = load_pipeline()
    doc = pipeline.run(pipeline.nlp.make_doc(sentence))

    token = next(found for found in doc if found.text == word)

    assert (token.dep_, token.head.text) == (role, above)
