"""Dates as they are written: "November 21, 2025", "9 May", "Monday night", "in April", "2019", "2025-01-03"."""

from collections.abc import Sequence
from typing import Final

from pipelines.extraction.text.tokens import HYPHENS, Token, lower_at, touches
from pipelines.extraction.times.points import Day, Month, Part, Point, Range, Weekday, Which, Year
from pipelines.extraction.times.words import TimeWords

#: A point, the token at which it begins, and the token after it.
Read = tuple[Point, int, int]

_SUFFIXES = ("st", "nd", "rd", "th")
_JOINS = ("to", "through", *HYPHENS)
# After these a month is one even before a name: "in May Hamas".
_SURE = ("in", "since", "of", "last", "this", "early", "mid", "late", "until")
_OF_YEAR: Final[dict[str, Which]] = {
    "that": "that year",
    "same": "that year",
    "this": "this year",
    "last": "last year",
    "previous": "last year",
}


def date_at(tokens: Sequence[Token], at: int, words: TimeWords) -> Read | None:
    """The date that begins at ``tokens[at]``, if one does."""
    word = tokens[at].lower
    if word in words.weekdays:
        return _weekday(tokens, at, words)
    if word in words.months:
        return _month_first(tokens, at, words)
    if word in words.thirds_of_months:
        number, month = words.thirds_of_months[word]
        year, last = _year_after(tokens, at + 1, words)
        return Part(number, 3, Month(month, year)), at, last
    if word[0].isdecimal():
        return (
            _numeric(tokens, at) or _day_first(tokens, at, words) or _bare_year(tokens, at, words)
        )
    holiday = words.holidays.after(tokens, at)
    if holiday is None:
        return None
    last, (month, day) = holiday
    year, last = _year_after(tokens, last, words)
    return Day(month, day, year), at, last


def _weekday(tokens: Sequence[Token], at: int, words: TimeWords) -> Read | None:
    """As in "Monday", "Monday night", "Monday, March 3"."""
    if words.has("not_before_weekdays", lower_at(tokens, at - 1)):
        return None
    weekday, last = words.weekdays[tokens[at].lower], at + 1
    if words.has("parts_of_day", lower_at(tokens, last)):
        last += 1
    after = last + (lower_at(tokens, last) == ",")
    dated = date_at(tokens, after, words) if _may_be_date(tokens, after, words) else None
    if dated is not None and isinstance(dated[0], Day):
        day = dated[0]
        return Day(day.month, day.day, day.year, weekday), at, dated[2]
    return Weekday(weekday), at, last


def _may_be_date(tokens: Sequence[Token], at: int, words: TimeWords) -> bool:
    """Whether a month or a number begins at ``at``, but no weekday: a list of weekdays is none of dates."""
    word = lower_at(tokens, at)
    return word in words.months or word[:1].isdecimal()


def _month_first(tokens: Sequence[Token], at: int, words: TimeWords) -> Read | None:
    """As in "November 21, 2025", "Nov. 21-23", "March 2024", "in April". "may" and "march" in lower case are verbs."""
    if not tokens[at].text[0].isupper():
        return None
    month, day = words.months[tokens[at].lower], at + 1 + (lower_at(tokens, at + 1) in (".", "-"))
    number = _day(tokens, day)
    if number and not _counts(tokens, at, day, words):
        second, last = _second_day(tokens, _after_suffix(tokens, day), number)
        year, last = _year_after(tokens, last, words)
        if year is None and second is None and _names_event(tokens, at, last):
            return Day(month, number, names=True), at, last
        return _day_or_days(month, number, second, year), at, last
    year, last = _year_after(tokens, day, words)
    if year is not None:
        return Month(month, year), at, last
    if not _is_month(tokens, at, words):
        return None
    which, last = _of_year(tokens, at + 1)
    return Month(month, which=which), at, last


def _is_month(tokens: Sequence[Token], at: int, words: TimeWords) -> bool:
    """Whether a bare month is one: "in April", "between July and August", "May's attack"; "April Jones" is a name."""
    lead, follows = lower_at(tokens, at - 1), lower_at(tokens, at + 1)
    if at + 1 < len(tokens) and tokens[at + 1].text.istitle() and lead not in _SURE:
        return False
    joined = lead in ("and", "or") and (
        lower_at(tokens, at - 2) in words.months or lower_at(tokens, at - 2)[:1].isdecimal()
    )
    return joined or words.has("before_month", lead) or follows in ("'s", "’s")


def _counts(tokens: Sequence[Token], month: int, number: int, words: TimeWords) -> bool:
    """Whether the number after a month counts something: "in May 12 people died"."""
    return lower_at(tokens, month - 1) in ("in", "during") and words.has(
        "counted", lower_at(tokens, number + 1)
    )


