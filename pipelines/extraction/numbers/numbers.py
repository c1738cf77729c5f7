"""The number grammar: cardinals, vague words, none. It knows no units, hedges or bounds."""

from collections.abc import Sequence
from decimal import Decimal

from pipelines.extraction.lexicon import load
from pipelines.extraction.numbers import cardinals
from pipelines.extraction.numbers.cardinals import Number, in_digits, in_words, scales
from pipelines.extraction.text.phrases import Phrases
from pipelines.extraction.text.tokens import Token, lower_at, starts_with_digit

_WORDS = load(
    "vague",
    keys=(
        "vague",
        "plurals",
        "open",
        "none",
        "groups",
        "after_scores",
        "killing_scores",
        "before_few",
        "not_before_many",
    ),
)
_PLURALS = {word: Decimal(value) for word, value in _WORDS["plurals"].items()}
_AFTER_SCORES = frozenset(_WORDS["after_scores"])
_KILLING_SCORES = frozenset(_WORDS["killing_scores"])
_BEFORE_FEW = frozenset(_WORDS["before_few"])
_NOT_BEFORE_MANY = frozenset(_WORDS["not_before_many"])
_VAGUE = Phrases(_WORDS["vague"])
_OPEN = Phrases(_WORDS["open"])
_NONE = Phrases(_WORDS["none"])
_GROUPS = Phrases({phrase: Decimal(value) for phrase, value in _WORDS["groups"].items()})
_PHRASES = (_VAGUE, _OPEN, _NONE, _GROUPS)

#: The words at which a number may begin (digits aside).
FIRST_WORDS = cardinals.FIRST_WORDS.union(
    _PLURALS, {"few"}, *(phrases.first_words for phrases in _PHRASES)
)


def number_at(tokens: Sequence[Token], first: int, *, money: bool = False) -> Number | None:
    """The longest number that begins at ``tokens[first]``, or None. ``money`` reads "5m" as five million."""
    if starts_with_digit(tokens, first):
        return in_digits(tokens, first, money=money)
    if lower_at(tokens, first) not in FIRST_WORDS:
        return None
    return (
        _none(tokens, first)
        or _vague(tokens, first)
        or _few(tokens, first)
        or _open(tokens, first)
        or _plural(tokens, first)
        or in_words(tokens, first)
    )


def _none(tokens: Sequence[Token], first: int) -> Number | None:
    found = _NONE.after(tokens, first)
    return Number(first, found[0], Decimal(0), vague=found[1]) if found else None


def _vague(tokens: Sequence[Token], first: int) -> Number | None:
    """As in "several", "a couple of hundred", "several hundred thousands"; exact in "a pair of"."""
    if (group := _GROUPS.after(tokens, first)) and lower_at(tokens, group[0]) == "of":
        return Number(first, group[0], group[1])
    found = _VAGUE.after(tokens, first)
    if found is None:
        return None
    scale, last = scales(tokens, found[0])
    if plural := _PLURALS.get(lower_at(tokens, last)):
        scale, last = scale * plural, last + 1
    return Number(first, _without_of(tokens, last), None, scale=scale, vague=found[1])


def _few(tokens: Sequence[Token], first: int) -> Number | None:
    """As in "the past few days", "few hundred"; elsewhere "few" means not many."""
    if lower_at(tokens, first) != "few":
        return None
    scale, last = scales(tokens, first + 1)
    stands = scale > 1 or lower_at(tokens, first - 1) in _BEFORE_FEW
    return Number(first, last, None, scale=scale, vague="few") if stands else None


def _open(tokens: Sequence[Token], first: int) -> Number | None:
    """As in "many", "an unknown number of"."""
    found = _OPEN.after(tokens, first)
    if found is None or lower_at(tokens, first - 1) in _NOT_BEFORE_MANY:
        return None
    if lower_at(tokens, found[0]) in _PLURALS:
        return None  # of "many hundreds" the hundreds have bounds
    return Number(first, _without_of(tokens, found[0]), None, vague=found[1])


def _without_of(tokens: Sequence[Token], last: int) -> int:
    return last - (lower_at(tokens, last - 1) == "of")


def _plural(tokens: Sequence[Token], first: int) -> Number | None:
    """As in "dozens", "tens of thousands"."""
    word, follows = lower_at(tokens, first), lower_at(tokens, first + 1)
    if word not in _PLURALS:
        return None
    if (
        word == "scores"
        and follows not in _AFTER_SCORES
        and lower_at(tokens, first - 1) not in _KILLING_SCORES
    ):
        return None
    scale = _PLURALS[word]
    if follows == "of" and (second := _PLURALS.get(lower_at(tokens, first + 2))):
        return Number(first, first + 3, None, scale=scale * second, vague=word)
    return Number(first, first + 1, None, scale=scale, vague=word)
