"""Words of the user's own, added to the lexicons from TOML files of the same shape before anything reads them.

[offices]
standing = ["harbourmaster"]

[initiatives.heads]
plan = ["masterplan"]
"""

from __future__ import annotations

import re
import sys
import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from pressparse import lexicons
from pressparse.errors import UsageError

SETTINGS = "pressparse.toml"
"""The file that the command line looks for in the working directory; its `lexicon` names more files beside it."""
EXTENDABLE = ("offices", "organizations", "initiatives", "speech", "names")
_WORD = re.compile(r"[^\W_](?:[^\W_]|[-&'’./+](?=[^\W_])){0,80}(?: [^\W_](?:[^\W_]|[-&'’./+](?=[^\W_])){0,80}){0,8}")
# Where the rules are that are made from words when they are imported.
_READERS_OF_WORDS = "pressparse.pipeline"

Keys = tuple[str, ...]
_used: set[tuple[Keys, str]] = set()
_files: dict[Path, None] = {}


def find_files(given: Iterable[str | Path], *, folder: Path | None = None) -> list[Path]:
    """The files to be used: `pressparse.toml` of `folder` (where there is one), what it names, and those `given`.

    Raises UsageError where `pressparse.toml` cannot be read.
    """
    found: list[Path] = []
    if folder is not None and (settings := folder / SETTINGS).is_file():
        names = _read(settings)[1].get("lexicon", [])
        if not _is_words(names):
            raise UsageError(f'{settings}: lexicon must be a list of file names, such as ["words.toml"].')
        found = [settings, *(folder / name for name in names)]
    return [*found, *map(Path, given)]


def use(files: Iterable[Path]) -> None:
    """Add the words of `files` to the lexicons of this process. It must come before the first release is parsed.

    Raises UsageError, with file, key and line, for what no lexicon has a place for.
    """
    files = list(files)
    found = [each for path in files for each in _Checker(path).found]
    added = [(keys, word, base) for keys, word, base in found if (keys, word) not in _used]
    if not added:
        return
    if _READERS_OF_WORDS in sys.modules:
        raise UsageError("Words can be added only before the first release is parsed; call use() earlier.")
    for keys, word, base in added:
        _add(keys, word, base)
        _used.add((keys, word))
    _files.update(dict.fromkeys(path.resolve() for path in files))


def files_in_use() -> list[Path]:
    """The files whose words this process has added, as absolute paths, for processes that are to do the same."""
    return list(_files)


def _read(path: Path) -> tuple[str, dict[str, Any]]:
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        raise UsageError(f"{path} cannot be opened ({error.strerror}); --lexicon takes a TOML file.") from None
    except UnicodeDecodeError:
        raise UsageError(f"{path} is not UTF-8; save it as UTF-8.") from None
    try:
        return text, tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise UsageError(f"{path} is not TOML: {error}.") from None


class _Checker:
    """One file held against the lexicons: `found` has each word with its keys and the lexicon's own entry there."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._text, tables = _read(path)
        self.found: list[tuple[Keys, str, Any]] = []
        for name, given in tables.items():
            if name == "lexicon" and path.name == SETTINGS:
                continue
            if name not in EXTENDABLE:
                raise self._refusal((name,), f"is no lexicon that can be added to; there are {', '.join(EXTENDABLE)}")
            self._look((name,), given, lexicons.load(name))

    def _look(self, keys: Keys, given: Any, base: Any) -> None:
        if not isinstance(base, dict):
            self._look_at_words(keys, given, base)
            return
        if not isinstance(given, dict):
            raise self._refusal(keys, f"is a table; it has {_names(base)}")
        for name, inner in given.items():
            if name not in base:
                raise self._refusal((*keys, name), f"is nothing that the lexicon knows; there are {_names(base)}")
            self._look((*keys, name), inner, base[name])

    def _look_at_words(self, keys: Keys, given: Any, base: Any) -> None:
        words = given.split() if isinstance(given, str) else given
        if not isinstance(base, str | list) or not _is_words(words):
            raise self._refusal(keys, "must be a list of words")
        for word in words:
            if not _WORD.fullmatch(word):
                raise self._refusal(keys, f"has {word!r}, which is no word or phrase", word)
            if isinstance(base, str) and " " in word:
                raise self._refusal(keys, f"takes single words, not {word!r}", word)
            self.found.append((keys, word, base))

    def _refusal(self, keys: Keys, why: str, word: str | None = None) -> UsageError:
        return UsageError(f"{self._path}, line {_line(self._text, keys, word)}: {'.'.join(keys)} {why}.")


def _is_words(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(word, str) for word in value)


def _names(table: dict[str, Any]) -> str:
    return ", ".join(list(table)[:20])


def _line(text: str, keys: Keys, word: str | None) -> int:
    """The line, from 1, where `keys` (or under it `word`) stands; tomllib does not tell."""
    table: Keys = ()
    own: Keys = ()
    reached = 1
    for number, line in enumerate(text.split("\n"), start=1):
        if header := re.match(r"\s*\[\s*([\w\s.\"'-]+?)\s*\]", line):
            table = tuple(part.strip(" \"'") for part in header[1].split("."))
            own = table
        elif key := re.match(r"\s*([\w.\"'-]+)\s*=", line):
            own = (*table, *(part.strip("\"'") for part in key[1].split(".")))
        elif word is None or own[: len(keys)] != keys:
            continue
        if own[: len(keys)] == keys and (word is None or word in line):
            return number
        if own == keys[: len(own)]:
            reached = number
    return reached


def _add(keys: Keys, word: str, base: Any) -> None:
    """Put `word` into the lexicon, in small letters where all of its neighbours are."""
    table = lexicons.load(keys[0])
    for key in keys[1:-1]:
        table = table[key]
    neighbours = base.split() if isinstance(base, str) else base
    if all(each == each.lower() for each in neighbours if isinstance(each, str)):
        word = word.lower()
    # In place: `load` hands the same tables to everybody.
    entry = table[keys[-1]]
    table[keys[-1]] = f"{entry} {word}" if isinstance(entry, str) else [*entry, word]
