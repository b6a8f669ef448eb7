"""The loaded model: tokens of any text, and one sentence on a model that can't be used."""

import random
import tomllib
from pathlib import Path

import pytest

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
