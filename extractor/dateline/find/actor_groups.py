"""Finds the phrases around words for those who act: "two armed men", "Syrian troops", "hundreds of farmers"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from dateline.find.actor_lexicon import Noun, Use
from dateline.find.actor_phrases import (
    BELONGING,
    DEFINITE,
    country_in,
    left_edge,
    of_objects,
    skip_article,
    words_of,
)
from dateline.find.actor_scene import ActorScene
from dateline.find.actor_tails import find_tail
from dateline.find.nouns import span_of
from dateline.lexicon.files import load_file
from dateline.mentions import ActorMention
from dateline.records import ActorKind

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

MANY = frozenset(("hundred", "hundreds", "thousand", "thousands", "dozens", "scores"))
CROWD_SIZE = 50  # people
UNITS = frozenset(
    (
        "miles",
        "kilometers",
        "kilometres",
        "metres",
        "meters",
        "yards",
        "feet",
        "hours",
        "days",
        "weeks",
        "months",
        "years",
        "times",
    )
) | frozenset(
    ("dollars", "euros", "pounds", "rupees", "tons", "tonnes", "acres", "hectares", "minutes", "attacks", "incidents")
)
# What is counted beside acts and does none: "dozens of shots", "one of their guns".
# fmt: off
SHARDS = frozenset((
    "rounds", "shots", "gunshots", "bullets", "casings", "shells", "blasts", "explosions", "fires", "shootings",
    "raids", "guns", "weapons", "firearms", "rifles", "pistols", "knives", "bombs", "grenades", "rockets", "missiles",
    "deaths", "killings", "murders", "homicides", "arrests", "injuries", "wounds", "charges", "counts", "calls", "tips",
))
# fmt: on
# fmt: off
UNITS_OF_ARMIES = frozenset((
    "brigade", "brigades", "battalion", "battalions", "column", "columns", "squad", "squads", "detachment",
    "detachments",
))
# fmt: on
FORMATIONS = UNITS_OF_ARMIES | {"division", "divisions", "regiment", "corps", "command", "guard", "guards"}
NUMBERED = re.compile(r"\d+(?:st|nd|rd|d|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth")
TROOPS = frozenset(("commando", "commandos", "paramilitary", "paramilitaries", "irregulars", "snipers", "sniper"))
# Bodies that are armed where a word for fighters stands before them.
BANDS = frozenset(
    ("group", "groups", "cell", "cells", "faction", "factions", "outfit", "outfits", "network", "band")
) | (
    frozenset(("organization", "organisation", "organizations", "organisations", "column", "squad", "brigade", "front"))
    | frozenset(("columns", "squads", "brigades", "fronts", "bands", "networks", "units", "unit", "detachment"))
)
CIVIL = frozenset(
    ("nationalist", "dissident", "radical", "loyalist", "leftist", "rightist", "marxist", "fundamentalist")
)
COLLECTIVE = frozenset(("mob", "crowd", "opposition", "youth"))  # words of the singular for many
FORMER = frozenset(("former", "ex", "retired", "dismissed", "sacked"))
PRIVATE = frozenset(("private", "personal"))  # "the private army of a landowner"
OWNED = frozenset(("forces", "weaponry"))  # entries of actor_nouns.toml
NEAR_OWNER = 12  # tokens from forces to whose they are
OPERATED = frozenset(("belonging", "flown", "operated", "piloted", "sent", "deployed", "launched", "fired"))
REACH_OF_COUNT = 8  # tokens from a word of quantity to the people counted
FOES = frozenset(("enemy", "hostile", "government", "regime", "state", "federal", "allied"))
DESCRIBING_OWNER = frozenset(("compound", "amod", "poss", "nmod"))
DESCRIBING = frozenset(("compound", "amod", "nmod", "nummod", "quantmod", "det", "predet", "advmod"))


def _are_many(doc: Doc, first: int, last: int) -> bool:
    """Whether the phrase from token `first` to `last` counts people by the hundred, or a few dozen at least."""
    for token in doc[first : last + 1]:
        word = token.lower_.replace(",", "")
        if word in MANY or (word.isdigit() and int(word) >= CROWD_SIZE and token.dep_ in ("nummod", "compound")):
            return True
    return False


def find_groups(scene: ActorScene) -> Iterator[ActorMention]:
    """Yield the phrases around words for actors."""
    doc = scene.doc
    for index, placed in scene.placed.items():
        head = doc[index]
        if index in scene.covered or _modifies_actor(head, scene) or _is_praised(head):
            continue
        if head.dep_ in DESCRIBING and (head.lower_ == "old" or (head.pos_ == "ADJ" and placed.noun.use is Use.WEAK)):
            continue  # "a 17-year-old pupil", "a minor blast"
        left = left_edge(head, placed.first)
        first, last = skip_article(doc, left, placed.first), index
        noun, kind = placed.noun, _kind_of(placed.noun, head)
        owner = _named_owner(scene, head) if noun.id in OWNED else None
        if owner is not None:
            yield replace(owner, head=index)  # "fighter jets of the Saudi-led coalition"
            continue
        if noun.use in (Use.QUANTITY, Use.GROUP, Use.MEMBER):
            inner = _find_counted(scene, head)
            known = scene.mentions.get(inner.i) if inner is not None else None
            if inner is not None and known is not None and known.named:
                yield replace(known, span=span_of(doc, first, inner.i), head=index)
                continue
            if inner is not None:
                last = _last_of_title(inner)
                kind = kind if kind is not ActorKind.UNKNOWN else scene.placed[inner.i].noun.kind
            elif noun.use is Use.QUANTITY:
                counted = _counted(head, scene)
                if counted is None and not _stands_alone(head):
                    continue
                last = counted.i if counted is not None else last
                kind = ActorKind.CROWD
        last = max(
            last,
            _last_of_in_law(head),
            _last_of_crowd(head, noun),
            _last_of_loyal(head),
            _last_of_owner(scene, head, noun),
        )
        if (
            kind is ActorKind.INDIVIDUAL
            and (noun.id in ("people", "quantities") or head.lower_ in ("men", "youths"))
            and _are_many(doc, left, last)
        ):
            kind = ActorKind.CROWD  # "some 500 people", "several hundred young men"
        kind = _kind_of_body(scene, noun, kind, (first, head, last))
        titled = noun.id == "bodies" and kind is ActorKind.ARMED_GROUP and _is_titled(doc, first, head)
        if head.lower_ in TROOPS and _has_force(scene, first, last):
            kind = ActorKind.STATE  # "commandos of the police"
        if noun.use is Use.FORCE and noun.id == "forces" and _is_militant(scene, first, doc[placed.first]):
            kind = ActorKind.ARMED_GROUP  # "rebel troops"
        kind = _kind_of_forces(head) or kind if noun.id == "forces" else kind
        last = max(last, _last_of_tied(head)) if noun.id == "bodies" else last
        if noun.id == "bodies" and first == last and doc[left].lower_ in DEFINITE:
            continue  # "the group": left to reference
        country = country_in(doc, first, last, scene.country_of, overlay=scene.overlay)
        if noun.id == "sides" and country is None:
            continue  # "the far side of the river"
        if noun.id == "weaponry" and country is None and last == index and not _is_owned(scene, head):
            continue  # "a drone", "two bomb-laden drones": a means, unless it is somebody's
        mention = ActorMention(
            span=span_of(doc, first, last),
            head=index,
            rule=f"noun:{noun.id}",
            actor=words_of(doc, first, last),
            kind=kind,
            country=country,
            named=titled,
            tail=find_tail(doc, last, head, noun.use),
        )
        yield from _part_countries(scene, mention) if noun.use is Use.FORCE else (mention,)


def _is_praised(head: Token) -> bool:
    """Whether the words are what a group calls whoever did it: "a soldier of the caliphate"."""
    return any(realm.lower_ == "caliphate" for realm in of_objects(head))


def _last_of_in_law(head: Token) -> int:
    """Return the last token of "mother-in-law", whose head is "mother"; else that of `head`."""
    behind = [token.lower_ for token in head.doc[head.i + 1 : head.i + 5]]
    return head.i + 4 if behind == ["-", "in", "-", "law"] else head.i


def _find_counted(scene: ActorScene, head: Token) -> Token | None:
    """Return the people of whom a phrase counts some: the nurses of "hundreds of thousands of nurses"."""
    inner: Token | None = None
    while True:
        below = inner if inner is not None else head
        found = next(
            (obj for obj in of_objects(below) if obj.i in scene.placed and obj.i - head.i < REACH_OF_COUNT), None
        )
        if found is None:
            return inner
        inner = found
        if scene.placed[found.i].noun.use is not Use.QUANTITY:
            return inner


def _last_of_title(body: Token) -> int:
    """Return the last token of the name of a body: "the Workers Party of Mali", "the Front for Peace and Work"."""
    behind = body.doc[body.i + 1 : body.i + 2]
    if body.pos_ != "PROPN" or not any(prep.dep_ == "prep" and prep.lower_ in ("of", "for") for prep in behind):
        return body.i
    owner = next((obj for prep in behind for obj in prep.children if obj.dep_ == "pobj"), None)
    if owner is None or owner.pos_ != "PROPN":
        return body.i
    joined = [owner, *(one for one in owner.conjuncts if one.pos_ == "PROPN" and one.ent_type_ == body.ent_type_)]
    return max(_last_of_title(one) for one in joined)


def _is_owned(scene: ActorScene, head: Token) -> bool:
    """Whether a word before a weapon says whose it is."""
    return any(_may_own(scene, kid) for kid in head.lefts)


def _may_own(scene: ActorScene, token: Token) -> bool:
    """Whether a word before a weapon says whose it is: "rebel drones", "enemy artillery", not "armed drones"."""
    if token.dep_ not in DESCRIBING_OWNER:
        return False
    known = token.i in scene.placed or token.lower_ in FOES or token.ent_type_ in ("NORP", "GPE", "ORG")
    return known or token.dep_ == "poss" or token.pos_ == "PROPN"


def _owners_of(head: Token) -> Iterator[Token]:
    """Yield the words for whose forces or weapons these are: "of the coalition", "flown by X", "belonging to X"."""
    verbs = [child for child in head.rights if child.dep_ == "acl" and child.lower_ in OPERATED]
    hands = (obj for verb in verbs for prep in verb.rights if prep.lower_ in ("by", "to") for obj in prep.rights)
    yield from (obj for obj in (*of_objects(head), *hands) if obj.i - head.i < NEAR_OWNER)


def _named_owner(scene: ActorScene, head: Token) -> ActorMention | None:
    """Return the state or group by name whose forces these are: "fighter jets of the Saudi-led coalition"."""
    owners = (scene.mentions.get(obj.i) for obj in _owners_of(head))
    return next((owner for owner in owners if owner is not None and owner.named), None)


def _is_of_state(scene: ActorScene, noun: Token) -> bool:
    """Whether it names a state, or its forces or government: "Jordan", "the Ukrainian army", "the Assad regime"."""
    placed = scene.placed.get(noun.i)
    if noun.ent_type_ != "GPE" and (placed is None or placed.noun.id not in ("forces", "governments")):
        return False
    return country_in(noun.doc, noun.left_edge.i, noun.i, scene.country_of, overlay=scene.overlay) is not None


def _is_militant(scene: ActorScene, first: int, head: Token) -> bool:
    """Whether a word before the head names fighters by what they are or fight for: "separatist", "Maoist"."""
    doc = scene.doc
    placed = (scene.placed.get(index) for index in range(first, head.i))
    return any(
        word is not None
        and word.noun.id in ("fighters", "militias")
        and doc[word.last].lower_ not in CIVIL
        and doc[max(0, word.first - 1)].text != "-"  # "anti-guerrilla troops"
        for word in placed
    )


def _kind_of_body(scene: ActorScene, noun: Noun, kind: ActorKind, phrase: tuple[int, Token, int]) -> ActorKind:
    """Return the kind of a body of people by what stands before its word: first token, head and last of the phrase."""
    first, head, last = phrase
    if noun.id in ("bodies", "quantities") and head.lower_ in BANDS and _is_militant(scene, first, head):
        kind = ActorKind.ARMED_GROUP  # "an anarchist group"
    if noun.id == "members" and kind is ActorKind.UNKNOWN and _has_force(scene, first, last):
        kind = ActorKind.STATE  # "armed forces members"
    if noun.id != "bodies" or head.lower_ not in UNITS_OF_ARMIES or kind is not ActorKind.UNKNOWN:
        return kind
    if _is_numbered(scene.doc, first, head) or _has_force(scene, first, last):
        return ActorKind.STATE  # "the 5th Brigade", "an army column"
    return ActorKind.ARMED_GROUP if _is_titled(scene.doc, first, head) else kind  # "the Grey Brigade"


def _is_titled(doc: Doc, first: int, head: Token) -> bool:
    """Whether the words name a unit: "the Grey Brigade", "the 9 Brigade"; not "Brigade", nor "a brigade"."""
    unit = head.lower_ in UNITS_OF_ARMIES
    return unit and head.pos_ == "PROPN" and head.text[0].isupper() and first < head.i


def _is_numbered(doc: Doc, first: int, head: Token) -> bool:
    """Whether the words before the head hold the number that an army gives its units: "the 5th Brigade"."""
    return any(NUMBERED.fullmatch(doc[index].lower_) for index in range(first, head.i))


def _has_force(scene: ActorScene, first: int, last: int) -> bool:
    """Whether a word of the phrase names an arm of a state: "army", "police"."""
    placed = (scene.placed.get(index) for index in range(first, last + 1))
    return any(word is not None and word.noun.use is Use.FORCE for word in placed)


def _part_countries(scene: ActorScene, forces: ActorMention) -> Iterator[ActorMention]:
    """Yield one mention for each country's forces where the phrase tells of two: "Russian or Syrian warplanes"."""
    doc = scene.doc
    head = doc[forces.head]
    owners = [child for child in head.lefts if child.dep_ in ("amod", "nmod", "compound")]
    pairs = [(first, other) for first in owners for other in first.children if other.dep_ == "conj"]
    for first, other in pairs:
        codes = (scene.country_of(first.text), scene.country_of(other.text))
        if head.tag_ != "NNS" or None in codes or codes[0] == codes[1]:
            continue
        rest = words_of(doc, other.i + 1, head.i)
        yield replace(forces, actor=f"{first.text} {rest}", country=codes[0])
        yield replace(
            forces, actor=f"{other.text} {rest}", country=codes[1], head=other.i, span=span_of(doc, other.i, head.i)
        )
        return
    yield forces


