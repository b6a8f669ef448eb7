"""PDF: the text layer, read by place and not in the order in which it is drawn."""

from __future__ import annotations

import pypdfium2
from pypdfium2 import raw

from pressparse.errors import DamagedInput, EncryptedInput, NoText
from pressparse.readers.layout import Paragraph, Reading, lay_out
from pressparse.readers.limits import Limits
from pressparse.readers.pdf_characters import find_blanks, find_turn, read_characters
from pressparse.readers.pdf_furniture import without_furniture
from pressparse.readers.pdf_lines import Page, find_lines
from pressparse.readers.pdf_paragraphs import join_lines
from pressparse.readers.pdf_rules import Grid, find_rules

SIDEWAYS = frozenset({90, 270})
NAMED_PAGES = 20


def read(data: bytes, *, limits: Limits) -> Reading:
    """The text of a PDF. Raises EncryptedInput, DamagedInput, LimitExceeded, NoText."""
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) in {raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY}:
            raise EncryptedInput("The PDF is protected with a password; save it without one.") from None
        raise DamagedInput(f"The PDF is cut off or damaged ({error}); fetch or save it anew.") from None
    limits.check("pdf_pages", len(document), what="The PDF has")
    pages: list[Page] = []
    characters = 0
    for index in range(len(document)):
        pages.append(_page(document, index))
        characters += sum(len(line.text) for line in pages[-1].lines)
        limits.check("characters", characters, what=f"The first {index + 1} pages have")
    unread = [number for number, page in enumerate(pages, start=1) if not page.items]
    if len(unread) == len(pages):
        raise NoText("This PDF has no text layer, as a scan has none; run OCR on it first.")
    warnings = [f"{len(unread)} of {len(pages)} pages have no text: {unread[:NAMED_PAGES]}"] if unread else []
    kept, dropped = without_furniture(pages)
    margins = [Paragraph(text) for text in dropped]
    return lay_out(join_lines(kept), format="pdf", limits=limits, margins=margins, warnings=warnings)


def _page(document: pypdfium2.PdfDocument, index: int) -> Page:
    try:
        page = document[index]
        textpage = page.get_textpage()
    except pypdfium2.PdfiumError:  # one broken page among sound ones: counted with those that have no text
        return Page(0.0, 0.0, [])
    width, height = page.get_size()
    size = (height, width) if page.get_rotation() in SIDEWAYS else (width, height)
    turn = find_turn(textpage.raw, rotation=page.get_rotation())
    seen = (size[1], size[0]) if turn in SIDEWAYS else size
    grid = Grid([], [], page_height=seen[1]) if turn else find_rules(page.raw, page_height=seen[1])
    blanks = {} if turn else find_blanks(page.raw)
    characters = read_characters(textpage.raw, rotation=turn, size=size)
    found = find_lines(characters, page=index + 1, size=seen, grid=grid, blanks=blanks)
    textpage.close()
    page.close()
    return found
