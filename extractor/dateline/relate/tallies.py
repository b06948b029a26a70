"""Tells figures that sum up many acts, over a time or a land, from those of one act."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dateline.relate.clauses import path_up
from dateline.relate.war_totals import is_war_total

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
    |ha(?:ve|s|d)\s(?:been\s)?(?:killed|died)\b[^.]{0,60}?\bsince\s(?:january|february|march|april|may|june|july|august|
        september|october|november|december)\s\d
    |since\s(?:the|its|their)\s(?:[\w-]+\s){0,3}?(?:campaign|offensive|operation|infighting|intervention|ceasefire|truce|
        siege)\b
    |so\sfar\s(?:this|in)\b|ha(?:ve|s)\ssince\s(?:died|been\s(?:killed|murdered|slain))\b|(?:every|each|per)\s(?:day|week|month|year)\b|annually\b|on\saverage\b
    |(?:in|during|by)\s(?:the|a|their)\s(?:[\w-]+\s){0,2}?(?:civil\swar|war|conflict|insurgency|uprising)\b
    |in\s(?:its|their|his)\s(?:[\w-]+\s){0,3}?(?:campaign|struggle|fight|war|crusade)\s(?:for|to|against)\b
    |(?:in|during|of)\s(?:the|a|their|its|this)\s[\w-]*(?:year|decade|month)(?:-old|-long|s-long)?\s(?:[\w-]+\s)?(?:revolt|rebellion|
        revolution|unrest|insurrection|campaign|struggle|fight|crisis)\b
    |(?:in|over|during|after)\s(?:more\sthan\s|over\s|nearly\s|almost\s|about\s|some\s|the\s)*[\w-]+\s(?:years?|decades?|months)\sof\b
    |(?:document|register|record|verif|tallie)(?:ed|ied|s)?\s[^.]{4,80}\b(?:in|during)\s(?:[a-z]+\s)?(?:january|february|march|
        april|may|june|july|august|september|october|november|december|(?:19|20)\d\d|(?:last|that|this)\s(?:month|year))\b
    |in\s(?:january|february|march|april|may|june|july|august|september|october|november|december|
        (?:19|20)\d\d|(?:that|the)\s(?:month|year))\salone\b|(?:last|this|that)\s(?:month|year)\salone\b
    |(?:[a-z]{3,}s|people|men|women|children)\sa\s(?:day|week|month|year)\b(?!\s(?:ago|earlier|later|before|after))
    |(?:in|during)\s(?:january|february|march|april|may|june|july|august|september|october|november|december|(?:last|that)\smonth)
        \b(?!\s\d)[^.;]{0,90}\bacross\sthe\s(?:whole\s|entire\s)?(?:country|nation|region|province|state|island)\b
    |in\s(?:recent|past)\s(?:days|weeks|months|years|decades)\b
    )""",
    re.IGNORECASE | re.VERBOSE,
)
# "Two of them have since died": of one act's wounded.
DIED_LATER = re.compile(
    r"\b(?:of\s(?:them|whom|those|these|the\s(?:wounded|injured|victims|patients))|who\s(?:was|were)\s[^,;]{4,60})"
    r"\s(?:(?:have|has)\ssince\s(?:died|succumbed))\b",
    re.IGNORECASE,
)
HARMED = frozenset(("killed", "died", "wounded", "injured"))  # "have been held since June" is no count
BEFORE = 80  # code points before the verb in which its time may stand: "Since the war began, 46 have died"
BEGUN = frozenset(("began", "begun", "started", "erupted", "broke", "resumed"))  # of a war: "since fighting resumed"
HUGE = 10_000  # dead or hurt, more than one act's: a war's or an age's
STATISTIC = 10  # people; a smaller figure beside a span of time may still be one incident's
SMALL = frozenset(("one", "two", "three", "four", "five", "six", "seven", "eight", "nine"))
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
    |since\s(?:the|its|their)\s(?!(?:[\w-]+\s)?(?:attacks?|blasts?|bombs?|bombings?|explosions?|shootings?|strikes?|raids?|massacre|stabbings?|
        crash|clash|clashes|fire|incident|disaster)\b)[\w-]+
    |since\s(?:the\s|its\s|their\s)?(?:[\w-]+\s){1,5}?(?:began|begun|started|launched|erupted|broke\sout|sent|entered|took|
        came|intervened|joined|resumed|ended|collapsed)
    )\b""",
    re.IGNORECASE | re.VERBOSE,
)
SUMMED_UP = re.compile(
    r"\b(?:br(?:ings?|inging|ought)|rais(?:es|ed|ing)|tak(?:es|ing)|took)\s(?:the|to)\s", re.IGNORECASE
)
SUMMING = re.compile(r"\b(?:bringing|raising|taking|pushing|lifting)\s(?:to\s|the\s|its\s|their\s)", re.IGNORECASE)
# A clause behind the act that tells what went before it: ", after residents said fighting had flared in recent days".
BACKGROUND = re.compile(
    r",\s(?:(?:hours|days|a\sday|weeks)\s)?(?:after|as|amid|following)\s(?!(?:a\s)?(?:result|part|well|many)\b)",
    re.IGNORECASE,
)
INSTANCE = re.compile(
    r"\b(?:including|among\sthem|such\sas|most\srecently)\s[^,;]{3,80}?\b(?:that|which|when|where)\b", re.IGNORECASE
)
# A figure set beside that of another time or land is a count of many acts: "61, down from 77", "in the year to March".
COMPARED = re.compile(
    r"""\b(?:
    (?:(?:down|up)\s(?:\w+ly\s)?(?:\S+\s){0,3}?(?:from|on)|compared\s(?:with|to)|as\sagainst|against)\s[^.;]{0,40}?
        \b(?:(?:19|20)\d\d|last\syear|previous\syear|year\s(?:earlier|before|ago)|same\s(?:period|month|time))
    |(?:more|fewer|less|higher|lower)\sthan\s(?:a\syear|a\smonth|the\s(?:year|month))\s(?:earlier|before|ago)
    |in\sthe\s(?:year|twelve\smonths|12\smonths|six\smonths|quarter)\s(?:to|ending|through)
    |in\s(?:\d+|more\sthan\s\w+|dozens\sof)\s(?:countries|states|provinces|nations)
    )""",
    re.IGNORECASE | re.VERBOSE,
)
# "She was one of nine people killed in shootings in the city over the weekend": of as many acts.
ONE_OF_ALL = re.compile(
    r"\b(?:was|is|became)\s(?:one\sof|among)\s(?:at\sleast\s)?[\w-]+\s(?:\w+\s){0,2}?(?:who\swere\s)?"
    r"(?:killed|shot|wounded|injured|slain|murdered)\b[^.;]{0,40}?\b(?:shootings|stabbings|attacks|bombings|incidents"
    r"|(?:over|across|around|throughout|during)\sthe\s(?:city|weekend|holiday|country|region|year|month))\b",
    re.IGNORECASE,
)
_WORST = r"worst|deadliest|bloodiest|biggest|largest|heaviest"
RANKED = re.compile(
    rf"\b(?:first|second|third|fourth|fifth|latest|{_WORST}|highest|most)\b"
    r"(?!\s(?:half|\w+\s(?:weeks|months)))",
    re.IGNORECASE,
)
# What the span of time only ranks: "the worst single attack in three decades of violence", not "the worst month since".
RANKS_ACT = re.compile(
    rf"\b(?:{_WORST}|most\s\w+|first)\s(?:(?!weeks?\b|months?\b|years?\b)[\w-]+\s){{0,6}}?(?:in|for|of|since)\s"
    r"(?:[\w'\u2019.-]+\s){0,4}?"
    r"(?:(?:years?|decades?|months?|weeks?|century|history|war|conflict|insurgency|uprising|invasion|revolution|revolt"
    r"|rebellion|hostilities|violence|unrest|crisis|campaign|offensive|intervention|ceasefire|truce|siege)\b"
    r"|(?:19|20)\d\d\b)"
    r"(?:\sof\s(?:[\w-]+\s)?(?:violence|war|conflict|fighting|unrest|strife|insurgency))?",
    re.IGNORECASE,
)


def is_statistic(token: Token, best: int | None) -> bool:
    """Whether the figure at `token` sums up a span of time, or a war, rather than one incident."""
    if is_war_total(token) or (best is not None and best > 1 and ONE_OF_ALL.search(token.sent.text)):
        return True
    sentence = DIED_LATER.sub("", _without_sum(token))
    counted_on = best is not None and best > 1 and (_is_counted_since(token) or _is_told_up_to_now(token))
    if counted_on and not RANKED.search(sentence):
        return True
    if best is not None and best < STATISTIC:
        return False
    if PERIOD.search(RANKS_ACT.sub("", sentence)):
        return True
    return best is not None and TO_DATE.search(DATED.sub("", sentence)) is not None and RANKED.search(sentence) is None


def _without_sum(token: Token) -> str:
    """Return the sentence up to what it adds of a longer time: "killed 12, bringing the number since July to 145".

    Of many acts it leaves out what one of them is told behind: "raids in recent weeks, including one that killed 12".
    Nor is an act counted from since when others are: "the worst attack since rebels killed 40 two years ago".
    """
    text, at = token.sent.text, token.idx - token.sent.start_char
    since = _find_since(token)
    if since is not None:
        text, at = text[since.idx - token.sent.start_char + len(since) :], token.idx - since.idx - len(since)
    for aside in (SUMMING, BACKGROUND):
        added = aside.search(text, at if aside is BACKGROUND else 0)
        text = text[: added.start()] if added is not None and at < added.start() else text
    instance = INSTANCE.search(text)
    return text[instance.start() :] if instance is not None and instance.end() <= at else text


def _find_since(token: Token) -> Token | None:
    """Return the "since" that leads to the clause in which a figure stands, None where it stands in another."""
    leads = (child for above in path_up(token) for child in above.lefts if child.dep_ == "mark")
    lead = next(leads, None)
    return lead if lead is not None and lead.lower_ == "since" and lead.i < token.i else None


# "The number of people killed in attacks in July", not "on July 4".
WHOLE_MONTH = re.compile(
    r"\b(?:in|during|for)\s(?:the\smonth\sof\s)?(?:january|february|march|april|may|june|july|august|september|october|"
    r"november|december)\b(?!\s\d)",
    re.IGNORECASE,
)


def is_of_longer_time(token: Token, end: int) -> bool:
    """Whether the total at `token` counts more than one act's: "the number killed in two weeks".

    `end` is the offset in the text from which the sentence goes on behind the cue.
    """
    sentence = token.sent
    behind = max(end - sentence.start_char, 0)
    if SUMMED_UP.search(sentence.text) and WHOLE_MONTH.search(sentence.text, behind):
        return True
    return LONGER.search(sentence.text, behind) is not None


MONTH = "january|february|march|april|may|june|july|august|september|october|november|december"
# Up to now, or of a whole month: said of no single act in the perfect tense, whatever it counts.
OVER_TIME = re.compile(
    rf"""\b(?:
    since\s(?:the\s(?:start|beginning|outset|outbreak)\sof\b|(?:early\s|late\s|mid-?)?(?:{MONTH})\b(?!\s\d)
        |(?:[a-z-]+\s){{0,2}}(?:19|20)\d\d|(?:the\s)?(?:[\w-]+\s){{1,5}}?(?:began|broke\sout|started|erupted
            |launched|resumed|intensified|escalated|ended|collapsed|(?:seized|took)\spower|intervened|invaded)
        |(?:the|its|their)\s(?:[\w-]+\s){{0,2}}?(?:coup|takeover|war|uprising|invasion|truce|cease-?fire)\b)
    |(?:this|last)\s(?:year|month)\b|so\sfar\b
    |in\s(?:{MONTH})\salone\b
    )""",
    re.IGNORECASE | re.VERBOSE,
)


def is_running_total(verb: Token) -> bool:
    """Whether a clause only counts the dead or hurt up to now: "46 civilians have died since the war began"."""
    if is_war_total(verb):
        return True
    if verb.lower_ not in HARMED or not any(child.dep_ == "nummod" or child.like_num for child in _counted(verb)):
        return False
    text = verb.sent.text
    found = OVER_TIME.search(text, max(verb.idx - verb.sent.start_char - BEFORE, 0))
    perfect = any(child.dep_ == "aux" and child.lower_ in ("have", "has") for child in verb.lefts)
    return found is not None and (perfect or found.group().lower().endswith("alone")) and not RANKED.search(text)


def _counted(verb: Token) -> list[Token]:
    """Return the words of the number of those whom the verb counts."""
    subjects = [child for child in verb.lefts if child.dep_ in ("nsubj", "nsubjpass")]
    return [word for subject in subjects for word in (subject, *subject.children)]


def counts_up(sentence: str, verb: str) -> bool:
    """Whether a sentence, whose main verb it is, only counts up: "the violence brought to 540 the dead in July"."""
    found = SUMMED_UP.match(sentence, sentence.find(verb))
    if found is None:
        return False
    return any(span.search(sentence, found.end()) is not None for span in (WHOLE_MONTH, LONGER, PERIOD))


def _is_counted_since(token: Token) -> bool:
    """Whether the harm itself is counted from a year on; of "the group, active since 2009, killed 12" it is not."""
    text, start = token.sent.text, token.sent.start_char
    hung = (word for above in (token, token.head) for word in above.children if word.lower_ == "since")
    return any(SINCE_YEAR.match(text, word.idx - start) for word in hung)


def _is_told_up_to_now(token: Token) -> bool:
    """Whether the perfect tense counts over a month or year that goes on: "rockets have killed 20 this month"."""
    verb = next((word for word in (token, token.head) if word.pos_ in ("VERB", "AUX")), token)
    perfect = any(child.dep_ == "aux" and child.lower_ in ("have", "has") for child in verb.lefts)
    return perfect and any(
        (_leads_since(child) and verb.lower_ in HARMED)
        or (
            child.dep_ == "npadvmod"
            and child.lower_ in ("month", "year")
            and any(kid.lower_ == "this" for kid in child.lefts)
        )
        for child in verb.children
    )


def _leads_since(part: Token) -> bool:
    """Whether it is "since March" or "since the war began"."""
    if part.dep_ == "advcl":
        return part.lower_ in BEGUN and any(word.dep_ == "mark" and word.lower_ == "since" for word in part.children)
    days = any(kid.lower_.endswith("day") for kid in part.rights)  # "since Sunday": one bout of violence
    return part.dep_ == "prep" and part.lower_ == "since" and not days


def is_compared(sentence: str) -> bool:
    """Whether a sentence sets its figures beside those of another time, or counts them over several lands."""
    return COMPARED.search(sentence) is not None


def is_large(number: Token) -> bool:
    """Whether a number is larger than one act's figures mostly are, `STATISTIC` or more."""
    digits = number.text.replace(",", "")
    if digits.isdecimal():
        return int(digits) >= STATISTIC
    return number.like_num and number.lower_ not in SMALL


def is_share(people: Token) -> bool:
    """Whether the people are a share of many, as a survey finds them: "one driver in five", "7 per cent of nurses"."""
    if people.lower_ in ("%", "percent", "cent"):
        return True
    words = list(people.subtree)
    return any(word.lower_ == "one" for word in words) and any(
        word.like_num and word.dep_ == "pobj" and word.lower_ not in ("one", "1") and _is_out_of(word.head)
        for word in words
    )


def _is_out_of(preposition: Token) -> bool:
    """Whether it says out of how many: "one in five", "one out of five", not "one of the three"."""
    if preposition.lower_ == "of":
        return preposition.i > 0 and preposition.nbor(-1).lower_ == "out"
    return preposition.lower_ == "in"
