"""Whose word a count is: "X said", "said X", "according to X", "X reports that"."""

from pipelines.extraction.frames.frames import Match
from pipelines.extraction.roles.role_words import span, with_name
from pipelines.extraction.syntax.noun_phrases import NounPhrase
from pipelines.extraction.syntax.parse import Parse
from pipelines.extraction.values import Phrase

_LED = ("time", "measure", "duration")


def attribution(parse: Parse, match: Match) -> Phrase | None:
    """The source named in the sentence for a matched count, or None where the narrator speaks."""
    first = match.phrase.first
    for place in range(len(parse.tokens) - 1):
        if parse.words[place] == "according" and parse.words[place + 1] == "to":
            return _source(parse, parse.phrase(place + 2))
    verbs = [place for place in range(len(parse.tokens)) if _reports(parse, place)]
    before = [place for place in verbs if place < first and ";" not in parse.words[place:first]]
    found = _source(parse, _speaker(parse, before[-1])) if before else None
    after = (place for place in verbs if place > first)
    return found or next(
        (source for source in (_closing(parse, place, match) for place in after) if source), None
    )


def _reports(parse: Parse, place: int) -> bool:
    reporting = parse.words[place] in parse.grammar.reporting and parse.phrase(place) is None
    return reporting and parse.word(place + 1) != "responsibility"


def _closing(parse: Parse, verb: int, match: Match) -> Phrase | None:
    """Who says what went before: "…, said the mayor", "…, the mayor said"."""
    if parse.tag(verb - 1) == "comma" or parse.word(verb - 1) in ('"', "”"):
        return _source(parse, parse.phrase(verb + 1))
    comma = next((place for place in range(verb - 1, -1, -1) if parse.tag(place) == "comma"), None)
    if comma is None or match.phrase.first > comma:
        return None
    return _source(parse, parse.phrase(comma + 1) or _speaker(parse, verb))


def _speaker(parse: Parse, verb: int) -> NounPhrase | None:
    """The subject of a verb of saying, past words of time and what narrows it ("officials in Gaza on Monday said")."""
    place = verb - 1
    while parse.tag(place) in ("adv", "aux", "time") or (
        parse.tag(place) == "prep" and parse.tag(place + 1) == "time"
    ):
        place -= 1
    phrase = parse.phrase(place)
    while phrase is not None and parse.tag(phrase.first - 1) == "prep":
        outer = parse.phrase(phrase.first - 2)
        if outer is None:
            break
        phrase = outer
    return phrase


def _source(parse: Parse, phrase: NounPhrase | None) -> Phrase | None:
    if phrase is None or phrase.head is None or parse.tag(phrase.first) in _LED:
        return None
    if not parse.is_capital(phrase.head) and parse.is_person(phrase.head) is False:
        return None
    first = phrase.first + (parse.tag(phrase.first) == "det")
    return span(parse, first, with_name(parse, phrase.last))
