"""The ledger: the written cases, and what must hold for every text there is."""

from decimal import Decimal
from pathlib import Path
from time import process_time
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from pipelines.extraction.numbers.bounds import bounded
from pipelines.extraction.numbers.profiles import load_profile
from pipelines.extraction.numbers.quantities import noun_phrase, quantities, singular
from pipelines.extraction.text.sentences import sentences
from pipelines.extraction.text.tokens import tokenize
from pipelines.extraction.values import Quantity

GUIDE = load_profile("guide")
CASES = [
    case
    for path in sorted(Path(__file__).parents[1].glob("cases/quantities*.yaml"))
    for case in yaml.safe_load(path.read_text(encoding="utf-8"))
]
WITHOUT_BOUNDS = {"date", "score", "identifier", "other"}
PIECES = """at least|more than|nearly|about|between|from|to|or|and|no|one|two|twenty|-|five|hundred|thousand|million|
    a|dozen|dozens|of|several|half|tens|$|US$|€|%|percent|km|year-old|hours|people|12|1,200|1.5|2017|21|st|m|bn|,|.|May|
    March|Flight|COVID|G20|3-1|10:30|+|(|)|'|naira|pesos"""
PHRASES = st.lists(
    st.sampled_from([piece.strip() for piece in PIECES.split("|")]), max_size=14
).flatmap(lambda pieces: st.sampled_from(["", " "]).map(lambda glue: glue.join(pieces)))
TEXTS = st.one_of(st.text(max_size=60), PHRASES, st.text("0123456789,.-$% ٣½²", max_size=40))


def ledger(text: str) -> tuple[Quantity, ...]:
    return tuple(bounded(entry, GUIDE) for entry in quantities(text, sentences(text)))


def as_written(quantity: Quantity, expected: dict[str, Any]) -> dict[str, Any]:
    """What a case says of a quantity: its bounds where they are not the value, and all that is not the usual."""
    found = {
        "quote": quantity.quote,
        "kind": quantity.kind,
        "low": quantity.low,
        "high": quantity.high,
        "hedge": quantity.hedge,
        "unit": quantity.unit,
        "noun": quantity.noun,
        "outcome": quantity.outcome,
    }
    return found | ({"value": quantity.value} if "value" in expected else {})


def as_expected(case: dict[str, Any]) -> dict[str, Any]:
    value = case.get("value")
    usual = {
        "kind": "count",
        "low": value,
        "high": value,
        "hedge": "exact",
        "unit": None,
        "noun": None,
    }
    expected: dict[str, Any] = usual | {"outcome": "not_a_figure"} | case
    numbers = {
        key: None if expected[key] is None else Decimal(str(expected[key]))
        for key in ("value", "low", "high")
        if key in expected
    }
    return expected | numbers


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"])
def test_the_ledger_lists_every_number_expression(case: dict[str, Any]) -> None:
    expected = [as_expected(quantity) for quantity in case["quantities"]]
    found = ledger(case["text"])
    assert [q.quote for q in found] == [q["quote"] for q in expected]
    assert [as_written(q, e) for q, e in zip(found, expected, strict=True)] == expected


@given(TEXTS)
def test_no_digit_stays_outside_the_ledger(text: str) -> None:
    inside = {place for q in ledger(text) for place in range(q.start, q.end)}
    assert {place for place, char in enumerate(text) if char.isdecimal()} <= inside


@given(TEXTS)
def test_quantities_are_grounded_and_never_overlap(text: str) -> None:
    end = 0
    for quantity in ledger(text):
        assert text[quantity.start : quantity.end] == quantity.quote
        assert end <= quantity.start < quantity.end
        end = quantity.end


@given(TEXTS)
def test_bounds_hold_the_value(text: str) -> None:
    for quantity in ledger(text):
        if quantity.low is not None and quantity.high is not None:
            assert quantity.low <= quantity.high, quantity
        if quantity.hedge == "zero":
            assert quantity.low == quantity.high == 0
        if quantity.hedge == "exact" and quantity.value is not None:
            assert quantity.low == quantity.high == quantity.value
        if quantity.kind in WITHOUT_BOUNDS:
            assert quantity.value is quantity.low is quantity.high is None


@given(TEXTS)
def test_what_cannot_be_stored_is_unsupported(text: str) -> None:
    for quantity in ledger(text):
        for number in (quantity.value, quantity.low, quantity.high):
            assert number is None or (abs(number) <= 10**22 and number == round(number, 2))
        assert quantity.reason


@given(TEXTS)
def test_the_ledger_is_the_same_every_time(text: str) -> None:
    assert ledger(text) == ledger(text)


@pytest.mark.parametrize(
    "piece",
    ["1", "1,", "1,111,", "1.", "1-", "more than ", "more than 5 ", "$", "5 pesos ", "one hundred and ", "half a ",
     "aged 1 and ", "from 1 to ", "3-1 ", "A-1-", "((", "+1 ", "no ", "n't a ", "'", "U.S. ", "a million ", "1 to "],
)  # fmt: skip
def test_hostile_texts_take_linear_time(piece: str) -> None:
    text = (piece * 100_000)[:100_000]
    before = process_time()
    ledger(text)
    assert process_time() - before < 5  # usually 0.2 s; were it quadratic, minutes


def test_a_singular_takes_the_article_alone() -> None:
    text = "A 32-year-old soldier was shot."
    tokens = tokenize(text)
    one = bounded(singular(text, tokens, 0, 4, sentence=0), GUIDE)
    assert (one.quote, one.value, one.low, one.high, one.noun) == ("A", 1, 1, 1, "soldier")
    assert all(quantity.start >= one.end for quantity in ledger(text))


def test_a_noun_phrase_runs_to_the_noun_that_is_counted() -> None:
    text = "The raid killed at least three Israeli soldiers near the wall."
    (quantity,) = ledger(text)
    phrase = noun_phrase(text, tokenize(text), quantity)
    assert phrase is not None
    assert phrase.quote == "at least three Israeli soldiers"


def test_a_number_without_a_noun_has_no_noun_phrase() -> None:
    (quantity,) = ledger("The toll rose to 34.")
    assert noun_phrase("The toll rose to 34.", tokenize("The toll rose to 34."), quantity) is None


def test_the_reason_is_in_words_that_a_user_understands() -> None:
    reasons = {quantity.quote: quantity.reason for quantity in ledger("It hit 16 boats in 3 days.")}
    assert reasons == {"16": "a count of boats; no metric counts them", "3 days": "a duration"}
