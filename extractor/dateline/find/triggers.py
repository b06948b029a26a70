"""Finds the words that tell of an act: "exploded", "the shelling", "clashes", "was abducted"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from dateline.analysis.own_body import fights_for_life, hits_own_body
from dateline.analysis.texts import text_of
from dateline.find.laid_fires import find_laid_fires
from dateline.find.trigger_doers import DOERS, VERBAL, doers_of, kinds_of, load_doers, phrase_of
from dateline.find.trigger_strikes import as_backing, as_blows, as_labour_strikes
from dateline.lexicon.entries import index_entries
from dateline.lexicon.files import load_file
from dateline.lexicon.inflection import noun_forms
from dateline.mentions import TriggerMention
from dateline.records import FAMILY, EventType, Family
from dateline.spans import Span

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as Tokens

    from dateline.lexicon.entries import Entry
    from dateline.lexicon.phrases import Match, PhraseIndex

AIR_RAID = "trigger:airstrike"
AGAIN = frozenset(("another", "separate", "second", "third", "fourth", "further", "similar", "other", "more"))
# What soldiers who loot do besides; their raids are no robberies.
OF_WAR = frozenset((EventType.AIRSTRIKE, EventType.SHELLING, EventType.ARMED_CLASH))
NOMINAL = frozenset({"NOUN", "PROPN", "ADJ", "X"})
NEEDED = ("needs", "also_needs")  # fields of entries, of each of which one word must stand
ARGUMENTS = frozenset({"dobj", "nsubj", "nsubjpass", "dative", "attr", "oprd"})
MEANS = frozenset({"with", "of", "by"})
ENDS = frozenset(
    {"on", "into", "to", "toward", "towards", "through", "over"}
)  # "set a shop on fire", "drove over a mine"
NAMED = frozenset(
    {"nsubj", "nsubjpass", "csubj", "csubjpass", "dobj", "pobj", "pcomp"}
)  # parts of a clause that a noun plays
AT = ENDS - {"to"} | {"at"}  # before what an act is aimed at
HARMFUL = frozenset({Family.EXPLOSIVE, Family.ARMED, Family.MELEE, Family.UNSPECIFIED})
SCORE = re.compile(
    r"(?:\s+(?:them|him|her))?\s+(?:\d[-–]\d{1,2}|\d{1,2}[-–]\d)(?=\s+(?:by|on|in|at|away|against|to|after|for)\b|[,.;])"
)  # "beaten 3-1", "thrashed 6-0"
STRIKING = frozenset(
    {"killed", "kills", "wounded", "injured", "destroyed", "hit", "levelled", "leveled", "demolished", "targeted"}
)
# fmt: off
# What a stoppage of work is "on", and no strike from the air: its day, its trade, its cause.
NOT_STRUCK = frozenset({
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "railway", "railways", "buses",
    "trains", "pay", "wages", "salaries", "conditions", "pensions", "jobs", "hours",
})
# fmt: on
DISPOSING = frozenset({"blown", "blew", "blow", "blowing", "detonated", "destroyed", "exploded", "detonate"})
# fmt: off
STOCKS = frozenset({
    "explosives", "ammunition", "munitions", "ordnance", "cache", "stockpile", "stock", "arms", "weapons", "mines",
})
FORCES = frozenset({
    "patrol", "soldiers", "troops", "forces", "force", "sappers", "experts", "police", "officers", "army", "engineers",
    "squad", "specialists", "team", "unit", "marines", "technicians",
})
# fmt: on
PERFECT = frozenset({"have", "has", "had", "having", "'ve", "'d"})


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
    for entry in entries:
        for field in ("type", *(f"by_{kind}" for kind in DOERS)):
            entry.choice(field, EventType)  # now, not at the first article with the word
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
        if mention and tokens and lexicon.entries[match.key].flag("retold"):
            mention = _name_again(mention, tokens.root, found)
        if mention:
            found.append(mention)
    found = as_labour_strikes(as_blows(found, doc))
    if any(mention.type is EventType.ROBBERY for mention in found) and not any(one.type in OF_WAR for one in found):
        found = [_of_robbery(mention, doc, lexicon) for mention in found]
    harming = {mention.head for mention in found if FAMILY[mention.type] in HARMFUL and not mention.noun}
    found = [as_backing(mention, doc[mention.head]) for mention in found]
    acts = [mention for mention in found if not _is_only_harmed(doc, mention, lexicon, harming)]
    return _with_fires(acts, doc)


def _with_fires(found: Sequence[TriggerMention], doc: Doc) -> tuple[TriggerMention, ...]:
    """Return the words found and those for a fire that was laid, in order: a word found already stays what it is."""
    fires = (fire for fire in find_laid_fires(doc) if not any(fire.span.overlaps(mention.span) for mention in found))
    return tuple(sorted((*found, *fires), key=lambda mention: mention.span.start))


def _is_only_harmed(doc: Doc, mention: TriggerMention, lexicon: TriggerLexicon, harming: Collection[int]) -> bool:
    """Whether a crowd is named as what another act is done to: "drove into a crowd of protesters"."""
    if not lexicon.entries[mention.rule.removeprefix("trigger:")].flag("present"):
        return False
    word = doc[mention.head]
    if word.dep_ == "pobj" and word.head.lower_ in AT:
        word = word.head
    return word.dep_ in ("dobj", "nsubjpass", "prep") and word.head.i in harming


def _name_again(mention: TriggerMention, act: Token, told: Sequence[TriggerMention]) -> TriggerMention:
    """Return a noun without a known doer with the type of the last one told before it.

    "Militants raided a post", then "the Boni raid was carried out by its men"; "an air strike killed nine", then "a
    raid on a house", "five died in a separate raid".
    """
    alike = any(child.lower_ == "on" for child in act.rights) or any(child.lower_ in AGAIN for child in act.lefts)
    rules = (mention.rule, AIR_RAID) if alike else (mention.rule,)
    before = next((one for one in reversed(told) if one.rule in rules), None)
    if before is None or not mention.noun or not kinds_of(doers_of(act)).isdisjoint(DOERS):
        return mention
    return replace(mention, type=before.type)


def _of_robbery(mention: TriggerMention, doc: Doc, lexicon: TriggerLexicon) -> TriggerMention:
    """Return a noun without a known doer as a robbery where one is told of: the headline's "post office raid"."""
    retold = lexicon.entries[mention.rule.removeprefix("trigger:")].flag("retold")
    if not retold or not mention.noun or mention.type is not EventType.ARREST:
        return mention
    return mention if kinds_of(doers_of(doc[mention.head])) else replace(mention, type=EventType.ROBBERY)


