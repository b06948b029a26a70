"""One incident in full: a card with every field that is known and the words in which it was read."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from rich.console import Console, Group
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from dateline_cli.messages import plain
from dateline_cli.phrases import UNKNOWN, phrase_count, phrase_date, phrase_place, phrase_toll, phrase_type, words
from dateline_cli.tables import STANCE_STYLES, name_article

if TYPE_CHECKING:
    from dateline.records import Attribution, Record, Report, Target, Victim, Weapon

Member = TypeVar("Member", "Attribution", "Report", "Target", "Victim", "Weapon")

STATUS_STYLES = {"killed": "red", "injured": "yellow", "kidnapped": "magenta", "missing": "magenta"}
QUOTE_STYLE = "italic green"
TOLLS = ("killed", "injured", "kidnapped", "missing", "arrested")


def draw_card(console: Console, record: Record, *, number: int, text: str | None) -> None:
    """Print a record.

    Args:
        console: where to.
        record: the record.
        number: its place in the file, from 1.
        text: the normalised text of its article, to quote from; None to quote the record's own `text` members.
    """
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(style="cyan", no_wrap=True)
    grid.add_column(overflow="fold")
    for label, lines in _rows(record, _Quotes(record, text)):
        grid.add_row(label, Text("\n").join(lines))
    title = Text.assemble((f" {number} ", "dim"), (phrase_type(record), "bold"), (f", {words(record.role)} ", "dim"))
    panel = Panel(
        Group(*_heading(record), Text(""), grid),
        title=title,
        title_align="left",
        subtitle=Text(f" {plain(record.id)} ", style="dim"),
        subtitle_align="right",
        border_style="dim",
        padding=(0, 1),
    )
    console.print(panel)


@dataclass(frozen=True, slots=True)
class _Quotes:
    """The words behind the fields of one record."""

    record: Record
    text: str | None

    def of(self, path: str, *, instead: str | None = None) -> tuple[str, ...]:
        """Return the words at the evidence of a field, else `instead`, the words that the record itself holds."""
        spans = self.record.evidence.get(path, ())
        if self.text is not None and spans:
            # A word may serve twice as evidence; it is read once.
            return tuple(dict.fromkeys(plain(self.text[start:end]) for start, end in spans))
        return () if instead is None else (plain(instead),)


def _heading(record: Record) -> Iterator[Text]:
    article = record.article
    yield Text(name_article(article), style="bold")
    origin = [article.source] if article.title else []
    origin += [article.publisher] if article.publisher else []
    if article.published is not None:
        basis = f" ({words(article.published_basis)})" if article.published_basis else ""
        origin.append(f"published {article.published.isoformat()}{basis}")
    if origin:
        yield Text(plain(", ".join(origin)), style="dim")


def _rows(record: Record, quotes: _Quotes) -> Iterator[tuple[str, Sequence[Text]]]:
    """Yield label and lines of each field that is known, in a reader's order."""
    if quotes.of("type"):
        yield "what", (_line(phrase_type(record), quotes=quotes.of("type")),)
    if record.date is not None:
        note = f"{words(record.date.precision)}, {words(record.date.basis)}"
        yield "when", (_line(phrase_date(record.date), note, quotes.of("date", instead=record.date.text)),)
    if record.place is not None:
        yield "where", (_place_line(record, quotes),)
    if phrase_toll(record) != UNKNOWN:
        yield "toll", tuple(_toll_lines(record, quotes))
    members = (
        ("who", _lines(_attribution_line, "attributions", record.attributions, quotes)),
        ("whom", _lines(_victim_line, "victims", record.victims, quotes)),
        ("targets", _lines(_target_line, "targets", record.targets, quotes)),
        ("weapons", _lines(_weapon_line, "weapons", record.weapons, quotes)),
        ("reports", _lines(_report_line, "reports", record.reports, quotes)),
    )
    yield from ((label, lines) for label, lines in members if lines)
    if record.confidence:
        # "overall" is what most readers look for.
        ranked = sorted(record.confidence.items(), key=lambda item: item[0] != "overall")
        yield "confidence", (Text(plain(", ".join(f"{name} {share:.0%}" for name, share in ranked)), style="dim"),)


def _lines(
    make: Callable[[Member, tuple[str, ...]], Text], name: str, members: Sequence[Member], quotes: _Quotes
) -> Sequence[Text]:
    return [make(member, quotes.of(f"{name}[{at}]", instead=member.text)) for at, member in enumerate(members)]


def _place_line(record: Record, quotes: _Quotes) -> Text:
    place = record.place
    assert place is not None
    notes = [words(place.precision)] if place.precision else []
    if place.latitude is not None and place.longitude is not None:
        notes.append(f"{place.latitude:.2f} {place.longitude:.2f}")
    return _line(phrase_place(place), ", ".join(notes), quotes.of("place", instead=place.text))


def _toll_lines(record: Record, quotes: _Quotes) -> Iterator[Text]:
    for status in TOLLS:
        count = getattr(record.casualties, status)
        if count is not None:
            quoted = quotes.of(f"casualties.{status}")
            yield _line(f"{phrase_count(count)} {status}", quotes=quoted, style=STATUS_STYLES.get(status, ""))


def _attribution_line(item: Attribution, quoted: tuple[str, ...]) -> Text:
    by = f" by {item.by}" if item.by else ""
    notes = [f"{item.stance}{by}", words(item.kind), *([item.country] if item.country else [])]
    # The name itself, printed again, tells nothing.
    others = tuple(quote for quote in quoted if quote.casefold() != plain(item.actor).casefold())
    return _line(item.actor, ", ".join(notes), others, style=STANCE_STYLES.get(item.stance, ""))


def _victim_line(item: Victim, quoted: tuple[str, ...]) -> Text:
    count = f"{phrase_count(item.count)} " if item.count is not None else ""
    notes = [words(item.category), *(note for note in (item.name, item.nationality) if note)]
    return _line(f"{count}{item.status}", ", ".join(notes), quoted, style=STATUS_STYLES.get(item.status, ""))


def _target_line(item: Target, quoted: tuple[str, ...]) -> Text:
    return _line(words(item.category), ", ".join(note for note in (item.effect, item.country) if note), quoted)


def _weapon_line(item: Weapon, quoted: tuple[str, ...]) -> Text:
    return _line(words(item.category), phrase_count(item.count) if item.count is not None else "", quoted)


def _report_line(item: Report, quoted: tuple[str, ...]) -> Text:
    return _line(f"{phrase_count(item.count)} {item.status}", f"by {item.by}" if item.by else "", quoted)


def _line(value: str, note: str = "", quotes: tuple[str, ...] = (), *, style: str = "") -> Text:
    """Return a value, a dim note to it, and quotations, on one line that folds."""
    line = Text(plain(value), style="")
    line.stylize(style)
    if note:
        line.append(f"  {plain(note)}", style="dim")
    for quote in quotes:
        line.append("  ")
        line.append(f'"{quote}"', style=QUOTE_STYLE)
    return line
