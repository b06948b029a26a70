"""Questions about the dependency tree that several relations ask."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from dateline.find.nouns import is_dash
from dateline.lexicon.files import load_phrases
from dateline.spans import Span

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

    from spacy.tokens import Doc, Token

TAKEN = frozenset({"life", "lives", "victim", "victims"})  # "claiming the lives of two" says nothing
CHARGING = frozenset({"charged", "charges", "charge", "charging"})  # words of saying before a clause: "charged that"
KEEPING = frozenset({"observed", "observe", "observing", "observes"})  # "a strike was observed", "observed a day off"
BENCH = frozenset({"magistrate", "magistrates", "judge", "judges", "sheriff", "justices", "court"})  # who tries people
HAVING = frozenset({"had", "has", "have", "having"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass"})
PERFECT = frozenset(("have", "has"))  # before "killed" of what has happened up to now
PRESENT_TENSE = frozenset(("VBZ", "VBP"))
OUTCOMES = frozenset({"died", "dies", "die", "dying", "succumbed", "dead"})  # "died hours after he was shot" is one act
STOPS = frozenset({".", "!", "?", ":", ";", "...", "…"})
CLOSING = 3  # words at the end of a sentence among which its stop stands, before quotation marks and line ends


@cache
def load_cues(name: str) -> frozenset[str]:
    """Read the words of entry `name` of cues.toml, in lower case."""
    return load_phrases("cues", name)


LONGEST_DATELINE = 12  # tokens behind the comma of a dateline: "KIRKUK, northern Iraq, April 3 (Wire)"
CLOSING_DATELINE = frozenset(("(", ":"))  # a dash does too
SHORT = 3  # letters of a name that may be an acronym, not a town


def span_of_word(token: Token) -> Span:
    """Return where the word stands in the text."""
    return Span(token.idx, token.idx + len(token))


def path_up(token: Token) -> Iterator[Token]:
    """Yield the token and what governs it, up to the root of its sentence."""
    yield token
    while token.head is not token and token.head.i != token.i:
        token = token.head
        yield token


def child_of(token: Token, *deps: str) -> Token | None:
    """Return the first child that plays one of the roles `deps`."""
    return next((child for child in token.children if child.dep_ in deps), None)


def after_of(noun: Token) -> Iterator[Token]:
    """Yield what "of" ties to a word: "insurgents" of "the bodies of nine insurgents"."""
    return (obj for of in noun.children if of.lower_ == "of" for obj in of.children)


def tree_distance(left: Token, right: Token) -> int | None:
    """Return the number of arcs between two tokens, None when they are in different sentences."""
    depths = {token.i: depth for depth, token in enumerate(path_up(left))}
    for depth, token in enumerate(path_up(right)):
        if token.i in depths:
            return depth + depths[token.i]
    return None


def is_speech(token: Token) -> bool:
    """Whether the token is a word of saying that introduces what somebody says."""
    charging = token.lower_ in CHARGING and any(child.dep_ == "ccomp" for child in token.children)
    if not (charging or token.lower_ in load_cues("speech")) or token.pos_ not in ("VERB", "AUX"):
        return False
    if token.lower_ in KEEPING and not any(child.dep_ == "ccomp" for child in token.children):
        return not any(child.dep_ in ("dobj", "nsubjpass") for child in token.children)
    return not any(child.dep_ == "dobj" and child.lower_ in TAKEN for child in token.children)


def speech_holder(token: Token, *, charges: Container[str] | None = None, acts: Container[int] = ()) -> Token | None:
    """Return the word of saying that `token` hangs on directly or through its own phrase, not through what is said.

    In "officials in Washington said on Tuesday that bombs fell", "Washington" and "Tuesday" belong to the
    saying and "bombs" to what is said.

    Args:
        token: the head of what may hang on the saying.
        charges: verbs of what somebody is accused of, in whose own clause it may stand; None for all of them.
        acts: words for acts, by their numbers; what hangs on one is its own: "claimed an attack on a hotel in Kismayo".
    """
    below = token
    for above in path_up(token):
        if above.i == token.i:
            continue
        if above.i in acts:
            return None
        if is_speech(above):
            return None if below.dep_ in ("ccomp", "advcl", "conj", "parataxis", "xcomp") else above
        if above.lower_ == "according":
            return above
        charge = above.dep_ == "pcomp" and above.pos_ == "VERB" and above.head.lower_ == "of"
        if charge and (charges is None or above.lower_ in charges):
            return None  # "is accused of shooting a clerk on March 9"
        if above.dep_ == "relcl":
            return None  # "people who had gathered on Tuesday", however the parser hangs the people on the saying
        below = above
    return None


def is_dateline(token: Token) -> bool:
    """Whether the word closes the town in capitals that opens a sentence: "KIRKUK, Iraq - Gunmen shot"."""
    opening = token.doc[token.sent.start : token.i + 1]
    if token.i + 1 >= token.sent.end or token.nbor().pos_ not in ("PUNCT", "SYM"):
        return False
    behind = token.doc[token.i + 2 : min(token.i + 2 + LONGEST_DATELINE, token.sent.end)]
    if token.nbor().text == "," and not any(
        word.text in CLOSING_DATELINE or is_dash(token.doc, word.i) for word in behind
    ):
        return False  # "JNIM, the local branch, said"
    return len(token) > SHORT and all(word.is_upper or not word.is_alpha for word in opening) and not is_caps(token)


def is_caps(token: Token) -> bool:
    """Whether the whole sentence is in capitals, so that they say nothing."""
    return all(word.is_upper for word in token.sent if word.is_alpha)


def clause_of(token: Token) -> Token:
    """Return the verb, or the root, of the clause that `token` stands in."""
    for above in path_up(token):
        if above.pos_ in ("VERB", "AUX") and above.dep_ not in ("aux", "auxpass", "amod"):
            return above
    return token.sent.root


def brought_before(verb: Token) -> Token:
    """Return "appeared" of "he appeared before magistrates charged with murder", else the verb itself.

    The parser makes a clause of "before magistrates charged", or hangs "charged" on the magistrates.
    """
    if verb.tag_ != "VBN":
        return verb
    if verb.dep_ == "acl" and verb.head.dep_ == "pobj":
        bench, before = verb.head, verb.head.head
        appearing = before.head
    elif verb.dep_ == "advcl":
        bench = next((child for child in verb.lefts if child.dep_ == "nsubj"), verb)
        before = next((child for child in verb.lefts if child.dep_ == "mark"), verb)
        appearing = verb.head
    else:
        return verb
    return appearing if before.lower_ == "before" and bench.lower_ in BENCH else verb


def auxiliaries(verb: Token) -> tuple[str, ...]:
    """Return the auxiliaries of a verb in lower case, those of the verb it is joined to included."""
    own = [child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")]
    if not own and verb.dep_ == "conj" and verb.head.pos_ in ("VERB", "AUX"):
        return auxiliaries(verb.head)
    return tuple(own)


def is_negated(token: Token) -> bool:
    """Whether a "no", "not" or "without" stands on the word itself."""
    negations = load_cues("negation")
    if any(child.dep_ == "neg" or (child.dep_ == "det" and child.lower_ in negations) for child in token.children):
        return True
    if token.dep_ in ("pobj", "pcomp") and token.head.lower_ == "without":
        return True
    return any(
        child.dep_ in SUBJECTS and any(kid.lower_ in ("no", "neither") and kid.dep_ == "det" for kid in child.children)
        for child in token.children
    )


def sentence_numbers(doc: Doc) -> tuple[int, ...]:
    """Return the number of the sentence, from 0, for each token."""
    numbers: list[int] = []
    for number, sentence in enumerate(doc.sents):
        numbers.extend([number] * len(sentence))
    return tuple(numbers)


def is_headline(token: Token) -> bool:
    """Whether a word stands in a headline, whose present tense tells what happened: its sentence has no full stop."""
    return not any(word.lower_ in STOPS for word in token.sent[-CLOSING:])


def has_subject(verb: Token) -> bool:
    """Whether a verb has a subject of its own, "there" among them."""
    return any(child.dep_ in ("nsubj", "nsubjpass", "expl") for child in verb.children)


def is_had_done(verb: Token) -> bool:
    """Whether somebody had it done, or it befell what is his: "had her husband killed", "had their throats slit"."""
    return verb.tag_ == "VBN" and verb.dep_ == "ccomp" and verb.head.lower_ in HAVING
