"""How long one call takes as a whole process, beside a process that only imports spaCy.

    python benchmarks/start.py [--rounds 10] [FILE]        (default: samples/mot-sg-ferry.txt)

Each round runs every command once, one after the other, so that noise hits all; the ratio is the median of the rounds'
ratios to `python -c 'import spacy'`. Exits with 1 where a bar of issue 7 is missed.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SAMPLE = ROOT / "samples" / "mot-sg-ferry.txt"
BARE = [sys.executable, "-c", "import spacy"]
FILE_BAR, SHELL_BAR = 1.7, 0.35


def main() -> int:
    """Measure; 0 where the bars hold."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path, nargs="?", default=SAMPLE)
    parser.add_argument("--rounds", type=int, default=10)
    asked = parser.parse_args()
    commands = {
        "one small file": (["extract", str(asked.file)], FILE_BAR),
        "--help": (["--help"], SHELL_BAR),
        "--version": (["--version"], SHELL_BAR),
        "schema": (["schema"], SHELL_BAR),
    }
    taken: dict[str, list[float]] = {name: [] for name in ("import spacy", *commands)}
    for number in range(asked.rounds + 1):
        found = {"import spacy": seconds(BARE)}
        found |= {name: seconds([sys.executable, "-m", "pressparse", *words]) for name, (words, _) in commands.items()}
        for name, spent in found.items() if number else ():  # the first round only fills the disk's cache
            taken[name].append(spent)
    print(f"{'import spacy':<16}{statistics.median(taken['import spacy']) * 1000:7.0f} ms")
    missed = False
    for name, (_, bar) in commands.items():
        ratio = statistics.median(ours / bare for ours, bare in zip(taken[name], taken["import spacy"], strict=True))
        print(
            f"{name:<16}{statistics.median(taken[name]) * 1000:7.0f} ms   ratio {ratio:.2f}, at most {bar} is asked for"
        )
        missed = missed or ratio > bar
    return int(missed)


def seconds(command: list[str]) -> float:
    """The wall time of a process that succeeds."""
    # As installed, with compiled modules; the first round writes them.
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    start = time.perf_counter()
    subprocess.run(command, cwd=ROOT, env=environment, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.perf_counter() - start


if __name__ == "__main__":
    sys.exit(main())
