"""Whose word a count is: "X said", "said X", "according to X", "X reports that"."""

from pipelines.extraction.frames import Match
from pipelines.extraction.noun_phrases import NounPhrase
from pipelines.extraction.parse import Parse
from pipelines.extraction.values import Phrase


def attribution(parse: Parse, match: Match) -> Phrase | None:
    """The source named in the sentence for a matched count, or None where the narrator speaks."""
    for place in range(len(parse.tokens)):
        if parse.word(place) == "according" and parse.word(place + 1) == "to":
            return _source(parse, parse.phrase(place + 2))
    for place in range(len(parse.tokens)):
        if parse.word(place) in parse.grammar.reporting and parse.phrase(place) is None:
            found = _speaker(parse, place, match)
            if found is not None:
                return found
    return None


def _speaker(parse: Parse, verb: int, match: Match) -> Phrase | None:
    """Who says it: before the verb, or after it where the verb closes what was said ("…, said the mayor")."""
    if match.phrase.first > verb:
        return _source(parse, _before(parse, verb))
    if parse.tag(verb - 1) == "comma" or parse.word(verb - 1) in ('"', "”"):
        return _source(parse, parse.phrase(verb + 1))
    comma = next((place for place in range(verb - 1, -1, -1) if parse.tag(place) == "comma"), None)
    if comma is not None and match.phrase.first < comma:
        return _source(parse, parse.phrase(comma + 1) or _before(parse, verb))
    return None


def _before(parse: Parse, verb: int) -> NounPhrase | None:
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
    if (
        phrase is None
        or phrase.head is None
        or parse.tag(phrase.first) in ("time", "measure", "duration")
    ):
        return None
    head = parse.tokens[phrase.head]
    if not (head.text[0].isupper() or parse.people.counts(head.lower) is not False):
        return None
    first = phrase.first + (parse.tag(phrase.first) == "det")
    start, end = parse.tokens[first].start, parse.tokens[phrase.last - 1].end
    return Phrase(parse.text[start:end], start, end)
