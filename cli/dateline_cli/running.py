"""Outcomes to their places: records to the sink, failures to stderr and the error file, counts to the last line."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from dateline_cli.journal import JournaledFile
from dateline_cli.messages import describe_failure, pluralise
from dateline_cli.output import Destination, Format, Sink, make_sink
from dateline_cli.progress import Monitor
from dateline_cli.screen import is_terminal, stdout_is_terminal

if TYPE_CHECKING:
    from dateline.articles import Failure
    from dateline.batch import EncodedRecord, UnitOutcome
    from dateline.read import Unit


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """Which records to keep and what to tell on stderr."""

    roles: frozenset[str] | None  # None: all
    min_confidence: float  # 0 <= p <= 1
    quiet: bool
    verbose: bool

    def keep(self, record: EncodedRecord) -> bool:
        """Whether the record is one that the user asked for."""
        if self.roles is not None and record.role not in self.roles:
            return False
        return record.confidence >= self.min_confidence


@dataclass(slots=True)
class Tally:
    """What went through, for the last line and the exit status."""

    articles: int = 0  # without those that failed
    incidents: int = 0
    failed: int = 0

    def summary(self) -> str:
        """Return "12 articles, 9 incidents, 1 failed"."""
        parts = [pluralise(self.articles, "article"), pluralise(self.incidents, "incident")]
        return ", ".join([*parts, f"{self.failed:,} failed"] if self.failed else parts)


def run(
    outcomes: Iterable[UnitOutcome],
    form: Format,
    *,
    destination: Destination | JournaledFile,
    errors: Path | None,
    wishes: Wishes,
    count: Callable[[], int | None],
    color: bool | None,
) -> Tally:
    """Write everything; when stopped, leave what is finished in a file and say where.

    Args:
        outcomes: one for each article, made as they are asked for.
        form: how to write the records.
        destination: where they go.
        errors: a file for the failures, None for stderr alone.
        wishes: what to keep and to tell.
        count: counts the articles in all, for the progress bar; called only where there is one.
        color: as for `screen.make_console`.

    Raises:
        OutputError: a file cannot be written.
    """
    # Lines that run over the same screen would tear the bar, and are progress enough.
    bar_fits = destination.path is not None or form is Format.TABLE or not stdout_is_terminal()
    shown = is_terminal(sys.stderr) and bar_fits and not wishes.quiet
    before = destination.progress
    tally = Tally(articles=before.articles, incidents=before.incidents)
    log = None
    with Monitor(shown=shown, total=count() if shown else None, done=before.articles, color=color) as monitor:
        try:
            if before.articles and not wishes.quiet:
                monitor.say(f"{pluralise(before.articles, 'article')} done before the stop; going on from there")
            if before.is_anew and not wishes.quiet:
                monitor.say("the journal of the stopped run is missing or damaged; starting anew")
            log = Destination(errors, whole=False) if errors is not None else None
            sink = make_sink(form, destination, color=color)
            _drain(outcomes, sink, log, wishes=wishes, tally=tally, monitor=monitor)
            monitor.close()
            sink.finish()
            destination.commit()
        except BaseException as fault:
            monitor.close()
            # An array is closed and a table drawn of what there is; after other faults that may fail again.
            if isinstance(fault, KeyboardInterrupt) and tally.incidents:
                sink.finish()
            kept = destination.abandon()
            if kept is not None:
                way = "; go on with --resume" if isinstance(destination, JournaledFile) else ""
                monitor.say(f"stopped; the records finished so far are in {kept}{way}")
            raise
        finally:
            if log is not None:
                log.commit()
    if destination.left and not wishes.quiet:
        gone = pluralise(destination.left, "article")
        monitor.say(f"{gone} done before the stop not found among the sources any more; the records stay")
    nothing_to_see = form is Format.TABLE and not tally.incidents
    if not wishes.quiet and (tally.articles + tally.failed > 1 or wishes.verbose or nothing_to_see):
        monitor.say(tally.summary())
    return tally


def leave_out_done(
    items: Iterable[Unit | Failure], destination: Destination | JournaledFile
) -> Iterator[Unit | Failure]:
    """Yield the items but for the units that a stopped run has done."""
    from dateline.read import Unit  # noqa: PLC0415

    for item in items:
        if not (destination.left and isinstance(item, Unit) and destination.take(item.key)):
            yield item


def _drain(
    outcomes: Iterable[UnitOutcome],
    sink: Sink,
    log: Destination | None,
    *,
    wishes: Wishes,
    tally: Tally,
    monitor: Monitor,
) -> None:
    """Take the outcomes one by one, counting in `tally`, which must be right when stopped midway."""
    from dateline.wire.jsonl import encode_failure  # noqa: PLC0415

    for outcome in outcomes:
        monitor.advance()
        if outcome.failure is not None:
            tally.failed += 1
            monitor.say(describe_failure(outcome.failure.source, outcome.failure.message))
            if log is not None:
                log.write(encode_failure(outcome.failure))
            continue
        kept = tuple(record.line for record in outcome.records if wishes.keep(record))
        sink.write(kept, key=outcome.key)
        tally.articles += 1
        tally.incidents += len(kept)
        if wishes.verbose:
            monitor.say(f"{outcome.source}: {pluralise(len(kept), 'incident')}")
