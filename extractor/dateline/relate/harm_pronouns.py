"""Finds whom a pronoun beside a word of harm stands for: "He was taken to hospital, where he died"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dateline.lexicon.persons import is_male
from dateline.records import VictimCategory
from dateline.relate.clauses import path_up
from dateline.relate.harm_words import load_harm_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Token

    from dateline.mentions import PeopleMention
    from dateline.relate.harm_people import People

UNSURE = frozenset((VictimCategory.UNKNOWN, VictimCategory.CIVILIAN))  # kinds that say nothing of who people are
SINGULAR = frozenset(("he", "him", "she", "her"))
PLURAL = frozenset(("they", "them"))
MASCULINE = frozenset(("he", "him", "his"))
FEMININE = frozenset(("she", "her"))
SUBJECTS = ("nsubj", "nsubjpass")
CLAUSES = frozenset(("acl", "relcl"))
SHARING = ("conj", "advcl", "xcomp", "pcomp")  # a verb whose subject is that of the verb above it
EARLIER = 2  # sentences behind which nobody is asked for where the one before has but a speaker
MURDERS = frozenset(("murder", "killing", "assassination", "slaying"))
TIED_BY = frozenset(("in", "to", "with", "for", "over", "of"))  # not "before his murder"
ANSWERING = frozenset(("with", "of", "for", "over", "in"))
# fmt: off
CHARGING = frozenset((
    "charged", "arrested", "detained", "held", "convicted", "accused", "acquitted", "cleared", "indicted", "tried",
    "jailed", "sentenced", "suspected", "wanted", "questioned", "arraigned", "trial", "custody",
))
# fmt: on
NAMING = frozenset(("identified", "identifies", "named", "names", "pronounced", "declared"))
CHAIN = 4  # sentences that a pronoun may go back from pronoun to pronoun
# What befalls those whom others harm: of a gunman it is seldom said.
# fmt: off
BODILY = frozenset((
    "died", "dies", "succumbed", "pronounced", "taken", "rushed", "airlifted", "transported", "hospitalized",
    "hospitalised", "treated", "flown", "injuries", "wounds", "injury", "wound", "death", "condition", "recover",
    "save", "saved", "revive", "revived", "resuscitate",
))
# fmt: on


def find_antecedent(
    people: People, token: Token, *, plural: bool, depth: int = 0, barred: frozenset[int] = frozenset()
) -> PeopleMention | None:
    """Return the last phrase before `token`, in its sentence or the one before, that the pronoun may stand for.

    A subject is likelier than what is no subject, and nobody is meant who stands beside the pronoun in its clause,
    is of the other sex, or, in the last resort, only says what happened. Where the sentence before holds the same
    pronoun it is asked in turn.
    """
    sentence = token.sent
    previous = people.doc[max(sentence.start - 1, 0)].sent.start
    beside = _beside(people, token) | barred  # "when he refused, Cole shot him": nor is "he"
    bodily = _is_bodily(token)
    best: tuple[tuple[bool, bool, bool, int, bool, int], PeopleMention] | None = None
    others = list(_fitting(people, token, previous, plural=plural))
    for mention in others:
        word = _spoken_of(people, mention)
        if mention.head in beside or word.head.i == token.head.i or _is_named_beside(people, mention, beside):
            continue  # "the officer shot him": another person
        rank = (
            not _only_speaks(people, mention),
            not (bodily and mention.category is VictimCategory.PERPETRATOR),
            mention.head >= sentence.start,
            _weigh_subject(word),
            not _is_within(mention, others),
            mention.head,
        )
        if best is None or rank > best[0]:
            best = (rank, mention)
    if depth < CHAIN:
        for other in _same_before(people, token, previous):
            rank = (True, True, other.i >= sentence.start, _weigh_subject(other), True, other.i)
            if other.i in beside or (best is not None and rank < best[0]):
                continue
            found = find_antecedent(people, other, plural=plural, depth=depth + 1, barred=beside)
            if found is not None and found.head not in beside and not _is_named_beside(people, found, beside):
                return found
    if best is not None and not best[0][0]:
        # "He was held after a talk, the sergeant said": of him the sentences before tell.
        told = None if depth else _told_earlier(people, token, previous, plural=plural)
        return told or (None if _is_told_before(people, token, best[1]) else best[1])
    return None if best is None else best[1]


def _is_named_beside(people: People, mention: PeopleMention, beside: frozenset[int]) -> bool:
    """Whether the one beside the pronoun goes by the mention's last name: "Ben Cole came in. Cole shot him"."""
    last = mention.name.split()[-1] if mention.name else None
    return last is not None and any(people.doc[i].text == last for i in sorted(beside))


