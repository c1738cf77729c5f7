"""The days that a time expression stands for."""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from pipelines.extraction.values import PeriodBasis, PeriodPrecision, Phrase


class Days(NamedTuple):
    """The days of a time, both inclusive; None where open or unknown."""

    start: date | None
    end: date | None
    precision: PeriodPrecision


@dataclass(frozen=True, slots=True)
class Window:
    """The days that some words stand for, both inclusive; None where open or unknown.

    ``basis`` says what fixed them: the words alone (``explicit``), the day of publication (``published``),
    another date of the text (``relative``), the ``dateline`` or a day of publication that was ``inferred``.
    ``reason`` is the reasoning of an inference, and names the years that fit where it left several.
    ``offset`` keeps the first and last day counted from publication where the words give just that.
    """

    start: date | None
    end: date | None
    precision: PeriodPrecision | None
    basis: PeriodBasis | None
    words: Phrase
    offset: tuple[int, int] | None = None
    reason: str | None = None

    @property
    def is_dated(self) -> bool:
        """Whether at least one end is known."""
        return self.start is not None or self.end is not None
