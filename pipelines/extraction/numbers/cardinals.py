"""Cardinals in digits and in words: the exact half of the number grammar."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from pipelines.extraction.lexicon import load
from pipelines.extraction.numbers.nouns import is_plural
from pipelines.extraction.text.tokens import Token, is_hyphen, lower_at, touches

_WORDS = load("numbers", keys=("units", "teens", "tens", "scales", "suffixes", "money_suffixes"))
_VALUES = {
    group: {word: Decimal(value) for word, value in words.items()}
    for group, words in _WORDS.items()
}
_UNITS = _VALUES["units"]
_SMALL = _UNITS | _VALUES["teens"] | _VALUES["tens"]
SCALES = _VALUES["scales"]
_SUFFIXES = _VALUES["suffixes"]
_MONEY_SUFFIXES = _VALUES["money_suffixes"]

#: The words at which a cardinal may begin.
FIRST_WORDS = frozenset(_SMALL) | {"a", "half", "quarter", "dozen"}

ONE = Decimal(1)
_HALF = Decimal("0.5")
_LONGEST_IN_WORDS = 40  # tokens; no number that anybody writes out is longer
_LONGEST_IN_DIGITS = 24  # digits; an amount has at most 22


@dataclass(frozen=True, slots=True)
class Number:
    """A number over ``tokens[first:last]``.

    ``value`` is None for a vague word, whose row of the bounds table is ``vague`` and which counts in ``scale``
    ("several dozen": 12); for a plain number that is the multiplier already in it ("two dozen": 24, scale 12).
    ``value`` is None without ``vague`` for digits that no amount has, or that can be read in two ways:
    ``doubt`` says why. ``digits`` says that it is written in figures.
    """

    first: int
    last: int
    value: Decimal | None
    scale: Decimal = ONE
    vague: str | None = None
    digits: bool = False
    doubt: str = ""


def in_digits(tokens: Sequence[Token], first: int, *, money: bool) -> Number:
    """The number whose digits stand at ``tokens[first]``; ``money`` reads "5m" as five million."""
    text = tokens[first].text
    plain = "".join(
        char for char in text[: 2 * _LONGEST_IN_DIGITS] if char.isdecimal() or char == "."
    )
    if len(plain) > _LONGEST_IN_DIGITS or len(text) > 2 * _LONGEST_IN_DIGITS:
        return Number(first, first + 1, None, digits=True, doubt="more digits than an amount has")
    scale, last = scales(tokens, first + 1)
    if last == first + 1:
        scale, last = _suffix(tokens, last, money)
    value = Decimal(plain) * scale
    if last == first + 1 and len(plain.partition(".")[2]) == 3 and not money:
        return Number(first, last, None, digits=True, doubt="may be thousands or decimals")
    return _and_a_half(tokens, Number(first, last, value, scale=scale, digits=True))


def scales(tokens: Sequence[Token], at: int) -> tuple[Decimal, int]:
    """The multipliers from ``at``: "1.5 million", "12-hundred", "2 hundred thousand"."""
    scale = ONE
    while scale < 10**12:
        word = at + 1 if is_hyphen(tokens, at) else at
        factor = SCALES.get(lower_at(tokens, word))
        if factor is None:
            break
        scale, at = scale * factor, word + 1
    return scale, at


def _suffix(tokens: Sequence[Token], at: int, money: bool) -> tuple[Decimal, int]:
    """As in "20bn", "5k"; "1.5m" is millions for money or before a plural, else metres."""
    word = lower_at(tokens, at)
    if not touches(tokens, at):
        spaced = money and word in ("m", "mn", "bn", "tn")
        return (_SUFFIXES | _MONEY_SUFFIXES)[word] if spaced else ONE, at + spaced
    if word in _SUFFIXES:
        return _SUFFIXES[word], at + 1
    plural = word == "m" and at + 1 < len(tokens) and is_plural(tokens[at + 1])
    if word in _MONEY_SUFFIXES and (money or plural):
        return _MONEY_SUFFIXES[word], at + 1
    return ONE, at


def in_words(tokens: Sequence[Token], first: int) -> Number | None:
    """As in "twenty-five", "one hundred and five", "a dozen", "half a million", "two and a half"."""
    word, follows = lower_at(tokens, first), lower_at(tokens, first + 1)
    if word == "one" and follows == "another":
        return None
    if word in ("half", "quarter"):
        return _part(tokens, first, first)
    if word == "dozen":
        return Number(first, first + 1, SCALES[word], scale=SCALES[word])
    if word != "a":
        return _sum(tokens, first, first, Decimal(0))
    if follows in ("half", "quarter"):
        return _part(tokens, first, first + 1)
    return _sum(tokens, first, first + 1, ONE) if follows in SCALES else None


def _part(tokens: Sequence[Token], first: int, at: int) -> Number | None:
    """As in "half a million", "a half-dozen", "a quarter of a million"."""
    share = _HALF if tokens[at].lower == "half" else _HALF / 2
    at += 1
    for filler in ("-", "of", "a", "-"):
        at += lower_at(tokens, at) == filler
    scale = SCALES.get(lower_at(tokens, at))
    return Number(first, at + 1, share * scale, scale=scale) if scale else None


def _sum(tokens: Sequence[Token], first: int, at: int, current: Decimal) -> Number | None:
    """Number words added up from ``at``; ``current`` is 1 after an article ("a hundred and five")."""
    total, scale, top, last = Decimal(0), ONE, Decimal(10) ** 30, first
    while at < min(len(tokens), first + _LONGEST_IN_WORDS):
        word = tokens[at].lower
        if word in _SMALL and _fits_in(word, current):
            current, scale = current + _SMALL[word], ONE
        elif word in ("hundred", "dozen") and 1 <= current < 100:
            current, scale = current * SCALES[word], SCALES[word]
        elif word in SCALES and word not in ("hundred", "dozen") and current and SCALES[word] < top:
            scale = top = SCALES[word]
            total, current = total + current * scale, Decimal(0)
        else:
            break
        last = at + 1
        at = _joined(tokens, last, after_scale=scale >= 100)
    if last == first:
        return None
    return _and_a_half(tokens, Number(first, last, total + current, scale=scale))


def _fits_in(word: str, current: Decimal) -> bool:
    """Whether a small number can follow: "five" after "twenty" or "hundred", "twenty" after "hundred" only."""
    if word in _UNITS:
        return current % 10 == 0 and current % 100 != 10
    return current % 100 == 0


def _joined(tokens: Sequence[Token], at: int, *, after_scale: bool) -> int:
    """Where the next number word may stand: past a hyphen, or past "and" after a scale."""
    follows = lower_at(tokens, at + 1)
    if is_hyphen(tokens, at):
        return at + 1 if follows in _UNITS or follows in SCALES else at
    if after_scale and lower_at(tokens, at) == "and" and follows in _SMALL:
        return at + 1
    return at


def _and_a_half(tokens: Sequence[Token], number: Number) -> Number:
    """As in "two and a half dozen", "2-and-a-half"."""
    if number.value is None or lower_at(tokens, number.last) not in ("and", "-"):
        return number
    for length in (3, 2, 5):
        spelt = [token.lower for token in tokens[number.last : number.last + length]]
        if "-".join(word for word in spelt if word != "-") == "and-a-half":
            scale, last = scales(tokens, number.last + length)
            value = (number.value + _HALF) * scale
            return replace(number, last=last, value=value, scale=number.scale * scale)
    return number
