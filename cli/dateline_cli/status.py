"""Exit statuses, and the one place that turns an error into one."""

from __future__ import annotations

import functools
import os
import signal
from collections.abc import Callable
from enum import IntEnum
from typing import NoReturn, ParamSpec

import typer

from dateline_cli.messages import complain

Parameters = ParamSpec("Parameters")


class ExitStatus(IntEnum):
    """What the shell sees."""

    OK = 0
    SOME_FAILED = 1  # articles or records that could not be read; the others are written
    USAGE = 2
    CONFIGURATION = 3
    OUTPUT = 4
    INTERRUPTED = 130


EPILOGUE = (
    "Exit status: 0 all was read and written; 1 some articles or records failed, one line each on stderr, the others "
    "are written; 2 wrong usage; 3 unusable language model, lexicon or places; 4 the output could not be written; "
    "130 interrupted; 141 the reader of the pipe went away."
)


def raise_at_closed_pipes() -> None:
    """Let a pipe whose reader went away raise `BrokenPipeError`, for a program that must end other processes first."""
    if hasattr(signal, "SIGPIPE"):
        signal.signal(signal.SIGPIPE, signal.SIG_IGN)


def end_at_closed_pipe() -> NoReturn:
    """End as the signal for a closed pipe does it: at once, silently, with what shells call status 141."""
    if hasattr(signal, "SIGPIPE"):
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
        signal.raise_signal(signal.SIGPIPE)
    os._exit(ExitStatus.OUTPUT)


class OutputError(Exception):
    """The output cannot be written; the message names the file and the fault."""


def with_exit_status(command: Callable[Parameters, None]) -> Callable[Parameters, None]:
    """Make a command end with a line on stderr and an exit status where it would raise one of our errors."""

    @functools.wraps(command)
    def run(*args: Parameters.args, **kwargs: Parameters.kwargs) -> None:
        # Here, for `--help` must not import the library.
        from dateline.errors import ConfigurationError, DatelineError  # noqa: PLC0415

        try:
            command(*args, **kwargs)
        except KeyboardInterrupt:
            complain("interrupted")
            raise typer.Exit(ExitStatus.INTERRUPTED) from None
        except BrokenPipeError:
            end_at_closed_pipe()
        except OutputError as error:
            complain(str(error))
            raise typer.Exit(ExitStatus.OUTPUT) from None
        except ConfigurationError as error:
            complain(str(error))
            raise typer.Exit(ExitStatus.CONFIGURATION) from None
        except DatelineError as error:
            complain(str(error))
            raise typer.Exit(ExitStatus.SOME_FAILED) from None

    return run
