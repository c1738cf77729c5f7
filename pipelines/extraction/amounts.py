"""Amounts: a number or a range with its kind and unit, before hedges and bounds."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from pipelines.extraction.forms import Form, glued_at, score_at
from pipelines.extraction.hedges import hedge_before
from pipelines.extraction.lexicon import load
from pipelines.extraction.money import currency_before
from pipelines.extraction.nouns import head_after
from pipelines.extraction.numbers import ONE, Number, number_at
from pipelines.extraction.tokens import HYPHENS, Token, lower_at, touches
from pipelines.extraction.units import Unit, unit_after, unit_before
from pipelines.extraction.values import QuantityKind

_NUMBERS = load("numbers")
_NOT_NONE = frozenset(_NUMBERS["not_after_no"])
_VERBS_OF_NONE = frozenset(_NUMBERS["verbs_after_none"])
_CLEAR_RANGES = frozenset(_NUMBERS["before_from"])
_MINUS = frozenset(("minus", "-", "\u2212"))


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount over ``tokens[first:last]``.

    ``low`` and ``high`` are the number, or the two ends of a range; both are None for a vague word (a row of
    the bounds table, multiplied by ``scale``) and for what cannot be represented (``doubt`` says why).
    """

    first: int
    last: int
    kind: QuantityKind
    unit: str | None
    low: Decimal | None
    high: Decimal | None
    vague: str | None = None
    scale: Decimal = ONE
    doubt: str = ""


def amount_at(text: str, tokens: Sequence[Token], at: int) -> Amount | Form | None:
    """The amount that begins at ``tokens[at]``, or the score or name that its digits turn out to be, or None."""
    if lower_at(tokens, at) in _MINUS:
        return _negative(text, tokens, at)
    sign = currency_before(text, tokens, at)
    number = number_at(tokens, sign[1] if sign else at, money=sign is not None)
    if number is None:
        return None if sign else _half_a_unit(text, tokens, at) or _none_of(tokens, at)
    if number.digits and not sign and (score := score_at(tokens, at)):
        return score
    upper = _upper_end(text, tokens, at, number)
    unit = _unit(text, tokens, at, upper or number, sign)
    if unit is None and number.digits and number.last == at + 1 and (name := glued_at(tokens, at)):
        return name
    last = unit.last if unit else (upper or number).last
    if upper and _parts(tokens, at):
        return _amount(at, number.last, unit, number, None, _low_end(number, upper))
    return _amount(at, last, unit, number, upper, _low_end(number, upper) if upper else number.value)


def _amount(
    first: int, last: int, unit: Unit | None, number: Number, upper: Number | None, low: Decimal | None
) -> Amount:
    return Amount(
        first=first,
        last=last,
        kind=unit.kind if unit else "count",
        unit=unit.unit if unit else None,
        low=None if number.vague and number.vague != "none" else low,
        high=upper.value if upper else low,
        vague=number.vague,
        scale=number.scale,
        doubt=number.doubt,
    )


def _unit(
    text: str, tokens: Sequence[Token], first: int, number: Number, sign: tuple[str | None, int] | None
) -> Unit | None:
    if sign:
        return Unit("money", sign[0], number.last)
    after = unit_after(text, tokens, number.last, vague=number.vague is not None)
    return after or unit_before(tokens, first, number.last)


def _upper_end(text: str, tokens: Sequence[Token], first: int, number: Number) -> Number | None:
    """The upper end of a range: "12 to 15", "between 15 and 20", "five or six", "5% to 10%", "$5m-$10m"."""
    if number.value is None or number.vague:
        return None
    at = _join_end(tokens, first, number.last)
    unit = None
    if at is None and (unit := unit_after(text, tokens, number.last, vague=False)):
        at = _join_end(tokens, first, unit.last)
    if at is None or at >= len(tokens):
        return None
    sign = currency_before(text, tokens, at)
    money = sign is not None or first < number.first
    upper = number_at(tokens, sign[1] if sign else at, money=money)
    if upper is None or upper.value is None or upper.vague or not _low_end(number, upper) < upper.value:
        return None
    if unit is None or sign:
        return upper
    other = unit_after(text, tokens, upper.last, vague=False)
    return upper if other and (other.kind, other.unit) == (unit.kind, unit.unit) else None


def _join_end(tokens: Sequence[Token], first: int, last: int) -> int | None:
    """The token after what joins the ends of a range, if it stands at ``tokens[last]``."""
    word = lower_at(tokens, last)
    if word in HYPHENS:
        after = last + 1
        if touches(tokens, last) != touches(tokens, after):
            return None
        return after + 1 + (lower_at(tokens, after + 1) in HYPHENS) if lower_at(tokens, after) == "to" else after
    if word in ("to", "or"):
        return last + 1
    is_between = "between" in (token.lower for token in tokens[max(0, first - 4) : first])
    return last + 1 if word == "and" and is_between else None


def _low_end(number: Number, upper: Number) -> Decimal:
    """The lower end, which takes the scale of the upper one where it has none: "10 to 15 million"."""
    assert number.value is not None and upper.value is not None
    shares = number.scale == 1 < upper.scale and number.value < upper.value / upper.scale
    return number.value * upper.scale if shares else number.value


def _parts(tokens: Sequence[Token], first: int) -> bool:
    """Whether "from A to B" tells of a change and not of a range: two numbers, A the old one."""
    hedge = hedge_before(tokens, first, 0)
    first = hedge[0] if hedge else first
    return lower_at(tokens, first - 1) == "from" and lower_at(tokens, first - 2) not in _CLEAR_RANGES


def _negative(text: str, tokens: Sequence[Token], at: int) -> Amount | None:
    """ "-5 degrees", "minus 3%": only what is measured can be below zero; elsewhere the sign is a dash."""
    if touches(tokens, at) or at + 1 >= len(tokens) or lower_at(tokens, at + 1) in _MINUS:
        return None
    amount = amount_at(text, tokens, at + 1)
    if not isinstance(amount, Amount) or amount.kind not in ("percent", "measure", "money") or amount.low is None:
        return None
    return replace(amount, first=at, low=-amount.low, high=-amount.low) if amount.low == amount.high else None


def _half_a_unit(text: str, tokens: Sequence[Token], at: int) -> Amount | None:
    """ "half an hour"."""
    if lower_at(tokens, at) != "half" or lower_at(tokens, at + 1) not in ("a", "an", "-"):
        return None
    unit = unit_after(text, tokens, at + 2, vague=False)
    half = Decimal("0.5")
    return Amount(at, unit.last, unit.kind, unit.unit, half, half) if unit else None


def _none_of(tokens: Sequence[Token], at: int) -> Amount | None:
    """ "no civilians", "without casualties", "no officer was hurt", "not lost a single man"."""
    word = lower_at(tokens, at)
    last = at + 1
    if word in ("not", "n't", "never", "without") and lower_at(tokens, at + 2) == "a" and lower_at(tokens, at + 3) == "single":
        last = at + 4
    elif word not in ("no", "without") or lower_at(tokens, last) in _NOT_NONE:
        return None
    elif not _is_counted(tokens, last, of_one=word == "no"):
        return None
    zero = Decimal(0)
    return Amount(at, last, "count", None, zero, zero, vague="none")


def _is_counted(tokens: Sequence[Token], at: int, *, of_one: bool) -> bool:
    """Whether a plural follows, or for "no" a singular and its verb."""
    head = head_after(tokens, at)
    if head is not None and head < at + 3:
        return True
    return of_one and any(lower_at(tokens, at + words) in _VERBS_OF_NONE for words in (1, 2))
