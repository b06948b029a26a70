"""Which act a court, an arrest, a memorial or a release is about: one record, with the act's own day and town."""

from __future__ import annotations

from datetime import date

import pytest

import dateline
from support.stories import Act, extract, summarise

pytestmark = pytest.mark.slow


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        pytest.param(
            "BRISTOL, England, Oct. 3, 2013 - A former sailor who stabbed his lodger to death in a row over rent was "
            "jailed for life on Thursday.\n\nAlan Marsh, 46, attacked Omar Hadid outside his home in Luton on 14 "
            "February.\n\nLuton Crown Court heard that Marsh had been drinking when he took a kitchen knife and "
            "stabbed the father of two nine times.",
            [("stabbing", "2013-02-14", "Luton", 1)],
            id="the attack behind the sentence",
        ),
        pytest.param(
            "OSLO, June 4, 2014 - A court on Wednesday jailed a refugee for 17 years for stabbing three people to "
            "death on a bus in Bergen last year.\n\nThe man from South Sudan attacked the driver and two passengers on "
            "November 4 after learning that he was to be deported.",
            [("stabbing", "2013-11-04", "Bergen", 3)],
            id="last year is no statistic where somebody is jailed",
        ),
        pytest.param(
            "ROME, Oct. 14, 2011 - The trial of four men accused of bombing a courthouse in Brindisi opened on "
            "Thursday.\n\nThe blast on the night of May 27 last year injured two guards and destroyed the entrance.",
            [("bombing", "2010-05-27", "Brindisi", None)],
            id="the trial of men accused of it",
        ),
        pytest.param(
            "LAHORE, March 25, 2014 - An anti-terrorism court on Tuesday sentenced two men to death for killing a "
            "banker in a targeted attack in Lahore in 2011.\n\nThe prosecution said that the accused, riding a "
            "motorcycle, had opened fire on banker Naeem Butt near the high court on June 8, 2011.",
            [("shooting", "2011-06-08", "Lahore", 1)],
            id="sentenced to death for killing",
        ),
        pytest.param(
            "LAGOS, July 20, 2012 - Gunmen have released a Syrian welder they kidnapped in Kano three weeks ago, "
            "police said on Friday.\n\nTwo Lebanese engineers taken from their compound in Jos in May are still "
            "missing.\n\nLast week, attackers threw a bomb into a bar in Maiduguri, killing four people.",
            [
                ("kidnapping", "2012-06-26", "Kano", None),
                ("kidnapping", "2012-05-01", "Jos", None),
                ("bombing", "2012-07-09", "Maiduguri", 4),
            ],
            id="taken and still missing",
        ),
        pytest.param(
            "MADRID, May 20, 2010 - A former guerrilla has been extradited from France over a car bombing that killed "
            "two policemen in Burgos three years ago, the ministry said on Thursday.\n\nJon Arana was handed over at "
            "the border on Wednesday night.\n\nHe was arrested in Bayonne in 2008.",
            [("bombing", "2007-01-01", "Burgos", 2)],
            id="where the extradited man was arrested",
        ),
        pytest.param(
            "LIMA, May 20, 2010 - Chile extradited a rebel commander to Peru on Thursday to stand trial over the "
            "massacre of 12 farmers in Ayacucho in 1992.",
            [("attack", "1992-01-01", "Ayacucho", 12)],
            id="extradited to stand trial",
        ),
        pytest.param(
            "BUENOS AIRES, July 7, 2017 - Police have arrested a man wanted for the kidnapping of a grocer in Rosario "
            "in April.\n\nThe suspect, identified as Hugo Bravo, 38, was detained in Cordoba on Thursday.\n\nLuis "
            "Ferrari, owner of a chain of shops, was seized outside his office on April 18 and held for 12 days.",
            [("kidnapping", "2017-04-18", "Rosario", None)],
            id="where the man wanted was caught",
        ),
        pytest.param(
            "LAHORE, March 9, 2012 - Police have recovered two Swiss tourists' car but found no trace of the couple, "
            "who were kidnapped in Loralai eight months ago, officials said on Friday.\n\nThe car was discovered in a "
            "garage in Miranshah.\n\nOlivier Roth and Daniela Wyss were seized by masked men as they drove towards "
            "Iran on July 1 last year.",
            [("kidnapping", "2011-07-01", "Loralai", None)],
            id="the couple, and then by name and day",
        ),
        pytest.param(
            "TRIPOLI, Sept. 23, 2015 - A nurse and a driver who were abducted from a hospital in Sirte last month "
            "have been freed, their employer said on Wednesday.\n\nThey were taken by gunmen on August 20.\n\nThe two "
            "were handed over to elders in Hun on Tuesday.",
            [("kidnapping", "2015-08-20", "Sirte", None)],
            id="the day on which they were taken",
        ),
        pytest.param(
            "ABUJA, Sept. 23, 2015 - Bandits who abducted 30 pupils from a school in Kagara on Monday released 12 of "
            "them on Tuesday, officials said.",
            [("kidnapping", "2015-09-21", "Kagara", None)],
            id="released people is no report",
        ),
        pytest.param(
            "LINZ, July 24, 2015 - A gunman killed two people in a cinema in Linz on Thursday. The attack came a week "
            "after the trial of Omar Reyes for the stabbing of a nurse in Graz in 2013.",
            [("shooting", "2015-07-23", "Linz", 2), ("stabbing", "2013-01-01", "Graz", None)],
            id="what came a week ago is the trial",
        ),
    ],
)
def test_what_follows_an_act_is_told_with_it(extractor: dateline.Extractor, text: str, acts: list[Act]) -> None:
    assert [summarise(record) for record in extract(extractor, text, published=None)] == acts


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        pytest.param(
            "KAMPALA, March 22, 2016 - A banker was shot dead in Kampala on Tuesday, a day after a judge was wounded "
            "in a grenade attack in Jinja, officials said.\n\nAndrew Otim was killed at a petrol station by two men."
            "\n\nOn Monday evening, attackers threw two grenades at the judge's car, killing her bodyguard.",
            [("shooting", "2016-03-22", "Kampala", 1), ("bombing", "2016-03-21", "Jinja", 1)],
            id="the aside is told again by its day",
        ),
        pytest.param(
            "SANAA, Jan. 14, 2014 - Gunmen killed an army colonel in Aden on Monday, hours after a bomb wounded three "
            "soldiers at a checkpoint in Lahej.\n\nThe bomb, hidden in a fruit cart, went off as the soldiers were "
            "changing shifts at dawn, an official said.",
            [("shooting", "2014-01-13", "Aden", 1), ("bombing", "2014-01-13", "Lahij", None)],
            id="the aside is told again by its bomb",
        ),
        pytest.param(
            "DAMASCUS, May 10, 2012 - Two car bombs killed 55 people in Damascus on Thursday, a day after a roadside "
            "bomb hit an army truck escorting monitors in Homs.\n\nThe explosions damaged an office in the Qazaz "
            "district.\n\nWednesday's bomb wounded six soldiers.",
            [("bombing", "2012-05-10", "Damascus", 55), ("bombing", "2012-05-09", "Homs", None)],
            id="one kind on two days in two towns",
        ),
        pytest.param(
            "JOS, Nigeria, May 10, 2012 - A trader was found dead in Jos on Thursday, a day after he was abducted by "
            "armed men in the city, police said.",
            [("kidnapping", "2012-05-09", "Jos", 1)],
            id="one man's fate is one act",
        ),
        pytest.param(
            "BANGUI, Oct. 3, 2014 - A soldier was stabbed to death in Bangui on Friday, two days after bandits raided "
            "a bank and shot a guard.\n\nThe raid took place in the town of Bouar.",
            [("stabbing", "2014-10-03", "Bangui", 1), ("shooting", "2014-10-01", "Bouar", None)],
            id="the aside is told again by its verb",
        ),
        pytest.param(
            "JOS, Nigeria, Dec. 12, 2014 - A farmer was shot dead in Jos on Thursday, hours after robbers killed a "
            "clerk in Bauchi.\n\nThe killing of the farmer sparked protests.",
            [("shooting", "2014-12-11", "Jos", 1), ("attack", "2014-12-11", "Bauchi", 1)],
            id="the killing may be any",
        ),
        pytest.param(
            "JOS, Nigeria, Dec. 12, 2014 - A bomb killed 31 people at a market in Jos on Thursday, the military said."
            "\n\nThe bombing bore the hallmarks of Boko Haram, which killed 118 people with two car bombs in the same "
            "market on May 20.\n\nA day earlier, two gunmen had shot dead four traders in Kano.",
            [
                ("bombing", "2014-12-11", "Jos", 31),
                ("bombing", "2014-05-20", "Jos", 118),
                ("shooting", "2014-12-10", "Kano", 4),
            ],
            id="a day earlier than the news",
        ),
    ],
)
def test_an_act_told_beside_another_is_told_again(extractor: dateline.Extractor, text: str, acts: list[Act]) -> None:
    assert [summarise(record) for record in extract(extractor, text, published=None)] == acts