def _kind_of(noun: Noun, head: Token) -> ActorKind:
    """Return the kind that a word names: of a crowd's words one in the singular is a single person ("a driver")."""
    one = head.lower_ == "youth" and any(kid.lower_ in ("a", "an") for kid in head.lefts)  # "a 22-year-old youth"
    single = noun.kind is ActorKind.CROWD and head.tag_ == "NN" and (one or head.lower_ not in COLLECTIVE)
    return ActorKind.INDIVIDUAL if single else noun.kind


def _kind_of_forces(head: Token) -> ActorKind | None:
    """Return the kind of those in arms who are none of a state's, None for others."""
    words = {child.lower_ for child in head.lefts}
    before = [word.lower_ for word in head.doc[max(0, head.i - 2) : head.i]]
    if words & FORMER or before == ["ex", "-"]:
        return ActorKind.INDIVIDUAL  # "a former policeman"
    return ActorKind.ARMED_GROUP if words & PRIVATE else None


def _counted(head: Token, scene: ActorScene) -> Token | None:
    """Return the plural noun that "hundreds of" counts, whatever it names: "hundreds of mostly young pensioners"."""
    counted = next((obj for obj in of_objects(head) if obj.tag_ in ("NNS", "NNPS") and obj.i - head.i < 6), None)
    thing = counted is not None and counted.i not in scene.placed and counted.lower_ in load_things() | UNITS | SHARDS
    return None if thing else counted


