"""The grammar of time expressions: one pattern for each way that news writes a day or a span of days.

Patterns run over lower-case text (`normalise`), so wires in capitals and mixed text share them. A rule's
`starts` are the words that can begin it: the search looks a word up before it tries a pattern, which is what
makes the whole scan cost about as much as splitting the text into words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
NUMBERS = {
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
    "fifteen": 15,
    "twenty": 20,
    "thirty": 30,
    "twenty-four": 24,
    "forty-eight": 48,
    "seventy-two": 72,
    "a": 1,
    "an": 1,
}

_FOLD = str.maketrans({"’": "'", "‘": "'", "–": "-", "‑": "-", "‒": "-", "\xa0": " ", "\u202f": " "})


def normalise(text: str) -> str:
    """Return `text` in lower case with plain apostrophes and hyphens, of the same length."""
    folded = text.translate(_FOLD).lower()
    if len(folded) == len(text):
        return folded
    # A few capitals ("İ") become two code points in lower case; they are in no word of the grammar.
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text.translate(_FOLD))


@dataclass(frozen=True, slots=True)
class Rule:
    """One way to write a time; `starts` holds the words, or "#" for digits, that can begin it."""

    id: str
    pattern: re.Pattern[str]
    starts: tuple[str, ...]


MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)(?!\w)\.?"
)
_MONTH_NAME = r"(?:january|february|march|april|may|june|july|august|september|october|november|december)(?!\w)"
WEEKDAY = r"(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)(?!\w)"
# Only a short name has its full stop: "on Thursday. On Dec. 28" is of two days.
_WEEKDAY_ANY = rf"(?:{WEEKDAY}|(?:mon|tues?|weds?|thu(?:r?s?)|fri|sat|sun)(?!\w)\.?)"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?!\w|[.:]\d|,\d{3}(?!\d)|%)"
_YEAR = r"(?:1[6-9]\d\d|20\d\d)(?!\w|[.,]\d)"
_RELATIVE_YEAR = r"(?:this|last|that|the\s+same|the\s+following|the\s+previous|next)\s+year"
_SMALL = (
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty-four|twenty|thirty|forty-eight"
    r"|seventy-two)"
)
_VAGUE = r"(?:(?:a\s+)?few|several|many|some|(?:a\s+)?couple(?:\s+of)?|(?:a\s+)?number\s+of|numerous)"
_NUMBER = rf"(?P<n>\d{{1,3}}|{_SMALL}|an?|{_VAGUE})"
NTH = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_NTH = rf"(?:{'|'.join(NTH)})"
_JOIN = r"(?:\s*-\s*|\s+to\s+|\s+through\s+|\s+thru\s+|\s+until\s+|\s+till\s+)"
_LIST = r"(?:\s+and\s+|\s+or\s+|\s*/\s*|\s*&\s*)"
_PART = r"(?:morning|afternoon|evening|night|noon|midday|midnight|dawn|dusk)"
# After "16 and 17" the second number is a day only if no noun follows: "on Nov. 16 and 17 people died".
_NO_NOUN = (
    r"(?!\s+(?!(?:in|at|on|by|of|when|while|as|the|for|and|but|near|after|before|with|from|to|this|last|that|during)"
    r"(?!\w))\w)"
)

CLOCK = (
    r"(?:\d{1,2}[:.]\d\d(?::\d\d)?(?:\s?[ap]\.?m(?!\w)\.?)?|\d{1,2}\s?[ap]\.?m(?!\w)\.?|\d{1,2}\s?o'?clock|\d{4}\s?(?:hours|hrs|h|gmt|utc)"
    r"|(?<=at\s)[0-2]\d[0-5]\d(?=\s)|midnight|noon|dawn|dusk)"
    r"(?:\s+(?:local(?:\s+time)?|gmt|utc|[ecmp][sd]?t|ist|bst|in\s+the\s+(?:morning|afternoon|evening)|at\s+night))?"
)
# "Between 9 p.m. on" and "to 6 a.m.": the hours at both ends of a range.
_AT = rf"(?:(?:about\s+|around\s+)?{CLOCK},?\s+(?:on\s+)?)?"


def _month(n: str = "") -> str:
    return rf"(?P<month{n}>{MONTH})"


def _day(n: str = "") -> str:
    return rf"(?P<day{n}>{_DAY})"


def _year(n: str = "") -> str:
    return (
        rf"(?:,?\s*(?:of\s+|in\s+)?(?P<year{n}>{_YEAR})|,?\s+(?:of\s+)?(?P<relative_year{n}>{_RELATIVE_YEAR})"
        rf"|,?\s+'(?P<short_year{n}>\d\d)(?!\w))?"
    )


# "3 JAN 90 (AFP)", but not "on 3 January 90 people".
_WIRE_YEAR = r"(?:\s+(?P<wire_year>[3-9]\d|0\d)(?!\w|\s+(?!(?:in|at|by|the|to|when|and|or|as|for|with)(?!\w))\w))?"
_LED_BY_WEEKDAY = rf"(?:(?P<weekday>{_WEEKDAY_ANY}),?\s*(?:the\s+|on\s+)?\(?)?"


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


_MONTH_STARTS = _words(
    "jan january feb february mar march apr april may jun june jul july aug august sep sept "
    "september oct october nov november dec december"
)
_WEEKDAY_STARTS = _words("monday tuesday wednesday thursday friday saturday sunday")
_WEEKDAY_ANY_STARTS = (
    *_WEEKDAY_STARTS,
    *_words("mon tue tues wed weds thu thur thurs fri sat sun"),
)
_NUMBER_STARTS = ("#", *NUMBERS, "few", "several", "many", "some", "couple", "number", "numerous")

_HOLIDAY = (
    r"christmas\s+eve|christmas\s+day|christmas|boxing\s+day|new\s+year(?:'?s)?\s+eve|new\s+year(?:'?s)?(?:\s+day)?"
    r"|easter\s+sunday|easter\s+monday|easter\s+saturday|good\s+friday|palm\s+sunday|ash\s+wednesday|easter|whit\s+monday"
    r"|pentecost|epiphany|all\s+saints'?\s+day|all\s+souls'?\s+day|valentine'?s\s+day|st\.?\s+patrick'?s\s+day|halloween"
    r"|may\s+day|thanksgiving(?:\s+day)?|labou?r\s+day|memorial\s+day|martin\s+luther\s+king(?:\s+jr\.?)?\s+day|presidents'?\s+day"
    r"|(?:the\s+)?fourth\s+of\s+july|bastille\s+day|eid\s+al-?\s?fitr|eid\s+ul-?\s?fitr|eid\s+al-?\s?adha|eid\s+ul-?\s?adha"
    r"|ashura|mawlid"
)
_HOLIDAY_STARTS = _words(
    "christmas boxing new easter good palm ash whit pentecost epiphany all valentine valentines st "
    "halloween may thanksgiving labor labour memorial martin presidents the fourth bastille eid ashura "
    "mawlid"
)

_SOURCES: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    (
        "iso",
        r"(?P<year>(?:1[6-9]|20)\d\d)(?P<sep>[-/])(?P<month>0?[1-9]|1[0-2])(?P=sep)(?P<day>[0-2]?\d|3[01])"
        r"(?:[t ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?\s?(?:z|[+-]\d\d:?\d\d)?)?(?!\w)",
        ("#",),
    ),
    ("numeric", r"(?P<a>[0-3]?\d)(?P<sep>[/.-])(?P<b>[0-3]?\d)(?P=sep)(?P<year>(?:19|20)\d\d)(?!\w|[/.-]\d)", ("#",)),
    ("numeric", r"(?P<a>[0-3]?\d)(?P<sep>/)(?P<b>[0-3]?\d)/(?P<short_year>\d\d)(?!\w|[/.-]\d)", ("#",)),
    (
        "day_month",
        rf"{_LED_BY_WEEKDAY}{_day()}(?:\s+(?:day\s+)?of)?[\s-]*{_month()}(?:\s*-\s*(?P<year>{_YEAR})|{_year('0')}{_WIRE_YEAR})",
        ("#", *_WEEKDAY_ANY_STARTS),
    ),
    (
        "month_day",
        rf"{_LED_BY_WEEKDAY}{_month()}\s*(?:the\s+)?{_day()}{_year()}{_WIRE_YEAR}",
        (*_MONTH_STARTS, *_WEEKDAY_ANY_STARTS),
    ),
    (
        "month_days",
        rf"{_month()}\s*{_day()}(?:,\s*\d\d?(?:st|nd|rd|th)?(?!\w))*,?(?:{_JOIN}|{_LIST}){_day('2')}{_year()}{_NO_NOUN}",
        _MONTH_STARTS,
    ),
    (
        "days_month",
        rf"{_day()}(?:,\s*\d\d?(?:st|nd|rd|th)?(?!\w))*,?(?:{_JOIN}|{_LIST})(?:the\s+)?{_day('2')}(?:\s+of)?\s+{_month()}{_year()}{_WIRE_YEAR}",
        ("#",),
    ),
    ("date_range", rf"{_month()}\s*{_day()}{_year()},?{_JOIN}{_month('2')}\s*{_day('2')}{_year('2')}", _MONTH_STARTS),
    (
        "date_range",
        rf"(?:between|from)\s+{_AT}{_month()}\s*{_day()}{_year()},?\s+(?:and|to|until|through)\s+{_AT}{_month('2')}\s*{_day('2')}{_year('2')}",
        ("between", "from"),
    ),
    ("date_range", rf"{_day()}\s+{_month()}{_year()},?{_JOIN}{_day('2')}\s+{_month('2')}{_year('2')}", ("#",)),
    (
        "date_range",
        rf"(?:between|from)\s+{_AT}{_day()}\s+{_month()}{_year()},?\s+(?:and|to|until|through)\s+{_AT}{_day('2')}\s+{_month('2')}{_year('2')}",
        ("between", "from"),
    ),
    (
        "month_year",
        rf"{_month()},?\s+(?:of\s+|in\s+)?(?:(?P<year>{_YEAR})|(?P<relative_year>{_RELATIVE_YEAR}))",
        _MONTH_STARTS,
    ),
    (
        "month",
        rf"(?:(?P<which>last|this\s+past|this|next|the\s+previous|the\s+following)\s+)?(?P<month>{_MONTH_NAME})(?:'s)?",
        (*_MONTH_STARTS, "last", "this", "next", "the"),
    ),
    (
        "month_range",
        rf"(?:between|from)\s+(?P<month>{_MONTH_NAME}){_year()}\s+(?:and|to|until|through|till)\s+(?P<month2>{_MONTH_NAME}){_year('2')}",
        ("between", "from"),
    ),
    ("month_range", rf"(?P<month>{_MONTH_NAME}){_year()}{_JOIN}(?P<month2>{_MONTH_NAME}){_year('2')}", _MONTH_STARTS),
    (
        "year_range",
        rf"(?:between|from)\s+(?P<year>{_YEAR})\s+(?:and|to|until|through|till)\s+(?P<year2>{_YEAR})",
        ("between", "from"),
    ),
    ("year_range", rf"(?P<year>{_YEAR})(?:\s*-\s*|\s+to\s+|\s+through\s+)(?P<year2>{_YEAR}|\d\d(?!\w|-))(?!-)", ("#",)),
    ("year", rf"(?P<year>{_YEAR})(?:'s)?(?!-\d)", ("#",)),
    ("decade", r"(?:the\s+)?(?:(?P<decade>(?:1[6-9]|20)\d0)'?|'(?P<short_decade>\d0))s(?!\w)", ("#", "the")),
    (
        "decade",
        r"the\s+(?:nineteen[\s-])?(?P<decade>twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)",
        ("the",),
    ),
    ("century", r"(?:the\s+)?(?P<century>1\d|20|21)(?:st|nd|rd|th)[\s-]centur(?:y|ies)", ("#", "the")),
    (
        "century",
        r"(?:the\s+)?(?P<century>sixteenth|seventeenth|eighteenth|nineteenth|twentieth)[\s-]centur(?:y|ies)",
        ("the", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth"),
    ),
    (
        "season",
        rf"(?:(?P<which>last|this\s+past|this|next|that|the)\s+)?(?P<season>spring|summer|autumn|fall|winter)(?:(?:\s+of)?\s+(?P<year>{_YEAR})"
        rf"|\s+of\s+(?P<relative_year>{_RELATIVE_YEAR}))?",
        ("last", "this", "next", "that", "the", "spring", "summer", "autumn", "fall", "winter"),
    ),
    (
        "holiday",
        rf"(?:(?P<which>last|this|next)\s+)?(?P<holiday>{_HOLIDAY})(?!\w)(?:,?\s+(?P<year>{_YEAR}))?",
        (*_HOLIDAY_STARTS, "last", "this", "next"),
    ),
    (
        "weekday",
        r"(?:(?P<week>last|this|next)\s+week\s+"
        r"|(?P<which>last|this\s+past|this\s+coming|this|next|the\s+previous|the\s+following|the\s+next|that|coming|past)\s+)?"
        rf"(?P<weekday>{WEEKDAY})(?:'s?)?(?:\s+(?:of\s+)?(?P<back>last|this|next)\s+week)?",
        (*_WEEKDAY_STARTS, "last", "this", "next", "the", "that", "coming", "past"),
    ),
    (
        "weekday_range",
        rf"(?:between|from)\s+{_AT}(?:late\s+|early\s+)?(?P<weekday>{WEEKDAY})(?:\s+{_PART})?\s+(?:and|to|until|through)\s+{_AT}(?:late\s+|early\s+)?(?P<weekday2>{WEEKDAY})",
        ("between", "from"),
    ),
    (
        "weekday_range",
        rf"(?P<weekday>{WEEKDAY})(?:\s+{_PART})?(?:{_JOIN}|{_LIST}|\s+into\s+)(?:on\s+)?(?:late\s+|early\s+)?(?P<weekday2>{WEEKDAY})",
        _WEEKDAY_STARTS,
    ),
    ("night_to", rf"(?:the\s+)?night\s+(?:in)?to\s+(?P<weekday>{WEEKDAY})", ("the", "night")),
    (
        "weekday_date",
        rf"(?P<weekday>{_WEEKDAY_ANY}),?\s+(?:the\s+)?(?P<day>(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th))(?!\w)",
        _WEEKDAY_ANY_STARTS,
    ),
    ("weekday_date", rf"(?P<weekday>{_WEEKDAY_ANY}),?\s+\(?(?P<a>\d\d?)/(?P<b>\d\d?)(?!\w|/)\)?", _WEEKDAY_ANY_STARTS),
    (
        "deictic",
        r"(?:(?:the\s+)?day\s+before\s+yesterday|(?:the\s+)?night\s+before\s+last|yesterday|today|tonight|tomorrow|overnight|last\s+(?:night|evening)"
        r"|this\s+(?:very\s+|same\s+)?(?:morning|afternoon|evening|noon))(?:'s)?",
        ("the", "day", "night", "yesterday", "today", "tonight", "tomorrow", "overnight", "last", "this"),
    ),
    (
        "ago",
        rf"(?:{_NUMBER}\s+(?:and\s+a\s+half\s+|or\s+(?:so|more)\s+)?)?(?P<unit>minute|hour|day|week|month|year|decade)s?\s+ago(?:\s+(?:(?:on\s+)?(?P<weekday>{WEEKDAY})|(?P<exact>today|to\s+the\s+day)))?",
        (*_NUMBER_STARTS, "minutes", "hours", "days", "weeks", "months", "years", "decades"),
    ),
    ("ago", rf"{_NUMBER}\s+(?P<unit>month|year|decade)s?\s+since", _NUMBER_STARTS),
    (
        "past",
        rf"(?:the|these|this)\s+(?:past|last|most\s+recent|previous|preceding)\s+{_NUMBER}\s+(?P<unit>minute|hour|day|night|week|weekend|month|year|decade)s?",
        ("the", "these", "this"),
    ),
    ("past", r"(?:the|these)\s+(?:past|last)\s+(?P<unit>hours|days|weeks|months|years|decades)", ("the", "these")),
    ("past", r"(?:the|this)\s+(?:past|last)\s+(?P<unit>day|week|month|year|decade|century)(?!\s+of)", ("the", "this")),
    (
        "past",
        r"(?:past|last)\s+(?P<n>\d{1,3}|two|three|four|five|six|seven|ten|twelve|few|several|couple\s+of)\s+(?P<unit>hour|day|week|month|year)s",
        ("past", "last"),
    ),
    ("recent", r"(?:the\s+)?recent\s+(?P<unit>hours|days|weeks|months|years)", ("the", "recent")),
    (
        "future",
        rf"(?:the\s+)?(?:next|coming)\s+(?:{_NUMBER}\s+)?(?P<unit>hours|days|weeks|months|years)",
        ("the", "next", "coming"),
    ),
    (
        "calendar",
        r"(?P<which>last|this|next|the\s+(?:very\s+)?same|that(?:\s+same)?|the\s+previous|the\s+preceding|the\s+following|the\s+next|the\s+coming)"
        r"\s+(?P<unit>weekend|week|month|year)(?:'s)?",
        ("last", "this", "next", "the", "that"),
    ),
    ("weekend", r"the\s+(?:holiday\s+|long\s+)?weekend(?:'s)?(?!\s+of)", ("the",)),
    (
        "within",
        r"(?P<lead>earlier|later|early|late)\s+in\s+the\s+(?P<unit>day|week|month|year|morning|evening|night|afternoon)(?!\s+of)",
        ("earlier", "later", "early", "late"),
    ),
    (
        "narrative",
        r"(?P<which>the\s+(?:very\s+)?same|that(?:\s+same|\s+very)?|the\s+previous|the\s+preceding|the\s+next|the\s+following)"
        r"\s+(?P<unit>day|night|morning|afternoon|evening)(?:'s)?",
        ("the", "that"),
    ),
    (
        "narrative",
        r"(?:the|a|one)\s+(?P<unit>day|night|morning|afternoon|evening)\s+(?P<post>before|earlier|after|later)",
        ("the", "a", "one"),
    ),
    (
        "shift",
        rf"{_NUMBER}\s+(?:and\s+a\s+half\s+)?(?P<unit>minute|hour|day|night|week|month|year|decade)s?\s+(?P<post>earlier|later|afterwards?|before|after|previously)",
        _NUMBER_STARTS,
    ),
    (
        "shift",
        r"(?P<unit>minutes|moments|hours)\s+(?P<post>earlier|later|afterwards?|before|after)",
        ("minutes", "moments", "hours"),
    ),
    # "To mark the third anniversary of the bombing": how long ago the act was.
    (
        "anniversary",
        rf"(?P<nth>\d{{1,2}}(?:st|nd|rd|th)|{_NTH})(?:\s+|-)(?:year\s+)?anniversary\s+of",
        ("#", *NTH),
    ),
    # The words after these tell another act: "on Friday, a day after a bomb killed four".
    ("after_act", rf"{_NUMBER}\s+(?P<unit>minute|hour|day|night|week|month|year)s?\s+after", _NUMBER_STARTS),
    ("after_act", r"(?P<unit>minutes|moments|hours)\s+after", ("minutes", "moments", "hours")),
    ("ordinal", r"the\s+(?P<day>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)(?!\w|\s+of\s)", ("the",)),
    (
        "name",
        r"(?P<name>9/11|(?:sept(?:ember)?\.?|11(?:th)?(?:\s+of)?)\s*(?:september|11(?:th)?)(?!\w))(?:,?\s*2001,?)?"
        r"(?:\s+(?:terror(?:ist)?\s+)?(?:attacks?|hijackings?|hijackers?|tragedy|atrocit(?:y|ies)))?",
        ("#", "sep", "sept", "september"),
    ),
    ("name", r"(?P<name>26/11|7/7)(?:\s+(?:terror(?:ist)?\s+)?(?:attacks?|bombings?))?", ("#",)),
)

RULES: tuple[Rule, ...] = tuple(Rule(name, re.compile(rf"{source}(?!\w)"), starts) for name, source, starts in _SOURCES)

# What stands before the core and belongs to it: "late on", "the night of", "at about 10:30 p.m. on", "since".
BEFORE = re.compile(
    r"(?<![\w-])(?P<since>(?:ever\s+)?since\s+)?(?:the\s+)?"
    r"(?:(?P<lead>(?:very\s+|most\s+)?(?:early|late)|earlier|later|mid|(?:beginning|start|end|middle|first\s+half|second\s+half|first\s+days|last\s+days|eve)"
    r"\s+of)(?:\s+on|\s+in\s+the|\s+in|\s*-|\s+the)?\s*)?"
    rf"(?:(?P<part>(?:early\s+|late\s+|small\s+|pre-?dawn\s+)?(?:{_PART}|hours))\s+(?:hours\s+)?(?:of|on)\s+(?:the\s+)?)?"
    rf"(?:(?P<clock>{CLOCK}),?\s+(?:on\s+)?)?\Z"
)
# What stands after it: "night", "in the early morning", "at around 10:30 local time".
AFTER = re.compile(
    rf"(?:,?\s+(?:in\s+the\s+|at\s+)?(?:(?P<lead>early|late|mid)[\s-]+)?(?P<part>{_PART})(?!\w)(?:\s+hours(?!\w))?(?:'s)?)?"
    rf"(?:,?\s+\(?(?:(?:at|around|about|approximately|by|shortly|just|soon|before|after|until|from)\s+){{0,3}}(?P<clock>{CLOCK})(?!\w))?"
)
