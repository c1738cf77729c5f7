-- table: core/entities
-- severity: ERROR
-- purpose: Every name in the texts stands for exactly one entity of its kind, unless it is ambiguous.
select
    mentions.name,
    mentions.kind,
    count(distinct aliases.entity_id) as n_entities
from core.mentions as mentions
left join core.entity_aliases as aliases on mentions.name = aliases.name and mentions.kind = aliases.kind
where mentions.name is not null
group by mentions.name, mentions.kind
having count(distinct aliases.entity_id) <> 1
