"""Tells an act by what is done about it: nobody can "investigate the murder of a judge" that was not murdered.

Whatever governs the doing ("promised to", "will ask the court to"), the act that it is done about has happened.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.relate.clauses import path_up

if TYPE_CHECKING:
    from spacy.tokens import Token

# What is done about one act that happened, never about acts in general: a law may "punish the murder of children".
# fmt: off
DOINGS = frozenset((
    "investigate", "investigates", "investigated", "investigating", "probe", "probed", "probing", "clarify",
    "clarified", "solve", "solved", "solving", "avenge", "avenged", "avenging", "mourn", "mourned", "mourning",
    "lament", "deplore", "condemn", "denounce", "repudiate", "commemorate", "recall", "remember", "examine", "reopen",
    "resolve", "explain", "debate", "discuss",
))
# What one looks, or inquires, into.
LOOKING = frozenset(("look", "looks", "looked", "looking", "inquire", "inquired", "inquiring", "delve"))
INQUIRIES = frozenset((
    "inquiry", "inquiries", "enquiry", "probe", "trial", "case", "report",
    "findings", "clarification",
))
# Who did it, why and how: "the authors of the murder", "the circumstances of his death".
OF_ACT = frozenset((
    "authors", "author", "perpetrators", "perpetrator", "culprits", "culprit", "masterminds", "mastermind",
    "circumstances", "motive", "motives", "truth", "facts", "anniversary", "details", "authorship",
))
# fmt: on
RESPONSIBLE = "responsible"
WANTED = frozenset(("those", "all", "people", "persons", "individuals", "ones"))  # "those responsible for the massacre"
LINKS = frozenset(("of", "for", "behind", "into", "in", "on", "about", "surrounding"))
POINTING = frozenset(("the", "this", "these", "that", "those", "both"))


def is_looked_into(act: Token) -> bool:
    """Whether a noun names one act that somebody does, or is to do, something about.

    "Promised to investigate the murder of six priests", "vowed to punish the authors of the massacre", "will name a
    commission to look into his abduction".
    """
    if act.pos_ not in ("NOUN", "PROPN") or not _is_pointed_at(act):
        return False
    below = act
    for above in path_up(act):
        if above.i == act.i or (below.dep_ == "conj" and above.pos_ == below.pos_):
            below = above if above.i != act.i else below
            continue
        if below.dep_ in ("dobj", "nsubjpass") and above.lower_ in DOINGS:
            return True
        if below.dep_ == "pobj" and above.lower_ in LINKS:
            if above.head.lower_ in OF_ACT | INQUIRIES or _are_wanted(above.head):
                return True
            return above.lower_ == "into" and above.head.lower_ in LOOKING
        return False
    return False


def _are_wanted(word: Token) -> bool:
    """Whether nobody is yet known to have done it: "vowed to punish those responsible for the massacre"."""
    return word.lower_ == RESPONSIBLE and word.head.lower_ in WANTED


def _is_pointed_at(act: Token) -> bool:
    return any(child.lower_ in POINTING or child.dep_ == "poss" for child in act.lefts)
