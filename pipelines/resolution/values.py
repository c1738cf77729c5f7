"""The values that resolution hands out. All are frozen."""

from dataclasses import dataclass
from typing import Literal

from pipelines.extraction.values import MentionKind

EntitySource = Literal["lexicon", "territory", "geonames", "text"]
OrganisationType = Literal["armed_group", "outlet", "government", "force", "international", "ngo"]
EntityRole = Literal["subject", "actor", "target", "place", "attribution", "relay"]
Likeness = Literal["other_order", "spelling", "fuller_name", "initial", "same_acronym"]


@dataclass(frozen=True, slots=True)
class Entity:
    """A person, organisation or place.

    ``entity_id`` is the lexicon's own ("nicolas-maduro", "place-ve-caracas"), "territory-" and a territory's
    code, "place-" or "region-" with country and name for one of GeoNames, or for a name that no list knows
    (``source`` "text") a hash of its kind and name. ``wikidata_id`` and ``country`` (ISO 3166-1) are None where
    unknown; ``type`` is an organisation's sort, None where it is of none. ``countries`` are those that share a sea or
    a region, parted by spaces. ``latitude`` and ``longitude`` are a town's, in degrees; areas have none.
    """

    entity_id: str
    name: str
    kind: MentionKind
    wikidata_id: str | None
    country: str | None
    source: EntitySource
    type: OrganisationType | None = None
    countries: str | None = None
    latitude: float | None = None
    longitude: float | None = None


@dataclass(frozen=True, slots=True)
class Key:
    """What a name has in common with names like it: names that share reason and key may be of one entity.

    Where it has a ``side``, only a short name and a long one are alike ("Harold Bixby", "Harold K. Bixby").
    """

    reason: Likeness
    key: str
    side: Literal["short", "long"] | None = None
