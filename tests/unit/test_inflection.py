from __future__ import annotations

import pytest

from dateline.lexicon.inflection import noun_forms, verb_forms


@pytest.mark.parametrize(
    ("verb", "forms"),
    [
        ("abduct", ("abduct", "abducts", "abducted", "abducting")),
        ("stab", ("stab", "stabs", "stabbed", "stabbing")),
        ("machine-gun", ("machine-gun", "machine-guns", "machine-gunned", "machine-gunning")),
        ("lob", ("lob", "lobs", "lobbed", "lobbing")),
        ("pour", ("pour", "pours", "poured", "pouring")),
        ("seize", ("seize", "seizes", "seized", "seizing")),
        ("free", ("free", "frees", "freed", "freeing")),
        ("bury", ("bury", "buries", "buried", "burying")),
        ("torch", ("torch", "torches", "torched", "torching")),
        ("carry out", ("carry out", "carries out", "carried out", "carrying out")),
        ("level", ("level", "levels", "leveled", "leveling", "levelled", "levelling")),
    ],
)
def test_a_regular_verb_is_inflected(verb: str, forms: tuple[str, ...]) -> None:
    assert verb_forms(verb) == forms


@pytest.mark.parametrize(
    ("noun", "plural"),
    [("ambush", "ambushes"), ("gunman", "gunmen"), ("robbery", "robberies"), ("car bomb", "car bombs")],
)
def test_a_regular_noun_has_its_plural(noun: str, plural: str) -> None:
    assert noun_forms(noun) == (noun, plural)
