from __future__ import annotations

from dataclasses import replace
from datetime import date

import orjson
import pytest

from dateline.articles import PublishedBasis
from dateline.records import (
    ActorKind,
    ArticleInfo,
    Attribution,
    Casualties,
    DateBasis,
    DatePrecision,
    Effect,
    EventType,
    Place,
    PlacePrecision,
    Record,
    Report,
    Role,
    Stage,
    Stance,
    Target,
    TargetCategory,
    Victim,
    VictimCategory,
    VictimStatus,
    Weapon,
    WeaponCategory,
    When,
    exactly,
)
from dateline.wire.muc4 import build_templates, encode_templates
from dateline.wire.muc4_tables import load_crosswalk

TEXT = "A BOMB DAMAGED THE TOWN HALL OF TUNJA IN BOYACA DEPARTMENT. THE COUNTRY IS COLOMBIA. THE XYZ FRONT DID IT."
TUNJA = Place(
    text="TUNJA", site=None, locality="Tunja", admin1="Boyacá", country="CO",
    latitude=None, longitude=None, geonames_id=None, precision=PlacePrecision.LOCALITY,
)  # fmt: skip
HALL = Target(text="THE TOWN HALL", category=TargetCategory.GOVERNMENT, country=None, effect=Effect.DAMAGED)


def record(**changes: object) -> Record:
    """A bombing of a town hall in Tunja on 2 May 1989, reported the day after."""
    article = ArticleInfo(
        id="a", source="x", title=None, authors=(), publisher=None, published=date(1989, 5, 3),
        published_basis=PublishedBasis.DATELINE, language="en",
    )  # fmt: skip
    day = date(1989, 5, 2)
    plain = Record(
        id="i", article=article, role=Role.MAIN, type=EventType.BOMBING, stage=Stage.ACCOMPLISHED,
        date=When(start=day, end=day, precision=DatePrecision.DAY, basis=DateBasis.RELATIVE, text="YESTERDAY"),
        place=TUNJA, targets=(HALL,),
    )  # fmt: skip
    return replace(plain, **changes)  # type: ignore[arg-type]  # the names of fields


def victim(text: str, category: VictimCategory, *, name: str | None = None) -> Victim:
    return Victim(
        text=text, name=name, category=category, nationality=None, status=VictimStatus.KILLED, count=exactly(1)
    )


def actor(name: str, kind: ActorKind, stance: Stance = Stance.REPORTED, *, text: str = "", by: str = "") -> Attribution:
    return Attribution(actor=name, kind=kind, country=None, stance=stance, by=by or None, text=text or name.upper())


def test_every_value_of_the_tables_is_one_of_the_record() -> None:
    tables = load_crosswalk().tables

    assert set(tables["types"]) <= {kind.value for kind in EventType}
    assert set(tables["stages"]) == {stage.value for stage in Stage}
    assert set(tables["weapons"]) <= {weapon.value for weapon in WeaponCategory}
    assert set(tables["targets"]) == {target.value for target in TargetCategory}
    assert set(tables["effects"]) == {effect.value for effect in Effect}
    assert set(tables["victims"]) <= {category.value for category in VictimCategory}
    assert set(tables["harms"]) <= {status.value for status in VictimStatus}
    assert set(tables["stances"]) <= {stance.value for stance in Stance}
    assert set(tables["regions"]) <= set(tables["countries"])
    assert set(tables["regions"]) == set(tables["demonyms"])


def test_a_bombing_reads_as_a_template() -> None:
    (template,) = build_templates(
        [record(weapons=(Weapon(category=WeaponCategory.BOMB, text="A BOMB", count=None),))], TEXT
    )

    assert (template.date, template.type, template.stage) == ("02 MAY 89", "BOMBING", "ACCOMPLISHED")
    assert template.location == "COLOMBIA: BOYACA (DEPARTMENT): TUNJA (CITY)"
    assert template.instrument_type == (("BOMB", "BOMB"),)
    assert template.phys_target == (("TOWN HALL", ""),)
    assert template.phys_target_type == (("GOVERNMENT OFFICE OR RESIDENCE", "TOWN HALL"),)
    assert template.phys_target_effect == (("SOME DAMAGE", "TOWN HALL"),)
    assert template.phys_target_number == (("1", "TOWN HALL"),)


