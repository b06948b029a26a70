"""Datelines ("KABUL, Jan. 25 (AP) —") and header lines that carry the date of an article."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from dateline.read.cues import is_time_stamp, load_layout
from dateline.read.published import MONTH, PrintedDate, find_dates, make_date
from dateline.spans import Span

PLACE_LENGTH = 60  # code points
CLOSING_LENGTH = 120  # code points of the line below a story that tells where and when it came out
HEAD_LENGTH = 260  # code points in which a headline on the same line as the story must end

_CAPS_WORD = r"[A-ZÀ-ÖØ-Þ](?:[A-ZÀ-ÖØ-Þ]|['’.](?=[A-ZÀ-ÖØ-Þ])|-(?=[A-ZÀ-ÖØ-Þ]{2}))+\.?"
_CAPS = rf"{_CAPS_WORD}(?:(?:\s|\s?/\s?|-)(?:{_CAPS_WORD}|[ADEILOSUY](?=\s[A-Z]{{2}}))){{0,4}}"
_MIXED_WORD = r"[A-ZÀ-ÖØ-Þ][\wà-ÿ'’.-]*[a-zà-ÿ]\.?"
_MIXED = (
    rf"{_MIXED_WORD}(?:(?:\s|/)(?:(?:de|del|la|las|los|el|al|of|the|upon|on|and|do|da|dos)\s)?{_MIXED_WORD}){{0,3}}"
)
_REGION = rf"(?:{_CAPS}|{_MIXED}|(?:[A-Z]\.){{2,3}}|[A-Z]{{2}})"
_COUNTRY = rf"\s\((?:{_CAPS}|{_MIXED})\)(?=,\s*(?:\d|(?:{MONTH})\b|NO\sDATE))"
_PLACE = re.compile(
    rf"(?P<name>{_CAPS}|{_MIXED})(?P<region>(?i:{_COUNTRY})|(?:,\s?(?!(?i:(?:{MONTH})\b\.?\s*\d)|NO\sDATE){_REGION}){{0,2}})"
)
# Capitals alone, before a word that opens a sentence: "BEIRUT A helicopter was shot down".
_BARE_CAPS = re.compile(
    r"(?P<name>[A-Z]{4,}(?: [A-Z]{3,}){0,2})\s+(?=(?:A|An|The|At least|More than|Two|Three|Four|Five|Six|Seven|Eight"
    r"|Nine|Ten|Several|Dozens|Scores|Hundreds|Thousands|Gunmen|Police|Security forces)\s[\w“\"-]+\s[a-z])"
)
_LOWER_PLACE = re.compile(r"(?P<name>[a-z][a-z.'-]+(?:[ /][a-z.'-]+){0,2})(?:\s\([a-z ]+\))?:\s")
_LEAD = re.compile(r"\((?P<source>[A-Z][\w/ .&-]{1,25})\)\s*(?:[-–—]+\s*)?")
# "UPDATE: ROCKFORD, Ill. (WIFR) --": what a page prints before the dateline.
_NEWS = re.compile(
    r"(?:UPDATED?|BREAKING(?: NEWS)?|DEVELOPING|EXCLUSIVE|ORIGINAL (?:STORY|REPORT)|PREVIOUS STORY)(?: #?\d)?\s*[:|]\s*"
)
_SOURCE = re.compile(r",?\s*\((?P<source>[A-Z][\w/ .,&’'\[\]-]{1,45})\)")
_BARE_SOURCE = re.compile(r",\s*(?P<source>[A-Z][\w/ .&-]{1,25}?)(?=\s*(?:[-–—_]|:|$))")
_DAY = (
    rf"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
    rf"(?:(?:{MONTH})\.?\s*\d{{1,2}}(?:st|nd|rd|th)?(?:,?\s+(?:19|20)\d\d|,?\s+'?[5-9]\d(?=\s*(?:\(|--)))?"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?\s+(?:{MONTH})\.?(?:,?\s+(?:19|20)\d\d|\s+'?\d\d(?!\d|[:.]\d))?|\d{{4}}-\d\d-\d\d|\d\d?/\d\d?/\d{{4}})"
)
_DATE = re.compile(rf"(?:,?\s*(?P<open>\()?\s*(?P<date>{_DAY})(?P<close>\s*\))?)", re.IGNORECASE)
_NO_DATE = re.compile(r",\s*NO DATE\b")
_DASH = re.compile(r"\s*(?:[—–―]|-{1,2}|_)[\s-]*")
_SPACED_DASH = re.compile(r"\s+(?:[—–―]|-{1,2})\s+|\s*—\s*")
_COLON = re.compile(r":\s+(?=[\"“‘A-Z])")
_BRACKET = re.compile(r"\s*\[")
_CALENDAR = re.compile(rf"(?:{MONTH}|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?)", re.IGNORECASE)
_LABEL = re.compile(r"(?:\s*\[[A-Z][^\[\]]{2,120}\])+")
_COUNTRY_HEAD = re.compile(r"(?P<name>[A-Z]{4,}(?: (?:[A-Z]{2,}|AND|OF)){0,4})\.\s{1,2}(?=[A-Z][a-z]|[A-Z] [a-z])")
_TWO_DIGIT_YEAR = re.compile(
    rf"(?:\d\s*(?:{MONTH})\.?|(?:{MONTH})\.?\s*\d{{1,2}},?)\s+'?(?P<year>\d\d)$", re.IGNORECASE
)
_RELEASE_MONTH = re.compile(r"(?<!\d)(?P<year>(?:19|20)\d\d)-(?P<month>[01]\d)-[A-Z]{1,3}-\d+")
_STORY_DATE = re.compile(
    r"(?:this story is from|date of publication|posted on|published(?: on)?|updated(?: at| on)?)\b", re.IGNORECASE
)
_CLOSING = re.compile(r"\(?(?:first\s)?(?:published|printed|appeared)\s(?:in|on|by)\s", re.IGNORECASE)
# Inside a line only a form that nothing else has: capitals, then date or agency, then a dash.
_INNER = re.compile(
    rf"(?<=[\w.’'\"”)] )(?={_CAPS}(?:,\s?{_REGION})?(?:,\s*(?i:{_DAY}))?"
    r"\s*(?:\([A-Z][\w/ .&-]{1,25}\)\s*(?:[—–-]|--)|[—–―]|--)\s*[\"“A-Z])"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Dateline:
    """A dateline as printed at the start of a block."""

    place: Span | None  # the place words; None when the dateline names none ("CLANDESTINE, 8 JAN 90 --")
    printed: PrintedDate | None  # its date
    end: int  # where the story goes on
    source: str | None  # agency or station in brackets


def find_dateline(text: str, *, all_caps: bool = False) -> Dateline | None:
    """Find the dateline at the start of a block, None when it has none.

    Args:
        text: the block.
        all_caps: whether the whole article is in capitals, so that capitals alone mark no place.
    """
    news = _NEWS.match(text)
    at = news.end() if news else 0
    lead = _LEAD.match(text, at)
    start = lead.end() if lead else at
    if (found := _place_dateline(text, start, all_caps=all_caps, led=lead is not None)) is not None:
        return found
    if (head := _COUNTRY_HEAD.match(text)) and _is_place_name(head["name"]):
        return Dateline(place=Span(*head.span("name")), printed=None, end=head.end(), source=None)
    if not all_caps and (bare := _BARE_CAPS.match(text)) and _is_place_name(bare["name"]):
        return Dateline(place=Span(*bare.span("name")), printed=None, end=bare.end(), source=None)
    if (lower := _LOWER_PLACE.match(text)) and not re.search(r"[A-Z]", text[:200]) and _is_place_name(lower["name"]):
        return Dateline(place=Span(*lower.span("name")), printed=None, end=lower.end(), source=None)
    return None


def find_inner_dateline(text: str) -> int | None:
    """Find where a dateline begins in a line that starts with its headline; None without one.

    Only the strong forms count ("... in market blast KABUL, Dec. 13 (Xinhua) -- Ten ..."), and only before the
    first sentence has ended.
    """
    for match in _INNER.finditer(text, 0, HEAD_LENGTH):
        # A capital short form ends the headline: the place is what follows it ("... children in SA CAPE TOWN, ...").
        if find_dateline(text[match.start() :]) is not None:
            head = text[: match.start()].rstrip()
            if head.endswith((".", "!")) and not head.endswith("..."):
                return None
            return match.start() if not re.search(r"[a-z]\.\s+[A-Z]", head) and not head.isupper() else None
    return None


def find_header_date(blocks: Sequence[str], *, headers: Sequence[bool]) -> date | None:
    """Return the day that the lines above the story print, None when they print no full date.

    Args:
        blocks: the first blocks of the article, in order.
        headers: for each block whether it is a header (title, byline, release line) rather than story.
    """
    for block, header in zip(blocks, headers, strict=True):
        printed = find_dates(block[:200])
        full = [day for item in printed if (day := item.in_year(None)) is not None]
        if header and full and (is_time_stamp(block) or _STORY_DATE.match(block) or _ends_in_date(block, printed)):
            return full[0]
    return None


def find_closing_date(blocks: Sequence[str]) -> date | None:
    """Return the day of the line below the story that tells where it came out: "Published in Dawn, March 10th, 2017".

    Args:
        blocks: the last blocks of the article, in order.
    """
    for block in reversed(blocks):
        printed = find_dates(block[:CLOSING_LENGTH])
        if len(printed) == 1 and _CLOSING.match(block) and _ends_in_date(block, printed):
            return printed[0].in_year(None)
    return None


def dateline_day(found: Dateline | None, *, headers: str) -> date | None:
    """Return the day of a dateline when its year is known: printed there, or in the number of a press release.

    Args:
        found: the dateline.
        headers: the lines above the story; "2012-11-S-012" among them gives year and month of issue.
    """
    if found is None or found.printed is None:
        return None
    printed = found.printed
    if printed.year is not None:
        return printed.in_year(None)
    release = _RELEASE_MONTH.search(headers)
    if release is None or int(release["month"]) != printed.month:
        return None
    return printed.in_year(int(release["year"]))


def split_stamp(text: str) -> int:
    """Return where the story begins in a block that starts with a date line on the same line, 0 without one.

    "30 October 2016 Two killed ..." and "Reuters Sunday 12 Jun 2016 Air strikes ..." begin with one.
    """
    printed = find_dates(text[:100])
    if not printed:
        return 0
    # Two stamps in a row are common: published, then updated.
    for item in reversed(printed[:2]):
        end = item.span.end
        if clock := re.match(
            r"[,\s|·@-]*(?:at\s+)?\d{1,2}[:.]\d\d(?::\d\d)?\s*(?:[ap]\.?m\.?)?(?:\s*(?:[ECMP][SD]?T|GMT|UTC|IST))?",
            text[end:],
            re.IGNORECASE,
        ):
            end += clock.end()
        if closing := re.match(r"\)", text[end:]):
            end += closing.end()
        follows = re.match(r"\s*(?:[|:·•–—-]\s*)?(?=[\"“‘(]?[A-Z0-9\[])", text[end:])
        year_printed = any(found.year is not None for found in printed)
        if follows and follows.end() and year_printed and _is_stamp_or_source(text[:end]):
            return end + follows.end()
    return 0


def _is_stamp_or_source(text: str) -> bool:
    if is_time_stamp(text) or re.fullmatch(r"This story is from .{6,20}", text):
        return True
    words = text.split()
    for count in (1, 2, 3):
        if " ".join(words[:count]).strip(" -|,").casefold() in load_layout().agencies:
            return is_time_stamp(" ".join(words[count:]))
    return False


def _ends_in_date(text: str, printed: Sequence[PrintedDate]) -> bool:
    return len(text) < 120 and any(
        item.year is not None and item.span.end >= len(text.rstrip(" .)")) for item in printed
    )


def _place_dateline(text: str, start: int, *, all_caps: bool, led: bool) -> Dateline | None:
    place = _PLACE.match(text, start)
    if place is None or place.end() - start > PLACE_LENGTH:
        return None
    at = place.end()
    region_end = at
    printed, source, undated = None, None, False
    for _ in range(3):
        if printed is None and (day := _DATE.match(text, at)) and (day["open"] is None) == (day["close"] is None):
            printed, at = _read_day(text, day), day.end()
        elif source is None and (agency := _SOURCE.match(text, at)):
            source, at = agency["source"], agency.end()
        elif missing := _NO_DATE.match(text, at):
            undated, at = True, missing.end()
        else:
            break
    if source is None and (bare := _BARE_SOURCE.match(text, at)) and _is_agency(bare["source"]):
        source, at = bare["source"], bare.end()
    # "Aleppo, SANA -": the pattern took the agency for a region.
    if (
        source is None
        and place["region"].startswith(",")
        and _is_agency(last := place["region"].rpartition(",")[2].strip())
    ):
        source, region_end = last, at - len(place["region"].rpartition(",")[2]) - 1
    end = _story_start(text, at)
    evidence = _Evidence(
        caps=place["name"].isupper() and len(place["name"]) > 2 and not all_caps,
        region=region_end > place.end("name"),
        day=printed is not None or undated,
        source=source is not None or led,
        agency=source is not None and _is_agency(source),
    )
    if (all_caps and not evidence.day) or not _is_dateline(text, at, place=place["name"], evidence=evidence):
        return None
    named = _is_place_name(place["name"])
    if not named and not evidence.day:
        return None
    return Dateline(place=Span(start, region_end) if named else None, printed=printed, end=end, source=source)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Evidence:
    """What the words around a possible place say for a dateline."""

    caps: bool
    region: bool
    day: bool
    source: bool
    agency: bool


def _is_dateline(text: str, at: int, *, place: str, evidence: _Evidence) -> bool:
    """Decide by the mark after place, date and source: the weaker the mark, the more else must be there."""
    rest = text[at:]
    known = evidence.day or evidence.source
    if not rest.strip() or _BRACKET.match(rest):
        return known
    if _SPACED_DASH.match(rest):
        if evidence.caps or known:
            return _is_place_name(place) or evidence.day
        follows = rest[_SPACED_DASH.match(rest).end() :][:1]  # type: ignore[union-attr]  # matched above
        short = len(place.split()) <= 3 and not place.isupper()
        return short and _is_place_name(place) and (follows.isupper() or follows in '"“')
    if _DASH.match(rest):
        return known or (evidence.region and evidence.caps) or (evidence.caps and rest.startswith("—"))
    if _COLON.match(rest):
        return _is_place_name(place) and (
            known or (len(place.split()) <= 3 and len(text) > 120 and not _names_speaker(text, at))
        )
    # No mark at all: "KABUL, Afghanistan (Nov. 9) In ...", "WASHINGTON (RNS) Evangelical ...".
    if rest.startswith("\n") or re.match(r"\s+[\"“A-Z]", rest):
        return (evidence.day and text[at - 1] == ")") or (evidence.caps and evidence.agency)
    return False


def _names_speaker(text: str, at: int) -> bool:
    """Whether "Name: words" gives a speaker, as in an interview: quotation follows."""
    return text[at : at + 4].lstrip(": ").startswith(('"', "“", "‘"))


def _story_start(text: str, at: int) -> int:
    for mark in (_LABEL, _DASH, _COLON):
        if match := mark.match(text, at):
            label = _LABEL.match(text, match.end())
            end = label.end() if label else match.end()
            return end + (len(text[end:]) - len(text[end:].lstrip()))
    return at + (len(text[at:]) - len(text[at:].lstrip()))


def _is_agency(name: str) -> bool:
    parts = [part.strip().casefold() for part in re.split(r"[/&]| and ", name)]
    # US stations carry call signs of three or four letters that begin with K or W.
    return all(part in load_layout().agencies for part in parts) or bool(
        re.fullmatch(r"[KW][A-Z]{2,3}(?:[- ]TV)?", name)
    )


def _is_place_name(name: str) -> bool:
    bare = name.casefold().strip(" .").replace("’", "'")
    words = bare.split()
    layout = load_layout()
    if bare in layout.not_places or bare in layout.agencies or not words or words[0] in ("by", "on", "in", "the"):
        return False
    return (
        not any(_CALENDAR.fullmatch(word.strip(".,")) for word in (words[0], words[-1]))
        and words[0] not in layout.agencies
    )


def _read_day(text: str, match: re.Match[str]) -> PrintedDate | None:
    start, end = match.span("date")
    words = text[start:end]
    printed = next(iter(find_dates(words)), None)
    if printed is None:
        return None
    year = printed.year
    if year is None and (short := _TWO_DIGIT_YEAR.search(words)):
        # The wires that write two digits ended with the century; "05" in a newer one is still no 1905.
        year = int(short["year"]) + (1900 if int(short["year"]) >= 50 else 2000)
        if make_date(year, printed.month, printed.day) is None:
            year = None
    return PrintedDate(span=Span(start, end), day=printed.day, month=printed.month, year=year)
