"""How fast whole releases are extracted, beside spaCy's complete small pipeline, and which room takes how much of it.

    python benchmarks/releases.py FOLDER --count 5000
    python benchmarks/throughput.py FOLDER                  one process against the bare pipeline, and each room's share
    python benchmarks/throughput.py FOLDER --jobs 2         `pressparse extract -j 2` against `-j 1`

The bare pipeline is `spacy.load(model)` with every component and `nlp.pipe` over the releases' texts; nothing is
extracted. Ours reads the files, extracts them and writes JSON Lines. Each round takes other releases, both on the same
ones, and the one that begins alternates, so that noise hits both; the ratio is the median of the rounds' ratios. Exits
with 1 where a bar of issue 7 is missed.
"""

from __future__ import annotations

import argparse
import functools
import gc
import io
import statistics
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from random import Random
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))  # the checkout, also where another pressparse is installed

import pressparse  # noqa: E402
from pressparse import language, pipeline  # noqa: E402
from pressparse.batch import runs  # noqa: E402
from pressparse.exporters import jsonl  # noqa: E402
from pressparse.extractors import dates, initiatives, people, quotes, titles  # noqa: E402
from pressparse.readers import read  # noqa: E402

RATIO_BAR, RULES_BAR, JOBS_BAR = 1.2, 0.20, 1.7
MODEL_ROOMS = ("names (model)", "parser (model)")
NOT_RULES = (*MODEL_ROOMS, "reading", "export")
ROOMS: list[tuple[str, Any, str]] = [
    ("reading", runs, "read"),
    ("outline", pipeline, "build"),
    ("names (model)", language.Language, "annotate"),
    ("parser (model)", language.Language, "parse"),
    ("parser (model)", language.Language, "parse_all"),
    ("dates", dates, "settle_issued"),
    ("dates", dates, "extract"),
    ("titles", titles, "find"),
    ("people", people, "find"),
    ("linking", pipeline, "link_people"),
    ("quotes", quotes, "extract"),
    ("initiatives", initiatives, "extract"),
    ("records", pipeline, "_release"),
    ("export", jsonl, "write"),
]


Clock = Callable[[], float]


class Rooms:
    """Seconds that each room takes by itself: what it asks of another room is the other's."""

    def __init__(self, clock: Clock) -> None:
        self.seconds: dict[str, float] = defaultdict(float)
        self._clock = clock
        self._open: list[str] = ["other"]
        self._since = clock()

    def switch(self, room: str | None) -> None:
        """Enter a room, or with None leave the one that is open."""
        now = self._clock()
        self.seconds[self._open[-1]] += now - self._since
        self._since = now
        if room is None:
            self._open.pop()
        else:
            self._open.append(room)

    def watch(self, room: str, owner: Any, name: str) -> None:
        """Time the function `owner.name`; of a generator each step."""
        function = getattr(owner, name, None)
        if function is None:
            raise SystemExit(f"{owner.__name__} has no {name} any more; mend ROOMS in benchmarks/throughput.py")

        @functools.wraps(function)
        def timed(*arguments: Any, **options: Any) -> Any:
            self.switch(room)
            try:
                result = function(*arguments, **options)
            finally:
                self.switch(None)
            return self._steps(room, result) if isinstance(result, Iterator) else result

        setattr(owner, name, timed)

    def _steps(self, room: str, steps: Iterator[Any]) -> Iterator[Any]:
        while True:
            self.switch(room)
            try:
                step = next(steps)
            except StopIteration:
                return
            finally:
                self.switch(None)
            yield step


