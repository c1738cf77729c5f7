"""The values that resolution hands out. All are frozen."""

from dataclasses import dataclass
from typing import Literal

from pipelines.extraction.values import MentionKind

Role = Literal["subject", "actor", "target", "place", "attribution"]
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


@dataclass(frozen=True, slots=True)
class EntityAlias:
    """Words that stood for an entity in an article; ``kind`` is the rule that found them (``Mention.rule``)."""

    entity_id: str
    alias: str
    kind: str


@dataclass(frozen=True, slots=True)
class ClaimEntity:
    """An entity named in a role of a claim. ``claim`` indexes the claims of the same extraction.

    ``start``, ``end`` and ``quote`` are the mention's: ``text[start:end] == quote``.
    """

    claim: int
    role: Role
    entity_id: str
    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True)
class Resolution:
    """The entities of some mentions, by id, and the words that stood for them; no row stands twice."""

    entities: tuple[Entity, ...]
    aliases: tuple[EntityAlias, ...]
