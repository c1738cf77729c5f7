"""Which of a text's times belongs to a claim: its own, its total's, or that of the event told before."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from pipelines.extraction import extract
from pipelines.extraction.values import Claim

CASES = Path(__file__).parent.parent / "cases" / "periods.yaml"
WEDNESDAY = date(2025, 11, 19)
PIECES = (
    "killed", "12 people", "died", "wounding nine", "arrested", "fled", "a reward of $5", "offered", "said",
    "on Monday", "overnight", "in 2019", "since June", "that", "which", "after", "when", "and", ",", ".",
    ";", "\n", "last week", "the past 48 hours", "in recent days", "tomorrow", "bodies", "20 strikes",
    "will", "hostage", "including three children", "have been", "were",
)  # fmt: skip
ARTICLES = st.lists(st.sampled_from(PIECES), max_size=60).map(" ".join)


def cases() -> list[Any]:
    found = yaml.safe_load(CASES.read_text(encoding="utf-8"))
    return [pytest.param(case, id=case["text"][:60]) for case in found]


def shown(claim: Claim) -> str | None:
    """A claim's period as a case writes it."""
    if claim.period_start is None and claim.period_end is None:
        return None
    if claim.period_start == claim.period_end:
        return str(claim.period_start)
    return f"{claim.period_start} .. {claim.period_end}"


@pytest.mark.parametrize("case", cases())
def test_each_claim_has_the_time_that_belongs_to_it(case: dict[str, Any]) -> None:
    found = extract(case["text"], published=case.get("published", WEDNESDAY), infer_dates=False)
    wanted = [None if period is None else str(period) for period in case["periods"]]
    assert [shown(claim) for claim in found.claims] == wanted


@settings(max_examples=300, deadline=None)
@given(ARTICLES)
def test_periods_are_in_order_and_grounded_and_say_what_fixed_them(text: str) -> None:
    for claim in extract(text, published=WEDNESDAY).claims:
        start, end, words = claim.period_start, claim.period_end, claim.period
        assert start is None or end is None or start <= end
        assert words is None or text[words.start : words.end] == words.quote
        assert (start is None and end is None) == (claim.period_basis is None)
        assert (claim.period_basis is None) == (claim.period_precision is None)


@settings(max_examples=300, deadline=None)
@given(ARTICLES)
def test_what_is_told_as_fact_was_not_after_publication(text: str) -> None:
    for claim in extract(text, published=WEDNESDAY).claims:
        certain = (
            claim.modality in ("asserted", "alleged", "denied") and claim.period_basis != "explicit"
        )
        assert not certain or claim.period_end is None or claim.period_end <= WEDNESDAY
