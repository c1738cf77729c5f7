"""The word lists of lexicon/scope.yaml."""

from dataclasses import dataclass
from functools import cache
from itertools import chain
from pathlib import Path

from pipelines.extraction.lexicon import load
from pipelines.extraction.text.people import plural
from pipelines.extraction.text.phrases import Phrases

_PHRASES = ("each", "rates", "sums", "totals")


@dataclass(frozen=True, slots=True)
class ScopeWords:
    """Words that tell what a count ranges over. ``event`` are nouns for one event, ``events`` their plurals."""

    each: Phrases[bool]
    rates: Phrases[bool]
    sums: Phrases[bool]
    totals: Phrases[bool]
    event: frozenset[str]
    events: frozenset[str]
    with_article: frozenset[str]
    lasting: frozenset[str]
    rows: frozenset[str]
    single: frozenset[str]
    drawn: frozenset[str]
    singling: frozenset[str]
    ranking: frozenset[str]
    places: frozenset[str]
    gradual: frozenset[str]
    staying: frozenset[str]
    adding: frozenset[str]
    finding: frozenset[str]
    hours: frozenset[str]
    causes: frozenset[str]
    elsewhere: frozenset[str]
    arrested: frozenset[str]
    long: frozenset[str]


@cache
def scope_words(extra: Path | None = None) -> ScopeWords:
    """The scope words of the shipped lexicon with a user's words."""
    lists = load("scope", extra)
    sums = dict.fromkeys(chain.from_iterable(lists["sums"]), True)
    sums |= dict.fromkeys(lists["not_sums"], False)
    rates = dict.fromkeys(lists["rates"], True) | dict.fromkeys(lists["not_rates"], False)
    made = (*_PHRASES, "event", "events")
    return ScopeWords(
        each=Phrases(dict.fromkeys(lists["each"], True)),
        rates=Phrases(rates),
        sums=Phrases(sums),
        totals=Phrases(dict.fromkeys(lists["totals"], True)),
        event=frozenset(lists["events"]),
        events=frozenset(plural(noun) for noun in lists["events"]),
        **{name: frozenset(lists[name]) for name in ScopeWords.__slots__ if name not in made},
    )
