"""Reads the lexicon files on actors: names of groups, words for those who act, states."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

from dateline.errors import LexiconError
from dateline.lexicon.files import load_file, load_overlay
from dateline.lexicon.phrases import PhraseIndex, cut
from dateline.lexicon.tables import load_rows, split_cell
from dateline.records import ActorKind

HYPHEN = re.compile(r"-(?!\d)")  # that the tokenizer sets apart
SHORTEST_OWNER = 5  # letters of a name that is also known by its genitive without the apostrophe


class Use(StrEnum):
    """How a word for actors serves; actor_nouns.toml tells what each means."""

    AGENT = "agent"
    WEAK = "weak"
    FORCE = "force"
    GROUP = "group"
    MEMBER = "member"
    QUANTITY = "quantity"


@dataclass(frozen=True, slots=True)
class Name:
    """A named actor of the lexicon."""

    id: str
    actor: str  # as news prints it most often
    kind: ActorKind
    country: str | None  # ISO 3166-1 alpha-2


@dataclass(frozen=True, slots=True)
class Noun:
    """A word for actors."""

    id: str
    kind: ActorKind
    use: Use


@dataclass(frozen=True, slots=True)
class States:
    """States as actors."""

    names: Mapping[str, str]  # ISO 3166-1 alpha-2 to name
    seats: Mapping[str, str]  # seat of power, as printed, to code
    leaders: Mapping[str, str]  # leader's surname to code


@dataclass(frozen=True, slots=True)
class Names:
    """The named actors of the lexicon."""

    index: PhraseIndex  # all spellings, filed under ids
    by_id: Mapping[str, Name]
    spellings: Mapping[str, str]  # folded spelling to the spelling of the lexicon


def fold_name(printed: str) -> str:
    """Return a name without case, accents and marks, for comparing spellings."""
    return " ".join(cut(printed).words)


@cache
def load_names(overlay: Path | None = None) -> Names:
    """Read armed_groups.tsv, and the tables `armed_groups.*` of a user's overlay in front of it.

    An entry of the overlay is known by its `name`, else by its id; spellings that it shares with ours are its own.

    Raises:
        LexiconError: a row with a wrong number of columns, an unknown kind, or a spelling of two names.
    """
    index = PhraseIndex()
    names: dict[str, Name] = {}
    owner: dict[tuple[str, bool], str] = {}
    taken: set[str] = set()  # spellings of the overlay
    folded: dict[str, str] = {}
    for entry in load_overlay(overlay, "armed_groups"):
        key, kind = entry.text("name") or entry.id, entry.text("kind") or ActorKind.ARMED_GROUP.value
        if kind not in set(ActorKind):
            raise LexiconError(f"{entry.file}: [{entry.id}]: unknown kind '{kind}'; one of {', '.join(ActorKind)}")
        names[key] = Name(key, key, ActorKind(kind), entry.text("country"))
        for phrase, exact in ((key, False), *entry.phrases()):
            taken.add(phrase.casefold())
            index.add(phrase, key, cased=exact)
            folded.setdefault(fold_name(phrase), phrase)
    for number, (key, kind, country, forms, cased) in load_rows("armed_groups.tsv", 5):
        if kind not in set(ActorKind):
            raise LexiconError(f"armed_groups.tsv:{number}: unknown kind '{kind}'; one of {', '.join(ActorKind)}")
        bare = key.partition(" (")[0]
        spellings = [(form, False) for form in split_cell(forms)] + [(form, True) for form in split_cell(cased)]
        if bare == key and (key, True) not in spellings:
            spellings.append((key, False))
        for phrase, exact in spellings:
            first = owner.setdefault((phrase if exact else phrase.casefold(), exact), key)
            if first != key:
                raise LexiconError(f"armed_groups.tsv:{number}: '{phrase}' belongs to '{first}' too; keep it in one")
            if phrase.casefold() not in taken:
                index.add(phrase, key, cased=exact)
                folded.setdefault(fold_name(phrase), phrase)
        # Letters that tell of doctrine belong to the name, those that tell of a country do not.
        actor = key if "Maoist" in key else bare
        names.setdefault(key, Name(key, actor, ActorKind(kind), country or None))
    for (phrase, exact), key in list(owner.items()):
        # Some copies of the news have lost the apostrophes: "in Daeshs mortar attack".
        owned = f"{phrase}s"
        whole = not exact and len(phrase) >= SHORTEST_OWNER and phrase[-1].isalpha() and phrase[-1] != "s"
        if whole and (owned, False) not in owner:
            index.add(owned, key, cased=False)
            folded.setdefault(fold_name(owned), folded[fold_name(phrase)])
    return Names(index, names, folded)


@cache
def load_nouns(overlay: Path | None = None) -> Mapping[str, tuple[tuple[tuple[str, ...], Noun], ...]]:
    """Read actor_nouns.toml and a user's overlay: phrases as words and meanings, filed by last word, longest first."""
    filed: dict[str, list[tuple[tuple[str, ...], Noun]]] = defaultdict(list)
    for entry in load_file("actor_nouns", overlay):
        kind, use = entry.choice("kind", ActorKind), entry.choice("use", Use)
        noun = Noun(entry.id, kind or ActorKind.UNKNOWN, use or Use.AGENT)
        for phrase, _ in entry.phrases():
            # Of "F-16s" the tokenizer makes one word, of "al-Nusra" three.
            words = tuple(HYPHEN.sub(" - ", phrase.casefold()).replace("'s", " 's").split())
            filed[words[-1]].append((words, noun))
    return {last: tuple(sorted(rows, key=lambda row: -len(row[0]))) for last, rows in filed.items()}


@cache
def load_states(overlay: Path | None = None) -> States:
    """Read states.tsv, and `states.*` of a user's overlay: `country`, `forms` (first the name), `seats`, `leaders`."""
    names: dict[str, str] = {}
    seats: dict[str, str] = {}
    leaders: dict[str, str] = {}
    for _, (code, name, seat, leader) in load_rows("states.tsv", 4):
        names[code] = name
        seats.update(dict.fromkeys(split_cell(seat), code))
        leaders.update(dict.fromkeys(split_cell(leader), code))
    for entry in load_overlay(overlay, "states"):
        code = entry.text("country") or entry.id.upper()
        names[code] = entry.forms[0]
        seats.update(dict.fromkeys(entry.texts("seats"), code))
        leaders.update(dict.fromkeys(entry.texts("leaders"), code))
    return States(names, seats, leaders)
