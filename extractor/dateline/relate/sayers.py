"""Finds who says what a clause tells, and the words for them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dateline.analysis.texts import text_of
from dateline.find.nouns import DASHES, span_of
from dateline.find.people_roles import ABBREVIATED, RANKS
from dateline.mentions import StanceMention
from dateline.relate.agents import load_words
from dateline.relate.clauses import SUBJECTS, after_of, is_dateline, is_speech, path_up, span_of_word
from dateline.spans import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

    from dateline.mentions import ActorMention
    from dateline.records import Stance

SELF = frozenset(("it", "they", "we"))  # how a body speaks of itself, and of what is its own
OWN = frozenset(("its", "their", "our"))
THEIRS = OWN | {"his", "her"}  # and of what is that of one who speaks for it
ARTICLES = frozenset(("the", "a", "an"))
PRONOUNS = frozenset(("they", "it", "he", "she"))
REACH = 80  # tokens back in which a pronoun finds who spoke
# What something is said in: no part of the name of who says it.
UTTERANCES = frozenset(
    ("statement", "interview", "report", "tweet", "letter", "message", "video", "speech", "conference", "briefing")
) | frozenset(("email", "post", "broadcast", "address"))
CALLERS = frozenset(("caller", "callers"))
NAMELESS = frozenset(("man", "woman", "person", "voice", "somebody", "someone", "individual"))
RINGING = frozenset(("telephoned", "phoned", "rang", "called", "telephoning", "phoning", "ringing", "calling"))
CODES = frozenset(("word", "name", "phrase", "codeword", "codewords", "codename", "password"))
LONGEST = 12  # tokens of a sayer's phrase
SPACES = re.compile(r"\s+")
OPENING = frozenset(("“", "``"))
CLOSING = frozenset(("”", "''"))
STRAIGHT = frozenset(('"',))
LONGEST_QUOTATION = 120  # tokens searched either way for its marks
NEAR_QUOTATION = 8  # tokens after or before the marks in which the word of saying stands
# What shows something and is nobody's word: who speaks of it is told above.
FINDINGS = frozenset(("evidence", "everything", "clues", "indications", "signs", "facts", "circumstances", "tests"))
VIEWS = frozenset(("opinion", "view", "judgment", "judgement", "estimation", "words", "account"))
BLAMING = frozenset(("blamed", "blame", "blames", "blaming"))
# Entries of people.toml whose people may be the "he" who says something.
SPEAKING = (
    "person", "man", "relative", "leader", "government", "politician", "judicial", "diplomat", "police", "officer",
    "commander", "journalist", "health_worker", "clergy",
)  # fmt: skip
SAYING = frozenset(("ccomp", "parataxis", "advcl", "conj", "xcomp", "dep"))


def find_speaker_of_own(token: Token) -> Token | None:
    """Return who says what "it" or "its fighters" did, None where nobody does.

    That is the front in "the front said it had planted the bomb, according to a monitoring group", not who tells of it.
    """
    return find_sayer(token, hearsay=False) or find_sayer(token)


def find_sayer(token: Token, *, hearsay: bool = True) -> Token | None:
    """Return the head of the noun phrase for who says it, None where the article itself does.

    "Police said gunmen attacked", "gunmen attacked, police said", "according to police, gunmen attacked"; the last
    only with `hearsay`.
    """
    below = told = first = token  # the last word climbed through, the one before it, and the one before that
    for above in path_up(token):
        source = _according(above) if hearsay else None
        if source is not None and source.i != token.i:
            return source
        said = (
            below.dep_ in SAYING
            or (below.dep_ == "dobj" and _is_hung_low(told, below))
            or (below.dep_ == "dobj" and above.lower_ in BLAMING)  # "blamed an Israeli air strike"
            or (below.dep_ == "prep" and told.dep_ == "pobj" and _is_hung_low(first, told))
        )
        if above.i != token.i and said and (is_speech(above) or above.lower_ in BLAMING):
            subject = _speaker(above)
            if subject is not None and subject.lower_ not in FINDINGS and not _is_none(subject):
                return _referent(subject) if subject.lower_ in PRONOUNS else subject
        first, told, below = told, below, above
    return _quoted_speaker(token)


def _is_none(subject: Token) -> bool:
    """Whether nobody says it: "no group claimed it, but it is believed to be"."""
    return any(child.lower_ in ("no", "neither") for child in subject.lefts)


def _is_hung_low(clause: Token, listener: Token) -> bool:
    """Whether the parser hung what is told on whom it is told to, or in what: "told a radio station that it had".

    "Said in an online message that its men had struck".
    """
    if clause.dep_ not in ("relcl", "acl", "ccomp") or clause.head.i != listener.i:
        return False
    marked = any(kid.lower_ == "that" and kid.dep_ in ("mark", "det") for kid in clause.lefts)
    return marked and any(kid.dep_ in SUBJECTS and kid.lower_ != "that" for kid in clause.lefts)


def is_within_quotation(token: Token) -> bool:
    """Whether a quotation opens before the token in its paragraph and closes after it."""
    return _quotation(token) is not None


def _quotation(token: Token) -> tuple[int, int] | None:
    """Return the tokens of the quotation marks around `token`, which may hold several sentences."""
    doc = token.doc
    opening = closing = None
    straight = 0  # how many straight marks stand between the paragraph's start and the token
    for index in range(token.i, max(-1, token.i - LONGEST_QUOTATION), -1):
        mark = doc[index].text
        if "\n\n" in doc[index].whitespace_ + mark and index != token.i:
            break
        if mark in CLOSING and index != token.i:
            break
        if mark in OPENING:
            opening = index
            break
        if mark in STRAIGHT and index != token.i:
            straight += 1
            opening = index if opening is None else opening
    if opening is None or (doc[opening].text in STRAIGHT and straight % 2 == 0):
        return None
    for index in range(token.i + 1, min(len(doc), token.i + LONGEST_QUOTATION)):
        mark = doc[index].text
        if mark in CLOSING or mark in STRAIGHT:
            closing = index
            break
        if mark in OPENING or "\n\n" in mark:
            return None
    return None if closing is None else (opening, closing)


def _quoted_speaker(token: Token) -> Token | None:
    """Return who speaks the quotation around `token`, when a later or earlier sentence tells: "...," they wrote."""
    marks = _quotation(token)
    if marks is None:
        return None
    doc = token.doc
    opening, closing = marks
    after = doc[closing + 1 : min(len(doc), closing + 1 + NEAR_QUOTATION, doc[closing].sent.end)]
    before = doc[max(0, opening - NEAR_QUOTATION, doc[opening].sent.start) : opening]
    for word in (*after, *before):
        if is_speech(word):
            subject = _speaker(word)
            if subject is not None and not opening < subject.i < closing:
                return _referent(subject) if subject.lower_ in PRONOUNS else subject
    return None


def _referent(pronoun: Token) -> Token:
    """Return the last one that said something in the sentences before, for "they wrote"; else the pronoun.

    Of "officers held a woman they say stabbed him" it is the officers.
    """
    doc = pronoun.doc
    clause = pronoun.head
    if clause.dep_ == "relcl" and clause.head.dep_ == "dobj":
        above = (child for child in clause.head.head.lefts if child.dep_ == "nsubj")
        return next((noun for noun in above if noun.pos_ in ("NOUN", "PROPN") and not is_dateline(noun)), pronoun)
    single = pronoun.lower_ in ("he", "she")
    for index in range(pronoun.sent.start - 1, max(-1, pronoun.sent.start - REACH), -1):
        token = doc[index]
        if single and (token.tag_ in ("NNS", "NNPS") or not _is_person(token)):
            continue  # "the diocese said. The mayor came. He accused": not the diocese, nor "prosecutors"
        if token.dep_ == "nsubj" and token.pos_ in ("NOUN", "PROPN"):
            # "condemned the attack, noting that ...": the word of saying may hang on the verb.
            said = (token.head, *(child for child in token.head.children if child.dep_ == "advcl"))
            if any(is_speech(verb) for verb in said):
                return token
    return pronoun


def find_named_before(pronoun: Token) -> Token | None:
    """Return who "he" is that lays blame: the last who said something, or of whom the sentence before is; else None.

    "The governor met the families. She accused the army": of several it is the subject, of whom there must be as many.
    """
    speaker = _referent(pronoun)
    if speaker.i != pronoun.i:
        return speaker if _are_as_many(speaker, pronoun) else None
    start = pronoun.sent.start
    before = pronoun.doc[start - 1].sent if start else ()
    subject = next((token for token in before if token.dep_ in SUBJECTS and not is_dateline(token)), None)
    if subject is None or subject.pos_ not in ("NOUN", "PROPN") or not _are_as_many(subject, pronoun):
        return None
    return subject


def _are_as_many(noun: Token, pronoun: Token) -> bool:
    """Whether a noun may be meant by the pronoun: one for "he" and "it", several or a body for "they"."""
    several = noun.tag_ in ("NNS", "NNPS") or any(child.dep_ == "conj" for child in noun.rights)
    if pronoun.lower_ in ("he", "she"):
        return not several and (noun.ent_type_ not in ("GPE", "ORG", "NORP") or _holds_office(noun))
    return several or pronoun.lower_ != "they" or noun.ent_type_ in ("GPE", "ORG", "NORP")


def _holds_office(name: Token) -> bool:
    """Whether a name is told with an office of a person: "Fanta Keita, the governor of the region"."""
    offices = load_words("scene_words")["office"] | RANKS | ABBREVIATED
    beside = (*(kid for kid in name.lefts if kid.dep_ == "compound"), *(k for k in name.rights if k.dep_ == "appos"))
    return any(word.lower_ in offices for word in beside)


def is_voice(sayer: Token) -> bool:
    """Whether what is said of a group is its own word, though nobody is named: a caller, "a man using a code word"."""
    if sayer.lower_ in CALLERS or _telephones(sayer):
        return True
    return any(part.lower_ in CODES and _is_code(part) for part in sayer.subtree)


def _telephones(sayer: Token) -> bool:
    """Whether a nameless person rings somebody up to say it: "a man telephoned a newspaper and said"."""
    if sayer.lower_ not in NAMELESS or sayer.dep_ != "nsubj":
        return False
    verb = sayer.head
    above = verb.head if verb.dep_ == "conj" else verb
    told = (verb, above, *(kid for kid in verb.children if kid.dep_ == "conj"))
    described = (kid for kid in sayer.rights if kid.dep_ in ("relcl", "acl"))  # "a man who rang a newsroom said"
    return any(one.lower_ in RINGING for one in (*told, *described))


def _is_code(word: Token) -> bool:
    """Whether the word stands for a password: "a recognised code word", "using the codename"."""
    if word.lower_ in ("word", "name", "phrase"):
        return any(kid.lower_ in ("code", "code-") for kid in word.lefts)
    return True


def _according(verb: Token) -> Token | None:
    """Return who is named as the source: "according to police", "in the opinion of the police"."""
    for child in verb.children:
        if child.lower_ == "in" and child.dep_ == "prep":
            views = [obj for obj in child.children if obj.lower_ in VIEWS]
            owners = [kid for view in views for kid in view.children if kid.dep_ == "poss" and kid.pos_ != "PRON"]
            owners += [kid for view in views for of in view.children if of.lower_ == "of" for kid in of.children]
            if owners:
                return owners[0]
        if child.lower_ == "according":
            for prep in child.children:
                if prep.lower_ == "to":
                    return next((obj for obj in prep.children if obj.dep_ == "pobj"), None)
    return None


def _speaker(verb: Token) -> Token | None:
    # Of "the rebel group al-Nour said" the parser may make two subjects; the name is the last.
    for child in reversed([child for child in verb.children if child.dep_ == "nsubj" and not is_dateline(child)]):
        if child.lower_ in ("who", "which", "that") and verb.dep_ == "relcl":
            return verb.head
        return child
    for child in verb.children:
        if child.dep_ == "agent":
            return next((obj for obj in child.children if obj.dep_ == "pobj"), None)
    if verb.dep_ in ("conj", "advcl", "xcomp") and verb.head.pos_ in ("VERB", "AUX"):
        return _speaker(verb.head) if verb.head.i != verb.i else None
    return None


def make_statement(
    token: Token, rule: str, actor: ActorMention, stance: Stance, *, event: int | None, sayer: Token | None = None
) -> StanceMention:
    """Return what the word at `token` states of an actor: about which act, and by whose word (None: the article's)."""
    by_span, by = phrase_of(sayer) if sayer is not None else (None, None)
    return StanceMention(
        span=span_of_word(token),
        head=token.i,
        rule=rule,
        actor=actor,
        stance=stance,
        by=by,
        by_span=by_span,
        event=event,
    )


def phrase_of(head: Token) -> tuple[Span, str] | tuple[None, None]:
    """Return the noun phrase around `head` without its article and without clauses that describe it."""
    if head.pos_ == "PRON":
        # "The mayor wept. He said it was the work of bandits"
        meant = find_named_before(head) if head.lower_ in ("he", "she") else None
        return phrase_of(meant) if meant is not None and _is_person(meant) else (None, None)
    first = head.i
    for child in head.lefts:
        if child.dep_ not in ("punct", "cc", "conj", "relcl", "prep"):
            first = min(first, child.left_edge.i)
    last = _last(head)
    named = _name_beside(head)
    if named is not None:
        return phrase_of(named)
    doc = head.doc
    # "COLOMBO, July 26 - Doctors said": the parser takes the dateline for a part of the phrase.
    first = max(
        (i + 1 for i in range(first, head.i) if doc[i].text in DASHES and doc[i - 1].whitespace_), default=first
    )
    while first < head.i and doc[first].lower_ in ARTICLES:
        first += 1
    last = min(last, first + LONGEST)
    span = span_of(doc, first, last)
    return span, SPACES.sub(" ", span.of(text_of(doc)))


def _name_beside(head: Token) -> Token | None:
    """Return the name that stands beside the office of somebody: "the police chief, Omar Ali, said"."""
    if head.tag_ != "NN":
        return None
    office = head.lower_ in load_words("scene_words")["office"]
    # "The governor of Mopti region, Fanta Keita": the parser hangs the name on the region.
    near = (head, *(after_of(head) if office else ()))
    beside = (child for part in near for child in part.rights if child.dep_ == "appos" and child.pos_ == "PROPN")
    return next((child for child in beside if child.ent_type_ == "PERSON" or (office and _is_full_name(child))), None)


def _is_person(noun: Token) -> bool:
    """Whether the words are for one who may speak, and no "ceasefire"."""
    if noun.ent_type_ in ("ORG", "NORP") and not _holds_office(noun):
        return False
    people = load_words("people")
    known = any(noun.lower_ in people[kind] for kind in SPEAKING)
    return known or noun.pos_ == "PROPN" or noun.lower_ in load_words("scene_words")["office"]


def _is_full_name(name: Token) -> bool:
    """Whether it is a first name and a surname, whatever the model takes it for."""
    firsts = [child for child in name.lefts if child.dep_ == "compound" and child.pos_ == "PROPN"]
    return bool(firsts) and all(child.dep_ in ("compound", "punct") for child in name.lefts)


def _last(head: Token) -> int:
    last = head.i
    for child in head.rights:
        if child.dep_ == "prep" and child.lower_ in ("of", "for", "in", "at", "from") and child.i == last + 1:
            for obj in child.children:
                if obj.dep_ == "pobj" and obj.lower_ not in UTTERANCES:
                    last = max(last, _last(obj))
        elif child.dep_ in ("flat", "case") and child.i == last + 1:
            last = child.i
    return last


def teller_between(noun: Token, doer: Token) -> Token | None:
    """Return who says so in a clause on the act: "a strike that a monitor said was carried out by jets"."""
    if noun.pos_ in ("VERB", "AUX"):
        return None
    below = doer
    for above in path_up(doer):
        if above.i == noun.i or above.dep_ not in ("pobj", "agent", "prep", "ccomp", "relcl", "conj"):
            return None
        if is_speech(above) and below.dep_ == "ccomp":
            return find_sayer(below)
        below = above
    return None
