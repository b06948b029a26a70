"""Fail unless the packages named come from the environment, not from the source tree.

python .ci/check_installed.py PACKAGE...
"""

from __future__ import annotations

import importlib
import sys
from pathlib import Path

for package in sys.argv[1:]:
    place = Path(str(importlib.import_module(package).__file__)).resolve()
    if not place.is_relative_to(Path(sys.prefix).resolve()):
        raise SystemExit(f"{package} is imported from {place}, not from the environment {sys.prefix}")