def tell_them(people: People, token: Token, phrase: PeopleMention) -> PeopleMention:
    """Return "12 of them" as of the kind last told who does not do it: "met some gunmen and killed 12 of them"."""
    behind = people.last_token(phrase) + 1
    if not phrase.is_bare or phrase.count is None or phrase.count.best == 1:
        return phrase  # which one it was, what follows tells
    if phrase.head < token.i and people.doc[phrase.head].dep_ != "nsubjpass":
        return phrase  # "two of them blew themselves up"
    if people.lower[behind : behind + 2] not in (("of", "them"), ("of", "those")):
        return phrase
    sentence = token.sent
    previous = people.doc[max(sentence.start - 1, 0)].sent.start
    doers = _beside(people, token.doc[behind + 1])
    for index in range(people.first_token(phrase) - 1, previous - 1, -1):
        mention = people.at.get(index)
        if mention is None or mention.head != index or index in doers or mention.category in UNSURE:
            continue
        if mention.name is None and (people.doc[index].tag_ in ("NNS", "NNPS") or people.lower[index] == "police"):
            return replace(phrase, category=mention.category)
    return phrase


def _weigh_subject(word: Token) -> int:
    """Return how likely one goes on to tell of the word, 0 to 2: a subject is likelier than what is none.

    Less so one of which a relative clause alone tells: "was held by strikers who demanded that the mayor resign".
    """
    if word.dep_ not in SUBJECTS:
        return 0
    return 1 if any(above.dep_ == "relcl" for above in path_up(word)) else 2


def _told_earlier(people: People, token: Token, end: int, *, plural: bool) -> PeopleMention | None:
    """Return the last subject of a verb that is none of saying, in the `EARLIER` sentences before token `end`."""
    start = end
    for _ in range(EARLIER):
        start = people.doc[max(start - 1, 0)].sent.start
    found = None
    for mention in _fitting(people, token, start, plural=plural):
        if mention.head < end and _spoken_of(people, mention).dep_ in SUBJECTS and not _only_speaks(people, mention):
            found = mention
    return found


def _spoken_of(people: People, mention: PeopleMention) -> Token:
    """Return the word by which the phrase stands in its sentence: of "one of the guards" it is "one"."""
    word = people.doc[mention.head]
    counted = word.head.head
    inside = mention.span.start <= counted.idx < mention.span.end
    return counted if word.dep_ == "pobj" and word.head.lower_ == "of" and inside else word


def _is_within(mention: PeopleMention, others: Sequence[PeopleMention]) -> bool:
    """Whether the person only tells who another is: the mayor of "Ana Ruiz, the son of the mayor"."""
    return any(other.span != mention.span and other.span.contains(mention.span) for other in others)


def _is_told_before(people: People, token: Token, speaker: PeopleMention) -> bool:
    """Whether the sentence has the pronoun before the speaker too: "she was shot, the sheriff said, and her body"."""
    return any(other.i < speaker.head for other in _same_before(people, token, token.sent.start))


def _fitting(people: People, token: Token, start: int, *, plural: bool) -> Iterator[PeopleMention]:
    """Yield the phrases from token `start` on that agree with the pronoun in number and sex."""
    for mention in people.mentions:
        if not start <= mention.head < token.i or mention.rule == "people.number" or mention.count is None:
            continue
        if (mention.count.best != 1) != plural:
            continue
        words = mention.span.of(people.text)
        if words.lower() not in PLURAL and not (not plural and _is_of_other_sex(token.lower_, words)):
            yield mention


def _is_of_other_sex(pronoun: str, words: str) -> bool:
    male = is_male(words)
    return (pronoun in MASCULINE and male is False) or (pronoun in FEMININE and male is True)


