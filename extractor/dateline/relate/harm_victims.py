"""Finds whom a verb or a state of harm befalls: by the dependency tree, and by the words beside it where that fails."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.analysis.climbs import first_of_list, head_of_compound
from dateline.find.nouns import is_dash
from dateline.relate.agents import load_words
from dateline.relate.clauses import brought_before, child_of
from dateline.relate.harm_aims import FIRED, is_aimed, is_aimed_at_people, is_missed
from dateline.relate.harm_care import is_of_care
from dateline.relate.harm_near import (
    BODY,
    LEAVING,
    count_members,
    find_adjacent,
    find_being,
    find_titled,
    joined_before,
    joined_to,
    near,
)
from dateline.relate.harm_people import BE, RELATIVE, Patient, People, over_apposition, people_of
from dateline.relate.harm_pronouns import PLURAL
from dateline.relate.harm_words import SELVES, Cue, load_harm_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from dateline.mentions import PeopleMention


FATES = frozenset(("injured", "wounded", "hurt", "dead", "missing", "killed", "arrested"))
MISREAD = frozenset(("csubj", "csubjpass"))
REFLEXIVE = SELVES | {"itself"}
STAYING = frozenset(("remained", "remains", "remain", "stayed", "stays", "was", "is", "were", "are", "lay", "lies"))


def is_passive(verb: Token) -> bool:
    """Whether the verb stands in the passive, a participle behind its noun and a headline's bare one included."""
    if child_of(verb, "nsubjpass", "auxpass") is not None:
        return True
    if child_of(verb, "dobj") is not None:
        return False
    if verb.tag_ != "VBN":
        return is_aside(verb)
    return not any(child.lower_ in ("has", "have", "had", "'ve") for child in verb.children if child.dep_ == "aux")


def is_aside(verb: Token) -> bool:
    """Whether a participle between commas is taken for a verb of its own: "Ana Ruiz, shot in May, was buried"."""
    behind_comma = verb.i > 0 and verb.nbor(-1).text == ","
    return behind_comma and verb.dep_ in ("csubj", "csubjpass") and verb.tag_ == "VBD"


