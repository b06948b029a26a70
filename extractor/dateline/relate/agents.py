"""Reads off the dependency tree who does what a verb or noun of violence tells."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING

from dateline.analysis.climbs import first_of_list
from dateline.analysis.own_body import hits_own_body
from dateline.lexicon.files import load_file
from dateline.relate.clauses import SUBJECTS, brought_before, is_dateline, is_speech
from dateline.relate.short_passives import is_gapped, is_told_passive
from dateline.relate.true_subjects import past_disguise, past_likeness, past_places

if TYPE_CHECKING:
    from spacy.tokens import Token

AGENT = "stance:agent"  # rule of who does what a verb tells
RELATIVES = frozenset(("who", "which", "that", "whom"))
DYING = frozenset(("died", "dies", "die", "dead"))
PERISHING = frozenset(("bled", "burned", "burnt", "choked", "froze", "starved"))  # before "to death"
ALIGHT = frozenset(("alight", "ablaze", "afire", "aflame"))
BEFORE_INFINITIVES = frozenset(("due", "set", "scheduled", "quick", "swift", "able"))
VERBAL = frozenset(("VERB", "AUX"))
MODIFYING = frozenset(("compound", "amod", "nmod", "poss"))
FINITE = frozenset(("VBD", "VBZ", "VBP"))
STANDING = frozenset(("ROOT", "ccomp", "conj", "advcl", "parataxis", "relcl"))
NOMINAL = frozenset(("NOUN", "ADJ", "NUM", "PRON"))
FOUND_SO = ("xcomp", "oprd")  # arcs from "found" to what somebody was found to be: "was found shot"
CONJUNCTIONS = frozenset(("after", "before", "since", "until", "as"))  # that the tagger may take for prepositions
CAUSES = frozenset(("in", "by", "during", "amid", "from"))  # before an act that befalls the subject of a passive
SEEKING = frozenset(("looking", "searching", "seeking", "hunting", "investigating", "probing", "asking", "appealing"))
CARRIED = frozenset(
    ("taken", "flown", "airlifted", "evacuated", "transported", "rushed", "brought", "carried", "moved", "transferred")
)
RUNNING = frozenset(
    ("ploughed", "plowed", "crashed", "smashed", "slammed", "careered", "barrelled", "barreled", "veered")
)
FAR = 5  # tokens
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
    joined = (
        verb.dep_ == "conj"
        and verb.head.pos_ in VERBAL
        and not any(child.dep_ in ("aux", "nsubj") for child in verb.children)
    )
    if joined and verb.tag_ == "VBD" and verb.lower_ in load_words("agent_verbs")["transitive"]:
        # "He was dragged out and beaten", "was robbed and shot": the tagger takes the second for a past tense.
        aimed = any(child.dep_ == "dobj" or child.lower_ in ("at", "against") for child in verb.children)
        return not aimed and is_passive(verb.head)
    if joined and verb.tag_ == "VBD" and verb.lower_ == "set" and objects_of(verb):
        # "Was doused with petrol and set alight"
        return all(obj.lower_ in ALIGHT for obj in objects_of(verb)) and is_passive(verb.head)
    if _is_count_of_harmed(verb) or is_gapped(verb) or _is_short_passive(verb) or is_told_passive(verb):
        return True
    if verb.tag_ != "VBN":
        return False
    if joined:
        return is_passive(verb.head)
    bare = verb.dep_ in ("acl", "advcl") and not any(child.dep_ in ("aux", "nsubj") for child in verb.children)
    return bare and not _runs_into(verb)


def _is_short_passive(verb: Token) -> bool:
    """Whether the auxiliary is spared: "Guard taken hostage", "was found stabbed", "before a judge charged"."""
    if any(child.dep_ == "aux" for child in verb.lefts):
        return False
    if verb.tag_ == "VBN" and verb.dep_ in FOUND_SO and verb.head.lower_ == "found":
        return is_passive(verb.head)
    if brought_before(verb).i != verb.i:
        return True
    objects = objects_of(verb) if verb.lower_ in ("taken", "held") else ()
    return len(objects) == 1 and objects[0].lower_ in ("hostage", "captive", "prisoner") and not any(objects[0].lefts)


def _lacks_object(verb: Token) -> bool:
    """Whether a verb that must harm somebody harms nobody, as a headline's passive: "Deputy injured in shooting"."""
    return verb.lower_ in load_words("agent_verbs")["transitive"] and verb.tag_ == "VBN" and not objects_of(verb)


def _runs_into(verb: Token) -> bool:
    """Whether a verb of motion has no object to suffer it: "the driver of a van ploughed into a crowd"."""
    into = any(child.dep_ == "prep" and child.lower_ == "into" for child in verb.rights)
    return into and verb.lower_ in RUNNING


