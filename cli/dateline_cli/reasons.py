"""Why an article gave the incidents that it gave: fields and what lost against them, and what came to nothing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from rich.console import Console
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from dateline.records import Attribution, Count, Place, Report, Target, Victim, Weapon, When
from dateline_cli.cards import QUOTE_STYLE
from dateline_cli.messages import plain, pluralise
from dateline_cli.phrases import UNKNOWN, phrase_count, phrase_date, phrase_place, words

if TYPE_CHECKING:
    from dateline.candidates import Candidate, Quote, Value
    from dateline.explanation import Explanation, PassedBy
    from dateline.stories import Filling, Story, Telling, Trigger

MARKS = {"chosen": ("*", "green"), "agrees": ("=", "green"), "merged": ("+", "cyan"), "lost": ("-", "red")}
KEY = "* chosen   = says the same   + told again   - lost"
VOTED = ("type", "stage")  # fields whose readings are counted
LINKED = ("date", "place")  # fields whose readings are weighed
MOST_PARTS = 8  # of a model, told
MOST_QUOTES = 6  # of one field or reading, told
MOST_NAMESAKES = 3
SHORT = 60  # letters of a quotation
SENTENCE = 150  # letters of a sentence
Line = tuple[Text, Text]  # mark, text


def draw_heading(console: Console, explanation: Explanation) -> None:
    """Print where the article comes from and what became of it."""
    article = explanation.article
    basis = f" ({words(article.published_basis)})" if article.published_basis else ""
    published = f"published {article.published.isoformat()}{basis}" if article.published else "no publication date"
    kept = sum(story.kept for story in explanation.stories)
    parts = [article.source, published, pluralise(kept, "incident")]
    if len(explanation.stories) > kept:
        parts.append(f"{len(explanation.stories) - kept} dropped")
    console.print(Rule(characters="=", style="dim"), Text(plain(", ".join(parts)), style="bold"), sep="\n")


def draw_reasons(console: Console, explanation: Explanation) -> None:
    """Print each story with its fields, then the sentences that came to nothing; or why the article was passed by."""
    if explanation.passed_by is not None:
        _draw_passed_by(console, explanation.passed_by, explanation.text)
    for story in explanation.stories:
        _draw_story(console, story)
    if explanation.unused or explanation.stray:
        _draw_unused(console, explanation.unused, explanation.stray)
    if explanation.stories:
        console.print(Text(""), Text(KEY, style="dim"), sep="\n")


def _draw_passed_by(console: Console, passed: PassedBy, text: str) -> None:
    if passed.start is None or passed.end is None:
        console.print(Text("passed by: it has no word for an act"))
        return
    console.print(Text(f"passed by: no passage looks like a report; the likeliest, {passed.likeness:.2f} of 1, is"))
    console.print(Text(f"  {plain(' '.join(text[passed.start : passed.end].split()))}"))
    sides = ", ".join(f"{plain(name)} {added:+.1f}" for name, added in passed.reasons[:MOST_PARTS])
    console.print(Text(f"  {sides}; from {passed.least:.2f} it would be read", style="dim"))


def _draw_story(console: Console, story: Story) -> None:
    kind = next((phrase_value(field.value) for field in story.fields if field.path == "type"), "no incident")
    title = Text.assemble(
        (f"{story.number}  ", "bold"),
        (plain(kind), "bold"),
        (f", {story.role}" if story.role else "", "dim"),
        ("  kept" if story.kept else "  dropped", "bold green" if story.kept else "bold red"),
        (f": {story.why}", ""),
        (f"  {plain(story.id)}" if story.id else "", "dim"),
    )
    _draw_title(console, title)
    grid = Table.grid(padding=(0, 1, 0, 0))
    grid.add_column(style="cyan", no_wrap=True)
    grid.add_column(no_wrap=True)
    grid.add_column(overflow="fold")
    for field in story.fields:
        for at, (mark, line) in enumerate(_field_lines(field)):
            grid.add_row(_name(field.path) if at == 0 else "", mark, line)
    if story.parts:
        grid.add_row("judged", "", _judgement(story))
    for at, telling in enumerate(story.tellings):
        grid.add_row("told in" if at == 0 else "", "", _telling_line(telling))
    console.print(grid)


def _name(path: str) -> str:
    """Return "victims 1" for "victims[0]", for people count from one."""
    name, bracket, rest = path.partition("[")
    return f"{name} {int(rest.removesuffix(']')) + 1}" if bracket else name.removeprefix("casualties.")


# ---- fields ----


def _field_lines(field: Filling) -> Iterator[Line]:
    """Yield the value with its words, then the readings that say more than these."""
    yield Text(""), _value_line(field)
    groups: dict[tuple[str, ...], list[Candidate]] = defaultdict(list)
    for candidate in field.candidates:
        if candidate.verdict != "chosen" or _says_more(field):
            groups[candidate.verdict, *_describe_candidate(candidate)].append(candidate)
    for alike in groups.values():
        mark, style = MARKS[alike[0].verdict]
        yield Text(mark, style=style), _candidate_line(alike)


def _value_line(field: Filling) -> Text:
    if field.value is None:
        return Text(UNKNOWN, style="dim")
    line = Text(plain(phrase_value(field.value)), style="")
    line.stylize("bold")
    _append_note(line, _describe_value(field.value))
    line.append_text(_quotes(field.words))
    numbers = [f"score {field.score:.2f}"] if field.score is not None else []
    if field.path in VOTED:
        numbers += [candidate.why for candidate in field.candidates if candidate.verdict == "chosen"]
    numbers += [f"confidence {field.confidence:.0%}"] if field.confidence is not None else []
    _append_note(line, "; ".join(part for part in (", ".join(numbers), ", ".join(field.rules)) if part))
    return line


def _says_more(field: Filling) -> bool:
    """Whether the chosen readings are worth lines of their own: where links were weighed, or figures."""
    rivals = any(candidate.verdict == "lost" for candidate in field.candidates)
    return field.path in LINKED or (rivals and field.path not in VOTED)


def _describe_candidate(candidate: Candidate) -> tuple[str, ...]:
    """Return value, note, other places of the name and reason, in words."""
    notes = []
    if candidate.score is not None and candidate.path not in VOTED:
        notes.append(f"link {candidate.score:.2f}")
    if candidate.certainty is not None:
        notes.append(f"place {candidate.certainty:.2f}")
    note = "; ".join(part for part in (", ".join(notes), ", ".join(candidate.rules)) if part)
    namesakes = f"or {' | '.join(candidate.namesakes[:MOST_NAMESAKES])}" if candidate.namesakes else ""
    return phrase_value(candidate.value) if candidate.value is not None else "?", note, namesakes, candidate.why


def _candidate_line(alike: Sequence[Candidate]) -> Text:
    """Return one line for readings that differ in their words alone."""
    value, note, namesakes, why = _describe_candidate(alike[0])
    line = Text(plain(value))
    line.append_text(_quotes([words for candidate in alike for words in candidate.words]))
    _append_note(line, note)
    _append_note(line, namesakes)
    if why:
        line.append(f"  {plain(why)}", style="yellow" if alike[0].verdict == "lost" else "")
    return line


def phrase_value(value: Value | None) -> str:
    """Return any field's value in words."""
    match value:
        case None:
            return UNKNOWN
        case When():
            return phrase_date(value)
        case Place():
            return phrase_place(value)
        case Count():
            return phrase_count(value)
        case Weapon():
            return f"{phrase_count(value.count)} {words(value.category)}" if value.count else words(value.category)
        case Attribution():
            return f"{value.actor} {value.stance}" + (f" by {value.by}" if value.by else "")
        case Target():
            return words(value.category)
        case Victim():
            count = f"{phrase_count(value.count)} " if value.count else ""
            return f"{count}{words(value.category)} {value.status}"
        case Report():
            return f"{phrase_count(value.count)} {value.status}" + (f" by {value.by}" if value.by else "")
        case _:
            return words(str(value))


