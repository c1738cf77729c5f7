-- table: core/claims
-- severity: WARN
-- purpose: A count above ten million, or a bounty above ten billion, is more often misread than true.
select
    claim_id,
    metric,
    quote,
    low,
    high
from core.claims
where coalesce(low, high) > if(metric = 'bounties', 10000000000, 10000000)
