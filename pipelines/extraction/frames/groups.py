"""Whole groups told of: some told apart from them, and how many they are."""

from collections.abc import Iterator

from pipelines.extraction.frames.frames import Match
from pipelines.extraction.frames.tolls import level
from pipelines.extraction.metrics.cues import Cue
from pipelines.extraction.syntax.following import follow
from pipelines.extraction.syntax.noun_phrases import NounPhrase
from pipelines.extraction.syntax.parse import Parse

_AMONG = ("among", "amongst")
_INCLUDE = ("include", "includes", "included")


def group(parse: Parse, cue: Cue) -> Iterator[Match]:
    """Some told apart ("nine of the dead", "the dead include two nurses"), or all ("put the dead at 23")."""
    phrase = parse.phrase(cue.first)
    if phrase is not None and phrase.whole is not None and cue.first <= phrase.whole < cue.last:
        yield Match(phrase, cue, "part_of_group")
        return
    first = phrase.first if phrase is not None else cue.first - (parse.tag(cue.first - 1) == "det")
    if parse.word(first - 1) in _AMONG:
        yield from _among(parse, cue, first - 1)
    elif _told_apart(parse, cue.last):
        yield from _listed(parse, cue, _past_adverbs(parse, cue.last) + 1)
    elif phrase is not None:
        yield from level(parse, cue)


def _told_apart(parse: Parse, place: int) -> bool:
    return parse.word(_past_adverbs(parse, place)) in _INCLUDE


def _past_adverbs(parse: Parse, place: int) -> int:
    while parse.tag(place) in ("adv", "modal", "time"):
        place += 1
    if parse.tag(place) == "comma" and parse.word(place + 2) in parse.grammar.reporting:
        return place + 4  # "the wounded, she added, include two deputies"
    return place


def _among(parse: Parse, cue: Cue, preposition: int) -> Iterator[Match]:
    """As in "among the dead are two nurses", "no foreigners among the dead"."""
    before = parse.phrase(preposition - 1)
    if before is not None and before.last == preposition and before.number is not None:
        yield Match(before, cue, "among_group")
    elif parse.tag(cue.last) == "aux":
        yield from _listed(parse, cue, cue.last + 1)


def _listed(parse: Parse, cue: Cue, place: int) -> Iterator[Match]:
    for found in follow(parse, place, direct=True):
        if found.relation in ("object", "and") and _counts_somebody(found.phrase):
            yield Match(found.phrase, cue, "among_group")


def _counts_somebody(phrase: NounPhrase) -> bool:
    return phrase.count is not None
