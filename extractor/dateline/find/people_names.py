"""Finds the names of persons: those that the tagger sees, less places and headlines, and those that it does not."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from dateline.analysis.texts import lower_words
from dateline.find.nouns import is_dash, span_of
from dateline.find.people_edges import PLACE_WORDS, name_behind_place, name_end, name_start
from dateline.find.people_nicknames import join_nicknames
from dateline.find.people_phrases import Scene, is_hyphen, is_plural
from dateline.find.people_roles import behind_rank
from dateline.find.people_titles import is_titled, skip_rank
from dateline.lexicon.files import load_file

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

NAMING = frozenset(("identified", "named", "called", "known"))


# Words that no person's name holds: the tagger runs headlines and places into names.
HEADLINE_WORDS = frozenset(("killed", "injured", "wounded", "dead", "arrested", "kills", "detained", "kidnapped"))


HEADING = 7  # tokens of the longest heading of a list's item, its colon among them
# Entries of harms.toml for what befalls persons only, and words between it and the end of the name.
PERSONAL = ("kill", "wound", "kidnap")
NAME_REACH = 5
HITTING = frozenset(("hit", "struck", "shot", "stabbed", "slashed", "punched", "kicked", "caught", "wounded", "grazed"))
BODY = frozenset((
    "head", "face", "neck", "chest", "back", "stomach", "abdomen", "torso", "shoulder", "arm", "arms", "hand", "leg",
    "legs", "thigh", "knee", "foot", "throat", "jaw", "eye", "side", "hip", "groin", "temple", "ribs", "heart",
))  # fmt: skip


KIN = frozenset(("relative", "family_child"))
OWN = frozenset(("his", "her", "their"))
ADDRESS_REACH = 8  # tokens of towns behind a body
TITLE_REACH = 5  # tokens of "Rev. Fr." before a name
DATELINE_REACH = 10  # tokens of ", Texas, Sept. 22 -" behind a town
BESIDE_REACH = 9  # tokens of ", Father" or "of the town of Lyon," between a phrase and its name
NO_SURNAME = frozenset(("det", "poss", "amod", "compound", "nummod"))  # what stands before a calling
PLACES = frozenset(("GPE", "LOC", "FAC"))  # labels of the tagger
VICTIMS = frozenset(("victim", "deceased"))
UNNAMED = frozenset(("NORP", "DATE", "TIME", "EVENT", "LAW"))


def place_names(scene: Scene) -> None:
    """Fill the scene's table of persons' names."""
    for ent in scene.doc.ents:
        if ent.label_ == "PERSON" and not _is_no_name(scene, ent.start, ent.end - 1):
            last = name_end(scene, ent)
            first = behind_rank(scene.roles, name_start(scene, ent), last)
            for index in range(first, last + 1):
                scene.person_at[index] = (first, last)
    join_nicknames(scene)
    _add_unseen_names(scene)
    _add_surnames(scene)


def _is_no_name(scene: Scene, first: int, last: int) -> bool:
    """Whether what looks like a name is a word for people or fighters ("Taliban"), a place or a headline."""
    if any(token.lower_ in HEADLINE_WORDS for token in scene.doc[first : last + 1]):
        return True
    if first == last and _is_whereabouts(scene, scene.doc[first]):
        return True
    if scene.doc[last].lower_ in PLACE_WORDS or _is_home(scene, first) or _is_dateline(scene.doc, first, last):
        return True
    placed = scene.roles.get(last)
    return (placed is not None and placed.first <= first) or _is_heading(scene.doc[last])


def _is_heading(token: Token) -> bool:
    """Whether the name stands before a colon that opens the sentence: "- Nangarhar, Achin: one man was killed"."""
    sentence = token.sent
    start = sentence.start
    opening = sentence[:HEADING]
    colon = next((word.i for word in opening if word.text == ":"), start)
    return token.i < colon and all(word.pos_ in ("PROPN", "PUNCT", "SYM", "X") for word in token.doc[start:colon])


def _is_home(scene: Scene, first: int) -> bool:
    """Whether what looks like a name is where somebody lives: "Ana Ruiz, 32, of Bolton"."""
    if first < 3 or scene.doc[first - 1].lower_ != "of":
        return False
    age = scene.doc[first - 2 if scene.doc[first - 2].is_digit else first - 3]
    return age.is_digit and scene.doc[age.i - 1].text in (",", "(")


def _is_whereabouts(scene: Scene, name: Token) -> bool:
    """Whether a single word is where something was or somebody is from: "exploded in Karkh", "a man from Lurgan"."""
    if name.dep_ != "pobj":
        return False
    of_people = name.head.head.i in scene.roles or name.head.head.pos_ == "NUM" or name.head.head.ent_type_ == "PERSON"
    return name.head.lower_ == "in" or (name.head.lower_ == "from" and of_people)


def _is_dateline(doc: Doc, first: int, last: int) -> bool:
    """Whether the sentence opens with it in capitals, a dash or bracket behind it: "NAIROBI (Reuters) -"."""
    token = doc[first]
    if last + 1 >= len(doc) or not doc[last].text.isupper() or token.i != token.sent.start:
        return False
    length = len(doc[first : last + 1].text)  # "LA PAZ"
    if first < last and doc[last + 1].text == ",":  # not "ANA RUIZ, 43, was shot"
        return length > 2 and any(is_dash(doc, word.i) for word in doc[last + 2 : last + DATELINE_REACH])
    return length > 2 and doc[last + 1].text in ("(", "-", "--", "\u2013", "\u2014", ",")


def is_town_of_dateline(doc: Doc, last: int) -> bool:
    """Whether the word ends a town of several, in capitals, that a text opens with: "PORT-AU-PRINCE, May 6 -"."""
    first = last
    while first and (is_hyphen(doc, first - 1) or (is_hyphen(doc, first) and doc[first - 1].text.isupper())):
        first -= 1
    return first < last and _is_dateline(doc, first, last)


def bare_name(scene: Scene, index: int) -> str:
    """Return a person's name without titles before and possessive after it."""
    first, last = scene.person_at[index]
    while first < last and (scene.roles.get(first) is not None or scene.doc[first].pos_ in ("DET", "PUNCT")):
        first += 1
    while last > first and scene.doc[last].tag_ in ("POS", ",", "_SP"):
        last -= 1
    return span_of(scene.doc, first, last).of(scene.text)


