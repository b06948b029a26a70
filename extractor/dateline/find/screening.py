"""Tells at a glance whether an article may report an incident, before the language model sees it.

Most news tells of no act of violence, and the language model is nearly all of the cost. A logistic model over the words
of a passage (weights/screen.json, trained by `python -m dateline_train`) looks for the passage that most looks
like a report; where none does, the article is passed by. Without the file any word for an act lets an article through.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from dateline.articles import BlockKind
from dateline.find.trigger_doers import load_doers
from dateline.find.triggers import NEEDED, has_one, has_trigger
from dateline.lexicon.entries import index_entries
from dateline.lexicon.files import load_file
from dateline.lexicon.phrases import cut
from dateline.records import FAMILY, EventType
from dateline.spans import Span
from dateline.weights.linear import load_model

if TYPE_CHECKING:
    from dateline.articles import Article
    from dateline.find.triggers import TriggerLexicon
    from dateline.lexicon.entries import Entry
    from dateline.lexicon.phrases import Match, PhraseIndex, Pieces

MODEL = "screen"
LEAST, LEAST_OF_LONG = 0.35, 0.44  # likeness of the likeliest passage from which short and long articles go on
SHORT, LONG = 150, 420  # their words; in between the one goes over into the other
BRIEF = 100  # words below which any word for an act will do: a brief tells in few words, and costs little
# Entries of triggers.toml whose words hardly mean anything but violence, and topics that borrow them.
# fmt: off
PLAIN_ACTS = (
    "shooting", "stabbing", "bombing", "suicide_bombing", "knife_verb", "airstrike", "shelling", "kidnapping",
    "armed_clash",
)
# fmt: on
BORROWERS = ("accident", "disaster", "war_history", "rehearsal", "animal", "sport", "art", "fraud", "illness")
WORD_END = re.compile(r"(?<=\S) ")
SENTENCES = 2  # of a passage
SENTENCE_END = re.compile(r"[.!?][\"'”’)\]]*\s+(?=[\"'“‘(\[]*[A-Z0-9])")
COUNTED = re.compile(
    r"\b(?:\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|several|scores|hundreds)\b",
    re.IGNORECASE,
)
# "5 March", "in March": a month, though the word may be an act.
MONTH = re.compile(
    r"\d(?:st|nd|rd|th)? march\b|\b(?:in|last|since|until|till|by|of|late|early|mid|next|this)[ -]march\b|\bmarch \d",
    re.IGNORECASE,
)
SCORE = re.compile(r"\b\d{1,3}[-–]\d{1,3}\b(?![-–])")  # "3-1", "6-4"
MONEY = re.compile(r"[$£€%]|\bper ?cent\b")
PAIRS = (
    ("sure act", "hurt"),
    ("sure act", "assailant"),
    ("sure act", "arms"),
    ("sure act", "force"),
    ("hurt", "assailant"),
    ("hurt", "arms"),
    ("assailant", "arms"),
)
THICK = 5.0  # words of a topic in 100 from which more tell nothing new


@dataclass(frozen=True, slots=True, kw_only=True)
class Screening:
    """What the screen says of an article."""

    passed: bool  # to the language model
    likeness: float  # of the passage to a report, 0 to 1; 0 where no word for an act stands
    least: float  # likeness from which an article of its length goes on
    passage: Span | None  # the likeliest; None where no word for an act stands
    reasons: tuple[tuple[str, float], ...]  # features of that passage and what they add, the weightiest first


def screen_article(article: Article, lexicon: TriggerLexicon) -> Screening:
    """Return whether `article` may report an incident, and why."""
    model = load_model(MODEL)
    least = least_likeness(article)
    if model is None:
        passed = has_trigger(article.text, lexicon)
        return Screening(passed=passed, likeness=0.0, least=least, passage=None, reasons=())
    passages = describe_passages(article, lexicon)
    if not passages:
        return Screening(passed=False, likeness=0.0, least=least, passage=None, reasons=())
    likeness, span, features = max(
        ((model.probability(features), span, features) for span, features in passages), key=lambda item: item[0]
    )
    # A user's own word, or one newer than the model, is not for the model to judge.
    untaught = any(
        name.startswith("act ") and name not in model.weights for _, features in passages for name in features
    )
    plain = any(_is_plain(features) for _, features in passages)
    passed = likeness >= least or untaught or plain or count_words(mask_furniture(article)) < BRIEF
    return Screening(passed=passed, likeness=likeness, least=least, passage=span, reasons=model.parts(features))


def _is_plain(features: Mapping[str, float]) -> bool:
    """Whether a passage tells in plain words that somebody was harmed, and of no matter that borrows such words.

    "An officer fatally shot a man" is a report however much else speaks against it; of 600 general news stories four
    more go on for it.
    """
    named = any(f"act {entry}" in features for entry in PLAIN_ACTS)
    return named and "hurt" in features and not any(f"near {topic}" in features for topic in BORROWERS)


def least_likeness(article: Article) -> float:
    """Return the likeness from which an article of its length goes on: of many passages one looks so by chance."""
    share = min(1.0, max(0.0, (article.text.count(" ") - SHORT) / (LONG - SHORT)))
    return LEAST + share * (LEAST_OF_LONG - LEAST)


def describe_passages(article: Article, lexicon: TriggerLexicon) -> tuple[tuple[Span, Mapping[str, float]], ...]:
    """Return the passages of `article` with a word for an act, and their features."""
    text = mask_furniture(article)
    pieces = cut(text)
    acts = lexicon.index.find_all(pieces)
    if not acts:
        return ()
    topics, harms = _index("topics").find_all(pieces), _index("harms").find_all(pieces)
    hundreds = max(20, len(pieces.words)) / 100
    counts = Counter(match.key for match in topics)
    thick = {f"all {topic}": min(THICK, count / hundreds) for topic, count in counts.items()}
    described = []
    for span, title in _divide(article):
        keys = _keys_in(span, acts)
        if not keys:
            continue
        passage, words = span.of(text), _words_in(span, pieces)
        told = [entry for key in sorted(keys) if _may_tell(entry := lexicon.entries[key], passage, words)]
        if told:
            statuses = {status for key in _keys_in(span, harms) if (status := _read_status(key, words))}
            features = thick | _describe(passage, told, _keys_in(span, topics), statuses)
            described.append((span, features | ({"title": 1.0} if title else {})))
    return tuple(described)


def _keys_in(span: Span, matches: Sequence[Match]) -> set[str]:
    """Return the keys of the matches, which are in order of text, that lie in `span`."""
    first = bisect_left(matches, span.start, key=lambda match: match.span.start)
    last = bisect_left(matches, span.end, lo=first, key=lambda match: match.span.start)
    return {match.key for match in matches[first:last] if match.span.end <= span.end}


def _words_in(span: Span, pieces: Pieces) -> tuple[str, ...]:
    """Return the words of the text that lie in `span`; no passage ends in the middle of one."""
    return pieces.words[bisect_left(pieces.bounds, (span.start, 0)) : bisect_left(pieces.bounds, (span.end, 0))]


def mask_furniture(article: Article) -> str:
    """Return the article's text, blank where page furniture stands: what a page links to is none of its story."""
    parts: list[str] = []
    done = 0
    for block in article.blocks:
        if block.kind is BlockKind.FURNITURE:
            parts += (article.text[done : block.span.start], " " * (block.span.end - block.span.start))
            done = block.span.end
    return "".join((*parts, article.text[done:])) if parts else article.text


