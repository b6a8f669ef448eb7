"""The OLE file around a HWP 5 document: which streams there are, unpacked and, for distribution copies, deciphered."""

from __future__ import annotations

import re
import zlib
from io import BytesIO
from typing import Any

import olefile

from pressparse.errors import DamagedInput, EncryptedInput, UnsupportedFormat
from pressparse.readers.hwp_records import DISTRIBUTE_DOC_DATA
from pressparse.readers.limits import Limits

SIGNATURE = b"HWP Document File"
COMPRESSED, PASSWORD, DISTRIBUTION, DRM, CERTIFICATE = 1 << 0, 1 << 1, 1 << 2, 1 << 4, 1 << 8
SECTION = re.compile(r"Section(\d{1,6})")
# What else is kept in OLE files, by a stream of theirs.
OTHERS = {
    "WordDocument": "This is a DOC file of Word 97-2003; save it as DOCX or PDF.",
    "Workbook": "This is a table (XLS); save it as PDF or text.",
    "PowerPoint Document": "These are slides (PPT); save them as PDF.",
}
NO_DOCUMENT = "This is an OLE file without a HWP document; save what it holds as DOCX, HWPX, PDF or text."
WORD_SIZE, SEED_SIZE, KEY_SIZE, BLOCK_SIZE = 4, 256, 16, 16


class Container:
    """One HWP 5 file. Raises EncryptedInput, UnsupportedFormat, DamagedInput when made, and LimitExceeded."""

    def __init__(self, data: bytes, *, limits: Limits) -> None:
        self.limits = limits
        self.unpacked = 0
        try:
            self._ole: Any = olefile.OleFileIO(BytesIO(data))  # bytes alone, if few, it takes for a file's name
            names = {"/".join(path) for path in self._ole.listdir()}
        except Exception as error:  # noqa: BLE001 - olefile lets out what its arithmetic on broken sectors raises
            raise DamagedInput(f"The file is cut off or damaged ({error}); fetch or save it anew.") from None
        if "FileHeader" not in names:
            if "EncryptedPackage" in names:  # how Office wraps a DOCX with a password
                raise EncryptedInput("The document is protected with a password; save it without one.")
            raise UnsupportedFormat(next((OTHERS[name] for name in OTHERS if name in names), NO_DOCUMENT))
        header = self.stream("FileHeader")
        if not header.startswith(SIGNATURE) or len(header) < 40:
            raise DamagedInput("The head of the HWP file is damaged; fetch or save it anew.")
        self.flags = int.from_bytes(header[36:40], "little")
        if self.flags & (PASSWORD | DRM | CERTIFICATE):
            raise EncryptedInput("The document is protected with a password; save it in Hancom Office without one.")
        self.folder = "ViewText" if self.flags & DISTRIBUTION else "BodyText"
        found = [SECTION.fullmatch(name.removeprefix(f"{self.folder}/")) for name in names]
        self.sections = sorted(int(match[1]) for match in found if match)
        if not self.sections:
            raise DamagedInput("The document has no section; open it in Hancom Office and save it anew.")

    def stream(self, name: str) -> bytes:
        """A stream as it stands in the file."""
        try:
            return bytes(self._ole.openstream(name).read(self.limits.part_bytes + 1))
        except Exception as error:  # noqa: BLE001 - as above
            raise DamagedInput(f"The part {name} is cut off or damaged ({error}); fetch or save it anew.") from None

    def document_info(self) -> bytes:
        """The records with the document's shapes and lists."""
        return self._unpack(self.stream("DocInfo"), name="DocInfo")

    def section(self, number: int) -> bytes:
        """The records of one section."""
        name = f"{self.folder}/Section{number}"
        stream = self.stream(name)
        return self._unpack(decipher(stream) if self.flags & DISTRIBUTION else stream, name=name)

    def _unpack(self, stream: bytes, *, name: str) -> bytes:
        if self.flags & COMPRESSED:
            inflate = zlib.decompressobj(-zlib.MAX_WBITS)
            try:
                stream = inflate.decompress(stream, self.limits.part_bytes + 1)
            except zlib.error as error:
                raise DamagedInput(f"The part {name} is damaged ({error}); fetch or save the file anew.") from None
            if not inflate.eof and len(stream) <= self.limits.part_bytes:
                raise DamagedInput(f"The part {name} is cut off; fetch or save the file anew.")
        self.unpacked += len(stream)
        self.limits.check("part_bytes", len(stream), what=f"The part {name} has")
        self.limits.check("unpacked_bytes", self.unpacked, what="The file has")
        return stream


def decipher(stream: bytes) -> bytes:
    """A section of a distribution copy, deciphered with the key in its head. Raises EncryptedInput, DamagedInput."""
    try:
        from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
    except ImportError:
        message = "This is a distribution copy of a HWP file; to read it, pip install 'pressparse[hwp-dist]'."
        raise EncryptedInput(message) from None
    head = int.from_bytes(stream[:WORD_SIZE], "little")
    seed, body = stream[WORD_SIZE : WORD_SIZE + SEED_SIZE], stream[WORD_SIZE + SEED_SIZE :]
    if head & 0x3FF != DISTRIBUTE_DOC_DATA or len(seed) < SEED_SIZE:
        raise DamagedInput("The distribution copy is damaged; fetch it anew.")
    decryptor = Cipher(algorithms.AES(_key(seed)), modes.ECB()).decryptor()
    return decryptor.update(body[: len(body) // BLOCK_SIZE * BLOCK_SIZE]) + decryptor.finalize()


def _key(seed: bytes) -> bytes:
    """The key hidden in the seed: it lies under runs of pseudo-random bytes, at a place that the first byte tells."""
    state = int.from_bytes(seed[:4], "little")
    plain = bytearray(seed)
    place, mask, left = 0, 0, 0
    while place < SEED_SIZE:
        if not left:
            state, mask = _rand(state)
            state, length = _rand(state)
            mask, left = mask & 0xFF, (length & 0xF) + 1
        if place >= WORD_SIZE:
            plain[place] ^= mask
        place, left = place + 1, left - 1
    start = WORD_SIZE + (seed[0] & 0xF)
    return bytes(plain[start : start + KEY_SIZE])


def _rand(state: int) -> tuple[int, int]:
    """The generator of Microsoft's C library, which the writer used: new state and 15 bits."""
    state = (state * 214013 + 2531011) & 0xFFFFFFFF
    return state, state >> 16 & 0x7FFF
