from __future__ import annotations

import pytest

from dateline.articles import Article, Block, BlockKind
from dateline.gazetteer import Gazetteer, distance_km, load_gazetteer
from dateline.mentions import PlaceMention
from dateline.records import PlacePrecision
from dateline.resolve.place_making import ResolvedPlace
from dateline.resolve.places import combine_places, resolve_places
from dateline.spans import Span


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return load_gazetteer()


def place(
    name: str,
    *within: str,
    relation: str | None = "in",
    feature: str | None = None,
    site: bool = False,
    rule: str = "place.gazetteer",
) -> PlaceMention:
    return PlaceMention(
        span=Span(0, 0), head=0, rule=rule, name=name, relation=relation, within=within, feature=feature, site=site
    )


def resolve(
    gazetteer: Gazetteer,
    *mentions: PlaceMention,
    countries: tuple[str, ...] = (),
    url: str | None = None,
    publisher: str | None = None,
    tail: str = "",
) -> tuple[ResolvedPlace, ...]:
    text = " ".join(mention.name for mention in mentions)
    spans = []
    start = 0
    for mention in mentions:
        spans.append(Span(start, start + len(mention.name)))
        start += len(mention.name) + 1
    placed = [
        PlaceMention(
            span=span,
            head=0,
            rule=m.rule,
            name=m.name,
            relation=m.relation,
            within=m.within,
            feature=m.feature,
            site=m.site,
        )
        for m, span in zip(mentions, spans, strict=True)
    ]
    text += tail
    block = Block(span=Span(0, len(text)), kind=BlockKind.BODY)
    article = Article(id="x", source="-", text=text, blocks=(block,), url=url, publisher=publisher)
    return resolve_places(placed, article=article, gazetteer=gazetteer, countries=countries)


def test_a_printed_state_chooses_the_town(gazetteer: Gazetteer) -> None:
    [found] = resolve(gazetteer, place("Paris", "Texas"))

    assert (found.place.locality, found.place.admin1, found.place.country) == ("Paris", "Texas", "US")


def test_an_abbreviated_state_chooses_the_town(gazetteer: Gazetteer) -> None:
    [found] = resolve(gazetteer, place("Athens", "Ala."))

    assert found.place.admin1 == "Alabama"


def test_a_famous_town_stands_without_evidence(gazetteer: Gazetteer) -> None:
    [found] = resolve(gazetteer, place("Paris"))

    assert found.place.country == "FR"
    assert found.place.precision is PlacePrecision.LOCALITY


def test_neighbours_choose_among_namesakes(gazetteer: Gazetteer) -> None:
    paris, _, _ = resolve(gazetteer, place("Paris"), place("Dallas"), place("Lamar County", feature=None))

    assert paris.place.admin1 == "Texas"


def test_demonyms_choose_among_namesakes(gazetteer: Gazetteer) -> None:
    [found] = resolve(gazetteer, place("Barcelona"), countries=("VE", "VE", "VE", "VE"))

    assert found.place.country == "VE"


def test_a_kind_word_tells_the_province_from_its_city(gazetteer: Gazetteer) -> None:
    province, city = resolve(gazetteer, place("Aleppo", feature="province"), place("Aleppo"))

    assert province.place.precision is PlacePrecision.ADMIN1
    assert city.place.precision is PlacePrecision.LOCALITY


def test_a_district_of_a_province(gazetteer: Gazetteer) -> None:
    [found] = resolve(gazetteer, place("Nahr-e Saraj", "Helmand province", feature="district"))

    assert (found.place.admin1, found.place.country) == ("Helmand", "AF")


def test_the_green_zone_is_in_baghdad(gazetteer: Gazetteer) -> None:
    [found] = resolve(gazetteer, place("Green Zone", "Baghdad", site=True))

    assert (found.place.site, found.place.locality, found.place.country) == ("Green Zone", "Baghdad", "IQ")
    assert distance_km(found.place.latitude or 0, found.place.longitude or 0, 33.31, 44.37) < 5


def test_an_unlisted_site_lies_in_its_town(gazetteer: Gazetteer) -> None:
    [found] = resolve(
        gazetteer, place("1200 block of Elm Street", "Toledo", "Ohio", feature="block", site=True, rule="place.block")
    )

    assert (found.place.site, found.place.locality, found.place.admin1) == (
        "1200 block of Elm Street",
        "Toledo",
        "Ohio",
    )
    assert found.place.precision is PlacePrecision.SITE


