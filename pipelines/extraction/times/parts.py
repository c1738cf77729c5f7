"""Parts of a time: "early September", "the first six months of 2024", "the start of the year", "the second day of"."""

from collections.abc import Sequence

from pipelines.extraction.text.tokens import HYPHENS, Token, lower_at
from pipelines.extraction.times.dates import Read, date_at
from pipelines.extraction.times.points import Counted, Current, Month, Part, Point, Vague, Year
from pipelines.extraction.times.relatives import after_the, relative_at
from pipelines.extraction.times.words import TimeWords

_HALVES, _THIRDS, _QUARTERS = 2, 3, 4
_LONG = ("week", "month", "year", "decade")


def part_at(tokens: Sequence[Token], at: int, words: TimeWords) -> Read | None:
    """The part of a time that begins at ``tokens[at]``."""
    return (
        _third(tokens, at, words)
        or _edge(tokens, at, words)
        or _fraction(tokens, at, words)
        or _counted(tokens, at, words)
    )


def _third(tokens: Sequence[Token], at: int, words: TimeWords) -> Read | None:
    """As in "early September", "late last year", "mid-2019"; "late on Saturday" is that day."""
    third = words.thirds.get(tokens[at].lower)
    place = after_the(tokens, at + 1 + (lower_at(tokens, at + 1) in ("on", "in", *HYPHENS)))
    if third is None or place >= len(tokens):
        return None
    found = date_at(tokens, place, words) or relative_at(tokens, place, words)
    if found is None or found[1] < place - 1:
        return None
    point = found[0]
    long = isinstance(point, Month | Year | Current)
    return Part(third, _THIRDS, point) if long else point, at, found[2]


def _edge(tokens: Sequence[Token], at: int, words: TimeWords) -> Read | None:
    """As in "the start of the year", "the end of May": of a year its first or last month, else a third."""
    names = ("starts", "middles", "ends")
    edge = next(
        (at_ for at_, name in enumerate(names, 1) if words.has(name, tokens[at].lower)), None
    )
    of = _of(tokens, at + 1, words) if edge is not None else None
    if edge is None or of is None:
        return None
    point, _, last = of
    year = isinstance(point, Year) or (isinstance(point, Current) and point.unit == "year")
    if year and edge != _HALVES:
        return Counted(1, "month", point, from_end=edge == _THIRDS), at, last
    return Part(edge, _THIRDS, point), at, last


def _fraction(tokens: Sequence[Token], at: int, words: TimeWords) -> Read | None:
    """As in "first half of the year", "third quarter of 2024"; "the second quarter" alone fixes nothing."""
    number = words.ordinals.get(tokens[at].lower, 0)
    parts = {"half": _HALVES, "quarter": _QUARTERS}.get(lower_at(tokens, at + 1), 0)
    if not 0 < number <= parts:
        return None
    of = _of(tokens, at + 2, words)
    return (Vague(), at, at + 2) if of is None else (Part(number, parts, of[0]), at, of[2])


def _counted(tokens: Sequence[Token], at: int, words: TimeWords) -> Read | None:
    """As in "first six months of 2024", "last week of May"; without a time after it, of what was told last."""
    ordinal, final = words.ordinals.get(tokens[at].lower), words.has("final", tokens[at].lower)
    number = words.number(tokens, at + 1)
    place = number[1] if number else at + 1
    unit = words.unit(tokens, place) if ordinal or final else None
    if unit is None or (number is None and lower_at(tokens, place).endswith("s")):
        return None
    many, skip = (number[0], 0) if number else (1, (ordinal or 1) - 1)
    of = _of(tokens, place + 1, words)
    if of is not None:
        return Counted(many, unit, of[0], skip, final), at, of[2]
    told = ordinal == 1 if number else unit == "day" and lower_at(tokens, place + 1) == "of"
    return (Counted(many, unit, None, skip), at, place + 1) if told and not final else None


def _of(tokens: Sequence[Token], at: int, words: TimeWords) -> Read | None:
    """The time after "of" or "in" ("of 2024", "of the year", "of last month"), or right there ("half this year")."""
    joined = lower_at(tokens, at) in ("of", "in")
    place = after_the(tokens, at + 1) if joined else at
    if place >= len(tokens):
        return None
    unit = words.unit(tokens, place)
    if joined and unit in _LONG:
        return Current(unit, 0), at, place + 1
    found: Read | None = date_at(tokens, place, words) if joined else None
    found = found or relative_at(tokens, place, words)
    return found if found is not None and _has_parts(found[0]) else None


def _has_parts(point: Point) -> bool:
    return isinstance(point, Month | Year | Current)
