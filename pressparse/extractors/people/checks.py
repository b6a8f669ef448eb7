"""What the words around a run say for or against its being a person."""

from __future__ import annotations

from pressparse import lexicons
from pressparse.extractors.people.connectors import name_word
from pressparse.extractors.people.page import Page
from pressparse.extractors.people.reading import OCCUPATIONS
from pressparse.given import listed
from pressparse.romanization import plain_letters
from pressparse.vocabulary import HEADS, TOWNS
from pressparse.words import acronym, capital, touching

ROLES = HEADS | OCCUPATIONS
# What no firm is, though "a developer" or "a grower" may be one.
PEOPLE_ONLY = OCCUPATIONS - frozenset(lexicons.load("names")["firms_too"])
BODY_KINDS = frozenset(lexicons.load("names")["body_kinds"].split())
DID = frozenset(lexicons.load("names")["did"])
_DID_OR_SELF = DID | {"who", "himself", "herself"}
_TOWARDS = {"said", "says", "thanked", "told", "asked"}
_MADE = frozenset(lexicons.load("names")["made"])
# "former presidents Jaan Kask and Ida Marsh": no partners, members or leaders, which firms are too.
_OFFICES = frozenset(lexicons.load("offices")["standing"].split()) | frozenset(
    "professor senator judge director".split()
)
GROUPS = frozenset(f"{word}s" for word in OCCUPATIONS | _OFFICES)
_ACTED = {
    "met",
    "gave",
    "won",
    "took",
    "went",
    "came",
    "led",
    "bought",
    "built",
    "found",
    "sold",
    "wrote",
    "read",
    "held",
}
_NAMESAKES = frozenset(lexicons.load("names")["namesakes"])
_TOWNS = TOWNS | frozenset(lexicons.load("names")["places"])
_OPENERS = frozenset(lexicons.load("names")["openers"])
_THINGS = frozenset(lexicons.load("names")["things"].split())
_OF_MANY = {
    "names",
    "families",
    "tribes",
    "clans",
    "people",
    "peoples",
    "lands",
    "communities",
    "descendants",
    "elders",
}
# What a body is, and nobody else; "led by" somebody are people too.
_DONE_BY = [[verb, "by"] for verb in ("run", "owned", "founded", "chaired", "headed", "operated", "established")]
_DONE_BY += [[verb, "in"] for verb in ("founded", "established", "incorporated")]
_HUMAN_ENDINGS = tuple(lexicons.load("names")["human_endings"])


def capital_beside(page: Page, begin: int, end: int) -> bool:
    """Whether a capitalised word touches the run on either side, so that it may be part of something greater."""
    words = page.words
    if capital_before(page, begin) and not (acronym(words[begin - 1]) and listed(words[begin:end])):
        return True
    return end < len(words) and touching(words, end) and end not in page.taken and name_word(words[end])


def capital_before(page: Page, begin: int) -> bool:
    """Whether a capitalised word, other than a sentence's first, touches the run that begins here."""
    words = page.words
    if not touching(words, begin) or begin - 1 in page.taken or not name_word(words[begin - 1]):
        return False
    opens = begin == 1 or words[begin - 2].text in '.?!:"'
    # "Students Amara Obi and …" in a caption
    return not opens and words[begin - 1].low not in GROUPS


def says(page: Page, begin: int, what: frozenset[str]) -> bool:
    """Whether one of the words stands among the next, before a comma or a full stop."""
    for word in page.words[begin : begin + 7]:
        if word.low in what or (what is not BODY_KINDS and word.low.endswith(_HUMAN_ENDINGS)):
            return True
        if word.text in ",.;()":
            return False
    return False


def body(page: Page, begin: int, end: int, *, words_say: bool) -> bool:
    """Whether the release says that the run is a body, or the model, where `words_say` nothing else."""
    if words_say:
        # "on Capitol Hill, who"
        placed = page.placed(begin, end) and not listed(page.words[begin:end])
        return placed or page.text(begin, end) in page.bodies
    return page.organised(begin, end) or page.text(begin, end) in page.others


def human(page: Page, begin: int, end: int) -> bool:
    """Whether the words beside a run say that it is a person: what it did, an age, what it is, who spoke to whom."""
    words = page.words
    before = words[begin - 1].low if begin and touching(words, begin) else ""
    if before == "by" and begin > 1 and words[begin - 2].low in _MADE:
        return True
    # "the agency's Kobayashi Misaki"
    if before == "'s" or before in _TOWARDS or before in OCCUPATIONS or before in GROUPS:
        return True
    if begin - 1 in page.ended and words[begin - 1].low in {"and", ",", "&"}:
        # "Zhang Weimin and Le Quang Huy"
        return True
    if end >= len(words):
        return False
    after = words[end]
    if after.low in _DID_OR_SELF:
        return True
    if (after.low in _ACTED or after.low.endswith("ed")) and not capital(after) and not page.organised(begin, end):
        return True
    if after.text not in ",(" or end + 2 >= len(words):
        return False
    inner = words[end + 1]
    if after.text == "(" and words[end + 2].text == ")" and capital(inner) and not acronym(inner):
        # "Ole Lie (Norway)", "Marek Novotny (Brno)"
        return True
    aged = inner.text.isdigit() and len(inner.text) == 2 and words[end + 2].text in {",", ")", ".", ";"}
    return aged or inner.low == "who" or (not capital(inner) and says(page, end + 1, PEOPLE_ONLY))


def nobody(page: Page, begin: int, end: int) -> bool:
    """Whether a run is no person's name, though it may sound like one: a brand's, a place's, a ship's."""
    brand = page.text(begin, end).lower() in _NAMESAKES
    opened = page.words[begin].low in _OPENERS and not listed(page.words[begin:end])
    behind = [word.text for word in page.words[end : end + 3]]
    if behind and (behind[0] in _OF_MANY or (behind[0] == "," and behind[1:] in _DONE_BY)):
        # "Nine of them were Sami Nord names", "Bada Kelp, run by two sisters"
        return True
    return brand or opened or plain_letters(page.text(begin, end)) in _TOWNS or thing(page, begin)


def thing(page: Page, begin: int) -> bool:
    """Whether the word before a run says what bears a person's name: "the trawler Anna Lund"."""
    words = page.words
    return begin > 0 and words[begin - 1].low in _THINGS and touching(words, begin)
