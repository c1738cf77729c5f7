"""Times of day with their offset from UTC, as they follow a date of publication."""

import re
from datetime import UTC, date, datetime, time, timedelta, timezone

# Hours from UTC, after RFC 2822, 4.3. Other names mean one thing here and another there.
ZONES = {
    "z": 0, "utc": 0, "gmt": 0, "ut": 0,
    "est": -5, "edt": -4, "cst": -6, "cdt": -5, "mst": -7, "mdt": -6, "pst": -8, "pdt": -7,
}  # fmt: skip
MAX_HOURS = 14  # Kiribati

_TIME = re.compile(
    r"(?P<hour>\d\d?):?(?P<minute>\d\d)(?::?(?P<second>\d\d)(?:[.,]\d+)?)?"
    r"\s*(?P<half>[ap]\.?m\.?)?\s*(?P<zone>[a-z+-].*)?",
    re.ASCII | re.I,
)
_OFFSET = re.compile(
    r"(?:utc|gmt)?(?P<sign>[+-])(?P<hours>\d\d?)(?::?(?P<minutes>\d\d))?(?:\s*\([a-z ]+\))?",
    re.ASCII | re.I,
)


class DateError(ValueError):
    """A date or time that is not understood; the message says why."""


def instant(day: date, clock: str) -> datetime | None:
    """The instant in UTC, to the second, or None where no known offset is given.

    Raises DateError where this is no time of day.
    """
    match = _TIME.fullmatch(clock)
    if not match:
        raise DateError("its time is in no form that is known; write 2025-12-31T09:30:00+00:00")
    local = datetime.combine(day, _time(match))
    offset = _offset(match["zone"] or "")
    return None if offset is None else local.replace(tzinfo=timezone(offset)).astimezone(UTC)


def _time(match: re.Match[str]) -> time:
    hour, half = int(match["hour"]), (match["half"] or "").lower()
    if half and hour <= 12:  # "14:30 pm" is written too, and clear
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    try:
        return time(hour, int(match["minute"]), int(match["second"] or 0))
    except ValueError:
        raise DateError("there is no such time of day") from None


def _offset(zone: str) -> timedelta | None:
    if zone.lower() in ZONES:
        return timedelta(hours=ZONES[zone.lower()])
    match = _OFFSET.fullmatch(zone)
    if not match:
        return None
    hours, minutes = int(match["hours"]), int(match["minutes"] or 0)
    if hours > MAX_HOURS or minutes > 59:
        raise DateError("no place on Earth is that far from UTC")
    return timedelta(hours=hours, minutes=minutes) * (-1 if match["sign"] == "-" else 1)
