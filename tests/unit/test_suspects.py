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
        # One who did it without a name, and the one who is held for it by name.
        (
            "A man shot a clerk dead in a bar in Leeds on Monday. John Poe, 30, was charged with murder.",
            "shooting",
            {("John Poe", "accused")},
        ),
        # As many without a name as are named.
        (
            "Two men were jailed for life for the murder of a clerk in Leeds. John Poe and Jim Roe shot the clerk.",
            "shooting",
            {("John Poe", "reported"), ("Jim Roe", "reported")},
        ),
        # Who denies by his office.
        (
            "Residents accused the army of killing nine people in a village near Jos on Monday. Interior Minister John "
            "Poe dismissed the allegation.",
            "attack",
            {("army", "accused"), ("army", "denied")},
        ),
        (
            "Rebels killed nine people in a village near Goma on Monday, residents said. Rebel leader John Poe denied "
            "that his men had done it.",
            "attack",
            {("Rebels", "accused"), ("Rebels", "denied")},
        ),
        (
            "Turkish jets bombed a village in Syria on Monday, killing nine, rebels said. Norwegian Defence Minister "
            "John Poe denied the charge.",
            "airstrike",
            {("Turkish jets", "accused")},
        ),
        # Others lay it on others.
        (
            "Two students were shot dead in Caracas on Monday. The opposition blamed militias. The interior minister "
            "said right-wing infiltrators had shot the students.",
            "shooting",
            {("militias", "accused"), ("right-wing infiltrators", "accused")},
        ),
        (
            "John Poe will appear in court on Monday over the murder of a clerk in Leeds.",
            "attack",
            {("John Poe", "accused")},
        ),
        (
            "John Poe faces life in prison if he is convicted of killing a clerk in Leeds in May.",
            "attack",
            {("John Poe", "accused")},
        ),
        (
            "Herdsmen were blamed for the attack. Suspected Fulani herdsmen killed 15 people in a village in Benue on "
            "Monday.",
            "attack",
            {("Fulani herdsmen", "suspected")},
        ),
    ],
)
def test_the_doers_are(text: str, kind: str, expected: set[tuple[str, str]]) -> None:
    assert doers(text, kind) == expected
