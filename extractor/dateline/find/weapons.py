"""Finds the means of harm in the text: "two car bombs", "gunfire", "shot dead"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from dateline.analysis.texts import text_of
from dateline.errors import LexiconError
from dateline.find.counts import parse_count
from dateline.find.nouns import NOUNS, climb_compound, climb_conjuncts, head_of, left_edge, span_of, tokens_of
from dateline.find.weapon_uses import is_unused
from dateline.lexicon.entries import Entry
from dateline.lexicon.files import load_file
from dateline.lexicon.phrases import Match, PhraseIndex, fold
from dateline.mentions import CountMention, WeaponMention
from dateline.records import WEAPON_PARENT, Count, EventType, WeaponCategory, exactly

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

HELD = ":held"  # suffix of the rule: had, found or traded rather than used
KNOWN = ":known"  # suffix of the rule: what somebody is known or wanted for: "he is an expert in car bombs"
GUNS = frozenset({WeaponCategory.HANDGUN, WeaponCategory.RIFLE, WeaponCategory.MACHINE_GUN})
ACT = ":act"  # suffix of the rule: told by the word for the act ("stabbed") rather than named
# fmt: off
ROLES = frozenset({
    "act", "vague", "guarded", "guard", "decoy", "carrier", "dropping", "holding", "finding", "loading", "loaded",
    "worn", "fused", "fusing", "fired", "firing", "blown", "blowing", "sided", "side", "hiding",
    "known_for",
})
# fmt: on
SOUGHT = frozenset(
    {"act", "decoy", "vague", "guarded", "fused", "fired", "blown", "sided", None}
)  # roles that the index looks for
GOVERNED = {
    "fused": "fusing",
    "fired": "firing",
    "blown": "blowing",
}  # words that are weapons only under a verb of the role named

# Prepositions of what it is done with: "detonated by a charge", "one of the charges".
DONE_WITH = frozenset({"by", "with", "of"})
WITHIN = frozenset({"in", "inside"})
CLIMB_CLAUSE = 8  # words from a weapon up to the verb of its clause
MATTER = frozenset({
    "seized", "seizing", "recovered", "recovering", "confiscated", "arrested", "charged", "detained", "held", "accused",
    "jailed", "convicted", "arrest", "charges", "stopped", "caught",
})  # fmt: skip
CROWDED = frozenset({"bus", "buses", "minibus", "minibuses", "boat", "wagon"})  # where a bomb is left for those aboard
CARRYING = frozenset({"carrying", "containing"})
CLIMB = 5  # words from explosives up to the verb that tells what they were loaded into
# fmt: off
# "The owner of another club": what such people are of is a body, not a thing to strike with.
PEOPLE_OF = frozenset({
    "owner", "owners", "member", "members", "manager", "managers", "chairman", "president", "director", "fans",
    "supporters", "players", "captain", "coach", "bouncer", "head", "founder", "patrons", "guests", "staff",
})
WHERE = frozenset((
    "outside", "inside", "near", "at", "behind", "beside", "under", "around", "toward", "towards", "to", "into",
    "through", "across", "along", "opposite", "beneath", "on",
))
# fmt: on
GUARDS = ("guard", "carrier", "finding", "dropping")  # roles whose words make a weapon of an everyday thing

# What a type tells of the weapon when no word names one. Coders leave it open for air strikes, clashes and
# plain attacks: 4 of 5 such incidents carry no weapon.
INFERRED: dict[EventType, WeaponCategory] = {
    EventType.BOMBING: WeaponCategory.BOMB,
    EventType.SUICIDE_BOMBING: WeaponCategory.BOMB,
    EventType.CHEMICAL_ATTACK: WeaponCategory.CHEMICAL,
    EventType.SHOOTING: WeaponCategory.FIREARM,
    EventType.STABBING: WeaponCategory.BLADE,
    EventType.VEHICLE_RAMMING: WeaponCategory.VEHICLE,
}
ORE_MINE = re.compile(
    r"\b(?:copper|gold|coal|silver|diamond|iron|ore|emerald|jade|tin|zinc|nickel|cobalt|lithium|salt|open-pit|opencast|uranium)"
    r"\smines?\b|\b(?:mining|miners?)\b",
    re.IGNORECASE,
)
AT_PITS = frozenset({"near", "at", "to", "in", "from", "of", "outside", "around", "inside", "for", "against"})
# What is done to a pit, and not to what goes off under a wheel.
WORKED = frozenset(
    {"stormed", "seized", "occupied", "blocked", "blockaded", "reopened", "closed", "shut", "operates", "owns", "runs"}
)


@dataclass(frozen=True, slots=True)
class _Lexicon:
    index: PhraseIndex
    category: dict[str, WeaponCategory]  # by entry id
    role: dict[str, str | None]  # by entry id
    words: dict[str, frozenset[str]]  # by role: the single words of carriers, holdings and the like


@cache
def _load_lexicon(overlay: Path | None = None) -> _Lexicon:
    index = PhraseIndex()
    category: dict[str, WeaponCategory] = {}
    role: dict[str, str | None] = {}
    words: dict[str, set[str]] = {name: set() for name in ROLES}
    for entry in load_file("weapons", overlay):
        role[entry.id] = _role(entry)
        if (named := entry.choice("category", WeaponCategory)) is not None:
            category[entry.id] = named
        if role[entry.id] in SOUGHT:
            for phrase, cased in entry.phrases():
                index.add(phrase, entry.id, cased=cased)
        else:
            words[role[entry.id] or ""].update(fold(phrase) for phrase, _ in entry.phrases())
    return _Lexicon(index, category, role, {name: frozenset(found) for name, found in words.items()})


def _role(entry: Entry) -> str | None:
    role = entry.text("role")
    if role is not None and role not in ROLES:
        raise LexiconError(f"{entry.file}: [{entry.id}]: role '{role}' is none of {', '.join(sorted(ROLES))}")
    return role


def infer_weapon(event_type: EventType) -> WeaponCategory | None:
    """Return the weapon that a type of act tells by itself, None where it tells none."""
    return INFERRED.get(event_type)


def find_weapons(
    doc: Doc, counts: Sequence[CountMention] = (), *, overlay: Path | None = None
) -> tuple[WeaponMention, ...]:
    """Return the weapons in order of text; defence systems and figures of speech are left out.

    The rule is the lexicon entry's id with "weapons/" before it, followed by `HELD` for weapons that are seized,
    found, owned or traded, by `ACT` where a word for the act tells the weapon, and by `KNOWN` for those that somebody
    is only known, or wanted, to have to do with.

    Args:
        doc: the analysed article.
        counts: the number phrases of the article, in order.
        overlay: a user's lexicon file.
    """
    lexicon = _load_lexicon(overlay)
    text = text_of(doc)  # spaCy builds it anew each time
    found: list[WeaponMention] = []
    decoys: set[int] = set()
    ores = ORE_MINE.search(text) is not None
    for match in lexicon.index.find(text):
        first, last = tokens_of(doc, match.span)
        if lexicon.role[match.key] == "decoy":
            decoys.update(range(first, last + 1))
        elif match.key == "mine_word" and (_is_named(doc[last]) or (ores and _leads_to_pit(doc, last))):
            continue
        elif climb_conjuncts(head_of(doc, first, last)).i not in decoys:
            found.extend(_read_match(doc, lexicon, match, counts))
    return tuple(found)


def _leads_to_pit(doc: Doc, index: int) -> bool:
    """Whether a mine is a place: "clashes near the mine", "the road to the mine"."""
    token = doc[index]
    if token.dep_ == "dobj" and token.head.lower_ in WORKED:
        return True
    return token.dep_ == "pobj" and token.head.lower_ in AT_PITS


def _is_named(mine: Token) -> bool:
    """Whether a mine bears a name, as pits do: "the state-run Posokoni mine"."""
    before = mine.nbor(-1) if mine.i else None
    return before is not None and before.dep_ == "compound" and before.tag_ == "NNP" and before.text.istitle()


def _read_match(doc: Doc, lexicon: _Lexicon, match: Match, counts: Sequence[CountMention]) -> Iterator[WeaponMention]:
    category = lexicon.category[match.key]
    rule = f"weapons/{match.key}"
    first, last = tokens_of(doc, match.span)
    head = head_of(doc, first, last)
    if lexicon.role[match.key] == "act":
        yield WeaponMention(span=span_of(doc, first, last), head=head.i, rule=rule + ACT, category=category, count=None)
        return
    if not _is_noun(head, first, last):
        return
    outer = head if _is_listed(lexicon, doc, last, head) else climb_compound(head)
    carried = outer.i > last
    if carried and not _carries(lexicon, doc, last, outer):
        return
    if lexicon.role[match.key] == "guarded" and not carried and not _is_guarded(lexicon, outer):
        return
    if lexicon.role[match.key] == "sided" and not _is_of_side(lexicon, outer):
        return
    needed = GOVERNED.get(lexicon.role[match.key] or "")
    if needed is not None and (carried or not _is_governed(lexicon, outer, needed)):
        return
    if needed == "blowing" and (
        outer.dep_ != "nsubj" or not any(child.lower_ in ("a", "another") for child in outer.lefts)
    ):
        return  # "the car exploded" may be what a bomb hit
    if _is_in(outer, lexicon.words["worn"]) and _is_governed(lexicon, outer, "fusing"):
        category = WeaponCategory.SUICIDE_VEST  # "set off her belt"
    if is_unused(outer, category):
        return
    edge = left_edge(outer, first)
    count = None if carried else _count(doc, edge, first, outer, counts)
    if category is WeaponCategory.BOMB and any(_is_in(word, lexicon.words["dropping"]) for word in _governors(outer)):
        category = WeaponCategory.AERIAL_BOMB
    if category in (WeaponCategory.EXPLOSIVE, WeaponCategory.BOMB):
        category = _loaded(lexicon, outer) or _hidden(lexicon, outer) or category
    held = lexicon.role[match.key] == "vague" or _is_held(lexicon, outer, category)
    suffix = (HELD if held else "") + (KNOWN if _is_known_for(lexicon, outer) else "")
    yield WeaponMention(
        span=span_of(doc, edge, max(last, outer.i)), head=outer.i, rule=rule + suffix, category=category, count=count
    )


def _is_noun(head: Token, first: int, last: int) -> bool:
    if first < last:
        return True
    if head.ent_type_ == "PERSON" or _ends_name(head):
        return False
    if head.pos_ in NOUNS or head.tag_.startswith("NN"):
        return True
    # "explosive device", "AK-47 fire": a modifier that the tagger takes for an adjective or a number.
    return head.pos_ in ("ADJ", "NUM", "X") and head.dep_ in ("amod", "compound", "nmod", "nummod")


def _ends_name(head: Token) -> bool:
    """Whether the word is the last of a name in small letters: "in Surkh Rod"."""
    before = head.nbor(-1) if head.i else head
    names = head.tag_ == "NNP" and head.is_title and before.tag_ == "NNP" and before.is_title
    return names and before.head.i == head.i and not head.sent.text.istitle()


def _carries(lexicon: _Lexicon, doc: Doc, last: int, outer: Token) -> bool:
    """Whether the nouns between the weapon and `outer` leave it a weapon used."""
    between = [doc[i] for i in range(last + 1, outer.i + 1) if doc[i].pos_ in NOUNS]
    return all(_is_in(word, lexicon.words["carrier"]) or _names_weapon(lexicon, word.text) for word in between)


def _is_listed(lexicon: _Lexicon, doc: Doc, last: int, head: Token) -> bool:
    """Whether it is the first of two weapons that the parser takes for one word: "tear gas and water cannon"."""
    outer = climb_compound(head)
    if outer.i < last + 2 or doc[last + 1].lower_ not in ("and", "or"):
        return False
    return _names_weapon(lexicon, doc[last + 2 : outer.i + 1].text) and _carries(lexicon, doc, last + 2, outer)


def _is_in(token: Token, words: frozenset[str]) -> bool:
    return fold(token.text) in words


def _governors(head: Token) -> Iterator[Token]:
    """Yield the verbs and nouns that `head` depends on, the nearest first, and the participles on it."""
    yield from (child for child in head.children if child.dep_ in ("acl", "relcl"))
    token = climb_conjuncts(head)
    if token is not head:
        yield from (child for child in token.children if child.dep_ in ("acl", "relcl"))
    for _ in range(3):
        above = token.head
        if above is token:
            return
        if above.pos_ == "ADP":
            token = above
            continue
        yield above
        if above.pos_ not in NOUNS:
            return
        token = climb_conjuncts(above)


def _loaded(lexicon: _Lexicon, head: Token) -> WeaponCategory | None:
    """Return what the explosives make of that which they were loaded into: "a car rigged with dynamite"."""
    token = climb_conjuncts(head)
    for _ in range(CLIMB):
        if token.head is token:
            return None
        token = token.head
        if token.pos_ not in NOUNS and token.pos_ != "ADP":
            break
    carrying = token.lower_ in CARRYING
    if not (carrying or _is_in(token, lexicon.words["loading"])):
        return None
    holders = [child for child in token.children if child.dep_ in ("nsubj", "nsubjpass", "dobj")]
    holders += [token.head] if token.dep_ in ("acl", "relcl", "amod") else []
    if carrying and any(
        _is_in(holder.head, lexicon.words[role]) for holder in holders for role in ("holding", "finding")
    ):
        return None  # "seized a lorry carrying explosives"
    if any(_is_in(holder, lexicon.words["loaded"]) for holder in holders):
        return WeaponCategory.VEHICLE_BOMB
    return WeaponCategory.SUICIDE_VEST if any(_is_in(holder, lexicon.words["worn"]) for holder in holders) else None


def _hidden(lexicon: _Lexicon, head: Token) -> WeaponCategory | None:
    """Return a car bomb where explosives were in a vehicle: "a bomb in a lorry", "a device left in a parked car"."""
    put = [child for child in head.rights if child.dep_ in ("acl", "relcl")]
    if head.dep_ in ("nsubjpass", "dobj"):
        put.append(head.head)
    verbs = [verb for verb in put if _is_in(verb, lexicon.words["hiding"])]
    within = (prep for above in (head, *verbs) for prep in above.rights if prep.lower_ in WITHIN)
    things = (thing for prep in within for thing in prep.rights if thing.dep_ == "pobj")
    inside = any(_is_in(thing, lexicon.words["loaded"]) and thing.lower_ not in CROWDED for thing in things)
    return WeaponCategory.VEHICLE_BOMB if inside else None


def _is_guarded(lexicon: _Lexicon, head: Token) -> bool:
    """Whether a word for harm stands beside an everyday thing that is more than where it was: "shot outside a club"."""
    if head.dep_ == "pobj" and (head.head.lower_ in WHERE or head.head.head.lower_ in PEOPLE_OF):
        return False
    near = (*_governors(head), *head.lefts, *climb_conjuncts(head).lefts, *head.conjuncts)
    return any(
        word.i != head.i
        and (any(_is_in(word, lexicon.words[role]) for role in GUARDS) or _names_weapon(lexicon, word.text))
        for word in near
    )


def _is_of_side(lexicon: _Lexicon, fire: Token) -> bool:
    """Whether a fire is somebody's gunfire that harms: "killed by Azerbaijani fire", not "hurt by the fire"."""
    if fire.dep_ != "pobj" or fire.head.lower_ not in ("by", "from", "under"):
        return False
    return any(child.ent_type_ == "NORP" or _is_in(child, lexicon.words["side"]) for child in fire.lefts)


