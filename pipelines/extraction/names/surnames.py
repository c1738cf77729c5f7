"""A full name seen once owns its surname in the article: "Maduro" stands for "Nicolás Maduro"."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from ahocorasick_rs import AhoCorasick

from pipelines.extraction.lexicon import load
from pipelines.extraction.names.gazetteer import unaccented
from pipelines.extraction.names.names import Name, Spot, given_names, is_whole_word, stands_alone

_SENTENCE_STARTS = ("\n", ". ", "? ", "! ", "” ", '" ', "“", '"')


def find_surnames(text: str, people: Iterable[Name], extra: Path | None = None) -> Iterator[Name]:
    """Every surname by itself whose owner the article names in full."""
    owner_of = _owners(people)
    spellings = [spelling for spelling, owners in owner_of.items() if len(owners) == 1]
    if not spellings:
        return
    for index, start, end in AhoCorasick(spellings).find_matches_as_indexes(text, overlapping=True):
        spot = Spot(text, start, end)
        if is_whole_word(spot) and _is_a_name(spot, extra):
            [name] = owner_of[spellings[index]].values()
            yield Name(start, end, "person", name, "surname")


def shared_surnames(people: Iterable[Name]) -> frozenset[str]:
    """The surnames, in every spelling, that two people of the article bear: by themselves they name nobody."""
    return frozenset(spelling for spelling, owners in _owners(people).items() if len(owners) > 1)


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


def _owners(people: Iterable[Name]) -> dict[str, dict[str, str]]:
    """For each spelling of a surname its bearers: the first and last word of the name, and the name first seen."""
    found: dict[str, dict[str, str]] = {}
    for person in people:
        for surname in person.surnames:
            bearer = unaccented(f"{person.name.split()[0]} {surname}").lower()
            for spelling in _spellings(surname):
                found.setdefault(spelling, {}).setdefault(bearer, person.name)
    return found


def _spellings(surname: str) -> set[str]:
    plain = unaccented(surname)
    return {surname, plain, surname.upper(), plain.upper(), surname[0].upper() + surname[1:]}


def _is_surname(word: str, extra: Path | None) -> bool:
    return word[0].isupper() and not word.endswith(".") and word not in given_names(extra)


def _is_a_name(spot: Spot, extra: Path | None) -> bool:
    words = load("person_titles", extra)["surnames_that_are_words"]
    before = spot.text[max(0, spot.start - 2) : spot.start]
    if spot.quote.title() in words and (not before or before.endswith(_SENTENCE_STARTS)):
        return False
    return stands_alone(spot, extra)
