"""Names to entities: which person, organisation or place a name stands for. Pure."""

from pipelines.resolution.entities import entity_of, union
from pipelines.resolution.values import Entity

__all__ = ["Entity", "entity_of", "union"]
