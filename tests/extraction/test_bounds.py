"""From what is written to bounds: the terms of the guide's table, and what holds of every number."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.extraction.numbers.bounds import Bounds, Profile, why_unfit
from pipelines.extraction.numbers.profiles import load_profile
from pipelines.extraction.values import QuantityKind

GUIDE = load_profile("guide")
SHIPPED = [GUIDE, load_profile("acled_style"), load_profile("point")]
PROFILES = st.sampled_from(SHIPPED)
NUMBERS = st.decimals(0, 10**12, places=2)
KINDS: st.SearchStrategy[QuantityKind] = st.sampled_from(["count", "money"])


def bounds(row: str, number: int, kind: QuantityKind = "count") -> Bounds:
    return GUIDE.bounds(row, Decimal(number), Decimal(number), kind=kind)


def of_vague(word: str, size: int, rule: str) -> Bounds:
    return GUIDE.bounds(rule, Decimal(size), Decimal(size), vague=word)


def test_at_least_has_no_upper_bound() -> None:
    assert bounds("at_least", 4) == (4, None)


def test_up_to_has_no_lower_bound() -> None:
    assert bounds("up_to", 4) == (None, 4)


def test_more_than_begins_one_above_what_is_counted_and_at_what_is_measured() -> None:
    assert bounds("more_than", 75) == (76, None)
    assert bounds("more_than", 75, "money") == (75, None)


def test_less_than_ends_one_below_what_is_counted_and_at_what_is_measured() -> None:
    assert bounds("less_than", 15) == (None, 14)
    assert bounds("less_than", 15, "money") == (None, 15)


@pytest.mark.parametrize(
    ("number", "width"),
    [(20, 4), (75, 5), (100, 20), (700, 100), (12, 1), (1, 1), (35, 5), (150, 10), (5, 1)],
)
def test_about_reaches_one_round_place_but_at_most_a_fifth(number: int, width: int) -> None:
    assert GUIDE.width(Decimal(number)) == width


def test_about_and_nearly_stay_at_one_or_above() -> None:
    assert bounds("about", 1) == (1, 2)
    assert bounds("nearly", 2) == (1, 1)


def test_what_multiplies_a_vague_word_multiplies_its_bounds() -> None:
    assert of_vague("several", 12, "several") == (24, 72)
    assert of_vague("tens", 10_000, "tens") == (20_000, 99_999)


def test_a_hedge_opens_one_side_of_a_vague_word() -> None:
    assert of_vague("several", 12, "at_least") == (24, None)
    assert of_vague("hundreds", 100, "up_to") == (None, 999)


def test_what_is_not_written_has_no_bounds() -> None:
    assert GUIDE.bounds("exact", None, None) == (None, None)


def test_a_bound_that_cannot_be_stored_is_open() -> None:
    largest = Decimal(10) ** 22 - 1
    assert GUIDE.bounds("more_than", largest, largest) == (None, None)
    assert GUIDE.bounds("exact", largest, largest) == (largest, largest)


@given(PROFILES, st.sampled_from(sorted(GUIDE.rows)), NUMBERS, NUMBERS, KINDS)
def test_the_lower_bound_is_never_above_the_upper(
    profile: Profile, row: str, a: Decimal, b: Decimal, kind: QuantityKind
) -> None:
    low, high = profile.bounds(row, min(a, b), max(a, b), kind=kind)
    assert low is None or high is None or low <= high


@given(
    PROFILES, st.sampled_from(sorted(GUIDE.vague)), st.sampled_from([1, 12, 1000]), st.booleans()
)
def test_the_bounds_of_a_vague_word_never_cross(
    profile: Profile, word: str, scale: int, is_hedged: bool
) -> None:
    size = Decimal(scale)
    low, high = profile.bounds("at_least" if is_hedged else word, size, size, vague=word)
    assert low is None or high is None or low <= high


@given(st.sampled_from(sorted(GUIDE.rows)), NUMBERS)
def test_the_point_profile_gives_the_number_as_written(row: str, number: Decimal) -> None:
    assert SHIPPED[2].bounds(row, number, number) == (number, number)


@pytest.mark.parametrize("profile", SHIPPED, ids=lambda profile: profile.name)
def test_none_is_zero_under_every_profile(profile: Profile) -> None:
    assert profile.bounds("none", Decimal(0), Decimal(0)) == (0, 0)


@given(NUMBERS)
def test_about_holds_the_number(number: Decimal) -> None:
    low, high = GUIDE.bounds("about", number, number)
    assert low is not None and high is not None  # noqa: PT018 (the types need both)
    assert low <= number <= high


@pytest.mark.parametrize(
    ("number", "fits"), [("1.25", True), ("1.255", False), ("1e21", True), ("1e22", False)]
)
def test_a_number_fits_22_digits_and_2_decimals(number: str, fits: bool) -> None:
    assert (why_unfit(Decimal(number)) == "") is fits
