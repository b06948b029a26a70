"""Vectors of words kept, against the layers that make them anew."""

from __future__ import annotations

import warnings

import numpy as np
import pytest
from spacy.lang.en import English

from dateline.analysis.embedding import EMBED, KnownWords, keep_words
from dateline.analysis.pipelines import SHIPPED

TEXTS = [
    "Gunmen shot two officers near Zahedan on Tuesday, the Islamic Republic News Agency said.",
    "The officers near the gate can't have seen the gunmen, who can shoot, the agency said on Tuesday.",
    "\n\nKabul\n\n  New   York  ,\t the xqzzt of Aden \n",
    "Reuters",
]


@pytest.fixture(scope="module")
def pipeline():
    import spacy

    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message=r"\[W095\]")
        return spacy.load(SHIPPED[0], exclude=["lemmatizer"])


@pytest.fixture
def known(pipeline):
    """What would be kept of the words, and the layers themselves."""
    from dateline.analysis.embedding import FirstLayers

    layers = pipeline.get_pipe("tok2vec").model.get_ref(EMBED)
    return KnownWords(FirstLayers(layers)), layers


@pytest.mark.slow
@pytest.mark.parametrize("text", TEXTS)
def test_the_vectors_are_those_of_the_layers(pipeline, known, text):
    words, layers = known
    doc = pipeline.make_doc(text)

    assert np.allclose(words.embed(doc), layers.predict([doc])[0], atol=1e-4)


@pytest.mark.slow
def test_what_was_read_before_changes_no_vector(pipeline, known):
    words, _ = known
    docs = [pipeline.make_doc(text) for text in TEXTS]
    alone = []
    for doc in docs:
        words.forget()
        alone.append(words.embed(doc))
    words.forget()
    in_turn = [words.embed(doc) for doc in reversed(docs)][::-1]

    assert all((one == other).all() for one, other in zip(alone, in_turn, strict=True))


@pytest.mark.slow
def test_when_too_many_words_have_come_all_are_forgotten(pipeline, known, monkeypatch):
    words, layers = known
    monkeypatch.setattr("dateline.analysis.embedding.MOST", 12)
    for text in TEXTS:
        doc = pipeline.make_doc(text)

        assert np.allclose(words.embed(doc), layers.predict([doc])[0], atol=1e-4)
        assert len(words) <= 12


@pytest.mark.slow
def test_a_pipeline_that_keeps_words_tags_as_before():
    import spacy

    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message=r"\[W095\]")
        nlp, keeping = (spacy.load(SHIPPED[0], exclude=["lemmatizer"]) for _ in range(2))
    keep_words(keeping)
    asked = ["TAG", "POS", "DEP", "HEAD", "ENT_TYPE", "ENT_IOB"]

    assert sum(node.name == "known_words" for _, pipe in keeping.pipeline for node in _walk(pipe)) == 2
    for text in TEXTS * 2:
        assert (keeping(text).to_array(asked) == nlp(text).to_array(asked)).all()


def test_layers_of_another_kind_stay():
    nlp = English()
    model = nlp.add_pipe("tok2vec").model  # without a table of vectors
    nlp.initialize()
    layers = model.get_ref(EMBED)
    keep_words(nlp)

    assert model.get_ref(EMBED) is layers


def _walk(pipe):
    model = getattr(pipe, "model", None)
    return () if model is None else model.walk()
