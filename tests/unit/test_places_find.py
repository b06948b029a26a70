from __future__ import annotations

import pytest

from dateline.analysis import analyse_article, load_pipeline
from dateline.articles import Article, Block, BlockKind
from dateline.find.place_demonyms import find_demonyms
from dateline.find.place_evidence import find_lead
from dateline.find.places import find_places
from dateline.gazetteer import load_gazetteer
from dateline.mentions import PlaceMention
from dateline.spans import Span


def find(text: str) -> dict[str, PlaceMention]:
    article = Article(id="x", source="-", text=text, blocks=(Block(span=Span(0, len(text)), kind=BlockKind.BODY),))
    doc = analyse_article(article, load_pipeline())
    return {mention.name: mention for mention in find_places(doc, article, load_gazetteer())}


@pytest.mark.parametrize(
    ("left", "lead"),
    [
        ("A bomb exploded in ", "in"),
        ("A bomb exploded in the northern city of ", "in"),
        ("The base is 30 km west of ", "30 km west of"),
        ("They fled from the heavily fortified ", "from"),
        ("Troops shelled a hill close to ", "close to"),
        ("The minister said ", None),
        ("A patrol was attacked in the far south of ", "in"),
        ("The village lies to the south of ", "south of"),
    ],
)
def test_the_word_that_leads_to_a_place(left: str, lead: str | None) -> None:
    assert find_lead(left) == lead


