"""Reads off the dependency tree who does what a verb or noun of violence tells."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING

from dateline.lexicon.files import load_file
from dateline.mentions import ActorMention
from dateline.records import ActorKind
from dateline.relate.clauses import is_dateline, is_negated

if TYPE_CHECKING:
    from spacy.tokens import Token

RELATIVES = frozenset(("who", "which", "that", "whom"))
VERBAL = frozenset(("VERB", "AUX"))
MODIFYING = frozenset(("compound", "amod", "nmod", "poss"))
PITTING = frozenset(("pitted", "pits", "pitting", "pit"))
GOING = frozenset(("went", "go", "goes", "going", "gone", "embarked"))
DEPTH = 6  # verbs climbed in search of a subject


@cache
def load_words(file: str) -> Mapping[str, frozenset[str]]:
    """Read a file of plain word lists: the words of each entry in lower case, of a phrase the last."""
    return {
        entry.id: frozenset(
            phrase.casefold().split()[0 if file == "agent_verbs" else -1] for phrase, _ in entry.phrases()
        )
        for entry in load_file(file)
    }


def is_passive(verb: Token) -> bool:
    """Whether the verb stands in the passive, or is a past participle after a noun."""
    if any(child.dep_ in ("auxpass", "nsubjpass", "agent") for child in verb.children):
        return True
    if verb.tag_ != "VBN":
        return False
    if (
        verb.dep_ == "conj"
        and verb.head.pos_ in VERBAL
        and not any(child.dep_ in ("aux", "nsubj") for child in verb.children)
    ):
        return is_passive(verb.head)
    return verb.dep_ in ("acl", "advcl") and not any(child.dep_ in ("aux", "nsubj") for child in verb.children)


def by_agents(verb: Token) -> Iterator[Token]:
    """Yield the nouns after "by" of a passive."""
    found = [
        child for child in verb.children if child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ == "by")
    ]
    if not found:
        found = list(_stray_by(verb)) or list(_late_by(verb))
    for child in found:
        for obj in child.children:
            if obj.dep_ == "pobj":
                yield obj


def _late_by(verb: Token) -> Iterator[Token]:
    """Yield a "by" after a comma that the parser hung on a clause between: "was shot as he ate, by two men"."""
    for child in verb.rights:
        if child.dep_ == "advcl":
            yield from (
                part
                for part in child.children
                if part.lower_ == "by" and part.dep_ in ("prep", "agent") and part.nbor(-1).text == ","
            )


def _stray_by(verb: Token) -> Iterator[Token]:
    """Yield a "by" that the parser hung on a noun below the verb: "was held along with 40 villagers by rebels"."""
    for child in verb.rights:
        if child.dep_ not in ("prep", "oprd", "dobj", "npadvmod", "advmod"):
            continue
        for part in child.subtree:
            if part.lower_ == "by" and part.dep_ == "prep" and part.head.tag_ in ("NNS", "NN", "NNP", "CD"):
                yield part
                return


def agents_of_verb(verb: Token, depth: int = 0) -> tuple[Token, ...]:
    """Return the heads of the noun phrases for who does what `verb` tells, conjuncts left out."""
    if is_passive(verb):
        found = tuple(by_agents(verb))
        if found or verb.dep_ != "conj" or depth > DEPTH:
            return found
        return tuple(by_agents(verb.head)) if verb.head.pos_ in VERBAL and is_passive(verb.head) else ()
    return _subjects(verb, depth)


def undergoers(verb: Token) -> tuple[Token, ...]:
    """Return the subject of a passive verb: who it happens to."""
    own = tuple(_antecedent(child, verb) for child in verb.children if child.dep_ == "nsubjpass")
    if own:
        return own
    if verb.dep_ in ("acl", "relcl") and verb.tag_ == "VBN":
        return (verb.head,)
    if verb.dep_ == "conj" and verb.head.pos_ in VERBAL:
        return undergoers(verb.head)
    if verb.dep_ in ("advcl", "xcomp") and verb.tag_ == "VBN" and verb.head.pos_ in VERBAL:
        return _doers(verb.head, 0)  # "he appeared in court accused of stabbing two men"
    return ()


def objects_of(verb: Token) -> tuple[Token, ...]:
    """Return the direct objects of a verb."""
    return tuple(child for child in verb.children if child.dep_ in ("dobj", "dative"))


def _subjects(verb: Token, depth: int) -> tuple[Token, ...]:
    # "Rights group: troops raped women": who says it stands before the colon.
    subjects = (
        child
        for child in verb.children
        if child.dep_ == "nsubj"
        and not is_dateline(child)
        and child.doc[child.right_edge.i + 1 : child.right_edge.i + 2].text != ":"
    )
    own = tuple(_antecedent(child, verb) for child in subjects)
    if own:
        return own
    if depth > DEPTH or verb.head is verb:
        return ()
    above = verb.head
    if verb.dep_ == "acl" and verb.tag_ == "VBG":
        return (above,)
    if verb.dep_ == "advcl" and above.pos_ in VERBAL and is_passive(above):
        # "Two men were shot, killing one": not the two.
        return tuple(by_agents(above)) if verb.tag_ == "VBG" else ()
    if verb.dep_ == "advcl" and verb.tag_ == "VBG" and _is_aside(above):
        # "A bomb went off as officers arrived, killing three": not the officers.
        return _doers(above.head, depth)
    if verb.dep_ in ("xcomp", "conj", "advcl", "dep", "ccomp") and above.pos_ in VERBAL:
        if verb.dep_ == "ccomp" and verb.tag_ not in ("VBG", "VB"):
            return ()
        if verb.dep_ == "advcl" and verb.tag_ not in ("VBG", "VB", "VBN"):
            return ()
        return _doers(above, depth)
    if verb.dep_ == "pcomp" and above.dep_ in ("prep", "agent"):
        ruler = above.head
        if (
            above.lower_ in ("of", "for", "with")
            and ruler.pos_ in VERBAL
            and not is_passive(ruler)
            and objects_of(ruler)
        ):
            return objects_of(ruler)  # "accused X of shelling": X shelled
        return _doers(ruler, depth) if ruler.pos_ in VERBAL else ()
    return ()


def _is_aside(verb: Token) -> bool:
    """Whether the clause only tells what went on meanwhile, and not violence: "as officers arrived"."""
    words = load_words("agent_verbs")
    if verb.dep_ != "advcl" or verb.head.pos_ not in VERBAL or verb.lower_ in words["harm"] | words["transitive"]:
        return False
    return any(child.dep_ in ("mark", "advmod") and child.lower_ in ("as", "while", "when") for child in verb.children)


def _doers(verb: Token, depth: int) -> tuple[Token, ...]:
    """Return who is the implied subject below `verb`: its subject, in the passive too."""
    if is_passive(verb):
        return undergoers(verb)
    return _subjects(verb, depth + 1)


def _antecedent(subject: Token, verb: Token) -> Token:
    """Return the noun that a relative pronoun stands for, or the subject itself."""
    relative = subject.lower_ in RELATIVES and subject.tag_ in ("WP", "WDT", "IN", "DT")
    if relative and verb.dep_ == "ccomp" and verb.head.dep_ == "relcl" and verb.head.pos_ in VERBAL:
        return verb.head.head  # "a man who they say shot his brother"
    after_noun = verb.dep_ in ("relcl", "ccomp", "acl") and verb.head.pos_ in ("NOUN", "PROPN", "PRON", "NUM", "ADJ")
    return verb.head if relative and after_noun else subject


@cache
def _doing() -> frozenset[str]:
    """Return the verbs that, in the passive, tell who did an act: "carried out by X", not "condemned by X"."""
    verbs = load_words("agent_verbs")
    return (
        verbs["light"]
        | verbs["harm"]
        | verbs["transitive"]
        | verbs["delivering"]
        | verbs["joining"]
        | verbs["causing"]
        | verbs["calling"]
    )


def agents_of_noun(noun: Token) -> Iterator[Token]:
    """Yield the nouns and adjectives for who did what a noun tells: "rebel attack", "attack by X"."""
    if noun.pos_ == "ADP" and noun.head.pos_ in VERBAL:  # "are on strike", "took the car at gunpoint"
        yield from agents_of_verb(noun.head)
    verbs, nouns = load_words("agent_verbs"), load_words("agent_nouns")
    suffered = noun.lower_ in nouns["suffered"]
    mutual = noun.lower_ in nouns["mutual"]
    for child in noun.children:
        if child.dep_ in MODIFYING and child.i < noun.i and not suffered:
            yield child
            # Headlines pile up nouns: "rebels fire rocket attack".
            yield from (kid for kid in child.children if kid.dep_ == "compound" and child.dep_ == "compound")
        elif child.dep_ in ("prep", "agent"):
            sided = child.lower_ == "between" or (mutual and child.lower_ in ("with", "among", "involving"))
            if child.lower_ in ("by", "from") or sided:
                yield from (obj for obj in child.children if obj.dep_ == "pobj")
        elif child.dep_ == "acl" and child.tag_ == "VBN" and child.lower_ in _doing():
            yield from by_agents(child)
        elif child.dep_ == "acl" and child.lower_ in ("involving", "pitting"):
            yield from objects_of(child)
    verb = noun.head
    if noun.dep_ == "nsubj" and verb.pos_ in VERBAL:
        # "Clashes erupted between police and miners": the preposition hangs on the verb.
        sides = (child for child in verb.children if child.dep_ == "prep" and child.lower_ in ("between", "among"))
        yield from (obj for side in sides for obj in side.children if obj.dep_ == "pobj")
    if noun.dep_ == "nsubj" and verb.lower_ in PITTING:  # "the clash pitted herders against farmers"
        against = (child for child in verb.children if child.dep_ == "prep" and child.lower_ == "against")
        yield from (*objects_of(verb), *(obj for prep in against for obj in prep.children if obj.dep_ == "pobj"))
    if noun.dep_ == "pobj" and verb.lower_ == "under" and verb.head.pos_ in VERBAL:
        # "Police came under attack from a crowd": the preposition hangs on the verb.
        sources = (child for child in verb.head.children if child.dep_ == "prep" and child.lower_ in ("from", "by"))
        yield from (obj for source in sources for obj in source.children if obj.dep_ == "pobj")
    if noun.dep_ == "pobj" and verb.lower_ == "on" and verb.head.lower_ in GOING:
        yield from agents_of_verb(verb.head)  # "went on the rampage"
    finding = noun.lower_ in nouns["stores"] and verb.lower_ in verbs["finding"]
    if verb.pos_ in VERBAL and (verb.lower_ in verbs["light"] or finding) and not is_negated(verb):
        if noun.dep_ == "dobj" and not is_passive(verb):
            yield from agents_of_verb(verb)
        elif noun.dep_ == "nsubjpass":
            yield from by_agents(verb)
    elif (
        noun.dep_ == "pobj"
        and verb.head.pos_ in VERBAL
        and verb.lower_ in ("in", "with")
        and verb.head.lower_ in verbs["mutual"]
    ):
        yield from agents_of_verb(verb.head)


def fallen(noun: Token) -> Iterator[Token]:
    """Yield those who fell in a fight, as its parties: "nine guerrillas died in a clash with troops"."""
    prep = noun.head
    if prep.lower_ == "of" and prep.head.dep_ == "pobj":
        prep = prep.head.head  # "in ten hours of fighting"
    verb = prep.head
    mutual = load_words("agent_nouns")["mutual"]
    if noun.lower_ not in mutual or noun.dep_ != "pobj" or prep.lower_ not in ("in", "during", "after", "following"):
        return
    if verb.pos_ not in VERBAL:
        return
    hit = undergoers(verb) if is_passive(verb) else (*_subjects(verb, 0), *objects_of(verb))
    yield from hit
    # "recovered the bodies of nine insurgents"
    yield from (obj for body in hit for of in body.children if of.lower_ == "of" for obj in of.children)


def turnout(noun: Token) -> Iterator[Token]:
    """Yield who comes to unrest or calls for it: "the rally drew 500 people", "500 attended it", "unions called it"."""
    verbs, verb = load_words("agent_verbs"), noun.head
    if verb.pos_ not in VERBAL or is_negated(verb):
        return
    if noun.dep_ == "dobj" and verb.lower_ in verbs["calling"] | verbs["attending"] and not is_passive(verb):
        yield from agents_of_verb(verb)
    elif noun.dep_ == "nsubj" and verb.lower_ in verbs["drawing"]:
        yield from objects_of(verb)


def companions(agent: Token) -> Iterator[Token]:
    """Yield those who act with the subject: "troops backed by militias", "marchers joined by X", "led by X"."""
    with_them = load_words("agent_verbs")["joining"]
    for child in agent.children:
        if child.dep_ in ("acl", "advcl") and child.lower_ in with_them:
            yield from by_agents(child)


def allies(verb: Token) -> Iterator[Token]:
    """Yield those beside whom the verb's subject acts: "fought alongside X", "marched with hundreds of others"."""
    if is_passive(verb):
        return
    beside = (
        ("alongside",) if objects_of(verb) else ("alongside", "together", "along")
    )  # "shot him along with his wife"
    for child in verb.children:
        if child.dep_ in ("advcl", "acl") and child.lower_ in load_words("agent_verbs")["joining"]:
            yield from by_agents(child)
        if child.dep_ == "prep" and child.lower_ in beside:
            below = [child, *(kid for kid in child.children if kid.dep_ == "prep")]
            yield from (obj for prep in below for obj in prep.children if obj.dep_ == "pobj")


