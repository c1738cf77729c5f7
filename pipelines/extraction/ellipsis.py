"""Counts whose words were told before: "the rights commission said 31", "doctors gave a higher figure, 60"."""

from collections.abc import Iterator

from pipelines.extraction.noun_phrases import NounPhrase
from pipelines.extraction.parse import Parse

_FIGURES = ("figure", "figures", "number", "toll", "total", "tally", "count", "estimate")
_ENDS = ("edge", "mark", "comma", "sub", "conj")


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
        if (
            noun is None
            and parse.tag(phrase.last) in _ENDS
            and (_said(parse, phrase) or _figure(parse, phrase))
        ):
            yield phrase


def _said(parse: Parse, phrase: NounPhrase) -> bool:
    return parse.word(phrase.first - 1) in parse.grammar.reporting


def _figure(parse: Parse, phrase: NounPhrase) -> bool:
    """Whether the number is what a figure told before comes to: "a higher figure, 60", "was revised to five"."""
    place = phrase.first - 1
    if parse.tag(place) != "comma" and parse.word(place) not in ("at", "of", "to"):
        return False
    place -= 1
    while place >= 0 and parse.tag(place) in ("adv", "part", "aux", "prep"):
        place -= 1
    before = parse.phrase(place)
    return before is not None and before.head is not None and parse.word(before.head) in _FIGURES
