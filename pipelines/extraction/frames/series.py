"""Rows of numbers of one kind: "nine on Monday, 12 by that night and 23 on Thursday", "from 15 to 21, then to 25"."""

from collections.abc import Iterator

from pipelines.extraction.syntax.noun_phrases import NounPhrase
from pipelines.extraction.syntax.parse import Parse

_REACHES = ("to", "at", "from", "of")
_JOINS = ("comma", "conj", "adv")
_ENDS = ("edge", "comma", "conj", "prep", "time", "mark", "sub", "rel", "adv")
_LATER = ("later", "earlier", "before", "after", "then")
_THAT = ("that", "this", "the")
_LONGEST = 8


def series(parse: Parse, place: int) -> Iterator[NounPhrase]:
    """The numbers that go on after one that ends at ``place``, each with a time or a word such as "to"."""
    while True:
        place = _past_time(parse, place)
        start = place
        while parse.tag(place) in _JOINS or parse.word(place) == "then":
            place += 1
        joined, ahead = place > start, place
        place = _past_time(parse, place) if joined else place
        timed = place > ahead
        reached = parse.word(place) in _REACHES and parse.tag(place) != "num"
        found = parse.phrase(place + reached)
        if found is None or not _goes_on(parse, found, place + reached):
            return
        if not reached and not (joined and (timed or _is_timed(parse, found.last))):
            return
        yield found
        place = found.last


def _goes_on(parse: Parse, phrase: NounPhrase, place: int) -> bool:
    """Whether a bare number stands at a place and nothing else is told of it."""
    if phrase.first != place or phrase.number is None:
        return False
    if phrase.head is not None or phrase.whole is not None:
        return False
    return parse.tag(phrase.last) in _ENDS and parse.cue(phrase.last) is None


def _is_timed(parse: Parse, place: int) -> bool:
    return _past_time(parse, place) > place or parse.tag(place - 2) in ("comma", "time", "adv")


def _past_time(parse: Parse, place: int) -> int:
    """The place after words of time: "by that night", "at noon on Tuesday", "two days later"."""
    start = place
    while place < min(start + _LONGEST, len(parse.tokens)):
        if _leads_on(parse, place):
            place += 1
        elif place > start and _is_time(parse, place) and parse.phrase(place) is not None:
            place = _end(parse, place)
        else:
            return place
    return place


def _leads_on(parse: Parse, place: int) -> bool:
    """Whether a word is one of time, or leads to one: "by", "that" in "by that night"."""
    if parse.tag(place) in ("time", "duration") or parse.word(place) in _LATER:
        return True
    leads = parse.tag(place) == "prep" or parse.word(place) in _THAT
    return leads and _is_time(parse, place + 1)


def _is_time(parse: Parse, place: int) -> bool:
    if parse.tag(place) in ("time", "duration"):
        return True
    place += parse.word(place) in _THAT
    phrase = parse.phrase(place)
    if phrase is None or phrase.number is not None:
        return False
    noun = parse.word(phrase.head) if phrase.head is not None else ""
    return noun in parse.grammar.time_nouns or parse.tag(phrase.last - 1) == "time"


def _end(parse: Parse, place: int) -> int:
    phrase = parse.phrase(place)
    return place + 1 if phrase is None else phrase.last
