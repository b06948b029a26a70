"""Gives tokens their parts of speech: what the pipeline's attribute ruler does, without what no stage reads.

The shipped ruler has 179 patterns, most of them for lemmas and morphology, and tries all of them at each token: an
eighth of the time of the whole pipeline. Here the few that set a part of speech, a tag or an arc are columns of
numbers compared for all tokens at once.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from spacy.language import Language
from spacy.parts_of_speech import IDS
from spacy.pipeline import AttributeRuler

from dateline.analysis.components import replace_component

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from spacy.strings import StringStore
    from spacy.tokens import Doc

    Column = NDArray[np.uint64]  # one attribute of all tokens

WORD_CLASSES = "dateline_word_classes"
RULER = "attribute_ruler"
SET = ("POS", "TAG", "DEP")  # what a pattern may set and a stage may read
ASKED = ("TAG", "DEP", "LOWER", "IS_SPACE")  # what a pattern may ask of a token


@dataclass(frozen=True, slots=True)
class Condition:
    """What one attribute of one token must be."""

    attribute: str
    offset: int  # tokens after the first of the pattern
    values: tuple[np.uint64, ...]
    among: bool  # False: none of the values


@dataclass(frozen=True, slots=True)
class Rule:
    """One row of a pattern, and what it sets."""

    conditions: tuple[Condition, ...]
    index: int  # tokens from the first of the row to the one that is set
    sets: tuple[tuple[str, int | np.uint64], ...]


class WordClasses:
    """A component that sets parts of speech."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        """Keep the rules; where several hold, the last one does."""
        self.rules = tuple(rules)

    def __call__(self, doc: Doc) -> Doc:
        """Set the parts of speech of all tokens."""
        asked = {name: np.asarray(doc.to_array(name), np.uint64) for name in ASKED}
        fresh = {name: np.asarray(doc.to_array(name), np.uint64) for name in SET}
        present = {name: frozenset(column.tolist()) for name, column in asked.items()}
        for rule in self.rules:
            if not _may_hold(rule, present):
                continue
            places = _find_places(rule, asked)
            for attribute, value in rule.sets if len(places) else ():
                fresh[attribute][places + rule.index] = value
        # The stubs foresee thinc's own kind of array only.
        return doc.from_array(list(SET), np.stack([fresh[name] for name in SET], axis=1))  # type: ignore[arg-type]


def _may_hold(rule: Rule, present: Mapping[str, frozenset[int]]) -> bool:
    """Whether all values that the rule asks for stand in the text; most of the rules ask for one word."""
    return not any(
        condition.among and present[condition.attribute].isdisjoint(condition.values) for condition in rule.conditions
    )


def _find_places(rule: Rule, asked: Mapping[str, Column]) -> NDArray[np.intp]:
    """Return the tokens at which the rule holds."""
    first, *others = rule.conditions
    places = np.flatnonzero(_holds(first, asked[first.attribute])) - first.offset
    for condition in others:
        if not len(places):
            break
        column = asked[condition.attribute]
        places = places[(places >= 0) & (places + condition.offset < len(column))]
        places = places[_holds(condition, column[places + condition.offset])]
    return places


def _holds(condition: Condition, column: Column) -> NDArray[np.bool_]:
    found: NDArray[np.bool_] = column == condition.values[0]
    for value in condition.values[1:]:
        found |= column == value
    return found if condition.among else ~found


def read_rules(patterns: Sequence[Mapping[str, Any]], strings: StringStore) -> tuple[Rule, ...]:
    """Return the patterns of an attribute ruler that set something that is read.

    Raises:
        ValueError: a pattern asks what is not foreseen here, so that the ruler itself has to run.
    """
    rules: list[Rule] = []
    for pattern in patterns:
        sets = {name: value for name, value in pattern["attrs"].items() if name in SET}
        named = tuple((name, IDS[value] if name == "POS" else _number(value, strings)) for name, value in sets.items())
        for row in pattern["patterns"] if sets else ():
            conditions = [
                _read_condition(name, asked, offset, strings)
                for offset, token in enumerate(row)
                for name, asked in token.items()
            ]
            rules.append(Rule(tuple(conditions), pattern["index"], named))
    return tuple(rules)


def _read_condition(attribute: str, asked: object, offset: int, strings: StringStore) -> Condition:
    among, values = True, asked
    if isinstance(asked, Mapping):
        ((operator, values),) = asked.items()
        if operator not in ("IN", "NOT_IN"):
            raise ValueError(f"operator '{operator}'")
        among = operator == "IN"
    if attribute not in ASKED:
        raise ValueError(f"attribute '{attribute}'")
    listed = values if isinstance(values, list) else [values]
    return Condition(attribute, offset, tuple(_number(value, strings) for value in listed), among)


def _number(value: object, strings: StringStore) -> np.uint64:
    if isinstance(value, bool):
        return np.uint64(value)
    if isinstance(value, str):
        return np.uint64(strings.add(value) if value else 0)
    raise ValueError(f"value {value!r}")


@Language.factory(WORD_CLASSES)
def make_word_classes(nlp: Language, name: str) -> WordClasses:
    """Make the component from the attribute ruler of `nlp`; raises ValueError where its patterns are unusual."""
    ruler = nlp.get_pipe(RULER)
    patterns = ruler.patterns if isinstance(ruler, AttributeRuler) else []
    return WordClasses(read_rules(patterns, nlp.vocab.strings))


def replace_ruler(nlp: Language) -> None:
    """Put rules compared all at once in the place of the attribute ruler, where its patterns are of the usual kind."""
    if RULER not in nlp.pipe_names or not isinstance(nlp.get_pipe(RULER), AttributeRuler):
        return
    replace_component(nlp, RULER, WORD_CLASSES)
