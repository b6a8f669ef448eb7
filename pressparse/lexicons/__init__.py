"""Words are data: every list of words that the rules go by is a TOML file in this folder."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def load(name: str) -> dict[str, Any]:
    """The tables of `lexicons/NAME.toml`; raises FileNotFoundError where there is no such lexicon."""
    return tomllib.loads(files(__name__).joinpath(f"{name}.toml").read_text(encoding="utf-8"))


def alternatives(words: Iterable[str]) -> str:
    """A pattern that matches any of the words as they stand, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
