"""Words of the user's own: where they go, and what is said of a file that does not fit."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from pressparse import userwords
from pressparse.errors import UsageError

ROOT = Path(__file__).parent.parent


def in_a_new_process(code: str, *arguments: object) -> str:
    """What the code prints where no rule has been imported yet."""
    run = subprocess.run(
        [sys.executable, "-c", code, *map(str, arguments)],
        cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert run.returncode == 0, run.stderr
    return run.stdout


def write(tmp_path, text: str, name: str = "words.toml") -> Path:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return path


USE = """
import sys
from pathlib import Path
from pressparse import lexicons, userwords
userwords.use(map(Path, sys.argv[1:]))
"""


def test_words_are_added(tmp_path):
    path = write(
        tmp_path,
        """
        [offices]
        standing = ["Harbourlord"]
        [initiatives.heads]
        plan = ["grand design"]
        [speech]
        verbs = "quoth bellow"
        [organizations]
        nouns = ["boatyard"]
        """,
    )
    out = in_a_new_process(
        USE
        + """
print("harbourlord" in lexicons.load("offices")["standing"].split())
print("grand design" in lexicons.load("initiatives")["heads"]["plan"])
print({"quoth", "bellow"} <= set(lexicons.load("speech")["verbs"].split()))
print("boatyard" in lexicons.load("organizations")["nouns"].split())
from pressparse.extractors.titles.heads import STANDING
print("harbourlord" in STANDING)
from pressparse.extractors.quotes.lexicon import VERBS
print("bellowed" in VERBS)
from pressparse.extractors.initiatives.lexicon import HEADS
print(HEADS["grand", "design"])
""",
        path,
    )
    assert out.split() == ["True"] * 6 + ["plan"]


def test_too_late(tmp_path):
    path = write(tmp_path, '[offices]\nstanding = ["harbourlord"]\n')
    out = in_a_new_process(
        "from pathlib import Path; import sys, pressparse.pipeline\n"
        "from pressparse import userwords\n"
        "try: userwords.use([Path(sys.argv[1])])\n"
        "except Exception as error: print(type(error).__name__, error)",
        path,
    )
    assert out.startswith("UsageError Words can be added only before the first release is parsed")


@pytest.mark.parametrize(
    ("text", "line", "why"),
    [
        ('\n[office]\nstanding = ["x"]', 2, "office is no lexicon that can be added to; there are offices"),
        ('[offices]\n\nstandng = ["x"]', 3, "offices.standng is nothing that the lexicon knows; there are standing"),
        ('[offices]\nnamed = ["a"]\nstanding = 3', 3, "offices.standing must be a list of words"),
        ('[offices]\nstanding = ["a", 3]', 2, "offices.standing must be a list of words"),
        ('[offices]\nstanding = [\n  "good",\n  "ba(d",\n]', 4, "offices.standing has 'ba(d', which is no word"),
        ('[offices]\nstanding = ["two words"]', 2, "offices.standing takes single words, not 'two words'"),
        ('[initiatives]\nheads = ["plan"]', 2, "initiatives.heads is a table; it has plan"),
        ('[initiatives.heads]\nplann = ["x"]', 2, "initiatives.heads.plann is nothing"),
        ('initiatives.heads.plann = ["x"]', 1, "initiatives.heads.plann is nothing"),
        ('[speech]\nverbs.say = ["x"]', 2, "speech.verbs"),
    ],
)
def test_an_error_names_file_key_and_line(tmp_path, text, line, why):
    path = write(tmp_path, text)
    with pytest.raises(UsageError) as error:
        userwords.use([path])
    assert str(error.value).startswith(f"{path}, line {line}: {why}")


def test_what_is_no_toml(tmp_path):
    with pytest.raises(UsageError, match=r"is not TOML: .*line 1"):
        userwords.use([write(tmp_path, "what?")])
    with pytest.raises(UsageError, match="cannot be opened"):
        userwords.use([tmp_path / "none.toml"])
    (tmp_path / "latin.toml").write_bytes(b'[offices]\nstanding = ["\xe9"]')
    with pytest.raises(UsageError, match="is not UTF-8"):
        userwords.use([tmp_path / "latin.toml"])


def test_settings_file(tmp_path):
    assert userwords.find_files([], folder=tmp_path) == []
    settings = write(tmp_path, 'lexicon = ["more.toml"]\n[offices]\nstanding = ["harbourlord"]\n', "pressparse.toml")
    more = write(tmp_path, '[speech]\nverbs = ["bellow"]\n', "more.toml")
    given = tmp_path / "given.toml"
    assert userwords.find_files([given], folder=tmp_path) == [settings, more, given]
    out = in_a_new_process(USE + "print(lexicons.load('speech')['verbs'].split()[-1])", settings, more)
    assert out == "bellow\n"


def test_ten_thousand_words(tmp_path):
    words = ", ".join(f'"word{number}"' for number in range(10_000))
    path = write(tmp_path, f"[offices]\nstanding = [{words}]\n")
    assert in_a_new_process(USE + "print(len(lexicons.load('offices')['standing'].split()) > 10_000)", path) == "True\n"
