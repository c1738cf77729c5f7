-- table: core/entities
-- severity: ERROR
-- purpose: An entity that is known by its name only has no Wikidata item, and no country unless it is a place named with it.
select
    entity_id,
    name,
    wikidata_id,
    country
from core.entities
where source = 'text' and (wikidata_id is not null or (country is not null and kind <> 'place'))
