"""Folds the arrest of suspects into the act that they are held for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from dateline.articles import BlockKind
from dateline.frames import Reality
from dateline.mentions import HarmMention
from dateline.merge.cases import OPENING, list_acts, names_charges, opens_case
from dateline.merge.clues import Clue
from dateline.merge.clustering import Happening
from dateline.merge.likeness import is_of_other_scene, opens_elsewhere
from dateline.merge.other_dead import are_of_two_briefs
from dateline.merge.same_people import is_same_name
from dateline.records import FAMILY, EventType, Family, VictimCategory, VictimStatus

# Acts whose doers are looked for afterwards, and held for them.
CRIMES = frozenset({Family.EXPLOSIVE, Family.ARMED, Family.MELEE, Family.ABUSE, Family.SEIZURE, Family.PROPERTY})
HARMED = frozenset({VictimStatus.KILLED, VictimStatus.INJURED, VictimStatus.KIDNAPPED})
SOON = timedelta(days=7)  # after the act
NEXT = 3  # sentences behind the crime in which the suspect's arrest is told
AGED, PRONOUN = "people.age", ".pronoun"  # rules of "the 25-year-old" and "he"
FEW = 12  # more people are held in a sweep, or at a protest


def fold_arrests(happenings: Sequence[Happening]) -> tuple[Happening, ...]:
    """Return the happenings, those that tell only of an arrest joined to the crime told last before them.

    The arrest tells whom the police hold, not when and where the crime was done, so its own day and place are left
    out. One that the article opens with, or that is of another time or country, stays what it is.
    """
    kept: list[Happening] = []
    for happening in happenings:
        crimes = [index for index in reversed(range(len(kept))) if _is_crime(kept[index])]
        # "In 2018 a dozen schools were burned. Police detained seven people": not for what is history.
        crime = next((index for index in crimes if not _is_history(kept[index])), next(iter(crimes), None))
        known = frozenset() if crime is None else _name_dead(kept[crime])
        if crime is None or not _is_arrest(happening, known) or not _may_follow(kept[crime], happening):
            kept.append(happening)
            continue
        held = (_without_dead(clue, known).unset for clue in happening.clues)
        kept[crime] = Happening((*kept[crime].clues, *held))
    return tuple(kept)


def _without_dead(clue: Clue, known: frozenset[str]) -> Clue:
    """Return the telling without those of whom the crime tells that they died."""
    harms = tuple(harm for harm in clue.frame.harms if not _is_dead_of(harm, known))
    return clue if len(harms) == len(clue.frame.harms) else replace(clue, frame=replace(clue.frame, harms=harms))


def _is_crime(happening: Happening) -> bool:
    """Whether an act of the happening, told as fact, hurt somebody or is by its name a crime."""
    return any(
        clue.frame.reality is Reality.TOLD
        and clue.frame.type is not EventType.ARREST
        and (
            any(harm.status in HARMED and (harm.count is None or harm.count.best) for harm in clue.frame.harms)
            or (clue.frame.specific and FAMILY[clue.frame.type] in CRIMES)
        )
        for clue in happening.clues
    )


def _is_history(happening: Happening) -> bool:
    """Whether its own words tell a time long before the article."""
    return any(clue.is_history for clue in happening.clues)


def _is_arrest(happening: Happening, known: frozenset[str]) -> bool:
    """Whether nothing but the arrest of a few people is told, behind the opening of the article.

    Of the crime it may tell again who died: "Poe is charged with murder. Prosecutors said that Ruiz has died"; they
    are `known` by name.
    """
    harms = [harm for clue in happening.clues for harm in clue.frame.harms if not _is_dead_of(harm, known)]
    arrested = [harm for harm in harms if harm.status is VictimStatus.ARRESTED]
    return (
        bool(arrested)
        and all(harm.status not in HARMED for harm in harms)
        and all(
            _tells_arrest(clue) or _names_charge(clue, happening) or _tells_dead(clue, known)
            for clue in happening.clues
        )
        and all(harm.people is None or harm.people.category is not VictimCategory.MILITANT for harm in arrested)
        and all(harm.count is None or (harm.count.best or 0) <= FEW for harm in arrested)
    )


def _tells_arrest(clue: Clue) -> bool:
    frame = clue.frame
    return frame.type is EventType.ARREST and frame.block is not BlockKind.TITLE and not frame.other


def _names_charge(clue: Clue, happening: Happening) -> bool:
    """Whether an act is only named beside an arrest: "was arrested on a murder charge"."""
    arrests = {other.frame.sentence for other in happening.clues if _tells_arrest(other)}
    return not clue.frame.harms and (clue.frame.sentence in arrests or names_charges(clue))


def _name_dead(crime: Happening) -> frozenset[str]:
    """Return the names of those whom the crime killed."""
    harms = (harm for clue in crime.clues for harm in clue.frame.harms if harm.status is VictimStatus.KILLED)
    return frozenset(harm.people.name for harm in harms if harm.people is not None and harm.people.name)


def _is_dead_of(harm: HarmMention, known: frozenset[str]) -> bool:
    name = harm.people.name if harm.people is not None and harm.status in HARMED else None
    return name is not None and any(is_same_name(name, other) for other in known)


def _tells_dead(clue: Clue, known: frozenset[str]) -> bool:
    """Whether the telling adds nobody to those whom the crime killed."""
    frame = clue.frame
    return not frame.other and bool(frame.harms) and all(_is_dead_of(harm, known) for harm in frame.harms)


def _is_judged(arrest: Happening) -> bool:
    """Whether a court's word is told: that may come years after the act."""
    return any(stance.rule == "stance:convict" for clue in arrest.clues for stance in clue.frame.stances)


