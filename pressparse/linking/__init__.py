"""Mentions become records: names persons, posts titles with their holders, bare titles the persons they stand for."""

from __future__ import annotations

from collections.abc import Sequence

from pressparse.context import Context
from pressparse.linking.release import Linker
from pressparse.mentions import Name, Post
from pressparse.records import Person, Title


def link_people(context: Context, names: Sequence[Name], posts: Sequence[Post]) -> tuple[list[Person], list[Title]]:
    """The persons with all their mentions and the titles with their holders, both in document order."""
    return Linker(context, names, posts).records()