def test_a_site_without_a_town_takes_the_one_named_beside_it(gazetteer: Gazetteer) -> None:
    site, _ = resolve(gazetteer, place("Elm Street", feature="street", site=True), place("Fosston"))

    assert site.place.locality == "Fosston"


def test_so_far_to_one_side_of_a_town_moves_the_point(gazetteer: Gazetteer) -> None:
    there, town = resolve(gazetteer, place("Kandahar", relation="30 km west of"), place("Kandahar"))

    assert there.place.precision is PlacePrecision.NEAR
    assert (there.place.longitude or 0) < (town.place.longitude or 0) - 0.2


def test_an_unlisted_village_keeps_its_name_and_the_country_of_the_article(gazetteer: Gazetteer) -> None:
    village, _, _ = resolve(gazetteer, place("Qwxyzzt", feature="village"), place("Mosul"), place("Iraq"))

    assert (village.place.locality, village.place.country, village.place.latitude) == ("Qwxyzzt", "IQ", None)


def test_a_hamlet_abroad_is_not_meant(gazetteer: Gazetteer) -> None:
    [name, _, _] = resolve(gazetteer, place("Mandili"), place("Iraq"), place("Baghdad"))

    assert name.place.country == "IQ"


def test_combining_takes_the_finest_place(gazetteer: Gazetteer) -> None:
    found = resolve(gazetteer, place("Iraq"), place("Baghdad"), place("Green Zone", site=True))
    combined = combine_places(found)

    assert combined is not None
    assert (combined.site, combined.locality, combined.precision) == ("Green Zone", "Baghdad", PlacePrecision.SITE)


def test_combining_nothing_gives_nothing() -> None:
    assert combine_places(()) is None


def test_a_city_is_no_village_beside_the_town_told_last(gazetteer: Gazetteer) -> None:
    kramatorsk, city = resolve(gazetteer, place("Kramatorsk"), place("Mykolaiv", feature="city"), countries=("UA",))
    _, town = resolve(gazetteer, place("Kramatorsk"), place("Mykolaivka", feature="town"), countries=("UA",))

    assert (kramatorsk.place.admin1, city.place.admin1, town.place.admin1) == ("Donetsk", "Mykolaiv", "Donetsk")


def test_a_city_comes_before_a_place_once_called_so(gazetteer: Gazetteer) -> None:
    [found] = resolve(gazetteer, place("Philadelphia"))

    assert found.place.country == "US"


def test_numbered_streets_and_blocks_speak_for_the_united_states(gazetteer: Gazetteer) -> None:
    street = place("East 45th Street", feature="street", site=True, rule="place.street")
    _, town = resolve(gazetteer, street, place("Kensington"))

    assert town.place.country == "US"


def test_the_capital_is_that_of_the_country_the_article_is_about(gazetteer: Gazetteer) -> None:
    named, own = (
        resolve(gazetteer, place("Peru"), place("Huancayo"), place(words, rule="place.capital"))[-1]
        for words in ("the Bolivian capital", "the capital")
    )

    assert own.place.locality == "Lima"
    assert named.place.country == "BO"


def test_the_country_that_heads_a_paragraph_chooses_among_namesakes(gazetteer: Gazetteer) -> None:
    text = "4 May 1981. El Salvador. A mine exploded in Santa Ana."
    mentions = [
        PlaceMention(
            span=Span(text.index(n), text.index(n) + len(n)), head=0, rule="place.gazetteer", name=n, relation="in"
        )
        for n in ("El Salvador", "Santa Ana")
    ]
    article = Article(id="x", source="-", text=text, blocks=(Block(span=Span(0, len(text)), kind=BlockKind.BODY),))

    found = resolve_places(mentions, article=article, gazetteer=gazetteer, countries=("US", "US", "US"))

    assert found[-1].place.country == "SV"


def test_a_village_in_no_gazetteer_is_a_village_of_its_country(gazetteer: Gazetteer) -> None:
    [found] = resolve(gazetteer, place("Qwexabari", "Nigeria"))

    assert (found.place.locality, found.place.country, found.place.precision) == (
        "Qwexabari", "NG", PlacePrecision.LOCALITY,
    )  # fmt: skip
    assert found.place.latitude is None


def test_an_obscure_namesake_is_not_meant_where_other_countries_are_spoken_of(gazetteer: Gazetteer) -> None:
    *_, found = resolve(
        gazetteer,
        place("Bolivia", relation="of"), place("Chile", relation="to"), place("Mexico", relation="to"),
        place("Tower", relation="at"),
    )  # fmt: skip

    assert found.place.country != "IE"


