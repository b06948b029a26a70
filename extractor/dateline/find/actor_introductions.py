"""Finds names that the text itself introduces: "a group called X", "the little-known X group"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from dateline.analysis.texts import text_of
from dateline.find.actor_avowals import find_avowing
from dateline.find.actor_lexicon import Name
from dateline.find.actor_phrases import words_of
from dateline.find.actor_scene import BODIES, ActorScene
from dateline.find.count_words import MONTHS
from dateline.lexicon.files import load_phrases
from dateline.records import ActorKind

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

ALIAS = re.compile(r"\s?[\[(]([A-Z][\w-]{1,9})[\])]")
QUOTES = frozenset(("“", "”", '"', "‘", "``", "''"))
UNQUOTED = str.maketrans("", "", '“”"‘')
LONGEST_QUOTED = 5  # tokens in quotation marks inside a name
OPENING = frozenset(("the", "The", "“", '"', "'", "‘", "``"))
NAMING = frozenset(("called", "named", "itself", "themselves", "as", "calling", "calls", "call", "known", "dubbed"))
ARMED_BODIES = frozenset(
    ("brigade", "brigades", "front", "army", "battalion", "battalions", "command", "militia", "resistance")
)
# Bodies that only fighters and parties call themselves by; "the Green Dawn Front".
STYLES = frozenset(("front", "brigades", "militia", "battalions", "commandos", "martyrs"))
FIGHTERS = frozenset(("fighters", "militias"))  # entries of actor_nouns.toml
ITS_PEOPLE = frozenset(("members", "bodies", "quantities"))
NUMBERED = re.compile(
    r"\d|\b(?:first|second|third|eastern|western|northern|southern|central|home|national|international)\b"
)
# fmt: off
OBSCURE = frozenset((
    "unknown", "known", "shadowy", "obscure", "clandestine", "underground", "breakaway", "splinter", "rival",
))
# fmt: on
CALLING = frozenset(("the", "itself", "themselves", "called", "so", "-"))  # before a name that begins with a day
LINKS = frozenset(("al", "-", "of", "the", "for", "el", "de", "ul", "e", "and", "'s"))
ARTICLES = frozenset(("a", "an", "the"))
PARTICLES = frozenset(("de", "del", "da", "do", "dos", "das", "di", "van", "sem"))
JOINTS = LINKS | {"with", "against"}  # inside a name after "called": "Solidarity with the Cells"


def find_introduced(scene: ActorScene) -> Iterator[tuple[int, int, Name]]:
    """Yield names that the text itself introduces: "a group called X", "the little-known X group"."""
    doc, placed = scene.doc, scene.placed
    known: dict[str, Name] = {}
    for index, word in enumerate(scene.lower):
        if (word not in BODIES and word not in NAMING) or index in scene.covered:
            continue
        token = doc[index]
        run: tuple[int, int] | None = None
        if token.lower_ in NAMING and body_before(scene, index) is not None:
            run = _name_run(doc, index + 1)
        elif token.lower_ in BODIES and token.pos_ in ("NOUN", "PROPN"):
            run = _name_before(scene, index) or _name_beside(scene, index)
        if run and not any(i in scene.covered for i in range(run[0], run[1] + 1)):
            actor = words_of(doc, *run)
            kind = placed[index].noun.kind if index in placed else ActorKind.ARMED_GROUP
            known[actor] = Name(actor, actor, ActorKind.ARMED_GROUP if kind is ActorKind.UNKNOWN else kind, None)
    for run in (*_titled(scene), *find_avowing(scene)):
        actor = words_of(doc, *run)
        plain = actor.translate(UNQUOTED)
        known.setdefault(actor, Name(plain, plain, ActorKind.ARMED_GROUP, None))
    aliases = dict(known)
    for actor, name in known.items():
        for match in re.finditer(re.escape(actor) + ALIAS.pattern, text_of(doc)):
            aliases[match.group(1)] = name
    for printed, name in aliases.items():
        for match in re.finditer(rf"(?<!\w){re.escape(printed)}(?!\w)", text_of(doc)):
            tokens = doc.char_span(match.start(), match.end(), alignment_mode="expand")
            if tokens is not None and not any(i in scene.covered for i in range(tokens.start, tokens.end)):
                yield tokens.start, tokens.end - 1, name


def _titled(scene: ActorScene) -> Iterator[tuple[int, int]]:
    """Yield names that say by their words what they name: "the Eagle Liberation Front", "Army of the Martyrs"."""
    doc, bodies, struggle = (
        scene.doc,
        load_phrases("agent_nouns", "fighting_bodies"),
        load_phrases("agent_nouns", "struggle"),
    )
    for index, word in enumerate(scene.lower):
        token = doc[index]
        if word not in bodies or not token.text[0].isupper() or token.pos_ != "PROPN" or index in scene.covered:
            continue
        first = index
        while first > token.sent.start and _is_part(doc[first - 1]) and first - 1 not in scene.covered:
            first -= 1
        while doc[first].lower_ in LINKS or not doc[first].text[0].isupper():
            first += 1
        opening = _quoted_before(doc, first)
        dated = _dated_before(doc, first)
        first = min(opening, dated)
        last = _end_of_title(doc, index)
        words = [scene.lower[i] for i in range(first, last + 1)]
        joined = " ".join(words).replace(" 's", "'s").replace(" - ", "-").split()
        owned = any(scene.country_of(doc[i].text) for i in range(first, index))
        fighting = dated == first < opening or any(part in struggle for part in (*words, *joined))
        styled = word in STYLES and last - first > 1 and not NUMBERED.search(" ".join(words))
        if last > first and not owned and (fighting or styled or _is_theirs(scene, first, last, word)):
            yield first, last


def _is_theirs(scene: ActorScene, first: int, last: int, body: str) -> bool:
    """Whether a body is told to be that of fighters: "guerrillas of the Cortes Battalion", "Rojas Front commandos".

    Of members, cells and columns a front alone can be: brigades and battalions have their own, too.
    """
    doc = scene.doc
    before = first - 1 - (first > 0 and doc[first - 1].lower_ == "the")
    urban = last + 1 < len(doc) and doc[last + 1].pos_ == "ADJ"  # "Rojas Front urban commandos"
    people = before - 1 if before > 0 and doc[before].lower_ == "of" else last + 1 + urban
    placed = scene.placed.get(people)
    if placed is None or NUMBERED.search(doc[first : last + 1].text.lower()):
        return False
    # Armies put no part of their names in quotation marks: 'members of the "Red Dawn" Brigade'.
    free = body in STYLES or doc[first].text in QUOTES
    return placed.noun.id in FIGHTERS or (free and people < first and placed.noun.id in ITS_PEOPLE)


def _quoted_before(doc: Doc, first: int) -> int:
    """Return the opening mark of what a name has in quotation marks before `first`, else `first`.

    "The "Lempira" People's Liberation Front".
    """
    if first < 3 or doc[first - 1].text not in QUOTES:
        return first
    for index in range(first - 2, max(-1, first - 2 - LONGEST_QUOTED), -1):
        if doc[index].text in QUOTES:
            return index if index < first - 2 else first
        if not doc[index].text[0].isupper():
            return first
    return first


def _dated_before(doc: Doc, first: int) -> int:
    """Return the first token of the day that a body is called after, else `first`: "the April 9 Command"."""
    # The month may be taken for the first word of the name: "9 [April Movement]".
    end = first + 1 if doc[first].lower_ in MONTHS else first
    if end < 3 or doc[end - 3].lower_ not in CALLING:
        return first
    return end - 2 if _is_day(doc, end - 2) else first


def _is_day(doc: Doc, first: int) -> bool:
    """Whether two tokens are a day of a month, in either order."""
    if first + 1 >= len(doc):
        return False
    number, month = sorted(doc[first : first + 2], key=lambda token: not token.text[0].isdigit())
    return number.text[0].isdigit() and month.lower_ in MONTHS


def _is_part(token: Token) -> bool:
    return token.text in ("'s", "’s", "'", "’", "-") or (
        token.text[0].isupper() and token.pos_ in ("PROPN", "ADJ", "NOUN")
    )


def _end_of_title(doc: Doc, index: int) -> int:
    """Return the last token of a title whose word for a body is at `index`: "Front for the Liberation of Corsica"."""
    last = index
    at = index + 1
    while at < len(doc) and at < index + 8:
        token = doc[at]
        if token.text[0].isupper() and token.pos_ == "PROPN":
            last = at
        elif token.lower_ not in ("of", "for", "the", "and", "al", "-"):
            break
        at += 1
    return last


def body_before(scene: ActorScene, index: int) -> int | None:
    """Return the word for a body of people that stands shortly before "called"."""
    for back in range(index - 1, max(-1, index - 12), -1):
        token = scene.doc[back]
        if token.is_sent_start and back < index - 1:
            return back if token.lower_ in BODIES else None
        if token.lower_ in BODIES:
            return back
        if token.pos_ in ("VERB",) and token.lower_ not in NAMING:
            return None
    return None


def _name_run(doc: Doc, first: int) -> tuple[int, int] | None:
    """Return first and last token of the capitalised name that starts at `first`, a quotation mark or "the" skipped."""
    while first < len(doc) and doc[first].text in OPENING:
        first += 1
    last = first - 1
    index = first + 2 if _is_day(doc, first) and first + 2 < len(doc) else first
    while index < len(doc) and index < first + 9:
        token = doc[index]
        if token.text[0].isupper() and token.pos_ in ("PROPN", "NOUN", "ADJ", "X"):
            last = index
        elif not (token.lower_ in JOINTS and index > first - 1 and token.lower_ != "and"):
            break
        index += 1
    named = last >= first and (doc[first].text[0].isupper() or _is_day(doc, first))
    return (first, last) if named else None


def _name_before(scene: ActorScene, index: int) -> tuple[int, int] | None:
    """Return the capitalised name just before a word for a body: "the Green Dawn group"."""
    doc = scene.doc
    first = index
    while first > 0 and _is_of_name(doc, first - 1):
        first -= 1
    if doc[first].lower_ in ARTICLES:
        first += 1  # "LEEDS - A group of students": the tagger takes the article for a name
    if first == index or doc[index].text[0].isupper():
        return None
    if any(scene.country_of(doc[i].text) for i in range(first, index)) or doc[first].ent_type_ in (
        "GPE",
        "NORP",
        "LOC",
        "DATE",
    ):
        return None
    return first, index - 1


def _is_of_name(doc: Doc, index: int) -> bool:
    """Whether the word is a part of a name, as the small one of "Vientos de Sur" is."""
    word = doc[index]
    if word.pos_ == "PROPN" and word.text[0].isupper():
        return True
    return (
        index > 0 and word.lower_ in PARTICLES and doc[index - 1].text[0].isupper() and doc[index - 1].pos_ == "PROPN"
    )


def _name_beside(scene: ActorScene, index: int) -> tuple[int, int] | None:
    """Return the name in apposition: "a militant group, Green Dawn,"."""
    placed = scene.placed.get(index)
    if placed is None:
        return None
    for child in scene.doc[index].rights:
        # "A group, the Green Brigade,": only a name of the armed sort tells what the group is.
        told = child.lower_ in ARMED_BODIES or _is_obscure(scene.doc[index]) or _is_militant(scene, index)
        if placed.noun.kind is ActorKind.UNKNOWN and not told:
            continue
        if child.dep_ == "appos" and child.pos_ == "PROPN" and child.ent_type_ not in ("GPE", "DATE"):
            return _name_run(scene.doc, child.left_edge.i)
    return None


def _is_obscure(body: Token) -> bool:
    """Whether a body is called new or hidden, which is told of those that claim attacks: "a little-known group"."""
    return any(word.lower_ in OBSCURE for word in body.lefts if word.dep_ in ("amod", "compound"))


def _is_militant(scene: ActorScene, index: int) -> bool:
    """Whether a word for fighters stands before a body: "a neo-Nazi group, Grey Dawn,"."""
    before = (scene.placed.get(word.i) for word in scene.doc[index].lefts)
    return any(placed is not None and placed.noun.id in ("fighters", "militias") for placed in before)
