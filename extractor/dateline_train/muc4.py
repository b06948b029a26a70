"""Reads the MUC-4 texts and answer keys, and says which template each telling speaks of.

A telling is given the template whose own words (people, things, towns) its sentence names, if it names clearly
more of them than of any other template of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import dateline
from dateline.articles import Article
from dateline.merge.clues import Clue
from dateline.merge.clustering import is_usable
from dateline.records import FAMILY, EventType, Family

MARGIN = 1.0  # by how much the best template must beat the second best
LEAST = 1.5  # what the best one must reach
OWN, NEAR, TOWN, DOER = 2.0, 1.2, 1.0, 0.4  # for the template's people as harmed, named, its town, its doers
RIGHT_TYPE, WRONG_TYPE = 0.5, -1.0
FAMILIES: Mapping[str, frozenset[Family]] = {
    "BOMBING": frozenset({Family.EXPLOSIVE}),
    "ATTACK": frozenset({Family.ARMED, Family.MELEE, Family.ABUSE, Family.EXPLOSIVE}),
    "KIDNAPPING": frozenset({Family.SEIZURE}),
    "HIJACKING": frozenset({Family.SEIZURE}),
    "ROBBERY": frozenset({Family.SEIZURE}),
    "ARSON": frozenset({Family.PROPERTY}),
    "FORCED WORK STOPPAGE": frozenset({Family.UNREST}),
}
_TEMPLATE = re.compile(r"^0\.  MESSAGE: ID +(\S+)", re.MULTILINE)
_SLOT = re.compile(r"^(\d+)\. +[A-Z: ]+?  +(.*)$")
_TEXT = re.compile(r"^((?:DEV|TST\d)-MUC\d-\d{4})\b.*$", re.MULTILINE)
_COUNTED = re.compile(r"^(?:THE|A|AN|TWO|THREE|FOUR|FIVE|SIX|SEVEN|EIGHT|NINE|TEN|\d+|SEVERAL|SOME) ")


@dataclass(frozen=True, slots=True, kw_only=True)
class Template:
    """The words of an answer-key template that tell it from others, in lower case."""

    kind: str
    harmed: frozenset[str]  # people and things hit
    towns: frozenset[str]
    doers: frozenset[str]


def load_texts(folder: Path, *, split: str) -> Iterator[Article]:
    """Yield the texts of `folder/data/SPLIT.txt`."""
    for name, text in read_texts(folder / "data" / f"{split}.txt"):
        yield dateline.parse_article(text, source=name)


def read_texts(path: Path) -> Iterator[tuple[str, str]]:
    """Yield id and text of every message of a MUC-4 text file."""
    whole = path.read_text("utf-8", "replace")
    heads = list(_TEXT.finditer(whole))
    for head, following in zip(heads, [*heads[1:], None], strict=True):
        yield head[1], whole[head.end() : following.start() if following else len(whole)].strip()


def load_templates(folder: Path, *, split: str) -> Mapping[str, tuple[Template, ...]]:
    """Read `folder/data/SPLIT.key`: the templates of each text, none for one without a relevant incident."""
    whole = (folder / "data" / f"{split}.key").read_text("utf-8", "replace")
    heads = list(_TEMPLATE.finditer(whole))
    found: dict[str, tuple[Template, ...]] = {}
    for head, following in zip(heads, [*heads[1:], None], strict=True):
        slots = _read_slots(whole[head.start() : following.start() if following else len(whole)])
        kind = slots.get(4, "*").split("/")[0].strip()
        found.setdefault(head.group(1), ())
        if kind == "*":
            continue
        template = Template(
            kind=kind,
            harmed=frozenset(_strings(slots, 12, 18, 19)),
            towns=frozenset(_towns(slots.get(3, ""))),
            doers=frozenset(_strings(slots, 9, 10)),
        )
        found[head.group(1)] = (*found[head.group(1)], template)
    return found


def _read_slots(text: str) -> dict[int, str]:
    slots: dict[int, str] = {}
    number = -1
    for line in text.splitlines():
        match = _SLOT.match(line)
        if match:
            number = int(match.group(1))
            slots[number] = match.group(2)
        elif line.startswith(" ") and number >= 0:
            slots[number] += "\n" + line.strip()
    return slots


def _strings(slots: Mapping[int, str], *numbers: int) -> Iterator[str]:
    for number in numbers:
        for words in re.findall(r'"([^"]+)"', slots.get(number, "")):
            yield _COUNTED.sub("", words).lower()


def _towns(location: str) -> Iterator[str]:
    """Yield the names below the country: "EL SALVADOR: SAN MIGUEL (DEPARTMENT): ..." gives "san miguel"."""
    for part in location.replace(" - ", ":").replace("/", ":").split(":")[1:]:
        name = re.sub(r"\(.*?\)", "", part).strip(" ?\n").lower()
        if name:
            yield name


def label_clues(clues: Sequence[Clue], article: Article, templates: Sequence[Template]) -> dict[int, int]:
    """Return, for the number of each clue that can be labelled, the number of the template that it tells."""
    labels: dict[int, int] = {}
    for number, clue in enumerate(clues):
        if not templates or not is_usable(clue):
            continue
        scores = sorted(((_fit(clue, article, template), -i) for i, template in enumerate(templates)), reverse=True)
        second = scores[1][0] if len(scores) > 1 else 0.0
        if scores[0][0] >= LEAST and scores[0][0] - second >= MARGIN:
            labels[number] = -scores[0][1]
    return labels


def _fit(clue: Clue, article: Article, template: Template) -> float:
    frame = clue.frame
    sentence = frame.span.of(article.text).lower().replace("\n", " ")
    people = [harm.people.span.of(article.text).lower() for harm in frame.harms if harm.people is not None]
    things = [link.mention.span.of(article.text).lower() for link in frame.targets]
    score = 0.0
    for words in template.harmed:
        if any(words in own or own in words for own in (*people, *things)):
            score += OWN
        elif words in sentence:
            score += NEAR
    score += TOWN * any(town in sentence for town in template.towns)
    score += DOER * any(doer in sentence for doer in template.doers)
    return score + _fit_type(frame.type, template.kind) if score else 0.0


def _fit_type(kind: EventType, wanted: str) -> float:
    if kind is EventType.ATTACK:
        return 0.0
    return RIGHT_TYPE if FAMILY[kind] in FAMILIES.get(wanted, frozenset()) else WRONG_TYPE
