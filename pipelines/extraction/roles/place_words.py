"""The word lists of lexicon/place_words.yaml, and the questions that reading a place asks of them."""

from collections.abc import Iterable
from dataclasses import dataclass, fields
from functools import cache
from itertools import chain
from pathlib import Path

from pipelines.extraction.lexicon import load
from pipelines.extraction.text.grammar import verb_forms

# What the list of nouns holds, in its order: regions, then land and water, then roads, then all else.
_REGIONS, _GROUNDS = 1, 3
_VERBS = ("crashing", "taken", "leaving", "striking", "shaking", "seeing", "going", "telling")
_LEADING = ("beside", "at", "directions", "into", "leaving", "striking")
_SHORTEST = 7  # "warehouse" is built with "house", "house" itself is listed


@dataclass(frozen=True, slots=True)
class PlaceWords:
    """Words by which the place of an event is told; see lexicon/place_words.yaml for each list.

    ``regions`` and ``grounds`` (land, water and roads) are among the ``nouns``; ``deeds`` are the words of
    ``no_heads`` that do not act.
    """

    leading: frozenset[str]  # all words behind which a place may stand
    at: frozenset[str]
    beside: frozenset[str]
    into: frozenset[str]
    crashing: frozenset[str]
    taken: frozenset[str]
    leaving: frozenset[str]
    striking: frozenset[str]
    shaking: frozenset[str]
    done_to: frozenset[str]
    telling: frozenset[str]
    toll: frozenset[str]
    seeing: frozenset[str]
    locals: frozenset[str]
    going: frozenset[str]
    assaults: frozenset[str]
    forces: frozenset[str]
    befell: frozenset[str]
    directions: frozenset[str]
    modifiers: frozenset[str]
    told: frozenset[str]
    small: frozenset[str]
    weak: frozenset[str]
    endings: frozenset[str]
    not_ending: frozenset[str]
    particles: frozenset[str]
    short_forms: frozenset[str]
    numbered: frozenset[str]
    no_names: frozenset[str]
    no_heads: frozenset[str]
    heads: frozenset[str]
    nouns: frozenset[str]
    regions: frozenset[str]
    grounds: frozenset[str]
    deeds: frozenset[str]

    def is_place(self, word: str) -> bool:
        """Whether a lower-cased noun is one for a place, by the list or by its ending ("schoolyard")."""
        if word in self.nouns:
            return True
        ends = word.endswith(tuple(self.endings)) and len(word) >= _SHORTEST
        return ends and word not in self.not_ending


@cache
def place_words(extra: Path | None = None) -> PlaceWords:
    """The place words of the shipped lexicon with a user's words."""
    lists = load("place_words", extra)
    kinds = [frozenset(word.split()[-1] for word in kind) for kind in lists["nouns"]]
    made = {
        "nouns": frozenset(chain.from_iterable(kinds)),
        "regions": frozenset(chain.from_iterable(kinds[:_REGIONS])),
        "grounds": frozenset(chain.from_iterable(kinds[_REGIONS:_GROUNDS])),
        "deeds": frozenset(lists["no_heads"]) - frozenset(lists["forces"]),
    }
    verbs = {name: _forms(lists[name], extra) for name in _VERBS}
    leads = [verbs.get(name, lists.get(name, ())) for name in _LEADING]
    made["leading"] = frozenset(chain(("from", "of", "against"), *leads))
    listed = {
        field.name: frozenset(lists[field.name])
        for field in fields(PlaceWords)
        if field.name not in made | verbs
    }
    return PlaceWords(**listed, **verbs, **made)


def _forms(verbs: Iterable[str], extra: Path | None) -> frozenset[str]:
    """All forms of verbs that are listed in their bare form."""
    irregular = load("grammar", extra)["irregular"] | load("place_words", extra)["irregular"]
    return frozenset(form for verb in verbs for form in verb_forms(verb, irregular.get(verb, ())))
