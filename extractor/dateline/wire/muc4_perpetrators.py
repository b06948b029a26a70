"""Who did it, as MUC-4 templates write it: people and organizations apart, and how sure the article is of each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from dateline.gazetteer.names import fold
from dateline.records import ActorKind, Attribution, Record, Stance
from dateline.wire.muc4_tables import Crosswalk, phrase
from dateline.wire.muc4_templates import Template

AT_ODDS = (ActorKind.ARMED_GROUP, ActorKind.CRIMINAL)
BRACKETED = re.compile(r"\s*[\[(]([^\])]*)[\])]?")
JOINING = frozenset(("of", "the", "de", "and", "for", "del"))


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
        confidence = crosswalk.read("stances", actor.stance)
        if confidence is None:
            continue
        kinds.add(actor.kind)
        told = [phrase(text[start:end]) for start, end in record.evidence.get(f"attributions[{index}]", ())]
        who, organization = _split_actor(actor, told, text, crosswalk)
        if who:
            people.append(who)
        if organization and organization not in organizations:
            if actor.stance is Stance.ACCUSED and _is_authority(actor.by or "", crosswalk):
                confidence = "SUSPECTED OR ACCUSED BY AUTHORITIES"
            organizations[organization] = confidence
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


def _is_authority(by: str, crosswalk: Crosswalk) -> bool:
    return bool(set(fold(by).split()) & crosswalk.words["authorities"])


def _split_actor(actor: Attribution, told: Sequence[str], text: str, crosswalk: Crosswalk) -> tuple[str, str]:
    """Return the people and the organization that an actor stands for, "" for none."""
    printed = BRACKETED.sub("", phrase(actor.text))
    named = actor.kind is not ActorKind.INDIVIDUAL and _is_name(actor.actor, crosswalk)
    if not named and actor.kind is not ActorKind.STATE:
        return printed, ""
    own = _people_in(printed, crosswalk)
    if own and not named:
        return own, ""
    others = (words for words in told if words != phrase(actor.by or "") and _people_in(words, crosswalk))
    return own or next(others, ""), _organization(actor, printed, text, crosswalk)


def _people_in(words: str, crosswalk: Crosswalk) -> str:
    """Return the words if they call people by what they are, else ""."""
    return words if set(fold(words).split()) & crosswalk.words["people"] else ""


def _organization(actor: Attribution, printed: str, text: str, crosswalk: Crosswalk) -> str:
    """Return the name of an organization as the article has it, "" where it only tells of people or machines."""
    name, letters = BRACKETED.sub("", actor.actor.upper()), BRACKETED.search(actor.actor.upper())
    forms = (phrase(name), *((letters[1],) if letters else ()))
    found = next((form for form in forms if re.search(rf"\b{re.escape(form)}\b", text.upper())), "")
    bare = set(fold(printed).split())
    if found and (bare & (crosswalk.words["people"] | crosswalk.words["machines"]) or found not in printed):
        return _without_machines(found, crosswalk)
    return "" if bare & crosswalk.words["people"] else _without_machines(printed, crosswalk)


def _without_machines(name: str, crosswalk: Crosswalk) -> str:
    """Return a name without the machines of its owner at the end: "Air Force helicopters"."""
    words = name.split()
    while words and words[-1].lower() in crosswalk.words["machines"]:
        words.pop()
    return " ".join(words)


def _is_name(actor: str, crosswalk: Crosswalk) -> bool:
    """Whether an actor is called by a name: "Two terrorists" at the start of a sentence are not."""
    words = actor.split()
    rest = [word for word in words[1:] if word.lower() not in JOINING]
    if rest and not any(word[:1].isupper() for word in rest):
        return False
    return words[0][:1].isupper() and not (len(words) == 1 and words[0].lower() in crosswalk.words["people"])
