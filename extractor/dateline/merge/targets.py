"""Makes targets of the links of one happening's tellings."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from dateline.frames import Frame, Reality, TargetLink
from dateline.merge.fills import Fill
from dateline.merge.target_wholes import find_craft, find_lettered, find_whole
from dateline.records import Effect, EventType, Stage, Target, TargetCategory, WeaponCategory
from dateline.relate.target_effects import PART, as_part
from dateline.spans import Span, merge_spans

AFTERMATH = "target:aftermath"  # the rule of things told only by what became of them
DEFINITE = re.compile(r"(?:the|this|that|these|those|its|their|his|her|both)\b", re.IGNORECASE)
SEARCHES = frozenset((EventType.ARREST, EventType.WEAPONS_SEIZURE))
_POLICE = re.compile(r"\b(?:police|officers?|detectives|investigators|agents|deputies|authorities)\b", re.IGNORECASE)
_ADDED = re.compile(
    r"(?:another|(?:two|three|four|five|several|some|many|the|a|an|\d+)?\s?"
    r"(?:other|neighbou?ring|nearby|adjacent|adjoining|surrounding|further|more))\b",
    re.IGNORECASE,
)
_DETERMINED = re.compile(r"(?:the|an?|this|that|his|her|their|its|another|two|three|several|\d+)\b", re.IGNORECASE)
_ONE = re.compile(r"an? ", re.IGNORECASE)
_COUNTED = re.compile(
    r"(?:(?:at least|about|some|around|nearly|more than|over) )?"
    r"(?:\d[\d,]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|a dozen|dozens|several|many)\b(?! of)",
    re.IGNORECASE,
)
_POINTING = re.compile(r"\s*(?:of|for) (?:this|that|these|those|the same|its|their|his|her)\b", re.IGNORECASE)
_DOERS = r"(?:attackers?|assailants?|gunm[ae]n|killers?|robbers?|bombers?|suspects?|terrorists?|kidnappers?|culprits?)"
# "Fled in a car", "getaway car", "the car in which the gunmen fled", "the car used by the attackers".
_FLED = r"(?:fled|fleeing|escap(?:ed|ing)|drove (?:off|away)|sped (?:off|away)|got away|made off|arrived|came)"
_RODE = re.compile(rf"\b{_FLED} (?:[\w-]+ ){{0,3}}?(?:in|on|aboard) \Z", re.IGNORECASE)
_FEW = r"(?:[\w-]+ ){0,3}?"
_OF_ONE = r"(?:(?:an?|the|their|two|three|several) )?(?:(?!the\b|an?\b|their\b)[\w-]+ ){0,2}?"  # words of one phrase
_RIDES = (
    rf"{_FLED} {_FEW}(?:in|on|aboard) (?:an?|the|their|two|three) {_FEW}NOUNs?",
    rf"{_DOERS} (?:riding )?(?:on|in|aboard) {_OF_ONE}NOUNs?",
    "(?:getaway|escape) NOUNs?",
    rf"NOUNs? (?:in|on) which (?:the |two |three )?(?:[\w-]+ )?{_DOERS}",
    rf"NOUNs? (?:that was )?used by (?:the |two |three )?{_DOERS}",
)
_RIDE = rf"\b(?:{'|'.join(_RIDES)})\b"
# "The vehicle exploded", "the driver blew up the car": that of the bomb, not what it hit.
_BLOWN = r"(?:explod\w+|blew up|blown up|detonat\w+|went off|set off|erupted)"
_NOUNS = r"(?:car|vehicle|truck|van|lorry|pickup|minivan|minibus|motorcycle|motorbike|SUV|tanker|taxi)"
_EXPLODING = re.compile(
    rf"\b{_BLOWN} (?:the|his|their|its) (?:[\w-]+ )?{_NOUNS}\b"
    rf"|\b(?:the|his|their|its) (?:[\w-]+ )?{_NOUNS} {_BLOWN}\b|\ban? (?:[\w-]+ )?(?:car|truck|van|lorry) {_BLOWN}\b",
    re.IGNORECASE,
)
VEHICLES = "targets/transport_vehicle"  # what the rules of vehicles begin with
# What a thing told before may be called again, of whichever kind it is.
WHOLES = frozenset(
    {"building", "buildings", "structure", "premises", "complex", "facility", "plant", "site", "property"}
)
# What a vehicle told before may be called again, of whichever kind it is.
CRAFT = frozenset({"vehicle", "vessel", "ship", "craft", "aircraft", "plane"})
GATHERINGS = frozenset((EventType.PROTEST, EventType.STRIKE, EventType.RIOT))
ON_GROUND = frozenset(
    ("target:at", "target:in", "target:inside", "target:near", "target:outside", "target:front", "target:on")
)
MEANT = frozenset(
    {
        TargetCategory.DIPLOMATIC, TargetCategory.GOVERNMENT, TargetCategory.POLITICAL, TargetCategory.JUDICIAL,
        TargetCategory.POLICE, TargetCategory.MILITARY, TargetCategory.BUSINESS, TargetCategory.RESIDENCE,
        TargetCategory.RELIGIOUS, TargetCategory.MEDIA, TargetCategory.TRANSPORT_VEHICLE,
        TargetCategory.TRANSPORT_ROUTE,
    }
)  # fmt: skip
NEAR = 2  # sentences from a thing to the damage told without it


def build_targets(
    frames: Sequence[Frame],
    text: str,
    stage: Stage = Stage.ACCOMPLISHED,
    event_type: EventType | None = None,
) -> tuple[Fill[Target], ...]:
    """Return the things hit, each once, in order of first mention; what was foiled left them undamaged.

    What the police search after another act was not hit by it.
    """
    # An attempt may have failed to kill and still have broken things.
    spared = Effect.UNDAMAGED if stage in (Stage.FOILED, Stage.THREATENED) else None
    told = list(frames)
    if stage is Stage.ACCOMPLISHED:
        # What may yet be hit was not.
        told = [frame for frame in frames if frame.reality in (Reality.TOLD, Reality.GENERAL)] or told
    if event_type not in SEARCHES:
        told = [replace(frame, targets=()) if _is_search(frame, text) else frame for frame in told]
    if any(weapon.category is WeaponCategory.VEHICLE_BOMB for frame in told for weapon in frame.weapons):
        told = [_without_bombs(frame, text) for frame in told]
    if event_type in GATHERINGS:
        told = [replace(frame, targets=_without_grounds(frame, event_type)) for frame in told]
    groups = group_targets(_with_loose_effects(told), text)
    return tuple(_fill(links, text, spared) for links in groups if not _carried_doers(links, text))


def _without_grounds(frame: Frame, event_type: EventType) -> tuple[TargetLink, ...]:
    """Leave out where crowds and police met, and nothing was broken: "clashed at the university", "in the square".

    Whose house or office they stand before is meant by it: "threw stones outside the ministry".
    """
    if event_type is EventType.STRIKE:
        return tuple(link for link in frame.targets if link.effect is not None or _is_stopped(link))
    grounds = {site.head for site in frame.sites}
    return tuple(
        link
        for link in frame.targets
        if link.effect is not None
        or link.rule not in ON_GROUND
        or link.mention.head not in grounds
        or link.mention.category in MEANT
    )


def _is_stopped(link: TargetLink) -> bool:
    """Whether strikers block a way or hold up a train; that schools are shut, and "a bus strike", tells no target."""
    ways = (TargetCategory.TRANSPORT_ROUTE, TargetCategory.TRANSPORT_VEHICLE)
    return link.mention.category in ways and link.rule != "target:modifier"


def _without_bombs(frame: Frame, text: str) -> Frame:
    """Leave out of a telling the vehicle that carried the bomb."""
    spans = [Span(*found.span()) for found in _EXPLODING.finditer(text, frame.span.start, frame.span.end)]
    if not spans:
        return frame
    kept = tuple(link for link in frame.targets if not any(span.overlaps(link.mention.span) for span in spans))
    return replace(frame, targets=kept)


def _is_search(frame: Frame, text: str) -> bool:
    """Whether the words tell that the police look for somebody or something; rebels raid towns."""
    if frame.type not in SEARCHES:
        return False
    told = min((trigger.span.start for trigger in frame.triggers), default=frame.span.end)
    return _POLICE.search(text, frame.span.start, told) is not None


def _carried_doers(links: Sequence[TargetLink], text: str) -> bool:
    """Whether the thing is the vehicle that the doers came or fled in, which is found or burned later."""
    if any(
        link.mention.category is not TargetCategory.TRANSPORT_VEHICLE or link.effect is Effect.TAKEN for link in links
    ):
        return False
    if any(_RODE.search(text, max(0, link.mention.span.start - 40), link.mention.span.start) for link in links):
        return True
    if not any(link.rule == AFTERMATH or DEFINITE.match(link.mention.span.of(text)) for link in links):
        return False
    return any(re.search(_RIDE.replace("NOUN", re.escape(_noun(link, text))), text, re.IGNORECASE) for link in links)


def _with_loose_effects(frames: Sequence[Frame]) -> list[Frame]:
    """Give damage told without a thing to the only thing of the telling or of the one before it.

    What befell the things of the telling itself may be told: "two bullets hit the door and a third went through a car".
    """
    made: list[Frame] = []
    for frame in frames:
        made.append(frame)
        open_ones = (i for i in range(len(made) - 1, -1, -1) if any(link.effect is None for link in made[i].targets))
        home = next(open_ones, None)
        if frame.loose_effect is None or home is None:
            continue
        holder = made[home]
        if len(holder.targets) == 1 and frame.sentence - holder.sentence <= NEAR:
            made[home] = replace(holder, targets=(replace(holder.targets[0], effect=frame.loose_effect),))
    return made


def group_targets(frames: Sequence[Frame], text: str) -> tuple[tuple[TargetLink, ...], ...]:
    """Return the links of one thing together: of one category, unless two countries own them or a list parts them."""
    groups: list[list[TargetLink]] = []
    for frame in frames:
        for link in frame.targets:
            whole = find_whole(groups, link, text)
            if whole is not None:
                whole.append(as_part(link))
                continue
            home = find_lettered(groups, link, text) or _find_home(groups, frame.targets, link, text)
            home = home or _find_meant(groups, link, text)
            if home is None:
                groups.append([link])
            else:
                home.append(link)
    return tuple(tuple(group) for group in groups)


def _find_home(
    groups: Sequence[list[TargetLink]], told: Sequence[TargetLink], link: TargetLink, text: str
) -> list[TargetLink] | None:
    """Return the links of the same thing, by its noun where one sentence tells several ("a tank and two bunkers")."""
    words = link.mention.span.of(text)
    if _ADDED.match(words):
        return None  # "two neighbouring houses" beside the house that was hit
    noun = _noun(link, text)
    bare = next((group for group in groups if _is_headlined(group, link, noun, text)), None)
    if bare is not None:
        return bare
    alike = [group for group in groups if _is_same(group, link) and not _has_other_owner(group, link, text)]
    if _is_new_vehicle(link, text):
        alike = [group for group in alike if all(map(_rides, group)) or any(_noun(one, text) == noun for one in group)]
    named = next((group for group in alike if any(_noun(known, text) == noun for known in group)), None)
    if named is not None or not alike:
        return named
    if link.rule == PART:
        return alike[-1]  # "three classrooms were gutted" of the school
    if link.rule == AFTERMATH and len(told) > 1 and _ONE.match(words):
        return None  # "the van was destroyed, while three rickshaws and a coach were damaged"
    if _COUNTED.match(words):
        # "The police station" and "three police cars": what is counted anew under another noun is another thing.
        alike = [
            group for group in alike if all(_COUNTED.match(known.mention.span.of(text)) is None for known in group)
        ]
        alike = [group for group in alike if all(not _is_definite_one(known, text) for known in group)]
    if len(alike) == 1 and _points_back(link, alike[0], text):
        return alike[0]
    set_apart = all(any(known in told for known in group) for group in alike)
    again = noun in WHOLES or (noun in CRAFT and not words.lower().endswith(f"{noun}s"))
    again = again and DEFINITE.match(words) is not None
    return None if set_apart and not again else alike[0]


def _points_back(link: TargetLink, group: Sequence[TargetLink], text: str) -> bool:
    """Whether what a later sentence calls "the ship" is the one thing of its kind told before: "an oil tanker"."""
    words = link.mention.span.of(text).lower().split()
    single = not any(known.mention.span.of(text).lower().endswith("s") for known in group)
    return link.rule == AFTERMATH and len(words) == 2 and words[0] == "the" and single and not words[1].endswith("s")


def _is_headlined(group: Sequence[TargetLink], link: TargetLink, noun: str, text: str) -> bool:
    """Whether a headline told the thing in fewer words: "Bus of air force staff hit", then "a bus carrying pilots".

    Or in a nearer word: "Arson at asylum centre", then "a building that was to house refugees".
    """
    told = group[0].mention
    again = _noun(group[0], text) == noun or (noun in WHOLES and _ONE.match(link.mention.span.of(text)) is not None)
    return (
        (told.span.start == 0 or "\n" not in text[: told.span.start])
        and again
        and len(group) == 1
        and not _DETERMINED.match(told.span.of(text))
    )


def _is_definite_one(link: TargetLink, text: str) -> bool:
    """Whether the thing is a single one that was told in full: "the police station", "a church"."""
    words = link.mention.span.of(text).split()
    return words[0].lower() in ("the", "a", "an") and not words[-1].lower().endswith("s")


def _has_other_owner(group: Sequence[TargetLink], link: TargetLink, text: str) -> bool:
    """Whether the thing belongs to somebody else: "the office of Judge Ruiz", "the office of the bakers' union"."""
    owner = link.mention.owner
    told = [known.mention.owner for known in group if known.mention.owner is not None]
    if owner is None or not told or _POINTING.match(owner.of(text)):
        return False
    return all(mine.of(text) != owner.of(text) for mine in told)


def _noun(link: TargetLink, text: str) -> str:
    return link.mention.span.of(text).split()[-1].lower().removesuffix("s")


def _find_meant(groups: Sequence[list[TargetLink]], link: TargetLink, text: str) -> list[TargetLink] | None:
    """Return the thing that "the station" or "the building" stands for, None where it is a thing of its own."""
    words = link.mention.span.of(text).lower()
    if not words.startswith("the "):
        return None
    noun = words.removeprefix("the ")
    for group in reversed(groups):
        if any(known.mention.span.of(text).lower().endswith(f" {noun}") for known in group):
            return group
    craft = find_craft(groups, noun, text)
    if craft is not None:
        return craft
    # Of whichever kind it was, it is what was hit before.
    plain = noun in WHOLES or (link.mention.category is TargetCategory.OTHER and link.rule == AFTERMATH)
    return groups[-1] if groups and plain else None


def _is_same(group: Sequence[TargetLink], link: TargetLink) -> bool:
    if group[0].mention.category is not link.mention.category:
        return False
    owners = {known.mention.country for known in group if known.mention.country is not None}
    return not owners or link.mention.country is None or link.mention.country in owners


def _is_new_vehicle(link: TargetLink, text: str) -> bool:
    """Whether the words bring up a vehicle: "a police jeep" is not the police post told before."""
    return _rides(link) and _ONE.match(link.mention.span.of(text)) is not None


def _rides(link: TargetLink) -> bool:
    """Whether the thing is a vehicle, whosever it is."""
    return link.mention.rule.startswith(VEHICLES)


def _choose_effect(links: Sequence[TargetLink], noun: str, text: str) -> Effect | None:
    """Return the worst that is told of the thing itself, else what is told first."""
    told = [link for link in links if link.effect is not None]
    if any(
        link.effect is Effect.DESTROYED and (_noun(link, text) == noun or _means_whole(link, text)) for link in told
    ):
        return Effect.DESTROYED
    return told[0].effect if told else None


def _means_whole(link: TargetLink, text: str) -> bool:
    """Whether a word that fits any of them means what was told before: "the three-storey building"."""
    return DEFINITE.match(link.mention.span.of(text)) is not None and _noun(link, text) in WHOLES | CRAFT


def _is_bare(link: TargetLink, text: str) -> bool:
    """Whether the words only point back to what was told before: "the building"."""
    words = link.mention.whole.of(text).split()
    return len(words) == 2 and DEFINITE.match(words[0]) is not None


def _fill(links: Sequence[TargetLink], text: str, spared: Effect | None) -> Fill[Target]:
    best = max(
        links,
        key=lambda link: (
            link.mention.country is not None, link.mention.owner is not None, not _is_bare(link, text),
            _noun(link, text) not in WHOLES, _DETERMINED.match(link.mention.span.of(text)) is not None, link.score,
        ),
    )  # fmt: skip
    mention = best.mention
    effect = _choose_effect(links, _noun(best, text), text)
    if spared is not None and effect in (None, Effect.DESTROYED):
        effect = spared
    cues = [link.cue for link in links if link.cue is not None]
    return Fill(
        value=Target(text=mention.whole.of(text), category=mention.category, country=mention.country, effect=effect),
        spans=merge_spans([link.mention.whole for link in links] + cues),
        rules=tuple(dict.fromkeys(link.rule for link in links)),
        confidence=max(link.score for link in links),
    )
