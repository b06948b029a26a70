from __future__ import annotations

import gzip
import io
import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from dateline.articles import Article, Failure, PublishedBasis
from dateline.read import Format, ReadOptions, read_sources

STORY = "Gunmen killed two guards at a bank in the port on Monday, police said."
PAGE = f"""<!DOCTYPE html><html lang="en-GB"><head><title>Bank raid | Valley Post</title>
<meta property="og:site_name" content="Valley Post">
<script type="application/ld+json">{{"@context": "https://schema.org", "@graph": [{{"@type": "WebSite", "name": "x"}},
{{"@type": "NewsArticle", "headline": "Two guards killed at bank", "datePublished": "2015-05-04T10:00:00+02:00",
"author": [{{"@type": "Person", "name": "Ann Lee"}}], "publisher": {{"name": "Valley Post"}}}}]}}</script></head>
<body><nav><a href="/">Home</a> <a href="/w">World</a></nav><article><h1>Two guards killed at bank</h1>
<p>{STORY} The men fled north in a white van, and a reward was offered for word of them.</p>
<p>A third guard was taken to a hospital, where doctors said that she would live through the night.</p></article>
<footer>Copyright</footer></body></html>"""


def read(*paths: object, stdin: bytes | None = None, **settings: object) -> list[Article | Failure]:
    stream = None if stdin is None else io.BytesIO(stdin)
    return list(read_sources(map(str, paths), options=ReadOptions(**settings), stdin=stream))  # type: ignore[arg-type]


def message(item: Article | Failure) -> str:
    assert isinstance(item, Failure)
    assert "\n" not in item.message
    assert item.stage == "read"
    return item.message


def article(item: Article | Failure) -> Article:
    assert isinstance(item, Article), item
    return item


