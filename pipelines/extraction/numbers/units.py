"""What stands beside a number and makes it a measure: percentages, durations, ages, distances and the like."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pipelines.extraction.lexicon import load
from pipelines.extraction.numbers.dates import MONTHS
from pipelines.extraction.numbers.money import currency_after
from pipelines.extraction.text.phrases import Phrases
from pipelines.extraction.text.tokens import Token, is_hyphen, lower_at, starts_with_digit
from pipelines.extraction.values import QuantityKind

_UNITS: Mapping[str, Mapping[str, Any]] = load(
    "units",
    keys=("percent", "ratio", "duration", "distance", "measure", "age", "time", "cased", "before"),
)
_KINDS: tuple[QuantityKind, ...] = (
    "percent",
    "ratio",
    "duration",
    "distance",
    "measure",
    "age",
    "time",
)
_AFTER: Phrases[tuple[QuantityKind, str]] = Phrases(
    {
        form: (kind, unit)
        for kind in _KINDS
        for unit, forms in _UNITS[kind].items()
        for form in forms
    }
)
_BEFORE = Phrases(
    {phrase: unit for unit, phrases in _UNITS["before"].items() for phrase in phrases}
)
_CASED: Mapping[str, str] = _UNITS["cased"]
_LABOURERS = frozenset(("labourers", "laborers", "workers", "trippers"))
_LISTING = frozenset(("and", "or", "to", ",", "between"))


@dataclass(frozen=True, slots=True)
class Unit:
    """The kind that a number gets from what stands beside it, its unit, and the token after it."""

    kind: QuantityKind
    unit: str | None
    last: int


def unit_after(text: str, tokens: Sequence[Token], last: int, *, vague: bool) -> Unit | None:
    """The unit of the number before ``tokens[last]``; a vague word may have "of" between ("millions of dollars")."""
    at = last + (is_hyphen(tokens, last) or (vague and lower_at(tokens, last) == "of"))
    if found := _AFTER.after(tokens, at):
        (kind, unit), end = found[1], found[0]
        if unit == "metre" and tokens[at].lower == "m" and at > last:
            return None
        if kind == "duration" and at == last and lower_at(tokens, end) in _LABOURERS:
            return None  # "40 day labourers"
        return Unit(kind, _CASED.get(tokens[at].text, unit), end)
    if money := currency_after(text, tokens, at if vague else last):
        return Unit("money", money[0], money[1])
    weighs = lower_at(tokens, at) in ("pound", "pounds")
    return Unit("measure", "pound", at + 1) if weighs else None


def unit_before(tokens: Sequence[Token], first: int, last: int) -> Unit | None:
    """The unit of the number at ``tokens[first:last]`` from the words before: "aged 41", "magnitude 6.3"."""
    at = first
    while first - at < 4 and (
        lower_at(tokens, at - 1) in _LISTING or starts_with_digit(tokens, at - 1)
    ):
        if _BEFORE.before(tokens, at):
            break
        at -= 1
    for place in (first, at):
        if found := _BEFORE.before(tokens, place):
            return Unit("age" if found[1] == "year" else "measure", found[1], last)
    return Unit("age", "year", last) if _stands_in_apposition(tokens, first, last) else None


def _stands_in_apposition(tokens: Sequence[Token], first: int, last: int) -> bool:
    """As in "Ana Ruiz, 66, said": a whole number between commas after a capitalised name."""
    stops = lower_at(tokens, first - 1), lower_at(tokens, last)
    if last != first + 1 or first < 2 or stops[0] != "," or stops[1] not in (",", ".", ";"):
        return False
    digits, name = tokens[first].text, tokens[first - 2]
    is_name = name.text[0].isupper() and name.lower not in MONTHS
    return is_name and digits.isdecimal() and len(digits) < 3
