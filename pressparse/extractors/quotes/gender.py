"""Whether "he" or "she" can stand for a person, as far as a name or a form of address tells."""

from __future__ import annotations

import re

from pressparse.lexicons import load

_FORMS = {
    "he": "Mr Shri Sir Lord Chairman Spokesman Prince King".split(),
    "she": "Ms Mrs Miss Smt Lady Madam Chairwoman Spokeswoman Princess Queen".split(),
}
_ADDRESS = {gender: re.compile(rf"\b(?:{'|'.join(forms)})\b\.? ?$", re.IGNORECASE) for gender, forms in _FORMS.items()}
_ENDS = tuple(form.casefold() for forms in _FORMS.values() for form in forms)
_GIVEN = load("speech")["given"]
_NAMES = {gender: frozenset(table["names"].split()) for gender, table in _GIVEN.items()}
_CLOSING = {gender: frozenset(table["syllables"].split()) for gender, table in _GIVEN.items()}
_OPENING = {gender: frozenset(table["opening"].split()) for gender, table in _GIVEN.items()}
_KOREAN_GIVEN = re.compile(r"\b([A-Za-z]+)-([a-z]+)\b|\b([A-Z][a-z]+)([A-Z][a-z]+)\b")


def guess_by_address(words: str) -> str | None:
    """The pronoun that goes with a form of address or a post at the end of `words`; None where they tell nothing."""
    if not words.rstrip(". ").casefold().endswith(_ENDS):
        return None
    return next((gender for gender, pattern in _ADDRESS.items() if pattern.search(words)), None)


def guess_by_name(name: str) -> str | None:
    """The pronoun that goes with a person's name; None where both do, or the name is not known."""
    hints = {gender for word in name.lower().split() for gender, names in _NAMES.items() if word in names}
    for match in _KOREAN_GIVEN.finditer(name):
        first, second = (part.lower() for part in (match[1] or match[3], match[2] or match[4]))
        hints |= {gender for gender, syllables in _CLOSING.items() if second in syllables}
        hints |= {gender for gender, syllables in _OPENING.items() if first in syllables}
    return hints.pop() if len(hints) == 1 else None
