"""Where a preposition's object ends behind a post: before its body, a rank or a name that it runs into."""

from __future__ import annotations

from collections.abc import Sequence

from pressparse.extractors.titles.cores import Core, core_at
from pressparse.organizations import OF, abstract
from pressparse.vocabulary import FIELDS_TOO, NOUNS, PORTFOLIOS, names_body, place
from pressparse.words import Word, acronym, touching

REALMS = {"state", "city", "province", "municipality", "region", "county", "prefecture"}
_BODY_KINDS = NOUNS - PORTFOLIOS
_ONLY_BODIES = _BODY_KINDS - FIELDS_TOO
_TOWN_OPENINGS = frozenset(
    "new san santa st saint port los las el la le fort mount north south east west great cape lake rio são ho"
    " chiang addis phnom buenos hai quang kuala bandar kota nakhon abu tel ulan nizhny porto belo puerto ciudad".split()
)
_RANKED = {
    "rear",
    "vice",
    "lieutenant",
    "brigadier",
    "major",
    "air",
    "wing",
    "lt",
    "maj",
    "brig",
    "colonel",
    "captain",
    "admiral",
}


def field_end(words: Sequence[Word], core: Core, begin: int, stop: int) -> int:
    """Where a field ends whose body follows it: "Deputy Commander for Logistics of the U.S. Forces"; or `stop`."""
    for at in range(begin + 1, stop - 1):
        if words[at].low == "of":
            field = not any(word.low in _ONLY_BODIES for word in words[begin:at])
            behind = words[at + 1 + (words[at + 1].low == "the") : stop]
            # "Minister for Foreign Affairs of Japan" is one field for `linking`, which knows countries.
            told = any(w.low in _BODY_KINDS or acronym(w) for w in behind) or "minister" not in core.key
            # "State Secretary for Reefs of Bohol": of no field
            place_of = (len(behind) == 1 and not abstract(behind[0])) or behind[0].low in REALMS
            return at if field and told and (names_body(behind) or place_of) else stop
    return stop


def before_rank(words: Sequence[Word], begin: int, stop: int) -> int:
    """Where a rank begins in a preposition's object: "Chief of Navy Rear Admiral Marsh"; or `stop`."""
    for at in range(begin + 1, stop):
        core = core_at(words, at) if words[at].low in _RANKED else None
        if core is not None and core.begin == at and core.capital and (core.end - at > 1 or core.end == stop):
            return at
    return stop


def before_name(words: Sequence[Word], begin: int, stop: int) -> int:
    """Where a name begins behind a town that nobody knows: "Mayor of Hokiha Ann Field"; or `stop`."""
    run = words[begin:stop]
    town = 2 if words[begin].low in _TOWN_OPENINGS else 1
    known = any(w.low in NOUNS or w.low in PORTFOLIOS or w.low in OF or place(w) or acronym(w) for w in run)
    plain = all(word.text.replace("-", "").isalpha() and touching(words, at) for at, word in enumerate(run, begin))
    return begin + town if len(run) == town + 2 and plain and not known else stop
