"""Finds what happened to people: each clause that says who was killed, hurt, seized, arrested, freed or spared."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from dateline.find.counts import find_counts
from dateline.mentions import GIVEN_TOLL, OLDER_FIGURE, RIVAL, TRIED, CountMention, HarmMention, PeopleMention
from dateline.records import PHYSICAL, Count, VictimCategory, VictimStatus, exactly
from dateline.relate.careers import is_of_career
from dateline.relate.harm_acts import find_acts, without_charged
from dateline.relate.harm_apposed import name_by_apposition
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
from dateline.relate.harm_doers import is_beside_doer, tell_doers
from dateline.relate.harm_doubles import without_doubles
from dateline.relate.harm_elliptic import complete_ellipses
from dateline.relate.harm_equated import find_equated
from dateline.relate.harm_fatal import lie_dead
from dateline.relate.harm_figures import is_feared, is_first_told, is_given, is_outdated
from dateline.relate.harm_gapped import find_gapped
from dateline.relate.harm_held_names import find_held
from dateline.relate.harm_hits import Hit
from dateline.relate.harm_identified import find_identified, find_wanted
from dateline.relate.harm_kin_names import name_relatives
from dateline.relate.harm_kinds import tell_kinds, tell_whole_kind
from dateline.relate.harm_lists import find_listed, share_kinds
from dateline.relate.harm_names import name_by_office, name_people, tell_bearers
from dateline.relate.harm_natural import find_natural_deaths
from dateline.relate.harm_none import find_none_hurt
from dateline.relate.harm_own_hand import find_own_hand
from dateline.relate.harm_parts import find_parts
from dateline.relate.harm_people import WANTED, People
from dateline.relate.harm_presented import find_mourned, find_presented
from dateline.relate.harm_pronouns import UNSURE
from dateline.relate.harm_ranked import find_ranked, is_rank
from dateline.relate.harm_rivals import read_side
from dateline.relate.harm_scope import is_elsewhere, is_held_against
from dateline.relate.harm_series import complete_series
from dateline.relate.harm_slayers import find_slain
from dateline.relate.harm_speakers import is_speaking
from dateline.relate.harm_tolls import has_grown, is_passed
from dateline.relate.harm_totals import PART_AFTER, is_of_the_harmed, is_told_as_part, is_total
from dateline.relate.harm_tried import is_tried
from dateline.relate.harm_victims import is_passive
from dateline.relate.harm_words import Cue, find_cues
from dateline.relate.stoppings import downs_things
from dateline.relate.tallies import HUGE, is_of_longer_time, is_statistic
from dateline.spans import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

# What one escapes with one's life, not out of somebody's hands.
ESCAPED = frozenset({"attack", "attempt", "death", "injury", "bomb", "ambush", "blast", "bid", "assassination", "harm"})
# fmt: off
STRIKING = frozenset({
    "fired", "shot", "killed", "stabbed", "attacked", "opened", "threw", "hurled", "lobbed", "robbed", "ambushed",
    "abducted", "kidnapped", "detonated", "planted", "stole", "beat", "raped", "snatched",
})
# fmt: on
UNIFORMED = frozenset((VictimCategory.POLICE, VictimCategory.MILITARY, VictimCategory.SECURITY_GUARD))
AMONG = "harm.among_dead."  # rule of those told to be among the dead or the victims
LONG_HELD = frozenset(("jailed", "imprisoned", "convicted"))  # before whom a demand or a claim is of
LEAVING = frozenset(("left", "leaving", "leave", "abandoned", "abandoning"))
# fmt: off
FIGHTING_MEN = frozenset((
    "terrorists", "rebels", "guerrillas", "guerillas", "attackers", "militants", "insurgents", "gunmen", "bandits",
    "fighters", "subversives", "assailants", "raiders", "extremists", "they",
))
# fmt: on
GRAVER = frozenset(
    ("serious", "seriously", "severe", "severely", "major", "grave", "gravely", "critical", "critically", "badly")
)
CHARGING = frozenset(("charged", "arraigned", "indicted"))
ACCUSING = frozenset(("accused", "suspected", "charged"))
ANYONE = frozenset(("anyone", "anybody"))
# "No one else", "nobody inside": others may be.
OTHERWISE = re.compile(r" (?:else|other|inside|on board|in the|from|of)\b", re.IGNORECASE)
# "Ten others", "another two": besides those told before.
COUNTED_ON = re.compile(r"\b(?:others?|another|(?<!no )more(?! than)|additional|further)\b", re.IGNORECASE)
GRAVE = "hurt_state"  # entry of harms.toml whose words tell how those hurt are
GRAVELY = re.compile(
    r"\s+(?:of (?:them|whom|those|these),? )?(?:were |was |are |is )?(?:seriously|critically|gravely|severely|badly|"
    r"slightly|lightly|in (?:a )?(?:critical|serious|grave|stable))\b",
    re.IGNORECASE,
)
# "One fatally, three others slightly", "two of them fatally".
FATALLY = re.compile(r"(?: of (?:them|whom|those|these))?,? fatally(?=[,.;)]| and |$)", re.IGNORECASE | re.MULTILINE)
OUTRIGHT = re.compile(r" (?:wounded|injured|hurt|burned|burnt)\b", re.IGNORECASE)
HURT = re.compile(r"\b(?:wounded|wounding|wounds?|injured|injuring|hurt|hurting|injuries|casualties)\b", re.IGNORECASE)
HURT_REACH = 120  # code points before "two were seriously wounded" in which the rest are told hurt
CLINICAL = frozenset(("hospital", "hospitals", "clinic", "treated", "treatment", "medical", "doctors", "examination"))
SENT_HOME = frozenset(
    ("discharged", "released", "transferred", "shifted", "airlifted", "referred", "recovering", "identified")
)
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
    found.extend((*find_acts(index), *find_slain(index, found)))
    heads = {harm.head for harm in found}
    found.extend(harm for harm in find_none_hurt(index) if harm.head not in heads)
    found = without_charged(found)
    found = [_tell_seized(index, _with_nearest_fate(index, harm, found), found) for harm in found]
    found = tell_doers(index, tell_custody(found, index.text))
    named = name_relatives(index, name_people(index, found))
    named = complete_ellipses(index, named)
    listed = [*named, *find_listed(index, named), *find_gapped(index, named)]
    named = share_kinds(index, complete_series(index, listed))
    named += name_people(index, tuple(find_equated(index, named)))
    named += name_people(index, (*find_identified(index, named), *find_presented(index, named)))
    named += (
        *find_ranked(index, named),
        *find_wanted(index, named),
        *find_mourned(index, named),
        *find_held(index, named),
    )
    parts = tell_whole_kind(index, tell_kinds(index, find_parts(index, name_by_apposition(index, named))))
    return without_doubles(tuple(tell_bearers(index, name_by_office(index, parts))))


def _judge(people: People, hit: Hit, mentions: Sequence[PeopleMention]) -> Iterator[HarmMention]:
    """Turn a hit into harm: drop what is unreal, turn round what is denied, say who states it."""
    token = people.doc[hit.cue.head]
    phrase = hit.patient.people if hit.patient else None
    if hit.patient is not None and phrase is None and hit.count is None:
        return
    if phrase is not None and phrase.span.of(people.text).lower().startswith("how "):
        return  # "how many were hurt" is not known
    unreal = is_unreal(token)
    # Not "the third time that somebody had tried to kill him".
    named = hit.patient is not None and hit.patient.how != "pronoun"
    tried = unreal and named and is_tried(token, phrase, hit.status)
    if (unreal and not tried) or is_answered(token) or is_disputed(token):
        return
    if (phrase is None or phrase.name is None) and (is_ranked(token) or is_rank(people, phrase)):
        return
    if token.dep_ == "amod" and token.lower_ in LONG_HELD:
        return  # "the release of a jailed leader"
    if phrase is not None and (phrase.span == _cue_span(people.doc, hit.cue) or is_speaking(people, token, phrase)):
        return
    status, count = VictimStatus.UNHARMED if tried else _status_in_context(people, hit, phrase), hit.count
    if (phrase is None or phrase.name is None) and is_statistic(token, count.best if count and not hit.total else None):
        return
    if is_of_career(token) or (status in PHYSICAL and count is not None and (count.best or 0) >= HUGE):
        return
    if hit.total and is_of_longer_time(token, _cue_span(people.doc, hit.cue).end):
        return
    if _counts_others(people, hit, phrase):
        return
    if status is VictimStatus.ESCAPED and _is_getaway(token, count, phrase):
        return
    if status is VictimStatus.RELEASED and any(word.lower_ in CLINICAL for word in token.sent):
        return  # from hospital
    part = (hit.patient.part if hit.patient else False) or _tells_more(token, phrase)
    if phrase is not None and FATALLY.match(people.text, phrase.span.end):
        status, part = VictimStatus.KILLED, False
    none = count is not None and count.best == 0
    if none and (hit.cue.word.id == "charge" or any(child.lower_ in GRAVER for child in token.lefts)):
        return  # "no serious injuries" leaves slight ones
    if hit.cue.word.id == "survive" and status is VictimStatus.KILLED:
        pass  # "did not survive" is no denial
    elif is_denied(token):
        turned = _denied(token, hit, status, phrase)
        if turned is None:
            return
        status, count = turned
    elif none and phrase is not None and phrase.span.of(people.text).lower() not in NOBODY:
        some = phrase.category not in UNSURE
        some = some or "civilian" in phrase.span.of(people.text).lower()
        part = part or phrase.nationality is not None or some
    if phrase is not None and status is VictimStatus.UNHARMED and none:
        return
    part = (
        part
        or hit.cue.word.id == "hurt_state"
        or (
            phrase is not None
            and (
                is_told_as_part(people.text, phrase.span)
                or is_of_the_harmed(people.text, phrase.span, status)
                or (none and OTHERWISE.match(people.text, phrase.span.end) is not None)
            )
        )
    )
    phrase = _as_perpetrator(token, phrase, status)
    phrase, rival = read_side(people, token, phrase, status)
    rival = None if hit.total and has_grown(token) else rival
    span = _cue_span(people.doc, hit.cue)
    given = (hit.total or hit.cue.word.id in ("dead", "toll")) and is_given(token)
    how = GIVEN_TOLL if given else hit.patient.how if hit.patient else "number"
    how = (
        OLDER_FIGURE
        if is_first_told(token) or is_feared(token)
        else TRIED
        if tried
        else RIVAL
        if rival is not None
        else how
    )
    word = hit.cue.word.id
    if (
        status is VictimStatus.INJURED
        and phrase is not None
        and (_is_told_grave(people.text, phrase) or _still_is(token))
    ):
        word, part = GRAVE, True
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
    end = max(phrase.span.end, _cue_span(people.doc, hit.cue).end)
    return COUNTED_ON.search(phrase.span.of(people.text)) is not None and is_elsewhere(
        token, min(phrase.span.start, token.idx), end
    )


def _tells_more(token: Token, phrase: PeopleMention | None) -> bool:
    """Whether the words only say more of people told before: "one losing a hand", "30 injured have been discharged"."""
    if phrase is None:
        return False
    if token.tag_ == "VBG" and token.dep_ == "advcl" and phrase.rule == "people.number":
        return any(child.dep_ == "nsubj" and child.i == phrase.head for child in token.lefts)
    noun = token.lower_ in ("injured", "wounded") and token.dep_ in ("nsubj", "nsubjpass", "amod", "acl")
    return noun and any(above.lower_ in SENT_HOME for above in (token.head, token.head.head))


def _still_is(token: Token) -> bool:
    """Whether "remained hospitalized" tells of people told hurt before."""
    return token.dep_ in ("acomp", "oprd") and token.head.lower_ in ("remained", "remains", "remain", "stayed", "stays")


def _is_told_grave(text: str, phrase: PeopleMention) -> bool:
    """Whether "two seriously" only says how badly some are hurt who were told before: not "four seriously wounded"."""
    match = GRAVELY.match(text, phrase.span.end) if phrase.rule == "people.number" else None
    if match is None or OUTRIGHT.match(text, match.end()) is None:
        return match is not None
    return HURT.search(text, max(phrase.span.start - HURT_REACH, 0), phrase.span.start) is not None


def _status_in_context(people: People, hit: Hit, phrase: PeopleMention | None) -> VictimStatus:
    """Rebels who are captured are arrested; soldiers whom rebels capture are kidnapped."""
    status = hit.status
    word = hit.cue.word.id
    if word == "escape" and any(c.dep_ == "dobj" and c.lower_ in ESCAPED for c in people.doc[hit.cue.head].rights):
        return VictimStatus.UNHARMED  # "the judge escapes attack" is no flight
    if status is VictimStatus.INJURED and phrase is not None and lie_dead(people.doc[phrase.head]):
        return VictimStatus.KILLED
    if word not in ("capture", "seize") or phrase is None:
        return status
    agent = _agent(people, people.doc[hit.cue.head])
    if agent is not None and agent.category in WANTED:
        return VictimStatus.KIDNAPPED
    if (who := _who_are(people, phrase)) in WANTED:
        return VictimStatus.ARRESTED
    if word == "capture" and agent is None and who in UNIFORMED:
        return VictimStatus.KIDNAPPED
    return status


def _is_getaway(verb: Token, count: Count | None, phrase: PeopleMention | None) -> bool:
    """Whether those who escape did it: "fired at his car and escaped", "the robbers got away with the money"."""
    if phrase is not None and phrase.category in WANTED:
        return count is None or any(child.lower_ == "with" for child in verb.rights)
    return verb.dep_ == "conj" and verb.head.lower_ in STRIKING


def _who_are(people: People, phrase: PeopleMention) -> VictimCategory:
    """Return who the people are; "two" in "five guards were killed and two captured" are as those before them."""
    if phrase.rule != "people.number":
        return phrase.category
    start = people.doc[phrase.head].sent.start
    before = [mention for mention in people.mentions if start <= mention.head < phrase.head]
    return before[-1].category if before else phrase.category


def _agent(people: People, verb: Token) -> PeopleMention | None:
    passive = is_passive(verb)
    for child in verb.children:
        if child.dep_ == "agent":
            return next((people.at[obj.i] for obj in child.rights if obj.i in people.at), None)
        if child.dep_ == "nsubj" and not passive:
            return people.at.get(child.i)
    return None


def _denied(
    token: Token, hit: Hit, status: VictimStatus, phrase: PeopleMention | None
) -> tuple[VictimStatus, Count | None] | None:
    """Return what "not hurt" says: someone spared; other denials say nothing of harm."""
    if status not in PHYSICAL:
        return None
    if phrase is None:
        return status, exactly(0)
    if hit.cue.word.frame == "object" and not is_passive(token) and token.pos_ != "ADJ":
        # "did not hurt anyone" but not "does not eliminate the rebels"
        return (status, exactly(0)) if any(c.lower_ in ANYONE for c in token.rights) else None
    return VictimStatus.UNHARMED, phrase.count


def _as_perpetrator(token: Token, phrase: PeopleMention | None, status: VictimStatus) -> PeopleMention | None:
    """Return the phrase as that of a perpetrator where the clause says so: charged, or dead by his own hand."""
    if phrase is None or phrase.category not in UNSURE:
        return phrase
    if _is_left_behind(token):
        return replace(phrase, category=VictimCategory.MILITANT)
    own_hand = any(
        child.dep_ == "dobj" and child.lower_ in ("himself", "herself", "themselves") for child in token.children
    )
    charged = status is VictimStatus.ARRESTED and token.lower_ in CHARGING
    # "The man accused of shooting him is dead", "a gardener appeared in court charged with murder"
    words = (*token.doc[phrase.head].rights, *(token.children if status is VictimStatus.ARRESTED else ()))
    accused = any(word.lower_ in ACCUSING and word.dep_ in ("acl", "advcl", "relcl") for word in words)
    return replace(phrase, category=VictimCategory.PERPETRATOR) if own_hand or charged or accused else phrase


def _is_left_behind(bodies: Token) -> bool:
    """Whether attackers left their dead: "the rebels left six bodies behind when they withdrew"."""
    verb = bodies.head
    if bodies.dep_ != "dobj" or verb.lower_ not in LEAVING:
        return False
    subjects = [child for child in verb.lefts if child.dep_ == "nsubj"]
    if verb.dep_ in ("advcl", "conj") and not subjects:
        subjects = [child for child in verb.head.lefts if child.dep_ == "nsubj"]
    behind = any(child.lower_ == "behind" for child in verb.rights)
    return behind and any(subject.lower_ in FIGHTING_MEN for subject in subjects)


def _cue_span(doc: Doc, cue: Cue) -> Span:
    return Span(doc[cue.first].idx, doc[cue.last].idx + len(doc[cue.last]))
