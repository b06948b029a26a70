"""Archives as containers: every member an article, or articles; every fault one line, and the others go on."""

from __future__ import annotations

import bz2
import gc
import gzip
import io
import json
import lzma
import random
import struct
import tarfile
import tracemalloc
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.articles import Article, Failure
from dateline.read import ReadOptions, read_sources, read_units

STORY = "Bus strike enters second week\n\nDrivers of the town's buses stayed at home on Monday.\n"
PAGE = (
    "<html><head><title>Bus strike</title></head><body><article><h1>Bus strike</h1>"
    "<p>Drivers of the town's buses stayed at home on Monday, as they have for a week, over their pay.</p>"
    "</article></body></html>"
)
LINES = "".join(json.dumps({"id": f"n{number}", "text": f"{STORY} {number}"}) + "\n" for number in range(3))
FILES = {"a.txt": STORY.encode(), "deep/er/b.html": PAGE.encode(), "c.jsonl": LINES.encode()}
SOURCES = ["a.txt", "deep/er/b.html", "c.jsonl#n0", "c.jsonl#n1", "c.jsonl#n2"]


def make_zip(files: Mapping[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()


def make_tar(files: Mapping[str, bytes], form: int = tarfile.PAX_FORMAT) -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w", format=form) as archive:
        for name, data in files.items():
            entry = tarfile.TarInfo(name)
            entry.size = len(data)
            archive.addfile(entry, io.BytesIO(data))
    return out.getvalue()


def read(path: Path, data: bytes, **options: object) -> list[Article | Failure]:
    path.write_bytes(data)
    return list(read_sources([str(path)], options=ReadOptions(**options)))  # type: ignore[arg-type]


def names(items: list[Article | Failure], path: Path) -> list[str]:
    assert all(isinstance(item, Article) for item in items), items
    return [item.source.removeprefix(f"{path}#") for item in items]


def faults(items: list[Article | Failure]) -> list[str]:
    return [item.message for item in items if isinstance(item, Failure)]


def test_articles_are_read_out_of_a_zip(tmp_path: Path) -> None:
    path = tmp_path / "news.zip"

    assert names(read(path, make_zip(FILES)), path) == SOURCES


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_zip_may_be_packed_in_other_ways(tmp_path: Path, method: int) -> None:
    path = tmp_path / "news.zip"

    assert names(read(path, make_zip(FILES, method)), path) == SOURCES


@pytest.mark.parametrize("form", [tarfile.USTAR_FORMAT, tarfile.GNU_FORMAT, tarfile.PAX_FORMAT])
@pytest.mark.parametrize("pack", [bytes, gzip.compress, bz2.compress, lzma.compress])
@pytest.mark.parametrize("name", ["news.tar", "news", "news.tgz", "news.txt"])
def test_articles_are_read_out_of_a_tar_whatever_it_is_called(
    tmp_path: Path, name: str, pack: Callable[[bytes], bytes], form: int
) -> None:
    path = tmp_path / name

    assert names(read(path, pack(make_tar(FILES, form))), path) == SOURCES


def test_an_old_tar_without_a_mark_of_its_kind_is_known_by_its_sum(tmp_path: Path) -> None:
    data = bytearray(make_tar({"a.txt": STORY.encode()}, tarfile.USTAR_FORMAT))
    data[257:265] = bytes(8)
    data[148:156] = b" " * 8
    data[148:156] = b"%06o\0 " % sum(data[:512])

    assert names(read(tmp_path / "old", bytes(data)), tmp_path / "old") == ["a.txt"]


@pytest.mark.parametrize(("pack", "suffix"), [(bz2.compress, ".bz2"), (lzma.compress, ".xz"), (gzip.compress, ".gz")])
def test_single_files_may_be_compressed(tmp_path: Path, pack: Callable[[bytes], bytes], suffix: str) -> None:
    (story,) = read(tmp_path / f"a.txt{suffix}", pack(STORY.encode()))
    lines = read(tmp_path / f"c.jsonl{suffix}", pack(LINES.encode()))
    (page,) = read(tmp_path / "b", pack(PAGE.encode()))

    assert isinstance(story, Article)
    assert isinstance(page, Article)
    assert story.title == "Bus strike enters second week"
    assert [line.source for line in lines] == [f"{tmp_path}/c.jsonl{suffix}#n{number}" for number in range(3)]
    assert page.title == "Bus strike"


@pytest.mark.parametrize("pack", [gzip.compress, bz2.compress, lzma.compress])
@pytest.mark.parametrize("make", [make_zip, make_tar])
def test_members_may_be_compressed(
    tmp_path: Path, make: Callable[[Mapping[str, bytes]], bytes], pack: Callable[[bytes], bytes]
) -> None:
    path = tmp_path / "news"

    assert names(read(path, make({"c.jsonl.gz": pack(LINES.encode())})), path) == [
        f"c.jsonl.gz#n{number}" for number in range(3)
    ]


@pytest.mark.parametrize(
    "text", ["BZh is no word\n\nBut this is a text.", "PK won the vote\n\nIn the town.", "WARC 1\n\nA text."]
)
def test_words_that_begin_like_an_archive_are_text(tmp_path: Path, text: str) -> None:
    (found,) = read(tmp_path / "a.txt", text.encode())

    assert isinstance(found, Article)
    assert found.text == text


def test_an_article_is_the_same_in_an_archive_and_beside_it(tmp_path: Path) -> None:
    for name, data in FILES.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(data)
    (tmp_path / "news.zip").write_bytes(make_zip(FILES))
    (tmp_path / "news.tar").write_bytes(make_tar(FILES))

    beside, zipped, tarred = (
        [unit.key for unit in read_units(map(str, paths)) if not isinstance(unit, Failure)]
        for paths in ([tmp_path / name for name in FILES], [tmp_path / "news.zip"], [tmp_path / "news.tar"])
    )

    assert len(beside) == 5
    assert beside == zipped == tarred


@pytest.mark.parametrize("make", [make_zip, make_tar])
def test_names_that_lead_out_of_the_archive_do_no_harm(
    tmp_path: Path, make: Callable[[Mapping[str, bytes]], bytes]
) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    evil = {"../up.txt": STORY.encode(), "/abs/olute.txt": STORY.encode(), "x\x1b[2J.txt": STORY.encode()}

    found = read(folder / "evil", make(evil))

    assert names(found, folder / "evil") == ["../up.txt", "/abs/olute.txt", "x.txt"]
    assert [path.name for path in tmp_path.rglob("*") if path.is_file()] == ["evil"]


@pytest.mark.parametrize("make", [make_zip, make_tar])
def test_what_is_hidden_is_left_out_and_other_files_are_told(
    tmp_path: Path, make: Callable[[Mapping[str, bytes]], bytes]
) -> None:
    found = read(
        tmp_path / "news",
        make({"__MACOSX/._a.txt": b"x", ".git/b.txt": b"x", "d/.c": b"x", "e.css": b"x", "f.txt": b"x"}),
    )

    assert [item.source.rpartition("#")[2] for item in found] == ["e.css", "f.txt"]
    assert faults(found) == [f"{tmp_path}/news#e.css: no article by its name; keep only articles in the archive"]


def test_links_and_folders_in_a_tar_are_left_out(tmp_path: Path) -> None:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        for name, kind in (
            ("d", tarfile.DIRTYPE),
            ("l", tarfile.SYMTYPE),
            ("h", tarfile.LNKTYPE),
            ("f", tarfile.FIFOTYPE),
        ):
            entry = tarfile.TarInfo(name)
            entry.type, entry.linkname = kind, "/etc/passwd"
            archive.addfile(entry)
        entry = tarfile.TarInfo("a.txt")
        entry.size = len(STORY)
        archive.addfile(entry, io.BytesIO(STORY.encode()))

    assert names(read(tmp_path / "news", out.getvalue()), tmp_path / "news") == ["a.txt"]


@pytest.mark.parametrize("data", [make_zip({}), make_zip({"d/": b""}), make_tar({".x": b""})])
def test_an_archive_without_files_is_told(tmp_path: Path, data: bytes) -> None:
    found = read(tmp_path / "news", data)

    assert faults(found) == [f"{tmp_path}/news: an archive without files; give one with articles"]


def test_an_encrypted_member_is_told_and_the_others_are_read(tmp_path: Path) -> None:
    data = bytearray(make_zip({"a.txt": STORY.encode(), "b.txt": STORY.encode()}))
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1

    found = read(tmp_path / "news.zip", bytes(data))

    assert faults(found) == [f"{tmp_path}/news.zip#a.txt: encrypted; unpack it with its password first"]
    assert names(found[1:], tmp_path / "news.zip") == ["b.txt"]


def test_a_member_packed_in_an_unknown_way_is_told_and_the_others_are_read(tmp_path: Path) -> None:
    data = bytearray(make_zip({"a.txt": STORY.encode(), "b.txt": STORY.encode()}))
    data[8] = 9
    data[data.index(b"PK\x01\x02") + 10] = 9

    found = read(tmp_path / "news.zip", bytes(data))

    assert len(faults(found)) == 1
    assert faults(found)[0].endswith("unpack the archive first")
    assert names(found[1:], tmp_path / "news.zip") == ["b.txt"]


def test_a_damaged_member_is_told_and_the_others_are_read(tmp_path: Path) -> None:
    data = bytearray(make_zip({"a.txt": STORY.encode(), "b.txt": STORY.encode()}, zipfile.ZIP_STORED))
    data[data.index(b"strike")] ^= 1

    found = read(tmp_path / "news.zip", bytes(data))

    (fault,) = faults(found)
    assert fault.startswith(f"{tmp_path}/news.zip#a.txt: damaged or cut short zip member (")
    assert fault.endswith("; fetch the file again")
    assert names(found[1:], tmp_path / "news.zip") == ["b.txt"]


def test_a_zip_that_is_cut_short_is_told(tmp_path: Path) -> None:
    data = make_zip(FILES)

    (fault,) = faults(read(tmp_path / "news.zip", data[: len(data) // 2]))

    assert fault.startswith(f"{tmp_path}/news.zip: a damaged or cut short zip file (")
    assert fault.endswith("; fetch it again, or mend it (zip -FF)")


@pytest.mark.parametrize(
    ("member", "kind"),
    [("[Content_Types].xml", "office"), ("META-INF/container.xml", "e-book"), ("META-INF/MANIFEST.MF", "Java")],
)
def test_documents_that_are_zip_files_inside_are_refused(tmp_path: Path, member: str, kind: str) -> None:
    (fault,) = faults(read(tmp_path / "a.docx", make_zip({"mimetype": b"x", member: b"x"})))

    assert kind in fault


@pytest.mark.parametrize("pack", [bytes, gzip.compress, bz2.compress, lzma.compress])
def test_a_tar_cut_short_anywhere_is_told_once_and_what_came_before_is_read(
    tmp_path: Path, pack: Callable[[bytes], bytes]
) -> None:
    noise = random.Random(1).randbytes(3000).hex().encode()
    files = {f"{number}.txt": STORY.encode() + noise for number in range(4)}
    whole = make_tar(files, tarfile.USTAR_FORMAT)
    # The mark at the end is padded to a round size.
    data = pack(whole[: whole.rindex(noise) + len(noise)].ljust(4 * 6656 + 1024, b"\0"))

    for size in range(600, len(data) - 1023, 487):
        found = read(tmp_path / "cut", data[:size])

        assert [isinstance(item, Failure) for item in found[:-1]] == [False] * (len(found) - 1), size
        assert isinstance(found[-1], Failure), size
        assert found[-1].source == str(tmp_path / "cut"), size
        assert "damaged or cut short" in found[-1].message, size
        assert found[-1].message.count(";") in {1, 2}, size


def test_a_tar_damaged_between_two_members_is_no_tar_that_ends_there(tmp_path: Path) -> None:
    data = bytearray(make_tar({"a.txt": b"one", "b.txt": b"two"}, tarfile.USTAR_FORMAT))
    data[1024 + 3] ^= 1

    found = read(tmp_path / "news.tar", bytes(data))

    assert names(found[:1], tmp_path / "news.tar") == ["a.txt"]
    assert faults(found) == [
        f"{tmp_path}/news.tar: a damaged or cut short tar file (bad checksum); "
        "what came before is read; fetch the file again"
    ]


@pytest.mark.parametrize("kind", [b"x", b"L", b"K", b"g"])
def test_a_tar_header_of_gigabytes_is_not_read(tmp_path: Path, kind: bytes) -> None:
    data = bytearray(make_tar({"a.txt": b"one", "b.txt": b"two"}, tarfile.USTAR_FORMAT))
    header = data[1024:1536]
    header[124:136] = b"77777777777\0"
    header[156:157] = kind
    header[148:156] = b" " * 8
    header[148:156] = b"%06o\0 " % sum(header)
    data[1024:1536] = header

    found = read(tmp_path / "news.tar", bytes(data))

    assert names(found[:1], tmp_path / "news.tar") == ["a.txt"]
    assert "a header of 8589934591 bytes" in faults(found)[0]


@pytest.mark.parametrize("make", [make_zip, make_tar])
def test_a_bomb_costs_the_limit_and_no_more(tmp_path: Path, make: Callable[[Mapping[str, bytes]], bytes]) -> None:
    data = gzip.compress(make({"bomb.txt": bytes(b"boom " * 20_000_000), "b.txt": STORY.encode()}), 1)
    if make is make_zip:
        data = gzip.decompress(data)
    (tmp_path / "bomb").write_bytes(data)
    tracemalloc.start()

    found = list(read_sources([str(tmp_path / "bomb")], options=ReadOptions(max_chars=100_000)))

    assert tracemalloc.get_traced_memory()[1] < 20_000_000
    tracemalloc.stop()
    assert faults(found) == [f"{tmp_path}/bomb#bomb.txt: more than 1448576 bytes, the limit; raise it with --max-chars"]
    assert names(found[1:], tmp_path / "bomb") == ["b.txt"]


def test_a_bomb_of_lines_costs_the_limit_of_a_line(tmp_path: Path) -> None:
    lines = b'{"text": "' + b"a" * 20_000_000 + b'"}\n' + LINES.encode()

    found = read(tmp_path / "bomb.zip", make_zip({"c.jsonl": lines}), max_chars=100_000)

    assert len(faults(found)) == 1
    assert len(found) == 4


def test_a_zip_in_a_pipe_is_told_and_a_tar_is_read(tmp_path: Path) -> None:
    class Pipe(io.BytesIO):
        def seekable(self) -> bool:
            return False

    zipped = list(read_sources(["-"], stdin=Pipe(make_zip(FILES))))
    tarred = list(read_sources(["-"], stdin=Pipe(make_tar(FILES))))
    redirected = list(read_sources(["-"], stdin=io.BytesIO(make_zip(FILES))))

    assert faults(zipped) == ["-: a zip file in a pipe, and its list is at its end; give it as a file"]
    assert [item.source for item in tarred] == [item.source for item in redirected] == [f"-#{name}" for name in SOURCES]


def test_a_tar_may_be_in_a_zip_but_not_a_zip_in_another(tmp_path: Path) -> None:
    path = tmp_path / "outer.zip"

    found = read(path, make_zip({"in.tar.gz": gzip.compress(make_tar(FILES)), "in.zip": make_zip(FILES)}))

    assert [item.source.removeprefix(f"{path}#") for item in found] == [
        *(f"in.tar.gz#{name}" for name in SOURCES),
        "in.zip",
    ]
    assert faults(found) == [f"{path}#in.zip: a zip file inside another file; unpack the outer one first"]


def test_archives_do_not_go_on_inside_each_other_for_ever(tmp_path: Path) -> None:
    data = make_tar(FILES)
    for _ in range(5):
        data = make_tar({"in.tar": data})

    (fault,) = faults(read(tmp_path / "deep.tar", data))

    assert fault == f"{tmp_path}/deep.tar#in.tar#in.tar: an archive too deep inside others; unpack the outer ones first"


def test_a_damaged_archive_inside_another_costs_only_itself(tmp_path: Path) -> None:
    inner = make_tar({"a.txt": STORY.encode(), "b.txt": STORY.encode()}, tarfile.USTAR_FORMAT)[:1600]

    found = read(tmp_path / "outer.tar", make_tar({"in.tar": inner, "c.txt": STORY.encode()}))

    assert [item.source.removeprefix(f"{tmp_path}/outer.tar#") for item in found] == ["in.tar#a.txt", "in.tar", "c.txt"]
    assert len(faults(found)) == 1


def test_a_damaged_outer_archive_is_told_once(tmp_path: Path) -> None:
    inner = make_tar({"a.txt": STORY.encode(), "b.txt": STORY.encode()}, tarfile.USTAR_FORMAT)
    data = make_tar({"in.tar": inner, "c.txt": STORY.encode()}, tarfile.USTAR_FORMAT)

    found = read(tmp_path / "outer.tar", data[:3000])

    assert [item.source.removeprefix(f"{tmp_path}/outer.tar") for item in found] == [
        "#in.tar#a.txt",
        "#in.tar#b.txt",
        "",
    ]


def measure() -> int:
    """Return the bytes in use, without the interpreter's table of names, which pathlib lets grow by leaps."""
    gc.collect()
    snapshot = tracemalloc.take_snapshot().filter_traces([tracemalloc.Filter(False, "*/pathlib*")])
    return sum(trace.size for trace in snapshot.traces)


def test_many_members_do_not_pile_up(tmp_path: Path) -> None:
    path = tmp_path / "many.tar"
    path.write_bytes(make_tar({f"{number}.txt": STORY.encode() for number in range(3000)}, tarfile.USTAR_FORMAT))
    units = read_units([str(path)])
    tracemalloc.start()
    for _ in range(500):
        next(units)
    before = measure()
    for _ in range(2499):
        next(units)

    assert measure() - before < 300_000

    tracemalloc.stop()


@settings(deadline=None, max_examples=150)
@given(
    archive=st.sampled_from(["zip", "tar", "gz", "bz2", "xz"]),
    flips=st.lists(st.tuples(st.integers(0, 1 << 30), st.integers(1, 255)), max_size=4),
    cut=st.none() | st.integers(0, 1 << 30),
)
def test_whatever_is_broken_gives_articles_and_failures_alone(
    tmp_path_factory: pytest.TempPathFactory, archive: str, flips: list[tuple[int, int]], cut: int | None
) -> None:
    data = bytearray(BROKEN[archive])
    for at, change in flips:
        data[at % len(data)] ^= change
    path = tmp_path_factory.getbasetemp() / "broken"
    path.write_bytes(data if cut is None else data[: cut % len(data)])

    found = list(read_units([str(path)]))

    assert found
    assert all("\n" not in item.message for item in found if isinstance(item, Failure))


BROKEN = {
    "zip": make_zip(FILES),
    "tar": make_tar(FILES),
    "gz": gzip.compress(make_tar(FILES)),
    "bz2": bz2.compress(LINES.encode()),
    "xz": lzma.compress(make_tar(FILES)),
}


def test_overlapping_members_are_no_way_around_the_limit(tmp_path: Path) -> None:
    """Members of the list that point to the same bytes, as in bombs without nesting."""
    data = make_zip({"a.txt": STORY.encode()})
    at, end = data.index(b"PK\x01\x02"), data.index(b"PK\x05\x06")
    entry, count = data[at:end], 50
    tail = bytearray(data[end:])
    tail[8:12] = struct.pack("<HH", count, count)
    tail[12:16] = struct.pack("<I", len(entry) * count)

    found = read(tmp_path / "flat.zip", data[:at] + entry * count + bytes(tail))

    assert len(found) == count
