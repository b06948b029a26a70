"""The MUC-4 answer keys: slots over several lines, texts without incident, towns below the country."""

from __future__ import annotations

from pathlib import Path

from dateline_train.muc4 import load_templates, read_texts

KEY = """0.  MESSAGE: ID                     DEV-MUC3-9001 (TEST)
1.  MESSAGE: TEMPLATE               1
3.  INCIDENT: LOCATION              PERU: AREQUIPA (CITY): CERRO (NEIGHBORHOOD)
4.  INCIDENT: TYPE                  BOMBING
9.  PERP: INDIVIDUAL ID             "TERRORISTS"
12. PHYS TGT: ID                    "THE PYLONS"
                                    "TWO SHOPS"
19. HUM TGT: DESCRIPTION            "NIGHT WATCHMAN"

0.  MESSAGE: ID                     DEV-MUC3-9002 (TEST)
1.  MESSAGE: TEMPLATE               *
4.  INCIDENT: TYPE                  *
"""


def test_templates_hold_their_own_words(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "train.key").write_text(KEY)

    templates = load_templates(tmp_path, split="train")

    (template,) = templates["DEV-MUC3-9001"]
    assert template.harmed == {"pylons", "shops", "night watchman"}
    assert template.towns == {"arequipa", "cerro"}
    assert template.doers == {"terrorists"}
    assert templates["DEV-MUC3-9002"] == ()


def test_every_message_is_read_without_its_heading(tmp_path: Path) -> None:
    path = tmp_path / "train.txt"
    path.write_text("DEV-MUC3-0001 (NOSC)\n\n   ONE.\n\n\nDEV-MUC3-0002 (NOSC)\n\n   TWO.\n\n   THREE.\n", "utf-8")

    assert dict(read_texts(path)) == {"DEV-MUC3-0001": "ONE.", "DEV-MUC3-0002": "TWO.\n\n   THREE."}
