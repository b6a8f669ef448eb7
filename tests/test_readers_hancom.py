"""HWP 5 and HWPX: the same paragraphs, heads, tables and notes from either format."""

from __future__ import annotations

import struct
import sys
import zlib

import pytest

from pressparse.errors import EncryptedInput
from pressparse.readers import Limits, numerals, read_bytes, worker
from pressparse.source import Location
from tests.office_files import hancom_paragraph as p
from tests.office_files import hwp_paragraph, make_hwp, make_hwpx, paragraph_shape, record

CTRL_HEADER, LIST_HEADER, SHAPE, TABLE = 71, 72, 76, 77


def hwpx(body: str, header: str = "") -> list[str]:
    return read_bytes(make_hwpx(body, header), path="a.hwpx").text.rstrip("\n").split("\n")


def hwp(section: bytes, info: bytes = b"") -> list[str]:
    return read_bytes(make_hwp(section, info=info), path="a.hwp").text.rstrip("\n").split("\n")


LEVELS = [("^1.", 0, "DIGIT"), ("^2.", 8, "HANGUL_SYLLABLE"), ("(^3)", 0, "DIGIT"), ("^4", 1, "CIRCLED_DIGIT")]
# (kind, list, level) of the paragraph shapes below, and of the paragraphs that have them.
SHAPES = [
    ("NONE", 0, 0),
    ("BULLET", 1, 0),
    ("BULLET", 2, 0),
    *(("NUMBER", 1, depth) for depth in range(4)),
    ("OUTLINE", 0, 0),
]
PARAGRAPHS = [
    (0, "plain"),
    (1, "a"),
    (2, "b"),
    (3, "c"),
    (4, "d"),
    (4, "e"),
    (5, "f"),
    (3, "g"),
    (4, "h"),
    (6, "i"),
    (1, ""),
]
HEADED = ["plain", "□ a", "▪ b", "1. c", "가. d", "나. e", "(1) f", "2. g", "가. h", "① i"]


def test_heads_in_hwpx() -> None:
    heads = "".join(
        f'<hh:paraHead level="{n}" start="1" numFormat="{name}">{text}</hh:paraHead>'
        for n, (text, _, name) in enumerate(LEVELS, start=1)
    )
    header = f'<hh:bullet id="1" char="□"/><hh:bullet id="2" char="\uf0a7"/><hh:numbering id="1">{heads}</hh:numbering>'
    for number, (kind, of, level) in enumerate(SHAPES):
        header += f'<hh:paraPr id="{number}"><hh:heading type="{kind}" idRef="{of}" level="{level}"/></hh:paraPr>'
    assert hwpx("".join(p(text, shape) for shape, text in PARAGRAPHS), header) == HEADED


def test_the_outline_of_a_section_and_a_table_in_a_list() -> None:
    heads = '<hh:paraHead level="1" start="1" numFormat="ROMAN_CAPITAL">^1.</hh:paraHead>'
    header = f'<hh:numbering id="3">{heads}</hh:numbering>'
    header += '<hh:paraPr id="0"><hh:heading type="OUTLINE" level="0"/></hh:paraPr>'
    table = f"<hp:tbl><hp:tr><hp:tc><hp:subList>{p('in the table')}</hp:subList></hp:tc></hp:tr></hp:tbl>"
    first = f'<hp:p paraPrIDRef="0"><hp:run><hp:secPr outlineShapeIDRef="3"/><hp:t>one</hp:t>{table}</hp:run></hp:p>'
    assert hwpx(first + p("three"), header) == ["I. one", "", "II. in the table", "", "III. three"]
    levels = numbering([]) * 2 + numbering([("^1.", 2, "")])
    section = record(CTRL_HEADER, 1, b"dces" + bytes(14) + struct.pack("<H", 3))
    inline = "\x02" + "\0" * 6 + "\x02"
    found = hwp(hwp_paragraph(inline + "one", controls=section) + hwp_paragraph("two"), levels + paragraph_shape(1))
    assert found == ["I. one", "II. two"]


def numbering(levels: list[tuple[str, int, str]]) -> bytes:
    data = b""
    for text, form, _ in levels + [("", 0, "")] * (7 - len(levels)):
        data += struct.pack("<IHHIH", form << 5, 0, 50, 0, len(text)) + text.encode("utf-16-le")
    return record(23, 1, data + struct.pack("<H7I", 0, *[1] * 7))


