"""Places of the world by name: one read-only SQLite file and the look-up over it."""

from dateline.gazetteer.names import name_key
from dateline.gazetteer.store import Gazetteer, load_gazetteer
from dateline.gazetteer.toponyms import PlaceKind, Toponym, distance_km

__all__ = ["Gazetteer", "PlaceKind", "Toponym", "distance_km", "load_gazetteer", "name_key"]
