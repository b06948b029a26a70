"""Who may have done it: named groups, forces, words for attackers."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.find.actors import find_actors
from dateline.mentions import ActorMention
from dateline.records import ActorKind
from support.sentences import read
from support.trees import build_doc

NOWHERE: dict[str, str] = {}

COUNTRIES = {"Iraqi": "IQ", "Turkey": "TR", "Norwegian": "NO"}


def actors(*rows: str) -> dict[str, ActorMention]:
    """The candidates of a sentence by name."""
    doc = build_doc(rows)
    return {actor.actor: actor for actor in find_actors(doc, country_of=COUNTRIES.get)}


def test_a_phrase_keeps_its_count_and_loses_its_article() -> None:
    found = actors(
        "The DET det 3", "two NUM nummod 3", "masked ADJ amod 3", "gunmen NOUN nsubj 4 NNS", "fled VERB ROOT 4"
    )

    assert found["two masked gunmen"].head == 3
    assert not found["two masked gunmen"].named


@pytest.mark.parametrize(
    ("rows", "tail"),
    [
        (("Three NUM nummod 1", "men NOUN nsubj 4 NNS", "in ADP prep 1", "masks NOUN pobj 2 NNS"), "in masks"),
        (("A DET det 1", "boy NOUN nsubj 4 NN", "of ADP prep 1", "13 NUM pobj 2"), "of 13"),
        (("Two NUM nummod 1", "men NOUN nsubj 4 NNS", "in ADP prep 1", "Turkey PROPN pobj 2 NNP GPE"), ""),
    ],
    ids=["what they wear", "how old he is", "where they are is no part of them"],
)
def test_an_unnamed_doer_has_the_words_behind_that_describe_him(rows: tuple[str, ...], tail: str) -> None:
    doc = build_doc((*rows, "fled VERB ROOT 4"))
    (found,) = (actor for actor in find_actors(doc, country_of=COUNTRIES.get) if not actor.named and actor.head == 1)

    assert found.tail == tail


def test_a_force_tells_its_country() -> None:
    found = actors("Iraqi ADJ amod 1 JJ NORP", "troops NOUN nsubj 2 NNS", "advanced VERB ROOT 2")

    assert found["Iraqi troops"].country == "IQ"
    assert found["Iraqi troops"].kind is ActorKind.STATE


def test_a_name_before_a_word_for_fighters_is_headed_by_it() -> None:
    found = actors("Taliban PROPN compound 1", "fighters NOUN nsubj 2 NNS", "left VERB ROOT 2")

    assert found["Taliban"].head == 1
    assert found["Taliban"].named


def test_members_of_a_group_are_the_group() -> None:
    found = actors("Members NOUN nsubj 3 NNS", "of ADP prep 0", "FMLN PROPN pobj 1", "left VERB ROOT 3")

    assert found["FMLN"].head == 0


def test_a_name_is_printed_as_the_article_prints_it() -> None:
    assert "Daesh" in actors("Daesh PROPN nsubj 1", "fled VERB ROOT 1")


def test_a_group_that_only_the_text_knows_is_found_by_its_introduction() -> None:
    found = actors(
        "A DET det 1", "group NOUN nsubj 5", "called VERB acl 1 VBN", "Amber PROPN compound 4", "Lantern PROPN oprd 2",
        "left VERB ROOT 5",
    )  # fmt: skip

    assert found["Amber Lantern"].kind is ActorKind.ARMED_GROUP


def test_a_surname_is_no_group() -> None:
    found = actors("Omar PROPN compound 1 NNP PERSON", "Houthi PROPN nsubj 2", "sang VERB ROOT 2")

    assert all(actor.rule.startswith("person") or actor.actor != "Houthis" for actor in found.values())


@pytest.mark.slow
def test_the_group_means_the_last_one_named() -> None:
    from support.sentences import read

    doc = read("Fighters of Boko Haram raided the town. The group gave no reason.")
    last = [actor for actor in find_actors(doc, country_of=COUNTRIES.get) if doc[actor.head].text == "group"]

    assert last[0].actor == "Boko Haram"


@pytest.mark.slow
def test_a_users_overlay_adds_words_for_actors(tmp_path: Path) -> None:
    from support.sentences import read

    overlay = tmp_path / "own.toml"
    overlay.write_text(
        '[actor_nouns.own]\nkind = "criminal"\nuse = "agent"\nnouns = ["bushwhacker"]\n'
        'examples = ["Two bushwhackers robbed a shop."]\ncounter = ["The bush burned."]\n',
        encoding="utf-8",
    )

    doc = read("Two bushwhackers robbed a shop on Monday.")

    assert "Two bushwhackers" in {actor.actor for actor in find_actors(doc, country_of=NOWHERE.get, overlay=overlay)}


def test_overlay_names_groups_and_seats_of_its_own(tmp_path: Path) -> None:
    overlay = tmp_path / "mine.toml"
    overlay.write_text(
        '[armed_groups.grey_herons]\nname = "Grey Herons"\nkind = "criminal"\ncountry = "NO"\nforms = ["Heron Men"]\n'
        '[states.no]\nforms = ["Norway"]\nseats = ["Tromso"]\n',
        encoding="utf-8",
    )
    doc = build_doc(("Heron PROPN compound 1", "Men PROPN nsubj 2", "met VERB ROOT 2", "Tromso PROPN dobj 2 NNP GPE"))

    found = {actor.actor: actor for actor in find_actors(doc, country_of=COUNTRIES.get, overlay=overlay)}

    assert found["Heron Men (Grey Herons)"].kind is ActorKind.CRIMINAL
    assert found["Tromso"].country == "NO"


@pytest.mark.slow
@pytest.mark.parametrize(
    ("text", "word", "name"),
    [
        ("Boko Haram raided Norwood. The same group burned a church.", "group", "Boko Haram"),
        ("Boko Haram raided Norwood. The Islamist group burned a church.", "group", "Boko Haram"),
        ("Boko Haram raided Norwood. The rebels burned a church.", "rebels", "Boko Haram"),
        ("Boko Haram and the ELN met. The rebels burned a church.", "rebels", "rebels"),
        ("Boko Haram raided Norwood. The rights group spoke out.", "group", "rights group"),
        ("The Irish Republican Army (IRA) spoke. The IRA denied it.", "IRA", "Irish Republican Army (IRA)"),
        ("The Lashkar-e-Taiba (LeT) denied it. The LeT met.", "LeT", "Lashkar-e-Taiba (LeT)"),
        ("KIRKUK, Iraq - Iraqi troops shelled a hill.", "troops", "Iraqi troops"),
        ("Hundreds of houses were burned by rebels.", "Hundreds", None),
        ("Boko Haram, whose fighters stormed a school, denied it.", "fighters", "Boko Haram"),
        ("It was a week whose members nobody counted.", "members", None),
        ("The ELN, which is tied to Boko Haram, claimed the raid. Police blamed the group.", "group", "ELN"),
        ("The ELN, a splinter of Boko Haram, is near. The group burned a church.", "group", "ELN"),
        ("The ELN broke with Boko Haram in May. The group burned a church.", "group", "ELN"),
        ("The raid was laid on Boko Haram. The ELN is far. The group is near.", "group", "ELN"),
        ("Boko Haram left the town in May. Its fighters burned a church.", "fighters", "Boko Haram"),
        ("Boko Haram left. Norway said its fighters burned a church.", "fighters", "fighters"),
        ("John Poe of the ELN said his group burned a church.", "group", "ELN"),
        ("A shadowy group, the Amber Lantern, burned a church.", "group", "Amber Lantern"),
        ("Two bomb-laden drones hit a church.", "drones", None),
        ("Rebel drones hit a church.", "drones", "Rebel drones"),
        ("NORWOOD - A group claimed it.", "NORWOOD", None),
        ("The Salim faction of the ELN burned a church.", "faction", "Salim faction of the ELN"),
        ("A unit of the ELN burned a church.", "unit", "ELN"),
        ("Boko Haram, a breakaway faction of the ELN, burned a church.", "faction", "Boko Haram"),
    ],
)
def test_what_a_word_for_actors_stands_for(text: str, word: str, name: str | None) -> None:
    from support.sentences import read

    doc = read(text)
    found = [
        a.actor for a in find_actors(doc, country_of={"Iraqi": "IQ", "Iraq": "IQ"}.get) if doc[a.head].text == word
    ]

    assert found[-1:] == ([name] if name else [])


@pytest.mark.slow
@pytest.mark.parametrize(
    ("text", "names"),
    [("Dale P., 31, is on life support.", {"Dale P."}), ("Police held Dale P. Smith on Friday.", {"Dale P. Smith"})],
)
def test_a_surname_may_be_an_initial(text: str, names: set[str]) -> None:
    from support.sentences import read

    found = {a.actor for a in find_actors(read(text), country_of=NOWHERE.get) if a.rule == "person"}

    assert found == names


@pytest.mark.slow
@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param("Curtis McRae, 29, was held. Curtis M. McRae is a baker.", "Curtis McRae", id="a middle initial"),
        pytest.param("Jemal Walker Jr., 22, was held. Mr. Walker is a baker.", "Jemal Walker", id="a suffix"),
        pytest.param("The 19-year-old Devont Ocasi was held.", "Devont Ocasi", id="an age before the name"),
    ],
)
def test_a_person_goes_by_one_name(text: str, name: str) -> None:
    from support.sentences import read

    found = {a.actor for a in find_actors(read(text), country_of=NOWHERE.get) if a.rule == "person"}

    assert {one.replace(" M.", "").removesuffix(" Jr.") for one in found} == {name}
    assert len(found) == 1


@pytest.mark.slow
@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Rebel troops attacked the town.", "armed_group"),
        ("Guerrilla columns attacked the town.", "armed_group"),
        ("A private army attacked the town.", "armed_group"),
        ("Two former soldiers attacked the town.", "individual"),
        ("Insurgent units attacked the town.", "armed_group"),
        ("Anti-guerrilla troops attacked the town.", "state"),
        ("Military men attacked the town.", "state"),
        ("National guard units attacked the town.", "state"),
    ],
)
def test_troops_are_those_whom_the_word_before_tells(text: str, kind: str) -> None:
    (found,) = find_actors(read(text), country_of=COUNTRIES.get)

    assert found.kind == kind


@pytest.mark.slow
def test_letters_in_brackets_tell_which_army_is_meant() -> None:
    found = find_actors(
        read("Maoist People's Liberation Army (EPL) guerrillas kidnapped him."), country_of=COUNTRIES.get
    )

    assert {actor.kind for actor in found} == {"armed_group"}


@pytest.mark.slow
def test_a_note_in_square_brackets_is_nobody() -> None:
    found = find_actors(read("The suspect, John Poe [Spelling as received], was held."), country_of=COUNTRIES.get)

    assert "Spelling" not in {actor.actor for actor in found}
