"""The time expressions of a sentence, found among its tokens in one pass."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from pipelines.extraction.text.tokens import HYPHENS, Token, lower_at
from pipelines.extraction.times.dates import Read, date_at
from pipelines.extraction.times.parts import part_at
from pipelines.extraction.times.points import (
    SAME_DAY,
    Before,
    Compared,
    Current,
    Day,
    Month,
    Near,
    Point,
    Range,
    Since,
    That,
    TimeExpression,
    Told,
    UpTo,
    Vague,
    Weekday,
    Year,
)
from pipelines.extraction.times.relatives import after_the, relative_at
from pipelines.extraction.times.words import TimeWords, time_words

_SKIPPED = ("the", "about", "around", "roughly", "approximately")
_TO = ("to", "until", "till", "through", "and", *HYPHENS)
_AND = ("and", "or", "to", "through", "&", *HYPHENS)
# A clause is looked through no further than this, so that time grows with length alone.
_REACH = 14
_NEAR = 12
_WEEK, _YEAR = 7, 12


def find(tokens: Sequence[Token], *, lexicon: Path | None = None) -> tuple[TimeExpression, ...]:
    """The time expressions of a sentence in order; none overlaps another."""
    words = time_words(lexicon)
    starts = [at for at, token in enumerate(tokens) if token.lower in words.starters]
    found = list(_expressions(tokens, starts, words)) if starts else []
    dated = [item for item in found if not _is_time_of_day(item)]
    return tuple(dated or found)


def _is_time_of_day(item: TimeExpression) -> bool:
    return item.point is SAME_DAY


def _expressions(
    tokens: Sequence[Token], starts: Sequence[int], words: TimeWords
) -> Iterator[TimeExpression]:
    passed = 0
    for at in starts:
        read = _read(tokens, at, words) if at >= passed else None
        if read is not None:
            point, first, last = read
            yield TimeExpression(first, last, point, _is_ahead(tokens, first, point, words))
            passed = max(last, at + 1)


def _read(tokens: Sequence[Token], at: int, words: TimeWords) -> Read | None:
    if tokens[at].lower == "since":
        return _since(tokens, at, words)
    found = point_at(tokens, at, words)
    return None if found is None else _led(tokens, found, words)


def point_at(tokens: Sequence[Token], at: int, words: TimeWords) -> Read | None:
    """The time that begins at ``tokens[at]``, without the words that lead to it or join another to it."""
    follows = lower_at(tokens, at + 1)
    if words.has("counting", tokens[at].lower) and not words.has("after_numbers", follows):
        return None
    found = date_at(tokens, at, words) or part_at(tokens, at, words)
    found = found or relative_at(tokens, at, words)
    if found is not None:
        return found
    vague = words.vague.after(tokens, at)
    if vague is not None and _may_be_season(tokens, at, words):
        return Vague(), at, _after_season(tokens, at, vague[0], words)
    same_day = words.same_day.after(tokens, at)
    return None if same_day is None else (SAME_DAY, at, same_day[0])


def _may_be_season(tokens: Sequence[Token], at: int, words: TimeWords) -> bool:
    """Whether a season is one: "in the spring", but "a winter storm"."""
    if tokens[at].lower not in words.lists["seasons"]:
        return True
    follows = lower_at(tokens, at + 1)
    ends = not follows[:1].isalpha() or words.has("after_season", follows)
    return ends and words.has("before_season", lower_at(tokens, at - 1))


def _after_season(tokens: Sequence[Token], at: int, last: int, words: TimeWords) -> int:
    """Past the year of "spring 2024"."""
    season = tokens[at].lower in words.lists["seasons"]
    place = last + (season and lower_at(tokens, last) == "of")
    return place + 1 if season and lower_at(tokens, place)[:2] in ("19", "20") else last


def _led(tokens: Sequence[Token], found: Read, words: TimeWords) -> Read:
    """A time with what leads to it ("from", "between", "before", "until") and what is joined to it ("to", "and")."""
    point, first, last = found
    lead = first - 1
    while lead >= 0 and tokens[lead].lower in _SKIPPED:
        lead -= 1
    word = lower_at(tokens, lead)
    if word == "of" and lower_at(tokens, lead - 1) == "as":
        return UpTo(), lead - 1, last
    second = _joined(tokens, found, words, spanning=word in ("from", "between"))
    if second is not None:
        point, last = second
    if word in ("from", "between") and isinstance(point, Range):
        return point, lead, last
    if second is not None:
        return point, first, last
    possessive = lower_at(tokens, last) in ("'s", "’s")
    if words.has("compared", word) and isinstance(point, Year | Month | Current):
        return Compared(point), first, last
    if possessive or isinstance(point, Near) or not (words.has("up_to", word) or word == "before"):
        return found
    if word == "before":
        return (point if isinstance(point, Told) else Before(point)), lead, last
    return UpTo(), lead, last


def _joined(
    tokens: Sequence[Token], found: Read, words: TimeWords, *, spanning: bool
) -> tuple[Point, int] | None:
    """The range to the time that follows: any after "from" and "between", else only the next one of its kind."""
    point, _, last = found
    joint = lower_at(tokens, last)
    place = after_the(tokens, last + 1)
    if joint not in (_TO if spanning else _AND) or place >= len(tokens):
        return None
    other = part_at(tokens, place, words) or date_at(tokens, place, words)
    other = other or (relative_at(tokens, place, words) if spanning else None)
    if other is None or not (spanning or _is_next(point, other[0], joint)):
        return None
    return Range(point, other[0]), other[2]


def _is_next(one: Point, other: Point, joint: str) -> bool:
    """Whether a time follows on another, so that "Saturday and Sunday" is a range; "to" joins any two of a kind."""
    if isinstance(one, Weekday) and isinstance(other, Weekday):
        return _follows(one.weekday, other.weekday, _WEEK, joint)
    if isinstance(one, Month) and isinstance(other, Month):
        return _follows(one.month, other.month, _YEAR, joint)
    if isinstance(one, Year) and isinstance(other, Year):
        return other.year == one.year + 1 or (joint not in ("and", "or") and other.year > one.year)
    return isinstance(one, Day) and isinstance(other, Day) and joint not in ("and", "or")


def _follows(one: int, other: int, around: int, joint: str) -> bool:
    return (other - one) % around == 1 or joint not in ("and", "or")


def _since(tokens: Sequence[Token], at: int, words: TimeWords) -> Read | None:
    """As in "since June", "since the truce collapsed on May 12"; a clause without a date fixes nothing."""
    follows = lower_at(tokens, at + 1)
    if follows == "then":
        return Since(That(None)), at, at + 2
    if (
        words.has("perfect", lower_at(tokens, at - 1))
        or not follows
        or words.has("clause_ends", follows)
    ):
        return None
    today = words.since_today.after(tokens, after_the(tokens, at + 1))
    if today is not None:
        return Since(Near(0, 0)), at, today[0]
    end, compares = _clause_end(tokens, at + 1, words), _compares(tokens, at, words)
    for place in range(at + 1, end):
        found = point_at(tokens, place, words) if tokens[place].lower in words.starters else None
        if found is not None and found[1] > at and found[0] is not SAME_DAY:
            point, _, last = found
            if compares:
                return Compared(point), found[1], last
            return point if isinstance(point, Vague) else Since(point), at, last
    return Compared(Vague()) if compares else Vague(), at, end


def _compares(tokens: Sequence[Token], since: int, words: TimeWords) -> bool:
    """Whether "since" leads to the last of a kind: "the deadliest attack in the country since 2013"."""
    before = tokens[max(0, since - _NEAR) : since]
    return any(words.has("superlatives", token.lower) for token in before)


def _clause_end(tokens: Sequence[Token], at: int, words: TimeWords) -> int:
    """Where the clause that begins at ``at`` ends, within reach."""
    reach = range(at, min(at + _REACH, len(tokens)))
    return next(
        (place for place in reach if words.has("clause_ends", tokens[place].lower)), reach.stop
    )


def _is_ahead(tokens: Sequence[Token], first: int, point: Point, words: TimeWords) -> bool:
    """Whether the words before a time in its clause look forward: "will meet on Wednesday"."""
    if isinstance(point, Near | Told | Since | Before | UpTo | Vague):
        return isinstance(point, Near) and point.last > 0
    place = first - 1
    while place >= max(0, first - _REACH) and not words.has("clause_ends", tokens[place].lower):
        if words.has("ahead", tokens[place].lower):
            return True
        place -= 1
    later = isinstance(point, Current) and point.back < 0
    return later or getattr(point, "which", None) == "next"
