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


@pytest.mark.parametrize(
    ("sentence", "word", "above", "role"),
    [
        ("Gunmen attacked a van transporting prisoners in Arden.", "van", "attacked", "dobj"),
        ("Gunmen attacked a van transporting prisoners in Arden.", "prisoners", "transporting", "dobj"),
        ("A patrol guarding pylons was ambushed.", "patrol", "ambushed", "nsubjpass"),
        ("A bank opposite had its windows broken.", "bank", "had", "nsubj"),
        ("Two shops were petrol-bombed overnight.", "shops", "bombed", "nsubjpass"),
        ("Carrying lamps are sold in Arden.", "lamps", "sold", "nsubjpass"),
    ],
)
def test_a_thing_hangs_on_what_befell_it(sentence: str, word: str, above: str, role: str) -> None:
    pipeline = load_pipeline()
    doc = pipeline.run(pipeline.nlp.make_doc(sentence))

    token = next(found for found in doc if found.text == word)

    assert (token.head.text, token.dep_) == (above, role)
