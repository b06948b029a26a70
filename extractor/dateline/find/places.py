"""Finds place names, and the phrases around them, in an article."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dateline.analysis.texts import text_of
from dateline.find.place_bodies import IN_NAME, find_inside_name, find_of_body
from dateline.find.place_bombed import is_bombed
from dateline.find.place_chunks import Chunk, find_chunks, plain_mention, tokens_of
from dateline.find.place_containers import (
    find_abbreviation_behind,
    has_region_behind,
    has_state_behind,
    is_in_owner,
    link_containers,
)
from dateline.find.place_demonyms import INITIALS, modifies
from dateline.find.place_diseases import is_illness
from dateline.find.place_evidence import ENOUGH, FAMOUS, Surroundings, weigh
from dateline.find.place_holders import is_held, is_struck
from dateline.find.place_joins import join_names
from dateline.find.place_lists import find_listed
from dateline.find.place_lone_states import find_lone_state
from dateline.find.place_others import has_title, is_of_body, is_owner, is_university, is_way, opens_brief
from dateline.find.place_persons import Persons, find_persons
from dateline.find.place_rivers import is_river
from dateline.find.place_runs import OF_HELD, has_lost_commas, part_run
from dateline.find.place_sites import (
    HERE,
    HOME,
    UNLISTED,
    WIDE,
    find_addresses,
    find_capitals,
    find_here,
    find_home_towns,
)
from dateline.find.place_states import is_no_scene
from dateline.find.place_surroundings import find_surroundings
from dateline.find.place_teams import is_team_or_goods
from dateline.find.place_unlisted import weigh_unlisted
from dateline.find.place_vicinity import Vicinity, find_vicinity
from dateline.find.place_ways import join_ways
from dateline.gazetteer import Gazetteer, PlaceKind, Toponym, name_key
from dateline.gazetteer.place_words import is_side, load_place_words
from dateline.mentions import PlaceMention
from dateline.spans import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from dateline.articles import Article

_ACRONYM = re.compile(r"[A-Z]{2,6}")
_SIDE = re.compile(r"\b[NSEW]\.? \Z")
_BARE_ARTICLES = frozenset(("Las", "Los", "La", "El"))  # no names by themselves
_ARTICLES = _BARE_ARTICLES | {"San", "Santa", "Santo"}
_ROADS = frozenset(
    ("road", "street", "avenue", "lane", "drive", "boulevard")
)  # they lie in other towns, however famous
_AGENCY = re.compile(r"[^\n(]{0,20}\([^)\n]{2,60}\)\s*(?=--|—|–|-\s|\[)")


_ONE_OF_MANY = re.compile(r"\b(?:a|an|another|any)\s+(?:(?!(?:the|at|in|on|near|of|by)\b)[a-z-]+\s+)*$")
_OF_REGIONS = frozenset(("junction", "crossroads", "roundabout", "checkpoint"))  # "a West Bank junction"
_STATE_BEHIND = re.compile(r", [A-Z]")
_CAPITAL_BEHIND = re.compile(r" ([A-Z][a-z]+)\b")
_CAPITAL_BEFORE = re.compile(r"\b(?!(?:In|At|Near|From|Across|Around) )[A-Z][a-z]+ \Z")
_BODY_BEFORE = re.compile(_CAPITAL_BEFORE.pattern.replace(r" \Z", r"(?:['’]s)? \Z"))

_LEADS_THERE = re.compile(r"(?:in|near)\Z|\d.* of\Z")  # "near", "45 km south-east of"
_RURAL = re.compile(r"\b[Rr]ural $")  # "rural Homs": the land around the town
OF_STATE = 3.0  # evidence of a state behind the name ("CARTHAGE, N.C.")


@dataclass(frozen=True, slots=True)
class _Reading:
    """What reading a run of words needs."""

    doc: Doc
    gazetteer: Gazetteer
    persons: Persons
    sure: frozenset[str]  # names that are places elsewhere in the article
    vicinity: Vicinity | None = None  # None while it is not yet known


def find_places(doc: Doc, article: Article, gazetteer: Gazetteer) -> tuple[PlaceMention, ...]:
    """Return the places that the text names, in order of text, without the place of the dateline."""
    return find_places_and_hints(doc, article, gazetteer)[0]


def find_places_and_hints(
    doc: Doc,
    article: Article,
    gazetteer: Gazetteer,
    persons: Iterable[str] = (),
    bodies: Iterable[Span] = (),
) -> tuple[tuple[PlaceMention, ...], tuple[PlaceMention, ...]]:
    """Return the places of the text and, apart, names inside other names and homes of persons, both in order of text.

    Nothing happens in the places of "Zionsville Education Foundation" and the like; they only help to choose among
    namesakes of the others. So do the addresses of "Ann Keller, 29, of 12 Elm Street", and parts of the world.
    `persons` are full names that are no places, and `bodies` the names of groups, which may hold some.
    """
    found, ends = join_ways(_find_all(doc, article, gazetteer, persons), text_of(doc))
    homes = find_home_towns(found, text_of(doc))
    groups = tuple(bodies)
    places: list[PlaceMention] = []
    hints: list[PlaceMention] = list(ends)
    for mention in found:
        is_hint = mention.rule in (IN_NAME, HOME, WIDE) or mention.span in homes
        # "The Sinaloa cartel"; a name that only its group bears is no place at all: "a worker of Lashkar-e-Taiba".
        if mention.rule == UNLISTED and mention.span in groups:
            continue
        is_hint = is_hint or any(group.contains(mention.span) and group != mention.span for group in groups)
        is_hint = is_hint or (mention.rule == "place.abbreviation" and is_no_scene(text_of(doc), mention.span))
        (hints if is_hint else places).append(mention)
    return link_containers(text_of(doc), places, gazetteer), tuple(sorted(hints, key=lambda hint: hint.span))


def _find_all(doc: Doc, article: Article, gazetteer: Gazetteer, persons: Iterable[str] = ()) -> list[PlaceMention]:
    """Return all mentions, also those inside other names, in order of text and not yet linked."""
    reading = _Reading(doc, gazetteer, find_persons(doc, gazetteer, persons), frozenset())
    text = text_of(doc)
    bare = has_lost_commas(text)
    runs = join_names(find_chunks(doc), text, gazetteer)
    chunks = tuple(part for chunk in runs for part in part_run(doc, text, chunk, gazetteer, bare=bare))
    first = [tuple(_read_chunk(reading, chunk)) for chunk in chunks]
    # A name that is surely a place once is one elsewhere on less evidence.
    sure = frozenset(m.name for mentions in first for m in mentions if m.rule == "place.gazetteer" and m.relation)
    told = [mention for mentions in first for mention in mentions]
    vicinity = find_vicinity(told, chunks, text, gazetteer, dateline=article.dateline)
    reading = replace(reading, sure=sure, vicinity=vicinity)
    found = [*find_addresses(doc), *find_capitals(doc), *(find_here(doc) if article.dateline is not None else ())]
    here = [mention.span for mention in found if mention.rule == HERE]
    taken = [mention.span for mention in found]
    for chunk, mentions in zip(chunks, first, strict=True):
        run = Span(chunk.words[0].start, chunk.words[-1].end).of(text_of(doc))
        behind_at = text.endswith(" at ", 0, chunk.words[0].start)
        again = any(name in run for name in sure) or (not mentions and (behind_at or gazetteer.knows(run)))
        for mention in _read_chunk(reading, chunk) if again else mentions:
            if any(span.overlaps(mention.span) for span in taken):
                if any(span.contains(mention.span) for span in here):
                    found.append(plain_mention(doc, mention.span, IN_NAME))  # "in this Milwaukee suburb"
                continue
            found.append(mention)
            taken.append(mention.span)
            state = find_abbreviation_behind(doc, mention, gazetteer)
            if state is not None:
                found.append(state)
                taken.append(state.span)
    found.extend(find_listed(doc, chunks, found, gazetteer, reading.persons))
    found.sort(key=lambda mention: mention.span)
    if article.dateline is not None:
        head = _head_of(article, article.dateline)
        found = [mention for mention in found if not mention.span.overlaps(head)]
    return found


def _head_of(article: Article, dateline: Span) -> Span:
    """Return the dateline with the agency behind it: "GUATEMALA CITY, 9 MAR 89 (PRENSA LATINA) --" names no Latina."""
    match = _AGENCY.match(article.text, dateline.end)
    return Span(dateline.start, match.end()) if match is not None else dateline


def _read_chunk(reading: _Reading, chunk: Chunk) -> Iterator[PlaceMention]:
    """Yield the places of a run of capitalised words: at each word the longest reading with enough evidence."""
    words = chunk.words
    i = len(words) if _names_person(reading, chunk) else 0
    while i < len(words):
        for j in range(len(words), i, -1):
            span = Span(words[i].start, words[j - 1].end)
            if span.of(text_of(reading.doc)).casefold() in load_place_words().wide:
                if not is_illness(text_of(reading.doc), span):
                    yield plain_mention(reading.doc, span, WIDE)
                i = j - 1
                break
            mention = _judge(reading, chunk, i, j)
            if mention is not None:
                yield mention
                # A feature word behind the name may have used up further words.
                i = next((k for k in range(j, len(words)) if words[k].start >= mention.span.end), len(words)) - 1
                break
        i += 1


def _names_person(reading: _Reading, chunk: Chunk) -> bool:
    """Whether a run is the name of somebody told with a title, where it is no town that is much told of."""
    text = text_of(reading.doc)
    span = Span(chunk.words[0].start, chunk.words[-1].end)
    places = reading.gazetteer.lookup(span.of(text))
    if places and places[0].fame >= FAMOUS:
        return False
    around = find_surroundings(reading.doc, chunk, 0, len(chunk.words))
    if is_bombed(reading.doc, chunk, around, countries=frozenset()):
        return False
    led = around.feature is not None or around.lead in ("in", "near", "at", "from")
    is_person = has_title(text, span) or (not places and span.of(text) in reading.persons.full)
    return is_owner(text, span) or (
        is_person and not led and not is_held(reading.doc, reading.gazetteer, chunk, around)
    )


def _judge(reading: _Reading, chunk: Chunk, i: int, j: int) -> PlaceMention | None:
    """Return the words from `i` up to `j` as a place when there is enough evidence, else None."""
    doc, words = reading.doc, chunk.words
    span = Span(words[i].start, words[j - 1].end)
    name = span.of(text_of(doc))
    if not _may_stand(reading, span, name, words=j - i):
        return find_lone_state(reading.doc, reading.gazetteer, span, name)
    places = reading.gazetteer.lookup(name)
    if j - i == 1 and (not places or places[0].fame < FAMOUS):
        state = find_lone_state(reading.doc, reading.gazetteer, span, name)
        if state is not None:
            return state
    if places and (is_no_scene(text_of(doc), span) or is_team_or_goods(text_of(doc), span, reading.gazetteer)):
        return plain_mention(doc, span, IN_NAME)
    if not places and i != 0:
        return None  # words that no gazetteer lists are a place as a whole run or not at all
    if i != 0 and words[i - 1].of(text_of(doc)) in _ARTICLES:
        return None  # "Las Villas" is no Villas
    around = find_surroundings(doc, chunk, i, j)
    whole = i == 0 and j == len(words)
    homes = reading.vicinity.homes if reading.vicinity is not None else frozenset[str]()
    bombed = whole and is_bombed(doc, chunk, around, countries=homes)
    struck = whole and (bombed or is_struck(doc, chunk, around, countries=homes, listed=bool(places)))
    held = whole and not places and (struck or is_held(doc, reading.gazetteer, chunk, around))
    if not places and (
        _opens_with_country(reading, chunk, i, j)
        or _ends_in_place(reading, chunk, i, j)
        or not (held or _speaks_for_place(doc, chunk, i, j, around))
        or (around.feature is None and is_of_body(text_of(doc), span))
    ):
        return None
    score = weigh(doc, span, around, places, reading.persons, opens=chunk.opens and i == 0, held=held or bombed)
    if name in reading.sure and around.before is None:
        score += 3.0
    score += OF_HELD if held else chunk.parted
    if places and name.isupper() and opens_brief(text_of(doc), span):
        score += OF_STATE
    if places and (
        has_state_behind(text_of(doc), span, reading.gazetteer)
        or (
            (around.lead or around.left.endswith(" of "))
            and has_region_behind(text_of(doc), span, places, reading.gazetteer)
        )
    ):
        score += OF_STATE
    if places and score < ENOUGH and is_in_owner(around.left, places, reading.gazetteer):
        score += OF_STATE
    if places and score < ENOUGH and reading.vicinity is not None:
        score += OF_STATE if struck and (bombed or not homes.isdisjoint(one.country for one in places)) else 0.0
        score += reading.vicinity.evidence(text_of(doc), span, places, around)
    if score >= ENOUGH:
        if is_university(around, places, text_of(doc)[span.end : around.feature_end]):
            return plain_mention(doc, span, IN_NAME)
        return _mention(doc, span, around, best=places[0] if places else None)
    if not places:
        return None
    return find_of_body(doc, span, around, places[0]) or find_inside_name(doc, span, around)


def _may_stand(reading: _Reading, span: Span, name: str, *, words: int) -> bool:
    """Whether the words can be a place name: no demonym, no part of "Iran-backed", no bare direction, no "(FER)"."""
    if _ACRONYM.fullmatch(name) and text_of(reading.doc)[span.start - 1 : span.end + 1] == f"({name})":
        return False
    if name in reading.gazetteer.demonyms and (name not in INITIALS or modifies(reading.doc, span)):
        return False
    if re.match(r"[-‐–][a-z]", text_of(reading.doc)[span.end : span.end + 2]) and not re.match(
        r"[-‐–](?:based|area)\b", text_of(reading.doc)[span.end : span.end + 8]
    ):
        return False
    text = text_of(reading.doc)
    if is_river(reading.doc, span) or is_illness(text, span):
        return False
    if _SIDE.search(text, max(0, span.start - 3), span.start) and is_way(text, name):
        return False  # "shooting on N. Rockton", told of as "North Rockton Avenue" too
    if name in _BARE_ARTICLES and _CAPITAL_BEHIND.match(text, span.end) is not None:
        return False  # "La Mar" is neither in Los Angeles nor in Louisiana
    table = load_place_words()
    if len(name_key(name)) <= 3 and not reading.gazetteer.knows(name):
        behind = _CAPITAL_BEHIND.match(text, span.end)
        return behind is not None and table.kind(behind[1]) == "site"  # "Oak Street"
    small = name.casefold().rstrip(".")
    is_common = table.kind(name) is not None or small in table.event
    before = _BODY_BEFORE if small in table.organisation else _CAPITAL_BEFORE if is_common else None
    if words == 1 and before is not None and before.search(text_of(reading.doc), 0, span.start):
        return False  # no town called Street, or Marathon, or Office
    if all(word in table.direction for word in small.split(" ")):
        return words > 1 and has_state_behind(text_of(reading.doc), span, reading.gazetteer)  # "the North East"
    return True


def _opens_with_country(reading: _Reading, chunk: Chunk, i: int, j: int) -> bool:
    """Whether a longer run opens with a country: "Afghanistan Roadside Bomb" of a headline is Afghanistan."""
    return j - i > 1 and reading.gazetteer.country_of(chunk.words[i].of(text_of(reading.doc))) is not None


def _ends_in_place(reading: _Reading, chunk: Chunk, i: int, j: int) -> bool:
    """Whether a run that no gazetteer lists ends in a place behind "of": "Residents of Maitland", "City of Athens"."""
    text, words = text_of(reading.doc), chunk.words
    return any(
        text[words[k - 1].end : words[k].start] == " of "
        and reading.gazetteer.knows(Span(words[k].start, words[j - 1].end).of(text))
        for k in range(i + 1, j)
    )


def _speaks_for_place(doc: Doc, chunk: Chunk, i: int, j: int, around: Surroundings) -> bool:
    """Whether words that no gazetteer knows are used like a place: the whole run or nothing."""
    words = chunk.words
    end = words[j - 1].end
    last = words[j - 1].of(text_of(doc))
    if around.feature is not None and load_place_words().kind(f"{last} {around.feature}") is not None:
        # "Leeds City Hall" is a city hall rather than a hall.
        return False
    if last.casefold() in load_place_words().event | load_place_words().title:
        return False  # "Crab Fest", "Douglas County Sheriff"
    kind = load_place_words().kind(last)
    if around.feature_end == end and j - i > 1 and kind is not None:
        # "Kandahar Airfield" is read as a name and its kind word, and "Princeton Community Hospital" as one name.
        return False
    if i != 0 or not (j == len(words) or around.feature_end > end):
        return False
    if j - i > 1 and words[i].of(text_of(doc)).casefold() in load_place_words().direction:
        # "Western Raqqa" is Raqqa, as the shorter reading says; "Western Sahara" would have been listed.
        return False
    if around.feature_end > end and text_of(doc).startswith("s of ", around.feature_end - 1):
        return False  # "the Dogon villages of Sangha and Koundou"
    tokens = tokens_of(doc, Span(words[i].start, end))
    if around.feature is None:
        label = next((token.ent_type_ for token in tokens if token.ent_type_), "")
        if weigh_unlisted(text_of(doc), Span(words[i].start, end), around.left, alone=True, label=label):
            return True
    if len(tokens) == 1 and tokens[0].pos_ == "ADJ" and around.feature_end > end:
        return False  # "several European cities", "the Amazonian city"
    labels = {token.ent_type_ for token in tokens}
    if labels & {"GPE", "LOC", "FAC"}:
        return True
    if around.feature_kind in ("site", "nature"):
        # "On Tumbin Kura hill" is a hill, whoever bears the name.
        return around.lead is not None and ("PERSON" not in labels or around.feature_kind == "nature")
    return around.feature is not None or (_LEADS_THERE.match(around.lead or "") is not None and j - i < 4)


def _mention(doc: Doc, span: Span, around: Surroundings, *, best: Toponym | None) -> PlaceMention:
    """Return the mention of an accepted name; `best` is its likeliest place, None when none is listed."""
    text = text_of(doc)
    known = best is not None
    name = span.of(text)
    kind, end = around.feature_kind, around.feature_end
    within: tuple[str, ...] = ()
    site, feature = False, around.feature or ("countryside" if _RURAL.search(around.left) else None)
    full = Span(span.start, end)
    if end > span.end and kind in ("site", "nature"):
        printed = text[span.end : end].strip()
        article = _ONE_OF_MANY.search(around.left)
        one_of_a_kind = (
            printed[0].isupper() or (around.feature in load_place_words().single and not article) or not known
        )
        if one_of_a_kind and not _is_wide(best, printed):
            namesake = printed[0].isupper() and (around.feature in load_place_words().ways or kind == "nature")
            placed = best is not None and (not namesake or (best.fame >= FAMOUS and around.feature not in _ROADS))
            site, within = True, ((name,) if placed else ())
            name = full.of(text)
        else:
            full, feature = span, None
    elif kind == "quarter" and end > span.end:
        site = not known or around.feature in ("neighborhood", "neighbourhood", "quarter")
    elif end == span.end and kind in ("quarter", "site", "nature"):
        site = not known  # "Barangay Malibago", "Mount Banahaw", "Avenida Central"
    a_side = is_side(name) and not _STATE_BEHIND.match(text, span.end)
    squared = name.split(" ")[-1].lower() in load_place_words().ways  # "Tahrir Square" of any town
    if a_side or (best is not None and (best.kind is PlaceKind.QUARTER or (best.is_in_town and squared))):
        site = True
    return PlaceMention(
        span=full,
        head=tokens_of(doc, span).root.i,
        rule="place.gazetteer" if known else UNLISTED,
        name=name,
        relation=around.lead,
        within=within,
        feature=feature,
        site=site,
    )


def _is_wide(place: Toponym | None, kind_word: str) -> bool:
    """Whether what a site would be named after has many of them: "Iraq Museum", "a West Bank junction"."""
    if place is None:
        return False
    return place.kind is PlaceKind.COUNTRY or (place.kind is PlaceKind.ADMIN1 and kind_word in _OF_REGIONS)
