"""Days of the calendar. Whatever lies outside years 1 to 9999 is None."""

from calendar import monthrange
from datetime import MINYEAR, date, timedelta
from typing import Final

from pipelines.extraction.times.points import Unit
from pipelines.extraction.times.windows import Days

_DAYS: Final = {"day": 1, "week": 7, "weekend": 7}
_MONTHS: Final = {"month": 1, "quarter": 3, "year": 12, "decade": 120}
_HOURS = 24
_SATURDAY = 5
# A month and a day of it come again within so many years (29 February: 1896, 1904).
_LONGEST = 8


def day(year: int, month: int, number: int) -> date | None:
    """A day, or None where the calendar has none ("February 30")."""
    try:
        return date(year, month, number)
    except ValueError:
        return None


def month(year: int, number: int) -> Days | None:
    """A whole month."""
    first = day(year, number, 1)
    if first is None:
        return None
    return Days(first, first.replace(day=monthrange(year, number)[1]), "month")


def year(number: int, years: int = 1) -> Days | None:
    """A whole year, or so many."""
    first, last = day(number, 1, 1), day(number + years - 1, 12, 31)
    if first is None or last is None:
        return None
    return Days(first, last, "year" if years == 1 else "decade")


def nearest_day(anchor: date, number: int, of_month: int, *, ahead: bool) -> date | None:
    """The last day of this name on or before ``anchor``, or the first on or after it."""
    step = 1 if ahead else -1
    for back in range(_LONGEST + 1):
        found = day(anchor.year + step * back, of_month, number)
        if found is not None and (found >= anchor if ahead else found <= anchor):
            return found
    return None


def nearest_weekday(anchor: date, weekday: int, *, ahead: bool) -> date | None:
    """The last such weekday on or before ``anchor``, or the first on or after it."""
    days = (weekday - anchor.weekday()) % 7 if ahead else -((anchor.weekday() - weekday) % 7)
    return shifted(anchor, days, "day")


def shifted(anchor: date, number: int, unit: Unit) -> date | None:
    """The day so many units from ``anchor``; a month is never left for the next ("31 May" and one month: 30 June)."""
    try:
        if unit == "hour":
            days = -(-abs(number) // _HOURS)
            return anchor + timedelta(days if number > 0 else -days)
        if unit in _DAYS:
            return anchor + timedelta(number * _DAYS[unit])
        months = anchor.year * 12 + anchor.month - 1 + number * _MONTHS[unit]
        of_year, of_month = months // 12, months % 12 + 1
        last = monthrange(of_year, of_month)[1] if of_year >= MINYEAR else 0
        return date(of_year, of_month, min(anchor.day, last))
    except (OverflowError, ValueError):
        return None


def unit_of(anchor: date, unit: Unit) -> Days | None:
    """The calendar unit that a day falls in; a weekend is the one last begun."""
    if unit in ("hour", "day"):
        return Days(anchor, anchor, "day")
    if unit == "week":
        return _run(shifted(anchor, -anchor.weekday(), "day"), 6, "week")
    if unit == "weekend":
        return _run(nearest_weekday(anchor, _SATURDAY, ahead=False), 1, "weekend")
    if unit == "month":
        return month(anchor.year, anchor.month)
    if unit == "quarter":
        first = day(anchor.year, anchor.month - (anchor.month - 1) % 3, 1)
        last = shifted(first, 2, "month") if first else None
        whole = month(last.year, last.month) if last else None
        return whole and Days(first, whole.end, "quarter")
    return year(anchor.year) if unit == "year" else year(anchor.year - anchor.year % 10, 10)


def part(days: Days, number: int, parts: int) -> Days | None:
    """The ``number``-th of ``parts``: of a month days 1-10, 11-20, 21-end; of a longer time whole months."""
    if days.start is None or days.end is None:
        return None
    if days.precision == "month":
        length = 30 // parts
        first = days.start + timedelta(length * (number - 1))
        last = days.end if number == parts else first + timedelta(length - 1)
        return Days(first, last, "range")
    months = (days.end.year - days.start.year) * 12 + days.end.month - days.start.month + 1
    if months < parts:
        return days
    first_month = shifted(days.start, months * (number - 1) // parts, "month")
    after = shifted(days.start, months * number // parts, "month")
    if first_month is None or after is None:
        return None
    return Days(first_month, after - timedelta(1), "quarter" if parts == 4 else "range")


def _run(first: date | None, days: int, precision: str) -> Days | None:
    last = shifted(first, days, "day") if first is not None else None
    if first is None or last is None:
        return None
    return Days(first, last, "week" if precision == "week" else "weekend")
