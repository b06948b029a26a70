"""The texts that the weights are learned from."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Corpus:
    """Where the texts lie; the project's own lie beside this module, in `data`."""

    gold: Path  # folder of gold articles and their scorer
    split: str = "train"  # the part of it to learn from
    muc: Path | None = None  # folder of the MUC-4 texts and answer keys; None: without them

    @property
    def name(self) -> str:
        """The texts as the weights' files name them."""
        return f"gold/{self.split}, own texts" + (", muc4 train" if self.muc else "")
