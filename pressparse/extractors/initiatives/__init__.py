"""Initiatives: the plans, laws, events, funds … that a release names, each once, with who does what about it, when."""

from __future__ import annotations

from pressparse.context import Context
from pressparse.extractors.initiatives.find import find_groups
from pressparse.extractors.initiatives.records import records_of
from pressparse.records import Initiative

__all__ = ["extract"]


def extract(context: Context) -> list[Initiative]:
    """The initiatives of a release in the order of their first mention; reads its dates, people, titles and quotes."""
    return records_of(context, find_groups(context))
