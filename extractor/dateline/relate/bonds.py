"""Tells what places and times may belong to other than an act: to who speaks, lives, is tried or treated there."""

from __future__ import annotations

from collections.abc import Collection
from functools import cache
from typing import TYPE_CHECKING, TypeVar

from dateline.analysis.texts import text_of
from dateline.mentions import Mention, TimeMention
from dateline.relate.bond_words import Bond, load_scene_words, read_scene_word
from dateline.relate.bonds_of_care import (
    HURT,
    dies_later,
    is_done_at,
    is_on_way_to_care,
    is_struck,
    is_where_cared,
    load_harms,
    tells_condition,
)
from dateline.relate.clauses import auxiliaries, clause_of, is_speech, path_up, span_of_word, speech_holder
from dateline.relate.fronted_places import opens_for_act
from dateline.relate.name_calling import CALLING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spacy.tokens import Doc, Token

    from dateline.spans import Span


M = TypeVar("M", bound=Mention)


FELLED = HURT | {"killed"}
# Institutions that are houses too, and how acts stand to a house.
HOUSES = frozenset({"embassy", "consulate", "ministry", "university", "parliament", "council"})
AT = frozenset(
    {"outside", "inside", "at", "near", "around", "in", "on", "against", "into", "towards", "toward", "opposite"}
)
DONE_AT = frozenset({"in", "at", "near", "outside", "around", "inside", "across", "on"})  # "killed a man in Leeds"
COMING = frozenset({"came", "arrived", "went", "moved", "returned", "arriving", "coming"})
TAKING = frozenset(
    {"kidnapped", "abducted", "seized", "snatched", "kidnapping", "abducting", "seizing", "took", "taken"}
)
COURTS = frozenset({"court", "inquest", "judge", "judges", "juror", "jurors", "jury", "magistrate", "tribunal"})
HEARD_AT = frozenset({"at", "before", "by", "in"})  # not "outside the Supreme Court on Monday"
FIRED = frozenset({"fired", "fire", "firing", "launched", "launch", "launching", "lobbed", "shelled", "sent"})
AIMED = frozenset({"at", "into", "toward", "towards", "on", "against", "across", "over"})
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
FINDING = frozenset({"found", "find", "finds", "finding"})
# What is handed down, entered or filed.
RULED = frozenset((
    "term", "terms", "sentence", "sentences", "mistrial", "verdict", "verdicts", "plea", "pleas", "appeal", "lawsuit",
    "suit", "conviction", "convictions", "parole",
))  # fmt: skip
VERDICTS = frozenset({"guilty", "liable", "innocent", "responsible"})
IDENTIFYING = frozenset({"identified", "named"})
SITES = frozenset({"scene", "site"})
SHELTERS = frozenset(
    ("camp", "camps", "centre", "center", "clinic", "home", "hospital", "hostel", "orphanage", "school", "shelter")
)
SHOOTING = frozenset({"shooting"})  # the verb's other forms name no deed by themselves: "shoots a film"
LEAVING = frozenset({"leave", "leaves", "left", "leaving", "plunge", "plunges", "plunged", "plunging"})
# What a place is without, or in, where power or water is cut.
SUPPLIES = frozenset({
    "darkness", "dark", "blackout", "power", "electricity", "light", "lights", "water", "gas", "telephone", "phones",
})  # fmt: skip
_BY_MODIFIER = frozenset((Bond.HOME, Bond.OFFICE, Bond.TRIAL, Bond.CARE))


def find_bonds(doc: Doc, mentions: Iterable[M], acts: Collection[int] = ()) -> dict[M, frozenset[Bond]]:
    """Return for each mention what it belongs to other than an act; empty where nothing speaks against an act.

    `acts` are the numbers of the words for acts: a place that hangs on one is no place of who speaks of it.
    """
    mentions = tuple(mentions)
    heads = frozenset(mention.head for mention in mentions)
    return {mention: frozenset(_find_bonds(doc, mention, heads, acts)) for mention in mentions}


@cache
def _load_charges() -> frozenset[str]:
    """Return the words for deeds that somebody may be accused of, whose clause tells where they were."""
    return SHOOTING | load_harms()


