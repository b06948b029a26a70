"""The words for people and things as far as the task's coders quote them: "mayor of Achi", not "mayor"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from dateline.spans import Span

SENTENCE_END = re.compile(r"[.!?][\"')\]]*\s|\n\n")
BEFORE, BEHIND = 60, 80  # code points round the evidence in which its words go on
LONGEST = 9  # words behind "mayor"
_END = (
    r"(?!(?:WAS|WERE|WHO|WHOSE|WHICH|THAT|HAS|HAVE|HAD|IS|ARE|WILL|IN|AT|ON|BY|TO|FROM|WITH|AND|OR|BUT|AS|AFTER|BEFORE"
    r"|WHEN|WHILE|TODAY|YESTERDAY|THIS|LAST|FOR|INTO|NEAR|DIED|SAID)\b)"
)
# "Blew up the pipeline for the fifth time", "held the bridge for two hours".
_TIMES = r"(?! FOR (?:\S+ ){0,2}(?:TIME|MINUTES?|HOURS?|DAYS?|WEEKS?|MONTHS?|YEARS?)\b)"
_TAIL = rf"(?:{_TIMES} (?:OF|FOR)(?: {_END}[\w'’.&-]*\w)+)+"


def with_owner(words: str, text: str, spans: Iterable[tuple[int, int]], *, name: str = "") -> str:
    """Return the words for somebody or something with what they are of: "mayor of Achi", "home of the governor".

    Args:
        words: in capitals, as `phrase` gives them.
        text: the article.
        spans: where the words stand.
        name: of the person, which ends them: "mayor of Achi Ricardo Castellar".
    """
    if not words:
        return words
    for start, end in spans:
        near = re.sub(r"[\"“”]", "", text[max(0, start - BEFORE) : end + BEHIND]).upper()
        for match in re.finditer(rf"\b{re.escape(words)}({_TAIL})", " ".join(near.split())):
            tail = match[1].partition(name)[0].rstrip() if name else match[1]
            if 1 < len(tail.split()) <= LONGEST:
                return words + tail
    return words


def share_sentence(first: Span, second: Span, text: str) -> bool:
    """Return whether no sentence ends between two places of a text."""
    start, end = sorted((first.start, second.start))
    return SENTENCE_END.search(text, start, end) is None
