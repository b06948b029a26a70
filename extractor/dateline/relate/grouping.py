"""Says which words of a sentence tell one act, and which tell another: "shelled X and raided Y"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.frames import are_numbered_apart
from dateline.records import PHYSICAL, EventType, VictimStatus
from dateline.relate.apartness import is_set_apart
from dateline.relate.attachment import nearest_group
from dateline.relate.bond_words import Bond
from dateline.relate.bonds import find_bonds
from dateline.relate.claims_beside import find_claimed
from dateline.relate.clauses import OUTCOMES, SUBJECTS, clause_of, is_speech, path_up
from dateline.relate.earlier_matters import is_earlier_matter
from dateline.relate.reality import is_past_perfect, judge_reality
from dateline.relate.short_passives import is_gapped

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from spacy.tokens import Doc, Token

    from dateline.mentions import HarmMention, Mention, PlaceMention, TimeMention, TriggerMention

UNREST = frozenset({EventType.PROTEST, EventType.STRIKE})
BESIDE = frozenset({"while", "whereas", "as"})  # they join two clauses that may tell two acts
HELD_CLAUSES = frozenset({"relcl", "acl", "ccomp", "xcomp", "pcomp"})  # told within another
SEQUENCE = frozenset({"after", "before", "following"})
ANSWERS = frozenset({"response", "retaliation", "revenge", "reprisal", "reply", "answer"})
LENGTHS = frozenset({"minutes", "hours", "days", "weeks", "months", "years", "day", "week", "month", "year", "hour"})
RAIDS = frozenset({"raid", "raids"})
WITHIN = frozenset({"during", "in"})  # before the act that somebody is killed in
EVENTS = frozenset({Bond.APPEARANCE})  # "at a funeral in Belfast": where the clause's act was
HAPPENED = frozenset({"came", "comes", "come", "happened", "occurred", "took"})  # "the murder came a day after"


def group_triggers(
    doc: Doc,
    triggers: Sequence[TriggerMention],
    places: Sequence[PlaceMention] = (),
    times: Sequence[TimeMention] = (),
    harms: Sequence[HarmMention] = (),
    *,
    listed: Mapping[int, int],
) -> list[list[TriggerMention]]:
    """Put the triggers of a sentence that tell one act together; a trigger joins the nearest act that it may tell.

    `listed` numbers the heads of acts that one list sets side by side, as `number_acts` does.
    """
    groups: list[list[TriggerMention]] = []
    if len(triggers) < 2:
        return [[trigger] for trigger in triggers]
    deadly = _find_deadly(doc, harms)
    scenes = _find_scenes(doc, triggers, places, times)
    towns = _find_own_towns(doc, triggers, places, harms)
    apart = _find_apart(doc, triggers)
    claimed = find_claimed(doc, triggers)
    for trigger in triggers:
        act = claimed.get(trigger.head)
        homes = [
            group
            for group in groups
            if (
                not _told_apart(doc, group, trigger, scenes, apart)
                if act is None
                else any(member.head == act for member in group)
            )
            and not any(are_numbered_apart(listed.get(member.head, 0), listed.get(trigger.head, 0)) for member in group)
            and not _kill_apart(doc, group, trigger, deadly)
            and not _harm_elsewhere(doc, group, trigger, towns)
        ]
        if homes:
            home = nearest_group(doc, trigger.head, homes)
            next(group for group in groups if group is home).append(trigger)
        else:
            groups.append([trigger])
    return groups


def _find_apart(doc: Doc, triggers: Sequence[TriggerMention]) -> frozenset[int]:
    """Return the heads that are set apart from what was told before, by themselves or as what befell in such an act.

    "Four were killed in a similar shooting": the killing is no more the one told before than the shooting is. Nor is
    the shelling of "elsewhere, shelling killed eight".
    """
    apart = frozenset(trigger.head for trigger in triggers if is_set_apart(doc[trigger.head]))
    within = [doc[head].head.head for head in apart if doc[head].dep_ == "pobj" and doc[head].head.lower_ in WITHIN]
    causes = [child.i for head in apart for child in doc[head].lefts if child.dep_ == "nsubj"]
    return apart.union(causes, (verb.i for word in within for verb in (word, *word.conjuncts)))


def _told_apart(
    doc: Doc,
    group: Sequence[TriggerMention],
    trigger: TriggerMention,
    scenes: Mapping[int, frozenset[str]],
    apart: frozenset[int],
) -> bool:
    """Whether the sentence itself says that `trigger` is another act than the group's."""
    head, anchor = doc[trigger.head], doc[group[-1].head]
    if is_earlier_matter(head) != is_earlier_matter(anchor):
        return True
    if head.i in apart and anchor.i not in apart and not _tells_of_its_actor(anchor, head):
        return True
    if (trigger.type is EventType.ARREST) != (group[0].type is EventType.ARREST) and not any(
        _comes_of(head, doc[member.head]) for member in group
    ):
        return True
    if (trigger.type in UNREST) != any(member.type in UNREST for member in group):
        return True
    if judge_reality(head) is not judge_reality(anchor):
        return True
    if any(_has_other_scene(doc[member.head], head, scenes) for member in group):
        return True
    heads = [doc[member.head] for member in group]
    if any(_tells_sequence(other, head) or _tells_sequence(head, other) for other in heads):
        return True
    if any(_answers_elsewhere(other, head, scenes) or _answers_elsewhere(head, other, scenes) for other in heads):
        return True
    if _carries_on(head, anchor) or _carries_on(anchor, head):
        return False
    if _shares_tense(head, anchor) or _shares_tense(anchor, head):
        return False
    # Past perfect beside simple past: one is told as history of the other.
    return is_past_perfect(head) != is_past_perfect(anchor) and anchor.pos_ == "VERB" and head.pos_ == "VERB"


