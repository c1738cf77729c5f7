"""What a time in a sentence is of: what happened, when it was said, a dateline, an older record, an hour of the day."""

from collections.abc import Sequence
from typing import Literal

from pipelines.extraction.text.grammar import Grammar
from pipelines.extraction.text.tokens import Token, lower_at
from pipelines.extraction.times.points import (
    SAME_DAY,
    Compared,
    Current,
    Day,
    Near,
    Range,
    TimeExpression,
    UpTo,
    Weekday,
)
from pipelines.extraction.times.words import TimeWords

Use = Literal["event", "said", "dateline", "compared", "hour"]

# A dateline stands among the first words of a text: "PORT-AU-PRINCE, Haiti, Nov. 30 (Reuters) -".
_DATELINE = 14
# How many words a verb may stand before the time that goes with it, and after it.
_BACK, _REACH = 30, 10
_VERBS = ("verb", "part", "ing")


def use_of(
    tokens: Sequence[Token],
    item: TimeExpression,
    *,
    is_first: bool,
    words: TimeWords,
    grammar: Grammar,
) -> Use:
    """What a time is of; only the first sentence of a text (``is_first``) has a dateline."""
    if isinstance(item.point, Compared):
        return "compared"
    if item.point == SAME_DAY:
        return "hour"
    if isinstance(item.point, UpTo):
        return "said"
    if is_first and _is_dateline(tokens, item, words):
        return "dateline"
    return "said" if _is_said(tokens, item, words, grammar) else "event"


def _is_dateline(tokens: Sequence[Token], item: TimeExpression, words: TimeWords) -> bool:
    """Whether a day ends a dateline: only names before it and a comma, a dash or a bracket after it."""
    if not isinstance(item.point, Day | Weekday) or not 0 < item.first <= _DATELINE:
        return False
    if lower_at(tokens, item.first - 1) != ",":
        return False
    before = tokens[: item.first]
    named = all(token.text[0].isupper() or not token.text[0].isalpha() for token in before)
    return named and words.has("dateline_ends", lower_at(tokens, item.last))


def _is_said(
    tokens: Sequence[Token], item: TimeExpression, words: TimeWords, grammar: Grammar
) -> bool:
    """Whether the day is that of a statement: "officials said on Monday", "On Monday, the army announced"."""
    point = item.point
    if isinstance(point, Current) and point.unit == "year":
        return False
    days = isinstance(point, Range) and isinstance(point.first, Day)
    if not (days or isinstance(point, Day | Weekday | Near | Current)):
        return False
    counted = False
    for place in range(item.first - 1, max(-1, item.first - _BACK), -1):
        if words.has("clause_ends", tokens[place].lower):
            break
        counted = counted or words.number(tokens, place) is not None
        verb = _verb(tokens, place, words, grammar)
        if counted and verb is not None:
            # "recorded 12 attacks on Monday", but "the toll stood at 12 on Monday"
            return words.has("standing", tokens[place].lower)
        if verb is not None:
            return verb
    return not (counted or days) and _is_before_saying(tokens, item, words, grammar)


def _is_before_saying(
    tokens: Sequence[Token], item: TimeExpression, words: TimeWords, grammar: Grammar
) -> bool:
    """Whether the first verb after the time says something: "officials on Monday said"."""
    place = item.last + (lower_at(tokens, item.last) == ",")
    for at in range(place, min(place + _REACH, len(tokens))):
        if words.has("clause_ends", tokens[at].lower) or words.number(tokens, at) is not None:
            return False
        verb = _verb(tokens, at, words, grammar)
        if verb is not None:
            return verb
    return False


def _verb(tokens: Sequence[Token], place: int, words: TimeWords, grammar: Grammar) -> bool | None:
    """Whether the verb at a place says something; None where no verb stands."""
    word = tokens[place].lower
    if words.has("saying", word) or words.has("finding", word):
        return True
    if word in grammar.reporting:
        return None if word in grammar.also_nouns else True
    capital = place > 0 and tokens[place].text[0].isupper()
    tag = grammar.tag(word, capital=capital, acronym=False)
    return False if tag in _VERBS else None
