-- table: core/claims
-- severity: ERROR
-- purpose: A bounty is money in an ISO 4217 currency; people and events are counted in whole numbers.
select
    claim_id,
    metric,
    unit,
    quote,
    low,
    high
from core.claims
where
    (metric = 'bounties') <> regexp_full_match(unit, '[A-Z]{3}')
    or (unit in ('person', 'event') and (low <> trunc(low) or high <> trunc(high)))
