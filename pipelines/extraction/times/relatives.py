"""Times counted from publication or from another date: "last week", "the past 48 hours", "two days later"."""

from collections.abc import Sequence

from pipelines.extraction.text.tokens import Token, lower_at
from pipelines.extraction.times.dates import Read, date_at
from pipelines.extraction.times.points import (
    Ago,
    Before,
    Current,
    Day,
    Month,
    Near,
    Past,
    Range,
    SameIn,
    That,
    Told,
    Unit,
    Vague,
    Weekday,
    Which,
    Year,
)
from pipelines.extraction.times.words import TimeWords

_WHICH: dict[int, Which] = {1: "last", 0: "this", -1: "next"}
_MONDAY = Weekday(0)
# How far back a span "in two weeks" looks for its verb, and for a word that makes it a record.
_CLAUSE, _NEAR = 16, 8


def relative_at(tokens: Sequence[Token], at: int, words: TimeWords) -> Read | None:
    """The time whose first telling word stands at ``tokens[at]``; an article before it belongs to "a week ago"."""
    near = words.near.after(tokens, at)
    if near is not None:
        return Near(*near[1]), at, near[0]
    return _back(tokens, at, words) or _counted(tokens, at, words) or _unit(tokens, at, words)


def after_the(tokens: Sequence[Token], at: int) -> int:
    """Past an article at ``at``."""
    return at + (lower_at(tokens, at) == "the")


def _back(tokens: Sequence[Token], at: int, words: TimeWords) -> Read | None:
    """As in "last week", "this April", "next Monday", "the past 48 hours", "the previous day"."""
    word = tokens[at].lower
    past = _past(tokens, at, words) if words.has("past", word) else None
    back = words.back.get(word)
    if past is not None or back is None or at + 1 >= len(tokens):
        return past
    unit = words.unit(tokens, at + 1)
    if unit is None:
        return _named(tokens, at, _WHICH[back], words)
    if lower_at(tokens, at + 1).endswith("s") or (unit in ("hour", "day") and back == 0):
        return None
    if unit in ("hour", "day"):
        return (Told(-back, unit), at, at + 2) if lower_at(tokens, at - 1) == "the" else None
    if word == "last" and lower_at(tokens, at - 1) == "the":
        return Past(1, unit), at, at + 2  # "over the last week", as against "last week"
    return Current(unit, back), at, at + 2


def _named(tokens: Sequence[Token], at: int, which: Which, words: TimeWords) -> Read | None:
    """As in "last Monday", "this April"."""
    found = date_at(tokens, at + 1, words)
    if found is None:
        return None
    point, _, last = found
    if isinstance(point, Weekday):
        return Weekday(point.weekday, which), at, last
    if isinstance(point, Month) and point.year is None and point.which is None:
        return Month(point.month, which=which), at, last
    return (point, at, last) if isinstance(point, Day) else None


def _past(tokens: Sequence[Token], at: int, words: TimeWords) -> Read | None:
    """As in "past 48 hours", "last three weeks", "past week"; without a number ("past few days") nothing is fixed."""
    counted = words.number(tokens, at + 1)
    place = counted[1] if counted else at + 1
    if counted is None and words.has("some", lower_at(tokens, place)):
        place += 1 + (lower_at(tokens, place + 1) == "of")
        return (Vague(), at, place + 1) if words.unit(tokens, place) else None
    unit = words.unit(tokens, place)
    bare = counted is None and (tokens[at].lower != "past" or lower_at(tokens, place).endswith("s"))
    if unit is None or bare:
        return None
    return Past(counted[0] if counted else 1, unit), at, place + 1


def _counted(tokens: Sequence[Token], at: int, words: TimeWords) -> Read | None:
    """As in "three days ago", "two weeks later", "the ten years before 2023", "within 72 hours"."""
    counted = words.number(tokens, at)
    unit = words.unit(tokens, counted[1]) if counted else None
    if counted is None or unit is None or counted[0] == 0:
        return None
    number, place = counted
    return _told(tokens, at, place, number, words) or _span(tokens, at, place, number, words)


