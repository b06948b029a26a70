"""Who did it, as MUC-4 templates write it: people and organizations apart, and how sure the article is of each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from dateline.gazetteer.names import fold
from dateline.records import ActorKind, Attribution, Record, Stance
from dateline.wire.muc4_tables import DETERMINER, NUMERALS, Crosswalk, load_crosswalk, phrase
from dateline.wire.muc4_templates import Template

ABSOLVING = (Stance.DENIED, Stance.CLEARED)
SEVERAL = 2  # incidents of one group in an article, from which the rest are taken for its doing
BLAME = (Stance.ACCUSED, Stance.SUSPECTED)
AT_ODDS = (ActorKind.ARMED_GROUP, ActorKind.CRIMINAL)
OF_BODY = re.compile(r" (?:OF|FROM) ")  # between people and the body that they belong to
BRACKETED = re.compile(r"\s*[\[(]([^\])]*)[\])]?")
STYLED = re.compile(r"\A(?:(?:SO|SELF)-(?:CALLED|NAMED|PROCLAIMED|STYLED)|FORMERLY)\s+(?:THE\s+)?")
JOINING = frozenset(("of", "the", "de", "and", "for", "del"))


def lend_group(records: Sequence[Record]) -> tuple[Record, ...]:
    """Return the records of one article, those of nobody told by name with the group that the others are of.

    Where an article tells several acts and only one group by name is told to have done any, the task's readers took
    the rest of them for its doing, too: those of nobody and those of "guerrillas".
    """
    crosswalk = load_crosswalk()
    told: dict[str, list[Attribution]] = {}
    for record in records:
        for actor in {actor.actor: actor for actor in record.attributions if actor.stance not in ABSOLVING}.values():
            if actor.kind in AT_ODDS and _is_name(actor.actor, crosswalk):
                told.setdefault(actor.actor, []).append(actor)
    if len(told) != 1 or len(next(iter(told.values()))) < SEVERAL:
        return tuple(records)
    (actors,) = told.values()
    lent = replace(actors[0], stance=Stance.REPORTED, by=None, text=actors[0].actor)
    return tuple(
        replace(record, attributions=(*record.attributions, lent))
        if all(_may_be_of_group(actor, crosswalk) for actor in record.attributions)
        else record
        for record in records
    )


def _may_be_of_group(actor: Attribution, crosswalk: Crosswalk) -> bool:
    """Whether an actor may be people of some group that is not told: "guerrillas", "unidentified individuals"."""
    return actor.kind in (*AT_ODDS, ActorKind.UNKNOWN) and not _is_name(actor.actor, crosswalk)


def with_perpetrators(template: Template, record: Record, text: str, crosswalk: Crosswalk) -> Template:
    """Return the template with the slots of perpetrators filled.

    Args:
        template: of the record, without perpetrators.
        record: the incident.
        text: of its article, as the record's evidence counts it.
        crosswalk: what values read as.
    """
    people: list[str] = []
    organizations: dict[str, str] = {}
    kinds: set[ActorKind] = set()
    for index, actor in _responsible(record.attributions):
        told = [phrase(text[start:end]) for start, end in record.evidence.get(f"attributions[{index}]", ())]
        confidence = _confidence(actor, told, crosswalk)
        if confidence is None:
            continue
        kinds.add(actor.kind)
        own = [words for words in told if words != phrase(actor.by or "")]
        who, organization = _split_actor(actor, own, text, crosswalk)
        if who:
            people.append(who)
        if organization:
            organizations.setdefault(organization, confidence)
    return replace(
        template,
        perp_category=_category(kinds),
        perp_individual=tuple((who, "") for who in dict.fromkeys(people)),
        perp_org=tuple((name, "") for name in organizations),
        perp_org_confidence=tuple((value, name) for name, value in organizations.items()),
    )


def _category(kinds: set[ActorKind]) -> str:
    # The task's own default, too, where nobody is told: "the incident will be presumed to be a possible terrorist act".
    state = ActorKind.STATE in kinds and kinds.isdisjoint(AT_ODDS)
    return "STATE-SPONSORED VIOLENCE" if state else "TERRORIST ACT"


def _responsible(actors: Sequence[Attribution]) -> Iterator[tuple[int, Attribution]]:
    """Yield the attributions that the task asks for, numbered.

    Where forces of the state are only told to have a part beside others, as those who fight or chase them, the act
    is the others'.
    """
    others = any(actor.kind in AT_ODDS and actor.stance is not Stance.DENIED for actor in actors)
    for index, actor in enumerate(actors):
        if not (others and actor.kind is ActorKind.STATE and actor.stance is Stance.REPORTED):
            yield index, actor


def _confidence(actor: Attribution, told: Sequence[str], crosswalk: Crosswalk) -> str | None:
    """Return how sure the article is of an actor, None where the task does not ask for it.

    What authorities plainly tell ("police said rebels burned a bus") is reported; blame is what they lay on somebody.
    """
    if actor.stance in BLAME and set(fold(actor.by or "").split()) & crosswalk.words["authorities"]:
        stems = tuple(crosswalk.words["laying"])
        laid = any(word.lower().startswith(stems) for words in told for word in words.split())
        sure = actor.stance is Stance.ACCUSED and bool(told) and not laid
        return "REPORTED AS FACT" if sure else "SUSPECTED OR ACCUSED BY AUTHORITIES"
    return crosswalk.read("stances", actor.stance)


def _split_actor(actor: Attribution, told: Sequence[str], text: str, crosswalk: Crosswalk) -> tuple[str, str]:
    """Return the people and the organization that an actor stands for, "" for none."""
    printed = BRACKETED.sub("", phrase(actor.text))
    if actor.kind is ActorKind.INDIVIDUAL:
        return _fullest(printed, phrase(actor.actor), text), ""
    named = _is_name(actor.actor, crosswalk)
    own = "" if named and _is_grouping(printed, crosswalk) else _people_in(printed, crosswalk)
    if not named and actor.kind is not ActorKind.STATE and not own:
        mob = bool(_body_of(printed, crosswalk))  # "drug cartels"
        return ("", printed) if mob else (printed, "")
    body = next(filter(None, (_body_of(words, crosswalk) for words in (printed, *told))), "") or _party_of(
        actor.actor, crosswalk
    )
    if own and not named:
        return own, body
    others = (words for words in told if _people_in(words, crosswalk) and not _is_grouping(words, crosswalk))
    organization = _organization(actor, printed, text, crosswalk) or body
    # "The drug mafia" tells more of whom is meant than "the mafia".
    return own or next(others, ""), body if body.endswith(f" {organization}") else organization


def _fullest(printed: str, name: str, text: str) -> str:
    """Return a person's name as printed, or the fuller one that the article has elsewhere."""
    fuller = len(name.split()) > len(printed.split()) and printed in name and name in text.upper()
    described = name.startswith(f"{printed} ")  # "TWO MEN" on a motorcycle
    return name if fuller and not described else printed