def name_after(scene: Scene, head: Token, last: int) -> tuple[str | None, int]:
    """Return the name that an apposition or "identified as" gives to one person, and the phrase's new last token."""
    if is_several(scene, head):
        return None, last
    behind = name_behind_place(scene, head)
    if behind is not None:
        return span_of(scene.doc, *behind).of(scene.text), behind[1]
    for child in head.rights:
        if child.dep_ == "appos" and _tells_it(scene, scene.person_at.get(child.i, (child.i, child.i))[1]):
            continue
        if child.i in scene.person_at and child.dep_ in ("appos", "nmod"):
            return bare_name(scene, child.i), scene.person_at[child.i][1]
        # "A constable, Suresh, was hit"; "their daughter Khushi (7) was hit", "his sister Aoife, 6,".
        opened = _word_at(scene, child.i + 1) in ("(", ",") and _word_at(scene, child.i + 2).isdecimal()
        kin = is_kin_of(scene, head)
        beside = child.i == head.i + (1 if kin else 2)  # "injured his brother Nimal"
        told = (opened and kin) or not child.ent_type_
        if child.dep_ == "appos" and beside and child.tag_ == "NNP" and told:
            return span_of(scene.doc, child.i, child.i).of(scene.text), child.i
        if child.dep_ in ("acl", "relcl") and child.lower_ in NAMING and not _is_finite(child):
            for part in child.subtree:
                if part.i in scene.person_at:
                    return bare_name(scene, part.i), scene.person_at[part.i][1]
    named = _name_beside(scene, head, last)
    return (bare_name(scene, named), scene.person_at[named][1]) if named is not None else (None, last)


