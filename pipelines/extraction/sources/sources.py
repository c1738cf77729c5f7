"""Who gives his word for a count: the words that name a source, or the pronoun that stands for it."""

from dataclasses import dataclass, replace

from pipelines.extraction.sources.kinds import is_person, is_plural, kind_named, kind_of, number
from pipelines.extraction.sources.source_words import SourceWords
from pipelines.extraction.syntax.noun_phrases import NounPhrase
from pipelines.extraction.syntax.parse import Parse
from pipelines.extraction.values import Phrase, SourceKind

_PERSONS = ("he", "she")
_PRONOUNS = {word: word for word in (*_PERSONS, "it", "they")}
_OWNERS = {"his": "he", "her": "she", "its": "it", "their": "they"}
_ARTICLES = ("a", "an", "the")


@dataclass(frozen=True, slots=True)
class Source:
    """Words for a source, over the tokens ``first`` to ``last`` of their sentence.

    ``is_person`` is None for a name that may be a person's or a body's; ``pronoun`` is "" where the words
    themselves name the source.
    """

    first: int
    last: int
    words: Phrase
    kind: SourceKind | None = None
    n_sources: int | None = None
    is_person: bool | None = None
    is_plural: bool = False
    pronoun: str = ""

    def may_be(self, pronoun: str) -> bool:
        """Whether a pronoun may stand for this source."""
        if pronoun == "they":
            return self.is_plural or self.is_person is not True
        if self.is_plural:
            return False
        return self.is_person is not False if pronoun in _PERSONS else self.is_person is not True


def source(parse: Parse, first: int, last: int, words: SourceWords) -> Source | None:
    """The source over the tokens ``first`` to ``last``, without its article; None when no noun names one."""
    while first < last and (_is_timely(parse, first) or parse.word(first) in _ARTICLES):
        first += 1
    last = _before_verb(parse, first, last, words)
    head = _head(parse, first, last)
    if head is None or parse.word(head) in parse.grammar.time_nouns:
        return None
    people = is_person(parse, first, head, last, words)
    named = any(parse.is_capital(place) for place in range(head, last))
    is_body = not named or kind_named(parse, max(first, head - 1), head + 1, words) is not None
    counted = number(parse, first, words)
    plural = counted != 1 and is_plural(parse, first, head, words)
    return Source(
        first,
        last,
        _phrase(parse, first, last),
        kind=kind_of(parse, first, head, last, words) or ("person" if people else None),
        n_sources=counted or (None if plural else 1),
        is_person=True if people else False if is_body else None,
        is_plural=plural,
    )


def pronoun(parse: Parse, place: int, *, owns: bool = False) -> Source | None:
    """The pronoun at a place as a source that is named elsewhere; one that ``owns`` for "his" in "his count"."""
    named = (_OWNERS if owns else _PRONOUNS).get(parse.word(place))
    if named is None:
        return None
    return Source(place, place + 1, _phrase(parse, place, place + 1), pronoun=named)


def joined(parse: Parse, one: Source, other: Source) -> Source:
    """Two sources named together: "a doctors' network and two residents"."""
    known = one.n_sources is not None and other.n_sources is not None
    return replace(
        one,
        last=other.last,
        words=_phrase(parse, one.first, other.last),
        n_sources=(one.n_sources or 0) + (other.n_sources or 0) if known else None,
        is_plural=True,
    )


def can_speak(parse: Parse, phrase: NounPhrase, words: SourceWords) -> bool:
    """Whether a phrase names somebody whose word it may be: a source by its noun, people, or a name."""
    if phrase.head is None:
        return phrase.whole is not None and parse.is_person(phrase.whole) is True
    if is_time(parse, phrase) or phrase.count == "none":
        return False
    known = kind_named(parse, phrase.first, phrase.last, words) is not None
    people = any(parse.is_person(place) for place in range(phrase.first, phrase.last))
    return known or people or _is_name(parse, phrase.head)


def is_time(parse: Parse, phrase: NounPhrase) -> bool:
    """Whether a phrase names a time: "Monday", "the same day", "noon"."""
    if phrase.head is None:
        return parse.tag(phrase.first) == "time"
    return parse.tag(phrase.head) == "time" or parse.word(phrase.head) in parse.grammar.time_nouns


def _phrase(parse: Parse, first: int, last: int) -> Phrase:
    start, end = parse.tokens[first].start, parse.tokens[last - 1].end
    return Phrase(parse.text[start:end], start, end)


def _is_name(parse: Parse, head: int) -> bool:
    """Whether a noun has a capital that no start of a sentence explains."""
    starts = head == 0 and parse.word(head).endswith(("s", "ing"))
    return parse.is_capital(head) and not starts


def _is_timely(parse: Parse, place: int) -> bool:
    """Whether a word of time stands before a source and is no part of a name: "Monday police", not "Daily Mirror"."""
    named = place + 1 < len(parse.tokens) and parse.is_capital(place + 1)
    return parse.tag(place) == "time" and not named


def _before_verb(parse: Parse, first: int, last: int, words: SourceWords) -> int:
    """Where a name ends that a verb follows which the phrase took for a noun: "the front claims responsibility"."""
    for place in range(first + 1, last):
        verb = words.verbs.get(parse.word(place))
        small = parse.is_capital(place - 1) and not parse.is_capital(place)
        if verb is not None and verb.form == "s" and small:
            return place
    return last


def _head(parse: Parse, first: int, last: int) -> int | None:
    """The noun of the phrase with which the tokens begin."""
    phrase = parse.phrase(first)
    if phrase is None:
        return None
    head = phrase.whole if phrase.whole is not None else phrase.head
    return None if head is None else min(head, last - 1)