def test_an_unlisted_site_is_in_a_town_of_the_country_that_is_spoken_of(gazetteer: Gazetteer) -> None:
    *_, found = resolve(
        gazetteer, place("Lebanon"), place("Beirut"), place("Paris"), place("Qwex Street", feature="street", site=True)
    )

    assert (found.place.locality, found.place.country) == ("Beirut", "LB")


@pytest.mark.parametrize(
    ("name", "country"),
    [
        pytest.param("Olbia", "IT", id="the town that goes by the name, not one that once did"),
        pytest.param("Londonderry", "GB", id="the greater town under a longer form of its name"),
        pytest.param("Bombay", "IN", id="a city that is known by its old name"),
    ],
)
def test_a_name_means_the_place_that_bears_it(gazetteer: Gazetteer, name: str, country: str) -> None:
    [found] = resolve(gazetteer, place(name))

    assert found.place.country == country


def test_a_hotel_is_in_no_town_that_only_also_bears_its_name(gazetteer: Gazetteer) -> None:
    [found] = resolve(gazetteer, place("al-Rashid Hotel", "al-Rashid", feature="hotel", site=True))

    assert found.place.country is None


def test_a_town_of_another_name_abroad_is_not_in_the_printed_province(gazetteer: Gazetteer) -> None:
    found, _ = resolve(
        gazetteer, place("Sangay", "Agusan del Norte", feature="village"), place("Agusan del Norte", feature="province")
    )

    assert found.place.country == "PH"


def test_an_armed_group_speaks_for_the_country_it_is_at_home_in(gazetteer: Gazetteer) -> None:
    mention = place("Qwexabari")
    text = "Qwexabari"
    mention = PlaceMention(span=Span(0, 9), head=0, rule=mention.rule, name=mention.name, relation="in")
    article = Article(id="x", source="-", text=text, blocks=(Block(span=Span(0, 9), kind=BlockKind.BODY),))

    [found] = resolve_places([mention], article=article, gazetteer=gazetteer, homes=("CO", "CO", "CO"))

    assert found.place.country == "CO"


def test_a_dateline_that_several_countries_have_speaks_for_none(gazetteer: Gazetteer) -> None:
    text = "Bolivia counts its dead. Soldiers fired in El Alto."
    mentions = [
        PlaceMention(
            span=Span(text.index(n), text.index(n) + len(n)), head=0, rule="place.gazetteer", name=n, relation="in"
        )
        for n in ("Bolivia", "El Alto")
    ]
    article = Article(id="x", source="-", text=text, blocks=(Block(span=Span(0, len(text)), kind=BlockKind.BODY),))

    found = resolve_places(mentions, article=article, gazetteer=gazetteer, dateline="EL ALTO")

    assert found[-1].place.country == "BO"


def test_a_short_state_behind_a_dateline_needs_no_full_stop(gazetteer: Gazetteer) -> None:
    dateline, bare = resolve(gazetteer, place("LAKEWOOD", "Wash", rule="place.dateline"), place("Lakewood"))

    assert dateline.place.admin1 == bare.place.admin1 == "Washington"


@pytest.mark.parametrize(
    ("name", "publisher", "tail", "state"),
    [
        ("Birmingham", "WBRC FOX6 News - Birmingham, AL", "", "Alabama"),
        ("Jackson", "WKRN", "", "Tennessee"),
        ("Columbus", None, " Copyright WTVM. All rights reserved.", "Georgia"),
        ("Chelsea", None, " Call the Adair County Sheriff's office at 617-555-0134.", "Massachusetts"),
        ("Pasadena", None, " Call the LAPD.", "California"),
        ("Rochester", "Minneapolis Tribune", "", "Minnesota"),
    ],
    ids=["town in the publisher", "call sign", "call sign in the text", "telephone", "police force", "paper"],
)
def test_where_an_article_is_at_home_chooses_among_namesakes(
    gazetteer: Gazetteer, name: str, publisher: str | None, tail: str, state: str
) -> None:
    [found] = resolve(gazetteer, place(name), publisher=publisher, tail=tail)

    assert found.place.admin1 == state


def test_the_county_of_a_jail_chooses_among_namesakes(gazetteer: Gazetteer) -> None:
    jail = place("Johnston County jail", "Johnston County", site=True, feature="jail")

    town, _ = resolve(gazetteer, place("Smithfield"), jail, countries=("US",))

    assert town.place.admin1 == "North Carolina"


