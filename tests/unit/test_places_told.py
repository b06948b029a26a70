"""Where an act is told to have been, in short reports of many kinds: country, region, town and site."""

from __future__ import annotations

import pytest

import dateline
from dateline.records import Place


def _places(extractor: dateline.Extractor, text: str) -> list[Place | None]:
    return [record.place for record in dateline.extract(text, extractor=extractor)]


CUDAHY = "CUDAHY, Wis. - A man was shot and killed Monday night outside a tavern in this Milwaukee suburb, police said."
CHARGED = (
    "A Reno woman is accused of shooting a pawnbroker in Elko last Friday. Dana Kirsch, 31, was arraigned on "
    "Monday in a Reno courtroom."
)
SETTLED = (
    "JERUSALEM - A man from Hebron stabbed a guard at a bus stop in the settlement of Ariel on Monday, the army said."
)
VILLAGE = (
    "COTABATO CITY - Gunmen ambushed an Army patrol in Barangay Tee, Datu Salibo town, Maguindanao on Monday,"
    " wounding two soldiers. The wounded were flown to a hospital in Davao City."
)
SELVA = (
    "LIMA, Peru - Shining Path guerrillas attacked an army patrol in Vizcatan, a jungle region in the south "
    "of Junin, killing a captain, the Joint Command said in Lima on Friday."
)
CAME = (
    "NIAMEY - Armed men on motorbikes killed at least 30 villagers in western Niger, near the border with "
    "Mali, a security source said on Sunday. The attackers came to Tchoma Bangou, in the Tillaberi region, "
    "around noon."
)
INVADED = (
    "ABUJA, Nigeria (AP) - Gunmen attacked a village in northwestern Nigeria and killed at least 18 people, "
    "police said Thursday. The assailants invaded Gidan Zago village in Kanoma, Maru local government area of"
    " Zamfara state, late Tuesday."
)
STEERED = (
    "Pirates hijacked a Greek-owned tanker with 21 crew off the coast of Oman on Friday and steered it toward"
    " Somalia, the EU naval force said in a statement from its headquarters in Northwood, England."
)
SCHOOL = (
    "Student stabbed outside school\n\nA 16-year-old student was stabbed outside Lincoln High School in Tacoma"
    " on Tuesday afternoon. The suspect was arrested at his home."
)
POST = (
    "Rebels attacked the police station of Toribio, in the southwestern department of Cauca, with homemade "
    "mortars on Saturday. Fifteen homes were damaged."
)
OWNED = (
    "CARACAS - Two National Guardsmen were killed on Sunday when gunmen attacked a border post in "
    "Paraguachon, in Venezuela's Zulia state, near Colombia."
)
DENIED = (
    "IDLIB, 22 May 2019 - Air strikes hit Qwe Nabl at dawn on Wednesday, killing six people. Moscow denies targeting "
    "civilians."
)
SECTOR = (
    "JAMMU: A civilian was killed in shelling by Pakistani troops in Balakot sector of Poonch district on "
    "Thursday, officials said. A defence spokesman in Jammu said the Army retaliated."
)
BY_MEN = (
    "KOLKATA: A party worker was hacked to death by unidentified men at Dubrajpur in Birbhum district on Friday night."
)
COUNTY = (
    "BEIJING - A man wounded eleven people with a knife at a hospital in Zhenxiong county in the Chinese "
    "province of Yunnan on Tuesday, state media said."
)
PIPE = (
    "BOGOTA (Reuters) - Rebels blew up a stretch of an oil pipeline in the rural zone of La Cadena, in "
    "Arauquita municipality, Arauca province, the army said on Sunday."
)
ROAD = (
    "A bus was attacked by masked gunmen on a desert road in Minya province, about 220 km south of Cairo, on "
    "Friday. At least 28 people died."
)

