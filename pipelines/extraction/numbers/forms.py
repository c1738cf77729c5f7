"""Number expressions that are not amounts: names with a number in them, ordinals, fractions and scores."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from pipelines.extraction.lexicon import load
from pipelines.extraction.numbers.dates import MONTHS, after_suffix, date_at
from pipelines.extraction.text.tokens import Token, is_hyphen, lower_at, starts_with_digit, touches
from pipelines.extraction.values import QuantityKind

_FORMS = load(
    "forms",
    keys=("named", "numbered", "prefixes", "streets", "ordinals", "fractions", "score_words"),
)
_NAMED = frozenset(_FORMS["named"])
_NUMBERED = frozenset(_FORMS["numbered"])
_PREFIXES = frozenset(_FORMS["prefixes"])
_STREETS = frozenset(_FORMS["streets"])
_LONGEST_STREET = 3
_ORDINALS = {word: Decimal(value) for word, value in _FORMS["ordinals"].items()}
_FRACTIONS = frozenset(_FORMS["fractions"])
_SCORE_WORDS = frozenset(_FORMS["score_words"])
_UPPER_HALVES = frozenset(
    ("a", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
)
_AFTER_HALF = frozenset(("of", "the", "its", "his", "her", "their", "our", "all"))
_TENS = dict(load("numbers")["tens"])
_SCALES = frozenset(load("numbers")["scales"])

#: The words at which a form may begin (digits and names with digits aside).
FIRST_WORDS = (
    _NAMED
    | _NUMBERED
    | MONTHS
    | _ORDINALS.keys()
    | _UPPER_HALVES
    | _TENS.keys()
    | {"half", "#", "+", "("}
)


@dataclass(frozen=True, slots=True)
class Form:
    """An expression over ``tokens[first:last]`` with its kind; only ordinals have a value."""

    kind: QuantityKind
    first: int
    last: int
    value: Decimal | None = None


def form_at(text: str, tokens: Sequence[Token], at: int) -> Form | None:
    """The date, time, name, ordinal or fraction that begins at ``tokens[at]``, or None."""
    if date := date_at(text, tokens, at):
        return Form(date[0], at, date[1])
    if starts_with_digit(tokens, at):
        return _ordinal_in_digits(tokens, at) or _address(tokens, at)
    return _fraction(tokens, at) or _ordinal(tokens, at) or name_at(tokens, at)


def _address(tokens: Sequence[Token], at: int) -> Form | None:
    """As in "345 Park Avenue": the number of a house and the name of its street."""
    for last in range(at + 1, min(at + 1 + _LONGEST_STREET, len(tokens))):
        if not tokens[last].text[0].isupper():
            return None
        if tokens[last].lower in _STREETS and last > at + 1:
            return Form("identifier", at, at + 1)
    return None


def name_at(tokens: Sequence[Token], at: int) -> Form | None:
    """As in "Flight 370", "Su-25", "COVID-19", "G20", "No. 5", "Boeing 737-800"."""
    number = _number_of_name(tokens, at)
    return Form("identifier", at, _end_of_name(tokens, number + 1)) if number is not None else None


def _number_of_name(tokens: Sequence[Token], at: int) -> int | None:
    """The token with the digits of the name that begins at ``tokens[at]``."""
    token = tokens[at]
    is_named = token.text == "#" or (token.lower in _NAMED and token.text[0].isupper())
    if is_named and starts_with_digit(tokens, at + 1):
        is_amount = lower_at(tokens, at + 2) in _SCALES  # Crew 5, but Euro 5 million
        return None if is_amount else at + 1
    if not token.text[0].isalnum():
        return None
    if starts_with_digit(tokens, at + 2):
        if token.lower in _NUMBERED and lower_at(tokens, at + 1) == ".":
            return at + 2
        if is_hyphen(tokens, at + 1) and touches(tokens, at + 2) and token.lower not in _PREFIXES:
            return at + 2
    return at if any(char.isdecimal() for char in token.text) else None


def _end_of_name(tokens: Sequence[Token], at: int) -> int:
    """Past what touches the number in a name: "-800", "s", ".0"."""
    while touches(tokens, at):
        joins = tokens[at].text in "-/." and touches(tokens, at + 1)
        if not tokens[at].text[0].isalnum() and not (joins and starts_with_digit(tokens, at + 1)):
            break
        at += 2 if joins else 1
    return at


def glued_at(tokens: Sequence[Token], at: int) -> Form | None:
    """Digits that touch letters of no unit are a name: "5G", "4x4"."""
    if touches(tokens, at + 1) and tokens[at + 1].text[0].isalnum():
        return Form("identifier", at, _end_of_name(tokens, at + 1))
    return None


def score_at(tokens: Sequence[Token], at: int) -> Form | None:
    """As in "3-1", "217-213": the larger number first, or a word of voting or sport beside it."""
    last = at + 3
    is_pair = is_hyphen(tokens, at + 1) and touches(tokens, at + 2)
    if not is_pair or not starts_with_digit(tokens, at + 2):
        return None
    left, right = tokens[at].text, tokens[at + 2].text
    if len(left) > 4 or len(right) > 4 or "," in left + right:
        return None
    near = (*tokens[max(0, at - 6) : at], *tokens[last : last + 2])
    if Decimal(left) >= Decimal(right) or any(token.lower in _SCORE_WORDS for token in near):
        return Form("score", at, last)
    return None


def _ordinal_in_digits(tokens: Sequence[Token], at: int) -> Form | None:
    last = after_suffix(tokens, at + 1)
    if last == at + 1:
        return None
    digits = tokens[at].text.replace(",", "")
    fits = digits.isdecimal() and len(digits) <= 9
    return Form("ordinal", at, last, Decimal(digits) if fits else None)


def _ordinal(tokens: Sequence[Token], at: int) -> Form | None:
    """As in "fourth", "twenty-first"."""
    word = tokens[at].lower
    if word in _ORDINALS:
        return Form("ordinal", at, at + 1, _ORDINALS[word])
    if word not in _TENS or not is_hyphen(tokens, at + 1):
        return None
    unit = _ORDINALS.get(lower_at(tokens, at + 2))
    return Form("ordinal", at, at + 3, _TENS[word] + unit) if unit and unit < 10 else None


def _fraction(tokens: Sequence[Token], at: int) -> Form | None:
    """As in "two-thirds", "a third of", "half of the", "one in four"."""
    word = tokens[at].lower
    if word == "half":
        return Form("ratio", at, at + 1) if lower_at(tokens, at + 1) in _AFTER_HALF else None
    if word not in _UPPER_HALVES:
        return None
    if word == "one" and _is_one_in(tokens, at):
        return Form("ratio", at, at + 3)
    if word == "one" and lower_at(tokens, at + 2) == "in" and _is_one_of_many(tokens, at + 3):
        return Form("ratio", at, at + 4)
    lower_half = at + 1 + is_hyphen(tokens, at + 1)
    return Form("ratio", at, lower_half + 1) if _is_part(tokens, word, lower_half) else None


def _is_part(tokens: Sequence[Token], upper_half: str, at: int) -> bool:
    """Whether a fraction's lower half stands at ``at``: "a third of", "two-thirds"; but "a quarter of a million"."""
    part = lower_at(tokens, at)
    if part not in _FRACTIONS or (part == "quarter" and lower_at(tokens, at + 3) in _SCALES):
        return False
    if upper_half in ("a", "one"):
        return lower_at(tokens, at + 1) == "of"
    return part.endswith("s")


def _is_one_of_many(tokens: Sequence[Token], below: int) -> bool:
    """As in "one Haitian in nine,": a number that ends its clause, unlike "one man in two attacks"."""
    number = lower_at(tokens, below)
    ends = below + 1 >= len(tokens) or not tokens[below + 1].text[0].isalpha()
    return ends and (number in _UPPER_HALVES or number == "ten") and number not in ("a", "one")


def _is_one_in(tokens: Sequence[Token], at: int) -> bool:
    """As in "one in four"; but "wounding one in two attacks"."""
    before, below = lower_at(tokens, at - 1), lower_at(tokens, at + 2)
    if lower_at(tokens, at + 1) != "in" or before.endswith(("ing", "ed", "least")):
        return False
    if below == "a":
        return lower_at(tokens, at + 3) in _SCALES  # "one in a million", not "one in a van"
    return below in _UPPER_HALVES or below == "ten" or (below.isdecimal() and len(below) < 4)
