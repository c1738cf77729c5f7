"""A metric is a YAML file: a user's own needs no Python, and a malformed one names its fault."""

from pathlib import Path

import pytest

from pipelines.extraction import extract
from pipelines.extraction.lexicon import LexiconError
from pipelines.extraction.metrics.metrics import metrics

RESCUES = """
metric: rescues
unit: person
means: people pulled out or brought to safety
example: {text: "Firemen rescued nine people.", quote: "nine people"}
plausible: {low: 0, high: 1000000, reason: "a test"}
cues:
  done_to:
    - rescue
    - {verb: pull out, forms: [pulled out, pulling out], counts: people}
not:
  - {words: rescue package, reason: "money for banks"}
"""


def folder(path: Path, text: str) -> Path:
    (path / "metrics").mkdir()
    (path / "metrics" / "rescues.yaml").write_text(text, encoding="utf-8")
    return path


def test_a_users_metric_is_claimed_beside_the_shipped_ones(tmp_path: Path) -> None:
    text = "Two divers drowned and firemen rescued 14 others."
    found = extract(text, lexicon=folder(tmp_path, RESCUES)).claims
    assert [(claim.metric, claim.quote) for claim in found] == [
        ("deaths", "Two divers"),
        ("rescues", "14 others"),
    ]


def test_without_the_users_folder_nothing_changes() -> None:
    assert [claim.metric for claim in extract("Firemen rescued 14 people.").claims] == []


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("done_to:", "done_unto:", "unknown key 'done_unto'"),
        ("counts: people", "counted: people", "unknown key 'counted'"),
        ("unit: person\n", "", "key 'unit' is missing"),
        ("verb: pull out,", "", "names no verb, noun or phrase"),
    ],
)
def test_a_malformed_metric_names_its_fault(tmp_path: Path, old: str, new: str, fault: str) -> None:
    with pytest.raises(LexiconError, match=fault):
        metrics(folder(tmp_path, RESCUES.replace(old, new)))


@pytest.mark.parametrize("name", metrics())
def test_every_metric_shows_an_example_that_it_claims(name: str) -> None:
    example = metrics()[name].example
    assert (name, example.quote) in [
        (claim.metric, claim.quote) for claim in extract(example.text).claims
    ]
