-- table: core/entity_aliases
-- severity: ERROR
-- purpose: No text entity goes by full names that begin with different letters: those are people who share a surname.
select
    aliases.entity_id,
    count(distinct lower(strip_accents(aliases.name[1:1]))) as n_first_letters,
    string_agg(distinct aliases.name, '; ') as names
from core.entity_aliases as aliases
inner join core.entities as entities on aliases.entity_id = entities.entity_id
where entities.kind = 'person' and entities.source = 'text'
group by aliases.entity_id
having count(distinct lower(strip_accents(aliases.name[1:1]))) > 1