@pytest.mark.parametrize(
    ("changes", "things"),
    [
        ({"type": EventType.SHOOTING}, (("TOWN HALL", ""),)),
        ({"type": EventType.SHOOTING, "targets": (replace(HALL, effect=None),)}, ()),
        ({"targets": (replace(HALL, effect=None),)}, (("TOWN HALL", ""),)),
        ({"targets": (replace(HALL, category=TargetCategory.MILITARY),)}, ()),
        ({"targets": (replace(HALL, text="TUNJA MUNICIPALITY"),)}, ()),
    ],
)
def test_where_people_are_shot_and_what_armies_hold_is_no_target(changes: dict[str, object], things: object) -> None:
    baker = victim("A BAKER", VictimCategory.CIVILIAN)

    (template,) = build_templates([record(victims=(baker,), **changes)], TEXT)

    assert template.phys_target == things


def test_a_bomb_reads_as_what_it_was_made_of() -> None:
    text = "A POWERFUL BOMB WENT OFF. IT WAS DYNAMITE."
    told = record(
        weapons=(Weapon(category=WeaponCategory.BOMB, text="A POWERFUL BOMB", count=None),),
        evidence={"weapons[0]": ((0, 15), (33, 41))},
    )

    (template,) = build_templates([told], text)

    assert template.instrument_type == (("DYNAMITE", "DYNAMITE"),)


@pytest.mark.parametrize("words", ["OPENED FIRE", "GUNMEN", "AN EXCHANGE OF FIRE", "TWO BULLET WOUNDS"])
def test_words_for_shooting_name_no_instrument(words: str) -> None:
    gun = Weapon(category=WeaponCategory.FIREARM, text=words, count=None)

    (template,) = build_templates([record(weapons=(gun,))], TEXT)

    assert (template.instrument_id, template.instrument_type) == ((), (("GUN", ""),))


def test_a_weekday_reads_as_on_or_before_the_article() -> None:
    day = date(1989, 5, 1)
    when = When(start=day, end=day, precision=DatePrecision.DAY, basis=DateBasis.RELATIVE, text="ON MONDAY")

    (template,) = build_templates([record(date=when)], TEXT)

    assert template.date == "- 03 MAY 89"


@pytest.mark.parametrize(
    "changes",
    [
        pytest.param({"type": EventType.PROTEST}, id="a protest"),
        pytest.param({"role": Role.BACKGROUND}, id="history"),
        pytest.param({"place": replace(TUNJA, locality=None, country="US"), "targets": ()}, id="another country"),
        pytest.param({"type": EventType.ARMED_CLASH, "targets": ()}, id="a clash that harms nobody else"),
        pytest.param({"targets": (), "victims": (victim("A SOLDIER", VictimCategory.MILITARY),)}, id="soldiers only"),
    ],
)
def test_what_the_task_does_not_ask_for_has_no_template(changes: dict[str, object]) -> None:
    assert build_templates([record(**changes)], f"{TEXT} UNITED STATES") == ()


def test_a_soldier_who_is_killed_by_name_is_murdered() -> None:
    fallen = victim("TWO SOLDIERS", VictimCategory.MILITARY)
    murdered = victim("SERGEANT LUIS PAZ", VictimCategory.MILITARY, name="LUIS PAZ")

    assert build_templates([record(type=EventType.SHOOTING, targets=(), victims=(fallen,))], TEXT) == ()
    assert len(build_templates([record(type=EventType.SHOOTING, targets=(), victims=(murdered,))], TEXT)) == 1


