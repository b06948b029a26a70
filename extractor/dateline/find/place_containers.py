"""Links places to the states, towns and regions that are printed as holding them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from dateline.analysis.texts import text_of
from dateline.find.place_chunks import tokens_of
from dateline.find.place_unlisted import CALLED_TOWN, TOLD_AS_TOWN
from dateline.gazetteer import Gazetteer, PlaceKind, Toponym
from dateline.gazetteer.place_words import load_place_words
from dateline.gazetteer.toponyms import toponym_distance_km
from dateline.mentions import PlaceMention
from dateline.spans import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc

_ABBREVIATION = re.compile(r",?\s+(?P<form>W\.\s?Va\.|(?:[A-Z][a-z]{0,4}\.\s?){1,3}|[A-Z]{2})(?=[\s,.;:)—–-]|$)")
_IN_REGION = re.compile(
    r",?\s+in\s+(?:the\s+)?(?:(?:far\s+)?(?:(?:north|south)(?:-?(?:east|west))?|east|west|central|rural|upper|lower)(?:ern)?\s+)?"
    r"(?:(?:province|department|district|state|region|county|municipality|governorate|prefecture|commune)\s+of\s+)?"
    r"(?P<name>[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+){0,3})"
)
# From a place to the one that contains it: "Elm Street, Toledo", "the market in the northern city of Tal Afar".
_TO_CONTAINER = re.compile(
    r"(?P<comma>\s?,\s+(?:in\s+)?|\s+\()(?:the\s+)?(?:(?!near|bordering|opposite|from|between)[\w-]+\s+){0,3}?(?:of\s+)?"
    r"|(?P<bare> )"
    r"|(?P<word>\s*,?\s+(?:in|of|inside|within|on the outskirts of|outside)\s+)(?:(?:[a-z][\w-]*|the)\s+){0,5}?"
)
# From a town to the country that it is told to lie in: "Kaga in northern Burkina Faso", "Kaga, a village in Mali".
_INSIDE = re.compile(
    r"(?:\s*,\s+(?:an?|the)\s+(?:[\w-]+\s+){0,3}?(?:town|village|city|hamlet|suburb|area|settlement|community))?"
    r"\s*,?\s+(?:in|of)\s+(?:(?:the\s+)?(?:[a-z][\w-]*\s+){1,2})?"
)
# What ends a place and its containers, where a list would go on: "in Headington, Oxford, on Monday".
_CLOSED = re.compile(
    r"\s*(?:[.;)]|,?\s+(?:(?:shortly|just|soon|around|about|right)\s+)?(?:on|at|after|when|where|last|early|late|before|during|yesterday|today|this|while)\b|,?\s+"
    r"(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b)"
)
# "In the Oryol region", "In Russia's Oryol region" at the head of a sentence, and what ends one.
_FRONT = re.compile(
    r"(?:^|[.!?:]['\"”’]?\s|\n|[—–-]\s(?=In\s))\s*"
    r"(?:Elsewhere )?[Ii]n\s(?:the\s)?(?:[a-z][\w-]*\s|[A-Z][\w-]+['’]s\s){0,3}\Z"
)
_STOP = re.compile(r"[.!?]['\"”’]?\s|\n|;\s|\s(?:and|while)\s(?:[^.;]*\s)?in\s")
_ENDED = re.compile(r"[.!?]['\"”’]?\s|\n|;\s|\swhile\s")  # "killed three and hurt six in the Midan district"
# Right behind a name: ", a Chadian town on the lake".
_CALLED_OF_COUNTRY = re.compile(
    r",\san?\s(?:[a-z][\w-]*\s){0,2}?(?P<adjective>[A-Z][a-z]+(?:\s[A-Z][a-z]+)?)\s(?:[a-z][\w-]*\s){0,2}?"
    r"(?P<kind>town|village|city|port|suburb|resort|district|province|region)\b"
)
AT_TOWNS = frozenset(("at", "in", "near", "outside"))
REACH = 60  # code points between a place and what holds it
VILLAGES = frozenset(("village", "hamlet"))
PLAIN_TOWNS = VILLAGES | {"town"}
DISTRICT_KM = 60  # between a town and the middle of a district that a text puts it in
METROPOLIS = 6.8  # fame of a city whose quarters are told of more than the districts of the region it names
CITY_PARTS = frozenset(("district", "suburb"))
SMALL_TOWNS = PLAIN_TOWNS | {"settlement"}
# Kinds of places that adjectives of countries are put to where they lie there; an "Israeli settlement" may lie abroad.
# fmt: off
CALLED_OF_COUNTRIES = PLAIN_TOWNS | {
    "city", "port", "resort", "suburb", "province", "region", "state", "district", "department", "governorate",
    "county", "canton", "municipality",
}
# fmt: on
AROUND_VILLAGES = frozenset(("town", "township", "municipality", "district", "county", "commune"))
COMMON = 40  # places of a name, of which only the likeliest are tried with every namesake of the outer name
_OWNER = re.compile(r"(?:['’]s|['’])\s+(?:(?!(?:in|at|into|near)\s)[a-z][\w-]*\s+){0,4}$")
# "the southern Lebanese border town of ", right before a name; not "the Russian-held city of".
_OF_COUNTRY = re.compile(
    r"(?<![\w-])(?P<adjective>(?:[A-Z][a-z]+\s)?(?:[A-Z][a-z]+|U\.?S\.?|UK))\s"
    r"(?:(?:[a-z]+-?[a-z]*(?:ern|est)|border|frontier|coastal|seaside|lakeside|port|mountain|mining|oil|market|resort|small|tiny"
    r"|remote|industrial|university|historic|ancient|holy|provincial|capital|garrison|main|second|autonomous)\s){0,2}"
    r"(?P<kind>[a-z]+)\sof\s(?:the\s)?\Z"
)


def has_state_behind(text: str, span: Span, gazetteer: Gazetteer) -> bool:
    """Whether a state's abbreviation stands right behind, as in "CARTHAGE, N.C."."""
    match = _ABBREVIATION.match(text, span.end)
    return (
        match is not None
        and match[0].startswith(",")
        and gazetteer.abbreviation(match["form"].replace(" ", "")) is not None
    )