@pytest.mark.parametrize(
    ("behind", "days"),
    [
        ("The group was also blamed for a similar attack in August which left two drivers dead.", ["2018-08-01"]),
        ("The raid came after a pastor and his wife were murdered in September.", ["2018-09-01"]),
        ("Two drivers died in August when their jeep fell into a gorge.", []),
        ("At least 40 people were killed in violence in the district in August alone.", []),
        ("Eleven officers were killed last month, the highest figure this year.", []),
        ("Since January gunmen have killed 31 people in the district.", []),
    ],
)
def test_an_act_of_no_named_town_is_kept_where_it_is_called_one(
    extractor: dateline.Extractor, behind: str, days: list[str]
) -> None:
    text = (
        f"SRINAGAR, India, Oct. 10, 2018 - Militants shot dead a guard in Kulgam on Tuesday, police said.\n\n{behind}"
    )

    records = extract(extractor, text, published=None)

    assert [str(record.date.start) for record in records[1:] if record.date] == days


def test_the_day_of_one_brief_is_not_that_of_the_next(extractor: dateline.Extractor) -> None:
    text = (
        "BAGHDAD, Aug. 6, 2009 - Following are security developments in Iraq on Thursday.\n\nMOSUL - A car bomb "
        "killed three policemen in western Mosul, police said.\n\nKIRKUK - Gunmen shot dead an off-duty soldier in "
        "Kirkuk on Wednesday, police said.\n\nBAQUBA - A roadside bomb wounded two civilians in central Baquba."
        "\n\nBAGHDAD - Two mortar rounds landed in the Zayouna district, wounding four people."
    )

    days = [record.date.start for record in extract(extractor, text, published=None) if record.date]

    assert days == [date(2009, 8, 6), date(2009, 8, 5), date(2009, 8, 6), date(2009, 8, 6)]
