"""Parts of speech by comparison of columns."""

from __future__ import annotations

import pytest
from spacy.lang.en import English
from spacy.strings import StringStore
from spacy.tokens import Doc

from dateline.analysis.word_classes import WordClasses, read_rules, replace_ruler

PATTERNS = [
    {"patterns": [[{"TAG": "VBD"}], [{"TAG": "VBZ"}]], "attrs": {"POS": "VERB", "MORPH": "VerbForm=Fin"}, "index": 0},
    {"patterns": [[{"TAG": "VBD", "LOWER": "was"}]], "attrs": {"POS": "AUX", "LEMMA": "be"}, "index": 0},
    {"patterns": [[{"DEP": "expl"}, {"LOWER": {"IN": ["is", "was"]}}]], "attrs": {"POS": "VERB"}, "index": 1},
    {"patterns": [[{"TAG": "DT", "DEP": {"NOT_IN": ["det", ""]}}]], "attrs": {"POS": "PRON"}, "index": 0},
    {"patterns": [[{"LOWER": {"REGEX": "^y"}}]], "attrs": {"LEMMA": "you"}, "index": 0},
]


def make_doc(words: str, tags: str, deps: str) -> Doc:
    count = len(words.split())
    return Doc(English().vocab, words.split(), tags=tags.split(), deps=deps.split(), heads=[0] * count)


@pytest.mark.parametrize(
    ("words", "tags", "deps", "expected"),
    [
        ("It fell", "PRP VBD", "nsubj ROOT", ["", "VERB"]),
        ("It was", "PRP VBD", "nsubj ROOT", ["", "AUX"]),
        ("There was", "EX VBD", "expl ROOT", ["", "VERB"]),
        ("was There", "VBD EX", "ROOT expl", ["AUX", ""]),
        ("This fell", "DT VBD", "nsubj ROOT", ["PRON", "VERB"]),
        ("the falls", "DT VBZ", "det ROOT", ["", "VERB"]),
    ],
)
def test_the_last_rule_that_holds_sets_the_part_of_speech(
    words: str, tags: str, deps: str, expected: list[str]
) -> None:
    doc = make_doc(words, tags, deps)

    WordClasses(read_rules(PATTERNS, doc.vocab.strings))(doc)

    assert [token.pos_ for token in doc] == expected


def test_a_pattern_of_an_unknown_kind_is_refused() -> None:
    pattern = {"patterns": [[{"LOWER": {"REGEX": "^y"}}]], "attrs": {"POS": "PRON"}, "index": 0}

    with pytest.raises(ValueError, match="REGEX"):
        read_rules([pattern], StringStore())


def test_a_pipeline_keeps_a_ruler_with_patterns_of_an_unknown_kind() -> None:
    nlp = English()
    nlp.add_pipe("attribute_ruler").add([[{"LOWER": {"REGEX": "^y"}}]], {"POS": "PRON"})  # type: ignore[attr-defined]

    replace_ruler(nlp)

    assert nlp.pipe_names == ["attribute_ruler"]
