"""Which names are so alike that they may be of one entity: a person decides, nothing links by likeness.

Names are not compared with each other, which would take the square of their number. Each name yields a few keys, and
names that share one are alike.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from pipelines.extraction.lexicon import load
from pipelines.extraction.names.gazetteer import slug
from pipelines.extraction.names.surnames import surnames_of
from pipelines.extraction.names.territories import territories
from pipelines.extraction.values import MentionKind
from pipelines.resolution.values import Key

# Letters that a name is spelled with here and not there: Qasem and Kassem, Zelensky and Zelenskyy, defence and defense.
_ALIKE = (
    (re.compile(r"ph"), "f"),
    (re.compile(r"[kg]h"), "k"),
    (re.compile(r"c(?=[eiy])|z"), "s"),
    (re.compile(r"[cq]"), "k"),
    (re.compile(r"[wv]"), "f"),
    (re.compile(r"(?<=.)h$"), ""),
    (re.compile(r"^[aeiouy]+"), "a"),
    (re.compile(r"(?<=.)[aeiouy]"), ""),
    (re.compile(r"(.)\1+"), r"\1"),
)
_SMALL = frozenset(("of", "the", "for", "and", "in", "s"))


def keys_of(kind: MentionKind, name: str, *, lexicon: Path | None = None) -> tuple[Key, ...]:
    """The keys of a name. Those of different kinds are never to be compared."""
    if kind == "person":
        return tuple(_of_person(name, lexicon))
    words = _words_of_thing(name, lexicon)
    found = [Key("spelling", " ".join(map(skeleton, sorted(words))))]
    if kind == "organisation" and len(words) > 1:
        found.append(Key("other_order", " ".join(sorted(words))))
    return tuple(found)


@cache
def skeleton(word: str) -> str:
    """What remains of a word in small letters where vowels, doubled letters and the like do not count."""
    for letters, one in _ALIKE:
        word = letters.sub(one, word)
    return word


def _of_person(name: str, lexicon: Path | None) -> Iterator[Key]:
    words, suffix = _words_of_person(name, lexicon)
    if len(words) < 2:
        return
    first, last, full = words[0], words[-1], " ".join(words)
    yield Key("other_order", " ".join(sorted(words)) + suffix)
    if len(first) == 1:
        yield Key("initial", f"{first} {last}{suffix}", "short")
        return
    yield Key("initial", f"{first[0]} {last}{suffix}", "long")
    yield Key("spelling", " ".join(map(skeleton, words)) + suffix)
    if len(words) == 2:
        yield Key("fuller_name", full + suffix, "short")
    else:
        surnames = {last, *(slug(each).split("-")[-1] for each in surnames_of(name, lexicon))}
        yield from (
            Key("fuller_name", f"{first} {surname}{suffix}", "long") for surname in sorted(surnames)
        )


def _words_of_person(name: str, lexicon: Path | None) -> tuple[list[str], str]:
    """The words of a name without the small ones, and its "Jr." apart: with and without are two people."""
    small, suffixes = _small_words(lexicon)
    words = slug(name).split("-")
    suffix = "".join(f" {word}" for word in words if word in suffixes)
    return [word for word in words if word not in small and word not in suffixes], suffix


def _words_of_thing(name: str, lexicon: Path | None) -> list[str]:
    """The words of a name without the small ones, countries and their adjectives as codes: "colombian" is "co"."""
    codes = _codes(lexicon)
    return [codes.get(word, word) for word in slug(name).split("-") if word not in _SMALL]


@cache
def _small_words(lexicon: Path | None) -> tuple[frozenset[str], frozenset[str]]:
    titles = load("person_titles", lexicon)
    small = frozenset((*titles["particles"], *titles["articles"]))
    return small, frozenset(slug(suffix) for suffix in titles["suffixes"])


@cache
def _codes(lexicon: Path | None) -> Mapping[str, str]:
    """The codes of countries by the words of one part that name them."""
    countries = [each for each in territories(lexicon) if "-" not in each.code]
    words = ((slug(word), each.code) for each in countries for word in each.words)
    return {word: code for word, code in words if "-" not in word}