def victims_of_verb(people: People, cue: Cue) -> list[Patient]:
    """Return whom a transitive verb befalls."""
    verb = people.doc[cue.head]
    if cue.word.id == "take_away" and people.lower[cue.last] == "with":  # "made off with 30 people"
        return [patient for obj in people.doc[cue.last].rights for patient in people_of(people, obj)]
    if verb.dep_ == "amod" and verb.head.pos_ in ("NOUN", "PROPN"):
        cut = is_dash(people.doc, cue.last + 1)  # "28 injured - governor"
        return near(people, cue, right=False, left=True) if cut else _modified(people, verb)
    reflexive = next((child for child in verb.children if child.dep_ == "dobj" and child.lower_ in REFLEXIVE), None)
    if reflexive is not None:
        # "killing himself and two students"
        others = [p for child in reflexive.rights if child.dep_ == "conj" for p in people_of(people, child)]
        return _subjects(people, verb) + others
    opens = cue.first == verb.sent.start + (people.lower[verb.sent.start] == "also")
    if opens and cue.last + 2 < len(people.doc) and people.doc[cue.last + 1].lower_ in BE:
        return _named_behind(people, cue.last + 2)
    headline = _headline_subject(people, cue)
    if headline is not None:
        return [headline]
    if not is_passive(verb) and not _shares_passive(verb):
        objects = [child for child in verb.rights if child.dep_ in ("dobj", "dative", "oprd", "ccomp", "dep")]
        # "Troops shot the two men dead": the parser makes a clause of it.
        objects = [child_of(o, "nsubj") or o if o.dep_ == "ccomp" and o.lower_ == "dead" else o for o in objects]
        # "a nurse whom it had kidnapped"
        objects += [child for child in verb.lefts if child.dep_ == "dobj" and child.lower_ in RELATIVE]
        if opens and any(_is_suspect(verb, child) for child in objects):
            return []
        found = [patient for child in objects for patient in people_of(people, child) if child.pos_ != "VERB"]
        if found:
            # "arrested Ana Ruiz, 24, and Omar Ali": the parser joins the second name to the verb.
            joined = [
                p
                for c in verb.rights
                if c.dep_ == "conj" and c.pos_ in ("NOUN", "PROPN", "NUM")
                for p in people_of(people, c)
            ]
            return found + joined + verb_parts(people, verb)
        obj = next((child for child in objects if child.dep_ == "dobj"), None)
        if obj is not None:
            return find_titled(people, obj) or count_members(people, cue, obj) or _owners(people, obj)
        shared = _shared_object(people, verb)
        if shared:
            return shared
        if verb.tag_ in ("VBD", "VBN") and not objects and child_of(verb, "agent") is not None:
            return _subjects(people, verb)
        if is_aimed(people, verb):
            return []
        paired = people.doc[cue.last + 1].lower_ in ("and", "or") if cue.last + 1 < len(people.doc) else False
        # "A student had killed before": the one who did it stands before an active verb.
        perfect = any(child.dep_ == "aux" and child.lower_ in ("had", "has", "have") for child in verb.lefts)
        left = verb.tag_ in ("VBD", "VBN") and not paired and not perfect
        found = near(people, cue, right=verb.tag_ in ("VBG", "VBD", "VB", "VBZ", "VBP"), left=left)
        subject = child_of(verb, "nsubj")
        if subject is not None and found and found[0].people is not None and found[0].people.head < verb.i:
            # "Gangs of the north killed within days a judge": the word beside the verb is no victim.
            same = people.at.get(subject.i) is found[0].people
            return found if same or _is_one_of(people, found[0].people) else []
        return found
    fired = verb.lower_ in FIRED and child_of(verb, "auxpass") is None
    if is_missed(people, cue) or (fired and is_aimed_at_people(people, verb)):
        return []
    # "three were killed thirteen were injured": without a subject of its own, the number right before it counts.
    found = [] if child_of(verb, "nsubjpass", "nsubj") is not None else find_adjacent(people, cue)
    found = found or find_being(people, verb) or _subjects(people, verb)
    if not found and verb.dep_ in ("acl", "relcl"):
        found = list(people_of(people, _first_conjunct(people, verb.head)))
    if not found and verb.dep_ == "conj" and verb.head.lower_ in LEAVING and child_of(verb, "dobj") is None:
        found = [*_governed(people, verb)]  # "leaving eight people, among them a nurse, injured"
    if not found and verb.dep_ == "ccomp" and verb.i > verb.head.i and child_of(verb, "nsubjpass") is not None:
        return []  # "told reporters that fifty houses were burnt": nobody, least of all who is told so
    if not found and verb.dep_ in ("oprd", "acomp", "xcomp", "ccomp", "advcl", "dep"):
        found = [*_governed(people, verb)]
    found = found or over_apposition(people, cue.head) or near(people, cue, right=False, left=True)
    return found + verb_parts(people, verb)


def _is_suspect(verb: Token, noun: Token) -> bool:
    """Whether a headline's "Stabbing suspect held" tells who did it, which the parser takes for whom it was done to."""
    return verb.tag_ == "VBG" and noun.i == verb.i + 1 and noun.lower_ in load_words("agent_nouns")["suspects"]


def _shares_passive(verb: Token) -> bool:
    """Whether "released" in "was kidnapped, but released hours later" is passive too, though tagged as active."""
    alone = child_of(verb, "nsubj", "dobj", "aux") is None and verb.tag_ in ("VBD", "VBN")
    return alone and verb.dep_ == "conj" and child_of(verb.head, "auxpass") is not None


def _is_one_of(people: People, mention: PeopleMention) -> bool:
    """Whether someone is counted among the people: "a man who was one of four people shot has died"."""
    first = people.first_token(mention)
    several = mention.count is not None and (mention.count.best or 0) > 1
    return several and first > 1 and people.lower[first - 1] == "of" and people.lower[first - 2] == "one"


def _named_behind(people: People, index: int) -> list[Patient]:
    """Return the people of "killed were a nurse and two drivers"."""
    mention = people.at.get(index)
    return [Patient(mention, how="near"), *joined_to(people, mention)] if mention is not None else []


