"""A cheap guess of the language from script and function words: enough to tell English from the rest."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path

SAMPLE_WORDS = 250
LEAST_WORDS = 8  # fewer words prove nothing
LEAST_SHARE = 0.16  # of the words, that must be function words of the language; running text has 0.25 and more
LEAST_LEAD = 1.25  # times the runner-up's share

_WORD = re.compile(r"[^\W\d_]+")
_SCRIPTS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("ja", re.compile(r"[\u3040-\u30ff]")),
    ("ko", re.compile(r"[\uac00-\ud7af]")),
    ("zh", re.compile(r"[\u4e00-\u9fff]")),
    ("th", re.compile(r"[\u0e00-\u0e7f]")),
    ("he", re.compile(r"[\u0590-\u05ff]")),
    ("el", re.compile(r"[\u0370-\u03ff]")),
)
_LETTER = re.compile(r"[^\W\d_]")
_CODE = re.compile(r"([A-Za-z]{2})(?:[-_].*)?")
_NAMES = {
    "english": "en",
    "eng": "en",
    "french": "fr",
    "spanish": "es",
    "german": "de",
    "arabic": "ar",
    "russian": "ru",
}


@cache
def load_function_words() -> dict[str, frozenset[str]]:
    """Load languages.toml once: function words by ISO 639-1 code."""
    rows: dict[str, list[str]] = tomllib.loads(Path(__file__).with_name("languages.toml").read_text(encoding="utf-8"))
    return {code: frozenset(words) for code, words in rows.items()}


def parse_language(value: object) -> str | None:
    """Return the ISO 639-1 code of a metadata field ("en", "en-US", "en_GB", "English"); None for anything else."""
    if not isinstance(value, str):
        return None
    text = value.strip()
    if text.casefold() in _NAMES:
        return _NAMES[text.casefold()]
    match = _CODE.fullmatch(text)
    return match[1].casefold() if match else None


def guess_language(text: str) -> str | None:
    """Guess the ISO 639-1 code of the text's language; None when the words do not settle it."""
    sample = text[:2000]
    head = sample[:600]
    letters = 0 if head.isascii() else len(_LETTER.findall(head))
    for code, script in _SCRIPTS if letters else ():
        # A Japanese text is half Chinese characters, so a fifth is enough; the order of the table matters.
        if len(script.findall(head)) >= 0.2 * letters:
            return code
    words = [word.casefold() for word in _WORD.findall(sample)[:SAMPLE_WORDS]]
    if len(words) < LEAST_WORDS:
        return None
    shares = sorted(
        ((sum(map(forms.__contains__, words)) / len(words), code) for code, forms in load_function_words().items()),
        reverse=True,
    )
    (best, code), (second, _) = shares[0], shares[1]
    return code if best >= LEAST_SHARE and best >= LEAST_LEAD * second else None
