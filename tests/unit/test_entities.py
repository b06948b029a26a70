"""Names scored all at once, against the recognizer that walks."""

from __future__ import annotations

import warnings

import pytest
from spacy.lang.en import English

from dateline.analysis.entities import NAMES, Names, read_moves, replace_recognizer

TEXTS = [
    "Gunmen from Jaish al-Adl shot two officers near Zahedan on Tuesday, the Islamic Republic News Agency said.",
    "On 12 March 1988, at about 6.30 p.m., some 5,000 people met in Plaza San Martin in Lima to hear Mr. Alan Garcia.",
    "\n\nKabul\n\n  New   York  ,\t the United States of America and the Gulf of Aden \n",
    "He paid $3.5 million, or 40 per cent, for the first two of three Picassos at the Museum of Modern Art in New York",
    "Reuters",
    "",
]


@pytest.mark.slow
@pytest.mark.parametrize("text", TEXTS)
def test_the_names_are_those_of_the_recognizer(text):
    import spacy

    from dateline.analysis.pipelines import SHIPPED

    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message=r"\[W095\]")
        nlp = spacy.load(SHIPPED[0], exclude=["lemmatizer"])
    walked = nlp(text)
    with nlp.select_pipes(disable=["ner"]):
        scored = Names(nlp.get_pipe("ner"))(nlp(text))

    assert [(ent.start, ent.end, ent.label_) for ent in scored.ents] == [
        (ent.start, ent.end, ent.label_) for ent in walked.ents
    ]
    assert [token.ent_iob for token in scored] == [token.ent_iob for token in walked]


def test_moves_are_read_from_their_names():
    moves = read_moves(["", "O", "B-ORG", "I-ORG", "L-ORG", "U-ORG", "U-"])

    assert moves.outside == 1
    assert moves.begins == {2: "ORG"}
    assert moves.units == {5: "ORG"}
    assert (moves.inner, moves.last) == ({2: 3}, {2: 4})


def test_an_entity_that_cannot_end_is_refused():
    with pytest.raises(ValueError, match="L-ORG"):
        read_moves(["O", "B-ORG", "I-ORG", "U-ORG"])


def test_a_recognizer_beside_other_sources_of_names_stays():
    nlp = English()
    nlp.add_pipe("entity_ruler")
    nlp.add_pipe("ner")

    replace_recognizer(nlp)

    assert nlp.pipe_names == ["entity_ruler", "ner"]


def test_a_recognizer_without_weights_stays():
    nlp = English()
    nlp.add_pipe("ner")

    replace_recognizer(nlp)

    assert NAMES not in nlp.pipe_names
