"""The texts of made releases: a cast, its initiatives and its days, and blocks of text that speak of them."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

HERE = Path(__file__).resolve().parent
OWN_SHARE = 0.3
"""How many blocks come from the gold releases; the others are of the grammar."""

_SLOT = re.compile(r"\{(\w+)\}")
_MARK = re.compile(r"\[\[([DPTQI]):([^|\[\]]*)\|([^\[\]]*)\]\]")
_FIGURE = re.compile(r"(?<![\d.,-])[1-9]\d{1,3}(?![\d,-])")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_GLYPH = re.compile(r"^[^A-Za-z“‘\"'「『(<\[]+")
_DATE_STYLES = ("%B {d}, %Y", "{d} %B %Y", "%b. {d}", "%B {d} (%a)", "%B {d}", "%Y. {m}. {d}.", "%Y-%m-%d", "the {o}")


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph and what it is: "title", "point", "detail", "item", "note" or "plain"."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Text:
    """A release before it is set in a house style. `office` is a name for a folder."""

    year: int
    office: str
    header: list[str]
    blocks: list[Block]


@dataclass(frozen=True, slots=True)
class Somebody:
    """A person of the cast: "Bae Sol-mi", "Bae", "Director of the Port Bureau"."""

    name: str
    short: str
    post: str
    body: str


@cache
def vocabulary() -> dict[str, Any]:
    """The words; a string is a list with a space between its members, unless a name has one."""
    tables = tomllib.loads((HERE / "release_words.toml").read_text(encoding="utf-8"))
    return {
        table: {key: value.split() if isinstance(value, str) else value for key, value in entries.items()}
        for table, entries in tables.items()
    }


@cache
def own_blocks() -> list[str]:
    """The marked paragraphs of the gold releases, each with its file's name before a tab."""
    found = []
    for path in sorted((HERE / "gold").glob("*.gold.txt")):
        for line in path.read_text(encoding="utf-8").splitlines():
            text = _GLYPH.sub("", line).strip()
            if 60 < len(text) < 1_200 and not line.startswith("#") and text.count("[[") == text.count("]]"):
                found.append(f"{path.stem}\t{text}")
    return found


def compose(chance: Random, *, words: int) -> Text:
    """A release of about `words` words."""
    scene = Scene(chance)
    blocks = [Block("title", scene.say("title")), Block("point", scene.say("lead"))]
    size = sum(len(block.text.split()) for block in blocks)
    while size < words:
        block = scene.block()
        blocks.append(block)
        size += len(block.text.split())
    office = re.sub(r"[^a-z]+", "-", scene.ministry.lower()).removeprefix("ministry-of-")
    return Text(scene.issued.year, office[:24].strip("-"), scene.header(), blocks)


def ordinal(number: int) -> str:
    """22 as "22nd"; below a hundred."""
    return f"{number}{'th' if 10 < number < 20 else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"


