from __future__ import annotations

import pytest

from dateline.errors import InputError
from dateline.read.encodings import decode_text, refuse_binary

WESTERN = "The café’s owner said “no” to the guards — twice. He left the señor’s house. " * 3
CYRILLIC = "Двое мужчин были убиты в понедельник в порту, сообщила полиция города. Третий доставлен в больницу. " * 6
POLISH = "Policja poinformowała, że dwóch mężczyzn zginęło w poniedziałek w porcie, a trzeci jest w szpitalu. " * 6


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_western_text_is_read_in_common_encodings(codec: str) -> None:
    assert decode_text(WESTERN.encode(codec), name="a").removeprefix("\ufeff") == WESTERN


@pytest.mark.parametrize(("text", "codec"), [(CYRILLIC, "cp1251"), (CYRILLIC, "koi8-r"), (POLISH, "cp1250")])
def test_eastern_pages_are_recognised(text: str, codec: str) -> None:
    assert decode_text(text.encode(codec), name="a") == text


def test_a_named_encoding_is_taken() -> None:
    assert decode_text("café".encode("cp437"), name="a", encoding="cp437") == "café"


def test_a_named_encoding_that_fails_is_told() -> None:
    with pytest.raises(InputError, match="not utf-8 at byte 3"):
        decode_text(b"caf\xe9", name="a", encoding="utf-8")
    with pytest.raises(InputError, match="unknown encoding"):
        decode_text(b"cafe", name="a", encoding="utf-99")
    with pytest.raises(InputError, match="unknown encoding"):
        decode_text(b"cafe", name="a", encoding="hex")


def test_a_declared_charset_is_taken() -> None:
    page = '<html><head><meta charset="windows-1251"></head><body>Порт</body></html>'

    assert decode_text(page.encode("cp1251"), name="a") == page


@pytest.mark.parametrize("charset", ["utf-99", "hex", "undefined", "punycode"])
def test_a_declared_charset_that_is_none_of_text_is_passed_over(charset: str) -> None:
    page = f'<html><head><meta charset="{charset}"></head><body>Le café du port</body></html>'

    assert decode_text(page.encode(), name="a") == page


def test_a_false_declaration_of_utf_8_is_seen_through() -> None:
    page = '<html><head><meta charset="utf-8"></head><body>The café in the port</body></html>'

    assert decode_text(page.encode("cp1252"), name="a") == page


def test_utf_8_cut_in_a_character_is_still_utf_8() -> None:
    assert decode_text(("né à Zürich, où l’été " * 3).encode()[:-2] + b"\xc3", name="a").endswith("\ufffd")


@pytest.mark.parametrize(
    "data", [b"%PDF-1.7", b"7z\xbc\xaf\x27\x1c", b"\x89PNG\r\n", b"\x28\xb5\x2f\xfd\x04", b"\x7fELF"]
)
def test_known_binary_formats_are_refused_with_advice(data: bytes) -> None:
    with pytest.raises(InputError, match=r"a: an? .*; "):
        refuse_binary(data, name="a")


@pytest.mark.parametrize("data", [b"ab\x00\x01\x02cd" * 20, bytes(range(1, 9)) * 20])
def test_other_binary_data_are_refused(data: bytes) -> None:
    with pytest.raises(InputError, match="binary"):
        decode_text(data, name="a")
