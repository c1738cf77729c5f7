"""The names in the places of claims, each with the place of the world that it stands for, as far as the text tells."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

from pipelines.extraction.names.geonames import Place, folded
from pipelines.extraction.names.placing import (
    Within,
    candidates,
    country_of,
    full_name,
    in_country,
    listed,
)
from pipelines.extraction.roles.place_words import place_words
from pipelines.extraction.values import Mention, Phrase, Sentence

_LOCATED = "located"
_MOST = 4
_NEXT = 2  # what parts a town from the country behind it: a comma and a space


@dataclass(frozen=True, slots=True)
class _Part:
    """One name in a place; ``kind`` is the noun for a region that goes with it, in lower case."""

    start: int
    end: int
    name: str
    kind: str | None


class Whereabouts:
    """The names of an article, and the countries that they speak of."""

    def __init__(self, text: str, mentions: Sequence[Mention], *, lexicon: Path | None) -> None:
        self._text, self._lexicon, self._words = text, lexicon, place_words(lexicon)
        self._kept = [mention for mention in mentions if mention.rule != _LOCATED]
        self._located = [mention for mention in mentions if mention.rule == _LOCATED]
        self._starts = [mention.start for mention in self._kept]

    def with_places(
        self, sentences: Sequence[Sentence], places: Iterable[Phrase]
    ) -> tuple[Mention, ...]:
        """The mentions with those in ``places`` that no list of names has, and with the countries of the others."""
        spans = {(place.start, place.end) for place in places} | set(
            map(self._chain, self._located)
        )
        if not spans:
            return tuple(self._kept)
        starts = [sentence.start for sentence in sentences]
        found = {mention.start: mention for mention in self._kept}
        for span in sorted(spans, key=lambda span: (span[0], -span[1])):
            for part, names, rule in self._named(*span):
                sentence = bisect_right(starts, part.start) - 1
                found.setdefault(part.start, self._mention(sentence, part, names, rule))
        return tuple(_apart(sorted(found.values(), key=lambda mention: mention.start)))

    @cached_property
    def _countries(self) -> frozenset[str]:
        """The countries that the article names, be it by their people or their towns."""
        told = (self._country(mention) for mention in self._kept)
        return frozenset(country for country in told if country)

    def _chain(self, town: Mention) -> tuple[int, int]:
        """A town with the places behind it that commas part: "Nelson, New Zealand"."""
        end = town.end
        place = bisect_left(self._starts, end)
        while place < len(self._kept) and self._kept[place].start == end + _NEXT:
            end = self._kept[place].end
            place += 1
        return town.start, end

    def _named(self, start: int, end: int) -> Iterator[tuple[_Part, list[str], str]]:
        """The names in a place that are no mention yet, the largest place first, with what they may stand for."""
        within = Within()
        parts = list(self._parts(start, end))
        for part in reversed(parts):
            mention = self._mention_at(part)
            if mention is None:
                fitting = self._fitting(part, within, holds=part != parts[0])
                yield part, self._names(part, fitting, within), _rule(within, fitting)
                country = fitting[0].country if len(fitting) == 1 else None
            else:
                country = self._country(mention)
            within = _further(within, country, part.name)

    def _fitting(self, part: _Part, within: Within, *, holds: bool) -> list[Place]:
        """The places of the gazetteer that a name may stand for; it has neither districts nor villages."""
        if part.kind in self._words.small:
            return []
        among = Within(within.countries or self._countries, within.names)
        return candidates(
            part.name, among, of="region" if part.kind else "holder" if holds else "town"
        )

    def _names(self, part: _Part, fitting: Sequence[Place], within: Within) -> list[str]:
        """The full names that a part may stand for: its own words where no list has it."""
        among = Within(within.countries or self._countries, within.names)
        own = listed(part.name, among, self._lexicon)
        if own is not None:
            return [own]
        names = [full_name(place, self._lexicon) for place in fitting[:_MOST]]
        words = self._text[part.start : part.end]
        if not names and within.countries:
            country = next(iter(within.countries))
            return [in_country(words, country, within.nearest, self._lexicon)]
        return names or [words]

    def _parts(self, start: int, end: int) -> Iterator[_Part]:
        """The names in a place, but for those of buildings and waters."""
        for found in _pattern(self._lexicon).finditer(self._text, start, end):
            name, kind = found[1], (found[2] or "").strip().lower()
            first, _, last = name.rpartition(" ")
            if not kind and last.lower() in self._words.nouns:
                name, kind = first, last.lower()
            if name and (not kind or kind in self._words.regions):
                yield _Part(found.start(1), found.end(1), name, kind or None)

    def _mention_at(self, part: _Part) -> Mention | None:
        """The mention that overlaps a part."""
        place = bisect_left(self._starts, part.end) - 1
        mention = self._kept[place] if place >= 0 else None
        return mention if mention is not None and mention.end > part.start else None

    def _country(self, mention: Mention) -> str | None:
        if mention.kind != "place" or mention.name is None:
            return None
        return country_of(mention.name, self._lexicon)

    def _mention(self, sentence: int, part: _Part, names: list[str], rule: str) -> Mention:
        is_open = len(names) > 1
        return Mention(
            sentence=sentence,
            start=part.start,
            end=part.end,
            quote=self._text[part.start : part.end],
            kind="place",
            name=None if is_open else names[0],
            link="ambiguous" if is_open else "full_name",
            could_be=tuple(names) if is_open else (),
            rule=rule,
        )


def _rule(within: Within, fitting: Sequence[Place]) -> str:
    if within.countries:
        return "contained"
    return "gazetteer" if fitting else "framed"


def _further(within: Within, country: str | None, name: str) -> Within:
    """Where a name to the left may lie, given what stands to the right of it."""
    inside = within.countries or (frozenset((country,)) if country else frozenset())
    return Within(inside, within.names | {folded(name)}, name)


@cache
def _pattern(lexicon: Path | None) -> re.Pattern[str]:
    """A run of capitalised words, with the noun for a place behind it; "Gulf" and "Isle" go on with "of"."""
    words = place_words(lexicon)
    particles, nouns = "|".join(sorted(words.particles)), "|".join(sorted(words.nouns))
    heads = "|".join(sorted(words.heads))
    word = r"(?:(?:[AEae][a-z]h?|[dl])[-'’])?[^\W\d_a-zß-öø-ÿ][^\W\d_]+(?:['’-](?!s\b)[^\W\d_]+)*"
    name = rf"{word}(?: (?:(?:{particles}) ){{0,2}}{word})*"
    return re.compile(rf"(?<![\w'’-])(?!(?:{heads}) of )({name})((?: (?:{nouns}))?)(?![\w-])")


def _apart(mentions: Iterable[Mention]) -> Iterator[Mention]:
    """The mentions, in order, of which none overlaps the one before it."""
    end = 0
    for mention in mentions:
        if mention.start >= end:
            end = mention.end
            yield mention
