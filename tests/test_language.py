"""The loaded model: tokens of any text, and one sentence on a model that can't be used."""

import random
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import spacy

from pressparse import language
from pressparse.errors import ModelBroken, ModelMissing


def test_the_default_model_is_the_one_that_pip_installs() -> None:
    project = tomllib.loads((Path(__file__).parents[1] / "pyproject.toml").read_text(encoding="utf-8"))
    assert language.DEFAULT_REQUIREMENT in project["project"]["dependencies"]


def test_a_missing_model_is_told_with_the_command_that_mends_it() -> None:
    with pytest.raises(ModelMissing, match=r"en_nowhere is not installed; run: python -m spacy download en_nowhere"):
        language.load("en_nowhere")


def test_a_folder_that_holds_no_model_is_told_as_broken(tmp_path: Path) -> None:
    with pytest.raises(ModelBroken, match="does not load"):
        language.load(str(tmp_path))


@pytest.mark.parametrize("seed", range(20))
def test_runs_too_long_for_the_tokenizer_lose_no_character(seed: int) -> None:
    chance = random.Random(seed)
    pieces = ["a", "b ", " ", "\n", '"', "□", "é", "'s ", "-", "z" * 300, "1.1." * 100, "\u3000"]
    text = "".join(chance.choice(pieces) for _ in range(40)) + "□" * 301
    (doc,) = language.load().annotate([text])
    assert doc.text == text


def test_a_long_run_is_cut_and_words_beside_it_are_not() -> None:
    (doc,) = language.load().annotate(["Minister Kim said " + '"' * 1000])
    assert [token.text for token in doc[:3]] == ["Minister", "Kim", "said"]
    assert len(doc) < 400


def test_texts_with_and_without_capitals_keep_their_order() -> None:
    texts = ["1,200", "Minister Kim spoke in Seoul.", "", "억 원", "a b", "President Lee", "35%", "x" * 400]
    docs = list(language.load().annotate(texts))
    assert [doc.text for doc in docs] == texts
    assert docs[1].ents
    assert not docs[0].ents


def test_the_default_model_has_no_tokenizer_rules_of_its_own() -> None:
    # It is loaded without them, and without its table of strings, which takes half as long.
    its, ours = spacy.load(language.DEFAULT_MODEL).tokenizer, language.load()._pipeline.tokenizer
    assert its.rules == ours.rules
    for part in ("prefix_search", "suffix_search", "infix_finditer", "url_match", "token_match"):
        assert getattr(getattr(its, part), "__self__", None) == getattr(getattr(ours, part), "__self__", None)
    assert its.faster_heuristics == ours.faster_heuristics


def test_docs_parsed_together_are_parsed_as_one_by_one() -> None:
    texts = ["Minister Kim said it works.", "", "“We try,” she added.", "The mayor of Sokcho told pilots to wait."]
    loaded = language.load()
    alone = [loaded.parse(doc) for doc in loaded.annotate(texts)]
    together = list(loaded.annotate(texts))
    loaded.parse_all(together)
    assert [[(t.tag_, t.dep_, t.head.i) for t in doc] for doc in together] == [
        [(t.tag_, t.dep_, t.head.i) for t in doc] for doc in alone
    ]
    assert all(token.tag_ for doc in together for token in doc)


def test_new_words_are_forgotten_once_the_usual_ones_are_known(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(language, "USUAL_WORDS", 0)
    loaded = language.load()
    with loaded.forgetting():
        (doc,) = loaded.annotate(["Governor Bae opened the Gwalmurikkot pier."])
        assert doc[4].text == "Gwalmurikkot"
        assert "Gwalmurikkot" in loaded._pipeline.vocab.strings
        del doc
    assert "Gwalmurikkot" not in loaded._pipeline.vocab.strings


def test_the_command_line_of_spacy_waits_until_it_is_asked_for() -> None:
    script = (
        "import sys; from pressparse import language; language.settle_process(); language.load();"
        "assert 'weasel' not in sys.modules;"
        "import spacy;"
        "assert not hasattr(spacy, 'nothing'); assert spacy.info(silent=True)['spacy_version'] == spacy.__version__;"
        "assert spacy.cli.download and 'weasel' in sys.modules; import spacy.cli.train"
    )
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert (run.returncode, run.stderr) == (0, "")


def test_who_imports_the_library_has_the_whole_of_spacy() -> None:
    script = "import sys; from pressparse import language; language.load(); assert 'weasel' in sys.modules"
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert (run.returncode, run.stderr) == (0, "")
