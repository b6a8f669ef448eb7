"""Names as they are compared: without case, hyphens, articles and British spelling."""

from __future__ import annotations

import re
from collections.abc import Mapping

Key = tuple[str, ...]

_PART = re.compile(r"[^\W_]+(?:'[^\W_]+)?\+*")
_SPELLINGS = {
    "programme": "program",
    "centre": "center",
    "programmes": "programs",
    "&": "and",
    "organisation": "organization",
}
_ORDINAL = re.compile(r"\d{1,3}(?:st|nd|rd|th)")
YEAR = re.compile(r"(?:19|20)\d\d")


def key_of(text: str, expansions: Mapping[str, str] | None = None) -> Key:
    """The name's words without case, hyphens and articles; abbreviations of bodies are written out."""
    parts: list[str] = []
    for part in _PART.findall(text.replace("&", " and ")):
        full = (expansions or {}).get(part)
        words = _PART.findall(full) if full else [part]
        parts += [_SPELLINGS.get(word.lower(), word.lower()) for word in words]
    return tuple(part for part in parts if part not in ("the", "a", "an"))


def numbers_of(key: Key) -> frozenset[str]:
    """The ordinals and years that tell one edition from another."""
    return frozenset(part for part in key if _ORDINAL.fullmatch(part) or YEAR.fullmatch(part))
