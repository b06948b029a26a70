"""Finds the names in a text that is all capitals: which of its common words are parts of names.

"SHINING PATH", "GUATEMALA CITY" and "PRESIDENT CRISTIANI" are made of words that prose also writes small.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files

from dateline.lexicon.phrases import PhraseIndex

Word = tuple[str, int, int]  # as printed, start, end

SMALL = frozenset("a an and at by de del e for in la las los of on or the to with y".split())  # noqa: SIM905
ARTICLES = frozenset("la las el los".split())  # noqa: SIM905
# A word that a name follows or that follows a name, and that prose capitalises beside it.
BEFORE = frozenset(
    "admiral archbishop bishop brigadier captain cardinal colonel commander corporal doctor dr father gen general gov "  # noqa: SIM905
    "governor lieutenant lt maj major mayor monsignor mr mrs ms msgr pope president prince princess queen senator "
    "sergeant sgt sister capt col cpl port fort mount lake san santa santo saint".split()
)
AFTER = frozenset("city jr sr".split())  # noqa: SIM905
# Given names and surnames that are English words too; names where they stand beside one.
ALSO_NAMES = frozenset(
    "alto amaya angel arce arena armando blanco bravo campos casa cruz delgado domingo flora grace guerra hector leon "  # noqa: SIM905
    "mar marina mark mendoza merino mesa mercedes milan mora norma olive pablo parada paz ramos real reina rich rivas "
    "robles rosa salvador santos sol torres trinidad valle vega vera victor villa viola viva".split()
)
# Words of Spanish form, names between two names, and English words of that form.
SPANISH = re.compile(r"[A-Z]{2,}(?:[AO]|AS|OS|EZ|INO|ILLO|ERO)")
ENGLISH = frozenset(
    "ago also area auto cargo cocaine coca commando data do embargo era extra go guerrilla guerrillas idea into "  # noqa: SIM905
    "junta mafia media militia narco no photo radio so this to two veto via video who was has as".split()
)
SHORT = frozenset("mr mrs ms dr msgr st jr sr lt sgt cpl pvt brig gral km kms kg mm hrs vs".split())  # noqa: SIM905
VOWEL = re.compile(r"[AEIOUY]")
ACRONYM = re.compile(r"[A-Z]{2,8}")
EXPLAINED = re.compile(r"\s*[\[(]([A-Z]{2,8})[\])]")  # the short form behind a name


@cache
def load_groups() -> tuple[PhraseIndex, frozenset[str]]:
    """Read armed_groups.tsv: its names of several words, and its short forms."""
    index, short = PhraseIndex(), set[str]()
    lines = (files("dateline.lexicon") / "data" / "armed_groups.tsv").read_text("utf-8").splitlines()
    for line in lines:
        if line.startswith("#") or not line.strip():
            continue
        name, _, _, forms, cased = (*line.split("\t"), "", "", "", "")[:5]
        for form in (name, *forms.split("|"), *cased.split("|")):
            if ACRONYM.fullmatch(form):
                short.add(form)
            elif " " in form:
                index.add(re.sub(r"\s*\(.*\)$", "", form), "group")
    return index, frozenset(short)


def is_acronym(word: str) -> bool:
    """Whether a word in capitals is one of the short forms that are read letter by letter, or has no vowel."""
    if len(word) < 3 or word.lower() in SHORT:
        return False
    return word in load_groups()[1] or (not VOWEL.search(word) and len(word) <= 6 and word.isascii())


def find_names(text: str, words: Sequence[Word], uncommon: Sequence[bool]) -> set[int]:
    """Return the numbers of the words that are parts of names though prose also writes them small.

    Args:
        text: the text in capitals.
        words: its words in order.
        uncommon: for each word whether prose never writes it small.
    """
    found = set(_in_groups(text, words))
    found |= set(_before_short_forms(text, words))
    for number, (word, _, _) in enumerate(words):
        small = word.lower()
        before = number and uncommon[number - 1] and _is_next(text, words, number - 1)
        after = number + 1 < len(words) and uncommon[number + 1] and _is_next(text, words, number)
        beside = small in BEFORE and after, small in AFTER and before, small in ALSO_NAMES and (before or after)
        between = before and after and SPANISH.fullmatch(word) and small not in ENGLISH
        if any(beside) or between:
            found.add(number)
        # No English word: a Spanish name begins with it ("LA UNION").
        if small in ARTICLES and number + 1 < len(words) and _is_next(text, words, number):
            found |= {number, number + 1}
    return found


def _in_groups(text: str, words: Sequence[Word]) -> Iterator[int]:
    """Yield the words inside the names of known groups, without their small ones."""
    spans = [match.span for match in load_groups()[0].find(text)]
    for number, (word, start, end) in enumerate(words):
        while spans and spans[0].end <= start:
            spans.pop(0)
        if spans and spans[0].start <= start and end <= spans[0].end and word.lower() not in SMALL:
            yield number


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
            if words[at][0].lower() not in SMALL:
                taken.append(at)
            at -= 1
        initials = Counter(words[at][0][0] for at in taken)
        spelt = (initials & Counter(short[1])).total()
        if len(taken) == len(short[1]) and spelt >= max(2, len(taken) - 1):
            yield from taken


def _is_next(text: str, words: Sequence[Word], number: int) -> bool:
    """Whether only a space parts a word from the next."""
    return text[words[number][2] : words[number + 1][1]].strip() in ("", ".", "-")