@pytest.mark.parametrize(("act", "told"), [(EventType.SHOOTING, 1), (EventType.BOMBING, 2)])
def test_those_shot_of_whom_nothing_is_told_fall_in_the_war(act: EventType, told: int) -> None:
    people = (victim("A BAKER", VictimCategory.CIVILIAN), victim("MANY WOUNDED", VictimCategory.UNKNOWN))

    (template,) = build_templates([record(type=act, targets=(), victims=people)], TEXT)

    assert len(template.hum_target_desc) == told


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("MEN SHOT A BAKER WITH A RIFLE.", (("RIFLE", ""),)),
        ("MEN SHOT A BAKER. POLICE LATER FOUND A RIFLE.", ()),
    ],
    ids=["used", "found"],
)
def test_a_weapon_that_only_other_sentences_tell_of_was_not_used(text: str, names: object) -> None:
    rifle = Weapon(category=WeaponCategory.RIFLE, text="A RIFLE", count=None)
    at = text.index("A RIFLE")
    evidence = {"type": ((4, 8),), "weapons[0]": ((at, at + 7),)}
    baker = victim("A BAKER", VictimCategory.CIVILIAN)

    (template,) = build_templates([record(victims=(baker,), weapons=(rifle,), evidence=evidence)], text)

    assert template.instrument_id == names


def test_an_act_without_a_victim_or_a_target_has_no_template() -> None:
    assert build_templates([record(targets=())], TEXT) == ()


def test_a_name_that_begins_like_an_article_stays_whole() -> None:
    (template,) = build_templates([record(place=replace(TUNJA, site="San Antonio neighborhood"))], TEXT)

    assert template.location.endswith(": SAN ANTONIO (NEIGHBORHOOD)")


@pytest.mark.parametrize("category", [VictimCategory.MILITARY, VictimCategory.CIVILIAN])
def test_a_retired_general_is_no_soldier(category: VictimCategory) -> None:
    general = victim("RETIRED GENERAL LUIS PEREZ", category, name="Luis Perez")

    (template,) = build_templates([record(targets=(), victims=(general,))], TEXT)

    assert template.hum_target_name == (("LUIS PEREZ", ""),)
    assert template.hum_target_desc == (("RETIRED GENERAL", "LUIS PEREZ"),)
    assert template.hum_target_type == (("FORMER ACTIVE MILITARY", "LUIS PEREZ"),)
    assert template.hum_target_effect == (("DEATH", "LUIS PEREZ"),)


def test_an_ex_congressman_is_no_politician() -> None:
    former = victim("EX-CONGRESSMAN LUIS PEREZ", VictimCategory.POLITICIAN, name="Luis Perez")

    (template,) = build_templates([record(targets=(), victims=(former,))], TEXT)

    assert template.hum_target_type == (("FORMER GOVERNMENT OFFICIAL", "LUIS PEREZ"),)


def test_a_former_secretary_general_is_no_soldier() -> None:
    former = victim("FORMER SECRETARY GENERAL LUIS PEREZ", VictimCategory.CIVILIAN, name="Luis Perez")

    (template,) = build_templates([record(targets=(), victims=(former,))], TEXT)

    assert template.hum_target_type == (("CIVILIAN", "LUIS PEREZ"),)


def test_people_and_their_organization_are_told_apart() -> None:
    who = actor("XYZ Front", ActorKind.ARMED_GROUP, text="MEMBERS OF THE XYZ FRONT")

    (template,) = build_templates([record(attributions=(who,))], TEXT)

    assert template.perp_category == "TERRORIST ACT"
    assert template.perp_individual == (("MEMBERS OF THE XYZ FRONT", ""),)
    assert template.perp_org == (("XYZ FRONT", ""),)
    assert template.perp_org_confidence == (("REPORTED AS FACT", "XYZ FRONT"),)


def test_an_accusation_by_the_police_is_one_by_authorities() -> None:
    who = actor("XYZ Front", ActorKind.ARMED_GROUP, Stance.ACCUSED, by="police spokesman")

    (template,) = build_templates([record(attributions=(who,))], TEXT)

    assert template.perp_org_confidence == (("SUSPECTED OR ACCUSED BY AUTHORITIES", "XYZ FRONT"),)


