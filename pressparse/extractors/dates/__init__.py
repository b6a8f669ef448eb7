"""Dates: found by a small grammar of our own, resolved against the release's day of issue."""

from pressparse.extractors.dates.anchors import Style
from pressparse.extractors.dates.extract import extract
from pressparse.extractors.dates.finder import find_dates
from pressparse.extractors.dates.issued import find_issued, settle_issued
from pressparse.extractors.dates.leftovers import with_leftovers
from pressparse.extractors.dates.spans import DateSpan, Trail

__all__ = ["DateSpan", "Style", "Trail", "extract", "find_dates", "find_issued", "settle_issued", "with_leftovers"]
