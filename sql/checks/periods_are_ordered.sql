-- table: core/claims
-- severity: ERROR
-- purpose: A period starts no later than it ends, and says how exact it is and what fixed it.
select
    claim_id,
    period,
    period_start,
    period_end,
    period_precision,
    period_basis
from core.claims
where
    period_start > period_end
    or (coalesce(period_start, period_end) is not null and (period_precision is null or period_basis is null))
    or (coalesce(period_start, period_end) is null and (period_precision is not null or period_basis is not null))
    or (coalesce(period_start, period_end) is not null and period is null)
