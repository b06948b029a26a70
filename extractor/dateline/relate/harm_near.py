"""Finds the people right beside a cue of harm, where the tree does not tell whom it befalls."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.relate.clauses import SUBJECTS
from dateline.relate.harm_people import KINSHIP, Patient, People, people_of
from dateline.relate.harm_words import Cue

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Token

    from dateline.mentions import PeopleMention


# fmt: off
BETWEEN = frozenset((
    "was", "were", "is", "are", "be", "been", "being", "has", "have", "had", "also", "later", "reportedly",
    "seriously", "critically", "badly", "slightly", "severely", "fatally", "more", "others", "other", "people",
    "persons", "and", "or", "both", "shot", "dead", "then", "already", "still", "mortally", "gravely", "lightly",
    "instantly", "immediately", "feared", "left", "found", "believed", "confirmed", "reported", "got", "as",
    "either", "among",
))
# fmt: on


# fmt: off
BODY = frozenset((
    "head", "face", "neck", "chest", "back", "stomach", "abdomen", "torso", "side", "hip", "groin", "buttocks",
    "buttock", "shoulder", "shoulders", "arm", "arms", "elbow", "wrist", "hand", "hands", "finger", "leg", "legs",
    "thigh", "thighs", "knee", "knees", "calf", "ankle", "foot", "feet", "toe", "throat", "jaw", "cheek", "eye",
))
# fmt: on


# fmt: off
OWNED = frozenset((
    "home", "homes", "house", "houses", "hut", "huts", "shop", "shops", "store", "stores", "office", "offices", "car",
    "cars", "vehicle", "vehicles", "property", "properties", "belongings", "effigy", "effigies", "farms",
    "photographs", "pictures", "posters", "residence", "residences", "graves", "villa", "villas", "businesses",
))
# fmt: on
OWNING = frozenset(("the", "his", "her", "their"))
HALVES = frozenset(("left", "right", "upper", "lower"))
SHORTEST = 4  # tokens of "found Ruiz, 24,"
LEAVING = frozenset(("leave", "leaves", "left", "leaving"))
FINDING = frozenset(("find", "finds", "found", "finding"))
PARTING = frozenset((",", ":", ";", "-", "–", "—"))
FATES = frozenset(
    ("dead", "killed", "injured", "wounded", "hurt", "missing", "homeless", "hospitalized", "hospitalised")
)
INSERTION = 10  # tokens of "among them two nurses" between two commas, at the most
AMONG = (("among", "them"), ("among", "whom"), ("most", "of"), ("some", "of"), ("many", "of"))
MOST = frozenset(("most", "mostly", "some", "many", "mainly"))
PARTING_OFF = frozenset(("including", "mostly", "mainly"))
# What the parser makes of a fate that it does not see: "left a shopkeeper dead", "ten hurt police said".
CUT_OFF = frozenset(("amod", "compound", "dobj"))


def near(people: People, cue: Cue, *, right: bool, left: bool) -> list[Patient]:
    """Return the group right beside the cue, over auxiliaries and adverbs only."""
    doc = people.doc
    follower = people.at.get(cue.last + 1)
    counted = follower is not None and follower.count is not None
    joined = cue.first > 0 and doc[cue.first - 1].lower_ in ("and", ",", "or", "but")
    if left and counted and joined and doc[cue.head].tag_ in ("VBN", "VBD"):
        # "killed six and wounded 14": the tagger takes the second verb for a participle.
        left, right = False, True
    if left:
        aged = _found_aged(people, cue.first - 1)
        if aged:
            return aged
        index, steps = cue.first - 1, 0
        while index >= 0 and steps < 7 and doc[index].sent.start <= index:
            mention = people.at.get(index)
            if mention is not None and people.last_token(mention) >= index >= people.first_token(mention):
                if doc[people.first_token(mention) - 1].lower_ in ("by", "than") and people.first_token(mention):
                    break
                if doc[cue.first - 1].lower_ == "and" and doc[mention.head].dep_ == "dobj":
                    break  # "killed six and wounded some": they are the first verb's
                if _owns_subject(doc[mention.head]):
                    break
                others = [*_listed_before(people, mention), *_left_with(people, mention)]
                others = others or _subjects_with(people, mention, cue)
                return [*(others or _kin_before(people, mention)), Patient(mention, how="near")]
            if doc[index].lower_ not in BETWEEN and doc[index].pos_ != "ADV":
                break
            index, steps = index - 1, steps + 1
    if right:
        index = cue.last + 1
        while index < len(doc) and doc[index].pos_ == "ADV" and index not in people.at:
            index += 1
        mention = people.at.get(index) if index < len(doc) else None
        if mention is not None and people.first_token(mention) <= index:
            return [Patient(mention, how="near"), *joined_to(people, mention)]
    return []


def _found_aged(people: People, last: int) -> list[Patient]:
    """Return those with their ages between "found" and token `last`: "found Ana Ruiz, 24, and Ben Cole, 31, shot"."""
    found: list[Patient] = []
    index = last
    while index > SHORTEST:
        if people.lower[index] == "," and people.doc[index - 1].is_digit and people.lower[index - 2] == ",":
            index -= 3
        elif not found:
            return []  # no age right before the cue
        mention = people.at.get(index)
        if mention is None or mention.name is None:
            return []
        found.insert(0, Patient(mention, how="near"))
        index = people.first_token(mention) - 1
        if people.lower[index] in FINDING:
            return found
        if people.lower[index] not in ("and", ","):
            return []
        index -= people.lower[index] == "and"
    return []


def _kin_before(people: People, mention: PeopleMention) -> list[Patient]:
    """Return the first of two relatives whom one article tells: "a father and daughter shot in their driveway"."""
    first = people.first_token(mention)
    if mention.rule not in KINSHIP or first != mention.head or first < 2 or people.lower[first - 1] != "and":
        return []
    before = people.at.get(first - 2)
    kin = before is not None and before.rule in KINSHIP and people.last_token(before) == first - 2
    return [Patient(before, how="near")] if kin and before is not None else []


def _owns_subject(owner: Token) -> bool:
    """Whether what befalls is theirs: "the homes of 30 politicians were burned"."""
    return owner.dep_ == "pobj" and owner.head.lower_ == "of" and owner.head.head.lower_ in OWNED


def find_left(people: People, cue: Cue) -> list[Patient]:
    """Return the people of "left seven people injured", whatever the parser makes of the last word."""
    token = people.doc[cue.head]
    last = cue.first - 1
    while last > 0 and people.doc[last].pos_ == "ADV":
        last -= 1
    opening = _opening_of_insertion(people, last)
    inserted = _first_inside(people, opening, last) if opening else None
    last = opening - 1 if opening else last
    mention = people.at.get(last) if last >= 0 else None
    if mention is None or people.last_token(mention) != last or (token.dep_ not in CUT_OFF and not opening):
        return []
    found = [*_left_with(people, mention), Patient(mention, how="near")]
    first = people.first_token(found[0].people or mention)
    some = [Patient(inserted, part=True, how="near")] if inserted is not None else []
    return [*found, *some] if _is_left(people, first) else []


def _opening_of_insertion(people: People, closing: int) -> int:
    """Return the comma that opens what a comma closes: "left four people, among them a child, wounded"; 0 for none."""
    if closing < 1 or people.lower[closing] != ",":
        return 0
    for index in range(closing - 1, max(closing - INSERTION, 0), -1):
        if people.lower[index] == ",":
            return (
                index if people.lower[index + 1 : index + 3] in AMONG or people.lower[index + 1] in PARTING_OFF else 0
            )
    return 0


def _first_inside(people: People, opening: int, closing: int) -> PeopleMention | None:
    """Return the first of those told apart between two commas; of "most of them women" nobody is."""
    if people.lower[opening + 1] in MOST:
        return None
    inside = (people.at[index] for index in range(opening + 1, closing) if index in people.at)
    return next(inside, None)


def _is_left(people: People, first: int) -> bool:
    """Whether "left" stands before token `first`, or "left" and a group with its own fate: "left two dead and"."""
    if first and people.lower[first - 1] in LEAVING:
        return True
    index = first - 1
    while index > 0 and people.lower[index] in ("and", ","):
        index -= 1
    before = people.at.get(index - 1) if 1 < index < first - 1 and people.lower[index] in FATES else None
    if before is None or people.last_token(before) != index - 1:
        return False
    return _is_left(people, people.first_token(before))


def _left_with(people: People, mention: PeopleMention) -> list[Patient]:
    """Return the others of "left 14 soldiers and nine policemen dead", "found a man and a woman dead"."""
    index = people.first_token(mention) - 1
    before = people.at.get(index - 1) if index > 1 and people.lower[index] in ("and", ",") else None
    if before is None or people.last_token(before) != index - 1:
        return []
    others = [*_left_with(people, before), Patient(before, how="near")]
    first = people.first_token(others[0].people or before)
    return others if people.lower[first - 1] in LEAVING | FINDING else []


def _subjects_with(people: People, mention: PeopleMention, cue: Cue) -> list[Patient]:
    """Return the other subjects of the verb before the cue: "a student and a coach were in critical condition"."""
    found: list[PeopleMention] = []
    token = people.doc[mention.head]
    while token.dep_ == "conj" and token.head.i in people.at and token.head.i < token.i:
        token = token.head
        found.insert(0, people.at[token.i])
    state = token.dep_ in SUBJECTS and people.last_token(mention) < token.head.i < cue.first
    return [Patient(one, how="near") for one in found] if state else []


def _listed_before(people: People, mention: PeopleMention) -> list[Patient]:
    """Return those whom a headline lists before the last: "Woman, child killed", "Father and son dead".

    A comma may part them from an act: "Post attacked, 28 soldiers and 4 civilians dead".
    """
    found: list[Patient] = []
    index = people.first_token(mention) - 1
    while index > 0 and people.doc[index].lower_ in ("and", ",", "&"):
        before = people.at.get(index - 1)
        # A phrase with its article is a clause's own: "shot a guard, two died".
        if before is None or people.last_token(before) != index - 1 or before.is_bare:
            break
        start = people.first_token(before)
        if people.doc[start].pos_ == "DET" or (
            start > 0 and people.doc[start - 1].pos_ in ("VERB", "AUX", "ADP", "DET")
        ):
            break
        found.insert(0, Patient(before, how="near"))
        index = start - 1
    parted = (
        index > 0 and people.doc[index].lower_ in PARTING and people.lower[people.first_token(mention) - 1] == "and"
    )
    counted = parted and all(one.people is not None and one.people.count is not None for one in found)
    return found if counted or index <= people.doc[mention.head].sent.start else []


def joined_to(people: People, mention: PeopleMention) -> Iterator[Patient]:
    """Yield those joined to a group by "and"."""
    token = people.doc[mention.head]
    for child in token.rights:
        if child.dep_ == "conj" and child.pos_ in ("NOUN", "PROPN", "NUM"):
            yield from people_of(people, child, depth=1)


def joined_before(people: People, verb: Token, found: Sequence[Patient]) -> list[Patient]:
    """Return the first of "a six-year-old and three adults were shot", to whom the parser joins the whole clause."""
    first = found[0].people if found else None
    mention = people.at.get(verb.head.i) if verb.dep_ == "conj" and verb.head.pos_ not in ("VERB", "AUX") else None
    if first is None or mention is None or mention is first:
        return []
    start = people.first_token(first)
    joined = people.last_token(mention) == start - 2 and people.lower[start - 1] == "and"
    return [Patient(mention, how="near")] if joined else []


def find_being(people: People, verb: Token) -> list[Patient]:
    """Return those right before "being shot" that has no subject: "which led to a four-year-old being shot"."""
    being = next((child for child in verb.lefts if child.dep_ == "auxpass" and child.lower_ == "being"), None)
    if being is None or any(child.dep_ in ("nsubj", "nsubjpass") for child in verb.lefts):
        return []
    last = being.i - 1
    while last > 0 and people.doc[last].pos_ == "ADV":
        last -= 1
    mention = people.at.get(last) if last >= verb.sent.start else None
    return [Patient(mention, how="near")] if mention is not None and people.last_token(mention) == last else []


def find_struck_behind(people: People, cue: Cue) -> list[Patient]:
    """Return the others of "Cole was hit in the arm and Ruiz in the leg", of whom the verb is not said again."""
    doc = people.doc
    found: list[Patient] = []
    end = doc[cue.head].sent.end
    index = cue.last + 1
    while index < end - 3:
        if doc[index].pos_ in ("VERB", "AUX"):
            break
        mention = people.at.get(index) if people.lower[index - 1] in ("and", ",", "while", "another") else None
        if mention is None or people.first_token(mention) < index:
            index += 1
            continue
        index = people.last_token(mention) + 1
        index += 3 if people.lower[index : index + 1] == (",",) and doc[index + 1].is_digit else 0
        if _is_in_the_body(people, index):
            found.append(Patient(mention, how="near"))
    return found


def _is_in_the_body(people: People, index: int) -> bool:
    """Whether "in the leg" stands at token `index`."""
    words = people.lower[index : index + 3]
    if len(words) < 3 or words[0] not in ("in", "on") or words[1] not in OWNING or people.at.get(index) is not None:
        return False
    at = index + 3 if words[2] in HALVES else index + 2
    if at >= len(people.doc) or people.lower[at] not in BODY:
        return False
    if at + 1 >= len(people.doc):
        return True
    # "A woman in the back seat", "on the side of the road", "a guard in the back fled": where somebody was.
    behind = people.doc[at + 1]
    if behind.lower_ == "of":
        return any(word in BODY for word in people.lower[at + 2 : at + 4])
    return behind.pos_ not in ("NOUN", "PROPN", "VERB", "AUX")


def find_titled(people: People, obj: Token) -> list[Patient]:
    """Return the people in an object whose head the parser has misread: "captured an X of Y commander"."""
    if obj.pos_ != "PROPN":
        return []
    for index in range(obj.i + 1, min(obj.i + 6, obj.sent.end)):
        token = people.doc[index]
        mention = people.at.get(index)
        if mention is not None and mention.head == index:
            return [
                Patient(mention, how="near"),
                *joined_to(people, mention),
                *(p for c in obj.rights if c.dep_ == "conj" for p in people_of(people, c)),
            ]
        if token.pos_ not in ("NOUN", "PROPN", "ADJ", "PUNCT") and token.lower_ != "of":
            return []
    return []


def count_members(people: People, cue: Cue, obj: Token) -> list[Patient]:
    """Return the number of those killed whom a name tells in the plural: "killing twelve Tigers"."""
    if cue.word.id != "kill" or not obj.text[0].isupper() or not obj.lower_.endswith("s"):
        return []
    count = next((people.count_at[child.i] for child in obj.lefts if child.i in people.count_at), None)
    return [Patient(None, count)] if count is not None else []


def find_adjacent(people: People, cue: Cue) -> list[Patient]:
    """Return the number that stands right before "were injured"."""
    index = cue.first - 1
    while index >= 0 and people.doc[index].tag_ in ("VBD", "VBP", "VBN", "RB") and people.doc[index].lower_ in BETWEEN:
        index -= 1
    mention = people.at.get(index)
    if mention is None or not mention.is_bare or people.last_token(mention) != index:
        return []
    if index and people.doc[people.first_token(mention) - 1].lower_ in ("by", "than"):
        return []
    return [Patient(mention, how="near")]
