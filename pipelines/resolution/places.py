"""From names of places to entities: towns with their coordinates, and what no list knows with its country."""

from pathlib import Path

from pipelines import ids
from pipelines.extraction.names.gazetteer import Known, slug
from pipelines.extraction.names.geonames import Place, places_called
from pipelines.extraction.names.placing import called, country_code
from pipelines.resolution.values import Entity

_CITY = "place-"  # how the ids of the lexicon's cities begin


def known_place(known: Known) -> Entity:
    """The entity of a place that the lexicon or the table of territories has; a city with its coordinates."""
    town = _town(known)
    return Entity(
        known.entity_id,
        known.name,
        known.kind,
        known.wikidata_id,
        known.country,
        known.source,
        countries=" ".join(known.countries) or None,
        latitude=town.latitude if town else None,
        longitude=town.longitude if town else None,
    )


def located_place(name: str, lexicon: Path | None = None) -> Entity | None:
    """The entity of a full name that ends in a country ("Kano, Nigeria"); None for any other name."""
    _, comma, last = name.rpartition(", ")
    country = country_code(last, lexicon) if comma else None
    if country is None:
        return None
    place = called(name, lexicon)
    if place is None:
        return Entity(ids.entity_id("place", slug(name)), name, "place", None, country, "text")
    return Entity(
        _entity_id(place, name),
        name,
        "place",
        None,
        country,
        "geonames",
        latitude=place.latitude,
        longitude=place.longitude,
    )


def _entity_id(place: Place, name: str) -> str:
    """An id that two machines agree on: "place-ng-kano", "place-us-springfield-ohio", "region-sd-kassala"."""
    parts = name.split(", ")[:-1]
    kind = "place" if place.region is not None else "region"
    return "-".join((kind, place.country.lower(), *map(slug, parts)))


def _town(known: Known) -> Place | None:
    """The only town of the gazetteer that one of the lexicon's cities can be."""
    if not known.entity_id.startswith(_CITY) or known.country is None:
        return None
    for alias in known.aliases:
        found = [
            place
            for place in places_called(alias.partition(", ")[0])
            if place.country == known.country and place.region is not None
        ]
        if len(found) == 1:
            return found[0]
    return None