LAKE = (
    "Seven soldiers from Nigeria were killed on Sunday when gunmen raided their base in Baga Sola, a Chadian town on"
    " the shores of a lake, two military sources said."
)
WEST = (
    "A homemade bomb exploded on Friday at the entrance of a bank in the Villa Sarmiento neighborhood of the city of"
    " Moron, in the west of Greater Buenos Aires, causing damage."
)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("text", "country", "admin1", "locality"),
    [
        pytest.param(CUDAHY, "US", "Wisconsin", "Cudahy", id="the suburb that is the dateline's town"),
        pytest.param(CHARGED, "US", "Nevada", "Elko", id="what somebody is accused of tells where"),
        pytest.param(SETTLED, "IL", "Judea and Samaria Area", "Ariel", id="a town told under its own name is no alias"),
        pytest.param(VILLAGE, "PH", None, "Datu Salibo", id="a quarter of a town that no gazetteer lists"),
        pytest.param(SELVA, "PE", "Junín", None, id="in the south of a region is in it"),
        pytest.param(CAME, "NE", "Tillabéri", "Tchoma Bangou", id="where the attackers came to"),
        pytest.param(INVADED, "NG", "Zamfara", None, id="no capital where the country is told by its side"),
        pytest.param(STEERED, "OM", None, None, id="neither where a ship is steered nor where a speaker sits"),
        pytest.param(
            SCHOOL, "US", "Washington", "Tacoma", id="a school is where it is told to be, not in its namesake"
        ),
        pytest.param(DENIED, "SY", None, "Idlib", id="no capital that stands for the state which denies it"),
        pytest.param(POST, "CO", "Cauca", "Toribío", id="a town behind its police station and before its region"),
        pytest.param(OWNED, "VE", "Zulia", "Paraguachon", id="a region that its country owns"),
        pytest.param(BY_MEN, "IN", "West Bengal", "Dubrajpur", id="where men did it"),
        pytest.param(LAKE, "TD", None, "Baga Sola", id="a town called that of a country behind its name"),
        pytest.param(WEST, "AR", None, "Morón", id="a town in the west of a bigger one"),
        pytest.param(ROAD, "EG", "Minya", None, id="a province located by a far city"),
    ],
)
def test_a_report_tells_where(
    extractor: dateline.Extractor, text: str, country: str, admin1: str | None, locality: str | None
) -> None:
    (place,) = _places(extractor, text)

    assert place is not None
    assert (place.country, admin1 or place.admin1) == (country, place.admin1)
    assert (locality or place.locality) == place.locality


@pytest.mark.slow
@pytest.mark.parametrize(
    ("text", "locality"),
    [
        pytest.param(SECTOR, "Jammu", id="a sector of a district far from the dateline's town"),
        pytest.param(COUNTY, "Wufeng", id="a county is not its seat"),
        pytest.param(CAME, "Niamey", id="a capital far from the side of the country"),
    ],
)
def test_a_report_is_not_set_there(extractor: dateline.Extractor, text: str, locality: str) -> None:
    (place,) = _places(extractor, text)

    assert place is not None
    assert place.locality != locality


BAR = (
    "A grenade was thrown into a bar in Ngara, a suburb of Nairobi, on Saturday evening, wounding twelve "
    "people, three of whom remained in a coma at Kenyatta National Hospital on Monday."
)
FIRED_FROM = (
    "A mortar shell fell on a crowded district of Aleppo on Sunday, killing six people. The shell was fired "
    "by terrorists from the al-Rashidin area."
)
TREATED = (
    "HARARE - Soldiers beat villagers in Chiadzwa, a diamond-rich area 90 km south-west of Mutare, on "
    "Wednesday, a rights group said. Twelve people were treated at Mutare General Hospital."
)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("text", "site"),
    [
        pytest.param(BAR, "bar", id="where the hurt lie is no site"),
        pytest.param(FIRED_FROM, None, id="nor where fighters come from"),
        pytest.param(TREATED, None, id="nor where the hurt are treated"),
        pytest.param(CHARGED, None, id="nor where a suspect is tried"),
        pytest.param(COUNTY, "hospital", id="but a hospital where people are stabbed is"),
        pytest.param(PIPE, "La Cadena", id="a municipality is no building"),
        pytest.param(VILLAGE, "Barangay Tee", id="a quarter"),
    ],
)
def test_the_site_is_where_the_act_was(extractor: dateline.Extractor, text: str, site: str | None) -> None:
    (place,) = _places(extractor, text)

    assert place is not None
    assert place.site == site


@pytest.mark.parametrize(
    ("text", "site", "town"),
    [
        # What a telling names in another country outdoes the town that the story is about.
        (
            "KRAMATORSK, Ukraine, May 4, 2011 - Further north, shelling killed a woman in the Russian border region of"
            " Belgorod on Tuesday, its governor said.",
            None,
            None,
        ),
        # A district on the map, known no finer, is the locality; one on none, told of no province, a part of the town.
        ("A mine killed two rangers in Rueso district of Narathiwat province on 3 May 2011.", None, "Rueso"),
        ("A deputy was shot dead in Harris County, Texas, on 3 May 2011, the sheriff said.", None, "Harris County"),
        (
            "ALEPPO, May 4, 2011 - Mortar shells hit the Jamiliyya-Sharq district on Tuesday, killing three students at"
            " a nearby dormitory.",
            "Jamiliyya-Sharq",
            "Aleppo",
        ),
        (
            "KABUL, May 4, 2011 - A mine killed five men in the Shorabakk district of Kandahar province on Monday.",
            None,
            "Shorabakk",
        ),
    ],
)
def test_a_district_is_named(extractor: dateline.Extractor, text: str, site: str | None, town: str) -> None:
    (place,) = _places(extractor, text)

    assert place is not None
    assert (place.site, place.locality) == (site, town)
