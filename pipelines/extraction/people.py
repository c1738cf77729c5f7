"""Which nouns count people: by list, else by ending, else unknown."""

from functools import cache
from itertools import chain
from pathlib import Path

from pipelines.extraction.lexicon import load


class PeopleNouns:
    """The person nouns of a lexicon. ``counts`` answers True, False, or None for a noun nobody has listed."""

    def __init__(self, extra: Path | None = None) -> None:
        lists = load("people_nouns", extra)
        self._singular = frozenset(chain.from_iterable(lists["singular"]))
        self._plural = frozenset(lists["plural"]) | {plural(word) for word in self._singular}
        self._endings = tuple(lists["endings"])
        self._singular_endings = tuple(lists["singular_endings"])
        self._not_people = _both_numbers(lists["not_people"])
        self._not_counted = _both_numbers(lists["not_counted"])

    def counts(self, word: str) -> bool | None:
        """Whether a lower-cased noun counts people; None when neither list nor ending tells."""
        word = word.rsplit("-", 1)[-1] if word not in self._singular | self._plural else word
        if word in self._singular or word in self._plural:
            return True
        if word in self._not_counted or word in self._not_people:
            return False
        if word.endswith(self._endings) or word.endswith(self._singular_endings):
            return True
        return None

    def is_plural(self, word: str) -> bool:
        """Whether the word is a plural that counts people, so that it ends its noun phrase."""
        return word in self._plural or (word.endswith("s") and self.counts(word) is True)


@cache
def people_nouns(extra: Path | None = None) -> PeopleNouns:
    """The person nouns of the shipped lexicon with a user's words."""
    return PeopleNouns(extra)


def plural(noun: str) -> str:
    """The regular plural of an English noun; the last word of a compound takes it."""
    if noun.endswith(("s", "x", "z", "ch", "sh")):
        return noun + "es"
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    if noun.endswith("man"):
        return noun[:-3] + "men"
    return noun + "s"


def _both_numbers(nouns: tuple[str, ...]) -> frozenset[str]:
    return frozenset(nouns) | {plural(noun) for noun in nouns}
