"""Tells what happens again and again from what happened once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.analysis.mends.grammar import WEEKDAYS
from dateline.relate.clauses import PERFECT, SUBJECTS, auxiliaries, is_headline, load_cues
from dateline.relate.held import FREED
from dateline.relate.policies import is_policy
from dateline.relate.pursuits import is_campaign
from dateline.relate.several_acts import SERIES
from dateline.relate.tallies import HARMED, counts_up, is_compared, is_large, is_running_total, is_share

if TYPE_CHECKING:
    from spacy.tokens import Token

ANYBODY = frozenset({"people", "they", "we", "you", "kids", "criminals", "teenagers", "boys", "men"})
MEASURES = frozenset({"from", "by", "to", "sharply", "slightly"})  # beside a word of growth: "fell from 94 to 77"
LEVELS = frozenset({"up", "down", "flat", "unchanged"})
SPANS = frozenset({"year", "years", "months", "decade", "decades", "quarter", "since"})
UNCHANGING = frozenset({"hit", "hurt", "set", "cut", "beat", "burst", "put", "shut", "split", "spread", "cost"})
FIELDS = frozenset({"conflicts", "wars", "countries", "places", "nations", "regions", "cities", "years", "decades"})
OFTEN = frozenset({"before", "previously", "repeatedly", "often", "regularly", "frequently", "past"})
COPULAS = frozenset({"be", "been", "being", "are", "were", "become", "became", "remain", "remained"})
PLURAL = frozenset({"NNS", "NNPS"})
USUAL = frozenset({"commonplace", "rife", "routine", "uncommon", "unusual", "occurrence", "occurrences", "norm"})
MANY = frozenset({"several", "many", "various", "numerous", "recent", "other", "some", "most"})
WARRING = frozenset({"fought", "fighting", "battled", "battling", "waged", "waging", "clashed", "clashing", "warred"})
BEGINNING = frozenset({"began", "begun", "started", "erupted"})
WHEN = frozenset({"prep", "npadvmod", "advmod"})  # arcs of the day that a verb has
WOUNDING = frozenset({"shot", "stabbed", "hit", "struck", "knifed", "beaten", "slashed"})
DAYS = frozenset((*WEEKDAYS, "yesterday", "today"))
WARS = frozenset({"conflict", "war", "uprising", "revolt", "rebellion", "revolution", "insurgency", "crisis"})


def _is_pinned(head: Token) -> bool:
    """Whether the clause says both where and when the acts were: "similar protests took place in Arden last week"."""
    if head.dep_ not in SUBJECTS:
        return False
    told = {token.ent_type_ for token in head.head.subtree}
    return "DATE" in told and bool(told & {"GPE", "LOC", "FAC"})


def is_general(head: Token) -> bool:
    """Whether the words tell of a habit, or of many acts that nothing pins down: "they often shoot", "many attacks"."""
    habit, series = load_cues("habit"), load_cues("series")
    modifiers = {
        child.lower_
        for child in head.children
        if child.dep_ in ("amod", "advmod", "det", "nummod") and not any(kid.lower_ == "of" for kid in child.rights)
    }
    # "The deadliest attack this year" is one act, "recent attacks" are many.
    one = head.tag_ == "NN" and any(child.dep_ in ("det", "poss") for child in head.children)
    one = one or (head.tag_ == "NN" and head.dep_ == "pobj" and _harms_on_a_day(head))  # "killed in similar shelling"
    if _is_pinned(head):
        modifiers -= {"similar"}
    if modifiers & (load_cues("usual") if one else habit) or _is_custody(head):
        return True
    if counts_up(head.sent.text, head.sent.root.text) or is_running_total(head):
        return True
    if (
        is_policy(head)
        or is_campaign(head)
        or _are_called_usual(head)
        or _is_outset(head)
        or _goes_on(head)
        or _is_told_over(head)
    ):
        return True
    if head.pos_ == "NOUN":
        above = head.head.head if head.dep_ == "pobj" else head.head
        if (
            head.dep_ in ("pobj", "compound")
            and above.lower_ in series
            and head.tag_ in ("NNS", "NN")
            and not _is_numbered(above)
            and not (above.lower_ == "number" and head.head.lower_ == "in")  # "the number of dead in the attack"
        ):
            return not _is_of_one_day(above)
        if head.tag_ == "NNS" and (_is_trend(head) or _is_tally(head) or _is_sum(head)):
            return True
        bare_plural = head.tag_ == "NNS" and not any(
            child.dep_ in ("det", "poss", "nummod") or child.ent_type_ in ("DATE", "GPE") for child in head.children
        )
        dated = any(token.ent_type_ in ("DATE", "GPE") for token in head.sent)
        if bare_plural and not dated and head.dep_ == "pobj" and head.head.head.lower_ in load_cues("career"):
            return True
        # "attacks have killed", "attacks on civilians are common": nothing pins them down.
        return bare_plural and head.dep_ in SUBJECTS and head.head.tag_ in ("VBP", "VBZ") and not is_headline(head)
    tests = (_is_of_survey, _is_sum, _is_strewn, _is_of_many_wars, _is_told_to_brand, _is_lament)
    if any(test(head) for test in tests):
        return True
    # The present tense of prose tells habits.
    top = head.head if head.dep_ == "conj" else head
    if head.tag_ == "VBP" and any(child.dep_ == "nsubj" and child.lower_ in ANYBODY for child in head.children):
        return not any(token.ent_type_ in ("DATE", "GPE") for token in head.sent)
    if head.tag_ not in ("VBP", "VBZ") or auxiliaries(head) or top.dep_ in ("ccomp", "ROOT"):
        return False
    if head.dep_ in SUBJECTS and head.tag_ == "VBZ":
        return False  # "airstrikes reportedly killed nine": a noun that the tagger took for a verb
    return not is_headline(head) and not _is_past_form(head)


def _is_numbered(anniversary: Token) -> bool:
    """Whether it is an anniversary of one act in a known year: "the third anniversary of the attacks"."""
    return anniversary.lower_ == "anniversary" and any(child.ent_type_ == "ORDINAL" for child in anniversary.lefts)


def _is_of_one_day(series: Token) -> bool:
    """Whether it is a day's acts that are summed: "on Monday 66 were wounded in a string of explosions"."""
    return series.lower_ in SERIES and _harms_on_a_day(series)


