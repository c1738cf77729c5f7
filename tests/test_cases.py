"""The command that puts a user's cases to the extractor, with the very files of the page that explains it."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from pipelines import proving
from pipelines.cases import read_cases
from pipelines.extraction.lexicon import LexiconError

PAGE = Path(__file__).parent.parent / "docs" / "adding-a-metric.md"


@pytest.fixture
def words(tmp_path: Path) -> Path:
    """The folders of the page: ``my-words`` with the metric, and ``cases``."""
    metric, cases = re.findall(r"```yaml\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    for path, text in (("my-words/metrics", metric), ("cases", cases)):
        (tmp_path / path).mkdir(parents=True)
        (tmp_path / path / "seizures.yaml").write_text(text, encoding="utf-8")
    return tmp_path


def test_the_metric_of_the_page_holds_its_cases(
    words: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert proving.show([words / "cases"], lexicon=words / "my-words")
    assert "6 of 6 cases hold" in capsys.readouterr().out


def test_without_the_metric_its_cases_fail_by_name(
    words: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert not proving.show([words / "cases"], lexicon=None)
    printed = capsys.readouterr().out
    assert 'seizures "2.4 tonnes of cocaine": not found' in printed
    assert "2 of 6 cases hold" in printed


def test_the_command_exits_with_one_when_a_case_fails(words: Path) -> None:
    command = [str(Path(sys.executable).with_name("tallywire")), "cases", "cases"]
    done = subprocess.run(command, cwd=words, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout.splitlines()[-1]) == (1, "2 of 6 cases hold")


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("- {text: 3, claims: []}", "case 1 needs a text"),
        ("- {text: a, claims: [{metric: deaths, qoute: x}]}", "no attribute 'qoute'"),
        ("- {text: a, claims: [{metric: deaths, value: many}]}", "case 1"),
        ("- {text: [", "flow node"),
    ],
)
def test_a_malformed_case_names_file_and_fault(tmp_path: Path, text: str, fault: str) -> None:
    (tmp_path / "mine.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(LexiconError, match=rf"(?s)mine.*{fault}"):
        list(read_cases(tmp_path))