def _headline_subject(people: People, cue: Cue) -> Patient | None:
    """Return the group of "three killed", where what follows belongs to another cue ("30 injured") or is nothing."""
    doc = people.doc
    if doc[cue.head].tag_ not in ("VBD", "VBN") or cue.first == 0:
        return None
    mention = people.at.get(cue.first - 1)
    comma = people.lower[cue.last + 1 : cue.last + 2] == (",",)  # "Ed Cole killed, woman injured"
    if mention is None or (mention.name and not comma) or people.last_token(mention) != cue.first - 1:
        return None
    first = people.first_token(mention)
    if first and doc[first - 1].lower_ in ("by", "than", "who", "that"):
        return None
    number = mention.rule == "people.number" and doc[cue.head].dep_ != "relcl"
    after = people.at.get(cue.last + 1 + comma)
    if after is None:
        return Patient(mention, how="near") if number else None
    beyond = people.last_token(after) + 1
    if not comma and people.lower[beyond : beyond + 1] == ("dead",) and people.lower[cue.head] == "shot":
        return None  # "Rebels shot five soldiers dead"
    harmed = beyond < len(doc) and doc[beyond].lower_ in FATES
    if number and (comma or harmed or after.count is None or child_of(doc[cue.head], "dobj") is None):
        return Patient(mention, how="near")  # "One killed nine people at a mosque": one of two bombers did
    if harmed:
        return Patient(mention, how="near")
    return None


def _first_conjunct(people: People, noun: Token) -> Token:
    """Return the first of "two guards and three drivers killed in the raid", of whom the participle is said."""
    while noun.dep_ == "conj" and (mention := people.at.get(noun.head.i)) is not None and mention.count is not None:
        noun = noun.head
    return noun


def verb_parts(people: People, verb: Token) -> list[Patient]:
    """Return the parts that hang on the verb: "were killed, including three children"."""
    return [
        Patient(patient.people, patient.count, part=True, how=patient.how)
        for child in verb.rights
        if child.dep_ == "prep" and child.lower_ in ("including", "among")
        for obj in child.rights
        if obj.dep_ == "pobj" and obj.lower_ not in PLURAL  # "among them three children"
        for patient in people_of(people, obj, depth=1)
    ]


def _modified(people: People, verb: Token) -> list[Patient]:
    """Return the people of "two wounded soldiers"; "the slain officer" only names him again."""
    noun = head_of_compound(verb.head)  # "kidnapped businessman Omar Ali"
    mention = people.at.get(noun.i)
    if mention is None or mention.head != noun.i:
        return []
    determiner = child_of(noun, "det", "poss")
    if determiner is not None and determiner.lower_ not in ("a", "an", "some", "no"):
        return []
    return [Patient(mention)] if mention.count is not None else []


def _is_misread(verb: Token) -> bool:
    """Whether the parser makes a clause of what tells of the subject: "the pupils seized in May were freed"."""
    return verb.dep_ in MISREAD and verb.tag_ in ("VBN", "VBD")


def _right_before(people: People, verb: Token) -> Patient | None:
    """Return whom such a clause tells of: "the grandson of a woman found dead has been arrested"."""
    mention = people.at.get(verb.i - 1) if _is_misread(verb) and verb.i else None
    if mention is None or people.last_token(mention) != verb.i - 1:
        return None
    return Patient(mention, how="near")


def _subjects(people: People, verb: Token) -> list[Patient]:
    """Return the people of the verb's subject, borrowed from the verb it is joined to when it has none."""
    current = brought_before(verb)
    for _ in range(4):
        subjects = [child for child in current.children if child.dep_ in ("nsubjpass", "nsubj")]
        if current is not verb or verb.dep_ in MISREAD:
            nearest = _right_before(people, current)
            if nearest is not None:
                return [nearest]
        asides = [child for child in current.lefts if is_aside(child) or _is_misread(child)]
        subjects = subjects or [child for aside in asides for child in aside.lefts if child.dep_ == "nsubj"]
        if subjects:
            found = [patient for subject in subjects for patient in people_of(people, subject)]
            return [*joined_before(people, current, found), *found]
        if current.dep_ in ("acl", "relcl") and current is not verb:
            return list(people_of(people, current.head))
        if current.dep_ in ("conj", "xcomp", "advcl") and current.head.pos_ in ("VERB", "AUX"):
            active = child_of(current, "auxpass") is child_of(current.head, "auxpass") is None
            if current.dep_ == "conj" and active and child_of(current.head, "dobj") is not None:
                return []
            current = current.head
            continue
        if current is verb and ((current.dep_ == "acomp" and current.head.lower_ in STAYING) or _is_being(current)):
            current = current.head if current.dep_ == "acomp" else current.head.head
            continue
        speech = current.head.lower_ in load_harm_words().saying
        if current.dep_ == "ccomp" and current is verb and not speech and child_of(current, "auxpass") is not None:
            current = current.head
            continue
        return []
    return []


