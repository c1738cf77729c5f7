"""From names to entities. Only exact matches link; `pipelines.resolution.likeness` tells what may be one besides."""

from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

from pipelines import ids
from pipelines.extraction.names.gazetteer import Known, gazetteer, owners, slug
from pipelines.extraction.values import MentionKind
from pipelines.resolution.places import known_place, located_place
from pipelines.resolution.types import type_of
from pipelines.resolution.values import Entity


def entity_of(kind: MentionKind, name: str, *, lexicon: Path | None = None) -> Entity:
    """The entity that a full name stands for. It depends on the name, its kind and the lexicon, on nothing else.

    A name that is known (by its name or an alias, accents and capitals apart) is the lexicon's entity; any other
    becomes an entity by its own name.
    """
    plain = slug(name)
    known = _known(lexicon).get((kind, name)) or _known(lexicon).get((kind, plain))
    if known is not None:
        return of_known(known, lexicon=lexicon)
    located = located_place(name, lexicon) if kind == "place" else None
    if located is not None:
        return located
    entity_id = ids.entity_id(kind, plain)
    sort = type_of(entity_id, name, lexicon) if kind == "organisation" else None
    return Entity(entity_id, name, kind, None, None, "text", sort)


def of_known(known: Known, *, lexicon: Path | None = None) -> Entity:
    """The entity of an entry of the gazetteer."""
    if known.kind == "place":
        return known_place(known)
    return Entity(
        known.entity_id,
        known.name,
        known.kind,
        known.wikidata_id,
        known.country,
        known.source,
        type_of(known.entity_id, known.name, lexicon) if known.kind == "organisation" else None,
    )


def union(entities: Iterable[Entity]) -> tuple[Entity, ...]:
    """Each entity once, by id, whatever the order and however often they come.

    Of two spellings the later in code point order stands: accents before none, small letters before capitals
    ("José Pérez" before "Jose Perez" before "JOSE PEREZ"). In SQL this is ``max(name)``.
    """
    found: dict[str, Entity] = {}
    for entity in entities:
        other = found.get(entity.entity_id)
        if other is None or entity.name > other.name:
            found[entity.entity_id] = entity
    return tuple(found[entity_id] for entity_id in sorted(found))


@cache
def _known(lexicon: Path | None) -> Mapping[tuple[MentionKind, str], Known]:
    """Known entities by kind and name or alias; by either without accents where only one entity has it."""
    found = {(known.kind, known.name): known for known in gazetteer(lexicon).values()}
    for alias, known in owners(lexicon).items():
        found.setdefault((known.kind, alias), known)
    plain: dict[tuple[MentionKind, str], set[Known]] = {}
    for (kind, name), known in found.items():
        plain.setdefault((kind, slug(name)), set()).add(known)
    return {key: next(iter(bearers)) for key, bearers in plain.items() if len(bearers) == 1} | found
