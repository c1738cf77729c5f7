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
        self._listed = self._singular | self._plural
        self._endings = (*lists["endings"], *lists["singular_endings"])
        self._nationalities = tuple(lists["nationality_endings"])
        self._animals = _both_numbers(lists["animals"])
        self._others = (
            self._animals | _both_numbers(lists["things"]) | _both_numbers(lists["not_people"])
        )

    def counts(self, word: str) -> bool | None:
        """Whether a lower-cased noun counts people; None when neither list nor ending tells."""
        if word not in self._listed:
            word = word.rsplit("-", 1)[-1]
        if word in self._listed:
            return True
        if word in self._others:
            return False
        return True if word.endswith(self._endings) else None

    def is_animal(self, word: str) -> bool:
        """Whether the noun counts animals."""
        return word in self._animals

    def is_listed(self, word: str) -> bool:
        """Whether the word itself is on the list, not just its ending."""
        return word in self._listed

    def is_nationality(self, word: str) -> bool:
        """Whether a capitalised word ends like a nationality ("Kenyan", "Israelis")."""
        return word.endswith(self._nationalities)

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
