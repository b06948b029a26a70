"""One progress bar on stderr, and the lines that must not tear it."""

from __future__ import annotations

import sys
from types import TracebackType
from typing import TYPE_CHECKING

from dateline_cli.messages import complain, plain

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID


class Monitor:
    """Shows how far the work is; a context manager."""

    def __init__(self, *, shown: bool, total: int | None, done: int = 0, color: bool | None) -> None:
        """Prepare a bar; with `shown` False only `say` does anything.

        Args:
            shown: whether to draw a bar.
            total: articles in all; None when that is not known beforehand.
            done: how many of them were done before.
            color: as for `screen.make_console`.
        """
        self._shown = shown
        self._total = total
        self._done = done
        self._color = color
        self._bar: Progress | None = None
        self._task: TaskID | None = None

    def __enter__(self) -> Monitor:
        """Draw the bar."""
        if self._shown:
            self._bar = _make_bar(color=self._color, with_total=self._total is not None)
            self._task = self._bar.add_task("articles", total=self._total, completed=self._done, rate="")
            self._bar.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Wipe the bar."""
        self.close()

    def close(self) -> None:
        """Wipe the bar, once and for all."""
        if self._bar is not None:
            self._bar.stop()
            self._bar = None

    def advance(self) -> None:
        """Count one article."""
        if self._bar is not None and self._task is not None:
            self._bar.advance(self._task)
            speed = self._bar.tasks[0].speed
            self._bar.update(self._task, rate=f"{speed:.1f}/s" if speed else "")

    def say(self, line: str) -> None:
        """Write one line on stderr, above the bar."""
        if self._bar is None:
            complain(line)
        else:
            self._bar.console.out(f"dateline: {plain(line)}", highlight=False)


def _make_bar(*, color: bool | None, with_total: bool) -> Progress:
    from rich.progress import (  # noqa: PLC0415
        BarColumn,
        MofNCompleteColumn,
        Progress,
        SpinnerColumn,
        TextColumn,
        TimeElapsedColumn,
        TimeRemainingColumn,
    )

    from dateline_cli.screen import make_console  # noqa: PLC0415

    count = MofNCompleteColumn() if with_total else TextColumn("{task.completed}")
    return Progress(
        SpinnerColumn(),
        *([BarColumn(bar_width=30)] if with_total else []),
        count,
        TextColumn("articles"),
        TextColumn("{task.fields[rate]}"),
        TimeRemainingColumn() if with_total else TimeElapsedColumn(),
        console=make_console(sys.stderr, color=color),
        transient=True,
    )
