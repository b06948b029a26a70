"""Finds the words that say who people are, those of people.toml, wherever they stand in a text."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from dateline.analysis.texts import lower_words
from dateline.lexicon.files import load_file
from dateline.records import VictimCategory

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

DEPUTIES = frozenset(("deputy", "deputies"))
OFFICER = "policeman"  # a word of people.toml for those whom "deputy" means where a sheriff is told of
HEADS = frozenset(("head", "heads"))
LEADER = "leader"  # a word of people.toml for who heads a body
# What one may be the head of as its leader.
BODIES = frozenset((
    "academy", "administration", "agency", "army", "association", "authority", "bank", "bar", "board", "branch",
    "brigade", "bureau", "cabinet", "chamber", "charity", "church", "clinic", "college", "commission", "committee",
    "commune", "company", "confederation", "cooperative", "corporation", "council", "court", "delegation",
    "department", "diocese", "directorate", "district", "division", "election", "faculty", "federation", "firm",
    "force", "forces", "foundation", "front", "government", "group", "guild", "hospital", "household", "institute",
    "institution", "intelligence", "league", "legislature", "ministry", "mission", "monastery", "movement",
    "municipality", "network", "office", "operations", "order", "organisation", "organization", "parliament", "party",
    "police", "prison", "programme", "program", "prosecution", "province", "region", "school", "section", "security",
    "senate", "service", "services", "society", "staff", "state", "syndicate", "team", "tribe", "tribunal", "union",
    "unit", "university", "village", "wing",
    "cartel", "cell", "clan", "faction", "gang", "mafia", "militia", "mob", "ring", "squad",
))  # fmt: skip
# Ranks that police forces and armies share, and the words of texts in which they are those of one.
RANKS = frozenset((
    "sgt", "sergeant", "lt", "lieutenant", "capt", "captain", "cpl", "corporal", "maj", "major", "col", "colonel",
))  # fmt: skip
ABBREVIATED = frozenset(f"{rank}." for rank in RANKS)
POLICE = frozenset((
    "police", "policeman", "policemen", "policewoman", "officer", "officers", "sheriff", "deputies", "trooper",
    "troopers", "constable", "constables",
))  # fmt: skip
ARMY = frozenset((
    "army", "military", "soldier", "soldiers", "troops", "marine", "marines", "airman", "navy", "forces", "pentagon",
    "regiment", "battalion", "brigade", "platoon", "veteran", "rebels", "insurgents", "militants", "guerrillas",
    "taliban", "terrorists", "war", "coup", "gendarmerie", "guard",
))  # fmt: skip
OFFICERS = frozenset(("officer", "officers"))
SOLDIERS = frozenset(("soldier", "soldiers", "troops", "army", "battalion", "regiment", "airmen", "marines"))
NO_PEOPLE = "none"  # `use` of words in people.toml that name no people


@dataclass(frozen=True, slots=True)
class Role:
    """What a word for people tells."""

    id: str
    category: VictimCategory
    use: str  # "role", "weak", "modifier", "group" or "title"
    size: int | None  # people that the word means by itself

    @property
    def heads(self) -> bool:
        """Whether the word can be the head of a phrase for people."""
        return self.use in ("role", "weak", "group")


@dataclass(frozen=True, slots=True)
class Placed:
    """A role word in a text: tokens `first` to `last`, both inclusive."""

    first: int
    last: int
    role: Role


@cache
def load_roles() -> Mapping[str, tuple[tuple[tuple[str, ...], bool, Role], ...]]:
    """Read people.toml: phrases as words, whether capitals count, and role, filed by last word, longest first."""
    filed: dict[str, list[tuple[tuple[str, ...], bool, Role]]] = defaultdict(list)
    for entry in load_file("people"):
        size = entry.text("size")
        role = Role(
            id=entry.id,
            category=VictimCategory(entry.text("category") or "unknown"),
            use=entry.text("use") or "role",
            size=int(size) if size else None,
        )
        phrases = list(entry.phrases())
        for phrase, cased in (*phrases, *((p.replace("'", "’"), cased) for p, cased in phrases if "'" in p)):
            words = tuple(re.findall(r"[\w.]+|['’]s?|-", phrase if cased else phrase.lower()))
            filed[words[-1].lower()].append((words, cased, role))
    return {last: tuple(sorted(rows, key=lambda row: -len(row[0]))) for last, rows in filed.items()}


@cache
def load_no_people() -> frozenset[str]:
    """Return the words for what is killed and counted as people are, and is none: "cattle"."""
    entries = (entry for entry in load_file("people") if entry.text("use") == NO_PEOPLE)
    return frozenset(phrase.lower() for entry in entries for phrase, _ in entry.phrases())


def place_roles(doc: Doc) -> dict[int, Placed]:
    """Return the longest role phrase that ends at each token, by that token's number."""
    roles = load_roles()
    lower = lower_words(doc)
    placed: dict[int, Placed] = {}
    sheriffs = "sheriff" in lower
    met = frozenset(lower)
    policed = not met.isdisjoint(RANKS | ABBREVIATED) and not met.isdisjoint(POLICE) and met.isdisjoint(ARMY)
    # "Five soldiers died, among them a senior officer": of the army, where nobody tells of police.
    armed = not met.isdisjoint(SOLDIERS) and met.isdisjoint(POLICE - OFFICERS)
    for index, word in enumerate(lower):
        if word in HEADS and _leads_body(doc[index]):
            placed[index] = Placed(index, index, roles[LEADER][-1][2])
            continue
        for words, cased, role in roles.get(word.rstrip(".") if len(word) > 1 else word, ()):
            first = index - len(words) + 1
            if first < 0:
                continue
            if cased:
                if tuple(doc[i].text for i in range(first, index + 1)) != words:
                    continue
            elif len(words) > 1 and lower[first:index] != words[:-1]:
                continue
            officer = sheriffs and word in DEPUTIES and len(words) == 1  # the sheriff's, where there is one
            if role.use != NO_PEOPLE and not _is_done(doc[index]):
                ranked = policed and role.category is VictimCategory.MILITARY and word.rstrip(".") in RANKS
                told = replace(role, category=VictimCategory.POLICE) if ranked else role
                told = replace(role, category=VictimCategory.MILITARY) if armed and role.id == "officer" else told
                placed[index] = Placed(first, index, roles[OFFICER][0][2] if officer else told)
            break  # the longest phrase settles it: "a passenger coach" trains nobody
    return placed


def behind_rank(placed: Mapping[int, Placed], first: int, last: int) -> int:
    """Return where a name starts that was found at tokens `first` to `last`: behind a rank of words, if it opens so.

    The tagger takes the "Lance Naik" of "Lance Naik Ravi Nair" for his first names.
    """
    ends = (index + 1 for index in range(first + 1, last) if index in placed and placed[index].first == first)
    return max(ends, default=first)


def _leads_body(head: Token) -> bool:
    """Whether "the head of the bar association", "heads of the party's youth wing" means who leads a body."""
    ofs = (prep for prep in head.rights if prep.i == head.i + 1 and prep.lower_ == "of")
    return any(_is_body(obj) for prep in ofs for obj in prep.rights)


def _is_body(word: Token) -> bool:
    """Whether the word is an organisation's name or one for bodies, of one or several."""
    forms = {word.lower_, word.lower_.removesuffix("s"), word.lower_.removesuffix("ies") + "y"}
    return word.ent_type_ == "ORG" or not BODIES.isdisjoint(forms)


def _is_done(word: Token) -> bool:
    """Whether the word is what somebody did to another: "accused Poe of spying"."""
    return word.tag_ in ("VBD", "VBN") and any(child.dep_ == "dobj" for child in word.rights)