def _shares_tense(lower: Token, upper: Token) -> bool:
    """Whether the lower verb may share the "had" of the upper: "it had killed 12 militants and lost two soldiers"."""
    alone = not any(child.dep_ in (*SUBJECTS, "aux", "auxpass") for child in lower.children)
    return lower.dep_ == "conj" and lower.head.i == upper.i and alone and lower.tag_ in ("VBD", "VBN")


def _carries_on(lower: Token, upper: Token) -> bool:
    """Whether the lower verb has the time of the upper: "jets had hit it, killing two", "had died when it fell".

    Or tells what came of it: "had fired rockets at Karmiel, where two people were killed".
    """
    if _tells_what_befell(lower, upper):
        return True
    if not is_past_perfect(upper) or lower.head.i != upper.i:
        return False
    if is_gapped(lower) or lower.dep_ == "nsubj":
        return True  # "shelling had killed a woman"
    if lower.dep_ != "advcl":
        return False
    timed = any(child.lower_ == "when" and child.dep_ in ("advmod", "mark") for child in lower.children)
    return lower.tag_ == "VBG" or (timed and upper.dep_ in ("ccomp", "parataxis"))


def _tells_what_befell(lower: Token, upper: Token) -> bool:
    """Whether a clause with "where" tells of the place that the upper verb fires at or strikes."""
    for above in path_up(lower):
        if above.dep_ == "relcl":
            where = any(child.lower_ == "where" for child in (*above.lefts, *lower.lefts))
            return where and any(token.i == upper.i for token in path_up(above.head))
        if above.dep_ not in ("ccomp", "xcomp"):
            return False
    return False


def _comes_of(head: Token, raid: Token) -> bool:
    """Whether what is told is what came of the raid: "raided a camp, killing four", "shot a boy in a raid in Arden"."""
    if raid.lower_ == "raided":
        return head.tag_ == "VBG" and head.dep_ == "advcl" and head.head.i == raid.i
    noun, verb = (raid, head) if raid.dep_ in ("pobj", "nsubj") else (head, raid)
    if noun.lower_ in RAIDS and noun.dep_ == "nsubj" and noun.head.i in (verb.i, verb.head.i):
        return True  # "raids on Arden killed nine", "a raid left nine dead"
    led = noun.lower_ == "raid" and noun.dep_ == "pobj" and noun.head.lower_ in WITHIN
    return led and noun.head.head.i in {verb.i, *(word.i for word in verb.conjuncts)}


def _tells_of_its_actor(word: Token, verb: Token) -> bool:
    """Whether a word tells more of the subject or object of a verb: "Also Monday, a bomb planted on a bus exploded"."""
    return word.dep_ in ("acl", "relcl") and word.head.dep_ in (*SUBJECTS, "dobj") and word.head.head.i == verb.i


def _find_deadly(doc: Doc, harms: Sequence[HarmMention]) -> frozenset[int]:
    """Return the verbs above the words that count people killed, in each clause that has a subject of its own."""
    killed = [h for h in harms if h.status is VictimStatus.KILLED and h.count and h.count.best and not h.part]
    found = [_own_clause(doc[harm.head]).i for harm in killed if not harm.total]
    return frozenset(found) if len(set(found)) > 1 else frozenset()


def _own_clause(token: Token) -> Token:
    """Return the verb with a subject, joined to another by "and" or "while" at most, in whose clause a word stands."""
    for above in path_up(token):
        subject = any(child.dep_ in SUBJECTS for child in above.children)
        if not subject or above.pos_ not in ("VERB", "AUX") or _is_held(above):
            continue
        if above.dep_ != "advcl" or _stands_beside(above.head, above):
            return above
    return token.sent.root


