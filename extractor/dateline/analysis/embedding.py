"""Keeps the vectors that the pipeline's models make of single words, for the next time that a word comes.

The first layers of a model turn a word into a vector by its letters alone, and take two fifths of its time; only the
layers behind them look at the words beside it. Nine words in ten have come before, in this article or an earlier one.
New words go through the same layers in double precision: a product in single precision rounds a row otherwise for the
rows beside it, and no article may be read otherwise for the articles before it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
from thinc.api import Model

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from spacy.language import Language
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

    Floats = NDArray[np.float32]
    Doubles = NDArray[np.float64]
    Layer = Model[Any, Any]

EMBED = "embed"  # what spaCy calls the first layers
OWN = ("ORTH", "NORM", "SPACY")  # attributes of a token from which all that the layers ask of it follows
LETTERS = frozenset((*OWN, "LOWER", "PREFIX", "SUFFIX", "SHAPE", "IS_SPACE"))
MOST = 16384  # words that are kept, of 384 bytes
LEAST_VARIANCE = 1e-8  # what thinc adds, so that nothing is divided by 0


class Words:
    """Some words of a Doc, in the place of the Doc: what the layers ask of one."""

    def __init__(self, doc: Doc, tokens: Sequence[int]) -> None:
        """Take the words at `tokens`."""
        self.vocab: Vocab = doc.vocab
        self._doc, self._tokens = doc, tokens

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self._tokens)

    def to_array(self, attributes: int | list[int | str]) -> NDArray[np.uint64]:
        """Return the attributes of each, as `Doc.to_array` does of each token."""
        return np.asarray(self._doc.to_array(attributes), np.uint64)[self._tokens]


class FirstLayers:
    """The layers from the letters of words to their vectors."""

    def __init__(self, embed: Layer) -> None:
        """Read the layers of `embed`; raises ValueError where they are not of the usual kind."""
        layers = {layer.name: layer for layer in embed.walk()}
        usual = ("extract_features", "static_vectors", "maxout", "layernorm")
        if not layers.keys() >= set(usual) or not LETTERS.issuperset(layers["extract_features"].attrs["columns"]):
            raise ValueError("unusual layers")
        self._hashed, _ = embed.layers[0].layers
        self._of_static = _read(layers["static_vectors"], "W")
        self._weights, self._bias = _read(layers["maxout"], "W"), _read(layers["maxout"], "b")
        self._scale, self._shift = _read(layers["layernorm"], "G"), _read(layers["layernorm"], "b")
        self.width = len(self._scale)

    def embed(self, words: Words) -> Floats:
        """Return the vector of each word."""
        table = words.vocab.vectors
        rows = table.find(keys=words.to_array(table.attr))
        static = table.data[rows].astype(np.float64) @ self._of_static.T
        static[rows < 0] = 0  # no vector in the table
        both = np.hstack((self._hashed.predict([words]).data, static))
        pieces = both @ self._weights.reshape(-1, both.shape[1]).T
        best = (pieces.reshape(len(words), *self._bias.shape) + self._bias).max(axis=-1)
        middle, variance = best.mean(axis=1, keepdims=True), best.var(axis=1, keepdims=True) + LEAST_VARIANCE
        vectors: Doubles = (best - middle) / np.sqrt(variance) * self._scale + self._shift
        return vectors.astype(np.float32)


def _read(layer: Layer, name: str) -> Doubles:
    return np.asarray(layer.get_param(name), np.float64)


class KnownWords:
    """The vectors of the words that have come; when there are too many, all are forgotten."""

    def __init__(self, layers: FirstLayers) -> None:
        """Start with none."""
        self._layers = layers
        self._vectors: Floats = np.zeros((MOST, layers.width), np.float32)
        self._rows: dict[tuple[int, ...], int] = {}  # of the vectors, by word

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self._rows)

    def forget(self) -> None:
        """Forget all words."""
        self._rows.clear()

    def embed(self, doc: Doc) -> Floats:
        """Return the vector of each token."""
        words = list(map(tuple, doc.to_array(list(OWN)).tolist()))
        new = {word: token for token, word in enumerate(words) if word not in self._rows}
        if len(self._rows) + len(new) > MOST:
            self.forget()
            new = {word: token for token, word in enumerate(words)}
        if len(new) > MOST:
            return self._layers.embed(Words(doc, range(len(doc))))
        if new:
            first = len(self._rows)
            self._vectors[first : first + len(new)] = self._layers.embed(Words(doc, list(new.values())))
            self._rows.update(zip(new, range(first, first + len(new)), strict=True))
        return self._vectors[[self._rows[word] for word in words]]


def keep_words(nlp: Language) -> None:
    """Let the models of `nlp` keep the vectors of words, where their first layers are of the usual kind."""
    if nlp.vocab.vectors.mode != "default":  # in the other mode there is no row for a word
        return
    for _, component in nlp.pipeline:
        model = getattr(component, "model", None)
        if model is None:
            continue
        for node in list(model.walk()):
            if node.has_ref(EMBED):
                embed = node.get_ref(EMBED)
                try:
                    known = KnownWords(FirstLayers(embed))
                except ValueError:
                    continue
                model.replace_node(embed, Model("known_words", _forward, layers=[embed], attrs={"known": known}))


def _forward(model: Layer, docs: Sequence[Doc], is_train: bool) -> tuple[list[Floats], Callable[[Any], Any]]:
    if is_train:  # what changes must not be kept
        vectors, backprop = model.layers[0](docs, is_train)
        return vectors, backprop
    known: KnownWords = model.attrs["known"]
    return [known.embed(doc) for doc in docs], lambda _: []
