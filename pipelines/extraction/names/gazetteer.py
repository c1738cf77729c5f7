"""The gazetteer: every person, organisation and place that is known by name, with the names that it goes by."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal, get_args
from unicodedata import combining, normalize

from pipelines.extraction.lexicon import LexiconError, check_keys, load
from pipelines.extraction.names.territories import Territory, territories
from pipelines.extraction.values import MentionKind

Source = Literal["lexicon", "territory"]

_FILES: dict[MentionKind, str] = {
    "person": "entities/people",
    "organisation": "entities/organisations",
    "place": "entities/places",
}
_KEYS = ("name", "country", "countries", "wikidata", "aliases", "surname")


@dataclass(frozen=True, slots=True)
class Known:
    """One known person, organisation or place. ``aliases`` are in the order of the lexicon, the name first.

    ``country`` is the ISO 3166-1 code in capitals, or None; ``countries`` are those that a sea or a region of
    several lies in; ``surname`` is a person's, what the person is called by alone.
    """

    entity_id: str
    name: str
    kind: MentionKind
    country: str | None
    wikidata_id: str | None
    source: Source
    aliases: tuple[str, ...]
    surname: str | None = None
    countries: tuple[str, ...] = ()


@cache
def gazetteer(extra: Path | None = None) -> Mapping[str, Known]:
    """All that is known, by id: the entities and cities of the lexicon (with the user's), and the territories."""
    found: dict[str, Known] = {}
    names: dict[tuple[MentionKind, str], str] = {}
    for known in (*_entities(extra), *_cities(extra), *map(_territory, territories(extra))):
        other = names.setdefault((known.kind, known.name), known.entity_id)
        if known.entity_id in found or other != known.entity_id:
            raise LexiconError(
                f"{known.entity_id}: another {known.kind} has this id or name ({other})"
            )
        found[known.entity_id] = known
    return found


@cache
def told_apart(extra: Path | None = None) -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    """Words with two readings: for each the ids it may stand for, and the words in an article that tell which."""
    words: Mapping[str, Mapping[str, tuple[str, ...]]] = load("name_traps", extra)["told_apart"]
    for word, readings in words.items():
        for entity_id in readings:
            if entity_id not in gazetteer(extra):
                raise LexiconError(f"name_traps.yaml: {word}: no entity has the id {entity_id!r}")
    return words


@cache
def owners(extra: Path | None = None) -> Mapping[str, Known]:
    """Who owns an alias, as the lexicon writes it. Words with two readings have no owner and are left out."""
    found: dict[str, Known] = {}
    for known in gazetteer(extra).values():
        for alias in known.aliases:
            other = found.setdefault(alias, known)
            if other is not known and alias not in told_apart(extra):
                ids = f"{other.entity_id} and {known.entity_id}"
                raise LexiconError(f"{alias!r} names {ids}: tell them apart in name_traps.yaml")
    return {alias: known for alias, known in found.items() if alias not in told_apart(extra)}


def unaccented(name: str) -> str:
    """The name without accents and in plain apostrophes: "Nicolás" -> "Nicolas", same number of letters."""
    parted = normalize("NFD", name.replace("’", "'"))
    return "".join(letter for letter in parted if not combining(letter))


def slug(name: str) -> str:
    """The name as part of an id: "La Guaira" -> "la-guaira"."""
    return "-".join("".join(c if c.isalnum() else " " for c in unaccented(name).lower()).split())


def _entities(extra: Path | None) -> Iterator[Known]:
    for kind in get_args(MentionKind):
        for entity_id, entry in load(_FILES[kind], extra).items():
            where = f"{_FILES[kind]}.yaml: {entity_id}"
            check_keys(entry, where=where, allowed=_KEYS, required=("name",))
            yield _entity(entity_id, kind, entry)


def _entity(entity_id: str, kind: MentionKind, entry: Mapping[str, Any]) -> Known:
    name = entry["name"]
    return Known(
        entity_id=entity_id,
        name=name,
        kind=kind,
        country=entry.get("country"),
        wikidata_id=entry.get("wikidata"),
        source="lexicon",
        aliases=_unique(name, *entry.get("aliases", ())),
        surname=entry.get("surname"),
        countries=tuple(entry.get("countries", ())),
    )


def _cities(extra: Path | None) -> Iterator[Known]:
    for country, cities in load("cities", extra).items():
        for city, spellings in cities.items():
            entity_id = f"place-{country.lower()}-{slug(city)}"
            yield Known(
                entity_id, city, "place", country, None, "lexicon", _unique(city, *spellings)
            )


def _territory(territory: Territory) -> Known:
    return Known(
        entity_id=f"territory-{territory.code}",
        name=territory.name,
        kind="place",
        country=territory.country,
        wikidata_id=territory.wikidata_id,
        source="territory",
        aliases=_unique(*territory.words),
    )


def _unique(*names: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))