def _harms_on_a_day(series: Token) -> bool:
    """Whether it is told whom the acts befell on some day: "on Friday four were killed in similar shelling"."""
    verb = series.head.head if series.dep_ == "pobj" else series.head
    days = any(word.lower_ in DAYS for part in verb.children if part.dep_ in WHEN for word in part.subtree)
    return verb.lower_ in HARMED and days


def _are_called_usual(acts: Token) -> bool:
    """Whether a clause only says how often such acts are: "clashes have become commonplace", "a regular occurrence"."""
    top = acts.head if acts.dep_ == "conj" else acts
    if acts.tag_ not in PLURAL or any(child.dep_ in ("det", "poss", "nummod") for child in top.children):
        return False
    if top.dep_ not in SUBJECTS or top.head.lower_ not in COPULAS:
        return False
    told = [child for child in top.head.children if child.dep_ in ("acomp", "attr", "oprd")]
    words = {word.lower_ for child in told for word in (child, *child.lefts)}
    return not words.isdisjoint(load_cues("usual") | USUAL)


def _goes_on(verb: Token) -> bool:
    """Whether it is a war that has gone on for long: "cartels have fought for the routes since 2008"."""
    if verb.lower_ not in WARRING or not set(auxiliaries(verb)) & PERFECT:
        return False
    for child in verb.rights:
        spans = {word.lower_ for word in child.subtree}
        if child.lower_ == "since" or (child.lower_ in ("for", "over") and spans & SPANS):
            return True
    return False


def _is_told_over(verb: Token) -> bool:
    """Whether the perfect tense counts how often it was done: "the line has been bombed 14 times this year"."""
    if verb.pos_ != "VERB" or not set(auxiliaries(verb)) & PERFECT:
        return False
    # Who "has been shot five times" was shot by one gunman, in one burst.
    return verb.lower_ not in WOUNDING and any(
        child.lower_ == "times" and not {"ago", "later"} & {kid.lower_ for kid in child.children}
        for child in verb.rights
    )


def _is_outset(head: Token) -> bool:
    """Whether the words only tell what a war grew out of: "the conflict began with protests against the ruler"."""
    verb = head.head.head
    if head.dep_ != "pobj" or head.head.lower_ not in ("with", "as") or verb.lower_ not in BEGINNING:
        return False
    return any(child.dep_ == "nsubj" and child.lower_ in WARS for child in verb.lefts)


