-- table: core/entities
-- severity: ERROR
-- purpose: Only places have coordinates, both or none, and they are degrees of the earth.
select
    entity_id,
    name,
    kind,
    latitude,
    longitude
from core.entities
where
    (latitude is null) <> (longitude is null)
    or (latitude is not null and kind <> 'place')
    or latitude not between -90 and 90
    or longitude not between -180 and 180
