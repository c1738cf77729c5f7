"""Dates, years and times of day that have a number in them. They stay words here: nothing is resolved."""

import re
from collections.abc import Sequence
from typing import cast

from pipelines.extraction.lexicon import load
from pipelines.extraction.text.tokens import HYPHENS, Token, is_hyphen, lower_at, touches
from pipelines.extraction.values import QuantityKind

_DATES = load("dates", keys=("months", "before_year", "counted", "before_age"))
MONTHS = frozenset(_DATES["months"])
_BEFORE_YEAR = frozenset(_DATES["before_year"])
_COUNTED = frozenset(_DATES["counted"])
_BEFORE_AGE = frozenset(_DATES["before_age"])

# Every repetition is bounded, so that a line of digits and signs is read in linear time.
_WRITTEN = re.compile(
    r"""
      (?P<date>  \d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?!\d) | \d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d{2})(?!\d)
               | (?:19|20)\d\d[/\u2013-](?:\d\d|(?:19|20)\d\d)(?![\d-]) | 9/11(?![\d/])
               | (?:0\d/\d{1,2}|\d{1,2}/0\d)(?![\d/]) )
    | (?P<time>  \d{1,2}:\d{2}(?::\d{2})?(?![\d:])(?:\s?[ap]\.?m\b\.?)? | \d{1,2}(?:\.\d{2})?\s?(?:[ap]\.m\.|[ap]m\b)
               | [0-2]\d[0-5]\d\s?(?:GMT|UTC|Z\b) )
    | (?P<other> 24/7(?![\d/]) )
    | (?P<ratio> \d{1,3}/\d{1,3}(?![\d/]) | \d{1,3}-in-\d{1,3}(?:,\d{3}){0,3}(?!\d) )
    | (?P<identifier> \d{1,5}(?:\.\d{1,5}){2,12}(?!\d) | \d{1,4}(?:-\d{3,4}){2,4}(?![\d-]) | 0\d+(?![.,]?\d)
               | \d{3}-0\d{3}(?!\d) | \+\d{1,3}(?:[-\ ]\d{2,4}){2,5}(?!\d) | \(\d{3}\)\ ?\d{3}-\d{4}(?!\d) )
    """,
    re.VERBOSE | re.IGNORECASE,
)

Found = tuple[QuantityKind, int]


def date_at(text: str, tokens: Sequence[Token], at: int) -> Found | None:
    """The date, time or other written form that begins at ``tokens[at]``: its kind and the token after it."""
    if tokens[at].text in "+(":
        return _written(text, tokens, at)
    if not tokens[at].text[0].isdecimal():
        last = _month_first(tokens, at) if tokens[at].lower in MONTHS else None
        return ("date", last) if last else None
    if written := _written(text, tokens, at):
        return written
    if last := _day_first(tokens, at) or _year(tokens, at):
        return "date", last
    return _decade(tokens, at)


def _written(text: str, tokens: Sequence[Token], at: int) -> Found | None:
    match = _WRITTEN.match(text, tokens[at].start, tokens[-1].end)
    if match is None:
        return None
    last = at
    while last < len(tokens) and tokens[last].start < match.end():
        last += 1
    return cast(QuantityKind, match.lastgroup), last


def _whole(tokens: Sequence[Token], at: int) -> int:
    """The plain whole number at ``tokens[at]``, else -1."""
    if at < len(tokens) and tokens[at].text.isdecimal() and len(tokens[at].text) <= 4:
        return int(tokens[at].text)
    return -1


def _is_day(tokens: Sequence[Token], at: int) -> bool:
    return 1 <= _whole(tokens, at) <= 31 and len(tokens[at].text) <= 2


def after_suffix(tokens: Sequence[Token], at: int) -> int:
    """Past the "st" of "21st" if it stands at ``at``."""
    return at + (touches(tokens, at) and tokens[at].lower in ("st", "nd", "rd", "th"))


def _after_year(tokens: Sequence[Token], at: int) -> int:
    """Past ", 2025" or "2025" if it stands at ``at``."""
    year = at + (lower_at(tokens, at) == ",")
    return year + 1 if 1700 <= _whole(tokens, year) <= 2100 and len(tokens[year].text) == 4 else at


def _month_first(tokens: Sequence[Token], at: int) -> int | None:
    """As in "November 21, 2025", "Nov. 21-23", "March 2024". "may" and "march" in lower case are verbs."""
    day = at + 1 + (lower_at(tokens, at + 1) in (".", "-"))
    if not tokens[at].text[0].isupper():
        return None
    if not _is_day(tokens, day):
        end = _after_year(tokens, day)
        return end if end > day else None
    if lower_at(tokens, at - 1) == "in" and lower_at(tokens, day + 1) in _COUNTED:
        return None  # "in May 12 people died"
    return _after_year(tokens, _after_day_range(tokens, after_suffix(tokens, day + 1)))


def _after_day_range(tokens: Sequence[Token], at: int) -> int:
    """Past "-23" or "to 23"."""
    joins = is_hyphen(tokens, at) or lower_at(tokens, at) == "to"
    return after_suffix(tokens, at + 2) if joins and _is_day(tokens, at + 1) else at


def _day_first(tokens: Sequence[Token], at: int) -> int | None:
    """As in "21 November 2025", "21st of March", "3-5 May"."""
    if not _is_day(tokens, at):
        return None
    month = _after_day_range(tokens, after_suffix(tokens, at + 1))
    month += lower_at(tokens, month) in ("of", "-")
    if lower_at(tokens, month) not in MONTHS or not tokens[month].text[0].isupper():
        return None
    after = month + 1
    year = after + (lower_at(tokens, after) in (".", "-"))
    end = _after_year(tokens, year)
    return end if end > year else after


def _year(tokens: Sequence[Token], at: int) -> int | None:
    """As in "in 2017", "the 1999 siege"; but "2000 people"."""
    if len(tokens[at].text) != 4 or not 1500 <= _whole(tokens, at) <= 2100:
        return None
    follows = lower_at(tokens, at + 1)
    if touches(tokens, at + 1) and follows[:1].isalnum():
        return None
    if follows in _COUNTED or follows in ("%", "percent"):
        return None
    if at == 0 or lower_at(tokens, at - 1) in _BEFORE_YEAR | MONTHS:
        return at + 1
    return None if follows[:1].isalpha() and follows.endswith("s") else at + 1


def _decade(tokens: Sequence[Token], at: int) -> Found | None:
    """As in "the 1990s"; "in her 20s" is an age."""
    number = _whole(tokens, at)
    if (
        number < 10
        or number % 10
        or not touches(tokens, at + 1)
        or lower_at(tokens, at + 1) not in ("s", "'s", "’s")
    ):
        return None
    before = at - 1
    if before > 0 and tokens[before].text in HYPHENS | {"mid", "early", "late"}:
        before -= 1 + (lower_at(tokens, before - 1) in ("mid", "early", "late"))
    before -= lower_at(tokens, before) in ("mid", "early", "late")
    return ("age" if lower_at(tokens, before) in _BEFORE_AGE else "date"), at + 2
