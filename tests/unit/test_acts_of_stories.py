"""Which acts a story tells, each with its kind, its day, its town and its dead: what is told again makes no other."""

from __future__ import annotations

import pytest

import dateline
from support.stories import Act, extract, summarise

pytestmark = pytest.mark.slow

SURE = 0.8  # score of a day that is the act's own


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        pytest.param(
            "RENO, Nev., March 19, 2019 — A gunman who killed two people and wounded three in a bowling alley had "
            "quarreled there a week before, according to court papers filed Tuesday.\n\nPaul Dean, 44, walked in on "
            "Sunday night and began shooting at people near the bar, police said.\n\nThree customers were treated "
            "for gunshot wounds. One, a boy, remained in critical condition on Tuesday.",
            [("shooting", "2019-03-17", "Reno", 2)],
            id="a lead without a day",
        ),
        pytest.param(
            "SANAA, Nov. 22, 2019 - A clinic in Sanaa was emptied on Friday because it was hit by a missile fired by "
            "a plane last night, doctors said.\n\nA rocket hit the clinic but none of the 4 nurses, who have been "
            "there since last week's bloody clashes, was hurt, one said.\n\nTeachers Ali Saleh, Omar Nagi and Hamid "
            "Qasim were killed in Sanaa on Nov. 16.",
            [("shelling", "2019-11-21", "Sanaa", None), ("attack", "2019-11-16", "Sanaa", 3)],
            id="an opening is dated once",
        ),
        pytest.param(
            "ANKARA, May 9, 2019 - Troops overran a rebel camp near Lice on Wednesday in fighting that left 40 "
            "people dead, the army said.\n\nThe offensive began two days after a bomb exploded at a bus station in "
            "Mersin, killing two people and injuring 14.",
            [("armed_clash", "2019-05-08", "Lice", 40), ("bombing", "2019-05-06", "Mersin", 2)],
            id="two days after, for what began",
        ),
        pytest.param(
            "LIVERPOOL, England, May 7, 2019 - Rioters looted shops in Liverpool on Saturday after a march turned "
            "violent, and 26 officers were injured.\n\nTrouble broke out after about 200 people marched to a police "
            "station demanding justice for Leon Dale, 29, who was shot dead by officers on Thursday.",
            [("riot", "2019-05-04", "Liverpool", None), ("shooting", "2019-05-02", "Liverpool", 1)],
            id="justice for the dead",
        ),
        pytest.param(
            "KABUL, July 17, 2019 - Thousands chanted on Wednesday at the burial of 27 people killed in two blasts "
            "at a mosque in the city of Herat.\n\nThe bombs exploded on Monday evening during prayers.",
            [("bombing", "2019-07-15", "Herat", 27)],
            id="a burial",
        ),
        pytest.param(
            "BAGHDAD, May 7, 2019 - A politician appealed on Tuesday for the release of a French reporter kidnapped "
            "in Baghdad at the weekend.\n\nAnne Morel, a writer for a Lyon newspaper, was abducted on Saturday by "
            "gunmen who ambushed her car.",
            [("kidnapping", "2019-05-04", "Baghdad", None)],
            id="for whom somebody works",
        ),
        pytest.param(
            "BERLIN, Dec. 23, 2019 - The man suspected of driving a van into a crowd at a fair in Mainz on Thursday, "
            "killing 12 people, was shot dead by Italian police in Milan early on Monday, officials said.",
            [("vehicle_ramming", "2019-12-19", "Mainz", 12), ("shooting", "2019-12-23", "Milan", 1)],
            id="what the dead man was suspected of",
        ),
        pytest.param(
            "MOMBASA, Kenya, May 7, 2019 - Fighters overran an airstrip near Lamu on Sunday, killing three soldiers. "
            "Two aircraft were destroyed.",
            [("attack", "2019-05-05", "Lamu", 3)],
            id="what is broken is no means",
        ),
        pytest.param(
            "LONDON, May 20, 2019 - A bomb exploded on a bus in London on Saturday, killing a man.\n\nIn Kuwait, a "
            "suicide bomber killed 27 people at a mosque in the capital on Friday.",
            [("bombing", "2019-05-18", "London", 1), ("suicide_bombing", "2019-05-17", "Kuwait City", 27)],
            id="the capital of the land just named",
        ),
        pytest.param(
            "NEW DELHI, May 7, 2019 - Five bombs exploded in crowded markets in New Delhi on Saturday, killing 20 "
            "people.\n\nOne went off in Karol Bagh, where 13 people died.",
            [("bombing", "2019-05-04", "New Delhi", 20)],
            id="a quarter that is listed as a town too",
        ),
        pytest.param(
            "ALGIERS, Aug 20, 2019 - Two car bombs killed 11 people in the town of Bouira on Tuesday, a day after a "
            "suicide bomber killed 43 at a police school in Setif, state radio said.\n\nThe first bomb hit the army "
            "command in Bouira and the second a hotel, wounding 31 people.",
            [("bombing", "2019-08-20", "Bouira", 11), ("suicide_bombing", "2019-08-19", "Setif", 43)],
            id="one of the bombs counted before",
        ),
        pytest.param(
            "LONDON, Nov. 30, 2019 - Two people were stabbed to death near London Bridge on Friday, police "
            "said.\n\nThe prime minister visited the scene of the London attack on Saturday.",
            [("stabbing", "2019-11-29", "London", 2)],
            id="a visit to the scene",
        ),
        pytest.param(
            "PLANO, Texas, Jan. 16, 2019 — A man who held four people hostage in a synagogue in Plano on Tuesday was "
            "identified on Wednesday as a 44-year-old baker.\n\nOne hostage was freed in the afternoon.",
            [("hostage_taking", "2019-01-15", "Plano", None)],
            id="a hostage that is freed",
        ),
        pytest.param(
            "BOGOTA, March 17, 2019 - An attack on an oil pipeline in Arauca on Saturday spilled oil into a "
            "stream.\n\nOfficers blame rebels for the bombing. The pipeline has been bombed 14 times this year.",
            [("bombing", "2019-03-16", "Arauca", None)],
            id="how often it was done",
        ),
        pytest.param(
            "KABUL, April 24, 2019 - A bomber killed 28 people in Kabul on Tuesday. The Taliban claimed the assault, "
            "which came a week after the group announced its spring offensive.",
            [("attack", "2019-04-23", "Kabul", 28)],
            id="an offensive that is announced",
        ),
        pytest.param(
            "LEIPZIG, Germany, July 29, 2019 - Robbers who posed as workmen got away with half a million euros "
            "outside a bank in Leipzig on Friday, police said on Monday.\n\nTheir burned-out car was found in a "
            "field.",
            [("robbery", "2019-07-26", "Leipzig", None)],
            id="what robbers leave with",
        ),
        pytest.param(
            "BOSTON, April 19, 2019 — One suspect in the Boston bombing was killed in a gun battle with police early "
            "Friday in Watertown, officials said.\n\nThree people were killed when two bombs went off in Boston on "
            "Monday.",
            [("bombing", "2019-04-15", "Boston", 3), ("armed_clash", "2019-04-19", "Watertown", 1)],
            id="a suspect who is killed",
        ),
        pytest.param(
            "NEW DELHI, Dec 2, 2019 - India's home minister resigned on Sunday over the attacks by gunmen that "
            "killed 90 people in Pune.\n\nTen men came ashore in a dinghy on Wednesday night and fired on crowds at "
            "a station.",
            [("shooting", "2019-11-27", "Pune", 90)],
            id="who resigns over it",
        ),
        pytest.param(
            "BARCELONA, Aug 16, 2019 - Spanish police shot dead five men early on Friday in Cambrils, hours after a "
            "van ploughed into crowds in Barcelona, killing 13 people.\n\nIn the Barcelona attack on Thursday "
            "afternoon, the driver zigzagged down a street.",
            [("shooting", "2019-08-16", "Cambrils", 5), ("vehicle_ramming", "2019-08-15", "Barcelona", 13)],
            id="an act that is named by its town",
        ),
        pytest.param(
            "JERUSALEM, May 30, 2019 - Militants in Gaza fired rockets into Ashkelon on Tuesday, wounding three "
            "soldiers, and Israeli jets hit back with strikes on dozens of targets in the strip.\n\nThe air strikes "
            "destroyed a tunnel near Rafah.",
            [("shelling", "2019-05-28", "Ashkelon", None), ("airstrike", "2019-05-28", "Rafah", None)],
            id="strikes that answer in one breath",
        ),
        pytest.param(
            "GOMA, Congo, Sept. 25, 2019 - Schools were closed in Beni on Tuesday as residents mourned 18 people who "
            "were killed when rebels raided the town.\n\nThe fighters fired on civilians on Saturday evening.",
            [("shooting", "2019-09-21", "Beni", 18)],
            id="the mourned",
        ),
        pytest.param(
            "BEIRUT, Aug 11, 2019 - Shells fired by rebels killed 14 people in Homs on Saturday, state media said, "
            "while air strikes on the opposition side of Aleppo left 20 dead, according to medics.",
            [("shelling", "2019-08-10", "Homs", 14), ("airstrike", "2019-08-10", "Aleppo", 20)],
            id="while, behind who said it",
        ),
        pytest.param(
            "HERAT, Afghanistan, Sept. 15, 2020 - Border police discovered a truck loaded with explosives and 30 "
            "rocket launchers on the edge of Herat city on Monday, an official said.",
            [("weapons_seizure", "2020-09-14", "Herat", None)],
            id="a truck found with arms",
        ),
        pytest.param(
            "KUTA, Indonesia, Oct 3, 2019 - Investigators released pictures on Thursday of the heads of three "
            "suicide bombers who attacked restaurants on Bali.\n\nNineteen people died in Tuesday's blasts, which "
            "hit a restaurant at Jimbaran beach and a steakhouse in Kuta.",
            [("suicide_bombing", "2019-10-01", "Kuta", 19)],
            id="two places of an island",
        ),
    ],
)
def test_each_act_is_told_once(extractor: dateline.Extractor, text: str, acts: list[Act]) -> None:
    assert [summarise(record) for record in extract(extractor, text, published=None)] == acts


