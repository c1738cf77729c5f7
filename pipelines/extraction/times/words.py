"""The words of lexicon/times.yaml, ready to be looked up, and how numbers and units are read."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import product
from pathlib import Path
from typing import cast

from pipelines.extraction.lexicon import load
from pipelines.extraction.text.phrases import Phrases, invert
from pipelines.extraction.text.tokens import HYPHENS, Token, lower_at
from pipelines.extraction.times.points import Unit

_YEARS = range(1900, 2101)
_DIGITS = range(1, 400)
_LISTS = ("before_year", "before_month", "spans", "within", "perfect", "superlatives", "some", "seasons",
          "ahead", "clause_ends", "up_to", "dateline_ends", "not_before_weekdays", "parts_of_day", "whole", "past",
          "that", "earlier", "later", "comes", "starts", "middles", "ends", "final", "long_weekends",
          "priors", "others", "singles", "of_people", "saying", "standing", "offering", "finding",
          "deadlines", "compared", "before_season", "after_season")  # fmt: skip
# Without one of these, a unit or a month after it, a number is no part of a time: most numbers are none.
_AFTER_NUMBERS = ("st", "nd", "rd", "th", "of", "to", "through", "and", "/", ".", *HYPHENS)
_TABLES = ("months", "weekdays", "thirds", "ordinals", "back", "units", "near", "holidays", "same_day", "since_today",
           "vague")  # fmt: skip


@dataclass(frozen=True, slots=True)
class TimeWords:
    """Words of time. ``lists`` are the plain lists by name; ``starters`` the words at which a time may be found."""

    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    thirds: Mapping[str, int]
    thirds_of_months: Mapping[str, tuple[int, int]]
    ordinals: Mapping[str, int]
    back: Mapping[str, int]
    units: Mapping[str, Unit]
    numbers: Mapping[str, int]
    near: Phrases[tuple[int, int]]
    holidays: Phrases[tuple[int, int]]
    same_day: Phrases[str]
    since_today: Phrases[str]
    vague: Phrases[str]
    lists: Mapping[str, frozenset[str]]
    starters: frozenset[str]

    def has(self, name: str, word: str) -> bool:
        """Whether a lower-cased word stands on the list ``name``."""
        return word in self.lists[name]

    def number(self, tokens: Sequence[Token], at: int) -> tuple[int, int] | None:
        """The small whole number that begins at ``at``, and the token after it."""
        word = lower_at(tokens, at)
        if word.isascii() and word.isdecimal() and len(word) <= 4:
            return int(word), at + 1
        value = self.numbers.get(word)
        if value is None:
            return None
        unit = self.numbers.get(lower_at(tokens, at + 2), 0)
        if value >= 20 and 0 < unit < 10 and lower_at(tokens, at + 1) == "-":
            return value + unit, at + 3
        return value, at + 1

    def unit(self, tokens: Sequence[Token], at: int) -> Unit | None:
        """The unit of time that the word at ``at`` names."""
        return self.units.get(lower_at(tokens, at))


@cache
def time_words(extra: Path | None = None) -> TimeWords:
    """The words of time of the shipped lexicon with a user's words."""
    lists = load("times", extra, keys=(*_LISTS, *_TABLES))
    phrases = {
        name: Phrases(dict.fromkeys(lists[name], ""))
        for name in ("same_day", "since_today", "vague")
    }
    pairs = {name: Phrases(dict(lists[name])) for name in ("near", "holidays")}
    thirds = {
        f"{third}-{month}": (number, of)
        for (third, number), (month, of) in product(
            lists["thirds"].items(), lists["months"].items()
        )
    }
    units = cast(Mapping[str, Unit], invert(lists["units"]))
    numbers = _numbers()
    said = [*phrases.values(), *pairs.values()]
    starters = {
        *lists["months"], *lists["weekdays"], *lists["thirds"], *lists["ordinals"], *lists["back"], *thirds, *units,
        *numbers, *lists["past"], *lists["starts"], *lists["middles"], *lists["ends"], *lists["final"],
        *lists["whole"], *map(str, (*_DIGITS, *_YEARS)), *(f"0{day}" for day in range(1, 10)), "since", "half",
    }.union(*(table.first_words for table in said))  # fmt: skip
    return TimeWords(
        months=lists["months"],
        weekdays=lists["weekdays"],
        thirds=lists["thirds"],
        thirds_of_months=thirds,
        ordinals=lists["ordinals"],
        back=lists["back"],
        units=units,
        numbers=numbers,
        near=pairs["near"],
        holidays=pairs["holidays"],
        same_day=phrases["same_day"],
        since_today=phrases["since_today"],
        vague=phrases["vague"],
        lists={name: frozenset(lists[name]) for name in _LISTS}
        | {
            "counted": frozenset(load("dates")["counted"]),
            "counting": frozenset((*numbers, *map(str, _DIGITS))),
            "after_numbers": frozenset((*units, *lists["months"], *_AFTER_NUMBERS)),
        },
        starters=frozenset(starters),
    )


@cache
def _numbers() -> Mapping[str, int]:
    words = load("numbers")
    return {
        word: value for group in ("units", "teens", "tens") for word, value in words[group].items()
    }