def _describe_value(value: Value) -> str:
    match value:
        case When():
            notes = [words(value.precision), words(value.basis)]
        case Place():
            point = (
                f"{value.latitude:.2f} {value.longitude:.2f}" if None not in (value.latitude, value.longitude) else ""
            )
            notes = [words(value.precision) if value.precision else "", point]
        case Attribution():
            notes = [words(value.kind), value.country or ""]
        case Target():
            notes = [value.effect or "", value.country or ""]
        case Victim():
            notes = [value.name or "", value.nationality or ""]
        case _:
            notes = []
    return ", ".join(note for note in notes if note)


# ---- judgement and tellings ----


def _judgement(story: Story) -> Text:
    told = story.parts[:MOST_PARTS]
    rest = sum(part.adds for part in story.parts[MOST_PARTS:])
    line = Text(f"{story.probability:.2f}" if story.probability is not None else UNKNOWN, style="bold")
    line.append(" from log odds: ")
    line.append(f"start {story.bias or 0.0:+.2f}", style="dim")
    for part in told:
        line.append(f", {plain(part.feature)} ")
        line.append(f"{part.adds:+.2f}", style="green" if part.adds > 0 else "red")
    if len(story.parts) > MOST_PARTS:
        line.append(f", {len(story.parts) - MOST_PARTS} more {rest:+.2f}", style="dim")
    return line


