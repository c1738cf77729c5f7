"""What a claim says, in plain words."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Final

SCOPES: Final[Mapping[str, str]] = {
    "incident": "of one event",
    "cumulative": "summed over a time, a campaign or several events",
    "subset": "a part of another figure",
    "each": "for each of several people or events",
}
MODALITIES: Final[Mapping[str, str]] = {
    "asserted": "told as fact, whoever says so",
    "alleged": "the text itself marks doubt",
    "feared": "feared or presumed, not known",
    "denied": "the text says that it is denied",
    "requested": "asked for, not done",
    "planned": "threatened, ordered or planned, not done",
}
_NOUNS: Final = {"person": ("person", "people"), "event": ("event", "events")}


def figure(low: Decimal | None, high: Decimal | None, unit: str) -> str:
    """Bounds as a person says them: ``12 or more people``, ``USD 5,000,000``. None is an open bound."""
    if unit not in _NOUNS:
        return f"{unit} {_number(low, high, fewer='less')}".lstrip()
    one, several = _NOUNS[unit]
    return f"{_number(low, high, fewer='fewer')} {one if low == high == 1 else several}"


def _number(low: Decimal | None, high: Decimal | None, *, fewer: str) -> str:
    if low is None and high is None:
        return "an unknown number of"
    if low is None or high is None:
        return f"{_plain(low)} or more" if high is None else f"{_plain(high)} or {fewer}"
    return _plain(low) if low == high else f"{_plain(low)} to {_plain(high)}"


def _plain(number: Decimal | None) -> str:
    """The number with commas and without idle zeros; it is there wherever it is asked for."""
    return "" if number is None else f"{number:,.2f}".removesuffix(".00")
