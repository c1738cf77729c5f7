-- table: mart/entities
-- severity: ERROR
-- purpose: Every entity named in a role of a current claim is in the mart; no join loses or doubles one.
with linked as (
    select
        links.entity_id,
        links.role,
        count(distinct links.claim_id) as n_claims
    from core.claim_entities as links
    inner join mart.claims as claims on links.claim_id = claims.claim_id
    where not claims.is_copy
    group by links.entity_id, links.role
),

held as (
    select
        entity_id,
        role,
        sum(n_claims) as n_claims
    from mart.entities
    group by entity_id, role
)

select
    coalesce(linked.entity_id, held.entity_id) as entity_id,
    coalesce(linked.role, held.role) as role,
    linked.n_claims as n_linked,
    held.n_claims as n_held
from linked
full join held on linked.entity_id = held.entity_id and linked.role = held.role
where linked.n_claims is distinct from held.n_claims
