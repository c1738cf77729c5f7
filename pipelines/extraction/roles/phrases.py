"""How a role's phrase is cut out of a noun phrase."""

from pipelines.extraction.syntax.noun_phrases import NounPhrase
from pipelines.extraction.syntax.parse import Parse
from pipelines.extraction.values import Phrase

_SMALL = ("det", "num", "adv", "part", "measure", "duration", "adj")
_SKIPPED = ("of", "separate", "other", "such", "more")
_NAMING = ("part", "measure")


def span(parse: Parse, first: int, last: int) -> Phrase:
    """The phrase over the tokens ``first`` to ``last`` (exclusive)."""
    start, end = parse.tokens[first].start, parse.tokens[last - 1].end
    return Phrase(parse.text[start:end], start, end)


def noun_start(parse: Parse, phrase: NounPhrase, noun: int) -> int:
    """Where the noun begins with its modifiers, past articles and numbers."""
    first = phrase.first
    while first < noun and (parse.tag(first) in _SMALL or parse.word(first) in _SKIPPED):
        named = first > 0 or parse.is_capital(first + 1)
        if named and parse.tag(first) in _NAMING and parse.is_capital(first):
            break  # "Allied Democratic Forces", "M23 forces"
        first += 1
    return first


def with_of(parse: Parse, last: int) -> int:
    """The end of a phrase with the "of" that belongs to it: "members of the security forces"."""
    following = parse.phrase(last + 1)
    return following.last if parse.word(last) == "of" and following is not None else last