def losers(verb: Token) -> Iterator[Token]:
    """Yield from whom a place was fought free: "retook the town from X"."""
    if verb.lower_ not in load_words("agent_verbs")["wresting"]:
        return
    preps = [child for above in (verb, *objects_of(verb)) for child in above.children if child.dep_ == "prep"]
    for prep in preps:
        if prep.lower_ == "from":
            yield from (obj for obj in prep.children if obj.dep_ == "pobj")


def partners(verb: Token) -> Iterator[Token]:
    """Yield the other side of a fight: "clashed with X", "fought X"."""
    if verb.lower_ not in load_words("agent_verbs")["mutual"] or is_passive(verb):
        return
    for child in verb.children:
        if child.dep_ == "prep" and child.lower_ in ("with", "against"):
            yield from (obj for obj in child.children if obj.dep_ == "pobj")
        elif child.dep_ == "dobj" and not verb.lower_.startswith(("exchang", "trad")):
            yield child
        elif child.dep_ == "dobj":
            for prep in child.children:
                if prep.dep_ == "prep" and prep.lower_ == "with":
                    yield from (obj for obj in prep.children if obj.dep_ == "pobj")


def actors_at(token: Token, by_head: Mapping[int, ActorMention], *, speaker: bool = False) -> Iterator[ActorMention]:
    """Yield the actors of the noun phrase headed by `token`, conjuncts too.

    Args:
        token: the head of a noun phrase.
        by_head: the actors by head token.
        speaker: whether who speaks for an actor counts as the actor ("a Taliban spokesman").
    """
    for head in (token, *_joined(token)):
        found = by_head.get(head.i)
        voices = (
            list(_spoken_for(head, by_head))
            if speaker and (found is None or not found.named or found.rule == "person")
            else []
        )
        if voices:
            yield from voices
        elif found is not None:
            yield found
            yield from _other_owners(head, found, by_head)
        if found is None or not found.named:
            # "its ally, the Green Front"; "gunmen, suspected members of the front,": a name stands in apposition.
            # After a coordination the parser hangs it on the first noun. "A man identified as John Poe".
            names = (kid for above in {head, token} for kid in above.children if kid.dep_ == "appos")
            beside = (by_head.get(name.i) for name in (*names, *_identified_as(head)))
            yield from (actor for actor in beside if actor is not None and actor.named)


