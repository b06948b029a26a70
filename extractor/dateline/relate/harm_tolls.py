"""Reads the figure of a toll: "the death toll rose to 25", "a toll of 40", "bringing the number of dead to 12"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from dateline.find.counts import parse_count
from dateline.find.people_phrases import make_bare_mention
from dateline.relate.agents import load_words
from dateline.relate.harm_people import Patient, People, people_of
from dateline.relate.harm_words import Cue
from dateline.spans import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

LEADING = frozenset(("to", "at", "of", "as", "is", "was", "stands", "stood", "reached", "hit", "reaches", ":"))
# A figure that the toll is above: "the toll passed 200".
PASSING = frozenset(("past", "above", "beyond")) | frozenset(
    f"{verb}{ending}"
    for verb, endings in (
        ("pass", ("es", "ed")),
        ("top", ("s", "ped")),
        ("exceed", ("s", "ed")),
        ("surpass", ("es", "ed")),
    )
    for ending in endings
)
TOLLS = frozenset(("toll", "tally", "count"))
ELSEWHERE = frozenset(("where", "who", "whose"))  # begins a clause with figures of its own
NOW = frozenset(("now", "therefore", "thus", "already", "currently", "officially", "only", "then"))  # "is now seven"
# fmt: off
RAISING = frozenset((
    "raising", "raised", "raises", "bringing", "brought", "brings", "lifting", "lifted", "lifts", "taking", "took",
    "takes", "pushing", "pushed", "rising", "rose", "increasing", "increased", "cutting", "lowering", "lowered",
))
# fmt: on
GROWN = frozenset(("reached", "risen", "rose", "climbed", "increased", "grown", "jumped", "mounted"))
PUTTING = frozenset(("put", "puts", "putting", "placed", "places", "set", "sets", "estimated", "estimates"))
# fmt: off
COUNTING = frozenset((
    "gave", "gives", "counted", "counts", "recorded", "tallied", "listed", "documented", "registered", "reported",
))
# fmt: on
REACH = 20  # tokens looked at after the cue
NEAR = 6  # likewise of a cue that ends in "at": "injuries at a hospital, taking the toll to three" counts none


def find_toll(people: People, cue: Cue, *, after: int = -1) -> Iterator[Patient]:
    """Yield the figure behind the cue, or behind token `after`, and its parts ("40, nine of them guards")."""
    doc = people.doc
    raised = _raised_to(people, cue)
    if raised is not None:
        yield raised
        return
    last = max(cue.last, after)
    reach = NEAR if people.lower[cue.last] == "at" else REACH
    end = min(max(last + reach, _verb_of(doc[cue.head]) + NEAR), doc[cue.head].sent.end)
    index = last + 1
    while index < end and people.lower[index] not in ELSEWHERE:
        count = people.count_at.get(index)
        if count is not None:
            first = index
            while first - 1 > last and people.count_at.get(first - 1) is count:
                first -= 1
            while first - 2 > last and people.lower[first - 1] in NOW:
                first -= 1
            if _harms(doc[first - 1]):
                return  # "confirmed the toll and said troops had chased them, killing two"
            if _leads(doc[first - 1]) and doc[first - 1].lower_ != "from":
                owner = people.at.get(count.head)
                if people.lower[first - 1] in PASSING:
                    count = replace(count, count=replace(count.count, max=None))
                    yield Patient(make_bare_mention(count.span, count.head, count.count), count)
                elif owner is None:
                    bare = make_bare_mention(count.span, count.head, count.count) if count.count.best else None
                    yield Patient(bare, count)
                elif owner.count != count.count:
                    yield Patient(None, count)
                else:
                    yield Patient(owner)
                    yield from (part for part in people_of(people, doc[owner.head]) if part.part)
                return
            index = count.head
        index += 1


def _verb_of(toll: Token) -> int:
    """Return the number of the verb that tells what became of the toll, however far behind it; -1 without one."""
    return toll.head.i if toll.dep_ == "nsubj" and toll.head.pos_ == "VERB" else -1


def _raised_to(people: People, cue: Cue) -> Patient | None:
    """Return the figure before the words: "bringing to nine the number of people killed", "put at 46 the dead"."""
    lower = people.lower
    first = cue.first
    if lower[cue.head] not in TOLLS:
        first = next((i for i in range(first - 1, max(first - 7, 0), -1) if lower[i] == "number"), first)
    index = first - 1
    while index > 0 and lower[index] in ("the", "total", "official", "confirmed", "overall", "those"):
        index -= 1
    if index > 1 and index in people.count_at and lower[people.count_at[index].head - 1] == "from":
        index = people.count_at[index].head - 2  # "to 18 from 15 the number of"
    count = people.count_at.get(index)
    begin = index
    while count is not None and begin > 0 and people.count_at.get(begin - 1) is count:
        begin -= 1
    if count is None or begin < 2:
        return None
    if lower[begin - 1] not in ("to", "at") or lower[begin - 2] not in (
        RAISING if lower[begin - 1] == "to" else PUTTING
    ):
        return None
    return Patient(make_bare_mention(count.span, count.head, count.count))


def find_labelled(people: People, cue: Cue) -> Patient | None:
    """Return the figure of "Killed: 21", "bringing to three those killed"; None where the word is no label."""
    if cue.first and people.lower[cue.first - 1] == "those":
        return _raised_to(people, cue)
    if cue.last + 2 >= len(people.doc) or people.doc[cue.last + 1].text != ":":
        return None
    # "14 dead: eight men and six women" is no label.
    opens = cue.first == 0 or not (people.doc[cue.first - 1].is_alpha or cue.first - 1 in people.count_at)
    count = people.count_at.get(cue.last + 2)
    return Patient(make_bare_mention(count.span, count.head, count.count)) if count is not None and opens else None


def find_whole(people: People, cue: Cue) -> Patient | None:
    """Return the whole of which "nine of the 12 dead" tells a part; None elsewhere."""
    lower = people.lower
    if (
        people.doc[cue.head].dep_ != "pobj"
        or cue.first < 4
        or lower[cue.first - 2] not in ("the", "those")
        or lower[cue.first - 3] != "of"
    ):
        return None
    token = people.doc[cue.first - 1]
    count = parse_count(token.text)
    span = Span(token.idx, token.idx + len(token))
    return Patient(make_bare_mention(span, token.i, count)) if count is not None else None


def find_put(people: People, cue: Cue) -> Patient | None:
    """Return the figure of "put the dead there at 19", "puts rebel dead at 600"; None where nothing is put."""
    doc = people.doc
    token = doc[cue.head]
    verb = token.head
    if verb.lower_ not in PUTTING:
        return None
    for index in range(cue.last + 1, min(cue.last + REACH, token.sent.end - 1)):
        if doc[index].lower_ == "at":
            # "At more than 300": the number may begin a word or two behind.
            ahead = range(index + 1, min(index + 4, token.sent.end))
            count = next((people.count_at[i] for i in ahead if i in people.count_at), None)
            if count is None:
                continue
            who = people.at.get(count.head)
            side = next((people.at[i] for i in range(cue.first - 1, verb.i, -1) if i in people.at), None)
            bare = who if who is not None else make_bare_mention(count.span, count.head, count.count)
            return Patient(bare if side is None else replace(bare, category=side.category))
    return None


def find_given(people: People, cue: Cue) -> Patient | None:
    """Return the figure of "a local official gave 236 dead", "counted at least 90 dead"; None where none is given."""
    count = people.count_at.get(cue.first - 1)
    dead = people.doc[cue.head]
    if count is None or dead.head.lower_ not in COUNTING or dead.dep_ not in ("dobj", "oprd", "pobj"):
        return None
    return Patient(make_bare_mention(count.span, count.head, count.count))


def _leads(token: Token) -> bool:
    return token.lower_ in LEADING or token.lower_ in PASSING or token.tag_ in ("VBD", "VBZ", "VBN", "VBG")


def _harms(token: Token) -> bool:
    """Whether a verb that befalls people leads to the figure, which is then no toll's."""
    return token.tag_ in ("VBD", "VBG", "VBZ") and token.lower_ in load_words("agent_verbs")["transitive"]


def has_grown(toll: Token) -> bool:
    """Whether the toll is said to have gone up to a figure: the latest word, not another side's."""
    return toll.head.lower_ in GROWN


def is_passed(toll: Token) -> bool:
    """Whether the toll is only said to be above a figure, so that an exact one tells more."""
    return toll.head.lower_ in PASSING
