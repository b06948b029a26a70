"""Tells the deaths that nobody caused: illness, age, water and cold, mishaps, and those of obituaries."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from dateline.lexicon.files import load_file
from dateline.relate.harm_words import Cue, find_cues
from dateline.relate.mishaps import find_mishaps

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as Tokens

NATURAL = "dateline_natural_deaths"  # key in Doc.user_data

# Entries of harms.toml that tell a death and not how it came.
DEATHS = frozenset(("die", "dead", "death", "fatality", "lose_life", "missing", "disappear", "disappearance"))
# What comes of a mishap.
HURT = DEATHS | {"hurt_state", "wound", "treat", "injury", "have_wound", "break_bone", "suffer", "injured_with"}
# Entries of harms.toml whose words tell of violence.
VIOLENT = ("kill", "shoot", "abuse", "kidnap")
# fmt: off
CAUSES = frozenset((
    "cancer", "cancers", "leukemia", "leukaemia", "lymphoma", "melanoma", "tumor", "tumour", "illness", "illnesses",
    "disease", "diseases", "pneumonia", "influenza", "flu", "malaria", "cholera", "typhoid", "tuberculosis", "aids",
    "hiv", "ebola", "covid", "covid-19", "coronavirus", "virus", "diabetes", "dementia", "alzheimer", "parkinson",
    "meningitis", "hepatitis", "asthma", "stroke", "aneurysm", "embolism", "fever", "dengue",
    "measles", "rabies", "cirrhosis", "als", "overdose", "childbirth", "age", "hypothermia", "heatstroke", "exposure",
    "dehydration", "ailment", "ailments", "sleep", "drowning",
))
INNER = frozenset(("heart", "cardiac", "kidney", "renal", "liver", "respiratory", "organ", "lung", "cerebral"))
FAILING = frozenset(("attack", "attacks", "failure", "arrest", "condition", "complications", "problems", "haemorrhage",
                     "hemorrhage", "surgery"))
UNTOLD = frozenset(("natural", "unknown", "undetermined", "unspecified", "undisclosed"))
CAUSING = frozenset(("of", "from", "after", "following", "in", "to", "with", "due", "because"))
# fmt: on
# Words of the elements, which kill without an agent unless someone drives people into them.
ELEMENTS = re.compile(r"(?:drown(?:s|ed|ing)?|fr(?:o|ee)zen? to death)$", re.IGNORECASE)
FROZEN = re.compile(r"\b(?:frozen? to death|(?:had|have) (?:\w+ )?drowned|died of (?:the )?cold)\b", re.IGNORECASE)
HEART = re.compile(r"\bheart attacks?\b", re.IGNORECASE)
QUIETLY = frozenset(("peacefully", "quietly", "naturally", "unexpectedly"))
INNOCENT = re.compile(
    r"""\b(?:no|not|n't|never)\b[^.;]{0,40}\b(?:foul\splay|suspicious|criminal\s(?:act|involvement))
    |\bfoul\splay\s(?:is|was|were|has|had)\s(?:not|n't|never|ruled\sout)\b
    |\b(?:ruled|rules|ruling)\sout\sfoul\splay\b
    |\bnon-suspicious\b|\bnatural\s(?:causes|death)\b|\bdied\snaturally\b""",
    re.IGNORECASE | re.VERBOSE,
)
OPEN = re.compile(r"\b(?:not|n't|never)\s(?:yet\s)?rul(?:e|ed|ing)\sout\sfoul\splay\b", re.IGNORECASE)  # it may be
OBITUARY = re.compile(
    r"""\b(?:preceded\sin\sdeath|(?:is|was|are)\ssurvived\sby|survivors\sinclude|in\slieu\sof\sflowers
    |went\sto\sbe\swith\s(?:the|his|her|our)\slord|entered\sinto\s(?:eternal\s)?rest|passed\saway
    |(?:memorial|funeral|graveside)\sservices?\s(?:will|are|is)|(?:memorial|graveside|funeral)\sservices?\sat
    |visitation\s(?:will|is)|interment|celebration\sof\s(?:his|her)?\s?life|condolences\smay)\b""",
    re.IGNORECASE | re.VERBOSE,
)
VIOLENCE = re.compile(
    r"""\b(?:gun(?:men|man|fire|shots?|shot)|bomb\w*|blasts?|explo\w+|attack(?:ed|s|ers?|ing)?|homicides?|murder\w*
    |wound(?:s|ed)?|rockets?|missiles?|drones?|robber(?:s|y|ies)|victims?|bullets?|knife|armed|soldiers?|troops|rebels?|militants?|clash\w*|raid\w*|suspects?|charged
    |arrest(?:ed|s)?|poison\w*|arson|strangl\w+|foul\splay|custody|crash\w*|police\schase)\b""",
    re.IGNORECASE | re.VERBOSE,
)
BEHIND = 2  # sentences behind a mishap
AROUND = 3  # sentences around a death in which an obituary, or the police, tell that nobody caused it


def find_natural_deaths(doc: Doc) -> frozenset[int]:
    """Return the tokens of the words that tell a death which nobody caused, by its clause or what stands around it."""
    if NATURAL not in doc.user_data:
        mishaps = find_mishaps(doc)
        told = {token.i for index in mishaps for token in _behind(doc[index])}
        found = [
            index
            for cue in find_cues(doc)
            if _is_natural(doc, cue) or (cue.word.id in HURT and cue.head in told)
            for index in range(cue.first, cue.last + 1)
        ]
        doc.user_data[NATURAL] = mishaps | frozenset(found)
    tokens: frozenset[int] = doc.user_data[NATURAL]
    return tokens


def _is_natural(doc: Doc, cue: Cue) -> bool:
    if cue.word.id not in DEATHS:
        return False
    token = doc[cue.head]
    if _tells_natural_cause(token):
        return True
    if _is_violent(token.sent):
        return False
    told = doc[max(cue.first - (token.lower_ == "death") * 2, 0) : cue.last + 1].text
    if ELEMENTS.match(told) and VIOLENCE.search(token.sent.text) is None:
        return True
    around = _around(token)
    text = around.text
    innocent = INNOCENT.search(OPEN.sub("", text)) or FROZEN.search(text)
    if not innocent and (OBITUARY.search(text) is None or VIOLENCE.search(text) is not None):
        return False
    return not _is_violent(around)


def _tells_natural_cause(death: Token) -> bool:
    """Whether the word of death carries what it came of: "died of lung cancer", "died peacefully in her sleep"."""
    for child in death.rights:
        if child.lower_ in QUIETLY and child.dep_ == "advmod":
            return True
        if child.lower_ not in CAUSING:
            continue
        for word in child.subtree:
            if word.i > child.i and _is_natural_cause(word):
                # "Died of a heart attack as the rockets fell": the act brought it on.
                shaken = word.lower_ in FAILING and VIOLENCE.search(HEART.sub("", death.sent.text)) is not None
                return not shaken and not any(w.lower_ in _violent_words() for w in child.subtree)
    return False


def _is_natural_cause(word: Token) -> bool:
    if word.lower_ in ("cause", "causes"):
        return any(child.lower_ in UNTOLD for child in word.lefts)
    if word.lower_ == "age":
        return any(child.lower_ == "old" for child in word.lefts)
    if word.lower_ in FAILING:
        return any(child.lower_ in INNER for child in word.lefts)
    return word.lower_ in CAUSES


@cache
def _violent_words() -> frozenset[str]:
    entries = {entry.id: entry for entry in load_file("harms")}
    phrases = (phrase for key in VIOLENT for phrase, _ in entries[key].phrases())
    plain = {phrase.lower() for phrase in phrases if " " not in phrase}
    return frozenset(plain | {"gunshot", "bullet", "wounds", "wound", "attacked", "bombing"})


def _is_violent(words: Tokens) -> bool:
    """Whether a word of violence stands among the words."""
    violent = _violent_words()
    return any(token.lower_ in violent for token in words)


def _behind(token: Token) -> Tokens:
    """Return the sentence of the token and those behind it that tell what came of it."""
    doc, end = token.doc, token.sent.end
    for _ in range(BEHIND):
        end = doc[end].sent.end if end < len(doc) else end
    return doc[token.sent.start : end]


def _around(token: Token) -> Tokens:
    """Return the sentences around the death."""
    doc, start, end = token.doc, token.sent.start, token.sent.end
    for _ in range(AROUND):
        start = doc[start - 1].sent.start if start else 0
        end = doc[end].sent.end if end < len(doc) else end
    return doc[start:end]
