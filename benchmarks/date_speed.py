"""The date stage's speed beside dateparser's `search_dates`, and on hostile inputs.

    python benchmarks/date_speed.py FOLDER_OF_TEXTS [--heideltime COMMAND]

Prints characters per CPU second in one process (best of three), the ratio to each peer, and the cost per character of
hostile inputs of one million characters against that of prose. COMMAND is a tool behind the `command` interface of the
date benchmark (one JSON line in, one out); its figure is wall time, since it runs in a process of its own.
"""

from __future__ import annotations

import argparse
import json
import shlex
import subprocess
import time
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

from pressparse.extractors.dates import find_dates

REFERENCE = date(2021, 6, 30)
ROUNDS = 3
HOSTILE_SIZE = 1_000_000
MONTHS = "January February March April May June July August September October November December "
HOSTILE = {"9": "9", "1.1.1.": "1.1.1.", "month names": MONTHS, "2020. ": "2020. ", "3rd, ": "3rd, ", "(Tue)": "(Tue)"}


def rate(
    run: Callable[[], None], characters: int, *, clock: Callable[[], float] = time.process_time, rounds: int = ROUNDS
) -> float:
    """Characters a second, in the fastest round."""
    taken = []
    for _ in range(rounds):
        started = clock()
        run()
        taken.append(clock() - started)
    return characters / min(taken)


def ours(texts: list[str]) -> None:
    for text in texts:
        find_dates(text, reference=REFERENCE)


def search_dates(texts: list[str]) -> None:
    from dateparser.search import search_dates as search

    settings = {"RELATIVE_BASE": datetime(2021, 6, 30)}  # noqa: DTZ001 - a day, not a moment
    for text in texts:
        search(text, languages=["en"], settings=settings)


def command(texts: list[str], line: str) -> None:
    with subprocess.Popen(shlex.split(line), stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as tool:
        assert tool.stdin is not None
        assert tool.stdout is not None
        for text in texts:
            tool.stdin.write(json.dumps({"text": text, "reference_date": str(REFERENCE)}) + "\n")
            tool.stdin.flush()
            tool.stdout.readline()
        tool.stdin.close()


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path, help="texts to read: *.txt")
    parser.add_argument("--heideltime", help="command line of a tool to measure beside")
    options = parser.parse_args()
    texts = [path.read_text(encoding="utf-8") for path in sorted(options.folder.glob("*.txt"))]
    characters = sum(map(len, texts))
    prose = rate(lambda: ours(texts), characters)
    print(f"{len(texts)} texts, {characters:,} characters")
    print(f"{'pressparse':<22}{prose:>14,.0f} chars/s")
    peers = {"search_dates": rate(lambda: search_dates(texts), characters)}
    if options.heideltime:
        peers["heideltime"] = rate(lambda: command(texts, options.heideltime), characters, clock=time.perf_counter)
    for name, speed in peers.items():
        print(f"{name:<22}{speed:>14,.0f} chars/s   ratio {prose / speed:,.1f}")
    for name, unit in HOSTILE.items():
        text = (unit * (HOSTILE_SIZE // len(unit) + 1))[:HOSTILE_SIZE]
        half, whole = (
            rate(lambda part=part: ours([part]), len(part), rounds=1) for part in (text[: HOSTILE_SIZE // 2], text)
        )
        print(f"1 MB of {name:<14}{whole:>14,.0f} chars/s   {prose / whole:.1f} x prose   half of it {half:,.0f}")


if __name__ == "__main__":
    main()