def write(path: Path, content: str | bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def test_a_text_file_is_one_article(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt", STORY)

    (found,) = read(path)

    assert article(found).source == str(path)
    assert article(found).text == STORY


def test_a_folder_is_read_in_order_without_hidden_files(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.txt", "a/b.txt", ".hidden.txt", ".git/c.txt"):
        write(tmp_path / name, STORY + name)

    found = read(tmp_path)

    assert [article(item).source for item in found] == [
        str(tmp_path / name) for name in ("a/b.txt", "a/z.txt", "b.txt")
    ]


def test_files_that_are_no_articles_fail_one_by_one(tmp_path: Path) -> None:
    write(tmp_path / "a.txt", STORY)
    write(tmp_path / "b.pdf", b"%PDF-1.4 x")
    write(tmp_path / "c.css", "p { color: red }")
    write(tmp_path / "d.txt", " \n \n")

    found = read(tmp_path)

    assert isinstance(found[0], Article)
    assert "PDF" in message(found[1])
    assert "no article by its name" in message(found[2])
    assert "empty" in message(found[3])


def test_a_pattern_gives_its_files(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "c.md"):
        write(tmp_path / name, STORY)

    assert [Path(item.source).name for item in read(tmp_path / "*.txt")] == ["a.txt", "b.txt"]
    assert len(read(tmp_path / "**" / "*")) == 3


def test_a_file_whose_name_looks_like_a_pattern_is_a_file(tmp_path: Path) -> None:
    assert article(read(write(tmp_path / "a[1].txt", STORY))[0]).text == STORY


@pytest.mark.parametrize("path", ["missing.txt", "missing/*.txt", "", "a\x00b", "x" * 5000])
def test_a_path_that_is_not_there_is_one_failure(path: str) -> None:
    (found,) = read(path)

    message(found)


def test_an_empty_folder_and_broken_links_are_failures(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "link.txt").symlink_to(tmp_path / "gone.txt")

    assert "empty folder" in message(read(tmp_path / "empty")[0])
    assert "broken link" in message(read(tmp_path / "link.txt")[0])


def test_a_circle_of_folders_ends(tmp_path: Path) -> None:
    write(tmp_path / "a.txt", STORY)
    (tmp_path / "loop").symlink_to(tmp_path)
    (tmp_path / "self").symlink_to(tmp_path / "self")

    found = read(tmp_path)

    assert len(found) == 3
    assert "link to a folder" in message(found[1])
    message(found[2])


@pytest.mark.skipif(sys.platform == "win32", reason="no named pipes")
def test_a_named_pipe_is_refused_at_once(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")

    assert "named pipe" in message(read(tmp_path / "pipe")[0])


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read all")
def test_a_file_without_permission_is_a_failure(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt", STORY)
    path.chmod(0)

    assert "permission" in message(read(path)[0])


def test_a_file_behind_a_closed_folder_is_not_said_to_be_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: object) -> None:
        raise PermissionError(13, "Permission denied", path)

    monkeypatch.setattr(os, "lstat", refuse)  # for root may read all

    assert "no permission to read" in message(read("closed/a.txt")[0])


def test_the_given_date_stands_over_the_files_own(tmp_path: Path) -> None:
    path = write(tmp_path / "a.json", json.dumps({"text": STORY, "date": "2015-05-04"}))

    own, given = article(read(path)[0]), article(read(path, published=date(2020, 1, 1))[0])

    assert (own.published, own.published_basis) == (date(2015, 5, 4), PublishedBasis.METADATA)
    assert (given.published, given.published_basis) == (date(2020, 1, 1), PublishedBasis.GIVEN)


def test_one_object_in_a_file_has_the_path_as_source(tmp_path: Path) -> None:
    pretty = write(
        tmp_path / "a.json", json.dumps({"id": "x1", "headline": "Two guards killed", "body": STORY}, indent=2)
    )
    flat = write(tmp_path / "b.json", json.dumps({"id": "x1", "text": STORY}) + "\n")

    assert [article(item).source for item in read(pretty, flat)] == [str(pretty), str(flat)]
    assert article(read(pretty)[0]).title == "Two guards killed"


@pytest.mark.parametrize("wrap", [lambda x: x, lambda x: {"articles": x}, lambda x: {"status": "ok", "docs": x}])
def test_a_list_of_objects_is_one_article_each(tmp_path: Path, wrap: object) -> None:
    rows = [{"id": "x1", "text": STORY}, {"text": STORY}, {"title": "no text"}, 7]
    path = write(tmp_path / "a.json", json.dumps(wrap(rows)))  # type: ignore[operator]

    found = read(path)

    assert [item.source for item in found] == [f"{path}#x1", f"{path}#2", f"{path}#3", f"{path}#4"]
    assert "no text" in message(found[2])
    assert "number" in message(found[3])


def test_keys_of_news_tools_are_known(tmp_path: Path) -> None:
    row = {
        "maintext": STORY,
        "title": "Two guards killed",
        "date_publish": "None",
        "publishedAt": "2015-05-04T10:00:00Z",
        "authors": ["By Ann Lee and Bo Chen", "None"],
        "source": {"id": None, "name": "Valley Post"},
        "link": "https://example.org/a",
        "lang": "en-US",
    }

    found = article(read(write(tmp_path / "a.json", json.dumps(row)))[0])

    assert found.published == date(2015, 5, 4)
    assert found.authors == ("Ann Lee", "Bo Chen")
    assert (found.publisher, found.url, found.language) == ("Valley Post", "https://example.org/a", "en")


def test_a_bad_line_of_json_lines_fails_alone(tmp_path: Path) -> None:
    lines = [json.dumps({"id": "x1", "text": STORY}), '{"text": "cut', "", "[1, 2]", json.dumps({"text": STORY})]
    path = write(tmp_path / "a.jsonl", "\n".join(lines))

    found = read(path)

    assert [item.source for item in found] == [f"{path}#x1", f"{path}#2", f"{path}#4", f"{path}#5"]
    assert "line 2" in message(found[1])
    assert "list" in message(found[2])


def test_json_lines_are_known_by_their_content(tmp_path: Path) -> None:
    line = json.dumps({"text": STORY})

    assert len(read(write(tmp_path / "a.txt", f"{line}\n\n{line}\n"))) == 2


def test_cut_json_is_one_failure(tmp_path: Path) -> None:
    assert "malformed JSON" in message(read(write(tmp_path / "a.json", '[{"text": "a"}, {"te'))[0])
    assert "nested too deep" in message(read(write(tmp_path / "b.json", "[" * 200_000))[0])


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ('{"text": ""}', "no text under the key 'text'; put the article there"),
        ('{"content": 5}', "no text under the key 'content'; put the article there"),
        ('{"title": "a"}', "no text (keys: title); put the article under the key 'text'"),
        ('{"text": "abc', "malformed JSON (unterminated string starting at line 1, column 10);"),
    ],
)
def test_what_json_lacks_is_told(tmp_path: Path, written: str, told: str) -> None:
    assert told in message(read(write(tmp_path / "a.json", written))[0])


@pytest.mark.skipif(not Path("/dev/stdin").exists(), reason="a name of Unix")
def test_standard_input_by_its_name_may_be_a_pipe() -> None:
    code = "from dateline.read import read_sources; print(*read_sources(['/dev/stdin']))"

    done = subprocess.run([sys.executable, "-c", code], input=STORY, capture_output=True, text=True, check=True)

    assert STORY in done.stdout


def test_escapes_for_a_terminal_are_dropped_whole_from_a_page(tmp_path: Path) -> None:
    path = write(tmp_path / "a.html", PAGE.replace(STORY, f"\x1b]0;x\x07\x1b[31m{STORY}\x1b[0m"))

    assert article(read(path)[0]).text == article(read(write(tmp_path / "b.html", PAGE))[0]).text


def test_wire_copy_that_opens_with_a_bracket_is_text(tmp_path: Path) -> None:
    assert article(read(write(tmp_path / "a.txt", f"[REPORT] {STORY}"))[0]).text == f"[REPORT] {STORY}"


def test_packed_files_are_read(tmp_path: Path) -> None:
    line = json.dumps({"id": "x1", "text": STORY})
    lines = write(tmp_path / "a.jsonl.gz", gzip.compress(f"{line}\n{line}\n".encode()))
    text = write(tmp_path / "b.txt.gz", gzip.compress(STORY.encode()))
    cut = write(tmp_path / "c.txt.gz", gzip.compress(STORY.encode())[:-12])

    assert [article(item).source for item in read(lines, text)] == [f"{lines}#x1", f"{lines}#x1", str(text)]
    assert "gzip" in message(read(cut)[0])


def test_a_long_article_is_refused_by_its_limit(tmp_path: Path) -> None:
    text = write(tmp_path / "a.txt", STORY)
    lines = write(tmp_path / "b.jsonl", "\n".join(json.dumps({"text": body}) for body in (STORY, "Two died.")))

    assert "--max-chars" in message(read(text, max_chars=20)[0])
    found = read(lines, max_chars=20)
    assert "--max-chars" in message(found[0])
    assert article(found[1]).text == "Two died."


def test_standard_input_is_read_by_its_content() -> None:
    assert article(read("-", stdin=STORY.encode())[0]).source == "-"
    assert article(read("-", stdin=json.dumps({"text": STORY}, indent=1).encode())[0]).source == "-"
    assert article(read("-", stdin=json.dumps({"id": "x1", "text": STORY}).encode())[0]).source == "-#x1"
    assert "empty" in message(read("-", stdin=b"")[0])
    assert "no standard input" in message(read("-")[0])


def test_json_lines_on_standard_input_come_before_it_closes() -> None:
    reader, writer = os.pipe()
    with os.fdopen(reader, "rb") as stdin, os.fdopen(writer, "wb", buffering=0) as pipe:
        pipe.write(json.dumps({"id": "x1", "text": STORY}).encode() + b"\n")
        stream = read_sources(["-"], options=ReadOptions(), stdin=stdin)

        assert article(next(stream)).source == "-#x1"

        pipe.write(json.dumps({"id": "x2", "text": STORY}).encode() + b"\n")
        assert article(next(stream)).source == "-#x2"


def test_reading_is_lazy(tmp_path: Path) -> None:
    stream = read_sources([str(write(tmp_path / "a.txt", STORY)), "missing"], options=ReadOptions())

    assert isinstance(next(stream), Article)
    assert isinstance(next(stream), Failure)


def test_a_page_gives_its_text_and_its_markup_the_rest(tmp_path: Path) -> None:
    found = article(read(write(tmp_path / "a.txt", PAGE))[0])

    assert found.title == "Two guards killed at bank"
    assert found.authors == ("Ann Lee",)
    assert (found.publisher, found.language) == ("Valley Post", "en")
    assert (found.published, found.published_basis) == (date(2015, 5, 4), PublishedBasis.METADATA)
    assert found.text.count("Two guards killed at bank") == 1
    assert STORY in found.text
    assert "Home" not in found.text


def test_a_page_without_an_article_is_a_failure(tmp_path: Path) -> None:
    assert "no article text" in message(read(write(tmp_path / "a.html", "<html><body></body></html>"))[0])


def test_placeholder_dates_of_pages_are_not_believed(tmp_path: Path) -> None:
    page = PAGE.replace("2015-05-04T10:00:00+02:00", "1970-01-01T00:00:00Z")

    assert article(read(write(tmp_path / "a.html", page))[0]).published is None


def test_markdown_loses_its_marks(tmp_path: Path) -> None:
    text = (
        f"---\ndate: 2015-05-04\nauthor: Ann Lee\n---\n# Two guards *killed*\n\n{STORY}\n\n"
        "## A night of fear\n\nSee [the map](http://x.org/m) of the **port**.\n"
    )

    found = article(read(write(tmp_path / "a.md", text))[0])

    assert found.text == f"Two guards killed\n\n{STORY}\n\nA night of fear\n\nSee the map of the port."
    assert (found.title, found.published, found.authors) == ("Two guards killed", date(2015, 5, 4), ("Ann Lee",))


def test_paragraphs_that_open_in_bold_are_markdown(tmp_path: Path) -> None:
    text = f"Weekly note\n\n**Homs.** {STORY}\n\n**Hama.** A bomb wounded a guard.\n"

    found = article(read(write(tmp_path / "a.txt", text))[0])

    assert "**" not in found.text
    assert "\n\nHama. A bomb" in found.text


def test_a_chosen_format_is_not_second_guessed(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt", '{"text": "Two died."}')

    assert article(read(path, format=Format.TEXT)[0]).text == '{"text": "Two died."}'


def test_a_name_with_line_ends_stays_on_one_line(tmp_path: Path) -> None:
    path = write(tmp_path / "a\n\x1b[31mb.txt", "")

    assert "\x1b" not in message(read(path)[0])


def test_nothing_heavy_is_imported_before_a_page_comes() -> None:
    import subprocess

    code = "import sys, dateline.read; print(any(name in sys.modules for name in ('trafilatura', 'lxml', 'spacy')))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "False"
