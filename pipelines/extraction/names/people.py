"""Full names of one person: "Harold Bixby" is the "Harold K. Bixby" of the same article, and not his son."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from pathlib import Path

from pipelines.extraction.lexicon import load
from pipelines.extraction.names.gazetteer import unaccented
from pipelines.extraction.names.names import Name
from pipelines.extraction.names.surnames import surnames_of

_KNOWN = "lexicon"
# More people of one first and last name than this are no person under several names, whatever the text is.
_CROWD = 20


def united(names: Sequence[Name], extra: Path | None = None) -> list[Name]:
    """The names, with the fuller name of each person wherever a shorter one stands for that person alone.

    A known person keeps the known name. A name that is short for several fuller ones is ambiguous.
    """
    people = {name.name: name.rule == _KNOWN for name in names if name.kind == "person"}
    if len(people) < 2:
        return list(names)
    stands_for = {
        short: fuller
        for group in _namesakes(people, extra)
        for short, fuller in _fuller(group, people, extra).items()
    }
    if not stands_for:
        return list(names)
    return [
        _renamed(name, stands_for[name.name])
        if name.kind == "person" and name.name in stands_for
        else name
        for name in names
    ]


def _renamed(name: Name, fuller: Sequence[str]) -> Name:
    if len(fuller) == 1:
        return replace(name, name=fuller[0])
    return replace(name, link="ambiguous", short_forms=(), could_be=tuple(sorted(fuller)))


def _namesakes(people: Iterable[str], extra: Path | None) -> list[list[str]]:
    """The names that share the first word and the surname."""
    by_ends = sorted((_ends(name, extra), name) for name in people)
    groups = ([name for _, name in group] for _, group in groupby(by_ends, lambda each: each[0]))
    return [group for group in groups if 1 < len(group) <= _CROWD]


def _fuller(
    group: Sequence[str], is_known: Mapping[str, bool], extra: Path | None
) -> dict[str, tuple[str, ...]]:
    """For each name that is short for fuller ones the fullest of these; for these, if it is known itself, that name."""
    found: dict[str, tuple[str, ...]] = {}
    for short in group:
        fuller = [name for name in group if _is_short_for(short, name, extra)]
        fullest = [
            name
            for name in fuller
            if not any(_is_short_for(name, other, extra) for other in fuller)
        ]
        if not is_known[short] and fullest:
            found[short] = tuple(fullest)
        elif len(fullest) == 1 and not is_known[fullest[0]]:
            found |= dict.fromkeys(fuller, (short,))
    return found


def _is_short_for(short: str, full: str, extra: Path | None) -> bool:
    """Whether each word of one name, or an initial for it, stands in the other in the same order."""
    (words, suffixes), (others, other_suffixes) = _words(short, extra), _words(full, extra)
    if suffixes != other_suffixes or (len(words), short) >= (len(others), full):
        return False
    if len(words) > 2 and not _is_same(words[1], others[1]):
        return False
    left = iter(others)
    return all(any(_is_same(word, other) for other in left) for word in words)


def _is_same(word: str, other: str) -> bool:
    return word == other or (word.endswith(".") and other.startswith(word[0]))


def _ends(name: str, extra: Path | None) -> tuple[str, str]:
    return unaccented(name.split()[0]).lower(), unaccented(surnames_of(name, extra)[0]).lower()


def _words(name: str, extra: Path | None) -> tuple[list[str], list[str]]:
    """The words in small letters without accents, and the suffixes apart: "Jr."."""
    suffixes = load("person_titles", extra)["suffixes"]
    words = name.split()
    plain = [unaccented(word).lower() for word in words if word not in suffixes]
    return plain, [word.rstrip(".") for word in words if word in suffixes]
