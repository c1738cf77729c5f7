"""The cases of tests/cases: each text makes exactly the claims that it lists."""

from pathlib import Path

import pytest

from pipelines.cases import Case, read_cases

CASES = [
    pytest.param(case, id=f"{case.file}: {case.text[:60]}")
    for case in read_cases(Path(__file__).parents[1] / "cases")
]


@pytest.mark.parametrize("case", CASES)
def test_the_text_makes_exactly_these_claims(case: Case) -> None:
    assert case.found() == case.wanted
