"""Reads how many people came to harm from the name of the act: "a triple shooting", "two counts of murder"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from dateline.mentions import HarmMention
from dateline.records import VictimStatus, exactly
from dateline.relate.harm_context import MODALS, is_answered, is_unreal
from dateline.relate.harm_people import People
from dateline.relate.tallies import is_statistic
from dateline.spans import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

MULTIPLES = {"double": 2, "triple": 3, "quadruple": 4, "quintuple": 5, "sextuple": 6}
FATAL = frozenset(("fatal", "deadly", "lethal"))
# Words between the number of people and the act: "a double fatal stabbing".
BETWEEN = FATAL | {"-", "drive", "by", "execution", "style", "gangland", "gang"}
REACH = 4  # tokens from "double" to the act
KILLING = frozenset(("homicide", "murder", "killing", "slaying", "assassination", "execution", "femicide"))
HURTING = frozenset(("shooting", "stabbing"))
CHARGED_KILLING = frozenset(("murder", "manslaughter", "homicide"))
TRIED = frozenset(("attempted", "attempt", "attempting", "conspiracy"))
COUNTS = frozenset(("count", "counts", "charges"))
CHARGE_REACH = 6  # tokens from "counts of" to the crime
# Entries of a rule's name by which later stages know figures that only charges tell.
CHARGED = "harm.charged_with."
ORDINALS = {"second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6}
PEOPLE = frozenset(
    ("person", "victim", "man", "woman", "teen", "teenager", "boy", "girl", "child", "student", "officer")
)
DYING = frozenset(("die", "dies", "died"))
HARMED = frozenset(("shot", "wounded", "injured", "stabbed", "hurt", "struck", "hit", "involved"))
LEADS = frozenset((*MULTIPLES, *ORDINALS, *COUNTS))
DEATH_REACH = 12  # tokens from "second victim" to "dies"
NTH_DEATH = ("harm.die.ordinal", VictimStatus.KILLED)
FATAL_ACT = ("harm.kill.multiple", VictimStatus.KILLED)
HURTFUL_ACT = ("harm.shoot.multiple", VictimStatus.INJURED)
CHARGED_ACT = (f"{CHARGED}number", VictimStatus.KILLED)
TRIED_ACT = (f"{CHARGED}number", VictimStatus.INJURED)


def find_acts(people: People) -> Iterator[HarmMention]:
    """Yield the people whom the name of an act counts: a figure without a phrase for them.

    A shooting of several says who was hit and not who died, the killing of several that they all did.
    """
    lower = people.lower
    for index in [i for i, word in enumerate(lower[:-1]) if word in LEADS]:
        word = lower[index]
        if word in MULTIPLES:
            yield from _read_multiple(people, index)
        elif word in ORDINALS:
            yield from _read_ordinal(people, index)
        elif lower[index + 1] == "of":
            yield from _read_charge(people, index)


def is_fatal_word(word: Token) -> bool:
    """Whether the word says that an act killed: "fatal", not "non-fatal"."""
    before = [left.lower_ for left in word.doc[max(word.i - 2, 0) : word.i] if left.text != "-"]
    return word.lower_ in FATAL and before[-1:] != ["non"]


def _read_multiple(people: People, index: int) -> Iterator[HarmMention]:
    doc = people.doc
    for at in range(index + 1, min(index + REACH, len(doc))):
        word = people.lower[at]
        if word in KILLING or word in HURTING:
            fatal = word in KILLING or any(is_fatal_word(doc[i]) for i in range(index + 1, at))
            if at + 1 < len(doc) and people.lower[at + 1] == "attempt":
                return
            if not is_unreal(doc[at]) and not is_answered(doc[at]):
                span = Span(doc[index].idx, doc[at].idx + len(word))
                yield _figure(span, at, FATAL_ACT if fatal else HURTFUL_ACT, MULTIPLES[people.lower[index]])
            return
        if word not in BETWEEN:
            return


def _read_charge(people: People, index: int) -> Iterator[HarmMention]:
    """Read "three counts of first-degree murder", "two counts of attempted murder"."""
    doc = people.doc
    number = people.count_at.get(index - 1)
    size = number.count.best if number is not None else None
    if size is None or size > len(doc):
        return
    words = people.lower[index + 2 : index + 2 + CHARGE_REACH]
    crime = next((i for i, word in enumerate(words) if word in CHARGED_KILLING), None)
    if crime is None or any(word in (",", ";", "and", "of", "or") for word in words[:crime]):
        return
    tried = any(word in TRIED for word in words[:crime])
    if tried and not _is_of_murder_too(doc[index]):
        return  # those whom someone only tried to kill may be unhurt
    last = doc[index + 2 + crime]
    yield _figure(Span(doc[index].idx, last.idx + len(last)), last.i, TRIED_ACT if tried else CHARGED_ACT, size)


def _is_of_murder_too(count: Token) -> bool:
    """Whether the sentence tells of counts of murder itself as well."""
    words = [token.lower_ for token in count.sent]
    return any(word in CHARGED_KILLING and not TRIED & set(words[max(at - 3, 0) : at]) for at, word in enumerate(words))


def _read_ordinal(people: People, index: int) -> Iterator[HarmMention]:
    """Read "the third person to die", "second victim of the shooting dies"."""
    doc = people.doc
    who = next((i for i in range(index + 1, min(index + REACH, len(doc))) if people.lower[i] in PEOPLE), None)
    if who is None or any(doc[i].pos_ not in ("NOUN", "ADJ", "PROPN") for i in range(index + 1, who)):
        return
    for at in range(who + 1, min(who + DEATH_REACH, doc[index].sent.end)):
        if people.lower[at] in DYING:
            if not is_statistic(doc[at], None) and not MODALS & set(people.lower[who:at]):
                yield _figure(
                    Span(doc[index].idx, doc[at].idx + len(doc[at])), at, NTH_DEATH, ORDINALS[people.lower[index]]
                )
            return
        if doc[at].pos_ in ("VERB", "SCONJ", "CCONJ") and people.lower[at] not in HARMED:
            return


def _figure(span: Span, head: int, told: tuple[str, VictimStatus], size: int) -> HarmMention:
    rule, status = told
    return HarmMention(
        span=span,
        head=head,
        rule=rule,
        people=None,
        status=status,
        count=exactly(size),
        total=told is NTH_DEATH,
    )


def without_charged(harms: Sequence[HarmMention]) -> list[HarmMention]:
    """Leave out the figures that charges tell where anything else tells of people with that fate."""
    told = {harm.status for harm in harms if harm.count is not None and not harm.rule.startswith(CHARGED)}
    return [harm for harm in harms if not harm.rule.startswith(CHARGED) or harm.status not in told]