def test_people_at_the_start_of_a_sentence_are_no_organization() -> None:
    (template,) = build_templates([record(attributions=(actor("Ten rebels", ActorKind.ARMED_GROUP),))], TEXT)

    assert (template.perp_individual, template.perp_org) == ((("TEN REBELS", ""),), ())


def test_a_kidnapping_has_neither_weapons_nor_targets() -> None:
    weapon = Weapon(category=WeaponCategory.RIFLE, text="RIFLES", count=None)

    (template,) = build_templates([record(type=EventType.KIDNAPPING, weapons=(weapon,))], TEXT)

    assert (template.instrument_id, template.instrument_type, template.phys_target) == ((), (), ())


def test_incidents_that_no_slot_tells_apart_are_one() -> None:
    bank = replace(HALL, text="A BANK", category=TargetCategory.FINANCIAL)

    (template,) = build_templates([record(), record(targets=(bank,))], TEXT)

    assert template.phys_target == (("TOWN HALL", ""), ("BANK", ""))


def test_a_line_names_the_article_and_all_slots() -> None:
    line = orjson.loads(encode_templates("A-1", build_templates([record()], TEXT)))

    assert line["doc_id"] == "A-1"
    assert line["templates"][0]["phys_target"] == [["TOWN HALL", ""]]


def test_a_home_or_an_office_is_of_the_kind_of_whoever_lives_or_works_there() -> None:
    homes = (
        Target(text="the home of Mayor Ana Ruiz", category=TargetCategory.RESIDENCE, country=None, effect=None),
        Target(text="a hut", category=TargetCategory.RESIDENCE, country=None, effect=None),
        Target(text="the ministry vehicle", category=TargetCategory.GOVERNMENT, country=None, effect=None),
        Target(text="the headquarters of the weavers", category=TargetCategory.OTHER, country=None, effect=None),
        Target(text="the institute of dance", category=TargetCategory.CULTURAL, country=None, effect=None),
        Target(text="the windmill", category=TargetCategory.OTHER, country=None, effect=None),
    )

    (template,) = build_templates([record(targets=homes)], TEXT)

    assert [kind for kind, _ in template.phys_target_type] == [
        "GOVERNMENT OFFICE OR RESIDENCE",
        "CIVILIAN RESIDENCE",
        "TRANSPORT VEHICLE",
        "ORGANIZATION OFFICE",
        "ORGANIZATION OFFICE",
        "OTHER",
    ]


@pytest.mark.parametrize(
    ("words", "number"), [("a bus", "1"), ("the headquarters", "1"), ("cars", "PLURAL"), ("two buses", "2")]
)
def test_a_word_in_s_may_be_one_thing(words: str, number: str) -> None:
    bus = Target(text=words, category=TargetCategory.TRANSPORT_VEHICLE, country=None, effect=None)

    (template,) = build_templates([record(targets=(bus,))], TEXT)

    assert template.phys_target_number[0][0] == number


@pytest.mark.parametrize(("count", "effects"), [(0, (("NO INJURY OR DEATH", ""),)), (None, ())])
def test_that_nobody_was_hurt_is_told_without_a_victim(count: int | None, effects: object) -> None:
    spared = Casualties(injured=exactly(count)) if count is not None else Casualties()

    (template,) = build_templates([record(casualties=spared)], TEXT)

    assert template.hum_target_effect == effects


@pytest.mark.parametrize(
    ("text", "name", "description"),
    [
        ("Ana Ruiz, 34, mayor", "Ana Ruiz", "MAYOR"),
        ("a vendor identified as Ana Ruiz", "Ana Ruiz", "VENDOR"),
        ("about 100", None, "PEOPLE"),
        ("Ruiz, the mayor", "Ana Ruiz", "MAYOR"),
        ("Mayor Ruiz", "Ana Ruiz", "MAYOR"),
        ("the well-known union leader Ana Ruiz", "Ana Ruiz", "WELL-KNOWN UNION LEADER"),
    ],
)
def test_a_description_is_a_title_or_calling(text: str, name: str | None, description: str) -> None:
    (template,) = build_templates([record(victims=(victim(text, VictimCategory.CIVILIAN, name=name),))], TEXT)

    assert template.hum_target_desc[0][0] == description


