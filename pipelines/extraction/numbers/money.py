"""Currencies: the signs, codes and words beside a number, to ISO 4217."""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from pipelines.extraction.lexicon import load
from pipelines.extraction.text.phrases import Phrases
from pipelines.extraction.text.tokens import Token, is_hyphen, lower_at, starts_with_digit, touches

_MONEY = load(
    "currencies",
    keys=("symbols", "letter_signs", "codes", "words", "shared", "forms", "needs_scale"),
)
_SHARED: Mapping[str, Mapping[str, Any]] = _MONEY["shared"]
_SYMBOLS = {symbol.lower(): code for symbol, code in _MONEY["symbols"].items()}
_LETTERS: Mapping[str, str] = _MONEY["letter_signs"]
_CODES = {code: "CNY" if code == "RMB" else code for code in _MONEY["codes"]}
_WORDS = Phrases(_MONEY["words"] | _MONEY["forms"])
_NEEDS_SCALE = frozenset(_MONEY["needs_scale"])
_SCALE_WORDS = frozenset((*load("numbers")["scales"], "m", "bn", "tn", "mn"))
_ADJECTIVES = frozenset(
    word
    for entry in _SHARED.values()
    for words in entry.get("adjectives", {})
    for word in words.split()
)

#: The words and signs at which money may begin.
FIRST_WORDS = frozenset(
    {*_SYMBOLS, *(sign.lower() for sign in _LETTERS), *(code.lower() for code in _CODES)}
)

Currency = tuple[
    str | None, int
]  # the code, None where the text leaves it open, and the token beside


def currency_before(text: str, tokens: Sequence[Token], at: int) -> Currency | None:
    """The sign or code at ``tokens[at]`` before a number, and the token after it: "$", "US$", "USD", "Rs."."""
    token = tokens[at]
    if token.lower in _SYMBOLS:
        return _SYMBOLS[token.lower], at + 1
    if token.text in _LETTERS:
        number = at + 1 + (lower_at(tokens, at + 1) == ".")
        stands = touches(tokens, number) or len(token.text) > 1  # an initial is no sign: "John R 5"
        is_sign = stands and starts_with_digit(tokens, number)
        return (_resolve(text, _LETTERS[token.text]), number) if is_sign else None
    if token.text in _CODES:
        number = at + 1 + (lower_at(tokens, at + 1) in _SYMBOLS)
        return (_CODES[token.text], number) if starts_with_digit(tokens, number) else None
    return None


def currency_after(text: str, tokens: Sequence[Token], last: int) -> Currency | None:
    """The words after a number, and the token after them: "dollars", "Canadian dollars", "CFA francs", "USD"."""
    at = last + is_hyphen(tokens, last)
    if at < len(tokens) and tokens[at].text in _CODES:
        return _CODES[tokens[at].text], at + 1
    noun = at
    while (
        noun < at + 2 and lower_at(tokens, noun) in _ADJECTIVES and not _WORDS.after(tokens, noun)
    ):
        noun += 1
    found = _WORDS.after(tokens, noun)
    if found is None or (
        found[1] in _NEEDS_SCALE and lower_at(tokens, last - 1) not in _SCALE_WORDS
    ):
        return None
    if found[1] == "pound" and (at > last or lower_at(tokens, found[0]) == "of"):
        return None  # a five-pound hammer, 50 pounds of explosives
    adjective = " ".join(token.lower for token in tokens[at:noun])
    return _resolve(text, found[1], adjective), found[0]


def _resolve(text: str, code: str, adjective: str = "") -> str | None:
    """The ISO code; for a word of several countries by its adjective, then by the country the text names most."""
    entry = _SHARED.get(code)
    if entry is None:
        return code
    adjectives: Mapping[str, str] = entry.get("adjectives", {})
    if adjective in adjectives:
        return adjectives[adjective]
    return _by_country(text, code) or entry.get("default")


@lru_cache(maxsize=8)  # a text may name its currency in every line
def _by_country(text: str, word: str) -> str | None:
    """The unit whose country the text names most; None where none is named, or two as often."""
    countries: Mapping[str, Sequence[str]] = _SHARED[word].get("countries", {})
    mentions = {
        unit: len(re.findall(rf"\b(?:{'|'.join(map(re.escape, words))})\b", text, re.IGNORECASE))
        for unit, words in countries.items()
    }
    most = max(mentions.values(), default=0)
    named = [unit for unit, count in mentions.items() if count == most > 0]
    return named[0] if len(named) == 1 else None
