"""What the times of a text are counted from."""

from dataclasses import dataclass
from datetime import date

from pipelines.extraction.times.windows import Days
from pipelines.extraction.values import PeriodBasis


@dataclass(frozen=True, slots=True)
class Anchor:
    """What times are counted from: the day of publication, how it is known, and the date told last.

    ``happened`` is the last date of something that happened, not of a statement. With ``ahead`` the words look
    forward: a day is then the first of its name on or after publication. Where publication is unknown, ``known``
    are days inferred from the text, ``between`` the first and last day of publication, ``reason`` the reasoning.
    """

    published: date | None
    basis: PeriodBasis = "published"
    told: Days | None = None
    happened: Days | None = None
    ahead: bool = False
    known: tuple[date, ...] = ()
    between: tuple[date, date] | None = None
    reason: str | None = None
