"""The measures: what a gold release says, and when a record is found and right."""

from __future__ import annotations

import copy
import importlib.util
import random
import sys
from pathlib import Path

import pytest

from pressparse.evaluation import Counts, GoldError, compare, mean, read_gold, total

SHARED = Path(__file__).resolve().parent.parent.parent / "shared"

MARKED = """\
#person noh | Noh Dal-seop | Minister | Ministry of Oceans and Fisheries
#release issued=2025-05-07 issuer=Ministry of Oceans and Fisheries
# a remark
□ [[T:noh|Minister]] [[P:noh|Noh Dal-seop]] said on [[D:2025-05-07|May 7]], “[[Q:noh|We open in [[D:2025-06|June]].]]”
□ The [[I:project:qhp|Quiet Harbor Project]] ([[I:project:qhp|QHP]]) has [brackets]] of its own.
□ [[T::City|The Mayor]] and [[Q:@the City|one more]].
"""


@pytest.fixture
def gold():
    return read_gold(MARKED)[1]


def verdicts(gold, export):
    return sorted((difference.kind, difference.verdict) for difference in compare(gold, export)[1])


def test_marks_become_text_and_records():
    text, gold = read_gold(MARKED)
    assert text.splitlines()[0] == "□ Minister Noh Dal-seop said on May 7, “We open in June.”"
    assert "has [brackets]] of its own." in text
    assert (gold["issued"], gold["issuer"]) == ("2025-05-07", "Ministry of Oceans and Fisheries")
    assert [date["value"] for date in gold["dates"]] == ["2025-05-07", "2025-06"]
    assert [title["person"] for title in gold["titles"]] == ["noh", None]
    assert [quote["speaker"] for quote in gold["quotes"]] == ["Noh Dal-seop", "the City"]
    assert [[mention["text"] for mention in item["mentions"]] for item in gold["initiatives"]] == [
        ["Quiet Harbor Project", "QHP"]
    ]
    for record in [*gold["dates"], *gold["titles"], *gold["quotes"], *gold["people"][0]["mentions"]]:
        assert text[record["start"] : record["end"]] == record["text"]


@pytest.mark.parametrize(
    ("marked", "words"),
    [("[[D:2025|2025", "never closed"), ("[[P:x|X]]", "unknown person"), ("#person x | X\n", "named nowhere")],
)
def test_marks_that_do_not_fit(marked, words):
    with pytest.raises(GoldError, match=words):
        read_gold(marked)


def test_gold_against_itself_is_perfect(gold):
    counts, differences = compare(gold, gold)
    assert differences == []
    assert mean(counts) == 1.0


def test_nothing_found(gold):
    counts, differences = compare(gold, {})
    assert mean(counts) == 0.0
    assert {difference.verdict for difference in differences} == {"missed"}


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        # half of "May 7" still finds it
        (lambda export: export["dates"][0].update(end=export["dates"][0]["start"] + 3), []),
        (lambda export: export["dates"][0].update(value="2024-05-07"), [("dates", "wrong")]),
        (lambda export: export["people"][0].update(name="DAL-SEOP NOH"), []),
        (lambda export: export["people"][0].update(title=None, organization="City"), [("people", "wrong")]),
        (lambda export: export["titles"][0].update(person=None), [("titles", "wrong")]),
        (lambda export: export["quotes"][1].update(speaker="City of Harbors"), []),
        (lambda export: export["quotes"][1].update(speaker="Harbor Board"), [("quotes", "wrong")]),
        (lambda export: export["quotes"][1].update(kind="reported"), [("quotes", "missed")]),
        (lambda export: export["initiatives"][0].update(name="Q.H.P."), []),
        (lambda export: export["initiatives"][0].update(kind="law"), [("initiatives", "wrong")]),
        (lambda export: export["dates"].append({"start": 0, "end": 1}), [("dates", "spurious")]),
    ],
)
def test_one_change(gold, change, expected):
    export = copy.deepcopy(gold)
    change(export)
    assert verdicts(gold, export) == expected


def test_f1_adds_up():
    one, other = Counts(gold=2, predicted=1, found=1, right=1), Counts(gold=1, predicted=2, found=1, right=0)
    assert total([{"dates": one} | dict.fromkeys(["people", "titles", "quotes", "initiatives"], Counts())] * 2)[
        "dates"
    ] == Counts(4, 2, 2, 2)
    assert (one + other).found_f1 == pytest.approx(2 * 2 / 6)
    assert (one + other).right_f1 == pytest.approx(2 * 1 / 6)
    assert Counts().right_f1 == 1.0


@pytest.mark.skipif(not (SHARED / "contract" / "score.py").exists(), reason="the contract's scorer is not here")
def test_measures_are_those_of_the_contract():
    location = SHARED / "contract" / "score.py"
    spec = importlib.util.spec_from_file_location("contract_score", location)
    score = sys.modules[spec.name] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(score)
    chance = random.Random(7)
    paths = sorted((SHARED / "gold" / "dev").glob("*.gold.txt"))
    assert paths
    for path in paths:
        marked = path.read_text(encoding="utf-8")
        text, gold = read_gold(marked)
        assert (text, gold) == score.compile_release(marked)
        for _ in range(10):
            export, errors = spoilt(gold, chance), []
            theirs = score.score_release(gold, export, errors, "")
            counts, differences = compare(gold, export)
            assert theirs == {k: (c.gold, c.predicted, c.found, c.right) for k, c in counts.items()}
            assert len(errors) == len(differences)


def spoilt(gold, chance):
    """The gold records with some lost, moved, doubled, mixed up or out of order."""
    export = copy.deepcopy(gold)
    for kind in ("dates", "people", "titles", "quotes", "initiatives"):
        records = export[kind] = [record for record in export[kind] if chance.random() > 0.15]
        for record in records:
            if "start" in record and chance.random() < 0.4:
                record["start"] -= chance.randint(0, 6)
                record["end"] += chance.randint(0, 9)
            for field in ("value", "title", "organization", "person", "speaker", "kind", "name"):
                if field in record and chance.random() < 0.15:
                    record[field] = chance.choice([other[field] for other in gold[kind]])
        records += [copy.deepcopy(chance.choice(records)) for _ in range(2) if records]
        chance.shuffle(records)
    return export