def _find_bonds(doc: Doc, mention: Mention, heads: frozenset[int], acts: Collection[int]) -> Iterator[Bond]:
    token = doc[mention.head]
    if _is_of_saying(token, acts, days=isinstance(mention, TimeMention)):
        yield Bond.SAYING
    if _follows_court(token):
        yield Bond.TRIAL
    below, governor = _leave_name(token, heads, mention.span)
    for word in mention.span.of(text_of(doc)).lower().split():
        bond = load_scene_words().get(word)
        if bond is Bond.TRIAL or (bond is Bond.CARE and not (governor and is_done_at(below, governor))):
            yield bond
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
    bond = read_scene_word(governor)
    if bond is Bond.ORIGIN:
        bond = Bond.HOME if below.lower_ == "from" else None
    if _finds_guilty(governor):
        bond = Bond.TRIAL
    if bond is None and _is_in_court(governor):
        yield Bond.TRIAL
    if (bond is Bond.DYING and not dies_later(governor, mention)) or (bond is Bond.OFFICE and _is_scene(governor)):
        bond = None
    if bond in (Bond.HOME, Bond.TRIAL, Bond.OFFICE) and (_rises(governor) or _is_done_to(governor, below, acts)):
        bond = None
    if bond is Bond.CARE and not is_where_cared(governor, below, mention):
        bond = None
    if bond in (Bond.CARE, Bond.OFFICE, Bond.APPEARANCE) and is_struck(governor):
        bond = None
    if bond is Bond.APPEARANCE and _comes_to_harm(governor):
        bond = None
    if bond is not None and (below.dep_ in ("prep", "agent", "pobj", "npadvmod", "dobj") or bond in _BY_MODIFIER):
        yield bond
    if bond in (Bond.LETTING_GO, Bond.DYING) and below.dep_ == "advmod":
        yield bond  # "was released two hours later", "died two days later"
    if below.dep_ == "prep":
        yield from _find_by_lead(below, governor)
    # "A conference in Rome" may be the object of any verb; "was taken to hospital in Rome" is one step up.
    if below.dep_ == "prep" and governor.pos_ in ("NOUN", "PROPN") and bond is None and is_on_way_to_care(governor):
        yield Bond.CARE
    if below.dep_ == "prep" and isinstance(mention, TimeMention) and _is_visited(governor):
        yield Bond.SAYING


def _is_of_saying(token: Token, acts: Collection[int], *, days: bool) -> bool:
    """Whether a place or time, or one of `days`, tells where or when somebody says what happened."""
    # "Confirmed the attack on Tuesday" may tell when it was confirmed. "Is accused of shooting a clerk in Reno" tells
    # where; "of having fought in Syria" need not be the act told of.
    holder = speech_holder(token) if days else speech_holder(token, charges=_load_charges(), acts=acts)
    if holder is not None and (is_reported_act(holder) or (not days and opens_for_act(token, holder, acts))):
        holder = None
    return (holder is not None and not _closes_clause(token, holder)) or _follows_saying(token)


def _find_by_lead(lead: Token, governor: Token) -> Iterator[Bond]:
    """Yield what the preposition before a place or time, and the word that it hangs on, say."""
    if _fires_away(governor) or (lead.lower_ == "from" and governor.lower_ in FIRED):
        yield Bond.HOME
    if lead.lower_ in ("of", "from") and governor.ent_type_ == "PERSON":
        yield Bond.HOME
    if lead.lower_ == "from" and (governor.pos_ in ("PRON", "DET") or _is_age(governor)):
        # "A 22-year-old from Leeds", "most of them from Lyon".
        yield Bond.HOME
    if lead.lower_ in ("like", "than", "since"):
        yield Bond.LIKENESS
    if lead.lower_ in ("toward", "towards") and governor.lower_ not in FIRED:
        yield Bond.FLIGHT  # "hijacked a ship and steered it toward Somalia"


def _find_of_person(governor: Token) -> Iterator[Bond]:
    """Yield what the words say of how somebody is, or for whom he works."""
    if tells_condition(governor):
        yield Bond.STATE
    if _employs(governor) or _tells_suburb(governor):
        yield Bond.HOME
    if governor.lower_ in IDENTIFYING and any(child.lower_ == "as" for child in governor.rights):
        yield Bond.SAYING  # "the man was identified on Sunday as a baker"


def _is_visited(act: Token) -> bool:
    """Whether somebody goes to where the act was: "the minister visited the scene of the attack on Saturday"."""
    site = act.head.head
    if act.dep_ != "pobj" or act.head.lower_ != "of" or site.lower_ not in SITES:
        return False
    return load_scene_words().get(clause_of(site).lower_) is Bond.APPEARANCE


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


