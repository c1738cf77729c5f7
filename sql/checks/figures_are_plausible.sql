-- table: core/claims
-- severity: WARN
-- purpose: A figure outside its metric's plausible range is more often misread than true.
select
    claims.claim_id,
    claims.metric,
    claims.quote,
    claims.low,
    claims.high,
    metrics.plausible_low,
    metrics.plausible_high,
    metrics.plausible_reason
from core.claims as claims
inner join core.metrics as metrics on claims.metric = metrics.metric
where claims.high < metrics.plausible_low or claims.low > metrics.plausible_high
