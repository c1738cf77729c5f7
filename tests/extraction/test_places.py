"""Where it was: readable cases in tests/cases/places.yaml, and what holds for any text."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from pipelines.extraction import extract

CASES = yaml.safe_load((Path(__file__).parents[1] / "cases" / "places.yaml").read_text("utf-8"))
WORDS = st.sampled_from(
    [
        "12 people", "were killed", "a blast", "in", "near", "Lumo", ",", ".", "Tarvania", "and", "of", "the", "market",
        "outside", "off", "al-Bayda", "strikes on", "said", "on Monday", "\n\n", "including", "three", "St.", "—",
        "which", "when", "fled", "province", "'s", "İstanbul", "🚢", "between", "from", "Kenyan", "(", "“",
    ]
)  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:60])
def test_each_figure_is_where_the_text_says(case: dict[str, Any]) -> None:
    found = {
        claim.quote: claim.place.quote if claim.place else None
        for claim in extract(case["text"]).claims
    }
    assert found == case["where"]


@given(st.lists(WORDS, max_size=30).map(" ".join))
@settings(deadline=None, max_examples=150)
def test_the_place_of_a_claim_is_words_of_the_text(text: str) -> None:
    for claim in extract(text).claims:
        if claim.place is not None:
            assert text[claim.place.start : claim.place.end] == claim.place.quote != ""


@given(st.lists(WORDS, max_size=30).map(" ".join))
@settings(deadline=None, max_examples=100)
def test_names_of_places_are_words_of_the_text_and_none_overlaps_another(text: str) -> None:
    end = 0
    for mention in extract(text).mentions:
        assert text[mention.start : mention.end] == mention.quote
        assert mention.start >= end
        end = mention.end


def test_money_has_no_place() -> None:
    claims = extract("A reward of $5,000 was offered in Lumo for the bomber.").claims
    assert [claim.place for claim in claims] == [None]
