"""How sure a text is of a count: reported as fact, alleged, feared, denied, requested or planned."""

from functools import cache
from pathlib import Path

from pipelines.extraction.frames import Match
from pipelines.extraction.lexicon import load
from pipelines.extraction.parse import Parse
from pipelines.extraction.word_index import Index, index, matches
from pipelines.extraction.values import Modality

_STRENGTH: tuple[Modality, ...] = ("denied", "requested", "planned", "feared", "alleged")
_BREAKS = (";", "—", ":")


@cache
def _words(extra: Path | None) -> tuple[Index, Index, Index]:
    lists = load("modality", extra)
    before = {**lists["before"], "": lists["except"]}
    return index(lists["in_verbs"]), index(before), index(lists["after"])


def modality(parse: Parse, match: Match, *, lexicon: Path | None) -> Modality:
    """The modality of a matched count, by the words of its verb first and of its clause second."""
    in_verbs, before, after = _words(lexicon)
    words = [token.lower for token in parse.tokens]
    if match.group is not None:
        said = {name for _, _, name in matches(words[match.group.first : match.cue.first], in_verbs)}
        found = _strongest(said)
        if found:
            return found
    start = min(match.phrase.first, match.cue.first)
    clause = words[_clause_start(words, start) : start]
    found = _strongest({name for _, _, name in matches(clause, before) if name})
    if found:
        return found
    rest = words[max(match.phrase.last, match.cue.last) :]
    return _strongest({name for _, _, name in matches(rest, after)}) or "asserted"


def _strongest(said: set[str]) -> Modality | None:
    return next((name for name in _STRENGTH if name in said), None)


def _clause_start(words: list[str], place: int) -> int:
    while place > 0 and words[place - 1] not in _BREAKS:
        place -= 1
    return place
