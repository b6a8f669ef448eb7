"""Text as the page may show it: escaped, and with the characters spelled out that work without being seen."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

# Controls, and what turns the direction of writing ("trojan source"); a browser obeys them and shows nothing.
_UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")


@dataclass(frozen=True, slots=True)
class Piece:
    """The part of a record's place that one outline node holds, in code points of the node's text.

    `anchor` is the id of the place and stands on its first piece; `back`, on the last, is the id of the record's entry
    with the label and description of the link that leads there.
    """

    start: int
    end: int
    kind: str
    anchor: str | None
    back: tuple[str, str, str] | None


def shown(value: object) -> object:
    """A value for the page: "[U+202E]" stands for a character that only acts. Markup and numbers stay what they are."""
    if isinstance(value, str) and not isinstance(value, Markup):
        return _UNSEEN.sub(lambda match: f"[U+{ord(match[0]):04X}]", value)
    return value


def marked(text: str, pieces: Sequence[Piece]) -> Markup:
    """`text` with an element for each piece. Where two cross, the later one is closed and opened again."""
    out: list[str] = []
    stack: list[Piece] = []
    waiting = sorted(pieces, key=lambda piece: (piece.start, -piece.end))[::-1]
    reached = 0
    while waiting or stack:
        closing = min((piece.end for piece in stack), default=len(text))
        if waiting and waiting[-1].start < closing:
            piece = waiting.pop()
            out += [_escaped(text[reached : piece.start]), _open(piece)]
            reached = piece.start
            stack.append(piece)
            continue
        if not stack:
            break
        out.append(_escaped(text[reached:closing]))
        reached = closing
        _close(stack, closing, out)
    out.append(_escaped(text[reached:]))
    return Markup("".join(out))


def _close(stack: list[Piece], at: int, out: list[str]) -> None:
    """Close the pieces that end `at`, and reopen those that were inside them and go on."""
    lowest = next(depth for depth, piece in enumerate(stack) if piece.end <= at)
    inside = stack[lowest:]
    del stack[lowest:]
    for piece in reversed(inside):
        out += [_link(piece) if piece.end <= at else "", "</mark>"]
    for piece in inside:
        if piece.end > at:
            out.append(_open(piece, again=True))
            stack.append(piece)


def _open(piece: Piece, *, again: bool = False) -> str:
    anchor = f' id="{piece.anchor}"' if piece.anchor and not again else ""
    return f'<mark class="{piece.kind}"{anchor}>'


def _link(piece: Piece) -> str:
    if piece.back is None:
        return ""
    entry, label, description = piece.back
    # The label stands in an attribute, so that neither search nor copied text has it between the words.
    return f'<a class="tag" href="#{entry}" data-label="{label}" aria-label="{label}, {_escaped(description)}"></a>'


def _escaped(text: str) -> str:
    return str(escape(shown(text)))