def _word_at(scene: Scene, index: int) -> str:
    """Return the word at token `index`, empty behind the last."""
    return scene.doc[index].text if index < len(scene.doc) else ""


def _is_finite(verb: Token) -> bool:
    """Whether it is a verb of its own, not behind "who": "the man shot in the station has been named as Omar Ali"."""
    own = any(child.dep_ in ("aux", "auxpass") for child in verb.lefts)
    return own and not any(child.tag_ in ("WP", "WDT") for child in verb.lefts)


def _describes(word: Token) -> bool:
    """Whether a word may stand between "a councillor of" and the comma before the name: "the ruling CNDD-FDD party"."""
    inside = word.dep_ == "amod" or word.text == "-"
    return inside or word.pos_ not in ("VERB", "AUX", "PUNCT", "PRON")


def _name_beside(scene: Scene, head: Token, last: int) -> int | None:
    """Return the token of the name that commas set off behind the phrase: "a constable on guard duty, Sara Lind,"."""
    doc, end = scene.doc, min(last + BESIDE_REACH, head.sent.end - 1)
    index = last + 1
    if index < end and doc[index].lower_ in ("of", "for", "on", "at", "in", "from"):
        while index < end and doc[index].text != "," and _describes(doc[index]):
            index += 1
    if index >= end or doc[index].text != ",":
        return None
    index = _behind_address(scene, index + 1, end=min(index + ADDRESS_REACH, head.sent.end - 1))
    end = max(end, min(index + TITLE_REACH, head.sent.end - 1))
    while index < end and (placed := scene.roles.get(index)) is not None and index not in scene.person_at:
        index = placed.last + 1
    if index not in scene.person_at or scene.person_at[index][0] != index:
        return None
    name_end = scene.person_at[index][1]
    behind = doc[name_end + 1].text if name_end + 1 < len(doc) else "."
    closed = behind in (",", ".", ";", ")") and not _tells_it(scene, name_end)
    above = doc[name_end].head
    # "The mayor of San Roque, Ana Ruiz, and her son": the parser lists the name with the town.
    apposed = doc[name_end].dep_ == "appos" or (doc[name_end].dep_ == "conj" and head.i < above.i and above.ent_type_)
    return index if closed and apposed and above.i < index else None


def _behind_address(scene: Scene, index: int, *, end: int) -> int:
    """Return where the towns end that tell where a body is whose officer is named: "of St Luke's, Jos, Rev. X"."""
    doc, at = scene.doc, index
    while at < end and doc[at].tag_ in ("NNP", "NNPS", ",") and at not in scene.roles and at not in scene.person_at:
        at += 1
    return at if at > index and doc[at - 1].text == "," else index


def _tells_it(scene: Scene, last: int) -> bool:
    """Whether a word of saying stands right behind: "wounded his son, Mayor Omar Ali told reporters"."""
    return last + 1 < len(scene.doc) and scene.doc[last + 1].lower_ in ("said", "says", "told")


def is_kin_of(scene: Scene, word: Token) -> bool:
    """Whether the word is somebody else's kin for whose it is: "Omar Ali, his wife"."""
    placed = scene.roles.get(word.i)
    kin = placed is not None and placed.role.id in KIN
    return kin and any(child.dep_ == "poss" and child.lower_ in OWN for child in word.lefts)


def is_several(scene: Scene, head: Token) -> bool:
    """Whether the word means several people: "nurses", "a couple", "a family"."""
    placed = scene.roles.get(head.i)
    return is_plural(head) or (placed is not None and ((placed.role.size or 1) > 1 or placed.role.use == "group"))


