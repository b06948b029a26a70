"""The headline: found in plain text, cut where the body repeats it, freed of the site's name."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dateline.read.cues import ends_sentence, is_byline, is_caption, is_furniture, is_time_stamp
from dateline.read.datelines import find_dateline, find_inner_dateline, split_stamp

TITLE_LENGTH = 220  # code points
TITLE_WORDS = 30
HEADER_BLOCKS = 4  # header lines above a headline
REPEAT_BLOCKS = 5  # first blocks in which a repetition is looked for
REPEAT_WORDS = 4  # least words of a title that is cut out of the start of a longer block

_SITE_SPLIT = re.compile(r"\s+(?:\||::|»|[-–—])\s+")
_SITE = re.compile(
    r"\.(?:com|org|net|co\.\w\w|tv|in|uk|us|info)\b|\b(?:news|times|post|herald|tribune|gazette|daily|journal|express|observer"
    r"|chronicle|telegraph|guardian|online|tv|radio|bbc|cnn|reuters|voa|weather|sports|press|blog|magazine|network|media)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W_]+")
_OPEN_START = re.compile(r"[\"'“‘(\[]?[A-Z0-9À-Þ]")


def part_title(title: str, *, publisher: str | None = None) -> tuple[str, str | None]:
    """Return a page's title without the name of the site at its end, and that name; None where it tells none."""
    for split in _SITE_SPLIT.finditer(title):
        head, tail = title[: split.start()], title[split.end() :]
        named = publisher is not None and publisher.casefold() in tail.casefold()
        if len(head.split()) >= 3 and len(tail.split()) <= 10 and (named or "|" in split[0] or _SITE.search(tail)):
            return head.rstrip(), tail.strip() if _SITE.search(tail) else None  # "| World" is a section
    return title, None


def find_title(paragraphs: Sequence[str]) -> str | None:
    """Return the headline that a plain text starts with, None without one.

    It is a short first line without a full stop, below at most a few header lines ("News release", a date), with
    something after it: a byline, a dateline, its own repetition or a paragraph of story.
    """
    start = next((i for i, text in enumerate(paragraphs[:HEADER_BLOCKS]) if not _is_header(text)), None)
    if start is None or len(paragraphs) < start + 2:
        return None
    first, second = paragraphs[start], paragraphs[start + 1]
    if (key := title_key(first)) and key == title_key(second) and not split_stamp(first):
        return first
    if not _looks_like_title(first):
        return None
    if is_byline(second) or is_caption(second) or find_dateline(second) is not None:
        return first
    # A line of verse, a table or a list of names has short neighbours; a headline has a story below it.
    below = [paragraph for paragraph in paragraphs[start + 1 : start + 9] if not _is_header(paragraph)][:3]
    return first if any(len(paragraph) > len(first) and ends_sentence(paragraph) for paragraph in below) else None


def _is_header(text: str) -> bool:
    return is_furniture(text) or is_byline(text)


def _looks_like_title(text: str) -> bool:
    if len(text) > TITLE_LENGTH or not 2 <= len(text.split()) <= TITLE_WORDS or not _OPEN_START.match(text):
        return False
    if text.endswith((".", ",", ";", ":")) and not text.endswith("..."):
        return False
    if is_furniture(text) or is_time_stamp(text) or is_caption(text) or find_dateline(text) is not None:
        return False
    # "Two Men Held" looks like a name: at the top only a "By" tells a byline.
    return not is_byline(text)


def title_key(text: str) -> str:
    """Return the letters and digits of `text` alone, so that repetitions compare equal."""
    return "".join(_WORD.findall(text.casefold()))


def drop_title(paragraphs: Sequence[str], title: str) -> tuple[str, ...]:
    """Return the body's paragraphs without the headline, wherever it stands in the first of them.

    A paragraph that begins with the headline ("30 October 2016 Two killed in raid. Gunmen ...") is parted:
    what stands before it, and what follows it, are paragraphs of their own.
    """
    key = title_key(title)
    if not key:
        return tuple(paragraphs)
    kept: list[str] = []
    for i, paragraph in enumerate(paragraphs):
        if len(kept) >= REPEAT_BLOCKS or len(paragraph) < len(title) * 0.8:
            kept.append(paragraph)
        elif title_key(paragraph) != key:
            kept.extend(_cut_title(paragraph, title) if i < 2 else (paragraph,))
    return tuple(kept)


def _cut_title(paragraph: str, title: str) -> tuple[str, ...]:
    words = _WORD.findall(title)
    if len(words) < REPEAT_WORDS:
        return (paragraph,)
    pattern = r"[\W_]+".join(map(re.escape, words))
    # A short stamp may come first; further in, the words are the story's own.
    match = re.search(rf"(?<!\w){pattern}(?!\w)", paragraph[: 100 + 2 * len(title)], re.IGNORECASE)
    if match is None or match.start() > 80:
        return (paragraph,)
    before = paragraph[: match.start()].strip()
    if before and not (is_byline(before) or is_time_stamp(before)):
        return (paragraph,)
    rest = paragraph[match.end() :]
    # ", police said" or " when a bomb ..." goes on with the sentence: not a headline but a first line like it.
    if rest.strip(" .\"'”’") and not re.match(r"[\"'”’)]?\s*[.|:!?–—-]*\s+[\"“‘(]?[A-Z0-9À-Þ]", rest):
        return (paragraph,)
    if re.match(r"\s*[–—-]", rest) is None and rest[:1] == " " and _goes_on(rest.strip()):
        return (paragraph,)
    return tuple(part for part in (before, re.sub(r"^[\"'”’)]?\s*[.|:!?–—-]*\s*", "", rest)) if part)


def _goes_on(rest: str) -> bool:
    """Whether the words after a headline go on with its sentence: a name that the headline left off."""
    first = rest.split(" ", 1)[0]
    return len(first) > 1 and first[-1] in ",;" and not first[:-1].isdigit()


def split_inline_title(paragraph: str) -> tuple[str, str] | None:
    """Part a headline from the story on the same line, at the dateline between them; None when there is none."""
    at = find_inner_dateline(paragraph)
    if at is None:
        return None
    head = paragraph[:at].rstrip()
    words = head.split()
    # "... By Ann Lee and", "... special for": the capitals behind it are more than a place.
    if (
        not 4 <= len(words) <= TITLE_WORDS
        or not _OPEN_START.match(head)
        or (words[-1].islower() and len(words[-1]) < 4)
    ):
        return None
    return head, paragraph[at:]
