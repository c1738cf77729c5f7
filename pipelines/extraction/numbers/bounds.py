"""From words to bounds, by a profile: a table kept as data in ``lexicon/bounds``."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_CEILING, Decimal
from functools import cache
from pathlib import Path
from typing import Any, get_args

from pipelines.extraction.lexicon import LexiconError, check_keys, load
from pipelines.extraction.values import Hedge

Bounds = tuple[Decimal | None, Decimal | None]

_TERMS = ("N", "N+1", "N-1", "N+w", "N-w", "open")
_LIMIT = Decimal(10) ** 22
_KEYS = ("profile", "version", "share", "rows", "vague")


def plain(number: Decimal | None) -> Decimal | None:
    """The number without trailing zeros and exponents: 1500000 for 1.5E+6."""
    if number is None:
        return None
    whole = number == number.to_integral_value()
    return number.quantize(Decimal(1)) if whole else number.normalize()


def why_unfit(number: Decimal | None) -> str:
    """Why a number cannot be stored as DECIMAL(24,2); empty if it can."""
    if number is None or (abs(number) < _LIMIT and number == round(number, 2)):
        return ""
    return "more than 22 digits before the decimal point or 2 after it"


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the table: the hedge that it stands for and the terms of its bounds."""

    hedge: Hedge
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

    def hedge(self, row: str) -> Hedge:
        """The hedge that a row, or a vague word, stands for."""
        return "vague" if row in self.vague else self.rows[row].hedge

    def bounds(self, row: str, low: Decimal, high: Decimal, *, measured: bool) -> Bounds:
        """The bounds of a number (``low == high``) or a range under a row.

        ``measured`` is for money and all else that is not counted, where "more than 5" may be 5.01.
        """
        rule = self.rows[row]
        below, above = (
            (rule.measured_low, rule.measured_high) if measured else (rule.low, rule.high)
        )
        least, most = self._term(below, low), self._term(above, high)
        if least is not None and most is not None and least > most:
            least = most  # "nearly one"
        return least, most

    def vague_bounds(self, word: str, scale: Decimal, row: str) -> Bounds:
        """The bounds of a vague word times a scale; a hedge opens one side ("at least several dozen": 24..)."""
        low, high = self.vague[word]
        if low is not None and high is not None and scale != 1:
            # "tens of thousands" ends one below a hundred thousand, "several thousand" at six thousand
            low, high = low * scale, (high + 1) * scale - 1 if high % 10 == 9 else high * scale
        rule = self.rows.get(row)
        if rule is None:
            return low, high
        return (None if rule.low == "open" else low), (None if rule.high == "open" else high)

    def _term(self, term: str, number: Decimal) -> Decimal | None:
        """A bound; one below a whole number stays at 1 or above, and parts of one stay at 0 or above."""
        counts = number >= 1 and number == number.to_integral_value()
        match term:
            case "N":
                return number
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
            return Decimal(1)
        place = Decimal(10) ** int(number.normalize().as_tuple().exponent)
        if place == 1 and number % 10 == 5:
            place = Decimal(5)
        return min(place, max(Decimal(1), (self.share * number).to_integral_value(ROUND_CEILING)))


@cache
def load_profile(name: str = "guide", extra: Path | None = None) -> Profile:
    """The profile ``name``. Raises LexiconError for an unknown profile, key, hedge or term."""
    table = load(f"bounds/{name}", extra)
    check_keys(table, where=f"bounds/{name}.yaml", allowed=_KEYS, required=_KEYS)
    return Profile(
        name=table["profile"],
        version=table["version"],
        share=Decimal(str(table["share"])),
        rows={
            row: _row(f"bounds/{name}.yaml: {row}", entry) for row, entry in table["rows"].items()
        },
        vague={word: (_limit(low), _limit(high)) for word, (low, high) in table["vague"].items()},
    )


def _row(where: str, entry: Mapping[str, Any]) -> Row:
    required = ("hedge", "low", "high")
    check_keys(entry, where=where, allowed=(*required, "measured"), required=required)
    measured: Mapping[str, str] = entry.get("measured", {})
    check_keys(measured, where=where, allowed=("low", "high"))
    if unknown := [
        term for term in (entry["low"], entry["high"], *measured.values()) if term not in _TERMS
    ]:
        raise LexiconError(f"{where}: unknown term {unknown[0]!r}; known are {', '.join(_TERMS)}")
    if entry["hedge"] not in get_args(Hedge):
        raise LexiconError(f"{where}: unknown hedge {entry['hedge']!r}")
    return Row(
        hedge=entry["hedge"],
        low=entry["low"],
        high=entry["high"],
        measured_low=measured.get("low", entry["low"]),
        measured_high=measured.get("high", entry["high"]),
    )


def _limit(limit: int | str) -> Decimal | None:
    return None if limit == "open" else Decimal(limit)