def main() -> int:
    """Measure; 0 where the bars hold."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--releases", type=int, default=100, help="releases a round")
    parser.add_argument("--cpu", action="store_true", help="CPU time of the process, for a machine that others use too")
    parser.add_argument("--jobs", type=int, help="measure this many processes against one")
    asked = parser.parse_args()
    language.settle_process()
    paths = sorted(path for path in asked.folder.rglob("*") if path.is_file())
    if asked.jobs:
        return compare_jobs(asked.folder, len(paths), jobs=asked.jobs, rounds=asked.rounds)
    Random(7).shuffle(paths)
    need = (asked.rounds + 1) * asked.releases
    if len(paths) < need:
        raise SystemExit(f"{asked.folder} holds {len(paths)} files, and {need} are needed")
    chunks = [paths[at * asked.releases : (at + 1) * asked.releases] for at in range(asked.rounds + 1)]
    return compare(chunks, clock=time.process_time if asked.cpu else time.perf_counter)


def compare(chunks: list[list[Path]], *, clock: Clock) -> int:
    """One process of ours against the bare pipeline; the first chunk only warms both up."""
    import spacy

    bare_pipeline = spacy.load(language.DEFAULT_MODEL)
    rooms = Rooms(clock)
    for room, owner, name in ROOMS:
        rooms.watch(room, owner, name)
    ratios, rates = [], []
    for number, chunk in enumerate(chunks):
        texts = [read(path).text for path in chunk]
        words = sum(len(text.split()) for text in texts)
        runs_of_both: list[Callable[[], float]] = [
            lambda texts=texts: seconds(lambda: drain(bare_pipeline.pipe(texts)), clock),  # type: ignore[misc]
            lambda chunk=chunk: seconds(lambda: extract(chunk), clock),  # type: ignore[misc]
        ]
        first = number % 2
        if number == 1:
            rooms.seconds.clear()
        taken = {at: runs_of_both[at]() for at in (first, 1 - first)}
        ratio = taken[0] / taken[1]
        note = "warming up, not counted" if number == 0 else f"ratio {ratio:.2f}"
        print(
            f"{words:8,} words   bare {words / taken[0]:7,.0f} words/s   ours {words / taken[1]:7,.0f} words/s   {note}"
        )
        if number:
            ratios.append(ratio)
            rates.append((words / taken[1], taken[1] / len(chunk)))
    print(f"median ratio {statistics.median(ratios):.2f}, and {RATIO_BAR} is asked for; "
          f"{statistics.median(cost for _, cost in rates) * 1000:.0f} ms a release")  # fmt: skip
    rules = print_rooms(rooms)
    beside = rules / statistics.median(ratios)
    print(f"the same beside the bare pipeline's time {beside:.1%}; the bars together allow {RULES_BAR / RATIO_BAR:.1%}")
    return int(statistics.median(ratios) < RATIO_BAR or rules > RULES_BAR)


def extract(paths: Iterable[Path]) -> None:
    """Files to JSON Lines, which nobody keeps."""
    jsonl.write(pressparse.parse_many(paths), io.BytesIO())


def drain(docs: Iterable[object]) -> None:
    for _ in docs:
        pass


def seconds(run: Callable[[], object], clock: Clock) -> float:
    """The time of one run."""
    gc.collect()
    start = clock()
    run()
    return clock() - start


def print_rooms(rooms: Rooms) -> float:
    """Each room's share of our time; the share of the rules is returned."""
    taken = {room: spent for room, spent in rooms.seconds.items() if room != "other"}
    total = sum(taken.values())
    for room, spent in sorted(taken.items(), key=lambda item: -item[1]):
        print(f"{room:<16}{spent / total:7.1%}")
    rules = sum(spent for room, spent in taken.items() if room not in NOT_RULES) / total
    print(f"{'rules and dates':<16}{rules:7.1%}, and at most {RULES_BAR:.0%} is asked for")
    return rules


def compare_jobs(folder: Path, count: int, *, jobs: int, rounds: int) -> int:
    """`-j jobs` against `-j 1`, whole processes over the whole folder."""
    ratios = []
    for number in range(rounds):
        taken = {j: whole_run(folder, jobs=j) for j in ((1, jobs) if number % 2 else (jobs, 1))}
        ratios.append(taken[1] / taken[jobs])
        rates = "   ".join(f"-j {j} {count / taken[j]:6.1f} releases/s" for j in (1, jobs))
        print(f"{rates}   ratio {ratios[-1]:.2f}")
    print(f"median ratio {statistics.median(ratios):.2f}, and {JOBS_BAR} is asked for")
    return int(statistics.median(ratios) < JOBS_BAR)


def whole_run(folder: Path, *, jobs: int) -> float:
    """The wall time of one `pressparse extract`."""
    with tempfile.TemporaryDirectory() as out:
        command = [sys.executable, "-m", "pressparse", "extract", str(folder), "-o", out, "-j", str(jobs)]
        start = time.perf_counter()
        subprocess.run(command, cwd=ROOT, check=True, stderr=subprocess.DEVNULL)
        return time.perf_counter() - start


if __name__ == "__main__":
    sys.exit(main())
