-- purpose: In which figures people, organisations and places are named, and as what, copies left out. The figures of a row
--   repeat and contain each other: never add them up.
-- grain: one row an entity, role, metric and unit
-- columns:
--   entity_id        the entity (core.entities)
--   entity           the name it goes by
--   kind             person, organisation, place
--   type             sort of organisation: armed_group, outlet, government, force, international, ngo; NULL for any other
--   country          ISO 3166 code of its country, where it is known for certain
--   wikidata_id      Wikidata item, where it is known for certain
--   role             subject, actor, target, place, attribution, relay (whoever was told it, cites or reports it)
--   metric           what is counted
--   unit             person, event or an ISO 4217 code
--   n_claims         how many claims name it in this role
--   n_whole          in how many of them its name is all of the role's words and not a part of them ("supporters of Maduro")
--   n_metonym        in how many it is named by a place alone ("Washington rejected")
--   n_articles       in how many articles
--   n_outlets        by how many outlets
--   lowest           least number that any of these claims allows; NULL where all are open
--   highest          greatest number that any of them allows; NULL where one is open
--   first_day        first day of publication; NULL where all are unknown
--   last_day         last day of publication; NULL where all are unknown
with links as (
    select
        claim_id,
        role,
        entity_id,
        bool_or(is_whole) as is_whole,
        bool_and(link = 'metonym') as is_metonym
    from core.claim_entities
    group by claim_id, role, entity_id
)

select
    entities.entity_id,
    entities.name as entity,
    entities.kind,
    entities.type,
    entities.country,
    entities.wikidata_id,
    links.role,
    claims.metric,
    claims.unit,
    count(*) as n_claims,
    count(*) filter (where links.is_whole) as n_whole,
    count(*) filter (where links.is_metonym) as n_metonym,
    count(distinct claims.article_id) as n_articles,
    count(distinct claims.outlet) as n_outlets,
    min(claims.low) as lowest,
    case when count(claims.high) = count(*) then max(claims.high) end as highest,
    min(claims.published_date) as first_day,
    max(claims.published_date) as last_day
from links
inner join core.entities as entities on links.entity_id = entities.entity_id
inner join mart.claims as claims on links.claim_id = claims.claim_id
where not claims.is_copy
group by all
order by n_claims desc, entities.entity_id, links.role, claims.metric, claims.unit
