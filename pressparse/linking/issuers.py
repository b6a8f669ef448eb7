"""The body that issues a release, as its first lines or its text tell."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pressparse import lexicons
from pressparse.linking.earlier import foreign_name
from pressparse.linking.offices import country_of_role, ministry
from pressparse.organizations import phrase_end
from pressparse.vocabulary import HEADS, NOUNS, PORTFOLIOS, UNITS, local
from pressparse.words import words_of

if TYPE_CHECKING:
    from pressparse.linking.release import Linker

_PUBLIC = frozenset(lexicons.load("offices")["held"]["public"])
_OFFICES = HEADS - NOUNS - PORTFOLIOS
# "HAEDAM UNIVERSITY NEWSROOM": the room of a body's site, not the body.
_ROOM = re.compile(r"(?<=\w) (?:(?:news|press) ?room|(?:news|media) ?cent(?:er|re)|(?:press )?news)$", re.I)
_WORDS = r"(?:The )?([A-Z][\w&'-]{1,20}(?: (?:of |for |and |the |& ){0,2}[A-Z][\w&'-]{1,20}){1,6})"
_HEADING = re.compile(rf"{_WORDS} ?(?:[—–|:-]|,) ?(?:Media|Press|News) [Rr]elease\b")
_RELEASE = re.compile(r"(?:Media|Press|News) [Rr]elease\b|(?:MEDIA|PRESS|NEWS) RELEASE\b")
_BODY = re.compile(_WORDS)


def stated_issuer(linker: Linker, *, korean: bool) -> str:
    """The issuer as the outline read it or as the letterhead of a local government names it; "" where neither does.

    A `korean` release is not of another country's body that only its text names.
    """
    issuer = _plain(linker.context.outline.issuer or "")
    if korean and foreign_name(issuer) and "Korea" not in issuer and not _headed(linker, issuer):
        issuer = ""
    issuer = _local_letterhead(linker, issuer) or issuer
    if letterhead := _letterhead(linker, issuer):
        return letterhead
    # "Department of Education Secretary Tak Bo-mi": a line that names a person, no body.
    # "Department | Urban Renewal Division": a label and a unit.
    unit = issuer.startswith("Department ") and issuer.rpartition(" ")[2].lower() in UNITS
    return "" if unit or _of_a_person(issuer) else _as_written(linker, _ROOM.sub("", issuer))


def _headed(linker: Linker, name: str) -> bool:
    """Whether a line of the release begins with a name, as those of its header do."""
    return any(text.removeprefix("The ").startswith(name) for text in linker.texts)


def _as_written(linker: Linker, issuer: str) -> str:
    """An issuer in capitals as the text spells it: "NAMHAE UNIVERSITY" is "Namhae University"."""
    if not issuer.isupper() or " " not in issuer:
        return issuer
    spelled = re.compile(rf"\b{re.escape(issuer)}\b", re.I)
    found = (match.group() for text in linker.texts for match in spelled.finditer(text))
    return next((name for name in found if not name.isupper()), issuer)


def _letterhead(linker: Linker, issuer: str) -> str | None:
    """The body of a first line that says what it heads: "Haedam Museum — Media release"; None where one was read."""
    first, second = (*linker.texts[:2], "", "")[:2]
    if found := _HEADING.match(first):
        return found[1]
    if issuer and any(issuer.lower() in text.lower() for text in linker.texts[:4]):
        # Also in capitals: "MINISTRY OF PORTS", of which the outline has read "Ministry of Ports".
        return None
    return first if _RELEASE.match(second) and _BODY.fullmatch(first) else None


def _local_letterhead(linker: Linker, issuer: str) -> str | None:
    """The local government whose name opens the first lines, where no line of the header names the issuer."""
    nodes = linker.context.outline.nodes
    for passage, sheet in enumerate(linker.sheets[:4]):
        node = nodes.get(linker.context.passages[passage].node)
        if node is None or node.part == "body" or (issuer and issuer in sheet.text):
            return None
        if sheet.words and local(sheet.words[0]) and (len(sheet.words) < 2 or sheet.words[1].text == ","):
            # "Namhae-gun, Island of Lemons"
            return sheet.words[0].text
    return None


def first_body(linker: Linker, *, korean: bool) -> str | None:
    """The first public body that the release names, for a release that bears no issuer's name.

    A `korean` release is not of another country's body.
    """
    held = {(post.passage, post.start) for post in linker.posts}
    for passage, sheet in enumerate(linker.sheets[:6]):
        for start, name in sheet.bodies:
            if start > len("The ") or (passage, start) in held:
                # What stands inside a sentence, or in a post, may be anybody.
                continue
            if name.isupper() and not sheet.whole:
                # "GOVERNMENT ROLLS OUT VACCINE": a headline in capitals.
                continue
            if korean and foreign_name(name) and "Korea" not in name:
                continue
            if _PUBLIC & set(name.lower().split()):
                return _as_written(linker, _ROOM.sub("", name))
    ministers = (post for post in linker.posts if "minister" in post.keys[0])
    posts = (post for post in ministers if post.topics and not post.country and not country_of_role(post.role))
    own = (ministry(post.role, foreign=False) for post in posts)
    return next(filter(None, own), None)


def _plain(issuer: str) -> str:
    """The issuer without a label before it and a second body behind it: "From: Ministry of Ports and Reef Agency"."""
    issuer = issuer.rpartition(": ")[2].removeprefix("The ")
    words = words_of(issuer)
    cut = [i for i in range(2, len(words) - 1) if words[i].low == "and" and phrase_end(words, 0) <= i]
    return issuer[: words[cut[0] - 1].end].rstrip(" ,") if cut else issuer


def _of_a_person(issuer: str) -> bool:
    """Whether a line that was taken for the issuer's names an office-holder: no "Office of the President"."""
    words = words_of(issuer)
    if any(word.text in {"'s", "'"} for word in words):
        return False
    return any(
        word.low in _OFFICES and (at == 0 or words[at - 1].low not in {"of", "the", "for"})
        for at, word in enumerate(words)
    )
