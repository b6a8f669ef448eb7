"""Write a folder of varied releases to measure on: the same bytes for the same seed, and hardly a text twice.

    python benchmarks/releases.py OUT --count 5000 --seed 1 [--broken 0.03]

Sizes have a long tail, as those of real releases have: half are under 480 words, one in a hundred is over 2,500. The
texts are recombined from the marked releases of benchmarks/gold, with other names, dates and figures, and from a
grammar over benchmarks/release_words.toml. They lie in a folder for each year and office, as text, HTML and DOCX, in
several house styles. Broken files have a name that says so (`000042-broken-cut-zip.docx`) and can't be read.
"""

from __future__ import annotations

import argparse
import html
import io
import struct
import sys
import textwrap
import zipfile
from collections.abc import Callable
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).resolve().parent))  # also where this file is loaded as a module

from release_texts import Block, Text, compose

MEDIAN_WORDS, SPREAD = 450, 0.75
LEAST_WORDS, MOST_WORDS = 100, 8_000
FORMATS = {"text": 78, "html": 12, "docx": 10}
ENCODINGS = {"utf-8": 90, "utf-8-sig": 6, "utf-16": 4}
GLYPHS = {
    "korean": {"point": "□ ", "detail": " ㅇ ", "item": "  - ", "note": "   * "},
    "circles": {"point": "□\t", "detail": "○\t", "item": "-\t", "note": "※ "},
    "stars": {"point": "* ", "detail": "  - ", "item": "    · ", "note": "  ※ "},
    "plain": {"point": "", "detail": "", "item": "- ", "note": "Note: "},
    "shapes": {"point": "❍ ", "detail": "  ▲ ", "item": "   • ", "note": "   ※ "},
}
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def write_releases(
    folder: Path | str, *, count: int = 5000, seed: int | str = 1, broken: float = 0.0, only: str | None = None
) -> list[Path]:
    """Write `count` files below `folder` and return their paths, sorted.

    The share `broken` of them can't be read; `only` ("text", "html", "docx") keeps the sound ones to one format. A file
    depends on the seed and on its number alone, so that a longer run begins with the files of a shorter one.
    """
    unreadable = set(Random(f"{seed} broken").sample(range(count), round(count * broken)))
    paths = []
    for number in range(count):
        chance = Random(f"{seed} {number}")
        text = compose(chance, words=_size(chance))
        kind = only or _weighted(chance, FORMATS)
        suffix, data = FILES[kind](chance, text)
        name = f"{number:06}{suffix}"
        if number in unreadable:
            kind, (suffix, make) = chance.choice(sorted(BROKEN.items()))
            name, data = f"{number:06}-broken-{kind}{suffix}", make(chance, text)
        path = Path(folder, str(text.year), text.office, name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        paths.append(path)
    return sorted(paths)


def _size(chance: Random) -> int:
    """How many words: a long tail about the median."""
    return min(max(round(chance.lognormvariate(0, SPREAD) * MEDIAN_WORDS), LEAST_WORDS), MOST_WORDS)


def _weighted(chance: Random, weights: dict[str, int]) -> str:
    return chance.choices(list(weights), list(weights.values()))[0]


def lines(chance: Random, text: Text) -> list[str]:
    """The release as lines in one of the house styles."""
    style = chance.choice(["numbered", "wrapped", *GLYPHS, *GLYPHS])
    number = 0
    made = [*text.header, ""]
    for block in text.blocks:
        if style == "numbered" and block.kind in ("point", "detail"):
            number += 1
            made += [f"{number}       {block.text}", ""]
        elif style == "wrapped":
            made += [*textwrap.wrap(block.text, 78, initial_indent="  * " if block.kind == "item" else ""), ""]
        else:
            made += _with_glyph(block, GLYPHS.get(style, GLYPHS["plain"]))
    return made


def _with_glyph(block: Block, glyphs: dict[str, str]) -> list[str]:
    return [glyphs.get(block.kind, "") + block.text, *([""] if block.kind == "point" else [])]


def as_text(chance: Random, text: Text) -> tuple[str, bytes]:
    """A text file, now and then in another encoding or with the line ends of Windows."""
    end = chance.choices(["\n", "\r\n"], [9, 1])[0]
    return ".txt", (end.join(lines(chance, text)) + end).encode(_weighted(chance, ENCODINGS))


def as_html(chance: Random, text: Text) -> tuple[str, bytes]:
    """A page with its furniture, as a ministry's site has it."""
    paragraphs = "\n".join(f"<p>{html.escape(line)}</p>" for line in lines(chance, text) if line)
    links = "".join(f'<li><a href="/news/{chance.randrange(10**6)}">Release</a></li>' for _ in range(12))
    page = f"<nav><ul>{links}</ul></nav><article>{paragraphs}</article><footer>© {text.year}</footer>"
    head = f'<head><meta charset="utf-8"><title>{html.escape(text.header[0])}</title></head>'
    return ".html", f"<!DOCTYPE html><html>{head}<body>{page}</body></html>".encode()


def as_docx(chance: Random, text: Text) -> tuple[str, bytes]:
    """A Word document with a paragraph for each line."""
    runs = (f"<w:r><w:t xml:space='preserve'>{html.escape(line)}</w:t></w:r>" for line in lines(chance, text))
    body = "".join(f"<w:p>{run}</w:p>" for run in runs)
    target = "word/document.xml"
    parts = {
        "_rels/.rels": f'<Relationships xmlns="{RELATIONS}"><Relationship Id="r" Type="{OFFICE}/officeDocument" '
        f'Target="{target}"/></Relationships>',
        target: f"<w:document {W}><w:body>{body}</w:body></w:document>",
    }
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as package:
        for name, part in parts.items():
            # An entry by name alone would carry the time of day.
            package.writestr(zipfile.ZipInfo(name), part, zipfile.ZIP_DEFLATED)
    return ".docx", file.getvalue()


FILES: dict[str, Callable[[Random, Text], tuple[str, bytes]]] = {"text": as_text, "html": as_html, "docx": as_docx}


def _locked(data: bytes) -> bytes:
    """A package whose entries say that they are enciphered."""
    locked = bytearray(data)
    for signature, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = locked.find(signature)
        while place >= 0:
            struct.pack_into("<H", locked, place + flags, struct.unpack_from("<H", locked, place + flags)[0] | 1)
            place = locked.find(signature, place + 4)
    return bytes(locked)


BROKEN: dict[str, tuple[str, Callable[[Random, Text], bytes]]] = {
    "empty": (".txt", lambda chance, text: b""),
    "blank": (".txt", lambda chance, text: b" \r\n\t\n" * chance.randrange(1, 500)),
    "noise": (".txt", lambda chance, text: chance.randbytes(chance.randrange(2_000, 20_000))),
    "program": (".txt", lambda chance, text: b"\x7fELF\x02\x01\x01" + chance.randbytes(4_000)),
    "encoding": (".txt", lambda chance, text: as_text(chance, text)[1].decode("latin-1").encode("utf-32-be")[1:]),
    "picture": (".html", lambda chance, text: b"\x89PNG\r\n\x1a\n" + chance.randbytes(400)),
    "rich": (".docx", lambda chance, text: b"{\\rtf1 " + text.header[0].encode("ascii", "replace") + b"}"),
    "cut-zip": (".docx", lambda chance, text: as_docx(chance, text)[1][: chance.randrange(100, 700)]),
    "locked": (".docx", lambda chance, text: _locked(as_docx(chance, text)[1])),
    "hancom": (".hwp", lambda chance, text: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + chance.randbytes(3_000)),
    "pages": (".pdf", lambda chance, text: b"%PDF-1.7\n" + chance.randbytes(3_000)),
}


def main() -> None:
    """Write the folder that is asked for, and say how much is in it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--count", type=int, default=5000)
    parser.add_argument("--seed", default="1")
    parser.add_argument("--broken", type=float, default=0.0, metavar="SHARE", help="this share can't be read")
    parser.add_argument("--only", choices=sorted(FILES), help="the sound ones in one format")
    asked = parser.parse_args()
    paths = write_releases(asked.folder, count=asked.count, seed=asked.seed, broken=asked.broken, only=asked.only)
    size = sum(path.stat().st_size for path in paths)
    print(f"{len(paths):,} files, {size / 1e6:.1f} MB, in {asked.folder}")


if __name__ == "__main__":
    main()
