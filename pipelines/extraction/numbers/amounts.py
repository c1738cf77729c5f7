"""Amounts: a number or a range with its kind and unit, before hedges and bounds."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from pipelines.extraction.lexicon import load
from pipelines.extraction.numbers.cardinals import ONE, Number
from pipelines.extraction.numbers.forms import Form, glued_at, score_at
from pipelines.extraction.numbers.money import Currency, currency_before
from pipelines.extraction.numbers.nouns import head_after
from pipelines.extraction.numbers.numbers import number_at
from pipelines.extraction.numbers.ranges import is_change, range_at
from pipelines.extraction.numbers.units import Unit, unit_after, unit_before
from pipelines.extraction.text.tokens import Token, lower_at, touches
from pipelines.extraction.values import QuantityKind

_WORDS = load("amounts", keys=("not_after_no", "verbs_after_none", "before_from"))
_NOT_NONE = frozenset(_WORDS["not_after_no"])
_VERBS_OF_NONE = frozenset(_WORDS["verbs_after_none"])
_NEGATIONS = frozenset(("not", "n't", "never", "without"))
_MINUS = frozenset(("minus", "-", "\u2212"))
_BELOW_ZERO = frozenset(("percent", "measure", "money"))
_HALF = Decimal("0.5")

#: The words and signs at which an amount may begin (numbers and currencies aside).
FIRST_WORDS = _NEGATIONS | _MINUS | {"no"}


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount over ``tokens[first:last]``.

    ``low`` and ``high`` are the number, or the two ends of a range; both are None for a vague word (a row of
    the bounds table, which counts in ``scale``) and for what cannot be read (``doubt`` says why).
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

    @property
    def is_range(self) -> bool:
        """Whether the amount has two ends."""
        return self.low != self.high


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
    if found := _range(text, tokens, at, number, sign):
        return found
    unit = _unit(text, tokens, at, number, sign)
    if unit is None and number.digits and number.last == at + 1 and (name := glued_at(tokens, at)):
        return name
    return _amount(at, number, unit, unit.last if unit else number.last)


def _amount(first: int, number: Number, unit: Unit | None, last: int) -> Amount:
    """An amount of one number; ``number.value`` of a vague word is None but for "none"."""
    kind: QuantityKind = unit.kind if unit else "count"
    name = unit.unit if unit else None
    value, vague = number.value, number.vague
    return Amount(first, last, kind, name, value, value, vague, number.scale, number.doubt)


def _range(
    text: str, tokens: Sequence[Token], first: int, number: Number, sign: Currency | None
) -> Amount | None:
    """A range; or of "from 12 to 15" the 12 alone, with the unit and scale that it shares with the 15."""
    found = range_at(text, tokens, first, number)
    if found is None:
        return None
    unit = Unit("money", sign[0], found.last) if sign else found.unit
    unit = unit or unit_before(tokens, first, found.last)
    if is_change(tokens, first):
        own = None if sign else unit_after(text, tokens, number.last, vague=False)
        last = own.last if own else number.last
        return _amount(first, replace(number, value=found.low), own or unit, last)
    whole = _amount(first, number, unit, found.last)
    return replace(whole, low=found.low, high=found.high)


def _unit(
    text: str, tokens: Sequence[Token], first: int, number: Number, sign: Currency | None
) -> Unit | None:
    if sign:
        return Unit("money", sign[0], number.last)
    after = unit_after(text, tokens, number.last, vague=number.vague is not None)
    return after or unit_before(tokens, first, number.last)


def _negative(text: str, tokens: Sequence[Token], at: int) -> Amount | None:
    """As in "-5 degrees", "minus 3%": only what is measured can be below zero; elsewhere the sign is a dash."""
    if touches(tokens, at) or at + 1 >= len(tokens) or lower_at(tokens, at + 1) in _MINUS:
        return None
    amount = amount_at(text, tokens, at + 1)
    if not isinstance(amount, Amount) or amount.kind not in _BELOW_ZERO or amount.is_range:
        return None
    return replace(amount, first=at, low=-amount.low, high=-amount.low) if amount.low else None


def _half_a_unit(text: str, tokens: Sequence[Token], at: int) -> Amount | None:
    """As in "half an hour"."""
    if lower_at(tokens, at) != "half" or lower_at(tokens, at + 1) not in ("a", "an", "-"):
        return None
    unit = unit_after(text, tokens, at + 2, vague=False)
    return Amount(at, unit.last, unit.kind, unit.unit, _HALF, _HALF) if unit else None


def _none_of(tokens: Sequence[Token], at: int) -> Amount | None:
    """As in "no civilians", "without casualties", "no officer was hurt", "not lost a single man"."""
    word, last = lower_at(tokens, at), at + 1
    if at and tokens[at].text == "Without":  # Doctors Without Borders
        return None
    if word in _NEGATIONS and [lower_at(tokens, at + 2), lower_at(tokens, at + 3)] == [
        "a",
        "single",
    ]:
        last = at + 4
    elif word not in ("no", "without") or not _is_counted(tokens, last, of_one=word == "no"):
        return None
    zero = Decimal(0)
    return Amount(at, last, "count", None, zero, zero, vague="none")


def _is_counted(tokens: Sequence[Token], at: int, *, of_one: bool) -> bool:
    """Whether a plural follows, or for "no" a singular and its verb."""
    if lower_at(tokens, at) in _NOT_NONE:
        return False
    head = head_after(tokens, at)
    if head is not None and head < at + 3:
        return True
    return of_one and any(lower_at(tokens, at + words) in _VERBS_OF_NONE for words in (1, 2))