def _told(
    tokens: Sequence[Token], first: int, place: int, number: int, words: TimeWords
) -> Read | None:
    """What stands after "two days", whose unit is at ``place``: "ago", "earlier", "before", "later", "after"."""
    unit, word, last = words.units[tokens[place].lower], lower_at(tokens, place + 1), place + 2
    if word == "ago":
        return Ago(number, unit), first, last
    if word == "before" and isinstance((end := _year(tokens, last, words))[0], Year):
        return Before(end[0], number, unit), first, end[1]
    comes = words.has("comes", lower_at(tokens, first - 1)) and word in ("before", "after")
    if words.has("earlier", word):
        return Told(number if comes else -number, unit), first, last
    if words.has("later", word):
        return Told(-number if comes else number, unit), first, last
    return None


def _year(tokens: Sequence[Token], at: int, words: TimeWords) -> tuple[Year | None, int]:
    found = date_at(tokens, at, words) if at < len(tokens) else None
    if found is None or not isinstance(found[0], Year):
        return None, at
    return found[0], found[2]


def _span(
    tokens: Sequence[Token], at: int, place: int, number: int, words: TimeWords
) -> Read | None:
    """A length of time after "within" or "in": a date only in the perfect ("have killed 47 in two weeks")."""
    lead, unit = lower_at(tokens, at - 1), words.units[lower_at(tokens, place)]
    if lead == "the" and words.has("spans", lower_at(tokens, at - 2)):
        return That(None), at - 1, place + 1  # "over the eight months"
    if words.has("within", lead):
        return Past(number, unit), at - 1, place + 1
    if not words.has("spans", lead):
        return None
    clause = [token.lower for token in tokens[max(0, at - _CLAUSE) : at]]
    perfect = any(words.has("perfect", word) for word in clause)
    record = any(words.has("superlatives", word) for word in clause[-_NEAR:])
    again = lower_at(tokens, at - 2) in ("time", "times")  # "for the second time in 24 hours"
    fixed = (perfect or unit == "hour") and not record and lower_at(tokens, place + 1) != "of"
    fixed = fixed and not again
    return Past(number, unit) if fixed else Vague(), at - 1, place + 1


def _unit(tokens: Sequence[Token], at: int, words: TimeWords) -> Read | None:
    """As in "a week ago", "the day before", "that month", "the same period of 2023", "over the weekend"."""
    unit, lead = words.unit(tokens, at), lower_at(tokens, at - 1)
    if words.has("that", lead) and (unit is not None or words.has("whole", tokens[at].lower)):
        return _that(tokens, at, unit, words)
    if unit is None:
        return None
    if lead in ("a", "an", "one"):
        within = words.has("within", lower_at(tokens, at - 2))
        return (Vague(), at - 2, at + 1) if within else _told(tokens, at - 1, at, 1, words)
    if lead == "the" or lead == "following":
        return _beside(tokens, at, unit, lead, words)
    if unit == "weekend" and words.has("long_weekends", lead):
        return Range(Current("weekend", 0), _MONDAY), at - 1, at + 1
    return None


def _beside(
    tokens: Sequence[Token], at: int, unit: Unit, lead: str, words: TimeWords
) -> Read | None:
    """As in "the day before", "the week after", "the following night", "the weekend"."""
    if lead == "following":
        return (Told(1, unit), at - 1, at + 1) if unit != "hour" else None
    told = _told(tokens, at, at, 1, words) if lower_at(tokens, at + 1) != "ago" else None
    if told is not None or unit != "weekend":
        return told
    return Current("weekend", 0), at, at + 1


def _that(tokens: Sequence[Token], at: int, unit: Unit | None, words: TimeWords) -> Read | None:
    """As in "that month", "the same period of 2023", "the same months last year"."""
    place = after_the(tokens, at + 1 + (lower_at(tokens, at + 1) in ("of", "in")))
    other = None
    if place < len(tokens) and place < at + 4:
        other = date_at(tokens, place, words) or _back(tokens, place, words)
    if other is not None and _is_year(other):
        return SameIn(other[0]), at - 1, other[2]
    return That(unit), at - 1, at + 1


def _is_year(read: Read) -> bool:
    point = read[0]
    return isinstance(point, Year) or (isinstance(point, Current) and point.unit == "year")