def count_words(text: str) -> int:
    """Return about how many words a text has, by its single spaces: what is blank counts nothing."""
    return len(WORD_END.findall(text))


def _may_tell(entry: Entry, passage: str, words: Sequence[str]) -> bool:
    """Whether what the entry needs stands in the passage, whose words are `words`; "5 March" is no march."""
    needed = [wanted for name in (*NEEDED, "near") if (wanted := entry.texts(name))]
    if needed:
        return all(has_one(words, wanted) for wanted in needed)
    doers = entry.texts("doers")
    if doers:
        return any(match.key in doers for match in load_doers().find(passage))
    return entry.id != "protest" or MONTH.search(passage) is None


def _describe(passage: str, told: Sequence[Entry], near: set[str], statuses: set[str]) -> dict[str, float]:
    sides = {
        "sure act": any(not entry.flag("weak") for entry in told),
        "named act": any(not entry.flag("weak") and not entry.flag("general") for entry in told),
        "hurt": bool(statuses & {"killed", "injured"}),
        "assailant": "assailant" in near,
        "arms": "arms" in near,
        "force": "force" in near,
        "score": SCORE.search(passage) is not None,
        "money": MONEY.search(passage) is not None,
    }
    sides["hurt and counted"] = sides["hurt"] and COUNTED.search(passage) is not None
    names = [f"act {entry.id}" for entry in told]
    names += [f"family {FAMILY[EventType(entry.text('type') or EventType.ATTACK)]}" for entry in told]
    names += [f"near {topic}" for topic in near - {"assailant", "arms", "force"}]
    names += [f"harm {status}" for status in statuses]
    names += [name for name, holds in sides.items() if holds]
    names += [f"{one} and {other}" for one, other in PAIRS if sides[one] and sides[other]]
    return dict.fromkeys(names, 1.0) | {"acts": min(3, len(told)) / 3}


def _read_status(key: str, words: Sequence[str]) -> str | None:
    """Return the victim status that an entry of harms.toml tells of; "took" needs a life to tell of a death."""
    entry = _harms()[key]
    needed = entry.texts("nouns_with")
    if entry.text("status") is None or (needed and set(needed).isdisjoint(words)):
        return None
    return entry.text("status")


def _divide(article: Article) -> Sequence[tuple[Span, bool]]:
    """Return the passages, each sentence with the next of its block, and whether they stand in a title."""
    divided = []
    for block in article.blocks:
        if block.kind is BlockKind.FURNITURE:
            continue
        start, end = block.span.start, block.span.end
        starts = [start, *(match.end() for match in SENTENCE_END.finditer(article.text, start, end))]
        ends = [*starts[1:], end]
        title = block.kind in (BlockKind.TITLE, BlockKind.SUBTITLE)
        last = max(1, len(starts) - SENTENCES + 1)
        divided += [(Span(starts[i], ends[min(i + SENTENCES, len(ends)) - 1]), title) for i in range(last)]
    return divided


@cache
def _index(name: str) -> PhraseIndex:
    return index_entries(load_file(name))


@cache
def _harms() -> Mapping[str, Entry]:
    return {entry.id: entry for entry in load_file("harms")}
