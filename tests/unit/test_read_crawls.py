"""Web archives: the pages of a crawl, and nothing else of it."""

from __future__ import annotations

import bz2
import gzip
import io
import tracemalloc
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from dateline.articles import Article, Failure
from dateline.read import ReadOptions, read_sources, read_units

WORDS = "Drivers of the town's buses stayed at home on Monday, as they have for a week, over their pay and their hours."


def make_page(number: int = 0, text: str = WORDS) -> bytes:
    return (
        f"<html><head><title>Bus strike {number}</title></head><body><article><h1>Bus strike {number}</h1>"
        f"<p>{text}</p></article></body></html>"
    ).encode()


def make_record(
    body: bytes,
    *,
    url: str = "http://news.example/a",
    status: str = "200 OK",
    http: tuple[str, ...] = ("Content-Type: text/html; charset=utf-8",),
    kind: str = "response",
    media: str = "application/http; msgtype=response",
) -> bytes:
    block = (
        body
        if media != "application/http; msgtype=response"
        else ("\r\n".join([f"HTTP/1.1 {status}", *http, "", ""]).encode() + body)
    )
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-000000000000>\r\n"
        f"WARC-Target-URI: {url}\r\nWARC-Date: 2020-11-18T04:05:06Z\r\nContent-Type: {media}\r\n"
        f"Content-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


INFO = make_record(b"software: test\r\n", kind="warcinfo", media="application/warc-fields", url="")


def read(
    path: Path, *records: bytes, pack: Callable[[bytes], bytes] = bytes, **options: object
) -> list[Article | Failure]:
    path.write_bytes(b"".join(map(pack, records)))
    return list(read_sources([str(path)], options=ReadOptions(**options)))  # type: ignore[arg-type]


def get_article(items: list[Article | Failure]) -> Article:
    (item,) = items
    assert isinstance(item, Article), item
    return item


@pytest.mark.parametrize("pack", [bytes, gzip.compress, bz2.compress])
def test_pages_come_with_their_address(tmp_path: Path, pack: Callable[[bytes], bytes]) -> None:
    records = [make_record(make_page(number), url=f"http://news.example/{number}") for number in range(3)]

    found = read(tmp_path / "crawl.warc.gz", INFO, *records, pack=pack)

    assert [(item.source, item.title, item.url) for item in found if isinstance(item, Article)] == [
        (
            f"{tmp_path}/crawl.warc.gz#http://news.example/{number}",
            f"Bus strike {number}",
            f"http://news.example/{number}",
        )
        for number in range(3)
    ]


def test_the_day_of_the_crawl_is_not_that_of_publication(tmp_path: Path) -> None:
    assert get_article(read(tmp_path / "a", make_record(make_page()))).published is None


@pytest.mark.parametrize(
    ("stated", "published"), [("2020-11-17", "2020-11-17"), ("2020-11-19", "2020-11-19"), ("2020-12-24", "None")]
)
def test_a_page_was_published_before_it_was_fetched(tmp_path: Path, stated: str, published: str) -> None:
    page = make_page().replace(b"<head>", f"<head><meta name='date' content='{stated}'>".encode())

    assert str(get_article(read(tmp_path / "a", make_record(page))).published) == published


@pytest.mark.parametrize("day", ["", "nonsense", "2020-13-45T00:00:00Z"])
def test_a_crawl_may_not_know_its_day(tmp_path: Path, day: str) -> None:
    record = make_record(make_page()).replace(b"2020-11-18T04:05:06Z", day.encode())

    assert WORDS in get_article(read(tmp_path / "a", record)).text


def test_the_address_may_tell_the_day(tmp_path: Path) -> None:
    article = get_article(read(tmp_path / "a", make_record(make_page(), url="http://news.example/2016/05/03/strike")))

    assert str(article.published) == "2016-05-03"


def test_what_the_page_says_of_its_address_comes_first(tmp_path: Path) -> None:
    page = make_page().replace(b"<head>", b"<head><link rel='canonical' href='http://news.example/own'>")

    assert get_article(read(tmp_path / "a", make_record(page))).url == "http://news.example/own"


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(make_record(b"x", http=("Content-Type: image/png",)), id="picture"),
        pytest.param(make_record(b"<rss>", http=("Content-Type: application/rss+xml",)), id="feed"),
        pytest.param(make_record(make_page(), status="404 Not Found"), id="absent"),
        pytest.param(make_record(make_page(), status="301 Moved", http=("Location: /b",)), id="redirect"),
        pytest.param(make_record(b""), id="empty"),
        pytest.param(make_record(b"GET / HTTP/1.1\r\n\r\n", kind="request", media="application/http"), id="request"),
        pytest.param(make_record(b"a: b\r\n", kind="metadata", media="application/warc-fields"), id="note"),
        pytest.param(make_record(b"", kind="revisit"), id="revisit"),
        pytest.param(make_record(b"nothing of HTTP", media="application/http; msgtype=response "), id="no HTTP"),
        pytest.param(make_record(b"\x00\x01", http=()), id="no type and no page"),
        pytest.param(make_record(b"ns.example", kind="response", media="text/dns"), id="name"),
        pytest.param(INFO, id="info"),
    ],
)
def test_all_else_is_passed_over(tmp_path: Path, other: bytes) -> None:
    found = read(tmp_path / "crawl.warc", other, make_record(make_page()), other)

    assert get_article(found).title == "Bus strike 0"


