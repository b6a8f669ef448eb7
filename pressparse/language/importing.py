"""spaCy without its command line, which takes two fifths of the time of `import spacy` and is asked for by nobody here.

spaCy imports its commands (and with them an HTTP client and a project tool) for the one function `spacy.info`. They
stay where they are: `spacy.info`, `spacy.cli` and `import spacy.cli` work as ever, and cost that time when first asked.
This reaches into how spaCy is built, so only processes that are ours alone do it: who imports the library has spaCy
imported as anywhere.
"""

from __future__ import annotations

import importlib
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType
from typing import Any

_COMMANDS = ("spacy.cli", "spacy.cli.info")
_spares_commands = False


def spare_commands() -> None:
    """Let `import_spacy` leave the commands out, in a process that is ours alone."""
    global _spares_commands
    _spares_commands = True


def import_spacy() -> Any:
    """The package; raises ImportError where it is not installed."""
    if not _spares_commands or "spacy" in sys.modules or _COMMANDS[0] in sys.modules:
        return importlib.import_module("spacy")
    try:
        with _stand_ins():
            spacy: Any = importlib.import_module("spacy")
    except ImportError:  # a spaCy that asks for more of its commands
        return importlib.import_module("spacy")
    spacy.__getattr__ = _attribute
    return spacy


@contextmanager
def _stand_ins() -> Iterator[None]:
    """Empty modules in the places of the commands, as long as the block lasts."""
    package, module = map(ModuleType, _COMMANDS)
    package.__path__ = []
    module.info = _info  # type: ignore[attr-defined]
    sys.modules |= dict(zip(_COMMANDS, (package, module), strict=True))
    try:
        yield
    finally:
        for name in _COMMANDS:
            sys.modules.pop(name, None)


def _info(*arguments: Any, **options: Any) -> Any:
    return importlib.import_module("spacy.cli.info").info(*arguments, **options)


def _attribute(name: str) -> Any:
    if name == "cli":
        return importlib.import_module("spacy.cli")
    raise AttributeError(f"module 'spacy' has no attribute {name!r}")