def _people_in(words: str, crosswalk: Crosswalk) -> str:
    """Return the words if they call people by what they are, else ""."""
    found = set(fold(words).split())
    # "The group" says no more of them than that they are several.
    return words if found & crosswalk.words["people"] and not found <= crosswalk.words["vague"] else ""


def _is_grouping(words: str, crosswalk: Crosswalk) -> bool:
    """Whether an organization is called by what it is, "the Maoist Shining Path group", and no people are told of."""
    *_, last = ("", *words.lower().split())
    return OF_BODY.search(words) is None and last in crosswalk.words["groupings"]


def _body_of(words: str, crosswalk: Crosswalk) -> str:
    """Return the body of the state that people belong to: "members of the armed forces", "army soldiers"."""
    people = crosswalk.words["people"]
    parted = OF_BODY.search(words)
    if parted is not None and words[: parted.start()].rsplit(maxsplit=1)[-1].lower() in people:
        words = DETERMINER.sub("", words[parted.end() :])
    parts = words.split()
    while parts and parts[-1].lower() in people:
        parts.pop()
    while parts and (parts[0].isdigit() or parts[0] in NUMERALS):
        parts.pop(0)
    return " ".join(parts) if parts and parts[-1].lower() in crosswalk.words["bodies"] else ""


def _party_of(actor: str, crosswalk: Crosswalk) -> str:
    """Return the organization by name that people are told to be of, "" for none: "members of the Workers Party"."""
    parted = re.search(r" (?:of|from) (?:the )?(?=[A-Z])", actor)
    if parted is None or actor[: parted.start()].rsplit(maxsplit=1)[-1].lower() not in crosswalk.words["people"]:
        return ""
    name = actor[parted.end() :]
    return name.upper() if len(name.split()) > 1 else ""


def _organization(actor: Attribution, printed: str, text: str, crosswalk: Crosswalk) -> str:
    """Return the name of an organization as the article has it, "" where it only tells of people or machines."""
    name, letters = BRACKETED.sub("", actor.actor.upper()), BRACKETED.search(actor.actor.upper())
    # The task's coders quote the short form wherever the article has it.
    forms = (*((letters[1],) if letters else ()), phrase(name))
    found = next((form for form in forms if re.search(rf"\b{re.escape(form)}\b", text.upper())), "")
    bare = set(fold(printed).split())
    if found and (bare & (crosswalk.words["people"] | crosswalk.words["machines"]) or found not in printed):
        return _without_machines(found, crosswalk)
    return "" if bare & crosswalk.words["people"] else _without_machines(printed, crosswalk)


def _without_machines(name: str, crosswalk: Crosswalk) -> str:
    """Return a name without the machines of its owner at the end, and what it is styled: "so-called X helicopters"."""
    words = STYLED.sub("", name).split()
    while words and words[-1].lower() in crosswalk.words["machines"]:
        words.pop()
    return " ".join(words)


def _is_name(actor: str, crosswalk: Crosswalk) -> bool:
    """Whether an actor is called by a name: "Two terrorists" at the start of a sentence are not."""
    words = actor.split()
    if words[0].lower() in crosswalk.words["people"] and words[1:2] in (["of"], ["from"]):
        return False  # "Members of the Workers Party"
    rest = [word for word in words[1:] if word.lower() not in JOINING]
    if rest and not any(word[:1].isupper() for word in rest):
        return False
    numbered = words[0][:1].isdigit() and rest  # "19 April Movement"
    return bool(words[0][:1].isupper() or numbered) and not (
        len(words) == 1 and words[0].lower() in crosswalk.words["people"]
    )
