"""Extract the gold releases as a user would, score them, and fail where a record type is below its floor.

python benchmarks/accuracy_gate.py            score every set of gold releases in floors.toml
python benchmarks/accuracy_gate.py --errors   and list each record that is missed, spurious or wrong
python benchmarks/accuracy_gate.py --raise    and lift the floors to what was measured, less a margin
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))  # the checkout, also where another pressparse is installed

from pressparse.evaluation import Counts, Difference, compare, mean, read_gold, total  # noqa: E402

FLOORS = ROOT / "benchmarks" / "floors.toml"
MARGIN = 0.01  # what another processor's arithmetic may cost: a named entity or two
SUFFIX = ".gold.txt"


def main() -> int:
    """Score the sets; 0 where every floor holds."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--errors", action="store_true", help="list each record that is missed, spurious or wrong")
    parser.add_argument("--raise", dest="lift", action="store_true", help="lift the floors to what was measured")
    asked = parser.parse_args()

    sets = tomllib.loads(FLOORS.read_text(encoding="utf-8"))
    problems = lowered_floors(sets)
    for name, entry in sets.items():
        folder = ROOT / entry["path"]
        if not folder.is_dir() and entry.get("optional"):
            print(f"{name}: {entry['path']} is not here, not scored\n")
            continue
        counts, differences = score(folder)
        print_table(name, counts, entry.setdefault("floors", {}))
        if asked.errors:
            print("\n".join(differences))
        measured = {kind: count.right_f1 for kind, count in counts.items()} | {"mean": mean(counts)}
        if asked.lift:
            entry["floors"] = {k: max(entry["floors"].get(k, 0), round(v - MARGIN, 3)) for k, v in measured.items()}
        problems += [
            f"{name}: {kind} has right F1 {measured[kind]:.3f}, under its floor of {floor:.3f}"
            for kind, floor in entry["floors"].items()
            if measured[kind] < floor
        ]
    if asked.lift:
        write_floors(sets)
    print("\n".join(problems) or "every floor holds")
    return 1 if problems else 0


def score(folder: Path) -> tuple[dict[str, Counts], list[str]]:
    """The counts of all gold releases in `folder`, extracted by the command line, and the differences as lines."""
    releases = {path.name.removesuffix(SUFFIX): path for path in sorted(folder.glob("*" + SUFFIX))}
    if not releases:
        raise SystemExit(f"{folder} holds no *{SUFFIX}")
    with tempfile.TemporaryDirectory() as scratch:
        gold = {}
        for name, path in releases.items():
            text, gold[name] = read_gold(path.read_text(encoding="utf-8"))
            Path(scratch, name + ".txt").write_text(text, encoding="utf-8")
        exports = extract(Path(scratch))
    counts, lines = [], []
    for name in releases:
        counted, differences = compare(gold[name], exports[name])
        counts.append(counted)
        lines += [describe(name, difference) for difference in differences]
    return total(counts), lines


def extract(folder: Path) -> dict[str, Any]:
    """The exports of the texts in `folder`, by name."""
    command = [sys.executable, "-m", "pressparse", "extract", str(folder)]
    run = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, check=True)
    exports = map(json.loads, run.stdout.decode("utf-8").splitlines())
    return {Path(export["source"]["path"]).stem: export for export in exports}


def describe(name: str, difference: Difference) -> str:
    """One line about a record that differs."""
    keys = ("text", "name", "value", "kind", "title", "organization", "person", "speaker")
    records = [
        json.dumps({key: record[key] for key in keys if record.get(key)}, ensure_ascii=False)
        for record in (difference.gold, difference.predicted)
        if record is not None
    ]
    return "\t".join([name, difference.kind, difference.verdict, *records])


def print_table(name: str, counts: dict[str, Counts], floors: dict[str, float]) -> None:
    """The figures of one set."""
    print(f"{name:12} {'gold':>5} {'given':>5} {'found F1':>9} {'right F1':>9} {'floor':>7}")
    for kind, count in counts.items():
        figures = f"{count.gold:5} {count.predicted:5} {count.found_f1:9.3f} {count.right_f1:9.3f}"
        print(f"{kind:12} {figures} {floors.get(kind, 0):7.3f}")
    print(f"{'mean':12} {'':21} {mean(counts):9.3f} {floors.get('mean', 0):7.3f}\n")


def lowered_floors(sets: dict[str, Any]) -> list[str]:
    """What an earlier commit asked for and the floors of now do not."""
    problems = []
    for commit in git("rev-list", "HEAD", "--", str(FLOORS)).split():
        earlier = tomllib.loads(git("show", f"{commit}:{FLOORS.relative_to(ROOT)}"))
        for name, entry in earlier.items():
            for kind, floor in entry.get("floors", {}).items():
                if sets.get(name, {}).get("floors", {}).get(kind, 0) < floor:
                    problems.append(f"{name}: the floor of {kind} was {floor:.3f} in {commit[:9]}, and only rises")
    return problems


def git(*arguments: str) -> str:
    """What git says, or nothing where there is no history."""
    command = ["git", "-C", str(ROOT), *arguments]
    run = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False)
    return run.stdout.decode("utf-8") if run.returncode == 0 else ""


def write_floors(sets: dict[str, Any]) -> None:
    """Write floors.toml anew, with the comment at its head as it was."""
    text = FLOORS.read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line.startswith("#")]
    for name, entry in sets.items():
        lines += ["", f"[{name}]", f'path = "{entry["path"]}"']
        lines += ["optional = true"] if entry.get("optional") else []
        lines += [f"floors.{kind} = {floor:.3f}" for kind, floor in entry.get("floors", {}).items()]
    FLOORS.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    raise SystemExit(main())
