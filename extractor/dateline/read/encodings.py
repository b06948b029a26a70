"""From bytes to text: byte-order mark, declaration, UTF-8, then the single-byte page that reads plausibly."""

from __future__ import annotations

import codecs
import re

from dateline.errors import InputError

SNIFF_BYTES = 65_536
DECLARATION_BYTES = 4_096
CONTROL_SHARE = 0.02  # of the bytes, that may be control characters in a text
HIGH_SHARE = 0.07  # of the bytes, that may be accented letters in a West European text; French has 0.04

CHAOS_SLACK = 0.02  # of charset-normalizer's measure, 0 to 1, within which two pages read equally well
_COMMON_PAGES = ("cp1251", "cp1250", "cp1253", "cp1256", "cp1255")

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"%PDF", "a PDF; save its text first (pdftotext FILE)"),
    (b"\xd0\xcf\x11\xe0", "an old office file; save it as text or HTML"),
    (b"{\\rtf", "an RTF file; save it as text or HTML"),
    (b"\x89PNG", "a picture; give text"),
    (b"\xff\xd8\xff", "a picture; give text"),
    (b"GIF8", "a picture; give text"),
    (b"RIFF", "a sound, film or picture; give text"),
    (b"\x00\x00\x00\x18ftyp", "a film; give text"),
    (b"\x00\x00\x00 ftyp", "a film; give text"),
    (b"OggS", "a sound or film; give text"),
    (b"ID3", "a sound; give text"),
    (b"\x28\xb5\x2f\xfd", "a zstd file; unpack it (unzstd FILE)"),
    (b"7z\xbc\xaf", "a 7z file; unpack it"),
    (b"Rar!", "a rar file; unpack it"),
    (b"\x7fELF", "a program; give text"),
    (b"SQLite format 3", "a database; export its articles as JSON lines"),
    (b"PAR1", "a Parquet file; export its articles as JSON lines"),
)
_META_CHARSET = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{2,40})|<\?xml[^>]{0,100}encoding\s*=\s*[\"']([A-Za-z0-9_.-]{2,40})",
    re.IGNORECASE,
)
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\r\f\v\x1b\x08"))
_UNDEFINED = re.compile(rb"[\x81\x8d\x8f\x90\x9d]")
# Signs that stand inside words only where another page's letters were meant: "pr\xb9d", "\xbfycie".
_SIGN_IN_WORD = re.compile(
    r"[A-Za-zÀ-ÿ][¡¢£¤¥¦§¨ª«¬¯±²³µ¶¸¹º¼½¾¿×÷†‡ˆ˜]+[a-zà-ÿ]|\b[¢£¤¥¦§¨¬¯±²³µ¶¸¹¼½¾×÷]+[a-zà-ÿ]{2}"
)


def decode_text(data: bytes, *, name: str, encoding: str | None = None) -> str:
    """Decode the bytes of a file.

    Args:
        data: all of the file, or one line of it.
        name: the file, for messages.
        encoding: the codec that the user names; None: found out.

    Raises:
        InputError: binary data, or an encoding that fails or cannot be told.
    """
    if encoding is not None:
        return _decode_as(data, name=name, encoding=encoding)
    for mark, codec in _MARKS:
        if data.startswith(mark):
            return _decode_marked(data, codec=codec, name=name)
    declared = _declared(data)
    if declared is not None and declared not in ("utf-8", "utf-16", "utf-16-le", "utf-16-be"):
        try:
            return data.decode(declared)
        except (UnicodeError, LookupError):
            pass  # a declaration is no proof
    if b"\x00" in data:
        return _decode_unmarked_utf16(data, name=name)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return _decode_single_byte(data, name=name)
    _refuse_controls(data, name=name)
    return text


def refuse_binary(head: bytes, *, name: str) -> None:
    """Raise `InputError` when the first bytes of a file are those of a format that holds no plain text."""
    for magic, kind in _MAGIC:
        if head.startswith(magic):
            raise InputError(f"{name}: {kind}")
    if head[4:8] == b"ftyp":
        raise InputError(f"{name}: a film; give text")


