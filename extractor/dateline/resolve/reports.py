"""Tells the days on which something was said from those on which it happened."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dateline.spans import Span

# Whom captors let go: "on Tuesday released 12 of them", not "released a statement".
_PEOPLE = (
    r"\d|him\b|her\b|them\b|(?:one|two|three|four|five|six|seven|eight|nine|ten|dozens|some|several|all|both|half|most)\b"
    r"|(?:the|its|their|his)\s(?:[\w-]+\s){0,2}(?:hostages?|captives?|prisoners?|men|women|girls|boys|children|crew)\b"
)
_SAYING = (
    r"(?:sa(?:id|ys?)|told(?:\s+\w+){1,2}|announc(?:es?|ed|ing)|confirm(?:s|ed|ing)?|report(?:s|ed|ing)?|state[sd]|added"
    rf"|disclos(?:es?|ed|ing)|reveal(?:s|ed|ing)?|releas(?:ed|ing)(?!\s(?:{_PEOPLE}))|issued|learn(?:ed|t)|informed|broadcast|published|quoted"
    r"|acknowledg(?:es?|ed|ing)|admit(?:s|ted|ting)|declar(?:es?|ed|ing)|recalled|insist(?:s|ed)|blam(?:es|ed|ing)"
    r"|claim(?:s|ed|ing)?|condemn(?:s|ed|ing)?|vow(?:s|ed)|accus(?:es|ed|ing)|den(?:ies|ied)|warn(?:s|ed)|identif(?:ies|ied)"
    r"|denounc(?:es|ed|ing)|deplor(?:es|ed|ing)|lament(?:s|ed|ing)|alleg(?:es|ed)|complain(?:s|ed|ing)|noted|indicated"
    r"|asserted|stressed|emphasi[sz]ed|reiterated|explained|remarked|testif(?:ies|ied)|transmitted|commented|pledged"
    r"|referr(?:ed|ing)|reject(?:s|ed|ing)|demand(?:s|ed)|propos(?:es|ed)|voiced|praised|promised|critici[sz](?:es|ed|ing)"
    r"|(?:reads?|reading) (?:out )?(?:a|the) statement)"
)
# What is said before many: "in a homily today", "at the press conference he held on 2 August".
_SPEECH = (
    r"(?:(?:news|press)\s+conferences?|homil(?:y|ies)|speech(?:es)?|address|sermon|interviews?|statements?|communiques?"
    r"|telegrams?|messages?|letters?|bulletins?|leaflets?|editorials?|press\s+releases?|(?:radio|television)\s+(?:report|broadcast)s?)"
)
_GIVEN = r"(?:held|delivered|gave|given|granted|made|sent|issued|released|read|published|distributed|offered)"
# "The fire was reported Sunday" tells of the fire, "it was reported here Sunday that" of who says so.
_SAID_BEFORE = re.compile(
    rf"(?:(?<!\bwas\s)(?<!\bwere\s)\b|\bit\s+(?:was|has\s+been)\s+(?:\w+ly\s+)?){_SAYING}"
    r"(?:\s+here|\s+(?:in|from)\s+(?-i:[A-Z])\w+(?:\s(?-i:[A-Z])\w+)?)?(?:\s+(?:late|early|on|in\s+a\s+statement))*\s+\Z",
    re.IGNORECASE,
)
# "Appeared in court on Wednesday": the day of a hearing, though no word of it is said.
_TRIED_BEFORE = re.compile(
    r"\b(?:(?:appear(?:s|ed|ing)?|went|was|were|taken)\s(?:\w+\s)?(?:in|before|to)\s(?:an?\s)?(?:[\w']+\s)?(?:court|judge|magistrates?)"
    r"|pleaded\s(?:not\s)?guilty|found\sguilty)(?:\s+in\s+(?-i:[A-Z])\w+)?(?:\s+(?:late|early|on))*\s+\Z",
    re.IGNORECASE,
)
_SPOKEN_BEFORE = re.compile(
    rf"\b{_SPEECH}(?:\s+(?:(?:that|which)\s+)?(?:was\s+|(?:he|she|they)\s+)?{_GIVEN}(?:\s+(?:here|to\s+(?:the\s+)?\w+))?)?"
    r"(?:\s+(?:late|early|on))*\s+\Z",
    re.IGNORECASE,
)
_SPOKEN_AFTER = re.compile(
    rf",?\s+(?:(?:has|have|had|also|again)\s+){{0,2}}(?:{_GIVEN}|carr(?:y|ies|ied)|aired|airs|broadcasts?)"
    rf"\s+(?:(?!(?:that|and|as|after|when)\b)\w+\s+){{0,3}}(?:{_SPEECH}|reports?\b|commentary|commentaries)",
    re.IGNORECASE,
)
_OWN_SPEECH = re.compile(rf"(?:\s+\[[^\]\n]{{1,24}}\])?\s+(?:(?:sunday|televised|radio)\s+)?{_SPEECH}\b", re.IGNORECASE)
_SAID_AFTER = re.compile(
    rf",?\s+(?:(?:has|have|had|also|again)\s+){{0,2}}{_SAYING}\b(?!\s+(?:dead|missing|killed))", re.IGNORECASE
)
# "Charged today that the army had bombed a camp", "told the media today that ...", but "charged Monday with murder".
# "Today President Ruiz said that", "On Monday the army stated it had".
_SAID_BEHIND = re.compile(
    rf"(?:\s(?!and\b|when\b|after\b)[\w.'’-]+){{1,6}}?\s{_SAYING}\s(?:that|he|she|they|it|there)\b", re.IGNORECASE
)
_OPENS = re.compile(r"(?:\A|\n\s*|[.!?\]\"”]\s+|--\s+)(?:on\s+)?\Z", re.IGNORECASE)
_SAID_THAT = re.compile(r"\b(?:charged|charging|pointed out|told (?:[\w']+ ){1,4})\s*\Z", re.IGNORECASE)
_THAT = re.compile(r"\s+that\b", re.IGNORECASE)


def is_report(text: str, span: Span) -> bool:
    """Whether a time stands right beside a word of saying: "said Tuesday", "on Tuesday has confirmed that"."""
    if span.of(text).lower().endswith(("'s", "’s")):
        # "Reports on this morning's attack", but "in Sunday's homily".
        return _OWN_SPEECH.match(text, span.end) is not None
    return (
        _SAID_BEFORE.search(text, max(0, span.start - 60), span.start) is not None
        or _SAID_AFTER.match(text, span.end) is not None
        or _TRIED_BEFORE.search(text, max(0, span.start - 80), span.start) is not None
        or _SPOKEN_BEFORE.search(text, max(0, span.start - 80), span.start) is not None
        or _SPOKEN_AFTER.match(text, span.end) is not None
        or (
            _THAT.match(text, span.end) is not None
            and _SAID_THAT.search(text, max(0, span.start - 60), span.start) is not None
        )
        or (
            _OPENS.search(text, max(0, span.start - 20), span.start) is not None
            and _SAID_BEHIND.match(text, span.end) is not None
        )
    )
