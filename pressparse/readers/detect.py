"""Which format some bytes are, by what they hold and not by what they are called."""

from __future__ import annotations

import re
from typing import Literal

from pressparse.errors import UnsupportedFormat

Container = Literal["text", "html", "zip", "ole", "pdf"]

SUFFIXES = frozenset({".txt", ".text", ".html", ".htm", ".xhtml", ".docx", ".docm", ".hwpx", ".hwp", ".pdf"})

HEAD = 1024
# A page, or a piece of one saved out of a content system; "<Reference>" at the head of a text is none of these.
HTML = re.compile(
    rb"\s{0,200}(?:<\?xml[^>]{0,200}>|<!--.{0,400}?-->|\s){0,5}"
    rb"<(?:!doctype\s{1,9}html|html|head|body|meta|title|style|script|link|article|section|main|div|table|ul|ol|h[1-6]|p|br|span)\b",
    re.IGNORECASE | re.DOTALL,
)
TAG = re.compile(rb"<(?:p|br|div|td|li|h[1-6]|body|span)\b[^<>]{0,400}>", re.IGNORECASE)

REFUSED = (
    (b"HWP Document File V", "This is a HWP 3 file; open it in Hancom Office and save it as HWPX, HWP 5 or PDF."),
    (b"{\\rtf", "This is an RTF file; save it as DOCX or as text."),
    (b"\x89PNG", "This is a picture (PNG); run OCR on it and give the text."),
    (b"\xff\xd8\xff", "This is a picture (JPEG); run OCR on it and give the text."),
    (b"GIF8", "This is a picture (GIF); run OCR on it and give the text."),
    (b"\x1f\x8b", "This is a gzip archive; unpack it and give the files inside."),
    (b"7z\xbc\xaf\x27\x1c", "This is a 7-Zip archive; unpack it and give the files inside."),
    (b"Rar!\x1a\x07", "This is a RAR archive; unpack it and give the files inside."),
    (b"%!PS", "This is a PostScript file; convert it to PDF."),
)

PDF_HEADER = b"%PDF-"
PDF_OBJECT = re.compile(rb"\d{1,10} \d{1,5} obj\b")
CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1f\x7f]")
# A sentence may begin with "MIME-Version:", too; a mail goes on with other headers.
MAIL = re.compile(rb"MIME-Version:[ \t]{0,9}\d\.\d[^\r\n]{0,200}\r?\n[A-Za-z-]{2,40}:", re.IGNORECASE)


def guess_container(data: bytes, *, suffix: str = "") -> Container:
    """The outer format of `data`; `suffix` (".html") counts only between text and HTML. Raises UnsupportedFormat."""
    head = data[:HEAD]
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return "zip"
    if head.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        return "ole"
    if _is_pdf(data):
        return "pdf"
    if MAIL.match(head):
        raise UnsupportedFormat("This is a web archive or a mail (MIME); save its page as HTML or its text as text.")
    for magic, message in REFUSED:
        if head.startswith(magic):
            raise UnsupportedFormat(message)
    plain = head.removeprefix(b"\xef\xbb\xbf").lstrip(b"\xff\xfe").replace(b"\0", b"")  # UTF-16 pages too
    if b"<HWPML" in plain or b"<pkg:package" in plain or b"<?mso-application" in plain:
        raise UnsupportedFormat("This is a flat XML document (HWPML or Word XML); save it as HWPX or DOCX.")
    named = suffix in {".html", ".htm", ".xhtml"} and TAG.search(data[: 64 * HEAD].replace(b"\0", b""))
    return "html" if named or HTML.match(plain) else "text"


def _is_pdf(data: bytes) -> bool:
    """Whether a PDF begins in the first 1,024 bytes, as readers allow, and is not merely spoken of there."""
    before, header, _ = data[:HEAD].partition(PDF_HEADER)
    if not header:
        return False
    if not before.removeprefix(b"\xef\xbb\xbf").strip():
        return True
    at_line_start = before.endswith((b"\n", b"\r"))
    return (at_line_start or not _is_clean(before)) and PDF_OBJECT.search(data) is not None


def _is_clean(data: bytes) -> bool:
    if CONTROL.search(data):
        return False
    for name in ("utf-8", "cp949"):
        try:
            data.decode(name)
        except UnicodeDecodeError:
            continue
        return True
    return False
