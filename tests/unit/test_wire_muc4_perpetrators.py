from __future__ import annotations

import pytest

from dateline.records import (
    ActorKind,
    ArticleInfo,
    Attribution,
    EventType,
    Record,
    Role,
    Stage,
    Stance,
    Target,
    TargetCategory,
)
from dateline.wire.muc4 import build_templates
from dateline.wire.muc4_perpetrators import lend_group
from dateline.wire.muc4_templates import Template


def actor(
    name: str, kind: ActorKind, *, text: str = "", stance: Stance = Stance.REPORTED, by: str | None = None
) -> Attribution:
    return Attribution(actor=name, kind=kind, country=None, stance=stance, by=by, text=text or name.upper())


def template(text: str, *actors: Attribution, told: tuple[str, ...] = ()) -> Template:
    """The template of a bombing by `actors`, the first of which is also told by the phrases `told`."""
    evidence = {"attributions[0]": tuple((text.index(words), text.index(words) + len(words)) for words in told)}
    article = ArticleInfo(
        id="a", source="x", title=None, authors=(), publisher=None, published=None, published_basis=None, language="en"
    )
    hall = Target(text="TOWN HALL", category=TargetCategory.GOVERNMENT, country=None, effect=None)
    incident = Record(
        id="i", article=article, role=Role.MAIN, type=EventType.BOMBING, stage=Stage.ACCOMPLISHED, date=None,
        place=None, targets=(hall,), attributions=actors, evidence=evidence,
    )  # fmt: skip
    (found,) = build_templates([incident], text)
    return found


def test_a_group_told_as_the_rebels_goes_by_the_name_that_the_article_has() -> None:
    who = actor("Northern Liberation Front (NLF)", ActorKind.ARMED_GROUP, text="REBELS")

    found = template("THE NLF IS ACTIVE IN TUNJA. THE REBELS BOMBED THE TOWN HALL.", who, told=("REBELS",))

    assert (found.perp_individual, found.perp_org) == ((("REBELS", ""),), (("NLF", ""),))


def test_a_group_goes_by_its_short_form_where_the_article_has_it() -> None:
    who = actor("Northern Liberation Front (NLF)", ActorKind.ARMED_GROUP, text="NORTHERN LIBERATION FRONT")

    found = template("THE NORTHERN LIBERATION FRONT (NLF) BOMBED THE TOWN HALL.", who)

    assert found.perp_org == (("NLF", ""),)


def test_what_a_group_is_styled_is_no_part_of_its_name() -> None:
    who = actor("So-called Avengers", ActorKind.ARMED_GROUP)

    found = template("THE SO-CALLED AVENGERS BOMBED THE TOWN HALL.", who)

    assert found.perp_org == (("AVENGERS", ""),)


def test_an_organization_called_by_what_it_is_is_no_individual() -> None:
    who = actor("Northern Liberation Front (NLF)", ActorKind.ARMED_GROUP, text="THE MAOIST NLF GUERRILLA GROUP")

    found = template("THE MAOIST NLF GUERRILLA GROUP BOMBED THE TOWN HALL.", who)

    assert (found.perp_individual, found.perp_org) == ((), (("NLF", ""),))


def test_people_named_beside_their_group_are_kept() -> None:
    who = actor("Northern Liberation Front (NLF)", ActorKind.ARMED_GROUP, text="NLF")

    found = template("THE GUERRILLAS PLANTED THE BOMB. THE NLF DID IT.", who, told=("GUERRILLAS", "NLF"))

    assert (found.perp_individual, found.perp_org) == ((("GUERRILLAS", ""),), (("NLF", ""),))


def test_an_accuser_is_none_of_the_accused() -> None:
    who = actor("Red Path", ActorKind.ARMED_GROUP, stance=Stance.ACCUSED, by="police officers")

    found = template("POLICE OFFICERS BLAMED RED PATH.", who, told=("POLICE OFFICERS", "RED PATH"))

    assert found.perp_individual == ()