@pytest.mark.slow
@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Shells hit Krasnohorivka, Donetsk Oblast, on Monday.", {"Krasnohorivka", "Donetsk Oblast"}),
        ("Gunmen stormed the village of Qwexabari in Borno state.", {"Qwexabari", "Borno"}),
        ("Fighters took the towns of Bashiqa, Qaraqosh and Sinjar.", {"Bashiqa", "Qaraqosh", "Sinjar"}),
        ("Rockets flew from the al-Bareed al-Thaniya neighborhood of Baghdad.", {"al-Bareed al-Thaniya", "Baghdad"}),
        ("He was held at Kandahar Airfield.", {"Kandahar Airfield"}),
        ("Rebels fired two missiles at Jizan in southern Saudi Arabia on Monday.", {"Jizan", "Saudi Arabia"}),
        ("A man was shot in Phenix City, Ala., on Friday.", {"Phenix City", "Ala."}),
        ("Two men died in the 1200 block of Elm Street in Toledo.", {"1200 block of Elm Street", "Toledo"}),
        ("He was shot in the 8600 block of South Maryland.", {"8600 block of South Maryland"}),
        ("Waycross Police said two people were shot.", {"Waycross"}),
        # Whatever the tagger takes the name for.
        ("Shells fell on Izyum and near Sloviansk. Kreminna had fallen.", {"Izyum", "Sloviansk", "Kreminna"}),
        ("Sierra Leone reported two cases at Kenema.", {"Sierra Leone", "Kenema"}),
        ("A bomb went off about 45 km south-east of Qwexuriel, killing a clan elder.", {"Qwexuriel"}),
        ("Two boats sank on the Danube near Budapest.", {"Danube", "Budapest"}),
        ("A bomb went off at the Rotterdam Marathon.", {"Rotterdam"}),
        ("Gunmen shot a chief in Barangay Qwedagan, Cortes on Monday.", {"Barangay Qwedagan", "Cortes"}),
        ("Fighters held a post on Tumbin Kura hill in Borno State.", {"Tumbin Kura hill", "Borno State"}),
        ("He was stabbed at a bus stop at the Ariel junction.", {"Ariel junction"}),
        ("She was stabbed at a bus stop on Oak Street.", {"Oak Street"}),
        ("A roadside bomb hit an army convoy between Kidal and Tessalit on Monday, killing two.", {"Kidal"}),
        ("They shot the ruler of Qwekoloke in Kogi State.", {"Qwekoloke", "Kogi State"}),
        ("A bomb went off in the chapel of St Peter in Cotabato.", {"Cotabato"}),
        ("Ann Keller, 34, of 1935 Orchard St., was shot on Elm Street in Toledo.", {"Elm Street", "Toledo"}),
        ("Two men of the Florida Highway Patrol were shot in Tampa.", {"Tampa"}),
        ("A man was shot at a bar on Kenton Pike in Tampa.", {"Kenton Pike", "Tampa"}),
        ("Shells fell on the old town of Syrias Aleppo on Sunday.", {"Syria", "Aleppo"}),
        ("Two rockets were fired at the Israeli town of Sederot.", {"Sederot"}),
        ("A mine went off in the Tarbuk area of Gorbaz District of Khost Province.", {"Gorbaz", "Tarbuk"}),
        ("Peasants were killed in the townships of La Mar Province in Peru.", {"Peru"}),
        ("In the capital, gunmen shot a guard.", {"the capital"}),
        ("A bomb went off near the Iraqi capital on Monday.", {"the Iraqi capital"}),
        ("A bus was petrol-bombed at Qweddagram, Comilla.", {"Qweddagram", "Comilla"}),
        ("Two men were shot at Qwekalguda in Bijapur.", {"Qwekalguda", "Bijapur"}),
        ("PORTUGAL. Two men were shot in Lisbon.", {"Lisbon"}),
        ("A van burned in the 7900 block of State Route 61 at dawn.", {"7900 block of State Route 61"}),
        ("He lay in the 300 block Harlan Avenue in Norwood.", {"300 block Harlan Avenue", "Norwood"}),
        ("She died in the 2500 block of Forest Park Boulevard.", {"2500 block of Forest Park Boulevard"}),
        ("A clerk was shot on Ryland Ave. in Dayton.", {"Ryland Ave.", "Dayton"}),
        ("A boy was shot between Milford and Logan streets.", {"Milford and Logan streets"}),
        ("It was in the 4200 block of Cadillac, near Craig and Lamb.", {"4200 block of Cadillac", "Craig and Lamb"}),
        ("Hoover police said a child was struck by a bullet.", {"Hoover"}),
        ("Garland police have arrested a boy.", {"Garland"}),
        ("He was shot in the Mayfair section of Philadelphia.", {"Mayfair", "Philadelphia"}),
        ("A woman was found shot in NE Portland.", {"Portland"}),
        ("Trains between Cairo and Aswan stopped on Monday.", {"Cairo", "Aswan"}),
        ("Schools shut in Tamworth, Gunnedah and Narrabri.", {"Tamworth", "Gunnedah", "Narrabri"}),
        ("Cases rose in Texas, Idaho and Calif., the agency said.", {"Texas", "Idaho", "Calif."}),
        ("Trade at the Kenya-Uganda border stopped.", {"Kenya", "Uganda"}),
        ("Residents of Ballarat left.", {"Ballarat"}),
        ("The mill at Fort St. John will close.", {"Fort St. John"}),
        ("He spoke in Co. Mayo on Monday.", {"Co. Mayo"}),
        ("Two men died near Beckley, W. Va., on Friday.", {"Beckley", "W. Va."}),
        ("Doctors from Dar es Salaam came.", {"Dar es Salaam"}),
        ("Storms swept the Midwest.", {"Midwest"}),
        # Names of odd shape, and words that the tagger takes for numbers, days and works of art.
        ("A bomb went off near Pau d'Arco.", {"Pau d'Arco"}),
        ("Two men were shot in Coeur d'Alene.", {"Coeur d'Alene"}),
        ("A guard was stabbed in Villeneuve-d'Ascq.", {"Villeneuve-d'Ascq"}),
        ("A bomb killed two people in Croix-des-Bouquets on Monday.", {"Croix-des-Bouquets"}),
        ("A man was stabbed in King's Lynn on Monday.", {"King's Lynn"}),
        ("Rebels shot a clerk in Jammu and Kashmir.", {"Jammu and Kashmir"}),
        ("Ships met off Trinidad and Tobago.", {"Trinidad and Tobago"}),
        ("Bombs went off in Homs and Hama.", {"Homs", "Hama"}),
        ("A bomb killed two people in Sana'a on Monday.", {"Sana'a"}),
        ("A bomb killed two people in Popayán on Monday.", {"Popayán"}),
        ("A bomb killed two people in Songea on Monday.", {"Songea"}),
        ("A bomb killed two people in Viña del Mar on Monday.", {"Viña del Mar"}),
        ("A bomb killed two people in Stratford-upon-Avon on Monday.", {"Stratford-upon-Avon"}),
        # Villages that no gazetteer lists: by the road, the district, those who raided them, and the dead.
        ("Gunmen stopped a bus at Qwemoro, on the Mandera-Elwak road.", {"Qwemoro"}),
        ("They blew up a bridge on the road to Gao on Monday.", {"Gao"}),
        ("They hit a post at Qwemoro, in Meluco district, at noon.", {"Qwemoro"}),
        ("They raided the villages of Qwe-Ogol and Qwundou in Mali.", {"Qwe-Ogol", "Qwundou", "Mali"}),
        ("The gunmen entered Qwemoro, where they killed 11 people.", {"Qwemoro"}),
        ("Rebels came to Qwemoro, 12 km away, and looted a clinic.", {"Qwemoro"}),
        ("Fighters raided Tsere on Tuesday, killing five people.", {"Tsere"}),
        ("Fighters stormed into Tsere on Tuesday and killed five people.", {"Tsere"}),
        ("Residents of Qwemoro said that five were killed.", {"Qwemoro"}),
        ("Four farmers were shot dead at Qwemoro on Friday, the governor of Katsina State said.", {"Qwemoro"}),
        # Towns that the tagger takes for persons and bodies, by the war made on them.
        ("Helicopters dropped barrel bombs on Tafas on Sunday, killing two.", {"Tafas"}),
        ("Jets fired missiles at Maar Shurin, killing two.", {"Maar Shurin"}),
        ("The army shelled Kafr Nabl, Hass and al-Tamanah.", {"Kafr Nabl"}),
        ("An air strike on Pazigyi killed 100 people.", {"Pazigyi"}),
        ("Seven soldiers were killed in fighting around Sheikh Zuweid on Wednesday.", {"Sheikh Zuweid"}),
        ("Rebels shot down a helicopter over Khan al-Assal.", {"Khan al-Assal"}),
        ("Syrian troops drove rebels out of Morek on Friday.", {"Morek"}),
    ],
)
def test_places_are_found(text: str, names: set[str]) -> None:
    assert names <= set(find(text))