def _finds_guilty(verb: Token) -> bool:
    """Whether the verb tells a verdict, or what is asked of a court: "was found guilty", "was handed a life term"."""
    if any(child.dep_ in ("dobj", "oprd") and child.lower_ in RULED for child in verb.rights):
        return True
    return verb.lower_ in FINDING and any(child.lower_ in VERDICTS for child in verb.rights)


def _is_in_court(verb: Token) -> bool:
    """Whether a court is the subject: "a jury heard on Thursday", "jurors were shown the knife on Friday".

    Or the parser hangs the day on it: "a jury in December convicted him". Not where the judge is who was hurt: "a judge
    was murdered in Baghdad".
    """
    if verb.lower_ in COURTS and verb.dep_ == "nsubj":
        return not _fells(verb.head)
    return not _fells(verb) and any(
        child.dep_ in ("nsubj", "nsubjpass") and child.lower_ in COURTS for child in verb.lefts
    )


def _fells(verb: Token) -> bool:
    return verb.lower_ in FELLED or verb.lower_ in load_harms()


def _fires_away(fighters: Token) -> bool:
    """Whether who fires at a place stands in another: "rebels in Ghouta fired rockets at a market in Damascus"."""
    verb = fighters.head
    if fighters.dep_ != "nsubj" or verb.lower_ not in FIRED:
        return False
    return any(child.dep_ == "prep" and child.i > verb.i and child.lower_ in AIMED for child in verb.subtree)


def _rises(people: Token) -> bool:
    """Whether the people of a place act there together: "residents of Tembisa took to the streets"."""
    return people.tag_ in ("NNS", "NNPS") and people.dep_ == "nsubj" and people.head.lower_ in RISING


def _comes_to_harm(verb: Token) -> bool:
    """Whether those who come to a place are raiders: "the attackers came to Banibangou at noon"."""
    subjects = (child.lower_ for child in verb.lefts if child.dep_ == "nsubj")
    return verb.lower_ in COMING and any(load_scene_words().get(word) is Bond.ORIGIN for word in subjects)


def _is_done_to(people: Token, lead: Token, acts: Collection[int]) -> bool:
    """Whether a place told behind those to whom something was done is where: "killed a teacher and her son in Yala".

    So it is behind those of whom one of the `acts` is told: "condemned the murder of six priests in Peru".
    """
    while people.dep_ == "conj":
        people = people.head
    taken = lead.lower_ == "from" and people.head.lower_ in TAKING  # "abducted six men from the village of Yala"
    if lead.dep_ != "prep" or not (taken or lead.lower_ in DONE_AT):
        return False
    if people.dep_ == "pobj" and people.head.lower_ == "for" and people.head.head.lower_ in SHELTERS:
        return True  # "a raid on a camp for displaced people in Yala"
    if people.dep_ == "pobj" and people.head.lower_ in ("on", "at", "against", "by"):
        people = people.head  # "opened fire on farmers near Yala", "was killed by men at Yala"
    if people.dep_ == "pobj" and people.head.lower_ == "of" and people.head.head.i in acts:
        return True
    return people.dep_ in ("dobj", "prep", "agent") and people.head.pos_ == "VERB"


def _is_scene(house: Token) -> bool:
    """Whether an institution is where something happened, not who did it: "outside the embassy in Lima"."""
    if house.lower_ not in HOUSES:
        return False
    if house.dep_ in ("dobj", "nsubjpass"):
        return True
    return house.dep_ == "pobj" and (house.head.lower_ in AT or house.head.head.lower_ == "front")


def _is_age(token: Token) -> bool:
    return token.lower_.endswith(("year-old", "years-old")) or (token.lower_ == "old" and token.nbor(-1).text == "-")


def _leave_name(token: Token, heads: frozenset[int], span: Span) -> tuple[Token, Token | None]:
    """Climb out of a name with its kind word, a list of names, their preposition and names that hold them.

    Returns the last word of them, and what governs it, None at the root.
    """
    below = token
    for above in path_up(token):
        if above.i == token.i:
            continue
        inside = below.dep_ in ("appos", "conj", "compound", "nmod", "amod", "pobj", "nummod", "npadvmod")
        named = above.i in heads or span.contains(span_of_word(above))  # "of Helmand province"
        named = named or (above.pos_ == "PROPN" and above.ent_type_ in ("GPE", "LOC", "FAC", "DATE", "TIME"))
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
