"""Says how the places and times of a sentence hang on its acts."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from dateline.frames import PlaceLink, TimeLink
from dateline.gazetteer.place_words import load_place_words
from dateline.mentions import Mention, TriggerMention
from dateline.relate.bond_words import Bond
from dateline.relate.bonds import find_bonds
from dateline.relate.clauses import SUBJECTS, clause_of, has_subject, is_speech, path_up, tree_distance
from dateline.relate.endings import ENDED, is_of_end
from dateline.relate.other_scenes import is_of_picture, stands_apart
from dateline.relate.speakers_towns import is_town_of_speakers

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Doc, Token

    from dateline.mentions import PlaceMention, TimeMention

LOOSE = 0.2  # of a link to a time beside the one that an act is called by
CLOSE = 0.9  # score of a link that the words leave no doubt of
FAR = 99  # arcs to a word of another sentence
OTHER_ACT = 0.25  # share of the score left where another act of the sentence is nearer; below what clues take
BEARINGS = ("north", "south", "east", "west", "outside", "km", "kilomet", "mile")
TRUCES = frozenset(
    ("ceasefire", "cease-fire", "truce", "agreement", "agreements", "deal", "accord", "accords", "pact", "memorandum")
)
BREAKS = frozenset(("VERB", "AUX", "PUNCT", "CCONJ", "SCONJ"))  # parts of speech that end a noun's own phrase
# What lies behind "a day after" and is held, or remembered, long after an act.
HEARINGS = frozenset((
    "trial", "retrial", "conviction", "sentencing", "sentence", "verdict", "acquittal", "hearing", "inquest", "inquiry",
    "funeral", "burial", "anniversary", "memorial", "appeal",
))  # fmt: skip
SHIFT = "shift"  # rule of "two hours later"; where captives are freed then, it dates no act
AFTER_ACT = "after_act"  # rule of "a day after", where it dates what follows
# How much of a link's score is left beside each bond.
SHARE: Mapping[Bond, float] = {
    Bond.SAYING: 0.3,
    Bond.HOME: 0.35,
    Bond.OFFICE: 0.5,
    Bond.CARE: 0.3,
    Bond.TRIAL: 0.5,
    Bond.APPEARANCE: 0.6,
    Bond.FLIGHT: 0.6,
    Bond.SUBJECT: 0.6,
    Bond.OWNER: 0.8,
    Bond.RULING: 0.3,
    Bond.LIKENESS: 0.8,
    Bond.CATCHING: 1.0,
    Bond.LETTING_GO: 0.6,
    Bond.FINDING: 0.8,
    Bond.DYING: 0.25,
    Bond.COUNTING: 0.25,
    Bond.STATE: 0.25,
}


MOVING = frozenset((Bond.APPEARANCE, Bond.FLIGHT))
ONLY_TIMES = frozenset((Bond.COUNTING,))  # "when the toll rose"; "at a toll near Lyon" is where


def link_places(
    doc: Doc,
    places: Iterable[PlaceMention],
    group: Sequence[TriggerMention],
    groups: Sequence[Sequence[TriggerMention]],
) -> tuple[PlaceLink, ...]:
    """Return how each place of the sentence hangs on the act that `group` tells, one of the sentence's `groups`."""
    places = tuple(places)
    bonds = find_bonds(doc, places, frozenset(trigger.head for acts in groups for trigger in acts))
    acts = frozenset(trigger.head for trigger in group)
    return tuple(
        PlaceLink(
            mention=place,
            score=CLOSE
            if is_town_of_speakers(doc[place.head], acts)
            else _score_link(doc, place, bonds[place] - ONLY_TIMES, group, groups, rivals=places),
        )
        for place in places
    )


def link_times(
    doc: Doc,
    times: Iterable[TimeMention],
    group: Sequence[TriggerMention],
    groups: Sequence[Sequence[TriggerMention]],
) -> tuple[TimeLink, ...]:
    """Return how each time of the sentence hangs on the act that `group` tells, one of the sentence's `groups`."""
    times = tuple(times)
    bonds = find_bonds(doc, times)
    links = tuple(
        TimeLink(mention=time, score=_score_link(doc, time, bonds[time], group, groups, rivals=times)) for time in times
    )
    # "The commission on the 1984 riots met on Friday": the act bears its year in its name.
    heads = {trigger.head for trigger in group}
    years = (doc[time.head] for time in times if time.rule == "year")
    named = any(year.head.i in heads and year.i < year.head.i for year in years)
    links = tuple(
        replace(link, score=min(link.score, LOOSE)) if _is_of_state(doc[link.mention.head], heads) else link
        for link in links
    )
    links = tuple(
        replace(link, score=min(link.score, ENDED))
        if any(is_of_end(doc[link.mention.head], doc[head]) for head in heads)
        else link
        for link in links
    )
    if not named:
        return links
    return tuple(link if link.mention.rule == "year" else replace(link, score=min(link.score, LOOSE)) for link in links)