def test_a_site_told_with_its_town_once_is_there_everywhere(gazetteer: Gazetteer) -> None:
    bare, _, told = resolve(
        gazetteer,
        place("Qwexa Park", site=True, feature="park"),
        place("Vancouver", "Washington"),
        place("Qwexa Park", "Portland", "Oregon", site=True, feature="park"),
    )

    assert bare.place.locality == told.place.locality == "Portland"


def test_a_village_told_with_its_region_once_is_there_everywhere(gazetteer: Gazetteer) -> None:
    told, bare = resolve(gazetteer, place("QWEXVILLE", "Utah", rule="place.dateline"), place("Qwexville"))

    assert told.place.locality == bare.place.locality == "Qwexville"
    assert bare.place.admin1 == "Utah"


def test_a_namesake_far_from_all_else_is_a_quarter_of_the_region_told(gazetteer: Gazetteer) -> None:
    *_, found = resolve(
        gazetteer, place("Nashville"), place("Franklin", "Tennessee"), place("Murfreesboro"), place("Antioch")
    )

    assert found.place.admin1 == "Tennessee"


def test_a_village_far_from_all_else_is_meant_where_names_are_not_lent(gazetteer: Gazetteer) -> None:
    *_, found = resolve(gazetteer, place("Maiduguri"), place("Bama"), place("Gwoza"), place("Argungu"))

    assert found.place.admin1 == "Kebbi"


def test_a_site_in_no_town_is_where_the_police_are_at_home(gazetteer: Gazetteer) -> None:
    [found] = resolve(
        gazetteer, place("4200 block of Qwex Street", site=True, rule="place.block"), tail=" LVMPD detectives came."
    )

    assert found.place.locality == "Las Vegas"


def test_a_barangay_lies_in_its_municipality(gazetteer: Gazetteer) -> None:
    barangay = place("Barangay Qwedagan", "San Jose", "Northern Samar", feature="barangay", site=True)

    [found] = resolve(gazetteer, barangay)

    assert (found.place.site, found.place.locality, found.place.country) == ("Barangay Qwedagan", "San Jose", "PH")


def test_a_side_of_the_town_is_no_town(gazetteer: Gazetteer) -> None:
    found = resolve(gazetteer, place("Southside", site=True), place("Jacksonville", "Florida"))

    assert (found[0].place.site, found[0].place.locality) == ("Southside", "Jacksonville")


def test_the_town_is_meant_rather_than_what_its_district_is_called(gazetteer: Gazetteer) -> None:
    found = resolve(gazetteer, place("al-Suqaylabiyah", feature="city"), place("Hama"))

    assert (found[0].place.locality, found[0].place.precision) == ("al-Suqaylabiyah", PlacePrecision.LOCALITY)


def test_courts_and_police_tell_the_country(gazetteer: Gazetteer) -> None:
    [found] = resolve(gazetteer, place("Delta"), tail=" was searched, an RCMP spokesman said.")

    assert found.place.country == "CA"


def test_an_obscure_place_of_other_words_is_not_meant(gazetteer: Gazetteer) -> None:
    found = resolve(gazetteer, place("Kamashi"), place("Ethiopia"))

    assert (found[0].toponym, found[0].place.country) == (None, "ET")


def test_a_former_name_yields_to_a_town_of_the_same_country(gazetteer: Gazetteer) -> None:
    found = resolve(gazetteer, place("Ariel"), place("West Bank"))

    assert found[0].place.locality == "Ariel"


def test_one_is_on_an_island_but_in_its_town(gazetteer: Gazetteer) -> None:
    [found] = resolve(gazetteer, place("Jolo"))

    assert found.place.precision is PlacePrecision.LOCALITY


def test_police_of_a_town_abroad_tell_no_place(gazetteer: Gazetteer) -> None:
    hotel = place("Tivoli Hotel", feature="hotel", site=True)
    [found] = resolve(gazetteer, hotel, tail=" was bombed. An NYPD team flew out.")
    [_, at_home] = resolve(gazetteer, place("New York", feature="state"), hotel, tail=" was bombed. NYPD came.")

    assert found.place.locality is None
    assert at_home.place.locality == "New York City"


def test_telephones_tell_no_state_where_another_country_is_spoken_of(gazetteer: Gazetteer) -> None:
    tail = " burned. Relatives may ring (812) 555-0147."
    [smolensk] = resolve(gazetteer, place("Smolensk"), tail=tail)
    [_, columbus] = resolve(gazetteer, place("Chicago"), place("Columbus"), tail=tail)

    assert smolensk.place.country == "RU"
    assert columbus.place.admin1 == "Indiana"
