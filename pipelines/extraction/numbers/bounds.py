"""From words to bounds, by a profile: a table kept as data in ``lexicon/bounds``.

Bounds follow from what the ledger keeps of a number (its rule, kind, vague word, and ends as written) and from the
profile, from nothing else. So a ledger can be given those of another profile without its text.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import ROUND_CEILING, Decimal
from typing import get_args

from pipelines.extraction.lexicon import load
from pipelines.extraction.values import Hedge, Quantity, QuantityKind

Bounds = tuple[Decimal | None, Decimal | None]

_VAGUE = load("vague")
#: What a plural counts in: of "dozens" 12.
_SIZES = {word: Decimal(size) for word, size in _VAGUE["plurals"].items()}
_HEDGES: dict[str, Hedge] = {
    "none": "zero",
    **{hedge: hedge for hedge in get_args(Hedge) if hedge not in ("vague", "zero")},
}

#: What every profile gives bounds to: hedges, and vague words.
ROWS = frozenset(_HEDGES)
VAGUE_WORDS = frozenset((*_SIZES, *_VAGUE["vague"].values(), *_VAGUE["open"].values()))

#: Kinds that are measured and not counted: "more than $5" may be $5.01.
MEASURED = frozenset(("money", "percent", "duration", "distance", "measure", "age", "time"))
_LIMIT = Decimal(10) ** 22
_ONE = Decimal(1)


def hedge_of(rule: str) -> Hedge:
    """The hedge that a row of the table, or a vague word, stands for."""
    return "vague" if rule in VAGUE_WORDS else _HEDGES[rule]


def plain(number: Decimal | None) -> Decimal | None:
    """The number without trailing zeros and exponents: 1500000 for 1.5E+6."""
    if number is None:
        return None
    whole = number == number.to_integral_value()
    return number.quantize(_ONE) if whole else number.normalize()


def why_unfit(number: Decimal | None) -> str:
    """Why a number cannot be stored as DECIMAL(24,2); empty if it can."""
    if number is None or (abs(number) < _LIMIT and number == round(number, 2)):
        return ""
    return "more than 22 digits before the decimal point or 2 after it"


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the table: the terms of the bounds of what is counted, and of what is measured."""

    low: str
    high: str
    measured_low: str
    measured_high: str


@dataclass(frozen=True, slots=True)
class Profile:
    """A table of bounds with its name and version; ``share`` is the widest "about", as a part of the number."""

    name: str
    version: int
    share: Decimal
    rows: Mapping[str, Row]
    vague: Mapping[str, Bounds]

    def bounds(
        self,
        rule: str,
        low: Decimal | None,
        high: Decimal | None,
        *,
        kind: QuantityKind = "count",
        vague: str | None = None,
    ) -> Bounds:
        """The bounds, inclusive and None where open, of a number as written (``low == high``) or a range.

        For a vague word ``low`` is what it counts in: 12 in "several dozen". A bound that cannot be stored is open.
        """
        if low is None or high is None:
            return None, None
        if vague:
            least, most = self._of_vague(vague, low, self.rows.get(rule))
        else:
            least, most = self._of_number(self.rows[rule], low, high, measured=kind in MEASURED)
        # What is written was found fit before; most bounds are just that.
        return (
            least if least is low else _storable(least),
            most if most is high else _storable(most),
        )

    def _of_number(self, row: Row, low: Decimal, high: Decimal, *, measured: bool) -> Bounds:
        below, above = (row.measured_low, row.measured_high) if measured else (row.low, row.high)
        least, most = self._term(below, low, low), self._term(above, high, low)
        if least is not None and most is not None and least > most:
            most = least  # "nearly one"
        return least, most

    def _of_vague(self, word: str, size: Decimal, hedge: Row | None) -> Bounds:
        """The bounds of a vague word; a hedge opens one side ("at least several dozen": 24..)."""
        low, high = self.vague[word]
        scale = size / _SIZES.get(word, _ONE)
        if low is not None:
            low *= scale
        if high is not None:
            # "tens of thousands" ends one below a hundred thousand, "several thousand" at six thousand
            high = (high + 1) * scale - 1 if high % 10 == 9 else high * scale
        if hedge is None:
            return low, high
        return None if hedge.low == "open" else low, None if hedge.high == "open" else high

    def _term(self, term: str, number: Decimal, lower: Decimal) -> Decimal | None:
        """A bound; one below a whole number stays at 1 or above, and parts of one stay at 0 or above."""
        if term == "N":
            return number
        counts = number >= 1 and number == number.to_integral_value()
        match term:
            case "lower":
                return lower
            case "N+1":
                return number + 1
            case "N-1":
                return number - 1 if counts else number
            case "N+w":
                return number + self.width(number)
            case "N-w":
                return max(min(number, Decimal(counts)), number - self.width(number))
        return None

    def width(self, number: Decimal) -> Decimal:
        """How far "about" reaches: the place of the last non-zero digit, at most ``share`` of the number or 1."""
        if not number:
            return _ONE
        place = Decimal(10) ** int(number.normalize().as_tuple().exponent)
        if place == 1 and number % 10 == 5:
            place = Decimal(5)
        return min(place, max(_ONE, (self.share * number).to_integral_value(ROUND_CEILING)))


def _storable(bound: Decimal | None) -> Decimal | None:
    return None if why_unfit(bound) else plain(bound)


def bounded(quantity: Quantity, profile: Profile) -> Quantity:
    """The quantity with the bounds that the profile gives to what is written."""
    low, high = profile.bounds(
        quantity.hedge_rule,
        quantity.written_low,
        quantity.written_high,
        kind=quantity.kind,
        vague=quantity.vague_word,
    )
    is_open = low is None and high is None
    return quantity if is_open else replace(quantity, low=low, high=high)
