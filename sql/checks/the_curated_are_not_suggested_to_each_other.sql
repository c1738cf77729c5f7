-- table: core/entity_suggestions
-- severity: ERROR
-- purpose: Of the two entities of a suggestion one is known by its name only: the lexicon has decided about its own.
select
    suggestions.entity_id,
    suggestions.other_entity_id
from core.entity_suggestions as suggestions
inner join core.entities as ones on suggestions.entity_id = ones.entity_id
inner join core.entities as others on suggestions.other_entity_id = others.entity_id
where ones.source <> 'text' and others.source <> 'text'
