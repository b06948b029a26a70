"""Finds the names in a text that is all capitals: which of its common words are parts of names.

"SHINING PATH", "GUATEMALA CITY" and "PRESIDENT CRISTIANI" are made of words that prose also writes small.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files

from dateline.lexicon.phrases import PhraseIndex
from dateline.lexicon.tables import load_rows, split_cell

Word = tuple[str, int, int]  # as printed, start, end

SPANISH = re.compile(r"[A-Z]{2,}(?:[AO]|AS|OS|EZ|INO|ILLO|ERO)")  # the form of many Spanish surnames
VOWEL = re.compile(r"[AEIOUY]")
ACRONYM = re.compile(r"[A-Z]{2,8}")
QUOTED = re.compile(r"[\"“]([A-Z][A-Z' -]{3,60})[\"”]")
PEOPLE = re.compile(r"[A-Z]+(?:AN|CH|ESE|ISH)")  # what peoples are called
MOST_QUOTED = 6  # words of a name between quotation marks
EXPLAINED = re.compile(r"\s*[\[(]([A-Z]{2,8})[\])]")  # the short form behind a name


@cache
def load_words() -> Mapping[str, frozenset[str]]:
    """Read name_words.toml."""
    rows = tomllib.loads((files("dateline.analysis") / "name_words.toml").read_text("utf-8"))
    return {key: frozenset(words) for key, words in rows.items()}


@cache
def load_groups() -> tuple[PhraseIndex, frozenset[str], frozenset[str]]:
    """Read armed_groups.tsv: its names of several words, its short forms, and its other names of one word."""
    index, short, single = PhraseIndex(), set[str](), set[str]()
    for _, (name, _, _, forms, cased) in load_rows("armed_groups.tsv", 5):
        for form in (name, *split_cell(forms), *split_cell(cased)):
            if ACRONYM.fullmatch(form):
                short.add(form)
            elif " " in form:
                index.add(re.sub(r"\s*\(.*\)$", "", form), "group")
            else:
                single.add(form.upper())
    return index, frozenset(short), frozenset(single)


def is_acronym(word: str) -> bool:
    """Whether a word in capitals is one of the short forms that are read letter by letter, or has no vowel."""
    if len(word) < 3 or word.lower() in load_words()["shortened"]:
        return False
    return word in load_groups()[1] or (not VOWEL.search(word) and len(word) <= 6 and word.isascii())


def find_names(text: str, words: Sequence[Word], uncommon: Sequence[bool], *, raised: bool = False) -> set[int]:
    """Return the numbers of the words that are parts of names though prose also writes them small.

    Args:
        text: the text in capitals.
        words: its words in order.
        uncommon: for each word whether prose never writes it small.
        raised: whether the page prints small letters only, and news of no wire.
    """
    kinds = load_words()
    found = set(_in_groups(text, words))
    found |= set(_before_short_forms(text, words)) | set(_in_quotes(text, words))
    found |= set(_in_styled(text, words, uncommon)) | set(_behind_kinds(text, words))
    found |= set() if raised else set(_in_phrases(text, words))
    for number, (word, _, _) in enumerate(words):
        small = word.lower()
        before = number and uncommon[number - 1] and _is_next(text, words, number - 1)
        after = number + 1 < len(words) and uncommon[number + 1] and _is_next(text, words, number)
        named = after or (number + 1 < len(words) and words[number + 1][0].lower() in kinds["names"])
        beside = (
            small in kinds["before"] and named,
            small in kinds["behind" if raised else "after"] and before,
            small in kinds["units"] and before and not raised,
            small in kinds["names"] and (before or after),
            not raised and small.removesuffix("'s") in kinds["nations"],
        )
        between = before and after and SPANISH.fullmatch(word) and small not in kinds["english"]
        if any(beside) or between:
            found.add(number)
        # No English word: a Spanish name begins with it ("LA UNION").
        if small in kinds["articles"] and number + 1 < len(words) and _is_next(text, words, number):
            found |= {number, number + 1}
    return found


def _in_groups(text: str, words: Sequence[Word]) -> Iterator[int]:
    """Yield the words inside the names of known groups, without their small ones."""
    spans = [match.span for match in load_groups()[0].find(text)]
    for number, (word, start, end) in enumerate(words):
        while spans and spans[0].end <= start:
            spans.pop(0)
        if spans and spans[0].start <= start and end <= spans[0].end and word.lower() not in load_words()["small"]:
            yield number


def _in_phrases(text: str, words: Sequence[Word]) -> Iterator[int]:
    """Yield the words of names of two words that are common ones both: "UNITED STATES"."""
    phrases = load_words()["phrases"]
    for number in range(len(words) - 1):
        pair = f"{words[number][0]} {words[number + 1][0]}".lower()
        if pair.removesuffix("'s") in phrases and _is_next(text, words, number):
            yield from (number, number + 1)


def _in_quotes(text: str, words: Sequence[Word]) -> Iterator[int]:
    """Yield the words of a body's name between quotation marks, without its small ones: THE "DAWN CIVIC FORCE"."""
    kinds = load_words()
    spans = [match.span(1) for match in QUOTED.finditer(text) if len(match[1].split()) <= MOST_QUOTED]
    for first, last in spans:
        inside = [number for number, (_, start, end) in enumerate(words) if first <= start and end <= last]
        told = [words[number][0].lower() for number in inside]
        body = len(told) > 1 and (told[0] in kinds["bodies"] or told[-1] in kinds["bodies"])
        if body or (len(told) == 1 and told[0].upper() in load_groups()[2]):
            yield from (number for number in inside if words[number][0].lower() not in kinds["small"])


