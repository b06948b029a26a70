from __future__ import annotations

from pathlib import Path

from dateline_train.muc4_keys import read_texts


def test_every_message_is_read_without_its_heading(tmp_path: Path) -> None:
    path = tmp_path / "train.txt"
    path.write_text("DEV-MUC3-0001 (NOSC)\n\n   ONE.\n\n\nDEV-MUC3-0002 (NOSC)\n\n   TWO.\n\n   THREE.\n", "utf-8")

    assert dict(read_texts(path)) == {"DEV-MUC3-0001": "ONE.", "DEV-MUC3-0002": "TWO.\n\n   THREE."}
