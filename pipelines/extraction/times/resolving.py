"""From what a time says to its days. Looks back: a day is the last one of its name on or before publication."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Any, Final

from pipelines.extraction.times import calendar
from pipelines.extraction.times.anchor import Anchor
from pipelines.extraction.times.basis import is_explicit
from pipelines.extraction.times.named import (
    ago_days,
    current_days,
    day_days,
    month_days,
    near_days,
    past_days,
    run,
    that_days,
    told_days,
    weekday_days,
    year_days,
)
from pipelines.extraction.times.points import (
    Ago,
    Before,
    Compared,
    Counted,
    Current,
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
    UpTo,
    Vague,
    Weekday,
    Year,
)
from pipelines.extraction.times.windows import Days

_DAY: Final = timedelta(1)


def days_of(point: Point, anchor: Anchor) -> Days | None:
    """The days of a time; None where the anchor fixes none, or they lie after publication and nothing says so."""
    if anchor.published is None and anchor.between is not None:
        return _days_between(point, anchor, *anchor.between)
    return _days_at(point, anchor)


def _days_between(point: Point, anchor: Anchor, first: date, last: date) -> Days | None:
    """What holds on whichever day of a few an article was published: looking back, both ends agree on it."""
    early = _days_at(point, replace(anchor, published=first))
    late = _days_at(point, replace(anchor, published=last))
    if early is None or late is None:
        return None
    start = early.start if early.start == late.start else None
    end = early.end if early.end == late.end else None
    return Days(start, end, early.precision) if start or end else None


def _days_at(point: Point, anchor: Anchor) -> Days | None:
    found = _days(point, anchor)
    if found is None or (found.start is None and found.end is None):
        return None
    start, end, precision = found
    if start is not None and end is not None and start > end:
        return None
    published = anchor.published
    if published is None or anchor.ahead or end is None or end <= published:
        return found
    if start is not None and start > published:
        return found if is_explicit(point) else None
    return Days(start, published, precision)


def _days(point: Point, anchor: Anchor) -> Days | None:
    return _READERS[type(point)](point, anchor)


def _same_in(point: SameIn, anchor: Anchor) -> Days | None:
    told, other = anchor.happened or anchor.told, _days(point.of, anchor)
    if (
        told is None
        or told.start is None
        or told.end is None
        or other is None
        or other.start is None
    ):
        return None
    years = other.start.year - told.start.year
    return run(
        calendar.shifted(told.start, years, "year"), calendar.shifted(told.end, years, "year")
    )


def _part(point: Part, anchor: Anchor) -> Days | None:
    whole = _days(point.of, anchor)
    return None if whole is None else calendar.part(whole, point.number, point.parts)


def _counted(point: Counted, anchor: Anchor) -> Days | None:
    whole = _days(point.of, anchor) if point.of is not None else _counted_from(point, anchor)
    edge = None if whole is None else whole.end if point.from_end else whole.start
    if edge is None:
        return None
    if point.from_end:
        after = calendar.shifted(edge, 1, "day")
        first, last = after and calendar.shifted(after, -point.number, point.unit), edge
    else:
        first = calendar.shifted(edge, point.skip, point.unit)
        end = first and calendar.shifted(first, point.number, point.unit)
        last = end - _DAY if end else edge
    found = run(first, last)
    if found is None or point.number != 1 or point.unit not in ("week", "month", "year"):
        return found
    return found._replace(precision=point.unit)


def _counted_from(point: Counted, anchor: Anchor) -> Days | None:
    """What was told last, where units can be counted from it: no days of a year, no hours of a day."""
    told = anchor.told
    fits = told is not None and told.precision in ("day", "week", "weekend", "range")
    return told if fits and point.unit != "hour" else None


def _compared(point: Compared, anchor: Anchor) -> Days | None:
    return _days(point.of, anchor)


def _since(point: Since, anchor: Anchor) -> Days | None:
    first = _days(point.start, anchor)
    if first is None or first.start is None:
        return None
    if anchor.published is not None and first.start > anchor.published:
        return None
    return Days(first.start, anchor.published, "range")


def _before(point: Before, anchor: Anchor) -> Days | None:
    end = _days(point.end, anchor)
    if end is None or end.start is None or end.start == date.min:
        return None
    first = calendar.shifted(end.start, -point.number, point.unit) if point.number else None
    return Days(first, end.start - _DAY, "range")


def _range(point: Range, anchor: Anchor) -> Days | None:
    """From the last that began before the second time ends; where that cannot be, the first alone."""
    if isinstance(point.last, Day) and not is_explicit(point.last) and not anchor.ahead:
        return _day_range(point, anchor)
    last = _days(point.last, anchor)
    if last is None or last.end is None:
        return None
    bare = isinstance(point.first, Day | Month | Weekday) and not is_explicit(point.first)
    before = replace(anchor, published=last.end, ahead=False) if bare else anchor
    first = _days(point.first, before)
    if first is None or first.start is None:
        return None
    return first if first.start > last.end else Days(first.start, last.end, "range")


def _day_range(point: Range, anchor: Anchor) -> Days | None:
    """The last such days that have begun: "from 22 to 24 February", told on the 23rd."""
    first = _days(point.first, anchor)
    if first is None or first.start is None:
        return None
    last = _days(point.last, replace(anchor, published=first.start, ahead=True))
    return run(first.start, last.end) if last else None


def _nothing(point: Vague | UpTo, anchor: Anchor) -> Days | None:
    return None


_READERS: Final[Mapping[type, Callable[[Any, Anchor], Days | None]]] = {
    Day: day_days,
    Month: month_days,
    Year: year_days,
    Weekday: weekday_days,
    Near: near_days,
    Current: current_days,
    Past: past_days,
    Ago: ago_days,
    Told: told_days,
    That: that_days,
    SameIn: _same_in,
    Part: _part,
    Counted: _counted,
    Since: _since,
    Compared: _compared,
    Before: _before,
    Range: _range,
    UpTo: _nothing,
    Vague: _nothing,
}
