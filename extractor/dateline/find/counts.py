"""Finds number phrases ("at least 12", "dozens of", "10 to 15") and reads them as ranges.

Text is cut into words and symbols; at each numeral the longest number is read to the right, then the words
before it ("more than", "between") and after it ("or more", "to 15") say how exact it is. Numbers that count
nothing (ages, dates, sums of money, distances, model numbers, scores) are left out.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from dateline.analysis.texts import offsets_of, text_of
from dateline.mentions import CountMention
from dateline.records import Count, exactly
from dateline.spans import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc
from dateline.find.count_words import (
    CARDINALS,
    DASHES,
    FUNCTION_WORDS,
    GROUPS,
    HYPHENS,
    MONEY,
    MONTHS,
    NOBODY,
    OPENERS,
    SCALES,
    SHORTENED,
    STREETS,
    Pieces,
    Words,
    cut,
    load_words,
)


@dataclass(frozen=True, slots=True)
class Number:
    """A number read from pieces `first` up to, not including, `last`; `value >= 0`."""

    value: int
    first: int
    last: int
    vague: bool = False  # "dozens": `value` is the least
    words: bool = False  # spelt out, not figures


def _read_figures(pieces: Pieces, at: int) -> Number | None:
    word = pieces.lower[at]
    after = pieces.word(at + 1)
    scale = SCALES.get(after) or ({"dozen": 12}.get(after))
    if scale:
        return Number(round(float(word.replace(",", "")) * scale), at, at + 2)
    if "." in word:
        return None
    return Number(int(word.replace(",", "")), at, at + 1)


def _read_cardinal(pieces: Pieces, at: int) -> Number | None:
    """Read "two", "twenty-one", "one hundred and five", "two thousand three hundred"."""
    total = current = 0
    index, seen = at, False
    while True:
        word = pieces.word(index)
        if word in CARDINALS and (not seen or _may_follow(current, CARDINALS[word])):
            current += CARDINALS[word]
        elif seen and word in SCALES:
            scale = SCALES[word]
            current = max(current, 1) * scale
            if scale > 100:
                total, current = total + current, 0
        elif seen and word == "dozen":
            current = max(current, 1) * 12
        elif seen and word == "and" and (current >= 100 or total) and pieces.word(index + 1) in CARDINALS:
            # "one hundred and five", but not "one thousand and two hundred were"-like lists of counts.
            if not (current % 100 == 0 and pieces.word(index - 1) in SCALES):
                break
        elif seen and word in DASHES and pieces.tight(index - 1) and current >= 20 and current % 10 == 0:
            if not 0 < CARDINALS.get(pieces.word(index + 1), 0) < 10:
                break
        else:
            break
        seen, index = True, index + 1
    return Number(total + current, at, index, words=True) if seen else None


def _may_follow(current: int, value: int) -> bool:
    if current == 0:
        return True
    return (current % 100 == 0 and value < 100) or (current >= 20 and current % 10 == 0 and 0 < value < 10)


def _read_group(pieces: Pieces, at: int) -> Number | None:
    """Read "a dozen", "half a dozen", "a couple of", "a hundred", "a pair of"."""
    word, index = pieces.lower[at], at
    half = word == "half"
    if half:
        index += 2 if pieces.word(at + 1) in ("a", "an", *DASHES) else 1
    elif word in ("a", "an"):
        index += 1
        if pieces.word(index) == "half":
            half, index = True, index + 1
            index += pieces.word(index) in DASHES
    named = pieces.word(index)
    value = GROUPS.get(named) or SCALES.get(named)
    if value is None or (half and value < 12) or (index == at and named not in ("dozen", "couple")):
        return None
    if named in ("score", "pair", "trio", "quartet") and pieces.word(index + 1) != "of":
        return None
    index += 1
    if named == "couple" and pieces.word(index) == "of":
        index += 1
        if pieces.word(index) in SCALES or pieces.word(index) == "dozen":
            value, index = value * (SCALES.get(pieces.word(index)) or 12), index + 1
    elif named == "couple":
        # "the couple", "a couple who": two people, but the noun itself.
        return None
    return Number(value // 2 if half else value, at, index, words=True)


def _read_vague(pieces: Pieces, at: int, words: Words) -> Number | None:
    if pieces.word(at - 1) in ("as", "so", "too", "how"):
        return None
    for length in (4, 3, 2, 1):
        phrase = tuple(pieces.lower[at : at + length])
        value = words.vague.get(phrase)
        if value is None or len(phrase) < length:  # the text ends
            continue
        last = at + length
        if pieces.word(last) == "of" and (pieces.word(last + 1),) in words.vague and value >= 20:
            # "tens of thousands": a thousand is the unit, "thousands" alone means two of it.
            value, last = value * words.vague[pieces.word(last + 1),] // 2, last + 2
        elif pieces.word(last) in SCALES or pieces.word(last) == "dozen":
            value, last = value * (SCALES.get(pieces.word(last)) or 12), last + 1
        return Number(value, at, last, vague=True, words=True)
    return None


def _read_number(pieces: Pieces, at: int, words: Words) -> Number | None:
    """Read the number that starts at piece `at`, if one does."""
    word = pieces.word(at)
    if not word:
        return None
    if word[0].isdigit():
        return _read_figures(pieces, at)
    if word in NOBODY or (word == "no" and pieces.word(at + 1) == "one"):
        return Number(0, at, at + (2 if word == "no" else 1), words=True)
    if word in CARDINALS:
        return _read_cardinal(pieces, at)
    return _read_group(pieces, at) or _read_vague(pieces, at, words)


def _qualifier_before(pieces: Pieces, at: int, words: Words) -> tuple[str | None, int]:
    """Return the sense of the words before piece `at` and where they start."""
    for length in (4, 3, 2, 1):
        if length <= at:
            sense = words.qualifiers.get(tuple(pieces.lower[at - length : at]))
            if sense is not None and not pieces.is_run_over(at - length):
                return sense, at - length
    return None, at


def _count(low: Number, high: Number | None, senses: set[str]) -> Count:
    """Put numbers and the words around them into a range."""
    value = high.value if high else low.value
    if high:
        return Count(min=low.value, max=high.value, best=high.value, approximate="about" in senses)
    if low.vague:
        return Count(min=value, max=None, best=value, approximate=True)
    about = bool(senses & {"about", "nearly"})
    if "at_least" in senses:
        return Count(min=value, max=None, best=value, approximate=about)
    if "up_to" in senses:
        return Count(min=None, max=value, best=value, approximate=about)
    if "nearly" in senses:
        return Count(min=None, max=value, best=value, approximate=True)
    if "about" in senses:
        return Count(min=None, max=None, best=value, approximate=True)
    return exactly(value)


def _counts_nothing(pieces: Pieces, number: Number, *, qualified: bool, words: Words) -> bool:
    """Whether the number is an age, date, year, time, measure, name, price, score or ordinal."""
    first, last = number.first, number.last
    before, after = pieces.word(first - 1), pieces.word(last)
    figures = not number.words
    if after in words.units or before in MONEY or after in ("%", "°") or before == "#":
        return True
    if after in DASHES and pieces.tight(last - 1) and pieces.tight(last) and pieces.word(last + 1).isalpha():
        return True  # "two-day", "30-year-old", "12-member"
    if before in HYPHENS and pieces.tight(first - 1):
        # "AK-47"; the end of a range was read before.
        return True
    if figures and pieces.tight(last - 1) and pieces.word(last)[:1].isalpha():
        return True  # "82nd", "9mm"
    if figures and pieces.tight(first - 1) and (before[-1:].isalpha() or before in "./:'’"):
        return True
    if figures and pieces.tight(last - 1) and (after in (":", "/") and pieces.tight(last)):
        return True
    if figures and after in DASHES and pieces.word(last + 1)[:1].isdigit() and pieces.tight(last):
        return True  # "3-2": a score, for a range was read before
    if after == "old" or (after == "more" and pieces.word(last + 1) in words.units):
        return True
    if before in words.designators and not qualified:
        return True
    if before == "." and pieces.word(first - 2) in SHORTENED:
        return True
    dated = before in MONTHS or after in MONTHS
    if figures and dated and not qualified and before != "in" and _is_of_date(number.value):
        return True
    if (
        number.words
        and before in ("this", "that", "the", "any", "every", "each", "no", "by", "another")
        and (number.value == 1 and not qualified)
    ):
        return True  # the pronoun "one"
    if number.value == 1 and number.words and after in ("another", "day", "by", "or"):
        return True
    if not figures:
        return False
    return _is_age_or_name(pieces, number, qualified=qualified)


def _is_of_date(value: int) -> bool:
    """Whether a number beside a month may be its day or year: not in "in November 53 soldiers were killed"."""
    return value < 32 or 1900 <= value <= 2099


def _is_age_or_name(pieces: Pieces, number: Number, *, qualified: bool) -> bool:
    first, last = number.first, number.last
    before, after = pieces.word(first - 1), pieces.word(last)
    printed_before = pieces.printed[first - 1] if first else ""
    following = pieces.word(last)
    if before == "," and not qualified and after in (",", ".", ")", ";") and number.value < 120:
        named = pieces.printed[first - 2] if first > 1 else ""
        if named[:1].isupper() or pieces.word(first - 2) == "man":
            return True  # "Ana Ruiz, 32,"
    if before == "(" and after == ")":
        return True
    if "," not in pieces.printed[first] and 1900 <= number.value <= 2099 and not qualified and last - first == 1:
        nounlike = following.isalpha() and following not in FUNCTION_WORDS and following.endswith(("s", "le", "en"))
        if not nounlike or before in ("in", "since", "of", "until", "by", ","):
            return True
    street = pieces.printed[last : last + 4]
    if any(word.lower() in STREETS and word[:1].isupper() for word in street) and street[0][:1].isupper():
        return True
    if printed_before[:1].isupper() and not qualified and before not in OPENERS:
        # "Camp 7 was": a name, unless a plain noun follows ("In Iraq 12 people").
        return not following.isalpha() or following in FUNCTION_WORDS
    return False


def _read_phrase(pieces: Pieces, at: int, words: Words) -> tuple[Number, Count, int, int] | None:
    """Read the number phrase at piece `at`: number, count, first and last piece of the whole phrase."""
    number = _read_number(pieces, at, words)
    if number is None:
        return None
    first, senses = number.first, set[str]()
    while True:
        sense, start = _qualifier_before(pieces, first, words)
        if sense is None:
            break
        senses.add(sense)
        first = start
    joint = pieces.word(number.last)
    between = pieces.word(first - 1) == "between"
    rising = pieces.word(first - 1) == "from"
    high = None
    # "BAMAKO, May 6 - Seven hostages died": the dash ends the dateline.
    dashed = joint in DASHES and pieces.word(first - 1) not in MONTHS
    if (joint in ("to", "or") and not rising) or dashed or (joint == "and" and between):
        second = _read_number(pieces, number.last + 1, words)
        if second and second.value > number.value and not (number.vague or second.vague):
            scaled = _share_scale(pieces, number, second)
            high = second if scaled.value < second.value else None
            number = scaled if high else number
    last = high.last if high else number.last
    last, after = _qualifier_after(pieces, last)
    if after:
        senses.add(after)
    measured = replace(number, last=high.last if high else number.last)
    # A full check on the end of a range: "10 to 15 kilometres".
    if _counts_nothing(pieces, measured, qualified=bool(senses or high), words=words):
        return None
    if high and pieces.word(last) in ("vote", "win", "victory", "defeat", "loss", "lead", "draw", "ruling"):
        return None
    return high or number, _count(number, high, senses), first - between, last


def _share_scale(pieces: Pieces, low: Number, high: Number) -> Number:
    """Read "3 to 5 million" as millions both; a year range ("1990-91") stays what it is."""
    named = pieces.word(high.last - 1)
    scale = SCALES.get(named) or {"dozen": 12}.get(named)
    if scale and low.last - low.first == 1 and high.last - high.first == 2 and low.value * scale < high.value:
        return replace(low, value=low.value * scale)
    return low


def _qualifier_after(pieces: Pieces, last: int) -> tuple[int, str | None]:
    word, following = pieces.word(last), pieces.word(last + 1)
    if word == "+" and pieces.tight(last - 1):
        return last + 1, "at_least"
    if word == "or" and following in ("more", "so", "fewer", "less"):
        return last + 2, {"more": "at_least", "so": "about"}.get(following, "up_to")
    if word == "plus" and following not in ("a", "an", "the"):
        return last + 1, "at_least"
    return last, None


def _read_partitive(pieces: Pieces, last: int, words: Words) -> int:
    """Return the end of "three of the seven", whose second number is the whole, not another count."""
    if pieces.word(last) != "of":
        return last
    index = last + 1
    if pieces.word(index) in ("the", "his", "her", "their", "its", "those", "these", "at", "some", "about"):
        index += 1
        whole = _read_number(pieces, index, words)
        if whole and not whole.vague:
            return whole.last
    return last


def _scan(pieces: Pieces, words: Words) -> list[tuple[Number, Count, int, int]]:
    starts = _start_words(words)
    found: list[tuple[Number, Count, int, int]] = []
    index, size = 0, len(pieces.lower)
    while index < size:
        word = pieces.lower[index]
        if word[0].isdigit() or word in starts:
            phrase = _read_phrase(pieces, index, words)
            if phrase:
                end = _read_partitive(pieces, phrase[3], words)
                found.append((*phrase[:3], end))
                index = max(end, index + 1)
                continue
            number = _read_number(pieces, index, words)
            index = number.last if number else index + 1
            continue
        index += 1
    return found


@cache
def _starts(vague: tuple[tuple[str, ...], ...]) -> frozenset[str]:
    firsts = {phrase[0] for phrase in vague}
    return frozenset({*CARDINALS, *NOBODY, "no", "a", "an", "half", "dozen", *firsts})


def _start_words(words: Words) -> frozenset[str]:
    return _starts(tuple(words.vague))


def parse_count(text: str) -> Count | None:
    """Read a number phrase, None when `text` holds none.

    Articles and "no" count too here: "a" is 1, "no" is 0, "both" is 2, bare "some" a vague 3.
    """
    words = load_words()
    pieces = cut(text)
    plain = {"a": 1, "an": 1, "single": 1, "no": 0, "both": 2, "another": 1}
    found = _scan(pieces, words)
    if found:
        return found[0][1]
    for word in pieces.lower:
        if word in plain:
            return exactly(plain[word])
        if word == "some":
            return Count(min=3, max=None, best=3, approximate=True)
    return None


def find_counts(doc: Doc) -> tuple[CountMention, ...]:
    """Return the number phrases of `doc` in order of text; `head` is the last token of the (last) number.

    The span takes in the words that say how exact the number is, and "of the seven" in "three of the seven".
    """
    words = load_words()
    pieces = cut(text_of(doc))
    token_at = {offset: index for index, offset in enumerate(offsets_of(doc))}
    mentions: list[CountMention] = []
    for number, count, first, last in _scan(pieces, words):
        head = _token_of(pieces, number.last - 1, token_at)
        if head is None:
            continue
        rule = "count.vague" if number.vague else "count.words" if number.words else "count.figures"
        mentions.append(
            CountMention(span=Span(pieces.starts[first], pieces.ends[last - 1]), head=head, rule=rule, count=count)
        )
    return tuple(mentions)


def _token_of(pieces: Pieces, index: int, token_at: dict[int, int]) -> int | None:
    """Return the token that starts at, or a little before, the piece `index`."""
    start = pieces.starts[index]
    for offset in range(start, max(start - 24, -1), -1):
        if offset in token_at:
            return token_at[offset]
    return None
