"""Finds the words that tell of an act: "exploded", "the shelling", "clashes", "was abducted"."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from dateline.analysis.texts import text_of
from dateline.lexicon.entries import index_entries
from dateline.lexicon.files import load_file
from dateline.lexicon.inflection import noun_forms
from dateline.mentions import TriggerMention
from dateline.records import EventType
from dateline.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as Tokens

    from dateline.lexicon.entries import Entry
    from dateline.lexicon.phrases import Match, PhraseIndex

VERBAL = frozenset({"VERB", "AUX"})
NOMINAL = frozenset({"NOUN", "PROPN", "ADJ", "X"})
DOERS = ("aircraft", "gun", "missile", "bomb", "armed", "police")  # doers.toml; the first that stands there decides
ARGUMENTS = frozenset({"dobj", "nsubj", "nsubjpass", "dative", "attr", "oprd"})


@dataclass(frozen=True, slots=True)
class TriggerLexicon:
    """The trigger entries and the index that finds their words."""

    entries: Mapping[str, Entry]
    index: PhraseIndex
    verbal: frozenset[tuple[str, str]]  # (entry, form): "clubs", "gas": an act as a verb only


@cache
def load_triggers(overlay: Path | None = None) -> TriggerLexicon:
    """Read the trigger words, a user's overlay added."""
    entries = load_file("triggers", overlay)
    verbal = {(entry.id, form) for entry in entries for form in _verbal_forms(entry)}
    return TriggerLexicon({entry.id: entry for entry in entries}, index_entries(entries), frozenset(verbal))


def _verbal_forms(entry: Entry) -> set[str]:
    """Return the forms of the entry's verbs that might be plain nouns, and that the entry does not list as nouns.

    Past forms and participles are left out: no noun looks like "clubbed", and the tagger takes some for adjectives.
    """
    nouns = {form.casefold() for noun in entry.nouns for form in noun_forms(noun)}
    forms = {form.casefold() for verb in entry.verbs for form in (verb, f"{verb}s", f"{verb}es")}
    return forms - nouns - {form.casefold() for form in entry.forms}


def has_trigger(text: str, lexicon: TriggerLexicon) -> bool:
    """Whether any trigger word stands in `text`; needs no tagger."""
    return bool(lexicon.index.find_all(text))


def find_triggers(doc: Doc, lexicon: TriggerLexicon) -> tuple[TriggerMention, ...]:
    """Return the trigger words of `doc` in order, longest first where they overlap.

    A word that may be verb or noun counts as what the tagger says it is.
    """
    found: list[TriggerMention] = []
    for match in sorted(lexicon.index.find_all(text_of(doc)), key=lambda m: (m.span.start, -m.span.end)):
        if found and match.span.start < found[-1].span.end:
            continue
        tokens = doc.char_span(match.span.start, match.span.end, alignment_mode="expand")
        mention = _read_match(tokens, match, lexicon) if tokens else None
        if mention:
            found.append(mention)
    return tuple(found)


def _read_match(tokens: Tokens, match: Match, lexicon: TriggerLexicon) -> TriggerMention | None:
    entry = lexicon.entries[match.key]
    root = tokens.root
    wanted = entry.text("pos")
    if len(tokens) == 1:
        if wanted == "verb" and root.pos_ not in VERBAL:
            return None
        if wanted == "noun" and root.pos_ not in NOMINAL:
            return None
        if root.ent_type_ == "PERSON" and root.pos_ == "PROPN":
            return None
        if root.ent_type_ == "DATE" and root.lower_ == "march":
            return None
        if (entry.id, root.lower_) in lexicon.verbal and root.pos_ not in VERBAL:
            return None
    if not _has_needed(tokens, entry) or _is_barred(tokens, entry):
        return None
    own = entry.text("type") or EventType.ATTACK
    return TriggerMention(
        span=Span(match.span.start, match.span.end),
        head=root.i,
        rule=f"trigger:{entry.id}",
        type=EventType(_type_by_doer(root, entry) or own),
        noun=root.pos_ not in VERBAL,
        specific=not entry.flag("general"),
        weak=entry.flag("weak"),
    )


def _type_by_doer(act: Token, entry: Entry) -> str | None:
    """Return the type that the doer gives the act ("raided" by bandits), None where it says nothing."""
    kinds = [kind for kind in DOERS if entry.text(f"by_{kind}")]
    if not kinds:
        return None
    doers = [_phrase_of(doer) for doer in doers_of(act)]
    for kind in kinds:
        if any(match.key == kind for doer in doers for match in _doers().find(doer)):
            return entry.text(f"by_{kind}")
    return None


@cache
def _doers() -> PhraseIndex:
    return index_entries(load_file("doers"))


def _phrase_of(doer: Token) -> str:
    """Return the words of a doer without the clauses that hang on it."""
    words = [t.text for t in doer.subtree if t.i <= doer.i and t.dep_ not in ("relcl", "acl")]
    return " ".join(words)


def doers_of(act: Token) -> Iterator[Token]:
    """Yield the heads of who or what does the act, as its own clause says it."""
    yield from (kid for child in act.children if child.lower_ == "by" for kid in child.children if kid.dep_ == "pobj")
    if act.pos_ in VERBAL:
        own = [child for child in act.children if child.dep_ == "nsubj"]
        if not own and act.dep_ in ("conj", "xcomp", "advcl") and act.head.pos_ in VERBAL:
            own = [child for child in act.head.children if child.dep_ == "nsubj"]
        if not own and act.dep_ == "acl":
            own = [act.head] if act.tag_ == "VBG" else []
        yield from own
    else:
        yield from (child for child in act.children if child.dep_ in ("poss", "compound", "amod", "nmod"))


def _has_needed(tokens: Tokens, entry: Entry) -> bool:
    """Whether what is done to or with has a word that the entry needs ("hurled" needs a grenade), and none it bars."""
    needed, barring = entry.texts("needs"), entry.texts("bars")
    if not needed and not barring:
        return True
    words = {
        token.lower_
        for part in _arguments(tokens.root)
        for token in part.subtree
        if token.i not in range(tokens.start, tokens.end)
    }
    if any(word in words or f"{word}s" in words for word in barring):
        return False
    return not needed or any(word in words or f"{word}s" in words for word in needed)


def _arguments(verb: Token) -> Iterator[Token]:
    """Yield what a verb is done to or with, wherever its clause names it."""
    yield from (child for child in verb.children if child.dep_ in ARGUMENTS)
    yield from (kid for child in verb.children if child.lower_ in ("with", "of", "by") for kid in child.children)
    if verb.dep_ in ("acl", "relcl"):
        # "A grenade thrown from a car": the noun itself, without the clauses that hang on it.
        yield from (token for token in (verb.head.left_edge, verb.head) if token.i != verb.i and token.dep_ != "relcl")
    elif verb.dep_ in ("conj", "xcomp", "advcl", "pcomp") and verb.head.pos_ in VERBAL:
        yield from (child for child in verb.head.children if child.dep_ in ARGUMENTS)


def _is_barred(tokens: Tokens, entry: Entry) -> bool:
    """Whether the words around make another thing of it: "house arrest", "demonstrated a phone"."""
    if tokens.start > 0 and tokens.doc[tokens.start - 1].lower_ in entry.texts("not_after"):
        return True
    if tokens.end < len(tokens.doc) and tokens.doc[tokens.end].lower_ in entry.texts("not_before"):
        return True
    return (
        entry.flag("intransitive")
        and tokens.root.pos_ in VERBAL
        and any(child.dep_ in ("dobj", "ccomp", "nsubjpass") for child in tokens.root.children)
    )
