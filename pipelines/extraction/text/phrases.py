"""Phrases of a lexicon, found among tokens: the longest that begins, or ends, at a place."""

from collections.abc import Mapping, Sequence
from typing import Generic, TypeVar

from pipelines.extraction.text.tokens import Token, tokenize

Value = TypeVar("Value")


class Phrases(Generic[Value]):
    """A table from phrases to values; a phrase is found whatever its case and the spaces in it."""

    def __init__(self, table: Mapping[str, Value]) -> None:
        self._by_first: dict[str, list[tuple[list[str], Value]]] = {}
        self._by_last: dict[str, list[tuple[list[str], Value]]] = {}
        split = [
            ([token.lower for token in tokenize(phrase)], value) for phrase, value in table.items()
        ]
        for words, value in sorted(split, key=lambda entry: -len(entry[0])):
            self._by_first.setdefault(words[0], []).append((words, value))
            self._by_last.setdefault(words[-1], []).append((words, value))

        #: The words with which a phrase begins.
        self.first_words = frozenset(self._by_first)

    def after(self, tokens: Sequence[Token], first: int) -> tuple[int, Value] | None:
        """The phrase that begins at ``tokens[first]``: the token after it, and its value."""
        if first >= len(tokens) or (word := tokens[first].lower) not in self._by_first:
            return None
        for words, value in self._by_first[word]:
            last = first + len(words)
            if len(words) == 1 or [token.lower for token in tokens[first:last]] == words:
                return last, value
        return None

    def before(
        self, tokens: Sequence[Token], last: int, floor: int = 0
    ) -> tuple[int, Value] | None:
        """The phrase that ends before ``tokens[last]``: its first token, ``floor`` or later, and its value."""
        if last <= floor:
            return None
        for words, value in self._by_last.get(tokens[last - 1].lower, ()):
            first = last - len(words)
            if first >= floor and [token.lower for token in tokens[first:last]] == words:
                return first, value
        return None


def invert(table: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """From "meaning: [phrases]", as a lexicon lists them, to "phrase: meaning"."""
    return {phrase: meaning for meaning, phrases in table.items() for phrase in phrases}