def _is_governed(lexicon: _Lexicon, head: Token, role: str) -> bool:
    """Whether a verb of the role has the thing as its subject or object: "the charge went off", "fired two rounds"."""
    if any(child.dep_ == "compound" for child in head.lefts):
        return False  # "mortar rounds", "murder charges"
    if head.dep_ == "pobj" and head.head.lower_ not in DONE_WITH:
        return False  # "bond was set on a charge of theft"
    verbs = list(_governors(head))
    return any(_is_in(word, lexicon.words[role]) for word in verbs[:1] + [w for w in verbs if w.dep_ == "acl"])


def _names_weapon(lexicon: _Lexicon, word: str) -> bool:
    return any(
        lexicon.role[match.key] in ("act", None) and match.key in lexicon.category for match in lexicon.index.find(word)
    )


def _is_held(lexicon: _Lexicon, head: Token, category: WeaponCategory) -> bool:
    parent = WEAPON_PARENT.get(category)
    planted = WeaponCategory.BOMB in (category, parent)
    holding, finding = lexicon.words["holding"], lexicon.words["finding"]
    return any(
        _is_in(word, holding) or (not planted and _is_in(word, finding))
        for word in _governors(head)
        if not (word.pos_ == "VERB" and head.dep_ == "nsubj" and word is head.head)
    )


