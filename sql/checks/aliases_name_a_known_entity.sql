-- table: core/entity_aliases
-- severity: ERROR
-- purpose: Every alias belongs to an entity.
select
    aliases.alias,
    aliases.kind,
    aliases.entity_id
from core.entity_aliases as aliases
anti join core.entities as entities on aliases.entity_id = entities.entity_id
