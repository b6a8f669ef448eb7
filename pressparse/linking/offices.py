"""Whether two posts can be one: "Minister" and "Vice Minister" can't, "Sea Minister" and "Minister for Sea" can."""

from __future__ import annotations

import re

from pressparse import lexicons
from pressparse.mentions import Post
from pressparse.vocabulary import COUNTRIES

_RANKS = frozenset(lexicons.load("offices")["ranks"]) | {"general"}
_LOOSE = frozenset(lexicons.load("offices")["held"]["loose"])
_OF_FIELD = re.compile(r" (?:of State(?: \(Independent Charge\))? for|of) ((?:the )?[A-Z](?:(?! for [A-Z]).)*)")
_OF_OR_FOR_FIELD = re.compile(r" (?:of State(?: \(Independent Charge\))? for|of|for) ((?:the )?[A-Z].*)")
_FIELD = re.compile(
    r"([A-Z].* (?:and|&) .*?)"
    r"(?: (?:First|Second|Third|1st|2nd|3rd|State|Deputy|Vice|Parliamentary|Senior)){0,3} Minister"
)
_REALMS = frozenset(
    "Republic Kingdom State Commonwealth Union Grand Duchy Principality Sultanate Federal Democratic Islamic".split()
)
_SMALL = {"of", "the", "and", "for", "&"}


def same_office(one: Post, other: Post, abbreviations: dict[str, str]) -> bool:
    """Whether one of the two posts can be a shorter or another way to write the other."""
    if one.country and other.country and one.country != other.country:
        return False
    if not any(_same_key(a, b) for a in one.keys for b in other.keys):
        return False
    if one.topics and other.topics and not (one.topics <= other.topics or other.topics <= one.topics):
        return False
    return same_body(one.organization, other.organization, abbreviations)


def _same_key(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    one, other = _lettered(one), _lettered(other)
    a, b = set(one), set(other)
    if one[-1] == other[-1] and one[-1] in _LOOSE and (len(one) == 1 or len(other) == 1):
        # "Prosecutor Wi" is the Chief Prosecutor, "General Marsh" the Brigadier General.
        return True
    return one[-1] == other[-1] and a & _RANKS == b & _RANKS and (a <= b or b <= a)


def _lettered(key: tuple[str, ...]) -> tuple[str, ...]:
    """A chief's key as its letters: a "Chief Technology Officer" is a "CTO", a "Chief Executive" a "CEO"."""
    if key[0] != "chief" or key[-1] not in {"officer", "executive"} or len(key) > 3 or key == ("chief", "officer"):
        return key
    return (f"c{key[1][0]}o",)


def same_body(one: str | None, other: str | None, abbreviations: dict[str, str]) -> bool:
    """Whether two names of bodies can mean one body; a missing one can mean any."""
    if not one or not other:
        return True
    first, second = (abbreviations.get(name, name) for name in (one, other))
    if first == second or initials(first) == second.upper() or initials(second) == first.upper():
        return True
    a, b = (set(re.findall(r"\w+", name.lower())) - _SMALL for name in (first, second))
    return bool(a and b) and (a <= b or b <= a)


def _is_country(name: str) -> bool:
    """Whether what follows "of" is a country: "Japan", "the Republic of Ghana"."""
    realm, _, country = name.removeprefix("the ").rpartition(" of ")
    return country.lower() in COUNTRIES and _REALMS.issuperset(realm.split())


def initials(name: str) -> str:
    """The capitals that abbreviate a body's name: "KFTC"."""
    return "".join(word[0] for word in re.findall(r"\w+", name) if word not in _SMALL).upper()


def country_of_role(role: str) -> str | None:
    """The country behind the field of a minister's role: "Vice Minister for Reefs of the Republic of Ghana"."""
    start = role.find(" for ") if " for " in role else role.find(" of ")
    while start >= 0 and (start := role.find(" of ", start + 1)) >= 0:
        if _is_country(role[start + 4 :]):
            return role[start + 4 :]
    return None


def ministry(role: str, *, foreign: bool) -> str | None:
    """The ministry of a minister: "Minister of Land and Sea" and "Land and Sea Minister" are of the one of both.

    With `foreign` a "Minister for Trade" is of the "Ministry of Trade".
    """
    first, also, second = role.partition(" and Minister ")
    if "Prime" in first:
        # "Deputy Prime Minister and Minister of Ports"
        return ministry(f"Minister {second}", foreign=foreign) if also else None
    topic = (_OF_OR_FOR_FIELD if foreign else _OF_FIELD).search(role) or _FIELD.fullmatch(role)
    if topic and _is_country(topic[1]):
        # "Minister for Foreign Affairs of Japan"
        topic = _OF_OR_FOR_FIELD.search(role)
        if topic and _is_country(topic[1]):
            return None
    # "Deputy Prime Minister and Finance Minister" is of no ministry of that name.
    return f"Ministry of {topic[1]}" if topic and "Minister" not in topic[1] and topic[1] != "State" else None