def test_heads_in_hwp() -> None:
    kinds = {"NONE": 0, "OUTLINE": 1, "NUMBER": 2, "BULLET": 3}
    info = numbering(LEVELS) + b"".join(
        record(24, 1, bytes(12) + glyph.encode("utf-16-le") + bytes(8)) for glyph in ("□", "\uf0a7")
    )
    info += b"".join(paragraph_shape(kinds[kind], of, level) for kind, of, level in SHAPES)
    assert hwp(b"".join(hwp_paragraph(text, shape=shape) for shape, text in PARAGRAPHS), info) == HEADED


def cell(row: int, column: int, *texts: str) -> bytes:
    head = struct.pack("<HHIHHHH", len(texts), 0, 0, column, row, 1, 1)
    return record(LIST_HEADER, 2, head) + b"".join(hwp_paragraph(text, level=2) for text in texts)


def control(name: str, data: bytes = b"") -> bytes:
    return record(CTRL_HEADER, 1, name[::-1].encode() + data)


EXTENDED = "\x0b" + "\0" * 6 + "\x0b"


def test_tables() -> None:
    xml_cell = "<hp:tc><hp:subList>{}</hp:subList></hp:tc>"
    rows = [[["Embargo"], ["May 7"]], [["□ one", "∘ two"], ["x"], ["y"]]]
    body = "".join(
        f"<hp:tr>{''.join(xml_cell.format(''.join(map(p, texts))) for texts in row)}</hp:tr>" for row in rows
    )
    xml = f"<hp:p><hp:run><hp:t>before</hp:t><hp:tbl>{body}</hp:tbl><hp:t>after</hp:t></hp:run></hp:p>"
    expected = ["before", "", "Embargo\tMay 7", "□ one", "∘ two", "x\ty", "", "after"]
    assert hwpx(xml) == expected
    cells = b"".join(cell(r, c, *texts) for r, row in enumerate(rows) for c, texts in enumerate(row))
    table = control("tbl ") + record(TABLE, 2, bytes(8)) + cells
    assert hwp(hwp_paragraph(f"before{EXTENDED}after", controls=table)) == expected


def test_boxes_notes_and_margins() -> None:
    sub = "<hp:subList>{}</hp:subList>"
    number = '<hp:autoNum num="1" numType="FOOTNOTE"><hp:autoNumFormat type="DIGIT" suffixChar=")"/></hp:autoNum>'
    note = f"<hp:p><hp:run><hp:ctrl>{number}</hp:ctrl><hp:t> the note</hp:t></hp:run></hp:p>"
    controls = (
        f"<hp:rect><hp:drawText>{sub.format(p('in the box'))}</hp:drawText></hp:rect>"
        f"<hp:ctrl><hp:footNote>{sub.format(note)}</hp:footNote></hp:ctrl>"
        f"<hp:ctrl><hp:header>{sub.format(p('Ministry of Harbors'))}</hp:header></hp:ctrl>"
        f"<hp:ctrl><hp:hiddenComment>{sub.format(p('nobody sees this'))}</hp:hiddenComment></hp:ctrl>"
        f'<hp:compose composeText="7"/>'
    )
    xml = make_hwpx(f"<hp:p><hp:run><hp:t>text </hp:t>{controls}<hp:t> end</hp:t></hp:run></hp:p>{p('next')}")
    head = record(LIST_HEADER, 2, bytes(8))
    shape = record(SHAPE, 2, b"") + record(LIST_HEADER, 3, bytes(8))
    one = record(CTRL_HEADER, 3, b"onta" + struct.pack("<IHHHH", 1, 1, 0, 0, ord(")")))
    binary = (
        control("gso ") + shape + hwp_paragraph("in the box", level=3)
        + control("fn  ") + head + hwp_paragraph("\x12" + "\0" * 6 + "\x12 the note", level=2, controls=one)
        + control("head") + head + hwp_paragraph("Ministry of Harbors", level=2)
        + control("tcmt") + head + hwp_paragraph("nobody sees this", level=2)
        + control("tcps", struct.pack("<H", 1) + "7".encode("utf-16-le"))
    )  # fmt: skip
    inline = "".join(chr(code) + "\0" * 6 + chr(code) for code in (11, 17, 16, 15, 23))
    for data in (xml, make_hwp(hwp_paragraph(f"text {inline} end", controls=binary) + hwp_paragraph("next"))):
        source = read_bytes(data, path=None)
        assert source.text == "text 7 end\nin the box\n1) the note\nnext\n"
        assert source.warnings == ("page headers and footers were left out: Ministry of Harbors",)


def test_special_characters() -> None:
    inside = "June 30,<hp:nbSpace/>2020<hp:lineBreak/>a<hp:tab/>b<hp:fwSpace/>c<hp:hyphen/>d"
    expected = ["June 30, 2020", "a\tb c-d"]
    assert hwpx(p(inside)) == expected
    assert hwp(hwp_paragraph("June 30,\x1e2020\na\t" + "\0" * 6 + "\tb\x1fc\x18d\r")) == expected


