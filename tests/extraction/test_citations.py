"""What a claim cites: the entry of the lexicon that typed it, with its place, and the frame with its meaning."""

import ast
from pathlib import Path

import pytest
from hypothesis import given, settings
from test_extract import ARTICLES

from pipelines.cases import read_cases
from pipelines.extraction import extract, frames
from pipelines.extraction.claims.citations import citation, cited, file_of
from pipelines.extraction.claims.methods import methods
from pipelines.extraction.lexicon import LexiconError
from pipelines.extraction.metrics.metrics import metrics

CASES = Path(__file__).parents[1] / "cases"


def texts() -> list[str]:
    return [case.text for case in read_cases(CASES)]


@settings(max_examples=200, deadline=None)
@given(ARTICLES)
def test_the_words_of_a_cue_stand_at_its_place(text: str) -> None:
    for claim in extract(text).claims:
        words = claim.cue.split("/", 2)[2]
        if claim.cue_start is not None:
            said = text[claim.cue_start : claim.cue_end].lower().split()
            assert all(
                word in ("*", heard) for word, heard in zip(words.split(), said, strict=True)
            )


def test_a_cue_names_metric_frame_and_words() -> None:
    [claim] = extract("At least 12 people were shot dead.").claims
    assert (claim.cue, claim.cue_start, claim.cue_end) == ("deaths/done_to/shot dead", 24, 33)


def test_words_that_were_said_before_have_no_place() -> None:
    *_, again = extract(
        "The army said 30 rebels were killed. The rebels gave a figure of 11."
    ).claims
    assert (again.cue, again.cue_start, again.cue_end) == ("deaths/done_to/killed", None, None)


def test_every_citation_leads_back_to_its_entry() -> None:
    for metric in metrics().values():
        for entry in metric.entries:
            found = cited(citation(entry))
            assert found is not None
            assert (found.metric, found.frame, found.words) == (
                entry.metric,
                entry.frame,
                entry.words,
            )


def test_a_word_that_left_the_lexicon_is_cited_in_vain() -> None:
    assert cited("deaths/done_to/tickled") is None
    assert cited("sneezes/counted/sneeze") is None


def test_a_metric_of_the_user_is_in_the_users_file(tmp_path: Path) -> None:
    (tmp_path / "metrics").mkdir()
    shipped = Path(frames.__file__).parents[2] / "lexicon" / "metrics" / "deaths.yaml"
    mine = shipped.read_text("utf-8").replace("metric: deaths", "metric: losses", 1)
    (tmp_path / "metrics" / "mine.yaml").write_text(mine, "utf-8")
    assert file_of("deaths", tmp_path) == "metrics/deaths.yaml"
    assert file_of("losses", tmp_path) == "metrics/mine.yaml"


@pytest.mark.parametrize("name", methods())
def test_the_example_of_a_method_makes_its_claim(name: str) -> None:
    example = methods()[name].example
    made = [claim.method for claim in extract(example.text).claims if claim.quote == example.quote]
    assert made == [name]


def test_every_method_of_the_cases_is_explained_and_none_is_left_over() -> None:
    used = {claim.method for text in texts() for claim in extract(text).claims}
    assert used == set(methods())


def test_every_method_that_a_frame_names_is_explained() -> None:
    """The third argument of a Match is its method; where it is worked out, it is one of the named ones."""
    named = set()
    for path in Path(frames.__file__).parents[1].rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Match":
                words = (getattr(each, "value", None) for each in ast.walk(node.args[2]))
                named |= {word for word in words if isinstance(word, str)}
    assert named
    assert named <= set(methods())


def test_a_method_with_an_impossible_confidence_is_refused(tmp_path: Path) -> None:
    (tmp_path / "methods.yaml").write_text("passive: {confidence: 97}", "utf-8")
    with pytest.raises(LexiconError, match=r"passive: confidence must be above 0 and at most 1"):
        methods(tmp_path)


def test_a_users_confidence_counts(tmp_path: Path) -> None:
    (tmp_path / "methods.yaml").write_text("passive: {confidence: 0.5}", "utf-8")
    [claim] = extract("Twelve people were killed.", lexicon=tmp_path).claims
    assert (claim.method, claim.confidence) == ("passive", 0.5)
