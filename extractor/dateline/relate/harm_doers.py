"""Tells whom the words for a harm show to be its doer, or set apart from him.

"A boy shot another boy", "before police shot him", "the man accused of shooting him is dead".
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dateline.records import PHYSICAL, VictimCategory, VictimStatus
from dateline.relate.concerns import is_lesser
from dateline.relate.harm_people import RELATIVE, People
from dateline.relate.harm_pronouns import UNSURE
from dateline.relate.harm_words import SELVES
from dateline.relate.punished import is_punished

if TYPE_CHECKING:
    from collections.abc import Sequence, Set

    from spacy.tokens import Token

    from dateline.mentions import HarmMention, PeopleMention

OTHER = frozenset(("another", "other", "fellow"))
CLIMB = 3  # verbs joined to the one with the subject: "shot and killed"
LEAVING = frozenset(("left", "leaving", "leave", "abandoned", "abandoning"))
# fmt: off
FIGHTING_MEN = frozenset((
    "terrorists", "rebels", "guerrillas", "guerillas", "attackers", "militants", "insurgents", "gunmen", "bandits",
    "fighters", "subversives", "assailants", "raiders", "extremists", "they",
))
# fmt: on
CHARGING = frozenset(("charged", "arraigned", "indicted"))
ACCUSING = frozenset(("accused", "suspected", "charged"))
# Who these are said to be did not do the act in which a crowd harms them.
THIEVES = frozenset((
    "thief", "thieves", "burglar", "burglars", "pickpocket", "pickpockets", "rustler", "rustlers", "witch", "witches",
    "smuggler", "smugglers", "blasphemer", "blasphemers",
))  # fmt: skip


def is_beside_doer(people: People, verb: Token, phrase: PeopleMention) -> bool:
    """Whether "another" of the verb's object sets it apart from the verb's subject, who is of the same kind."""
    first = people.first_token(phrase)
    if OTHER.isdisjoint(people.lower[first : first + 2]) or people.doc[phrase.head].dep_ != "dobj":
        return False
    doer = _find_doer(people, verb)
    if doer is None:
        return False
    young = doer.category is phrase.category is VictimCategory.CHILD
    return young or people.doc[doer.head].lemma_ == people.doc[phrase.head].lemma_


def tell_doers(people: People, harms: Sequence[HarmMention]) -> list[HarmMention]:
    """Return `harms`, with whom "he" means who had harmed others as the one who did it: "before police shot him"."""
    harming = {harm.head for harm in harms if harm.status in PHYSICAL and harm.count is not None and harm.count.best}
    return [
        replace(harm, people=replace(harm.people, category=VictimCategory.PERPETRATOR))
        if harm.people is not None
        and harm.rule.endswith(".pronoun")
        and harm.status in PHYSICAL
        and harm.people.category in UNSURE
        and _had_harmed(people, harm.head, harm.people, harming)
        else harm
        for harm in harms
    ]


def _had_harmed(people: People, verb: int, who: PeopleMention, harming: Set[int]) -> bool:
    """Whether the verb's clause hangs on one in which the same person, its subject, harms others."""
    token = people.doc[verb]
    if token.dep_ not in ("advcl", "conj") or token.head.i not in harming or token.head.tag_ == "VBN":
        return False
    return any(child.dep_ == "nsubj" and people.at.get(child.i) is who for child in token.head.lefts)


def _find_doer(people: People, verb: Token) -> PeopleMention | None:
    """Return the subject's phrase; None where an earlier verb of the clause has befallen somebody."""
    for _ in range(CLIMB):
        subject = next((child for child in verb.lefts if child.dep_ == "nsubj"), None)
        if subject is not None:
            who = verb.head if subject.lower_ in RELATIVE and verb.dep_ == "relcl" else subject
            return people.at.get(who.i)
        if verb.dep_ != "conj":
            return None
        verb = verb.head
        if any(child.dep_ == "dobj" and child.i in people.at for child in verb.rights):
            return None
    return None


def as_perpetrator(token: Token, phrase: PeopleMention | None, status: VictimStatus) -> PeopleMention | None:
    """Return the phrase as that of a perpetrator where the clause says so: charged, or dead by his own hand."""
    if phrase is None:
        return phrase
    if phrase.category not in UNSURE:
        # "A mob killed a suspected thief".
        lynched = token.doc[phrase.head].lower_ in THIEVES and is_punished(token.doc[phrase.head])
        return replace(phrase, category=VictimCategory.CIVILIAN) if lynched else phrase
    if _is_left_behind(token):
        return replace(phrase, category=VictimCategory.MILITANT)
    own_hand = any(child.dep_ == "dobj" and child.lower_ in SELVES for child in token.children)
    charged = status is VictimStatus.ARRESTED and token.lower_ in CHARGING
    # "The man accused of shooting him is dead", "a gardener appeared in court charged with murder"
    words = (*token.doc[phrase.head].rights, *(token.children if status is VictimStatus.ARRESTED else ()))
    charges = [word for word in words if word.lower_ in ACCUSING and word.dep_ in ("acl", "advcl", "relcl")]
    accused = any(not (status in PHYSICAL and is_lesser(word)) for word in charges)  # not "accused of witchcraft"
    if not (own_hand or charged or accused):
        return phrase
    punished = not own_hand and status in PHYSICAL and is_punished(token.doc[phrase.head])
    return phrase if punished else replace(phrase, category=VictimCategory.PERPETRATOR)


def _is_left_behind(bodies: Token) -> bool:
    """Whether attackers left their dead: "the rebels left six bodies behind when they withdrew"."""
    verb = bodies.head
    if bodies.dep_ != "dobj" or verb.lower_ not in LEAVING:
        return False
    subjects = [child for child in verb.lefts if child.dep_ == "nsubj"]
    if verb.dep_ in ("advcl", "conj") and not subjects:
        subjects = [child for child in verb.head.lefts if child.dep_ == "nsubj"]
    behind = any(child.lower_ == "behind" for child in verb.rights)
    return behind and any(subject.lower_ in FIGHTING_MEN for subject in subjects)
