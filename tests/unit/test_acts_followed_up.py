"""Which act a court, an arrest, a memorial or a release is about: one record, with the act's own day and town."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

import dateline
from support.stories import extract, read_toll

if TYPE_CHECKING:
    from dateline.records import Record

pytestmark = pytest.mark.slow

Act = tuple[str, str | None, str | None, int | None]


def summarise(record: Record) -> Act:
    """Return the kind, the first day, the town and how many were killed."""
    day = str(record.date.start) if record.date else None
    return record.type.value, day, record.place.locality if record.place else None, read_toll(record)[0]


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
            "BELFAST, Sept. 9, 2015 - An inquest into the death of a teenager shot by soldiers in Londonderry in 1972 "
            "opened on Tuesday.\n\nDaniel Quinn, 15, was killed near his home on the night of May 14 that year.",
            [("shooting", "1972-05-14", "Derry", 1)],
            id="that year is the one long past",
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
    ],
)
def test_what_follows_an_act_is_told_with_it(extractor: dateline.Extractor, text: str, acts: list[Act]) -> None:
    assert [summarise(record) for record in extract(extractor, text, published=None)] == acts


def test_the_day_of_one_brief_is_not_that_of_the_next(extractor: dateline.Extractor) -> None:
    text = (
        "BAGHDAD, Aug. 6, 2009 - Following are security developments in Iraq on Thursday.\n\nMOSUL - A car bomb "
        "killed three policemen in western Mosul, police said.\n\nKIRKUK - Gunmen shot dead an off-duty soldier in "
        "Kirkuk on Wednesday, police said.\n\nBAQUBA - A roadside bomb wounded two civilians in central Baquba."
        "\n\nBAGHDAD - Two mortar rounds landed in the Zayouna district, wounding four people."
    )

    days = [record.date.start for record in extract(extractor, text, published=None) if record.date]

    assert days == [date(2009, 8, 6), date(2009, 8, 5), date(2009, 8, 6), date(2009, 8, 6)]
