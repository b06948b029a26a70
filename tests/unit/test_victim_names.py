"""Who of the victims is named, and where: lists, appositions, kin, sentences that identify; parsed sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dateline.records import VictimCategory
from support.sentences import read_harms

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.tokens import Doc


def _named(doc: Doc) -> list[tuple[str, str]]:
    told = [(harm.status.value, harm.people.name) for harm in read_harms(doc) if harm.people is not None]
    return [(status, name) for status, name in told if name is not None]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Gunmen murdered a young couple, Silvia Arana and Victor Robles.", ["Silvia Arana", "Victor Robles"]),
        ("Two nurses -- Maria Pinto and Anil Rao -- were shot dead.", ["Maria Pinto", "Anil Rao"]),
        ("A teacher, Musa Bello, and a cook were killed.", ["Musa Bello"]),
        ("Rebels shot dead the mayor of San Roque, Alvaro Pinto, and his driver.", ["Alvaro Pinto"]),
        ("A blast killed nine pilgrims and the priest, Father Samuel Okafor.", ["Samuel Okafor"]),
        ("Judge Antonio Ferrari, his wife, Lucia, and two guards were shot dead.", ["Antonio Ferrari", "Lucia"]),
        (
            "Engineers Pedro Soto, Cesar Paz de Oliva, and Jose Roberto Reyes were murdered on Monday.",
            ["Pedro Soto", "Cesar Paz de Oliva", "Jose Roberto Reyes"],
        ),
        (
            "Among the dead are Pedro Lopez, 53; Jaime Soto, 24; Luis Ortiz, Abel Portillo, and Carmen Rosa Vega.",
            ["Pedro Lopez", "Jaime Soto", "Luis Ortiz", "Abel Portillo", "Carmen Rosa Vega"],
        ),
        ("Gunmen killed Ana Ruiz, Ben Cole said.", ["Ana Ruiz"]),
        ("Rebels killed the mayor of Achi Ricardo Alfonso Castell.", ["Ricardo Alfonso Castell"]),
        ("Gunmen killed the bishop of Arauca Jesus Emilio Jaramillo.", ["Jesus Emilio Jaramillo"]),
        ("Gunmen killed the archbishop of San Salvador Oscar Rivera.", ["Oscar Rivera"]),
        ("Rebels killed the vicar of Achi Alfonso Pena Rivas.", ["Alfonso Pena Rivas"]),
        ("Gunmen killed the mayor of Cali, Omar Ali said.", []),
        ("Rebels killed union leaders Aura Marina Vides and Omar De Leon.", ["Aura Marina Vides", "Omar De Leon"]),
        ("Rebels killed engineers Diego Restrepo and Orlando Castano.", ["Diego Restrepo", "Orlando Castano"]),
        ("Two rebels shot dead Orlando Cuellar Osorio, a process server.", ["Orlando Cuellar Osorio"]),
        ("Gunmen shot dead Colombian Justice Ramiro Valencia Cruz.", ["Ramiro Valencia Cruz"]),
        ("Gunmen killed the head of the bar association, Leila Mansour, in Homs.", ["Leila Mansour"]),
        ("Gunmen killed Leith Ali, a journalist and the head of a local party.", ["Leith Ali"]),
        ("A stray bullet struck Huda Salem in the neck, killing her.", ["Huda Salem"]),
        (
            "A bomb killed a tax clerk and his driver. They were named as Faisal Noor, 51, and Adel Zaki, 30.",
            ["Faisal Noor", "Adel Zaki"],
        ),
        ("Gunmen killed a nurse in Jos. Ruth Danjuma had worked there for years.", ["Ruth Danjuma"]),
        ("Gunmen killed a nurse in Jos. Ruth Danjuma was on her way home, police said.", ["Ruth Danjuma"]),
        ("Gunmen killed a nurse in Jos. Ruth Danjuma was walking by when she heard the shots.", []),
        ("Gunmen killed a nurse and a guard in Jos. Ruth Danjuma was on her way home.", []),
        (
            "Staff Sergeant Bryan Polayagan and Corporal Saipoden Macacuna died.",
            ["Bryan Polayagan", "Saipoden Macacuna"],
        ),
        ("A boy stabbed to death in Leeds on Friday has been named as Tom Reed.", ["Tom Reed"]),
        ("A body found in a flat in Leeds has been identified as that of Ana Ruiz, 32.", ["Ana Ruiz"]),
        (
            "Gunmen attacked a farm on Sunday. The deceased were identified as Omar Ali and Ben Cole.",
            ["Omar Ali", "Ben Cole"],
        ),
        (
            "Ana Ruiz, 45, a cook; Ben Cole, 29, who had just wed; and Omar Ali, 50, were among nine people killed.",
            ["Ana Ruiz", "Ben Cole", "Omar Ali"],
        ),
        ("Police spoke to the parents of Ana Porter. Porter died at the scene.", ["Ana Porter"]),
    ],
)
def test_names_beside_those_harmed_are_theirs(text: str, names: list[str], parse: Callable[[str], Doc]) -> None:
    assert _named(parse(text)) == [("killed", name) for name in names]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("text", "named"),
    [
        (
            "Three people were killed. Officials released the names of the victims: Keisha Brown, 19; "
            "Tyrone Walker, 22; and Alexis Ramirez, 17.",
            [("killed", "Keisha Brown"), ("killed", "Tyrone Walker"), ("killed", "Alexis Ramirez")],
        ),
        (
            "A boy was shot dead on Elm Street. The coroner identified him as Elijah Moore.",
            [("killed", "Elijah Moore")],
        ),
        (
            "A shell killed a family of three. They named the dead as Omar Khatib, his wife Rana and Sami Khatib.",
            [("killed", "Omar Khatib"), ("killed", "Rana"), ("killed", "Sami Khatib")],
        ),
        ("Four people were wounded. One of the wounded is Brenda Fuller.", [("injured", "Brenda Fuller")]),
        ("Three men were wounded by a bomb. One of them is Mario Ramirez.", [("injured", "Mario Ramirez")]),
        ("Six priests were shot dead. Among the priests killed was Father Juan Ortega.", [("killed", "Juan Ortega")]),
        ("A blast killed a man. Also injured was a vendor identified as Maria Perez.", [("injured", "Maria Perez")]),
        ("Rebels seized 12 tourists. The hostages include businessman Daniel Cole.", [("kidnapped", "Daniel Cole")]),
        ("Police arrested three men for killing a clerk. One of them is Ben Cole.", []),
        ("The ambassador was wounded. Ambassador Paolo Ricci was on his way home.", [("injured", "Paolo Ricci")]),
        ("A judge was shot dead in Cali. Judge Ana Ruiz said the court would stay closed.", []),
        (
            "A man killed three people. The victims ranged in age from 20 to 25: Ana Ruiz, Ben Cole and Tom Reed.",
            [("killed", "Ana Ruiz"), ("killed", "Ben Cole"), ("killed", "Tom Reed")],
        ),
        ("A man killed three people. A friend of the victims spoke: Ana Ruiz said that she was sad.", []),
        (
            "A gunman killed ten people, including a police officer. Officer Ben Cole, 51, joined the force in 2010.",
            [("killed", "Ben Cole")],
        ),
        ("Four men were shot. One, later identified as Ben Cole, was pronounced dead.", [("killed", "Ben Cole")]),
        ("Ana Ruiz, 36, was found with fatal knife wounds.", [("killed", "Ana Ruiz")]),
        (
            "Two policemen were shot dead. A hawker was hit. He named the dead as constables Ben Cole and Tom Reed.",
            [("killed", "Ben Cole"), ("killed", "Tom Reed")],
        ),
        (
            "Gunmen shot dead a councillor of the ruling Green-Dawn party, Ben Cole, at his home.",
            [("killed", "Ben Cole")],
        ),
        (
            "A member of Parliament was killed. The victim, Ben Cole, was an adviser to the party leader, Ana Ruiz.",
            [("killed", "Ben Cole")],
        ),
        ("Joe Black, 34, had denied killing Ana Ruiz, 31.", [("killed", "Ana Ruiz")]),
        ("Ben Cole, 14, was knocked off his moped and stabbed nine times.", [("injured", "Ben Cole")]),
        ("A man, Tom Reed, was seized at the scene.", [("arrested", "Tom Reed")]),
        ("Gunmen fired at two labourers. Injured have been identified as Ben Cole.", [("injured", "Ben Cole")]),
        ("Rebels shot a trader and injured his brother Nimal in Batticaloa.", [("injured", "Nimal")]),
        (
            "Ben Cole had been seized in May with fellow Canadian Tom Reed, Norwegian Kjell Berg and Spaniard Rosa "
            "Flor.",
            [
                ("kidnapped", "Ben Cole"),
                ("kidnapped", "Tom Reed"),
                ("kidnapped", "Kjell Berg"),
                ("kidnapped", "Rosa Flor"),
            ],
        ),
        (
            "A gunman opened fire inside a barber shop on Saturday, killing owner Reggie Coleman, 48, and wounding "
            "customers Andre Mills and Tony Prado.",
            [("killed", "Reggie Coleman"), ("injured", "Andre Mills"), ("injured", "Tony Prado")],
        ),
    ],
)
def test_a_later_sentence_names_the_victims(
    text: str, named: list[tuple[str, str]], parse: Callable[[str], Doc]
) -> None:
    assert _named(parse(text)) == named


@pytest.mark.slow
def test_names_of_a_list_are_of_the_kind_told_before_it(parse: Callable[[str], Doc]) -> None:
    harms = read_harms(parse("Three soldiers -- Ratan Das, Bimal Sen and Anil Roy -- were beaten to death."))

    assert {harm.people.category for harm in harms if harm.people} == {VictimCategory.MILITARY}


@pytest.mark.slow
def test_a_bare_name_is_told_by_its_bearers_calling(parse: Callable[[str], Doc]) -> None:
    doc = parse("Presidential candidate Carlos Ibarra spoke on Monday. An hour later Carlos Ibarra was shot dead.")

    (who,) = [harm.people for harm in read_harms(doc) if harm.people]

    assert who.calling is not None and who.calling.of(doc.text) == "Presidential candidate Carlos Ibarra"


@pytest.mark.slow
@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("Gunmen shot dead his driver, Constable Tariq Aslam.", VictimCategory.POLICE),
        ("Gunmen abducted Rev. Father Emmanuel Silas on Monday.", VictimCategory.CLERGY),
        ("Father Ignacio Larrea was murdered at dawn.", VictimCategory.CLERGY),
        ("Gunmen killed his father, Ignacio Larrea.", VictimCategory.CIVILIAN),
        ("Armed men abducted French priest Father Luc Morel, 66, on Friday.", VictimCategory.CLERGY),
        ("Gunmen shot dead a nun, Sister Ines Larrea.", VictimCategory.CLERGY),
        ("Gunmen shot dead his sister Ines Larrea.", VictimCategory.CIVILIAN),
        ("Head Constable Md. Tariq Aslam was shot dead.", VictimCategory.POLICE),
        ("A bomb attached to the car of a judge exploded in Karkh on Sunday, wounding him.", VictimCategory.JUDICIAL),
    ],
)
def test_a_rank_before_the_name_tells_who_he_is(
    text: str, category: VictimCategory, parse: Callable[[str], Doc]
) -> None:
    (who,) = [harm.people for harm in read_harms(parse(text)) if harm.people]

    assert who.category is category


@pytest.mark.slow
def test_a_rank_that_is_the_root_leaves_its_place_to_the_name(parse: Callable[[str], Doc]) -> None:
    doc = parse("Head Constable Md. Rahim Uddin, who was shot.")

    above = {token.text: token.head.text for token in doc}
    assert (above["Constable"], above["Md."], above["Rahim"]) == ("Rahim", "Rahim", "Rahim")


@pytest.mark.slow
def test_kin_behind_a_group_are_none_of_it(parse: Callable[[str], Doc]) -> None:
    harms = read_harms(parse("Six monks, their cook Elba and her daughter Celina were murdered."))

    told = {harm.people.name: harm.people.category for harm in harms if harm.people}
    assert (told["Elba"], told["Celina"]) == (VictimCategory.CIVILIAN, VictimCategory.CIVILIAN)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("text", "told"),
    [
        # Which of many somebody is, who is told of already.
        (
            "Radio broadcaster Nestor Bautista was gunned down in front of his house on Friday, the fourth journalist "
            "killed this year.",
            ["killed"],
        ),
        # What somebody only asks for.
        ("Ana Ruiz was hurt. Activist Nekima Armstead called for the officer's arrest.", ["injured"]),
        # Who is listed behind a name.
        (
            "The mayor was shot dead along with his wife, Lucia, and a nephew as they drove home.",
            ["killed", "killed", "killed"],
        ),
        # Who of a list only says it.
        ("Gunmen killed a teacher, his wife and two guards, a nurse and a police officer said.", ["killed"] * 3),
        ("Rebels shot dead a judge, his driver and a nurse, residents and police said on Monday.", ["killed"] * 3),
        ("Police arrested a banker, his lawyer and two clerks, prosecutors and his family said.", ["arrested"] * 3),
        ("Rebels shot nine, residents, nurses and medics said.", ["injured"]),
        ("A bomb exploded, wounding a cook and a clerk, a police officer and a medic said.", ["injured"] * 2),
        (
            "A bomb exploded in Baghdad on Monday, killing him and wounding his wife and a bystander, a police officer "
            "and a hospital official said.",
            ["injured"] * 2,
        ),
        # Whose release is still to come.
        ("They asked for the release of Mayor Ana Ruiz, kidnapped on Monday.", ["kidnapped"]),
        ("Envoys worked on facilitating the release of engineer Omar Diaz, abducted last week.", ["kidnapped"]),
        ("Rebels set conditions for the release of two engineers.", []),
        ("The army is trying to obtain the release of Mayor Ana Ruiz.", []),
        ("The church helped to secure the release of two engineers on Sunday.", ["released"]),
    ],
)
def test_so_many_are_told_harmed(text: str, told: list[str], parse: Callable[[str], Doc]) -> None:
    assert [harm.status.value for harm in read_harms(parse(text))] == told


@pytest.mark.slow
def test_a_rank_that_the_tagger_takes_into_the_name_is_one(parse: Callable[[str], Doc]) -> None:
    harms = read_harms(
        parse("Shahid Mehmood, Constable Imran Ali and passer-by Gul Khan lost their lives in the blast on Sunday.")
    )

    told = {harm.people.name: harm.people.category for harm in harms if harm.people}
    assert (told["Imran Ali"], told["Gul Khan"]) == (VictimCategory.POLICE, VictimCategory.CIVILIAN)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("text", "named"),
    [
        (
            "A clerk was wounded in the raid. Constable Jose Reyes was brought to a hospital.",
            [("injured", "Jose Reyes")],
        ),
        ("A woman was shot and a man was arrested. Jose Reyes was taken to hospital for a check.", []),
        ("A clerk died. Jose Reyes was taken to hospital to see a friend.", []),
        (
            "Gunmen abducted nine. Among those seized was Jose Reyes, 67, his bishop said.",
            [("kidnapped", "Jose Reyes")],
        ),
        ("Gunmen abducted nine. Jose Reyes was among the abducted.", [("kidnapped", "Jose Reyes")]),
    ],
)
def test_one_singled_out_by_name_is_of_those_harmed(
    text: str, named: list[tuple[str, str]], parse: Callable[[str], Doc]
) -> None:
    assert _named(parse(text)) == named


@pytest.mark.slow
@pytest.mark.parametrize(
    ("text", "statuses"),
    [
        ("Two men have been eliminated from the inquiry.", []),
        ("Soldiers eliminated two rebels.", ["killed"]),
        ("A man is not being treated as a suspect.", []),
        ("A man is being treated in hospital for burns.", ["injured"]),
        ("He worked as a nurse at a hospital in the city.", []),
        ("The witness is a guard at a clinic in the city.", []),
        ("Two nurses are in hospital.", ["injured"]),
    ],
)
def test_whom_an_inquiry_leaves_out_comes_to_no_harm(
    text: str, statuses: list[str], parse: Callable[[str], Doc]
) -> None:
    assert [harm.status.value for harm in read_harms(parse(text))] == statuses