@pytest.mark.slow
@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("He taught at Ohio State for years.", "Ohio"),
        ("He died on Saturday at Strong Memorial.", "Strong"),
        ("Two men were shot at Qwexmart in Dayton.", "Qwexmart"),
        ("A grenade went off at the Qwexi Association in Mogadishu.", "Qwexi Association"),
        ("Taliban fighters burned a school.", "Taliban"),
        ("A drone strike on Nek Mohammad killed six on Friday.", "Nek Mohammad"),
        ("Troops drove the rebels out of Building Nine.", "Building Nine"),
        ("Jets dropped bombs on Friday.", "Friday"),
        ("The Popular Front (ELNA) claimed the attack.", "ELNA"),
        ("The Washington Post reported the attack.", "Washington"),
        ("The Bank of America closed early.", "America"),
        ("Paris Hilton sang on Sunday.", "Paris"),
        ("The car was found west of Paris, the Lamar County Sheriff's Office said.", "Office"),
        ("He was shot in Denton. Keller, 24, of Plano said that Ann Keller fled.", "Keller"),
        ("Mr. Kent said he heard two shots.", "Kent"),
        ("The U.S. Embassy in Baghdad was hit.", "U.S."),
        ("Iran-backed fighters fired rockets.", "Iran"),
        ("Iraqi troops fired back.", "Iraqi"),
        ("He called it the worst raid in the Middle East.", "Middle East"),
        ("A second robbery in Midtown was foiled.", "Midtown"),
        ("Union police were called to the mill.", "Union"),
        ("Three people were shot in Clam Fest on Friday.", "Clam Fest"),
        ("Luis Trinidad, 17, was shot. Trinidad lived alone.", "Trinidad"),
        ("Shells fell on villages near Homs and Hama.", "Homs and Hama"),
        ("Jets bombed Khartoum's troops near Kassala on Monday.", "Khartoum"),
        ("The raid on Kassala strained talks between Cairo and Khartoum.", "Khartoum"),
        ("The truce in Kassala was brokered by Cairo and Khartoum.", "Cairo"),
        ("Marburg virus was found in Kigali.", "Marburg"),
        ("Lassa fever spread in Ondo, and Lassa kills many.", "Lassa"),
        ("He studied at the University of Leeds.", "Leeds"),
        ("Rep. Ann Roe, D-Fresno, voted against it.", "Fresno"),
        ("Police shot Alton Kerr, a 37-year-old vendor, outside a store in Tulsa.", "Alton"),
    ],
)
def test_what_only_looks_like_a_place_is_left_out(text: str, name: str) -> None:
    assert name not in find(text)


@pytest.mark.slow
def test_the_kind_word_of_a_quarter_is_not_the_towns() -> None:
    found = find("He was shot in the Mayfair section of Philadelphia.")

    assert found["Mayfair"].within == ("Philadelphia",)
    assert found["Philadelphia"].feature is None


@pytest.mark.slow
@pytest.mark.parametrize(
    ("text", "countries"),
    [("Omani Free, 18, was shot at a party.", ()), ("Omani troops held the port.", ("OM",))],
)
def test_a_first_name_is_no_demonym(text: str, countries: tuple[str, ...]) -> None:
    article = Article(id="x", source="-", text=text, blocks=(Block(span=Span(0, len(text)), kind=BlockKind.BODY),))
    doc = analyse_article(article, load_pipeline())

    assert tuple(one.country for one in find_demonyms(doc, load_gazetteer())) == countries


@pytest.mark.slow
def test_containers_are_linked_inner_first() -> None:
    found = find("Two men died in the 1200 block of Elm Street in Toledo, Ohio.")

    assert found["1200 block of Elm Street"].within == ("Toledo", "Ohio")


