"""How sure a text is of a count: reported as fact, alleged, feared, denied, requested or planned."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pipelines.extraction.frames import Match
from pipelines.extraction.lexicon import load
from pipelines.extraction.parse import Parse
from pipelines.extraction.phrases import Phrases, invert
from pipelines.extraction.values import Modality

# Where words of several stand together, the first of these is meant ("denied claims that").
_STRENGTH: tuple[Modality, ...] = ("denied", "requested", "planned", "feared", "alleged")
_BREAKS = (";", "—", ":")


@dataclass(frozen=True, slots=True)
class ModalityWords:
    """The word lists of lexicon/modality.yaml, by where the words stand."""

    in_verbs: Phrases[str]
    before: Phrases[str]
    after: Phrases[str]


@cache
def modality_words(extra: Path | None = None) -> ModalityWords:
    """The modality words of the shipped lexicon with a user's words."""
    lists = load("modality", extra)
    before = invert(lists["before"]) | dict.fromkeys(lists["except"], "")
    return ModalityWords(
        Phrases(invert(lists["in_verbs"])), Phrases(before), Phrases(invert(lists["after"]))
    )


def modality(parse: Parse, match: Match, *, lexicon: Path | None) -> Modality:
    """The modality of a matched count, by the words of its verb first and of its clause second."""
    words = modality_words(lexicon)
    start = min(match.phrase.first, match.cue.first)
    verbs = range(match.group.first, match.cue.first) if match.group is not None else range(0)
    before = range(_clause_start(parse, start), max(start, 0))
    after = range(max(match.phrase.last, match.cue.last), len(parse.tokens))
    own = match.cue.entry.near
    return (
        _strongest(set(_said(parse, words.in_verbs, verbs)))
        or _strongest(set(_said(parse, words.before, before, but=own)))
        or _strongest(set(_said(parse, words.after, after)))
        or "asserted"
    )


def _said(
    parse: Parse, phrases: Phrases[str], places: range, *, but: Collection[str] = ()
) -> Iterator[str]:
    """What the phrases within the places say; a longer phrase hides the shorter ones in it."""
    place = places.start
    while place < places.stop:
        found = phrases.after(parse.tokens, place)
        if found is not None and found[0] <= places.stop and parse.word(place) not in but:
            place = found[0]
            yield found[1]
        else:
            place += 1


def _strongest(said: set[str]) -> Modality | None:
    return next((name for name in _STRENGTH if name in said), None)


def _clause_start(parse: Parse, place: int) -> int:
    while place > 0 and parse.word(place - 1) not in _BREAKS:
        place -= 1
    return max(place, 0)
