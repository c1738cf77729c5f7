"""Cues: the words of a sentence that speak of a metric, found by longest match."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TypeVar

from pipelines.extraction.metrics.metrics import Entry, Refusal, metrics
from pipelines.extraction.text.tokens import Token

_Words = TypeVar("_Words", bound=Entry | Refusal)


@dataclass(frozen=True, slots=True)
class Cue:
    """A lexicon entry at the tokens ``first`` to ``last`` (exclusive). ``refused`` says why it means something else."""

    first: int
    last: int
    entry: Entry
    refused: str | None


# Entries by their first word and by their second: "" where there is none, "*" where it may be any.
_ByWords = Mapping[str, Mapping[str, tuple[_Words, ...]]]


@dataclass(frozen=True, slots=True)
class CueIndex:
    """All metrics' words by their first two words, so that a sentence is searched in one pass."""

    entries: _ByWords[Entry]
    refusals: _ByWords[Refusal]

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
    known = metrics(extra).values()
    return CueIndex(
        entries=_by_words(entry for metric in known for entry in metric.entries),
        refusals=_by_words(refusal for metric in known for refusal in metric.refusals),
    )


def _by_words(items: Iterable[_Words]) -> _ByWords[_Words]:
    index: dict[str, dict[str, tuple[_Words, ...]]] = defaultdict(dict)
    for item in items:
        second = item.words[1] if len(item.words) > 1 else ""
        index[item.words[0]][second] = (*index[item.words[0]].get(second, ()), item)
    return index


def _matches(words: Sequence[str], index: _ByWords[_Words]) -> Iterator[tuple[int, int, _Words]]:
    for first, word in enumerate(words):
        by_second = index.get(word)
        if by_second is None:
            continue
        for item in by_second.get("", ()):
            yield first, first + 1, item
        if first + 1 == len(words):
            return
        for second in (words[first + 1], "*"):
            for item in by_second.get(second, ()):
                last = first + len(item.words)
                if _fits(words[first:last], item.words):
                    yield first, last, item


def _fits(said: Sequence[str], words: tuple[str, ...]) -> bool:
    """Whether words are those of an entry, in which ``*`` stands for any one word: "with * injuries"."""
    return len(said) == len(words) and all(
        word in (heard, "*") for word, heard in zip(words, said, strict=True)
    )


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
