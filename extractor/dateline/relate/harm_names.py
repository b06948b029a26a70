"""Finds the names of people harmed that stand apart from the word for them: "one of them, Ana Ruiz, 34, died"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from dateline.mentions import HarmMention, PeopleMention
from dateline.records import Count, VictimCategory, VictimStatus, exactly
from dateline.relate.clauses import span_of_word
from dateline.relate.harm_people import People, people_of
from dateline.spans import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

IDENTIFYING = frozenset(("identified", "identify", "named"))
NAMING = frozenset(("identified", "named", "called", "known"))
VICTIM_WORDS = frozenset(("victim", "victims", "dead", "deceased", "fatalities", "slain", "killed"))
HURT_WORDS = frozenset(("wounded", "injured", "hurt", "casualties"))
BE = frozenset(("was", "were", "is", "are"))
THE_DEAD = frozenset(("victim", "deceased"))
THEM = frozenset(("them", "whom", "those", "these", "the"))
CLOSING = frozenset((",", ".", ")", "(", ";", "—", "–", "-", ":"))
BY = 8  # tokens of "identified by the county coroner on Friday as"
# Categories whose people are seized by the law rather than abducted.
WANTED = frozenset((VictimCategory.MILITANT, VictimCategory.PERPETRATOR))
UNSURE = frozenset((VictimCategory.UNKNOWN, VictimCategory.CIVILIAN))


def name_people(people: People, harms: Sequence[HarmMention]) -> list[HarmMention]:
    """Return `harms`, single people without a name given the one that stands behind them."""
    found: list[HarmMention] = []
    taken: set[tuple[int, VictimStatus]] = set()
    for harm in harms:
        named = None
        if harm.people is not None and harm.people.name is None and harm.people.count == exactly(1):
            named = _name_behind(people, harm.people)
        if named is None or harm.people is None:
            found.append(harm)
            continue
        taken.add((named.head, harm.status))
        found.append(replace(harm, people=_with_name(harm.people, named)))
    return [h for h in found if h.people is None or (h.people.head, h.status) not in taken]


def tell_bearers(people: People, harms: Sequence[HarmMention]) -> Iterator[HarmMention]:
    """Yield `harms`, named people as the fullest mention tells: "Cole" is "Ben Cole", a guard."""
    named = [(_words(mention.name), mention) for mention in people.mentions if mention.name is not None]
    for harm in harms:
        who = harm.people
        if who is None or who.name is None:
            yield harm
            continue
        mine = _words(who.name)
        same = [(words, mention) for words, mention in named if _is_name_of(mine, words) or _is_name_of(words, mine)]
        fuller = {words for words, _ in same if len(words) > len(mine)}
        # Two Coles: nobody knows whom "Cole" means.
        clear = len({words[0] for words in fuller}) <= 1 or len(mine) > 1
        best = (
            max((m for _, m in same if m.name is not None), key=lambda m: len(m.name or ""), default=who)
            if clear
            else who
        )
        told = next((m.category for _, m in same if m.category not in UNSURE), who.category) if clear else who.category
        yield replace(
            harm,
            people=replace(
                who,
                name=best.name if len(best.name or "") > len(who.name) else who.name,
                category=told if who.category in UNSURE else who.category,
                nationality=who.nationality or best.nationality,
            ),
        )


def _words(name: str | None) -> tuple[str, ...]:
    return tuple((name or "").lower().split())


def _is_name_of(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Whether one name is the other, its surname, or its first name with the surname."""
    if not short or not full or short == full:
        return short == full
    if len(short) == 1:
        return len(full) > 1 and short[0] in (full[0], full[-1])
    return len(full) > len(short) and (short == full[-len(short) :] or (short[0], short[-1]) == (full[0], full[-1]))


def _with_name(one: PeopleMention, named: PeopleMention) -> PeopleMention:
    return replace(
        one,
        span=Span(one.span.start, max(one.span.end, named.span.end))
        if named.span.end - one.span.end < 80
        else one.span,
        name=named.name,
        category=named.category if one.category in UNSURE else one.category,
        nationality=one.nationality or named.nationality,
    )


def _name_behind(people: People, one: PeopleMention) -> PeopleMention | None:
    """Return the name in "one of them, identified by police as Ana Ruiz, 34", "the officer was named as Omar Ali"."""
    doc = people.doc
    index = people.last_token(one) + 1
    end = doc[one.head].sent.end
    if index + 2 < end and doc[index].lower_ == "of" and doc[index + 1].lower_ in THEM:
        index += 3 if doc[index + 1].lower_ == "the" else 2
    if index >= end:
        return None
    comma = doc[index].text == ","
    index += comma
    if not comma and index < end and doc[index].lower_ in BE:
        index += 1
    start = _behind_naming(doc, index, end)
    if start is None and not comma:
        return None
    named = people.at.get(start if start is not None else index) if index < end else None
    if named is None or named.name is None or named.head == one.head:
        return None
    if people.first_token(named) != (start if start is not None else index):
        return None
    behind = people.last_token(named) + 1
    alone = behind >= len(doc) or doc[behind].text in CLOSING or (start is not None and doc[behind].lower_ != "and")
    return named if alone else None


