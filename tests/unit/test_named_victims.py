"""Victims whose names stand apart from the words for them, and headlines that name whom an act befell."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dateline.records import VictimCategory, VictimStatus
from support.stories import extract, read_toll

if TYPE_CHECKING:
    import dateline

pytestmark = pytest.mark.slow

KILLED, INJURED, SEIZED = VictimStatus.KILLED, VictimStatus.INJURED, VictimStatus.KIDNAPPED
HELD = VictimStatus.ARRESTED


@pytest.mark.parametrize(
    ("text", "status", "name"),
    [
        ("A former rebel fighter, Issouf Dia, was shot dead in Bouake on Sunday.", KILLED, "Issouf Dia"),
        # A relative, named where the quarrel is told.
        (
            "A man killed his wife in Nakuru on Sunday. He had quarrelled with his wife Ann Kamau (32), police said.",
            KILLED,
            "Ann Kamau",
        ),
        (
            "The dead man was named as Ian Kerr, a father of two from Lurgan. He was shot in his taxi on Monday.",
            KILLED,
            "Ian Kerr",
        ),
        ("Marchers stoned a bus in Langa on Monday, injuring its driver, Themba Sithole.", INJURED, "Themba Sithole"),
        ("Two men, Ram Das (35) and Md Kazi Islam (28), were killed by a bomb in Nalbari.", KILLED, "Md Kazi Islam"),
        # "The three", of whom the sentence before names as many.
        (
            "Three people were hacked to death in Sahiwal on Sunday. Omar Ditta (60), his wife Rashida Bibi (55) and "
            "their son Nadeem (28) were in the fields when rivals attacked them. The three died on the spot.",
            KILLED,
            "Omar Ditta",
        ),
        # Whose spokesman names the dead is not dead.
        (
            "A police inspector was shot dead in Lagos on Sunday. The state police spokesman, SP Ben Hundo, identified "
            "the slain officer as Inspector Musa Adeyemi.",
            KILLED,
            "Musa Adeyemi",
        ),
        (
            "Rebels killed two people near Gao on Sunday. He gave the names of the dead as Tom Moyo, a guard, and "
            "Ann Kamau, a cook.",
            KILLED,
            "Tom Moyo",
        ),
        (
            "Rebels killed nine soldiers near Gao on Sunday. The last, Sgt. Ali Keita, died in hospital.",
            KILLED,
            "Ali Keita",
        ),
        ("Rebels killed nine people near Gao on Sunday. The youngest was Ali Keita, 9.", KILLED, "Ali Keita"),
        # Who is held.
        (
            "Police arrested a 47-year-old man over a bombing in Brescia on Sunday. The man, named as Dario Conti, was "
            "traced by his car.",
            HELD,
            "Dario Conti",
        ),
        (
            "Police arrested a man over a bombing in Brescia on Sunday. The suspect was identified as Dario Conti.",
            HELD,
            "Dario Conti",
        ),
        (
            "A baker was shot dead in Lyon on Sunday. Police held a 30-year-old man. Prosecutors named him as Luc "
            "Morel.",
            HELD,
            "Luc Morel",
        ),
        # A rank before the name, and gunmen who are no "him".
        (
            "A soldier was killed by a bomb near Sangin on Sunday. The ministry named him as Corporal Lee Hart, 27.",
            KILLED,
            "Lee Hart",
        ),
        (
            "JOS - Gunmen abducted a priest in Jos on Sunday. The diocese named him as Father Peter Danladi.",
            SEIZED,
            "Peter Danladi",
        ),
        (
            "Two officers were shot dead in Akron on Sunday. Officer Ben Hale, 31, and Sergeant Ana Ortiz, 44, were "
            "answering a call about a burglary.",
            KILLED,
            "Ana Ortiz",
        ),
        ("Police killed six in Harare on Sunday. Tom Moyo, 13, was among the first to be killed.", KILLED, "Tom Moyo"),
        ("Police shot a gunman dead in Lima on Sunday. The gunman was identified as Omar Diaz.", KILLED, "Omar Diaz"),
        (
            "A soldier was killed in Sirnak on Sunday. The fallen soldier was named as Sgt. Ali Kaya.",
            KILLED,
            "Ali Kaya",
        ),
        ("A woman was killed in Nakuru on Sunday. The body of Ann Kamau was taken to Nairobi.", KILLED, "Ann Kamau"),
        (
            "A deputy was shot in Ohio on Sunday, the sheriff said. Deputy Ben Fry, 28, was at a farm.",
            INJURED,
            "Ben Fry",
        ),
        ("Gunmen seized a doctor near Gao on Sunday. The doctor, Ana Ruiz, was on her way home.", SEIZED, "Ana Ruiz"),
        ("A man hacked his mother to death in Kisii on Sunday. The woman, Ann Moraa, was 62.", KILLED, "Ann Moraa"),
        ("The mother of Ben Cole, a student shot dead in Leeds on Sunday, fainted.", KILLED, "Ben Cole"),
        ("Bandits shot dead a lorry driver, Emeka Okoro, near Jos on Sunday.", KILLED, "Emeka Okoro"),
        ("A soldier was shot dead near Gao on Sunday. Corporal Ali Keita was 22.", KILLED, "Ali Keita"),
        (
            "Two officers were shot dead in Houston on Sunday. Officers Ana Ruiz, 35, and Ben Cole, 41, had served "
            "for ten years.",
            KILLED,
            "Ben Cole",
        ),
        ("A couple were shot dead in Tulsa on Sunday. They were named as Ben and Ana Cole.", KILLED, "Ben Cole"),
        ("Police in Turin hunt the killer of Ana Ruiz, 31, who was attacked in a park on Sunday.", KILLED, "Ana Ruiz"),
        (
            "A guard was shot dead and his driver wounded near Gao on Sunday. Police identified the fatality as Ali "
            "Keita, 47, and the wounded as Omar Diaz.",
            INJURED,
            "Omar Diaz",
        ),
        ("Woman killed on highway\n\nAna Diaz, 28, was shot in the head in Houston on Sunday.", KILLED, "Ana Diaz"),
        (
            "A soldier shot a taxi driver dead in Gao on Sunday. The driver, 41-year-old Omar Ditta, failed to stop.",
            KILLED,
            "Omar Ditta",
        ),
        (
            "Three policemen were killed in Cali on Sunday. The victims were Luis Correa, Pedro Vanegas, and Ali Zea.",
            KILLED,
            "Pedro Vanegas",
        ),
    ],
)
def test_a_victim_has_the_name_told_apart(
    extractor: dateline.Extractor, text: str, status: VictimStatus, name: str
) -> None:
    (record,) = extract(extractor, text)

    assert (status, name) in {(victim.status, victim.name) for victim in record.victims}


@pytest.mark.parametrize(
    ("text", "names", "nationality", "category"),
    [
        (
            "Two Italian priests, Luis Rossi and Paolo Conti, were shot dead in Cali on Sunday.",
            {"Luis Rossi", "Paolo Conti"},
            "IT",
            VictimCategory.CLERGY,
        ),
        (
            "Two Peruvian diplomats were killed in Cali on Sunday. The victims were Luis Rojas and Paolo Cano.",
            {"Luis Rojas", "Paolo Cano"},
            "PE",
            VictimCategory.DIPLOMAT,
        ),
        (
            "Six people, including two Americans, David Kent and James Moore, were killed in Cali on Sunday.",
            {"David Kent", "James Moore"},
            "US",
            VictimCategory.CIVILIAN,
        ),
    ],
    ids=["apposed", "told later", "some of all"],
)
def test_those_named_are_of_the_nation_and_the_kind_of_all(
    extractor: dateline.Extractor, text: str, names: set[str], nationality: str, category: VictimCategory
) -> None:
    (record,) = extract(extractor, text)

    named = [victim for victim in record.victims if victim.name]
    assert {victim.name for victim in named} == names
    assert {(victim.nationality, victim.category) for victim in named} == {(nationality, category)}


def test_the_town_of_a_dateline_is_no_victim(extractor: dateline.Extractor) -> None:
    text = "LA PAZ, May 25, 1989 (AP) - Frenchman Jean Roux, who sold cars, was kidnapped near Tarija on Wednesday."

    assert [victim.name for record in extract(extractor, text) for victim in record.victims] == ["Jean Roux"]


@pytest.mark.parametrize(
    "text",
    [
        "A woman was killed in Nakuru on Sunday. The family of Tom Moyo, who was charged, said nothing.",
        "Rebels killed a nurse and a teacher near Gao on Sunday. The mother of Ali Keita wept.",
        "Rebels killed a nurse near Gao on Sunday. The governor, Ali Keita, came to see the family.",
    ],
)
def test_a_name_that_may_be_anybodys_is_nobodys(extractor: dateline.Extractor, text: str) -> None:
    dead = [v for record in extract(extractor, text) for v in record.victims if v.status is KILLED]

    assert dead
    assert not any(victim.name for victim in dead)


@pytest.mark.parametrize("headline", ["Teacher attacked", "Two churches bombed", "Police attacked"])
def test_a_headlines_past_form_tells_whom_the_act_befell(extractor: dateline.Extractor, headline: str) -> None:
    records = extract(extractor, f"{headline}\n\nIt happened in Leeds on Tuesday.")

    assert [stance for record in records for stance in record.attributions] == []


def test_police_who_fire_on_a_crowd_have_no_house_fire(extractor: dateline.Extractor) -> None:
    text = "Police fire on crowd in Harare\n\nPolice opened fire on a crowd in Harare on Sunday. Six were killed."

    assert [read_toll(record)[0] for record in extract(extractor, text)] == [6]


def test_a_bombers_own_death_makes_no_other_toll(extractor: dateline.Extractor) -> None:
    text = (
        "Blast at shrine kills seven\n\nSeven people were killed when a suicide bomber blew himself up at a shrine in "
        "Sehwan on Sunday.\n\nThe explosion took place at Gate 2 of the 11th century shrine, police said."
    )

    assert len(extract(extractor, text)) == 1


def test_a_killing_of_another_month_is_another_act(extractor: dateline.Extractor) -> None:
    text = (
        "A girl was hurt in a shooting in Dayton on Sunday.\n\nThe gunman is also wanted for the March killing of Trey "
        "Simms, who was found shot in an alley."
    )

    assert [read_toll(record)[0] for record in extract(extractor, text)] == [None, 1]


def test_who_has_to_do_with_a_murder_is_alive(extractor: dateline.Extractor) -> None:
    text = "Ana Ruiz was shot dead in Leeds on Sunday. Police held a man who they think had a hand in her murder."

    assert [read_toll(record)[0] for record in extract(extractor, text)] == [1]


@pytest.mark.parametrize(
    ("text", "toll"),
    [
        ("Two women were shot dead in Lyon on Sunday while a third was fighting for her life.", (2, 1)),
        ("A man was stabbed dead in Lyon on Sunday and another is in a critical but stable condition.", (1, 1)),
        (
            "Ben Cole died on the spot, while Ana Ruiz was taken to a hospital, after gunmen attacked them in Cali.",
            (1, 1),
        ),
        ("Police identified a father and daughter shot to death in Lyon on Sunday.", (2, None)),
        ("Gunmen burst into a house in Cali on Sunday and killed a couple, their baby and a cook.", (4, None)),
        ("A man stabbed his parents and two sisters to death in Lyon on Sunday.", (4, None)),
        ("Woman dead after shots\n\nA woman is dead and her mother is in hospital after a shooting in Reno.", (1, 1)),
        ("A court in Accra on Sunday sentenced Ben Cole, 40, to death for the murder of his wife.", (1, None)),
        ("Ben Cole will serve 20 years for murdering Ana Ruiz, whose body was found near Lyon on Sunday.", (1, None)),
    ],
)
def test_each_is_counted_with_the_fate_told(
    extractor: dateline.Extractor, text: str, toll: tuple[int | None, int | None]
) -> None:
    assert [read_toll(record) for record in extract(extractor, text)] == [toll]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        (
            "A court in Accra on Sunday sentenced Ben Cole, 40, to death for the murder of his wife.",
            VictimStatus.ARRESTED,
        ),
        ("A gardener appeared in court in Perth on Sunday charged with murdering Ana Ruiz.", VictimStatus.ARRESTED),
        ("A farm worker was arrested in Perth on Sunday, accused of killing Ana Ruiz.", VictimStatus.ARRESTED),
        ("A clerk was hurt and the man accused of shooting him was shot dead by police in Reno.", KILLED),
    ],
)
def test_who_answers_for_an_act_is_its_perpetrator(
    extractor: dateline.Extractor, text: str, status: VictimStatus
) -> None:
    (record,) = extract(extractor, text)

    assert VictimCategory.PERPETRATOR in {victim.category for victim in record.victims if victim.status is status}


def test_who_regains_freedom_is_released_and_no_doer(extractor: dateline.Extractor) -> None:
    text = "The 12 girls seized by gunmen from a hostel in Jos on Friday regained their freedom on Sunday."

    (record,) = extract(extractor, text)

    assert VictimStatus.RELEASED in {victim.status for victim in record.victims}
    assert "12 girls" not in {one.actor for one in record.attributions}