def _is_of_state(time: Token, acts: Container[int]) -> bool:
    """Whether the time only says since when a thing is as it is: "the post, empty since May, was ransacked"."""
    since = time.head
    if since.lower_ != "since" or since.head.i in acts:
        return False
    return since.head.pos_ in ("NOUN", "ADJ") or (since.head.pos_ == "VERB" and since.head.dep_ in ("acl", "amod"))


def _score_link(
    doc: Doc,
    mention: Mention,
    bonds: frozenset[Bond],
    group: Sequence[TriggerMention],
    groups: Sequence[Sequence[TriggerMention]],
    *,
    rivals: Sequence[Mention],
) -> float:
    named = _find_named_act(doc, mention, groups, rivals)
    if named is not None:
        return CLOSE if named is group else 0.0
    if _is_of_truce(doc[mention.head]):
        return 0.0
    if mention.rule == AFTER_ACT:
        return CLOSE if _follows(doc, mention, group, groups) and not _is_of_word(doc, mention) else 0.0
    if mention.rule == SHIFT and Bond.LETTING_GO in bonds:
        return 0.0
    if mention.rule == SHIFT and (led := _led_to(doc, mention)):
        if any(trigger.head in led for trigger in group):
            return 0.0
        groups = [other for other in groups if not any(trigger.head in led for trigger in other)]
    score = _hang(doc[mention.head], [doc[trigger.head] for trigger in group])
    if not MOVING.isdisjoint(bonds) and _is_act_itself(doc[mention.head], {trigger.head for trigger in group}):
        bonds -= MOVING
    for bond in bonds:
        score *= SHARE[bond]
    heads = [doc[trigger.head] for trigger in group]
    other = len(groups) > 1 and nearest_group(doc, mention.head, groups) is not group
    if (
        (other and not _opens_for(doc, mention, heads, rivals))
        or stands_apart(doc[mention.head], heads)
        or is_of_picture(mention.span, doc, heads)
    ):
        score *= OTHER_ACT
    return round(score, 3)


def _is_act_itself(token: Token, heads: set[int]) -> bool:
    """Whether what comes, goes or leaves there or then is the act: "a bomb went off", "the blast left nine dead"."""
    verb = token.head.head if token.dep_ == "pobj" else token.head
    below = (kid for child in verb.children for kid in (child, *(child.children if child.lower_ == "under" else ())))
    return verb.i in heads or any(word.i in heads and word.dep_ in (*SUBJECTS, "pobj") for word in below)


def _is_of_truce(token: Token) -> bool:
    """Whether a clause only tells when, or where, a truce was made that is broken: "a cease-fire agreed last July"."""
    for above in path_up(token):
        if above.dep_ in ("relcl", "acl") and above.head.pos_ in ("NOUN", "PROPN"):
            made = above.head
            return made.lower_ in TRUCES or (made.lower_ == "fire" and made.nbor(-1).text == "-")
        if above.dep_ in ("ROOT", "conj", "advcl", "ccomp") and above.pos_ == "VERB":
            return False
    return False


def _find_named_act(
    doc: Doc, mention: Mention, groups: Sequence[Sequence[TriggerMention]], rivals: Sequence[Mention]
) -> Sequence[TriggerMention] | None:
    """Return the act whose noun, and whom it befell, a place or time closes, where the other acts have one before it.

    "Crowds marched in Arden on Sunday over the murder of a nurse in Belmar on Friday", whatever the parser hangs it on.
    """
    before = [trigger for other in groups for trigger in other if trigger.head < mention.head]
    last = max(before, key=lambda trigger: trigger.head, default=None)
    if last is None or not last.noun or len(groups) < 2 or doc[last.head].nbor().lower_ != "of":
        return None
    if any(word.pos_ in BREAKS for word in doc[last.head : mention.head]):
        return None
    group = next(other for other in groups if last in other)
    others = [trigger.head for other in groups if other is not group for trigger in other]
    if not others or min(others) > last.head or doc[last.head].dep_ in SUBJECTS:
        return None
    settled = any(min(others) < rival.head < last.head for rival in rivals)
    return group if settled else None


def _find_after(doc: Doc, mention: Mention) -> Token | None:
    """Return the "after" of "three days after"."""
    return next((token for token in doc[mention.head : mention.head + 3] if token.lower_ == "after"), None)


def _led_to(doc: Doc, mention: Mention) -> frozenset[int]:
    """Return the act that "three days after" names, which was not that day: "three days after the raid, troops"."""
    after = _find_after(doc, mention)
    return frozenset(child.i for child in after.rights if child.dep_ == "pobj") if after is not None else frozenset()


