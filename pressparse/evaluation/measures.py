"""Records against gold records: *found* where the span or name fits, and *right* where the value does too."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from pressparse.evaluation import likeness

Record = dict[str, Any]
Names = Mapping[str | None, str]


@dataclass(frozen=True, slots=True)
class Counts:
    """How many records the gold has, how many the export has, and how many of those are found and right."""

    gold: int = 0
    predicted: int = 0
    found: int = 0
    right: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(
            self.gold + other.gold,
            self.predicted + other.predicted,
            self.found + other.found,
            self.right + other.right,
        )

    @property
    def found_f1(self) -> float:
        """The F1 of the found records; 1.0 where there was nothing to find and nothing was."""
        return self._f1(self.found)

    @property
    def right_f1(self) -> float:
        """The F1 of the records that are found and right."""
        return self._f1(self.right)

    def _f1(self, hits: int) -> float:
        both = self.gold + self.predicted
        return 2 * hits / both if both else 1.0


@dataclass(frozen=True, slots=True)
class Difference:
    """One record that is missed, spurious or, with both given, wrong."""

    kind: str
    verdict: Literal["missed", "spurious", "wrong"]
    gold: Record | None
    predicted: Record | None


@dataclass(frozen=True, slots=True)
class _Measure:
    """`likeness` of at least `least` makes a pair; `is_right` judges the pair with the names of both sides' people."""

    likeness: Callable[[Record, Record], float]
    least: float
    is_right: Callable[[Record, Record, Names, Names], bool]


def _same_holder(gold: Record, predicted: Record, gold_names: Names, names: Names) -> bool:
    if not gold["person"]:
        return not predicted.get("person")
    return likeness.is_same_name(gold_names.get(gold["person"]), names.get(predicted.get("person")))


def _same_speaker(gold: Record, predicted: Record, *_: Names) -> bool:
    said, by = gold["speaker"], predicted.get("speaker")
    return likeness.is_same_name(said, by) or likeness.shared_words(said, by) >= 0.5


_MEASURES = {
    "dates": _Measure(likeness.overlap, 0.5, lambda gold, record, *_: gold["value"] == record.get("value")),
    "people": _Measure(likeness.person, 1.0, lambda gold, record, *_: likeness.post(gold, record) >= 0.6),
    "titles": _Measure(likeness.overlap, 0.5, _same_holder),
    "quotes": _Measure(likeness.overlap, 0.8, _same_speaker),
    "initiatives": _Measure(likeness.initiative, 0.8, lambda gold, record, *_: gold["kind"] == record.get("kind")),
}


def compare(gold: Record, export: Record) -> tuple[dict[str, Counts], list[Difference]]:
    """The counts of each record type of one release, and every record on which the two differ.

    `gold` comes from `read_gold` or is an export too; a record type that `export` lacks counts as empty. Reported
    speech is left out: the gold has direct quotations alone.
    """
    counts: dict[str, Counts] = {}
    differences: list[Difference] = []
    gold_names, names = (
        {person.get("id"): person["name"] for person in side.get("people", [])} for side in (gold, export)
    )
    for kind, measure in _MEASURES.items():
        wanted, given = gold[kind], export.get(kind, [])
        if kind == "quotes":
            given = [quote for quote in given if quote.get("kind", "direct") == "direct"]
        pairs = _pairs(wanted, given, measure)
        wrong = [pair for pair in pairs if not measure.is_right(wanted[pair[0]], given[pair[1]], gold_names, names)]
        counts[kind] = Counts(len(wanted), len(given), len(pairs), len(pairs) - len(wrong))
        differences += [Difference(kind, "wrong", wanted[one], given[other]) for one, other in wrong]
        paired, used = ({pair[side] for pair in pairs} for side in (0, 1))
        differences += [Difference(kind, "missed", r, None) for i, r in enumerate(wanted) if i not in paired]
        differences += [Difference(kind, "spurious", None, r) for i, r in enumerate(given) if i not in used]
    return counts, differences


def _pairs(wanted: list[Record], given: list[Record], measure: _Measure) -> list[tuple[int, int]]:
    """Indices of gold and predicted records that belong together: the likeliest pairs first, each record once."""
    likely = [
        (-alike, one, other)
        for one, record in enumerate(wanted)
        for other, candidate in enumerate(given)
        if (alike := measure.likeness(record, candidate)) >= measure.least
    ]
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, one, other in sorted(likely):
        if one not in pairs and other not in taken:
            pairs[one] = other
            taken.add(other)
    return list(pairs.items())


def total(releases: Iterable[Mapping[str, Counts]]) -> dict[str, Counts]:
    """The counts of many releases, added up."""
    sums = dict.fromkeys(_MEASURES, Counts())
    for counts in releases:
        sums = {kind: sums[kind] + counts[kind] for kind in sums}
    return sums


def mean(counts: Mapping[str, Counts]) -> float:
    """The mean right F1 over the record types."""
    return sum(count.right_f1 for count in counts.values()) / len(counts)
