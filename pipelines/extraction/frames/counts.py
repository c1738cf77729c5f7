"""Nouns that are themselves counted: "12 deaths", "around 20 strikes", "no deaths or injuries"."""

from collections.abc import Iterator
from dataclasses import replace

from pipelines.extraction.frames.frames import Match, followed
from pipelines.extraction.frames.tolls import level
from pipelines.extraction.metrics.cues import Cue
from pipelines.extraction.syntax.following import follow
from pipelines.extraction.syntax.noun_phrases import NounPhrase
from pipelines.extraction.syntax.parse import Parse

# "No reports of injuries" is told as no injuries; a count of reports says nothing.
_REPORTS = ("reports", "report", "word", "sign", "signs")
_NEAR = 15
_TIMES = ("times", "occasions")
_NONE = ("no", "without", "zero")


def counted(parse: Parse, cue: Cue) -> Iterator[Match]:
    """A noun that is itself counted: "12 deaths", "around 20 strikes", "deaths have passed 500"."""
    phrase = _with_reports(parse, parse.phrase(cue.first))
    if phrase is None or cue.last - 1 not in (phrase.head, phrase.whole):
        return
    if phrase.number is None:
        none = _none_before(parse, phrase)
        if none is not None:
            yield Match(none, cue, "counted")
        elif cue.entry.form == "plural":
            yield from level(parse, cue)
        return
    yield Match(phrase, cue, "counted" if phrase.whole is None else "part_of_group")
    if phrase.inner is not None and phrase.inner.head == cue.last - 1:
        yield Match(phrase.inner, cue, "counted")  # "nine of the 15 strikes"
    for found in follow(parse, _past_verb(parse, phrase.last), direct=False):
        yield from followed(parse, cue, None, found, phrase)


def _past_verb(parse: Parse, place: int) -> int:
    """The place after a verb that only tells of the count: "51 deaths have now been confirmed, 20 of them"."""
    after = place
    while parse.tag(after) in ("aux", "adv", "part", "time", "prep") or _is_where(parse, after):
        after += 1
    told = any(parse.cue(at) is not None for at in range(place, after))
    return place if told or parse.tag(after) != "comma" else after


def _is_where(parse: Parse, place: int) -> bool:
    """Whether a word belongs to where or when it was told: "were dug out of the wood, 30 of them"."""
    phrase = parse.phrase(place)
    return phrase is not None and phrase.number is None and parse.tag(phrase.first - 1) == "prep"


def _none_before(parse: Parse, phrase: NounPhrase) -> NounPhrase | None:
    """The "no" of another noun that goes for this one too: "no deaths or injuries"."""
    if parse.word(phrase.first - 1) not in ("or", "nor", "and"):
        return None
    before = _with_reports(parse, parse.phrase(phrase.first - 2))
    if before is None or before.number is None or before.head is None:
        return None
    if not any(parse.word(place) in _NONE for place in range(before.first, before.head)):
        return None
    return replace(before, last=phrase.last, head=phrase.head)


def _with_reports(parse: Parse, phrase: NounPhrase | None) -> NounPhrase | None:
    """The phrase with the number before it that counts reports of it: "no immediate reports of injuries"."""
    if phrase is None or phrase.number is not None or parse.word(phrase.first - 1) != "of":
        return phrase
    reports = parse.phrase(phrase.first - 2)
    if reports is None or reports.head is None or parse.word(reports.head) not in _REPORTS:
        return phrase
    if not any(parse.word(place) in _NONE for place in range(reports.first, reports.last)):
        return phrase
    return replace(reports, last=phrase.last, head=phrase.head)


def times(parse: Parse, cue: Cue) -> Iterator[Match]:
    """How often somebody was attacked: "struck the port four times", "was bombed three times"."""
    for place in range(cue.last, min(cue.last + _NEAR, len(parse.tokens))):
        phrase = parse.phrase(place)
        if phrase is not None and phrase.number is not None:
            often = phrase.head is not None and parse.word(phrase.head) in _TIMES
            if often and parse.tag(phrase.last) not in ("adj", "det", "noun", "num"):
                yield Match(phrase, cue, "times")
            if parse.phrase(phrase.first - 1) is None:
                return
        if parse.tag(place) in ("sub", "rel", "verb") or parse.word(place) == ";":
            return
