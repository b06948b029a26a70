"""Trains the weights anew, each from what those before it give.

    python -m dateline_train GOLD [--split train] [--muc MUC] [STEP ...]

GOLD is the folder of gold articles and their scorer, MUC that of the MUC-4 texts and keys. Steps, in this order:
screen, sameness, coreference, scenes, fills, relevance, confidence, muc4_incidents; all of them by default. Each prints
its scores out of fold and writes to `extractor/dateline/weights`.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from dateline.weights.linear import load_model, load_models
from dateline_train import confidence, coreference, fills, muc4_incidents, relevance, sameness, scenes, screen
from dateline_train.corpus import Corpus
from dateline_train.unseen import UnseenExtractor

STEPS = {
    "screen": screen.train_screen,
    "sameness": sameness.train_sameness,
    "coreference": coreference.train_coreference,
    "scenes": scenes.train_scenes,
    "fills": fills.train_fills,
    "relevance": relevance.train_relevance,
    "confidence": confidence.train_confidence,
    "muc4_incidents": muc4_incidents.train_muc4_incidents,
}


def main() -> int:
    """Run the steps."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path, metavar="GOLD")
    parser.add_argument("--split", default="train")
    parser.add_argument("--muc", type=Path)
    parser.add_argument("steps", nargs="*", metavar="STEP")
    options = parser.parse_intermixed_args()
    if unknown := set(options.steps) - set(STEPS):
        parser.error(f"no such step: {', '.join(sorted(unknown))}")
    corpus = Corpus(gold=options.gold, split=options.split, muc=options.muc)
    extractor = UnseenExtractor()
    for name in options.steps or STEPS:
        if name not in ("screen", "sameness") and not extractor.judges:
            extractor.judges = sameness.fit_strangers(corpus, extractor)
        print(f"== {name}", flush=True)
        STEPS[name](corpus, extractor)
        # What follows goes by the weights that were written.
        load_model.cache_clear()
        load_models.cache_clear()
    return 0


if __name__ == "__main__":
    sys.exit(main())
