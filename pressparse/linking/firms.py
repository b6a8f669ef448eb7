"""The fullest name of a firm in a release: "Haedam Kelp Co., Ltd." for the "Haedam Kelp" of its president."""

from __future__ import annotations

import re
from collections.abc import Iterable

from pressparse.vocabulary import COUNTRIES, NOUNS

_FORMS = r"(?:Inc|Ltd|Corp|Corporation|Company|Group|Holdings|Limited|AS|ASA|AB|AG|GmbH|plc|PLC|LLC|SA|NV|BV|Oy|Oyj)"


def firm_in_full(name: str, texts: Iterable[str]) -> str:
    """A firm's name with the form of firm behind it, as the first text that has it spells it; or `name`."""
    words = name.split()
    if len(words) > 3 or not NOUNS.isdisjoint(name.lower().split()) or name.lower() in COUNTRIES or name.isupper():
        return name
    form: re.Pattern[str] | None = None
    for text in texts:
        at = text.find(name)
        if at < 0:
            continue
        form = form or re.compile(rf"\b{re.escape(name)}(?: [A-Z][\w&-]{{1,20}}){{0,2}}(?: Co\., Ltd|,? {_FORMS}\b)")
        if found := form.search(text, max(at - 1, 0)):
            return found.group()
    return name