def _holds_doer(crime: Happening, arrest: Happening) -> bool:
    """Whether all who are held are named as those who did the act: they may be caught long after it."""
    doers = {stance.actor.actor for clue in crime.clues for stance in clue.frame.stances if stance.actor.named}
    held = [harm.people for clue in arrest.clues for harm in clue.frame.harms if harm.status is VictimStatus.ARRESTED]
    names = [people.name if people is not None else None for people in held]
    return bool(names) and all(name and any(is_same_name(name, doer) for doer in doers) for name in names)


def _holds_suspect(crime: Happening, arrest: Happening) -> bool:
    """Whether the article opens with whom somebody holds or wants for the crime, and goes on with where he was caught.

    "A man was extradited over a bombing in Burgos. Jon Lasa, 41, was arrested in Bayonne in 2008": years after the act
    and abroad, but for it.
    """
    frame = arrest.clues[0].frame
    if not opens_case(crime.clues) or frame.sentence - max(clue.frame.sentence for clue in crime.clues) > NEXT:
        return False
    if not any(clue.frame.paragraph <= OPENING for clue in list_acts(crime.clues)):
        return False
    held = [harm for harm in frame.harms if harm.status is VictimStatus.ARRESTED and harm.people is not None]
    return bool(held) and all(
        harm.people is not None
        and (harm.people.name is not None or harm.people.rule == AGED or harm.rule.endswith(PRONOUN))
        and (harm.count is None or harm.count.best == 1)
        for harm in held
    )


def _may_follow(crime: Happening, arrest: Happening) -> bool:
    """Whether the arrest may be for the crime: no earlier, not long after, in the same country, not set elsewhere."""
    if are_of_two_briefs(crime.clues, arrest.clues):
        return False
    if opens_elsewhere([clue.frame for clue in crime.clues], arrest.clues[0].frame):
        return False  # "In Van, police detained eight men"
    if is_of_other_scene(crime.clues, arrest.clues[0]):
        return False
    if _holds_suspect(crime, arrest):
        return True
    days = [clue.time.when.start for clue in crime.clues if clue.time]
    later = [clue.time.when.end for clue in arrest.clues if clue.time]
    soon = not (days and later) or min(days) <= max(later) <= max(days) + SOON
    if not (soon or _holds_doer(crime, arrest) or (_is_judged(arrest) and min(days) <= max(later))):
        return False
    here = {clue.place.place.country for clue in crime.clues if clue.place}
    there = {clue.place.place.country for clue in arrest.clues if clue.place}
    return not here or not there or bool(here & there)
