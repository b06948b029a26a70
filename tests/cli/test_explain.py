"""`explain`."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from rich.console import Console
from typer.testing import CliRunner

from dateline.articles import Article, Failure
from dateline.candidates import Candidate, Quote, Verdict
from dateline.explanation import Explanation, Paragraph, PassedBy
from dateline.read.parsing import parse_article
from dateline.records import ArticleInfo, EventType, Role
from dateline.stories import Filling, Part, Story, Telling, Trigger
from dateline_cli import library
from dateline_cli.main import app
from dateline_cli.markup import Piece, bracket, cut
from dateline_cli.reasons import draw_reasons

Run = Callable[..., Any]
ARTICLE = "Siren at the depot\nA [red]bomb[/red] went off \x1b[31mat noon.\nNobody shot anyone.\n"


def quote(text: str, words: str) -> Quote:
    at = text.index(words)
    return Quote(start=at, end=at + len(words), text=words)


def telling(text: str, sentence: int, words: str, **given: Any) -> Telling:
    trigger = Trigger(words=quote(text, words), rule=f"trigger:{words}", type="bombing", strength="general")
    settings: dict[str, Any] = {"reality": "told", "marks": (), "brings": (), "story": 1, "why": "begins the story"}
    return Telling(
        sentence=sentence,
        block="body",
        words=quote(text, text.split("\n")[sentence]),
        triggers=(trigger,),
        type="bombing",
        stage="accomplished",
        **(settings | given),
    )


def explain_article(article: Article) -> Explanation:
    """Explain an article that tells of a bomb; any other tells nothing."""
    text = article.text
    stories, unused = [], ()
    if "went off" in text:
        lost = Candidate(
            path="type",
            value=EventType.ARSON,
            words=(quote(text, "noon"),),
            rules=("trigger:noon",),
            sentence=1,
            score=1.0,
            verdict=Verdict.LOST,
            why="1 of 2 words, weak ones",
        )
        field = Filling(
            path="type",
            value=EventType.BOMBING,
            words=(quote(text, "went off"),),
            rules=("trigger:explode",),
            score=0.5,
            confidence=0.45,
            candidates=(lost,),
        )
        kept = Story(
            number=1,
            kept=True,
            why="probability 0.90, at least 0.40",
            id="abc123",
            role=Role.MAIN,
            probability=0.9,
            threshold=0.4,
            bias=-1.0,
            parts=(Part(feature="victims", adds=3.2),),
            fields=(field,),
            tellings=(telling(text, 1, "went off"),),
        )
        dropped = Story(
            number=2,
            kept=False,
            why="no place, no victim and no target",
            id=None,
            role=None,
            probability=None,
            threshold=0.4,
            bias=None,
            parts=(),
            fields=(),
            tellings=(telling(text, 0, "Siren"),),
        )
        stories = [kept, dropped]
        unused = (telling(text, 2, "shot", reality="denied", why="said not to have happened", story=None),)
    return Explanation(
        article=ArticleInfo(
            id=article.id,
            source=article.source,
            title=article.title,
            authors=(),
            publisher=None,
            published=None,
            published_basis=None,
            language="en",
        ),
        text=text,
        blocks=tuple(
            Paragraph(start=block.span.start, end=block.span.end, kind=block.kind.value) for block in article.blocks
        ),
        stories=tuple(stories),
        unused=unused,
        stray=(),
    )


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, dateline: Run) -> Run:
    """Run in a folder with two articles, one of which tells of something."""

    def explain_all(articles: Iterable[Article | Failure], **_: object) -> Iterator[Explanation | Failure]:
        return (item if isinstance(item, Failure) else explain_article(item) for item in articles)

    monkeypatch.setattr(library, "explain_articles", explain_all)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")
    Path("a.txt").write_text(ARTICLE, encoding="utf-8")
    Path("quiet.txt").write_text("Quiet\nA quiet day.\n", encoding="utf-8")
    Path("empty.txt").write_bytes(b"")
    return dateline


def test_the_text_comes_with_the_words_of_the_incident_in_brackets(run: Run) -> None:
    result = run("explain", "a.txt")

    assert result.exit_code == 0
    assert "A [red]bomb[/red] [1:type went off] [31mat noon." in result.stdout
    assert "\x1b" not in result.stdout


def test_a_field_tells_words_offsets_rule_confidence_and_what_lost(run: Run) -> None:
    page = run("explain", "a.txt").stdout

    at, noon = ARTICLE.index("went off"), ARTICLE.index("noon")
    assert f'"went off" {at}-{at + 8}' in page
    assert "trigger:explode" in page
    assert "confidence 45%" in page
    assert f'- arson  "noon" {noon}-{noon + 4}' in page
    assert "1 of 2 words, weak ones" in page
    assert "start -1.00, victims +3.20" in page


def test_what_was_dropped_and_what_came_to_nothing_tell_why(run: Run) -> None:
    page = run("explain", "a.txt").stdout

    assert "dropped: no place, no victim and no target" in page
    assert "denied  said not to have happened" in page
    assert "Nobody [shot] anyone." in page


def test_an_article_passed_by_tells_its_likeliest_passage() -> None:
    text = "The crowd rallied. The rain fell."
    explained = explain_article(parse_article(text, source="a.txt"))
    passed = PassedBy(likeness=0.12, least=0.25, start=0, end=18, reasons=(("family unrest", 0.3), ("all sport", -1.2)))
    console = Console(width=100)

    with console.capture() as captured:
        draw_reasons(console, replace(explained, passed_by=passed))

    assert captured.get().splitlines() == [
        "passed by: no passage looks like a report; the likeliest, 0.12 of 1, is",
        "  The crowd rallied.",
        "  family unrest +0.3, all sport -1.2; from 0.25 it would be read",
    ]


def test_one_incident_alone(run: Run) -> None:
    page = run("explain", "a.txt", "--incident", "2").stdout

    assert "dropped: no place" in page
    assert "kept" not in page
    assert "[1:type" not in page
    assert "denied" not in page


def test_an_incident_that_no_article_has_is_wrong_usage(run: Run) -> None:
    result = run("explain", "a.txt", "quiet.txt", "--incident", "3")

    assert result.exit_code == 2
    assert "no article has more than 2" in result.stderr


def test_json_is_one_object_a_line_for_each_article(run: Run) -> None:
    result = run("explain", "a.txt", "quiet.txt", "--format", "json")

    first, second = (json.loads(line) for line in result.stdout.splitlines())
    assert [story["kept"] for story in first["stories"]] == [True, False]
    assert second["article"]["source"] == "quiet.txt"
    assert second["stories"] == []


def test_json_of_one_incident(run: Run) -> None:
    (line,) = run("explain", "a.txt", "quiet.txt", "--format", "json", "--incident", "1").stdout.splitlines()

    assert [story["number"] for story in json.loads(line)["stories"]] == [1]


def test_what_cannot_be_read_is_told_and_the_others_are_explained(run: Run) -> None:
    result = run("explain", "empty.txt", "a.txt")

    assert result.exit_code == 1
    assert "1:type" in result.stdout
    assert result.stderr == "dateline: empty.txt: empty; give an article\n"


def test_standard_input_is_explained(run: Run) -> None:
    assert "[1:type went off]" in run("explain", "-", input=ARTICLE).stdout


def test_in_colour_the_words_bear_the_colours_of_a_legend(run: Run) -> None:
    page = run("explain", "a.txt", "--color", env={"TERM": "xterm-256color"}).stdout

    assert "\x1b[1;31mwent off" in page
    assert "\x1b[1;31mtype" in page
    assert "[1:type" not in page


@pytest.mark.parametrize("columns", ["30", "60", "100"])
def test_no_line_is_wider_than_the_screen(run: Run, monkeypatch: pytest.MonkeyPatch, columns: str) -> None:
    monkeypatch.setenv("COLUMNS", columns)

    assert max(len(line) for line in run("explain", "a.txt").stdout.splitlines()) <= int(columns)


def test_help_imports_neither_the_library_nor_spacy() -> None:
    code = (
        "import sys\n"
        "from dateline_cli.main import main\n"
        "sys.argv = ['dateline', 'explain', '--help']\n"
        "try:\n    main()\n"
        "except SystemExit as end:\n    assert end.code == 0\n"
        "print('|'.join(sorted({name.split('.')[0] for name in sys.modules})), file=sys.stderr)"
    )

    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(path for path in sys.path if path)},
        check=True,
    )

    assert not {"dateline", "spacy", "orjson"} & set(done.stderr.strip().split("|"))


# ---- marks ----


def test_words_of_several_fields_bear_the_first_tag() -> None:
    pieces = cut("The blast", 0, 9, [(4, 9, (1, "weapon")), (4, 9, (1, "type")), (4, 9, (1, "stage"))])

    assert pieces == (Piece("The ", ()), Piece("blast", ((1, "type"),)))


def test_words_of_two_incidents_bear_both_tags() -> None:
    (piece,) = cut("Mosul", 0, 5, [(0, 5, (1, "place")), (0, 5, (2, "place"))])

    assert bracket(piece) == "[1:place 2:place Mosul]"


def test_neighbours_of_one_tag_are_joined_over_a_space_but_not_over_a_word() -> None:
    marks = [(0, 4, (1, "people")), (5, 9, (1, "people")), (15, 19, (1, "people"))]

    pieces = cut("five dead, and four", 0, 19, marks)

    assert [bracket(piece) for piece in pieces] == ["[1:people five dead]", ", and ", "[1:people four]"]


def test_spaces_at_the_ends_of_marked_words_stay_outside_the_brackets() -> None:
    assert bracket(Piece(" two men ", ((1, "people"),))) == " [1:people two men] "


# ---- with the real extractor ----


@pytest.mark.slow
def test_a_real_article_is_explained(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "120")
    text = (
        "Grenade wounds three at a fair in Quetta\n\nA grenade exploded at a fair in Quetta on Sunday, wounding three\
 visitors, police said. The mayor denied that anyone had been killed.\n"
    )
    Path("a.txt").write_text(text, encoding="utf-8")
    arguments = ["explain", "a.txt", "--published", "2026-03-10"]

    page = CliRunner().invoke(app, arguments)
    told = json.loads(CliRunner().invoke(app, [*arguments, "--format", "json"]).stdout)
    record = json.loads(CliRunner().invoke(app, ["extract", *arguments[1:], "--format", "jsonl"]).stdout)

    assert page.exit_code == 0
    assert "kept: probability" in page.stdout
    kept = next(story for story in told["stories"] if story["kept"])
    assert kept["id"] == record["id"]
    place = next(field for field in kept["fields"] if field["path"] == "place")
    assert place["value"] == record["place"]
    assert place["confidence"] == record["confidence"]["place"]
    for field in kept["fields"]:
        evidence = record["evidence"].get(field["path"], [])
        assert [[words["start"], words["end"]] for words in field["words"]] == evidence
