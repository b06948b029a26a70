"""Finds what happened to people: each clause that says who was killed, hurt, seized, arrested, freed or spared."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from dateline.find.counts import find_counts
from dateline.find.nouns import span_of
from dateline.mentions import GIVEN_TOLL, OLDER_FIGURE, RIVAL, TRIED, CountMention, HarmMention, PeopleMention
from dateline.records import PHYSICAL, VictimStatus, exactly
from dateline.relate.bodies import is_of_body
from dateline.relate.careers import is_of_career
from dateline.relate.harm_acts import find_acts, without_charged
from dateline.relate.harm_among import find_among
from dateline.relate.harm_apposed import name_by_apposition
from dateline.relate.harm_callings import tell_callings
from dateline.relate.harm_captives import kill_captives
from dateline.relate.harm_care import are_cared_for, works_there
from dateline.relate.harm_context import (
    find_source,
    is_answered,
    is_denied,
    is_disputed,
    is_ranked,
    is_unreal,
    source_text,
)
from dateline.relate.harm_cues import read_cue
from dateline.relate.harm_custody import tell_custody
from dateline.relate.harm_divided import divide_dead
from dateline.relate.harm_doers import as_perpetrator, is_beside_doer, tell_doers
from dateline.relate.harm_doubles import without_doubles
from dateline.relate.harm_elliptic import complete_ellipses
from dateline.relate.harm_equated import find_equated
from dateline.relate.harm_families import tell_of_families
from dateline.relate.harm_figures import (
    counts_hurt_too,
    is_feared,
    is_first_told,
    is_given,
    is_outdated,
    is_toll_feared,
)
from dateline.relate.harm_gapped import find_gapped
from dateline.relate.harm_grades import is_told_grave, still_is, tells_more
from dateline.relate.harm_held_names import find_held
from dateline.relate.harm_hits import Hit
from dateline.relate.harm_identified import find_identified, find_wanted
from dateline.relate.harm_kin_names import name_relatives
from dateline.relate.harm_kinds import tell_kind_of_named, tell_kinds, tell_whole_kind
from dateline.relate.harm_lists import find_listed, share_kinds
from dateline.relate.harm_names import name_by_office, name_people, tell_bearers
from dateline.relate.harm_natural import find_natural_deaths
from dateline.relate.harm_none import find_none_hurt
from dateline.relate.harm_one_of import tell_one_of
from dateline.relate.harm_outcomes import SAVE
from dateline.relate.harm_own_hand import find_own_hand
from dateline.relate.harm_partitive import tell_wholes_of_dead
from dateline.relate.harm_parts import find_parts
from dateline.relate.harm_people import People
from dateline.relate.harm_presented import find_mourned, find_presented
from dateline.relate.harm_pronouns import UNSURE
from dateline.relate.harm_ranked import find_ranked, is_rank
from dateline.relate.harm_rivals import read_side
from dateline.relate.harm_scope import is_elsewhere, is_held_against
from dateline.relate.harm_series import complete_series
from dateline.relate.harm_set_names import find_set_names
from dateline.relate.harm_slayers import find_slain
from dateline.relate.harm_speakers import is_speaking
from dateline.relate.harm_statuses import deny_harm, find_status, is_getaway, is_outlived
from dateline.relate.harm_thrown import find_thrown
from dateline.relate.harm_tolls import has_grown, is_passed
from dateline.relate.harm_totals import PART_AFTER, is_of_the_harmed, is_told_as_part, is_total
from dateline.relate.harm_tried import is_tried
from dateline.relate.harm_words import find_cues
from dateline.relate.stoppings import downs_things
from dateline.relate.tallies import HUGE, is_of_longer_time, is_statistic
from dateline.spans import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc

AMONG = "harm.among_dead."  # rule of those told to be among the dead or the victims
UNSAVED = ("survive", SAVE)  # entries of harms.toml whose denial tells of the dead
LONG_HELD = frozenset(("jailed", "imprisoned", "convicted"))  # before whom a demand or a claim is of
HELD_OR_FREED = frozenset((VictimStatus.KIDNAPPED, VictimStatus.RELEASED, VictimStatus.ARRESTED))  # of the living
GRAVER = frozenset(
    ("serious", "seriously", "severe", "severely", "major", "grave", "gravely", "critical", "critically", "badly")
)
# "No one else", "nobody inside": others may be.
OTHERWISE = re.compile(r" (?:else|other|inside|on board|in the|from|of)\b", re.IGNORECASE)
# "Ten others", "another two": besides those told before.
COUNTED_ON = re.compile(r"\b(?:others?|another|(?<!no )more(?! than)|additional|further)\b", re.IGNORECASE)
GRAVE = "hurt_state"  # entry of harms.toml whose words tell how those hurt are
# "One fatally, three others slightly", "two of them mortally".
FATALLY = re.compile(
    r"(?: of (?:them|whom|those|these))?,? (?:fat|mort)ally(?=[,.;)]| and |$)", re.IGNORECASE | re.MULTILINE
)
CLINICAL = frozenset(("hospital", "hospitals", "clinic", "treated", "treatment", "medical", "doctors", "examination"))
WITH_WOUNDS = "wounded_with"  # entry of harms.toml for those found with wounds, who may be dead
LISTED = ", "
# Words that killing falls under too: when nobody was hurt, nobody was killed.
HARMED = frozenset(("hurt", "harm", "harmed"))
NOBODY = frozenset(("no one", "nobody", "none", "no", "no person", "no people"))


def find_harms(
    doc: Doc, people: Sequence[PeopleMention], counts: Sequence[CountMention] | None = None
) -> tuple[HarmMention, ...]:
    """Return what became of people, in order of text.

    Args:
        doc: the analysed text.
        people: its phrases for people, as `find_people` gives them.
        counts: its number phrases, as `find_counts` gives them; found anew when None.

    Harm that is only possible, feared or attempted is left out. "No one was hurt" gives the count 0; a "no" that
    speaks of one group only ("no Americans were hurt") is marked as a part.
    """
    index = People(doc, people, find_counts(doc) if counts is None else counts)
    found: list[HarmMention] = []
    natural = find_natural_deaths(doc)
    for cue in find_cues(doc):
        if cue.head in natural or downs_things(doc[cue.head]):
            continue
        for hit in read_cue(index, cue):
            found.extend(_judge(index, hit, people))
    found.extend(find_own_hand(index))
    found.extend((*find_acts(index), *find_slain(index, found), *find_thrown(index)))
    heads = {harm.head for harm in found}
    found.extend(harm for harm in find_none_hurt(index) if harm.head not in heads)
    found = divide_dead(index, without_charged(tell_of_families(index, found)))
    found = [_tell_seized(index, _with_nearest_fate(index, harm, found), found) for harm in found]
    found = tell_doers(index, kill_captives(tell_custody(found, index.text), index.text))
    named = name_relatives(index, name_people(index, found))
    named = complete_ellipses(index, named)
    listed = [*named, *find_listed(index, named), *find_gapped(index, named)]
    named = tell_kind_of_named(index, share_kinds(index, complete_series(index, listed)))
    named += name_people(index, tuple(find_among(index, named)))
    named += (*name_people(index, tuple(find_equated(index, named))), *find_set_names(index, named))
    named += name_people(index, (*find_identified(index, named), *find_presented(index, named)))
    named += (
        *find_ranked(index, named),
        *find_wanted(index, named),
        *find_mourned(index, named),
        *find_held(index, named),
    )
    singled = tell_one_of(index, find_parts(index, name_by_apposition(index, named)))
    parts = tell_whole_kind(index, tell_kinds(index, singled))
    known = tuple(tell_wholes_of_dead(index, tuple(tell_bearers(index, name_by_office(index, parts)))))
    return without_doubles(tuple(tell_callings(index, known)))


def _judge(people: People, hit: Hit, mentions: Sequence[PeopleMention]) -> Iterator[HarmMention]:
    """Turn a hit into harm: drop what is unreal, turn round what is denied, say who states it."""
    token, span = people.doc[hit.cue.head], span_of(people.doc, hit.cue.first, hit.cue.last)
    phrase = hit.patient.people if hit.patient else None
    unreal = hit.cue.word.id != SAVE and is_unreal(token) and not is_toll_feared(token, hit.count)
    # Not "the third time that somebody had tried to kill him".
    named = hit.patient is not None and hit.patient.how != "pronoun"
    tried = unreal and named and is_tried(token, phrase, hit.status)
    if (unreal and not tried) or _tells_nobody(people, hit, phrase, span):
        return
    status, count = VictimStatus.UNHARMED if tried else find_status(people, hit, phrase), hit.count
    if _is_of_no_act(people, hit, phrase, status, span):
        return
    part = (hit.patient.part if hit.patient else False) or tells_more(token, phrase)
    if phrase is not None and FATALLY.match(people.text, phrase.span.end):
        status, part = VictimStatus.KILLED, False
    none = count is not None and count.best == 0
    if none and (hit.cue.word.id == "charge" or any(child.lower_ in GRAVER for child in token.lefts)):
        return  # "no serious injuries" leaves slight ones
    if hit.cue.word.id in UNSAVED and status is VictimStatus.KILLED:
        pass  # "did not survive" is no denial
    elif is_denied(token):
        turned = deny_harm(token, hit, status, phrase)
        if turned is None:
            return
        status, count = turned
    elif none and phrase is not None and phrase.span.of(people.text).lower() not in NOBODY:
        some = phrase.category not in UNSURE
        some = some or "civilian" in phrase.span.of(people.text).lower()
        part = part or phrase.nationality is not None or some
    if phrase is not None and status is VictimStatus.UNHARMED and none:
        return
    part = part or _tells_part(people.text, hit, phrase, status)
    phrase = as_perpetrator(token, phrase, status)
    phrase, rival = read_side(people, token, phrase, status)
    rival = None if hit.total and has_grown(token) else rival
    given = (hit.total or hit.cue.word.id in ("dead", "toll")) and is_given(token)
    how = GIVEN_TOLL if given else hit.patient.how if hit.patient else "number"
    how = TRIED if tried else RIVAL if rival is not None else how
    # "Raising an earlier toll of 30."
    passed = hit.cue.word.id == "toll" and is_outdated(token)
    passed = passed or is_first_told(token) or is_feared(token) or counts_hurt_too(token)
    how = OLDER_FIGURE if passed else how
    word = hit.cue.word.id
    if (
        status is VictimStatus.INJURED
        and phrase is not None
        and (is_told_grave(people.text, phrase) or still_is(token))
    ):
        word, part = GRAVE, True
    if word == WITH_WOUNDS and phrase is not None and are_cared_for(people.doc[phrase.head]):
        word = "treat"  # none of the dead
    harm = HarmMention(
        span=span,
        head=token.i,
        rule=f"harm.{word}.{how}",
        people=phrase,
        status=status,
        count=count,
        by=find_source(token, mentions) if rival is None else source_text(rival, mentions),
        total=(hit.total or is_total(people.doc, people.text, hit, phrase))
        and not (given or is_outdated(token) or is_passed(token)),
        part=part,
        beside_doer=status in PHYSICAL and phrase is not None and is_beside_doer(people, token, phrase),
    )
    yield harm
    if status is VictimStatus.INJURED and count is not None and count.best == 0 and token.lower_ in HARMED:
        yield replace(harm, status=VictimStatus.KILLED)


def _tells_nobody(people: People, hit: Hit, phrase: PeopleMention | None, span: Span) -> bool:
    """Whether the words at `span` tell of nobody harmed at all: who it was is asked, ranked or disputed."""
    token = people.doc[hit.cue.head]
    if (hit.patient is not None and phrase is None and hit.count is None) or _is_compounded(people, hit):
        return True
    if phrase is not None and phrase.span.of(people.text).lower().startswith("how "):
        return True  # "how many were hurt" is not known
    if is_answered(token) or is_disputed(token) or is_outlived(token):
        return True
    if (phrase is None or phrase.name is None) and (is_ranked(token) or is_rank(people, phrase)):
        return True
    if phrase is not None and hit.cue.word.id == GRAVE and works_there(people, hit.cue, phrase):
        return True
    if token.dep_ == "amod" and token.lower_ in LONG_HELD:
        return True  # "the release of a jailed leader"
    return phrase is not None and (phrase.span == span or is_speaking(people, token, phrase))


def _is_compounded(people: People, hit: Hit) -> bool:
    """Whether the cue is only a part of a word: "the hostage-taker was hurt"."""
    token, behind = people.doc[hit.cue.last], people.lower[hit.cue.last + 1 : hit.cue.last + 2]
    return not token.whitespace_ and behind == ("-",)


def _is_of_no_act(people: People, hit: Hit, phrase: PeopleMention | None, status: VictimStatus, span: Span) -> bool:
    """Whether the harm is none of one act: summed up over time, another act's, a getaway, a way home from hospital."""
    token, count = people.doc[hit.cue.head], hit.count
    if (phrase is None or phrase.name is None) and is_statistic(token, count.best if count and not hit.total else None):
        return True
    if is_of_career(token) or (status in PHYSICAL and count is not None and (count.best or 0) >= HUGE):
        return True
    if (hit.total and is_of_longer_time(token, span.end)) or _counts_others(people, hit, phrase):
        return True
    if status in HELD_OR_FREED and phrase is not None and is_of_body(people.doc[phrase.head]):
        return True
    if status is VictimStatus.ESCAPED and is_getaway(token, count, phrase):
        return True
    return status is VictimStatus.RELEASED and any(word.lower_ in CLINICAL for word in token.sent)


