"""The number grammar, without units and hedges."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.extraction.numbers.cardinals import Number
from pipelines.extraction.numbers.numbers import number_at
from pipelines.extraction.text.tokens import tokenize

SMALL = [
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen"),
    "nineteen",
]
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
SCALES = [(10**9, "billion"), (10**6, "million"), (1000, "thousand"), (100, "hundred")]


def in_words(number: int) -> str:
    """A whole number as a careful writer spells it."""
    if number < 20:
        return SMALL[number]
    if number < 100:
        unit = f"-{SMALL[number % 10]}" if number % 10 else ""
        return TENS[number // 10 - 2] + unit
    value, name = next(scale for scale in SCALES if number >= scale[0])
    head, rest = f"{in_words(number // value)} {name}", number % value
    if not rest:
        return head
    return f"{head} {'and ' if rest < 100 else ''}{in_words(rest)}"


def read(text: str) -> Number | None:
    return number_at(tokenize(text), 0)


@given(st.integers(1, 10**12 - 1))
def test_a_number_in_words_is_read_whole(number: int) -> None:
    words = in_words(number)
    found = read(words)
    assert found is not None
    assert (found.value, found.last) == (number, len(tokenize(words)))


@given(st.integers(0, 10**15))
def test_a_number_in_digits_is_read_with_and_without_groups(number: int) -> None:
    for text in (f"{number}", f"{number:,}", f"{number:_}".replace("_", "\u202f")):
        found = read(text)
        assert found is not None
        assert found.value == number


@pytest.mark.parametrize(
    "text", ["people", "a man", "an hour", "one another", "few came", "dollar"]
)
def test_this_is_no_number(text: str) -> None:
    assert read(text) is None


@pytest.mark.parametrize(
    ("text", "value", "words"),
    [
        ("twenty one two", 21, 2),
        ("five six", 5, 1),
        ("two thousand million", 2000, 2),
        ("seven and two", 7, 1),
    ],
)
def test_words_that_do_not_add_up_are_numbers_of_their_own(
    text: str, value: int, words: int
) -> None:
    found = read(text)
    assert found is not None
    assert (found.value, found.last) == (value, words)


def test_a_vague_word_has_a_row_of_the_bounds_table_and_a_scale() -> None:
    found = read("several hundred")
    assert found is not None
    assert (found.value, found.vague, found.scale) == (None, "several", Decimal(100))


def test_a_suffix_is_millions_for_money_and_metres_elsewhere() -> None:
    tokens = tokenize("5m away")
    money, length = number_at(tokens, 0, money=True), number_at(tokens, 0)
    assert money is not None and length is not None  # noqa: PT018 (the types need both)
    assert (money.value, length.value) == (5_000_000, 5)


@pytest.mark.parametrize("text", ["1.200", "9" * 25])
def test_what_can_be_read_in_two_ways_has_no_value(text: str) -> None:
    found = read(text)
    assert found is not None
    assert found.value is None
    assert found.doubt
