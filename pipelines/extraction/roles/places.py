"""Where it was, and what was hit: the phrases after "in" and "near", "on" and "against"."""

from pipelines.extraction.frames.frames import Match
from pipelines.extraction.roles.role_words import RoleWords, span
from pipelines.extraction.syntax.parse import Parse
from pipelines.extraction.values import Phrase

_CLAUSE = ("aux", "modal", "verb", "part")
_JOINTS = (",", "of", "in", "near", "and", "between")


def place_of(parse: Parse, match: Match, words: RoleWords) -> Phrase | None:
    """The first phrase of place after the count in its sentence, else the last before it."""
    begin = min(match.phrase.last, match.cue.last) if match.cue.first >= 0 else match.phrase.last
    prepositions = (place for place, tag in enumerate(parse.tags) if tag == "prep")
    found = [place for place in prepositions if _is_place(parse, place, words)]
    found = [place for place in found if not _leads_to_target(parse, match, place)]
    after = [place for place in found if place >= begin]
    before = [place for place in found if place < begin]
    chosen = after[0] if after else before[-1] if before else None
    return None if chosen is None else _span(parse, chosen + 1, words)


def _span(parse: Parse, first: int, words: RoleWords) -> Phrase:
    """A place without its article: "bar in Lumo"."""
    return span(parse, first + (parse.tag(first) == "det"), _end(parse, first, words))


def target_of(parse: Parse, match: Match, words: RoleWords) -> Phrase | None:
    """What the attacks were on: "20 strikes on suspected boats"."""
    last = match.phrase.last
    found = parse.phrase(last + 1)
    if parse.word(last) not in words.on_target or found is None:
        return None
    if any(parse.word(place) in words.no_place for place in range(found.first, found.last)):
        return None
    first = found.first + (parse.tag(found.first) == "det")
    return span(parse, first, found.last)


def _leads_to_target(parse: Parse, match: Match, preposition: int) -> bool:
    """Whether what follows is what the attacks were on and no place: "20 strikes on boats in the Gulf"."""
    phrase = parse.phrase(preposition + 1)
    if match.cue.entry.frame != "counted" or preposition != match.phrase.last or phrase is None:
        return False
    return not any(parse.is_capital(place) for place in range(phrase.first, phrase.last))


def _is_place(parse: Parse, preposition: int, words: RoleWords) -> bool:
    phrase = parse.phrase(preposition + 1)
    if (
        parse.word(preposition) not in words.places
        or phrase is None
        or phrase.first != preposition + 1
    ):
        return False
    if (
        parse.tag(phrase.first) in ("num", "measure", "duration", "time", "age")
        or phrase.head is None
    ):
        return False
    if parse.word(phrase.head) in words.deeds:
        return False
    if any(parse.word(place) in words.no_place for place in range(phrase.first, phrase.last)):
        return False
    return not parse.people.counts(parse.word(phrase.head)) and _has_name(parse, phrase.first)


def _has_name(parse: Parse, first: int) -> bool:
    """Whether a capitalised word stands in the phrase or in what narrows it."""
    place = first
    while parse.phrase(place) is not None or parse.word(place) in _JOINTS:
        if parse.phrase(place) is not None and parse.tokens[place].text[0].isupper():
            return True
        place += 1
    return False


def _end(parse: Parse, first: int, words: RoleWords) -> int:
    """The end of a place with what narrows it: "a hotel in Mogadishu, Somalia"."""
    phrase = parse.phrase(first)
    last = phrase.last if phrase is not None else first + 1
    while parse.word(last) in _JOINTS:
        following = parse.phrase(last + 1)
        if (
            following is None
            or following.first != last + 1
            or not _narrows(parse, following.first, following.last, words)
        ):
            break
        last = following.last
    return last


def _narrows(parse: Parse, first: int, last: int, words: RoleWords) -> bool:
    """Whether a named phrase goes on about the place and does not begin a clause."""
    if parse.tag(first) in ("num", "time", "measure", "duration"):
        return False
    if not (parse.is_capital(first) or parse.is_capital(last - 1)) or parse.tag(last) in _CLAUSE:
        return False
    return not any(parse.word(place) in words.no_place for place in range(first, last))
