"""The command `dateline`: its subcommands and its entry point."""

from __future__ import annotations

import signal
import sys
from typing import Annotated

import typer

from dateline_cli.explain import explain
from dateline_cli.extract import extract
from dateline_cli.link import link
from dateline_cli.messages import complain
from dateline_cli.muc4 import muc4
from dateline_cli.schema import schema
from dateline_cli.show import show
from dateline_cli.status import EPILOGUE, ExitStatus, OutputError
from dateline_cli.streams import ignore_hopeless_width, prepare_streams
from dateline_cli.text import text
from dateline_cli.validate import validate

app = typer.Typer(
    name="dateline",
    help="News articles in, one normalised record for each incident out.",
    epilog=EPILOGUE,
    no_args_is_help=True,
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command("extract", epilog=EPILOGUE)(extract)
app.command("explain", epilog=EPILOGUE)(explain)
app.command("link", epilog=EPILOGUE)(link)
app.command("show", epilog=EPILOGUE)(show)
app.command("text", epilog=EPILOGUE)(text)
app.command("schema")(schema)
app.command("validate", epilog=EPILOGUE)(validate)
app.command("muc4", epilog=EPILOGUE)(muc4)


def find_version() -> str:
    """Return the version of the installed distribution."""
    from importlib.metadata import PackageNotFoundError, version  # noqa: PLC0415

    try:
        return version("dateline")
    except PackageNotFoundError:
        return "(not installed)"


def _print_version(asked: bool) -> None:
    if asked:
        typer.echo(f"dateline {find_version()}")
        raise typer.Exit


@app.callback()
def start(
    version: Annotated[
        bool, typer.Option("--version", help="Print the version and end.", callback=_print_version, is_eager=True)
    ] = False,
) -> None:
    """News articles in, one normalised record for each incident out."""


def main() -> None:
    """Run the command line and end the process with its status."""
    # Like other filters, end silently when the reader of our pipe has had enough ("| head -1").
    if hasattr(signal, "SIGPIPE"):
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    prepare_streams()
    ignore_hopeless_width()
    try:
        app(prog_name="dateline")
    except OutputError as error:  # of `--help` and `--version`, which are no commands
        complain(str(error))
        sys.exit(ExitStatus.OUTPUT)
