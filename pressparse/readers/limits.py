"""How much of one input is read, and how long a release may take."""

from collections.abc import Iterable
from dataclasses import dataclass, fields, replace

from pressparse.errors import LimitExceeded, UsageError

MIB = 1 << 20
BILLION = 1_000_000_000


@dataclass(frozen=True, slots=True)
class Limits:
    """Upper bounds, each of which a caller can raise.

    `characters` are code points. `seconds` is the wall time of reading one file, `release_seconds` that of all the rest
    for one release, which is watched where workers do it.
    """

    file_bytes: int = 50 * MIB
    zip_entries: int = 2_000
    part_bytes: int = 32 * MIB
    unpacked_bytes: int = 128 * MIB
    nesting: int = 256
    hwp_records: int = 500_000
    pdf_pages: int = 300
    characters: int = 5_000_000
    memory_bytes: int = 768 * MIB
    seconds: int = 8
    release_seconds: int = 300

    def check(self, name: str, found: int, *, what: str) -> None:
        """Raises LimitExceeded if `found` is over the limit `name`; `what` begins the message ("The file has")."""
        allowed: int = getattr(self, name)
        if found > allowed:
            raise LimitExceeded(f"{what} more than {allowed:,} {_UNITS[name]}; raise it with --limit {name}=NUMBER.")

    def override(self, settings: Iterable[str]) -> "Limits":
        """These limits with some replaced, each given as "name=number" ("pdf-pages=500").

        Raises UsageError for an unknown name, for what is no number, and for more than this machine could count with.
        """
        changes: dict[str, int] = {}
        for setting in settings:
            name, _, number = setting.partition("=")
            name = name.strip().replace("-", "_")
            digits = number.strip().replace("_", "").replace(",", "")
            if name not in _NAMES or not digits.isdecimal() or not digits.strip("0"):
                known = ", ".join(_NAMES)
                raise UsageError(f"'{setting}' is no limit: write NAME=NUMBER, where NAME is one of {known}.")
            largest = _LARGEST.get(name, BILLION)
            if len(digits) > 20 or int(digits) > largest:
                raise UsageError(f"The limit {name} can be {largest:,} at most.")
            changes[name] = int(digits)
        return replace(self, **changes)


DEFAULT = Limits()
_NAMES = tuple(field.name for field in fields(Limits))
# What clocks, the stack and the kernel's limits can still be set to; BILLION for the others.
_LARGEST = {
    "seconds": 86_400,
    "release_seconds": 86_400,
    "nesting": 10_000,
    "memory_bytes": 1 << 40,
    "unpacked_bytes": 1 << 40,
}
_UNITS = {
    "file_bytes": "bytes",
    "zip_entries": "packed parts",
    "part_bytes": "bytes",
    "unpacked_bytes": "bytes when unpacked",
    "nesting": "levels of nesting",
    "hwp_records": "records",
    "pdf_pages": "pages",
    "characters": "characters of text",
}
