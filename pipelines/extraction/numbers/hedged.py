"""Amounts with their hedges: where the expression begins and ends, and which row of the bounds table holds."""

from collections.abc import Sequence
from dataclasses import dataclass

from pipelines.extraction.numbers.amounts import Amount
from pipelines.extraction.numbers.hedges import hedge_after, hedge_before
from pipelines.extraction.numbers.nouns import head_after
from pipelines.extraction.text.tokens import Token, lower_at

#: Rows that say how near a number is; a range or a vague word has a width of its own.
_NEARNESS = frozenset(("about", "nearly"))


@dataclass(frozen=True, slots=True)
class Hedged:
    """The expression's tokens, hedge included, and the row of the bounds table."""

    first: int
    last: int
    row: str


def hedged(tokens: Sequence[Token], amount: Amount, floor: int) -> Hedged:
    """The amount with the hedge before or after it; it takes no token before ``floor``."""
    row = _row(amount)
    first = _between(tokens, amount, amount.first, floor)
    if row == "none" or first < amount.first:
        return Hedged(first, amount.last, row)
    before = hedge_before(tokens, first, floor, duration=amount.kind == "duration")
    if before and not _is_place(amount, before[1]):
        first = _between(tokens, amount, before[0], floor)
        return Hedged(first, amount.last, _outer(amount, before[1], row))
    after = _after(tokens, amount)
    if after:
        return Hedged(first, after[0], _outer(amount, after[1], row))
    return Hedged(first, amount.last, row)


def _row(amount: Amount) -> str:
    """The row without a hedge."""
    if amount.vague:
        return amount.vague
    if amount.is_range:
        return "range"
    return "none" if amount.low == 0 and amount.kind == "count" else "exact"


def _between(tokens: Sequence[Token], amount: Amount, first: int, floor: int) -> int:
    """Before the "between" of a range, if it stands there."""
    return first - (amount.is_range and first > floor and lower_at(tokens, first - 1) == "between")


def _outer(amount: Amount, hedge: str, row: str) -> str:
    return row if hedge in _NEARNESS and (amount.is_range or amount.vague) else hedge


def _is_place(amount: Amount, hedge: str) -> bool:
    """As in "under one command": fewer than one is no count."""
    return hedge == "less_than" and amount.kind == "count" and amount.high == 1


def _after(tokens: Sequence[Token], amount: Amount) -> tuple[int, str] | None:
    """As in "20 or more", and past the noun in "20 people or more"."""
    if after := hedge_after(tokens, amount.last):
        return after
    head = head_after(tokens, amount.last) if amount.kind == "count" else None
    after = hedge_after(tokens, head + 1) if head is not None else None
    return after if after and lower_at(tokens, after[0] - 2) == "or" else None
