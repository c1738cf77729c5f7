-- table: core/claims
-- severity: ERROR
-- purpose: The hedge zero is 0 to 0, and nothing else is.
select
    claim_id,
    quote,
    hedge,
    low,
    high
from core.claims
where (hedge = 'zero') <> coalesce(low = 0 and high = 0, false)