def _behind_naming(doc: Doc, index: int, end: int) -> int | None:
    """Return the token behind "identified (by police) as", "named", "called"; None where no such words stand."""
    if index >= end or doc[index].lower_ not in NAMING:
        return None
    lead = next((i for i in range(index + 1, min(index + BY, end)) if doc[i].lower_ == "as"), None)
    if lead is not None:
        return lead + 1 if lead + 1 < end else None
    return index + 1 if doc[index].lower_ in ("named", "called") and index + 1 < end else None


def find_identified(people: People, harms: Sequence[HarmMention]) -> Iterator[HarmMention]:
    """Yield the names in "the victims were identified as Ana Ruiz, 19, and Ben Cole": dead if anyone is told dead."""
    told = {harm.status for harm in harms if harm.people is not None and harm.count != exactly(0)}
    status = next((status for status in (VictimStatus.KILLED, VictimStatus.INJURED) if status in told), None)
    if status is None:
        return
    known = {(harm.people.head, harm.status) for harm in harms if harm.people is not None}
    for i, word in enumerate(people.lower):
        if word not in IDENTIFYING and word not in BE and word not in THE_DEAD:
            continue
        token = people.doc[i]
        hurt = VictimStatus.INJURED in told and _names_the_hurt(token)
        fate = VictimStatus.INJURED if hurt else status
        for mention in _identified_at(people, token, sure=VictimStatus.ARRESTED not in told):
            if (mention.head, fate) in known or any(
                h.people and h.people.name == mention.name for h in harms if mention.name
            ):
                continue
            yield HarmMention(
                span=span_of_word(token),
                head=token.i,
                rule="harm.identified.name",
                people=mention,
                status=fate,
                count=mention.count,
                by=None,
                total=False,
                part=True,  # of people told before
            )


def _identified_at(people: People, token: Token, *, sure: bool) -> Iterator[PeopleMention]:
    """Yield the people whom a sentence about the victims names at `token`.

    `sure` says that a bare "the man" can only be a victim, for nobody is told arrested.
    """
    if token.lower_ in IDENTIFYING and token.pos_ == "VERB":
        subjects = [child for child in token.children if child.dep_ in ("nsubjpass", "dobj", "ccomp")]
        lead = next((child.i for child in token.rights if child.dep_ == "prep" and child.lower_ == "as"), None)
        if any(_is_victim_word(people, subject, sure=sure) for subject in subjects):
            start = lead if lead is not None else token.i
            yield from (m for m in people.mentions if m.name and start < m.head < token.sent.end)
        elif lead is None:
            yield from _named_subject(people, token)
    elif token.lower_ in THE_DEAD:
        # "The victim, Ana Ruiz, 43, was hit six times."
        # "The other victim, Ben Cole, is recovering": one of several.
        if sure and [child.lower_ for child in token.lefts] == ["the"]:
            named = (people.at.get(child.i) for child in token.rights if child.dep_ == "appos")
            yield from (mention for mention in named if mention is not None and mention.name)
    elif token.lower_ in BE:
        subject = next((child for child in token.lefts if child.dep_ == "nsubj"), None)
        attribute = next((child for child in token.rights if child.dep_ == "attr"), None)
        if subject is None or attribute is None or not _is_of_victims(subject):
            return
        for patient in people_of(people, attribute):
            if patient.people is not None and _tells_someone(patient.people.count, patient.people.name):
                yield patient.people


def _names_the_hurt(token: Token) -> bool:
    """Whether "identified" stands with "the wounded" rather than with the dead."""
    return token.lower_ in IDENTIFYING and any(
        child.lower_ in HURT_WORDS and child.dep_ in ("nsubjpass", "dobj", "ccomp") for child in token.children
    )


def _tells_someone(count: Count | None, name: str | None) -> bool:
    return name is not None or (count is not None and bool(count.best))


def _named_subject(people: People, verb: Token) -> Iterator[PeopleMention]:
    """Yield the person of "Ana Ruiz, 18, had been named on Monday"."""
    # "Was named to the post" is an appointment.
    if any(c.dep_ == "prep" and c.lower_ in ("to", "for", "after") for c in verb.rights):
        return
    if verb.lower_ == "identify" or any(c.dep_ in ("oprd", "attr", "dobj", "xcomp", "ccomp") for c in verb.rights):
        return
    for child in verb.lefts:
        mention = people.at.get(child.i) if child.dep_ == "nsubjpass" else None
        if mention is not None and mention.name is not None:
            yield mention


def _is_of_victims(subject: Token) -> bool:
    """Whether the subject is "the victims", "the dead", "another of the victims"."""
    if subject.lower_ in VICTIM_WORDS:
        return True
    return any(obj.lower_ in VICTIM_WORDS for c in subject.rights if c.lower_ in ("of", "among") for obj in c.rights)


def _is_victim_word(people: People, subject: Token, *, sure: bool) -> bool:
    """Whether the subject of "was identified as" is a victim: "the victim", "the man killed", "the soldiers"."""
    if subject.lower_ in VICTIM_WORDS or subject.lower_ in HURT_WORDS:
        return True
    words = {child.lower_ for child in subject.children}
    if words & (VICTIM_WORDS | HURT_WORDS):
        return True
    mention = people.at.get(subject.i)
    pointed = any(child.lower_ in ("the", "both", "these") for child in subject.lefts)
    return sure and pointed and mention is not None and mention.name is None and mention.category not in WANTED
