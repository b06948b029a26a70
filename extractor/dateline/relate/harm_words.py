"""Finds the cues of harm: the words of harms.toml in a text, with what each asks of its sentence."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from dateline.analysis.texts import lower_words
from dateline.lexicon.files import load_file
from dateline.records import VictimStatus

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

CUES = "dateline_harm_cues"  # key in Doc.user_data
WOUNDS = frozenset(("wound", "wounds", "injury", "injuries"))
HURT = frozenset(("wounded", "injured", "hurt"))
SELVES = frozenset(("himself", "herself", "themselves"))
LEAVING_OUT = frozenset(("eliminated", "eliminate", "eliminating", "excluded", "discounted"))
INQUIRIES = frozenset(("inquiry", "enquiry", "inquiries", "enquiries", "investigation", "investigations", "probe"))
WOUND_REACH = 8  # tokens from "with" to the wounds
DESCRIBING = frozenset(("ADJ", "NOUN", "ADV", "DET", "NUM", "PUNCT", "ADP", "VERB", "PROPN"))
NEARLY = frozenset(("nearly", "almost", "half", "near", "halfway", "practically", "virtually"))  # before "to death"
PARTICLES = frozenset(("down", "up", "off", "out", "over", "away", "into"))


@dataclass(frozen=True, slots=True)
class HarmWord:
    """What a cue of harm tells."""

    id: str
    frame: str  # see harms.toml
    status: VictimStatus | None  # None for words of saying and of the unreal
    weak: bool
    patient: str  # "subject", "object" or "passive", for idioms
    nouns_with: frozenset[str]
    bars: frozenset[str] = frozenset()  # objects that make another thing of the verb: "executed a warrant"


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue in a text: tokens `first` to `last`, both inclusive; `head` is the word the sentence hangs it on."""

    first: int
    last: int
    head: int
    word: HarmWord


@dataclass(frozen=True, slots=True)
class HarmLexicon:
    """harms.toml, made for look-up."""

    by_first: Mapping[str, tuple[tuple[tuple[str, ...], HarmWord], ...]]  # longest first
    saying: frozenset[str]
    unreal: frozenset[str]


@cache
def load_harm_words() -> HarmLexicon:
    """Read harms.toml."""
    filed: dict[str, list[tuple[tuple[str, ...], HarmWord]]] = defaultdict(list)
    plain: dict[str, set[str]] = {"say": set(), "unreal": set()}
    for entry in load_file("harms"):
        frame, status = entry.text("frame") or "", entry.text("status")
        phrases = {phrase.lower() for phrase, _ in entry.phrases()}
        if frame in plain:
            plain[frame] |= phrases
            continue
        word = HarmWord(
            id=entry.id,
            frame=frame,
            status=VictimStatus(status) if status else None,
            weak=entry.flag("weak"),
            patient=entry.text("patient") or "object",
            nouns_with=frozenset(entry.texts("nouns_with")),
            bars=frozenset(entry.texts("bars")),
        )
        for phrase in phrases:
            words = tuple(re.findall(r"[\w.]+|-|['’]\w+", phrase))
            filed[words[0]].append((words, word))
    by_first = {first: tuple(sorted(rows, key=lambda row: -len(row[0]))) for first, rows in filed.items()}
    return HarmLexicon(by_first, frozenset(plain["say"]), frozenset(plain["unreal"]))


def find_cues(doc: Doc) -> tuple[Cue, ...]:
    """Return the cues in order of text, the longest at each place; a particle may stand apart ("round them up")."""
    if CUES in doc.user_data:
        kept: tuple[Cue, ...] = doc.user_data[CUES]
        return kept
    lexicon = load_harm_words()
    lower = lower_words(doc)
    cues: list[Cue] = []
    index = 0
    while index < len(lower):
        cue = _cue_at(doc, lexicon, lower, index) if lower[index] in lexicon.by_first else None
        if cue is not None:
            if not _is_barred(doc[cue.head], cue.word):
                cues.append(cue)
            index = cue.last
        index += 1
    doc.user_data[CUES] = tuple(cues)
    return tuple(cues)


def _cue_at(doc: Doc, lexicon: HarmLexicon, lower: tuple[str, ...], index: int) -> Cue | None:
    for words, word in lexicon.by_first[lower[index]]:
        end = index + len(words)
        if lower[index:end] == words:
            if word.frame == "subject" and words[1:] == ("to", "death") and _befalls(doc[index]):
                continue  # "burned to death two men"
            head = index
            if word.frame in ("event", "people", "toll") and len(words) > 1 and "of" not in words:
                head = end - 1
            elif word.frame == "object" and "-" in words:
                head = end - 1  # "pistol-whipped"
            return Cue(index, end - 1, head, word)
        if len(words) == 2 and words[1] in PARTICLES and word.frame == "object":
            apart = next((c for c in doc[index].children if c.lower_ == words[1] and c.dep_ in ("prt", "advmod")), None)
            if apart is not None:
                return Cue(index, index, index, word)
        if words[1:] == ("to", "death") and word.frame == "object" and _has_death_behind(doc[index]):
            return Cue(index, index, index, word)
    if lower[index] == "with":
        return _wounds_behind(doc, lexicon, lower, index)
    return None


def _is_barred(verb: Token, word: HarmWord) -> bool:
    if word.status is VictimStatus.KILLED and is_left_out(verb):
        return True
    treated = next((part for part in (verb, verb.head) if part.lower_ == "treated"), None)
    if treated is not None and any(kid.lower_ == "as" and kid.dep_ == "prep" for kid in treated.rights):
        return True  # "was released and is not being treated as a suspect"
    return bool(word.bars) and any(
        child.dep_ in ("dobj", "nsubjpass") and child.lower_.removesuffix("s") in word.bars for child in verb.children
    )


def is_left_out(verb: Token) -> bool:
    """Whether somebody is left out of an inquiry: "eliminated from the inquiry" kills nobody."""
    preps = (kid for kid in verb.rights if kid.lower_ == "from")
    return verb.lower_ in LEAVING_OUT and any(obj.lower_ in INQUIRIES for prep in preps for obj in prep.children)


def _wounds_behind(doc: Doc, lexicon: HarmLexicon, lower: Sequence[str], index: int) -> Cue | None:
    """Return the cue of "with non-life-threatening injuries", whatever stands between."""
    for end in range(index + 1, min(index + WOUND_REACH, len(lower))):
        if lower[end] in WOUNDS:
            fatal = "fatal" in lower[index + 1 : end]
            key = "killed_with" if fatal else "injured_with" if lower[end].startswith("injur") else "wounded_with"
            word = next((word for _, word in lexicon.by_first["with"] if word.id == key), None)
            return Cue(index, end, index, word) if word is not None else None
        if doc[end].pos_ not in DESCRIBING or lower[end] in ("no", "any", "without", "only"):
            return None
    return None


def _befalls(verb: Token) -> bool:
    """Whether somebody did it to another: "he was burned to death by a mob"; not "six burned to death in the fire"."""
    if any(child.dep_ in ("auxpass", "nsubjpass", "dobj") for child in verb.children):
        return True
    behind = verb.i + 3  # behind "to death"
    return behind < verb.sent.end and verb.doc[behind].tag_ in ("DT", "CD", "PRP$", "NNS")


def _has_death_behind(verb: Token) -> bool:
    """Whether "to death" stands behind the verb's object: "put two men to death"."""
    return any(
        prep.lower_ == "to" and prep.nbor(-1).lower_ not in NEARLY and any(obj.lower_ == "death" for obj in prep.rights)
        for child in verb.rights
        for prep in (child, *child.rights)
    )
