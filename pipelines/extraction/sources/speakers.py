"""From a verb of saying to the phrase that speaks: its subject before it, or whoever stands behind it."""

from dataclasses import replace

from pipelines.extraction.sources.source_words import SourceWords
from pipelines.extraction.sources.sources import Source, can_speak, pronoun
from pipelines.extraction.sources.spans import source_beginning, source_ending
from pipelines.extraction.syntax.noun_phrases import NounPhrase
from pipelines.extraction.syntax.parse import Parse

_LONGEST_ASIDE = 30
_BEFORE_VERB = ("aux", "modal", "neg", "adv", "time")
_REDUCED = ("part", "ing", "state", "adv", "pron")
_OPENING = ("prep", "age", "ing", "part")
_NOMINAL = ("prep", "conj", "time", "age", "comma")
_BREAKS = (";", ":", "—")


def speaker_before(parse: Parse, verb: int, words: SourceWords) -> Source | None:
    """The subject of the verb whose group ends at ``verb``, past asides and what narrows it."""
    place = before_verb(parse, verb)
    if parse.tag(place) == "rel":
        place -= 2 if parse.tag(place - 1) == "comma" else 1
    if (stands_for := pronoun(parse, place)) is not None:
        return stands_for
    if parse.word(place) == ")":
        place = max((at for at in range(place) if parse.word(at) == "("), default=0) - 1
    place = _before_reduced(parse, place)
    last = place + 1
    if parse.tag(place) == "comma":
        opening = _aside(parse, place)
        if opening is None:
            return None
        last = place if parse.phrase(opening + 1) is not None else opening
        place = opening - 1
    phrase = parse.phrase(place)
    return None if phrase is None else source_ending(parse, phrase, last, words)


def before_verb(parse: Parse, verb: int) -> int:
    """The place before a verb's auxiliaries, adverbs and words of time."""
    place = verb - 1
    while parse.tag(place) in _BEFORE_VERB or (
        parse.tag(place) == "prep" and parse.tag(place + 1) == "time"
    ):
        place -= 1
    return place


def speaker_within(
    parse: Parse, phrase: NounPhrase, verb: int, words: SourceWords
) -> Source | None:
    """The subject in a phrase that took its verb for a noun: "the board reports 12"."""
    subject = replace(phrase, last=verb, head=verb - 1)
    return source_ending(parse, subject, verb, words)


def speaker_after(
    parse: Parse, first: int, words: SourceWords, *, named: bool = False
) -> Source | None:
    """The source that begins at ``first``, with what narrows it, its age and its apposition.

    It must be somebody who can speak, unless the words before it say that it is ``named`` as a source.
    """
    if (stands_for := pronoun(parse, first)) is not None:
        return stands_for
    phrase = parse.phrase(first)
    if phrase is None or phrase.first != first or not (named or can_speak(parse, phrase, words)):
        return None
    return source_beginning(parse, phrase, words)


def clause_subject(parse: Parse, verb: int, words: SourceWords) -> Source | None:
    """The first subject of the clause that a verb stands in."""
    start = verb
    while start > 0 and parse.word(start - 1) not in _BREAKS:
        start -= 1
    return first_subject(parse, start, verb, words)


def first_subject(parse: Parse, start: int, stop: int, words: SourceWords) -> Source | None:
    """The first phrase or pronoun between two places that no preposition leads, if it can speak."""
    for place in range(start, stop):
        if parse.tag(place - 1) in ("prep", "sub"):
            continue
        if parse.tag(place) == "pron":
            return pronoun(parse, place)
        phrase = parse.phrase(place)
        if phrase is not None and phrase.first == place:
            speaks = can_speak(parse, phrase, words)
            return source_beginning(parse, phrase, words) if speaks else None
    return None


def _before_reduced(parse: Parse, place: int) -> int:
    """The noun before a clause without a verb of its own: "doctors at the clinic still working"."""
    at = place
    while parse.tag(at) in _REDUCED and parse.phrase(at) is None:
        at -= 1
    phrase = parse.phrase(at) if at < place else None
    if phrase is None:
        return place
    since = parse.tag(phrase.first - 1) == "sub"
    return _before_reduced(parse, phrase.first - 2) if since else at


def _aside(parse: Parse, closing: int) -> int | None:
    """The comma that opens the aside which ends at the comma ``closing``, with a noun before it."""
    places = range(closing - 2, max(closing - _LONGEST_ASIDE, 0), -1)
    commas = [place for place in places if parse.tag(place) == "comma" and parse.phrase(place - 1)]
    relative = (place for place in commas if parse.tag(place + 1) == "rel")
    nominal = (place for place in commas if _opens(parse, place, closing))
    return next(relative, None) or next(nominal, None)


def _opens(parse: Parse, comma: int, closing: int) -> bool:
    """Whether what stands between two commas is an aside: "in London", "38", "a research group"."""
    return parse.tag(comma + 1) in _OPENING or all(
        parse.phrase(place) is not None or parse.tag(place) in _NOMINAL
        for place in range(comma + 1, closing)
    )
