"""People told apart: by name below the group, by kind within a number, by the act of several that befell them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import dateline
from support.sentences import read_harms
from support.stories import extract, read_toll

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.tokens import Doc

    from dateline.records import Record

pytestmark = pytest.mark.slow


def _who(doc: Doc) -> set[tuple[str, str, int | None]]:
    """Return of each harm who it befell, by name or by kind, what befell them and how many they are."""
    return {
        (
            harm.people.name or harm.people.category.value if harm.people else "",
            harm.status.value,
            harm.count.best if harm.count else None,
        )
        for harm in read_harms(doc)
    }


def _victims(record: Record) -> set[tuple[str, str, str, int | None]]:
    return {
        (one.name or one.text, one.category.value, one.status.value, one.count.best if one.count else None)
        for one in record.victims
    }


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param(
            "Two soldiers, Lance Naik Ravi Nair and Naib Subedar Ram Lal, died.",
            {("military", "killed", 2), ("Ravi Nair", "killed", 1), ("Ram Lal", "killed", 1)},
            id="ranks of two words that the tagger takes into the name",
        ),
        pytest.param(
            "A gunman on a motorbike shot and killed a radio commentator, Omar Poe, police said.",
            {("Omar Poe", "killed", 1)},
            id="a commentator is a journalist",
        ),
        pytest.param(
            "One killed nine people at a mosque in Arden.",
            {("unknown", "killed", 9)},
            id="one of two bombers",
        ),
        pytest.param(
            "All three attackers died, two by setting off vests and one shot by police.",
            {("perpetrator", "killed", 3), ("unknown", "killed", 1)},
            id="one shot, of those who died",
        ),
        pytest.param(
            "Gunmen killed five people, two shot in their cars and three burned at home.",
            {("unknown", "killed", 5), ("unknown", "killed", 2), ("unknown", "killed", 3)},
            id="how each of the dead died",
        ),
        pytest.param(
            "Five people were killed, two shot and left for dead.",
            {("unknown", "killed", 5), ("unknown", "injured", 2)},
            id="two shot, and not all of the dead",
        ),
        pytest.param(
            "The raiders dragged away several wounded comrades.",
            {("unknown", "injured", 3)},
            id="who carries off the wounded abducts nobody",
        ),
        pytest.param(
            "The raiders dragged away two girls and a wounded man.",
            {("child", "kidnapped", 2), ("unknown", "injured", 1)},
            id="girls dragged away",
        ),
        pytest.param(
            "Six guards were hurt. The slain guards have been identified as Ravi Sahu and Mohan Lal.",
            {("Ravi Sahu", "killed", 1), ("Mohan Lal", "killed", 1)},
            id="the word beside the noun tells the fate",
        ),
        pytest.param(
            "Two sailors died. The slain sailors were Ben Cole and Ana Ruiz.",
            {("Ben Cole", "killed", 1), ("Ana Ruiz", "killed", 1)},
            id="slain is read as a noun",
        ),
        pytest.param(
            "The martyred policemen were Inspector Gul Nawaz, head constable Bilal Shah and constables Imran Khan and "
            "Fazal Rabi.",
            {("Gul Nawaz", "killed", 1), ("Bilal Shah", "killed", 1), ("Imran Khan", "killed", 1)},
            id="constable is no adjective",
        ),
        pytest.param(
            "Gunmen abducted two divers. The victims were identified as John Reid and Kjell Strand. A guard was hurt.",
            {("John Reid", "kidnapped", 1), ("Kjell Strand", "kidnapped", 1)},
            id="the victims are those told before",
        ),
        pytest.param(
            "A worker was killed in clashes. The deceased, Abdur Rahim, 35, was hit by a crude bomb.",
            {("Abdur Rahim", "killed", 1)},
            id="the deceased and a name",
        ),
        pytest.param(
            "24 others were hurt. Of the injured, seven are policemen, a doctor said.",
            {("police", "injured", 7)},
            id="of the injured seven are",
        ),
        pytest.param(
            "Twelve people died. Five were women and two were children.",
            {("child", "killed", 2), ("unknown", "killed", 5)},
            id="a bare number and who they were",
        ),
        pytest.param(
            "A bomb killed six people and hurt 30. The victims, aged between 16 and 52, included two teenagers.",
            {("child", "killed", 2)},
            id="the victims aged so included",
        ),
        pytest.param(
            "Another mine hit a truck in Tikrit, leaving two soldiers dead and four men, among them a guard, wounded.",
            {("unknown", "injured", 4), ("security_guard", "injured", 1)},
            id="left some dead and some, among them one, wounded",
        ),
        pytest.param(
            "In Jos, a police commander, Abdul Wali, and two of his brothers were killed by a mine laid in the road.",
            {("Abdul Wali", "killed", 1), ("civilian", "killed", 2)},
            id="two subjects of one verb",
        ),
        pytest.param(
            "The teen was standing outside when a gunman fired shots, striking him in the head.",
            {("child", "injured", 1)},
            id="what came of the shots",
        ),
        pytest.param(
            "Rebels freed two soldiers on Sunday after holding them for three weeks, the Red Cross and police said.",
            {("military", "released", 2), ("military", "kidnapped", 2)},
            id="who frees them held them",
        ),
        pytest.param(
            "A shop clerk was struck with the butt of a gun.", {("civilian", "injured", 1)}, id="struck with the butt"
        ),
        pytest.param("A girl survived the attack with minor cuts.", {("child", "injured", 1)}, id="survived with cuts"),
        pytest.param(
            "A shell killed a woman and her two young sons.", {("child", "killed", 2)}, id="young sons are children"
        ),
        pytest.param("A man and his niece, aged seven, were killed.", {("child", "killed", 1)}, id="aged seven"),
        pytest.param(
            "Five were seized. The remaining 12 crew are safe.", {("civilian", "unharmed", 12)}, id="who is safe"
        ),
        pytest.param(
            "Nine people were killed in a raid. A nurse and two pupils were among the nine killed.",
            {("health_worker", "killed", 1), ("child", "killed", 2)},
            id="two subjects among those counted",
        ),
        pytest.param(
            "Forty people were hurt. The wounded, three men and a woman, were taken to a clinic.",
            {("unknown", "injured", 3), ("unknown", "injured", 1)},
            id="who the wounded are, between commas",
        ),
        pytest.param(
            "Police held 60 people. Two lawyers were among those arrested.",
            {("judicial", "arrested", 2)},
            id="among those arrested",
        ),
        pytest.param(
            "Gunmen shot dead a trader. The man who died was named as Ben Cole.",
            {("Ben Cole", "killed", 1)},
            id="the man who died",
        ),
        pytest.param(
            "Four men were killed. The names of those who died were given as Ben Cole and Omar Ali.",
            {("Ben Cole", "killed", 1), ("Omar Ali", "killed", 1)},
            id="the names of those who died",
        ),
        pytest.param(
            "Two people were killed. The martyrs were identified as Ben Cole and Omar Ali.",
            {("Ben Cole", "killed", 1), ("Omar Ali", "killed", 1)},
            id="the martyrs",
        ),
        pytest.param(
            "A mob hurt three constables. The injured policemen, Amit Rai, Sonu Yadav and Anil Jha, are in hospital.",
            {("Amit Rai", "injured", 1), ("Sonu Yadav", "injured", 1), ("Anil Jha", "injured", 1)},
            id="names in commas behind those told before",
        ),
        pytest.param(
            "Two other jawans, constables Ajay Minz and Sunil Oraon, sustained serious injuries.",
            {("Ajay Minz", "injured", 1), ("Sunil Oraon", "injured", 1)},
            id="names in commas behind a number of people",
        ),
        pytest.param(
            "Four men are held over the killing of two constables. The constables, Nimal Perera and Ganesh Silva, were "
            "stabbed at dawn.",
            {("Nimal Perera", "killed", 1), ("Ganesh Silva", "killed", 1)},
            id="names in commas, dead by what was told before",
        ),
        pytest.param(
            "A boy was stabbed to death. The victim, named locally as Kyle Benson, was attacked at about 7 p.m.",
            {("Kyle Benson", "killed", 1)},
            id="the victim named locally as",
        ),
        pytest.param(
            "Four people were shot dead at a party. The coroner said the men were Ben Lee, 23; Kou Xiong, 38; Phia "
            "Vang, "
            "31; and Luis Moua, 40.",
            {("Ben Lee", "killed", 1), ("Kou Xiong", "killed", 1), ("Luis Moua", "killed", 1)},
            id="the men were",
        ),
        pytest.param(
            "A woman was killed. The chief said the woman killed was Mary Cole, the wife of the shooter, Dan Cole.",
            {("Mary Cole", "killed", 1)},
            id="said the woman killed was",
        ),
        pytest.param(
            "Three bodies were found. The victims were reporters Ana Ruiz and Ben Cole, guard Omar Ali, and Cole's "
            "sister, "
            "Eva Cole, who had come to visit.",
            {("Omar Ali", "killed", 1), ("Eva Cole", "killed", 1)},
            id="the victims were these, and somebody's sister",
        ),
        pytest.param(
            "Mary Cole was shot dead by her husband, Dan Cole. Cole is being held in the county jail.",
            {("Mary Cole", "killed", 1), ("Dan Cole", "arrested", 1)},
            id="the dead are not those held",
        ),
        pytest.param(
            "A man accused of killing his estranged wife, her mother and her teenage brother at their home was "
            "arrested.",
            {("civilian", "killed", 1), ("child", "killed", 1), ("perpetrator", "arrested", 1)},
            id="a list of objects before the verb",
        ),
        pytest.param(
            "Rebels killed three soldiers and wounded five. The dead were local men. The wounded, among them a nurse, "
            "were "
            "flown out.",
            {("health_worker", "injured", 1)},
            id="the wounded, among them",
        ),
        pytest.param(
            "LYON -- Police on Monday named the two people found shot to death in a parked car on Mill Road as Ana "
            "Ruiz and "
            "Ben Cole. A man was arrested.",
            {("Ana Ruiz", "killed", 1), ("Ben Cole", "killed", 1)},
            id="named those found dead somewhere as",
        ),
        pytest.param(
            "Four activists received bullet wounds; two of them, Rubel Mia and Shahin Alam, were sent to Dhaka.",
            {("Rubel Mia", "injured", 1), ("Shahin Alam", "injured", 1)},
            id="two of them by name",
        ),
        pytest.param(
            "The other three were freed. One of those freed, Mohammad Nabi, said they had been beaten.",
            {("Mohammad Nabi", "released", 1)},
            id="one of those freed",
        ),
        pytest.param(
            "Three teenagers were wounded. Police said the victims, two 16-year-old girls and a 15-year-old boy, were "
            "walking home.",
            {("child", "injured", 2), ("child", "injured", 1)},
            id="who the victims are, between commas",
        ),
        pytest.param(
            "A lawmaker and his bodyguard were shot dead on Tuesday. Abdullahi Qayad was leaving a mosque when he was "
            "hit.",
            {("Abdullahi Qayad", "killed", 1)},
            id="one presented who died with one of his",
        ),
        pytest.param(
            "Rebels freed an army corporal and a police sergeant. Corporal Andres Mesa and Sergeant Julio Rojas were "
            "handed "
            "to the Red Cross.",
            {("Andres Mesa", "released", 1), ("Julio Rojas", "released", 1)},
            id="ranks tell who is who",
        ),
        pytest.param(
            "Five people were injured. A 16-year-old student and a 45-year-old coach were in serious condition.",
            {("child", "injured", 1), ("civilian", "injured", 1)},
            id="two subjects of a state",
        ),
        pytest.param(
            "Nine soldiers were killed. Among the fallen was Maj. John Kiptoo, a father of three.",
            {("John Kiptoo", "killed", 1)},
            id="among the fallen",
        ),
        pytest.param(
            "Two of the accused, Ramesh Rao and Sai Kiran, were arrested.",
            {("Ramesh Rao", "arrested", 1), ("Sai Kiran", "arrested", 1)},
            id="two of the accused by name",
        ),
        pytest.param(
            "Five gunmen were killed and one was captured. The ministry identified the captured man as Adam Reza, 22.",
            {("Adam Reza", "arrested", 1)},
            id="the captured man",
        ),
        pytest.param(
            "A sect is accused of killing two border guards. The guards, Mehdi Rahimi and Ali Karami, were shot on "
            "Jan. 5.",
            {("Mehdi Rahimi", "killed", 1), ("Ali Karami", "killed", 1)},
            id="one word for those of whom more was told before",
        ),
    ],
)
def test_who_is_told_apart(text: str, told: set[tuple[str, str, int | None]], parse: Callable[[str], Doc]) -> None:
    assert told <= _who(parse(text))


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        pytest.param(
            "Gunmen shot dead a nurse and a constable. The nurse was identified as Sara Bibi and the constable as Noor "
            "Aslam.",
            {("Noor Aslam", "police")},
            id="and the constable as",
        ),
        pytest.param(
            "Troops killed 15 rebels. Among the dead rebels were Omar Abazid and Ben Cole.",
            {("Omar Abazid", "militant"), ("Ben Cole", "militant")},
            id="among the dead rebels",
        ),
        pytest.param(
            "A police officer was shot dead. Sgt. Craig Nolan, 45, died on Tuesday.",
            {("Craig Nolan", "police")},
            id="a sergeant where no army is told of",
        ),
        pytest.param(
            "A bomb killed five soldiers. The dead include a senior officer.",
            {("", "military")},
            id="an officer where no police are told of",
        ),
        pytest.param(
            "Rebels killed three officers. The dead were named as Staff Sgts. Ben Cole and Omar Ali and Cpl. Luis "
            "Vega.",
            {("Ben Cole", "police"), ("Omar Ali", "police"), ("Luis Vega", "police")},
            id="as many as were told before, with ranks",
        ),
        pytest.param(
            "A mob hurt two constables. The constables, Amit Rai and Anil Jha, are in hospital.",
            {("Amit Rai", "police"), ("Anil Jha", "police")},
            id="names in commas are of the kind",
        ),
        pytest.param(
            "A police captain and his son were killed in Baghdad. Capt. Omar Abazid was in charge of a guard force.",
            {("Omar Abazid", "police")},
            id="a captain of the police",
        ),
        pytest.param(
            "Three policemen were killed. The dead policemen were Lt. David Vega, Sgt. Luis Chavez and Sgt. Omar "
            "Olano.",
            {("David Vega", "police"), ("Luis Chavez", "police"), ("Omar Olano", "police")},
            id="the dead policemen were, with ranks",
        ),
    ],
)
def test_of_which_kind_they_are(text: str, kinds: set[tuple[str, str]], parse: Callable[[str], Doc]) -> None:
    told = {(h.people.name or "", h.people.category.value) for h in read_harms(parse(text)) if h.people}

    assert kinds <= told
    assert ("", "police") not in told or ("", "military") not in kinds


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param(
            "Ben Cole, 51, was shot dead. He is survived by his wife and three sons.",
            "unharmed",
            id="survived by his wife",
        ),
        pytest.param(
            "A woman was killed. The woman killed was Mary Cole, the wife of the shooter, Dan Cole.",
            "Dan Cole",
            id="whose wife she was",
        ),
        pytest.param(
            "Police freed the hostages. The hostage-taker was hurt.", "perpetrator kidnapped", id="hostage-taker"
        ),
        pytest.param(
            "Two men were arrested while three others, including a minor, are absconding.",
            "child",
            id="of those at large",
        ),
        pytest.param(
            "Nine soldiers died. Among the dead was Maj. John Kiptoo, a father of three.",
            "civilian killed",
            id="a father of three",
        ),
    ],
)
def test_who_is_only_told_beside_the_dead(text: str, name: str, parse: Callable[[str], Doc]) -> None:
    assert not any(name in f"{who} {fate}" for who, fate, _ in _who(parse(text)))


def test_who_most_of_them_are_is_no_group(extractor: dateline.Extractor) -> None:
    text = "Gunmen raided Anka on Sunday, killing 13 people and abducting 20 others, mostly women."

    (record,) = extract(extractor, text)

    assert {one.text for one in record.victims} == {"13 people", "20 others"}


@pytest.mark.parametrize(
    ("text", "toll", "told"),
    [
        pytest.param(
            "Three guests were shot at a house in Dayton on Monday. Two children who were asleep were not hurt. Their "
            "mother was not injured.",
            (None, 3),
            {("Two children", "child", "unharmed", 2), ("Their mother", "civilian", "unharmed", 1)},
            id="who was not hurt",
        ),
        pytest.param(
            "A gunman wounded five people in Dayton on Monday. One of the wounded, a 13-year-old boy, was in critical "
            "condition. The others, three women and a man, had injuries that were not life-threatening.",
            (None, 5),
            {
                ("a 13-year-old boy", "child", "injured", 1),
                ("three women", "civilian", "injured", 3),
                ("a man", "civilian", "injured", 1),
            },
            id="one of the wounded and the others",
        ),
        pytest.param(
            "A gunman killed five people in Dayton on Monday. One of those killed, a 40-year-old nurse, was a mother.",
            (5, None),
            {("a 40-year-old nurse", "health_worker", "killed", 1)},
            id="one of those killed",
        ),
        pytest.param(
            "A gunman killed two people and wounded five in Dayton on Monday. A third, a 60-year-old man, died later.",
            (3, 5),
            {("A third, a 60-year-old man", "civilian", "killed", 1)},
            id="a third is none of the two",
        ),
        pytest.param(
            "A gunman killed three people in Dayton on Monday: a nurse, a guard and a bus driver.",
            (3, None),
            {
                ("a nurse", "health_worker", "killed", 1),
                ("a guard", "security_guard", "killed", 1),
                ("a bus driver", "civilian", "killed", 1),
            },
            id="a list that comes to the number",
        ),
        pytest.param(
            "At least 12 people, including three children and two women, were killed in a bombing in Quetta on Monday. "
            "The dead also included two policemen.",
            (12, None),
            {("two women", "civilian", "killed", 2), ("two policemen", "police", "killed", 2)},
            id="two women and two policemen",
        ),
        pytest.param(
            "The first bomb killed 15 worshippers in Zahedan on Monday and the second 12 people who had come to help, "
            "among them three nurses.",
            (27, None),
            {("15 worshippers", "civilian", "killed", 15), ("three nurses", "health_worker", "killed", 3)},
            id="of the group told right before",
        ),
        pytest.param(
            "Two soldiers and a policeman were killed and a trader was hurt in a gunfight in Kupwara on Monday. The "
            "slain soldiers were identified as Ramesh Kumar and Gurdeep Singh. The policeman was identified as Omar "
            "Altaf.",
            (3, 1),
            {
                ("Ramesh Kumar", "military", "killed", 1),
                ("Gurdeep Singh", "military", "killed", 1),
                ("Omar Altaf", "police", "killed", 1),
            },
            id="as many names as some of the dead and the hurt",
        ),
        pytest.param(
            "Five soldiers were killed when rebels hit a base in Hakkari on Saturday. The fallen soldiers are Murat "
            "Demir and Ali Kaya. Fourteen rebels were killed in the fighting.",
            (19, None),
            {("Murat Demir", "military", "killed", 1), ("Fourteen rebels", "militant", "killed", 14)},
            id="named ones of a side that is not the larger",
        ),
        pytest.param(
            "A bus driver and two passengers were hurt when a man attacked them with a hammer in Leeds on Monday. "
            "Passenger Leo Park, 64, suffered a head injury.",
            (None, 3),
            {("A bus driver", "civilian", "injured", 1), ("Leo Park", "civilian", "injured", 1)},
            id="a passenger is not the driver",
        ),
        pytest.param(
            "Hooded men shot dead seven people in Choloma on Monday. Four others were rushed to hospital, where "
            "one died on Tuesday.",
            (8, 3),
            {("Four others", "civilian", "injured", 3)},
            id="where one of the others died",
        ),
        pytest.param(
            "Police fired at marchers in Rosario on Tuesday, hurting 18 people. Hugo Peralta was hit in the eye. Five "
            "officers were hurt by stones.",
            (None, 18),
            {("Hugo Peralta", "civilian", "injured", 1), ("Five officers", "police", "injured", 5)},
            id="five officers are not one man",
        ),
        pytest.param(
            "Gunmen shot dead 16 people, among them a woman and two pastors, at a church in Ukum on Tuesday. The slain "
            "pastors, Emmanuel Tyav and Joseph Ikyaa, were leading a service.",
            (16, None),
            {("Emmanuel Tyav", "clergy", "killed", 1), ("Joseph Ikyaa", "clergy", "killed", 1)},
            id="the slain pastors are those of them",
        ),
        pytest.param(
            "Troops killed 11 rebels and captured four in a gunfight in Tank on Monday.",
            (11, None),
            {("11 rebels", "militant", "killed", 11), ("four", "militant", "arrested", 4)},
            id="a bare number is of the kind before it",
        ),
        pytest.param(
            "Gunmen shot five people at a party in Dayton on Monday. Three of the five are in hospital in fair "
            "condition.",
            (None, 5),
            {("five people", "civilian", "injured", 5)},
            id="how some of them are",
        ),
        pytest.param(
            "A strike killed at least 45 people in Hodeidah on Sunday, raising an earlier toll of 30. Seven guards "
            "were "
            "among those killed.",
            (45, None),
            {("Seven guards", "security_guard", "killed", 7), ("at least 45 people", "unknown", "killed", 38)},
            id="an earlier toll is of the same dead",
        ),
        pytest.param(
            "Nine civilians were hurt when shells hit Damascus on Wednesday. Two shells fell in Bab Touma, killing a "
            "child "
            "and hurting six others. Three civilians were hurt when a shell fell near a square.",
            (1, 9),
            {("six others", "unknown", "injured", 6), ("Three civilians", "civilian", "injured", 3)},
            id="a total shared out below",
        ),
        pytest.param(
            "A car bomb killed eight people at an academy in Nangara on Sunday. The dead were five cadets, an "
            "instructor "
            "and two tea sellers. The driver of the car also died.",
            (9, None),
            {("an instructor", "civilian", "killed", 1), ("The driver", "civilian", "killed", 1)},
            id="who also died is another",
        ),
        pytest.param(
            "Rebels killed two officers in Vinzons on Monday. The dead were named as Ben Cole and Luis Vega. One of "
            "the "
            "rebels was also killed.",
            (3, None),
            {("Luis Vega", "police", "killed", 1), ("One of the rebels", "militant", "killed", 1)},
            id="one of the rebels is none of the officers",
        ),
        pytest.param(
            "Gunmen killed 23 people and abducted 18 women and girls in Kubla on Sunday. Dozens of people with gunshot "
            "wounds were taken to Mubi.",
            (23, 24),
            {("18 women and girls", "civilian", "kidnapped", 18), ("Dozens of people", "civilian", "injured", 24)},
            id="women and girls share a number",
        ),
        pytest.param(
            "Gunmen killed nine people in Kurebe on Sunday. Twenty-three people with gunshot wounds were being "
            "treated in "
            "Kuta, among them six children.",
            (9, 23),
            {("six children", "child", "injured", 6), ("Twenty-three people", "civilian", "injured", 17)},
            id="those being treated are none of the dead",
        ),
        pytest.param(
            "A man was shot dead in a car in Finglas on Monday. A baby in the back seat escaped injury.",
            (1, None),
            {("A baby", "child", "unharmed", 1)},
            id="a baby escaped injury",
        ),
        pytest.param(
            "Raiders killed five people in Mbau on Tuesday. Troops killed three raiders and lost two soldiers.",
            (8, None),
            {("three raiders", "perpetrator", "killed", 3)},
            id="raiders are none of those whom raiders killed",
        ),
    ],
)
def test_the_victims_of_one_act(
    text: str,
    toll: tuple[int | None, int | None],
    told: set[tuple[str, str, str, int | None]],
    extractor: dateline.Extractor,
) -> None:
    (record,) = extract(extractor, text)

    assert read_toll(record) == toll
    assert told <= _victims(record)


@pytest.mark.parametrize(
    ("text", "town", "told"),
    [
        pytest.param(
            "Gunmen killed nine people in Mosul on Monday, among them a woman. In Kirkuk, a bomb wounded two guards "
            "on Tuesday. The woman was named as Amal Omar, 32.",
            "Mosul",
            ("Amal Omar", "civilian", "killed", 1),
            id="who the woman was",
        ),
        pytest.param(
            "A blast killed two people in Quetta on Monday. In Lahore, gunmen shot dead a trader the same day. Two "
            "suspects were arrested in connection with the Quetta blast.",
            "Quetta",
            ("Two suspects", "perpetrator", "arrested", 2),
            id="who is held for the first act",
        ),
        pytest.param(
            "A car bomb went off at a police station in Tibu on Sunday, killing two officers. An engineer was abducted "
            "by four men in El Tarra on Monday. Three men were detained at a roadblock and are being questioned about "
            "the bombing.",
            "Tibú",
            ("Three men", "perpetrator", "arrested", 3),
            id="who is asked about the first act",
        ),
        pytest.param(
            "Raiders shot dead three teachers in Mandera on Monday. In Garissa, a blast killed two soldiers. The slain "
            "teachers were identified as Paul Otieno, Mary Wanjiku and Ali Noor.",
            "Mandera",
            ("Mary Wanjiku", "civilian", "killed", 1),
            id="the noun that the names are given to",
        ),
        pytest.param(
            "A judge was shot dead in Cusco on Monday. On Tuesday a bomb hurt a policeman in Lima. The judge, Luis "
            "Vega, was 61.",
            "Cusco",
            ("Luis Vega", "judicial", "killed", 1),
            id="the noun beside the name",
        ),
        pytest.param(
            "A farmer was stabbed to death in Kitale on Sunday. On Monday a trader was shot dead in Eldoret. Police "
            "named the farmer as Peter Kiprop, 52, and the trader as Hassan Abdi, 33.",
            "Kitale",
            ("Peter Kiprop", "civilian", "killed", 1),
            id="one of two who are named in one sentence",
        ),
        pytest.param(
            "A farmer was stabbed to death in Kitale on Sunday. On Monday a trader was shot dead in Eldoret. Police "
            "named the farmer as Peter Kiprop, 52, and the trader as Hassan Abdi, 33.",
            "Eldoret",
            ("Hassan Abdi", "civilian", "killed", 1),
            id="the other of the two",
        ),
    ],
)
def test_what_comes_behind_another_act_goes_to_its_own(
    text: str, town: str, told: tuple[str, str, str, int | None], extractor: dateline.Extractor
) -> None:
    having = [record for record in extract(extractor, text) if told in _victims(record)]

    assert [record.place.locality for record in having if record.place] == [town]