@cache
def load_things() -> frozenset[str]:
    """Return the plurals of what acts may hit: things, not people."""
    phrases = (
        phrase.casefold() for entry in load_file("targets") if not entry.text("role") for phrase, _ in entry.phrases()
    )
    return frozenset(phrase for phrase in phrases if phrase.endswith("s") and " " not in phrase)


def _last_of_crowd(head: Token, noun: Noun) -> int:
    """Return the last token of the size of a crowd: "a mob of about 200 people", "a crowd of 5,000"."""
    if head.lower_ not in COLLECTIVE and noun.id != "bodies":
        return head.i
    sized = (obj.i for obj in of_objects(head) if obj.pos_ == "NUM" or any(kid.dep_ == "nummod" for kid in obj.lefts))
    return next((last for last in sized if last - head.i < 8), head.i)


def _last_of_loyal(head: Token) -> int:
    """Return the last token of whom forces belong to: "forces loyal to General Poe"."""
    for word in head.rights:
        if word.lower_ in BELONGING and word.i - head.i < 3:
            owners = [kid for prep in word.rights if prep.lower_ == "to" for kid in prep.rights if kid.dep_ == "pobj"]
            if owners:
                return owners[0].i
    return head.i


def _last_of_tied(head: Token) -> int:
    """Return the last token of whom a group is tied to: "the group affiliated with John Poe"."""
    for word in head.rights:
        if word.lower_ in BELONGING and word.i == head.i + 1:
            owners = [kid for prep in word.rights if prep.lower_ in ("with", "to") for kid in prep.rights]
            return next((kid.i for kid in owners if kid.dep_ == "pobj" and kid.pos_ == "PROPN"), head.i)
    return head.i


