"""Puts components of ours in the place of the pipeline's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language


def replace_component(nlp: Language, name: str, factory: str) -> None:
    """Put what `factory` makes of component `name` in its place; a component that it refuses (ValueError) stays.

    `Language.replace_pipe` would take the old component away before the new one can read it.
    """
    try:
        nlp.add_pipe(factory, after=name)
    except ValueError:
        return
    nlp.remove_pipe(name)
