"""Short reports of acts in words that are not among the first that one thinks of: what kind of act each tells."""

from __future__ import annotations

import pytest

import dateline

pytestmark = pytest.mark.slow


def _kinds(extractor: dateline.Extractor, text: str) -> list[str]:
    return [
        record.type
        for record in extractor.extract(dateline.parse_article(f"NAIROBI, June 25, 2018 - {text}", source="-"))
    ]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        # Damage by what flies, by forces and by those who raze.
        ("Rockets destroyed a bakery in Jos on Sunday.", "shelling"),
        ("A hospital was destroyed by rockets in Jos on Sunday.", "shelling"),
        ("Tanks destroyed two houses in Jos on Sunday.", "shelling"),
        ("A drone destroyed a fuel depot in Jos on Sunday.", "airstrike"),
        ("Warplanes levelled a hospital in Jos on Sunday.", "airstrike"),
        ("A church, a clinic and several shops were razed by herdsmen near Jos on Sunday.", "arson"),
        ("Bulldozers demolished three houses in Hebron on Sunday.", "sabotage"),
        ("Troops destroyed a rebel camp near Jos on Sunday.", "attack"),
        # The bound dead were held when they were killed.
        ("The bodies of five men with their hands tied were found near Jos on Sunday.", "execution"),
        # Who is taken, and by whom.
        ("Two aid workers were seized at gunpoint in Jos on Sunday.", "kidnapping"),
        ("An editor was taken away by police in Jos on Sunday.", "arrest"),
        ("A gunman held 12 customers in a bank in Jos on Sunday.", "hostage_taking"),
        # Arms that forces find; limbs that are torn off.
        ("Police found 40 rifles in a house in Jos on Sunday.", "weapons_seizure"),
        ("A mine ripped off a farmer's foot near Jos on Sunday.", "bombing"),
    ],
)
def test_an_act_has_its_kind(extractor: dateline.Extractor, text: str, kind: str) -> None:
    assert _kinds(extractor, text) == [kind]


@pytest.mark.parametrize(
    "text",
    [
        "A plane crashed on a street in Jos on Sunday and destroyed two houses.",
        "A storm destroyed 20 houses in Jos on Sunday.",
        "A factory near Jos was razed on Sunday to make room for a hotel.",
        "Police destroyed 40 hectares of poppies near Jos on Sunday.",
        "The body of a fisherman was found on a beach near Jos on Sunday.",
        "Police handcuffed a man at the airport of Jos on Sunday over unpaid fines.",
    ],
)
def test_what_is_no_act_gives_no_record(extractor: dateline.Extractor, text: str) -> None:
    assert not _kinds(extractor, text)


@pytest.mark.parametrize(
    ("text", "hurt"),
    [
        ("A landmine tore the leg off a farmer near Jos on Sunday.", ["a farmer"]),
        ("A parcel bomb blew off a clerk's hand in Jos on Sunday.", ["a clerk"]),
        ("A guard's hand was blown off by a letter bomb in Jos on Sunday.", ["A guard"]),
        # Those who are told of it are not hurt.
        ("The mayor told journalists on Sunday that rebels attacked Jos and that 50 houses were burnt.", []),
    ],
)
def test_who_was_hurt(extractor: dateline.Extractor, text: str, hurt: list[str]) -> None:
    records = extractor.extract(dateline.parse_article(f"NAIROBI, June 25, 2018 - {text}", source="-"))

    assert [victim.text for record in records for victim in record.victims if victim.status == "injured"] == hurt
