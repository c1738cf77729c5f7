"""Hedges: the words around a number that say how sure it is. Each names a row of the bounds table."""

from collections.abc import Sequence

from pipelines.extraction.lexicon import load
from pipelines.extraction.text.phrases import Phrases, invert
from pipelines.extraction.text.tokens import Token, lower_at

_LEXICON = load(
    "hedges",
    keys=("before", "after", "closing", "intensifiers", "between", "not_after", "over_time"),
)
_BEFORE = Phrases(invert(_LEXICON["before"]))
_AFTER = Phrases(invert(_LEXICON["after"]))
_CLOSING = Phrases(invert(_LEXICON["closing"]))
_INTENSIFIERS = Phrases(dict.fromkeys(_LEXICON["intensifiers"], ""))
_BETWEEN = Phrases(dict.fromkeys(_LEXICON["between"], ""))
_NOT_AFTER = {hedge: frozenset(words) for hedge, words in _LEXICON["not_after"].items()}
_SPANS_TIME = frozenset(_LEXICON["over_time"])
_DEEPEST_STACK = 3  # "at least some 20": more are not English, and the search stays linear


def hedge_before(
    tokens: Sequence[Token], first: int, floor: int, *, duration: bool = False
) -> tuple[int, str] | None:
    """The hedge that ends where the number begins: its first token and its row, or None.

    It reaches back no further than ``tokens[floor]``. In a stack the outer hedge decides ("at least some 20").
    """
    found, at = None, first
    for _ in range(_DEEPEST_STACK):
        match = _one_before(tokens, at, floor)
        if match is None or not _is_hedge(tokens, match[0], duration):
            break
        found, at = match, match[0]
    if found is None:
        return None
    stronger = _INTENSIFIERS.before(tokens, found[0], floor)
    return (stronger[0] if stronger else found[0]), found[1]


def hedge_after(tokens: Sequence[Token], last: int) -> tuple[int, str] | None:
    """The hedge that begins where the number ends: the token after it and its row, or None."""
    if found := _AFTER.after(tokens, last):
        return found
    closing = _CLOSING.after(tokens, last)
    if closing is None or (closing[0] < len(tokens) and tokens[closing[0]].text[0].isalnum()):
        return None
    return closing


def _one_before(tokens: Sequence[Token], at: int, floor: int) -> tuple[int, str] | None:
    if match := _BEFORE.before(tokens, at, floor):
        return match
    between = _BETWEEN.before(tokens, at, floor)
    return _BEFORE.before(tokens, between[0], floor) if between else None


def _is_hedge(tokens: Sequence[Token], at: int, duration: bool) -> bool:
    """False where the word is a preposition: "adds up to 20", "over three days" (during them)."""
    word, before = tokens[at].lower, lower_at(tokens, at - 1)
    if before in _NOT_AFTER.get(word, ()):
        return False
    return not (duration and word == "over") or before in _SPANS_TIME
