"""Names of people: what stands beside a post, an honorific or a label, Korean names by their shape, the model's voice.

Rules go first, in the order of how much they can be trusted; what one has taken no later one takes again. At the end
every name that was found is looked for in the whole release, also shortened.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from pressparse.context import Context
from pressparse.extractors.people.beside import after_posts, apposed_bodies, before_posts
from pressparse.extractors.people.descriptions import affiliated, aged, described, occupied, reached, spoken
from pressparse.extractors.people.echoes import echoes
from pressparse.extractors.people.page import Page
from pressparse.extractors.people.tables import tabled
from pressparse.extractors.people.voices import honoured, korean, labelled, modelled, under_units
from pressparse.mentions import Name, Post

_QUOTED = re.compile(r"['\"<]([A-Z][\w-]{1,20}(?: [A-Z][\w-]{1,20}){1,3})['\">]")
_VOICES = (
    *(after_posts, before_posts, honoured, labelled, under_units, korean),
    *(described, aged, occupied, reached, spoken, modelled, affiliated),
)


def _other_entities(context: Context, posts: Sequence[Post]) -> frozenset[str]:
    """What is a body in this release: named in a post, or oftener something else than a person to the model."""
    votes: Counter[str] = Counter()
    for doc in context.docs:
        for entity in doc.ents:
            votes[entity.text] += 1 if entity.label_ == "PERSON" else -1
    bodies = {post.organization for post in posts if post.organization}
    for passage in context.passages:
        # What is quoted by itself is a platform or a plan, also where it stands without marks: "the 'Neel Bazar'".
        bodies.update(_QUOTED.findall(passage.text))
    return frozenset(bodies | {text for text, count in votes.items() if count < 0})


def find(context: Context, posts: Sequence[Post]) -> list[Name]:
    """Every mention of a person by name, in document order."""
    pages = [Page(passage, doc) for passage, doc in zip(context.passages, context.docs, strict=True)]
    for post in posts:
        pages[post.passage].occupy(post)
    others = _other_entities(context, posts).union(*(apposed_bodies(page) for page in pages))
    for page in pages:
        page.others = others
        for voice in _VOICES:
            voice(page)
    tabled(context, pages)
    echoes(pages)
    return [name for page in pages for name in sorted(page.names, key=lambda name: name.start)]
