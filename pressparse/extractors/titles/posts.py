"""What the grammar found, as a post: its role, its body, its country and the words that tell it from other posts."""

from __future__ import annotations

from collections.abc import Sequence

from pressparse import lexicons
from pressparse.extractors.titles.cores import Core
from pressparse.extractors.titles.grammar import Found
from pressparse.extractors.titles.heads import CAPITAL_ONLY, GRADES, MODIFIERS, STANDING
from pressparse.mentions import Post
from pressparse.outline.passages import Passage
from pressparse.vocabulary import ADJECTIVES, COUNTRIES, NOUNS, PORTFOLIOS, names_body
from pressparse.words import Word

# Heads before which words that name no body are part of the post; the others may stand behind a firm's bare name.
_OF_FIELDS_ONLY = {"minister", "secretary", "officer", "architect", "engineer", "inspector", "forecaster"}
_OF_FIELDS = {*_OF_FIELDS_ONLY, "director", "manager", "head", "leader", "researcher"}
_SIDES = {"counterpart", "side", "delegation"}
_WORLDS = {"world", "united", "un", "global", "international"}
_SMALL = {"of", "and", "for", "the", "&", ",", "at", "to", "in", "on", "charge", ")"}
_GRAMMAR = lexicons.load("offices")["grammar"]
_SERVICES = frozenset(_GRAMMAR["services"])
_NO_UNITS = {"cabinet"} | _SERVICES
_UNITS = NOUNS - _NO_UNITS
_BODY_KINDS = NOUNS - PORTFOLIOS
_SERVICE_FIELDS = frozenset(_GRAMMAR["fields"])
_SERVICE_RANKS = frozenset(_GRAMMAR["service_ranks"])


def as_post(passage: Passage, words: Sequence[Word], found: Found) -> Post:
    """The post that the grammar found in a passage's words."""
    text = passage.text
    before = _without_adjective(words[slice(*found.left)])
    field = bool(before) and _field(before, found.core)
    begin, organization = found.core.begin, None
    begin = _behind_unit(words, found, bool(before))
    if begin > found.core.begin:
        # "Harbor Policy Division manager": the unit belongs to the body, not to the role.
        field, before = False, before or words[found.core.begin : begin]
    if len(before) > 1 and begin == found.core.begin and _service(before[-1:], found.core) and not field:
        # "Namhae Fire Captain": the service belongs to the rank, the town is where it is held.
        begin, before = begin - 1, before[:-1]
    if found.body[0] < found.body[1]:
        organization = text[words[found.body[0]].start : words[found.body[1] - 1].end]
        owner = words[max(found.body[0] - 2, 0)]
        if words[found.body[0] - 1].low == "'s" and owner.low in COUNTRIES:
            # "at Korea's Salt Administration"
            organization = f"{organization} of {owner.text}"
    elif before and not field:
        bracket = next((i for i, word in enumerate(before) if word.text == "("), 0)
        organization = text[before[0].start : before[bracket - 1].end if bracket else words[begin - 1].end]
    topics = {word.low for word in (*(before if field else ()), *words[slice(*found.topic)]) if word.low not in _SMALL}
    return Post(
        passage=passage.index,
        start=words[found.begin].start,
        end=words[found.end - 1].end,
        role=text[before[0].start if field else words[begin].start : words[found.role_end - 1].end],
        organization=organization,
        country=_country_of(words, found),
        keys=found.keys,
        topics=frozenset(topics | found.core.fields(words)),
        standing=_standing(found.core, words, found),
        definite=found.definite,
        rule="post" if organization is None else "post and body",
    )


def _behind_unit(words: Sequence[Word], found: Found, named: bool) -> int:
    """The index where the role begins: "Harbor Policy Division manager" is manager of the Harbor Policy Division."""
    begin = found.core.begin
    for index in range(found.core.begin, found.core.end - 1):
        alone = index == found.core.begin or words[found.core.begin].low in GRADES
        if words[index].low in _UNITS and (named or not alone):
            begin = index + 1
    return begin


def _field(before: Sequence[Word], core: Core) -> bool:
    """Whether the words before a core say what the post is about, or are part of it: "Rural Guidance", "Center"."""
    if before[0].low in _BODY_KINDS and len(before) > 2 and before[1].low == "of":
        # "Bureau of Coasts Director"
        return False
    if len(before) > 1 and before[0].low in _WORLDS and before[-1].low in {"programme", "program"}:
        # "World Reef Programme Director": a body of the United Nations
        return False
    if all(word.low in PORTFOLIOS or word.low in MODIFIERS or word.low in _SMALL for word in before):
        return True
    if core.head in _SERVICE_RANKS and all(word.low in _SERVICES for word in before):
        # "Coast Guard Chief Petty Officer"
        return True
    if core.premier:
        # "Quebec Premier"
        return False
    if len(before) == 1 and before[0].low in _BODY_KINDS:
        # "Center Head": head of the centre that was named before.
        return True
    return core.head in _OF_FIELDS and not names_body(before) and (
        core.head in _OF_FIELDS_ONLY or any(word.low in PORTFOLIOS for word in before)
    )  # fmt: skip


def _service(before: Sequence[Word], core: Core) -> bool:
    """Whether the word before a rank is its service, no body: "Fire Captain"."""
    return core.head in _SERVICE_RANKS and before[0].low in _SERVICE_FIELDS


def _without_adjective(words: Sequence[Word]) -> Sequence[Word]:
    """As in "South African Trade" without the country."""
    for size in (2, 1):
        if [word.low for word in words[size:]] == ["air"]:
            # "Korean Air"
            return words
        if " ".join(word.low.rstrip(".") for word in words[:size]) in ADJECTIVES:
            return words[size:]
    return words


def _country_of(words: Sequence[Word], found: Found) -> str | None:
    """The country that an adjective before the post or a place behind it gives: "Finnish", "of Chile"."""
    for index in range(*found.left):
        pair = f"{words[index].low} {words[index + 1].low}"
        if country := ADJECTIVES.get(pair) or ADJECTIVES.get(words[index].low.rstrip(".")):
            return country
    before = words[max(found.begin - 6, 0) : found.begin]
    for index in range(1, len(before)):
        if before[index].low in _SIDES and before[index - 1].low in ADJECTIVES and _leads(before[index + 1 :]):
            # "his Norwegian counterpart, Minister Aasen", "on the Norwegian side, by Ambassador Aasen"
            return ADJECTIVES[before[index - 1].low]
    if len(before) > 1 and before[-1].low == "'s":
        # "Brunei's Second Minister", "Saudi Arabia's Minister"
        owners = (before[-2].text, f"{before[-3].text} {before[-2].text}" if len(before) > 2 else "")
        return next((owner for owner in owners if owner.lower() in COUNTRIES), None)
    return None


def _leads(words: Sequence[Word]) -> bool:
    """Whether nothing but a comma or "by" leads from a side to its people."""
    return all(
        word.text in {",", ":", "by", "from", "with", "were", "was", "led", "headed", "chaired"} for word in words
    )


def _standing(core: Core, words: Sequence[Word], found: Found) -> bool:
    """Whether the post may stand for its holder without a name."""
    if found.generic or (not core.capital and not found.definite):
        return False
    # "the Collector-General", "the Secretary General"
    if (
        core.head in STANDING
        or (len(core.key) > 1 and core.head == "general")
        or core.key[-2:]
        in (
            ("cabinet", "secretary"),
            ("permanent", "secretary"),
            ("state", "secretary"),
            ("chief", "executive"),
            ("vice", "minister"),
        )
    ):
        return True
    return core.head not in CAPITAL_ONLY and found.definite