@pytest.mark.slow
def test_a_town_holds_its_suburb() -> None:
    found = find("A guard was shot in the Athens suburb of Glyfada.")

    assert "Athens" in found["Glyfada"].within


@pytest.mark.slow
def test_a_headline_that_runs_on_behind_a_country_names_the_country() -> None:
    assert "Afghanistan" in find("Three Soldiers Killed in Afghanistan IED Roadside Bomb Blast on Sunday.")


@pytest.mark.slow
def test_an_owner_is_a_container() -> None:
    found = find("Rockets were fired into Baghdad's heavily fortified Green Zone.")

    assert found["Green Zone"].within == ("Baghdad",)
    assert found["Green Zone"].site


@pytest.mark.slow
def test_demonyms_give_their_country() -> None:
    text = "Iraqi officials said U.S. troops left."
    article = Article(id="x", source="-", text=text, blocks=(Block(span=Span(0, len(text)), kind=BlockKind.BODY),))
    doc = analyse_article(article, load_pipeline())

    found = find_demonyms(doc, load_gazetteer())

    assert [(one.span.of(text), one.country) for one in found] == [("Iraqi", "IQ"), ("U.S.", "US")]


@pytest.mark.slow
@pytest.mark.parametrize(
    "text", ["He was charged in the capital murder of a clerk.", "Rebels fought in the capital, Bangui."]
)
def test_no_capital_stands_where_its_name_follows(text: str) -> None:
    assert not any(name.startswith("the ") for name in find(text))


@pytest.mark.slow
def test_a_road_is_not_in_the_town_it_is_named_after() -> None:
    assert find("A man was shot on Poole Road in Raleigh.")["Poole Road"].within == ("Raleigh",)


@pytest.mark.slow
def test_the_agency_behind_a_dateline_names_no_place() -> None:
    text = "GUATEMALA CITY, 9 MAR 89 (PRENSA LATINA) -- A BOMB EXPLODED IN COBAN."
    article = Article(
        id="x", source="-", text=text, blocks=(Block(span=Span(0, len(text)), kind=BlockKind.BODY),),
        dateline=Span(0, len("GUATEMALA CITY")),
    )  # fmt: skip
    found = find_places(analyse_article(article, load_pipeline()), article, load_gazetteer())

    assert not any("latina" in mention.name.casefold() for mention in found)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ann Keller, 34, of 1935 Orchard St., was shot on Elm Street in Toledo.", "1935 Orchard St."),
        ("A bomb went off in the chapel of St Peter in Cotabato.", "St Peter"),
        ("She was stabbed at a bus stop on Oak Street.", "Street"),
        ("Two men of the Florida Highway Patrol were shot in Tampa.", "Florida Highway"),
    ],
)
def test_homes_saints_and_kind_words_are_no_places(text: str, name: str) -> None:
    assert name not in find(text)


def test_countries_in_a_list_do_not_lie_in_each_other() -> None:
    found = find("Guns were brought from Russia, the United States and Turkey.")

    assert found["Russia"].within == ()


@pytest.mark.slow
@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("A man was stabbed after Portugal beat Denmark in Porto.", "Denmark"),
        ("A man was stabbed after Portugal beat Denmark in Porto.", "Portugal"),
        ("Thieves shot a guard who was a scout of Dynamo Kyiv in Lviv.", "Kyiv"),
        ("He threw a bottle of Bordeaux wine at a guard in Leeds.", "Bordeaux"),
    ],
)
def test_sides_that_play_and_goods_are_no_scenes(text: str, name: str) -> None:
    assert name not in find(text)


@pytest.mark.slow
def test_a_village_is_told_by_what_holds_it() -> None:
    text = "Gunmen killed two men in Dorvane, a farming village in the Bosso district of the Diffa region, on Friday."
    dorvane = find(text)["Dorvane"]

    assert dorvane.within[0] == "Bosso district"
    assert dorvane.feature == "village"
    assert "Selbane" in find("Fighters burned Selbane, a small village in Gezira state, on Monday.")


@pytest.mark.slow
def test_a_region_that_opens_the_sentence_holds_its_villages() -> None:
    found = find(
        "In the Oryol region, a shell hit a house in the village of Krasny. A boy in the town of Livny was hurt."
    )

    assert found["Krasny"].within == ("Oryol region",)
    assert found["Livny"].within == ()


@pytest.mark.slow
def test_a_town_that_opens_the_sentence_holds_its_districts() -> None:
    found = find("Two died. In Aleppo, shells killed three people and wounded 17 in the Midan district on Tuesday.")

    assert found["Midan"].within == ("Aleppo",)
    assert find("Two died. In Diyala, bombs killed three people in the Khalis district.")["Khalis"].within == ()
