"""How far the words for a source run: out to the phrase that a phrase narrows, and on to what narrows it."""

from dataclasses import replace

from pipelines.extraction.sources.source_words import SourceWords
from pipelines.extraction.sources.sources import Source, can_speak, is_time, joined, source
from pipelines.extraction.syntax.noun_phrases import NounPhrase
from pipelines.extraction.syntax.parse import Parse

_VERBAL = ("part", "ing", "state", "time", "adv")
_NARROWING = ("of", "for", "in", "at", "from", "near", "on", "with", "across", "by")
_DETERMINED = ("a", "an", "the", "its", "his", "her", "their")
_ENDS = ("edge", "comma", "rel", "mark", "prep", "sub", "conj", "time")
_STARTS = ("edge", "comma", "sub", "mark", "conj", "rel")
_DASHES = ("–", "—")
_LONGEST_TITLE = 4


def source_ending(parse: Parse, phrase: NounPhrase, last: int, words: SourceWords) -> Source | None:
    """The source that ends at ``last``: from the outermost phrase that can speak, with one joined to it by "and"."""
    phrase = _with_title(parse, phrase, words)
    best, current = phrase, _named_with(parse, phrase)
    while (outer := _outer(parse, current)) is not None:
        current = _with_title(parse, outer, words)
        best = current if can_speak(parse, current, words) else best
    found = source(parse, best.first, max(last, best.last), words)
    other = parse.phrase(best.first - 2) if parse.word(best.first - 1) == "and" else None
    if found is None or other is None or parse.tag(other.first - 1) not in _STARTS:
        return found
    first = source(parse, other.first, other.last, words)
    is_one = first is not None and can_speak(parse, other, words)
    return joined(parse, first, found) if is_one and first is not None else found


def source_beginning(parse: Parse, phrase: NounPhrase, words: SourceWords) -> Source | None:
    """The source that begins with a phrase, with what narrows it, and with one joined to it by "and"."""
    found = source(parse, phrase.first, _end(parse, phrase, words), words)
    if found is None or parse.word(found.last) != "and":
        return found
    other = parse.phrase(found.last + 1)
    if other is None or not can_speak(parse, other, words):
        return found
    second = source(parse, other.first, _end(parse, other, words), words)
    if second is None or parse.tag(second.last) not in _ENDS:
        return found
    return joined(parse, found, second)


def _outer(parse: Parse, phrase: NounPhrase) -> NounPhrase | None:
    """The phrase that a phrase narrows: the officials of "officials in Gaza", the residents "reached by phone"."""
    place = phrase.first - 1
    while parse.tag(place) == "adv":
        place -= 1
    if parse.tag(place) != "prep":
        return None
    place -= 1
    while parse.tag(place) in _VERBAL and parse.phrase(place) is None:
        place -= 1
    return parse.phrase(place)


def _with_title(parse: Parse, phrase: NounPhrase, words: SourceWords) -> NounPhrase:
    """A name with the title or body that stands before it: "Dr. Lina Haddad", "a police source"."""
    before = None
    if _is_title(parse, phrase.first - 1) or parse.word(phrase.first - 1) == "daily":
        before = parse.phrase(phrase.first - 2)
    elif parse.word(phrase.first - 1) in words.single:
        before = parse.phrase(phrase.first - 1)
    return phrase if before is None else replace(phrase, first=before.first)


def _is_title(parse: Parse, stop: int) -> bool:
    """Whether a full stop ends a title before a name: "Dr. Lina Haddad"."""
    if parse.word(stop) != "." or parse.phrase(stop - 1) is None or stop + 1 >= len(parse.tokens):
        return False
    capitals = parse.is_capital(stop - 1) and parse.is_capital(stop + 1)
    return capitals and len(parse.word(stop - 1)) <= _LONGEST_TITLE


def _named_with(parse: Parse, phrase: NounPhrase) -> NounPhrase:
    """The first of two names that "and" joins within a longer one: "Ministry of Health and Welfare"."""
    other = parse.phrase(phrase.first - 2) if parse.word(phrase.first - 1) == "and" else None
    if other is None or not parse.is_capital(phrase.first) or not parse.is_capital(other.first):
        return phrase
    return other if parse.tag(other.first - 1) == "prep" else phrase


def _end(parse: Parse, phrase: NounPhrase, words: SourceWords) -> int:
    """The end of a source with what follows it: "of the interior", ", 38", ", a medic"."""
    last = phrase.last
    while (following := _following(parse, last)) is not None:
        last = following.last
    if parse.tag(last) == "comma" and parse.tag(last + 1) == "age":
        last += 2
    named = parse.phrase(last + 1) if parse.tag(last) == "comma" else None
    if named is None or named.first != last + 1 or not _is_apposition(parse, named):
        return last
    return named.last if can_speak(parse, named, words) else last


def _following(parse: Parse, last: int) -> NounPhrase | None:
    """The phrase that goes on about a source that ends at ``last``, behind a preposition or beside it."""
    joint = parse.word(last) in _NARROWING or _is_title(parse, last)
    phrase = parse.phrase(last + 1 if joint else last)
    if phrase is None or phrase.first < last or is_time(parse, phrase) or _acts(parse, phrase):
        return None
    apart = not joint and parse.tag(phrase.first) in ("det", "num")
    return None if apart else phrase


def _is_apposition(parse: Parse, phrase: NounPhrase) -> bool:
    """Whether a phrase behind a comma tells who the one before it is, and begins no clause of its own."""
    named = parse.word(phrase.first) in _DETERMINED or parse.is_capital(phrase.first)
    counts = phrase.number is not None or phrase.head is None
    is_subject = _acts(parse, phrase) or parse.word(phrase.last) in _DASHES
    return named and not counts and not is_subject


def _acts(parse: Parse, phrase: NounPhrase) -> bool:
    """Whether a verb follows the phrase, so that it begins a clause of its own."""
    return parse.tag(phrase.last) not in (*_ENDS, "part", "age")
