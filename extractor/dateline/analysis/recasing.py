"""Gives shouted text its small letters back, and pages in small letters their capitals, so that a tagger can read them.

Headlines In Title Case, wires in CAPITALS and pages without capitals mislead every tagger. The letters are changed
one for one: the result has the length of the text, and offsets into one are offsets into the other.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from dateline.analysis.shouted_names import find_names, is_acronym
from dateline.articles import BlockKind

if TYPE_CHECKING:
    from dateline.articles import Article

WORD_LISTS = ("words.txt", "wire_words.txt")
PRESS_WORDS = "press_words.txt"
WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
# A letter after one of these, at a word's end, opens a sentence; one after "(ELN)" goes on with it.
SENTENCE_END = re.compile(r"[.!?:—–]['\"”’)\]]*\s+$|--\s*$|[\"“]$|\[\s*$|(?:TEXT|EXCERPTS?|REPORT|SPOKEN)\]\s*$")
SHORTENED = re.compile(
    r"\b(?:[A-Z]|BRIG|CAPT|COL|DR|GEN|GOV|LT|MAJ|MR|MRS|MS|MSGR|NO|SGT|ST)\.\s+$"
)  # ends no sentence
LONGEST_END = 12  # code points before a word that may end a sentence
SHOUTED = 0.7  # share of capitals among letters above which a block is all capitals
TITLED = 0.6  # share of capitalised words above which a headline is in title case
LEAST = 80  # letters from which a block almost without capitals is one of a page that prints none
STRAY = 0.01  # share of capitals among the letters of such a block, from what was badly decoded
SMALL_END = re.compile(r"[.!?:—–]['\"”’)\]]*\s+$|--\s*$|[\"“]$")  # a quotation opens one only where it begins
# British spellings, as the list of words has them.
SPELLINGS = (
    (re.compile(r"our(?=s?$|ed$|ing$|able$|ite)"), "or"),
    (re.compile(r"is(?=(?:e[sdr]?|ing|ation|ations|er|ers)$)"), "iz"),
    (re.compile(r"ll(?=(?:ed|ing|er|ers)$)"), "l"),
)
SMALL = frozenset("a an and as at but by for from in into is of off on or over than that the to up vs with".split())  # noqa: SIM905
NAMED_DAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february april june july august "  # noqa: SIM905
    "september october november december".split()
)
MONTHS = frozenset(("march", "may"))  # months that are words too; months beside a number
ACRONYM = re.compile(r"[A-Z]{2,5}s?")
BRACKETED = re.compile(r"(?<=[\[(])[A-Z]{2,8}(?=[\])])")
DIGITS = re.compile(r"-\d")
ORDINAL = re.compile(r"(?:ST|ND|RD|TH)")  # behind a number: "4TH"
# A verb set off by quotation marks, which the tagger takes for an adjective: had "neutralised" about ten of them.
# A town in capitals at the start of a line, with what else stands in a dateline, and its hyphen.
DATELINE = re.compile(r"^([A-Z][A-Z'’.]{2,}[^\n]{0,60}?) - (?=\S)", re.MULTILINE)
SCARED = re.compile(r"(?<=[a-z] )[\"“]([a-z]{3,}(?:ed|ing))[\"”](?= [a-z\d])")
BRACKETS = re.compile(r"[\[(][A-Z]{2,8}[\])]")


@cache
def load_words() -> frozenset[str]:
    """Read the English words that are written small, those that only wires write among them."""
    folder = files("dateline.analysis")
    return frozenset(word for name in WORD_LISTS for word in (folder / name).read_text("utf-8").split())


@cache
def load_press_words() -> frozenset[str]:
    """Read the words, of India and South Africa above all, that newspapers there write small."""
    return frozenset((files("dateline.analysis") / PRESS_WORDS).read_text("utf-8").split())


def recase(article: Article) -> str:
    """Return the article's text with shouted blocks, title-case headlines and small blocks cased as prose is.

    Quotation marks around a single verb are blanks. The hyphen behind a dateline is a dash, as other agencies print it:
    over the hyphen the models take names and numbers together ("May 6 - Seven hostages", "GENEVA - Russian jets").
    """
    text = article.text
    names: Counter[str] | None = None
    acronyms = frozenset(word for word in BRACKETED.findall(text) if not _is_common(word.lower()))
    parts: list[str] = []
    last = 0
    for block in article.blocks:
        printed = block.span.of(text)
        if is_shouted(printed):
            fresh = _lower_shouted(printed, acronyms)
        elif block.kind in (BlockKind.TITLE, BlockKind.SUBTITLE) and is_title_case(printed):
            names = names if names is not None else _body_names(article)
            fresh = _lower_title(printed, names)
        elif is_small(printed):
            fresh = _raise_small(printed)
        else:
            continue
        parts += [text[last : block.span.start], fresh]
        last = block.span.end
    return DATELINE.sub(r"\1 — ", SCARED.sub(r" \1 ", "".join((*parts, text[last:]))))


def is_shouted(text: str) -> bool:
    """Whether nearly all letters are capitals, and there are enough of them to tell."""
    letters = [char for char in text if char.isalpha()]
    return len(letters) >= 20 and sum(map(str.isupper, letters)) > SHOUTED * len(letters)


def is_small(text: str) -> bool:
    """Whether a block opens small and has hardly any capital, and enough letters to tell."""
    opening = WORD.search(text)
    if opening is None or not opening.group().islower():
        return False
    letters = sum(map(str.isalpha, text))
    return letters >= LEAST and sum(map(str.isupper, text)) < STRAY * letters


def is_title_case(text: str) -> bool:
    """Whether most longer words begin with a capital."""
    words = [word for word in WORD.findall(text) if word.lower() not in SMALL]
    return len(words) >= 3 and sum(word[0].isupper() for word in words) > TITLED * len(words)


def _body_names(article: Article) -> Counter[str]:
    """Count, for each word of the body in lower case, capitals inside sentences minus small spellings."""
    seen: Counter[str] = Counter()
    for block in article.blocks:
        if block.kind is not BlockKind.BODY:
            continue
        body = block.span.of(article.text)
        for match in WORD.finditer(body):
            word = match.group()
            if word.islower():
                seen[word] -= 1
            elif match.start() and not SENTENCE_END.search(body[: match.start()][-LONGEST_END:]):
                seen[word.lower()] += 1
    return seen


def _lower_title(text: str, names: Counter[str]) -> str:
    """Return a headline with only names capitalised, as the body writes them or the word list suggests."""

    def fresh(match: re.Match[str]) -> str:
        word = match.group()
        small = word.lower()
        if not word[0].isupper() or (match.start() == 0 and names[small] <= 0) or ACRONYM.fullmatch(word):
            return word
        if names[small] != 0:
            return word if names[small] > 0 else _same_length(small, word)
        return _same_length(small, word) if _is_common(small) else word

    return WORD.sub(fresh, text)


def _raise_small(text: str) -> str:
    """Return a text without capitals with those that prose has: it is read as if it were all capitals."""
    raised = text.upper()
    if len(raised) != len(text):
        return text
    return _lower_shouted(raised, frozenset(), raised=True)


def _is_written_small(small: str) -> bool:
    stem = re.sub(r"['’]s?$", "", small)
    if _is_common(small) or stem in load_press_words():
        return True
    return any(_is_common(fresh) for form, own in SPELLINGS if (fresh := form.sub(own, stem)) != stem)


def _lower_shouted(text: str, acronyms: frozenset[str], *, raised: bool = False) -> str:
    """Return an all-capitals text with capitals at sentence starts, on names and on words of no common English.

    Args:
        text: the text in capitals.
        acronyms: words that stay as they are.
        raised: whether the page prints small letters only, and was raised to capitals to be read so.
    """
    is_common, end = (_is_written_small, SMALL_END) if raised else (_is_common, SENTENCE_END)
    words = [(match.group(), match.start(), match.end()) for match in WORD.finditer(text)]
    uncommon = [not is_common(word.lower()) for word, _, _ in words]
    known = find_names(text, words, uncommon, raised=raised)
    parts: list[str] = []
    last = 0
    for number, (word, start, after) in enumerate(words):
        parts += [text[last:start], word]
        last = after
        initial = len(word) == 1 and (word != "A" or text[after : after + 1] == ".") and text[start - 1 : start] != "'"
        if initial or not word.isupper() or word in acronyms or _is_short(text, word, start, after):
            continue
        small = word.lower()
        before = text[max(0, start - LONGEST_END) : start]
        starts = start == 0 or (end.search(before) and not SHORTENED.search(before))
        month = small in MONTHS and (
            text[max(0, start - 3) : start].rstrip()[-1:].isdigit() or text[after : after + 3].lstrip()[:1].isdigit()
        )
        ordinal = ORDINAL.fullmatch(word) is not None and text[start - 1 : start].isdigit()
        if ordinal or (not (starts or uncommon[number] or month) and number not in known):
            parts[-1] = _same_length(small, word)
        else:
            parts[-1] = _same_length(small[0].upper() + small[1:], word)
    return "".join((*parts, text[last:]))


def _is_short(text: str, word: str, start: int, end: int) -> bool:
    """Whether a word is read by its letters: "(ELN)", "AK-47", "FMLN"."""
    if BRACKETS.fullmatch(text[max(0, start - 1) : end + 1]) or DIGITS.match(text, end):
        return True
    return is_acronym(word) and not _is_written_small(word.lower())


def _is_common(small: str) -> bool:
    if small in NAMED_DAYS:
        return False
    stem = re.sub(r"['’]s?$", "", small)
    return stem in load_words()


def _same_length(fresh: str, printed: str) -> str:
    # A few letters change length with their case ("İ"); such a word stays as printed.
    return fresh if len(fresh) == len(printed) else printed
