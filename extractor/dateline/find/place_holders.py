"""Tells villages that no gazetteer lists by the town or region printed as holding them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dateline.analysis.recasing import load_words
from dateline.analysis.texts import text_of
from dateline.find.place_chunks import Chunk, tokens_of
from dateline.gazetteer.place_words import load_place_words
from dateline.spans import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from dateline.find.place_evidence import Surroundings
    from dateline.gazetteer import Gazetteer

# Where the news mostly puts a shop or school behind "at" ("at Kroger in Dayton"), and the gazetteer lists the villages.
SHOPPING = frozenset(("US", "GB", "CA", "AU", "NZ", "IE"))
MOST_HELD = 3  # words of an unlisted village's name

# What holds a village: "at Guroymak in Bitlis", "at Chauddagram, Comilla", "at Kutulo, on the Mandera-Elwak road".
_HOLDER = re.compile(
    r"(?: in|,(?: also)?(?: in| on| along| near| off)?)(?: the)? (?P<name>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?)"
)
_JOINED = re.compile(r"[ –-]")  # parts the names of "Mandera-Elwak"
# Where raiders went and did harm: "the gunmen entered Dan Geza, where they killed six".
_RAIDED = re.compile(
    r"\b(?:entered|invaded|stormed|raided|attacked|reached"
    r"|(?:moved|proceeded|advanced|went|rode|drove)(?: on)? (?:to|into)|(?:marched|descended|advanced) on) $"
)
# Where they came, with the land around it: "the attackers came to Tchoma Bangou, in the Tillaberi region".
_CAME = re.compile(
    r"\b(?:entered|invaded|stormed|raided|reached|(?:came|moved|proceeded|advanced|went|rode|drove|fled|returned|travell?ed"
    r"|marched|walked)(?: on| back| home)? (?:to|into|from|through)|(?:marched|descended|advanced) on) $"
)
# What struck people "at" a village: "four were shot dead at Omar Jillo on Friday".
_STRUCK = re.compile(
    r"\b(?:kill\w*|dead|died|struck|stormed|shot|attack\w*|ambush\w*|massacred?|murder\w*|bomb\w*|blasts?|explosion|raid\w*"
    r"|kidnap\w*|clash\w*|abduct\w*|slain|hacked"
    r"|beheaded|wounded|injured|fire|bullets|gunned down|burnt|burned|torched)\b[^.;:]{0,80}\bat $",
    re.IGNORECASE,
)
# What people do "at" a village in anger, as they do at a firm: "blocked the road at Chandil on Friday".
_TURMOIL = re.compile(
    r"\b(?:block\w*|ston(?:ed|ing)|pelt\w*|brickbats?|protest\w*|demonstrat\w*|rall(?:y|ied)|squat\w*|gherao\w*"
    r"|ransack\w*|vandali[sz]\w*|loot\w*|smash\w*|rampage|riot\w*|ablaze|alight|besieg\w*|siege|arrested|detained"
    r"|dharna|bandh|curfew|padlocked|locked up|tear ?gas|baton\w*|lathi\w*|lynch\w*|looters?|scuffle\w*|set upon|strike"
    r"|walked out|downed)\b"
    r"[^.;:]{0,80}\bat $",
    re.IGNORECASE,
)
# Who lives at a village: "villagers at Kilosa".
_DWELLING = re.compile(
    r"\b(?:villagers|residents|farmers|herders|fishermen|locals|youths|growers|herdsmen|cultivators) at $",
    re.IGNORECASE,
)
_BORDER = re.compile(r"[,.;]|$| (?:in|on|by|when|where|while|and|last|before|after|late|early|at|around|an)\b")
_WHERE = re.compile(r"(?: on [A-Z][a-z]+day(?: [a-z]+)?)?, where\b")
# Who is told with a village: "the traditional ruler of Okpella in Edo".
_RULED = re.compile(
    r"\b(?:rulers?|monarch|emir|oba|chief|headm[ae]n|head|mayor|sarpanch|chairm[ae]n|councill?ors?|elders?|imam|king"
    r"|residents?|people|villagers|inhabitants|natives?|farmers|community|communities|outskirts) of $",
    re.IGNORECASE,
)


def is_held(doc: Doc, gazetteer: Gazetteer, chunk: Chunk, around: Surroundings) -> bool:
    """Whether a run that no gazetteer knows stands behind "at", or "the chief of", and before what holds it.

    So does what raiders entered, "where" they did harm.
    """
    span = Span(chunk.words[0].start, chunk.words[-1].end)
    raided = _is_raided(text_of(doc), span, around)
    came = raided or _CAME.search(around.left) is not None
    if len(chunk.words) > MOST_HELD or not (came or around.lead == "at" or _RULED.search(around.left)):
        return False
    if is_called_by_words(span.of(text_of(doc))):
        return False  # "at Hotel Serena in Kabul", "at the Sinai Junction in Mogadishu"
    holder = _HOLDER.match(text_of(doc), span.end)
    if holder is None:
        return raided
    outer = gazetteer.lookup(holder["name"]) or gazetteer.lookup(_JOINED.split(holder["name"])[0])
    if not outer or outer[0].country in SHOPPING:
        return False
    return not {token.ent_type_ for token in tokens_of(doc, span)} & {"DATE", "EVENT"}


def is_struck(doc: Doc, chunk: Chunk, around: Surroundings, *, countries: frozenset[str], listed: bool = False) -> bool:
    """Whether people were struck "at" a run, or it was entered, in news of `countries` where only villages bear it.

    At one that the gazetteer has `listed`, they may also have marched, and villagers may live there.
    """
    span = Span(chunk.words[0].start, chunk.words[-1].end)
    if len(chunk.words) > MOST_HELD or not countries or not SHOPPING.isdisjoint(countries):
        return False
    if _is_raided(text_of(doc), span, around):
        return True
    if listed and _DWELLING.search(around.left) is not None:
        return True
    struck = _STRUCK.search(around.left) or (listed and _TURMOIL.search(around.left))
    if around.lead != "at" or not struck or _BORDER.match(text_of(doc), span.end) is None:
        return False
    dated = {token.ent_type_ for token in tokens_of(doc, span)} & {"DATE", "TIME"}
    return not dated and not is_called_by_words(span.of(text_of(doc)))


def _is_raided(text: str, span: Span, around: Surroundings) -> bool:
    """Whether raiders came to a place "where" they did harm."""
    return _RAIDED.search(around.left) is not None and _WHERE.match(text, span.end) is not None


def is_called_by_words(name: str) -> bool:
    """Whether a word of the language, or one for a kind of place, stands in the name."""
    table = load_place_words()
    return any(word in load_words() or table.kind(word) is not None for word in name.casefold().split())
