"""Reading: from paths and standard input to articles.

In two steps, for those who parse in other processes: `read_units` finds the articles, `parse_unit` parses one.
"""

from __future__ import annotations

from dateline.read.documents import parse_unit
from dateline.read.options import Format, ReadOptions
from dateline.read.parsing import parse_article
from dateline.read.sources import read_sources, read_units
from dateline.read.units import Unit

__all__ = ["Format", "ReadOptions", "Unit", "parse_article", "parse_unit", "read_sources", "read_units"]
