"""What stands between a subject and its verb: asides, relative clauses, who says so, and where a place lies."""

from pipelines.extraction.syntax.noun_phrases import NounPhrase
from pipelines.extraction.syntax.parse import Parse

_LONGEST = 30
_CLAUSAL = ("aux", "modal", "sub", "mark", "rel")
_BEGINS = ("edge", "comma", "mark", "conj", "sub")


def before_aside(parse: Parse, comma: int) -> int:
    """The place before an aside without a verb that a comma ends: "a quake at Pisco, up the coast, killed"."""
    if parse.tag(comma) != "comma":
        return comma
    for place in range(comma - 1, max(comma - _LONGEST, 0), -1):
        tag = parse.tags[place]
        if tag == "comma":
            return place - 1
        if tag in _CLAUSAL or (tag == "verb" and parse.phrase(place) is None):
            return comma
    return comma


def before_relative(parse: Parse, comma: int) -> int:
    """The place before a relative clause that a comma ends: "two strikes, which the army denies, killed"."""
    for place in range(comma - 1, max(comma - _LONGEST, 0), -1):
        if parse.word(place) in (";", ":"):
            return comma
        opens = parse.tag(place) == "rel" and parse.word(place) != "that"
        if opens and parse.tag(place - 1) == "comma":
            return place - 2
        if opens and parse.tag(place - 1) == "prep" and parse.tag(place - 2) == "comma":
            return place - 3
    return comma


def source_aside(parse: Parse, place: int) -> int | None:
    """The place before an aside that tells who says so, which ends at a comma: ", parents said,"."""
    if parse.tag(place) != "comma":
        return None
    verb = place - 1
    while parse.tag(verb) in ("time", "prep"):
        verb -= 1
    phrase = parse.phrase(verb - 1)
    if phrase is None or parse.word(verb) not in parse.grammar.reporting:
        return None
    while parse.tag(phrase.first - 1) == "prep" and (outer := parse.phrase(phrase.first - 2)):
        phrase = outer
    return phrase.first - 1 if parse.tag(phrase.first - 1) == "comma" else None


def is_larger_place(parse: Parse, phrase: NounPhrase) -> bool:
    """Whether a name after a comma tells where the one before it lies: "a blast in Saratov, Russia killed"."""
    smaller = parse.phrase(phrase.first - 2)
    if smaller is None or not (parse.is_capital(phrase.first) and parse.is_capital(smaller.first)):
        return False
    while parse.tag(smaller.first - 1) == "comma" and (other := parse.phrase(smaller.first - 2)):
        smaller = other
    return parse.tag(smaller.first - 1) == "prep" and parse.tag(smaller.first - 2) not in _BEGINS


def narrowed(parse: Parse, phrase: NounPhrase) -> int:
    """The end of a phrase with the "of" that belongs to it: "Democratic Republic of the Congo"."""
    other = parse.phrase(phrase.last + 1) if parse.word(phrase.last) == "of" else None
    return phrase.last if other is None else other.last
