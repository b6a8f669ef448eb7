"""The rules that tell that a run of words is a name: each takes a page and adds to it what it is sure of."""

from __future__ import annotations

import re

from pressparse import lexicons
from pressparse.extractors.people.checks import (
    BODY_KINDS,
    body,
    capital_beside,
    human,
    nobody,
    says,
)
from pressparse.extractors.people.connectors import name_word
from pressparse.extractors.people.page import Page
from pressparse.extractors.people.reading import (
    HONORIFICS,
    behind_brackets,
    name_end,
    plain_word,
    skip_honorifics,
    skip_occupation,
    suffix_end,
)
from pressparse.given import burmese, listed
from pressparse.romanization import AMBIGUOUS, family, shape_at
from pressparse.vocabulary import COUNTRIES, NOUNS, UNDERTAKINGS, UNITS
from pressparse.words import acronym, capital, touching

_WORDED = frozenset(lexicons.load("names")["worded"])
# "(Photo: Yonhap)"
_AGENCIES = frozenset(lexicons.load("names")["agencies"])
_SHIPS = frozenset("roks uss hms ins rov rv mv ss frigate destroyer submarine corvette icebreaker".split())
_RAISING = {"honorable", "honourable", "venerable", "justice", "excellency"}
_WORKS = {"text", "stor", "word", "tran", "illu", "inte"}
_CONTACT = re.compile(r"(?:media )?(?:contacts?|inquiries|enquiries|persons? in charge)\b", re.IGNORECASE)
_LABEL = re.compile(
    r"\b(?:in charge|charge|contact persons?|persons? in charge|contacts?|issued by|credit"
    r"|inquiries|enquiries|queries|keynotes?|panel(?:ists?)?|discussants?|presenters?|lecturers?|judges|winners?|mc|hosts?|staff"
    r"|text|story|words|editors?|translation|translators?|illustrations?|interview|anchors?|narrators?|conductors?"
    r"|manager in charge|from (?:the )?left(?: to right)?|moderators?|pictured"
    r"|photo(?:graph)?s?(?: (?:by|provided by|courtesy of))?|(?:speak|report|writ)ers?)(?: \((?:from )?left\))? ?: ?"
    r"|\((?:persons? )?in charge\) ?|(?<=officer in charge )|(?<=official in charge )|(?<=staff in charge )|\bcredit: ?"
    r"|\bphoto(?:graph)?s? (?:by|provided by|courtesy of|credit:?) (?=[A-Z])|\b(?:written|reported) by (?=[A-Z])"
    r"|\(courtesy of (?=[A-Z][a-z]+\))|(?<=['>]) by (?=[A-Z])",
    re.IGNORECASE,
)
_LABELS = (":", "hoto", "HOTO", " by ", "in charge ")
# What stands before the colon of every label, a plural's end left out, and what every other label holds.
_BEFORE_COLONS = tuple(
    "charge person contact by credit inquirie enquirie querie keynote panel panelist discussant presenter "
    "lecturer judge winner mc host staff text story word editor translation translator illustration interview "
    "anchor narrator conductor left right moderator pictured photo photograph of speaker reporter writer )".split()
)
_WITHOUT_COLONS = (
    "charge)",
    "officer in charge ",
    "official in charge ",
    "staff in charge ",
    "hoto",
    "courtesy of ",
    "' by ",
    "> by ",
    "written by ",
    "reported by ",
)


def honoured(page: Page) -> None:
    """As in "Mr. Oda Renji", "H.E. Ms. Amara Diallo-Sow", "Smt. Arati Bhave"."""
    words = page.words
    for index in [index for index in page.capitals if words[index].low.rstrip(".") in HONORIFICS]:
        word = words[index]
        if index in page.taken or word.text == "RT":
            continue
        begin = skip_honorifics(words, index)
        stop = name_end(words, begin, page.taken) if begin > index else begin
        if stop == begin or words[begin].low.rstrip(".") in HONORIFICS:
            continue
        if index and stop < len(words) and words[index - 1].text in "'\"" and words[stop].text == words[index - 1].text:
            # the violin "Lady Anna"
            continue
        if word.low in _RAISING and stop - begin == 1 and stop < len(words) and words[stop].low == "of":
            # "the Act on the Honorable Burial of Sailors"
            continue
        if word.low not in _WORDED or _kin(page, begin, stop):
            page.take(begin, stop, f"after {word.text}")


