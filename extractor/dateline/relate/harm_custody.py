"""Tells the arrest of people from their abduction: those whom police lead away, and those said to be arrested."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from dateline.mentions import HarmMention
from dateline.records import VictimCategory, VictimStatus

DEFINITE = frozenset({"the", "both", "all", "these"})
SEIZING = "harm.seize."
LEADING = "harm.take_away."
DETAINING = "harm.detain."
CUSTODY = "harm.custody."
DEATH_OF = re.compile(r"\b(?:deaths?|killings?|murders?|torture|beating) of (?:the )?\Z", re.IGNORECASE)
DYING = re.compile(r"\b(?:died|dies|dying|dead|killed|murdered|tortured|beaten)\b", re.IGNORECASE)
MASTERED = re.compile(r"overpower\w*|subdu\w+", re.IGNORECASE)  # what attackers do to guards, and these to attackers
GUARDS = frozenset((VictimCategory.POLICE, VictimCategory.MILITARY, VictimCategory.SECURITY_GUARD))
OUT_OF_SIGHT = re.compile(r"\b(?:taken|took|taking|takes|whisk\w*|bundl\w+)\b", re.IGNORECASE)  # by whomever
# Right behind the words: what the law takes people away for, "for unlawful assembly", "on suspicion of rioting".
BY_LAW = re.compile(
    r" (?:for (?!ransom|treatment|burial|\w+ (?:day|hour|week|month|year)s?\b|(?:an?|the|their|his|her)\b)"
    r"|on (?:suspicion|charges|allegations)\b)",
    re.IGNORECASE,
)
# Whom a side carries off the field: "dragged away many wounded", "took away several of its dead".
FALLEN = re.compile(r"(?:[\w-]+ ){0,3}?(?:wounded|injured|dead|casualties|bodies|corpses|comrades)\b", re.IGNORECASE)
REACH = 250  # code points on either side in which it shows who leads people away
POLICE = re.compile(
    r"\b(?:police(?:m[ae]n|wom[ae]n)?|officers?|gendarmes?|constables?|handcuff\w*|custody|detain\w*|arrest\w*)\b",
    re.IGNORECASE,
)
CROWD = re.compile(
    r"\b(?:protest\w*|demonstrat\w+|march(?:e[ds]|ers|ing)|rall(?:y|ies|ied)|strikers?|sit-ins?)\b", re.IGNORECASE
)
# Right before the words: "police in Wuhan then".
BY_POLICE = re.compile(
    r"\b(?:police(?:m[ae]n)?|officers|gendarmes)(?: in \w+)?(?: (?:had|have|also|then))? $", re.IGNORECASE
)
CAPTORS = re.compile(
    r"\b(?:gunm[ae]n|armed|militants?|militiam[ae]n|rebels?|insurgents?|guerrillas?|bandits?|kidnap\w*|abduct\w*|captors?|hostages?"
    r"|soldiers?|death squads?|disguised|dressed|uniforms?|terrorists?|ransom)\b",
    re.IGNORECASE,
)
# Right behind "was seized": where and by whom attackers are caught.
CAUGHT = re.compile(
    r" (?:at the scene|on the spot|near the scene|by (?:\w+ )?(?:police(?:m[ae]n)?|officers|guards|bodyguards|agents|"
    r"bystanders|onlookers|passers-by|residents|passengers|the crowd))\b",
    re.IGNORECASE,
)


def tell_custody(harms: Sequence[HarmMention], text: str) -> list[HarmMention]:
    """Return the harms, an arrest where the words for a seizure tell of one.

    "The men were seized", where two men were said to be arrested before; "the man was seized at the scene"; "ten
    marchers were dragged into police buses". Guards who were overpowered are nobody's prisoners yet.
    """
    held: set[str] = set()
    told: list[HarmMention] = []
    for harm in sorted(harms, key=lambda harm: harm.span):
        if _are_mastered(harm, text) or _died_there(harm, text) or _are_fallen(harm, text):
            continue
        words = harm.people.span.of(text).lower().replace(",", " ").split() if harm.people is not None else []
        if harm.status is VictimStatus.ARRESTED and words:
            held.update(words)
        again = harm.status is VictimStatus.KIDNAPPED and harm.rule.startswith(SEIZING)
        meant = again and len(words) > 1 and words[0] in DEFINITE and words[1] in held
        caught = again and CAUGHT.match(text, harm.span.end) is not None
        arrested = meant or caught or _are_led_away(harm, text)
        told.append(replace(harm, status=VictimStatus.ARRESTED) if arrested else harm)
    return told


def _are_mastered(harm: HarmMention, text: str) -> bool:
    """Whether those who guard a place were only overcome by who attacked it."""
    guards = harm.people is not None and harm.people.category in GUARDS
    return guards and harm.rule.startswith(DETAINING) and MASTERED.fullmatch(harm.span.of(text)) is not None


def _are_fallen(harm: HarmMention, text: str) -> bool:
    """Whether those led away are the wounded or the dead of a fight, whom nobody abducts."""
    if harm.people is None or harm.status is not VictimStatus.KIDNAPPED or not harm.rule.startswith(LEADING):
        return False
    return FALLEN.match(text, harm.people.span.start) is not None


def _died_there(harm: HarmMention, text: str) -> bool:
    """Whether custody is only where somebody died: "the death of a man in custody", "a man who died in custody"."""
    if harm.people is None or harm.status is not VictimStatus.ARRESTED or not harm.rule.startswith(CUSTODY):
        return False
    people = harm.people.span
    return (
        DEATH_OF.search(text, max(0, people.start - len("killings of the ")), people.start) is not None
        or DYING.search(text, people.end, max(people.end, harm.span.start)) is not None
    )


def _are_led_away(harm: HarmMention, text: str) -> bool:
    """Whether police lead people away, or a crowd's people are, and nobody else with arms is near."""
    if not harm.rule.startswith(LEADING):
        return False
    around = text[max(0, harm.span.start - REACH) : harm.span.end + REACH]
    by_police = BY_POLICE.search(text[max(0, harm.span.start - REACH) : harm.span.start])
    by_law = by_police or BY_LAW.match(text, harm.span.end)
    if OUT_OF_SIGHT.match(harm.span.of(text)) and by_law is None:
        return False
    return CAPTORS.search(around) is None and (POLICE.search(around) or CROWD.search(around)) is not None
