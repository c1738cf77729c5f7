"""What a count ranges over: one incident, a running total, a part of another count, or each of several."""

from collections.abc import Iterator
from functools import cache
from itertools import chain
from pathlib import Path

from pipelines.extraction.frames import Match
from pipelines.extraction.lexicon import load
from pipelines.extraction.parse import Parse
from pipelines.extraction.word_index import Index, index, matches
from pipelines.extraction.values import Quantity, Scope

_SUBSETS = ("including", "of_them", "grade", "part_of_group", "among_group")
_FAR = 14


@cache
def _words(extra: Path | None) -> tuple[Index, frozenset[str]]:
    lists = load("scope", extra)
    each = {"each": lists["each"], "cumulative": tuple(chain.from_iterable(lists["cumulative"]))}
    return index(each), frozenset(lists["events"])


def scope(parse: Parse, match: Match, quantity: Quantity | None, unit: str, *, lexicon: Path | None) -> Scope:
    """The scope of a matched count, by the frame first and by the words of its clause second."""
    if match.total is not None or match.method in _SUBSETS:
        return "subset"
    if match.cue.entry.scope == "subset":
        return "subset"
    said = set(_said(parse, match, lexicon))
    if "each" in said or (unit == "money" and _plural_reward(parse, match)):
        return "each"
    if unit == "money":
        return "incident"
    if unit == "event":
        return "incident" if quantity is not None and quantity.value == 1 else "cumulative"
    return "cumulative" if "cumulative" in said or _several_events(parse, match, lexicon) else "incident"


def _said(parse: Parse, match: Match, lexicon: Path | None) -> Iterator[str]:
    words = [token.lower for token in parse.tokens]
    phrases, _ = _words(lexicon)
    for first, last, name in matches(words, phrases):
        near = match.phrase.last - 1 <= first <= match.phrase.last + _FAR or first < match.phrase.first
        if name == "each":
            if match.phrase.last <= first <= match.phrase.last + 4:
                yield name
        elif near or last <= match.phrase.first:
            yield name


def _plural_reward(parse: Parse, match: Match) -> bool:
    head = match.phrase.head
    return head is not None and parse.word(head) in ("rewards", "bounties")


def _several_events(parse: Parse, match: Match, lexicon: Path | None) -> bool:
    """Whether the clause speaks of several attacks as the cause, or as the time."""
    _, events = _words(lexicon)
    return any(parse.word(place) in events for place in range(len(parse.tokens)) if not match.phrase.first <= place < match.phrase.last)
