"""What a time expression says, before any day is known: "last week", "November 21", "two days later"."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal, Protocol

from pipelines.extraction.text.tokens import Token

Unit = Literal["hour", "day", "weekend", "week", "month", "quarter", "year", "decade"]
#: Which of several of the same name: "last Monday", "this April", "March of that year", "June last year".
Which = Literal["last", "this", "next", "that year", "this year", "last year"]


@dataclass(frozen=True, slots=True)
class Day:
    """As in "November 21", "9 May 2024", "Christmas Day"; with its ``weekday`` in "Friday, November 21".

    ``names`` an event: "the October 7 attacks" may be of any year.
    """

    month: int
    day: int
    year: int | None = None
    weekday: int | None = None
    names: bool = False


@dataclass(frozen=True, slots=True)
class Month:
    """As in "April", "last November", "March 2020"."""

    month: int
    year: int | None = None
    which: Which | None = None


@dataclass(frozen=True, slots=True)
class Year:
    """As in "2019"; with ``years`` of 10 a decade, "the 1990s"."""

    year: int
    years: int = 1


@dataclass(frozen=True, slots=True)
class Weekday:
    """As in "Monday", "last Friday"; Monday is 0."""

    weekday: int
    which: Which | None = None


@dataclass(frozen=True, slots=True)
class Near:
    """Days counted from publication: "yesterday" is -1 to -1, "overnight" -1 to 0."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Current:
    """The calendar unit that publication falls in, or one ``back`` from it: "this week" 0, "last year" 1."""

    unit: Unit
    back: int


@dataclass(frozen=True, slots=True)
class Past:
    """A span that ends at publication: "the past 48 hours"."""

    number: int
    unit: Unit


@dataclass(frozen=True, slots=True)
class Ago:
    """As in "three days ago": that day, or for a longer unit the whole of it."""

    number: int
    unit: Unit


@dataclass(frozen=True, slots=True)
class Told:
    """Counted from the last date told: "two days later" (2), "the day before" (-1), "hours later" (0 days)."""

    number: int
    unit: Unit


#: "at dawn", "hours later": the day told last.
SAME_DAY: Final = Told(0, "day")


@dataclass(frozen=True, slots=True)
class That:
    """What was told last: "that day", "in the course of that month"; ``unit`` None for "in that time"."""

    unit: Unit | None


@dataclass(frozen=True, slots=True)
class SameIn:
    """The months told last in another year: "the same period of 2023"."""

    of: "Point"


@dataclass(frozen=True, slots=True)
class Part:
    """The ``number``-th of so many ``parts`` of a time: "early June" is the first third."""

    number: int
    parts: int
    of: "Point"


@dataclass(frozen=True, slots=True)
class Counted:
    """So many units at the begin of a time: "the first six months of 2024", "the second day" (``skip`` 1).

    ``of`` None is what was told last; with ``from_end`` they are counted backwards ("the last week of May").
    """

    number: int
    unit: Unit
    of: "Point | None"
    skip: int = 0
    from_end: bool = False


@dataclass(frozen=True, slots=True)
class Since:
    """From the first day of a time to publication."""

    start: "Point"


@dataclass(frozen=True, slots=True)
class Compared:
    """When something like it last was: "the deadliest since 2013"; a clause may go on about it ("when 10 died")."""

    of: "Point"


@dataclass(frozen=True, slots=True)
class Before:
    """All time before another; with ``number`` only so many units of it: "the ten years before 2023"."""

    end: "Point"
    number: int | None = None
    unit: Unit = "year"


@dataclass(frozen=True, slots=True)
class UpTo:
    """When something was counted or must be over: "by Friday", "as of Monday", "through Sunday". Fixes nothing."""


@dataclass(frozen=True, slots=True)
class Range:
    """From the first day of one time to the last of another."""

    first: "Point"
    last: "Point"


@dataclass(frozen=True, slots=True)
class Vague:
    """A time that nothing fixes: "in recent weeks", "since the siege began", "in two days of clashes"."""


Point = (
    Day
    | Month
    | Year
    | Weekday
    | Near
    | Current
    | Past
    | Ago
    | Told
    | That
    | SameIn
    | Part
    | Counted
    | Since
    | Compared
    | Before
    | UpTo
    | Range
    | Vague
)


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A time in a sentence, over ``tokens[first:last]``; ``ahead`` when the words around it look forward."""

    first: int
    last: int
    point: Point
    ahead: bool = False


class Dated(Protocol):
    """A sentence, or a piece of one: its tokens and its time expressions."""

    @property
    def tokens(self) -> Sequence[Token]:
        """The words in order."""

    @property
    def times(self) -> Sequence[TimeExpression]:
        """The time expressions in order."""