def _is_count_of_harmed(verb: Token) -> bool:
    """Whether a passive lends its auxiliary to a count: "two were killed and three wounded"."""
    if verb.dep_ != "conj" or verb.tag_ not in ("VBD", "VBN") or verb.head.pos_ not in VERBAL:
        return False
    subjects = [child for child in verb.lefts if child.dep_ == "nsubj"]
    counted = bool(subjects) and all(child.tag_ == "CD" for child in subjects)
    plain = not any(child.dep_ in ("aux", "dobj") for child in verb.children)
    harmful = verb.lower_ in load_words("agent_verbs")["transitive"]
    return counted and plain and harmful and is_passive(verb.head)


def by_agents(verb: Token) -> Iterator[Token]:
    """Yield the nouns after "by" of a passive."""
    found = [
        child for child in verb.children if child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ == "by")
    ]
    if not found:
        found = list(_stray_by(verb)) or list(_late_by(verb)) or list(_joint_by(verb))
    for child in found:
        for obj in child.children:
            if obj.dep_ == "pobj" and verb.lower_ in CARRIED and obj.tag_ == "NN" and not any(obj.lefts):
                continue  # "was taken by helicopter to Arden"
            if obj.dep_ == "pobj":
                yield obj
            elif obj.dep_ == "pcomp" and obj.tag_ == "VBN":
                yield from objects_of(obj)  # "was murdered by hired gunmen"


def _joint_by(verb: Token) -> Iterator[Token]:
    """Yield a "by" that stands on the last of joined participles: "was punched and kicked by two men"."""
    for child in verb.rights:
        if (
            child.dep_ == "conj"
            and child.tag_ in ("VBN", "VBD")
            and not any(kid.dep_ in SUBJECTS for kid in child.children)
        ):
            own = [kid for kid in child.children if kid.lower_ == "by" and kid.dep_ in ("agent", "prep")]
            yield from own or _joint_by(child)


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
    if hits_own_body(verb) or _dies_so(verb):
        return ()
    if is_passive(verb):
        found = tuple(by_agents(verb))
        if found or verb.dep_ != "conj" or depth > DEPTH:
            return found
        return tuple(by_agents(verb.head)) if verb.head.pos_ in VERBAL and is_passive(verb.head) else ()
    if verb.tag_ == "VBG" and verb.dep_ in ("pcomp", "advcl", *SUBJECTS):
        words = ("by", "from") if verb.dep_ == "pcomp" and verb.head.lower_ in CAUSES else ("by",)
        leads = [child for child in verb.children if child.lower_ in words] or _by_behind_befallen(verb)
        told = tuple(obj for by in leads for obj in by.children if obj.dep_ == "pobj")
        if told:
            return told  # "shelling of a camp by rebels killed two", "died in firing from the Armenian side"
    return _subjects(verb, depth)


def _by_behind_befallen(act: Token) -> list[Token]:
    """Return the "by" that hangs on what the act befell: "shelling of a market in Taiz by rebels killed two"."""
    of = (child for child in act.rights if child.lower_ == "of" and act.dep_ in SUBJECTS)
    return [part for prep in of for part in prep.subtree if part.lower_ == "by" and part.dep_ == "prep"]


def _dies_so(verb: Token) -> bool:
    """Whether the verb tells how its subject died: "thirteen people burned to death"."""
    if verb.lower_ not in PERISHING or objects_of(verb) or is_passive(verb):
        return False
    return any(child.lower_ == "death" for to in verb.rights if to.lower_ == "to" for child in to.children)


def undergone(verb: Token) -> tuple[Token, ...]:
    """Return who, or what, it happens to, in the active and the passive."""
    return undergoers(verb) if is_passive(verb) else objects_of(verb)


def _is_act(word: Token) -> bool:
    nouns = load_words("agent_nouns")
    return word.lower_ in nouns["acts"] | nouns["means"]


