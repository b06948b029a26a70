"""What worker processes run in tests: units that are orders, in a module that a fresh process can import."""

from __future__ import annotations

import os
import signal
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from dateline.articles import Failure
from dateline.batch import EncodedRecord, UnitOutcome
from dateline.batch.outcomes import Processor
from dateline.errors import LexiconError, PipelineError
from dateline.read import Unit


@dataclass(frozen=True)
class Orders:
    """Makes a processor that does as each unit says; all else comes back as a record."""

    folder: str = ""  # where "HANG" and "DIE ONCE" leave a file
    fault: str | None = None  # of the setup: "model", "odd" or "death"

    def __call__(self) -> Processor:
        if self.fault == "model":
            raise PipelineError("no pipeline 'x'; install one")
        if self.fault == "odd":
            raise OddError("a", "b")
        if self.fault == "death":
            os._exit(3)
        return self.obey

    def obey(self, unit: Unit) -> UnitOutcome:
        order = unit.data.decode()[:100]
        if order == "DIE":
            os.kill(os.getpid(), signal.SIGKILL)
        if order == "DIE ONCE" and not (trace := Path(self.folder, "died")).exists():
            trace.touch()
            os.kill(os.getpid(), signal.SIGKILL)
        if order == "EXIT":
            os._exit(7)
        if order == "HANG":
            Path(self.folder, "hangs").touch()
            time.sleep(600)
        if order == "FAULT":
            raise LexiconError("words.toml: [a]: no such key")
        if order == "PRINT":
            sys.stdout.write("this must not reach the records\n")
            sys.stdout.flush()
        if order.startswith("GROW"):
            record = EncodedRecord(line=b"x" * 300_000, role="main", confidence=0.5)
            return UnitOutcome(source=unit.source, key=unit.key, records=(record,))
        if order == "BAD":
            failure = Failure(source=unit.source, stage="extract", message="gave up")
            return UnitOutcome(source=unit.source, key=unit.key, failure=failure)
        record = EncodedRecord(line=unit.data[:1000] + b"\n", role="main", confidence=0.5)
        return UnitOutcome(source=unit.source, key=unit.key, records=(record,))


class OddError(Exception):
    """An exception that pickles and does not come back."""

    def __init__(self, first: str, second: str) -> None:
        super().__init__(f"{first} and {second}")
