"""What a block of a news page is, judged by its words alone: caption, byline, furniture, cross-heading."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TypedDict

from dateline.read.published import MONTH, find_dates

CAPTION_LENGTH = 500  # code points; longer blocks tell a story, whatever they end with
DATE_LENGTH = 60  # code points at the end of a caption in which its date stands
FURNITURE_LENGTH = 300
HEADING_LENGTH = 80
HEADING_WORDS = 12
NAME_WORDS = 5

_TERMINAL = re.compile(r"[.!?:;,…][\"'”’»)\]]*$")
_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_SENTENCE_END = re.compile(r"(?<=[a-z\d)\"”’][.!?])\s+(?=[\"“‘(]?[A-Z])")

_CREDIT_WORD = (
    r"photo(?:graph(?:er)?)?s?|image|images|picture|getty|reuters|afp|epa|ap photo|shutterstock|istock|alamy|file"
    r"|courtesy|handout|screenshot|screen grab|screengrab|pool|social media|via twitter|via ap|via facebook|youtube"
    r"|wikimedia|credit|illustration|map|graphic|google"
)
_CREDIT = re.compile(
    rf"(?i:[(\[](?=[^()\[\]]*\b(?:{_CREDIT_WORD})\b)[^()\[\]]{{2,90}}[)\]]\.?$)"
    r"|\([A-Z][\w.’' -]{2,40}/ ?[A-Z][\w.’' -]{1,40}\)\.?$"
)
_PHOTO_START = re.compile(
    r"""(?:[(\[]?\s*)(?:
        file(?:\s+(?:photo|picture|image|pic))?\s*(?:[-–—:.]|\(|$)
      | (?:an?\s+)?(?:file|undated|handout|archive|stock|representational|representative)\s+
           (?:photo|picture|image|pic)(?:graph)?\b
      | (?:photo|picture|image|pic)s?(?:\s+(?:credit|caption|courtesy|source|by|from|via|for)|\s*[:-]|s?$)
      | (?:photographer|credit|illustration|caption|courtesy)\s*(?::|$)
      | courtesy\s+(?:of|photo)\b
      | (?:ap|afp|epa|reuters|getty|epa-efe)\s+(?:photo|image|picture)s?\b
      | (?:image|photo)s?\s+copyright
      | (?:in|on)\s+this\s+(?:[\w.,’' -]{1,40}\s)?
           (?:photo|image|picture|frame\s+grab|frame|still|handout|screenshot|video\s+grab|grab)\b
      | this\s+(?:[\w.,’' -]{1,60}\s)?(?:photo|image|picture|frame\s+grab)(?:graph)?\s
           (?:taken|released|provided|shows|made|from|posted)
      | a\s+(?:combination|screenshot|still|handout|general\s+view|view)\b
           (?=.{0,120}\b(?:photo|image|picture|video|shows|is\s+seen))
    )""",
    re.IGNORECASE | re.VERBOSE,
)
# What stands below a video: "The mayor speaks about the fire. (Published Monday, July 7, 2014)".
_AIRED = re.compile(
    rf"\((?:published|posted|aired|updated)\s+(?:\w+day,?\s+)?(?:{MONTH})\.?\s+\d{{1,2}},?\s+(?:19|20)\d\d\)\.?$",
    re.IGNORECASE,
)
# What stands between the pictures of a gallery.
_GALLERY = re.compile(
    r"\bimage\s+\d+\s+of\s+(?:/\s*)?\d+|\bbuy\s+(?:this\s+)?photo\b|\bcaption\s+close\b|\bback\s+to\s+gallery\b"
    r"|\bhide\s+caption\b|\btoggle\s+caption\b",
    re.IGNORECASE,
)
GALLERY_SIGNS = 3  # that make a block of any length a gallery
LABEL_WORDS = 5
_LINKS = re.compile(r"^\W*(?!related\b).*\b(?:stories|articles|headlines|news)\W*$", re.IGNORECASE)
_CLIP = re.compile(r"\d{1,2}:\d\d\s+[\"'“‘]?[A-Z0-9].{5,100}$")  # a clip in a list of videos, with its length
_SEEN = re.compile(r"\b(?:is|are)\s+(?:seen|pictured|shown|depicted)\b|\b(?:seen|pictured)\s+here\b", re.IGNORECASE)
_END_DATE = re.compile(
    rf"(?P<comma>,)?\s+(?P<on>on\s+)?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?"
    rf"(?:(?:{MONTH})\.?\s+\d{{1,2}},?\s+(?:19|20)\d\d|\d{{1,2}}\s+(?:{MONTH})\.?,?\s+(?:19|20)\d\d)\s*[.]?[\"”]?$",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"\b(?:was|were|had|said|told|did|began|took|came|went|died|became|left(?!,)|fell|broke|made|occurred|happened|claimed"
    r"|announced|reported|according|founded|launched|married|signed)\b"
)
_SIDE_CLAUSE = re.compile(r"\b(?:after|before|that|when|where|which|while|who|whose)\b")
_TELLING = re.compile(r"\b(?:said|told|according to|added)\b")
_PRESENT = re.compile(r"\b(?:is|are)\b")

_BY = re.compile(r"(?:(?i:(?:written|reported|posted|story|published|edited|report)\s+by|by))\s*:?\s+(?P<names>\S.*)")
_BY_TAIL = re.compile(
    r"\s*(?:[,|•·/–—]|\s-\s|\bfor\b|\bof the\b|\bin\s+[A-Z]|\bfollow\b|\bpublished\b|\bupdated\b|\bposted\b).*$",
    re.IGNORECASE,
)
_CREDITS = re.compile(
    r"""^\(?\s*(?:
        (?:additional\s+)?(?:reporting|writing|editing|compiled|translated)(?:\s+and\s+\w+)?\s+by\b
      | .{3,160}\bcontributed\s+(?:(?:to|reporting)\s+){1,3}(?:this|the)\s+
           (?:report|story|article|dispatch|piece)\b.{0,60}$
      | (?:with\s+)?(?:inputs?|reporting|material|information)\s+from\b
      | this\s+(?:story|report|article)\s+
           (?:is\s+from|was\s+(?:first\s+|originally\s+)?(?:published|written|reported|provided|posted))\b
      | source\s*:
      | editor[’']?s?\s+note\b
    )""",
    re.IGNORECASE | re.VERBOSE,
)
_STAMP = re.compile(
    r"""^(?:(?:
        (?:date\s+of\s+)?publi(?:shed|cation)(?:\s+(?:on|at|date))? | posted(?:\s+(?:on|at))?
      | (?:last\s+)?(?:updated|modified)(?:\s+(?:on|at))? | first\s+published | created | issued | released
      | date | time | on | at
      | (?:mon|tue|tues|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?
      | (?:a|p)\.?m\.? | [ecmp][sd]?t | gmt | utc | ist | local\s+time
      | noon | midnight | ago | hours? | minutes? | days? | weeks? | months? | years? | h | hrs?
      | \d{1,2}(?=\s+\w+\s+ago) | \d{1,2}[:.]?\d{2}(?:[:.]\d{2})? | \d{1,2}\s*(?:am|pm)
    )\b|[\s:|,.@•·()/–—-]|\#)*+$""",
    re.IGNORECASE | re.VERBOSE,
)
# Who signed, inside a stamp: "Posted on May 3, 2016 by Ann Lee at 5 pm".
_SIGNED = re.compile(r"\bby(?:\s+[A-Z][\w.'’-]*){1,5}(?=\s*(?:$|\||#|(?:on|at)\b))")
_RELEASE_NUMBER = re.compile(
    r"^(?:release\s*(?:no|number|#)?[\s.:#]*)?\d{2,4}-\d{1,3}(?:-[A-Z]{1,3})?(?:-\d{1,4})?"
    r"(?:\s+for immediate release)?$",
    re.IGNORECASE,
)
_EMAIL = re.compile(r"^\S+@\S+\.\w+$|^@\w+$")
# fmt: off
_PARTICLES = frozenset((
    "al", "el", "de", "del", "della", "der", "den", "van", "von", "bin", "ibn", "ben", "abu", "da", "dos", "di", "la",
    "le", "y", "and", "&", "ul", "ur",
))
# fmt: on
_NAME = re.compile(r"[A-ZÀ-Þ][\w'’.-]*|[a-z]{2,3}-[A-Z][\w'’-]*")
_OFFICE = re.compile(
    r"^[A-Z][\w.’'& ]{2,60}\b(?:command|press (?:service|office|desk)|news agency|(?:staff|news) (?:writer|reporter)s?"
    r"|correspondent|bureau|public affairs|ministry of \w+|department of \w+|newsroom)s?(?:\s*[-–—,]\s*[A-Z]\w+)?$",
    re.IGNORECASE,
)


class FurnitureRow(TypedDict, total=False):
    """One `[furniture.*]` table of layout.toml, as parsed."""

    start: list[str]
    whole: list[str]
    within: list[str]
    examples: list[str]
    counter: list[str]


class LayoutFile(TypedDict):
    """layout.toml, as parsed."""

    agencies: list[str]
    not_places: list[str]
    caption_verbs: list[str]
    furniture: dict[str, FurnitureRow]


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """The word lists of layout.toml, ready to match; all but `starts` in casefolded form."""

    agencies: frozenset[str]
    not_places: frozenset[str]
    caption_verbs: frozenset[str]
    whole: frozenset[str]
    starts: re.Pattern[str]
    within: tuple[str, ...]


@cache
def load_layout() -> Layout:
    """Load layout.toml once."""
    rows: LayoutFile = tomllib.loads(Path(__file__).with_name("layout.toml").read_text(encoding="utf-8"))  # type: ignore[assignment]  # foreign TOML, held to the tests' examples
    furniture = rows["furniture"].values()
    return Layout(
        agencies=frozenset(name.casefold() for name in rows["agencies"]),
        not_places=frozenset(rows["not_places"]),
        caption_verbs=frozenset(rows["caption_verbs"]),
        whole=frozenset(form for row in furniture for form in row.get("whole", ())),
        starts=_any_of((form for row in furniture for form in row.get("start", ())), before=r"^[\W_]*"),
        within=tuple(form for row in furniture for form in row.get("within", ())),
    )


def _any_of(forms: Iterable[str], *, before: str) -> re.Pattern[str]:
    longest_first = sorted(forms, key=len, reverse=True)
    alternatives = "|".join(
        re.escape(form).replace("'", "['’]") + (r"(?!\w)" if form[-1].isalnum() else "") for form in longest_first
    )
    return re.compile(f"{before}(?:{alternatives})", re.IGNORECASE)


def is_clip(text: str) -> bool:
    """Whether a block may be a clip in a list of videos, its length first: "1:49 Grandmother speaks of her loss"."""
    return _CLIP.match(text) is not None


def heads_links(text: str) -> bool:
    """Whether a block of furniture is the label above links to other matters: "Top stories:", "More headlines".

    What is below "Related stories" may tell of the act too.
    """
    return len(text.split()) <= LABEL_WORDS and _LINKS.search(text) is not None


def is_furniture(text: str) -> bool:
    """Whether a block is page furniture: sharing links, sign-up, copyright, notices of the browser."""
    if len(text) > FURNITURE_LENGTH:
        return False
    layout = load_layout()
    bare = text.strip(" \t.:|»>«<-–—*•…()[]!→").casefold()
    if not bare:
        return True
    if bare in layout.whole or text.casefold() in layout.whole:
        return True
    if is_clip(text) and not ends_sentence(text):
        return True
    lower = text.casefold().replace("’", "'")
    if any(form in lower for form in layout.within):
        return True
    # "Related families fled ..." is told, "Related: families flee" is pointed at.
    return bool(layout.starts.match(text)) and not _tells(text)


def _tells(text: str) -> bool:
    """Whether a block that begins like furniture is a sentence of the story after all."""
    return bool(_TELLING.search(text)) and len(text) > 120


def is_caption(text: str) -> bool:
    """Whether a block is a picture caption or credit.

    Signs: a credit in brackets at the end, "FILE -" or "In this photo" at the start, "is seen", or one sentence
    in the present that ends in a full date ("Mourners gather ... in Lagos, Nigeria, May 2, 2014."); the day on which a
    video was put up; the buttons of a gallery.
    """
    if len(text) > CAPTION_LENGTH:
        return len(_GALLERY.findall(text)) >= GALLERY_SIGNS
    if _PHOTO_START.match(text) or _AIRED.search(text[-DATE_LENGTH:]):
        return True
    # Most blocks leave here: no bracket at the end, no year, nothing shown.
    credited = text.rstrip(".")[-1:] in (")", "]")
    if (
        text.isupper()
        or "(@" in text
        or not (credited or any(sign in text for sign in ("19", "20", "seen", "pictured", "shown")))
    ):
        return False
    sentences = _SENTENCE_END.split(text)
    if len(sentences) > 3:
        return False
    if credited and (credit := _CREDIT.search(text)):
        # "..., the mayor said (Reuters)." is a source, not a picture credit.
        bare = credit[0].strip("()[]. ").casefold()
        return not (_TELLING.search(text[: credit.start()]) and (len(text) > 250 or bare in load_layout().agencies))
    if _TELLING.search(sentences[0]):
        return False
    ends_in_date = _END_DATE.search(text[-DATE_LENGTH:]) or _END_DATE.search(sentences[0][-DATE_LENGTH:])
    if _SEEN.search(sentences[0]) and (ends_in_date or (len(sentences) == 1 and len(text) < 160 and _in_place(text))):
        return True
    if not ends_in_date or len(sentences) > 2:
        return False
    return _reads_as_caption(sentences[0], comma=ends_in_date["comma"] is not None and ends_in_date["on"] is None)


def _in_place(text: str) -> bool:
    return bool(re.search(r"\b(?:in|at|on|near|outside)\s+(?:the\s+)?[A-Z]", text)) and not _PAST.search(text)


def _reads_as_caption(sentence: str, *, comma: bool) -> bool:
    words = _WORD.findall(sentence)
    if len(words) < 7 or sentence.isupper():
        return False  # "Lima, 18 May 1988" dates a letter
    shown = next((word for word in words[1:14] if word in load_layout().caption_verbs), None)
    present = shown is not None or bool(_PRESENT.search(sentence))
    past = _PAST.search(sentence)
    if comma:
        return present or past is None
    if past is None:
        return present
    # "A boy looks at cars that were burnt, on May 2, 2014." shows what is left; "The march was held ..." tells.
    return shown is not None and bool(_SIDE_CLAUSE.search(sentence[: past.start()].partition(f" {shown} ")[2]))


def is_byline(text: str) -> bool:
    """Whether a block names author, agency, office or time alone: "By Ann Lee", "Reuters", "5 May 2016"."""
    if len(text) > 240:
        return False
    if _CREDITS.match(text):
        return True
    if len(text) > 140:
        return False
    return (
        bool(find_authors(text))
        or text.strip(" .()|-–—").casefold() in load_layout().agencies
        or is_time_stamp(text)
        or bool(_RELEASE_NUMBER.match(text))
        or bool(_EMAIL.match(text))
        or bool(_OFFICE.match(text))
    )


def is_time_stamp(text: str) -> bool:
    """Whether a block is a date or a time of day with their words around it: "Posted on April 19 2017 9:57 AM ET"."""
    if len(text) > 140 or not any(mark.isdigit() for mark in text):
        return False
    bare = text
    for printed in reversed(find_dates(text)):
        bare = bare[: printed.span.start] + " # " + bare[printed.span.end :]
    bare = _SIGNED.sub("", bare)
    return bool(_STAMP.match(bare)) and (
        "#" in bare or bool(re.search(r"\d[:.]\d\d|[ap]\.?m\b|ago", bare, re.IGNORECASE))
    )


def find_authors(text: str) -> tuple[str, ...]:
    """Return the people that a "By ..." line names, in order; empty when the block is no such line."""
    match = _BY.match(text)
    if match is None or len(text) > 140 or text.endswith("."):
        return ()
    names: list[str] = []
    for piece in re.split(r"\s*(?:,|\band\b|&|;)\s*", match["names"], flags=re.IGNORECASE):
        name = _BY_TAIL.sub("", piece).strip(" .")
        if is_person_name(name) or (name and not names and is_person_name(name.title()) and name.isupper()):
            names.append(name)
        elif not names:
            agency = name.casefold() in load_layout().agencies
            return (name,) if agency else ()
    return tuple(names)


def is_person_name(text: str) -> bool:
    """Whether `text` can be a person's name in a byline: two to five capitalised words, particles allowed."""
    words = text.split()
    if not 2 <= len(words) <= NAME_WORDS or any(mark.isdigit() for mark in text) or text.isupper():
        return False
    if words[-1].casefold() in _PARTICLES or _TERMINAL.search(words[-1]):
        return False
    return all(_NAME.fullmatch(word) or word in _PARTICLES for word in words) and not words[0].islower()


def is_heading(text: str) -> bool:
    """Whether a block has the looks of a cross-heading: a few words, a capital first, no full stop."""
    if len(text) > HEADING_LENGTH or len(text.split()) > HEADING_WORDS or _TERMINAL.search(text):
        return False
    first = text.lstrip("\"'“‘")[:1]
    return first.isupper() or first.isdigit()


def ends_sentence(text: str) -> bool:
    """Whether the text ends as a sentence or a clause does, quotation marks and brackets aside."""
    return bool(_TERMINAL.search(text))