def test_helicopters_are_no_part_of_the_name_of_their_owner() -> None:
    found = template("THE SALVADORAN AIR FORCE.", actor("Salvadoran air force helicopters", ActorKind.STATE))

    assert found.perp_category == "STATE-SPONSORED VIOLENCE"
    assert found.perp_org == (("SALVADORAN AIR FORCE", ""),)


def test_forces_that_only_fight_the_rebels_are_no_perpetrators() -> None:
    found = template("X", actor("army", ActorKind.STATE), actor("rebels", ActorKind.ARMED_GROUP))

    assert (found.perp_category, found.perp_individual, found.perp_org) == ("TERRORIST ACT", (("REBELS", ""),), ())


def test_forces_that_are_accused_beside_the_rebels_are_perpetrators() -> None:
    army = actor("army", ActorKind.STATE, stance=Stance.ACCUSED, by="priests")

    found = template("X", army, actor("rebels", ActorKind.ARMED_GROUP))

    assert found.perp_org_confidence == (("SUSPECTED OR ACCUSED", "ARMY"),)


def test_an_act_of_nobody_told_is_taken_for_one_of_terror() -> None:
    assert template("X").perp_category == "TERRORIST ACT"


@pytest.mark.parametrize("by", ["Colonel Rivas", "information secretary", "armed forces press committee"])
def test_an_accusation_by_officers_and_offices_is_one_by_authorities(by: str) -> None:
    who = actor("Red Path", ActorKind.ARMED_GROUP, stance=Stance.ACCUSED, by=by)

    assert template("RED PATH", who).perp_org_confidence == (("SUSPECTED OR ACCUSED BY AUTHORITIES", "RED PATH"),)


@pytest.mark.parametrize(
    ("printed", "body"),
    [
        ("ARMED FORCES MEMBERS", "ARMED FORCES"),
        ("THREE ARMY SOLDIERS", "ARMY"),
        ("MEMBERS OF THE NATIONAL GUARD", "NATIONAL GUARD"),
        ("FIVE SOLDIERS", None),
    ],
)
def test_people_of_a_body_of_the_state_stand_for_it_too(printed: str, body: str | None) -> None:
    found = template(f"{printed} PLANTED THE BOMB.", actor(printed.capitalize(), ActorKind.STATE, text=printed))

    assert found.perp_individual == ((printed, ""),)
    assert found.perp_org == (((body, ""),) if body else ())


def test_a_body_blamed_for_what_its_people_did_is_named_beside_them() -> None:
    who = actor("soldiers", ActorKind.STATE)

    found = template("SOLDIERS BURNED THE HALL. VILLAGERS BLAMED THE ARMY.", who, told=("SOLDIERS", "ARMY"))

    assert (found.perp_individual, found.perp_org) == ((("SOLDIERS", ""),), (("ARMY", ""),))


def test_a_person_goes_by_the_fullest_name_that_the_article_has() -> None:
    who = actor("Juan Romero Paz", ActorKind.INDIVIDUAL, text="ROMERO")

    assert template("JUAN ROMERO PAZ FLED. ROMERO DID IT.", who).perp_individual == (("JUAN ROMERO PAZ", ""),)


def test_the_group_says_nothing_of_its_people() -> None:
    who = actor("Red Path", ActorKind.ARMED_GROUP)

    assert template("RED PATH DID IT. THE GROUP FLED.", who, told=("RED PATH", "THE GROUP")).perp_individual == ()


def test_a_name_may_begin_with_a_number() -> None:
    found = template("THE 19 APRIL MOVEMENT DID IT.", actor("19 April Movement", ActorKind.ARMED_GROUP))

    assert found.perp_org == (("19 APRIL MOVEMENT", ""),)


