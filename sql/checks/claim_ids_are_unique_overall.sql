-- table: core/claims
-- severity: ERROR
-- purpose: No two claims of the warehouse, new or old, share an id.
select
    claim_id,
    count(*) as n_rows
from core.claims
group by claim_id
having count(*) > 1
