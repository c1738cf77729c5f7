-- table: core/entity_suggestions
-- severity: ERROR
-- purpose: A suggestion pairs two different entities of one kind, in the order of their ids.
select
    suggestions.entity_id,
    suggestions.other_entity_id,
    ones.name,
    others.name as other_name
from core.entity_suggestions as suggestions
left join core.entities as ones on suggestions.entity_id = ones.entity_id
left join core.entities as others on suggestions.other_entity_id = others.entity_id
where suggestions.entity_id >= suggestions.other_entity_id or ones.kind is distinct from others.kind or ones.kind is null