def _is_lament(verb: Token) -> bool:
    """Whether somebody bewails what has befallen so many, at no time and place: "so many have been maimed by bombs"."""
    if not PERFECT.intersection(auxiliaries(verb)) or any(token.ent_type_ in ("DATE", "GPE") for token in verb.sent):
        return False
    people = [child for child in verb.lefts if child.dep_ in SUBJECTS]
    many = [kid for child in people for kid in (child, *child.lefts) if kid.lower_ in ("many", "much")]
    return any(kid.i > kid.sent.start and kid.nbor(-1).lower_ in ("so", "how", "too") for kid in many)


def _is_of_many_wars(verb: Token) -> bool:
    """Whether a perfect tense tells what went on in many places: "bombs have been dropped on towns in several wars"."""
    if not PERFECT.intersection(auxiliaries(verb)):
        return False
    return any(
        token.lower_ in FIELDS
        and token.dep_ == "pobj"
        and token.head.lower_ in ("in", "across", "during", "throughout")
        and any(child.lower_ in MANY for child in token.lefts)
        for token in verb.subtree
    )


def _is_told_to_brand(verb: Token) -> bool:
    """Whether a clause in the perfect tense only says what a body is known for: "which has raided markets before"."""
    perfect = PERFECT.intersection(auxiliaries(verb))
    clause = verb if verb.dep_ != "conj" else verb.head
    return bool(perfect) and clause.dep_ == "relcl" and any(child.lower_ in OFTEN for child in verb.children)


def _is_past_form(verb: Token) -> bool:
    """Whether the verb can be no present tense, whatever the tagger took it for: "when he trod on a mine"."""
    if verb.lower_ in UNCHANGING and verb.dep_ in ("advcl", "relcl", "ccomp") and verb.head.tag_ in ("VBD", "VBN"):
        return True  # "six were killed when shells hit a market"
    subjects = [child for child in verb.lefts if child.dep_ == "nsubj"]
    if verb.tag_ != "VBP" or len(subjects) != 1 or any(True for _ in subjects[0].conjuncts):
        return False
    return subjects[0].lower_ in ("he", "she", "it") or (
        subjects[0].tag_ == "NN" and any(child.lower_ in ("a", "an", "one") for child in subjects[0].lefts)
    )


def _is_trend(acts: Token) -> bool:
    """Whether the acts are said to grow more or fewer: "shootings fell from 94 to 77", "robberies were up"."""
    verb = acts.head
    if acts.dep_ not in SUBJECTS:
        return False
    if verb.lower_ in load_cues("trend"):
        return any(child.lower_ in MEASURES or child.dep_ == "npadvmod" for child in verb.children)
    return verb.lower_ in ("were", "are") and any(child.lower_ in LEVELS for child in verb.children)


def _is_tally(acts: Token) -> bool:
    """Whether somebody counts the acts of a year or more: "the city had 48 homicides in 2017"."""
    counted = any(child.dep_ == "nummod" for child in acts.children)
    if not counted or acts.dep_ != "dobj" or acts.head.lower_ not in load_cues("tally"):
        return False
    return any(
        token.lower_ in SPANS or (token.ent_type_ == "DATE" and token.shape_ == "dddd")
        for token in (*acts.subtree, *acts.head.subtree)
    )


def _is_custody(head: Token) -> bool:
    """Whether people are kept, which goes on, rather than seized: "detained without trial"; not "released without"."""
    if head.lower_ in FREED:
        return False
    lacks = (kid for child in head.children if child.lower_ == "without" for kid in child.children)
    return any(kid.lower_ in ("trial", "charge", "charges") for kid in lacks)


def _is_strewn(verb: Token) -> bool:
    """Whether it has been done here and there: "shells have been dropped on schools in several wars"."""
    if not {"have", "has"} & set(auxiliaries(verb)):
        return False
    fields = (kid for child in verb.children if child.lower_ in ("in", "across") for kid in child.children)
    return any(
        field.tag_ == "NNS" and any(child.lower_ in ("several", "many", "various", "numerous") for child in field.lefts)
        for field in fields
    )


def _is_sum(head: Token) -> bool:
    """Whether many acts are summed up: "there were 840 stabbings in the year to May", "killed 61, down from 77"."""
    if not is_compared(head.sent.text):
        return False
    things = [head] if head.pos_ == "NOUN" else [c for c in head.children if c.dep_ in ("dobj", "nsubjpass", "nsubj")]
    numbers = (child for thing in things for child in thing.children if child.dep_ == "nummod")
    return any(is_large(number) for number in numbers)


def _is_of_survey(verb: Token) -> bool:
    """Whether what happened to a share of many is told: "one driver in five has been robbed"."""
    return any(is_share(child) for child in verb.lefts if child.dep_ in SUBJECTS)
