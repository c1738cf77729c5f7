"""What of a full name a person may be called by alone."""

from pathlib import Path

from pipelines.extraction.lexicon import load
from pipelines.extraction.names.names import given_names


def surname_of(name: str, extra: Path | None = None) -> str:
    """The last word with the small words before it ("van der Berg"), without "Jr."."""
    words = [word for word in name.split() if word not in load("person_titles", extra)["suffixes"]]
    first = len(words) - 1
    while first > 1 and words[first - 1].islower():
        first -= 1
    return " ".join(words[first:])


def surnames_of(name: str, extra: Path | None = None) -> tuple[str, ...]:
    """What a person may be called by alone.

    Of two Spanish surnames the first, both, or the last ("Edmundo González Urrutia"); of a Korean or Chinese
    name the first word ("Lee Jae-myung"); of any other the last.
    """
    lists = load("given_names", extra)
    last = surname_of(name, extra)
    first, *middle = name.partition(f" {last}")[0].split()
    if first in lists["family_first"] and (middle or "-" in last):
        return (first,)
    if (
        middle
        and first in lists["given"]["spanish_and_portuguese"]
        and _is_surname(middle[-1], extra)
    ):
        return (middle[-1], f"{middle[-1]} {last}", last)
    return (last,)


def _is_surname(word: str, extra: Path | None) -> bool:
    return word[0].isupper() and not word.endswith(".") and word not in given_names(extra)
