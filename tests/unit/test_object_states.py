"""An object and what became of it: two, whatever the parser makes of them."""

from __future__ import annotations

import pytest

from dateline.analysis.pipelines import load_pipeline

pytestmark = pytest.mark.slow


@pytest.mark.parametrize(
    ("sentence", "thing", "state"),
    [
        ("The rebels took three officials hostage.", "officials", "hostage"),
        ("Rebels overran a base near Mekelle on Monday, taking 50 soldiers prisoner.", "soldiers", "prisoner"),
        (
            "Demonstrators stormed the consulate in Basra on Friday night and set the building alight.",
            "building",
            "alight",
        ),
    ],
)
def test_the_thing_is_the_object_and_not_its_state(sentence: str, thing: str, state: str) -> None:
    pipeline = load_pipeline()
    doc = pipeline.run(pipeline.nlp.make_doc(sentence))

    words = {token.text: token for token in doc}

    assert (words[thing].dep_, words[state].dep_) == ("dobj", "oprd")
    assert words[thing].head == words[state].head
