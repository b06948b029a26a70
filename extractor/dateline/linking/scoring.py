"""Scores two records as tellings of one happening."""

from __future__ import annotations

from types import MappingProxyType

from dateline.linking.comparison import describe_pair
from dateline.linking.profiles import Profile

# By hand, in steps of a half or so, looking at US stories of shootings whose happenings are known: the day and the town
# carry most, a shared name outweighs a wrong day, and figures change from story to story.
WEIGHTS = MappingProxyType(
    {
        "days apart 0": 2.0,
        "days apart 1": 1.2,
        "days apart 3": 0.0,
        "days apart 10": -1.5,
        "days apart, long": -4.0,
        "days overlap, wide": 0.5,
        "published together": 0.5,
        "same town": 1.5,
        "near": 1.0,
        "not far": -1.5,
        "far": -3.0,
        "same region": 0.3,
        "another region": -1.5,
        "another country": -4.0,
        "same site": 1.5,
        "another site": -0.3,
        "unrest and violence": -4.0,
        "same type": 0.0,
        "another type": -2.5,
        "killed equal": 0.5,
        "killed equal, big": 1.0,
        "killed close": -0.4,
        "killed differ": -0.8,
        "injured equal": 0.5,
        "injured equal, big": 1.0,
        "injured close": -0.4,
        "injured differ": -0.8,
        "people shared": 3.0,
        "other people": -2.0,
        "other dead": -2.0,
        "an age shared": 0.7,
        "other ages": -0.3,
        "a group shared": 0.5,
        "other groups": -0.3,
        "both main": 1.0,
    }
)
LEAST = 1.5  # score from which two records are taken to tell of one happening; 1.0 to 2.0 all link about as well


def score_pair(first: Profile, second: Profile) -> float:
    """Return how surely two records tell of one happening: from `LEAST` on they are taken to."""
    return sum(WEIGHTS[name] * value for name, value in describe_pair(first, second).items())
