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
        ("FRENCH NUNS LEFT CHILE; TWO POLES FELL", "French nuns left Chile; two poles fell"),
        ("SIX FRENCH NUNS LEFT THE SOUTH OF CHILE", "Six French nuns left the south of Chile"),
        ("IT WAS IN THE UNITED STATES, THE RED CROSS SAID", "It was in the United States, the Red Cross said"),
        ("IT WAS IN THE DEPARTMENT OF CABANAS", "It was in the department of Cabanas"),
        ("HE LED THE DEPARTMENT OF SECURITY AND OF DEFENSE", "He led the department of security and of defense"),
        (
            "IT WAS A TOWN OF PEASANTS, A CITY OF MORE THAN A MILLION",
            "It was a town of peasants, a city of more than a million",
        ),
        ("THE ANSELMO QUISPE PEOPLE'S COMMANDO BURNED IT", "The Anselmo Quispe People's Commando burned it"),
        ("IT BLAMED THE POPULAR RESISTANCE FRONT FOR IT", "It blamed the Popular Resistance Front for it"),
        ("IT BLAMED THE HONDURAN ARMED FORCES FOR IT", "It blamed the Honduran armed forces for it"),
        ("MEN OF THE 4TH BRIGADE BURNED THE OLD MILL", "Men of the 4th Brigade burned the old mill"),
        ('THE CORTES "QUISPE" PATRIOTIC FRONT BURNED IT', 'The Cortes "Quispe" Patriotic Front burned it'),
        ("THEY BLAMED THE MORAZAN LIBERATION ARMY FOR IT", "They blamed the Morazan Liberation Army for it"),
        ("THEY BLAMED THE EAGLE LIBERATION FRONT FOR IT", "They blamed the Eagle Liberation Front for it"),
        ("THE DEAD MAN WAS NAMED AS BILLY QUISPE ON MONDAY", "The dead man was named as Billy Quispe on Monday"),
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
        "poles",
        "nations",
        "names of common words",
        "department",
        "office",
        "no name of a town",
        "body behind a name",
        "body without a name",
        "forces of a state",
        "ordinal",
        "part in quotation marks",
        "fighters called after somebody",
        "fighters called after a common word",
        "english given name",
    ],
)
def test_names_made_of_common_words_keep_their_capitals(printed: str, expected: str) -> None:
    assert recase(parse_article(printed, source="-")) == expected
