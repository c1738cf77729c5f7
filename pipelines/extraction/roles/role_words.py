"""The word lists of lexicon/roles.yaml, and how a role's phrase is cut out of a noun phrase."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pipelines.extraction.lexicon import load
from pipelines.extraction.syntax.noun_phrases import NounPhrase
from pipelines.extraction.syntax.parse import Parse
from pipelines.extraction.values import Phrase

_SMALL = ("det", "num", "adv", "part", "measure", "duration", "adj")
_SKIPPED = ("of", "separate", "other", "such", "more")


@dataclass(frozen=True, slots=True)
class RoleWords:
    """Words by which the roles of a claim are told; see lexicon/roles.yaml."""

    agents: frozenset[str]
    deeds: frozenset[str]
    assaults: frozenset[str]
    causes: frozenset[str]
    places: frozenset[str]
    no_place: frozenset[str]
    on_target: frozenset[str]


@cache
def role_words(extra: Path | None = None) -> RoleWords:
    """The role words of the shipped lexicon with a user's words."""
    lists = load("roles", extra)
    return RoleWords(**{name: frozenset(lists[name]) for name in RoleWords.__slots__})


def span(parse: Parse, first: int, last: int) -> Phrase:
    """The phrase over the tokens ``first`` to ``last`` (exclusive)."""
    start, end = parse.tokens[first].start, parse.tokens[last - 1].end
    return Phrase(parse.text[start:end], start, end)


def noun_start(parse: Parse, phrase: NounPhrase, noun: int) -> int:
    """Where the noun begins with its modifiers, past articles and numbers."""
    first = phrase.first
    while first < noun and (parse.tag(first) in _SMALL or parse.word(first) in _SKIPPED):
        first += 1
    return first


def with_of(parse: Parse, last: int) -> int:
    """The end of a phrase with the "of" that belongs to it: "members of the security forces"."""
    following = parse.phrase(last + 1)
    return following.last if parse.word(last) == "of" and following is not None else last


def with_name(parse: Parse, last: int) -> int:
    """The end of a phrase with the name that follows it: "police chief" "Omar Safi"."""
    following = parse.phrase(last)
    if following is None or following.first != last or not parse.is_capital(last):
        return last
    return following.last