def test_an_anniversary_tells_the_year_of_its_act(extractor: dateline.Extractor) -> None:
    text = "MADRID, March 11, 2015 - Bells tolled on the first anniversary of a bombing that killed 90 people."

    clues = extractor.explain(dateline.parse_article(text, source="-")).clues

    assert [clue.time.when.start.year for clue in clues if clue.time] == [2014]


@pytest.mark.parametrize(
    "text",
    [
        "KABUL, April 19, 2019 — A blast left nine people dead in Herat on Monday.",
        "KABUL, April 19, 2019 — A convoy came under attack in Herat on Monday and two soldiers died.",
        "KABUL, April 19, 2019 — A bomb went off in Herat on Monday.",
        "KABUL, April 19, 2019 — A rocket landed in a market in Herat on Monday, killing two.",
    ],
    ids=["left", "came", "went off", "landed"],
)
def test_what_comes_and_goes_may_be_the_act(extractor: dateline.Extractor, text: str) -> None:
    frames = extractor.explain(dateline.parse_article(text, source="-")).frames

    assert all(max(link.score for link in frame.times) >= SURE for frame in frames)


def test_what_a_lead_tells_is_the_news_and_not_what_only_dates_it(extractor: dateline.Extractor) -> None:
    text = (
        "ANKARA, July 18, 2019 - Soldiers killed four guerrillas in a clash near Lice on Wednesday, a day after "
        "a bomb on a minibus killed five people in Mersin.\n\nThe minibus blast wounded 14 people. A Briton was "
        "among the dead of the bombing, the governor said. The blast in Mersin was blamed on rebels."
    )

    roles = {record.type.value: record.role.value for record in extract(extractor, text, published=None)}

    assert roles == {"armed_clash": "main", "bombing": "secondary"}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("A man drove his rented van into shoppers in Mainz on Monday, killing two.", "vehicle_ramming"),
        ("Two people died when a driver steered her car through a parade in Mainz on Monday.", "vehicle_ramming"),
        ("Four traders were seized in Jos on Monday by six men who demanded money.", "kidnapping"),
    ],
)
def test_an_act_is_of_the_kind_that_its_words_tell(extractor: dateline.Extractor, text: str, kind: str) -> None:
    assert [record.type.value for record in extract(extractor, text)] == [kind]
