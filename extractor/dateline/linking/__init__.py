"""Links the records of many articles: which of them tell of the same happening."""

from dateline.linking.clustering import link_records

__all__ = ["link_records"]