def has_region_behind(text: str, span: Span, places: Sequence[Toponym], gazetteer: Gazetteer) -> bool:
    """Whether a region or country that holds a place of the name stands behind: "Jizan in southern Saudi Arabia"."""
    match = _IN_REGION.match(text, span.end)
    if match is None:
        return False
    words = match["name"].split(" ")
    names = (" ".join(words[:count]) for count in range(len(words), 0, -1))
    outer = next((found for name in names if (found := gazetteer.lookup(name))), ())
    return gazetteer.any_contains([place for place in outer[:3] if place.is_region], list(places[:COMMON]))


_OWNER_BEFORE = re.compile(r"\b([A-Z][\w-]+(?: [A-Z][\w-]+)?)['’]s?\s(?:[a-z-]+\s){0,3}$")


def is_in_owner(left: str, places: Sequence[Toponym], gazetteer: Gazetteer) -> bool:
    """Whether a region or country that holds a place of the name owns it: "Tasmania's Launceston"."""
    match = _OWNER_BEFORE.search(left)
    if match is None:
        return False
    outers = gazetteer.lookup(match[1]) or gazetteer.lookup(match[1].split(" ")[-1])
    return gazetteer.any_contains([place for place in outers[:2] if place.is_region], list(places[:COMMON]))


def find_abbreviation_behind(doc: Doc, mention: PlaceMention, gazetteer: Gazetteer) -> PlaceMention | None:
    """Return the state that an abbreviation right behind a town names ("Phenix City, Ala."), None without one."""
    match = _ABBREVIATION.match(text_of(doc), mention.span.end)
    if match is None:
        return None
    # "N. Y." may be printed with a space; the full stop may also be the sentence's.
    form = match["form"].strip()
    for printed in (form, form.split(" ")[0]):
        place = gazetteer.abbreviation(printed.replace(" ", ""))
        if place is not None and (match[0].startswith(",") or printed.endswith(".")):
            span = Span(match.start("form"), match.start("form") + len(printed))
            if len(printed) == 2 and not match[0].startswith(","):
                return None
            return PlaceMention(
                span=span,
                head=tokens_of(doc, span).root.i,
                rule="place.abbreviation",
                name=printed,
                relation=mention.relation,
                feature="state",
            )
    return None


