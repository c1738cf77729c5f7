"""All that is said in a sentence, and by whom: for each of its places the chain of sources behind it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from pipelines.extraction.sources.citing import led_sayings, quoted_sayings, with_cited
from pipelines.extraction.sources.labels import label
from pipelines.extraction.sources.reach import reaches
from pipelines.extraction.sources.saying import Saying, verb_sayings
from pipelines.extraction.sources.source_words import SourceWords, source_words
from pipelines.extraction.sources.sources import Source
from pipelines.extraction.syntax.parse import Parse
from pipelines.extraction.values import Relation


@dataclass(frozen=True, slots=True)
class Said:
    """The sayings of a sentence in their order, and the tokens that each reaches."""

    sayings: Sequence[Saying]
    reach: Sequence[range]

    def of(self, place: int, *, asked: bool) -> list[tuple[Source, Relation]]:
        """The sources of what stands at a place, the nearest first; ``asked`` where it may be asked for."""
        found: list[tuple[Source, Relation]] = []
        for saying in self._covering(place, asked=asked):
            found += [(saying.source, "reported_by" if found else "said"), *saying.outer]
        return found

    def _covering(self, place: int, *, asked: bool) -> Iterator[Saying]:
        """The sayings that reach a place: in whose clause it stands, innermost first, then those around it."""
        here = [
            saying
            for saying, reach in zip(self.sayings, self.reach, strict=True)
            if place in reach and (asked or not saying.asks)
        ]
        yield from reversed([saying for saying in here if saying.reach == "after"])
        around = [saying for saying in here if saying.reach == "around"]
        wide = [saying for saying in around if not saying.is_aside or len(here) == 1]
        yield from sorted(wide, key=lambda saying: abs(saying.place - place))


def said(parse: Parse, *, lexicon: Path | None = None) -> Said:
    """Who says what in a sentence."""
    words = source_words(lexicon)
    found = sorted(_sayings(parse, words), key=lambda saying: saying.place)
    return Said(found, reaches(parse, found, words.ranks))


def _sayings(parse: Parse, words: SourceWords) -> list[Saying]:
    """The sayings of a sentence; only what its words make possible is looked for."""
    present = frozenset(parse.words)
    found: list[Saying] = []
    for triggers, find in (
        (words.says, verb_sayings),
        (words.leads, led_sayings),
        (words.cites, quoted_sayings),
    ):
        if not triggers.isdisjoint(present):
            found += find(parse, words)
    if not found and (labelled := label(parse, words)) is not None:
        found = [labelled]
    if not words.cites.isdisjoint(present):
        found = with_cited(parse, found, words)
    return found if words.hides.isdisjoint(present) else _without_names(parse, found, words)


def _without_names(parse: Parse, found: list[Saying], words: SourceWords) -> list[Saying]:
    """The sayings, where one keeps his name to himself as that of an anonymous source."""
    for place in range(len(parse.tokens)):
        if words.unnamed.after(parse.tokens, place) is None:
            continue
        before = [saying.source for saying in found if saying.source.first <= place]
        one = max(before, key=lambda source: source.first, default=None)
        if one is None or parse.is_capital(one.last - 1):
            continue
        hidden = replace(one, kind="anonymous")
        found = [
            replace(saying, source=hidden) if saying.source.words == one.words else saying
            for saying in found
        ]
    return found
