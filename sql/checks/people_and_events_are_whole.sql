-- table: core/claims
-- severity: ERROR
-- purpose: People and events are counted in whole numbers.
select
    claim_id,
    metric,
    quote,
    low,
    high
from core.claims
where unit in ('person', 'event') and (low <> trunc(low) or high <> trunc(high))
