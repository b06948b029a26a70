"""Reads how many were hurt where it is told of some that they died: "one of four people shot on Friday has died"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from dateline.find.counts import parse_count
from dateline.find.nouns import span_of
from dateline.mentions import OF_WHOLE, HarmMention, PeopleMention
from dateline.records import VictimCategory, VictimStatus
from dateline.relate.clauses import span_of_word

if TYPE_CHECKING:
    from spacy.tokens import Token

    from dateline.relate.harm_people import People

# fmt: off
HURT = frozenset((
    "shot", "wounded", "injured", "hurt", "stabbed", "struck", "hit", "burned", "burnt", "beaten", "attacked",
    "slashed", "scalded", "gunned",
))
# fmt: on
SOME_OF = re.compile(r"[\w-]+ of (?:the |those |these )?([\w-]+) ", re.IGNORECASE)  # "one of the four "
BEFORE_HURT = frozenset(("who", "that", "were", "badly", "seriously", "critically", "allegedly", "also", "being"))


def tell_wholes_of_dead(people: People, harms: Sequence[HarmMention]) -> list[HarmMention]:
    """Return the harms, with those hurt of whom some are told to have died, who are a part of them."""
    told: list[HarmMention] = []
    wholes: list[HarmMention] = []
    for harm in harms:
        whole = _read_whole(people, harm) if harm.status is VictimStatus.KILLED else None
        if whole is None or harm.people is None or whole.people is None:
            told.append(harm)
            continue
        wholes.append(whole)
        told.append(whole)
        told.append(replace(harm, part=True, people=replace(harm.people, category=whole.people.category)))
    return [harm for harm in told if harm in wholes or not _is_of_whole(harm, wholes)]


def _is_of_whole(harm: HarmMention, wholes: Sequence[HarmMention]) -> bool:
    """Whether it tells of the few what was done to all: "one of four people shot" is not one shot."""
    return harm.status is VictimStatus.INJURED and any(harm.head == whole.head for whole in wholes)


def _read_whole(people: People, harm: HarmMention) -> HarmMention | None:
    """Return what befell all of whom the dead are some; None where the words do not say that."""
    who = harm.people
    if who is None or who.name is not None or who.count is None or harm.count is None:
        return None
    number = SOME_OF.match(people.text, who.span.start)
    count = parse_count(number[1]) if number is not None else None
    noun = next(_find_nouns(people, people.first_token(who) + 2), None)
    if count is None or noun is None or (count.best or 0) <= (harm.count.best or 0):
        return None
    verb = next((word for word in noun.doc[noun.i + 1 : harm.head] if word.lower_ not in BEFORE_HURT), None)
    if verb is None or verb.lower_ not in HURT or any(child.dep_ == "dobj" for child in verb.rights):
        return None
    known = people.at.get(noun.i)
    category = known.category if known is not None else VictimCategory.UNKNOWN
    phrase = PeopleMention(
        span=span_of(noun.doc, _last_number(noun), noun.i), head=noun.i, rule="people.whole", count=count,
        category=category, name=None, nationality=known.nationality if known is not None else None,
    )  # fmt: skip
    return replace(
        harm, span=span_of_word(verb), head=verb.i, rule=OF_WHOLE, people=phrase, status=VictimStatus.INJURED,
        count=count, part=False, total=False,
    )  # fmt: skip


def _last_number(noun: Token) -> int:
    """Return the first word of "four people": the number nearest before the noun."""
    return next((index for index in range(noun.i, noun.sent.start, -1) if noun.doc[index].like_num), noun.i)


def _find_nouns(people: People, start: int) -> Iterator[Token]:
    """Yield the noun behind the number that starts at a token, with what stands between: "two off-duty officers"."""
    for word in people.doc[start : start + 7]:
        if word.pos_ in ("VERB", "ADP", "PUNCT") and word.text != "-":
            return
        behind = word.i + 1 < len(people.doc) and people.doc[word.i + 1].tag_ in ("NN", "NNS", "HYPH")
        if word.tag_ in ("NN", "NNS") and not behind:
            yield word