def _add_unseen_names(scene: Scene) -> None:
    """Add capitalised phrases that an age or a role behind them shows to be a person's name."""
    for token in scene.doc:
        if token.pos_ != "PROPN" or token.i in scene.person_at or token.i in scene.roles or token.dep_ == "compound":
            continue
        if _is_heading(token) or token.lower_ in PLACE_WORDS:
            continue
        first = token.i
        while (
            first > token.sent.start
            and scene.doc[first - 1].pos_ == "PROPN"
            and scene.doc[first - 1].dep_ == "compound"
        ):
            first -= 1
        if _is_dateline(scene.doc, first, token.i):
            continue  # "FORT WORTH, Texas - A guard and two clerks were killed"
        harmed = token.ent_type_ not in UNNAMED and _suffers(token)
        if harmed:
            # The tagger may see a name only in part: "Ali-reza Sidek".
            while (
                first > token.left_edge.i
                and (scene.doc[first - 1].pos_ == "PROPN" or scene.doc[first - 1].text == "-")
                and first - 1 not in scene.roles
            ):
                first -= 1
        told = any(
            _tells_person(scene, child)
            for child in token.rights
            if child.dep_ in ("appos", "npadvmod", "nummod", "amod")
        )
        first = skip_rank(scene, first, token.i)
        if told or _is_introduced(token):  # "named him as Corporal Lee Hart", taken for a body
            first = max((i + 1 for i in range(first, token.i) if i in scene.roles), default=first)
        if (first == token.i and not _is_sole_name(scene, token)) or any(
            i in scene.roles or (i in scene.person_at and not harmed) for i in range(first, token.i)
        ):
            continue
        named = told or _is_introduced(token) or is_titled(scene, first, token.i) or _is_set_off(scene, first, token.i)
        if harmed or first == token.i or named:
            for index in range(first, token.i + 1):
                scene.person_at[index] = (first, token.i)


def _add_surnames(scene: Scene) -> None:
    """Add surnames alone of people named in full elsewhere, whatever the tagger takes them for."""
    doc = scene.doc
    surnames = {doc[last].text for first, last in scene.person_at.values() if last > first}
    if not surnames:
        return
    lowered = {name.lower() for name in surnames}
    alike = [doc[index] for index, word in enumerate(lower_words(doc)) if word in lowered]
    bare = [word for word in alike if word.text in surnames and word.tag_ == "NNP" and word.dep_ != "compound"]
    # "In Houston" is a town, though somebody is called Whitney Houston.
    towns = {token.text for token in bare if token.ent_type_ in PLACES and token.dep_ == "pobj"}
    for token in bare:
        alone = token.ent_type_ not in UNNAMED and not (token.ent_type_ in PLACES and token.text in towns)
        alone = alone and (not token.ent_type_ or token.ent_iob_ == "B")
        # "Porter and Cole died": a surname that is a calling too stands without "the".
        role = token.i in scene.roles and (token.dep_ == "ROOT" or any(kid.dep_ in NO_SURNAME for kid in token.lefts))
        if alone and token.i not in scene.person_at and not role:
            scene.person_at[token.i] = (token.i, token.i)


@cache
def load_deeds() -> frozenset[str]:
    """Return the words for what befalls persons only."""
    entries = {entry.id: entry for entry in load_file("harms")}
    return frozenset(phrase.lower() for key in PERSONAL for phrase, _ in entries[key].phrases())


def _suffers(token: Token) -> bool:
    """Whether a name can only be a person's for what is done to it: "Sara Lind was assassinated"."""
    verb = token.head
    if verb.lower_ in HITTING and token.dep_ in ("dobj", "nsubjpass") and _is_in_body(verb, token):
        return True
    if verb.lower_ not in load_deeds() and not (verb.lower_ == "found" and has_dead(verb)):
        return False
    if token.dep_ == "nsubjpass":
        return any(child.lower_ in ("was", "is", "being", "been") for child in verb.children if child.dep_ == "auxpass")
    between = token.doc[verb.i + 1 : token.i]  # "murdered in Valle del Cauca"
    near = token.dep_ == "dobj" and token.tag_ == "NNP" and token.i - verb.i <= NAME_REACH
    return near and not any(word.dep_ == "prep" for word in between)


