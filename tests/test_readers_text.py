"""Plain text: encodings told from the bytes, line ends, what is refused."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import pytest

from pressparse import readers
from pressparse.errors import (
    EmptyInput,
    InputMissing,
    LimitExceeded,
    PressparseError,
    UnreadableInput,
    UnsupportedFormat,
    UsageError,
    by_type,
)
from pressparse.readers import Limits, read, read_bytes
from tests.office_files import make_docx, make_pdf, word_paragraph

KOREAN = "보도자료\n□ 해양수산부는 5월 7일 ‘고요한 항구’ 사업을 발표하였다.\n ㅇ 문의: ☎ 02-000-0000\n"
ENGLISH = "□ The Ministry’s “Quiet Harbor Project” – costs €3 million – begins in May.\n"


@pytest.mark.parametrize(
    ("text", "encoding", "told"),
    [
        (KOREAN, "utf-8", "utf-8"),
        (KOREAN, "utf-8-sig", "utf-8"),
        (KOREAN, "cp949", "cp949"),
        ("똠방각하 펲시콜라의 뷁", "cp949", "cp949"),  # syllables that only CP949 has, among those of EUC-KR
        (KOREAN, "utf-16", "utf-16"),
        ("\ufeff" + KOREAN, "utf-16-be", "utf-16"),
        (KOREAN, "utf-16-le", "utf-16-le"),  # without its mark
        (KOREAN, "utf-32", "utf-32"),
        (ENGLISH, "utf-8", "utf-8"),
        (ENGLISH.replace("□ ", ""), "cp1252", "cp1252"),
        ("The Ministry\x92s plan", "latin-1", "cp1252"),  # a lone apostrophe is also a rare syllable of CP949
        ("Le ministère de l’Éducation", "cp1252", "cp1252"),
        ("plain", "ascii", "utf-8"),
    ],
)
def test_encodings_are_told_from_the_bytes(text: str, encoding: str, told: str) -> None:
    source = read_bytes(text.encode(encoding), path=None)
    expected = text.removeprefix("\ufeff") if encoding != "latin-1" else text.replace("\x92", "’")
    assert (source.text, source.encoding, source.format) == (expected, told, "text")


@pytest.mark.parametrize("encoding", ["shift_jis", "euc-jp", "gb18030"])
def test_other_east_asian_encodings_are_not_taken_for_western(encoding: str) -> None:
    data = "海洋水産省は「静かな港」計画を発表した。詳細は次のとおり。".encode(encoding)
    assert "海洋" in read_bytes(data, path=None, encoding=encoding).text
    with pytest.raises(UnreadableInput, match="--encoding"):
        read_bytes(data, path=None)


def test_line_ends() -> None:
    source = read_bytes(b"a\r\nb\rc\n\n d\r\n", path=None)
    assert source.text == "a\nb\nc\n\n d\n"
    assert [(start, location.line) for start, location in source.locations] == [(0, 1), (2, 2), (4, 3), (7, 5)]


def test_what_was_lost_is_said() -> None:
    source = read_bytes((KOREAN * 3).encode()[:-3] + b"\xff", path=None)
    assert source.encoding == "utf-8"
    assert source.text.endswith("\ufffd")
    assert "could not be decoded" in source.warnings[0]


@pytest.mark.parametrize("encoding", ["no-such-thing", "hex", "rot13", "mbcs2"])
def test_unknown_encoding(encoding: str) -> None:
    with pytest.raises(UsageError, match="no encoding"):
        read_bytes(KOREAN.encode(), path=None, encoding=encoding)


@pytest.mark.parametrize("encoding", ["ascii", "cp949", "utf-32", "undefined", "idna", "utf-7"])
def test_an_encoding_that_does_not_fit(encoding: str) -> None:
    with pytest.raises(UnreadableInput, match="encoding"):
        read_bytes("차관 정".encode(), path=None, encoding=encoding)


def test_halves_of_characters_never_get_in() -> None:
    with pytest.raises(UnreadableInput):
        read_bytes(b"\\ud800", path=None, encoding="raw_unicode_escape")


def test_a_given_encoding_goes_before_a_guess() -> None:
    assert read_bytes(b"\xb0\xa1", path=None, encoding="latin-1").text == "°¡"
    assert read_bytes(b"\xb0\xa1", path=None).text == "가"
    assert read_bytes(b"\xef\xbb\xbfa", path=None, encoding="utf-8").text == "a"


def test_control_characters_in_text_are_no_binary() -> None:
    assert read_bytes("□ a\x0c\x1b[0m\x07b".encode(), path=None).text == "□ a\x0c\x1b[0m\x07b"


def test_missing_and_unusable_paths(tmp_path: Path) -> None:
    with pytest.raises(InputMissing, match="no file"):
        read(tmp_path / "none.txt")
    with pytest.raises(UsageError, match="folder"):
        read(tmp_path)
    (tmp_path / "empty.txt").write_bytes(b"")
    with pytest.raises(EmptyInput):
        read(tmp_path / "empty.txt")


def test_source_of_a_file(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(ENGLISH, encoding="utf-8")
    source = read(path)
    assert source.path == str(path)
    assert len(source.sha256) == 64
    assert source.sha256 == read_bytes(ENGLISH.encode(), path=None).sha256


def test_limits() -> None:
    with pytest.raises(LimitExceeded, match="--limit file_bytes="):
        read_bytes(b"abcdef", path=None, limits=Limits(file_bytes=5))
    with pytest.raises(LimitExceeded, match="5 characters"):
        read_bytes(b"abcdef", path=None, limits=Limits(characters=5))
    limits = Limits().override(["pdf-pages=500", "file_bytes=1,000"])
    assert (limits.pdf_pages, limits.file_bytes, limits.nesting) == (500, 1000, Limits().nesting)
    for wrong in ("pages=3", "pdf_pages", "pdf_pages=", "pdf_pages=0", "pdf_pages=-1", "pdf_pages=²"):
        with pytest.raises(UsageError, match="no limit"):
            Limits().override([wrong])


@pytest.mark.parametrize(
    "data", [b"\x89PNG\r\n\x1a\n123", b"{\\rtf1 x}", b"HWP Document File V3.00 \x1a", b"%!PS-Adobe"]
)
def test_known_formats_without_a_reader(data: bytes) -> None:
    with pytest.raises(UnsupportedFormat):
        read_bytes(data, path="a.txt")


def test_only_pages_are_taken_for_pages() -> None:
    assert read_bytes(b"<Reference> the plan", path="a.txt").format == "text"
    assert read_bytes("<붙임> 사진".encode(), path="a.html").format == "text"
    assert read_bytes(b"\n<!DOCTYPE html><p>a</p>", path="a.txt").format == "html"
    assert read_bytes("x <p>가</p>".encode("utf-16"), path="a.htm").format == "html"


def test_errors_find_their_class_by_type() -> None:
    kinds = [PressparseError]
    for kind in kinds:
        kinds.extend(kind.__subclasses__())
        assert by_type(kind.type) is kind
    assert by_type("unheard-of") is PressparseError


def test_suffixes_are_lower_case() -> None:
    assert all(suffix.startswith(".") and suffix == suffix.lower() for suffix in readers.SUFFIXES)


ONE = "\uf06f The hall opened on 1 March.\n"  # a square of Wingdings, as Word saves it
STRANGE = (
    "Kim\ufffds son said",
    ONE * 3,
    "\U000f02b1 A box of Hancom\n",
    "□ first\u0085∘ second\u2028∘ third\x0b\x1c∘ fourth",
    "\ufdd0 \ufffe",
)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
@pytest.mark.parametrize("text", STRANGE)
def test_sound_text_may_hold_anything(text: str, encoding: str) -> None:
    source = read_bytes(text.encode(encoding), path=None)
    assert (source.text, source.warnings) == (text, ())


MARKED = "Hall\n" + "□ The hall opened on 1 March.\nㅇ It has seats.\n" * 3


@pytest.mark.parametrize(
    ("data", "told", "end"),
    [
        (MARKED.encode() + b"The end \xe2 of it", "utf-8", "The end \ufffd of it"),
        (MARKED.encode() + b"it\x92s a \x91mix\x92", "utf-8", "it\ufffds a \ufffdmix\ufffd"),
        (MARKED.encode()[:-17], "utf-8", "1 March.\n\ufffd"),
        ("Hall\n□ one\nㅇ".encode()[:-1], "utf-8", "□ one\n\ufffd"),
        (MARKED.encode("cp949") + b"The end \xff of it", "cp949", "The end \ufffd of it"),
        (MARKED.encode("cp949")[:-16], "cp949", "1 March.\n\ufffd"),
        (MARKED.encode("utf-16") + b"A", "utf-16", "seats.\n\ufffd"),
        (b"\xff\xfe\xa1%\x00\xd8A\x00b\x00c\x00d\x00e\x00f\x00g\x00h\x00i\x00", "utf-16", "□\ufffdAbcdefghi"),
    ],
)
def test_a_broken_place_costs_no_more_than_itself(data: bytes, told: str, end: str) -> None:
    source = read_bytes(data, path=None)
    assert source.encoding == told
    assert source.text.endswith(end)
    assert "U+FFFD" in source.warnings[0]


@pytest.mark.parametrize("text", ["Société créée à Nîmes", "“GIST’s” – plan", "Ångström, naïve, Škoda"])
def test_western_text_stays_western(text: str) -> None:
    source = read_bytes(text.encode("cp1252"), path=None)
    assert (source.text, source.encoding) == (text, "cp1252")


@pytest.mark.parametrize("encoding", ["utf-8", "cp949"])
@pytest.mark.parametrize("text", ["□ 차관\0 회의 3월 2일", "□ The hall opened.\n\0", "□ The hall" + "\0" * 100])
def test_stray_nuls_are_left_out(text: str, encoding: str) -> None:
    source = read_bytes(text.encode(encoding), path=None)
    assert (source.text, source.encoding) == (text.replace("\0", ""), encoding)
    assert "NUL" in source.warnings[0]


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_korean_in_utf16_without_its_mark(encoding: str) -> None:
    text = "□ 과학기술정보통신부는 3월 2일 회의를 개최했다고 밝혔다가각간."
    data = text.encode(encoding)
    with pytest.raises(UnreadableInput, match=f"--encoding {encoding}"):
        read_bytes(data, path=None)
    assert read_bytes(data, path=None, encoding=encoding).text == text


@pytest.mark.parametrize(
    "data",
    [b"\x7fELF\x02\x01\x01" + bytes(9) + b"\x03\x00\x3e\x00", b"a.txt" + bytes(95) + b"0644" + b"text " * 999],
)
def test_programs_and_archives_are_no_text(data: bytes) -> None:
    with pytest.raises(UnreadableInput, match="binary"):
        read_bytes(data, path=None)


@pytest.mark.parametrize("name", [field.name for field in fields(Limits)])
def test_limits_have_an_end(name: str) -> None:
    for number in ("99999999999999999999", "9" * 5000):
        with pytest.raises(UsageError, match=f"{name} can be [0-9,]+ at most") as raised:
            Limits().override([f"{name}={number}"])
        assert len(str(raised.value)) < 100
    largest = str(raised.value).removesuffix(" at most.").rpartition(" ")[2]
    limits = Limits().override([f"{name}={largest}"])
    if name != "memory_bytes":  # the kernel may have less, and the reader then says so
        assert read_bytes(make_docx(word_paragraph("fine")), path=None, limits=limits).text == "fine\n"


@pytest.mark.parametrize(
    "text",
    [
        "□ The file begins with %PDF- and was sent on 3 March.",
        "차관은 %PDF-1.7 을 설명했다.",
        "Its first line is\n%PDF-1.7\nand nothing else.",
        "MIME-Version: the new standard was published on 3 March.",
        "MIME-Version: 1.0 was published.\nThe next is near.",
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "cp949"])
def test_text_about_a_format_is_text(text: str, encoding: str) -> None:
    assert read_bytes(text.encode(encoding), path=None).text == text


@pytest.mark.parametrize(
    "junk",
    [
        b"",
        b"\n \n",
        b"\xef\xbb\xbf",
        b"HTTP/1.1 200 OK\r\nServer: x\r\n\r\n",
        b"\x1b%-1@PJL\n",
        b"\0\1\2",
        b"\xff" * 900,
    ],
)
def test_junk_before_a_pdf(junk: bytes) -> None:
    assert read_bytes(junk + make_pdf([[(72, 700, "The hall opened")]]), path=None).text.strip() == "The hall opened"


def test_a_mail_is_refused() -> None:
    with pytest.raises(UnsupportedFormat, match="mail"):
        read_bytes(b"MIME-Version: 1.0\r\nContent-Type: text/html\r\n\r\n<p>a", path=None)


@pytest.mark.parametrize("name", ["a\0b.txt", "a" * 5000, "folder/" * 800, "\ud800.txt"])
def test_names_that_no_file_has(tmp_path: Path, name: str) -> None:
    with pytest.raises(InputMissing) as raised:
        read(tmp_path / name)
    message = str(raised.value)
    assert len(message) < 300
    assert message.endswith(".")
    assert "\0" not in message


def test_a_folder_that_may_not_be_entered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "is_dir", refuse)  # for root there is no such folder
    with pytest.raises(InputMissing, match="Permission denied"):
        read(tmp_path / "a.txt")