def link_containers(text: str, found: Sequence[PlaceMention], gazetteer: Gazetteer) -> tuple[PlaceMention, ...]:
    """Give each mention the containers printed with it, inner first."""
    linked: list[PlaceMention] = []
    for number, mention in enumerate(found):
        within = list(mention.within)
        inner, feature = mention, mention.feature or _called(mention, text)
        for outer, start in _find_behind(found, number, text):
            if start < inner.span.end:  # it owns the one before it
                within.append(_printed_name(outer, text))
                inner = outer
                continue
            gap = text[inner.span.end : start]
            match = _TO_CONTAINER.fullmatch(gap) if len(gap) < REACH else None
            sure = match is not None and (match["word"] is not None or _CLOSED.match(text, outer.span.end) is not None)
            told = match is not None and _may_contain(outer, inner, gazetteer, sure=sure)
            if inner is mention and not inner.site and not told:
                kind = _town_kind(gap, outer, gazetteer)
                if kind is not None:
                    told, feature = True, mention.feature or kind
            inside = len(gap) < REACH and _INSIDE.fullmatch(gap) is not None
            if not told and not (inside and _is_abroad(outer, inner, gazetteer)):
                if start < outer.span.start:
                    continue  # its owner may hold the place: "Tiraspol, in Moldova's Dniester region"
                break
            within.append(_printed_name(outer, text))
            inner = outer
        if not within or mention.within:
            owner = found[number - 1] if number else None
            if owner is not None and _OWNER.fullmatch(text[owner.span.end : mention.span.start]):
                within.append(_printed_name(owner, text))
            elif (
                owner is not None
                and not owner.site
                and _has_part(owner, text)
                and text[owner.span.end : mention.span.start] == " of "
            ):
                within.append(owner.name)
        if not within and not mention.within and mention.feature in SMALL_TOWNS and not mention.site:
            opening = [one for one in found[:number][-3:] if _is_fronted(one, mention, text)]
            within += [_printed_name(one, text) for one in opening[-1:]]
        elif not within and not mention.within and mention.relation in AT_TOWNS and not mention.site:
            opening = [one for one in found[:number][-2:] if _holds_in_front(one, mention, text, gazetteer)]
            within += [_printed_name(one, text) for one in opening[-1:]]
        elif not within and not mention.within and mention.feature in load_place_words().quarter | CITY_PARTS:
            opening = [one for one in found[:number][-2:] if _is_fronted(one, mention, text, stop=_ENDED)]
            within += [one.name for one in opening[-1:] if _is_town(one, gazetteer)]
        site = mention.site or (bool(within) and _is_part_of_city(mention, within[0], gazetteer))
        country = None if site else _country_called(mention, text, gazetteer)
        if country is not None and country not in within:
            within.append(country)
        linked.append(
            replace(
                _without_borrowed(
                    replace(mention, feature=feature, site=site), found[number - 1] if number else None, text
                ),
                within=tuple(within),
            )
        )
    return tuple(linked)


def _find_behind(found: Sequence[PlaceMention], number: int, text: str) -> Iterator[tuple[PlaceMention, int]]:
    """Yield the next mentions with where their phrases start, owners behind what they own: "in Mexico's Sonora"."""
    behind = list(found[number + 1 : number + 4])
    while behind:
        owner = behind.pop(0)
        if behind and _OWNER.fullmatch(text, owner.span.end, behind[0].span.start):
            yield behind.pop(0), owner.span.start
        yield owner, owner.span.start


