from __future__ import annotations

from dateline.articles import Article, Block, BlockKind
from dateline.gazetteer import PlaceKind, load_gazetteer
from dateline.gazetteer.capitals import load_capitals
from dateline.gazetteer.seats import find_institutions, load_phone_codes, load_seats
from dateline.resolve.place_choice import find_containers
from dateline.resolve.place_origins import find_told_seats
from dateline.spans import Span


def test_every_seat_is_a_town_of_its_state() -> None:
    gazetteer = load_gazetteer()

    def is_listed(town: str, within: str) -> bool:
        states = [one for one in find_containers(within, gazetteer) if one.kind is PlaceKind.ADMIN1]
        return any(gazetteer.contains(state, one) for state in states for one in gazetteer.lookup(town))

    assert [name for name, seat in load_seats().items() if not is_listed(*seat)] == []


def test_every_area_code_is_of_a_state_or_country() -> None:
    gazetteer = load_gazetteer()

    assert [name for name in load_phone_codes().values() if not any(p.is_region for p in gazetteer.lookup(name))] == []
    assert all(len(code) == 3 and code.isdigit() for code in load_phone_codes())


def test_courts_and_police_tell_their_country() -> None:
    assert find_institutions("She was tried at Leeds Crown Court.") == {"GB"}
    assert find_institutions("The Adair County Sheriff's deputies and RCMP officers met.") == {"US", "CA"}
    assert find_institutions("The county court and the police of the town met.") == frozenset()


def _read_told(text: str, *, with_telephones: bool = False) -> list[str]:
    block = Block(span=Span(0, len(text)), kind=BlockKind.BODY)
    article = Article(id="x", source="-", text=text, blocks=(block,))
    return [seat.name for seat in find_told_seats(article, with_telephones=with_telephones)]


def test_a_station_in_the_text_tells_its_town() -> None:
    assert _read_told("Deputies told KCTV5 that nobody was hurt.") == ["Kansas City"]
    assert _read_told("Neighbors spoke to WEEK-TV and to KING 5 about it.") == ["Peoria", "Seattle"]


def test_a_word_is_no_station() -> None:
    assert _read_told("He wrote WISE above the door and WOOD below it.") == []
    assert _read_told("REBELS STRUCK A POST NEAR SAN JOSE LAST WEEK, KILLING TWO. THE KSAT 12 MEN LEFT.") == []


def test_telephones_are_read_where_asked_for() -> None:
    text = "Relatives may ring (812) 555-0147 at any hour."

    assert _read_told(text) == []
    assert _read_told(text, with_telephones=True) == ["Indiana"]


def test_every_capital_is_a_town_of_its_country() -> None:
    gazetteer = load_gazetteer()
    towns = {name: [place.country for place in gazetteer.lookup(it.town)] for name, it in load_capitals().items()}

    assert [name for name, found in towns.items() if not found or (name.isupper() and name not in found)] == []


def test_former_capitals_are_meant_while_they_were() -> None:
    lagos, la_paz = load_capitals()["NG"], load_capitals()["BO"]

    assert (lagos.is_meant_in(1991), lagos.is_meant_in(1992), lagos.is_meant_in(None)) == (True, False, False)
    assert la_paz.is_meant_in(None)
