"""What stands around words that look like a time: the words beside them, and how they are printed."""

from __future__ import annotations

import re
from dataclasses import dataclass

_PREVIOUS = re.compile(r"([\w']+)[\s\"“(\[,]*\Z")
_NEXT = re.compile(r"[\s]+([\w']+)")


@dataclass(frozen=True, slots=True)
class TimeContext:
    """Words that match a rule for times, where they stand."""

    match: re.Match[str]  # in `lower`
    text: str  # of the article, as printed
    lower: str  # the same in lower case, of the same length
    led: bool  # by "early", "since" or the like

    @property
    def capitals(self) -> bool:
        """Whether the text around the words is in capitals, so that a capital says nothing."""
        start, end = self.match.span()
        return self.text[max(0, start - 40) : end + 40].isupper()

    @property
    def previous(self) -> str:
        """The word before, in lower case; "" without one."""
        return _previous_word(self.lower, self.match.start())

    @property
    def printed_before(self) -> str:
        """The word before, as printed; "" without one."""
        return _previous_word(self.text, self.match.start())

    @property
    def next(self) -> str:
        """The word behind, as printed; "" without one."""
        return _next_word(self.text, self.match.end())

    def is_capital(self, group: str) -> bool:
        """Whether what a group of the match holds is printed with a capital."""
        return self.text[self.match.start(group)].isupper()


def _previous_word(lower: str, start: int) -> str:
    found = _PREVIOUS.search(lower, max(0, start - 24), start)
    return found[1] if found else ""


def _next_word(text: str, end: int) -> str:
    found = _NEXT.match(text, end)
    return found[1] if found else ""
