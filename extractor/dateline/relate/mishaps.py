"""Tells those whom a vehicle, a fire or a weapon harmed by mishap: "hit by a van", "accidentally shot himself"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dateline.analysis.texts import lower_words, text_of
from dateline.find.laid_fires import FIRES, UNLAID, is_house_fire
from dateline.relate.clauses import load_cues
from dateline.relate.mishaps_recalled import find_recalled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as Tokens


# fmt: off
# Fates, and what is told with them, of those whom a fire or a car met.
FATES = frozenset((
    "found", "body", "bodies", "dead", "died", "dies", "death", "deaths", "killed", "kills", "killing", "injured",
    "injures", "injuring", "hurt", "destroyed", "destroying", "damaged", "battled", "battle", "fought", "claimed",
    "struck", "hit",
))
CRASHES = frozenset(("crash", "crashes", "collision", "collisions", "accident", "accidents", "pileup", "pile-up"))
RUN_DOWN = frozenset(("hit", "struck", "killed", "injured", "run", "knocked", "crushed", "mown", "mowed", "hurt"))
ARMED_HAND = frozenset(("shot", "shoot", "shoots", "shooting", "wounded", "wounding", "injured", "killed", "stabbed"))
OWN = frozenset(("self", "himself", "herself", "themselves", "itself", "myself", "yourself"))
# Where nobody means to shoot himself, and what one is about then.
UNLIKELY = re.compile(
    r"""\b(?:him|her|them)?sel(?:f|ves)\s+in\s+(?:(?:the|his|her|their|one)\s)?(?:left\s|right\s|upper\s|lower\s)?
    (?:foot|leg|hand|finger|thigh|knee|toe|calf|arm|buttocks?)\b
    |\bwhile\s(?:he\swas\s|she\swas\s)?(?:cleaning|holstering|loading|unloading|handling|playing\swith)\b""",
    re.IGNORECASE | re.VERBOSE,
)
ANSWERED = re.compile(r"\b(?:charged|arraigned|indicted|sentenced|pleaded|accused)\b", re.IGNORECASE)  # by somebody
UNMEANT = frozenset(("accidentally", "inadvertently", "unintentionally", "mistakenly"))
# fmt: on
# Anywhere in the article these say that somebody drove at people, or is to answer for it.
MEANT = re.compile(
    r"""\b(?:deliberate(?:ly)?|intentional(?:ly)?|on\spurpose|ramm(?:ed|ing)|terror\w*|attack(?:s|ed|er|ers)?
    |plou?gh(?:ed|ing)\sinto|dr(?:ove|iven)\s(?:\w+\s){0,4}?(?:into|at)\s|manslaughter|murder|homicide|assault|charged|hijack\w*
    |road\srage|protest\w*|militants?|gunm[ae]n|shot|shoot\w*|stabb\w*|robb\w*|bomb\w*|explo\w+
    |land-?mines?|(?:hit|struck|over|on|by|triggered)\s(?:an?\s|the\s)?(?:[\w-]+\s)?mine|ambush\w*|air\s?strikes?|drones?
    |missiles?|rockets?|shell(?:ed|ing)|grenades?|rebels?|insurgents?)\b""",
    re.IGNORECASE | re.VERBOSE,
)
# How a vehicle runs into people whose driver meant nothing, and what made it.
DROVE = re.compile(r"\bplou?gh(?:ed|ing)\sinto\b|\bdr(?:ove|iven)\s(?:\w+\s){0,4}?(?:into|at)\s", re.IGNORECASE)
UNWELL = re.compile(
    r"""\b(?:suffered|had|having|suffering)\s(?:an?\s)(?:\w+\s)?(?:stroke|seizure|fit|heart\sattack)\b|\bfall(?:en)?\sasleep\b
    |\bfell\sasleep\b|\blost\scontrol\b|\bbrakes?\s(?:had\s)?fail|\b(?:driver|motorist)\swas\s(?:\w+\s)?drunk\b
    |\bdrunk(?:en)?[-\s]driving\b|\bmechanical\sfault\b""",
    re.IGNORECASE | re.VERBOSE,
)
DRIVERS = frozenset(("driver", "motorist"))
STRIKING = frozenset(("ran", "run", "runs", "drove", "ploughed", "plowed", "careered", "veered", "mounted", "crashed"))
# Who drives on left those he hit to lie, and is charged with driving so; he meant no harm for all that is told.
HIT_AND_RUN = re.compile(r"\bhit[-\s]and[-\s]run\b", re.IGNORECASE)
DRIVING = re.compile(
    r"""\b(?:charged|arrested|cited|booked|arraigned)\s(?:[\w,]+\s){0,6}?(?:with|for|on)\s(?:[\w-]+\s){0,6}?
    (?:driving|operating|leaving|fleeing|failing|failure|hit[-\s]and[-\s]run|drunken|drunk|d\.?u\.?i\.?|d\.?w\.?i\.?|impaired|intoxicated)\b""",
    re.IGNORECASE | re.VERBOSE,
)
# Anywhere in the article these say that somebody laid the fire, or that it came of fighting.
SET = re.compile(
    r"""\b(?:arson\w*|set\s(?:[\w’'-]+\s){0,6}?(?:on\sfire|afire|ablaze|alight)|(?:set|setting|started|lit)\s(?:the\s|a\s|this\s|two\s)?fires?
    |set\sfire|torch(?:ed|ing)|fire-?bomb\w*|molotov\w*|suspicious\w*|burn(?:ed|ing)\sdown\sby|arrest\w*|suspects?|custody
    |troops|soldiers?|rebels?|insurgents?|army|war|shell(?:s|ed|ing)|missiles?|rockets?|clash\w*|raid\w*|riot\w*|mobs?|gun\w*
    |(?-i:\b(?:by|from|under)\s(?:[A-Z][a-z]+|enemy|hostile|friendly)\sfire)|by\sfire\sfrom|foul\splay|kill(?:er|ers)|vandal\w*|set\sby|sabotage\w*)\b""",
    re.IGNORECASE | re.VERBOSE,
)
# Where those who train are harmed by their own arms, and what tells that somebody meant it.
REHEARSAL = re.compile(
    r"""\b(?:(?:during|in|after|at)\s(?:an?\s|the\s)?(?:[\w-]+\s){0,3}?(?:training|exercises?|drills?|manoeuvres|maneuvers|practice)
    |live[-\s]fire|training\s(?:accident|mishap|exercise)|(?:firing|shooting)\s(?:range|practice))\b""",
    re.IGNORECASE | re.VERBOSE,
)
HOSTILE = re.compile(
    r"""\b(?:attack\w*|gunm[ae]n|militants?|rebels?|insurgents?|terror\w*|ambush\w*|murder\w*|hostile|suicide\sbomb\w*|opened\sfire
    |deliberate\w*|mock|simulated)\b""",
    re.IGNORECASE | re.VERBOSE,
)
BLASTS = frozenset(("exploded", "explosion", "blast", "detonated", "misfired", "burst", "off", "wounded", "wounding"))
OPENING = 3  # sentences, title included: a fire that one of them tells of is what the article is about
BEHIND = 2  # sentences behind any other fire that tell what came of it


def find_mishaps(doc: Doc) -> frozenset[int]:
    """Return the tokens of the words that tell of a mishap, not of an act."""
    text = text_of(doc)
    found: set[int] = set()
    if MEANT.search(DRIVING.sub("", text)) is None:
        found.update(_find_run_down(doc))
        found.update(i for i, word in enumerate(lower_words(doc)) if word in CRASHES and doc[i].pos_ == "NOUN")
        if not FIRES.isdisjoint(lower_words(doc)) and SET.search(UNLAID.sub("", text)) is None:
            found.update(_find_burnt(doc))
    if UNWELL.search(text) is not None and MEANT.search(DROVE.sub("", UNWELL.sub("", text))) is None:
        found.update(_find_out_of_control(doc))
    if REHEARSAL.search(text) is not None and HOSTILE.search(text) is None:
        found.update(_find_in_training(doc))
    if not OWN.isdisjoint(lower_words(doc)):
        found.update(_find_own_shots(doc))
    found.update(find_recalled(doc, opening=OPENING - 1, fates=FATES, meant=(MEANT, SET, HOSTILE)))
    return frozenset(found)


def _find_run_down(doc: Doc) -> Iterator[int]:
    """Yield the verbs of those whom a vehicle hit, once one does: "was hit by a van and killed", "a van that hit"."""
    vehicles = load_cues("vehicles")
    verbs = list(_find_passives(doc))
    fled = list(HIT_AND_RUN.finditer(text_of(doc)))
    for match in fled:
        span = doc.char_span(match.start(), match.end(), alignment_mode="expand")
        yield from range(span.start, span.end) if span is not None else ()
    by_vehicle = {verb.i for verb in verbs if _agent_of(verb) in vehicles or _subject_of(verb) in vehicles}
    for verb in verbs:
        beside = {verb.head.i} if verb.dep_ == "conj" else {child.i for child in verb.children if child.dep_ == "conj"}
        unnamed = verb.lower_ in ("hit", "struck") and not _agent_of(verb) and not _subject_of(verb)
        if verb.i in by_vehicle or beside & by_vehicle or (unnamed and (fled or by_vehicle)):
            yield verb.i


def _find_out_of_control(doc: Doc) -> Iterator[int]:
    """Yield the words for what a vehicle did whose driver was ill, asleep or drunk: "a van ran into a crowd"."""
    vehicles = load_cues("vehicles")
    for sentence in doc.sents:
        if any(token.lower_ in vehicles or token.lower_ in DRIVERS for token in sentence):
            yield from (token.i for token in sentence if token.lower_ in STRIKING | FATES)


def _find_in_training(doc: Doc) -> Iterator[int]:
    """Yield the words for what went off and whom it harmed where people train: "a shell exploded during a drill"."""
    sentences = list(doc.sents)
    told = {number for number, sentence in enumerate(sentences) if REHEARSAL.search(sentence.text)}
    for number, sentence in enumerate(sentences):
        if any(number - 1 <= at <= number + 1 for at in told):
            yield from (token.i for token in sentence if token.lower_ in FATES | BLASTS)


def _subject_of(verb: Token) -> str:
    """Return what does it in the active voice, the noun itself in "the car that hit him"; empty without."""
    subject = next((child for child in verb.lefts if child.dep_ == "nsubj"), None)
    if subject is not None and subject.tag_ in ("WDT", "WP") and verb.dep_ == "relcl":
        return verb.head.lower_
    return subject.lower_ if subject is not None else ""


def _find_burnt(doc: Doc) -> Iterator[int]:
    """Yield the words for what came of a fire that nobody is said to have laid."""
    sentences = list(doc.sents)
    burning = [number for number, sentence in enumerate(sentences) if _tells_of_fire(sentence)]
    whole = bool(burning) and burning[0] < OPENING
    told = range(len(sentences)) if whole else {n + more for n in burning for more in range(BEHIND + 1)}
    for number in told:
        for token in sentences[number] if number < len(sentences) else ():
            if token.lower_ in FATES:
                yield token.i


def _tells_of_fire(sentence: Tokens) -> bool:
    return any(is_house_fire(token, sentence) for token in sentence)


def _find_passives(doc: Doc) -> Iterator[Token]:
    for index, word in enumerate(lower_words(doc)):
        if word in RUN_DOWN and doc[index].tag_ in ("VBN", "VBD") and doc[index].dep_ != "amod":
            yield doc[index]


def _agent_of(verb: Token) -> str:
    """Return what the verb is done by, empty where nothing is named or somebody drives it on purpose."""
    for child in verb.children:
        if child.lower_ == "by" and child.dep_ in ("agent", "prep"):
            return next((kid.lower_ for kid in child.children if kid.dep_ == "pobj"), "")
    return ""


def _find_own_shots(doc: Doc) -> Iterator[int]:
    """Yield the verbs of those who hurt themselves without meaning to."""
    text = text_of(doc)
    answered = ANSWERED.search(text) is not None
    for index, word in enumerate(lower_words(doc)):
        token = doc[index]
        if word not in ARMED_HAND or token.pos_ != "VERB":
            continue
        if not any(child.dep_ == "dobj" and child.lower_ in OWN for child in token.rights):
            continue
        unlikely = not answered and UNLIKELY.search(text, token.idx, token.sent.end_char) is not None
        if unlikely or any(child.lower_ in UNMEANT for child in token.children):
            yield token.i