def test_a_crawl_without_a_page_is_told(tmp_path: Path) -> None:
    (fault,) = read(tmp_path / "crawl.warc", INFO)

    assert isinstance(fault, Failure)
    assert fault.message == f"{tmp_path}/crawl.warc: a web archive without a web page; give one with responses in HTML"


def chunk(data: bytes, size: int = 37) -> bytes:
    parts = [data[at : at + size] for at in range(0, len(data), size)]
    return b"".join(b"%x;name=value\r\n%s\r\n" % (len(part), part) for part in parts) + b"0\r\nTrailer: x\r\n\r\n"


def deflate(data: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(data) + packer.flush()


@pytest.mark.parametrize(
    ("body", "http"),
    [
        pytest.param(chunk(make_page()), ("Transfer-Encoding: chunked",), id="chunks"),
        pytest.param(gzip.compress(make_page()), ("Content-Encoding: gzip",), id="gzip"),
        pytest.param(zlib.compress(make_page()), ("Content-Encoding: deflate",), id="deflate"),
        pytest.param(deflate(make_page()), ("content-encoding:DEFLATE",), id="bare deflate"),
        pytest.param(
            chunk(gzip.compress(make_page())), ("Transfer-Encoding: chunked", "Content-Encoding: gzip"), id="both"
        ),
        pytest.param(make_page(), ("Transfer-Encoding: chunked", "Content-Encoding: gzip"), id="undone by the crawler"),
        pytest.param(make_page(), ("Content-Encoding: br",), id="brotli undone by the crawler"),
        pytest.param(make_page(), ("Content-Encoding: identity",), id="none"),
        pytest.param(make_page(), ("X-Long: a", " goes on", "\tand on"), id="folded header"),
    ],
)
def test_the_body_is_decoded(tmp_path: Path, body: bytes, http: tuple[str, ...]) -> None:
    found = read(tmp_path / "crawl.warc", make_record(body, http=("Content-Type: text/html", *http)))

    assert WORDS in get_article(found).text


def test_a_page_without_a_declared_type_is_known_by_its_markup(tmp_path: Path) -> None:
    assert WORDS in get_article(read(tmp_path / "a", make_record(make_page(), http=()))).text


def test_pages_stored_as_files_are_read(tmp_path: Path) -> None:
    assert WORDS in get_article(read(tmp_path / "a", make_record(make_page(), kind="resource", media="text/html"))).text


@pytest.mark.parametrize(
    ("declared", "codec"),
    [
        ("windows-1251", "cp1251"),
        ("'KOI8-R'", "koi8-r"),
        ("utf-8", "utf-8"),
        ("nonsense", "utf-8"),
        ("iso-8859-1", "utf-8"),
        ("big5", "utf-8"),
    ],
)
def test_the_encoding_that_the_server_declares_is_believed_unless_it_cannot_be(
    tmp_path: Path, declared: str, codec: str
) -> None:
    text = "Автобусы в городе не ходят уже вторую неделю, водители требуют больше денег и меньше работы, сообщил мэр."
    body = make_page(text=text).decode().encode(codec)

    article = get_article(
        read(tmp_path / "a", make_record(body, http=(f"Content-Type: text/html; charset={declared}",)))
    )

    assert text in article.text


@pytest.mark.parametrize(
    ("body", "coding", "fault"),
    [
        (gzip.compress(make_page() * 50)[:-30], "gzip", "cut short gzip data; crawl the page again"),
        (b"\x1f\x8b garbage", "gzip", "damaged gzip data; crawl the page again"),
        (b"\x8b\x05\x80", "br", "packed as 'br', which is not read; crawl the page again with gzip"),
        (b"\x28\xb5\x2f\xfd", "zstd", "packed as 'zstd', which is not read; crawl the page again with gzip"),
        (
            gzip.compress(b"<p>" + b"a" * 30_000_000),
            "gzip",
            "more than 20971520 bytes, the limit; raise it with --max-chars",
        ),
    ],
)
def test_a_page_that_cannot_be_unpacked_is_told_and_the_others_are_read(
    tmp_path: Path, body: bytes, coding: str, fault: str
) -> None:
    broken = make_record(body, http=("Content-Type: text/html", f"Content-Encoding: {coding}"))

    found = read(tmp_path / "crawl.warc", broken, make_record(make_page()))

    assert isinstance(found[0], Failure)
    assert found[0].message == f"{tmp_path}/crawl.warc#http://news.example/a: {fault}"
    assert get_article(found[1:]).title == "Bus strike 0"


def test_a_crawl_cut_short_anywhere_is_told_and_the_pages_before_are_read(tmp_path: Path) -> None:
    records = [INFO, *(make_record(make_page(number)) for number in range(3))]
    data = b"".join(records)
    ends = [sum(map(len, records[: number + 1])) for number in range(len(records))]

    for size in range(6, len(data)):
        found = read(tmp_path / "cut.warc", data[:size])
        # The two line ends behind a record may be missing.
        whole = sum(end - 4 <= size for end in ends[1:])
        is_cut = not any(end - 4 <= size <= end for end in ends[1:])

        assert [isinstance(item, Article) for item in found] == [True] * whole + [False] * is_cut, size


def test_a_crawl_in_gzip_cut_short_is_told_and_the_pages_before_are_read(tmp_path: Path) -> None:
    packed = [gzip.compress(make_record(make_page(number))) for number in range(3)]

    found = read(tmp_path / "cut.warc.gz", *packed[:2], packed[2][:-40])

    assert [isinstance(item, Article) for item in found] == [True, True, False]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"WARC/1.0", b"WARX/1.0"),
        (b"Content-Length: ", b"Content-Length: -"),
        (b"Content-Length: ", b"Content-Lines: "),
        (b"Content-Length: ", b"Content-Length: x"),
    ],
)
def test_a_damaged_record_is_told_and_the_pages_before_are_read(tmp_path: Path, old: bytes, new: bytes) -> None:
    found = read(tmp_path / "a.warc", make_record(make_page()), make_record(make_page()).replace(old, new, 1))

    assert isinstance(found[0], Article)
    assert isinstance(found[1], Failure)
    assert found[1].message.endswith("; what came before is read; fetch the file again")
    assert len(found) == 2


