"""Where the phrases of a word list stand in a sentence: a lookup by first word, longest first."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

Index = Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]


def index(named: Mapping[str, Iterable[str]]) -> Index:
    """An index over named lists of phrases; "*" in a phrase stands for any one or two words."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
    for name, phrases in named.items():
        for phrase in phrases:
            words = tuple(phrase.split(" "))
            found[words[0]].append((words, name))
    return {word: tuple(sorted(items, key=lambda item: -len(item[0]))) for word, items in found.items()}


def matches(words: Sequence[str], phrases: Index) -> Iterator[tuple[int, int, str]]:
    """The places of the phrases in ``words``: first, last (exclusive) and the name of their list."""
    for first, word in enumerate(words):
        for phrase, name in phrases.get(word, ()):
            last = _end(words, first, phrase)
            if last is not None:
                yield first, last, name
                break


def _end(words: Sequence[str], first: int, phrase: tuple[str, ...]) -> int | None:
    place = first
    for at, want in enumerate(phrase):
        if want == "*":
            after = phrase[at + 1]
            place = next((end for end in (place + 1, place + 2) if end < len(words) and words[end] == after), len(words))
        elif place < len(words) and words[place] == want:
            place += 1
        else:
            return None
    return place
