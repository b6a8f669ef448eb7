"""The fullest name of a firm in a release: "Haedam Kelp Co., Ltd." for the "Haedam Kelp" of its president."""

from __future__ import annotations

import re

from pressparse.vocabulary import COUNTRIES, NOUNS

_FORMS = r"(?:Inc|Ltd|Corp|Corporation|Company|Group|Holdings|Limited|AS|ASA|AB|AG|GmbH|plc|PLC|LLC|SA|NV|BV|Oy|Oyj)"


def firm_in_full(name: str, text: str) -> str:
    """A firm's name with the form of firm behind it, as a text spells it first; or `name`."""
    words = name.split()
    if len(words) > 3 or not NOUNS.isdisjoint(name.lower().split()) or name.lower() in COUNTRIES or name.isupper():
        return name
    if f"{name} " not in text:
        return name
    found = re.search(rf"\b{re.escape(name)}(?: [A-Z][\w&-]{{1,20}}){{0,2}}(?: Co\., Ltd|,? {_FORMS}\b)", text)
    return found.group() if found else name