def _in_styled(text: str, words: Sequence[Word], uncommon: Sequence[bool]) -> Iterator[int]:
    """Yield the common words in the names of bodies that no list knows: "FRANCISCO ROJAS PEOPLE'S COMMANDO".

    They stand behind a name, or there are two of them; "THE SALVADORAN ARMED FORCES" are written small.
    """
    kinds = load_words()
    for number, (word, _, _) in enumerate(words):
        if word.lower() not in kinds["bodies"]:
            continue
        styled: list[int] = []
        at = number - 1
        while at >= 0 and _is_next(text, words, at) and words[at][0].lower() in kinds["styled"]:
            styled.append(at)
            at -= 1
        fighting = any(words[part][0].lower() in kinds["fighting"] for part in styled)
        beside = at >= 0 and (_is_next(text, words, at) or _is_quoted(text, words, at))
        named = beside and uncommon[at] and (fighting or not PEOPLE.fullmatch(words[at][0]))
        led = fighting and beside and at > 0 and words[at - 1][0] == "THE" and _is_next(text, words, at - 1)
        if styled and (named or led or len(styled) > 1):
            yield from (*styled, number, *([at] if led and words[at][0].lower() not in kinds["small"] else ()))


def _is_quoted(text: str, words: Sequence[Word], number: int) -> bool:
    """Whether a quotation that begins a name ends behind the word: THE "FRANCISCO ROJAS" PATRIOTIC FRONT."""
    return text[words[number][2] : words[number + 1][1]] in ('" ', "” ")


def _behind_kinds(text: str, words: Sequence[Word]) -> Iterator[int]:
    """Yield the common words that a place goes by behind its kind: "THE DEPARTMENT OF CABANAS"."""
    kinds = load_words()
    for number in range(len(words) - 2):
        kind, link, name = (words[number + step][0].lower() for step in range(3))
        linked = link == "of" and _is_next(text, words, number) and _is_next(text, words, number + 1)
        if number and words[number - 1][0] in ("A", "AN"):
            continue  # "a town of peasants"
        if not linked or kind not in kinds["placed"] or name in kinds["unplaced"] | kinds["small"]:
            continue
        # "The department of Cabanas", not that of agriculture.
        if kind != "department" or SPANISH.fullmatch(words[number + 2][0]):
            yield number + 2


def _before_short_forms(text: str, words: Sequence[Word]) -> Iterator[int]:
    """Yield the words that a short form in brackets behind them spells, all but one at most.

    The letters may come in another order, or from another language ("ARMY OF NATIONAL LIBERATION [ELN]").
    """
    for number, (_, _, end) in enumerate(words):
        short = EXPLAINED.match(text, end)
        if short is None:
            continue
        taken: list[int] = []
        at = number
        while len(taken) < len(short[1]) and at >= 0 and (at == number or _is_next(text, words, at)):
            if words[at][0].lower() not in load_words()["small"]:
                taken.append(at)
            at -= 1
        initials = Counter(words[at][0][0] for at in taken)
        spelt = (initials & Counter(short[1])).total()
        if len(taken) == len(short[1]) and spelt >= max(2, len(taken) - 1):
            yield from taken


def _is_next(text: str, words: Sequence[Word], number: int) -> bool:
    """Whether only a space parts a word from the next."""
    return text[words[number][2] : words[number + 1][1]].strip() in ("", ".", "-", "'")
