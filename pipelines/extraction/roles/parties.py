"""The word lists of lexicon/parties.yaml, and the names of the gazetteer, by what they can do."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pipelines.extraction.lexicon import load
from pipelines.extraction.names.gazetteer import Known, owners
from pipelines.extraction.names.metonyms import metonyms
from pipelines.extraction.text.people import plural

_AS_WRITTEN = (
    "forces", "owners", "unique", "flown", "warplanes", "culprits", "members", "bodies", "ranks",
    "bystanders", "irregular",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Parties:
    """Words for those who act. All names are in lower case.

    ``known`` are the names of bodies and countries, ``towns`` those of places below a country, which act only
    where they stand for a government; ``countries`` gives the country's code for each of the known names.
    """

    agents: frozenset[str]
    forces: frozenset[str]
    owners: frozenset[str]
    unique: frozenset[str]
    flown: frozenset[str]
    warplanes: frozenset[str]
    culprits: frozenset[str]
    members: frozenset[str]
    bodies: frozenset[str]
    ranks: frozenset[str]
    bystanders: frozenset[str]
    irregular: frozenset[str]
    known: frozenset[str]
    towns: frozenset[str]
    countries: Mapping[str, str]


@cache
def parties(extra: Path | None = None) -> Parties:
    """The words of the shipped lexicon with a user's words."""
    lists = load("parties", extra, keys=("agents", *_AS_WRITTEN))
    capitals = {word.lower(): meant.government for word, meant in metonyms(extra).items()}
    named = {name.lower(): known for name, known in owners(extra).items() if _can_act(known)}
    known = named | capitals
    return Parties(
        agents=frozenset(lists["agents"]) | {plural(noun) for noun in lists["agents"]},
        **{name: frozenset(lists[name]) for name in _AS_WRITTEN},
        known=frozenset(known),
        towns=frozenset(_towns(extra)),
        countries={name: owner.country for name, owner in known.items() if owner.country},
    )


def _can_act(known: Known) -> bool:
    return known.kind == "organisation" or (known.source == "territory" and bool(known.country))


def _towns(extra: Path | None) -> Iterator[str]:
    for name, known in owners(extra).items():
        part = known.source != "territory" or "-" in known.entity_id.removeprefix("territory-")
        if known.kind == "place" and part and name not in metonyms(extra):
            yield name.lower()
