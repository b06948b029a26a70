"""Print a command of the README: the shell block that follows `<!-- command: NAME -->`.

python .ci/readme_command.py README.md NAME
"""

from __future__ import annotations

import re
import sys
from pathlib import Path


def find_command(readme: str, name: str) -> str:
    """Return the lines of the block; raise SystemExit where there is not exactly one."""
    blocks = re.findall(
        rf"^<!-- command: {re.escape(name)} -->\n+```(?:sh|bash|console)?\n(.*?)^```$", readme, re.MULTILINE | re.DOTALL
    )
    if len(blocks) != 1:
        raise SystemExit(f"README: {len(blocks)} commands marked '{name}', one is wanted")
    return str(blocks[0]).strip()


if __name__ == "__main__":
    path, wanted = sys.argv[1:]
    sys.stdout.write(find_command(Path(path).read_text(encoding="utf-8"), wanted) + "\n")