def _is_known_for(lexicon: _Lexicon, head: Token) -> bool:
    """Whether the clause only tells what somebody does or did for his side: "he trained recruits to make car bombs".

    What he is arrested or charged for is told as the matter itself: "was held for making a bomb".
    """
    found, token = _is_in(head, lexicon.words["known_for"]), head  # "he is an explosives expert"
    for _ in range(CLIMB_CLAUSE):
        outer = token.dep_ in ("relcl", "ROOT") or token.head is token
        if outer:
            return found
        token = token.head
        if _is_in(token, lexicon.words["finding"]) or token.lower_ in MATTER:
            return False
        usual = token.tag_ == "VBZ" and _is_in(token, lexicon.words["holding"])  # "he supplies rockets"
        found = found or usual or _is_in(token, lexicon.words["known_for"])
    return found


def _own_number(head: Token) -> Count | None:
    """Return the number that stands on the noun itself: 7 of "three of the seven rockets"."""
    return next((parse_count(child.text) for child in head.lefts if child.dep_ == "nummod"), None)


def _last_token(doc: Doc, mention: CountMention) -> int:
    last = tokens_of(doc, mention.span)[1]
    return last - 1 if doc[last].lower_ == "of" else last


def _count(doc: Doc, edge: int, first: int, head: Token, counts: Sequence[CountMention]) -> Count | None:
    """Return the number printed in or right before the phrase that starts at token `edge`."""
    start, limit = doc[edge].idx, doc[first].idx
    before = {edge - 1, edge - 2} if edge and doc[edge - 1].lower_ == "of" else {edge - 1}
    for mention in counts:
        if mention.span.start > limit:
            break
        if mention.span.end <= limit and (mention.span.end > start or _last_token(doc, mention) in before):
            return mention.count if mention.span.start >= start or doc[edge].dep_ != "det" else _own_number(head)
    if head.tag_ in ("NN", "NNP") and any(
        child.dep_ == "det" and child.lower_ in ("a", "an", "another") for child in head.lefts
    ):
        return exactly(1)
    return None