def _same_before(people: People, token: Token, start: int) -> Iterator[Token]:
    """Yield the pronouns of the same person from token `start` on, the nearest first."""
    kinds = next((kind for kind in (MASCULINE, FEMININE, PLURAL | {"their"}) if token.lower_ in kind), frozenset())
    yield from (people.doc[i] for i in range(token.i - 1, start - 1, -1) if people.lower[i] in kinds)


def _beside(people: People, token: Token) -> frozenset[int]:
    """Return the tokens that cannot stand for the same person as the object `token`: those of its verb's subject."""
    if token.dep_ == "poss":
        return _charged_with(token.head)
    if token.dep_ in SUBJECTS:
        return frozenset()
    verb = token.head if token.dep_ != "pobj" else token.head.head
    verb = verb.head if verb.dep_ == "dobj" else verb  # "rebels bombed a bus, injuring 33 of them"
    for _ in range(4):
        subjects = [child for child in verb.lefts if child.dep_ in SUBJECTS]
        if subjects:
            near = frozenset(word.i for subject in subjects for word in _who_does(people, subject))
            meant = [
                find_antecedent(people, subject, plural=False, depth=CHAIN)
                for subject in subjects
                if subject.lower_ in SINGULAR
            ]
            return near | {mention.head for mention in meant if mention is not None}
        if verb.dep_ not in SHARING:
            break
        verb = verb.head if verb.dep_ != "pcomp" else verb.head.head
    return frozenset()


def _who_does(people: People, subject: Token) -> Iterator[Token]:
    """Yield the words of those who do it; where a thing stands, not those beyond it: "a bomb in a judge's car"."""
    if subject.i in people.at or subject.pos_ == "PRON":
        yield from subject.subtree
        return
    yield subject
    for child in subject.children:
        if child.dep_ not in CLAUSES and (child.dep_ != "prep" or child.lower_ == "of"):
            yield from child.subtree


def _charged_with(death: Token) -> frozenset[int]:
    """Return the tokens of whoever answers for a death, which is not theirs: "Poe has been charged with her murder"."""
    verb = death.head.head
    if death.dep_ not in ("pobj", "pcomp"):
        return frozenset()
    if death.lower_ in MURDERS and death.head.lower_ in TIED_BY:
        return _alive_at(verb)
    if death.head.lower_ not in ANSWERING or verb.lower_ not in CHARGING:
        return frozenset()
    while verb.dep_ in SHARING and not any(child.dep_ in SUBJECTS for child in verb.lefts):
        verb = verb.head
    held = (child for child in verb.children if child.dep_ in (*SUBJECTS, "dobj"))
    return frozenset(word.i for one in held for word in one.subtree)


def _alive_at(word: Token) -> frozenset[int]:
    """Return the tokens of those who have to do with a murder, not theirs: "a man who had a hand in his murder"."""
    found: set[int] = set()
    for above in (word, *path_up(word)):
        found.update(child.i for child in above.lefts if child.dep_ in SUBJECTS)
        if above.dep_ == "relcl":
            found.add(above.head.i)
    return frozenset(found)


def _is_bodily(token: Token) -> bool:
    """Whether what is said at the pronoun befalls victims rather than those who harm them."""
    told = token.head.head if token.dep_ == "poss" else token.head  # "attempts to save his life"
    return told.lower_ in BODILY or any(child.lower_ in BODILY for child in (token.head, *token.head.rights))


def _only_speaks(people: People, mention: PeopleMention) -> bool:
    """Whether the person only tells what happened, or judges it: "the sergeant told Judge Ruiz that he was charged".

    Or who it was: "the coroner identified him as Ben Cole. He died of his wounds".
    """
    word = people.doc[mention.head]
    named = [c for c in word.head.rights if c.dep_ == "dobj" and not c.lower_.endswith("self")]
    if word.dep_ == "nsubj" and word.head.lower_ in NAMING and named:
        return True
    hears = word.dep_ in ("dobj", "dative") and mention.category is VictimCategory.JUDICIAL
    if (word.dep_ == "nsubj" or hears) and word.head.lower_ in load_harm_words().saying:
        return True
    return word.dep_ == "pobj" and word.head.lower_ == "to" and word.head.head.lower_ == "according"
