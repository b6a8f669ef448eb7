"""The sum of money that the text gives an initiative: `of 40 billion won`, `worth USD 1 million`."""

from __future__ import annotations

import re

from pressparse.context import Context
from pressparse.extractors.initiatives.lexicon import CURRENCIES, any_of, phrases
from pressparse.lexicons import alternatives
from pressparse.outline.passages import Passage
from pressparse.records import Amount

_CURRENCY = alternatives(CURRENCIES)
_FIGURE = r"\d{1,3}(?:,\d{3}){1,5}(?:\.\d{1,3})?|\d{1,12}(?:\.\d{1,4})?"
_SCALES = {
    "thousand": 1e3, "million": 1e6, "mn": 1e6, "billion": 1e9, "bn": 1e9, "trillion": 1e12, "crore": 1e7, "lakh": 1e5,
    "lakh crore": 1e12,
}  # fmt: skip
_SCALE = alternatives(_SCALES)
_MONEY = (
    rf"(?P<sum>(?P<front>{_CURRENCY}) ?(?P<figure1>{_FIGURE})(?: ?(?P<scale1>{_SCALE}))?"
    rf"|(?P<figure2>{_FIGURE})(?: (?P<scale2>{_SCALE}))? ?(?P<back>{_CURRENCY})(?!\w))"
)
# ‘X’ of 9 billion won; ‘X’ (60 billion won); ‘X,’ worth KRW 1 trillion; ‘X’ (’24~’28, 480 billion won)
_BEHIND = re.compile(
    rf"['\"’”」』>≫》】›,]{{0,3}} ?(?:\([^()]{{0,40}}?|,? ?{any_of('worth')} ){_MONEY}"
    r"(?! (?:per|each|a (?:month|year)))",
    re.IGNORECASE,
)
# the 5 trillion won ‘X Fund’
_BEFORE = re.compile(rf"{_MONEY}[ -](?:worth of |worth )?(?:the )?['\"「『<≪《【‹]{{0,2}}$", re.IGNORECASE)
# What a sum ends with: "40 billion won", "KRW 40 billion", "USD 40".
_ENDS = (*CURRENCIES, *_SCALES, *"0123456789")
_LEADING = frozenset(phrase.partition(" ")[0] for phrase in phrases("worth"))
_REACH = 120


def guess_amount(context: Context, passage: Passage, start: int, end: int) -> Amount | None:
    """The sum that stands directly beside the name `text[start:end]` with its marks; None where there is none."""
    match = _BEHIND.match(passage.text, end, end + _REACH) if _may_be_worth(passage.text, end) else None
    if not match and _may_end_in_money(before := passage.text[max(0, start - 60) : start]):
        match = _BEFORE.search(passage.text, max(0, start - len(before)), start)
    if not match:
        return None
    figure = float((match["figure1"] or match["figure2"]).replace(",", ""))
    scale = (match["scale1"] or match["scale2"] or "").lower()
    currency = CURRENCIES[(match["front"] or match["back"]).lower()]
    span = context.span(passage, match.start("sum"), match.end("sum"))
    return Amount(text=span.text, value=figure * _SCALES.get(scale, 1), currency=currency)


def _may_be_worth(text: str, end: int) -> bool:
    """Whether what leads to a sum may stand behind a name that ends there: quick, and never wrong with a no."""
    behind = text[end : end + 20].lstrip("'\"’”」』>≫》】›, ")
    return behind.startswith("(") or behind.partition(" ")[0].lower() in _LEADING


def _may_end_in_money(text: str) -> bool:
    """Whether a sum may stand at the end of the text, before a name: quick, and never wrong with a no."""
    low = text.lower().rstrip("'\"「『<≪《【‹").removesuffix("the ").removesuffix("of ").removesuffix("worth ")
    return low.endswith((" ", "-")) and low[:-1].endswith(_ENDS)
