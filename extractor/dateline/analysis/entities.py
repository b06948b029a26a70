"""Finds names: what the pipeline's entity recognizer finds, in a third of its time.

The recognizer walks from token to token, and what it scores at a token depends on nothing but the token and where the
open entity began (`StateC.set_context_tokens` in spaCy). So all tokens are scored at once as if no entity were open,
and then, round by round, all second tokens of an entity, all third, and so on; the walk only looks up. The names are
those of the recognizer, up to roundings: 4,365 names of 90 articles were the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from typing import TYPE_CHECKING, Any

import numpy as np
from spacy.language import Language
from spacy.pipeline import EntityRecognizer
from spacy.tokens import Span

from dateline.analysis.components import replace_component

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from spacy.tokens import Doc

    Floats = NDArray[np.float32]
    Flags = NDArray[np.bool_]

NAMES = "dateline_names"
RECOGNIZER = "ner"
# Components that leave names alone; beside any other the recognizer itself has to run, for names may be given to it.
# The mends of parses join the pipeline later.
KNOWN = frozenset((
    "tok2vec", "tagger", "parser", "senter", "attribute_ruler", "lemmatizer", "ner",
    "dateline_block_starts", "dateline_word_classes",
))  # fmt: skip
FEATURES = 3  # of a state: the token, the first token of the open entity, the token before
NEVER = np.float32(-np.inf)


@dataclass(frozen=True, slots=True)
class Moves:
    """Numbers of the moves that the model scores."""

    outside: int
    begins: Mapping[int, str]  # move and the label it opens
    units: Mapping[int, str]
    inner: Mapping[int, int]  # the move that goes on, by the move that began
    last: Mapping[int, int]  # the move that ends, by the move that began


def read_moves(names: Sequence[str]) -> Moves:
    """Read the moves of a recognizer from their names ("B-ORG", "I-ORG", "L-ORG", "U-ORG", "O").

    Raises:
        ValueError: there is no "O", or an entity that begins cannot go on and end.
    """
    number = {name: index for index, name in enumerate(names)}
    begins = {index: name[2:] for name, index in number.items() if name.startswith("B-") and name[2:]}
    try:
        return Moves(
            outside=number["O"],
            begins=begins,
            units={index: name[2:] for name, index in number.items() if name.startswith("U-") and name[2:]},
            inner={index: number[f"I-{label}"] for index, label in begins.items()},
            last={index: number[f"L-{label}"] for index, label in begins.items()},
        )
    except KeyError as error:
        raise ValueError(f"no move {error}") from None


class Names:
    """A component that sets the entities of a Doc."""

    def __init__(self, recognizer: EntityRecognizer) -> None:
        """Take the weights of `recognizer`; raises ValueError where it is not of the usual kind."""
        model: Any = recognizer.model
        lower = model.get_ref("lower")
        usual = model.attrs["has_upper"] and not model.attrs["unseen_classes"]
        if not usual or lower.get_dim("nF") != FEATURES:
            raise ValueError("an unusual model")
        # Not `recognizer.move_names`, which leaves one out.
        transitions: Any = recognizer.moves
        self.moves = read_moves([transitions.get_class_name(move) for move in range(transitions.n_moves)])
        self._vectors = model.get_ref("tok2vec")
        self._lower = lower
        upper = model.get_ref("upper")
        self._weights: Floats = upper.get_param("W")
        self._bias: Floats = upper.get_param("b")
        moves = np.arange(len(self._bias))
        self._begin: Flags = np.isin(moves, list(self.moves.begins))
        self._name: Flags = self._begin | np.isin(moves, list(self.moves.units))

    def __call__(self, doc: Doc) -> Doc:
        """Set the entities."""
        if len(doc):
            spans = [Span(doc, start, end, label=label) for start, end, label in self._find(doc)]
            doc.set_ents(spans, default="outside")
        return doc

    def _find(self, doc: Doc) -> Iterator[tuple[int, int, str]]:
        """Yield the first token, the end and the label of each name."""
        # Row 0 stands for no token.
        parts: Floats = self._lower.predict(self._vectors.predict([doc]))
        ends = np.append(doc.to_array("SENT_START")[1:] == 1, True)  # no name goes on behind
        chosen = self._choose_first(parts, ends, doc.to_array("IS_SPACE").astype(np.bool_))
        named = np.flatnonzero(chosen != self.moves.outside)
        length = self._measure(parts, ends, named[self._begin[chosen[named]]], chosen)
        at = 0
        for token in map(int, named):
            if token < at:
                continue
            move = int(chosen[token])
            at = token + length.get(token, 1)
            yield token, at, self.moves.units.get(move) or self.moves.begins[move]

    def _choose_first(self, parts: Floats, ends: Flags, spaces: Flags) -> NDArray[np.intp]:
        """Return the best move at each token while no entity is open."""
        hidden = self._hide(parts[1:, 0] + parts[0, 1] + parts[0, 2])
        scores = hidden @ self._weights.T + self._bias
        barred = np.outer(spaces, self._name) | np.outer(ends, self._begin) | ~self._name
        barred[:, self.moves.outside] = False
        best: NDArray[np.intp] = np.where(barred, NEVER, scores).argmax(axis=1)
        return best

    def _measure(
        self, parts: Floats, ends: Flags, begins: NDArray[np.intp], chosen: NDArray[np.intp]
    ) -> Mapping[int, int]:
        """Return the number of tokens of the entity that would begin at each of `begins`."""
        lengths: dict[int, int] = {}
        tokens = begins + 1
        inner = np.array([self.moves.inner[int(chosen[begin])] for begin in begins], np.intp)
        last = np.array([self.moves.last[int(chosen[begin])] for begin in begins], np.intp)
        while len(begins):
            hidden = self._hide(parts[tokens + 1, 0] + parts[begins + 1, 1] + parts[tokens, 2])
            go_on = np.einsum("ij,ij->i", hidden, self._weights[inner]) + self._bias[inner]
            stop = np.einsum("ij,ij->i", hidden, self._weights[last]) + self._bias[last]
            on = ~ends[tokens] & ((go_on > stop) | ((go_on == stop) & (inner < last)))
            lengths.update(zip(begins[~on].tolist(), (tokens - begins + 1)[~on].tolist(), strict=True))
            begins, tokens, inner, last = begins[on], tokens[on] + 1, inner[on], last[on]
        return lengths

    def _hide(self, summed: Floats) -> Floats:
        summed = summed + self._lower.get_param("b")
        # Not `max(axis=-1)`, which takes ten times as long where the axis is as short as here.
        hidden: Floats = reduce(np.maximum, np.moveaxis(summed, -1, 0))
        return hidden


@Language.factory(NAMES)
def make_names(nlp: Language, name: str) -> Names:
    """Make the component from the entity recognizer of `nlp`; raises ValueError where it is not of the usual kind."""
    recognizer = nlp.get_pipe(RECOGNIZER)
    if not isinstance(recognizer, EntityRecognizer):
        raise ValueError("no entity recognizer")
    return Names(recognizer)


def replace_recognizer(nlp: Language) -> None:
    """Put names scored all at once in the place of the entity recognizer, where it is of the usual kind."""
    if RECOGNIZER not in nlp.pipe_names or not KNOWN.issuperset(nlp.pipe_names):
        return
    replace_component(nlp, RECOGNIZER, NAMES)
