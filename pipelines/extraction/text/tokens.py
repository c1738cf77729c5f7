"""Tokens: words, numbers and signs of a text with their places."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pipelines.extraction.lexicon import load


class Token(NamedTuple):
    """One word, number or sign; ``text`` as written, ``lower`` in lower case. A tuple: it is made by the million."""

    start: int
    end: int
    text: str
    lower: str


#: What joins the parts of a compound or the ends of a range. A long dash parts clauses and is not among them.
HYPHENS = frozenset("-\u2010\u2011\u2013")

_NUMBERS = load("numbers")
_NUMBER_WORDS = "|".join(
    word for group in ("units", "teens", "tens", "scales") for word in _NUMBERS[group]
)
_LETTER_SIGNS = "|".join(load("currencies")["letter_signs"])

# No alternative can fail late after a long run, so a line of digits and signs is read in linear time.
_TOKEN = re.compile(
    rf"""
      (?-i:[^\W\d_]++)(?=[ ,])                              # a plain word: most are, so it is tried first
    | (?:US|HK|NZ|NT|AU|CA|[ACSR])\$                        # US$ as one sign
    | (?-i:{_LETTER_SIGNS})(?=\d{{1,3}}(?:,\d{{3}}|[\d.]{{0,6}}(?:[ ]?(?:thousand|million|billion|trillion)|[mb]n?\b)))
    | \d{{1,3}}(?:[,\u00a0\u2009\u202f]\d{{3}}(?!\d))++(?:\.\d+)?   # 1,200 and 1 200, with decimals
    | \d{{1,2}}(?:,\d{{2}}){{1,4}},\d{{3}}(?!\d)            # 12,34,567 as in India
    | \d+(?:\.\d+)?
    | (?:[^\W\d_]\.){{2,}}                                  # U.S., p.m.
    | (?:{_NUMBER_WORDS}|half|no)(?=[-\u2010\u2011]\w)      # the number in twenty-five, two-storey, half-dozen
    | (?<=\d)(?:[bmt]n|[bkm])(?=-)                          # the million in $1m-a-day
    | and-a-half\b                                         # two-and-a-half-year
    | [^\W\d_]\w*(?:['’][^\W\d_]+|[-\u2010\u2011](?!(?:{_NUMBER_WORDS})\b)[^\W\d_]\w*)*
    | _+
    | \S
    """,
    re.VERBOSE | re.IGNORECASE,
)
_CONTRACTION = re.compile(r"(?:n['’]t|['’](?:s|re|ve|ll|d|m))$", re.IGNORECASE)


def tokenize(text: str, start: int = 0, end: int | None = None) -> tuple[Token, ...]:
    """The tokens of ``text[start:end]``, with places in ``text``; nothing but white space is left out.

    Contractions and possessives are split ("did" "n't", "Maduro" "'s"); a hyphenated compound is one token
    unless a number is in it ("narco-terrorists"; "32" "-" "year-old"; "twenty" "-" "five"); letters and
    digits part where digits come first ("21" "st", "1.5" "m") and stay together in names ("G20").
    """
    return tuple(_tokens(text, start, len(text) if end is None else end))


def lower_at(tokens: Sequence[Token], at: int) -> str:
    """The word at ``at`` in lower case, or "" outside the sentence."""
    try:
        return tokens[at].lower if at >= 0 else ""
    except IndexError:
        return ""


def touches(tokens: Sequence[Token], at: int) -> bool:
    """Whether ``tokens[at]`` stands directly at the one before it, with no space between."""
    return 0 < at < len(tokens) and tokens[at].start == tokens[at - 1].end


def is_hyphen(tokens: Sequence[Token], at: int) -> bool:
    """Whether ``tokens[at]`` is a hyphen that touches the word before it."""
    return touches(tokens, at) and tokens[at].text in HYPHENS


def starts_with_digit(tokens: Sequence[Token], at: int) -> bool:
    """Whether a number in digits stands at ``at``."""
    return 0 <= at < len(tokens) and tokens[at].text[0].isdecimal()


def _tokens(text: str, start: int, end: int) -> Iterator[Token]:
    for match in _TOKEN.finditer(text, start, end):
        word = match[0]
        begin, stop = match.span()
        if ("'" in word or "’" in word) and (tail := _CONTRACTION.search(word)) and tail.start():
            cut = begin + tail.start()
            yield Token(begin, cut, text[begin:cut], text[begin:cut].lower())
            begin, word = cut, tail[0]
        yield Token(begin, stop, word, word.lower())