def _is_part_of_city(mention: PlaceMention, outer: str, gazetteer: Gazetteer) -> bool:
    """Whether a district is a quarter, "the Rosengard district of Malmo", and neither a known one nor a province's."""
    if mention.feature not in ("district", "township") or mention.site or gazetteer.knows(mention.name):
        return False
    outers = gazetteer.lookup(outer)
    if not outers or outers[0].kind is not PlaceKind.LOCALITY:
        return False
    # "The Bankass district of Mopti" may well be one of the region that bears the town's name.
    named_alike = any(one.kind is PlaceKind.ADMIN1 and one.country == outers[0].country for one in outers)
    return not named_alike or outers[0].fame >= METROPOLIS


def _country_called(mention: PlaceMention, text: str, gazetteer: Gazetteer) -> str | None:
    """Return the name of the country whose town the words call it: "the Lebanese border town of Habbariyeh"."""
    start = mention.span.start + max(0, mention.span.of(text).find(mention.name))
    match = _OF_COUNTRY.search(text, max(0, start - REACH), start) or _CALLED_OF_COUNTRY.match(text, mention.span.end)
    if match is None or match["kind"] not in CALLED_OF_COUNTRIES:
        return None
    forms = (match["adjective"], match["adjective"].split()[-1])
    code = next((gazetteer.demonyms[form] for form in forms if form in gazetteer.demonyms), None)
    country = gazetteer.country(code) if code is not None else None
    return None if country is None else country.name


def _is_fronted(region: PlaceMention, town: PlaceMention, text: str, *, stop: re.Pattern[str] = _STOP) -> bool:
    """Whether a region opens the sentence of a town: "In the Oryol region, a shell hit a house in the village of".

    So does a bigger town: "In Baalbek, a strike hit a house in the village of", not "and in the village of".
    """
    if region.site or region.feature in SMALL_TOWNS:
        return False
    return _FRONT.search(text, 0, region.span.start) is not None and not stop.search(
        text, region.span.end, town.span.start
    )


def _is_town(mention: PlaceMention, gazetteer: Gazetteer) -> bool:
    """Whether a town is named rather than a region: "In Aleppo, shells fell on the Midan district"."""
    places = gazetteer.lookup(mention.name)
    plain = mention.feature is None or mention.feature in load_place_words().settlement
    # Of a name that a region bears too the town is meant, unless the region is all that is told of.
    best = places[:1] if places and places[0].kind is not PlaceKind.ADMIN1 else places[:2]
    return plain and any(place.kind is PlaceKind.LOCALITY for place in best)


def _holds_in_front(region: PlaceMention, town: PlaceMention, text: str, gazetteer: Gazetteer) -> bool:
    """Whether the sentence opens with a region that holds a town of the name: "In the Kharkiv region, ... at"."""
    if region.feature not in load_place_words().region or not _is_fronted(region, town, text):
        return False
    return gazetteer.any_contains(gazetteer.lookup(region.name)[:COMMON], gazetteer.lookup(town.name)[:COMMON])


def _town_kind(gap: str, outer: PlaceMention, gazetteer: Gazetteer) -> str | None:
    """Return what a name is told to be that another place holds: "village" of ", a village in the Odemira area"."""
    match = TOLD_AS_TOWN.fullmatch(gap) if len(gap) < REACH else None
    if match is None or outer.site or not (outer.feature is not None or gazetteer.knows(outer.name)):
        return None
    return match["kind"]


def _called(mention: PlaceMention, text: str) -> str | None:
    """Return what the words behind a town call it: "village" of ", a village on the border"."""
    match = None if mention.site else CALLED_TOWN.match(text, mention.span.end)
    return match["kind"] if match is not None else None


def _is_abroad(outer: PlaceMention, inner: PlaceMention, gazetteer: Gazetteer) -> bool:
    """Whether a country is told in which no known town of the name lies: "Springfield in southern Nigeria"."""
    outers, inners = gazetteer.lookup(outer.name)[:1], gazetteer.lookup(inner.name)[:1]
    return any(place.kind is PlaceKind.COUNTRY for place in outers) and all(
        place.kind is PlaceKind.LOCALITY for place in inners
    )


