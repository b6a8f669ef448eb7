"""The word before a post that says when or how it is held, which is part of it: "former", "the then", "ex-"."""

from __future__ import annotations

import re

from pressparse.mentions import Post

_TIME = re.compile(
    r"(?:(?<![\w'-])(?:[Ff]ormer|FORMER|[Ee]x|[Ff]ormerly|[Aa]cting|[Ii]nterim|[Hh]onorary"
    r"|[Oo]utgoing|[Ii]ncoming)(?: |-)"
    r"|(?<=[Tt]he )then[ -]|(?<=, )then[ -])$"
)
_LONGEST = 16
"""Code points before a post that are looked at: "formerly " and a word before it."""


def time_before(text: str, post: Post) -> str:
    """The word right before a post with the space or hyphen behind it: the "former " of "former Mayor"; or ""."""
    found = _TIME.search(text, max(post.start - _LONGEST, 0), post.start)
    return found.group() if found else ""


def past(text: str, post: Post) -> bool:
    """Whether a post is one that its holder had: "Tak Bo-mi (former Mayor of Namhae)"."""
    before = time_before(text, post).lower()
    return before.startswith(("former", "ex")) or post.role.lower().startswith("ex-")
