"""Counts whose words were told before: "the rights commission said 31", "it was 12 by that night", "six were women"."""

from collections.abc import Iterator

from pipelines.extraction.frames.tolls import standing
from pipelines.extraction.syntax.noun_phrases import NounPhrase
from pipelines.extraction.syntax.parse import Parse

_ENDS = ("edge", "mark", "comma", "sub", "conj")
_SUBJECTS = ("it", "that", "this")
_COPULAS = ("was", "were", "is", "are")
_DESCRIBING = ("under", "aged", "from", "of", "below", "between", "over")
_COUNTS = ("count", "figure", "estimate", "tally")
_FARTHEST = 4


def told_again(parse: Parse) -> Iterator[NounPhrase]:
    """The bare numbers of a sentence that a verb of saying or a word for a figure ties to what was counted before.

    A number that follows other people counted may be about them, so nothing is taken after these.
    """
    for phrase in parse.phrases:
        if phrase.number is None:
            continue
        noun = phrase.head if phrase.head is not None else phrase.whole
        if noun is not None and parse.people.counts(parse.word(noun)):
            return
        if noun is None and parse.tag(phrase.last) in _ENDS and _is_retold(parse, phrase):
            yield phrase


def recounted(parse: Parse) -> Iterator[NounPhrase]:
    """The bare numbers that an earlier count of the same sentence is set against: "the first count of 60"."""
    for phrase in parse.phrases:
        if phrase.number is None or phrase.head is not None or phrase.whole is not None:
            continue
        if parse.word(phrase.first - 1) == "of" and phrase.first > 1:
            before = parse.phrase(phrase.first - 2)
            if before is not None and parse.word(before.last - 1) in _COUNTS:
                yield phrase


def totals(parse: Parse) -> Iterator[NounPhrase]:
    """The numbers at which "it" or a figure told before stands: "it was nine at noon, 12 by that night"."""
    for place, word in enumerate(parse.words):
        if word in _SUBJECTS and parse.tag(place + 1) in ("aux", "part", "verb", "adv"):
            yield from standing(parse, place + 1)
    for phrase in parse.phrases:
        if _is_figure(parse, phrase):
            put = parse.word(phrase.first - 1) in parse.grammar.bringing  # "puts the figure at 112"
            yield from standing(parse, phrase.last, moved=put)


def parts(parse: Parse) -> Iterator[NounPhrase]:
    """Those of whom a sentence says who they were: "six of them were children", "seven were pupils"."""
    for phrase in parse.phrases:
        if phrase.number is None or not _stands_for_people(parse, phrase):
            continue
        place = phrase.last
        while parse.tag(place) == "adv":
            place += 1
        if parse.word(place) in _COPULAS and _describes(parse, place + 1):
            yield phrase
    yield from _among_them(parse)


def _among_them(parse: Parse) -> Iterator[NounPhrase]:
    """Somebody told apart by a sentence of their own: "a photographer was among them"."""
    if "among" not in parse.words:
        return
    for place in range(2, len(parse.tokens) - 1):
        among = parse.word(place) == "among" and parse.word(place + 1) in ("them", "these", "those")
        if among and parse.word(place - 1) in _COPULAS and parse.tag(place + 2) in _ENDS:
            subject = parse.phrase(place - 2)
            if subject is not None and subject.count is not None and subject.last == place - 1:
                yield subject


def _is_retold(parse: Parse, phrase: NounPhrase) -> bool:
    return _said(parse, phrase) or _figure(parse, phrase) or _by_source(parse, phrase)


def _said(parse: Parse, phrase: NounPhrase) -> bool:
    return parse.word(phrase.first - 1) in parse.grammar.reporting


def _by_source(parse: Parse, phrase: NounPhrase) -> bool:
    """Whether another source's number follows: "38, according to the ministry; 44, according to the clinics"."""
    comma = parse.tag(phrase.last) == "comma"
    return comma and parse.word(phrase.last + 1) == "according"


def _figure(parse: Parse, phrase: NounPhrase) -> bool:
    """Whether the number is what a figure told before comes to: "a higher figure, 60", "was revised to five"."""
    place = phrase.first - 1
    if parse.tag(place) != "comma" and parse.word(place) not in ("at", "of", "to"):
        return False
    place -= 1
    while place >= 0 and parse.tag(place) in ("adv", "part", "aux", "prep"):
        place -= 1
    before = parse.phrase(place)
    return before is not None and _is_figure(parse, before)


def _is_figure(parse: Parse, phrase: NounPhrase) -> bool:
    if phrase.head is None or phrase.number is not None:
        return False
    return parse.word(phrase.head) in parse.grammar.figures


def _stands_for_people(parse: Parse, phrase: NounPhrase) -> bool:
    """Whether a bare number begins a clause, or is of them told before."""
    if parse.is_of_them(phrase):
        return True
    if phrase.head is not None or phrase.whole is not None:
        return False
    place = phrase.first - 1
    if parse.tag(place) in ("edge", "mark"):
        return True
    return parse.tag(place) in ("conj", "comma") and any(
        parse.word(at) in (";", "—", "of") or parse.tag(at) == "conj"
        for at in range(max(place - _FARTHEST, 0), place + 1)
    )


def _describes(parse: Parse, place: int) -> bool:
    """Whether a predicate says who they were: "pupils", "under the age of ten", "women and children"."""
    while parse.tag(place) in ("adv", "neg"):
        place += 1
    if parse.word(place) in _DESCRIBING:
        return True
    phrase = parse.phrase(place)
    if phrase is None or phrase.first != place or phrase.number is not None:
        return False
    return phrase.head is not None and parse.is_person(phrase.head) is True
