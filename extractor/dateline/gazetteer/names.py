"""Keys under which place names are stored and looked up: one key for all spellings of a name."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# Letters that Unicode does not take apart, as English news writes them.
_LETTERS = str.maketrans(
    {
        "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h",
        "ŋ": "ng", "ə": "a", "&": " and ",
    }
)  # fmt: skip
_WORDS = {"st": "saint", "ste": "sainte", "mt": "mount", "ft": "fort"}
_NOT_LETTER = re.compile(r"[^a-z0-9]+")
_MARKS = re.compile(r"['’‘`´ʻʼʿʾ.]")

# The Arabic article in the forms it takes before the letters of the sun, and in Persian and Pashto spellings.
ARTICLES = frozenset({"al", "el", "ad", "an", "ar", "as", "ash", "at", "az", "il", "ul", "ud", "ed", "ez", "es", "er"})


def fold(name: str) -> str:
    """Return the name in small letters without accents, hyphens and full stops, words parted by one space."""
    text = unicodedata.normalize("NFKD", name.casefold().translate(_LETTERS))
    text = "".join(char for char in text if not unicodedata.combining(char)).translate(_LETTERS)
    return _NOT_LETTER.sub(" ", _MARKS.sub("", text)).strip()


@lru_cache(maxsize=1 << 14)
def name_key(name: str) -> str:
    """Return the key of a name: folded, "St." written out, without spaces, so that "Tal Afar" is "Talafar"."""
    words = fold(name).split()
    return "".join(_WORDS.get(word, word) if len(words) > 1 else word for word in words)


@lru_cache(maxsize=1 << 14)
def article_keys(name: str) -> tuple[str, ...]:
    """Return further keys for a name that begins with the Arabic article: with "al", and without any."""
    words = fold(name).split()
    if len(words) < 2 or words[0] not in ARTICLES:
        return ()
    rest = "".join(words[1:])
    return (f"al{rest}", rest) if len(rest) > 2 else ()


_SOUNDS = (
    (re.compile(r"[^a-z]"), ""),
    (re.compile(r"kh"), "x"),
    (re.compile(r"gh|ġ"), "g"),
    (re.compile(r"sh|ş"), "s"),
    (re.compile(r"zh"), "z"),
    (re.compile(r"ph"), "f"),
    (re.compile(r"dj|dzh"), "j"),
    (re.compile(r"dh"), "d"),
    (re.compile(r"th"), "t"),
    (re.compile(r"ck|q|c(?!h)"), "k"),
    (re.compile(r"[vw]"), "v"),
    (re.compile(r"ou|oo|u|o|v(?=[^aeiouy]|$)"), "u"),
    (re.compile(r"ai|ay|ei|ey|ee|ie|iy|y|i"), "i"),
    (re.compile(r"a|e"), "a"),
    (re.compile(r"(.)\1+"), r"\1"),
    (re.compile(r"(?<=..)(ia|[aiu]|h)*h?$"), ""),
    (re.compile(r"h(?=[^aiu]|$)"), ""),
)


@lru_cache(maxsize=1 << 14)
def sound_key(name: str) -> str:
    """Return a looser key on which different romanisations of one name mostly agree, or "" for too short a name.

    The article, doubled letters, the colour of vowels and the ending "-a", "-ah", "-iya", "-i" do not count.
    """
    words = fold(name).split()
    if len(words) > 1 and words[0] in ARTICLES:
        words = words[1:]
    # Inner articles and the Persian link "-e-" come and go: "Deir ez-Zor", "Sar-e Pul", "Saripul".
    words = [word for i, word in enumerate(words) if i == 0 or (word not in ARTICLES and word not in {"e", "i"})]
    text = "".join(words)
    for pattern, sound in _SOUNDS:
        text = pattern.sub(sound, text)
    return text if len(text) >= 3 else ""