@pytest.mark.parametrize(
    ("text", "stance", "told", "confidence"),
    [
        ("POLICE SAID RED PATH BURNED IT.", Stance.ACCUSED, ("BURNED",), "REPORTED AS FACT"),
        ("POLICE BLAMED RED PATH.", Stance.ACCUSED, ("BLAMED",), "SUSPECTED OR ACCUSED BY AUTHORITIES"),
        ("POLICE SUSPECT RED PATH.", Stance.SUSPECTED, ("SUSPECT",), "SUSPECTED OR ACCUSED BY AUTHORITIES"),
    ],
)
def test_what_police_plainly_tell_is_reported_and_whom_they_blame_accused(
    text: str, stance: Stance, told: tuple[str, ...], confidence: str
) -> None:
    who = actor("Red Path", ActorKind.ARMED_GROUP, stance=stance, by="police")

    assert template(text, who, told=told).perp_org_confidence == ((confidence, "RED PATH"),)


def test_an_act_of_nobody_told_is_that_of_the_one_group_of_the_article() -> None:
    def incident(number: int, *actors: Attribution) -> Record:
        article = ArticleInfo(
            id="a", source="x", title=None, authors=(), publisher=None, published=None, published_basis=None,
            language="en",
        )  # fmt: skip
        return Record(
            id=str(number), article=article, role=Role.MAIN, type=EventType.BOMBING, stage=Stage.ACCOMPLISHED,
            date=None, place=None, attributions=actors,
        )  # fmt: skip

    red, blue = actor("Red Path", ActorKind.ARMED_GROUP), actor("Blue Path", ActorKind.ARMED_GROUP)

    lent = lend_group([incident(1, red), incident(2, red), incident(3)])[2].attributions
    assert [(one.actor, one.stance) for one in lent] == [("Red Path", Stance.REPORTED)]
    assert lend_group([incident(1, red), incident(2)])[1].attributions == ()
    rebels, army = actor("guerrillas", ActorKind.ARMED_GROUP), actor("army", ActorKind.STATE)
    beside = lend_group([incident(1, red), incident(2, red), incident(3, rebels), incident(4, army)])
    assert [[one.actor for one in record.attributions] for record in beside[2:]] == [
        ["guerrillas", "Red Path"],
        ["army"],
    ]
    assert lend_group([incident(1, red), incident(2, red), incident(3, blue), incident(4)])[3].attributions == ()


def test_unnamed_cartels_are_an_organization() -> None:
    found = template("COCAINE CARTELS BOMBED THE TOWN HALL.", actor("cocaine cartels", ActorKind.CRIMINAL))

    assert (found.perp_individual, found.perp_org) == ((), (("COCAINE CARTELS", ""),))


def test_people_from_a_battalion_are_of_it() -> None:
    who = actor("soldier from the Torata Battalion", ActorKind.STATE)

    found = template("A SOLDIER FROM THE TORATA BATTALION BOMBED THE TOWN HALL.", who)

    assert (found.perp_individual, found.perp_org) == (
        (("SOLDIER FROM THE TORATA BATTALION", ""),),
        (("TORATA BATTALION", ""),),
    )


def test_assassins_are_people_of_their_mafia() -> None:
    who = actor("Mafia", ActorKind.CRIMINAL, text="HIRED ASSASSINS OF THE DRUG MAFIA")

    found = template("HIRED ASSASSINS OF THE DRUG MAFIA BOMBED THE TOWN HALL.", who)

    assert found.perp_individual == (("HIRED ASSASSINS OF THE DRUG MAFIA", ""),)
    assert found.perp_org == (("DRUG MAFIA", ""),)


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("Members of the Workers Party of Peru", "WORKERS PARTY OF PERU"),
        ("members of the peasant patrols", None),
        ("Members of Congress", None),
    ],
)
def test_members_of_a_party_by_name_stand_for_it_too(name: str, body: str | None) -> None:
    found = template(f"{name.upper()} BOMBED THE TOWN HALL.", actor(name, ActorKind.UNKNOWN))

    assert found.perp_individual == ((name.upper(), ""),)
    assert found.perp_org == (((body, ""),) if body else ())
