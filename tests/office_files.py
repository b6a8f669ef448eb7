"""Small sound files of every format, made in memory."""

import io
import struct
import zipfile
import zlib
from collections.abc import Iterable, Mapping

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
HP = 'xmlns:hp="http://www.hancom.co.kr/hwpml/2011/paragraph" xmlns:hs="http://www.hancom.co.kr/hwpml/2011/section"'
HH = 'xmlns:hh="http://www.hancom.co.kr/hwpml/2011/head"'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"


def make_zip(parts: Mapping[str, bytes | str]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return target.getvalue()


def word_parts(body: str, **others: str) -> dict[str, bytes | str]:
    """The parts of a DOCX with `body` (paragraphs as XML); `others` are parts of word/ by name, such as numbering."""
    relations = "".join(
        f'<Relationship Id="r{n}" Type="{OFFICE}/{name.rstrip("0123456789")}" Target="{name}.xml"/>'
        for n, name in enumerate(others)
    )
    parts: dict[str, bytes | str] = {
        "_rels/.rels": f'<Relationships xmlns="{RELATIONS}"><Relationship Id="r" Type="{OFFICE}/officeDocument" '
        f'Target="word/document.xml"/></Relationships>',
        "word/document.xml": f"<w:document {W}><w:body>{body}</w:body></w:document>",
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{RELATIONS}">{relations}</Relationships>',
    }
    return parts | {f"word/{name}.xml": content for name, content in others.items()}


def make_docx(body: str, **others: str) -> bytes:
    return make_zip(word_parts(body, **others))


def word_paragraph(text: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t xml:space='preserve'>{text}</w:t></w:r></w:p>"


def hancom_parts(body: str, header: str = "") -> dict[str, bytes | str]:
    return {
        "mimetype": "application/hwp+zip",
        "Contents/header.xml": f"<hh:head {HH}>{header}</hh:head>",
        "Contents/section0.xml": f"<hs:sec {HP}>{body}</hs:sec>",
    }


def make_hwpx(body: str, header: str = "") -> bytes:
    return make_zip(hancom_parts(body, header))


def hancom_paragraph(text: str, shape: int = 0) -> str:
    return f'<hp:p paraPrIDRef="{shape}"><hp:run><hp:t>{text}</hp:t></hp:run></hp:p>'


def record(tag: int, level: int, data: bytes) -> bytes:
    size = min(len(data), 0xFFF)
    head = struct.pack("<I", tag | level << 10 | size << 20)
    return head + (struct.pack("<I", len(data)) if size == 0xFFF else b"") + data


def hwp_paragraph(text: str, *, level: int = 0, shape: int = 0, controls: bytes = b"") -> bytes:
    head = struct.pack("<IIHBB", len(text), 0, shape, 0, 0) + bytes(12)
    return record(66, level, head) + record(67, level + 1, text.encode("utf-16-le")) + controls


def paragraph_shape(kind: int = 0, number: int = 0, level: int = 0) -> bytes:
    return record(
        25, 1, struct.pack("<I", kind << 23 | level << 25) + bytes(24) + struct.pack("<HHH", 0, number, 0) + bytes(20)
    )


def make_hwp(
    section: bytes,
    *,
    info: bytes = b"",
    flags: int = 1,
    folder: str = "BodyText",
    more: Mapping[str, bytes] | None = None,
) -> bytes:
    """A HWP 5 file; the streams are deflated where the flags say so."""

    def packed(stream: bytes) -> bytes:
        if not flags & 1:
            return stream
        deflate = zlib.compressobj(wbits=-zlib.MAX_WBITS)
        return deflate.compress(stream) + deflate.flush()

    head = b"HWP Document File".ljust(32, b"\0") + struct.pack("<II", 0x05010000, flags)
    streams = {"FileHeader": head.ljust(256, b"\0"), "DocInfo": packed(info), f"{folder}/Section0": packed(section)}
    return make_ole(streams | dict(more or {}))


END, FREE, FAT = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD


def make_ole(streams: Mapping[str, bytes]) -> bytes:
    """An OLE file; streams lie in ordinary sectors, for which each is padded to 4,096 bytes at least."""
    sectors: list[bytes] = []
    fat: list[int] = []

    def store(content: bytes) -> int:
        first = len(sectors)
        pieces = [content[place : place + 512].ljust(512, b"\0") for place in range(0, len(content), 512)]
        sectors.extend(pieces)
        fat.extend([*range(first + 1, first + len(pieces)), END])
        return first

    def entry(name: str, kind: int, right: int, child: int, start: int, size: int) -> bytes:
        text = (name + "\0").encode("utf-16-le")
        return (
            text.ljust(64, b"\0")
            + struct.pack("<HBBIII", len(text), kind, 1, FREE, right, child)
            + bytes(36)
            + struct.pack("<IQ", start, size)
        )

    folders = sorted({name.split("/")[0] for name in streams if "/" in name})
    top = [name for name in streams if "/" not in name] + folders
    rows: list[tuple[str, int, int, int, int, int]] = [("Root Entry", 5, FREE, 1, END, 0)]
    inner: list[str] = [name for name in streams if "/" in name]
    for place, name in enumerate(top):
        right = place + 2 if place + 1 < len(top) else FREE
        if name in folders:
            child = 1 + len(top) + next(n for n, path in enumerate(inner) if path.startswith(f"{name}/"))
            rows.append((name, 1, right, child, 0, 0))
        else:
            content = streams[name].ljust(4096, b"\0")
            rows.append((name, 2, right, FREE, store(content), len(content)))
    for place, name in enumerate(inner):
        folder = name.split("/")[0]
        more = place + 1 < len(inner) and inner[place + 1].startswith(f"{folder}/")
        content = streams[name].ljust(4096, b"\0")
        rows.append((name.split("/")[1], 2, 2 + len(top) + place if more else FREE, FREE, store(content), len(content)))
    directory = store(b"".join(entry(*row) for row in rows))
    fat_sectors = -(-(len(fat) + 128) // 128)
    first_fat = len(sectors)
    fat += [FAT] * fat_sectors
    table = struct.pack(f"<{len(fat)}I", *fat).ljust(fat_sectors * 512, b"\xff")
    header = (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".ljust(24, b"\0") + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    )
    header += struct.pack("<IIIIIIIII", 0, fat_sectors, directory, 0, 4096, END, 0, END, 0)
    header += struct.pack("<109I", *range(first_fat, first_fat + fat_sectors), *[FREE] * (109 - fat_sectors))
    return header + b"".join(sectors) + table


def make_pdf(pages: Iterable[Iterable[tuple[float, float, str]]], *, extra: str = "", size: int = 12) -> bytes:
    """A PDF with lines (x, y, text) on each page, in the order given; `extra` goes into every page's content."""
    objects: list[bytes] = [b"", b"", b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"]
    kids = []
    for lines in pages:
        drawn = "".join(f"BT /F {size} Tf {x} {y} Td ({text}) Tj ET\n" for x, y, text in lines)
        content = zlib.compress((extra + drawn).encode("latin-1"))
        objects.append(b"<</Length %d/Filter/FlateDecode>>stream\n%s\nendstream" % (len(content), content))
        kids.append(len(objects) + 1)
        objects.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 3 0 R>>>>/Contents %d 0 R>>"
            % len(objects)
        )
    objects[0] = b"<</Type/Catalog/Pages 2 0 R>>"
    objects[1] = b"<</Type/Pages/Count %d/Kids[%s]>>" % (len(kids), b" ".join(b"%d 0 R" % kid for kid in kids))
    return join_pdf(objects)


def join_pdf(objects: list[bytes], trailer: bytes = b"") -> bytes:
    """A PDF file of these objects, the first of which is its catalog."""
    out = bytearray(b"%PDF-1.7\n")
    places = []
    for number, content in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + b"".join(
        b"%010d 00000 n \n" % place for place in places
    )
    out += b"trailer<</Size %d/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, trailer, start)
    return bytes(out)
