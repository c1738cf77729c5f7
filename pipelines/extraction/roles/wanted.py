"""Whom money is offered for: who stands after "for" or "on", or whose arrest it is."""

from pipelines.extraction.frames.frames import Match
from pipelines.extraction.roles.role_words import span
from pipelines.extraction.syntax.noun_phrases import NounPhrase
from pipelines.extraction.syntax.parse import Parse
from pipelines.extraction.values import Phrase


def wanted(parse: Parse, match: Match) -> Phrase | None:
    """Who the money is for: whom the arrest is of, or who stands after "for" or "on"."""
    ends = (match.phrase.last, match.cue.last)
    for start in ends if match.method in ("offer", "sum") else reversed(ends):
        found = _person_after(parse, start)
        if found is not None:
            return found
    return None


def _person_after(parse: Parse, start: int) -> Phrase | None:
    for place in range(max(start, 0), len(parse.tokens)):
        if parse.word(place) == ";":
            return None
        phrase = parse.phrase(place)
        if phrase is None or phrase.first != place or parse.tag(place - 1) not in ("prep", "conj"):
            continue
        found = _person(parse, phrase)
        if found is not None:
            return found
    return None


def _person(parse: Parse, phrase: NounPhrase) -> Phrase | None:
    """The person of a phrase: the owner in "Maduro's arrest", the head of "several top aides, including …"."""
    owner = next(
        (place for place in range(phrase.first, phrase.last) if parse.tag(place) == "poss"), None
    )
    if owner is not None and not parse.is_person(phrase.head):
        return span(parse, phrase.first, owner)
    named = phrase.head is not None and parse.tokens[phrase.head].text[0].isupper()
    if not (named or parse.is_person(phrase.head)):
        return None
    last = phrase.last
    name = parse.phrase(last + 1) if parse.tag(last) == "comma" and not named else None
    if name is not None and name.last - name.first > 1 and parse.is_capital(name.first):
        return span(parse, name.first, name.last)  # "his interior minister, Ana Ruiz"
    if parse.tag(last) == "comma" and parse.word(last + 1) == "including":
        following = parse.phrase(last + 2)
        last = following.last if following is not None else last
    return span(parse, phrase.first + (parse.tag(phrase.first) == "det"), last)
