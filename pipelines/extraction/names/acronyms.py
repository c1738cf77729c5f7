"""Acronyms that an article explains: "the Sudan Doctors Network (SDN)", "the Rapid Support Forces, or RSF"."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from pipelines.extraction.lexicon import load
from pipelines.extraction.names.gazetteer import owners, unaccented
from pipelines.extraction.names.names import Name
from pipelines.extraction.names.organisations import is_particular
from pipelines.extraction.values import NameLink

_ACRONYM: NameLink = "acronym"
_LONGEST_NAME = 120
_WORD = re.compile(r"[^\s(),;:.!?\"“”]+\Z")


@dataclass(frozen=True, slots=True)
class _Lists:
    """The word lists that the rules below ask, and the pattern of an acronym behind its name."""

    explained: re.Pattern[str]
    things: frozenset[str]
    passed_over: frozenset[str]


def explained(text: str, names: Sequence[Name], extra: Path | None = None) -> Iterator[Name]:
    """The names behind which the article gives an acronym, which is from now on a short form of theirs.

    A name is one of ``names``, or the words that the acronym's letters begin; it is particular to one organisation.
    """
    lists = _lists(extra)
    for found in lists.explained.finditer(text):
        acronym, end = found["inside"] or found["behind"], found.start()
        if acronym not in lists.things:
            spelled = _spelled(text[max(0, end - _LONGEST_NAME) : end], acronym, lists)
            known = _ending(names, end)
            yield from _named(end, spelled, acronym, known, extra)


def _ending(names: Sequence[Name], end: int) -> Name | None:
    """The name of an organisation or a place that ends at an offset."""
    index = bisect_left(names, end, key=lambda name: name.end)
    found = names[index] if index < len(names) else None
    return found if found and found.end == end and found.kind != "person" else None


def _named(
    end: int, spelled: str, acronym: str, known: Name | None, extra: Path | None
) -> Iterator[Name]:
    """The name that ends where its acronym is given: a known one, or the words that spell the acronym."""
    start = end - len(spelled)
    if known is not None and known.start <= start and _takes(known, spelled, acronym, extra):
        forms = (*known.short_forms, (acronym, _ACRONYM))
        yield replace(known, short_forms=forms)
    elif (
        spelled and (known is None or start < known.start) and is_particular(spelled.split(), extra)
    ):
        forms = ((acronym, _ACRONYM),)
        yield Name(start, end, "organisation", spelled, "acronym", short_forms=forms)


def _takes(known: Name, spelled: str, acronym: str, extra: Path | None) -> bool:
    """Whether a name that is known goes by the acronym: it spells it, or it is an organisation and no other does."""
    other = owners(extra).get(acronym)
    if spelled or (other is not None and other.name == known.name):
        return True
    return known.kind == "organisation" and other is None


def _spelled(before: str, acronym: str, lists: _Lists) -> str:
    """The last words of a text whose first letters are those of the acronym; "" if there are none."""
    letters = [letter for letter in unaccented(acronym).lower() if letter.isalnum()]
    start = len(before)
    while letters:
        found = _WORD.search(before, 0, start)
        if found is None:
            return ""
        word, start = found[0], found.start()
        is_small = word in lists.passed_over
        if unaccented(word)[0].lower() == letters[-1] and not (is_small and len(letters) == 1):
            letters.pop()
        elif not is_small:
            return ""
        if letters and before[start - 1 : start] != " ":
            return ""
        start -= 1 if letters else 0
    return before[start:] if before[start].isupper() else ""


@cache
def _lists(extra: Path | None) -> _Lists:
    words = load("organisation_words", extra)
    says = "|".join(sorted(words["says_acronym"], key=len, reverse=True))
    acronym = r"[^\W\d_a-z][\w.&-]{1,9}(?<=[A-Z0-9.])"
    return _Lists(
        explained=re.compile(
            rf" \((?:the )?[“\"]?(?P<inside>{acronym})[”\"]?(?:[,;][^()]{{0,40}})?\)"
            rf"|, (?:{says}) (?:the )?[“\"]?(?P<behind>{acronym})\b"
        ),
        things=frozenset(words["no_organisations"]),
        passed_over=frozenset(words["passed_over"]),
    )