def test_tracked_deletions_in_hwpx() -> None:
    runs = "<hp:run><hp:t>a<hp:deleteBegin/>b</hp:t></hp:run><hp:run><hp:t>c<hp:deleteEnd/>d</hp:t></hp:run>"
    assert hwpx(f"<hp:p>{runs}</hp:p>") == ["ad"]


def test_symbols_beyond_the_first_plane() -> None:
    assert hwp(hwp_paragraph("\U000f02b1 a").replace(struct.pack("<I", 3), struct.pack("<I", 4))) == ["\U000f02b1 a"]
    assert hwpx(p("\U000f02b1 a")) == ["\U000f02b1 a"]


def test_locations_of_both_formats() -> None:
    places = ((0, Location(path="section[1]/p[1]")), (2, Location(path="section[1]/p[2]")))
    assert read_bytes(make_hwpx(p("a") + p("b")), path=None).locations == places
    assert read_bytes(make_hwp(hwp_paragraph("a") + hwp_paragraph("b")), path=None).locations == places


def test_format_by_content() -> None:
    assert read_bytes(make_hwp(hwp_paragraph("a")), path="a.hwpx").format == "hwp"
    assert read_bytes(make_hwpx(p("a")), path="a.hwp").format == "hwpx"
    assert read_bytes(make_hwp(hwp_paragraph("a"), flags=0), path=None).text == "a\n"


def deflated(data: bytes) -> bytes:
    deflate = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return deflate.compress(data) + deflate.flush()


def distribution_copy(text: str, *, place: int = 5) -> bytes:
    """A distribution copy of our own making: the inverse of what the reader does."""
    ciphers = pytest.importorskip("cryptography.hazmat.primitives.ciphers")
    seed = bytearray(256)
    struct.pack_into("<I", seed, 0, 0x12345670 | place)
    key = bytes(range(65, 81))
    seed[4 + place : 20 + place] = key
    state, at, left, mask = struct.unpack_from("<I", seed)[0], 0, 0, 0
    while at < 256:
        if left == 0:
            state = (state * 214013 + 2531011) % 2**32
            mask = state >> 16 & 0xFF
            state = (state * 214013 + 2531011) % 2**32
            left = (state >> 16 & 0xF) + 1
        if at >= 4:
            seed[at] ^= mask
        at, left = at + 1, left - 1
    packed = deflated(hwp_paragraph(text))
    packed += bytes(-len(packed) % 16)
    encryptor = ciphers.Cipher(ciphers.algorithms.AES(key), ciphers.modes.ECB()).encryptor()
    stream = record(28, 0, bytes(seed)) + encryptor.update(packed) + encryptor.finalize()
    placeholder = deflated(hwp_paragraph("This document needs a higher version."))
    return make_hwp(b"", flags=5, more={"BodyText/Section0": placeholder, "ViewText/Section0": stream})


def test_distribution_copies() -> None:
    assert read_bytes(distribution_copy("□ for distribution"), path=None).text == "□ for distribution\n"


def test_distribution_copy_without_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    data = make_hwp(hwp_paragraph("a placeholder"), flags=5, folder="ViewText")
    monkeypatch.setitem(sys.modules, "cryptography.hazmat.primitives.ciphers", None)
    with pytest.raises(EncryptedInput, match=r"pip install 'pressparse\[hwp-dist\]'"):
        worker.read(data, container="ole", encoding=None, limits=Limits())


@pytest.mark.parametrize(
    ("form", "first", "later"),
    [
        ("digit", "1", {12: "12"}),
        ("circled digit", "①", {20: "⑳", 21: "㉑", 36: "㊱", 50: "㊿", 51: "51"}),
        ("ROMAN", "I", {4: "IV", 1994: "MCMXCIV", 4000: "4000"}),
        ("latin", "a", {26: "z", 27: "aa"}),
        ("syllable", "가", {14: "하", 15: "거", 85: "85"}),
        ("jamo", "ㄱ", {14: "ㅎ", 15: "15"}),
        ("circled syllable", "㉮", {14: "㉻"}),
        ("korean", "일", {10: "십", 23: "이십삼", 100: "100"}),
        ("han", "一", {10: "十", 40: "四十"}),
        ("han stem", "甲", {10: "癸", 11: "11"}),
        ("unheard of", "1", {0: "0"}),
    ],
)
def test_numerals(form: str, first: str, later: dict[int, str]) -> None:
    assert numerals.render(1, form) == first
    assert {number: numerals.render(number, form) for number in later} == later
