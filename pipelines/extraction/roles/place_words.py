"""The word lists of lexicon/place_words.yaml, and the questions that reading a place asks of them."""

from dataclasses import dataclass
from functools import cache
from itertools import chain
from pathlib import Path

from pipelines.extraction.lexicon import load


@dataclass(frozen=True, slots=True)
class PlaceWords:
    """Words by which the place of an event is told; see lexicon/place_words.yaml."""

    at: frozenset[str]
    beside: frozenset[str]
    into: frozenset[str]
    crashing: frozenset[str]
    taken: frozenset[str]
    leaving: frozenset[str]
    striking: frozenset[str]
    onto: frozenset[str]
    seeing: frozenset[str]
    locals: frozenset[str]
    going: frozenset[str]
    shaking: frozenset[str]
    done_to: frozenset[str]
    telling: frozenset[str]
    toll: frozenset[str]
    assaults: frozenset[str]
    befell: frozenset[str]
    directions: frozenset[str]
    told: frozenset[str]
    nouns: frozenset[str]
    regions: frozenset[str]
    grounds: frozenset[str]
    weak: frozenset[str]
    endings: tuple[str, ...]
    not_ending: frozenset[str]
    particles: frozenset[str]
    short_forms: frozenset[str]
    numbered: frozenset[str]
    no_names: frozenset[str]
    no_heads: frozenset[str]

    def is_place(self, word: str) -> bool:
        """Whether a lower-cased noun is one for a place."""
        if word in self.nouns:
            return True
        return word.endswith(self.endings) and len(word) > 6 and word not in self.not_ending


@cache
def place_words(extra: Path | None = None) -> PlaceWords:
    """The place words of the shipped lexicon with a user's words."""
    lists = load("place_words", extra)
    sets = {
        name: frozenset(lists[name])
        for name in PlaceWords.__slots__
        if name not in ("nouns", "regions", "grounds", "endings")
    }
    kinds = [frozenset(word.split()[-1] for word in kind) for kind in lists["nouns"]]
    regions, grounds = kinds[0], kinds[1] | kinds[2]
    nouns = frozenset(chain.from_iterable(kinds))
    return PlaceWords(nouns=nouns, regions=regions, grounds=grounds, endings=tuple(lists["endings"]), **sets)
