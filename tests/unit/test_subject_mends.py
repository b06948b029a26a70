"""Who acts and what is told of them: mends of parses that would lose the doer."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from spacy.tokens import Doc


pytestmark = pytest.mark.slow


@pytest.mark.parametrize(
    ("sentence", "word", "above", "role"),
    [
        ("Riot police and troops broke up a sit-in by miners and students in Arden.", "by", "in", "prep"),
        ("The next day robbers wounded a guard at a bank in Arden.", "day", "wounded", "npadvmod"),
        ("Late Monday Islamist militants shelled the port of Arden.", "Monday", "shelled", "npadvmod"),
        ("He said that the same night bandits killed a farmer.", "night", "killed", "npadvmod"),
        ("Yesterday raiders killed nine herders near Pell.", "Yesterday", "killed", "npadvmod"),
        ("An attack on a bank in Pell claimed by the front killed two.", "claimed", "attack", "acl"),
        # As wires translated from Spanish write.
        ("Rebels yesterday kidnapped in Arauca two engineers of the company.", "engineers", "kidnapped", "dobj"),
        ("Police yesterday arrested in Medellin Jose Ocampo, a smuggler.", "Ocampo", "arrested", "dobj"),
        ("Police yesterday arrested in Medellin Jose Ocampo, a smuggler.", "Medellin", "in", "pobj"),
        ("Unknown individuals yesterday killed in Usulutan former Mayor Pedro Rios.", "Rios", "killed", "dobj"),
        ("The Taliban killed in North Waziristan tribal region.", "region", "in", "pobj"),
        # A town that opens a clause without a comma is where it was, and no part of the doers' name.
        ("In the port city of Lagos armed men shot dead an officer.", "Lagos", "of", "pobj"),
        ("In the port city of Lagos armed men shot dead an officer.", "men", "shot", "nsubj"),
        ("A bomb hurt two, while in the town of Jos gunmen on a bike shot two dead.", "gunmen", "shot", "nsubj"),
        ("A bomb hurt two, while in southern Ghazni Taliban fighters killed a man.", "Ghazni", "in", "pobj"),
        ("A nurse was hit in a raid by Kabul police, officers said.", "police", "by", "pobj"),
        ("A cook was hit when she tried to save them and later died of wounds.", "died", "tried", "conj"),
        ("They plotted to bomb the hall and kill guards.", "kill", "bomb", "conj"),
        ("Friday prayers were disrupted by gunfire in Pell.", "Friday", "prayers", "compound"),
        ("The Sunday market in Pell was bombed.", "Sunday", "market", "compound"),
        ("Two people killed in the raid by rebels were nurses.", "rebels", "by", "pobj"),
        (
            "Aid workers said Ruritanian soldiers withdrawing through the border town of Pell had raped 12 women.",
            "soldiers",
            "raped",
            "nsubj",
        ),
        ("Three people died after police, backed by soldiers, fired on a crowd in Lima.", "police", "fired", "nsubj"),
        ("Six fell after police in Arden, in league with a gang, opened fire on a bus.", "police", "opened", "nsubj"),
        ("They left after lunch, drove home and slept.", "lunch", "after", "pobj"),
        ("Gunmen killed six men in Arden and soldiers killed two in Pell.", "soldiers", "killed", "nsubj"),
        ("A bomb exploded in Arden on Monday and gunmen killed a judge.", "gunmen", "killed", "nsubj"),
        ("Gunmen shot two teachers in Arden and a bomb wounded four soldiers.", "bomb", "wounded", "nsubj"),
        ("Gunmen dressed as soldiers attacked a village near Pell.", "Gunmen", "attacked", "nsubj"),
        # Counted people: a list unless the numbers agree, as those of one group told twice do.
        ("Police accused two guards, a cook and three nurses of the theft.", "cook", "guards", "conj"),
        ("Police accused three people, a cook and two nurses, of the theft.", "cook", "people", "appos"),
        ("The mayor blamed Omar Diallo, a cook and a poet of note.", "cook", "Diallo", "appos"),
        ("Rebels disguised as shepherds ambushed a patrol near Pell.", "shepherds", "as", "pobj"),
        ("She was dressed as a nurse when police raided the house.", "police", "raided", "nsubj"),
        ("Gunmen killed a priest in Arden and his brother in Pell.", "brother", "Arden", "conj"),
        (
            "Hundreds of men, some of them said to be former soldiers, stormed the palace in Quito on Monday.",
            "Hundreds",
            "stormed",
            "nsubj",
        ),
        (
            "Dozens of youths, some thought to be members of a gang, torched a school, police said.",
            "Dozens",
            "torched",
            "nsubj",
        ),
        ("A man police say shot two people at a bar in Reno was arrested on Tuesday.", "man", "arrested", "nsubjpass"),
        ("A man police say shot two people at a bar in Reno was arrested on Tuesday.", "say", "man", "relcl"),
        (
            "The teenager police say set fire to a school in Reno was charged with arson.",
            "teenager",
            "charged",
            "nsubjpass",
        ),
        ("A 19-year-old man prosecutors say killed his father in Reno pleaded guilty.", "man", "pleaded", "nsubj"),
        ("Two suicide bombings killed at least 19 people in Arden on Tuesday.", "bombings", "killed", "nsubj"),
        (
            "Rebels attacked and burned a village near Goma, killing six people, residents and local doctors said.",
            "Rebels",
            "attacked",
            "nsubj",
        ),
        (
            "Rebels attacked and burned a village near Goma, killing six people, residents and local doctors said.",
            "residents",
            "said",
            "nsubj",
        ),
        ("A Palestinian shot and killed an Israeli guard near Nablus on Monday.", "Palestinian", "shot", "nsubj"),
        ("A Palestinian shot and killed an Israeli guard near Nablus on Monday.", "A", "Palestinian", "det"),
        (
            "A man accused of killing his wife, her mother and her son at home has been arrested.",
            "mother",
            "wife",
            "conj",
        ),
        ("The chief said the woman killed in the row was Mary Cole.", "woman", "was", "nsubj"),
        (
            "The cabinet has denied that the front is active in the north and blames local bandits.",
            "blames",
            "denied",
            "conj",
        ),
        (
            "A leader of the breeders, Jim Roe, said herders were not responsible and blamed the deaths on militias.",
            "blamed",
            "said",
            "conj",
        ),
        # What somebody is charged with behind a day; what an act did behind a place.
        ("Norway accused Denmark on Thursday of shelling a border town, killing two.", "of", "accused", "prep"),
        ("Norway joined Denmark in accusing Turkey of a strike off Oman that killed two.", "killed", "strike", "relcl"),
        ("Among those killed was Sara Lind, a surgeon, said her brother Omar.", "Lind", "was", "nsubj"),
        ("Among the dead was Omar Ali, 30, police chief Juan Cruz told reporters.", "Ali", "was", "nsubj"),
        ("Among the dead was Omar Ali, 30, police chief Juan Cruz told reporters.", "Cruz", "told", "nsubj"),
        ("Among the dead were a nurse and two pupils, said the mayor.", "mayor", "said", "nsubj"),
        ("The governor said the attackers were suspected Fulani herders.", "herders", "were", "attr"),
        ("The governor said the attackers were suspected Fulani herders.", "attackers", "were", "nsubj"),
        ("The attackers were suspected of a raid.", "attackers", "suspected", "nsubjpass"),
        ("A soldier and a farmer, Nazir Ahmad Bhat, were injured.", "Bhat", "farmer", "appos"),
        ("A soldier, Nazir Ahmad Bhat, and a farmer were injured.", "Bhat", "soldier", "appos"),
        ("The accused, Ajay Naik and Rohit Shinde, both 20, had kidnapped a clerk.", "Naik", "accused", "appos"),
        ("Jim Roe, 64, and John Poe, 34, face charges of murder.", "charges", "face", "dobj"),
        (
            "Shells fired by rebels killed 14 people in Arden on Saturday, state media said, while air strikes on the "
            "opposition side of Pell left 20 dead, according to medics.",
            "air",
            "strikes",
            "compound",
        ),
        (
            "Two car bombs killed at least 11 people in the town of Arden, south of Pell, on Wednesday, a day after a "
            "suicide bomber struck a police school, state radio said.",
            "struck",
            "killed",
            "advcl",
        ),
    ],
)
def test_the_doer_hangs_on_what_was_done(
    sentence: str, word: str, above: str, role: str, parse: Callable[[str], Doc]
) -> None:
    doc = parse(sentence)

    token = next(found for found in doc if found.text == word)

    assert (token.dep_, token.head.text) == (role, above)


@pytest.mark.parametrize(
    ("sentence", "word", "above", "role"),
    [
        ("Gunmen attacked a van transporting prisoners in Arden.", "van", "attacked", "dobj"),
        ("Gunmen attacked a van transporting prisoners in Arden.", "prisoners", "transporting", "dobj"),
        ("Gunmen opened fire on a bus carrying pilgrims near Minya.", "bus", "on", "pobj"),
        ("Gunmen attacked a train taking pilgrims to Mecca.", "train", "attacked", "dobj"),
        ("A patrol guarding pylons was ambushed.", "patrol", "ambushed", "nsubjpass"),
        ("A bank opposite had its windows broken.", "bank", "had", "nsubj"),
        ("Two shops were petrol-bombed overnight.", "shops", "bombed", "nsubjpass"),
        ("Carrying lamps are sold in Arden.", "lamps", "sold", "nsubjpass"),
    ],
)
def test_a_thing_hangs_on_what_befell_it(
    sentence: str, word: str, above: str, role: str, parse: Callable[[str], Doc]
) -> None:
    doc = parse(sentence)

    token = next(found for found in doc if found.text == word)

    assert (token.head.text, token.dep_) == (above, role)
