-- question: Which entities may be one, and why?
select
    suggestions.score,
    suggestions.reason,
    ones.kind,
    ones.name,
    others.name as other_name,
    suggestions.entity_id,
    suggestions.other_entity_id
from core.entity_suggestions as suggestions
inner join core.entities as ones on suggestions.entity_id = ones.entity_id
inner join core.entities as others on suggestions.other_entity_id = others.entity_id
order by suggestions.score desc, ones.name, other_name
