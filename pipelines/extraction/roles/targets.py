"""What was hit: the phrase behind a noun for an attack, "20 strikes on suspected boats"."""

from pipelines.extraction.frames.frames import Match
from pipelines.extraction.roles.role_words import RoleWords, span
from pipelines.extraction.syntax.parse import Parse
from pipelines.extraction.values import Phrase


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
