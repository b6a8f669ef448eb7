"""What a reader hands on: the decoded text of one release and where each part of it stood in the original."""

from __future__ import annotations

import re
import string
from dataclasses import dataclass

_SCRIPTS = {"ko": re.compile("[가-힣]+"), "ja": re.compile("[ぁ-ヿ]+")}
_LATIN = string.ascii_letters.encode()
_LANGUAGE_SAMPLE = 20_000


@dataclass(frozen=True, slots=True)
class Location:
    """Where a paragraph stood in the original file; a reader fills in what its format has.

    `box` is (left, bottom, right, top) in PDF points; `page` and `line` count from 1.
    """

    page: int | None = None
    box: tuple[float, float, float, float] | None = None
    path: str | None = None
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """The text of one release, to which every offset in the export refers.

    `text` has its line ends normalised to a line feed and is otherwise untouched. `locations` are pairs of
    (offset in code points where a paragraph begins, its location), in ascending order.
    """

    text: str
    path: str | None
    format: str
    encoding: str | None
    sha256: str
    locations: tuple[tuple[int, Location], ...] = ()
    warnings: tuple[str, ...] = ()


def guess_language(text: str) -> str | None:
    """The language by the script that most of the text's letters are in: "en", "ko" or "ja"; None without letters.

    The rules are made for English; a caller may warn about the others.
    """
    sample = text[:_LANGUAGE_SAMPLE]
    plain = sample.encode("ascii", "ignore")
    latin = len(plain) - len(plain.translate(None, _LATIN))
    if 2 * (len(sample) - len(plain)) < latin:
        # Nearly every release: there is no need to look at the few characters that are left.
        return "en"
    counts = {code: sum(map(len, letters.findall(sample))) for code, letters in _SCRIPTS.items()} | {"en": latin}
    # A syllable block holds two or three letters, so that a page of Korean with English names is still Korean.
    counts["ko"] *= 2
    language = max(counts, key=lambda code: counts[code])
    return language if counts[language] else None