def _read_match(tokens: Tokens, match: Match, lexicon: TriggerLexicon) -> TriggerMention | None:
    entry = lexicon.entries[match.key]
    root = tokens.root
    wanted = entry.text("pos")
    if len(tokens) == 1:
        if wanted == "verb" and root.pos_ not in VERBAL:
            return None
        if wanted == "noun" and root.pos_ not in NOMINAL and not _is_nominal(root):
            return None
        if root.ent_type_ == "PERSON" and root.pos_ == "PROPN":
            return None
        if (root.ent_type_ == "DATE" and root.lower_ == "march") or _is_title(root):
            return None
        if (entry.id, root.lower_) in lexicon.verbal and root.pos_ not in VERBAL:
            return None
    if SCORE.match(text_of(tokens.doc), match.span.end):
        return None
    if not _has_needed(tokens, entry) or _is_barred(tokens, entry) or not _has_company(tokens, entry):
        return None
    own = EventType.WEAPONS_SEIZURE if _is_disposal(root) else entry.text("type") or EventType.ATTACK
    by_doer = _type_by_doer(root, entry)
    return TriggerMention(
        span=Span(match.span.start, match.span.end),
        head=root.i,
        rule=f"trigger:{entry.id}",
        type=EventType(by_doer or own),
        noun=root.pos_ not in VERBAL or wanted == "noun",
        specific=not entry.flag("general") or (by_doer is not None and entry.flag("weak")),
        weak=entry.flag("weak"),
    )


