"""What the fields that hold several values were made of: who or what was told twice, and what was left out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, TypeVar, get_args

from dateline.candidates import Candidate, Verdict, is_covered, keep_best, quote
from dateline.find.weapons import ACT, HELD
from dateline.records import (
    Attribution,
    CasualtyKind,
    Count,
    Stance,
    Target,
    Victim,
    VictimStatus,
    Weapon,
    WeaponCategory,
    ancestors,
)

if TYPE_CHECKING:
    from dateline.mentions import HarmMention, WeaponMention
    from dateline.merge.clues import Clue
    from dateline.merge.fills import Fill
    from dateline.merge.incidents import Incident
    from dateline.spans import Span

Member = TypeVar("Member", Attribution, Target, Victim, Weapon)
CASUALTY_KINDS: tuple[CasualtyKind, ...] = get_args(CasualtyKind)


def gather_members(incident: Incident, clues: Sequence[Clue], text: str) -> tuple[Candidate, ...]:
    """Return the readings of weapons, attributions, targets, victims and casualties, each field's in order of text.

    Args:
        incident: what was made of the tellings.
        clues: the tellings, in order of text.
        text: of the article.
    """
    return keep_best(
        (
            *_weapons(incident, clues, text),
            *_attributions(incident, clues, text),
            *_targets(incident, clues, text),
            *_victims(incident, clues, text),
            *_figures(incident, clues, text),
        )
    )


def _make(
    name: str,
    value: Member,
    fills: Sequence[Fill[Member]],
    *,
    span: Span,
    text: str,
    rule: str,
    sentence: int,
    kind: Callable[[Member], StrEnum],
    lost: str,
    score: float | None = None,
) -> Candidate:
    """Return the candidate of one mention: of the member of its kind whose evidence it is, else a lost one."""
    home = next(
        (at for at, fill in enumerate(fills) if kind(fill.value) is kind(value) and is_covered(span, fill.spans)),
        None,
    )
    verdict, why = Verdict.LOST, lost
    if home is not None:
        chosen = fills[home].value.text == value.text
        verdict, why = (Verdict.CHOSEN, "") if chosen else (Verdict.MERGED, "told again")
    return Candidate(
        path=name if home is None else f"{name}[{home}]",
        value=value,
        words=quote((span,), text),
        rules=(rule,),
        sentence=sentence,
        score=score,
        verdict=verdict,
        why=why,
    )


def _weapons(incident: Incident, clues: Sequence[Clue], text: str) -> Iterator[Candidate]:
    chosen = [fill.value.category for fill in incident.weapons]
    for clue in clues:
        for mention in clue.frame.weapons:
            category = mention.category
            yield _make(
                "weapons",
                Weapon(category=category, text=mention.span.of(text), count=mention.count),
                incident.weapons,
                span=mention.span,
                text=text,
                rule=mention.rule,
                sentence=clue.frame.sentence,
                kind=lambda weapon: weapon.category,
                lost=_why_weapon(mention, chosen),
            )


def _why_weapon(mention: WeaponMention, chosen: Sequence[WeaponCategory]) -> str:
    finer = next((category for category in chosen if mention.category in ancestors(category)), None)
    if finer is not None:
        return f"a general word for the {finer}"
    if HELD in mention.rule:
        return "held, not used"
    return "only told by the act; another is named" if mention.rule.endswith(ACT) else "left out"


def _attributions(incident: Incident, clues: Sequence[Clue], text: str) -> Iterator[Candidate]:
    for clue in clues:
        for mention in clue.frame.stances:
            actor, stance = mention.actor, Stance(mention.stance)
            yield _make(
                "attributions",
                Attribution(
                    actor=actor.actor,
                    kind=actor.kind,
                    country=actor.country,
                    stance=stance,
                    by=mention.by,
                    text=actor.span.of(text),
                ),
                incident.attributions,
                span=actor.span,
                text=text,
                rule=mention.rule,
                sentence=clue.frame.sentence,
                kind=lambda attribution: attribution.stance,
                lost="left out",
            )


def _targets(incident: Incident, clues: Sequence[Clue], text: str) -> Iterator[Candidate]:
    categories = {fill.value.category for fill in incident.targets}
    for clue in clues:
        for link in clue.frame.targets:
            mention, category = link.mention, link.mention.category
            yield _make(
                "targets",
                Target(text=mention.span.of(text), category=category, country=mention.country, effect=link.effect),
                incident.targets,
                span=mention.span,
                text=text,
                rule=link.rule,
                sentence=clue.frame.sentence,
                kind=lambda target: target.category,
                lost="another of its kind is told" if category in categories else "left out",
                score=link.score,
            )


def _victims(incident: Incident, clues: Sequence[Clue], text: str) -> Iterator[Candidate]:
    for clue in clues:
        for harm in clue.frame.harms:
            if harm.people is None:
                continue
            people, status = harm.people, VictimStatus(harm.status)
            yield _make(
                "victims",
                Victim(
                    text=people.span.of(text),
                    name=people.name,
                    category=people.category,
                    nationality=people.nationality,
                    status=status,
                    count=harm.count,
                ),
                incident.toll.victims,
                span=people.span,
                text=text,
                rule=harm.rule,
                sentence=clue.frame.sentence,
                kind=lambda victim: victim.status,
                lost=_why_victim(harm, incident),
            )


def _why_victim(harm: HarmMention, incident: Incident) -> str:
    if harm.count is not None and harm.count.best == 0:
        return "nobody"
    others = [fill.value for fill in incident.toll.victims]
    if harm.count is None and any(other.status == harm.status for other in others):
        return "no figure and no name: repeats a group told apart"
    name = harm.people.name if harm.people else None
    if name and harm.status is VictimStatus.INJURED and any(other.status is VictimStatus.KILLED for other in others):
        return "told killed elsewhere"
    return "left out"


def _figures(incident: Incident, clues: Sequence[Clue], text: str) -> Iterator[Candidate]:
    """Yield the figures stated for each total."""
    for kind in CASUALTY_KINDS:
        total: Count | None = getattr(incident.toll.casualties, kind)
        spans = incident.toll.casualty_spans.get(kind, ())
        told = [(clue, harm) for clue in clues for harm in clue.frame.harms if harm.status == kind]
        for clue, harm in told:
            if harm.count is None:
                continue
            verdict, reason = _judge_figure(harm, total, used=is_covered(harm.span, spans))
            by = f"by {harm.by}" if harm.by else ""
            words = (harm.people.span, harm.span) if harm.people else (harm.span,)
            yield Candidate(
                path=f"casualties.{kind}",
                value=harm.count,
                words=quote(words, text),
                rules=(harm.rule,),
                sentence=clue.frame.sentence,
                score=None,
                verdict=verdict,
                why=", ".join(note for note in (reason, by) if note),
            )


def _judge_figure(harm: HarmMention, total: Count | None, *, used: bool) -> tuple[Verdict, str]:
    figure = harm.count.best if harm.count else None
    best = total.best if total else None
    if figure == best and used:
        return Verdict.CHOSEN, ""
    if figure == best and not harm.part:
        return Verdict.AGREES, "the same figure"
    if figure == 0:
        return Verdict.LOST, "nobody"
    if harm.part:
        return Verdict.LOST, "a part of another figure"
    if figure is None or best is None:
        return Verdict.LOST, "left out"
    if figure > best:
        return Verdict.LOST, "higher, but outvoted"
    return (Verdict.AGREES, "one of the figures summed") if used else (Verdict.LOST, "lower: a part, or earlier")