def _is_being(verb: Token) -> bool:
    """Whether "being shot" stands behind "after": its subject is that of the verb before."""
    return (
        verb.dep_ == "pcomp"
        and verb.head.lower_ in ("after", "before", "from", "upon")
        and child_of(verb, "auxpass") is not None
    )


def _governed(people: People, verb: Token) -> Iterator[Patient]:
    """Yield the people of "left two wounded", "found him injured"."""
    governor = verb.head
    for child in governor.children:
        if child.dep_ in ("dobj", "nsubjpass") and child.i != verb.i:
            yield from people_of(people, child)


def _owners(people: People, obj: Token) -> list[Patient]:
    """Return whose limb it is: "maimed her hand", "wounded the clerk's arm"."""
    if obj.lower_ not in BODY:
        return []
    return [p for child in obj.lefts if child.dep_ == "poss" for p in people_of(people, child)]


def _shared_object(people: People, verb: Token) -> list[Patient]:
    """Return the object of "shot and killed two men", which stands on the other verb."""
    for child in verb.rights:
        if child.dep_ == "conj" and child.pos_ == "VERB" and child.i - verb.i <= 3:
            obj = child_of(child, "dobj")
            if obj is not None:
                return list(people_of(people, obj))
    if verb.dep_ == "conj" and verb.head.pos_ == "VERB" and verb.i - verb.head.i <= 3:
        obj = child_of(verb.head, "dobj")
        if obj is not None and obj.i > verb.i:
            return list(people_of(people, obj))
    return []


def victims_of_state(people: People, cue: Cue) -> list[Patient]:
    """Return of whom a state is said: "two were dead", "left two dead", "12 dead"."""
    token = people.doc[cue.head]
    hung = (token.head.lower_, token.head.dep_) == ("found", "advcl")  # "police name man found dead"
    if not hung and token.dep_ in ("acomp", "oprd", "xcomp", "attr", "ccomp") and token.head.pos_ in ("VERB", "AUX"):
        said = list(_governed(people, token))
        if said and token.head.lower_ in LEAVING:
            # "Left 14 soldiers and nine policemen dead": the parser hangs the second on "dead".
            known = {p.people.head for p in said if p.people is not None}
            beside = near(people, cue, right=False, left=True)
            said += [p for p in beside if p.people is not None and p.people.head not in known]
            # "Leaving a policeman dead and four people injured": the state stands behind whom it is of.
            said = [p for p in said if p.people is not None and p.people.head < token.i] or said
        if not said and _has_object_behind(people, token):
            return near(people, cue, right=True, left=False)
        said = said or [
            patient
            for patient in _subjects(people, token.head)
            # Not of "Driver dead, two hurt": whom it is said of stands before.
            if patient.people is None or patient.people.head < token.i
        ]
        if said and child_of(token, "nsubj", "nsubjpass") is None:
            return said
    before = near(people, cue, right=False, left=True)
    if before:
        return before
    own = child_of(token, "nsubj", "nsubjpass")
    if own is not None:
        return list(people_of(people, own))
    current = token
    if current.dep_ == "pobj" or (current.dep_ == "prep" and current.pos_ == "ADP"):
        current = current.head if current.dep_ == "pobj" else current
    for _ in range(3):
        governor = current.head
        if governor.i == current.i:
            return []
        if (
            governor.pos_ in ("NOUN", "PROPN")
            and governor.i < current.i
            and current.dep_ in ("amod", "prep", "acl", "relcl")
        ):
            first = first_of_list(governor)  # "found Ana Ruiz and her sons, 6 and 9, dead"
            found = list(people_of(people, first if first.dep_ == "dobj" else governor))
            if found or not is_of_care(governor):
                return found
        if governor.pos_ in ("VERB", "AUX"):
            obj = child_of(governor, "dobj")
            if obj is not None and obj.i != token.i and not is_of_care(obj):
                return list(people_of(people, obj))
            own = child_of(token, "nsubj", "nsubjpass")
            return list(people_of(people, own)) if own is not None else _subjects(people, governor)
        current = governor
    return []


def _has_object_behind(people: People, state: Token) -> bool:
    """Whether "shot dead" stands before those who were shot, so that its subject did it."""
    verb = state.head
    if verb.lower_ not in ("shot", "shoot", "shoots", "shooting") or is_passive(verb) or state.i + 1 >= len(people.doc):
        return False
    behind = people.doc[state.i + 1]
    return behind.pos_ in ("DET", "NUM", "NOUN", "PROPN", "PRON") and behind.dep_ != "npadvmod"
