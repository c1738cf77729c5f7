"""Dates of publication: the cases stand in dates.yaml."""

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from pipelines.reading.clock import DateError
from pipelines.reading.dates import MAX_CHARACTERS, published

CASES = yaml.safe_load(Path(__file__).with_name("dates.yaml").read_text(encoding="utf-8"))
DAYS = st.dates(date(1600, 1, 1), date(2100, 12, 31))
INSTANTS = st.datetimes(datetime(1700, 1, 1), datetime(2100, 1, 1), timezones=st.timezones())


@pytest.mark.parametrize("case", CASES["understood"], ids=lambda case: case["words"])
def test_what_is_clear_is_understood_and_nothing_is_filled_in(case: dict[str, Any]) -> None:
    found = published(case["words"])
    instant = case.get("at") and datetime.fromisoformat(case["at"])
    assert (found.precision, found.day, found.instant) == (
        case["precision"],
        case.get("day"),
        instant,
    )


@pytest.mark.parametrize("case", CASES["refused"], ids=lambda case: case["words"])
def test_what_is_not_clear_is_refused_with_the_reason(case: dict[str, str]) -> None:
    with pytest.raises(DateError, match=case["because"]):
        published(case["words"])


def test_the_words_are_kept_beside_what_is_understood() -> None:
    assert published("  Dec. 1,  2025").words == "Dec. 1, 2025"


def test_a_date_of_absurd_length_is_refused_unread() -> None:
    with pytest.raises(DateError, match="too long"):
        published("2025-12-01" + " x" * MAX_CHARACTERS)


@given(DAYS)
def test_every_iso_day_is_that_day(day: date) -> None:
    found = published(day.isoformat())
    assert (found.precision, found.day, found.instant) == ("day", day, None)


@given(INSTANTS)
def test_every_iso_instant_is_that_instant_and_keeps_the_day_of_its_place(moment: datetime) -> None:
    minute = moment.replace(microsecond=0)
    offset = minute.utcoffset()
    if offset is None or offset.total_seconds() % 60:  # zones of the 18th century
        return
    found = published(minute.isoformat())
    assert found.instant == minute.astimezone(UTC)
    assert found.day == minute.date()


@given(st.text(max_size=120))
@example("0000-00-00T00:00")
@example("1 a 2025")
def test_any_words_are_understood_or_refused(words: str) -> None:
    try:
        found = published(words)
    except DateError:
        return
    assert (found.day is not None) == (found.precision in ("day", "time"))
    assert (found.instant is not None) == (found.precision == "time")
