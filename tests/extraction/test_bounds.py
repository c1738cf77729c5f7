"""From words to bounds: the guide's table."""

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.extraction.lexicon import LexiconError
from pipelines.extraction.numbers.bounds import Bounds, load_profile, why_unfit

GUIDE = load_profile("guide")
NUMBERS = st.decimals(0, 10**12, places=2)


def bounds(row: str, number: int, *, measured: bool = False) -> Bounds:
    return GUIDE.bounds(row, Decimal(number), Decimal(number), measured=measured)


def test_at_least_has_no_upper_bound() -> None:
    assert bounds("at_least", 4) == (4, None)


def test_up_to_has_no_lower_bound() -> None:
    assert bounds("up_to", 4) == (None, 4)


def test_more_than_begins_one_above_what_is_counted_and_at_what_is_measured() -> None:
    assert bounds("more_than", 75) == (76, None)
    assert bounds("more_than", 75, measured=True) == (75, None)


def test_less_than_ends_one_below_what_is_counted_and_at_what_is_measured() -> None:
    assert bounds("less_than", 15) == (None, 14)
    assert bounds("less_than", 15, measured=True) == (None, 15)


@pytest.mark.parametrize(
    ("number", "width"),
    [(20, 4), (75, 5), (100, 20), (700, 100), (12, 1), (1, 1), (35, 5), (150, 10), (5, 1)],
)
def test_about_reaches_one_round_place_but_at_most_a_fifth(number: int, width: int) -> None:
    assert GUIDE.width(Decimal(number)) == width


def test_about_and_nearly_stay_at_one_or_above() -> None:
    assert bounds("about", 1) == (1, 2)
    assert bounds("nearly", 2) == (1, 1)


def test_a_vague_word_is_multiplied_by_its_scale() -> None:
    assert GUIDE.vague_bounds("several", Decimal(12), "several") == (24, 72)
    assert GUIDE.vague_bounds("tens", Decimal(1000), "tens") == (20_000, 99_999)


def test_a_hedge_opens_one_side_of_a_vague_word() -> None:
    assert GUIDE.vague_bounds("several", Decimal(12), "at_least") == (24, None)
    assert GUIDE.vague_bounds("hundreds", Decimal(1), "up_to") == (None, 999)


@given(st.sampled_from(sorted(GUIDE.rows)), NUMBERS, NUMBERS, st.booleans())
def test_the_lower_bound_is_never_above_the_upper(
    row: str, a: Decimal, b: Decimal, measured: bool
) -> None:
    low, high = GUIDE.bounds(row, min(a, b), max(a, b), measured=measured)
    assert low is None or high is None or low <= high


@given(NUMBERS)
def test_about_holds_the_number(number: Decimal) -> None:
    low, high = GUIDE.bounds("about", number, number, measured=False)
    assert low is not None and high is not None  # noqa: PT018 (the types need both)
    assert low <= number <= high


@pytest.mark.parametrize(
    ("number", "fits"), [("1.25", True), ("1.255", False), ("1e21", True), ("1e22", False)]
)
def test_a_number_fits_22_digits_and_2_decimals(number: str, fits: bool) -> None:
    assert (why_unfit(Decimal(number)) == "") is fits


def test_a_profile_with_an_unknown_term_is_refused(tmp_path: Path) -> None:
    (tmp_path / "bounds").mkdir()
    (tmp_path / "bounds/guide.yaml").write_text("rows: {exact: {low: N+7}}")
    with pytest.raises(LexiconError, match=r"exact: unknown term 'N\+7'"):
        load_profile("guide", tmp_path)
