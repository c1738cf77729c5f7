-- table: core/entities
-- severity: ERROR
-- purpose: No two entities share a Wikidata item: they would be one.
select
    wikidata_id,
    count(*) as n_entities,
    string_agg(name, '; ') as names
from core.entities
where wikidata_id is not null
group by wikidata_id
having count(*) > 1
