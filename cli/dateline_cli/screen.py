"""Rich consoles that obey the user's wish for colour and never fail on a letter."""

from __future__ import annotations

import io
import sys
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from rich.console import Console


def make_console(stream: TextIO, *, color: bool | None) -> Console:
    """Return a console on `stream`.

    Args:
        stream: stdout, stderr or a text file.
        color: True forces colour, False forbids it; None leaves it to NO_COLOR, FORCE_COLOR and the terminal.
    """
    from rich.console import Console  # noqa: PLC0415

    # A terminal in another encoding shows "?" rather than ending the program.
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(errors="replace")
    return Console(
        file=stream,
        force_terminal=True if color else None,
        no_color=None if color is None else not color,
        markup=False,
        highlight=False,
        emoji=False,
    )


def is_terminal(stream: TextIO | None) -> bool:
    """Whether a person reads, or types at, this stream."""
    return stream is not None and not stream.closed and stream.isatty()


def stdout_is_terminal() -> bool:
    """Whether what is written to stdout goes straight to a screen."""
    return is_terminal(sys.stdout)
