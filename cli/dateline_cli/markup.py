"""An article's text with the words marked that its incidents were read in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from rich.console import Console
from rich.text import Text

from dateline_cli.messages import printable

if TYPE_CHECKING:
    from dateline.explanation import Explanation
    from dateline.stories import Story

# Tag in the text, by field of the record.
TAGS = {
    "type": "type",
    "stage": "stage",
    "date": "date",
    "place": "place",
    "weapons": "weapon",
    "attributions": "who",
    "targets": "target",
    "victims": "people",
    "casualties": "people",
    "reports": "people",
}
# Words that serve several fields of an incident bear the first of these tags.
STYLES = {
    "type": "bold red",
    "date": "cyan",
    "place": "green",
    "people": "yellow",
    "who": "magenta",
    "target": "blue",
    "weapon": "bright_red",
    "stage": "bold",
}
BLOCK_STYLES = {"title": "bold", "byline": "dim", "caption": "italic", "furniture": "dim"}
Label = tuple[int, str]  # number of the story, tag


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text all of whose words bear the same labels."""

    text: str
    labels: tuple[Label, ...]  # one for each story, in order


def draw_text(console: Console, explanation: Explanation) -> None:
    """Print the article, paragraph by paragraph.

    In colour the words bear the colours of a legend, elsewhere they stand in brackets: "[1:type exploded]".
    """
    colored = has_color(console)
    marks = find_marks(shown_stories(explanation))
    several = len({number for _, _, (number, _) in marks}) > 1
    for number, block in enumerate(explanation.blocks):
        line = Text(style=BLOCK_STYLES.get(block.kind, ""))
        for piece in cut(explanation.text, block.start, block.end, marks):
            line.append_text(_color(piece, several=several) if colored else Text(bracket(piece)))
        console.print(*([Text("")] if number else []), line, sep="\n")
    if colored and marks:
        used = {tag for _, _, (_, tag) in marks}
        legend = [Text(tag, style=style) for tag, style in STYLES.items() if tag in used]
        console.print(Text(""), Text("  ").join(legend), sep="\n")


def has_color(console: Console) -> bool:
    """Whether colours will be seen."""
    return console.color_system is not None and not console.no_color


def shown_stories(explanation: Explanation) -> tuple[Story, ...]:
    """Return the stories to mark in the text: the incidents, or what there is where there is none."""
    return tuple(story for story in explanation.stories if story.kept) or explanation.stories


def find_marks(stories: Sequence[Story]) -> tuple[tuple[int, int, Label], ...]:
    """Return start, end and label of all evidence."""
    return tuple(
        (words.start, words.end, (story.number, TAGS[field.path.partition("[")[0].partition(".")[0]]))
        for story in stories
        for field in story.fields
        if field.value is not None
        for words in field.words
    )


def cut(text: str, start: int, end: int, marks: Sequence[tuple[int, int, Label]]) -> tuple[Piece, ...]:
    """Return the pieces of `text[start:end]`, in order; neighbours of the same labels are one."""
    inside = [
        (max(start, first), min(end, last), label) for first, last, label in marks if first < end and start < last
    ]
    edges = sorted({start, end, *(first for first, _, _ in inside), *(last for _, last, _ in inside)})
    pieces: list[Piece] = []
    for left, right in pairwise(edges):
        labels = {label for first, last, label in inside if first <= left and right <= last}
        pieces.append(Piece(printable(text[left:right]), _choose(labels)))
        while (joined := _join(pieces)) is not None:
            pieces = joined
    return tuple(pieces)


def _choose(labels: Iterable[Label]) -> tuple[Label, ...]:
    """Return the first tag of each story, by story."""
    ranks = {tag: rank for rank, tag in enumerate(STYLES)}
    first: dict[int, str] = {}
    for number, tag in sorted(labels, key=lambda label: (label[0], ranks[label[1]])):
        first.setdefault(number, tag)
    return tuple(first.items())


def _join(pieces: Sequence[Piece]) -> list[Piece] | None:
    """Join the last pieces where their labels are the same and no word stands between; None where they are not."""
    *others, last = pieces
    if others and others[-1].labels == last.labels:
        return [*others[:-1], Piece(others[-1].text + last.text, last.labels)]
    if len(others) > 1 and others[-1].text.isspace() and last.labels and others[-2].labels == last.labels:
        return [*others[:-2], Piece(others[-2].text + others[-1].text + last.text, last.labels)]
    return None


def bracket(piece: Piece) -> str:
    """Return "[1:type exploded]", "[1:place 2:place Mosul]"; the text as it is where nothing is marked."""
    if not piece.labels or piece.text.isspace():
        return piece.text
    words = piece.text.strip()
    before, _, after = piece.text.partition(words)
    tags = " ".join(f"{number}:{tag}" for number, tag in piece.labels)
    return f"{before}[{tags} {words}]{after}"


def _color(piece: Piece, *, several: bool) -> Text:
    if not piece.labels:
        return Text(piece.text)
    line = Text(piece.text, style=STYLES[piece.labels[0][1]])
    if several:
        line.append(f"[{','.join(str(number) for number, _ in piece.labels)}]", style="not bold dim")
    return line
