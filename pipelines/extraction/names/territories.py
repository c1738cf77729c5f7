"""Countries and their parts: codes, names and Wikidata ids from rigour's table, English words from the lexicon."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from pipelines.extraction.lexicon import LexiconError, load


@dataclass(frozen=True, slots=True)
class Territory:
    """A country, a part of one, or a state that is no more. ``words`` are its names and demonyms in English.

    ``code`` is rigour's ("ve", "us-ga"); ``country`` the ISO 3166-1 code of the country it belongs to.
    """

    code: str
    name: str
    country: str | None
    wikidata_id: str
    words: tuple[str, ...]


@cache
def territories(extra: Path | None = None) -> tuple[Territory, ...]:
    """The territories that news name, by code."""
    words, rows = load("territories", extra), load("rigour_territories", extra)
    for code in (*words["names"], *words["demonyms"], *words["renamed"]):
        if code not in rows:
            raise LexiconError(f"territories.yaml: no territory has the code {code!r}")
    left_out = tuple(words["leave_out"])
    return tuple(
        _territory(code, rows[code], words)
        for code in sorted(rows)
        if not _is_left_out(code, left_out)
    )


@cache
def demonyms(extra: Path | None = None) -> frozenset[str]:
    """The adjectives and the people's names of all territories: "Kenyan", "Kenyans"."""
    lists = load("territories", extra)["demonyms"].values()
    forms = frozenset(form for words in lists for word in words for form in _forms(word))
    return forms - {territory.name for territory in territories(extra)}


def _is_left_out(code: str, left_out: tuple[str, ...]) -> bool:
    """A code ending in a hyphen leaves out all parts of that country; any other only itself."""
    return any(
        code == entry or (entry.endswith("-") and code.startswith(entry)) for entry in left_out
    )


def _territory(code: str, row: Mapping[str, Any], words: Mapping[str, Any]) -> Territory:
    name = words["renamed"].get(code) or _plain(row["name"])
    demonyms = words["demonyms"].get(code, ())
    return Territory(
        code=code,
        name=name,
        country=row["country"],
        wikidata_id=row["wikidata_id"],
        words=(
            name,
            *words["names"].get(code, ()),
            *(form for word in demonyms for form in _forms(word)),
        ),
    )


def _plain(name: str) -> str:
    """The table's name as news write it: "Crimea (Occupied Ukraine)" -> "Crimea", "Macao SAR" -> "Macao"."""
    return name.partition(" (Occupied")[0].removesuffix(" SAR")


def _forms(demonym: str) -> Iterator[str]:
    yield demonym
    if not demonym.endswith(("s", "sh", "ch", "ese")):
        yield demonym + "s"
