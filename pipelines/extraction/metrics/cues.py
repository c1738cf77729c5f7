"""Cues: the words of a sentence that speak of a metric, found by longest match."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TypeVar

from pipelines.extraction.metrics.metrics import Entry, Refusal, metrics
from pipelines.extraction.text.tokens import Token

_Words = TypeVar("_Words", Entry, Refusal)


@dataclass(frozen=True, slots=True)
class Cue:
    """A lexicon entry at the tokens ``first`` to ``last`` (exclusive). ``refused`` says why it means something else."""

    first: int
    last: int
    entry: Entry
    refused: str | None


@dataclass(frozen=True, slots=True)
class CueIndex:
    """All metrics' words by their first word, so that a sentence is searched in one pass."""

    entries: Mapping[str, tuple[Entry, ...]]
    refusals: Mapping[str, tuple[Refusal, ...]]

    def in_sentence(self, tokens: Sequence[Token]) -> tuple[Cue, ...]:
        """The cues of a sentence in order. Of those that overlap only the longest stand."""
        words = [token.lower for token in tokens]
        found = list(_matches(words, self.entries))
        if not found:
            return ()
        refusals = list(_matches(words, self.refusals))
        taken = _longest(found)
        return tuple(
            Cue(first, last, entry, _refused(entry, first, last, refusals, words))
            for first, last, entry in taken
        )


@cache
def cue_index(extra: Path | None = None) -> CueIndex:
    """The index over the shipped metrics and the user's."""
    entries: dict[str, list[Entry]] = defaultdict(list)
    refusals: dict[str, list[Refusal]] = defaultdict(list)
    for metric in metrics(extra).values():
        for entry in metric.entries:
            entries[entry.words[0]].append(entry)
        for refusal in metric.refusals:
            refusals[refusal.words[0]].append(refusal)
    return CueIndex(
        entries={word: tuple(found) for word, found in entries.items()},
        refusals={word: tuple(found) for word, found in refusals.items()},
    )


def _matches(
    words: Sequence[str], index: Mapping[str, tuple[_Words, ...]]
) -> Iterable[tuple[int, int, _Words]]:
    for first, word in enumerate(words):
        for item in index.get(word, ()):
            last = first + len(item.words)
            if len(item.words) == 1 or tuple(words[first:last]) == item.words:
                yield first, last, item


def _longest(found: Iterable[tuple[int, int, Entry]]) -> list[tuple[int, int, Entry]]:
    """Without those that a longer match covers in part; equals of several metrics or frames all stand.

    A word for a whole group ("people killed") hides no verb in it.
    """
    taken: list[tuple[int, int, Entry]] = []
    length: dict[int, int] = {}
    for first, last, entry in sorted(found, key=lambda match: match[0] - match[1]):
        size = last - first
        if entry.frame == "group":
            taken.append((first, last, entry))
        elif all(length.get(place, size) == size for place in range(first, last)):
            taken.append((first, last, entry))
            length.update(dict.fromkeys(range(first, last), size))
    return sorted(taken, key=lambda match: match[0])


def _refused(
    entry: Entry,
    first: int,
    last: int,
    refusals: Sequence[tuple[int, int, Refusal]],
    words: Sequence[str],
) -> str | None:
    for begin, end, refusal in refusals:
        if refusal.metric != entry.metric or (refusal.cues and not refusal.cues & set(entry.words)):
            continue
        if refusal.before and (end >= len(words) or words[end] not in refusal.before):
            continue
        if refusal.anywhere or (begin < last and first < end):
            return refusal.reason
    return None