def _is_held(verb: Token) -> bool:
    """Whether a clause stands within another: not that before the comma in "two died in Kirkuk, four fell in Mosul"."""
    listed = verb.dep_ == "ccomp" and verb.i < verb.head.i and not is_speech(verb.head)
    # "Shells killed 14, it said, while air strikes left 20 dead", hung on the saying by the parser.
    opened = verb.dep_ == "ccomp" and verb.i > verb.head.i and verb.doc[verb.left_edge.i].lower_ in ("while", "whereas")
    return verb.dep_ in HELD_CLAUSES and not listed and not opened


def _kill_apart(doc: Doc, group: Sequence[TriggerMention], trigger: TriggerMention, deadly: frozenset[int]) -> bool:
    """Whether two clauses side by side each count dead, of acts of two kinds.

    "Snipers shot dead two fighters and the army shelled a quarter, killing five."
    """
    mine = _own_clause(doc[trigger.head])
    if mine.i not in deadly or not trigger.specific:
        return False
    others = [member for member in group if member.specific]
    theirs = [_own_clause(doc[member.head]) for member in others]
    return bool(others) and all(
        clause.i != mine.i
        and clause.i in deadly
        and member.type is not trigger.type
        and EventType.ARMED_CLASH not in (member.type, trigger.type)
        for member, clause in zip(others, theirs, strict=True)
    )


def _find_own_towns(
    doc: Doc, triggers: Sequence[TriggerMention], places: Sequence[PlaceMention], harms: Sequence[HarmMention]
) -> dict[int, frozenset[str]]:
    """Return the towns that stand in each clause with a subject of its own that counts people killed or hurt.

    "Seven died when a bomb fell on a house in Saraqib, and five were killed in Kafr Nabl": empty unless two clauses do.
    What the sentence opens with is said of all: "In Idlib, ten were killed and 19 were injured in raids on Abu Duhur".
    """
    counted = [h for h in harms if h.status in PHYSICAL and h.count and h.count.best and not h.part and not h.total]
    clauses = {_own_clause(doc[harm.head]).i for harm in counted}
    if len(clauses) < 2:
        return {}
    towns = [place for place in places if not place.site]
    bonds = find_bonds(doc, towns, [trigger.head for trigger in triggers])
    found: dict[int, frozenset[str]] = {}
    for place in towns:
        clause = _own_clause(doc[place.head]).i
        if clause in clauses and bonds[place] <= EVENTS and not _opens_first(doc, place, triggers):
            found[clause] = found.get(clause, frozenset()) | {doc[place.head].lower_}
    return found if len(found) > 1 else {}


def _opens_first(doc: Doc, place: PlaceMention, triggers: Sequence[TriggerMention]) -> bool:
    """Whether a place stands before all acts of the sentence and before the verb of its own clause."""
    return place.head < min(_own_clause(doc[place.head]).i, *(trigger.head for trigger in triggers))


def _harm_elsewhere(
    doc: Doc, group: Sequence[TriggerMention], trigger: TriggerMention, towns: Mapping[int, frozenset[str]]
) -> bool:
    """Whether the trigger's clause counts people at towns of its own, and those of the group at others."""
    if not towns:
        return False
    mine = towns.get(_own_clause(doc[trigger.head]).i)
    theirs = [towns.get(_own_clause(doc[member.head]).i) for member in group]
    return mine is not None and all(other is not None and not mine & other for other in theirs)


def _find_scenes(
    doc: Doc, triggers: Sequence[TriggerMention], places: Sequence[PlaceMention], times: Sequence[TimeMention]
) -> dict[int, frozenset[str]]:
    """Return, for the clause of each trigger, the towns, and where two clauses each have one the times, it names."""
    clauses = {trigger.head: clause_of(doc[trigger.head]).i for trigger in triggers}
    if len(set(clauses.values())) < 2:
        return {}
    towns = [place for place in places if not place.site]
    found = _share_out(doc, triggers, clauses, towns)
    if len(found) < 2:
        found = _share_out(doc, triggers, clauses, times)
    return {head: found.get(clause, frozenset()) for head, clause in clauses.items()}


def _share_out(
    doc: Doc, triggers: Sequence[TriggerMention], clauses: Mapping[int, int], mentions: Sequence[Mention]
) -> dict[int, frozenset[str]]:
    """Give each mention that belongs to nothing else to the clause of its nearest trigger."""
    bonds = find_bonds(doc, mentions, [trigger.head for trigger in triggers])
    shares: dict[int, frozenset[str]] = {}
    for mention in mentions:
        if bonds[mention]:
            continue
        (nearest,) = nearest_group(doc, mention.head, [[trigger] for trigger in triggers])
        clause = clauses[nearest.head]
        shares[clause] = shares.get(clause, frozenset()) | {doc[mention.head].lower_}
    return shares


