"""Who of those told beside an act is taken for its doer, in whole short articles."""

from __future__ import annotations

import pytest

import dateline


def doers(text: str, kind: str) -> set[tuple[str, str]]:
    """Return actors and stances of the incidents of a kind that the text tells."""
    return {
        (actor.actor, actor.stance.value)
        for record in dateline.extract(text)
        if record.type.value == kind
        for actor in record.attributions
    }


@pytest.mark.slow
@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        (
            "SAN SALVADOR, 4 JUN 89 (EFE) -- A CAR EXPLODED NEAR A BANK TODAY, INJURING A PEDDLER. FOLLOWING THE "
            "EXPLOSION, MILITARY TROOPS INITIATED A LARGE-SCALE SECURITY OPERATION.",
            "bombing",
            set(),
        ),
        (
            "Rebels seize Kabo; army shells camp at Moyenne\n\nBANGUI, May 4 - Rebels seized the northern town of "
            "Kabo on Sunday after a short fight, residents said. In the east, the army shelled a camp of displaced "
            "people at Moyenne, killing six.",
            "shelling",
            {("army", "reported")},
        ),
        (
            "KABUL, May 6 - A sticky bomb wounded two people in Kabul on Monday. The Taliban, who took power in May, "
            "said they had arrested a suspect.",
            "bombing",
            {("suspect", "accused")},
        ),
        (
            "LYON, May 6 - Members of the Green Dawn Front were arrested in Lyon on Monday for a series of firebombs.",
            "arrest",
            {("Green Dawn Front", "accused")},
        ),
        (
            "HERAT, May 6 - Soldiers detained a number of suspected Taliban fighters near Herat on Monday.",
            "arrest",
            {("Soldiers", "reported")},
        ),
        (
            "Six people were shot dead in Yola on Monday. Two lieutenants and a soldier were arrested for the murder, "
            "the president said.",
            "shooting",
            {("Two lieutenants", "accused"), ("soldier", "accused")},
        ),
    ],
)
def test_the_doers_are(text: str, kind: str, expected: set[tuple[str, str]]) -> None:
    assert doers(text, kind) == expected
