"""Attributions, weapons and targets made of frames, and statements given to happenings; without a pipeline."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dateline.articles import BlockKind
from dateline.frames import Frame, Reality, TargetLink
from dateline.mentions import ActorMention, StanceMention, TargetMention, TriggerMention, WeaponMention
from dateline.merge.adoption import adopt_stances, claim_leftovers
from dateline.merge.attributions import build_attributions
from dateline.merge.clues import Clue
from dateline.merge.clustering import Happening
from dateline.merge.same_doers import fold_suspects
from dateline.merge.spreading import spread_statements
from dateline.merge.suspects import gather_suspects
from dateline.merge.targets import build_targets
from dateline.merge.weapons import build_weapons
from dateline.records import ActorKind, Effect, EventType, Stage, Stance, TargetCategory, WeaponCategory
from dateline.resolve.quotes import is_quoted
from dateline.spans import Span

TEXT = "x" * 400


@pytest.fixture(autouse=True)
def _without_models(monkeypatch: pytest.MonkeyPatch) -> None:
    """Go by the rules alone."""
    monkeypatch.setattr("dateline.merge.attributions.load_model", lambda name: None)


def actor(
    name: str,
    kind: ActorKind,
    *,
    at: int = 0,
    named: bool = False,
    rule: str = "noun:gunmen",
    country: str | None = None,
) -> ActorMention:
    return ActorMention(
        span=Span(at, at + len(name)), head=at, rule=rule, actor=name, kind=kind, country=country, named=named
    )


def stance(of: ActorMention, said: Stance = Stance.REPORTED, *, by: str | None = None) -> StanceMention:
    return StanceMention(
        span=Span(of.span.end + 1, of.span.end + 5),
        head=of.head + 1,
        rule="stance:agent" if said is Stance.REPORTED else "stance:cue",
        actor=of,
        stance=said,
        by=by,
        by_span=None,
        event=None,
    )


def frame(
    *stances: StanceMention,
    start: int = 0,
    reality: Reality = Reality.TOLD,
    weapons: tuple[WeaponMention, ...] = (),
    targets: tuple[TargetLink, ...] = (),
) -> Frame:
    trigger = TriggerMention(
        span=Span(start, start + 6),
        head=start,
        rule="test",
        type=EventType.ATTACK,
        noun=False,
        specific=False,
        weak=False,
    )
    return Frame(
        triggers=(trigger,),
        sentence=start,
        span=Span(start, start + 90),
        block=BlockKind.BODY,
        type=EventType.ATTACK,
        specific=False,
        stage=Stage.ACCOMPLISHED,
        reality=reality,
        definite=False,
        other=False,
        past_perfect=False,
        plural=False,
        stances=stances,
        weapons=weapons,
        targets=targets,
    )


def attributions(*frames: Frame) -> list[tuple[str, str]]:
    return [(fill.value.actor, fill.value.stance) for fill in build_attributions(frames, EventType.ATTACK, TEXT)]


def test_words_for_attackers_of_one_incident_are_one_actor() -> None:
    first = frame(stance(actor("two gunmen", ActorKind.INDIVIDUAL)))
    later = frame(stance(actor("assailants", ActorKind.INDIVIDUAL, at=100)), start=90)

    assert attributions(first, later) == [("two gunmen", "reported")]


def test_rebels_give_way_to_the_group_that_is_named() -> None:
    first = frame(stance(actor("rebels", ActorKind.ARMED_GROUP, rule="noun:fighters")))
    named = actor("Green Dawn", ActorKind.ARMED_GROUP, at=100, named=True, rule="introduced:Green Dawn")

    assert attributions(first, frame(stance(named), start=90)) == [("Green Dawn", "reported")]


def test_rebels_of_one_country_are_not_the_group_of_another() -> None:
    rebels = stance(actor("Turkish rebels", ActorKind.ARMED_GROUP, rule="noun:fighters", country="TR"))
    group = stance(actor("Green Dawn", ActorKind.ARMED_GROUP, at=120, named=True, rule="name:x", country="NO"))

    assert attributions(frame(rebels), frame(group, start=90)) == [
        ("Turkish rebels", "reported"),
        ("Green Dawn", "reported"),
    ]


def test_two_named_groups_stay_two() -> None:
    one = actor("Green Dawn", ActorKind.ARMED_GROUP, named=True, rule="introduced:Green Dawn")
    two = actor("Red Dusk", ActorKind.ARMED_GROUP, at=100, named=True, rule="introduced:Red Dusk")

    assert len(attributions(frame(stance(one), stance(two)))) == 2


def test_the_armies_of_two_countries_stay_two() -> None:
    one = actor("Ruritanian troops", ActorKind.STATE, rule="noun:forces", country="NO")
    two = actor("Borduran troops", ActorKind.STATE, at=100, rule="noun:forces", country="DK")

    assert len(attributions(frame(stance(one), stance(two)))) == 2


def test_who_denies_is_not_folded_into_who_did_it() -> None:
    one = actor("hill militias", ActorKind.ARMED_GROUP, rule="noun:militias")
    two = actor("valley militias", ActorKind.ARMED_GROUP, at=100, rule="noun:militias")

    found = attributions(frame(stance(one), stance(two, Stance.DENIED, by="a party")))

    assert found == [("hill militias", "reported"), ("valley militias", "denied")]


def test_a_claim_is_by_the_group_itself() -> None:
    group = actor("Green Dawn", ActorKind.ARMED_GROUP, named=True, rule="introduced:Green Dawn")

    (fill,) = build_attributions((frame(stance(group, Stance.CLAIMED)),), EventType.BOMBING, TEXT)

    assert (fill.value.stance, fill.value.by) == (Stance.CLAIMED, "Green Dawn")


def test_folding_keeps_all_that_was_told() -> None:
    frames = [frame(stance(actor("gunmen", ActorKind.INDIVIDUAL, at=at)), start=at) for at in (0, 100, 200)]

    ((suspect, _),) = fold_suspects([(found, 0.6) for found in gather_suspects(frames)])

    assert len(suspect.told) == 3


def test_a_statement_without_an_act_goes_to_the_nearest_telling_before_it() -> None:
    clues = [Clue(frame=frame(start=start), times=(), places=()) for start in (0, 100, 300)]
    happenings = (Happening((clues[0], clues[2])), Happening((clues[1],)))
    denial = stance(actor("Green Dawn", ActorKind.ARMED_GROUP, at=220), Stance.DENIED)

    adopted = adopt_stances(happenings, clues, [denial], "")

    assert [len(clue.frame.stances) for happening in adopted for clue in happening.clues] == [0, 0, 1]


def test_a_statement_in_a_general_sentence_is_not_adopted() -> None:
    denial = stance(actor("Green Dawn", ActorKind.ARMED_GROUP, at=120), Stance.DENIED)
    told = Clue(frame=frame(), times=(), places=())
    general = Clue(frame=frame(denial, start=100, reality=Reality.GENERAL), times=(), places=())

    (happening,) = adopt_stances((Happening((told,)),), (told, general), [denial], "")

    assert happening.clues[0].frame.stances == ()


def test_a_claim_in_a_happening_that_was_dropped_goes_to_the_one_told_before() -> None:
    group = actor("Green Dawn", ActorKind.ARMED_GROUP, at=120, named=True)
    claim = replace(stance(group, Stance.CLAIMED), rule="stance:claim")
    told = Clue(frame=frame(), times=(), places=())
    dropped = Clue(frame=frame(claim, stance(group), start=100), times=(), places=())

    assert claim_leftovers([(told,)], [(dropped,)]) == ((claim,),)


def test_a_claim_told_as_history_is_not_taken_over() -> None:
    group = actor("Green Dawn", ActorKind.ARMED_GROUP, at=120, named=True)
    claim = replace(stance(group, Stance.CLAIMED), rule="stance:claim")
    told = Clue(frame=frame(), times=(), places=())
    dropped = Clue(frame=replace(frame(claim, start=100), past_perfect=True), times=(), places=())

    assert claim_leftovers([(told,)], [(dropped,)]) == ((),)


def clue(told: Frame) -> Clue:
    return Clue(frame=told, times=(), places=())


def test_blame_for_many_acts_in_the_lead_holds_for_each_told_below() -> None:
    group = actor("Green Dawn", ActorKind.ARMED_GROUP, named=True)
    blame = replace(stance(group, Stance.ACCUSED), rule="stance:blame")
    text = "Bomb attacks shook two towns, officials said, blaming Green Dawn".ljust(100) + "A bomb went off".ljust(300)
    lead, below = clue(frame(blame)), clue(frame(start=100))

    assert spread_statements([(lead,), (below,)], (), text) == ((), (blame,))
    assert spread_statements([(below,)], [(lead,)], text) == ((blame,),)
    assert spread_statements([(lead,), (clue(replace(below.frame, recalls=True)),)], (), text) == ((), ())
    text = text.replace("attacks", "attack").replace("towns", "men")
    assert spread_statements([(lead,), (below,)], (), text) == ((), ())


def test_a_claim_of_the_attacks_holds_for_what_was_told_before_alone() -> None:
    group = actor("Green Dawn", ActorKind.ARMED_GROUP, at=210, named=True)
    claim = replace(stance(group, Stance.CLAIMED), rule="stance:claim")
    text = "x" * 210 + "Green Dawn claimed the attacks".ljust(190)
    first, second = clue(frame()), clue(frame(start=100))
    claimed, later = clue(frame(claim, start=200)), clue(frame(start=300))

    assert spread_statements([(first,), (second, claimed), (later,)], (), text) == ((claim,), (), ())


def test_a_claim_of_both_attacks_counts_two_of_those_told_before() -> None:
    group = actor("Green Dawn", ActorKind.ARMED_GROUP, at=310, named=True)
    other = actor("Red Dusk", ActorKind.ARMED_GROUP, named=True)
    claim = replace(stance(group, Stance.CLAIMED), rule="stance:claim")
    text = "x" * 300 + "Green Dawn claimed both attacks".ljust(100)
    first, second, third = clue(frame(stance(other))), clue(frame(stance(other), start=100)), clue(frame(start=200))
    claimed = clue(frame(claim, start=300))

    assert spread_statements([(first,), (second,), (third, claimed)], (), text) == ((), (claim,), ())


def test_blame_in_a_sentence_of_its_own_holds_for_all_told_before() -> None:
    group = actor("Green Dawn", ActorKind.ARMED_GROUP, at=300, named=True)
    blame = replace(stance(group, Stance.ACCUSED), rule="stance:blame")
    first, second = clue(frame()), clue(frame(blame, start=100))

    assert spread_statements([(first,), (second,)], (), TEXT) == ((blame,), ())


def test_the_attackers_of_the_next_sentence_are_those_of_the_act_told_before() -> None:
    told = clue(frame())
    near, far = (
        replace(stance(actor("attackers", ActorKind.INDIVIDUAL, at=at)), rule="stance:present") for at in (150, 900)
    )

    (happening,) = adopt_stances((Happening((told,)),), (told,), [near, far], "")

    assert happening.clues[0].frame.stances == (near,)


def test_the_unnamed_are_called_with_what_describes_them() -> None:
    masked = replace(actor("two men", ActorKind.INDIVIDUAL, rule="noun:people"), tail="in masks")

    assert attributions(frame(stance(masked))) == [("two men in masks", "reported")]


def test_rebels_who_did_what_has_no_frame_did_the_act_told_before_if_nobody_else_did() -> None:
    told, other = clue(frame()), clue(frame(stance(actor("troops", ActorKind.STATE, rule="noun:forces"))))
    planted = stance(actor("Green Dawn", ActorKind.ARMED_GROUP, at=120))

    assert adopt_stances((Happening((told,)),), (told,), [planted], "")[0].clues[0].frame.stances == (planted,)
    assert len(adopt_stances((Happening((other,)),), (other,), [planted], "")[0].clues[0].frame.stances) == 1


def test_a_person_who_only_denies_speaks_for_others() -> None:
    poe = actor("John Poe", ActorKind.INDIVIDUAL, named=True, rule="person")

    assert attributions(frame(stance(poe, Stance.DENIED))) == []
    assert attributions(frame(stance(poe, Stance.ACCUSED), stance(poe, Stance.DENIED))) == [
        ("John Poe", "accused"),
        ("John Poe", "denied"),
    ]


def test_two_doers_of_one_act_are_two_actors() -> None:
    one, two = (
        actor(name, ActorKind.STATE, at=at, rule="noun:forces") for name, at in (("troops", 0), ("rangers", 11))
    )
    act = stance(one)

    assert len(attributions(frame(act, replace(stance(two), head=act.head)))) == 2
    assert len(attributions(frame(act), frame(stance(two), start=100))) == 1


def test_a_finer_weapon_replaces_the_general_word() -> None:
    def weapon(category: WeaponCategory, at: int) -> WeaponMention:
        return WeaponMention(span=Span(at, at + 4), head=at, rule="weapons/test", category=category, count=None)

    weapons = (weapon(WeaponCategory.EXPLOSIVE, 10), weapon(WeaponCategory.VEHICLE_BOMB, 20))

    found = build_weapons((frame(weapons=weapons),), EventType.BOMBING, TEXT)

    assert [fill.value.category for fill in found] == [WeaponCategory.VEHICLE_BOMB]


def test_a_target_told_twice_is_one_and_keeps_its_owner() -> None:
    def link(at: int, country: str | None) -> TargetLink:
        mention = TargetMention(
            span=Span(at, at + 7), head=at, rule="targets/test", category=TargetCategory.DIPLOMATIC, country=country
        )
        return TargetLink(mention=mention, effect=None, cue=None, rule="target:object", score=0.9)

    found = build_targets((frame(targets=(link(10, None),)), frame(targets=(link(110, "NO"),))), TEXT)

    assert [fill.value.country for fill in found] == ["NO"]


def _hit(text: str, words: str) -> TargetLink:
    """A link to `words` of the text, a military thing."""
    start = text.index(words)
    span = Span(start, start + len(words))
    mention = TargetMention(span=span, head=start, rule="targets/test", category=TargetCategory.MILITARY, country=None)
    return TargetLink(mention=mention, effect=None, cue=None, rule="target:object", score=0.9)


def test_a_list_of_things_of_one_kind_stays_a_list() -> None:
    text = "Jets hit a tank and two bunkers. The tank burned."
    told = frame(targets=(_hit(text, "a tank"), _hit(text, "two bunkers")))

    found = build_targets((told, frame(targets=(_hit(text, "The tank"),))), text)

    assert [fill.value.text for fill in found] == ["a tank", "two bunkers"]


def test_what_was_foiled_left_its_target_undamaged() -> None:
    text = "A bomb at a bunker was defused."

    (found,) = build_targets((frame(targets=(_hit(text, "a bunker"),)),), text, Stage.FOILED)

    assert found.value.effect is Effect.UNDAMAGED


@pytest.mark.parametrize(
    ("text", "word", "quoted"),
    [
        ("He said “rebels fired” at noon.", "fired", True),
        ("He said “nothing” when rebels fired.", "fired", False),
        ('He said "rebels fired" at noon.', "fired", True),
    ],
)
def test_a_word_is_quoted_between_open_marks(text: str, word: str, quoted: bool) -> None:
    assert is_quoted(text.index(word), text) is quoted


def test_whom_somebody_blames_is_not_who_was_seen() -> None:
    gunmen = stance(actor("two men", ActorKind.INDIVIDUAL, rule="noun:people"))
    thugs = replace(
        stance(actor("hired thugs", ActorKind.CRIMINAL, at=60, rule="noun:criminals"), Stance.ACCUSED, by="union"),
        rule="stance:blame",
    )

    made = build_attributions([frame(gunmen), frame(thugs, start=100)], EventType.SHOOTING, TEXT)

    assert {(fill.value.actor, fill.value.stance) for fill in made} == {
        ("two men", Stance.REPORTED),
        ("hired thugs", Stance.ACCUSED),
    }


def test_the_last_word_of_a_name_stands_for_it() -> None:
    named = stance(actor("Grey coalition", ActorKind.STATE, named=True, rule="name:grey"), Stance.ACCUSED, by="medics")
    short = stance(actor("coalition", ActorKind.STATE, at=60, rule="noun:forces"), Stance.DENIED, by="coalition")

    made = build_attributions([frame(named), frame(short, start=100)], EventType.AIRSTRIKE, TEXT)

    assert {(fill.value.actor, fill.value.stance) for fill in made} == {
        ("Grey coalition", Stance.ACCUSED),
        ("Grey coalition", Stance.DENIED),
    }


def test_the_doer_of_a_summary_without_a_telling_of_its_own_is_that_of_the_list_below() -> None:
    forces = stance(actor("coalition forces", ActorKind.STATE, rule="noun:forces"))
    lead = clue(replace(frame(forces), plural=True))
    first, second = clue(frame(start=100)), clue(frame(stance(actor("rebels", ActorKind.ARMED_GROUP)), start=200))

    bare, other = adopt_stances((Happening((first,)), Happening((second,))), (lead, first, second), [], "")

    assert bare.clues[0].frame.stances == (forces,)
    assert other.clues[0].frame.stances == second.frame.stances