def _has_other_scene(first: Token, second: Token, scenes: Mapping[int, frozenset[str]]) -> bool:
    """Whether two clauses side by side each name a town, or each a time, of their own."""
    mine, theirs = scenes.get(first.i), scenes.get(second.i)
    if not mine or not theirs or mine & theirs:
        return False
    one, other = clause_of(first), clause_of(second)
    return one.i != other.i and (_stands_beside(one, other) or _stands_beside(other, one))


def _stands_beside(upper: Token, lower: Token) -> bool:
    """Whether the lower clause is joined to the upper one by "and", "while" or a semicolon."""
    for token in path_up(lower):
        if token.i == upper.i or any(child.i == upper.i and child.dep_ == "ccomp" for child in token.lefts):
            return True  # "Jets bombed a bridge in Homs, the council said, while shells killed ten in Hama"
        joined = token.dep_ in ("conj", "parataxis") or (token.dep_ == "ccomp" and token.i < token.head.i)
        beside = token.dep_ == "advcl" and any(
            child.dep_ == "mark" and child.lower_ in BESIDE for child in token.children
        )
        if not joined and not beside:
            return False
    return False


def is_counted_from(doc: Doc, group: Sequence[TriggerMention], groups: Sequence[Sequence[TriggerMention]]) -> bool:
    """Whether an act only says when the sentence's other one was, or why: "was shot a day after bombers struck a shop".

    "Tanks shelled a post in response to a rocket attack."
    """
    others = [doc[trigger.head] for other in groups if other is not group for trigger in other]
    heads = [doc[trigger.head] for trigger in group]
    return any(_tells_sequence(main, head) or _answers(main, head) for main in others for head in heads)


def _tells_sequence(main: Token, other: Token) -> bool:
    """Whether the other act is only what the main one is timed by: "hours after a bomb killed five"."""
    if main.lower_ in OUTCOMES or other.lower_ in OUTCOMES:
        return False
    for token in path_up(other):
        if token.i == main.i:
            return False
        marker = _find_marker(token)
        if marker is not None and _is_measured(marker, token):
            came = main.head.i if main.dep_ == "nsubj" and main.head.lower_ in HAPPENED else main.i
            return any(above.i in (main.i, came) for above in path_up(token.head))
    return False


def _answers_elsewhere(main: Token, other: Token, scenes: Mapping[int, frozenset[str]]) -> bool:
    """Whether somebody acts in one town after others did in another: "jets hit Gaza after a rocket fell on Sderot"."""
    mine, theirs = scenes.get(main.i), scenes.get(other.i)
    if not mine or not theirs or mine & theirs:
        return False
    return _answers(main, other)


def _answers(main: Token, other: Token) -> bool:
    """Whether somebody acts after another act, or in answer to it: "jets hit a base after a rocket hit a school"."""
    if main.lower_ in OUTCOMES or other.lower_ in OUTCOMES:
        return False
    if main.pos_ != "VERB" or not any(child.dep_ == "nsubj" for child in main.lefts):
        return False  # "two were killed in Homs after rebels fired shells from Hama"
    for token in path_up(other):
        if token.i == main.i:
            return False
        marker = _find_marker(token)
        if (marker is not None and marker.lower_ != "before") or _is_answered(token):
            return any(above.i == main.i for above in path_up(token.head))
    return False


def _is_answered(token: Token) -> bool:
    """Whether an act is what another answers: "in response to an attack", "in retaliation for the raid"."""
    return token.dep_ == "pobj" and token.head.lower_ in ("to", "for") and token.head.head.lower_ in ANSWERS


def _find_marker(token: Token) -> Token | None:
    """Return the "after" or "before" that leads to the act or the clause, None without one."""
    if token.dep_ in ("pobj", "pcomp"):
        return token.head if token.head.lower_ in SEQUENCE else None
    if token.dep_ in ("advcl", "conj") and any(child.dep_ in SUBJECTS for child in token.children):
        return next((child for child in token.children if child.dep_ == "mark" and child.lower_ in SEQUENCE), None)
    return None


def _is_measured(marker: Token, clause: Token) -> bool:
    """Whether a length of time stands before "after" or "before"."""
    before = (*marker.children, *(child for child in clause.children if child.i < marker.i))
    timed = marker.i > marker.sent.start and marker.nbor(-1).lower_ in LENGTHS
    return timed or any(child.dep_ == "npadvmod" for child in before)
