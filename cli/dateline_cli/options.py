"""Options that several commands share, and the checks behind them."""

from __future__ import annotations

import contextlib
import math
import os
import stat
import sys
from collections.abc import Iterable, Sequence
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from dateline.batch import Shard

READING = "What is read"
KEEPING = "What is kept"
WRITING = "Where it goes"
KNOWLEDGE = "What it knows"
RUNNING = "How it runs"

OLDEST_NEWS, LATEST_NEWS = 1600, 2100  # years; there are newspapers since 1605
MOST_CHARS = 1_000_000_000  # of an article that can be asked for; more would not fit in memory with what is found in it


class Engine(StrEnum):
    """As `dateline.batch.Engine`, which need not be loaded for `--help`."""

    LOCAL = "local"
    RAY = "ray"


ColorOption = Annotated[
    bool | None,
    typer.Option(
        "--color/--no-color",
        help="Force or forbid colour; else NO_COLOR, FORCE_COLOR and the terminal decide.",
        show_default=False,
    ),
]
EncodingOption = Annotated[
    str | None,
    typer.Option(
        metavar="NAME",
        help="Encoding of the files; default: found out.",
        show_default=False,
        rich_help_panel=READING,
    ),
]
MaxCharsOption = Annotated[
    int | None,
    typer.Option(
        min=1,
        max=MOST_CHARS,
        metavar="N",
        help="Refuse articles of over N characters.",
        show_default=False,
        rich_help_panel=READING,
    ),
]
ModelOption = Annotated[
    str | None,
    typer.Option(metavar="NAME_OR_PATH", help="Another spaCy pipeline.", show_default=False, rich_help_panel=KNOWLEDGE),
]
LexiconOption = Annotated[
    Path | None,
    typer.Option(
        metavar="OVERLAY.toml",
        help="More words and names of your own.",
        show_default=False,
        rich_help_panel=KNOWLEDGE,
    ),
]
PlacesOption = Annotated[
    Path | None,
    typer.Option(metavar="FILE.tsv", help="More places of your own.", show_default=False, rich_help_panel=KNOWLEDGE),
]
PublishedOption = Annotated[
    str | None,
    typer.Option(
        metavar="YYYY-MM-DD",
        help='Publication date of the articles, over what they say; "on Tuesday" is worked out from it.',
        show_default=False,
        rich_help_panel=READING,
    ),
]
SourcesArgument = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="PATHS",
        help='Articles: files, folders, globs, addresses (s3://, gs://, hdfs://), or "-" for stdin (the default in a '
        "pipe).",
        show_default=False,
    ),
]


def parse_published(text: str | None) -> date | None:
    """Return the day, or end with a usage error."""
    if text is None:
        return None
    try:
        day = date.fromisoformat(text)
    except ValueError:
        raise typer.BadParameter(f"{text!r} is no date; write it as 2026-11-30", param_hint="'--published'") from None
    # Days are counted back and forth from it, and the calendar ends at the years 1 and 9999.
    if not OLDEST_NEWS <= day.year <= LATEST_NEWS:
        raise typer.BadParameter(
            f"{text!r}; give a day of the years {OLDEST_NEWS} to {LATEST_NEWS}", param_hint="'--published'"
        )
    return day


def check_encoding(name: str | None) -> str | None:
    """Return the name of an encoding that Python knows, or end with a usage error."""
    if name is None:
        return None
    try:
        # Decoded, for Python knows codecs too that are none of text, such as "hex"; one byte need not be a text.
        with contextlib.suppress(UnicodeError):
            b" ".decode(name)
    except LookupError:
        raise typer.BadParameter(
            f"{name!r} is no known encoding; try utf-8, cp1252, iso-8859-1", param_hint="'--encoding'"
        ) from None
    return name


def parse_roles(given: Sequence[str] | None) -> frozenset[str] | None:
    """Return the roles of a list, or of several, None for all; end with a usage error on an unknown one."""
    from dateline.records import Role  # noqa: PLC0415

    if not given:
        return None
    asked = [name.strip().lower() for text in given for name in text.split(",") if name.strip()]
    known = [str(role) for role in Role]
    if not asked:
        raise typer.BadParameter(f"names none; give some of {', '.join(known)}", param_hint="'--roles'")
    for name in asked:
        if name not in known:
            raise typer.BadParameter(f"{name!r} is none of {', '.join(known)}", param_hint="'--roles'")
    return frozenset(asked)


