"""A field's value together with the words it came from and how sure it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

from dateline.spans import Span

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Fill(Generic[T]):
    """One value, its evidence and the rules that made it."""

    value: T
    spans: tuple[Span, ...]
    rules: tuple[str, ...]
    confidence: float  # 0 to 1
