-- table: core/claim_entities
-- severity: ERROR
-- purpose: Every link leads from a claim to an entity by a mention, all of which exist.
select
    links.claim_id,
    links.role,
    links.entity_id,
    links.mention_id
from core.claim_entities as links
left join core.claims as claims on links.claim_id = claims.claim_id
left join core.entities as entities on links.entity_id = entities.entity_id
left join core.mentions as mentions on links.mention_id = mentions.mention_id
where claims.claim_id is null or entities.entity_id is null or mentions.mention_id is null