def _telling_line(telling: Telling) -> Text:
    block = f" ({telling.block})" if telling.block != "body" else ""
    line = Text(f"sentence {telling.sentence}{block}: {words(telling.type)}")
    stage = [telling.stage] if telling.stage != "accomplished" else []
    # "Told" is what is expected, and need not be read on each line.
    reality = [telling.reality] if telling.reality != "told" else []
    _append_note(line, ", ".join((*reality, *stage, *telling.marks)))
    for trigger in telling.triggers:
        line.append_text(_trigger_words(trigger))
    if telling.brings:
        _append_note(line, f"brings {', '.join(telling.brings)}")
    return line


def _trigger_words(trigger: Trigger) -> Text:
    line = _quotes((trigger.words,))
    strength = f", {trigger.strength}" if trigger.strength != "specific" else ""
    line.append(f" {plain(trigger.rule)}{strength}", style="dim")
    return line


def _draw_unused(console: Console, tellings: Sequence[Telling], stray: Sequence[Trigger]) -> None:
    _draw_title(console, Text("Told, but of no incident", style="bold"))
    grid = Table.grid(padding=(0, 1, 0, 0))
    grid.add_column(style="cyan", no_wrap=True)
    grid.add_column(overflow="fold")
    for telling in tellings:
        line = Text.assemble((telling.reality, "bold"), (f"  {telling.why}", "yellow"))
        if telling.brings:
            _append_note(line, f"brings {', '.join(telling.brings)}")
        grid.add_row(f"sentence {telling.sentence}", line)
        grid.add_row("", _mark_triggers(telling))
    if stray:
        line = Text("read as no act:", style="yellow")
        for trigger in stray:
            line.append_text(_trigger_words(trigger))
        grid.add_row("words", line)
    console.print(grid)


def _mark_triggers(telling: Telling) -> Text:
    """Return the sentence, its words for the act in brackets, cut short around them."""
    text, start = telling.words.text, telling.words.start
    first = telling.triggers[0].words.start - start
    begin = max(0, min(first - SENTENCE // 2, len(text) - SENTENCE))
    line = Text("..." if begin else "", style=QUOTE_STYLE)
    at, end = begin, min(len(text), begin + SENTENCE)
    for trigger in telling.triggers:
        left, right = trigger.words.start - start, trigger.words.end - start
        if left < at or right > end:
            continue
        line.append(_flat(text[at:left]))
        line.append(f"[{plain(text[left:right])}]", style="bold red")
        at = right
    line.append(_flat(text[at:end]))
    line.append("..." if end < len(text) else "")
    return line


# ---- pieces ----


def _draw_title(console: Console, title: Text) -> None:
    # Beside the rule rather than in it, a long title is folded and not cut.
    console.print(Text(""), Rule(characters="-", style="dim"), title, sep="\n")


def _flat(text: str) -> str:
    """Return text on one line like `plain`, with the spaces at its ends, one each."""
    before, after = " " * text[:1].isspace(), " " * text[-1:].isspace()
    return f"{before}{plain(text)}{after}" if text.strip() else before


def _quotes(quotes: Sequence[Quote]) -> Text:
    line = Text()
    for one in quotes[:MOST_QUOTES]:
        said = plain(one.text)
        said = f"{said[:SHORT]}..." if len(said) > SHORT + 3 else said
        line.append("  ")
        line.append(f'"{said}"', style=QUOTE_STYLE)
        line.append(f" {one.start}-{one.end}", style="dim")
    if len(quotes) > MOST_QUOTES:
        line.append(f"  and {len(quotes) - MOST_QUOTES} more", style="dim")
    return line


def _append_note(line: Text, note: str) -> None:
    if note:
        line.append(f"  {plain(note)}", style="dim")
