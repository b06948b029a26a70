"""Victims and totals: harms made by hand, put together as one happening's."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from dateline.articles import BlockKind
from dateline.frames import Frame, Reality
from dateline.mentions import HarmMention, PeopleMention, TriggerMention
from dateline.merge.adoption import adopt_absences
from dateline.merge.clues import Clue
from dateline.merge.clustering import Happening
from dateline.merge.same_people import is_same_name
from dateline.merge.tolls import Toll, build_toll
from dateline.records import Count, EventType, Stage, VictimCategory, VictimStatus, exactly
from dateline.spans import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

KILLED, INJURED, ARRESTED = VictimStatus.KILLED, VictimStatus.INJURED, VictimStatus.ARRESTED


def _at_least(number: int) -> Count:
    return Count(min=number, max=None, best=number)


class Story:
    """A text and its frames, built sentence by sentence."""

    def __init__(self, kind: EventType = EventType.BOMBING) -> None:
        self.text = ""
        self.kind = kind
        self.frames: list[Frame] = []

    def tell(self, sentence: str, *harms: HarmMention, title: bool = False) -> None:
        """Add a sentence and the harms it states."""
        span = Span(len(self.text), len(self.text) + len(sentence))
        self.text += sentence + "\n"
        trigger = TriggerMention(span=span, head=0, rule="t", type=self.kind, noun=True, specific=True, weak=False)
        self.frames.append(
            Frame(
                triggers=(trigger,),
                sentence=len(self.frames),
                span=span,
                block=BlockKind.TITLE if title else BlockKind.BODY,
                type=self.kind,
                specific=True,
                stage=Stage.ACCOMPLISHED,
                reality=Reality.TOLD,
                definite=False,
                other=False,
                past_perfect=False,
                plural=False,
                harms=harms,
            )
        )

    def harm(
        self,
        sentence: str,
        words: str,
        status: VictimStatus,
        count: Count | None,
        *,
        category: VictimCategory = VictimCategory.UNKNOWN,
        name: str | None = None,
        rule: str = "people.person",
        cue: str = "harm.kill.tree",
        total: bool = False,
        part: bool = False,
    ) -> HarmMention:
        """Return the harm that the next sentence, `sentence`, states of `words`."""
        start = len(self.text) + sentence.index(words)
        people = PeopleMention(
            span=Span(start, start + len(words)),
            head=0,
            rule=rule,
            count=count,
            category=category,
            name=name,
            nationality=None,
        )
        end = len(self.text) + len(sentence)
        return HarmMention(
            span=Span(end - 1, end), head=0, rule=cue, people=people, status=status, count=count,
            by=None, total=total, part=part,
        )  # fmt: skip

    @property
    def toll(self) -> Toll:
        """What is made of it."""
        return build_toll(self.frames, self.text)


def _groups(toll: Toll) -> list[tuple[str, str, int | None]]:
    return [(v.value.status.value, v.value.text, v.value.count.best if v.value.count else None) for v in toll.victims]


def _best(counts: Sequence[Count | None]) -> list[int | None]:
    return [count.best if count else None for count in counts]


def test_people_added_in_the_next_sentence_raise_the_total_and_the_lead_figure_is_the_least() -> None:
    story = Story(EventType.SHELLING)
    lead = "Rockets wounded at least two people."
    story.tell(lead, story.harm(lead, "at least two people", INJURED, _at_least(2)))
    one = "Five civilians were wounded."
    story.tell(one, story.harm(one, "Five civilians", INJURED, exactly(5), category=VictimCategory.CIVILIAN, rule="c"))
    two = "Two officers were also wounded"
    story.tell(two, story.harm(two, "Two officers", INJURED, exactly(2), category=VictimCategory.POLICE, rule="p"))

    # "also" stands behind the people, before the cue's end.
    assert story.toll.casualties.injured == Count(min=2, max=7, best=7)
    assert _groups(story.toll) == [("injured", "Five civilians", 5), ("injured", "Two officers", 2)]


def test_a_whole_keeps_what_its_parts_leave() -> None:
    story = Story()
    line = "Ten people died, including three children."
    story.tell(
        line,
        story.harm(line, "Ten people", KILLED, exactly(10)),
        story.harm(line, "three children", KILLED, exactly(3), category=VictimCategory.CHILD, rule="c", part=True),
    )

    assert _groups(story.toll) == [("killed", "Ten people", 7), ("killed", "three children", 3)]
    assert _best([story.toll.casualties.killed]) == [10]


def test_that_nobody_was_hurt_is_told_of_the_act_before_it() -> None:
    story = Story()
    story.tell("A bomb went off.")
    none = "No one was injured."
    story.tell(none, story.harm(none, "No one", INJURED, exactly(0)))
    first, second = (Clue(frame=frame, times=(), places=()) for frame in story.frames)

    (happening,) = adopt_absences((Happening((first,)),), (first, second))

    assert build_toll([clue.frame for clue in happening.clues], story.text).casualties.injured == exactly(0)


def test_people_told_apart_in_the_sentence_of_their_number_do_not_raise_it() -> None:
    story = Story()
    line = "Ten people - five clerks, five guards - were killed."
    story.tell(
        line,
        story.harm(line, "Ten people", KILLED, exactly(10)),
        story.harm(line, "five clerks", KILLED, exactly(5), category=VictimCategory.CIVILIAN, rule="c"),
        story.harm(line, "five guards", KILLED, exactly(5), category=VictimCategory.SECURITY_GUARD, rule="g"),
    )

    assert _best([story.toll.casualties.killed]) == [10]
    assert _groups(story.toll) == [("killed", "five clerks", 5), ("killed", "five guards", 5)]


def test_a_headline_that_counts_fighters_without_naming_them_does_not_double_them() -> None:
    story = Story(EventType.ARMED_CLASH)
    head, line = "Troops kill four", "Troops killed four rebels."
    four = story.harm(head, "four", KILLED, exactly(4), rule="people.number")
    story.tell(head, replace(four, span=Span(0, 6)), title=True)
    story.tell(line, story.harm(line, "four rebels", KILLED, exactly(4), category=VictimCategory.MILITANT, rule="m"))

    assert _best([story.toll.casualties.killed]) == [4]


def test_a_figure_for_all_groups_of_the_total_is_no_group_of_its_own() -> None:
    story = Story(EventType.SHELLING)
    lead, later = "A woman and a guard died.", "Rockets killed two civilians."
    story.tell(
        lead,
        story.harm(lead, "A woman", KILLED, exactly(1), rule="people.man"),
        story.harm(lead, "a guard", KILLED, exactly(1), category=VictimCategory.CIVILIAN, rule="c"),
    )
    story.tell(later, story.harm(later, "two civilians", KILLED, exactly(2), category=VictimCategory.CIVILIAN))

    assert _best([story.toll.casualties.killed]) == [2]


def test_the_man_who_is_identified_is_one_with_his_name() -> None:
    story = Story(EventType.SHOOTING)
    lead, later = "The man who died is Ben Cole.", "Cole died at noon."
    cue = "harm.identified.name"
    story.tell(
        lead,
        story.harm(lead, "The man", KILLED, exactly(1), rule="people.man"),
        story.harm(lead, "Ben Cole", KILLED, exactly(1), name="Ben Cole", rule="people.name", cue=cue, part=True),
    )
    story.tell(later, story.harm(later, "Cole", KILLED, exactly(1), name="Ben Cole", rule="people.name"))

    assert _best([story.toll.casualties.killed]) == [1]
    assert len(story.toll.victims) == 1


def test_one_person_told_by_name_is_no_measure_of_the_total() -> None:
    story = Story(EventType.RIOT)
    one, all_ = "Ana Ruiz was hurt.", "At least 96 people were hurt."
    story.tell(one, story.harm(one, "Ana Ruiz", INJURED, exactly(1), name="Ana Ruiz", rule="people.name"))
    story.tell(all_, story.harm(all_, "At least 96 people", INJURED, _at_least(96)))

    assert _best([story.toll.casualties.injured]) == [96]


def test_two_others_come_on_top_of_the_one_told_before() -> None:
    story = Story(EventType.STABBING)
    one, two = "A fan is in hospital.", "Two other fans were hurt."
    story.tell(one, story.harm(one, "A fan", INJURED, exactly(1), cue="harm.hurt_state.tree", part=True))
    story.tell(two, story.harm(two, "Two other fans", INJURED, exactly(2)))

    assert _best([story.toll.casualties.injured]) == [3]


def test_a_headline_and_a_sentence_that_agree_settle_the_total() -> None:
    story = Story(EventType.SHOOTING)
    head, lead, later = "Two injured", "Two others are in hospital.", "Two women had wounds."
    story.tell(head, story.harm(head, "Two", INJURED, exactly(2), rule="people.number"), title=True)
    story.tell(lead, story.harm(lead, "Two others", INJURED, exactly(2), cue="harm.hurt_state.tree", part=True))
    story.tell(later, story.harm(later, "Two women", INJURED, exactly(2), rule="people.man"))

    assert _best([story.toll.casualties.injured]) == [2]


def test_the_one_who_was_shot_in_a_murder_is_dead() -> None:
    story = Story(EventType.SHOOTING)
    line, charge = "A clerk was shot at noon.", "A man is charged with murder."
    story.tell(line, story.harm(line, "A clerk", INJURED, exactly(1), cue="harm.shoot.tree", rule="c"))
    story.tell(charge)

    assert _best([story.toll.casualties.killed, story.toll.casualties.injured]) == [1, None]


def test_the_two_men_and_who_they_are_are_counted_once() -> None:
    story = Story(EventType.SHOOTING)
    line = "The two men, a guard and a driver, were hurt."
    story.tell(
        line,
        story.harm(line, "The two men", INJURED, exactly(2), rule="people.man"),
        story.harm(line, "a guard", INJURED, exactly(1), category=VictimCategory.SECURITY_GUARD, rule="g"),
        story.harm(line, "a driver", INJURED, exactly(1), category=VictimCategory.CIVILIAN, rule="c", part=True),
    )

    assert _best([story.toll.casualties.injured]) == [2]


def test_the_other_three_are_of_those_counted_before() -> None:
    story = Story(EventType.SHOOTING)
    lead, later = "Four members of a family died.", "The man killed the other three."
    story.tell(lead, story.harm(lead, "Four members of a family", KILLED, exactly(4)))
    story.tell(later, story.harm(later, "the other three", KILLED, exactly(3), rule="people.number"))

    assert _best([story.toll.casualties.killed]) == [4]


def test_names_of_soldiers_counted_before_do_not_raise_the_total() -> None:
    story = Story()
    lead, later = "Two soldiers died.", "They were Ana Ruiz and Ben Cole."
    story.tell(lead, story.harm(lead, "Two soldiers", KILLED, exactly(2), category=VictimCategory.MILITARY))
    story.tell(
        later,
        story.harm(later, "Ana Ruiz", KILLED, exactly(1), name="Ana Ruiz", rule="people.name", part=True),
        story.harm(later, "Ben Cole", KILLED, exactly(1), name="Ben Cole", rule="people.name", part=True),
    )

    assert _best([story.toll.casualties.killed]) == [2]


def test_a_whole_whose_parts_are_all_told_is_dropped() -> None:
    story = Story()
    lead, later = "Two people died.", "They were Ana Ruiz and Ben Cole."
    story.tell(lead, story.harm(lead, "Two people", KILLED, exactly(2)))
    story.tell(
        later,
        story.harm(later, "Ana Ruiz", KILLED, exactly(1), name="Ana Ruiz", rule="people.name"),
        story.harm(later, "Ben Cole", KILLED, exactly(1), name="Ben Cole", rule="people.name"),
    )

    assert [words for _, words, _ in _groups(story.toll)] == ["Ana Ruiz", "Ben Cole"]
    assert _best([story.toll.casualties.killed]) == [2]


def test_a_figure_far_above_the_first_is_not_this_toll() -> None:
    story = Story()
    lead, later = "The blast killed six people.", "The war has killed 6,000 people."
    story.tell(lead, story.harm(lead, "six people", KILLED, exactly(6)))
    story.tell(later, story.harm(later, "6,000 people", KILLED, exactly(6000)))

    assert story.toll.casualties.killed == exactly(6)
    assert _groups(story.toll) == [("killed", "six people", 6)]


def test_a_figure_said_to_be_the_total_wins() -> None:
    story = Story()
    lead, later = "The blast killed six people.", "That brought the toll to eight people."
    story.tell(lead, story.harm(lead, "six people", KILLED, exactly(6)))
    story.tell(later, story.harm(later, "eight people", KILLED, exactly(8), total=True))

    assert _best([story.toll.casualties.killed]) == [8]


def test_people_shot_of_whom_some_died_are_hurt_only_as_to_the_rest() -> None:
    story = Story(EventType.SHOOTING)
    lead, later = "Four people were shot.", "One of them died."
    story.tell(lead, story.harm(lead, "Four people", INJURED, exactly(4), cue="harm.shoot.tree"))
    story.tell(later, story.harm(later, "One", KILLED, exactly(1), rule="people.number"))

    assert _best([story.toll.casualties.killed, story.toll.casualties.injured]) == [1, 3]


def test_one_figure_for_dead_and_hurt_is_neither_where_each_is_told() -> None:
    story = Story()
    title, line = "At least 48 killed and injured", "Three people died and 45 people were hurt."
    story.tell(
        title,
        story.harm(title, "At least 48", KILLED, _at_least(48), rule="people.number"),
        story.harm(title, "At least 48", INJURED, _at_least(48), rule="people.number"),
        title=True,
    )
    story.tell(
        line,
        story.harm(line, "Three people", KILLED, exactly(3)),
        story.harm(line, "45 people", INJURED, exactly(45)),
    )

    assert _best([story.toll.casualties.killed, story.toll.casualties.injured]) == [3, 45]
    assert _groups(story.toll) == [("killed", "Three people", 3), ("injured", "45 people", 45)]


def test_a_man_arrested_after_a_shooting_is_its_author() -> None:
    story = Story(EventType.SHOOTING)
    line = "Police arrested a man."
    story.tell(line, story.harm(line, "a man", ARRESTED, exactly(1), rule="people.man"))

    assert [victim.value.category for victim in story.toll.victims] == [VictimCategory.PERPETRATOR]


def test_others_beside_rebels_are_rebels() -> None:
    story = Story(EventType.AIRSTRIKE)
    line = "It killed 70 rebels and hurt 20 others."
    story.tell(
        line,
        story.harm(line, "70 rebels", KILLED, exactly(70), category=VictimCategory.MILITANT, rule="m"),
        story.harm(line, "20 others", INJURED, exactly(20)),
    )

    assert [victim.value.category for victim in story.toll.victims] == [VictimCategory.MILITANT] * 2


def test_nobody_hurt_is_a_total_of_none_and_no_victim() -> None:
    story = Story()
    line = "No one was hurt."
    story.tell(line, story.harm(line, "No one", INJURED, exactly(0)))

    assert story.toll.casualties.injured == exactly(0)
    assert story.toll.victims == ()


def test_names_of_one_family_are_several_people() -> None:
    assert not is_same_name("Ana Ruiz", "Ben Ruiz")
    assert is_same_name("Ruiz", "Ana Ruiz")
    assert is_same_name("Ana Maria Ruiz", "Ana Ruiz")


@pytest.mark.parametrize(
    ("one", "two", "same"),
    [
        ("Jonathon Reese", "Jonathan Reese", True),
        ("Omar Hussein", "Omar Hussain", True),
        ("Mohamed Ali", "Mohammed Ali", True),
        ("Carlo Ruiz", "Carla Ruiz", False),
        ("Martin Cole", "Martina Cole", False),
        ("Brandon Cole", "Brendon Coles", False),
        ("Ana Ruiz", "Ina Ruiz", False),
    ],
)
def test_a_name_spelt_in_two_ways_is_one(one: str, two: str, *, same: bool) -> None:
    assert is_same_name(one, two) is same


def test_women_and_men_told_later_divide_the_total() -> None:
    story = Story(EventType.SHOOTING)
    lead, later = "A man killed four people.", "Two men and two women died."
    story.tell(lead, story.harm(lead, "four people", KILLED, exactly(4)))
    story.tell(
        later,
        story.harm(later, "Two men", KILLED, exactly(2)),
        story.harm(later, "two women", KILLED, exactly(2)),
    )

    assert _best([story.toll.casualties.killed]) == [4]


def test_casualties_divided_in_the_sentence_are_not_counted_twice() -> None:
    story = Story(EventType.ARMED_CLASH)
    line = "The army suffered five casualties: two dead and three hurt."
    story.tell(
        line,
        story.harm(line, "five", INJURED, exactly(5), cue="harm.casualty.number"),
        story.harm(line, "two", KILLED, exactly(2)),
        story.harm(line, "three", INJURED, exactly(3)),
    )

    assert _best([story.toll.casualties.killed, story.toll.casualties.injured]) == [2, 3]


def test_suspects_held_after_a_leader_come_on_top_of_him() -> None:
    story = Story(EventType.ARREST)
    militant = VictimCategory.MILITANT
    lead, later = "Troops captured a leader.", "They detained two suspected insurgents."
    story.tell(lead, story.harm(lead, "a leader", ARRESTED, exactly(1), category=militant, rule="m"))
    story.tell(later, story.harm(later, "two suspected insurgents", ARRESTED, exactly(2), category=militant, rule="m"))

    assert _best([story.toll.casualties.arrested]) == [3]


def test_the_dead_of_a_war_do_not_raise_the_toll() -> None:
    story = Story(EventType.AIRSTRIKE)
    civilian = VictimCategory.CIVILIAN
    lead, later = "A strike killed 20 villagers.", "It had killed 1200 civilians before."
    story.tell(lead, story.harm(lead, "20 villagers", KILLED, exactly(20), category=civilian, rule="c"))
    story.tell(later, story.harm(later, "1200 civilians", KILLED, exactly(1200), category=civilian, rule="c"))

    assert _best([story.toll.casualties.killed]) == [20]


def test_a_toll_told_first_is_the_measure_of_the_rest() -> None:
    story = Story(EventType.HOSTAGE_TAKING)
    lead, later = "The death toll rose to 16.", "Troops killed three of the gunmen."
    story.tell(lead, story.harm(lead, "16", KILLED, exactly(16), total=True))
    story.tell(later, story.harm(later, "three", KILLED, exactly(3)))

    assert _best([story.toll.casualties.killed]) == [16]


def test_women_and_children_are_one_group() -> None:
    story = Story(EventType.ARREST)
    line = "They protected the women and children."
    unharmed = VictimStatus.UNHARMED
    story.tell(
        line,
        story.harm(line, "the women", unharmed, None),
        story.harm(line, "children", unharmed, None, category=VictimCategory.CHILD, rule="c"),
    )

    assert [(v.value.text, v.value.category) for v in story.toll.victims] == [
        ("the women and children", VictimCategory.CIVILIAN)
    ]


def test_attackers_shot_come_on_top_of_those_whom_they_killed() -> None:
    story = Story(EventType.STABBING)
    lead, later = "Men with knives attacked a market, killing 29 ", "Police killed four attackers "
    told = story.harm(lead, "29 ", KILLED, exactly(29))
    story.tell(lead, replace(told, span=Span(lead.index("killing"), lead.index("killing") + 7)))
    shot = story.harm(later, "four attackers", KILLED, exactly(4), category=VictimCategory.PERPETRATOR, rule="p")
    story.tell(later, shot)

    assert _best([story.toll.casualties.killed]) == [33]


def test_a_headline_over_several_acts_is_not_one_acts_toll() -> None:
    story = Story(EventType.AIRSTRIKE)
    title, lead = "Coalition strikes, clashes leave 60 dead", "Air strikes killed 43 people."
    story.tell(title, story.harm(title, "60", KILLED, exactly(60)), title=True)
    story.tell(lead, story.harm(lead, "43 people", KILLED, exactly(43)))

    assert _best([story.toll.casualties.killed]) == [43]


def test_both_who_died_are_the_two_told_shot() -> None:
    story = Story(EventType.SHOOTING)
    shot = "Two airmen were shot."
    story.tell(
        shot,
        story.harm(shot, "Two airmen", INJURED, exactly(2), category=VictimCategory.MILITARY, rule="people.military",
                   cue="harm.shoot.tree"),
    )  # fmt: skip
    story.tell("Both died.", story.harm("Both died.", "Both", KILLED, exactly(2), rule="people.number"))

    assert _groups(story.toll) == [("killed", "Two airmen", 2)]
    assert story.toll.victims[0].value.category is VictimCategory.MILITARY


def test_people_killed_without_a_number_or_name_are_nobody_in_particular() -> None:
    story = Story(EventType.AIRSTRIKE)
    story.tell("A raid killed two.", story.harm("A raid killed two.", "two", KILLED, exactly(2), rule="people.number"))
    more = "Raids kill civilians."
    story.tell(more, story.harm(more, "civilians", KILLED, None, category=VictimCategory.CIVILIAN))

    assert _groups(story.toll) == [("killed", "two", 2)]


def test_the_driver_is_one_of_the_dead() -> None:
    story = Story()
    story.tell("A bomb killed 20 people.", story.harm("A bomb killed 20 people.", "20 people", KILLED, exactly(20)))
    later = "Guards shot dead the driver."
    story.tell(
        later,
        story.harm(later, "the driver", KILLED, exactly(1), category=VictimCategory.CIVILIAN, rule="people.civilian"),
    )

    assert _groups(story.toll) == [("killed", "20 people", 19), ("killed", "the driver", 1)]


def test_those_in_a_bad_state_are_no_group_of_their_own() -> None:
    story = Story()
    hurt = "Sixteen people were hurt."
    story.tell(hurt, story.harm(hurt, "Sixteen people", INJURED, exactly(16)))
    grave = "Two are in critical condition."
    story.tell(
        grave,
        story.harm(grave, "Two", INJURED, exactly(2), rule="people.number", cue="harm.hurt_state.tree", part=True),
    )

    assert _groups(story.toll) == [("injured", "Sixteen people", 16)]


def test_a_child_arrested_for_the_deed_is_its_author() -> None:
    story = Story(EventType.STABBING)
    held = "A 16-year-old boy was arrested."
    story.tell(
        held,
        story.harm(held, "A 16-year-old boy", ARRESTED, exactly(1), category=VictimCategory.CHILD, rule="people.child"),
    )

    assert story.toll.victims[0].value.category is VictimCategory.PERPETRATOR


def test_a_resident_dead_beside_policemen_comes_on_top_of_them() -> None:
    story = Story(EventType.ARMED_CLASH)
    dead = "Fourteen policemen were killed."
    story.tell(dead, story.harm(dead, "Fourteen policemen", KILLED, exactly(14), category=VictimCategory.POLICE))
    also = "An elderly resident died in the smoke."
    story.tell(also, story.harm(also, "An elderly resident", KILLED, exactly(1)))

    assert _groups(story.toll) == [("killed", "Fourteen policemen", 14), ("killed", "An elderly resident", 1)]
    assert story.toll.casualties.killed == exactly(15)


def test_a_headline_run_into_the_lead_is_counted_once() -> None:
    story = Story()
    lead = "Three soldiers killed by blast Three soldiers have been killed."
    twice = [story.harm(lead, "Three soldiers", KILLED, exactly(3), category=VictimCategory.MILITARY) for _ in range(2)]
    story.tell(lead, *twice)

    assert _groups(story.toll) == [("killed", "Three soldiers", 3)]
    assert story.toll.casualties.killed == exactly(3)


def test_totals_of_two_sources_are_rivals() -> None:
    story = Story()
    said = "Police spoke of 29 dead, doctors of 38."
    rivals = [
        replace(story.harm(said, words, KILLED, exactly(int(words)), rule="people.number"), by=source)
        for words, source in (("29", "police"), ("38", "doctors"))
    ]
    story.tell(said, *rivals)

    assert story.toll.casualties.killed is not None
    assert story.toll.casualties.killed.best == 38


def test_the_dead_told_by_name_are_taken_out_of_all_who_were_shot() -> None:
    story = Story(EventType.SHOOTING)
    shot = "Five people were shot."
    story.tell(shot, story.harm(shot, "Five people", INJURED, exactly(5), cue="harm.shoot.tree"))
    for name in ("Ana Ruiz", "Ben Cole"):
        died = f"{name} died at the scene."
        story.tell(died, story.harm(died, name, KILLED, exactly(1), name=name, rule="people.name"))

    assert story.toll.casualties.killed == exactly(2)
    assert story.toll.casualties.injured == exactly(3)


def test_four_shot_beside_one_dead_are_four_more() -> None:
    story = Story(EventType.SHOOTING)
    both = "One person was killed and four people were shot."
    story.tell(
        both,
        story.harm(both, "One person", KILLED, exactly(1)),
        story.harm(both, "four people", INJURED, exactly(4), cue="harm.shoot.tree"),
    )

    assert story.toll.casualties.injured == exactly(4)


def test_an_attacker_dead_is_not_taken_out_of_those_he_shot() -> None:
    story = Story(EventType.SHOOTING)
    shot = "A man shot six people."
    story.tell(shot, story.harm(shot, "six people", INJURED, exactly(6), cue="harm.shoot.tree"))
    died = "Four people died and the gunman shot himself."
    story.tell(
        died,
        story.harm(died, "Four people", KILLED, exactly(4)),
        story.harm(
            died, "the gunman", KILLED, exactly(1), category=VictimCategory.PERPETRATOR, rule="people.perpetrator"
        ),
    )

    assert story.toll.casualties.injured == exactly(2)


def test_others_set_apart_from_the_dead_are_those_told_hurt_before() -> None:
    story = Story(EventType.SHOOTING)
    title = "2 killed, 2 injured in Leeds"
    story.tell(
        title,
        story.harm(title, "2", KILLED, exactly(2), rule="people.number"),
        story.harm(title, "2 injured", INJURED, exactly(2), rule="people.number", cue="harm.wound.near"),
        title=True,
    )
    lead = "Two people were killed and two others were injured."
    story.tell(
        lead,
        story.harm(lead, "Two people", KILLED, exactly(2)),
        story.harm(lead, "two others", INJURED, exactly(2), cue="harm.wound.tree"),
    )

    assert story.toll.casualties.injured == exactly(2)


def test_those_found_one_after_the_other_sum_up_to_the_total() -> None:
    story = Story(EventType.SHOOTING)
    hurt = "The shooting injured five people."
    story.tell(hurt, story.harm(hurt, "five people", INJURED, exactly(5), cue="harm.wound.tree"))
    found = "Officers found two women with gunshot wounds."
    story.tell(
        found, story.harm(found, "two women", INJURED, exactly(2), rule="people.man", cue="harm.wounded_with.near")
    )
    more = "Three more victims came to hospital."
    story.tell(more, story.harm(more, "Three more victims", INJURED, exactly(3), cue="harm.bring_in.tree"))

    assert story.toll.casualties.injured == exactly(5)


def test_one_of_the_wounded_who_dies_comes_on_top_of_the_dead() -> None:
    story = Story()
    blast = "The blast killed three people."
    story.tell(blast, story.harm(blast, "three people", KILLED, exactly(3)))
    later = "One of the wounded died in hospital."
    story.tell(later, story.harm(later, "One", KILLED, exactly(1), rule="people.number", cue="harm.die.tree"))

    assert story.toll.casualties.killed == exactly(4)


def test_a_man_and_a_woman_are_two_people() -> None:
    story = Story(EventType.SHOOTING)
    for who in ("A man of 25", "A woman"):
        hit = f"{who} was shot."
        story.tell(hit, story.harm(hit, who, INJURED, exactly(1), rule="people.man", cue="harm.shoot.tree"))

    assert story.toll.casualties.injured == exactly(2)


def test_people_of_different_ages_are_different_people() -> None:
    story = Story(EventType.SHOOTING)
    for age in (25, 23):
        hit = f"A {age}-year-old man was shot."
        story.tell(
            hit,
            story.harm(hit, f"A {age}-year-old man", INJURED, exactly(1), rule="people.man", cue="harm.shoot.tree"),
        )

    assert story.toll.casualties.injured == exactly(2)


def test_named_people_are_those_counted_before() -> None:
    story = Story(EventType.SHOOTING)
    first = "Two men were shot dead."
    story.tell(first, story.harm(first, "Two men", KILLED, exactly(2), rule="people.man"))
    for name in ("Kevin Foster", "Donald Sims"):
        died = f"{name} died at the scene."
        story.tell(died, story.harm(died, name, KILLED, exactly(1), rule="people.name", name=name))

    assert story.toll.casualties.killed == exactly(2)
    assert [victim.value.name for victim in story.toll.victims] == ["Kevin Foster", "Donald Sims"]


def test_the_wounded_who_die_are_taken_out_of_the_wounded() -> None:
    story = Story()
    sentence = "Four people were wounded, and one of them died in hospital."
    story.tell(
        sentence,
        story.harm(sentence, "Four people", INJURED, exactly(4), cue="harm.wound.tree"),
        story.harm(sentence, "one", KILLED, exactly(1), rule="people.number", cue="harm.die.tree"),
    )

    assert (story.toll.casualties.injured, story.toll.casualties.killed) == (exactly(3), exactly(1))


def test_those_shot_are_the_dead_whom_the_charges_count() -> None:
    story = Story(EventType.SHOOTING)
    line = "He was convicted of two counts of murder for shooting his wife and son."
    charged = replace(story.harm(line, "two", KILLED, exactly(2), cue="harm.charged_with.number"), people=None)
    story.tell(
        line,
        charged,
        story.harm(line, "his wife", INJURED, exactly(1), cue="harm.shoot.tree"),
        story.harm(line, "son", INJURED, exactly(1), cue="harm.shoot.tree"),
    )

    assert _best([story.toll.casualties.killed, story.toll.casualties.injured]) == [2, None]
    assert _groups(story.toll) == [("killed", "his wife", 1), ("killed", "son", 1)]