def _tells_part(text: str, hit: Hit, phrase: PeopleMention | None, status: VictimStatus) -> bool:
    """Whether the words tell of some of those harmed only: "hurt badly", "three of the dead", "nobody else"."""
    if hit.cue.word.id == "hurt_state":
        return True
    if phrase is None:
        return False
    if is_told_as_part(text, phrase.span) or is_of_the_harmed(text, phrase.span, status):
        return True
    none = hit.count is not None and hit.count.best == 0
    return none and OTHERWISE.match(text, phrase.span.end) is not None


def _tell_seized(people: People, harm: HarmMention, found: Sequence[HarmMention]) -> HarmMention:
    """Return those "among the victims" as seized where nobody is told dead or hurt, but some are told seized."""
    if not harm.rule.startswith(AMONG) or not harm.span.of(people.text).lower().endswith("victims"):
        return harm
    others = [other.status for other in found if not other.rule.startswith(AMONG) and other.count != exactly(0)]
    if PHYSICAL & set(others) or VictimStatus.KIDNAPPED not in others:
        return harm
    return replace(harm, status=VictimStatus.KIDNAPPED)


def _with_nearest_fate(people: People, harm: HarmMention, found: Sequence[HarmMention]) -> HarmMention:
    """Return the few of "killing 13 and injuring 100, 15 of them badly" as hurt, whom the parser gives to "killing"."""
    who = harm.people
    if who is None or not harm.part or not who.is_bare or not people.text[who.span.end :].startswith(PART_AFTER):
        return harm
    if people.text[who.span.start - len(LISTED) : who.span.start] != LISTED:
        return harm  # "wounding five. One of them died"
    if FATALLY.match(people.text, who.span.end):
        return harm  # "wounding five, one of them fatally"
    whole = next((o for o in found if o.people is not None and o.people.span.end == who.span.start - len(LISTED)), None)
    if whole is None or whole.status is harm.status or whole.status not in PHYSICAL:
        return harm
    return replace(harm, status=whole.status, span=whole.span, head=whole.head, rule=whole.rule)


def _counts_others(people: People, hit: Hit, phrase: PeopleMention | None) -> bool:
    """Whether the people are another act's: "topped the 49 killed in Orlando", "ten others died elsewhere"."""
    token = people.doc[hit.cue.head]
    if phrase is None or phrase.name is not None or not hit.count or not hit.count.best:
        return False
    if is_held_against(people.text, phrase.span.start):
        return True
    end = max(phrase.span.end, span_of(people.doc, hit.cue.first, hit.cue.last).end)
    return COUNTED_ON.search(phrase.span.of(people.text)) is not None and is_elsewhere(
        token, min(phrase.span.start, token.idx), end
    )
