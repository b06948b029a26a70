from __future__ import annotations

from dateline.gazetteer import PlaceKind, load_gazetteer
from dateline.gazetteer.seats import find_institutions, load_phone_codes, load_seats
from dateline.resolve.place_choice import find_containers


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