def _opens_for(doc: Doc, mention: Mention, heads: Sequence[Token], rivals: Sequence[Mention]) -> bool:
    """Whether the sentence opens with it and goes on to the acts side by side: "In Jos, they burned a bus and fled".

    It does not open for an act whose own clause begins with another: "..., and on Friday a bomber killed two"; nor
    does the place of a subject for a clause with one of its own: "A blast in Jos killed five and gunmen shot two".
    """
    token = doc[mention.head]
    verb = clause_of(token)
    if any(word.pos_ in ("VERB", "AUX") for word in doc[token.sent.start : token.i]) or verb.i < token.i:
        return False
    of_subject = any(above.dep_ in SUBJECTS for above in path_up(token) if above.i != verb.i)
    joined = {word.i for word in verb.conjuncts if not (of_subject and has_subject(word))}
    return any(head.i in joined and not _opens_with_own(doc, head, rivals) for head in heads)


def _opens_with_own(doc: Doc, verb: Token, rivals: Sequence[Mention]) -> bool:
    """Whether one of the places or times stands before the verb of its clause: "and on Friday a bomber killed two"."""
    start = verb.left_edge.i
    return any(start <= rival.head < verb.i and clause_of(doc[rival.head]).i == verb.i for rival in rivals)


def _is_of_word(doc: Doc, mention: Mention) -> bool:
    """Whether the day is that on which somebody said it: "a day after officials said that the reporter was dead"."""
    after = _find_after(doc, mention)
    return after is not None and after.dep_ == "mark" and is_speech(after.head)


def _follows(
    doc: Doc, mention: Mention, group: Sequence[TriggerMention], groups: Sequence[Sequence[TriggerMention]]
) -> bool:
    """Whether an act is the first told behind "a day after": the blast, or that a bomb killed four.

    It dates none where what it leads to is no act: "was shot on Sunday, a day after he was sworn in".
    """
    behind = [trigger.head for other in groups for trigger in other if trigger.head > mention.head]
    nearest = min(behind, default=-1)
    after = _find_after(doc, mention)
    if nearest < 0 or (after is not None and after.dep_ == "mark" and not _leads_to(after.head, doc[nearest])):
        return False
    if after is not None and any(child.dep_ == "pobj" and child.lower_ in HEARINGS for child in after.rights):
        return False  # "a week after the trial of a man for a murder"
    return any(trigger.head == nearest for trigger in group)


def _leads_to(clause: Token, act: Token) -> bool:
    """Whether the clause tells the act, or holds the word for it."""
    return act.i <= clause.right_edge.i


def _hang(token: Token, heads: Sequence[Token]) -> float:
    """Score how closely a place or time hangs on the act, by arcs: "in the city of X" as "in X"."""
    token = _of_kind(token)
    arcs = min((arc for head in heads if (arc := tree_distance(token, head)) is not None), default=9)
    return max(0.2, 1.0 - 0.1 * max(0, arcs - 1))


def _of_kind(name: Token) -> Token:
    """Return the word for what is named, "quarter" of "a quarter of the city of X", else the name itself."""
    while name.dep_ == "pobj" and name.head.lower_ == "of":
        kind = name.head.head
        if load_place_words().kind(kind.lower_) not in ("settlement", "quarter") or kind.dep_ == "appos":
            break  # "in Harasta, a suburb of X"
        if kind.dep_ == "pobj" and kind.head.lower_ == "of" and kind.head.head.lower_.startswith(BEARINGS):
            break  # "in Yusufiyah, south of the city of X"
        name = kind
    return name


def nearest_group(doc: Doc, head: int, groups: Sequence[Sequence[TriggerMention]]) -> Sequence[TriggerMention]:
    """Return the group of triggers that a word is nearest to: by arcs, then by words."""
    return min(groups, key=lambda group: _distance(doc, head, group))


def _distance(doc: Doc, head: int, group: Sequence[TriggerMention]) -> tuple[int, int]:
    arcs = [(tree_distance(doc[head], doc[trigger.head]), doc[trigger.head]) for trigger in group]
    return (
        min((arc + _is_in_other_clause(doc[head], word) for arc, word in arcs if arc is not None), default=FAR),
        min(abs(head - trigger.head) for trigger in group),
    )


def _is_in_other_clause(word: Token, act: Token) -> bool:
    """Whether an act stands in a clause joined by "and", with a subject of its own, in which the word does not stand.

    "Seven died when a shell hit a house in Saraqib, and five were killed in Ariha": Saraqib is of the seven.
    """
    known = {above.i for above in path_up(word)}
    for above in path_up(act):
        if above.i in known:
            return False
        if above.dep_ == "conj" and any(child.dep_ in SUBJECTS for child in above.lefts):
            return True
    return False