@pytest.mark.parametrize("change", [-7, 7, 60])
def test_a_page_with_a_wrong_length_is_not_given_as_if_it_were_whole(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], change: int
) -> None:
    record = make_record(make_page(1))
    length = int(record.split(b"Content-Length: ")[1].split(b"\r\n")[0])
    wrong = record.replace(b"Content-Length: %d" % length, b"Content-Length: %d" % (length + change))

    found = read(tmp_path / "a.warc", make_record(make_page()), wrong, make_record(make_page(2)))

    assert [isinstance(item, Article) for item in found] == [True, False]
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("with_gzip", [True, False])
def test_what_a_library_writes_is_read(tmp_path: Path, with_gzip: bool) -> None:
    with (tmp_path / "crawl.warc.gz").open("wb") as file:
        writer = WARCWriter(file, gzip=with_gzip)
        writer.write_record(writer.create_warcinfo_record("crawl.warc.gz", {"software": "test"}))
        for number, status in enumerate(["200 OK", "404 Not Found", "200 OK"]):
            headers = StatusAndHeaders(status, [("Content-Type", "text/html")], protocol="HTTP/1.1")
            url = f"http://news.example/{number}"
            record = writer.create_warc_record(
                url, "response", payload=io.BytesIO(make_page(number)), http_headers=headers
            )
            request = writer.create_warc_record(
                url, "request", http_headers=StatusAndHeaders("GET / HTTP/1.1", [], is_http_request=True)
            )
            writer.write_request_response_pair(request, record)

    found = list(read_sources([str(tmp_path)]))

    assert [item.title for item in found if isinstance(item, Article)] == ["Bus strike 0", "Bus strike 2"]
    assert len(found) == 2


def test_the_newest_http_and_addresses_with_spaces_are_read_in_silence(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    record = make_record(make_page(), url="http://news.example/a b").replace(b"HTTP/1.1 200 OK", b"HTTP/2 200     ")

    assert get_article(read(tmp_path / "a", record)).url == "http://news.example/a%20b"
    assert capfd.readouterr() == ("", "")


def test_a_header_without_an_end_costs_no_memory(tmp_path: Path) -> None:
    path = tmp_path / "a.warc"
    path.write_bytes(make_record(b"\x01" * 30_000_000, media="application/http") + make_record(make_page()))

    tracemalloc.start()
    found = list(read_units([str(path)]))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()

    assert [item.source for item in found] == [f"{path}#http://news.example/a"]
    assert peak < 3_000_000


def test_a_huge_length_does_not_cost_its_memory(tmp_path: Path) -> None:
    record = make_record(make_page()).replace(b"Content-Length: ", b"Content-Length: 99999999999")

    (fault,) = read(tmp_path / "a.warc", record)

    assert isinstance(fault, Failure)
    assert "ends inside a record" in fault.message


def test_a_crawl_may_be_inside_a_zip(tmp_path: Path) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("archive/data.warc.gz", gzip.compress(make_record(make_page())))

    article = get_article(read(tmp_path / "a.wacz", out.getvalue()))

    assert article.source == f"{tmp_path}/a.wacz#archive/data.warc.gz#http://news.example/a"