def test_the_number_is_that_of_the_words() -> None:
    group = replace(victim("FIVE NUNS", VictimCategory.CLERGY), count=exactly(4))
    told = Report(status="killed", count=exactly(5), by=None, text="FIVE NUNS")

    (template,) = build_templates([record(victims=(group,), reports=(told,))], TEXT)

    assert template.hum_target_number == (("5", "FIVE NUNS"),)


@pytest.mark.parametrize(
    ("text", "description"),
    [("THE BLAST LEFT 31 DEAD.", "DEAD"), ("SIX PEOPLE WERE HURT AND 31 DEAD.", "PEOPLE"), ("IT KILLED 31.", "PEOPLE")],
)
def test_a_number_without_a_noun_is_called_by_its_fate(text: str, description: str) -> None:
    at = text.index("31")
    dead = replace(victim("31", VictimCategory.UNKNOWN), count=exactly(31))

    (template,) = build_templates([record(victims=(dead,), evidence={"victims[0]": ((at, at + 2),)})], text)

    assert template.hum_target_desc == ((description, ""),)


def test_a_kidnapping_tells_of_those_seized_and_their_escort() -> None:
    seized = replace(victim("A NUN", VictimCategory.CLERGY, name="Ana Ruiz"), status=VictimStatus.KIDNAPPED)
    other = victim("A BANKER", VictimCategory.CIVILIAN, name="Ben Cole")
    driver = victim("HER DRIVER", VictimCategory.CIVILIAN)

    (template,) = build_templates([record(type=EventType.KIDNAPPING, victims=(seized, other, driver))], TEXT)

    assert template.hum_target_name == (("ANA RUIZ", ""),)
    assert ("DRIVER", "") in template.hum_target_desc


def test_those_seized_who_are_named_are_told_once() -> None:
    names = [replace(victim(name, VictimCategory.CLERGY, name=name), status=VictimStatus.MISSING) for name in "AB"]
    both = replace(victim("TWO NUNS", VictimCategory.CLERGY), status=VictimStatus.KIDNAPPED, count=exactly(2))

    (template,) = build_templates([record(type=EventType.KIDNAPPING, victims=(both, *names))], TEXT)

    assert template.hum_target_number == (("1", "A"), ("1", "B"))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("TWO LABOR UNION LEADERS", "CIVILIAN"),
        ("TWO LEADERS OF THE PATRIOTIC UNION", "POLITICAL FIGURE"),
        ("TWO JUDICIAL OFFICIALS", "LEGAL OR JUDICIAL"),
        ("TWO DIPLOMATS", "DIPLOMAT"),
        ("TWO DAUGHTERS OF THE AMBASSADOR", "CIVILIAN"),
        ("TWO DEPUTIES", "GOVERNMENT OFFICIAL"),
        ("TWO DEPUTY MANAGERS", "CIVILIAN"),
    ],
)
def test_the_words_tell_the_kind_of_people(text: str, kind: str) -> None:
    (template,) = build_templates([record(victims=(victim(text, VictimCategory.CIVILIAN),))], TEXT)

    assert template.hum_target_type[0][0] == kind


@pytest.mark.parametrize(("act", "told"), [(EventType.BOMBING, 1), (EventType.SHOOTING, 0)])
def test_nameless_soldiers_are_told_where_a_bomb_hit_them(act: EventType, told: int) -> None:
    soldiers = victim("TWO SOLDIERS", VictimCategory.MILITARY)

    (template,) = build_templates([record(type=act, victims=(soldiers,))], TEXT)

    assert len(template.hum_target_desc) == told