def _day_first(tokens: Sequence[Token], at: int, words: TimeWords) -> Read | None:
    """As in "21 November 2025", "21st of March", "3-5 May", "5 and 7 December"."""
    number = _day(tokens, at)
    if not number:
        return None
    second, month = _second_day(tokens, _after_suffix(tokens, at), number, near=False)
    month += lower_at(tokens, month) in ("of", "-")
    if lower_at(tokens, month) not in words.months or not tokens[month].text[0].isupper():
        return None
    if lower_at(tokens, at - 1) == "the" and _is_name(tokens, month + 1):
        return None  # "the 14th October Brigade"
    after = month + 1 + (lower_at(tokens, month + 1) in (".", "-"))
    year, last = _year_after(tokens, after, words)
    last = month + 1 if year is None else last
    return _day_or_days(words.months[tokens[month].lower], number, second, year), at, last


def _is_name(tokens: Sequence[Token], at: int) -> bool:
    return at < len(tokens) and tokens[at].text[0].isupper()


def _names_event(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether a day stands like a name before its event: "the October 7 attacks"."""
    return lower_at(tokens, first - 1) == "the" and lower_at(tokens, last)[:1].isalpha()


def _day_or_days(month: int, day: int, second: int | None, year: int | None) -> Point:
    first = Day(month, day, year)
    return first if second is None else Range(first, Day(month, second, year))


def _second_day(
    tokens: Sequence[Token], at: int, first: int, *, near: bool = True
) -> tuple[int | None, int]:
    """The second day of "21-23", and after "and" of "21 and 22": where it must be ``near``, the next day."""
    joined, second = lower_at(tokens, at), _day(tokens, at + 1)
    if second <= first or not (
        joined in _JOINS or (joined == "and" and (not near or second == first + 1))
    ):
        return None, at
    return second, _after_suffix(tokens, at + 1)


def _day(tokens: Sequence[Token], at: int) -> int:
    """The day of a month in digits at ``at``, else 0."""
    word = lower_at(tokens, at)
    return (
        int(word)
        if word.isascii() and word.isdecimal() and len(word) <= 2 and int(word) <= 31
        else 0
    )


def _after_suffix(tokens: Sequence[Token], at: int) -> int:
    """Past a day and its "st" or "th"."""
    return at + 1 + (touches(tokens, at + 1) and lower_at(tokens, at + 1) in _SUFFIXES)


def _year(tokens: Sequence[Token], at: int, least: int = 1700) -> int | None:
    word = lower_at(tokens, at)
    if not (word.isascii() and word.isdecimal() and len(word) == 4 and least <= int(word) <= 2100):
        return None
    return int(word)


def _year_after(tokens: Sequence[Token], at: int, words: TimeWords) -> tuple[int | None, int]:
    """The year of ", 2025" or "2025" at ``at``, and the token after it."""
    place = at + (lower_at(tokens, at) == ",")
    year = _year(tokens, place)
    if year is None or words.has("counted", lower_at(tokens, place + 1)):
        return None, at
    return year, place + 1


def _of_year(tokens: Sequence[Token], at: int) -> tuple[Which | None, int]:
    """The year told of in "March of that year", "June last year"."""
    place = at + (lower_at(tokens, at) == "of")
    place += lower_at(tokens, place) == "the"
    which = _OF_YEAR.get(lower_at(tokens, place))
    return (which, place + 2) if which and lower_at(tokens, place + 1) == "year" else (None, at)


def _bare_year(tokens: Sequence[Token], at: int, words: TimeWords) -> Read | None:
    """As in "in 2019", "the 1990s"."""
    year = _year(tokens, at, 1900)
    if year is None:
        return None
    touched, follows = touches(tokens, at + 1), lower_at(tokens, at + 1)
    if touched and follows == "s" and year % 10 == 0:
        return Year(year, 10), at, at + 2
    if touched and (
        follows[:1].isalnum()
        or (lower_at(tokens, at + 2)[:1].isdecimal() and follows not in HYPHENS)
    ):
        return None
    if words.has("counted", follows) or not words.has("before_year", lower_at(tokens, at - 1)):
        return None
    return Year(year), at, at + 1


def _numeric(tokens: Sequence[Token], at: int) -> Read | None:
    """As in "2025-01-03", "21/11/2025"; where day and month could change places it is no date."""
    parts = [lower_at(tokens, at + step) for step in (0, 2, 4)]
    signs = {lower_at(tokens, at + step) for step in (1, 3)}
    if (
        len(signs) > 1
        or not signs <= {"-", "/", "."}
        or not all(_is_digits(part) for part in parts)
    ):
        return None
    if not all(touches(tokens, at + step) for step in (1, 2, 3, 4)):
        return None
    first, second, third = map(int, parts)
    if len(parts[0]) == 4:
        return Day(second, third, first), at, at + 5
    if len(parts[2]) != 4 or (first <= 12 and second <= 12 and first != second):
        return None
    month, day = (first, second) if second > 12 else (second, first)
    return Day(month, day, third), at, at + 5


def _is_digits(word: str) -> bool:
    return word.isascii() and word.isdecimal() and len(word) <= 4