def _decode_as(data: bytes, *, name: str, encoding: str) -> str:
    try:
        text = data.decode(encoding)
    except LookupError as error:
        raise InputError(f"{name}: unknown encoding '{encoding}'; name a codec of Python, such as cp1252") from error
    except UnicodeError as error:
        at = f" at byte {error.start}" if isinstance(error, UnicodeDecodeError) else ""
        raise InputError(f"{name}: not {encoding}{at}; give another --encoding or leave it out") from error
    return text.removeprefix("\ufeff")


def _decode_marked(data: bytes, *, codec: str, name: str) -> str:
    try:
        return data.decode(codec)
    except UnicodeDecodeError as error:
        if codec == "utf-8-sig":
            return data.decode(codec, errors="replace")
        raise InputError(
            f"{name}: cut short or damaged {codec} text at byte {error.start}; save it again as UTF-8"
        ) from error


def _decode_unmarked_utf16(data: bytes, *, name: str) -> str:
    sample = data[:SNIFF_BYTES]
    half = max(1, len(sample) // 2)
    even, odd = sample[::2].count(0) / half, sample[1::2].count(0) / half
    for codec, zeros, others in (("utf-16-le", odd, even), ("utf-16-be", even, odd)):
        if zeros > 0.4 and others < 0.02:
            try:
                return data.decode(codec)
            except UnicodeDecodeError:
                break
    raise InputError(f"{name}: binary data, not text; give text, Markdown, HTML or JSON")


def _decode_single_byte(data: bytes, *, name: str) -> str:
    _refuse_controls(data, name=name)
    damaged = data.decode("utf-8", errors="replace")
    sound = sum(mark > "\x7f" and mark != "\ufffd" for mark in damaged)
    if sound >= 4 * damaged.count("\ufffd"):
        return damaged  # UTF-8 with a few broken characters, or cut in the middle of one
    if is_western(data):
        return data.decode("cp1252", errors="replace")
    return _decode_guessed(data, name=name)


def is_western(data: bytes) -> bool:
    """Whether bytes read as Windows-1252 make plausible text: few accents, none where signs would stand in words."""
    sample = data[:SNIFF_BYTES]
    high = sum(byte >= 0xC0 for byte in sample)  # letters; quotation marks and dashes lie below
    if _UNDEFINED.search(sample) or (high > HIGH_SHARE * len(sample) and len(sample) > 40):
        return False
    odd = len(_SIGN_IN_WORD.findall(sample.decode("cp1252", errors="replace")))
    return odd <= max(1, 0.1 * high)


def _decode_guessed(data: bytes, *, name: str) -> str:
    from charset_normalizer import from_bytes  # noqa: PLC0415  # slow to import, seldom needed

    matches = from_bytes(data[:SNIFF_BYTES])
    best = matches.best()
    if best is not None:
        # Of the pages that read about as well, the one that news was really written in.
        near = {match.encoding for match in matches if match.chaos <= best.chaos + CHAOS_SLACK}
        for codec in (*(page for page in _COMMON_PAGES if page in near), best.encoding):
            try:
                return data.decode(codec)
            except (UnicodeDecodeError, LookupError):
                continue
    if _UNDEFINED.search(data[:SNIFF_BYTES]) is None:
        return data.decode("cp1252", errors="replace")
    raise InputError(f"{name}: unknown encoding; name it with --encoding, or save the file as UTF-8")


def _declared(data: bytes) -> str | None:
    head = data[:DECLARATION_BYTES]
    if b"<" not in head or (match := _META_CHARSET.search(head)) is None:
        return None
    label = (match[1] or match[2]).decode("ascii").casefold()
    # The web calls Windows-1252 by its older names. Source: WHATWG Encoding
    if label in ("iso-8859-1", "latin1", "latin-1", "iso8859-1", "us-ascii", "ascii"):
        return "cp1252"
    return {"utf8": "utf-8", "x-sjis": "shift_jis", "gb2312": "gbk", "ks_c_5601-1987": "cp949"}.get(label, label)


def _refuse_controls(data: bytes, *, name: str) -> None:
    sample = data[:SNIFF_BYTES]
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    if controls > CONTROL_SHARE * len(sample) and controls > 2:
        raise InputError(f"{name}: binary data, not text; give text, Markdown, HTML or JSON")
