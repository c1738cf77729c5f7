"""The values that resolution hands out. All are frozen."""

from dataclasses import dataclass
from typing import Literal

from pipelines.extraction.values import MentionKind

EntitySource = Literal["lexicon", "territory", "text"]


@dataclass(frozen=True, slots=True)
class Entity:
    """A person, organisation or place.

    ``entity_id`` is the lexicon's own ("nicolas-maduro", "place-ve-caracas"), "territory-" and a territory's
    code, or for a name that no list knows (``source`` "text") a hash of its kind and name. ``wikidata_id`` and
    ``country`` (ISO 3166-1) are None where unknown.
    """

    entity_id: str
    name: str
    kind: MentionKind
    wikidata_id: str | None
    country: str | None
    source: EntitySource
