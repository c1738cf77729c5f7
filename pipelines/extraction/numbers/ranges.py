"""Ranges: two numbers that are the ends of one amount."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from pipelines.extraction.lexicon import load
from pipelines.extraction.numbers.cardinals import Number
from pipelines.extraction.numbers.hedges import hedge_before
from pipelines.extraction.numbers.money import currency_before
from pipelines.extraction.numbers.numbers import number_at
from pipelines.extraction.numbers.units import Unit, unit_after
from pipelines.extraction.text.tokens import HYPHENS, Token, lower_at, touches

_CLEAR_RANGES = frozenset(load("amounts")["before_from"])


@dataclass(frozen=True, slots=True)
class Range:
    """The ends of a range, and the token after the upper one; ``unit`` is what stands after either end."""

    low: Decimal
    high: Decimal
    last: int
    unit: Unit | None


def range_at(text: str, tokens: Sequence[Token], first: int, number: Number) -> Range | None:
    """The range whose lower end is ``number``, an amount that begins at ``tokens[first]``.

    As in "12 to 15", "between 15 and 20", "five or six", "5% to 10%", "$5m-$10m", "10 to 15 million".
    """
    if number.value is None or number.vague:
        return None
    own = None
    at = _after_join(tokens, first, number.last)
    if at is None and (own := unit_after(text, tokens, number.last, vague=False)):
        at = _after_join(tokens, first, own.last)
    if at is None or at >= len(tokens):
        return None
    sign = currency_before(text, tokens, at)
    money = sign is not None or first < number.first
    upper = number_at(tokens, sign[1] if sign else at, money=money)
    if upper is None or upper.value is None or upper.vague:
        return None
    low = _low_end(number, number.value, upper, upper.value)
    unit = unit_after(text, tokens, upper.last, vague=False)
    if low >= upper.value or not _agree(own, unit, sign):
        return None
    if lower_at(tokens, first - 1) == "by" and 3 * low < upper.value:
        return None  # "rose by nine to 48" tells the step and where it led
    last = unit.last if unit else upper.last
    return Range(low, upper.value, last, unit or own)


def is_change(tokens: Sequence[Token], first: int) -> bool:
    """Whether "from A to B" tells of a change and not of a range: two numbers, A the old one."""
    hedge = hedge_before(tokens, first, 0)
    first = hedge[0] if hedge else first
    before = lower_at(tokens, first - 2)
    return lower_at(tokens, first - 1) == "from" and before not in _CLEAR_RANGES


def _after_join(tokens: Sequence[Token], first: int, last: int) -> int | None:
    """The token after what joins the ends of a range, if it stands at ``tokens[last]``."""
    word, after = lower_at(tokens, last), last + 1
    if word in ("to", "or"):
        return after
    if word == "and":
        near = (token.lower for token in tokens[max(0, first - 4) : first])
        return after if "between" in near else None
    if word not in HYPHENS:
        return None
    if touches(tokens, last) != touches(tokens, after):
        is_suspended = lower_at(tokens, after) in ("to", "or")  # 18- to 25-year-olds
        return after + 1 if is_suspended else None
    if lower_at(tokens, after) == "to":  # twelve-to-fifteen
        after += 1 + (lower_at(tokens, after + 1) in HYPHENS)
    return after


def _low_end(number: Number, low: Decimal, upper: Number, high: Decimal) -> Decimal:
    """The lower end, which takes the scale of the upper one where it has none: "10 to 15 million"."""
    shares = number.scale == 1 < upper.scale and low < high / upper.scale
    return low * upper.scale if shares else low


def _agree(own: Unit | None, other: Unit | None, sign: object) -> bool:
    """Whether the unit after the lower end is that of the upper one: "10 km to 15 km", not "10 km or 15 men"."""
    if own is None:
        return True
    if sign is not None:
        return own.kind == "money"
    return other is not None and (own.kind, own.unit) == (other.kind, other.unit)
