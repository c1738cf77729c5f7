"""What fixes the days of a time: its own words, another date of the text, or the day of publication."""

from typing import Final

from pipelines.extraction.times.anchor import Anchor
from pipelines.extraction.times.points import (
    Ago,
    Before,
    Compared,
    Counted,
    Day,
    Month,
    Near,
    Part,
    Past,
    Point,
    Range,
    SameIn,
    Since,
    That,
    Told,
    Year,
)
from pipelines.extraction.values import PeriodBasis

_HOURS: Final = 24


def basis_of(point: Point, anchor: Anchor) -> PeriodBasis:
    """What fixed the days of a time: its own words, a date told before, or the day of publication."""
    begun = isinstance(point, Since) and anchor.published is None and is_explicit(point.start)
    if begun or is_explicit(point):
        return "explicit"
    return "relative" if is_relative(point) and anchor.told is not None else anchor.basis


def is_explicit(point: Point) -> bool:
    """Whether the words alone fix the days."""
    match point:
        case Day(year=year) | Month(year=year):
            return year is not None
        case Year():
            return True
        case Part(of=inner) | Counted(of=inner) | Compared(of=inner) | Before(end=inner):
            return inner is not None and is_explicit(inner)
        case Range(first=first, last=last):
            return is_explicit(last) and (is_explicit(first) or isinstance(first, Day | Month))
        case _:
            return False


def offset_of(point: Point) -> tuple[int, int] | None:
    """The first and last day counted from publication, where the words give just that."""
    match point:
        case Near(first=first, last=last):
            return first, last
        case Past(number=number, unit="hour"):
            return number // -_HOURS, 0
        case Past(number=number, unit="day"):
            return -number, 0
        case Past(number=number, unit="week"):
            return -7 * number, 0
        case Ago(number=number, unit="day"):
            return -number, -number
        case _:
            return None


def is_relative(point: Point) -> bool:
    """Whether the days are counted from a date told before."""
    match point:
        case Told() | That() | SameIn() | Counted(of=None) | Month(which="that year"):
            return True
        case Since(start=inner) | Before(end=inner) | Part(of=inner) | Compared(of=inner):
            return is_relative(inner)
        case _:
            return False
