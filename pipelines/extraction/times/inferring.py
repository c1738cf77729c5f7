"""The year of an article that does not say when it was published, where its own words leave only one.

Two things tell the year of a day like "November 21": its day of the week, said with it ("Monday, March 3") or
reached from it (a week given on that day ran out "on Friday"); and the offices that people are called by.
"""

from calendar import day_name, month_name
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from pipelines.extraction.text.tokens import Token, lower_at
from pipelines.extraction.times import calendar
from pipelines.extraction.times.anchor import Anchor
from pipelines.extraction.times.basis import is_explicit
from pipelines.extraction.times.offices import Term, terms_in
from pipelines.extraction.times.points import Dated, Day, TimeExpression, Unit, Weekday
from pipelines.extraction.times.words import TimeWords, time_words

# No article that is read here is older or newer.
_YEARS = range(1990, 2040)
# How many sentences after its day a deadline may be told to have run out.
_WITHIN = 6
# A bare weekday is the last one before publication, so that an article is from the six days after it.
_SIX_DAYS = 6
# Longer spans are no deadlines.
_LONGEST = 100


@dataclass(frozen=True, slots=True)
class _Clue:
    """A day without a year that fell on a weekday, or so many ``units`` after which a weekday came."""

    day: Day
    weekday: int
    number: int = 0
    unit: Unit = "day"

    def falls(self, year: int) -> date | None:
        """The day in a year in which the weekday comes out right."""
        found = calendar.day(year, self.day.month, self.day.day)
        reached = calendar.shifted(found, self.number, self.unit) if found else None
        return found if reached is not None and reached.weekday() == self.weekday else None

    def published(self, day: date) -> tuple[date, date] | None:
        """The first and last day of publication where the weekday is the last one before it."""
        reached = calendar.shifted(day, self.number, self.unit)
        last = calendar.shifted(reached, _SIX_DAYS, "day") if reached else None
        return (reached, last) if reached and last else None

    def words(self) -> str:
        """What the clue says, for people."""
        named = f"{month_name[self.day.month]} {self.day.day}"
        later = f" and {self.number} {self.unit}{'s' * (self.number > 1)}" if self.number else ""
        return f"{named}{later} came to a {day_name[self.weekday]}"


def inferred(read: Sequence[Dated], *, lexicon: Path | None = None) -> Anchor:
    """An anchor without a day of publication, with what the passages of a text let infer and the reasoning.

    Where several years fit nothing is inferred, and the reasoning names them.
    """
    clues = list(_clues(read, lexicon))
    if not clues:
        return Anchor(None)
    terms = list(dict.fromkeys(_terms(read, lexicon)))
    fitting = {clue: [day for year in _YEARS if (day := clue.falls(year))] for clue in clues}
    left = {
        clue: [day for day in days if all(term.covers(day) for term in terms)]
        for clue, days in fitting.items()
    }
    reason = ". ".join(_reason(clue, terms, fitting[clue], left[clue]) for clue in fitting)
    known = {clue: days[0] for clue, days in left.items() if len(days) == 1}
    if not known:
        return Anchor(None, reason=reason)
    between = next((clue.published(day) for clue, day in known.items() if clue.number), None)
    return Anchor(None, "inferred", known=tuple(known.values()), between=between, reason=reason)


def _terms(read: Sequence[Dated], lexicon: Path | None) -> Iterator[Term]:
    """The offices held at the time of writing: a sentence with a year in it may tell of another."""
    for passage in read:
        found = list(terms_in(passage.tokens, lexicon=lexicon))
        if found and not any(is_explicit(item.point) for item in passage.times):
            yield from found


def _clues(read: Sequence[Dated], lexicon: Path | None) -> Iterator[_Clue]:
    """What the sentences tell of the year."""
    words = time_words(lexicon)
    given: tuple[int, Day] | None = None
    allowed: tuple[int, int, Unit] | None = None
    for number, passage in enumerate(read):
        tokens, items = passage.tokens, passage.times
        days = [item.point for item in items if isinstance(item.point, Day)]
        for day in days:
            if day.year is None and day.weekday is not None:
                yield _Clue(replace(day, weekday=None), day.weekday)
        weekday = _ran_out(tokens, items, words)
        if weekday is not None and given and allowed and number - given[0] <= _WITHIN:
            yield _Clue(given[1], weekday, allowed[1], allowed[2])
        bare = [day for day in days if day.year is None]
        given = (number, bare[0]) if bare else given
        span = next(_spans(tokens, words), None) if given else None
        allowed = (number, *span) if span else allowed


def _ran_out(
    tokens: Sequence[Token], items: Sequence[TimeExpression], words: TimeWords
) -> int | None:
    """The weekday on which a deadline ran out, where a sentence tells of one."""
    if words.lists["deadlines"].isdisjoint(token.lower for token in tokens):
        return None
    days = (item.point.weekday for item in items if isinstance(item.point, Weekday))
    return next(days, None)


def _spans(tokens: Sequence[Token], words: TimeWords) -> Iterator[tuple[int, Unit]]:
    """The lengths of time that somebody is given: "one week of safe passage", "a 72-hour ultimatum"."""
    for at in range(len(tokens)):
        counted = words.number(tokens, at)
        if counted is not None and 0 < counted[0] < _LONGEST:
            unit = words.unit(tokens, counted[1] + (lower_at(tokens, counted[1]) == "-"))
            if unit in ("hour", "day", "week", "month"):
                yield counted[0], unit


def _reason(clue: _Clue, terms: Sequence[Term], fitting: list[date], left: list[date]) -> str:
    """The reasoning in words that a user understands."""
    held = ", ".join(term.holder for term in terms)
    offices = f"; {held} held office in {_years(left)} of them" if terms else ""
    return f"{clue.words()} in {_years(fitting)}{offices}"


def _years(days: Sequence[date]) -> str:
    return ", ".join(str(day.year) for day in days) or "no year"