def _identified_as(noun: Token) -> Iterator[Token]:
    """Yield the name after "identified as", "known as", "named"."""
    for verb in noun.children:
        if verb.dep_ == "acl" and verb.lower_ in ("identified", "named", "known", "called"):
            yield from (kid for kid in verb.children if kid.dep_ in ("oprd", "attr", "dobj"))
            yield from (kid for prep in verb.children if prep.lower_ == "as" for kid in prep.children)


def _other_owners(head: Token, found: ActorMention, by_head: Mapping[int, ActorMention]) -> Iterator[ActorMention]:
    """Yield the others whose people these are: "X and Y fighters", "Russian or Syrian jets"."""
    for child in head.lefts:
        if child.dep_ not in MODIFYING:
            continue
        for owner in (child, *_joined(child)):
            other = by_head.get(owner.i)
            if other is None or other.rule == "person" or other.actor == found.actor:
                continue
            shared = other.actor.rpartition(" ")[2] == found.actor.rpartition(" ")[2] and not found.named
            if shared or (other.named and found.named):
                yield other


def _joined(token: Token) -> Iterator[Token]:
    for child in token.children:
        if child.dep_ == "conj" and child.pos_ not in VERBAL:
            yield child
            yield from _joined(child)


def _spoken_for(head: Token, by_head: Mapping[int, ActorMention]) -> Iterator[ActorMention]:
    """Yield the named actors inside the phrase of a spokesman, a statement, a member."""
    speakers = load_words("agent_nouns")["speakers"]
    titled = head.lower_ in speakers or any(child.lower_ in speakers for child in head.children)
    if not titled:
        return
    for part in head.subtree:
        if part.i == head.i or part.dep_ in ("conj", "relcl"):
            continue
        found = by_head.get(part.i)
        if (
            found is not None
            and (found.named or (found.kind is ActorKind.STATE and found.country is not None))
            and found.rule not in ("person", "organisation")
            and not _in_relative(part, head)
        ):
            yield found
            yield from (by_head[other.i] for other in _joined(part) if other.i in by_head)
            return


def _in_relative(part: Token, head: Token) -> bool:
    while part.i != head.i:
        if part.dep_ in ("relcl", "ccomp", "advcl"):
            return True
        part = part.head
    return False
