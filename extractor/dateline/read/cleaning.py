"""Clean text: one Unicode form, one kind of line end, one kind of space, nothing that drives a terminal."""

from __future__ import annotations

import re
import unicodedata

_ESCAPES = re.compile(
    r"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b\n]*(?:\x07|\x1b\\)?|[PX^_][^\x1b\n]*\x1b\\|[ -/]*[0-~])?"
)
_ODD = re.compile(r"[^\n\x20-\x7e\u00a1-\u00ac\u00ae-\u061b\u2010-\u2027\u2030-\u205e\u20a0-\u2bff]")
_BLANKS = re.compile(r" {2,}")
_LINE_BREAKS = "\r\v\f\u2028\u2029"
_SPACES = "\t\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_TABLE: dict[int, str] = {
    **{code: " " for code in (*range(0x20), 0x7F) if code != 0x0A},
    **{ord(mark): "\n" for mark in _LINE_BREAKS},
    **{ord(mark): " " for mark in _SPACES},
    # Soft hyphen, zero-width marks, direction marks, byte-order mark, annotation and tag characters.
    **{
        code: ""
        for first, last in (
            (0xAD, 0xAD),
            (0x61C, 0x61C),
            (0x180E, 0x180E),
            (0x200B, 0x200F),
            (0x202A, 0x202E),
            (0x2060, 0x206F),
            (0xFEFF, 0xFEFF),
            (0xFFF9, 0xFFFB),
            (0xE0000, 0xE007F),
        )
        for code in range(first, last + 1)
    },
    # Windows-1252 declared as Latin-1 leaves its quotes and dashes here. Source: WHATWG Encoding, label "latin1"
    **{
        code: bytes((code,)).decode("cp1252") if code not in (0x81, 0x8D, 0x8F, 0x90, 0x9D) else " "
        for code in range(0x80, 0xA0)
    },
}


def clean_text(text: str) -> str:
    """Return `text` in NFC with LF line ends, plain spaces, and without control and invisible characters.

    Lines keep their indentation, runs of spaces inside them too; line breaks are kept.
    """
    text = drop_escapes(text)
    if "\r" in text:
        text = text.replace("\r\n", "\n")
    text = _ODD.sub(_replace_odd, text)
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def drop_escapes(text: str) -> str:
    """Return text without what tells a terminal to paint, move or rename itself."""
    return _ESCAPES.sub("", text) if "\x1b" in text else text


def _replace_odd(match: re.Match[str]) -> str:
    mark = match[0]
    return "\ufffd" if "\ud800" <= mark <= "\udfff" else _TABLE.get(ord(mark), mark)


def clean_line(text: str) -> str:
    """Return `text` clean and on one line: every run of white space is one space, none at the ends."""
    return _BLANKS.sub(" ", clean_text(text).replace("\n", " ")).strip()


def show_line(text: str) -> str:
    """Return a file name or a message so that it can stand on one line of a terminal or a log."""
    return clean_line(text) or "(empty name)"
