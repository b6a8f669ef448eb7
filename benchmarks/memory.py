"""Whether memory stays flat: the resident size of one process after each thousand releases.

    python benchmarks/releases.py FOLDER --count 5000
    python benchmarks/memory.py FOLDER

Exits with 1 where the size after the last thousand is over 1.1 times that after the first.
"""

from __future__ import annotations

import argparse
import io
import resource
import sys
from pathlib import Path
from random import Random

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))  # the checkout, also where another pressparse is installed

import pressparse  # noqa: E402
from pressparse.exporters import jsonl  # noqa: E402
from pressparse.language import settle_process  # noqa: E402

STEP = 1000
BAR = 1.1
STATM = Path("/proc/self/statm")


def main() -> int:
    """Measure; 0 where the bar holds."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--count", type=int, help="only so many releases")
    asked = parser.parse_args()
    settle_process()
    paths = sorted(path for path in asked.folder.rglob("*") if path.is_file())
    Random(7).shuffle(paths)
    sizes = []
    for number, release in enumerate(pressparse.parse_many(paths[: asked.count]), start=1):
        jsonl.write([release], io.BytesIO())
        if number == 100 or number % STEP == 0:
            print(f"{number:7,} releases   {megabytes():6.0f} MB", flush=True)
            sizes += [megabytes()] if number >= STEP else []
    if len(sizes) < 2:
        raise SystemExit(f"{asked.folder} holds too few releases for a comparison")
    print(f"ratio {sizes[-1] / sizes[0]:.3f}, and at most {BAR} is asked for")
    return int(sizes[-1] > BAR * sizes[0])


def megabytes() -> float:
    """The resident size of this process; without Linux's /proc the largest it ever had."""
    if STATM.exists():
        return int(STATM.read_text(encoding="ascii").split()[1]) * resource.getpagesize() / 1e6
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1e6 if sys.platform == "darwin" else 1e3)


if __name__ == "__main__":
    sys.exit(main())