def _last_of_owner(scene: ActorScene, head: Token, noun: Noun) -> int:
    """Return the last token of the state, or its arm, whose men or craft these are: "jets of the Russian air force"."""
    owners = _owners_of(head) if noun.use is Use.FORCE else ()
    return next((owner.i for owner in owners if _is_arm(scene, owner) or _is_of_state(scene, owner)), head.i)


def _is_arm(scene: ActorScene, owner: Token) -> bool:
    """Whether the words name an arm of a state or a unit of it: "the air force", "the 8th Infantry Division"."""
    placed = scene.placed.get(owner.i)
    if placed is not None:
        return placed.noun.use is Use.FORCE
    return owner.lower_ in FORMATIONS and owner.pos_ == "PROPN"


def _stands_alone(head: Token) -> bool:
    """Whether "two" or "hundreds" stands for people by itself."""
    if head.lower_ in ("one", "some", "both", "most", "convoy", "wave"):
        return False  # "a convoy attacked on the road": vehicles
    return head.dep_ in ("nsubj", "nsubjpass", "pobj") and not any(child.dep_ == "prep" for child in head.rights)


def _modifies_actor(head: Token, scene: ActorScene) -> bool:
    """Whether the word only describes another word for actors ("rebel leader", "police officer")."""
    return head.dep_ in DESCRIBING and head.head.i > head.i and head.head.i in scene.placed
