"""Gold releases: a text with inline marks such as `[[D:2020-06-30|June 30, 2020]]` becomes a text and its records."""

from __future__ import annotations

import re
from typing import Any

from pressparse.evaluation.likeness import letters

Record = dict[str, Any]

_TOKEN = re.compile(r"\[\[(?P<kind>[DPTQI]):(?P<arguments>[^|\[\]]*)\||(?P<close>\]\])")
_ISSUED = re.compile(r"issued=(\S+)")
_ISSUER = re.compile(r"issuer=(.+)")


class GoldError(ValueError):
    """A gold release whose marks do not fit together; the message names the mark."""


def read_gold(marked: str) -> tuple[str, Record]:
    """The plain text of a gold release and its records, shaped as in an export; raises GoldError.

    Lines that begin with "#" describe the release and its people, and are no part of the text.
    """
    body: list[str] = []
    gold: Record = {"issued": None, "issuer": None, "people": []} | {kind: [] for kind in _LISTS.values()}
    for line in marked.splitlines(keepends=True):
        if line.startswith("#person "):
            gold["people"].append(_person(line.removeprefix("#person ")))
        elif line.startswith("#release "):
            gold["issued"] = _first(_ISSUED, line)
            gold["issuer"] = _first(_ISSUER, line)
        elif not line.startswith("#"):
            body.append(line)
    text, marks = _unmark("".join(body))
    people = {person["id"]: person for person in gold["people"]}
    for kind, arguments, start, end in marks:
        _add(gold, people, kind, arguments, {"text": text[start:end], "start": start, "end": end})
    for person in gold["people"]:
        if not person["mentions"]:
            raise GoldError(f"the person {person['id']!r} is named nowhere in the text")
    return text, gold


_LISTS = {"D": "dates", "T": "titles", "Q": "quotes", "I": "initiatives"}


def _first(pattern: re.Pattern[str], line: str) -> str | None:
    match = pattern.search(line)
    return match[1].strip() if match else None


def _person(fields: str) -> Record:
    key, name, title, organization = ([field.strip() for field in fields.split("|")] + [""] * 3)[:4]
    return {"id": key, "name": name, "title": title or None, "organization": organization or None, "mentions": []}


def _unmark(body: str) -> tuple[str, list[tuple[str, list[str], int, int]]]:
    """The text without marks and, in the order in which they close, each mark's kind, arguments, start and end."""
    pieces: list[str] = []
    marks = []
    opened: list[tuple[str, list[str], int]] = []
    length = reached = 0
    for token in _TOKEN.finditer(body):
        if token["close"] and not opened:
            continue  # brackets of the release's own
        pieces.append(body[reached : token.start()])
        length += token.start() - reached
        reached = token.end()
        if token["close"]:
            kind, arguments, start = opened.pop()
            marks.append((kind, arguments, start, length))
        else:
            opened.append((token["kind"], token["arguments"].split(":", 1), length))
    if opened:
        raise GoldError(f"the mark {opened[-1][0]}:{':'.join(opened[-1][1])} is never closed")
    return "".join([*pieces, body[reached:]]), marks


def _add(gold: Record, people: dict[str, Record], kind: str, arguments: list[str], span: Record) -> None:
    key, rest = arguments[0], arguments[1] if len(arguments) > 1 else None
    names_person = kind == "P" or (kind == "T" and key) or (kind == "Q" and not key.startswith("@"))
    if names_person and key not in people:
        raise GoldError(f"the mark of {span['text']!r} is of an unknown person {key!r}")
    match kind:
        case "D":
            gold["dates"].append(span | {"value": ":".join(arguments)})
        case "P":
            people[key]["mentions"].append(span)
        case "T":
            gold["titles"].append(span | {"person": key or None, "organization": rest or None})
        case "Q":
            speaker = key[1:] if key.startswith("@") else people[key]["name"]
            gold["quotes"].append(span | {"speaker": speaker})
        case _:
            _add_initiative(gold["initiatives"], key, rest, span)


def _add_initiative(initiatives: list[Record], kind: str, key: str | None, span: Record) -> None:
    for known in initiatives:
        if letters(known["name"]) == letters(span["text"]) or (key and known["key"] == key):
            known["mentions"].append(span)
            return
    initiatives.append({"name": span["text"], "kind": kind, "key": key, "mentions": [span]})