@dataclass
class Scene:
    """Who and what one release is about. Whatever is chosen comes from `chance`, so that a seed fixes the text."""

    chance: Random
    issued: date = field(init=False)
    ministry: str = field(init=False)
    cast: list[Somebody] = field(init=False)
    initiatives: list[str] = field(init=False)
    parts: dict[str, Somebody] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.issued = date(2016, 1, 1) + timedelta(days=self.chance.randrange(3_600))
        self.ministry = self.pick("bodies", "ministries")
        self.cast = [self.somebody(high=not number) for number in range(self.chance.randint(3, 8))]
        self.initiatives = [self.initiative() for _ in range(self.chance.randint(2, 6))]

    def pick(self, table: str, key: str) -> str:
        return str(self.chance.choice(vocabulary()[table][key]))

    def somebody(self, *, high: bool) -> Somebody:
        body = self.ministry if high else self.unit()
        post = self.pick("posts", "high" if high else "middle")
        if self.chance.random() < 0.75:
            family = self.pick("names", "surnames")
            given = f"{self.pick('names', 'syllables').title()}-{self.pick('names', 'syllables')}"
            shown = family.upper() if self.chance.random() < 0.2 else family
            return Somebody(f"{shown} {given}", family, post, body)
        family = self.pick("names", "family")
        return Somebody(f"{self.pick('names', 'given')} {family}", family, post, body)

    def unit(self) -> str:
        return f"{self.pick('bodies', 'units')} {self.pick('bodies', 'units')} {self.pick('bodies', 'kinds')}"

    def initiative(self) -> str:
        words = [self.pick("initiatives", key) for key in ("adjectives", "nouns", "heads")]
        first = self.chance.choice(["", "", f"{self.issued.year} ", f"{ordinal(self.chance.randint(2, 33))} "])
        marks = self.pick("initiatives", "marks") or "  "
        return f"{marks[0]}{first}{' '.join(words)}{marks[1]}".strip()

    def place(self) -> str:
        return f"{self.pick('names', 'places')}{self.pick('names', 'places').lower()} {self.pick('names', 'regions')}"

    def day(self, low: int, high: int) -> str:
        return self.written(self.issued + timedelta(days=self.chance.randint(low, high)))

    def written(self, day: date) -> str:
        style = self.chance.choice(_DATE_STYLES)
        return day.strftime(style.format(d=day.day, m=day.month, o=ordinal(day.day)))

    def header(self) -> list[str]:
        """The lines above the title: who, what, when and whom to ask."""
        contact = f"Contact: {self.unit()}, {self.fill('person')} ({self.fill('phone')}, {self.fill('mail')})"
        label = self.chance.choice(["Date", "Date of release", "Embargo"])
        when = f"{label}: {self.issued:%B} {self.issued.day}, {self.issued.year}"
        full = [self.ministry, "PRESS RELEASE", "", when, contact]
        return self.chance.choice([full, [when, self.ministry], [self.ministry, when]])

    def block(self) -> Block:
        """The next paragraph."""
        if self.chance.random() < OWN_SHARE:
            return Block(self.chance.choice(["point", "detail", "detail"]), self.own())
        kind = self.chance.choices(["body", "quote", "note", "schedule"], [6, 3, 1, 2])[0]
        sentences = " ".join(self.say(kind) for _ in range(self.chance.choice([1, 2, 2, 3]) if kind == "body" else 1))
        shape = {"note": "note", "schedule": "item"}.get(kind) or self.chance.choice(["point", "detail", "detail"])
        return Block(shape, sentences)

    def say(self, kind: str) -> str:
        return self.filled(self.pick("sentences", kind))

    def filled(self, pattern: str) -> str:
        said = _SLOT.sub(lambda slot: self.fill(slot[1]), pattern)
        return said[:1].upper() + said[1:]

    def fill(self, slot: str) -> str:
        """What stands in the place of a slot."""
        return _SLOTS[slot](self)

    def verb(self) -> str:
        return self.pick("topics", "verbs")

    def words(self) -> str:
        said = self.say("words")
        return said if said.startswith("I ") else said[:1].lower() + said[1:]

    def quote(self) -> str:
        marks = self.chance.choice(["“”", "“”", '""', "‘’"])
        return f"{marks[0]}{self.say('words')}, and {self.words()}.{marks[1]}"

    def presented(self, who: Somebody) -> str:
        """A person with the post, before or after the name."""
        forms = ["{post} {name}", "{post} {short}", "{post} of the {body} {name}", "{name}, {post} of the {body},"]
        return self.chance.choice(forms).format(post=who.post, name=who.name, short=who.short, body=who.body)

    def own(self) -> str:
        """A paragraph of a gold release, with other names, days and figures."""
        release, text = self.chance.choice(own_blocks()).split("\t", 1)
        changed = _FIGURE.sub(lambda figure: str(int(figure[0]) + self.chance.randrange(9)), text)
        inner = ""
        while inner != changed:
            inner, changed = changed, _MARK.sub(lambda mark: self.instead(release, *mark.groups()), changed)
        return changed

    def instead(self, release: str, kind: str, about: str, text: str) -> str:
        """What stands for a marked stretch of a gold release."""
        if kind == "P":
            who = self.parts.setdefault(f"{release} {about}", self.chance.choice(self.cast))
            return who.name if " " in text else who.short
        if kind == "D" and _DAY.fullmatch(about):
            return self.day(-60, 60)
        if kind == "I" and text.istitle():
            return self.chance.choice(self.initiatives).strip("‘’'“”\"「」『』<>")
        return text


_SLOTS: dict[str, Callable[[Scene], str]] = {
    "ministry": lambda scene: scene.ministry,
    "head": lambda scene: f"{scene.cast[0].post} {scene.chance.choice([scene.cast[0].name, scene.cast[0].short])}",
    "person": lambda scene: scene.presented(scene.chance.choice(scene.cast)),
    "short": lambda scene: scene.chance.choice(["he", "she", *[each.short for each in scene.cast]]),
    "initiative": lambda scene: scene.chance.choice(scene.initiatives),
    "agency": lambda scene: scene.pick("bodies", "agencies"),
    "other": lambda scene: scene.pick("bodies", "others"),
    "unit": Scene.unit,
    "place": Scene.place,
    "date": lambda scene: scene.day(-9, 0),
    "past": lambda scene: scene.day(-200, -20),
    "future": lambda scene: scene.day(3, 300),
    "period": lambda scene: f"from {scene.day(1, 20)} to {scene.day(21, 50)}",
    "today": lambda scene: scene.pick("topics", "today"),
    "year": lambda scene: str(scene.issued.year + scene.chance.randint(1, 12)),
    "pastyear": lambda scene: str(scene.issued.year - scene.chance.randint(1, 9)),
    "number": lambda scene: f"{scene.chance.randrange(12, 10 ** scene.chance.randint(2, 6)):,}",
    "few": lambda scene: scene.pick("topics", "few"),
    "percent": lambda scene: f"{scene.chance.randrange(10, 990) / 10}",
    "amount": lambda scene: f"{scene.chance.randrange(20, 9_000) / 10} {scene.pick('topics', 'money')}",
    "phone": lambda scene: f"+82-{scene.chance.randrange(100, 999)}-{scene.chance.randrange(1_000, 9_999)}",
    "mail": lambda scene: f"{scene.cast[-1].short.lower().replace('’', '')}{scene.chance.randrange(9_999)}@korea.kr",
    "verb": Scene.verb,
    "done": lambda scene: scene.verb().rstrip("e") + "ed",
    "thing": lambda scene: scene.pick("topics", "things"),
    "Thing": lambda scene: scene.pick("topics", "things").capitalize(),
    "folk": lambda scene: scene.pick("topics", "people"),
    "words": Scene.words,
    "quote": Scene.quote,
    "quote_part": lambda scene: f"“{scene.words()}”",
}