def _kin(page: Page, begin: int, end: int) -> bool:
    """Whether what stands behind a word of kin is a name: "Aunty Ruby said", "Grandmother Kim"; not "Sister Cities"."""
    words = page.words[begin:end]
    if any(map(plain_word, words)):
        return False
    if burmese(page.words, begin + 1) and begin + 1 < end:
        # "Daw Thandar Soe"
        return True
    clear = len(words) == 1 and family(words[0]) and words[0].low not in AMBIGUOUS
    return clear or page.known(begin, end) or human(page, begin, end)


def _may_label(page: Page) -> bool:
    """Whether a label may stand in a passage: a cheap look that spares most of them the pattern."""
    text, words = page.passage.text, page.words
    if not any(map(text.__contains__, _LABELS)):
        return False
    if any(map(text.lower().__contains__, _WITHOUT_COLONS)):
        return True
    colons = [index for index, word in enumerate(words) if word.text == ":" and index] if ":" in page.lows else []
    return any(words[index - 1].low.removesuffix("s").endswith(_BEFORE_COLONS) for index in colons)


def labelled(page: Page) -> None:
    """As in "In charge: Mori, Endo", "(Photo by Lee)", "From left: A, B, C"."""
    words, text = page.words, page.passage.text
    if not _may_label(page):
        return
    starts = {word.start: index for index, word in enumerate(words)}
    for label in _LABEL.finditer(text):
        index = starts.get(label.end())
        while index is not None and index < len(words):
            begin = skip_honorifics(words, index)
            stop = name_end(words, begin, page.taken)
            if stop == begin or (stop < len(words) and words[stop].text == ":"):
                # "/ Panel: Tak Bo-mi"
                break
            if (
                stop < len(words)
                and words[stop].text not in {",", ")", ";", "]", "(", ".", "/", "|", "and"}
                and touching(words, stop)
            ):
                break
            body = stop == begin + 1 and acronym(words[begin]) and not family(words[begin])
            body = body or words[begin].low in _AGENCIES
            weak = label.group() == " by " or label.group()[:4].lower() in _WORKS
            single = stop == begin + 1 and stop + 1 < len(words) and words[stop].low == "and"
            if single and capital(words[stop + 1]) and not (family(words[begin]) or page.known(begin, stop)):
                # "Enquiries: Visa and Residence Division"
                break
            if weak and not _artist(page, begin, stop):
                break
            if body or (any(plain_word(word) for word in words[begin:stop]) and not page.known(begin, stop)):
                break
            page.take(begin, stop, f"after {label.group().strip(' :') or 'in charge'}")
            stop = behind_brackets(words, stop)
            joins = {",", "and"} if label.group()[:1] in set("cCpP") else {",", "and", "/"}
            index = stop + 1 if stop < len(words) and words[stop].text in joins else None


def _artist(page: Page, begin: int, end: int) -> bool:
    """Whether a run behind "'…' by" is who made the work: no body, and more than one word."""
    return end - begin > 1 and (listed(page.words[begin:end]) or not body(page, begin, end, words_say=False))


def korean(page: Page) -> None:
    """A Korean name by its shape: "Wi Na-ryeong" anywhere, "Kim Minsu" where nothing else can be meant."""
    words = page.words
    reached = 0
    for index in page.koreans:
        shape = shape_at(words, index) if index >= reached else None
        if shape is None:
            continue
        stop = index + shape.length
        named = page.modelled(index, stop)
        alone = not capital_beside(page, index, stop)
        alone = alone and not any(map(plain_word, words[index:stop]))
        if index and words[index - 1].low in _SHIPS:
            # "the ROKS Tak Bo-mi"
            continue
        told = shape.strength == "sure" or (alone and (named or shape.strength == "likely"))
        if told and page.take(index, stop, "Korean name"):
            reached = stop


