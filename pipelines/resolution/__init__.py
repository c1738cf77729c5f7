"""Mentions to entities: which person, organisation or place a name stands for. Pure."""

from pipelines.resolution.entities import entity_of, resolve, union
from pipelines.resolution.roles import ROLES, link_roles
from pipelines.resolution.values import ClaimEntity, Entity, EntityAlias, Resolution, Role

__all__ = [
    "ROLES",
    "ClaimEntity",
    "Entity",
    "EntityAlias",
    "Resolution",
    "Role",
    "entity_of",
    "link_roles",
    "resolve",
    "union",
]
