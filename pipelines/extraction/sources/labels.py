"""Sources that a headline names at its end or at its head: "Twelve dead in blast - police", "Police: …"."""

from pipelines.extraction.sources.saying import Saying
from pipelines.extraction.sources.source_words import SourceWords
from pipelines.extraction.sources.sources import Source, source
from pipelines.extraction.syntax.parse import Parse

_DASHES = ("-", "–", "—", ":")
_CLOSING = (".", ")")
_LONGEST = 7
_NOMINAL = ("noun", "adj", "det", "prep", "poss", "comma", "num")


def label(parse: Parse, words: SourceWords) -> Saying | None:
    """The source behind the last dash or colon of a line, else the one before its first colon."""
    stop = len(parse.tokens)
    while stop > 0 and parse.word(stop - 1) in _CLOSING:
        stop -= 1
    for dash in range(stop - 2, max(stop - _LONGEST - 1, 0), -1):
        found = None
        if parse.word(dash) in _DASHES and _is_apart(parse, dash):
            found = _named(parse, dash + 1, stop, words)
        if found is not None:
            return Saying(found, dash, dash, "around")
    colon = next((at for at in range(1, min(_LONGEST, stop)) if parse.word(at) == ":"), 0)
    found = _named(parse, 0, colon, words) if colon else None
    return None if found is None else Saying(found, colon, 0, "after")


def _named(parse: Parse, first: int, last: int, words: SourceWords) -> Source | None:
    """The source of a label: nothing but a name of a known kind."""
    if any(parse.tag(place) not in _NOMINAL for place in range(first, last)):
        return None
    found = source(parse, first, last, words)
    return found if found is not None and found.kind not in (None, "document") else None


def _is_apart(parse: Parse, dash: int) -> bool:
    """Whether space stands behind a dash, and before it unless it is a colon."""
    before, sign, after = parse.tokens[dash - 1 : dash + 2]
    return sign.end < after.start and (before.end < sign.start or sign.text == ":")