def under_units(page: Page) -> None:
    """Single family names behind a unit on a contact line: "Salt Division: Tak, Pyo (044-200-1234)"."""
    words = page.words
    if UNITS.isdisjoint(page.lows):
        return
    for index in page.capitals:
        known = words[index].low in UNITS and index not in page.taken
        if not known or not 0 < index < len(words) - 1 or not capital(words[index - 1]):
            continue
        mark = words[index + 1].text
        begin = index + 2 if mark in {":", ","} else index + 1
        ends, at = list[int](), begin
        while at < len(words) and len(words[at].text) > 2 and family(words[at]) and at not in page.taken:
            ends.append(at)
            if at + 1 >= len(words) or words[at + 1].text not in {",", "/"}:
                break
            at += 2
        closed = bool(ends) and (ends[-1] + 1 >= len(words) or words[ends[-1] + 1].text in "(;|☎" or at > ends[-1])
        clear = sum(words[at].low not in AMBIGUOUS for at in ends)
        if closed and clear and ((mark == ":" and clear > 1) or page.contact or _CONTACT.match(page.passage.text)):
            for at in ends:
                page.take(at, at + 1, "after a unit")


def modelled(page: Page) -> None:
    """What the model calls a person, where the words allow it."""
    words = page.words
    for first, last in page.entities:
        begin = skip_occupation(words, skip_honorifics(words, first), last)
        end = last - 1 if last > begin and words[last - 1].low == "'s" else last
        run = words[begin:end]
        if (
            not 2 <= len(run) <= 5
            or page.headline
            or page.text(begin, end) in page.others
            or nobody(page, begin, end)
            or any(plain_word(word) for word in run)
        ):
            continue
        if (
            not name_word(run[-1])
            or not capital(run[0])
            or name_end(words, begin, page.taken) != suffix_end(words, end)
        ):
            continue
        if family(run[0]) and run[0].low not in AMBIGUOUS and len(run) > 2 and shape_at(words, begin) is None:
            # "Kim Daily Laver": a family name at the front of a product.
            continue
        if run[0].text.isupper() and not set(run[0].low) & set("aeiouy"):
            continue
        if (
            any(word.text.isupper() and len(word.text) > 1 for word in run[1:])
            or _quoted(page, begin, end)
            or (end < len(words) and words[end].text == "," and says(page, end + 1, BODY_KINDS))
            or capital_beside(page, begin, end)
            or (not listed(run) and _somewhere(page, begin, end))
        ):
            continue
        page.take(begin, suffix_end(words, end), "named entity")


def _somewhere(page: Page, begin: int, end: int) -> bool:
    """Whether no person stands here: "came from Da Nang", "with Tra Vinh, Vietnam", "Wave Program (Onda Clara)"."""
    words = page.words
    if begin < 2:
        return False
    before, verb = words[begin - 1].low, words[begin - 2].low
    if before == "(" and end < len(words) and words[end].text == ")" and capital(words[begin - 2]):
        return words[begin - 2].low in NOUNS or words[begin - 2].low in UNDERTAKINGS
    country = end + 2 < len(words) and words[end].text == "," and words[end + 1].low in COUNTRIES
    if country and before not in {",", "and", ";"} and words[end + 2].text in ",.;)":
        return True
    return before in {"in", "at", "near"} or (before == "from" and verb in {"came", "come", "comes", "hails", "flew"})


def _quoted(page: Page, begin: int, end: int) -> bool:
    """Whether the run is quoted by itself, or closes a quotation as the last part of a slogan: "…, Healthy People"."""
    words = page.words
    last = end + 1 if end < len(words) and words[end].text in ".,!" else end
    closing = last < len(words) and words[last].text in "'\"" and words[last].start == words[last - 1].end
    if closing and begin > 0 and words[begin - 1].text == ",":
        return True
    return begin > 0 and words[begin - 1].text in "'\"<《「『≪" and words[begin - 1].end == words[begin].start
