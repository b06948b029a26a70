"""Regular English inflection, so that a lexicon lists a word once."""

from __future__ import annotations

import re

VOWELS = "aeiou"
# A single vowel and consonant at the end of one syllable doubles the consonant; the stress of longer words cannot be
# read off the letters.
DOUBLING = re.compile("(?:[^aeiou]+|qu)[aeiou][bdgklmnprt]|abet|commit|kidnap|rebel|refer|regret")

# What American spelling leaves single: "levelled", "travelling".
BRITISH = re.compile(r"\w*[aeiou][^aeiou\W]+[aeiou]l")


def _ends_soft(word: str) -> bool:
    return word.endswith(("s", "x", "z", "ch", "sh"))


def _y_to_i(word: str) -> bool:
    return len(word) > 2 and word.endswith("y") and word[-2] not in VOWELS


def plural(noun: str) -> str:
    """Return the regular plural of the last word of `noun`."""
    if _y_to_i(noun):
        return noun[:-1] + "ies"
    if noun.endswith("man") and not noun.endswith("human"):
        return noun[:-3] + "men"
    return noun + ("es" if _ends_soft(noun) else "s")


def verb_forms(verb: str) -> tuple[str, ...]:
    """Return base, third person, past and -ing form of a regular verb; a particle may follow ("blow up")."""
    head, _, tail = verb.partition(" ")
    if _y_to_i(head):
        forms = [head, head[:-1] + "ies", head[:-1] + "ied", head + "ing"]
    elif head.endswith("ee"):
        forms = [head, head + "s", head + "d", head + "ing"]
    elif head.endswith("e"):
        forms = [head, head + "s", head + "d", head[:-1] + "ing"]
    else:
        last = head.rpartition("-")[2]  # "machine-gunned"
        stem = head + head[-1] if DOUBLING.fullmatch(last) else head
        forms = [head, head + ("es" if _ends_soft(head) else "s"), stem + "ed", stem + "ing"]
        if BRITISH.fullmatch(head):
            forms += [head + "led", head + "ling"]
    return tuple(f"{form} {tail}" if tail else form for form in forms)


def noun_forms(noun: str) -> tuple[str, ...]:
    """Return singular and plural of a regular noun or compound ("car bomb")."""
    return (noun, plural(noun))
