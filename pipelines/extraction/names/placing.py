"""Which place of the world a name stands for: told by the larger place behind it, else by the countries of the article.

A name of the gazetteer is shared by towns of many countries, and most villages are in none: so no name is taken for the
only place that has it, and without a country nothing is decided.
"""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from pipelines.extraction.names.gazetteer import Known, gazetteer
from pipelines.extraction.names.geonames import Place, folded, places_called
from pipelines.extraction.names.territories import territories

_SEVERAL = ("territory-pk-km",)  # Kashmir lies in several countries
_REGION = " region"  # of a region that is named like one of its towns


@dataclass(frozen=True, slots=True)
class Within:
    """Where a name is told to lie: ``countries`` by code, places by folded ``names``, the ``nearest`` as written."""

    countries: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    nearest: str = ""


def candidates(
    name: str, within: Within, *, of: Literal["region", "holder", "town"]
) -> list[Place]:
    """The places of that name within others: regions, or of a town and a region of one name the one that is meant.

    A ``holder`` is told to hold another place, so that it is a region rather than a town.
    """
    found = [place for place in places_called(name) if place.country in within.countries]
    found = [place for place in found if place.region is None or _may_lie(place, within)]
    regions = [place for place in found if place.region is None]
    if of == "region":
        return regions
    chosen = [place for place in found if (place.region is None) == (of == "holder")]
    others = [place for place in found if place.country not in {one.country for one in chosen}]
    return [*chosen, *others]


def _may_lie(town: Place, within: Within) -> bool:
    """Whether a town lies in the region that the text tells, if it tells one."""
    told = {
        place.country
        for name in within.names
        for place in places_called(name)
        if place.region is None
    }
    return town.country not in told or not within.names.isdisjoint(town.keys)


def full_name(place: Place, extra: Path | None = None) -> str:
    """The name under which a place is an entity: with its country, and its region where that has several such."""
    country = country_name(place.country, extra)
    if not _is_shared(place):
        return f"{place.name}, {country}"
    return (
        f"{place.name}, {place.region}, {country}"
        if place.region
        else f"{place.name}{_REGION}, {country}"
    )


def called(name: str, extra: Path | None = None) -> Place | None:
    """The place whose full name this is."""
    first, *_, country = name.split(", ")
    code = country_code(country, extra)
    found = [place for place in places_called(first.removesuffix(_REGION)) if place.country == code]
    return next((place for place in found if full_name(place, extra) == name), None)


def in_country(name: str, country: str, nearest: str, extra: Path | None = None) -> str:
    """The full name of a place that no list knows, in a country that the text tells, and unlike any known one's."""
    plain = f"{name}, {country_name(country, extra)}"
    return (
        plain
        if called(plain, extra) is None
        else f"{name}, {nearest}, {country_name(country, extra)}"
    )


@cache
def country_name(code: str, extra: Path | None = None) -> str:
    """The name of a country by its code; the code itself where no territory has it."""
    return next((one.name for one in territories(extra) if one.code == code.lower()), code)


@cache
def country_code(name: str, extra: Path | None = None) -> str | None:
    """The code of the country that goes by this name."""
    return next(
        (
            one.code.upper()
            for one in territories(extra)
            if one.name == name and "-" not in one.code
        ),
        None,
    )


@cache
def country_of(name: str, extra: Path | None = None) -> str | None:
    """The country of a known place, by the full name that a mention gives it."""
    return _countries(extra).get(name) or country_code(name.rpartition(", ")[2], extra)


def listed(name: str, within: Within, extra: Path | None = None) -> str | None:
    """The name of the lexicon's own place that is spelled so, but for accents and the like, in one of the countries."""
    found = {
        place.name
        for place in _listed(extra).get(folded(name), ())
        if place.country in within.countries
    }
    return found.pop() if len(found) == 1 else None


@cache
def _listed(extra: Path | None) -> dict[str, list[Known]]:
    """The cities and regions of the lexicon by their folded names."""
    found: dict[str, list[Known]] = {}
    for known in gazetteer(extra).values():
        if known.kind == "place" and known.source == "lexicon":
            for alias in known.aliases:
                found.setdefault(folded(alias), []).append(known)
    return found


@cache
def _countries(extra: Path | None) -> dict[str, str]:
    places = (one for one in gazetteer(extra).values() if one.kind == "place")
    told = {one.name: one.country or _outer(one.entity_id, extra) for one in places}
    return {name: country for name, country in told.items() if country}


def _outer(entity_id: str, extra: Path | None) -> str | None:
    """The country of a part that the table of territories gives none: "territory-gb-eng" is in GB."""
    code, _, part = entity_id.removeprefix("territory-").partition("-")
    is_part = entity_id.startswith("territory-") and bool(part) and entity_id not in _SEVERAL
    return code.upper() if is_part and country_name(code.upper(), extra) != code.upper() else None


def _is_shared(place: Place) -> bool:
    """Whether a town of the same country goes by the same name."""
    same = (
        one for one in places_called(place.name) if one.country == place.country and one != place
    )
    return any(one.region is not None for one in same)
