"""A spaCy component that starts a sentence at every block of the article."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc

from dateline.analysis.datelines import find_story_start
from dateline.analysis.lettered_names import know_lettered_names
from dateline.analysis.texts import TEXT
from dateline.articles import BlockKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from dateline.articles import Article

BLOCK_STARTS = "dateline_block_starts"
STARTS = (
    "dateline_starts"  # key in Doc.user_data: code points at which blocks, and stories behind a label or heading, start
)
LABELS = re.compile(r"(?:^|(?<=--)|(?<=[—–]))\s*(?:\[[A-Z][^\[\]]{1,120}\]\s*)+(?=\S)")  # "[TEXT] ", "[REPORT] [NAME] "
LABEL_REACH = 200  # code points of a block in which its labels stand
# A heading that lost its line break runs into its text: "Attacks in Deir Ezzor In the same week two men were killed".
# The words that open a sentence have no capital in the middle of one, but in names, in which the next word has one too.
OPENERS = """
    A An The This That These Those There It He She We They His Her Its Their Our In On At By For From To With Of As
    After Before During Since Until Amid Despite While When Where If Although But And Or So Also Earlier Later
    Meanwhile Elsewhere According Now Then Here Not No Two Three Four Five Six Seven Eight Nine Ten Eleven Twelve
    Dozens Scores Hundreds Thousands Several Many Most Some Other Another All Both Each Every More About Around Nearly
    Almost Over
"""
RUN_IN = re.compile(rf"(?<=[^\W_]{{3}}) (?=(?:{'|'.join(OPENERS.split())}) [a-z])")
LETTERED = re.compile(r"\b(?:class|grade|group|hepatitis|level|plan|serie|type|vitamin)$", re.IGNORECASE)
STOPS = re.compile(r"[.?!]\s")
# A subheading, or a picture's credit, that only a hyphen parts from its text: "Border post-The bomb went off at dawn".
HUNG = re.compile(r"(?P<last>\S+)-(?P<first>[‘“'\"]?[A-Z][\w’']*) ")
HUNG_REACH = 120  # code points of a block in which such a heading ends
SENTENCE_END = re.compile(r"(?<!\b[A-Z])[.?!]\s")  # no initial: "(J. Ruiz/ABC)-The mill burned"
CLOSED = "'’\"”)"
# Words that a hyphen joins to a name: "then-President", "trans-Saharan".
JOINED = """
    anti arch counter cross early east ex former full half inter intra late multi neo non north once other post quasi
    self semi south then trans ultra vice west with
"""
SHORTEST = 4  # letters of a heading's last word; shorter ones are parts of names: "al-Shabab"
HEADS = re.compile(r";\s+(?=\S+\s+\S)")
SHORTEST_SENTENCE = 3  # words
OPENING, PREFIXES = frozenset(OPENERS.split()), frozenset(JOINED.split())
# Ranks, offices and short first names that stand before a name: no sentence ends behind them.
RANKS = (
    "adm", "brig", "capt", "cmdr", "col", "const", "cpl", "det", "gen", "gov", "insp", "lt", "maj", "pfc", "pte", "pvt",
    "rep", "rev", "sen", "sgt", "spc", "supt", "md", "mohd", "mst", "smt",
)  # fmt: skip
UNBROKEN = 6  # sentence ends in a block, from which it is a story that lost its line breaks


@Language.component(BLOCK_STARTS)
def hold_blocks(doc: Doc) -> Doc:
    """Mark the first token of each block as the start of a sentence; the parser keeps such marks."""
    for number in (*np.flatnonzero(doc.to_array("IS_SPACE")).tolist(), *_find_behind_ranks(doc)):
        doc[number].is_sent_start = False
    first = np.searchsorted(doc.to_array("IDX"), doc.user_data.get(STARTS, ()))
    starts = first[first < len(doc)].tolist()
    held = frozenset(starts)
    for number in starts:
        doc[number].is_sent_start = True
        _hold_together(doc, number, held)
    return doc


def _find_behind_ranks(doc: Doc) -> Iterator[int]:
    """Yield the tokens of names behind an abbreviated rank, before which the parser likes to end a sentence."""
    ranks = [doc.vocab.strings.add(form) for rank in RANKS for form in (rank, f"{rank}.")]
    for number in np.flatnonzero(np.isin(doc.to_array("LOWER"), np.array(ranks, dtype=np.uint64))).tolist():
        behind = number + 1 + (not doc[number].text.endswith("."))
        if number and doc[number - 1].text == ",":
            continue  # "of Essex, Md. Police said": a state
        if behind < len(doc) and doc[behind].is_title and doc[behind - 1].text.endswith("."):
            yield behind


def _hold_together(doc: Doc, start: int, starts: frozenset[int]) -> None:
    """Let no sentence of a word or two open a block: behind a title the parser may part "Gunmen" from "shot three"."""
    for number in range(start + 1, min(start + SHORTEST_SENTENCE, len(doc))):
        if number in starts or not (doc[number].is_alpha and doc[number - 1].is_alpha):
            return
        doc[number].is_sent_start = False


def _find_run_in(text: str) -> Iterator[int]:
    """Yield where a sentence starts behind a heading that a story without line breaks runs into it."""
    if len(STOPS.findall(text)) < UNBROKEN:
        return
    for found in RUN_IN.finditer(text):
        if not (text.startswith("A ", found.end()) and LETTERED.search(text[: found.start()])):
            yield found.end()


def _find_hung(text: str) -> Iterator[int]:
    """Yield where the text starts behind a heading that a hyphen joins to it."""
    stop = SENTENCE_END.search(text, 0, HUNG_REACH)
    for found in HUNG.finditer(text, 0, stop.start() if stop else HUNG_REACH):
        last = found["last"]
        word = last.rpartition("-")[2]
        opens = found["first"] in OPENING and not (word.isupper() and found["first"] == "A")
        dated = word.isdigit() and len(word) == SHORTEST
        named = last != word and last[0].isupper()  # "Stratford-upon-Avon"
        plain = word.islower() and word.isalpha() and len(word) >= SHORTEST and word not in PREFIXES and not named
        plain = plain and found.start() > 0
        if opens or plain or dated or last[-1] in CLOSED:
            yield found.start("first")


def _find_heads(title: str) -> Iterator[int]:
    """Yield where the second of two headlines in one starts: "Market raid leaves nine dead; army jets strike back"."""
    for found in HEADS.finditer(title):
        yield found.end()


def prepare_doc(make_doc: Callable[[str], Doc], text: str, article: Article) -> Doc:
    """Return a tokenised Doc of `text` that knows where the blocks of `article` start."""
    doc = make_doc(text)
    know_lettered_names(doc)
    starts = {block.span.start for block in article.blocks}
    for block in article.blocks:
        # What the label says of the text is no part of its first sentence.
        printed = block.span.of(article.text)
        if label := LABELS.search(printed[:LABEL_REACH]):
            starts.add(block.span.start + label.end())
        found = (
            _find_heads(printed) if block.kind is BlockKind.TITLE else (*_find_run_in(printed), *_find_hung(printed))
        )
        starts.update(block.span.start + place for place in found)
    # Where labels follow, the story starts behind them.
    if (story := find_story_start(article)) is not None and not article.text.startswith("[", story):
        starts.add(story)
    doc.user_data[STARTS] = sorted(starts)
    doc.user_data[TEXT] = text
    return doc
