"""Sentences with their exact places. Every non-blank character of a text belongs to exactly one of them."""

import re
from collections.abc import Iterator

from pipelines.extraction.lexicon import load
from pipelines.extraction.values import Sentence

_WORDS = load(
    "abbreviations",
    keys=("titles", "before_numbers", "ambiguous", "times", "after_times", "starters"),
)
_TITLES = frozenset(_WORDS["titles"])
_BEFORE_NUMBERS = frozenset(_WORDS["before_numbers"])
_AMBIGUOUS = frozenset(_WORDS["ambiguous"])
_TIMES = frozenset(_WORDS["times"])
_AFTER_TIMES = frozenset(_WORDS["after_times"])
_STARTERS = frozenset(_WORDS["starters"])

_LINE = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
_STOP = re.compile(r"[.!?…]++[\"'”’»)\]]*+(?=\s|[A-Z“\"]|$)")
_NEXT_WORD = re.compile(r"[\s\"'“‘«(\[]*+([^\W_]*)")
_LAST_WORD = re.compile(r"[^\s\"'“”‘(\[—–]{0,20}$")
_QUOTE_MARKS = re.compile('["“”«»]')


def sentences(text: str) -> tuple[Sentence, ...]:
    """The sentences of ``text`` in order, without the white space around them. A line break ends a sentence."""
    return tuple(
        sentence
        for line in _LINE.finditer(text)
        for sentence in _line_sentences(text, line.start(), line.end())
    )


def _line_sentences(text: str, start: int, end: int) -> Iterator[Sentence]:
    marks = [mark.start() for mark in _QUOTE_MARKS.finditer(text, start, end)]
    begin, passed = start, 0
    for stop in (*_breaks(text, start, end), end):
        passage = text[begin:stop]
        first = begin + len(passage) - len(passage.lstrip())
        last = begin + len(passage.rstrip())
        if first < last:
            before = passed
            while passed < len(marks) and marks[passed] < last:
                passed += 1
            yield Sentence(
                first, last, _is_quote(marks[before:passed], first, last, before % 2 == 1)
            )
        begin = stop


def _is_quote(marks: list[int], start: int, end: int, inside: bool) -> bool:
    """Whether all of the sentence stands inside quotation marks; ``inside`` says if one is open before it."""
    opening = 0 if inside else 1
    if not inside and (not marks or marks[0] != start):
        return False
    closing = marks[opening:]
    return not closing or (len(closing) == 1 and closing[0] >= end - 2)


def _breaks(text: str, start: int, end: int) -> Iterator[int]:
    """The places inside a line at which a sentence ends."""
    begin = start
    for stop in _STOP.finditer(text, start, end):
        if stop.end() < end and _ends(text, begin, stop, end):
            begin = stop.end()
            yield begin


def _ends(text: str, begin: int, stop: re.Match[str], end: int) -> bool:
    """Whether the stop ends its sentence, judged by the word before it and the word after it."""
    follows = _NEXT_WORD.match(text, stop.end(), end)
    word = follows[1] if follows else ""
    if not text[stop.end()].isspace():
        return word.lower() in _STARTERS and text[stop.start() - 1 : stop.start()].islower()
    if word[:1].islower():
        return False
    if stop[0] != ".":
        return True
    before = _LAST_WORD.search(text, max(begin, stop.start() - 20), stop.start())
    if before is None:
        return True
    return _full_stop_ends(before[0].lower(), word, first=before.start() == begin)


def _full_stop_ends(before: str, word: str, *, first: bool) -> bool:
    after = word.lower()
    if before in _TITLES or (first and before.isdigit()):
        return False
    if before in _BEFORE_NUMBERS and word[:1].isdigit():
        return False
    if before in _TIMES:
        return after not in _AFTER_TIMES
    if before in _AMBIGUOUS or _is_initial(before):
        return after in _STARTERS
    return True


def _is_initial(word: str) -> bool:
    return (len(word) == 1 and word.isalpha()) or re.fullmatch(
        r"(?:[^\W\d_]\.)+[^\W\d_]", word
    ) is not None