def undergoers(verb: Token) -> tuple[Token, ...]:
    """Return the subject of a passive verb: who it happens to."""
    as_subject = ("nsubjpass", "nsubj") if _is_count_of_harmed(verb) else ("nsubjpass",)
    subjects = (child for child in verb.children if child.dep_ in as_subject and not is_dateline(child))
    # Past the town of a dateline stands who acts: "SAN JOSE, Costa Rica, June 18 (AP) -- Guerrillas kidnapped ...".
    past = (past_places(child if is_dateline(child) else _antecedent(child, verb)) for child in subjects)
    own = tuple(noun for noun in past if not is_dateline(noun))
    if own:
        return own
    stray = _stray_subject(verb)
    if stray is not None:
        return (stray,)
    appearing = brought_before(verb)
    if appearing.i != verb.i:
        return _doers(appearing, 0)
    if verb.dep_ in ("acl", "relcl") and verb.tag_ == "VBN":
        in_court = verb.head.lower_ in ("court", "custody") and verb.head.head.head.pos_ in VERBAL | {"ADJ"}
        clause = verb.head.head.head
        # "He is due in court charged with murder": the parser hangs "due" between.
        clause = clause.head if in_court and clause.pos_ == "ADJ" else clause
        return _doers(clause, 0) if in_court and clause.pos_ in VERBAL else (verb.head,)
    if verb.dep_ == "conj" and verb.head.pos_ in VERBAL:
        # "A car bomb killed nine and was claimed by rebels": one subject, of an active verb and a passive one.
        passive = any(child.dep_ == "auxpass" for child in verb.lefts)
        acts = tuple(word for word in _doers(verb.head, 0) if passive and _is_act(word))
        return acts or undergoers(verb.head)
    if verb.dep_ in ("advcl", *FOUND_SO) and verb.tag_ == "VBN" and verb.head.pos_ in VERBAL:
        return _doers(verb.head, 0)  # "he appeared in court accused of stabbing two men"
    return ()


def objects_of(verb: Token) -> tuple[Token, ...]:
    """Return the direct objects of a verb."""
    return tuple(child for child in verb.children if child.dep_ in ("dobj", "dative"))


def subjects_of(verb: Token) -> tuple[Token, ...]:
    """Return who is the subject of an active verb, or the one it takes from the clause above."""
    return _subjects(verb, 0)


def _subjects(verb: Token, depth: int) -> tuple[Token, ...]:
    # "Rights group: troops raped women": who says it stands before the colon.
    # "Somebody started shooting": the parser takes "started" for an auxiliary with a subject of its own.
    subjects = (
        child
        for above in (verb, *(kid for kid in verb.lefts if kid.dep_ == "aux"))
        for child in above.children
        if child.dep_ == "nsubj"
        and not any(child.doc[end + 1 : end + 2].text == ":" for end in (child.i, child.right_edge.i))
    )
    # Past the town of a dateline stands who acts: "SAN JOSE, Costa Rica, June 18 (AP) -- Guerrillas kidnapped ...".
    past = (past_places(child if is_dateline(child) else _antecedent(child, verb)) for child in subjects)
    own = tuple(noun for noun in past if not is_dateline(noun))
    if own:
        return tuple(past_likeness(past_disguise(one)) for one in own)
    stray = _stray_subject(verb)
    if stray is not None:
        return (stray,)
    if depth > DEPTH or verb.head is verb:
        return ()
    above = verb.head
    mutual = verb.lower_ in load_words("agent_verbs")["mutual"]
    if verb.dep_ == "advcl" and verb.tag_ == "VBG" and verb.i and verb.nbor(-1).lower_ == "in" and not mutual:
        return ()  # "died in shelling"
    if verb.dep_ == "acl" and verb.tag_ == "VBG":
        # "Jets struck northern Syria claiming to have hit a base": not Syria.
        place = above.ent_type_ == "GPE" and above.dep_ == "dobj" and above.head.pos_ in VERBAL
        return _doers(above.head, depth) if place else (above,)
    if verb.dep_ == "acl" and verb.tag_ == "VBD" and any(map(objects_of, (verb, *verb.conjuncts))):
        return (above,)  # "NAIROBI, May 6 - Armed men raped or beat nine women": the town is the parser's main word
    if verb.dep_ == "acl" and _runs_into(verb):
        of_van = above.dep_ == "pobj" and above.head.lower_ == "of"
        return (above.head.head,) if of_van else (above,)
    if ((verb.dep_ == "advcl" and verb.tag_ == "VBG") or _is_told_on(verb)) and is_speech(above):
        # "Police said that a bomb went off, hurting two", "said that men stormed it, took hostages": not the police.
        said = [child for child in above.children if child.dep_ == "ccomp" and child.i < verb.i]
        if said:
            return _doers(said[-1], depth)
    if verb.dep_ == "advcl" and above.pos_ in VERBAL and is_passive(above):
        # "Two men were shot, killing one": not the two.
        return tuple(by_agents(above)) if verb.tag_ == "VBG" else ()
    if verb.dep_ == "advcl" and verb.tag_ == "VBG" and above.lower_ in SEEKING and verb.i - above.i > FAR:
        return ()  # "police are looking for two men who set off a bomb, wounding 15"
    if verb.dep_ == "advcl" and verb.tag_ == "VBG" and _is_aside(above):
        # "A bomb went off as officers arrived, killing three": not the officers.
        return _doers(above.head, depth)
    if verb.dep_ in ("ccomp", "xcomp") and verb.tag_ in FINITE and above.dep_ == "relcl" and is_speech(above):
        return (above.head,)  # "held a man they say shot his brother"
    if verb.dep_ in ("xcomp", "conj", "advcl", "dep", "ccomp") and above.pos_ in VERBAL:
        if verb.dep_ == "ccomp" and verb.tag_ not in ("VBG", "VB"):
            return ()
        if verb.dep_ == "advcl" and verb.tag_ not in ("VBG", "VB", "VBN"):
            return ()
        return _doers(above, depth)
    always = any(
        child.lower_ == "always" for child in above.head.children
    )  # "has always been quick to disclaim": no act
    if verb.dep_ == "xcomp" and above.lower_ in BEFORE_INFINITIVES and above.head.pos_ in VERBAL and not always:
        return _doers(above.head, depth)  # "is due to appear in court", "was quick to claim it"
    if verb.dep_ == "pcomp" and above.dep_ in ("prep", "agent"):
        ruler = above.head
        if (
            above.lower_ in ("of", "for", "with")
            and ruler.pos_ in VERBAL
            and not is_passive(ruler)
            and objects_of(ruler)
        ):
            return objects_of(ruler)  # "accused X of shelling": X shelled
        if ruler.lower_ in DYING and above.lower_ in ("in", "after", "following"):
            return ()  # "man dies after stabbing", "died on Tuesday in shelling that the army blamed on rebels"
        befalls = above.lower_ in CAUSES and not mutual
        if befalls and ruler.pos_ in VERBAL and (is_passive(ruler) or _lacks_object(ruler)):
            return ()  # "were killed in shelling": not by those killed
        return _doers(ruler, depth) if ruler.pos_ in VERBAL else ()
    return ()


