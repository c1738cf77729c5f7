"""Dates of publication as sources write them. What is not clear is refused; nothing is filled in.

Understood: ISO 8601 dates and times, RFC 2822, "December 1, 2025", "1 Dec 2025", "2025/12/01",
"December 2025", "2025-12", "2025", and Unix times in seconds or milliseconds.
"""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from pipelines.reading.article import Precision
from pipelines.reading.clock import DateError, instant

MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
# The first newspaper is of 1605; years like 0001 or 9999 stand for "unknown".
YEARS = range(1600, 2101)
MAX_CHARACTERS = 100

_WEEKDAY = r"(?:(?P<weekday>[a-z]+)\.?,?\s)?"
_NAME = r"(?P<name>[a-z]{3,9})\.?"
_DAY = r"(?P<day>\d\d?)(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>\d{4})"
_CLOCK = r"(?:(?:[t,]\s*|,?\s(?:at\s)?)(?P<clock>\d.*))?"
_SHAPES = [
    re.compile(pattern, re.ASCII | re.I)
    for pattern in (
        rf"{_YEAR}(?P<mark>[-/.])(?P<month>\d\d?)(?P=mark)(?P<day>\d\d?){_CLOCK}",
        rf"{_YEAR}(?P<month>\d\d)(?P<day>\d\d)(?:t?(?P<clock>\d{{4}}.*))?",
        rf"{_WEEKDAY}{_NAME}\s{_DAY},?\s{_YEAR}{_CLOCK}",
        rf"{_WEEKDAY}{_DAY}[\s-](?:of\s)?{_NAME},?[\s-]{_YEAR}{_CLOCK}",
        rf"{_YEAR}[-/](?P<month>\d\d)",
        rf"{_NAME},?\s{_YEAR}",
        _YEAR,
    )
]
_EITHER_WAY = re.compile(
    rf"(?P<first>\d\d?)(?P<mark>[-/.])(?P<second>\d\d?)(?P=mark){_YEAR}{_CLOCK}", re.ASCII | re.I
)
# From September 2001 to May 2033: beyond, ten digits may as well be YYYYMMDDHH.
_EPOCH = re.compile(r"(?P<seconds>1\d{9})(?P<milliseconds>\d{3})?(?:\.\d+)?", re.ASCII)

Parts = dict[str, str | None]


@dataclass(frozen=True, slots=True)
class Published:
    """A date as written, and as much of it as is known; ``instant``, in UTC, needs an offset."""

    words: str
    precision: Precision
    day: date | None = None
    instant: datetime | None = None


def published(words: str) -> Published:
    """Understand a date of publication. Raises DateError."""
    words = " ".join(words.split())
    if len(words) > MAX_CHARACTERS:
        raise DateError("it is too long for a date")
    if match := _EPOCH.fullmatch(words):
        return _from_epoch(words, match)
    if match := _EITHER_WAY.fullmatch(words):
        return _from_parts(words, _in_order(match.groupdict()))
    for shape in _SHAPES:
        if match := shape.fullmatch(words):
            return _from_parts(words, match.groupdict())
    raise DateError("it is in no form that is known; write it as 2025-12-31")


def _from_epoch(words: str, match: re.Match[str]) -> Published:
    """A Unix time is in UTC as it is written, so its day is UTC's."""
    since = timedelta(seconds=int(match["seconds"]), milliseconds=int(match["milliseconds"] or 0))
    moment = datetime(1970, 1, 1, tzinfo=UTC) + since
    return Published(words, "time", moment.date(), moment)


def _in_order(parts: Parts) -> Parts:
    """Tell day from month where only one of the two numbers can be the month."""
    first, second = parts["first"] or "", parts["second"] or ""
    if int(first) <= 12 and int(second) <= 12 and int(first) != int(second):
        raise DateError("day and month could be either way round; write it as 2025-12-31")
    day, month = (first, second) if int(second) <= 12 else (second, first)
    return {**parts, "day": day, "month": month}


def _from_parts(words: str, parts: Parts) -> Published:
    year = int(parts["year"] or 0)
    if year not in YEARS:
        raise DateError(f"the year is not between {YEARS[0]} and {YEARS[-1]}")
    month = _month(parts)
    if month is None:
        return Published(words, "year")
    if not parts.get("day"):
        return Published(words, "month")
    day = _day(year, month, parts)
    clock = parts.get("clock")
    moment = instant(day, clock) if clock else None
    return Published(words, "time" if moment else "day", day, moment)


def _month(parts: Parts) -> int | None:
    if name := parts.get("name"):
        return _place(name, MONTHS, "month") + 1
    if not parts.get("month"):
        return None
    month = int(parts["month"] or 0)
    if not 1 <= month <= 12:
        raise DateError(f"there is no month {month}")
    return month


def _day(year: int, month: int, parts: Parts) -> date:
    try:
        day = date(year, month, int(parts["day"] or 0))
    except ValueError:
        raise DateError("there is no such day") from None
    weekday = parts.get("weekday")
    if weekday and _place(weekday, WEEKDAYS, "weekday") != day.weekday():
        raise DateError(f"that day was a {WEEKDAYS[day.weekday()].capitalize()}")
    return day


def _place(name: str, names: tuple[str, ...], kind: str) -> int:
    """Where a name, or its first three letters or more, stands in a list."""
    for place, full in enumerate(names):
        if len(name) >= 3 and full.startswith(name.lower()):
            return place
    raise DateError(f"{name} is no English {kind}")