def _is_title(word: Token) -> bool:
    """Whether a noun in capitals amid small letters, with nothing before it, names a work: "the makers of Manhunt"."""
    if word.tag_ != "NNP" or not word.text.istitle() or word.i == word.sent.start or word.i + 1 >= word.sent.end:
        return False
    if any(child.dep_ in ("det", "poss", "compound", "amod", "nummod", "nmod") for child in word.lefts):
        return False
    return word.nbor(-1).text.islower() and not word.nbor(1).text[:1].isupper() and not word.nbor(1).is_digit


def _is_nominal(word: Token) -> bool:
    """Whether a form in -ing that the tagger takes for a verb stands as a noun: "fighting near the port went on"."""
    return word.tag_ == "VBG" and word.dep_ in NAMED and not any(child.dep_ in ARGUMENTS for child in word.children)


def _has_company(tokens: Tokens, entry: Entry) -> bool:
    """Whether the sentence has a word that the entry wants near, none that it wants away, and a doer of its kind."""
    near, away, kinds = entry.texts("near"), entry.texts("not_near"), entry.texts("doers")
    if near or away:
        words = {token.lower_ for token in tokens.root.sent}
        if not words.isdisjoint(away) or (near and words.isdisjoint(near)):
            return False
    return not kinds or not kinds_of(doers_of(tokens.root)).isdisjoint(kinds)


def _type_by_doer(act: Token, entry: Entry) -> str | None:
    """Return the type that the doer gives the act ("raided" by bandits), None where it says nothing."""
    kinds = [kind for kind in DOERS if entry.text(f"by_{kind}")]
    if not kinds:
        return None
    told = kinds_of(doers_of(act))
    # "Rockets were fired at the town": what flies does the harm, whoever fired it.
    told |= {"missile"} if any(map(_is_missile, _things_sent(act))) else frozenset()
    chosen = next((kind for kind in kinds if kind in told), None)
    return None if chosen is None else entry.text(f"by_{chosen}")


def _things_sent(act: Token) -> Iterator[Token]:
    """Yield what an act is done with as its passive says it: "missiles were fired", "a missile (that was) fired at"."""
    for child in act.children:
        if child.dep_ == "nsubjpass":
            yield act.head if act.dep_ == "relcl" and child.tag_ in ("WDT", "WP") else child
    if act.dep_ == "acl" and act.tag_ == "VBN":
        yield act.head


def _is_missile(thing: Token) -> bool:
    """Whether it is a missile or shell itself, not what is named for one: "two mortar rounds", not "a missile base"."""
    phrase = phrase_of(thing)
    return any(match.key == "missile" and match.span.end == len(phrase) for match in load_doers().find(phrase))


def _is_disposal(act: Token) -> bool:
    """Whether forces get rid of arms that they found: "the explosives were blown up by the patrol"."""
    if act.lower_ not in DISPOSING or act.pos_ not in VERBAL:
        return False
    rid_of = {child.lower_ for child in act.children if child.dep_ in ("dobj", "nsubjpass")}
    return not rid_of.isdisjoint(STOCKS) and any(doer.lower_ in FORCES for doer in doers_of(act))


def _has_needed(tokens: Tokens, entry: Entry) -> bool:
    """Whether what is done to or with has a word that the entry needs ("hurled" needs a grenade), and none it bars."""
    needed, barring = [entry.texts(name) for name in NEEDED if entry.texts(name)], entry.texts("bars")
    if not needed and not barring:
        return True
    words = _words_of(tokens, _means(tokens.root) if entry.flag("needs_doer") else _arguments(tokens.root))
    leads = {child.lower_ for child in tokens.root.rights if child.dep_ == "prep"}  # "laid charges against him"
    if has_one(_doing(tokens.root) if entry.flag("bars_doers") else words | leads, barring):
        return False
    words |= _words_of(tokens, _ends(tokens.root)) if needed else set()
    return all(has_one(words, wanted) for wanted in needed)


def _means(verb: Token) -> Iterator[Token]:
    """Yield what does it or what it is done with, not what it is done to: "destroyed by a bomb", not "a bomb"."""
    yield from (kid for child in verb.children if child.lower_ in MEANS for kid in child.children)
    yield from doers_of(verb)


def _doing(verb: Token) -> set[str]:
    """Return the words for who or what does it, but for those that only say of what kind the next is: "truck" drivers.

    Where nobody does it, what it is done with: "blocked with debris", but not "residents blocked it with debris".
    """
    parts = tuple(doers_of(verb)) or tuple(_means(verb))
    return {token.lower_ for part in parts for token in part.subtree if token.dep_ != "compound"}


