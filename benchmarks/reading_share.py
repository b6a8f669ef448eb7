"""How much of an extraction is reading: each file read alone and extracted whole, side by side.

    python benchmarks/reading_share.py [FILE ...]        (default: the DOCX, HWPX and HWP files of ../shared/corpus)

Exits with 1 where reading takes 15 % of the whole or more.
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

from pressparse import parse_file
from pressparse.readers import read

CORPUS = Path(__file__).resolve().parent.parent.parent / "shared" / "corpus"
FORMATS = {".docx", ".hwpx", ".hwp"}
ROUNDS = 5
BAR = 0.15


def seconds(call: Callable[[Path], object], path: Path, *, rounds: int = ROUNDS) -> float:
    """The median time of `call(path)`."""
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        call(path)
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def main(names: list[str]) -> int:
    paths = [Path(name) for name in names] or sorted(p for p in CORPUS.rglob("*") if p.suffix in FORMATS)
    if not paths:
        print("no files: name some, or put the corpus at ../shared/corpus")
        return 2
    start = seconds(read, paths[0], rounds=1)
    parse_file(paths[0])  # the model is loaded here, and not within the figures
    print(f"first file, with the start of the reading process: {start * 1000:.0f} ms")
    print(f"{'file':<34} {'read, ms':>9} {'whole, ms':>10} {'share':>7}")
    totals = [0.0, 0.0]
    for path in paths:
        reading, whole = seconds(read, path), seconds(parse_file, path)
        totals = [totals[0] + reading, totals[1] + whole]
        print(f"{path.name:<34} {reading * 1000:>9.1f} {whole * 1000:>10.1f} {reading / whole:>7.1%}")
    share = totals[0] / totals[1]
    print(f"{'all':<34} {totals[0] * 1000:>9.1f} {totals[1] * 1000:>10.1f} {share:>7.1%}")
    return int(share >= BAR)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