def _is_told_on(verb: Token) -> bool:
    """Whether the verb may go on with what is said, though the parser hangs it on the saying."""
    if verb.dep_ not in ("xcomp", "conj") or verb.tag_ not in FINITE:
        return False
    words = load_words("agent_verbs")
    return verb.lower_ == "took" or verb.lower_ in words["harm"] or verb.lower_ in words["transitive"]


def _stray_subject(verb: Token) -> Token | None:
    """Return the subject of a finite verb that the parser has hung on a preposition before it, None without one.

    "In Machu, Gansu, a crowd of about 300 set the offices on fire", "recovered after someone in a car fired".
    """
    if verb.tag_ not in FINITE or verb.dep_ not in STANDING or verb.i == verb.sent.start:
        return None
    before = verb.nbor(-1)
    joined = before.dep_ == "conj" and before.tag_ in ("NN", "NNS") and before.head.head.i == verb.head.i
    if verb.dep_ == "conj" and joined and before.nbor(-1).dep_ == "cc":
        return before  # "students hurled bricks and police fired": the parser takes both for objects
    for part in reversed(verb.doc[verb.sent.start : verb.i]):
        if part.dep_ != "prep" or part.right_edge.i != verb.i - 1:
            continue
        if part.lower_ in CONJUNCTIONS and not any(child.dep_ == "cc" for child in verb.head.rights):
            return next((noun for noun in part.children if noun.dep_ == "pobj"), None)
        if part.head.i == verb.i and verb.dep_ != "conj":
            return _last_phrase(part)
    return None


def _last_phrase(prep: Token) -> Token | None:
    """Return the head of what stands after the last comma below a fronted preposition, or of its last pile of nouns."""
    below = list(prep.subtree)
    last_comma = max((index for index, part in enumerate(below) if part.text == ","), default=None)
    if last_comma is None:  # "In a gunfight outside the shop police hit him"
        piled = (part for part in reversed(below) if any(child.dep_ == "compound" for child in part.lefts))
        return next((part for part in piled if part.dep_ == "pobj" and part.tag_ == "NNS"), None)
    after = below[last_comma + 1 :]
    inside = {part.i for part in after}
    return next((part for part in after if part.head.i not in inside and part.pos_ in NOMINAL), None)


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
    if not (relative and after_noun):
        return subject
    return _aimed_at(verb.head) or verb.head if subject.lower_ == "which" else verb.head


def _aimed_at(target: Token) -> Token | None:
    """Return the act that a target follows: "attacks on a union and a school, which killed nine"."""
    first = first_of_list(target)
    act = first.head.head
    aimed = first.dep_ == "pobj" and first.head.lower_ in ("on", "against", "at")
    nouns = load_words("agent_nouns")
    return act if aimed and act.lower_ in nouns["warlike"] | nouns["means"] else None
