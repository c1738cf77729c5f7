"""Names to entities: which person, organisation or place a name stands for. Pure."""

from pipelines.resolution.entities import entity_of, of_known, union
from pipelines.resolution.likeness import keys_of
from pipelines.resolution.values import Entity, EntityRole, Key, Likeness, OrganisationType

__all__ = [
    "Entity",
    "EntityRole",
    "Key",
    "Likeness",
    "OrganisationType",
    "entity_of",
    "keys_of",
    "of_known",
    "union",
]