def _is_in_body(verb: Token, hit: Token) -> bool:
    """Whether it is told where in the body somebody was hit: "struck Sara Lind in the neck"."""
    preps = (child for one in (verb, hit) for child in one.rights if child.lower_ == "in" and child.dep_ == "prep")
    return any(obj.lower_ in BODY for prep in preps for obj in prep.rights)


def has_dead(verb: Token) -> bool:
    """Whether "dead" or the like stands behind the verb: "found dead"."""
    return any(child.lower_ in ("dead", "shot", "murdered", "killed", "hanged") for child in verb.rights)


def _is_introduced(token: Token) -> bool:
    """Whether "identified as" or an age leads to the name: "named as Sara Lind", "27-year-old Sara Lind"."""
    if any(child.lower_ == "old" and child.dep_ == "amod" for child in token.lefts):
        return True
    return token.dep_ == "pobj" and token.head.lower_ == "as" and token.head.head.lower_ in NAMING


def _is_sole_name(scene: Scene, token: Token) -> bool:
    """Whether one who is told of is called by one name: "the victim, identified as Suresh", "the victim, Suresh,"."""
    if token.tag_ != "NNP" or not token.text.istitle() or token.ent_type_ in PLACES | UNNAMED:
        return False
    if token.dep_ == "appos":
        behind = scene.doc[token.i + 1].text if token.i + 1 < len(scene.doc) else ""
        return token.head.lower_ in VICTIMS and token.i == token.head.i + 2 and behind in (",", "(")
    verb = token.head.head
    if not _is_introduced(token) or token.dep_ != "pobj":
        return False
    who = [verb.head] if verb.dep_ in ("acl", "relcl") else [c for c in verb.lefts if c.dep_ == "nsubjpass"]
    return any((word.i in scene.roles or word.lower_ in VICTIMS) and not is_plural(word) for word in who)


def _is_set_off(scene: Scene, first: int, last: int) -> bool:
    """Whether commas set the name off behind what one person is: "a former rebel fighter, Issouf Dia, died"."""
    doc = scene.doc
    if first < doc[first].sent.start + 2 or doc[first - 1].text != "," or last + 1 >= len(doc):
        return False
    placed = scene.roles.get(first - 2)
    if placed is None or placed.role.use not in ("role", "weak") or is_plural(doc[first - 2]):
        return False
    words = doc[first : last + 1]
    shown = all(word.text.istitle() and word.is_alpha for word in words) and not _is_all_place(words)
    return shown and words.root.dep_ == "appos" and doc[last + 1].text in (",", ".", ";")


def _is_all_place(words: Span) -> bool:
    """Whether the tagger sees more than a name in the words: it takes a first name alone for a town at times."""
    kinds = {word.ent_type_ for word in words}
    seen = {"", "ORG", "PERSON", "GPE", "NORP"} | ({"LOC"} if len(words) > 1 else set())
    return not kinds <= seen or not kinds - {"GPE", "NORP"}


def _tells_person(scene: Scene, child: Token) -> bool:
    placed = scene.roles.get(child.i)
    if placed is not None:
        return placed.role.use in ("role", "weak") and not is_plural(child) and placed.role.id != "leader"
    # ", 32," behind a name is an age.
    behind = scene.doc[child.i + 1].text if child.i + 1 < len(scene.doc) else ""
    return (
        child.like_num
        and child.text.isdecimal()
        and int(child.text) < 110
        and scene.doc[child.i - 1].text in (",", "(")
        and behind in (",", ".", ";", ")")
    )
