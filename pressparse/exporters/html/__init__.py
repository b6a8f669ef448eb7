"""The report: one self-contained page for eyes, with every record linked to its place in the text and back.

It asks nothing of the network and works with scripts off; its policy allows no script or style but its own.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Collection, Iterable
from importlib.resources import files
from typing import TYPE_CHECKING, BinaryIO

from pressparse import __version__
from pressparse.exporters import KINDS
from pressparse.exporters.html import page
from pressparse.exporters.html.text import shown

if TYPE_CHECKING:
    from pressparse.records import Failure, Release

SUFFIX = ".html"


def write(results: Iterable[Release | Failure], file: BinaryIO, *, kinds: Collection[str] = KINDS) -> None:
    """One page for all `results`, with the record types `kinds`. All of them are held in memory."""
    from jinja2 import Environment, StrictUndefined

    home = files(__name__)
    template, style, script = (
        home.joinpath(name).read_text(encoding="utf-8") for name in ("page.html", "report.css", "report.js")
    )
    # `finalize` sees every value before it is escaped, so that no text gets past it, attributes included.
    environment = Environment(
        autoescape=True, finalize=shown, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    model = page.build(results, kinds=kinds)
    pieces = environment.from_string(template).generate(
        page=model, style=style, script=script, version=__version__, policy=_policy(style=style, script=script)
    )
    for piece in pieces:
        file.write(piece.encode("utf-8", "backslashreplace"))


def _policy(*, style: str, script: str) -> str:
    def digest(text: str) -> str:
        return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"

    return (
        f"default-src 'none'; style-src {digest(style)}; script-src {digest(script)}; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )
