"""Damaged and hostile files, each with what may come of it: a text that it must hold, or the types of error allowed.

`python -m tests.bad_files FOLDER` writes them out, to be given to any program that reads documents.
"""

import io
import random
import struct
import sys
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.office_files import (
    END,
    W,
    hancom_paragraph,
    hancom_parts,
    hwp_paragraph,
    join_pdf,
    make_docx,
    make_hwp,
    make_hwpx,
    make_ole,
    make_pdf,
    make_zip,
    paragraph_shape,
    record,
    word_paragraph,
    word_parts,
)

TEXT = "The plan was announced on March 3"
ENTITIES = (
    "<!DOCTYPE d ["
    + '<!ENTITY a "ha">'
    + "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9))
    + "]>"
)


@dataclass(frozen=True)
class BadFile:
    """`holds` is a text that a reading must have in it; `errors` are the types that may be raised instead."""

    name: str
    data: bytes
    errors: frozenset[str] = frozenset()
    holds: str = ""


def bad(name: str, data: bytes, *errors: str, holds: str = "") -> BadFile:
    return BadFile(name, data, frozenset(errors), holds)


def sound() -> dict[str, bytes]:
    """A sound file of each format that is not text."""
    return {
        "docx": make_docx("".join(word_paragraph(f"□ {TEXT} {n}") for n in range(40))),
        "hwpx": make_hwpx("".join(hancom_paragraph(f"□ {TEXT} {n}") for n in range(40))),
        "hwp": make_hwp(b"".join(hwp_paragraph(f"□ {TEXT} {n}") for n in range(40)), info=paragraph_shape()),
        "pdf": make_pdf([[(72, 760 - 20 * n, f"{TEXT} {n}") for n in range(30)]]),
        "html": "".join(["<html><body>", *[f"<p>□ {TEXT} {n}</p>" for n in range(40)], "</body></html>"]).encode(),
    }


ANY = frozenset(
    {"damaged", "unreadable", "unsupported-format", "encrypted", "no-text"}
    | {"limit-exceeded", "reader-crashed", "reader-timeout", "empty"}
)


def all_files() -> Iterator[BadFile]:
    """Every file of the suite; the same bytes on every run."""
    yield from mutants()
    yield from texts()
    yield from packages()
    yield from hancom()
    yield from pdfs()
    yield from pages()


def mutants(each: int = 8) -> Iterator[BadFile]:
    """Cut off, with flipped bits, and garbage after the right magic; whatever is read of them must be read in time."""
    chance = random.Random(6)
    for kind, data in sound().items():
        for n in range(each):
            yield BadFile(f"cut-{n}.{kind}", data[: len(data) * (n + 1) // (each + 1)], ANY)
            flipped = bytearray(data)
            for _ in range(4**n % 257 + 1):
                flipped[chance.randrange(len(flipped))] ^= 1 << chance.randrange(8)
            yield BadFile(f"flipped-{n}.{kind}", bytes(flipped), ANY)
        yield BadFile(f"garbage.{kind}", data[:8] + chance.randbytes(5000), ANY)
        yield BadFile(f"magic-only.{kind}", data[:8], ANY)
        yield bad(f"wrong-suffix-{kind}.txt", data, holds=TEXT)


def texts() -> Iterator[BadFile]:
    chance = random.Random(7)
    yield bad("empty.txt", b"", "empty")
    yield bad("blank.txt", b" \r\n\t\n" * 100, "empty")
    yield bad("noise.txt", chance.randbytes(20_000), "unreadable")
    yield bad("zeros.txt", bytes(20_000), "empty")
    yield bad("program.txt", b"\x7fELF\x02\x01\x01" + chance.randbytes(4000), "unreadable")
    yield bad("picture.txt", b"\x89PNG\r\n\x1a\n" + chance.randbytes(400), "unsupported-format")
    yield bad("letter.txt", b"{\\rtf1 " + TEXT.encode() + b"}", "unsupported-format")
    yield bad("one-line.txt", TEXT.encode() + b" a" * 1_000_000, holds=TEXT)
    yield bad("long.txt", b"a line\n" * 800_000, "limit-exceeded")
    yield bad("cut-utf8.txt", (TEXT + " 차관").encode()[:-1], holds=TEXT)
    yield bad("marks.txt", ("□" * 300_000).encode(), holds="□")


def packages() -> Iterator[BadFile]:
    paragraph = word_paragraph(TEXT)
    yield bad(
        "zip-bomb.docx", make_zip(word_parts(paragraph) | {"word/document.xml": b" " * (64 << 20)}), "limit-exceeded"
    )
    bomb = word_parts(paragraph) | {f"word/part{n}.xml": b"<a>" + b" " * (30 << 20) + b"</a>" for n in range(5)}
    yield bad("many-bombs.docx", make_zip(bomb), holds=TEXT)
    yield bad(
        "claims-small.docx",
        _understated(make_zip({"word/document.xml": b"<a>" + b" " * (40 << 20)})),
        "limit-exceeded",
        "damaged",
    )
    yield bad(
        "entries.docx", make_zip(word_parts(paragraph) | {f"junk/{n}": b"" for n in range(2_100)}), "limit-exceeded"
    )
    yield bad(
        "entities.docx",
        _document(f"{ENTITIES}<w:document {W}><w:body>{word_paragraph('&j;')}</w:body></w:document>"),
        "damaged",
    )
    secret = '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    yield bad(
        "xxe.docx",
        _document(f"{secret}<w:document {W}><w:body>{word_paragraph('&x;')}</w:body></w:document>"),
        "damaged",
    )
    yield bad("xxe-utf16.docx", _document((secret + f"<w:document {W}/>").encode("utf-16")), "damaged")
    climbing = word_parts(paragraph)
    climbing["_rels/.rels"] = str(climbing["_rels/.rels"]).replace("word/document.xml", "../../../../etc/passwd")
    yield bad("traversal.docx", make_zip(climbing | {"../../../../tmp/pressparse-was-here": b"x"}), holds=TEXT)
    deep = "<w:tbl><w:tr><w:tc>" * 2_000 + paragraph + "</w:tc></w:tr></w:tbl>" * 2_000
    yield bad("deep.docx", make_docx(deep), "damaged", "limit-exceeded")
    nested = "<w:tbl><w:tr><w:tc>" * 40 + paragraph + "</w:tc></w:tr></w:tbl>" * 40
    yield bad("nested.docx", make_docx(nested), holds=TEXT)
    wrapped = "<w:ins>" * 60_000 + "</w:ins>" * 60_000
    yield bad("wrapped.docx", make_docx(wrapped + paragraph), "damaged", "limit-exceeded")
    loop = "".join(
        f'<w:style w:styleId="{one}" w:type="paragraph"><w:basedOn w:val="{other}"/></w:style>'
        for one, other in ("ab", "ba")
    )
    yield bad(
        "style-loop.docx",
        make_docx(word_paragraph(TEXT, '<w:pStyle w:val="a"/>'), styles=f"<w:styles {W}>{loop}</w:styles>"),
        holds=TEXT,
    )
    call = '<w:p><w:r><w:footnoteReference w:id="1"/><w:t>x</w:t></w:r></w:p>'
    note = f'<w:footnotes {W}><w:footnote w:id="1">{call}</w:footnote></w:footnotes>'
    yield bad(
        "note-in-itself.docx",
        make_docx(call, footnotes=note),
        "limit-exceeded",
    )
    yield bad("locked.docx", _locked(make_docx(paragraph)), "encrypted")
    yield bad(
        "locked-office.docx", make_ole({"EncryptedPackage": bytes(5000), "EncryptionInfo": bytes(300)}), "encrypted"
    )
    yield bad("old.doc", make_ole({"WordDocument": bytes(5000)}), "unsupported-format")
    yield bad("bytes.zip", make_zip({"a.txt": TEXT}), "unsupported-format")
    yield bad("nothing.zip", make_zip({}), "unsupported-format")
    yield bad(
        "sheets.xlsx", make_zip({**word_parts(paragraph), "word/document.xml": "<workbook/>"}), "unsupported-format"
    )
    yield bad("no-body.docx", _document(f"<w:document {W}/>"), "damaged")
    yield bad("no-text.docx", make_docx("<w:p/>"), "no-text")
    yield bad("no-xml.docx", _document("this is not XML"), "damaged")
    yield bad(
        "self.hwpx", make_zip({**hancom_parts("<hp:p/>"), "META-INF/manifest.xml": "<encryption-data/>"}), "encrypted"
    )
    yield bad("no-section.hwpx", make_zip({"mimetype": "application/hwp+zip"}), "damaged")
    deep = (
        "<hp:p><hp:run><hp:tbl><hp:tr><hp:tc><hp:subList>" * 500
        + "</hp:subList></hp:tc></hp:tr></hp:tbl></hp:run></hp:p>" * 500
    )
    yield bad("deep.hwpx", make_hwpx(deep), "damaged", "limit-exceeded")
    entity = f"{ENTITIES}<sec>&j;</sec>"
    yield bad("entities.hwpx", make_zip({**hancom_parts(""), "Contents/section0.xml": entity}), "damaged")


def hancom() -> Iterator[BadFile]:
    text = hwp_paragraph(TEXT)
    yield bad("hwp3.hwp", b"HWP Document File V3.00 \x1a\x01\x02\x03\x04\x05" + bytes(900), "unsupported-format")
    yield bad("password.hwp", make_hwp(text, flags=3), "encrypted")
    yield bad("drm.hwp", make_hwp(text, flags=1 | 1 << 4), "encrypted")
    yield bad("distribution-without-key.hwp", make_hwp(text, flags=5, folder="ViewText"), "damaged", "encrypted")
    yield bad("plain.hwp", make_hwp(text, flags=0), holds=TEXT)
    yield bad("bomb.hwp", make_hwp(record(66, 0, bytes(40 << 20))), "limit-exceeded")
    yield bad("records.hwp", make_hwp(record(66, 0, b"") * 600_000), "limit-exceeded")
    yield bad(
        "deep.hwp", make_hwp(b"".join(record(71, level, b" lbt") for level in range(1000)) + text), "limit-exceeded"
    )
    yield bad("long-record.hwp", make_hwp(struct.pack("<II", 67 | 0xFFF << 20, 0x7FFFFFFF) + b"x" * 100), "damaged")
    yield bad(
        "short-records.hwp",
        make_hwp(b"".join(record(tag, level, b"\1") for tag in range(16, 99) for level in (0, 1, 2)) + text),
        holds=TEXT,
    )
    yield bad("controls.hwp", make_hwp(hwp_paragraph("".join(map(chr, range(32))) + TEXT)), holds=TEXT)
    yield bad("no-section.hwp", make_hwp(text, folder="Nothing"), "damaged")
    yield bad("name-of-a-file.hwp", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1/etc/passwd", "damaged")
    yield bad("no-document.hwp", make_ole({"Other": b"x"}), "unsupported-format")
    cyclic = bytearray(make_hwp(text))
    fat = struct.unpack_from("<I", cyclic, 76)[0]
    for entry in range(128):
        if struct.unpack_from("<I", cyclic, 512 * (fat + 1) + 4 * entry)[0] == END:
            struct.pack_into("<I", cyclic, 512 * (fat + 1) + 4 * entry, 0)
    yield bad("cyclic.hwp", bytes(cyclic), "damaged", holds=TEXT)
    tree = bytearray(make_hwp(text))
    directory = 512 * (struct.unpack_from("<I", tree, 48)[0] + 1)
    for entry in range(4):
        struct.pack_into("<III", tree, directory + 128 * entry + 68, 1, 1, 1)
    yield bad("tree-loop.hwp", bytes(tree), "damaged", "unsupported-format")


def pdfs() -> Iterator[BadFile]:
    lines = [[(72, 700, TEXT)]]
    data = make_pdf(lines)
    font = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
    yield bad("scan.pdf", make_pdf([[]], extra="0 0 100 100 re f\n"), "no-text")
    yield bad("no-pages.pdf", make_pdf([]), "no-text", "damaged")
    kids = join_pdf([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Count 3/Kids[2 0 R 2 0 R 2 0 R]>>"])
    yield bad("self.pdf", kids, "no-text", "damaged", "reader-crashed")
    counted = data.replace(b"/Count 1/", b"/Count 100000/")
    yield bad("counts-100000.pdf", counted, "limit-exceeded", "damaged")
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>"
    many = [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Count 100000/Kids[%s]>>" % (b"3 0 R " * 100_000), page]
    yield bad("pages-100000.pdf", join_pdf(many), "limit-exceeded", "damaged")
    bomb = zlib.compress(b"BT /F 9 Tf (x) Tj ET\n" * 3_000_000, 9)
    yield bad(
        "bomb.pdf", _one_page(bomb, font), "limit-exceeded", "reader-crashed", "reader-timeout", "no-text", "damaged"
    )
    nest = zlib.compress(b"q " * 2_000_000, 9)
    yield bad(
        "nest.pdf", _one_page(nest, font), "no-text", "reader-crashed", "reader-timeout", "damaged", "limit-exceeded"
    )
    arrays = join_pdf([b"<</Type/Catalog/Pages 2 0 R/A " + b"[" * 100_000 + b">>", b"<</Type/Pages/Count 0/Kids[]>>"])
    yield bad("arrays.pdf", arrays, "no-text", "damaged", "reader-crashed")
    form = b"<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 3 0 R>>>>"
    form += b"/Length 5>>stream\n/X Do\nendstream"
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Resources<</XObject<</X 3 0 R>>>>/Contents 5 0 R>>"
    call = b"<</Length 5>>stream\n/X Do\nendstream"
    tree = b"<</Type/Pages/Count 1/Kids[4 0 R]>>"
    yield bad(
        "form-in-itself.pdf",
        join_pdf([b"<</Type/Catalog/Pages 2 0 R>>", tree, form, page, call]),
        "no-text",
        "damaged",
        "reader-crashed",
    )
    lock = b"/ID[<00><00>]/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<" + b"5a" * 32 + b">/U<" + b"a5" * 32 + b">>>"
    yield bad("password.pdf", data.replace(b"/Root 1 0 R", b"/Root 1 0 R" + lock), "encrypted")
    yield bad("xref-loop.pdf", data.replace(b"/Root 1 0 R", b"/Root 1 0 R/Prev %d" % data.index(b"xref\n")), holds=TEXT)


def pages() -> Iterator[BadFile]:
    paragraph = f"<p>{TEXT}</p>".encode()
    yield bad(
        "deep.html", b"<html>" + b"<div>" * 100_000 + paragraph, "limit-exceeded", "no-text", "damaged", holds=TEXT
    )
    yield bad(
        "inline.html", b"<html>" + b"<b>" * 200_000 + paragraph, "limit-exceeded", "no-text", "damaged", holds=TEXT
    )
    yield bad(
        "tables.html",
        b"<html>" + b"<table><tr><td>" * 5_000 + paragraph,
        "limit-exceeded",
        "no-text",
        "damaged",
        holds=TEXT,
    )
    yield bad(
        "xxe.html", b'<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]><p>&x;</p>' + paragraph, holds=TEXT
    )
    yield bad("lies.html", b'<html><meta charset="utf-16"><body>' + paragraph, holds=TEXT)
    yield bad("nonsense-charset.html", b'<html><meta charset="no-such-thing"><body>' + paragraph, holds=TEXT)
    yield bad("attributes.html", b"<html><body " + b'a="b" ' * 200_000 + b">" + paragraph, holds=TEXT)
    yield bad("only-script.html", b"<html><script>var a = 1</script></html>", "no-text")
    yield bad("lists.html", b"<html>" + b"<ul><li>" * 200 + paragraph, "limit-exceeded", holds=TEXT)


def _document(document: bytes | str) -> bytes:
    return make_zip(word_parts("") | {"word/document.xml": document})


def _one_page(packed: bytes, font: bytes) -> bytes:
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 5 0 R>>>>/Contents 4 0 R>>"
    content = b"<</Length %d/Filter/FlateDecode>>stream\n%s\nendstream" % (len(packed), packed)
    return join_pdf([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Count 1/Kids[3 0 R]>>", page, content, font])


def _understated(data: bytes) -> bytes:
    """A ZIP whose directory says that each part unpacks to 100 bytes."""
    changed = bytearray(data)
    place = changed.find(b"PK\x01\x02")
    while place >= 0:
        struct.pack_into("<I", changed, place + 24, 100)
        place = changed.find(b"PK\x01\x02", place + 4)
    return bytes(changed)


def _locked(data: bytes) -> bytes:
    """A ZIP whose parts are marked as encrypted."""
    changed = bytearray(data)
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        places = [entry.header_offset + 6 for entry in package.infolist()]
    place = changed.find(b"PK\x01\x02")
    while place >= 0:
        places.append(place + 8)
        place = changed.find(b"PK\x01\x02", place + 4)
    for flags in places:
        changed[flags] |= 1
    return bytes(changed)


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for file in all_files():
        (folder / file.name).write_bytes(file.data)