def _without_borrowed(mention: PlaceMention, before: PlaceMention | None, text: str) -> PlaceMention:
    """Take a kind word from a town that belongs to the quarter before it: "the Mayfair section of Philadelphia"."""
    if before is None or not before.site or mention.feature is None or mention.feature != before.feature:
        return mention
    is_lent = before.span.of(text).endswith(mention.feature) and text[before.span.end : mention.span.start] == " of "
    return replace(mention, feature=None, site=False) if is_lent else mention


def _has_part(owner: PlaceMention, text: str) -> bool:
    """Whether the mention is a town and what lies in it: "Athens suburb", "Karachi neighbourhood"."""
    table = load_place_words()
    is_part = owner.feature in table.quarter or owner.feature in ("suburb", "village", "district", "township")
    return is_part and owner.span.of(text).casefold() == f"{owner.name} {owner.feature}".casefold()


def _is_near(outers: Sequence[Toponym], inners: Sequence[Toponym]) -> bool:
    """Whether the likeliest places of two names lie in one region, a district's width apart."""
    if not outers or not inners or outers[0].admin1_id is None or outers[0].admin1_id != inners[0].admin1_id:
        return False
    return toponym_distance_km(outers[0], inners[0]) <= DISTRICT_KM


def _printed_name(mention: PlaceMention, text: str) -> str:
    return mention.span.of(text)


def _may_contain(outer: PlaceMention, inner: PlaceMention, gazetteer: Gazetteer, *, sure: bool) -> bool:
    """Whether some place of the outer name contains some place of the inner one, or nothing speaks against it."""
    if outer.rule == "place.abbreviation":
        return True
    table = load_place_words()
    outers = gazetteer.lookup(outer.name)
    inners = gazetteer.lookup(inner.name)
    if inner.site and not outers:
        plain = outer.feature is None or outer.feature in table.settlement
        if outer.feature in table.quarter if outer.site else plain:
            return (
                True  # "Sitio Kabalan, Barangay Malibago", "Gladstone Road, Headington", "Barangay Tee, Talayan town"
            )
    if sure and not inners and not outers and inner.feature in VILLAGES and outer.feature is None:
        return True  # "Gidan Zago village in Kanoma, Maru local government area"
    if inners and outers and inners[0].kind is outers[0].kind is PlaceKind.COUNTRY:
        # "Georgia, USA"; "Russia, the US and Jordan" is a list, though Ohio has a Russia.
        return any(gazetteer.contains(outers[0], i) for i in inners if i.kind is PlaceKind.ADMIN1)
    if inner.feature in table.second_level and outer.feature in table.first_level:
        return True
    if gazetteer.any_contains(outers[:8], inners[:COMMON]):
        return True
    if sure and outers and inner.feature in VILLAGES and outer.feature in AROUND_VILLAGES:
        return True  # "the village of Kabasalan in Pagalungan town", whatever town the gazetteer knows by that name
    if len(inners) > COMMON and any(gazetteer.contains(o, i) for o in outers[:3] for i in inners[40:]):
        return True  # one of the hundreds of "San Jose"
    if sure and outer.feature in table.second_level and _is_near(outers, inners):
        return True  # "at Kalimpong in Darjeeling district", which was parted since
    is_wide = outer.feature is not None and outer.feature in table.region
    if is_wide and (inner.feature is None or inner.feature not in table.region or not inners):
        return True
    if not outers:
        return False
    if sure and inners and inners[0].is_in_town and outers[0].kind is PlaceKind.LOCALITY:
        return True  # "Tahrir Square in Baghdad": cities name their squares alike
    # "The town of Lassa, Borno State", whatever town is known by the name.
    if inner.site or not inners or (inner.feature in PLAIN_TOWNS and outers[0].kind is PlaceKind.ADMIN1):
        return sure or outers[0].kind in (PlaceKind.COUNTRY, PlaceKind.ADMIN1) or inner.site
    return False