def parse_shard(text: str | None) -> Shard | None:
    """Return the part of the run that is asked for, None for all of it; end with a usage error."""
    from dateline.batch import Shard  # noqa: PLC0415

    if text is None:
        return None
    number, _, count = text.partition("/")
    if (
        not (number.isascii() and number.isdigit() and count.isascii() and count.isdigit())
        or max(map(len, (number, count))) > 9
    ):
        raise typer.BadParameter(
            f"{text!r} is no part of a run; write the second of ten as 2/10", param_hint="'--shard'"
        )
    if not 1 <= int(number) <= int(count):
        raise typer.BadParameter(f"{text!r}; parts are counted from 1, up to 1/1, 2/2, 3/3 ...", param_hint="'--shard'")
    return Shard(int(number), int(count))


def check_timeout(seconds: float | None) -> float | None:
    """Return the time limit, or end with a usage error."""
    if seconds is not None and not (math.isfinite(seconds) and seconds > 0):
        raise typer.BadParameter(f"{seconds:g}; give seconds, more than 0", param_hint="'--timeout'")
    return seconds


def find_cluster(engine: Engine, address: str | None) -> str | None:
    """Return the address of the Ray cluster, None for a Ray of this run's own; end with a usage error."""
    if engine is not Engine.RAY:
        if address is not None:
            raise typer.BadParameter("goes with --engine ray only", param_hint="'--ray-address'")
        return None
    # As all programs that use Ray do; a cluster sets it for the jobs that are handed in.
    return address or os.environ.get("RAY_ADDRESS") or None


def count_workers(asked: int | None, engine: Engine) -> int:
    """Return the number of workers: for 0 one for each core that this program may use; the cluster counts its own."""
    if engine is Engine.RAY:
        return asked or 0
    if asked is None:
        return 1
    if asked:
        return asked
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def gather_sources(paths: Sequence[str] | None, files_from: Path | None, *, null: bool = False) -> list[str]:
    """Return the sources asked for: the arguments, then those listed in a file, else stdin if it is no terminal."""
    sources = list(paths or ())
    if files_from is not None:
        if str(files_from) == "-" and "-" in sources:
            raise typer.BadParameter("stdin cannot be both the list and an article", param_hint="'--files-from'")
        return sources + read_list(files_from, null=null)
    refuse_stdin_twice(sources)
    if sources:
        return sources
    if sys.stdin is None or sys.stdin.isatty():
        raise typer.BadParameter(
            'give a file, a folder or a glob, or pipe an article in ("-" reads what you type, up to Ctrl-D)',
            param_hint="PATHS",
        )
    return ["-"]


def refuse_stdin_twice(paths: Sequence[str]) -> None:
    """End with a usage error where standard input is named more than once: the second time it is empty."""
    if paths.count("-") > 1:
        raise typer.BadParameter("standard input can be read once", param_hint="'-'")


def refuse_overwriting(output: str | None, errors: Path | None, inputs: Iterable[str]) -> None:
    """End with a usage error where a file to be written is one to be read, or two to be written are one.

    Args:
        output: the file of the records; None for stdout.
        errors: the file of the failures, if one is asked for.
        inputs: paths that are named, of articles and lists; what stands in a folder is not looked for.
    """
    written = {"'--output'": output, "'--errors'": None if errors is None else str(errors)}
    if output is not None and errors is not None:
        mine = os.path.realpath(output)
        if os.path.realpath(errors) in (mine, f"{mine}.partial", f"{mine}.journal"):
            raise typer.BadParameter("cannot be the same file as --output", param_hint="'--errors'")
    known = {place: hint for hint, path in written.items() if path and (place := _find_place(path)) is not None}
    for path in inputs if known else ():
        if (place := _find_place(path)) in known:
            raise typer.BadParameter(f"{path} is to be read; choose another file", param_hint=known[place])


def _find_place(path: str) -> tuple[int, int] | None:
    """Return what tells a plain file from all others, whatever it is called; None where there is none."""
    try:
        status = os.stat(path)  # noqa: PTH116
    except (OSError, ValueError):
        return None
    return (status.st_dev, status.st_ino) if stat.S_ISREG(status.st_mode) else None


def read_list(path: Path, *, null: bool) -> list[str]:
    """Return the entries of a list of files, one a line or NUL-separated; empty ones are left out."""
    try:
        data = sys.stdin.buffer.read() if str(path) == "-" else path.read_bytes()
    except OSError as fault:
        raise typer.BadParameter(f"{path}: {fault.strerror or fault}", param_hint="'--files-from'") from None
    entries = data.split(b"\0") if null else [line.removesuffix(b"\r") for line in data.split(b"\n")]
    return [os.fsdecode(entry) for entry in entries if entry]
