"""What surrounds a release on its web page, and what is on the page and not seen."""

from __future__ import annotations

import re
from functools import cache

from lxml import etree

from pressparse import lexicons

NEVER = frozenset(
    {"audio", "button", "canvas", "datalist", "embed", "head", "iframe", "input", "link", "map", "math", "meta", "nav"}
    | {
        "noscript",
        "object",
        "optgroup",
        "option",
        "param",
        "progress",
        "rp",
        "rt",
        "script",
        "select",
        "source",
        "style",
    }
    | {"svg", "template", "textarea", "title", "track", "video"}
)
KEPT = frozenset({"html", "body", "main", "article"})
ROLES = frozenset({"navigation", "search", "menu", "menubar", "contentinfo", "complementary", "dialog"})
UNSEEN = re.compile(r"display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}hidden", re.IGNORECASE)
SEPARATOR = re.compile(r"[\W_]+")
WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+|\d+")
LISTS = frozenset({"ul", "ol", "dl", "p"})
DEEP = 256  # bounds the work on a page of nested menus; no release stands as deep
MANY_LINKS, MOSTLY_LINKS = 3, 0.8


class Furniture:
    """One page, and which of its elements do not belong to the release."""

    def __init__(self, root: etree._Element) -> None:
        self._half = _length(root) // 2

    def covers(self, element: etree._Element) -> bool:
        """Whether `element` with all in it is left out. What holds half of the page's text is not, by any name."""
        if not isinstance(element.tag, str) or element.tag in NEVER or unseen(element):
            return True
        if element.tag in KEPT or not (_is_named_so(element) or _is_link_list(element)):
            return False
        return _length(element) <= self._half

    def main_part(self, root: etree._Element) -> etree._Element:
        """The one `main` or `article` of a page if all first headings and half of its text are there, else the page."""
        headings = len(root.findall(".//h1"))
        for name in ("main", "article"):
            found = root.findall(f".//{name}")
            if len(found) == 1 and headings and len(found[0].findall(".//h1")) == headings:
                return found[0] if self._shown(found[0]) * 2 >= self._shown(root) else root
        return root

    def _shown(self, element: etree._Element) -> int:
        """How many characters `element` shows, as far as `DEEP` levels down, without those that are left out."""
        length, waiting = 0, [(element, 0)]
        while waiting:
            outer, depth = waiting.pop()
            length += len((outer.text or "").strip())
            for inner in outer:
                length += len((inner.tail or "").strip())
                if depth < DEEP and not self.covers(inner):
                    waiting.append((inner, depth + 1))
        return length


def unseen(element: etree._Element) -> bool:
    """Whether the page hides `element`."""
    return (
        "hidden" in element.attrib
        or UNSEEN.search(element.get("style", "")) is not None
        or not _lexicon("hidden").isdisjoint(element.get("class", "").lower().split())
    )


def _is_named_so(element: etree._Element) -> bool:
    role = element.get("role", "").lower()
    return element.tag == "footer" or role in ROLES or not _words(element).isdisjoint(_lexicon("around"))


def _is_link_list(element: etree._Element) -> bool:
    """A list that is nearly all links: "Home | News | About"."""
    if element.tag not in LISTS:
        return False
    links = element.findall(".//a")
    return len(links) >= MANY_LINKS and sum(map(_length, links)) > _length(element) * MOSTLY_LINKS


def _length(element: etree._Element) -> int:
    return sum(len(text.strip()) for text in element.itertext() if text)


def _words(element: etree._Element) -> set[str]:
    """Of "left_menu" and "sideBar": left, menu, side, bar and sidebar."""
    names = f"{element.get('id', '')} {element.get('class', '')}"
    if names.isspace():
        return set()
    return {word.lower() for word in WORD.findall(names)} | set(SEPARATOR.split(names.lower()))


@cache
def _lexicon(name: str) -> frozenset[str]:
    return frozenset(lexicons.load("furniture")[name])
