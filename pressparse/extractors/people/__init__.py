"""Names of people: what stands beside a post, an honorific or a label, Korean names by their shape, the model's voice.

Rules go first, in the order of how much they can be trusted; what one has taken no later one takes again. At the end
every name that was found is looked for in the whole release, also shortened.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Container, Mapping, Sequence

from pressparse.context import Context
from pressparse.extractors.people.appointed import made
from pressparse.extractors.people.beside import after_posts, apposed_bodies, before_posts
from pressparse.extractors.people.capitals import in_capitals
from pressparse.extractors.people.descriptions import affiliated, aged, described, occupied, reached, spoken
from pressparse.extractors.people.echoes import echoes
from pressparse.extractors.people.forms import filled
from pressparse.extractors.people.lists import beside_names
from pressparse.extractors.people.page import Page
from pressparse.extractors.people.sentences import answering, belonging, given_names, initialled, kindred, surnamed
from pressparse.extractors.people.tables import tabled
from pressparse.extractors.people.voices import honoured, korean, labelled, modelled, under_units
from pressparse.given import listed
from pressparse.mentions import Name, Post
from pressparse.words import words_in

_QUOTED = re.compile(r"['\"<]([A-Z][\w-]{1,20}(?: [A-Z][\w-]{1,20}){1,3})['\">]")
_PLACED = (" at ", " near ")
# The rules, those that are surest first.
_VOICES = (
    after_posts, before_posts, honoured, labelled, filled, under_units, korean,
    described, aged, occupied, reached, spoken, answering,
    modelled, in_capitals, given_names, made, belonging, initialled, kindred, surnamed, affiliated,
)  # fmt: skip


def _bodies(context: Context, posts: Sequence[Post]) -> frozenset[str]:
    """What the release says is a body or a thing: named in a post, or quoted by itself ("the 'Neel Bazar'")."""
    bodies = {post.organization for post in posts if post.organization}
    for passage in context.passages:
        bodies.update(_QUOTED.findall(passage.text))
    return frozenset(bodies)


class _Others(Container[str]):
    """The bodies of a release, and what is no person to the model: it is asked for few of all the texts.

    The model's word counts where it oftener says so, or where something stands ("at Wassa Domama").
    """

    def __init__(self, votes: Mapping[str, int], bodies: Collection[str]) -> None:
        self._votes, self._bodies = votes, bodies

    def __contains__(self, text: object) -> bool:
        if text in self._bodies:
            return True
        if not isinstance(text, str) or self._votes.get(text, 0) >= 0:
            return False
        return not (text[0].isupper() and listed(words_in(text)))


def _votes(context: Context) -> dict[str, int]:
    """How much oftener the model calls a text a person than something else."""
    votes: dict[str, int] = {}
    for passage, called in zip(context.passages, context.entities, strict=True):
        for entity in called:
            place = entity.label == "PERSON" and passage.text.endswith(_PLACED, 0, entity.start)
            vote = -9 if place else 1 if entity.label == "PERSON" else -1
            text = passage.text[entity.start : entity.end]
            votes[text] = votes.get(text, 0) + vote
    return votes


def find(context: Context, posts: Sequence[Post]) -> list[Name]:
    """Every mention of a person by name, in document order."""
    pages = [Page(passage, called) for passage, called in zip(context.passages, context.entities, strict=True)]
    for post in posts:
        pages[post.passage].occupy(post)
    bodies = _bodies(context, posts).union(*(apposed_bodies(page) for page in pages))
    others = _Others(_votes(context), bodies)
    for page in pages:
        page.bodies, page.others = bodies, others
        for voice in _VOICES if page.capitals else ():
            voice(page)
        beside_names(page)
    tabled(context, pages)
    echoes(pages)
    return [name for page in pages for name in sorted(page.names, key=lambda name: name.start)]
