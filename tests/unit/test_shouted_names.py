from __future__ import annotations

import pytest

from dateline.analysis.recasing import recase
from dateline.read import parse_article


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        (
            "HE BLAMED THE SHINING PATH FOR THE ATTACK ON THE BRIDGE",
            "He blamed the Shining Path for the attack on the bridge",
        ),
        ("REBELS OF THE FMLN AND THE FRONT BURNED THE MILL", "Rebels of the FMLN and the front burned the mill"),
        ("THE PEOPLE'S ARMED FRONT [FAP] BURNED THE OLD MILL", "The People's Armed Front [FAP] burned the old mill"),
        ("A BOMB WENT OFF IN LA UNION NEAR THE U.S. EMBASSY", "A bomb went off in La Union near the U.S. embassy"),
        ("THEY MET PRESIDENT CRISTIANI IN GUATEMALA CITY", "They met President Cristiani in Guatemala City"),
        ("THEY TRIED TO KILL JUDGE MARIA QUISPE ON MONDAY", "They tried to kill Judge Maria Quispe on Monday"),
        ("THE PRESIDENT OF THE CITY COUNCIL WAS WOUNDED", "The president of the city council was wounded"),
        ("THE KILLERS OF JOSE ANGEL QUISPE USED AK-47 RIFLES", "The killers of Jose Angel Quispe used AK-47 rifles"),
        ("THE BODY OF RAMIRO PALOMINO QUISPE WAS FOUND", "The body of Ramiro Palomino Quispe was found"),
        ("TERRORISTS MACHINEGUNNED THE HOUSE OF TWO UNIONISTS", "Terrorists machinegunned the house of two unionists"),
        ("GUERRILLAS SHOT A SUBSERGEANT AND ONE CREWMEMBER", "Guerrillas shot a subsergeant and one crewmember"),
        ("THE MARCH OF 5 MAY MAY END ON THE BRIDGE", "The march of 5 May may end on the bridge"),
        ("AN ANGEL STOOD IN THE CHURCH OF THE SMALL TOWN", "An angel stood in the church of the small town"),
    ],
    ids=[
        "group",
        "short form",
        "spelt by a bracket",
        "initials",
        "title",
        "title and given name",
        "no title",
        "given name",
        "surname",
        "word of wires",
        "calling",
        "month",
        "no name",
    ],
)
def test_names_made_of_common_words_keep_their_capitals(printed: str, expected: str) -> None:
    assert recase(parse_article(printed, source="-")) == expected
