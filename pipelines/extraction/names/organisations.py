"""Organisations that no list knows: capitalised words one of which says so ("Orla Fire Department")."""

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from ahocorasick_rs import AhoCorasick

from pipelines.extraction.lexicon import load
from pipelines.extraction.names.gazetteer import Known, owners
from pipelines.extraction.names.names import Name, given_names, prose
from pipelines.extraction.values import NameLink, Sentence

_CAPITAL = r"[^\W\d_a-zß-öø-ÿ]"
_POSSESSIVE = ("'s", "’s")


@dataclass(frozen=True, slots=True)
class _Lists:
    """The word lists that the rules below ask, what finds a head, and the pattern of a name."""

    finder: AhoCorasick
    name: re.Pattern[str]
    heads: frozenset[str]
    generic: frozenset[str]
    heads_of_places: frozenset[str]
    belonging: frozenset[str]
    not_first: frozenset[str]
    cut_off: frozenset[str]
    titles: frozenset[str]
    compound_ends: frozenset[str]


def find_organisations(
    text: str, sentences: Sequence[Sentence], extra: Path | None = None
) -> Iterator[Name]:
    """Names of organisations in running text, except where all their words are such as every country has."""
    lists = _lists(extra)
    heads = [start for _, start, _ in lists.finder.find_matches_as_indexes(text)]
    for sentence in prose(text, sentences) if heads else ():
        if bisect_left(heads, sentence.start) < bisect_left(heads, sentence.end):
            for found in lists.name.finditer(text, sentence.start, sentence.end):
                yield from _organisation(found.start(), found[0].split(" "), extra)


def is_particular(words: Sequence[str], extra: Path | None = None) -> bool:
    """Whether a name has a word that says which organisation it is, and not only what it is."""
    lists = _lists(extra)
    said = [word for word in words if word[0].isupper()]
    for place, word in enumerate(said):
        beside = said[max(0, place - 1) : place + 2]
        if word in lists.heads_of_places and not lists.generic & {*beside} - {word}:
            return False
    telling = (lists.generic.isdisjoint((word, word.removesuffix("s"))) for word in said)
    return len(said) > 1 and any(telling)


def _organisation(start: int, words: list[str], extra: Path | None) -> Iterator[Name]:
    lists = _lists(extra)
    lead = _lead(words, lists, extra)
    start += sum(len(word) + 1 for word in words[:lead])
    words = words[lead : _end(words, lists, extra)]
    name = " ".join(words)
    place, rest = _parted(name, extra)
    known = owners(extra).get(rest)
    if place and known and known.kind == "organisation" and known.country in (None, place.country):
        yield Name(start, start + len(name), "organisation", known.name, known.source, "alias")
    elif words and words[0] not in lists.not_first and is_particular(words, extra):
        link: NameLink = "short_name"
        short = ((rest, link),) if place and " " in rest and rest[0].isupper() else ()
        yield Name(
            start, start + len(name), "organisation", name, "organisation", short_forms=short
        )


def _parted(name: str, extra: Path | None) -> tuple[Known | None, str]:
    """The country or place that a name begins with, as it is or as an adjective, and the rest of the name."""
    words = name.split(" ")
    for last in (2, 1):
        place = owners(extra).get(_without_possessive(" ".join(words[:last])))
        if place and place.kind == "place" and words[last:]:
            return place, " ".join(words[last:])
    return None, name


def _lead(words: Sequence[str], lists: _Lists, extra: Path | None) -> int:
    """How many words at the beginning are none of the name's: "The", "Turkish-backed", "Sudan and", "Hezbollah's"."""
    lead = 0
    for place, word in enumerate(words[:-1]):
        first, _, last = word.rpartition("-")
        number = first in lists.cut_off and last.islower()
        if (
            (place == lead and (word in lists.cut_off or number))
            or (first and last in lists.compound_ends)
            or (word == "and" and _is_of_two(words, lead, place, extra))
            or (word.endswith(_POSSESSIVE) and not _belongs(words, place, extra))
        ):
            lead = place + 1
    return lead


def _is_of_two(words: Sequence[str], lead: int, place: int, extra: Path | None) -> bool:
    """Whether the "and" at this place joins two names, not two matters: "Sudan and", "NATO and", "Ada Osei and"."""
    lists, known = _lists(extra), owners(extra)
    before = words[place - 1]
    return (
        before in lists.titles
        or before in lists.heads
        or (before.isupper() and len(before) > 1)
        or any(word in given_names(extra) and word not in known for word in words[lead:place])
        or not known.keys().isdisjoint((before, " ".join(words[place - 2 : place])))
        or " ".join(words[place + 1 :]) in known
    )


def _belongs(words: Sequence[str], place: int, extra: Path | None) -> bool:
    """Whether a possessive is a part of the name: of a country, or of nobody's ("People's Party")."""
    whose = _without_possessive(words[place])
    owner = owners(extra).get(whose) or owners(extra).get(f"{words[place - 1]} {whose}")
    return whose in _lists(extra).belonging or (owner is not None and owner.kind == "place")


def _without_possessive(words: str) -> str:
    return words.removesuffix("'s").removesuffix("’s")


def _end(words: Sequence[str], lists: _Lists, extra: Path | None) -> int:
    """Where the name ends: before the title or the given name of a person behind it."""
    for place in range(2, len(words)):
        word, follows = words[place], words[place + 1 : place + 2]
        if word in lists.titles or (word in given_names(extra) and follows):
            return place
    return len(words)


@cache
def _lists(extra: Path | None) -> _Lists:
    words, titles = load("organisation_words", extra), load("person_titles", extra)
    heads = [*words["heads"], *words["heads_before_of"]]
    return _Lists(
        finder=AhoCorasick(heads),
        name=_pattern(words, titles["heads"]),
        heads=frozenset(heads),
        generic=frozenset((*words["generic"], *heads)),
        heads_of_places=frozenset(words["heads_of_places"]),
        belonging=frozenset(words["belonging"]),
        not_first=frozenset(words["not_first"]),
        cut_off=frozenset(titles["cut_off"]),
        titles=frozenset(titles["heads"]),
        compound_ends=frozenset(titles["compound_ends"]),
    )


def _pattern(words: Mapping[str, Any], titles: Sequence[str]) -> re.Pattern[str]:
    """Capitalised words up to a head, or a head with those that "of" and the like join to it, or both.

    Behind "of" the word "and" joins what such a body deals in ("Ministry of Health and Welfare"), not two bodies.
    """
    word = rf"(?:(?:{_CAPITAL}\.){{2,}}|{_CAPITAL}\w*+(?:['’-]\w++)*+)"
    head = rf"(?:{_either(words['heads'])})\b"
    head_of = rf"(?:{_either((*words['heads'], *words['heads_before_of']))})\b"
    kind = rf"(?:{_either(set(words['generic']) - set(titles))})\b"
    lead = rf"{word} (?:(?:{_either(words['particles'])}) )?"
    more = rf"(?: {word}){{0,4}}+(?:(?:, {kind})*,? and {kind}(?: {kind})?)?"
    behind = rf"(?: (?:{_either(words['joints'])})(?: the)? {word}{more}){{1,2}}"
    return re.compile(
        rf"(?<![\w.'’-])(?:(?<!\d(?:st|nd|rd|th) )(?:{lead}){{0,6}}?{head_of}{behind}"
        rf"|(?:{lead}){{1,6}}?{head}(?! {_CAPITAL}))"
    )


def _either(words: Collection[str]) -> str:
    return "|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word))))
