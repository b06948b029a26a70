"""Tells what places and times may belong to other than an act: to who speaks, lives, is tried or treated there."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, TypeVar

from dateline.analysis.texts import text_of
from dateline.lexicon.files import load_file
from dateline.mentions import Mention, TimeMention
from dateline.relate.agents import load_words
from dateline.relate.clauses import auxiliaries, clause_of, is_speech, path_up, speech_holder
from dateline.relate.name_calling import CALLING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spacy.tokens import Doc, Token


M = TypeVar("M", bound=Mention)


HURT = frozenset({"wounded", "injured", "hurt", "burned", "shot", "stabbed", "beaten", "struck", "hit"})
FELLED = HURT | {"killed"}
HURTING = frozenset({"shooting", "stabbing", "wounding", "beating", "attacking"})  # "whom he is accused of shooting"
VERBAL = frozenset({"VBN", "VBD", "VBG"})
LATER = frozenset({"later", "after"})
# Institutions that are houses too, and how acts stand to a house.
HOUSES = frozenset({"embassy", "consulate", "ministry", "university", "parliament", "council"})
AT = frozenset(
    {"outside", "inside", "at", "near", "around", "in", "on", "against", "into", "towards", "toward", "opposite"}
)
DONE_AT = frozenset({"in", "at", "near", "outside", "around", "inside", "across", "on"})  # "killed a man in Leeds"
COURTS = frozenset({"court", "inquest", "judge", "judges", "juror", "jurors", "jury", "magistrate", "tribunal"})
HEARD_AT = frozenset({"at", "before", "by", "in"})  # not "outside the Supreme Court on Monday"
CARRYING = frozenset({"took", "taken", "brought"})
# fmt: off
STRUCK = frozenset((
    "attacked", "attacking", "besieged", "bombed", "bombing", "damaged", "damaging", "destroyed", "destroying", "hit",
    "hitting", "raided", "shelled", "shelling", "stormed", "striking", "struck", "targeted", "targeting",
))
# fmt: on
FIRED = frozenset({"fired", "fire", "firing", "launched", "launch", "launching", "lobbed", "shelled", "sent"})
AIMED = frozenset({"at", "into", "toward", "towards", "on", "against", "across", "over"})
STREETS = frozenset({"street", "streets", "arms", "squares", "barricades", "hills", "woods"})
# fmt: off
RISING = frozenset((
    "took", "marched", "blocked", "barricaded", "blockaded", "rioted", "protested", "demonstrated", "rallied", "burned",
    "gathered", "torched", "burnt", "looted", "ransacked", "vandalised", "vandalized", "stormed", "clashed", "threw",
    "hurled", "pelted", "stoned", "staged",
))
# What a state does or has that is named by its capital.
RULINGS = frozenset((
    "decision", "decisions", "policy", "policies", "plan", "plans", "refusal", "insistence", "support",
    "backing", "influence", "claim", "claims", "stance", "offer", "proposal", "sanctions", "allies", "ally",
    "demand", "demands", "move", "rule", "promise", "pledge", "warning", "threat", "threats", "accusation",
    "accusations", "denial", "position", "relations", "ties",
))
# fmt: on
LEAVING = frozenset({"leave", "leaves", "left", "leaving", "plunge", "plunges", "plunged", "plunging"})
# What a place is without, or in, where power or water is cut.
SUPPLIES = frozenset({
    "darkness", "dark", "blackout", "power", "electricity", "light", "lights", "water", "gas", "telephone", "phones",
})  # fmt: skip
CONDITIONS = frozenset({"condition", "coma"})
STAYING = frozenset({"is", "are", "was", "were", "be", "been", "remain", "remains", "remained", "stayed", "lay"})
NARRATIVE = "narrative"  # rule of "the next day"


class Bond(StrEnum):
    """What a place or time belongs to other than an act."""

    SAYING = "saying"  # "said on Tuesday", "officials in Washington said"
    HOME = "home"  # "a resident of Leeds", "a Leeds man"
    OFFICE = "office"  # "the mayor of Lyon"
    CARE = "care"  # where the wounded were taken
    TRIAL = "trial"  # where, or when, somebody is tried or held
    APPEARANCE = "appearance"  # where somebody speaks, meets, lives
    FLIGHT = "flight"  # where somebody fled to
    SUBJECT = "subject"  # "Moscow denied it": the state, not the place
    OWNER = "owner"  # "Baghdad's troops"
    RULING = "ruling"  # "Beijing's decision": the state, not the place
    LIKENESS = "likeness"  # "like the attack in Nice"
    CATCHING = "catching"  # where, or when, somebody was caught
    LETTING_GO = "letting_go"  # where, or when, captives came free
    FINDING = "finding"  # where, or when, somebody or something was found
    DYING = "dying"  # where, or when, somebody died of what was done before: "died in hospital on Friday"
    COUNTING = "counting"  # when a toll rose, or was set right
    STATE = "state"  # when, or where, somebody was known to be in this or that condition


_BY_WORD = {
    "dweller": Bond.HOME,
    "office": Bond.OFFICE,
    "care": Bond.CARE,
    "sickbed": Bond.CARE,
    "trial": Bond.TRIAL,
    "appearance": Bond.APPEARANCE,
    "flight": Bond.FLIGHT,
    "likeness": Bond.LIKENESS,
    "catching": Bond.CATCHING,
    "letting_go": Bond.LETTING_GO,
    "finding": Bond.FINDING,
    "dying": Bond.DYING,
    "wound": Bond.DYING,
    "counting": Bond.COUNTING,
}
HARM = "transitive"  # entry of the verbs that must harm somebody
_BY_MODIFIER = frozenset((Bond.HOME, Bond.OFFICE, Bond.TRIAL, Bond.CARE))


@cache
def load_scene_words() -> Mapping[str, Bond]:
    """Return what each word of scene_words.toml says of a place or time beside it."""
    return {phrase.lower(): _BY_WORD[entry.id] for entry in load_file("scene_words") for phrase, _ in entry.phrases()}


def find_bonds(doc: Doc, mentions: Iterable[M]) -> dict[M, frozenset[Bond]]:
    """Return for each mention what it belongs to other than an act; empty where nothing speaks against an act."""
    mentions = tuple(mentions)
    heads = frozenset(mention.head for mention in mentions)
    return {mention: frozenset(_find_bonds(doc, mention, heads)) for mention in mentions}


def _find_bonds(doc: Doc, mention: Mention, heads: frozenset[int]) -> Iterator[Bond]:
    token = doc[mention.head]
    # "Is accused of shooting a clerk in Reno" tells where; "of having fought in Syria" need not be the act told of.
    holder = speech_holder(token, charges=None if isinstance(mention, TimeMention) else load_words("agent_verbs")[HARM])
    if holder is not None and is_reported_act(holder):
        holder = None
    if (holder is not None and not _closes_clause(token, holder)) or _follows_saying(token):
        yield Bond.SAYING
    if _follows_court(token):
        yield Bond.TRIAL
    for word in mention.span.of(text_of(doc)).lower().split():
        if load_scene_words().get(word) in (Bond.CARE, Bond.TRIAL):
            yield load_scene_words()[word]
    below, governor = _leave_name(token, heads)
    if below.dep_ in ("nsubj", "nsubjpass"):
        yield Bond.SUBJECT
        if below.dep_ == "nsubj" and below.head.lower_ in CALLING:
            yield Bond.SAYING  # "Moscow called it a terrorist attack"
    if below.dep_ == "poss":
        yield Bond.OWNER
        if governor is not None and governor.lower_ in RULINGS:
            yield Bond.RULING
    if governor is None:
        return
    if _is_cut_off(token):
        yield Bond.STATE
    yield from _find_of_person(governor)
    bond = load_scene_words().get(governor.lower_)
    if bond is None and _is_in_court(governor):
        yield Bond.TRIAL
    if (bond is Bond.DYING and not _dies_later(governor, mention)) or (bond is Bond.OFFICE and _is_scene(governor)):
        bond = None
    if bond is Bond.HOME and (_rises(governor) or _is_done_to(governor, below)):
        bond = None
    if bond is Bond.CARE and governor.lower_ in CARRYING and not _carries(governor):
        bond = None
    if bond in (Bond.CARE, Bond.OFFICE, Bond.APPEARANCE) and _is_struck(governor):
        bond = None
    if bond is not None and (below.dep_ in ("prep", "agent", "pobj", "npadvmod", "dobj") or bond in _BY_MODIFIER):
        yield bond
    if bond in (Bond.LETTING_GO, Bond.DYING) and below.dep_ == "advmod":
        yield bond  # "was released two hours later", "died two days later"
    if below.dep_ == "prep" and (_fires_away(governor) or (below.lower_ == "from" and governor.lower_ in FIRED)):
        yield Bond.HOME
    if below.dep_ == "prep" and below.lower_ in ("of", "from") and governor.ent_type_ == "PERSON":
        yield Bond.HOME
    if below.dep_ == "prep" and below.lower_ == "from" and (governor.pos_ in ("PRON", "DET") or _is_age(governor)):
        # "A 22-year-old from Leeds", "most of them from Lyon".
        yield Bond.HOME
    if below.dep_ == "prep" and below.lower_ in ("like", "than", "since"):
        yield Bond.LIKENESS
    # "A conference in Rome" may be the object of any verb; "was taken to hospital in Rome" is one step up.
    if below.dep_ == "prep" and governor.pos_ in ("NOUN", "PROPN") and bond is None:
        verb = clause_of(governor)
        if load_scene_words().get(verb.lower_) is Bond.CARE and (verb.lower_ not in CARRYING or _carries(verb)):
            yield Bond.CARE


def _find_of_person(governor: Token) -> Iterator[Bond]:
    """Yield what the words say of how somebody is, or for whom he works."""
    if _tells_condition(governor):
        yield Bond.STATE
    if _employs(governor) or _tells_suburb(governor):
        yield Bond.HOME


def _tells_condition(word: Token) -> bool:
    """Whether it is told how somebody hurt is: "one remained in critical condition on Tuesday"."""
    if word.lower_ in CONDITIONS:
        return True
    within = (child for child in word.rights if child.dep_ == "prep" and child.lower_ == "in")
    return word.lower_ in STAYING and any(kid.lower_ in CONDITIONS for lead in within for kid in lead.children)


def _is_cut_off(place: Token) -> bool:
    """Whether an act far off only leaves the place without power: "blew up pylons, leaving Lima in darkness"."""
    while place.dep_ == "conj":
        place = place.head
    if place.dep_ != "dobj" or place.head.lower_ not in LEAVING:
        return False
    leads = (child for child in place.head.rights if child.dep_ == "prep" and child.lower_ in ("in", "into", "without"))
    return any(kid.lower_ in SUPPLIES for lead in leads for kid in lead.children)


def _tells_suburb(word: Token) -> bool:
    """Whether a city only tells whose suburb the town of the dateline is: "in this Milwaukee suburb"."""
    return word.lower_ == "suburb" and any(child.lower_ == "this" for child in word.lefts)


def _employs(house: Token) -> bool:
    """Whether it is what somebody told beside his name works for: "Ana Cole, a writer for a Boston newspaper"."""
    return house.dep_ == "pobj" and house.head.lower_ == "for" and house.head.head.dep_ == "appos"


def _is_in_court(verb: Token) -> bool:
    """Whether a court is the subject: "a jury heard on Thursday", "jurors were shown the knife on Friday".

    Or the parser hangs the day on it: "a jury in December convicted him". Not where the judge is who was hurt: "a judge
    was wounded in Baghdad".
    """
    if verb.lower_ in COURTS and verb.dep_ == "nsubj":
        return verb.head.lower_ not in FELLED
    return verb.lower_ not in FELLED and any(
        child.dep_ in ("nsubj", "nsubjpass") and child.lower_ in COURTS for child in verb.lefts
    )


def _fires_away(fighters: Token) -> bool:
    """Whether who fires at a place stands in another: "rebels in Ghouta fired rockets at a market in Damascus"."""
    verb = fighters.head
    if fighters.dep_ != "nsubj" or verb.lower_ not in FIRED:
        return False
    return any(child.dep_ == "prep" and child.i > verb.i and child.lower_ in AIMED for child in verb.subtree)


def _rises(people: Token) -> bool:
    """Whether the people of a place act there together: "residents of Tembisa took to the streets"."""
    return people.tag_ in ("NNS", "NNPS") and people.dep_ == "nsubj" and people.head.lower_ in RISING


def _is_done_to(people: Token, lead: Token) -> bool:
    """Whether a place told behind those to whom something was done is where: "killed a teacher and her son in Yala"."""
    while people.dep_ == "conj":
        people = people.head
    if lead.dep_ != "prep" or lead.lower_ not in DONE_AT:
        return False
    if people.dep_ == "pobj" and people.head.lower_ in ("on", "at", "against"):
        people = people.head  # "opened fire on farmers near Yala"
    return people.dep_ in ("dobj", "prep") and people.head.pos_ == "VERB"


def _dies_later(verb: Token, mention: Mention) -> bool:
    """Whether somebody dies of what was done before: "died in hospital", "died of her burns", "succumbed"."""
    if verb.lower_ not in ("died", "dies"):
        return True
    ways = [child for child in verb.children if child.dep_ == "advcl" or child.lower_ in ("in", "from")]
    if mention.rule == NARRATIVE and not ways:
        return True  # "was taken to hospital, where he died the next day"
    phrase = [word for child in verb.children if child.i > verb.i for word in (child, *child.children)]
    if _are_hurt_before(verb):
        return True
    if any(word.lower_ in ("bringing", "raising", "taking", "lifting", "pushing") for word in phrase):
        return True
    return any(_read_scene_word(word) in (Bond.CARE, Bond.DYING) or word.lower_ in LATER for word in phrase)


def _are_hurt_before(verb: Token) -> bool:
    """Whether the words for those who died tell what was done to them: "a man shot in May has died".

    "A volunteer wounded in the raid died on Friday", however the parser hangs the two verbs on each other.
    """
    subjects = (child for child in verb.lefts if child.dep_ == "nsubj")
    told = [
        word for subject in subjects for word in subject.subtree if word.tag_ in VERBAL or word.lower_ == "shooting"
    ]
    if verb.dep_ in ("advcl", "ccomp") and verb.head.i < verb.i and verb.head.tag_ in ("VBN", "VBD"):
        told.append(verb.head)
    return any(word.lower_ in HURT or word.lower_ in HURTING for word in told)


def _read_scene_word(token: Token) -> Bond | None:
    """Return what a word, or it with the one before it ("medical center"), says of a place or time beside it."""
    words = load_scene_words()
    bond = words.get(token.lower_)
    return words.get(f"{token.nbor(-1).lower_} {token.lower_}") if bond is None and token.i else bond


def _carries(verb: Token) -> bool:
    """Whether somebody is brought somewhere: not "took place", "took four hostages", "took to the streets"."""
    ways = [
        child for child in verb.children if child.dep_ in ("prep", "dative") and child.lower_ in ("to", "into", "for")
    ]
    return any(word.dep_ == "pobj" and word.lower_ not in STREETS for way in ways for word in way.children)


def _is_struck(house: Token) -> bool:
    """Whether a house is what was struck, not where the hurt were taken: "an air strike on a clinic in X"."""
    if house.dep_ == "pobj" and house.head.lower_ in ("on", "against"):
        return True
    return house.dep_ in ("dobj", "nsubjpass") and house.head.lower_ in STRUCK


def _is_scene(house: Token) -> bool:
    """Whether an institution is where something happened, not who did it: "outside the embassy in Lima"."""
    if house.lower_ not in HOUSES:
        return False
    if house.dep_ in ("dobj", "nsubjpass"):
        return True
    return house.dep_ == "pobj" and (house.head.lower_ in AT or house.head.head.lower_ == "front")


def _is_age(token: Token) -> bool:
    return token.lower_.endswith(("year-old", "years-old")) or (token.lower_ == "old" and token.nbor(-1).text == "-")


def _leave_name(token: Token, heads: frozenset[int]) -> tuple[Token, Token | None]:
    """Climb out of a name, a list of names, their preposition and names that hold them.

    Returns the last word of them, and what governs it, None at the root.
    """
    below = token
    for above in path_up(token):
        if above.i == token.i:
            continue
        inside = below.dep_ in ("appos", "conj", "compound", "nmod", "amod", "pobj", "nummod", "npadvmod")
        named = above.i in heads or (above.pos_ == "PROPN" and above.ent_type_ in ("GPE", "LOC", "FAC", "DATE", "TIME"))
        if (inside and named) or above.pos_ == "ADP" or (below.dep_ == "prep" and above.i in heads):
            below = above
            continue
        return below, above
    return below, None


def _closes_clause(token: Token, holder: Token) -> bool:
    """Whether a comma parts a word from who says it: "The battle took place Saturday, the rebels said"."""
    hung = next((above for above in path_up(token) if above.head.i == holder.i), token)
    told = [child for child in holder.children if child.dep_ == "ccomp"]
    after = hung.right_edge.i + 1
    told_before = any(child.i < hung.i for child in told) and after < holder.i
    if hung.dep_ == "prep" and told_before and token.doc[after].lower_ == ",":
        return True  # "Gunmen killed nine, at a market in Kano, officials said", hung on the saying by the parser
    said_between = holder.i + 1 < len(token.doc) and holder.nbor().lower_ == ","
    if said_between and token.i < holder.i and token.nbor().lower_ == ",":
        return True  # "In November, the agency said, nine people were killed"
    opens = all(
        word.pos_ in ("ADP", "DET", "PUNCT", "SPACE") for word in token.doc[token.sent.start : token.left_edge.i]
    )
    return not opens and token.i + 1 < holder.i and token.nbor().lower_ == ","


def _follows_court(token: Token) -> bool:
    """Whether a court stands right before, however it hangs: "guilty at Leeds Crown Court on Friday"."""
    start, opening = token.left_edge.i, token.sent.start
    while start > opening and token.doc[start - 1].lower_ in ("on", "in", "late", "early"):
        start -= 1
    last = start - 1
    if last < opening or token.doc[last].text != "Court":
        return False
    while start > opening and token.doc[start - 1].pos_ in ("PROPN", "DET", "ADJ", "PART", "NOUN"):
        start -= 1
    return start > opening and token.doc[start - 1].lower_ in HEARD_AT


def _follows_saying(token: Token) -> bool:
    """Whether a word of saying stands right before: "said Tuesday", "told reporters on Tuesday"."""
    start, opening = token.left_edge.i, token.sent.start
    while start > opening and (token.doc[start - 1].pos_ == "ADP" or token.doc[start - 1].lower_ in ("late", "early")):
        start -= 1
    before = [token.doc[i] for i in range(max(opening, start - 2), start)]
    return any(is_speech(word) and not is_reported_act(word) for word in before)


def is_reported_act(verb: Token) -> bool:
    """Whether what is reported is the act itself, in the passive, so that the time is its own.

    "The shooting was reported about 10 a.m. Sunday", not "it was reported on Monday that the road was shut".
    """
    if verb.lower_ != "reported" or not set(auxiliaries(verb)) & {"was", "were"}:
        return False
    subject = next((child for child in verb.lefts if child.dep_ == "nsubjpass"), None)
    told = any(child.dep_ in ("ccomp", "xcomp") for child in verb.children)
    return subject is not None and subject.lower_ != "it" and not told
