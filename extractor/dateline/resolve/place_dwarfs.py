"""Tells small towns from the famous ones that bear the same name."""

from __future__ import annotations

from dateline.gazetteer import PlaceKind, Toponym
from dateline.resolve.place_context import Context

DWARF_FAME, DWARFED = 4.3, 2.3  # up to which fame, and how much less famous than its namesake, a town is a dwarf
# From which fame a town abroad is known everywhere, how much less famous its namesake is, and how much more the article
# speaks of another country than of that namesake's.
ABROAD_FAME, DWARFED_ABROAD, MUCH_MORE = 5.2, 0.9, 1.5


def is_dwarf(place: Toponym, first: Toponym) -> bool:
    """Whether a town is small beside the likeliest place of its name in the country: Washington, Iowa."""
    apart = first.fame - place.fame
    is_small = place.kind in (PlaceKind.LOCALITY, PlaceKind.ADMIN2) and place.fame < DWARF_FAME
    return is_small and apart > DWARFED and first.country in (place.country, "")


def is_dwarf_abroad(place: Toponym, first: Toponym, context: Context) -> bool:
    """Whether a town is small beside a foreign one of its name, in a land that the article is not about.

    World news that tells of Seattle and Washington too means Switzerland's Geneva, not the one in Washington state.
    """
    if place.kind is not PlaceKind.LOCALITY or first.country in (place.country, "") or first.fame < ABROAD_FAME:
        return False
    main = context.leading_country
    if first.fame - place.fame <= DWARFED_ABROAD or main in (None, place.country):
        return False
    if context.home is not None and context.home.country == place.country:
        return False
    return context.country_share(main or "") >= MUCH_MORE * context.country_share(place.country)
