"""`pressparse eval`: an export measured against gold releases of the user's own."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from pressparse.cli import options
from pressparse.cli.messages import guarded, say
from pressparse.errors import DamagedInput, NothingMatched

if TYPE_CHECKING:
    from pressparse.evaluation import Counts, Difference

_GOLD = ".gold.txt"
_SHOWN = ("text", "name", "value", "kind", "title", "organization", "person", "speaker")


def evaluate(
    gold: Annotated[
        Path,
        typer.Argument(show_default=False, help="A folder of NAME.gold.txt (marked) or NAME.json (records) files."),
    ],
    predicted: Annotated[
        Path,
        typer.Argument(
            metavar="PRED", show_default=False, help="An export: a .jsonl file, or a folder of .json files."
        ),
    ],
    errors: Annotated[
        bool, typer.Option("--errors", help="List every record that is missed, spurious or wrong, tabs between.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="The scores as JSON.")] = False,
    verbose: options.Verbose = 0,
) -> None:
    """Score an export against gold releases, which are matched by the names of the files.

    Found: the span or name fits. Right: value, post, holder, speaker or kind is correct too.
    """
    with guarded(verbose=verbose):
        from pressparse.evaluation import compare, total

        wanted, exports = _read_gold(gold), _read_exports(predicted)
        for name in sorted(wanted.keys() - exports.keys()):
            say(f"there is no export of {name} in {predicted}; all of its records count as missed.")
        scored, lines = [], []
        for name, records in wanted.items():
            counts, differences = compare(records, exports.get(name, {}))
            scored.append(counts)
            lines += [f"{name}\t{_line(difference)}" for difference in differences]
        sums = total(scored)
        typer.echo(json.dumps(_rows(sums), indent=1) if as_json else _table(sums, len(wanted)))
        if errors:
            typer.echo("\n".join(sorted(lines)))


def _read_gold(path: Path) -> dict[str, dict[str, Any]]:
    from pressparse.evaluation import GoldError, read_gold

    files = sorted(path.iterdir()) if path.is_dir() else [path]
    found: dict[str, dict[str, Any]] = {}
    for file in files:
        try:
            if file.name.endswith(_GOLD):
                found[file.name.removesuffix(_GOLD)] = read_gold(file.read_text(encoding="utf-8"))[1]
            elif file.suffix == ".json":
                found[file.stem] = json.loads(file.read_text(encoding="utf-8"))
        except (GoldError, OSError, ValueError) as error:
            raise DamagedInput(f"{file} is no gold release: {error}.") from None
    if not found:
        raise NothingMatched(f"There is no NAME{_GOLD} and no NAME.json in {path}.")
    return found


def _read_exports(path: Path) -> dict[str, dict[str, Any]]:
    """The releases of an export by their names without suffixes."""
    from pressparse import results
    from pressparse.readers import SUFFIXES
    from pressparse.records import Release

    found: dict[str, dict[str, Any]] = {}
    for stored in results.read(path):
        if isinstance(stored.result, Release):
            # "NAME.json", "NAME.txt.json"; of a JSON Lines file "NAME.txt", as the source is called.
            own = Path(stored.where).name if path.is_dir() and stored.where.endswith(".json") else None
            name = Path(own or stored.result.source.path or path.name).name.removesuffix(".json")
            suffix = Path(name).suffix
            bare = name.removesuffix(suffix) if suffix.lower() in SUFFIXES else name
            found[bare] = stored.result.model_dump(mode="json")
    return found


def _rows(sums: dict[str, Counts]) -> dict[str, dict[str, float]]:
    from pressparse.evaluation import mean

    rows: dict[str, dict[str, float]] = {
        kind: {
            "gold": count.gold, "predicted": count.predicted, "found": count.found, "right": count.right,
            "precision": count.found / count.predicted if count.predicted else 1.0,
            "recall": count.found / count.gold if count.gold else 1.0,
            "found_f1": count.found_f1, "right_f1": count.right_f1,
        }
        for kind, count in sums.items()
    }  # fmt: skip
    found = sum(count.found_f1 for count in sums.values()) / len(sums)
    return {**rows, "mean": {"found_f1": found, "right_f1": mean(sums)}}


def _table(sums: dict[str, Counts], releases: int) -> str:
    rows = _rows(sums)
    lines = [
        f"{releases} releases",
        f"{'':12} {'gold':>5} {'pred':>5} {'P':>6} {'R':>6} {'found F1':>9} {'right F1':>9}",
    ]
    for kind in sums:
        row = rows[kind]
        lines.append(
            f"{kind:12} {row['gold']:5} {row['predicted']:5} {row['precision']:6.3f} {row['recall']:6.3f} "
            f"{row['found_f1']:9.3f} {row['right_f1']:9.3f}"
        )
    mean = rows["mean"]
    return "\n".join([*lines, f"{'mean':38} {mean['found_f1']:9.3f} {mean['right_f1']:9.3f}"])


def _line(difference: Difference) -> str:
    records = [record for record in (difference.gold, difference.predicted) if record]
    return "\t".join([difference.kind, difference.verdict, *map(_brief, records)])


def _brief(record: dict[str, Any]) -> str:
    return json.dumps({name: record[name] for name in _SHOWN if record.get(name)}, ensure_ascii=False)
