"""The days of a single time: a date, a weekday, a calendar unit, a time counted from publication or from another."""

from datetime import date, timedelta
from typing import Final

from pipelines.extraction.times import calendar
from pipelines.extraction.times.anchor import Anchor
from pipelines.extraction.times.points import (
    Ago,
    Current,
    Day,
    Month,
    Near,
    Past,
    That,
    Told,
    Weekday,
    Year,
)
from pipelines.extraction.times.windows import Days

_DAY: Final = timedelta(1)
_SHORT: Final = ("hour", "day")
_SHORT_UNITS: Final = (*_SHORT, "weekend", "week")
_WEEK: Final = timedelta(7)
# An event that is named by its day is of this year only for so long.
_NAMED: Final = timedelta(92)
_WEEKEND: Final = (5, 6)


def day_days(point: Day, anchor: Anchor) -> Days | None:
    """A day of the calendar, without a year the last of its name."""
    if point.year is not None:
        found = calendar.day(point.year, point.month, point.day)
    elif anchor.published is None:
        days = (day for day in anchor.known if (day.month, day.day) == (point.month, point.day))
        found = next(days, None)
    else:
        found = calendar.nearest_day(anchor.published, point.day, point.month, ahead=anchor.ahead)
        if point.names and found is not None and anchor.published - found > _NAMED:
            return None
    return one(found)


def month_days(point: Month, anchor: Anchor) -> Days | None:
    """A month, without a year the last of its name."""
    if point.year is not None:
        return calendar.month(point.year, point.month)
    if point.which == "that year":
        told = anchor.told.start if anchor.told else None
        return calendar.month(told.year, point.month) if told else None
    published = anchor.published
    if published is None:
        return None
    return calendar.month(_year_of(point, published, ahead=anchor.ahead), point.month)


def _year_of(point: Month, published: date, *, ahead: bool) -> int:
    """The year that a bare month is meant in. "Last June" is not the month just gone, which is "last month"."""
    year, months = published.year, published.month - point.month
    match point.which:
        case "this" | "this year":
            return year
        case "last year":
            return year - 1
        case "last":
            return year - (months <= 1)
        case "next":
            return year + (months >= 0)
        case _:
            return year + (months > 0) if ahead else year - (months < 0)


def year_days(point: Year, anchor: Anchor) -> Days | None:
    """A year or a decade."""
    return calendar.year(point.year, point.years)


def weekday_days(point: Weekday, anchor: Anchor) -> Days | None:
    """The last such weekday; on a Monday "last Monday" is a week ago."""
    published = anchor.published
    if published is None:
        return None
    if point.which == "this":
        week = calendar.unit_of(published, "week")
        return (
            one(calendar.shifted(week.start, point.weekday, "day")) if week and week.start else None
        )
    step = {"last": -1, "next": 1}.get(point.which or "", 0)
    start = calendar.shifted(published, step, "day")
    ahead = step > 0 or (anchor.ahead and step == 0)
    return one(calendar.nearest_weekday(start, point.weekday, ahead=ahead)) if start else None


def near_days(point: Near, anchor: Anchor) -> Days | None:
    """Days counted from publication."""
    if anchor.published is None:
        return None
    first = calendar.shifted(anchor.published, point.first, "day")
    last = calendar.shifted(anchor.published, point.last, "day")
    return run(first, last)


def current_days(point: Current, anchor: Anchor) -> Days | None:
    """A unit of the calendar, this one or one before it."""
    if anchor.published is None:
        return None
    back = point.back
    if point.unit == "weekend" and back > 0 and anchor.published.weekday() not in _WEEKEND:
        back -= 1  # "last weekend" said on a Tuesday is the one just gone
    day = calendar.shifted(anchor.published, -back, point.unit)
    return calendar.unit_of(day, point.unit) if day else None


def past_days(point: Past, anchor: Anchor) -> Days | None:
    """A span that ends at publication."""
    if anchor.published is None:
        return None
    return run(calendar.shifted(anchor.published, -point.number, point.unit), anchor.published)


def ago_days(point: Ago, anchor: Anchor) -> Days | None:
    """A day, or the whole unit, so long before publication."""
    if anchor.published is None:
        return None
    day = calendar.shifted(anchor.published, -point.number, point.unit)
    if day is None:
        return None
    return run(day, anchor.published) if point.unit == "hour" else calendar.unit_of(day, point.unit)


def told_days(point: Told, anchor: Anchor) -> Days | None:
    """Counted from the date told last; "the day before" with none told is the day before publication."""
    told = anchor.told
    if point.number == 0 or point.unit == "hour":
        return told if told is not None and _is_short(told) else None
    published = anchor.published if point.number < 0 else None
    if told is not None and point.unit in _SHORT_UNITS and not _is_short(told, _WEEK):
        return None  # "six weeks after" cannot be counted from a year
    base = published if told is None else told.start if point.number < 0 else told.end
    day = calendar.shifted(base, point.number, point.unit) if base else None
    return calendar.unit_of(day, point.unit) if day else None


def _is_short(days: Days, longest: timedelta = _DAY) -> bool:
    """A day, or the night between two."""
    return days.start is not None and days.end is not None and days.end - days.start <= longest


def that_days(point: That, anchor: Anchor) -> Days | None:
    """What was told last, or the unit of the calendar that it began in."""
    told = anchor.happened or anchor.told
    if told is None or point.unit is None or told.start is None:
        return told
    if point.unit in _SHORT:
        return told if _is_short(told) else None
    return calendar.unit_of(told.start, point.unit)


def one(day: date | None) -> Days | None:
    """A single day."""
    return None if day is None else Days(day, day, "day")


def run(first: date | None, last: date | None) -> Days | None:
    """The days from one to another."""
    if first is None or last is None:
        return None
    return Days(first, last, "day" if first == last else "range")
