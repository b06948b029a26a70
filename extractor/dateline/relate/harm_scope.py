"""Tells what a figure counts: this act's people, those of a year or a war, or those of acts elsewhere."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

# A span of time over which a figure is summed: "since 2014", "over the past two years", "so far this year".
PERIOD = re.compile(
    r"""\b(?:
    since\s(?:[\w.]+\s){0,4}?(?:(?:19|20)\d\d|war|conflict|uprising|insurgency|violence|revolution|unrest|crisis|
        invasion|fighting|rebellion|hostilities)\b
    |(?:over|during|in|for|within)\s(?:the\s)?(?:course\sof\s)?(?:the\s)?(?:past|last|previous|preceding|recent)\s
        (?:[\w-]+\s)?(?:days|weeks|months|years|decades?|year|month|week)\b
    |since\s[^.]{4,60}\s(?:years|months|decades)\sago\b
    |so\sfar\s(?:this|in)\b|ha(?:ve|s)\ssince\s(?:died|been\s(?:killed|murdered|slain))\b|(?:every|each|per)\s(?:day|week|month|year)\b|annually\b|on\saverage\b
    |(?:in|during|by)\s(?:the|a|their)\s(?:[\w-]+\s){0,2}?(?:civil\swar|war|conflict|insurgency|uprising)\b
    |(?:in|during|of)\s(?:the|a|their|its|this)\s[\w-]*(?:year|decade|month)(?:-old|-long|s-long)?\s(?:[\w-]+\s)?(?:revolt|rebellion|
        revolution|unrest|insurrection|campaign|struggle|fight|crisis)\b
    |(?:in|over|during|after)\s(?:more\sthan\s|over\s|nearly\s|almost\s|about\s|some\s|the\s)*[\w-]+\s(?:years|decades)\sof\b
    |(?:document|register|record|verif|tallie)(?:ed|ied|s)?\s[^.]{4,80}\b(?:in|during)\s(?:[a-z]+\s)?(?:january|february|march|
        april|may|june|july|august|september|october|november|december|(?:19|20)\d\d|(?:last|that|this)\s(?:month|year))\b
    |in\s(?:january|february|march|april|may|june|july|august|september|october|november|december|
        (?:19|20)\d\d|(?:that|the)\s(?:month|year))\salone\b|(?:last|this|that)\s(?:month|year)\salone\b
    |in\s(?:recent|past)\s(?:days|weeks|months|years|decades)\b
    )""",
    re.IGNORECASE | re.VERBOSE,
)
STATISTIC = 10  # people; a smaller figure beside a span of time may still be one incident's
SINCE_YEAR = re.compile(r"\bsince\s(?:\w+\s)?(?:19|20)\d\d\b", re.IGNORECASE)
# A span up to now; of an incident it is said only to rank it: "the deadliest attack this year".
TO_DATE = re.compile(
    r"""\b(?:
    (?:this|the\scurrent)\syear(?!['\u2019])
    |since\s(?:early\s|late\s|mid-?)?(?:january|february|march|april|may|june|july|august|september|october|
        november|december|spring|summer|autumn|winter|the\s(?:start|beginning)\sof)(?!\s\d)
    |(?:in|over|during)\sthe\sfirst\s(?:half|\w+\s(?:weeks|months))\sof
    |(?:the\s)?same\s(?:time|period|point)\s(?:of\s)?last\syear
    )\b""",
    re.IGNORECASE | re.VERBOSE,
)
# A day or month of the year dates one act: "earlier this year", "in May this year".
DATED = re.compile(
    r"""(?<!since\s)\b(?:earlier|early|later|late|january|february|march|april|may|june|july|august|september|october
        |november|december|spring|summer|autumn|winter)\s(?:\d{1,2},?\s(?:(?:and|to)\s\d{1,2}\s)?)?(?:of\s)?
        (?:this|the\scurrent)\syear\b""",
    re.IGNORECASE | re.VERBOSE,
)
# Behind a total: it takes in more than the act just told of, "bringing to 45 the number killed in 24 hours".
LONGER = re.compile(
    r"""\b(?:
    (?:in|over|within|during)\s(?:the\s|just\s|only\s|about\s|less\sthan\s|under\s|past\s|last\s|space\sof\s|barely\s)*
        (?:\d+|two|three|four|five|six|seven|eight|nine|ten|twelve|several|a\sfew|as\smany)\s(?:hours|days|weeks|months|years)
    |(?:this|in\sa|over\sthe|in\sthe\spast|in\sthe\slast)\s(?:week|month|year)
    |since\s(?:last\s|early\s|late\s|mid-?|the\s(?:start|beginning)\sof\s)?(?:\w+day|january|february|march|april|may|june|july|august
        |september|october|november|december|week|month|year|spring|summer|autumn|winter|\d{4}|\d+\s\w+)
    )\b""",
    re.IGNORECASE | re.VERBOSE,
)
SUMMING = re.compile(r"\b(?:bringing|raising|taking|pushing|lifting)\s(?:to\s|the\s|its\s|their\s)", re.IGNORECASE)
RANKED = re.compile(
    r"\b(?:first|second|third|fourth|fifth|latest|worst|deadliest|bloodiest|biggest|largest|highest|heaviest|most)\b"
    r"(?!\s(?:half|\w+\s(?:weeks|months)))",
    re.IGNORECASE,
)


# "The toll surpasses the 49 killed in Orlando": of another act.
MEASURED = re.compile(
    r"\b(?:surpass(?:es|ed|ing)?|exceed(?:s|ed|ing)?|eclips(?:es|ed|ing)|top(?:s|ped|ping)|compared\s(?:with|to)"
    r"|(?:higher|lower|more|fewer|deadlier|worse|greater)\sthan|(?:up|down)\sfrom)\s(?:the\s)?(?:record\s)?\Z",
    re.IGNORECASE,
)
COMPARED_REACH = 40  # code points before a figure in which it is held against another
_WIDE = (
    r"(?:in|during|by)\s(?:[\w-]+\s)?(?:separate|other|different|unrelated)\s"
    r"(?:[\w-]+\s)?(?:\w*shootings|incidents|attacks|clashes|strikes|raids|accidents|operations|blasts|explosions"
    r"|parts\sof|areas|places|districts|cities|towns|villages)"
    r"|elsewhere\b|in\s[\w\s-]{0,20}?(?:strikes|attacks|raids|shelling|clashes|violence|shootings|bombings)\s(?:across|throughout)\b"
    r"|across\sthe\s(?:country|city|province|region|state|capital|governorate|territory)\b"
)
SEPARATE = re.compile(
    rf"[\s,]*(?:(?:were|was|have\sbeen|had\sbeen|have|had|also|reportedly|people|civilians|others|more|killed|wounded|injured|hurt"
    rf"|died|shot|martyred)\s)*(?:{_WIDE})",
    re.IGNORECASE,
)
SEPARATELY = re.compile(rf"(?:\A|[;,:]\s?(?:and|while|but)?\s?)(?:{_WIDE})[^.;]*\Z", re.IGNORECASE)


def is_statistic(token: Token, best: int | None) -> bool:
    """Whether the figure at `token` sums up a span of time rather than one incident."""
    sentence = _without_sum(token)
    if best is not None and best > 1 and _is_counted_since(token) and not RANKED.search(sentence):
        return True
    if best is not None and best < STATISTIC:
        return False
    if PERIOD.search(sentence):
        return True
    return best is not None and TO_DATE.search(DATED.sub("", sentence)) is not None and RANKED.search(sentence) is None


def _without_sum(token: Token) -> str:
    """Return the sentence up to what it adds of a longer time: "killed 12, bringing the number since July to 145"."""
    text = token.sent.text
    added = SUMMING.search(text)
    return text[: added.start()] if added is not None and token.idx - token.sent.start_char < added.start() else text


def is_compared(text: str, start: int) -> bool:
    """Whether the figure at offset `start` is another act's, which the words hold against this one's."""
    return MEASURED.search(text, max(start - COMPARED_REACH, 0), start) is not None


def is_elsewhere(token: Token, start: int, end: int) -> bool:
    """Whether the people counted on between two offsets met their fate in other acts than the one just told."""
    sentence = token.sent
    behind = sentence.text[max(end - sentence.start_char, 0) :]
    before = sentence.text[: max(start - sentence.start_char, 0)]
    return SEPARATE.match(behind) is not None or SEPARATELY.search(before) is not None


def is_of_longer_time(token: Token, end: int) -> bool:
    """Whether the total at `token` counts more than one act's: "the number killed in two weeks".

    `end` is the offset in the text from which the sentence goes on behind the cue.
    """
    sentence = token.sent
    return LONGER.search(sentence.text, max(end - sentence.start_char, 0)) is not None


def _is_counted_since(token: Token) -> bool:
    """Whether the harm itself is counted from a year on; of "the group, active since 2009, killed 12" it is not."""
    text, start = token.sent.text, token.sent.start_char
    hung = (word for above in (token, token.head) for word in above.children if word.lower_ == "since")
    return any(SINCE_YEAR.match(text, word.idx - start) for word in hung)