def _words_of(tokens: Tokens, parts: Iterator[Token]) -> set[str]:
    return {token.lower_ for part in parts for token in part.subtree if token.i not in range(tokens.start, tokens.end)}


def has_one(words: Iterable[str], wanted: tuple[str, ...]) -> bool:
    """Whether one of the wanted words is among `words`, as it is or in the plural; of a pair, both."""
    words = frozenset(words)
    return not _with_plurals(wanted).isdisjoint(words) or any(words.issuperset(pair) for pair in _pairs_of(wanted))


@cache
def _pairs_of(wanted: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """Return the words of each phrase of several: "world war"."""
    return tuple(tuple(phrase.split()) for phrase in wanted if " " in phrase)


@cache
def _with_plurals(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(words) | frozenset(f"{word}s" for word in words)


def _ends(verb: Token) -> Iterator[Token]:
    """Yield what a verb brings its object to: "on fire", "safe", "into a car"."""
    yield from (
        child
        for child in verb.children
        if child.dep_ in ("acomp", "advmod") or (child.dep_ == "ccomp" and child.pos_ == "ADJ")
    )
    yield from (kid for child in verb.children if child.lower_ in ENDS for kid in child.children)


def _arguments(verb: Token) -> Iterator[Token]:
    """Yield what a verb is done to or with, wherever its clause names it."""
    yield from (child for child in verb.children if child.dep_ in ARGUMENTS)
    yield from (kid for child in verb.children if child.lower_ in MEANS for kid in child.children)
    if verb.dep_ in ("acl", "relcl"):
        # "A grenade thrown from a car": the noun itself, without the clauses that hang on it.
        yield from (token for token in (verb.head.left_edge, verb.head) if token.i != verb.i and token.dep_ != "relcl")
    elif verb.dep_ in ("conj", "xcomp", "advcl", "pcomp") and verb.head.pos_ in VERBAL:
        yield from (child for child in verb.head.children if child.dep_ in ARGUMENTS)


def _is_barred(tokens: Tokens, entry: Entry) -> bool:
    """Whether the words around make another thing of it: "house arrest", "demonstrated a phone"."""
    before = tokens.start - 1
    if before > 0 and tokens.doc[before].lower_ == "-":
        before -= 1  # "long-shot states"
    if before >= 0:
        # A pair bars one of the entry's words alone: "an election rally" is no protest, "an election protest" is.
        word, own = tokens.doc[before].lower_, tokens.doc[tokens.start : tokens.end].text.lower()
        if not {word, f"{word} {own}"}.isdisjoint(entry.texts("not_after")):
            return True
    if tokens.end < len(tokens.doc) and tokens.doc[tokens.end].lower_ in entry.texts("not_before"):
        return True
    if hits_own_body(tokens.root) or fights_for_life(tokens.root):
        return True
    if (entry.flag("aims") or entry.flag("aims_not")) and _is_aimed(tokens.root) is not entry.flag("aims"):
        return True
    return entry.flag("intransitive") and tokens.root.pos_ in VERBAL and not _is_intransitive(tokens.root)


def _is_aimed(strike: Token) -> bool:
    """Whether it hits something or somebody: "a strike on the ministry", "the strike killed three"."""
    if strike.dep_ == "nsubj" and strike.head.lower_ in STRIKING:
        return True
    aims = (child for child in strike.children if child.dep_ == "prep" and child.lower_ == "on")
    struck = (kid for aim in aims for kid in aim.children if kid.dep_ == "pobj")
    return any(kid.ent_type_ not in ("DATE", "TIME") and kid.lower_ not in NOT_STRUCK for kid in struck)


def _is_intransitive(verb: Token) -> bool:
    """Whether the verb has neither object nor passive: "they fired", not "she was fired", "a man fired by his firm"."""
    if any(child.dep_ in ("dobj", "ccomp", "nsubjpass") for child in verb.children):
        return False
    return verb.tag_ != "VBN" or any(child.lower_ in PERFECT for child in verb.children if child.dep_ == "aux")
