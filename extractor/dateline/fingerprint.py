"""What decides the records besides the articles, in words that can be compared: program, model, words, places."""

from __future__ import annotations

import hashlib
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from dateline.analysis.pipelines import find_pipeline
from dateline.extraction import ExtractorOptions
from dateline.version import __version__

DIGEST_LENGTH = 16  # hexadecimal digits: 64 bits tell two files of one user apart


def describe_extractor(options: ExtractorOptions) -> dict[str, str]:
    """Return the extractor's settings by the names of the options that set them; those not given are left out.

    Two extractors of one description give the same records. Nothing is loaded for it; a file that is not there is
    left to the extractor to complain of.
    """
    found = {
        "version": __version__,
        "spaCy": _find_version("spacy"),
        "--model": _describe_model(options.model),
    }
    for name, path in (("--lexicon", options.lexicon), ("--places", options.places)):
        if path is not None:
            found[name] = f"a file of digest {_digest(path)}"
    return found


def _find_version(distribution: str) -> str:
    try:
        return version(distribution)
    except PackageNotFoundError:
        return "unknown"


def _describe_model(name: str | None) -> str:
    """Return the pipeline's name and a digest of what its makers say of it, its scores among that."""
    folder = find_pipeline(name)
    if folder is None:
        return name or "none"
    return f"{name or folder.name} of digest {_digest(folder / 'meta.json')}"


def _digest(path: Path) -> str:
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()[:DIGEST_LENGTH]
    except OSError:
        return "unknown"
